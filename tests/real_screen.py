"""A real screen of the tests' own: an X server without a monitor, a window manager, and keys as a keyboard sends them.

Windows get their focus from the window manager and keys from the system, by the ways they have at a desk.
"""

from __future__ import annotations

import os
import re
import shutil
import subprocess
import sys
import time
import unicodedata
from collections.abc import Callable, Iterator
from contextlib import contextmanager
from itertools import product
from pathlib import Path

from PySide6.QtCore import QEvent, QObject, Qt
from PySide6.QtGui import QKeyEvent
from PySide6.QtWidgets import QApplication, QWidget

from ui.widgets.input_watch import input_watch

NEEDED = ("Xvfb", "openbox", "xdotool", "xkbcomp")
ASKED = "COUNTER_REAL_KEYS"
"""Set where tests written for both are run in a real window."""
_PATIENCE = 60.0  # seconds for a server or window manager to be there
_TYPED = 50  # milliseconds from one letter of a typist to the next: no card reader
_NAMES = {"Space": "space", "+": "plus"}  # what X calls otherwise than Qt
_HELD = range(Qt.Key.Key_Shift.value, Qt.Key.Key_CapsLock.value + 1)  # held for another key
_SPARE = [f"I{code}" for code in (*range(147, 191), *range(208, 256))]  # keys that no desk's keyboard has


def lacking() -> list[str]:
    """What of the programs a real screen needs is not installed."""
    return [name for name in NEEDED if shutil.which(name) is None]


@contextmanager
def screen(size: str = "1366x768") -> Iterator[str]:
    """An X server's display, as DISPLAY names it. Keys held do not repeat: a busy machine is slow to let them go."""
    reading, writing = os.pipe()
    command = ["Xvfb", "-displayfd", str(writing), "-screen", "0", f"{size}x24", "-nolisten", "tcp", "-r"]
    command.append("-noreset")  # else it begins anew when its last client goes, and one that comes then is lost
    server = subprocess.Popen(command, pass_fds=[writing], stderr=subprocess.DEVNULL)
    os.close(writing)
    try:
        with os.fdopen(reading) as told:
            yield f":{told.readline().strip()}"
    finally:
        server.terminate()
        server.wait()


def colours_shown(env: dict[str, str], path: Path, program: subprocess.Popen[bytes]) -> int:
    """How many colours the screen shows once the program's window is there; waits for minutes on a busy machine.

    `path`: where the screen's picture is saved.
    """
    grab = (
        "import sys; from PySide6.QtWidgets import QApplication; app = QApplication([]);"
        "picture = app.primaryScreen().grabWindow(0); picture.save(sys.argv[1]); image = picture.toImage();"
        "print(len({image.pixel(x, y) for x in range(0, image.width(), 3) for y in range(0, image.height(), 3)}))"
    )
    end = time.monotonic() + 180
    colours = 0
    while time.monotonic() < end and colours <= 40 and program.poll() is None:
        time.sleep(0.2)
        done = subprocess.run([sys.executable, "-c", grab, str(path)], env=env, capture_output=True, text=True)
        found = re.search(r"\d+", done.stdout)
        colours = int(found.group()) if found else 0
    return colours


@contextmanager
def desktop() -> Iterator[dict[str, str]]:
    """A screen with a window manager and a keyboard with Vietnamese letters: the environment of programs on it."""
    with screen() as display:
        env = {**os.environ, "DISPLAY": display, "QT_QPA_PLATFORM": "xcb", "LC_ALL": "C.UTF-8"}
        _set_keyboard(env)
        manager = subprocess.Popen(["openbox"], env=env, stderr=subprocess.DEVNULL)
        try:
            _wait_for_manager(env)
            subprocess.run(["xdotool", "mousemove", "0", "767"], env=env, check=True)  # no menu opens under the pointer
            yield env
        finally:
            manager.terminate()
            manager.wait()


class RealKeyboard:
    """As `counter_app.bench.window.keyboard.Keyboard`, by the X server; cards come from a reader at a port, of which
    `reader` is the other end. `wait` lets the window work until something is there."""

    def __init__(self, wait: Callable[[Callable[[], bool]], None], reader: int) -> None:
        self._wait, self._reader = wait, reader
        self._came = 0
        self._latest: tuple[QObject | None, int, int] = (None, 0, 0)  # to whom the latest came, when, and which it was
        input_watch().add(self._see, [QEvent.Type.ShortcutOverride])  # the first that whoever gets a key sees of it

    def close(self) -> None:
        """Keys are another's from now on."""
        input_watch().remove(self._see)

    def press(self, *keys: str) -> None:
        """Keys in Qt's own words, such as "Ctrl+2"; each has come before the next is pressed."""
        for key in keys:
            *held, last = [key] if key == "+" else key.split("+")
            name = _NAMES.get(last, last if len(last) > 1 else last.lower())
            self._send(1, "key", "+".join([*map(str.lower, held), name]))

    def type(self, text: str) -> None:
        """Letters and digits, as fast as a good typist."""
        self._send(len(text), "type", "--delay", str(_TYPED), text)

    def read_card(self, payload: str) -> None:
        """What stands on a card comes from the reader."""
        os.write(self._reader, f"{payload}\r\n".encode())

    def _send(self, strokes: int, *words: str) -> None:
        self._wait(_has_focus)
        wanted = self._came + strokes
        subprocess.run(["xdotool", *words], check=True)
        self._wait(lambda: self._came >= wanted)

    def _see(self, watched: QObject, event: QEvent) -> bool:
        assert isinstance(event, QKeyEvent)
        if event.key() in _HELD:
            return False
        before, *same = self._latest
        self._latest = watched, event.timestamp(), event.key()
        again = same == [event.timestamp(), event.key()] and _stands_in(before, watched)
        self._came += not again
        return False


def _stands_in(part: QObject | None, whole: QObject) -> bool:
    """A key that one has no use for comes to all it stands in."""
    return isinstance(part, QWidget) and isinstance(whole, QWidget) and whole.isAncestorOf(part)


def _has_focus() -> bool:
    """Whether the window manager has given the focus to where keys belong: to a dialog before what is below it."""
    active, dialog = QApplication.activeWindow(), QApplication.activeModalWidget()
    return active is not None and active.isVisible() and dialog in (None, active)


def _set_keyboard(env: dict[str, str]) -> None:
    """Vietnamese letters have keys of their own: xdotool lends them some for a moment, which windows see too late."""
    marks = ("", *"\u0300\u0301\u0309\u0303\u0323")
    letters = {unicodedata.normalize("NFC", base + mark) for base, mark in product("aăâeêioôơuưyđ", marks)}
    own = sorted(letter for letter in letters if len(letter) == 1 and not letter.isascii())
    keys = "\n".join(
        f"key <{name}> {{ [ U{ord(letter):04X}, U{ord(letter.upper()):04X} ] }};"
        for name, letter in zip(_SPARE, own, strict=False)
    )
    keymap = f"""xkb_keymap {{
    xkb_keycodes {{ include "evdev+aliases(qwerty)" }};
    xkb_types {{ include "complete" }};
    xkb_compat {{ include "complete" }};
    xkb_symbols {{ include "pc+us"
    {keys} }};
}};"""
    subprocess.run(["xkbcomp", "-w0", "-", env["DISPLAY"]], input=keymap, text=True, check=True)


def _wait_for_manager(env: dict[str, str]) -> None:
    end = time.monotonic() + _PATIENCE
    while subprocess.run(["xdotool", "get_desktop"], env=env, capture_output=True).returncode:
        assert time.monotonic() < end, "the window manager did not come"
        time.sleep(0.05)

"""No screen is needed, and nobody looks at the clock."""

from __future__ import annotations

import os
import sys
import threading
from collections.abc import Callable, Iterator
from importlib.abc import MetaPathFinder
from pathlib import Path
from typing import Any

import pytest
from PySide6.QtCore import QTranslator
from PySide6.QtWidgets import QApplication, QFileDialog
from pytestqt.qtbot import QtBot

from ui.background.garbage import Garbage
from ui.shell import message_strip
from ui.theme import apply_theme

os.environ.setdefault("QT_QPA_PLATFORM", "offscreen")
if os.name == "nt":  # where that plugin knows no fonts by itself: each letter would be a box, twice as wide
    os.environ.setdefault("QT_QPA_FONTDIR", str(Path(os.environ["WINDIR"]) / "Fonts"))

PATIENCE = 60_000
"""Milliseconds until what does not come has failed; what comes is not measured by it."""


class PatientBot(QtBot):
    """Waits at least a minute, so that a busy machine fails no test."""

    def waitUntil(self, callback: Callable[[], bool | None], *, timeout: int = PATIENCE) -> None:  # noqa: N802
        super().waitUntil(callback, timeout=max(timeout, PATIENCE))

    def waitSignal(self, signal: Any, *, timeout: int = PATIENCE, **more: Any) -> Any:  # noqa: N802
        patient = more.get("raising", True)  # what must not come is not waited for
        return super().waitSignal(signal, timeout=max(timeout, PATIENCE) if patient else timeout, **more)

    def waitSignals(self, signals: Any, *, timeout: int = PATIENCE, **more: Any) -> Any:  # noqa: N802
        return super().waitSignals(signals, timeout=max(timeout, PATIENCE), **more)


@pytest.fixture
def qtbot(qapp: Any, request: pytest.FixtureRequest) -> PatientBot:
    """pytest-qt's robot, with more patience."""
    return PatientBot(request)


@pytest.fixture(autouse=True)
def no_language_and_the_theme(qapp: QApplication) -> None:
    """Each test finds what the program starts with, whatever ran before it in this process: the theme that is shipped,
    and no language, so that it speaks as it is written."""
    apply_theme(qapp, "light")
    for translator in qapp.findChildren(QTranslator):
        qapp.removeTranslator(translator)
        translator.deleteLater()


@pytest.fixture(autouse=True)
def garbage_dies_on_the_windows_thread(qapp: QApplication) -> Iterator[None]:
    """As at a desk; what closed windows leave would die in whatever thread of a test allocates."""
    garbage = Garbage()
    yield
    garbage.collect()
    garbage.stop()


class QtElsewhere(MetaPathFinder):
    """Sees which modules with Qt another thread than the window's loads: that may end the program
    (`ui.shell.module_loading`)."""

    def __init__(self) -> None:
        self.loaded: list[str] = []

    def find_spec(self, fullname: str, path: object = None, target: object = None) -> None:
        if fullname.startswith(("ui.", "PySide6")) and threading.current_thread() is not threading.main_thread():
            self.loaded.append(fullname)


@pytest.fixture(scope="session")
def qt_elsewhere() -> Iterator[QtElsewhere]:
    watch = QtElsewhere()
    sys.meta_path.insert(0, watch)
    yield watch
    sys.meta_path.remove(watch)


@pytest.fixture(autouse=True)
def qt_is_the_windows_own(qt_elsewhere: QtElsewhere) -> Iterator[None]:
    yield
    loaded, qt_elsewhere.loaded = qt_elsewhere.loaded, []
    assert not loaded, "modules with Qt are the window's thread's to load"


@pytest.fixture(autouse=True)
def messages_that_stay(monkeypatch: pytest.MonkeyPatch) -> None:
    """What was said is there until something else ends it: on a busy machine its seconds are over before a test looks.
    A test about its leaving sets the time itself."""
    monkeypatch.setattr(message_strip, "STAYS", dict.fromkeys(message_strip.STAYS, 10 * PATIENCE))
    monkeypatch.setattr(message_strip, "OFFERED", 10 * PATIENCE)


@pytest.fixture(autouse=True)
def answered_dialogs(monkeypatch: pytest.MonkeyPatch) -> None:
    """A dialog for files that no test answers fails it at once; it would wait for ever."""

    def nobody_answers(dialog: QFileDialog) -> int:
        raise AssertionError(f"nobody answers “{dialog.windowTitle()}”")

    monkeypatch.setattr(QFileDialog, "exec", nobody_answers)

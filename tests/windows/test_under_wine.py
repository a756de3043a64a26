"""The desk's folder for Windows, under Wine: a real Windows Python, its wheels, and the suites that Windows can run.

Not Windows itself: docs/windows-protocol.md says what only a real PC can show. Runs where COUNTER_WINE names the folder
to build Wine in, because a first build takes about ten minutes; everywhere else it is skipped with its reason.
"""

from __future__ import annotations

import json
import os
import subprocess
import sys
from collections.abc import Iterator
from pathlib import Path

import pytest

from counter_app import __version__
from tests.real_screen import colours_shown
from tests.windows.wine import NotBuilt, Wine, wine

pytestmark = [
    pytest.mark.slow,
    pytest.mark.skipif(not os.environ.get("COUNTER_WINE"), reason="COUNTER_WINE names no folder to build Wine in"),
]
SUITES = ("dossier", "procedures", "store", "printing/layout", "printing/forms", "printing/printers", "ui/widgets")
LONG = 1200.0
"""Seconds that tell a program that hangs from a slow machine."""
UNINSTALL = "HKCU\\Software\\Microsoft\\Windows\\CurrentVersion\\Uninstall\\Counter"
OLDER = 5  # how the installer ends that would put an older version over a newer one
PLACE = "Nguyễn Thị Ánh"
"""A user's folder as desks have it: Vietnamese letters and spaces."""


@pytest.fixture(scope="module")
def desk() -> Iterator[Wine]:
    try:
        with wine(Path(os.environ["COUNTER_WINE"])) as made:
            yield made
    except NotBuilt as reason:
        pytest.skip(str(reason))


def test_the_python_of_the_folder_looks_for_modules_nowhere_else(desk: Wine) -> None:
    told = desk.python("-c", "import sys; print(*sys.path, sep='\\n')", seconds=LONG).stdout
    places = [line for line in told.splitlines() if ":\\" in line]
    assert "Z:\\w\\app\\program" in places and all(place.startswith("Z:\\w\\app\\") for place in places)


def test_counter_cmd_is_the_command_line(desk: Wine) -> None:
    done = desk.run("wine", "cmd", "/c", "Z:\\w\\app\\counter.cmd", "--version", seconds=LONG)
    assert done.returncode == 0 and __version__ in done.stdout, done.stdout


def test_what_windows_does_in_its_own_way(desk: Wine) -> None:
    """Jobs that end together, access lists, locks, files held open, the Credential Manager, Tesseract."""
    passes(desk, "windows/on_windows.py")


@pytest.mark.parametrize("suite", SUITES)
def test_a_suite_passes(desk: Wine, suite: str) -> None:
    passes(desk, suite)


def test_a_start_has_hardly_more_to_load_than_on_linux(desk: Wine) -> None:
    """Counted, for a time under Wine says nothing of a PC."""
    here = json.loads(subprocess.check_output([sys.executable, "-m", "tests.windows.start_counted"]))
    there = json.loads(desk.python("-m", "tests.windows.start_counted", seconds=LONG).stdout.splitlines()[-1])
    assert {name: there[name] <= 1.3 * here[name] for name in here} == dict.fromkeys(here, True), (here, there)


def test_the_demo_passes_in_a_folder_with_vietnamese_letters_and_spaces(desk: Wine) -> None:
    done = desk.python("-m", "counter_app", "demo", "--out", f"C:\\users\\root\\{PLACE}\\thử", seconds=LONG)
    assert done.returncode == 0, done.stdout[-3000:]


def test_the_window_shows_on_a_real_screen(desk: Wine, tmp_path: Path) -> None:
    """By Qt's own part for Windows, not the one for windows that are not shown."""
    data = f"C:\\users\\root\\{PLACE}\\cửa sổ"
    environment = os.environ | {"DISPLAY": desk.screen, "QT_QPA_PLATFORM": "xcb"}
    program = desk.start("wine", "/w/app/python/pythonw.exe", "-m", "counter_app", "run", "--data", data)
    try:
        seen = colours_shown(environment, tmp_path / "screen.png", program)
    finally:
        desk.run("wineserver", "-k", seconds=LONG)
        program.wait()
    assert seen > 40, "an empty screen has one colour"


def test_the_installer_installs_upgrades_and_goes_silently_and_keeps_the_data(desk: Wine) -> None:
    """Whether Windows keeps an open desk in its place, Wine cannot show: it renames folders of running programs."""
    local = desk.drive / "users" / "root" / "AppData" / "Local"
    installed, data = local / "Programs" / "Counter", local / "counter" / "thử.txt"
    data.parent.mkdir(parents=True, exist_ok=True)
    data.write_text("hồ sơ", encoding="utf-8")
    installer = desk.installer()
    assert (desk.tree / installer.lstrip("/")).stat().st_size < 160e6
    assert desk.run("wine", installer, "/S", seconds=LONG).returncode == 0
    python = "C:\\users\\root\\AppData\\Local\\Programs\\Counter\\app\\python\\python.exe"
    doctor = desk.run("wine", python, "-m", "counter_app", "doctor", "--json", seconds=LONG)
    assert '"tesseract"' in doctor.stdout and '"broken"' not in doctor.stdout, doctor.stdout[-3000:]
    (installed / "app" / "of-the-version-before").touch()
    assert desk.run("wine", installer, "/S", seconds=LONG).returncode == 0
    assert not (installed / "app" / "of-the-version-before").exists() and not (installed / "app.old").exists()
    newer = ["/v", "DisplayVersion", "/d", "99.0.0", "/f"]
    assert desk.run("wine", "reg", "add", UNINSTALL, *newer, seconds=LONG).returncode == 0
    assert desk.run("wine", installer, "/S", seconds=LONG).returncode == OLDER and (installed / "app").exists()
    desk.run("wine", "C:\\users\\root\\AppData\\Local\\Programs\\Counter\\uninstall.exe", "/S", seconds=LONG)
    desk.run("wineserver", "-w", seconds=LONG)  # it goes on as a copy of itself
    assert not installed.exists() and data.read_text(encoding="utf-8") == "hồ sơ"


def passes(desk: Wine, suite: str) -> None:
    words = ["-m", "pytest", "-n", "0", "-p", "no:cacheprovider", "-m", "not slow and not alone", f"tests/{suite}"]
    done = desk.python(*words, seconds=LONG)
    assert " passed" in done.stdout and " failed" not in done.stdout, done.stdout[-3000:]

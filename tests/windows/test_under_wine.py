"""The desk's folder for Windows, under Wine: a real Windows Python, its wheels, and the suites that Windows can run.

Not Windows itself: docs/windows-protocol.md says what only a real PC can show. Runs where COUNTER_WINE names the folder
to build Wine in, because a first build takes about ten minutes; everywhere else it is skipped with its reason.
"""

from __future__ import annotations

import os
from collections.abc import Iterator
from pathlib import Path

import pytest

from tests.windows.wine import NotBuilt, Wine, wine

pytestmark = [
    pytest.mark.slow,
    pytest.mark.skipif(not os.environ.get("COUNTER_WINE"), reason="COUNTER_WINE names no folder to build Wine in"),
]
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
    told = desk.python("-c", "import sys; print(*sys.path, sep='\\n')", seconds=120).stdout
    places = [line for line in told.splitlines() if ":\\" in line]
    assert "Z:\\w\\app\\program" in places and all(place.startswith("Z:\\w\\app\\") for place in places)


def test_what_windows_does_in_its_own_way(desk: Wine) -> None:
    """Jobs that end together, access lists, locks, files held open, the Credential Manager, Tesseract."""
    passes(desk, "windows/on_windows.py", seconds=400)


@pytest.mark.parametrize("suite", ["dossier", "procedures", "store/test_store.py", "printing/layout"])
def test_a_suite_passes(desk: Wine, suite: str) -> None:
    passes(desk, suite, seconds=600)


def test_the_demo_passes_in_a_folder_with_vietnamese_letters_and_spaces(desk: Wine) -> None:
    done = desk.python("-m", "counter_app", "demo", "--out", f"C:\\users\\root\\{PLACE}\\thử", seconds=900)
    assert done.returncode == 0, done.stdout[-3000:]


def passes(desk: Wine, suite: str, seconds: float) -> None:
    words = ["-m", "pytest", "-q", "-n", "0", "-p", "no:cacheprovider", "-m", "not slow", f"tests/{suite}"]
    done = desk.python(*words, seconds=seconds)
    assert " passed" in done.stdout and " failed" not in done.stdout, done.stdout[-3000:]

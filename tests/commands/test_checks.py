"""What a test beside others failed by is told, and does not stand for a fault unless it fails by itself too."""

from __future__ import annotations

import subprocess
import sys
from pathlib import Path

import pytest

from counter_app.commands.checks import run_again

TESTS = """\
from pathlib import Path

def test_that_always_holds():
    pass

def test_that_holds_where_nothing_is_beside_it():
    beside, kept = Path("others"), Path("others").exists()
    beside.unlink(missing_ok=True)
    assert not kept
"""


@pytest.fixture
def tests(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> Path:
    monkeypatch.setenv(
        "PYTEST_DISABLE_PLUGIN_AUTOLOAD", "1"
    )  # each pytest would load for a second what no test here uses
    monkeypatch.setenv("PYTEST_PLUGINS", "xdist.plugin")
    (tmp_path / "pytest.ini").write_text("[pytest]\n", encoding="utf-8")
    (tmp_path / "test_shop.py").write_text(TESTS, encoding="utf-8")
    return tmp_path


def _run(tests: Path) -> int:
    return subprocess.run([sys.executable, "-m", "pytest", "-n", "0"], cwd=tests, stdout=subprocess.DEVNULL).returncode


def test_a_test_that_failed_beside_others_is_run_by_itself_and_named(
    tests: Path, capfd: pytest.CaptureFixture[str]
) -> None:
    (tests / "others").touch()
    assert _run(tests) == 1
    assert run_again(tests)
    told = capfd.readouterr().out
    assert "! unsteady, to be mended: test_shop.py::test_that_holds_where_nothing_is_beside_it" in told
    assert "1 passed" in told.splitlines()[-2], "the one that failed, and no other"


def test_a_fault_fails_by_itself_too(tests: Path, capfd: pytest.CaptureFixture[str]) -> None:
    with (tests / "test_shop.py").open("a", encoding="utf-8") as file:
        file.write("\ndef test_of_a_fault():\n    assert False\n")
    (tests / "others").touch()
    assert _run(tests) == 1
    assert not run_again(tests)
    assert "unsteady" not in capfd.readouterr().out


@pytest.mark.parametrize("failing", [0, 4])
def test_nothing_is_run_again_where_nothing_failed_or_much(
    tests: Path, failing: int, capfd: pytest.CaptureFixture[str]
) -> None:
    with (tests / "test_shop.py").open("a", encoding="utf-8") as file:
        file.writelines(f"\ndef test_of_a_fault_{number}():\n    assert False\n" for number in range(failing))
    _run(tests)
    capfd.readouterr()
    assert not run_again(tests)
    assert capfd.readouterr().out == ""

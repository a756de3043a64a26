"""The suite comes to its end, whatever a test does to the process that runs it."""

from __future__ import annotations

import os
import re
import subprocess
import sys
from pathlib import Path

CONFTEST = """
from tests.side_by_side import Scheduling

def pytest_xdist_make_scheduler(config, log):
    return Scheduling(config, log)
"""
TESTS = """
import os
import pytest

@pytest.mark.parametrize("number", range(60))
def test_that_ends_its_process_once(number):
    if number == 31:
        os._exit(1)
"""


def test_a_test_that_ends_its_process_has_failed_and_all_others_are_run(tmp_path: Path) -> None:
    """What the ended process had done was handed out again, nobody answered, and the run stood still for an hour."""
    (tmp_path / "conftest.py").write_text(CONFTEST, encoding="utf-8")
    (tmp_path / "test_many.py").write_text(TESTS, encoding="utf-8")
    ended = subprocess.run(
        [sys.executable, "-m", "pytest", "-n", "2", "-q", "--rootdir", str(tmp_path), str(tmp_path)],
        capture_output=True,
        text=True,
        timeout=300,
        env=os.environ | {"PYTEST_DISABLE_PLUGIN_AUTOLOAD": "1", "PYTEST_PLUGINS": "xdist.plugin"},
    )
    assert ended.returncode == 1, ended.stdout + ended.stderr
    assert re.findall(r"(\d+) (passed|failed)", ended.stdout) == [("1", "failed"), ("59", "passed")]
    assert "crashed while running" in ended.stdout and "[31]" in ended.stdout

"""The installed program starts the version in force, whatever its name and wherever it is called from."""

from __future__ import annotations

import os
import subprocess
import sys
from collections.abc import Sequence
from datetime import date
from pathlib import Path

import pytest

import counter_app
from counter_app.cli import main
from counter_app.updates.hand_over import environment_before, versions_of
from counter_app.updates.versions import offer_of
from tests.updates.packages import package

ROOT = Path(counter_app.__file__).parent.parent


def said(data: Path) -> str:
    command = [sys.executable, "-m", "counter_app", "doctor", "--json", "--data", str(data)]
    environment = os.environ | {"PYTHONPATH": str(ROOT)}
    return subprocess.run(command, env=environment, cwd=data, capture_output=True, text=True, check=False).stdout


def test_after_the_close_a_command_is_run_by_the_newer_version(tmp_path: Path) -> None:
    data = tmp_path / "quầy một"
    data.mkdir()
    versions = versions_of(data)
    offer = offer_of(package(tmp_path, "99.0"))
    versions.folder.mkdir()
    versions.part(offer).write_bytes((tmp_path / "99.0.zip").read_bytes())
    versions.take_in(offer, date.today())
    assert "runs" not in said(data).split()
    versions.install_at_close(day_is_over=True)
    assert said(data).split() == ["runs"]


def test_training_uses_up_none_of_the_starts_that_a_new_version_has(monkeypatch: pytest.MonkeyPatch) -> None:
    """Its window shows at a desk of its own, and so could never speak for the version."""
    counted: list[bool] = []

    def handed_over(data: Path, words: Sequence[str], *, counted: bool, of: list[bool] = counted) -> int:
        of.append(counted)
        return 0

    monkeypatch.setattr("counter_app.updates.hand_over.hand_over", handed_over)
    for words in (["run"], ["run", "--training"], ["doctor"]):
        assert main(words) == 0
    assert counted == [True, False, False]


def test_what_a_newer_version_starts_anew_runs_in_the_version_in_force_by_then(
    monkeypatch: pytest.MonkeyPatch,
) -> None:
    """A window that is opened anew for its settings closes first, and with that the next version may be in force."""
    installed = os.environ | {"PYTHONPATH": os.pathsep.join(("/usr/lib/counter", "/usr/lib/counter/libraries/any"))}
    handed_over = {"COUNTER_INSTALLED_VERSION": "0.1.0 0", "PYTHONSAFEPATH": "1"}
    handed_over["PYTHONPATH"] = os.pathsep.join(("/data/program/v0.2.0", installed["PYTHONPATH"]))
    monkeypatch.setattr(os, "environ", installed | handed_over)
    assert environment_before() == installed
    monkeypatch.setattr(os, "environ", installed)
    assert environment_before() == installed

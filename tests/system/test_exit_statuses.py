"""A command that failed says by its status of which kind the failure was; scripts may rely on it."""

from __future__ import annotations

import os
import subprocess
import sys
from pathlib import Path

import pytest

from counter_app import cli
from counter_app.config import PROFILE, sample_profile, save_profile
from counter_app.demo.sample_papers import sample_dossiers
from counter_app.errors import ExitStatus
from counter_app.store.store import open_store
from printing.layout.pictures import page_pictures


@pytest.fixture
def folder(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> Path:
    monkeypatch.setenv("COUNTER_BACKUP_PASSPHRASE", "mật khẩu dài")
    data = tmp_path / "desk"
    save_profile(sample_profile(), data / PROFILE)
    open_store(data, sample_profile().desk_id).close()
    return data


def test_a_machine_without_the_reading_program_ends_with_three(tmp_path: Path) -> None:
    (tmp_path / "page.png").write_bytes(page_pictures(sample_dossiers()[2].papers[0].pdf(), 100)[0])
    words = ["digitise", str(tmp_path / "page.png"), "-o", str(tmp_path / "out.pdf")]
    command = [sys.executable, "-m", "counter_app", *words]
    done = subprocess.run(command, env=os.environ | {"PATH": str(tmp_path)}, capture_output=True, text=True)
    assert done.returncode == 3, done.stderr
    assert "tesseract-ocr" in done.stderr and "Traceback" not in done.stderr


def test_a_disk_that_takes_nothing_ends_with_four(folder: Path, tmp_path: Path) -> None:
    (tmp_path / "file").write_text("no folder")
    assert cli.main(["backup", str(tmp_path / "file" / "desk.backup"), "--data", str(folder)]) == 4


def test_a_lost_key_ends_with_five(folder: Path, tmp_path: Path) -> None:
    (folder / "store.key").unlink()
    assert cli.main(["backup", str(tmp_path / "desk.backup"), "--data", str(folder)]) == 5


def test_a_wrong_key_ends_with_five(folder: Path, tmp_path: Path) -> None:
    other = tmp_path / "other"
    open_store(other, "H41.99:2").close()
    (folder / "store.key").write_bytes((other / "store.key").read_bytes())
    assert cli.main(["backup", str(tmp_path / "desk.backup"), "--data", str(folder)]) == 5


def test_a_database_that_is_not_there_ends_with_six(tmp_path: Path) -> None:
    nowhere = "postgresql://nobody@127.0.0.1:9/none"
    assert cli.main(["server", "--database", nowhere, "--files", str(tmp_path), "desks", "list"]) == 6


def test_the_statuses_are_told_by_the_help(capsys: pytest.CaptureFixture[str]) -> None:
    with pytest.raises(SystemExit):
        cli.main(["--help"])
    lines = capsys.readouterr().out.splitlines()
    assert [int(line.split()[0]) for line in lines if line.strip()[:1].isdigit()] == [
        int(ExitStatu) for ExitStatu in ExitStatus
    ]

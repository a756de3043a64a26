"""What lies on the disk is for its user alone."""

from __future__ import annotations

import os
import resource
import stat
import subprocess
import sys
import tempfile
from pathlib import Path

import pytest

from counter_app import private
from counter_app.config import sample_profile
from counter_app.desk.desk import open_desk
from counter_app.reports.spreadsheet import write_spreadsheet
from counter_app.tables import Column, Table
from printing.printers.pdf_file import send


def mode(path: Path) -> int:
    return stat.S_IMODE(path.stat().st_mode)


def test_a_folder_of_a_desk_is_closed_to_others_whoever_made_it(tmp_path: Path) -> None:
    folder = tmp_path / "desk"
    folder.mkdir(mode=0o755)
    folder.chmod(0o777)
    open_desk(folder, sample_profile()).store.close()
    assert mode(folder) == 0o700, "so nobody else can hold its lock either"


def test_a_folder_of_another_user_is_refused_in_a_sentence(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr("counter_app.private.os.geteuid", lambda: os.getuid() + 1)
    with pytest.raises(private.SomebodyElses) as refused:
        open_desk(tmp_path / "desk", sample_profile())
    assert "người dùng khác" in refused.value.sentence()


HOLD = """
import fcntl, os, sys
os.setgroups([]); os.setgid(65534); os.setuid(65534)
try:
    handle = os.open(sys.argv[1], os.O_RDONLY)
    fcntl.flock(handle, fcntl.LOCK_EX)
except OSError as refused:
    print(type(refused).__name__, flush=True)
else:
    print("held", flush=True)
    sys.stdin.read()
"""


@pytest.mark.skipif(os.geteuid() != 0, reason="only root can be another user")
def test_another_user_of_the_computer_cannot_hold_the_lock_of_a_desk(tmp_path: Path) -> None:
    with tempfile.TemporaryDirectory() as place:  # pytest's own folder nobody else enters at all
        Path(place).chmod(0o755)
        folder = Path(place) / "desk"
        open_desk(folder, sample_profile()).store.close()
        assert mode(folder / "store.lock") == 0o600
        folder.chmod(0o755)  # as a desk of before, or one that was copied
        command = [sys.executable, "-c", HOLD, str(folder / "store.lock")]
        with subprocess.Popen(command, stdin=subprocess.PIPE, stdout=subprocess.PIPE, text=True, cwd="/") as other:
            assert other.stdout is not None and other.stdin is not None
            said = other.stdout.readline().strip()
            open_desk(folder, sample_profile()).store.close()
            other.stdin.close()
        assert said == "PermissionError"
        assert mode(folder) == 0o700


def test_a_crash_leaves_no_memory_on_the_disk() -> None:
    before = resource.getrlimit(resource.RLIMIT_CORE)
    private.no_core_dumps()
    assert resource.getrlimit(resource.RLIMIT_CORE) == (0, 0) or before == (0, 0)


def test_papers_and_exports_are_for_their_user_alone(tmp_path: Path) -> None:
    old = os.umask(0)
    try:
        paper = send(tmp_path / "papers", b"%PDF-1.7", "Giay hen")
        table = Table("Sổ", (Column("Họ và tên"),), (("Nguyễn Thị Mẫu",),))
        write_spreadsheet(table, tmp_path / "so.xlsx")
    finally:
        os.umask(old)
    assert mode(paper) == mode(tmp_path / "so.xlsx") == 0o600

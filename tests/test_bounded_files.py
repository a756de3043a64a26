"""What somebody chose is read whole, or not at all."""

from __future__ import annotations

import os
from pathlib import Path

import pytest

from counter_app.bounded_files import read_file


def test_a_file_is_read_and_one_too_large_is_not(tmp_path: Path) -> None:
    (tmp_path / "a").write_bytes(b"abc")
    assert read_file(tmp_path / "a", 3) == b"abc"
    for path, most in ((tmp_path / "a", 2), (tmp_path, 9), (tmp_path / "nothing", 9)):
        with pytest.raises(OSError):
            read_file(path, most)


@pytest.mark.skipif(os.name != "posix", reason="pipes and devices are files there")
def test_pipes_devices_and_holes_are_refused_at_once(tmp_path: Path) -> None:
    os.mkfifo(tmp_path / "pipe")
    (tmp_path / "hole").touch()
    os.truncate(tmp_path / "hole", 1 << 40)
    for path in (tmp_path / "pipe", tmp_path / "hole", Path("/dev/zero")):
        with pytest.raises(OSError):
            read_file(path, 10**6)

"""A file that is written is there whole, or is as it was before."""

from __future__ import annotations

import os
import stat
from pathlib import Path

import pytest

from counter_app.durable import write_durably, written_aside


def test_a_file_takes_its_place_when_all_of_it_was_written_and_is_its_user_s_alone(tmp_path: Path) -> None:
    file = tmp_path / "stick" / "xuất.zip"
    with written_aside(file) as aside:
        aside.write_bytes(b"half")
        assert not file.exists()
        aside.write_bytes(b"whole")
    assert file.read_bytes() == b"whole"
    assert list(file.parent.iterdir()) == [file]
    if os.name == "posix":
        assert stat.S_IMODE(file.stat().st_mode) == 0o600


def test_of_one_that_breaks_off_nothing_is_left_and_the_one_before_stays(tmp_path: Path) -> None:
    """An export to a full stick left half an archive there, under the name of a whole one."""
    file = tmp_path / "xuất.zip"
    write_durably(file, b"before")
    with pytest.raises(OSError, match="No space"), written_aside(file) as aside:
        aside.write_bytes(b"half")
        raise OSError(28, "No space left on device")
    assert file.read_bytes() == b"before"
    assert list(tmp_path.iterdir()) == [file]

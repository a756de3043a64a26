"""Files that are there whole or not at all, also after a power cut."""

from __future__ import annotations

import errno
import os
import sys
import tempfile
import time
from collections.abc import Iterator
from contextlib import contextmanager
from pathlib import Path

NO_ROOM = (errno.ENOSPC, errno.EDQUOT)
"""How the system says that a disk, or this user's share of it, is full."""
_PATIENCE = 2.0  # seconds


def write_durably(path: Path, content: bytes) -> None:
    """Writes the file, whole or not at all. Raises OSError."""
    with written_aside(path) as aside:
        aside.write_bytes(content)


@contextmanager
def written_aside(path: Path) -> Iterator[Path]:
    """Where a file is written piece by piece: it is fsynced and takes its place once all of it was, and of one that
    broke off nothing is left. Folders are made; it is readable by its user only. Raises OSError."""
    make_folder(path.parent)
    handle, name = tempfile.mkstemp(dir=path.parent, prefix=".", suffix=".part")
    os.close(handle)
    aside = Path(name)
    try:
        yield aside
        sync_file(aside)
        move_into_place(aside, path)
    finally:
        aside.unlink(missing_ok=True)
    sync_folder(path.parent)


def clear_leftovers(folder: Path, age: float, pattern: str = ".*.part") -> None:
    """Takes away what writers that were killed left aside, where it is older than so many seconds. Raises OSError."""
    before = time.time() - age
    for path in folder.glob(pattern):
        if path.stat().st_mtime < before:
            path.unlink(missing_ok=True)


def move_into_place(source: Path, target: Path) -> None:
    """Moves the file over the one at `target`, or a folder to where none is, whole or not at all; the folder above it
    is not yet fsynced.

    On Windows nobody can replace a file that another program holds open, or move a folder with one in it: a virus
    scanner, the search or OneDrive looks at a new file for a moment, so it is tried again for a while. Raises OSError:
    a spreadsheet program keeps its file.
    """
    until = time.monotonic() + _PATIENCE
    while True:
        try:
            source.replace(target)
            return
        except PermissionError:
            if sys.platform != "win32" or time.monotonic() > until:
                raise
            time.sleep(0.05)


def make_folder(folder: Path, mode: int = 0o700) -> None:
    """Makes the folder and those above it that are missing, each fsynced into the one above."""
    missing = [item for item in (folder, *folder.parents) if not item.exists()]
    for item in reversed(missing):
        item.mkdir(mode=mode, exist_ok=True)
        sync_folder(item.parent)


def sync_file(path: Path) -> None:
    """Makes what was written to the file survive a power cut."""
    handle = os.open(path, os.O_RDWR)
    try:
        os.fsync(handle)
    finally:
        os.close(handle)


def opened_privately(path: str, flags: int) -> int:
    """An `opener` of the built-in `open`: a new file is readable by its user only."""
    return os.open(path, flags, 0o600)


def sync_folder(folder: Path) -> None:
    """Makes a rename in `folder` survive a power cut; Windows does so by itself and cannot open folders."""
    if os.name == "nt":
        return
    handle = os.open(folder, os.O_RDONLY)
    try:
        os.fsync(handle)
    finally:
        os.close(handle)

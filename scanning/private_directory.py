"""Where pages may lie as plain files for a moment: a folder in memory that only this user can open.

Tesseract and scanimage speak through files. Those hold personal data, so they live in RAM where the system has such a
place, are removed as soon as they are read, and what a killed process left is swept away by the next one.
"""

from __future__ import annotations

import os
import shutil
import sys
import tempfile
from collections.abc import Iterator
from contextlib import contextmanager, suppress
from pathlib import Path

if sys.platform == "win32":
    from counter_app.windows_system import give_to_user_alone, lives

_PREFIX = "counter-pages-"


@contextmanager
def private_directory() -> Iterator[Path]:
    """A new folder, rwx for its owner alone, gone with all its files afterwards."""
    sweep()
    folder = Path(tempfile.mkdtemp(prefix=f"{_PREFIX}{os.getpid()}-", dir=memory_directory()))
    if sys.platform == "win32":
        with suppress(OSError):  # a disk without access lists
            give_to_user_alone(folder)
    try:
        yield folder
    finally:
        shutil.rmtree(folder, ignore_errors=True)


def memory_directory() -> Path:
    """The system's folder in RAM, else its folder for temporary files."""
    shared_memory = Path("/dev/shm")
    if os.name == "posix" and os.access(shared_memory, os.W_OK | os.X_OK):
        return shared_memory
    return Path(tempfile.gettempdir())


def sweep() -> None:
    """Remove the folders of processes that no longer live (kill -9, power cut)."""
    for folder in memory_directory().glob(f"{_PREFIX}*"):
        owner = folder.name.removeprefix(_PREFIX).split("-")[0]
        if owner.isdigit() and not _lives(int(owner)):
            shutil.rmtree(folder, ignore_errors=True)


def remove_own_directories() -> None:
    """Remove this process's folders now, before it ends in the middle of its work."""
    for folder in memory_directory().glob(f"{_PREFIX}{os.getpid()}-*"):
        shutil.rmtree(folder, ignore_errors=True)


def _lives(owner: int) -> bool:
    if sys.platform == "win32":  # there, asking after a process by signal would end it
        return lives(owner)
    try:
        os.kill(owner, 0)
    except ProcessLookupError:
        return False
    except PermissionError:
        return True
    return True

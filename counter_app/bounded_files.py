"""Files that somebody chose, read whole: only real files, and none larger than what is wanted can be."""

from __future__ import annotations

import errno
import os
import stat
from pathlib import Path


def read_file(path: Path, most: int) -> bytes:
    """The file's bytes. Raises OSError; also where it is a pipe or a device, or has more than `most` bytes.

    It is not waited for: a pipe that nobody writes into, put there instead of the file, is opened and refused.
    """
    handle = os.open(path, os.O_RDONLY | getattr(os, "O_NONBLOCK", 0) | getattr(os, "O_BINARY", 0))
    with os.fdopen(handle, "rb") as file:
        status = os.fstat(file.fileno())
        if not stat.S_ISREG(status.st_mode):
            raise OSError(errno.EINVAL, "no file")
        if status.st_size > most:
            raise OSError(errno.EFBIG, "too large")
        return file.read(status.st_size)

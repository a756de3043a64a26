"""Where a result is to be written, judged before any work is done: it must be possible, and cost no input."""

from __future__ import annotations

import errno
import itertools
import os
import stat
import tempfile
from collections.abc import Iterable, Iterator, Sequence
from pathlib import Path

from counter_app.errors import CounterError
from scanning.errors import NotWritable, WouldOverwrite
from scanning.sources.folders import files_in, is_folder, shown


def check_destinations(inputs: Sequence[Path], pdf: Path, beside: Sequence[Path] = ()) -> None:
    """Raise WouldOverwrite where `pdf` or a file written beside it is an input (by any path) or another of them,
    NotWritable where nothing can be written. Makes nothing.
    """
    destinations = [pdf, *beside]
    for number, destination in enumerate(destinations):
        others = itertools.chain(destinations[:number], _files(inputs))
        if any(_same(destination, other) for other in others):
            raise WouldOverwrite("same file", file=shown(str(destination)))
    for destination in destinations:
        try:
            _try(destination, into_devices=destination is not pdf)
        except (OSError, ValueError) as error:
            raise not_writable(destination, error) from error


def not_writable(destination: Path, error: OSError | ValueError) -> NotWritable:
    """The error that names the file that was asked for, whatever file the system stumbled over."""
    reason = (error.strerror if isinstance(error, OSError) else None) or type(error).__name__
    return NotWritable(type(error).__name__, file=shown(str(destination)), reason=reason)


def _try(destination: Path, into_devices: bool) -> None:
    """Raise OSError or ValueError where it cannot be written; `into_devices`: /dev/null and a pipe are fine."""
    try:
        mode = destination.stat().st_mode
    except FileNotFoundError:
        pass
    else:
        if stat.S_ISDIR(mode):
            raise IsADirectoryError(errno.EISDIR, os.strerror(errno.EISDIR))
        if not os.access(destination, os.W_OK):
            raise PermissionError(errno.EACCES, os.strerror(errno.EACCES))
        if not stat.S_ISREG(mode):
            if into_devices:
                return
            raise OSError(errno.EINVAL, os.strerror(errno.EINVAL))
    folder = destination.parent
    while not folder.exists() and folder != folder.parent:
        folder = folder.parent
    with tempfile.TemporaryFile(dir=folder):
        pass


def _files(inputs: Iterable[Path]) -> Iterator[Path]:
    for path in inputs:
        if is_folder(path):
            yield from (found for found in files_in(path) if not isinstance(found, CounterError))
        else:
            yield path


def _same(one: Path, other: Path) -> bool:
    """Whether both lead to one file: by another path, a link, or a second name of it; also if it is not there yet."""
    try:
        if one.exists() and other.exists():
            return one.samefile(other)
        return os.path.normcase(one.resolve()) == os.path.normcase(other.resolve())
    except (OSError, ValueError, RuntimeError):
        return False

"""The files of a folder and of the folders in it: each is given or named, only the system's own are passed over."""

from __future__ import annotations

import os
import re
import stat
from collections.abc import Iterator
from itertools import islice
from pathlib import Path

from counter_app.errors import CounterError
from scanning.errors import FileNotReadable, FolderTooLarge, NotAFile, NothingToScan

_SYSTEM_FILES = frozenset({"thumbs.db", "ehthumbs.db", "desktop.ini", "icon\r", "__macosx", "@eadir", "$recycle.bin"})
_SYSTEM_BEGINNINGS = (".", "~$")
"""Of hidden files, and of those that Office puts beside a document while it is open."""


MOST_FILES = 20_000
"""Of a folder with all that is in it; an archive of a year has fewer."""
_DEEPEST = 60
"""Folders inside each other."""
_LONGEST_NAME = 200
"""Letters of a place that are said."""


def files_in(folder: Path) -> Iterator[Path | CounterError]:
    """Every file in the order people count; in place of what cannot be opened, an error."""
    nothing, count = True, 0
    try:
        above = (_identity(folder),)
    except OSError as error:
        yield FileNotReadable(type(error).__name__, file=shown(folder.name or str(folder)))
        return
    for found in _found(folder, folder, above):
        nothing, count = False, count + 1
        if count > MOST_FILES:
            yield FolderTooLarge(file=shown(folder.resolve().name), count=MOST_FILES)
            return
        yield found
    if nothing:
        yield NothingToScan(file=shown(folder.resolve().name))


def natural_order(path: Path) -> list[list[tuple[int, str]]]:
    """Sorting as people do: page 2 before page 10."""
    return [
        [(int(part), "") if part.isdecimal() else (-1, part.casefold()) for part in re.split(r"(\d+)", name) if part]
        for name in path.parts
    ]


def is_systems(entry: Path) -> bool:
    """Whether a file or folder belongs to the system or to another program, not to a person."""
    name = entry.name.casefold()
    if name in _SYSTEM_FILES or name.startswith(_SYSTEM_BEGINNINGS):
        return True
    if os.name != "nt":
        return False
    hidden = stat.FILE_ATTRIBUTE_HIDDEN | stat.FILE_ATTRIBUTE_SYSTEM
    return bool(getattr(entry.lstat(), "st_file_attributes", 0) & hidden)


def is_folder(path: Path) -> bool:
    """Whether it is a folder; what cannot even be asked for is none, and says so when it is opened."""
    try:
        return path.is_dir()
    except OSError:
        return False


def shown(name: str) -> str:
    """A file's name as it can be written down, whatever bytes it has."""
    return os.fsencode(name).decode("utf-8", "replace") if os.name != "nt" else name


def _found(folder: Path, root: Path, above: tuple[tuple[int, int], ...]) -> Iterator[Path | CounterError]:
    """`above`: the folders that lead here, so that a link back to one of them is noticed."""
    name = shown(folder.relative_to(root).as_posix() if folder != root else folder.resolve().name)
    try:
        listed = islice(folder.iterdir(), MOST_FILES + 1)
        entries = sorted((entry for entry in listed if not is_systems(entry)), key=_order)
    except OSError as error:
        yield FileNotReadable(type(error).__name__, file=name)
        return
    for entry in entries:
        inside = shown(entry.relative_to(root).as_posix())
        try:
            identity = _identity(entry) if entry.is_dir() else None
        except OSError as error:
            yield FileNotReadable(type(error).__name__, file=inside)
            continue
        if identity is None:
            yield entry
        elif identity in above or len(above) > _DEEPEST:
            yield NotAFile("loop" if identity in above else "depth", file=inside[:_LONGEST_NAME])
        else:
            yield from _found(entry, root, (*above, identity))


def _order(entry: Path) -> list[list[tuple[int, str]]]:
    return natural_order(Path(entry.name))


def _identity(folder: Path) -> tuple[int, int]:
    status = folder.stat()
    return status.st_dev, status.st_ino

"""Pages from files: pictures, TIFFs of many pages, PDFs, and folders of these."""

from __future__ import annotations

import stat
from collections.abc import Iterable, Iterator
from pathlib import Path

from counter_app.errors import CounterError
from scanning.errors import (
    FileNotReadable,
    FileTooLarge,
    NotAFile,
)
from scanning.formats.pdf_file import pages_of_pdf
from scanning.formats.pdf_opening import is_pdf
from scanning.formats.pictures import pages_of_picture
from scanning.pages import RawPage
from scanning.sources.folders import files_in, is_folder, shown

MOST_BYTES = 2**30
"""Of one file."""


def pages_of(paths: Iterable[Path]) -> Iterator[RawPage | CounterError]:
    """Every page in order; in place of what cannot be opened, one error, and the rest goes on."""
    for path in paths:
        if is_folder(path):
            yield from _pages_of_folder(path)
        else:
            yield from _pages_of_file(path, shown(path.name or str(path)))


def _pages_of_folder(folder: Path) -> Iterator[RawPage | CounterError]:
    for found in files_in(folder):
        if isinstance(found, CounterError):
            yield found
        else:
            yield from _pages_of_file(found, shown(found.relative_to(folder).as_posix()))


def _pages_of_file(path: Path, name: str) -> Iterator[RawPage | CounterError]:
    try:
        status = path.stat()
        if not stat.S_ISREG(status.st_mode):
            yield NotAFile("kind", file=name)  # a pipe would be waited for, a device never ends
            return
        if status.st_size > MOST_BYTES:
            yield FileTooLarge(str(status.st_size), file=name)
            return
        data = path.read_bytes()
    except (OSError, ValueError) as error:  # ValueError: a name with a null character
        yield FileNotReadable(type(error).__name__, file=name)
        return
    yield from pages_in(data, name)


def pages_in(data: bytes, name: str) -> Iterator[RawPage | CounterError]:
    """The pages of one file's content; `name` is the file's."""
    try:
        yield from pages_of_pdf(data, name) if is_pdf(data) else pages_of_picture(data, name)
    except CounterError as error:
        yield error
    except MemoryError:
        yield FileTooLarge("memory", file=name)

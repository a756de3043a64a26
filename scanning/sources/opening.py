"""What is in a stranger's file: it is opened here, and this runs in a process of its own (`files.Opener`)."""

from __future__ import annotations

import io
import stat
from collections.abc import Iterator
from dataclasses import dataclass, replace
from pathlib import Path

from PIL import Image, ImageSequence

from counter_app.errors import CounterError
from scanning.errors import FileNotReadable, FileTooLarge, NotAFile, TooManyPages
from scanning.formats.pdf_file import pages_of_pdf
from scanning.formats.pdf_opening import is_pdf, is_whole_pdf
from scanning.formats.picture_file import FORMATS, MOST_PIXELS, foreign_bytes
from scanning.formats.pictures import pages_of_picture
from scanning.pages import RawPage

MOST_BYTES = 2**30
"""Of one file."""
MOST_PAGES = 5000
"""Of one file; no dossier has so many."""


@dataclass(frozen=True)
class SameFile:
    """A page of the file that the page before it is of too, without its bytes: a signed file is sent once."""

    page: RawPage


Sent = RawPage | SameFile | CounterError


def opened(path: str, name: str) -> Iterator[Sent]:
    """The pages of the file; an error in place of what cannot be opened."""
    try:
        data = _content(Path(path), name)
    except CounterError as error:
        yield error
        return
    yield from _sent(pages_in(data, name))


def opened_when_whole(path: str, name: str, size: int) -> Iterator[bool | Sent]:
    """Whether the file has so many bytes and ends as it should; if so, its pages follow."""
    try:
        data = _content(Path(path), name)
    except CounterError:
        yield False
        return
    whole = len(data) == size and _is_whole(data, name)
    yield whole
    if whole:
        yield from _sent(pages_in(data, name))


def pages_in(data: bytes, name: str) -> Iterator[RawPage | CounterError]:
    """The pages of one file's content; `name` is the file's."""
    try:
        pages = pages_of_pdf(data, name) if is_pdf(data) else pages_of_picture(data, name)
        for number, page in enumerate(pages):
            if number == MOST_PAGES:
                raise TooManyPages(file=name, count=MOST_PAGES)
            yield page
    except CounterError as error:
        yield error
    except MemoryError:
        yield FileTooLarge("memory", file=name)


def _content(path: Path, name: str) -> bytes:
    """Raises FileNotReadable, FileTooLarge, NotAFile."""
    try:
        status = path.stat()
        if not stat.S_ISREG(status.st_mode):
            raise NotAFile("kind", file=name)  # a pipe would be waited for, a device never ends
        if status.st_size > MOST_BYTES:
            raise FileTooLarge(str(status.st_size), file=name)
        with path.open("rb") as file:
            return file.read(status.st_size)  # what grows meanwhile is not followed
    except (OSError, ValueError) as error:  # ValueError: a name with a null character
        raise FileNotReadable(type(error).__name__, file=name) from error


def _is_whole(data: bytes, name: str) -> bool:
    """Whether it can be opened and ends as it should; else it is still being written."""
    try:
        if is_pdf(data):
            return is_whole_pdf(data)
        with foreign_bytes(data, name), Image.open(io.BytesIO(data), formats=FORMATS) as image:
            for frame in ImageSequence.Iterator(image):
                if frame.width * frame.height <= MOST_PIXELS:  # what is larger is refused from its header later on
                    frame.load()
    except (OSError, CounterError):
        return False
    return True


def _sent(pages: Iterator[RawPage | CounterError]) -> Iterator[Sent]:
    before: bytes | None = None
    for page in pages:
        if not isinstance(page, RawPage):
            yield page
        elif page.data is before:
            yield SameFile(replace(page, data=b""))
        else:
            before = page.data
            yield page

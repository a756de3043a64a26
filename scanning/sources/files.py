"""Pages from files: pictures, TIFFs of many pages, PDFs, and folders of these."""

from __future__ import annotations

import io
import stat
from collections.abc import Iterable, Iterator
from pathlib import Path

import pikepdf

from counter_app.errors import CounterError
from scanning.errors import (
    BrokenPdf,
    EncryptedPdf,
    FileNotReadable,
    FileTooLarge,
    NotAFile,
)
from scanning.pages import RawPage
from scanning.sources.folders import files_in, is_folder, shown
from scanning.sources.pdf_scan import jpeg_of_scan
from scanning.sources.pictures import pages_of_picture

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
        yield from _split_pdf(data, name) if b"%PDF-" in data[:1024] else pages_of_picture(data, name)
    except CounterError as error:
        yield error
    except MemoryError:
        yield FileTooLarge("memory", file=name)


def _split_pdf(data: bytes, name: str) -> Iterator[RawPage]:
    """Each page: a scan's JPEG as it is, any other page as a PDF of its own."""
    if b"%%EOF" not in data[-2048:]:  # mended, the pages that were cut off would be empty, and nobody would know
        raise BrokenPdf("cut off", file=name)
    try:
        document = pikepdf.open(io.BytesIO(data))
    except pikepdf.PasswordError as error:
        raise EncryptedPdf("pikepdf", file=name) from error
    except (pikepdf.PdfError, ValueError, RuntimeError) as error:
        raise BrokenPdf(type(error).__name__, file=name) from error
    with document:
        try:
            count = len(document.pages)
        except (pikepdf.PdfError, ValueError, RuntimeError) as error:
            raise BrokenPdf(type(error).__name__, file=name) from error
        if count == 0:
            raise BrokenPdf("no page", file=name)
        for index in range(count):
            yield _page_of_pdf(document, index, name)


def _page_of_pdf(document: pikepdf.Pdf, index: int, name: str) -> RawPage:
    scan = jpeg_of_scan(document.pages[index])
    if scan is not None:
        return RawPage(scan[0], "image/jpeg", scan[1], name, index)
    return RawPage(_single_page(document, index, name), "application/pdf", None, name, index)


def _single_page(document: pikepdf.Pdf, index: int, name: str) -> bytes:
    memory = io.BytesIO()
    try:
        with pikepdf.new() as alone:
            alone.pages.append(document.pages[index])
            alone.save(memory)
    except (pikepdf.PdfError, ValueError, RuntimeError, TypeError) as error:
        raise BrokenPdf(type(error).__name__, file=name) from error
    return memory.getvalue()

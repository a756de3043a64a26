"""Pages from a PDF: each one as a PDF of its own, or as the JPEG that it shows."""

from __future__ import annotations

import io
from collections.abc import Iterator

import pikepdf

from counter_app.errors import CounterError
from scanning.errors import BrokenPdf, EncryptedPdf
from scanning.pages import RawPage
from scanning.sources.pdf_scan import jpeg_of_scan


def is_pdf(data: bytes) -> bool:
    """Whether a file's content is to be opened as a PDF."""
    return b"%PDF-" in data[:1024]


def pages_of_pdf(data: bytes, name: str) -> Iterator[RawPage | CounterError]:
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

"""Opening a PDF as viewers do: with junk around it and damage that can be mended, but never with less than it had."""

from __future__ import annotations

import io
import re
from typing import Any

import pikepdf

from printing.layout.pdfium import written_anew
from scanning.errors import BrokenPdf, EncryptedPdf, PdfIncomplete, PdfLocked
from scanning.formats.pdf_tree import PDF_FAULTS, pages_of_tree

MOST_JUNK = 65_536
"""Bytes before the header; viewers look at 1,024 at least, web servers' headers and mails are longer."""
_HEADER, _END = b"%PDF-", b"%%EOF"
_OBJECT = re.compile(rb"\d\s+\d+\s+obj\b")
_PICTURES = (b"\xff\xd8\xff", b"\x89PNG", b"II*\0", b"MM\0*", b"GIF8", b"RIFF", b"BM")


def is_pdf(data: bytes) -> bool:
    """Whether a file's content is to be opened as a PDF."""
    return _HEADER in data[:1024] or (_HEADER in data[:MOST_JUNK] and not data.startswith(_PICTURES))


def is_whole_pdf(data: bytes) -> bool:
    """Whether a PDF has come to its end; one that only a password opens has."""
    try:
        opened_pdf(data, "").close()
    except (EncryptedPdf, PdfLocked):
        return True
    except (BrokenPdf, PdfIncomplete):
        return False
    return True


def opened_pdf(data: bytes, name: str) -> pikepdf.Pdf:
    """The document, mended where that loses nothing.

    Raises BrokenPdf, EncryptedPdf, PdfIncomplete, PdfLocked.
    """
    body, ended = _without_junk(data)
    document = _opened(body, ended, name)
    if not ended and not (_xref_follows(body) and _has_everything(document)):
        document.close()
        raise PdfIncomplete("cut off", file=name)
    return document if _missing(document) == 0 else _with_more_pages(document, body)


def _missing(document: pikepdf.Pdf) -> int:
    try:
        return sum(page is None for page in pages_of_tree(document))
    except PDF_FAULTS:
        return 1


def _with_more_pages(document: pikepdf.Pdf, body: bytes) -> pikepdf.Pdf:
    """The document as PDFium understands it if that has more of its pages."""
    mended = _mended(body)
    if mended is None:
        return document
    better, other = (mended, document) if _missing(mended) < _missing(document) else (document, mended)
    other.close()
    return better


def _without_junk(data: bytes) -> tuple[bytes, bool]:
    """From its header to its end mark; whether there is one with nothing of the document after it."""
    start = max(0, data.find(_HEADER, 0, MOST_JUNK))
    end = data.rfind(_END)
    if end < start or _OBJECT.search(data, end):
        return data[start:], False
    return data[start : end + len(_END)] + b"\n", True


def _xref_follows(body: bytes) -> bool:
    """Whether what was saved behind an end mark has come as far as its table; else only what was before is seen."""
    end = body.rfind(_END)
    return end < 0 or b"startxref" in body[end:]


def _opened(body: bytes, ended: bool, name: str) -> pikepdf.Pdf:
    try:
        return pikepdf.open(io.BytesIO(body), inherit_page_attributes=False)
    except pikepdf.PasswordError as error:
        raise EncryptedPdf("pikepdf", file=name) from error
    except PDF_FAULTS as error:
        if "encrypt" in str(error):
            raise PdfLocked(type(error).__name__, file=name) from error
        if not ended and _OBJECT.search(body):
            raise PdfIncomplete(type(error).__name__, file=name) from error
    mended = _mended(body)
    if mended is None:
        raise BrokenPdf("qpdf and pdfium", file=name)
    return mended


def _mended(body: bytes) -> pikepdf.Pdf | None:
    """As PDFium understands it, which opens some files that qpdf does not."""
    anew = written_anew(body)
    try:
        return None if anew is None else pikepdf.open(io.BytesIO(anew), inherit_page_attributes=False)
    except PDF_FAULTS:
        return None


def _has_everything(document: pikepdf.Pdf) -> bool:
    """Whether a document without its end has all pages and objects that it speaks of, and each to its end."""
    try:
        pages: list[Any] = list(pages_of_tree(document))
        if not pages or any(page is None for page in pages):
            return False
        if any(thing is None for thing in document.objects):  # something names it, and it is not there
            return False
        return not any("unable to recover" in str(warning) for warning in document.get_warnings())
    except PDF_FAULTS:
        return False

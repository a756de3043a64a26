"""Pages from a PDF: each one as a PDF of its own, or as the JPEG that it shows; a signed PDF is kept whole."""

from __future__ import annotations

from collections.abc import Iterator
from typing import Any

import pikepdf

from counter_app.errors import CounterError
from scanning.errors import BrokenPdf, PdfNotShown, PdfPageBroken, PdfPortfolio
from scanning.formats.pdf_damage import is_damaged
from scanning.formats.pdf_opening import opened_pdf
from scanning.formats.pdf_scan import jpeg_of_scan
from scanning.formats.pdf_signatures import signatures_of
from scanning.formats.pdf_single import page_alone
from scanning.formats.pdf_tree import PDF_FAULTS, taken_from_tree
from scanning.formats.pdf_whole import media_type_in_whole
from scanning.formats.pdf_xfa import only_acrobat_shows
from scanning.pages import RawPage


def pages_of_pdf(data: bytes, name: str) -> Iterator[RawPage | CounterError]:
    """Each page of a PDF's content; an error in place of one that is damaged.

    Raises BrokenPdf, EncryptedPdf, PdfIncomplete, PdfLocked, PdfNotShown.
    """
    document = opened_pdf(data, name)
    with document:
        if only_acrobat_shows(document, data):
            raise PdfNotShown("xfa", file=name)
        count = _packed_files(document)
        if count:
            yield PdfPortfolio("collection", file=name, count=count)
        signatures = signatures_of(document)
        try:
            pages = taken_from_tree(document)
        except PDF_FAULTS as error:
            raise BrokenPdf(type(error).__name__, file=name) from error
        if not pages:
            raise BrokenPdf("no page", file=name)
        for index, page in enumerate(pages):
            if page is None or is_damaged(document, page):
                yield PdfPageBroken("not there", file=name, page=index + 1)
            elif signatures:
                yield RawPage(data, media_type_in_whole(index), None, name, index, signatures=signatures)
            else:
                yield _page(document, page, index, name)


def _page(document: pikepdf.Pdf, page: Any, index: int, name: str) -> RawPage | CounterError:
    scan = jpeg_of_scan(document, page)
    if scan is not None:
        return RawPage(scan[0], "image/jpeg", scan[1], name, index)
    try:
        data = page_alone(document, page)
    except PDF_FAULTS as error:
        return PdfPageBroken(type(error).__name__, file=name, page=index + 1)
    return RawPage(data, "application/pdf", None, name, index)


def _packed_files(document: pikepdf.Pdf) -> int:
    """How many files a portfolio holds; 0 for any other PDF."""
    try:
        return max(1, len(document.attachments)) if "/Collection" in document.Root else 0
    except PDF_FAULTS:
        return 1

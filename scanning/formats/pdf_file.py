"""Pages from a PDF: each one as a PDF of its own, or as the JPEG that it shows; a signed PDF is kept whole."""

from __future__ import annotations

from collections.abc import Iterator
from typing import Any

import pikepdf
from pikepdf import Dictionary

from counter_app.errors import CounterError
from printing.layout.pdfium import first_text
from scanning.errors import BrokenPdf, PdfNotShown, PdfPageBroken, PdfPortfolio
from scanning.formats.pdf_damage import is_damaged
from scanning.formats.pdf_opening import opened_pdf
from scanning.formats.pdf_scan import jpeg_of_scan
from scanning.formats.pdf_signatures import signatures_of
from scanning.formats.pdf_single import page_alone
from scanning.formats.pdf_tree import PDF_FAULTS, pages_of_tree, shown_annotations, taken_from_tree
from scanning.formats.pdf_whole import media_type_in_whole
from scanning.pages import RawPage

_NOTICE = "please wait"
"""How the notice begins that Adobe's form designer puts on the page, in English whatever the form's language."""
_LONGEST_NOTICE = 1500
"""Letters; a form that is shown may have these words in its text."""


def pages_of_pdf(data: bytes, name: str) -> Iterator[RawPage | CounterError]:
    """Each page of a PDF's content; an error in place of one that is damaged.

    Raises BrokenPdf, EncryptedPdf, PdfIncomplete, PdfLocked, PdfNotShown.
    """
    document = opened_pdf(data, name)
    with document:
        if _only_acrobat_shows(document, data):
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


def _only_acrobat_shows(document: pikepdf.Pdf, data: bytes) -> bool:
    """Whether it is dynamic XFA, whose content is nowhere on its pages: they say "Please wait" to all but Acrobat."""
    try:
        form = document.Root.get("/AcroForm")
        if not isinstance(form, Dictionary) or "/XFA" not in form:
            return False
        pages = list(pages_of_tree(document))
        if any(page is None or shown_annotations(page) for page in pages):
            return False
        if bool(document.Root.get("/NeedsRendering", False)):
            return True
        text = first_text(data)
    except PDF_FAULTS:
        return False
    return len(pages) == 1 and len(text) < _LONGEST_NOTICE and _NOTICE in text.casefold()

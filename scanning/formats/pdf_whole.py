"""A page within the whole file that it came in: any other way of keeping a signed PDF would break its signature.

Such a page carries the untouched bytes of the file and says which page it is in its media type: "application/pdf;
page=3", counted from 1. The pages of a file share one bytes object, and the files store keeps it once.
"""

from __future__ import annotations

from collections.abc import Iterator
from dataclasses import replace

from counter_app.dossier.pages import page_number
from scanning.errors import PdfPageBroken
from scanning.formats.pdf_opening import opened_pdf
from scanning.formats.pdf_signatures import signatures_of
from scanning.formats.pdf_single import page_alone
from scanning.formats.pdf_tree import PDF_FAULTS, taken_from_tree
from scanning.pages import RawPage

PDF = "application/pdf"


def media_type_in_whole(index: int) -> str:
    """The media type of a page of a file kept whole; `index` from 0."""
    return f"{PDF}; page={index + 1}"


def page_taken_out(page: RawPage) -> Iterator[RawPage]:
    """The same for a process of its own (`counter_app.apart`)."""
    yield taken_out(page)


def taken_out(page: RawPage) -> RawPage:
    """The page as a PDF of its own with the signatures of its file; any other page as it is.

    Raises what `opened_pdf` raises, and PdfPageBroken.
    """
    number = page_number(page.media_type)
    if not number:
        return page
    with opened_pdf(page.data, page.source) as document:
        try:
            signatures = signatures_of(document)
            sheet = taken_from_tree(document)[number - 1]
            if sheet is None:
                raise IndexError(number)
            alone = page_alone(document, sheet)
        except PDF_FAULTS as error:
            raise PdfPageBroken(type(error).__name__, file=page.source, page=number) from error
    return replace(page, data=alone, media_type=PDF, signatures=signatures)

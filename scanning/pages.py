"""A page on its way: as it came (`RawPage`) and as it was read (`ReadPage`).

These values travel between processes; nothing here needs a picture library.
"""

from __future__ import annotations

from dataclasses import dataclass, field

from counter_app.dossier.pages import LEFT_TO_THE_PROGRAM, PageReading, Signature, Treatment


@dataclass(frozen=True)
class RawPage:
    """One page exactly as a source delivered it."""

    data: bytes
    """The encoded picture (JPEG, PNG, TIFF, PNM …), a PDF of one page, or a signed PDF as a whole."""
    media_type: str
    """Of `data`; "application/pdf; page=3" for the third page of a PDF that is there as a whole."""
    dpi: int | None
    """Pixels per inch as the source knows it; None leaves it to the picture's own header."""
    source: str
    """The file's name or the scanner's, for the clerk's eyes."""
    index: int
    """Which page of this source, from 0."""
    treatment: Treatment = LEFT_TO_THE_PROGRAM
    signatures: tuple[Signature, ...] = ()
    """Of the file it came in."""
    with_fields: bool = True
    """Its fields are wanted too: the second reader reads them."""


def numbered(source: str, index: int) -> str:
    """The name of one page of a source, for the clerk's eyes; the first page has its source's."""
    return source if index == 0 else f"{source} #{index + 1}"


@dataclass(frozen=True)
class ReadPage(PageReading):
    """One page cleaned and read, with its sheet."""

    sheet: bytes = field(kw_only=True)
    """The cleaned page as a PDF of one page, without its text (see `scanning.page.sheet`)."""

    @property
    def left_out(self) -> bool:
        """Whether it is no page of the document: blank, or a separator."""
        return self.facts.left_out


def with_sheet(reading: PageReading, sheet: bytes) -> ReadPage:
    """The page whose reading and sheet were kept apart."""
    return ReadPage(**vars(reading), sheet=sheet)

"""A page on its way: as it came (`RawPage`) and as it was read (`ReadPage`).

These values travel between processes and into the store; nothing here needs a picture library.
"""

from __future__ import annotations

import json
from dataclasses import asdict, dataclass
from typing import Any

Box = tuple[int, int, int, int]
"""x, y, width, height in pixels; the origin is the picture's upper left corner."""

UNKNOWN_DOCUMENT = "unknown"
SEPARATOR = "separator"
"""Document type of a cover or separator sheet: it sorts the pages after it and is none itself."""

NO_SHADES, SOME_SHADES, ALL_SHADES = "none", "parts", "page"
"""Black ink on white; beside it parts in grey or colour; the whole page as it was scanned."""


@dataclass(frozen=True)
class Treatment:
    """How a page is to be taken: what the clerk decided; None leaves it to the program."""

    rotation: int | None = None
    """Degrees clockwise by which the page lies turned: 0, 90, 180, 270."""
    straighten: bool = True
    """Undo its skew."""
    crop: bool = True
    """Cut off what lies around the sheet."""
    whiten: bool | None = None
    """True: make the paper white. False: shades and colours stay as they were scanned. None: white where nothing is
    lost by it."""
    blank: bool | None = None
    photographed: bool = False
    """Seen by a camera from a slant: the sheet is to be found in the picture and flattened."""
    side: int | None = None
    """Of two pages that lie side by side: 1 the left, 2 the right; 0: they are one page."""

    def to_json(self) -> str:
        """To be stored beside the page; "" for a page left to the program."""
        decided = {name: value for name, value in vars(self).items() if value != getattr(LEFT_TO_THE_PROGRAM, name)}
        return json.dumps(decided) if decided else ""

    @classmethod
    def from_json(cls, text: str) -> Treatment:
        """The treatment that `to_json` wrote."""
        return cls(**json.loads(text)) if text else LEFT_TO_THE_PROGRAM


LEFT_TO_THE_PROGRAM = Treatment()
PHOTOGRAPHED = Treatment(photographed=True)


@dataclass(frozen=True)
class Signature:
    """A digital signature of the file that a page came in, as the file tells; nobody here checked it."""

    signer: str
    """The name in the signer's certificate, or the one the file gives; "" where it gives none."""
    time: str | None
    """ISO 8601; by the clock of the machine that signed."""
    checked: bool = False
    """Always False: whether it is valid is for others to find out."""


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


def numbered(source: str, index: int) -> str:
    """The name of one page of a source, for the clerk's eyes; the first page has its source's."""
    return source if index == 0 else f"{source} #{index + 1}"


@dataclass(frozen=True)
class Word:
    """One word as it was read."""

    text: str
    confidence: float
    """0 to 100, Tesseract's own."""
    box: Box


@dataclass(frozen=True)
class Code:
    """A QR code or barcode found on the page."""

    format: str
    """zxing's name of the symbology: "QRCode", "Code128" …"""
    text: str


@dataclass(frozen=True)
class ReadPage:
    """One page cleaned and read."""

    sheet: bytes
    """The cleaned page as a PDF of one page, without its text (see `scanning.page.sheet`)."""
    width: int
    """Of the cleaned page in pixels at `dpi`; likewise `height`."""
    height: int
    dpi: int
    rotation: int
    """By how many degrees clockwise the page lay turned (0, 90, 180, 270); this was undone."""
    skew: float
    """By how many further degrees clockwise it lay askew; this was undone."""
    cropped: bool
    """Something around the sheet was cut off."""
    side: int
    """1 the left, 2 the right of two pages that lay side by side; 0 otherwise."""
    blank: bool
    words: tuple[Word, ...]
    """In reading order; boxes in pixels of the cleaned page."""
    text: str
    """The same words with lines ("\\n") and paragraphs ("\\n\\n")."""
    mean_confidence: float
    """Over all letters, 0 to 100; 0 for a page without text."""
    codes: tuple[Code, ...]
    document_type: str
    """A name of resources/templates/titles.toml, "separator", or "unknown"."""
    kept: float = 1.0
    """Share of what stands on the paper that the cleaned page shows, from 0 to 1."""
    shades: str = NO_SHADES
    """How much of the paper's own shades and colours the cleaned page has: NO_SHADES, SOME_SHADES, ALL_SHADES."""
    signatures: tuple[Signature, ...] = ()
    """Of the file it came in."""

    @property
    def left_out(self) -> bool:
        """Whether it is no page of the document: blank, or a separator."""
        return self.blank or self.document_type == SEPARATOR

    def to_json(self) -> str:
        """Everything but the sheet, to be stored beside it."""
        parts = ("sheet", "words", "codes", "signatures")
        facts = {name: value for name, value in vars(self).items() if name not in parts}
        facts["words"] = [asdict(word) for word in self.words]
        facts["codes"] = [asdict(code) for code in self.codes]
        if self.signatures:
            facts["signatures"] = [asdict(signature) for signature in self.signatures]
        return json.dumps(facts, ensure_ascii=False)

    @classmethod
    def from_json(cls, text: str, sheet: bytes) -> ReadPage:
        """The page that `to_json` wrote, with its sheet."""
        facts: dict[str, Any] = json.loads(text)
        facts["words"] = tuple(Word(w["text"], w["confidence"], tuple(w["box"])) for w in facts["words"])
        facts["codes"] = tuple(Code(**code) for code in facts["codes"])
        facts["signatures"] = tuple(Signature(**signature) for signature in facts.get("signatures", ()))
        return cls(sheet=sheet, **facts)


def is_left_out(reading: str) -> bool:
    """`ReadPage.left_out` of what `to_json` wrote, without taking apart all its words: lists ask it for every page."""
    return '"blank": true' in _facts(reading) or is_separator(reading)


def is_separator(reading: str) -> bool:
    """Whether what `to_json` wrote is a cover or separator sheet."""
    return f'"document_type": "{SEPARATOR}"' in _facts(reading)


def _facts(reading: str) -> str:
    """What stands before the words, which are most of it; inside the page's text the quotes would stand escaped."""
    return reading.partition('"words": [')[0]

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


@dataclass(frozen=True)
class RawPage:
    """One page exactly as a source delivered it."""

    data: bytes
    """The encoded picture (JPEG, PNG, TIFF, PNM …), or a PDF of one page."""
    media_type: str
    dpi: int | None
    """Pixels per inch as the source knows it; None leaves it to the picture's own header."""
    source: str
    """The file's name or the scanner's, for the clerk's eyes."""
    index: int
    """Which page of this source, from 0."""
    photographed: bool = False
    """Seen by a camera from a slant: the sheet is still to be found in the picture and flattened."""


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

    image: bytes
    """The cleaned page: JPEG (colour, grey) or PNG (one bit a pixel)."""
    media_type: str
    width: int
    height: int
    dpi: int
    rotation: int
    """By how many degrees clockwise the page lay turned (0, 90, 180, 270); this was undone."""
    skew: float
    """By how many further degrees clockwise it lay askew; this was undone."""
    blank: bool
    words: tuple[Word, ...]
    """In reading order; boxes in pixels of `image`."""
    text: str
    """The same words with lines ("\\n") and paragraphs ("\\n\\n")."""
    mean_confidence: float
    """Over all letters, 0 to 100; 0 for a page without text."""
    codes: tuple[Code, ...]
    document_type: str
    """A name of resources/templates/titles.toml, or "unknown"."""

    def to_json(self) -> str:
        """Everything but the picture, to be stored beside it."""
        facts = {name: value for name, value in vars(self).items() if name not in ("image", "words", "codes")}
        facts["words"] = [asdict(word) for word in self.words]
        facts["codes"] = [asdict(code) for code in self.codes]
        return json.dumps(facts, ensure_ascii=False)

    @classmethod
    def from_json(cls, text: str, image: bytes) -> ReadPage:
        """The page that `to_json` wrote, with its picture."""
        facts: dict[str, Any] = json.loads(text)
        facts["words"] = tuple(Word(w["text"], w["confidence"], tuple(w["box"])) for w in facts["words"])
        facts["codes"] = tuple(Code(**code) for code in facts["codes"])
        return cls(image=image, **facts)

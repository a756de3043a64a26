"""A scanned page: how it is to be taken, what was read from it, and how it lies in the spool."""

from __future__ import annotations

import re
from dataclasses import dataclass, field

from counter_app.dossier.value import Sha256, Value
from counter_app.errors import StoredFailure

Box = tuple[int, int, int, int]
"""x, y, width, height in pixels; the origin is the picture's upper left corner."""

UNKNOWN_DOCUMENT = "unknown"
SEPARATOR = "separator"
"""Document type of a cover or separator sheet: it sorts the pages after it and is none itself."""

MACHINE_READABLE = "MRZ"
"""Format of a `Code` that is a machine-readable zone, its lines one under the other, every check digit tried."""

READABLE = 45.0
"""Mean confidence from which on a page counts as read: below it what was read of forms is more wrong than right, and a
page on which nothing could be read has 0."""

NO_SHADES, SOME_SHADES, ALL_SHADES = "none", "parts", "page"
"""Black ink on white; beside it parts in grey or colour; the whole page as it was scanned."""


_IN_WHOLE = re.compile(r"application/pdf; page=([1-9]\d{0,6})")


def page_number(media_type: str) -> int:
    """Which page of its file a page is, from 1; 0 where the bytes are the page alone."""
    found = _IN_WHOLE.fullmatch(media_type)
    return int(found[1]) if found else 0


LEFT, RIGHT, UPPER, LOWER = 1, 2, 3, 4
"""Which of two a page is that lay on one sheet, side by side or one under the other."""


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
    """LEFT, RIGHT, UPPER or LOWER; 0: the sheet is one page."""


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
class Word:
    """One word as it was read."""

    text: str
    confidence: float
    """0 to 100, Tesseract's own."""
    box: Box


@dataclass(frozen=True)
class Writing:
    """What was written by hand in one place: words that stand close together, or what fills a row of boxes."""

    box: Box
    likely: float
    """How likely it was written by hand and not printed, 0 to 100."""
    signs: str = ""
    """One by one what its signs look like, from left to right: digits, "/" for a stroke, "?" for anything else, a space
    for a gap or an empty box."""
    sure: tuple[int, ...] = ()
    """How likely each of the signs is what it looks like, 0 to 100; 100 for a space."""
    boxes: int = 0
    """In how many printed boxes, one for each sign; 0 where there are none."""
    crossed_out: bool = False
    lean: float = 0.0
    """How far its strokes lean to the right, in degrees; likewise `breadth`, in millimetres, how broad they are."""
    breadth: float = 0.0


@dataclass(frozen=True)
class SecondReading:
    """A word as the second reader read it."""

    text: str
    box: Box
    """Of the first reader's word."""


@dataclass(frozen=True)
class Code:
    """A QR code or barcode found on the page."""

    format: str
    """zxing's name of the symbology: "QRCode", "Code128" …"""
    text: str
    box: Box | None = field(default=None, compare=False)
    """Where it stands; None of those that were read before this was kept. One that stands twice is one code."""


@dataclass(frozen=True)
class PageReading:
    """What was read from a page and done to it, without the picture."""

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
    """LEFT, RIGHT, UPPER or LOWER; 0 where it is all of the sheet."""
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
    document_confidence: float = 0.0
    """How sure `document_type` is, 0 to 100."""
    document_reason: str = ""
    """What tells it: the title as it was read, or the kind of a code."""
    print_words: tuple[Word, ...] = ()
    """What is printed, read once more without what a pen wrote over and beside it; nothing where no pen did."""
    writing: tuple[Writing, ...] = ()
    """What was written by hand, and empty rows of boxes to be filled in by hand."""
    ruled: tuple[Box, ...] = ()
    """Rules, level and upright, and rows of dots to write on."""
    second_reading: tuple[SecondReading, ...] = ()
    """Of the words where fields stand."""

    @property
    def facts(self) -> PageFacts:
        """What lists show of it."""
        return PageFacts(self.blank, self.document_type, self.mean_confidence)


@dataclass(frozen=True)
class PageFacts:
    """What lists ask of every page that was read; its words, which are most of a reading, stay in the store."""

    blank: bool
    document_type: str
    mean_confidence: float = 100.0

    @property
    def unreadable(self) -> bool:
        """Whether hardly a word could be read of what stands on it: a clerk should look at it."""
        return not self.left_out and self.mean_confidence < READABLE

    @property
    def is_separator(self) -> bool:
        """Whether it is a cover or separator sheet."""
        return self.document_type == SEPARATOR

    @property
    def left_out(self) -> bool:
        """Whether it is no page of the document: blank, or a separator."""
        return self.blank or self.is_separator


class SpooledPage(Value):
    """A page picture that is on disk for a draft or a dossier, and how far its reading has come.

    `holder` is the draft's id or the dossier's code. `picture` names the cleaned picture, "" until it was read;
    `reading` is None until then, and `failure` is why it could not be; `document` names the document it became a part
    of. Pages stay in the spool after that, so that a document can be made anew. A component's pages are ordered by
    `position`, then by `id`. `note_of` is the id of the page that this one shows once more, with the note attached to
    it; 0 otherwise.
    """

    id: int
    holder: str
    component: str
    original: Sha256
    media_type: str
    dpi: int | None
    source: str
    position: float = 0.0
    picture: str = ""
    reading: PageFacts | None = None
    failure: StoredFailure | None = None
    document: str = ""
    treatment: Treatment = LEFT_TO_THE_PROGRAM
    note_of: int = 0

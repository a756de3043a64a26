"""The JPEG a scanner put into a PDF, taken out as it is: what comes in compressed is not compressed again.

Only where it is all that the page shows: anything that is not known to leave the picture as it is sends the page to be
drawn, which costs little.
"""

from __future__ import annotations

import io
from collections.abc import Iterable
from dataclasses import dataclass
from typing import Any

import pikepdf
from pikepdf import Array, Dictionary, Name
from PIL import ExifTags, Image

from scanning.formats.pdf_resolution import LARGEST_SHEET, LEAST_DPI, POINTS, is_believable
from scanning.formats.pdf_tree import PDF_FAULTS, shown_annotations

_EDGE = 0.01
"""Share of the page's width and height by which the picture's edge may miss the page's."""
_STRETCHED = 0.02
"""Share by which the resolutions across and down may differ."""
_LONGEST_CONTENT = 1_000_000
"""Bytes of drawing operators: a scan with its invisible text has fewer."""
_STATE = frozenset(
    "BT ET BMC EMC MP DP Tm Td TD T* Tz Tc Tw TL Ts g G rg RG k K cs CS w J j M d ri i n".split()  # noqa: SIM905
)
"""Operators that show nothing and do not change how a picture is shown."""
_TEXT = frozenset(["Tj", "TJ", "'", '"'])
_INVISIBLE = 3
_HARMLESS_STATES: dict[str, tuple[Any, ...]] = {
    "/BM": (Name.Normal, Name.Compatible),
    "/SMask": (Name("/None"),),
    "/ca": (1,),
    **dict.fromkeys(["/Type", "/SA", "/SM", "/OP", "/op", "/OPM", "/AIS", "/LW", "/LC", "/LJ", "/ML", "/D"], ()),
    **dict.fromkeys(["/RI", "/FL", "/CA", "/TK", "/Font"], ()),
}
"""What a graphics state may set, each with the values that leave a picture as it is; () for any."""
Box = tuple[float, float, float, float]
"""Left, lower, right, upper; points."""


@dataclass(frozen=True)
class _Placed:
    """A picture and where it is drawn."""

    picture: Any
    box: Box


class _ShowsMore(Exception):
    """Something on the page is not known to leave the picture as it is."""


def jpeg_of_scan(document: pikepdf.Pdf, page: Any) -> tuple[bytes, int | None] | None:
    """(the JPEG, its dots per inch) of a page that is nothing but this picture, upright; None for any other page.

    Invisible text, which scanning programs lay over their pictures, does not count. The resolution is None where the
    page cannot be as large as it says.
    """
    try:
        placed = _only_picture(document, page)
        jpeg = _plain_jpeg(placed.picture)
        return (jpeg, _dpi(placed, page)) if jpeg else None
    except (_ShowsMore, *PDF_FAULTS, OSError):
        return None  # a page that is drawn by PDFium, which forgives more


def _only_picture(document: pikepdf.Pdf, page: Any) -> _Placed:
    if int(page.get("/Rotate", 0)) % 360 or shown_annotations(page):
        raise _ShowsMore
    resources = page.get("/Resources", Dictionary())
    content = _content(page)
    reader = _Reader(resources, _page_box(page))
    for operands, operator in pikepdf.parse_content_stream(pikepdf.Stream(document, content)):  # type: ignore[misc]
        reader.take(str(operator), list(operands))
    if len(reader.drawn) != 1:
        raise _ShowsMore
    (placed,) = reader.drawn
    if not _fills(placed.box, reader.page):
        raise _ShowsMore
    return placed


def _content(page: Any) -> bytes:
    contents = page.get("/Contents")
    streams = list(contents) if isinstance(contents, Array) else [contents]
    content = b"\n".join(stream.read_bytes() for stream in streams)
    if len(content) > _LONGEST_CONTENT:
        raise _ShowsMore
    return content


def _page_box(page: Any) -> Box:
    """What is shown of the page's area."""
    left, low, right, high = _box(page.MediaBox)
    if "/CropBox" in page:
        crop = _box(page.CropBox)
        left, low, right, high = max(left, crop[0]), max(low, crop[1]), min(right, crop[2]), min(high, crop[3])
    if not (right > left and high > low):
        raise _ShowsMore
    return left, low, right, high


def _box(numbers: Any) -> Box:
    x1, y1, x2, y2 = (float(number) for number in numbers)
    return min(x1, x2), min(y1, y2), max(x1, x2), max(y1, y2)


def _fills(box: Box, page: Box) -> bool:
    width, height = page[2] - page[0], page[3] - page[1]
    slack = (_EDGE * width, _EDGE * height) * 2
    return all(abs(item - other) <= loose for item, other, loose in zip(box, page, slack, strict=True))


class _Reader:
    """Goes through a page's operators; what is drawn is noted, and what might change it ends the search."""

    def __init__(self, resources: Any, page: Box) -> None:
        self.resources = resources
        self.page = page
        self.drawn: list[_Placed] = []
        self._now = _Graphics()
        self._kept: list[_Graphics] = []
        self._path: list[Box] = []

    def take(self, operator: str, operands: list[Any]) -> None:
        """One operator; raises _ShowsMore."""
        if operator == "q":
            self._kept.append(self._now)
        elif operator == "Q":
            self._now = self._kept.pop() if self._kept else self._now
        elif operator == "cm":
            self._now = self._now.placed(*(float(value) for value in operands))
        elif operator == "Do":
            self._draw(self.resources.XObject[operands[0]])
        elif operator == "gs":
            _check_state(self.resources.ExtGState[operands[0]])
        elif operator == "Tr":
            self._now = self._now.with_text(mode=int(operands[0]))
        elif operator == "Tf":
            self._now = self._now.with_text(drawn_font=self._draws_letters(operands[0]))
        elif operator == "re":
            self._path.append(self._now.laid(*(float(value) for value in operands)))
        elif operator in ("W", "W*"):
            if len(self._path) != 1 or not _covers(self._path[0], self.page):
                raise _ShowsMore
        elif operator in _TEXT:
            if self._now.mode != _INVISIBLE or self._now.drawn_font:
                raise _ShowsMore
        elif operator == "BDC":
            if operands[0] == Name.OC:
                raise _ShowsMore
        elif operator not in _STATE:
            raise _ShowsMore
        if operator == "n":
            self._path.clear()

    def _draw(self, thing: Any) -> None:
        if thing.get("/Subtype") != Name.Image or "/OC" in thing:
            raise _ShowsMore
        self.drawn.append(_Placed(thing, self._now.laid(0, 0, 1, 1)))

    def _draws_letters(self, name: Any) -> bool:
        """A Type 3 font draws its letters whatever the mode says."""
        return bool(self.resources.Font[name].get("/Subtype") == Name.Type3)


@dataclass(frozen=True)
class _Graphics:
    """What of the graphics state matters here; nothing that turns or mirrors is followed."""

    x: float = 0
    y: float = 0
    across: float = 1
    up: float = 1
    mode: int = 0
    drawn_font: bool = False

    def placed(self, a: float, b: float, c: float, d: float, e: float, f: float) -> _Graphics:
        if b or c or a <= 0 or d <= 0:
            raise _ShowsMore
        x, y = self.x + e * self.across, self.y + f * self.up
        return _Graphics(x, y, self.across * a, self.up * d, self.mode, self.drawn_font)

    def laid(self, x: float, y: float, width: float, height: float) -> Box:
        left, low = self.x + x * self.across, self.y + y * self.up
        right, high = left + width * self.across, low + height * self.up
        return min(left, right), min(low, high), max(left, right), max(low, high)

    def with_text(self, mode: int | None = None, drawn_font: bool | None = None) -> _Graphics:
        mode = self.mode if mode is None else mode
        drawn_font = self.drawn_font if drawn_font is None else drawn_font
        return _Graphics(self.x, self.y, self.across, self.up, mode, drawn_font)


def _covers(box: Box, page: Box) -> bool:
    slack = 0.002 * max(page[2] - page[0], page[3] - page[1])
    inner = box[0] <= page[0] + slack and box[1] <= page[1] + slack
    return inner and box[2] >= page[2] - slack and box[3] >= page[3] - slack


def _check_state(state: Any) -> None:
    for name, value in state.items():
        allowed = _HARMLESS_STATES.get(name)
        if allowed is None or (allowed and not any(value == permitted for permitted in allowed)):
            raise _ShowsMore


def _plain_jpeg(picture: Any) -> bytes | None:
    """Its bytes where a JPEG's reader shows the same as a PDF's."""
    if picture.get("/Filter") not in (Name.DCTDecode, Array([Name.DCTDecode])):
        return None
    if any(name in picture for name in ("/SMask", "/Mask", "/Decode", "/DecodeParms", "/SMaskInData")):
        return None
    colours = _colours(picture.get("/ColorSpace"))
    jpeg: bytes = picture.read_raw_bytes()
    with Image.open(io.BytesIO(jpeg)) as image:
        same = image.format == "JPEG" and image.size == (int(picture.Width), int(picture.Height))
        upright = image.getexif().get(ExifTags.Base.Orientation, 1) == 1  # PDF knows nothing of a camera's lie
        return jpeg if same and upright and image.mode == {1: "L", 3: "RGB"}.get(colours) else None


def _colours(space: Any) -> int:
    """How many, of the plain spaces; 0 for any other."""
    if isinstance(space, Array) and space[0] == Name.ICCBased:
        return int(space[1].N)
    return {Name.DeviceGray: 1, Name.DeviceRGB: 3}.get(space, 0) if isinstance(space, Name) else 0


def _dpi(placed: _Placed, page: Any) -> int | None:
    inch = POINTS / float(page.get("/UserUnit", 1))
    width, height = ((placed.box[axis + 2] - placed.box[axis]) / inch for axis in (0, 1))
    across, down = int(placed.picture.Width) / width, int(placed.picture.Height) / height
    if abs(across - down) > _STRETCHED * min(across, down):
        raise _ShowsMore
    shorter, longer = _sorted((width, height))
    if across < LEAST_DPI and longer <= LARGEST_SHEET:
        raise _ShowsMore  # a page of coarse pictures is drawn larger
    if is_believable(shorter, longer, across):
        return round(across)
    if longer <= LARGEST_SHEET:
        raise _ShowsMore  # a card or a shrunken sheet: the size of its letters will tell
    return None


def _sorted(sides: Iterable[float]) -> tuple[float, float]:
    shorter, longer = sorted(sides)
    return shorter, longer

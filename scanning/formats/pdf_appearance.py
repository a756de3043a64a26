"""What a PDF leaves to the viewer to draw: filled-in fields and comments without an appearance of their own.

PDFium draws most of it, but only with the letters of Latin-1: of "Nguyễn Thị Hường" it shows "Nguyn Th Hng".
"""

from __future__ import annotations

import io
import re
from collections.abc import Iterator
from dataclasses import dataclass
from typing import Any

import pikepdf
from pikepdf import Array, Dictionary, Name, Stream
from reportlab.pdfbase import pdfmetrics
from reportlab.pdfgen.canvas import Canvas

from printing.errors import NoVietnameseFont
from printing.layout.fonts import vietnamese_serif
from scanning.formats.pdf_tree import PDF_FAULTS, inherited

_FONT_SIZE = re.compile(r"([\d.]+)\s+Tf")
_COLOUR = re.compile(r"((?:[\d.]+\s+){1,4})(?:g|rg|k)\b")
_MULTILINE, _PASSWORD, _COMBO = 1 << 12, 1 << 13, 1 << 17
"""Bits of a field's flags (ISO 32000-1, 12.7.4)."""
_USUAL_SIZE, _SMALLEST = 12.0, 4.0
"""Points."""
_MARGIN = 2.0
_LEADING = 1.2
_TURNED = {90: [0, 1, -1, 0, 0, 0], 180: [-1, 0, 0, -1, 0, 0], 270: [0, -1, 1, 0, 0, 0]}
"""The viewer shifts what is turned into the annotation's place (ISO 32000-1, algorithm 8.1)."""


@dataclass(frozen=True)
class _Label:
    """A text in a box, as a field or a comment shows it."""

    text: str
    width: float
    height: float
    style: str
    """A default appearance: font, size and colour as operators."""
    aligned: int = 0
    """0 left, 1 in the middle, 2 right."""
    multiline: bool = False
    border: tuple[float, ...] = ()
    ground: tuple[float, ...] = ()


def draw_missing(document: pikepdf.Pdf, annotations: list[Any], style: str, renew: bool) -> None:
    """Give those of a page's annotations an appearance that have none and that PDFium would draw wrongly.

    `style`: the form's default appearance; `renew`: the form's own appearances are out of date.
    """
    for annotation in annotations:
        try:
            _draw(document, annotation, style, renew)
        except (*PDF_FAULTS, NoVietnameseFont):
            continue  # it is left to PDFium


def _draw(document: pikepdf.Pdf, annotation: Any, style: str, renew: bool) -> None:
    kind = annotation.get("/Subtype")
    drawn = isinstance(annotation.get("/AP", Dictionary()).get("/N"), Stream)
    if kind == Name.Widget and inherited(annotation, "/FT") in (Name.Tx, Name.Ch):
        if drawn and not renew:
            return
        label = _field(annotation, style)
        if label is not None:
            _appear(document, annotation, _drawn_label(label))
        elif drawn:
            del annotation["/AP"]  # PDFium makes a new one
    elif drawn:
        return
    elif kind == Name.FreeText:
        _appear(document, annotation, _drawn_label(_comment(annotation, style)))
    elif kind == Name.Stamp:
        _appear(document, annotation, _drawn_label(_stamp(annotation)))
    elif kind in (Name.Line, Name.PolyLine, Name.Polygon):
        _appear(document, annotation, _drawn_line(annotation))


def _field(widget: Any, style: str) -> _Label | None:
    """What is filled in, where PDFium lacks its letters."""
    flags = int(inherited(widget, "/Ff") or 0)
    value = inherited(widget, "/V")
    choice = inherited(widget, "/FT") == Name.Ch
    if not isinstance(value, pikepdf.String) or (choice and not flags & _COMBO) or (not choice and flags & _PASSWORD):
        return None
    text = _shown_choice(widget, str(value)) if choice else str(value)
    if all(ord(letter) < 256 for letter in text):
        return None
    look = widget.get("/MK", Dictionary())
    return _Label(
        text,
        *_size(widget),
        str(inherited(widget, "/DA") or style),
        int(inherited(widget, "/Q") or 0),
        bool(flags & _MULTILINE) and not choice,
        _numbers(look.get("/BC")),
        _numbers(look.get("/BG")),
    )


def _shown_choice(widget: Any, value: str) -> str:
    """Of a choice, the file may hold a code beside what is shown."""
    for option in inherited(widget, "/Opt") or ():
        if isinstance(option, Array) and len(option) == 2 and str(option[0]) == value:
            return str(option[1])
    return value


def _comment(annotation: Any, style: str) -> _Label:
    width = float(annotation.get("/BS", Dictionary()).get("/W", 1))
    return _Label(
        str(annotation.get("/Contents", "")),
        *_size(annotation),
        str(annotation.get("/DA", style)),
        int(annotation.get("/Q", 0)),
        multiline=True,
        border=(0.0,) if width > 0 and "/BS" in annotation else (),
        ground=_numbers(annotation.get("/C")),
    )


def _stamp(annotation: Any) -> _Label:
    """The names of the usual stamps are what they say: "NotApproved"."""
    name = str(annotation.get("/Name", "/Draft")).lstrip("/#")
    words = re.sub(r"(?<=[a-z])(?=[A-Z])", " ", name).upper()
    return _Label(words, *_size(annotation), "0 Tf 1 0 0 rg", aligned=1, border=(1.0, 0.0, 0.0))


def _size(annotation: Any) -> tuple[float, float]:
    x1, y1, x2, y2 = (float(number) for number in annotation.Rect)
    turned = int(annotation.get("/MK", Dictionary()).get("/R", 0)) % 180 == 90
    width, height = abs(x2 - x1), abs(y2 - y1)
    if not (0 < width < 15_000 and 0 < height < 15_000):
        raise ValueError("no room")
    return (height, width) if turned else (width, height)


def _numbers(value: Any) -> tuple[float, ...]:
    return tuple(float(number) for number in value) if isinstance(value, Array) else ()


def _drawn_label(label: _Label) -> bytes:
    """A PDF of one page of the label's size."""
    font = vietnamese_serif().name
    memory = io.BytesIO()
    canvas = Canvas(memory, pagesize=(label.width, label.height))
    for colour, fill in ((label.ground, 1), (label.border, 0)):
        if colour:
            _set_colour(canvas, colour, stroke=not fill)
            canvas.rect(0.5, 0.5, label.width - 1, label.height - 1, stroke=1 - fill, fill=fill)
    size, lines = _fitted(label, font)
    canvas.setFont(font, size)
    found = _COLOUR.search(label.style)
    _set_colour(canvas, tuple(map(float, found.group(1).split())) if found else (0.0,))
    first = label.height - _MARGIN - size if label.multiline else (label.height - size) / 2 + 0.2 * size
    for number, line in enumerate(lines):
        spare = label.width - 2 * _MARGIN - pdfmetrics.stringWidth(line, font, size)
        canvas.drawString(_MARGIN + spare * label.aligned / 2, first - number * size * _LEADING, line)
    canvas.save()
    return memory.getvalue()


def _set_colour(canvas: Canvas, colour: tuple[float, ...], stroke: bool = False) -> None:
    if len(colour) == 1:
        colour *= 3
    names = {3: "RGB", 4: "CMYK"}
    if len(colour) in names:
        set_it = getattr(canvas, f"set{'Stroke' if stroke else 'Fill'}Color{names[len(colour)]}")
        set_it(*(min(1.0, max(0.0, value)) for value in colour))


def _fitted(label: _Label, font: str) -> tuple[float, list[str]]:
    """Font size and lines; a size of nought means as large as there is room."""
    found = _FONT_SIZE.search(label.style)
    given = float(found.group(1)) if found else 0.0
    size = given or (_USUAL_SIZE if label.multiline else max(_SMALLEST, min(40.0, label.height * 0.7)))
    while True:
        lines = list(_wrapped(label, font, size))
        wide = max((pdfmetrics.stringWidth(line, font, size) for line in lines), default=0)
        high = len(lines) * size * _LEADING
        if size <= _SMALLEST or (
            wide <= label.width - 2 * _MARGIN and (high <= label.height - _MARGIN or not label.multiline)
        ):
            return size, lines
        size *= 0.95


def _wrapped(label: _Label, font: str, size: float) -> Iterator[str]:
    for paragraph in re.split(r"\r\n|\r|\n", label.text):
        line = ""
        for word in paragraph.split(" ") if label.multiline else [paragraph]:
            longer = f"{line} {word}" if line else word
            if line and pdfmetrics.stringWidth(longer, font, size) > label.width - 2 * _MARGIN:
                yield line
                longer = word
            line = longer
        yield line


def _drawn_line(annotation: Any) -> bytes:
    numbers = _numbers(annotation.get("/L") or annotation.get("/Vertices"))
    corners = list(zip(numbers[::2], numbers[1::2], strict=False))
    rect = _numbers(annotation.Rect)
    left, low = min(rect[0], rect[2]), min(rect[1], rect[3])
    memory = io.BytesIO()
    canvas = Canvas(memory, pagesize=_size(annotation))
    _set_colour(canvas, _numbers(annotation.get("/C")) or (0.0,), stroke=True)
    canvas.setLineWidth(float(annotation.get("/BS", Dictionary()).get("/W", 1)))
    path = canvas.beginPath()
    path.moveTo(corners[0][0] - left, corners[0][1] - low)
    for x, y in corners[1:]:
        path.lineTo(x - left, y - low)
    if annotation.Subtype == Name.Polygon:
        path.close()
    canvas.drawPath(path)
    canvas.save()
    return memory.getvalue()


def _appear(document: pikepdf.Pdf, annotation: Any, drawing: bytes) -> None:
    with pikepdf.open(io.BytesIO(drawing)) as drawn:
        form = document.copy_foreign(drawn.pages[0].as_form_xobject())
    if "/MK" in annotation and annotation.MK.get("/R", 0):
        form.Matrix = Array(_TURNED.get(int(annotation.MK.R) % 360, [1, 0, 0, 1, 0, 0]))
    annotation.AP = Dictionary(N=form)

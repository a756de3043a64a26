"""The handbook as a PDF: a title page with the contents, then part after part, each page of the guide on a new one."""

from __future__ import annotations

import io
from collections.abc import Iterator, Sequence
from functools import cache
from typing import Any

from PIL import Image as Picture
from reportlab.lib import colors
from reportlab.lib.enums import TA_CENTER
from reportlab.lib.pagesizes import A4
from reportlab.lib.styles import ParagraphStyle
from reportlab.lib.units import mm
from reportlab.pdfgen.canvas import Canvas
from reportlab.platypus import (
    BaseDocTemplate,
    Flowable,
    Frame,
    Image,
    PageBreak,
    PageTemplate,
    Paragraph,
    Spacer,
    Table,
    TableStyle,
)
from reportlab.platypus.tableofcontents import TableOfContents

from counter_app import __version__
from counter_app.commands.guide_markdown import Block, Kind, cells, spans
from counter_app.resources import resource
from printing.layout.fonts import vietnamese_serif

_WIDE = A4[0] - 50 * mm
_HIGHEST = 96 * mm
_CODE = "#1F4E79"


def handbook_pdf(title: str, parts: Sequence[tuple[str, list[list[Block]]]]) -> bytes:
    """The whole book. Raises ReportLab's own errors only for pages that cannot be set, which a test sees first."""
    memory = io.BytesIO()
    book = _Book(memory, title=title, author="", pagesize=A4, invariant=True)
    book.multiBuild(list(_story(title, parts)))
    return memory.getvalue()


class _Book(BaseDocTemplate):
    """Numbers its pages and tells the table of contents where headings came to stand."""

    def __init__(self, file: Any, **options: Any) -> None:
        super().__init__(file, **options)
        frame = Frame(25 * mm, 20 * mm, _WIDE, A4[1] - 40 * mm, 0, 0, 0, 0)
        self.addPageTemplates(PageTemplate(frames=[frame], onPageEnd=_number))

    def afterFlowable(self, flowable: Flowable) -> None:  # noqa: N802 - ReportLab's name
        level = {"part": 0, "h1": 1}.get(getattr(getattr(flowable, "style", None), "name", ""))
        if level is not None and isinstance(flowable, Paragraph):
            self.notify("TOCEntry", (level, flowable.getPlainText(), self.page))
            key = f"{self.page}-{level}"
            self.canv.bookmarkPage(key)
            self.canv.addOutlineEntry(flowable.getPlainText(), key, level)


def _number(canvas: Canvas, _: object) -> None:
    if canvas.getPageNumber() > 1:
        canvas.setFont(vietnamese_serif().name, 11)
        canvas.drawCentredString(A4[0] / 2, 11 * mm, str(canvas.getPageNumber()))


def _story(title: str, parts: Sequence[tuple[str, list[list[Block]]]]) -> Iterator[Flowable]:
    contents = TableOfContents(dotsMinLevel=0)
    contents.levelStyles = [_style("contents"), _style("contents_page")]
    yield Spacer(1, 20 * mm)
    yield Paragraph(title, _style("title"))
    yield Paragraph(f"Phiên bản {__version__}", _style("centred"))
    yield Spacer(1, 10 * mm)
    yield contents
    for name, pages in parts:
        for nth, page in enumerate(pages):
            yield PageBreak()
            if nth == 0:
                yield Paragraph(name, _style("part"))
            for block in page:
                yield from _flowables(block)


def _flowables(block: Block) -> Iterator[Flowable]:
    match block.kind:
        case Kind.HEADING:
            yield Paragraph(_spans(block.lines[0]), _style(f"h{min(block.level, 2)}"))
        case Kind.TEXT:
            yield Paragraph(_spans(block.lines[0]), _style("text"))
        case Kind.BULLETS | Kind.NUMBERS:
            numbered = block.kind is Kind.NUMBERS
            for nth, item in enumerate(block.lines, 1):
                yield Paragraph(_spans(item), _style("item"), bulletText=f"{nth}." if numbered else "•")
        case Kind.CODE:
            for line in block.lines:
                yield Paragraph(_code(line.replace("<", "&lt;")), _style("item"))
        case Kind.PICTURE:
            yield _picture(block.lines[1])
            yield Paragraph(_spans(block.lines[0]), _style("caption"))
        case Kind.TABLE:
            yield _table([[_spans(cell) for cell in cells(row)] for row in block.lines])
            yield Spacer(1, 3 * mm)


def _picture(name: str) -> Image:
    file = resource("guide", name)
    with Picture.open(file) as picture:
        wide, high = picture.size
    scale = min(_WIDE / wide, _HIGHEST / high)
    image = Image(str(file), wide * scale, high * scale)
    image.keepWithNext = 1  # its caption; a heading above goes with both
    return image


def _table(rows: list[list[str]]) -> Table:
    kinds = ("cell_head", *["cell"] * (len(rows) - 1))
    said = [[Paragraph(cell, _style(kind)) for cell in row] for kind, row in zip(kinds, rows, strict=True)]
    count = len(rows[0])
    widths = [_WIDE * 0.42, _WIDE * 0.58] if count == 2 else [_WIDE / count] * count
    table = Table(said, colWidths=widths, repeatRows=1)
    table.setStyle(TableStyle([("GRID", (0, 0), (-1, -1), 0.4, colors.grey), ("VALIGN", (0, 0), (-1, -1), "TOP")]))
    return table


def _spans(text: str) -> str:
    return spans(text, _code)


def _code(said: str) -> str:
    return f'<font color="{_CODE}">{said}</font>'


@cache
def _style(kind: str) -> ParagraphStyle:
    family = vietnamese_serif()
    base: dict[str, Any] = {"fontName": family.name, "fontSize": 12.5, "leading": 17, "spaceAfter": 5}
    bold = {"fontName": family.bold}
    kinds: dict[str, dict[str, Any]] = {
        "title": bold | {"fontSize": 22, "leading": 28, "alignment": TA_CENTER, "spaceAfter": 10},
        "centred": {"alignment": TA_CENTER},
        "contents": bold | {"spaceBefore": 6, "spaceAfter": 1},
        "contents_page": {"leftIndent": 6 * mm, "spaceAfter": 0},
        "part": bold | {"fontSize": 19, "leading": 24, "spaceAfter": 12, "textColor": _CODE},
        "h1": bold | {"fontSize": 16, "leading": 21, "spaceAfter": 8},
        "h2": bold | {"fontSize": 13.5, "leading": 18, "spaceBefore": 8, "spaceAfter": 4, "keepWithNext": 1},
        "text": {},
        "item": {"leftIndent": 7 * mm, "bulletIndent": 1 * mm},
        "caption": {"alignment": TA_CENTER, "fontName": family.italic, "fontSize": 11},
        "cell": {"fontSize": 11, "leading": 14, "spaceAfter": 0},
        "cell_head": bold | {"fontSize": 11, "leading": 14, "spaceAfter": 0},
    }
    return ParagraphStyle(kind, **(base | kinds[kind]))

"""How an administrative paper looks: NĐ 30/2020/NĐ-CP Phụ lục I, as one-stop desks print it.

A4 portrait, margins 20 mm (left 30 mm), a Times-metric face, the national motto, place and date, tables that break over
pages with their heads repeated, signatures side by side, page numbers in the top margin from the second page on.
"""

from __future__ import annotations

import io
import unicodedata
from collections.abc import Sequence
from dataclasses import dataclass
from datetime import date, datetime
from functools import cache
from typing import Any
from xml.sax.saxutils import escape

from reportlab import rl_config
from reportlab.lib.enums import TA_CENTER, TA_JUSTIFY, TA_LEFT, TA_RIGHT
from reportlab.lib.pagesizes import A4, landscape
from reportlab.lib.styles import ParagraphStyle
from reportlab.lib.units import mm
from reportlab.pdfgen.canvas import Canvas
from reportlab.platypus import BaseDocTemplate, Flowable, Frame, PageBreak, PageTemplate, Paragraph, Spacer, Table

from printing.fonts import vietnamese_serif
from printing.long_table import Cell, Cells, LongTable, long_table

LEFT, RIGHT, TOP, BOTTOM = 30 * mm, 15 * mm, 20 * mm, 20 * mm
WIDTH = A4[0] - LEFT - RIGHT
WIDE = A4[1] - TOP - RIGHT
"""The width of a landscape page: its left margin is what was the top, where it is bound."""
DOTS = "…" * 8
Span = tuple[str, tuple[int, int], tuple[int, int]]
"""("SPAN", first, last): cells by column and line, counted from nought."""

rl_config.useA85 = 0  # pages as bytes; ReportLab's default writes them as text, a quarter larger and slower


@dataclass(frozen=True)
class Letterhead:
    """The office at the head of its papers. `place` is the địa danh before the date.

    `parent` is the cơ quan chủ quản where it is printed, `logo` the bytes of a picture file, `notes` the office's own
    lines at the foot of its receipts.
    """

    agency: str
    unit: str
    place: str
    address: str = ""
    phone: str = ""
    website: str = ""
    opening_hours: str = ""
    parent: str = ""
    tax_code: str = ""
    logo: bytes = b""
    notes: tuple[str, ...] = ()


@cache
def style(kind: str = "text") -> ParagraphStyle:
    """The paragraph styles of the papers, by name."""
    family = vietnamese_serif()
    base: dict[str, Any] = {"fontName": family.name, "fontSize": 12, "leading": 15, "alignment": TA_LEFT}
    kinds: dict[str, dict[str, Any]] = {
        "text": {"spaceAfter": 2},
        "centred": {"alignment": TA_CENTER},
        "head": {"alignment": TA_CENTER, "fontSize": 11, "leading": 14},
        "head_bold": {"alignment": TA_CENTER, "fontSize": 11, "leading": 14, "fontName": family.bold},
        "motto": {"alignment": TA_CENTER, "fontSize": 12, "leading": 15, "fontName": family.bold},
        "date": {"alignment": TA_CENTER, "fontName": family.italic},
        "title": {"alignment": TA_CENTER, "fontName": family.bold, "fontSize": 14, "leading": 18},
        "subtitle": {"alignment": TA_CENTER, "fontName": family.italic, "fontSize": 11.5},
        "cell": {"fontSize": 11, "leading": 13.5},
        "cell_centred": {"fontSize": 11, "leading": 13.5, "alignment": TA_CENTER},
        "cell_head": {"fontSize": 11, "leading": 13.5, "alignment": TA_CENTER, "fontName": family.bold},
        "note": {"fontName": family.italic, "fontSize": 10.5, "leading": 13, "alignment": TA_JUSTIFY},
        "note_centred": {"fontName": family.italic, "fontSize": 11, "leading": 15, "alignment": TA_CENTER},
    }
    for name, size in (("small", 9), ("tiny", 8)):
        plain = {"fontSize": size, "leading": size + 2}
        bold = plain | {"fontName": family.bold}
        kinds |= {
            name: plain,
            f"{name}_centred": plain | {"alignment": TA_CENTER},
            f"{name}_right": plain | {"alignment": TA_RIGHT},
            f"{name}_head": bold | {"alignment": TA_CENTER},
            f"{name}_bold": bold,
            f"{name}_bold_right": bold | {"alignment": TA_RIGHT},
            f"{name}_italic": plain | {"alignment": TA_CENTER, "fontName": family.italic, "fontSize": size - 1},
        }
    return ParagraphStyle(kind, **(base | kinds[kind]))


class Text(Paragraph):
    """A paragraph that breaks its lines once for a width: tables and frames ask several times for its height."""

    _broken_for: float | None = None

    def wrap(self, available_width: float, available_height: float) -> tuple[float, float]:
        if self._broken_for != available_width:
            super().wrap(available_width, available_height)
            self._broken_for = available_width
        return self.width, self.height


def text(content: str, kind: str = "text") -> Paragraph:
    """A paragraph of plain text; nothing in it is taken for markup."""
    return Text(_printable(content), style(kind))


def line(label: str, content: str) -> Paragraph:
    """`Label: content`, the content bold; dots to fill in by hand where there is none."""
    family = vietnamese_serif()
    filled = f'<font name="{family.bold}">{_printable(content)}</font>' if content.strip() else DOTS
    return Text(f"{_printable(label)}: {filled}", style("text"))


def _printable(content: str) -> str:
    """As markup, with composed letters: a mark of its own would be printed beside its letter."""
    return escape(unicodedata.normalize("NFC", content))


def head(letterhead: Letterhead, width: float = WIDTH) -> Table:
    """The agency on the left with a short rule, quốc hiệu and tiêu ngữ on the right with a long one."""
    left = [
        text(letterhead.agency.upper(), "head"),
        text(letterhead.unit.upper(), "head_bold"),
        Rule(26 * mm),
    ]
    return columns([left, motto()], [width * 0.47, width * 0.53])


def motto() -> list[Flowable]:
    """Quốc hiệu and tiêu ngữ with the line under them."""
    return [
        text("CỘNG HÒA XÃ HỘI CHỦ NGHĨA VIỆT NAM", "head_bold"),
        text("Độc lập - Tự do - Hạnh phúc", "motto"),
        Rule(51 * mm),
    ]


def columns(cells: Sequence[Sequence[Flowable]], widths: Sequence[float]) -> Table:
    """Cells side by side without lines, all beginning at the top."""
    table = Table([[list(cell) for cell in cells]], colWidths=list(widths), spaceAfter=2)
    table.setStyle(
        [
            ("VALIGN", (0, 0), (-1, -1), "TOP"),
            ("LEFTPADDING", (0, 0), (-1, -1), 0),
            ("RIGHTPADDING", (0, 0), (-1, -1), 0),
            ("TOPPADDING", (0, 0), (-1, -1), 0),
            ("BOTTOMPADDING", (0, 0), (-1, -1), 0),
        ]
    )
    return table


def grid(
    heads: Sequence[Cells],
    rows: Sequence[Cells],
    widths: Sequence[float],
    spans: Sequence[Span] = (),
    centred: Sequence[int] = (),
) -> LongTable:
    """A ruled table whose heads are repeated on each page; `centred` are the columns with centred cells.

    What spans is either a `Cell` that says so, or a text in `spans`, and then what it covers is left empty.
    """
    styles = [style("cell_centred" if column in centred else "cell") for column in range(len(widths))]
    lines = _spanned([*heads, *rows], spans) if spans else [*heads, *rows]
    return long_table(widths, styles, lines[len(heads) :], lines[: len(heads)], style("cell_head"), middle=True)


def _spanned(lines: Sequence[Cells], spans: Sequence[Span]) -> list[Cells]:
    """The lines with cells for what spans, and without what is covered by it."""
    cells: list[list[str | Cell | None]] = [list(line) for line in lines]
    for _, (left, top), (right, bottom) in spans:
        text = str(lines[top][left])
        for line in cells[top : bottom + 1]:
            line[left : right + 1] = [None] * (right + 1 - left)
        cells[top][left] = Cell(text, columns=right + 1 - left, levels=bottom + 1 - top)
    return [[cell for cell in line if cell is not None] for line in cells]


def signatures(blocks: Sequence[tuple[str, str]], width: float = WIDTH) -> Table:
    """Signature blocks side by side: the role, `(Ký và ghi rõ họ tên)`, room to sign, the name if it is known."""
    cells = [
        [
            text(role, "head_bold"),
            text("(Ký và ghi rõ họ tên)", "subtitle"),
            Spacer(1, 18 * mm),
            text(name, "head_bold"),
        ]
        for role, name in blocks
    ]
    return columns(cells, [width / len(blocks)] * len(blocks))


def day_in_words(day: date) -> str:
    """`ngày 05 tháng 02 năm 2026`: days below 10 and months 1 and 2 take a zero (NĐ 30/2020)."""
    month = f"{day.month:02d}" if day.month < 3 else str(day.month)
    return f"ngày {day.day:02d} tháng {month} năm {day.year}"


def moment(at: datetime) -> str:
    """`09 giờ 05 phút, ngày 05/02/2026`, as on the receipt."""
    return f"{at:%H} giờ {at:%M} phút, ngày {at:%d/%m/%Y}"


def room(wide: bool = False) -> tuple[float, float]:
    """Width and height inside the margins of a page, in points."""
    return (WIDE, A4[0] - TOP - RIGHT) if wide else (WIDTH, A4[1] - TOP - BOTTOM)


def document(copies: Sequence[Sequence[Flowable]], *, title: str, author: str, wide: bool = False) -> bytes:
    """The paper as PDF: its copies (liên) one after the other, the pages of each counted from one; landscape if `wide`.

    What the copies have in common may be the same flowables in each.
    """
    starts: list[int] = []
    story: list[Flowable] = []
    for copy in copies:
        story += [PageBreak()] if story else []
        story += [_CopyStart(starts), *copy]
    memory = io.BytesIO()
    size = landscape(A4) if wide else A4
    template = BaseDocTemplate(memory, pagesize=size, title=title, author=author)
    width, height = room(wide)
    left, bottom = (TOP, RIGHT) if wide else (LEFT, BOTTOM)
    frame = Frame(left, bottom, width, height, 0, 0, 0, 0)

    def number_page(canvas: Canvas, _: object) -> None:
        number = canvas.getPageNumber() - starts[-1] + 1
        if number > 1:
            canvas.setFont(vietnamese_serif().name, 12)
            canvas.drawCentredString(size[0] / 2, size[1] - TOP / 2, str(number))

    template.addPageTemplates(PageTemplate(frames=[frame], onPageEnd=number_page))
    template.build(story)
    return memory.getvalue()


class _CopyStart(Flowable):
    """Notes the page on which a copy begins."""

    def __init__(self, starts: list[int]) -> None:
        super().__init__()
        self._starts = starts

    def wrap(self, available_width: float, available_height: float) -> tuple[float, float]:
        return 0, 0

    def draw(self) -> None:
        self._starts.append(self.canv.getPageNumber())


class Rule(Flowable):
    """A short line in the middle of the width it gets; dashed across all of it where no length is given."""

    def __init__(self, length: float | None = None) -> None:
        super().__init__()
        self._length = length

    def wrap(self, available_width: float, available_height: float) -> tuple[float, float]:
        self.width, self.height = available_width, 4 if self._length else 7
        return self.width, self.height

    def draw(self) -> None:
        length = self._length or self.width
        self.canv.setLineWidth(0.7)
        if not self._length:
            self.canv.setDash(2, 2)
        start, y = (self.width - length) / 2, self.height / 2 if not self._length else 0
        self.canv.line(start, y, start + length, y)

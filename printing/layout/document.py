"""How an administrative paper looks: NĐ 30/2020/NĐ-CP Phụ lục I, as one-stop desks print it.

A4 portrait, margins 20 mm (left 30 mm), a Times-metric face, the national motto, place and date, tables that break over
pages with their heads repeated, signatures side by side, page numbers in the top margin from the second page on.
"""

from __future__ import annotations

import io
from collections.abc import Sequence
from dataclasses import dataclass
from datetime import date, datetime
from functools import cache
from typing import Any
from xml.sax.saxutils import escape

from reportlab import rl_config
from reportlab.lib.enums import TA_CENTER, TA_JUSTIFY, TA_LEFT, TA_RIGHT
from reportlab.lib.pagesizes import A4, A5, A6, landscape
from reportlab.lib.styles import ParagraphStyle
from reportlab.lib.units import mm
from reportlab.pdfgen.canvas import Canvas
from reportlab.platypus import BaseDocTemplate, Flowable, Frame, PageBreak, PageTemplate, Paragraph, Spacer, Table
from reportlab.platypus.doctemplate import LayoutError

from counter_app.language import Phrase
from printing.errors import CannotFit, OfficeIncomplete
from printing.layout.fonts import vietnamese_serif
from printing.layout.logo import WIDEST, logo
from printing.layout.long_table import Cell, Cells, LongTable, long_table
from printing.layout.printable import printable

LEFT, RIGHT, TOP, BOTTOM = 30 * mm, 15 * mm, 20 * mm, 20 * mm
WIDTH = A4[0] - LEFT - RIGHT
WIDE = A4[1] - TOP - RIGHT
"""The width of a landscape page: its left margin is what was the top, where it is bound."""
DOTS = "…" * 8
Span = tuple[str, tuple[int, int], tuple[int, int]]
"""("SPAN", first, last): cells by column and line, counted from nought."""
SIGNED = "(Ký và ghi rõ họ tên)"
SEALED = "(Ký, ghi rõ họ tên, đóng dấu)"

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


@dataclass(frozen=True)
class Paper:
    """A sheet of paper and its margins, in points."""

    size: tuple[float, float]
    left: float
    right: float
    top: float
    bottom: float

    @property
    def printable_size(self) -> tuple[float, float]:
        """Width and height inside the margins."""
        return self.size[0] - self.left - self.right, self.size[1] - self.top - self.bottom


PORTRAIT = Paper(A4, LEFT, RIGHT, TOP, BOTTOM)
LANDSCAPE = Paper(landscape(A4), TOP, RIGHT, TOP, RIGHT)
A5_PORTRAIT = Paper(A5, 15 * mm, 10 * mm, 12 * mm, 12 * mm)
A5_LANDSCAPE = Paper(landscape(A5), 15 * mm, 10 * mm, 12 * mm, 10 * mm)
A6_PORTRAIT = Paper(A6, 8 * mm, 8 * mm, 8 * mm, 8 * mm)


@cache
def style(kind: str = "text") -> ParagraphStyle:
    """The paragraph styles of the papers, by name."""
    family = vietnamese_serif()
    base: dict[str, Any] = {"fontName": family.name, "fontSize": 12, "leading": 14.5, "alignment": TA_LEFT}
    kinds: dict[str, dict[str, Any]] = {
        "text": {"spaceAfter": 1.5},
        "centred": {"alignment": TA_CENTER},
        "head": {"alignment": TA_CENTER, "fontSize": 11, "leading": 14},
        "head_bold": {"alignment": TA_CENTER, "fontSize": 11, "leading": 14, "fontName": family.bold},
        "motto": {"alignment": TA_CENTER, "fontSize": 12, "leading": 15, "fontName": family.bold},
        "date": {"alignment": TA_CENTER, "fontName": family.italic},
        "large": {"alignment": TA_CENTER, "fontName": family.bold, "fontSize": 13, "leading": 16},
        "title": {"alignment": TA_CENTER, "fontName": family.bold, "fontSize": 14, "leading": 18},
        "subtitle": {"alignment": TA_CENTER, "fontName": family.italic, "fontSize": 11.5},
        "cell": {"fontSize": 11, "leading": 13.5},
        "cell_centred": {"fontSize": 11, "leading": 13.5, "alignment": TA_CENTER},
        "cell_head": {"fontSize": 11, "leading": 13.5, "alignment": TA_CENTER, "fontName": family.bold},
        "note": {"fontName": family.italic, "fontSize": 10.5, "leading": 12.5, "alignment": TA_JUSTIFY},
        "note_centred": {"fontName": family.italic, "fontSize": 11, "leading": 15, "alignment": TA_CENTER},
        "recipients": {"fontName": family.bold_italic, "fontSize": 12, "leading": 15},
        "recipient": {"fontSize": 11, "leading": 13},
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
        if self._broken_for != available_width or not hasattr(self, "blPara"):  # a split that came to nothing drops it
            super().wrap(available_width, available_height)
            self._broken_for = available_width
        return self.width, self.height


def text(content: str, kind: str = "text") -> Paragraph:
    """A paragraph of plain text; nothing in it is taken for markup."""
    return Text(_markup(content), style(kind))


def line(label: str, content: str) -> Paragraph:
    """`Label: content`, the content bold; dots to fill in by hand where there is none."""
    filled = f'<font name="{vietnamese_serif().bold}">{_markup(content)}</font>' if printable(content).strip() else DOTS
    return Text(f"{_markup(label)}: {filled}", style("text"))


def _markup(content: str) -> str:
    """Plain text as ReportLab's markup, of letters the font has."""
    return escape(printable(content))


def head(letterhead: Letterhead, width: float = WIDTH) -> Table:
    """The agency on the left with a short rule, quốc hiệu and tiêu ngữ on the right with a long one."""
    left, right = halves(width)
    return columns([_issuer(letterhead, left - 3 * mm), motto()], [left, right])


def _issuer(letterhead: Letterhead, width: float) -> list[Flowable]:
    """Cơ quan chủ quản where there is one, the agency and its unit; the logo to the left of them."""
    names = [text(name.upper(), "head") for name in (letterhead.parent, letterhead.agency) if name.strip()]
    names.append(text(letterhead.unit.upper(), "head_bold"))
    beside_logo = width - WIDEST - 2 * mm if letterhead.logo else width
    issuer = columns([[*names, Rule(26 * mm)]], [beside_logo])
    if letterhead.logo:
        issuer = columns([[logo(letterhead.logo)], [issuer]], [width - beside_logo, beside_logo])
    issuer.hAlign = "LEFT"
    return [issuer]


def numbered_document_head(
    letterhead: Letterhead, number: str, day: date, subject: str = "", width: float = WIDTH
) -> list[Flowable]:
    """The head of a notice: `Số: …` (and what it is about) under the agency, place and date under the motto."""
    left, right = halves(width)
    numbered = columns([[text(f"Số: {number}", "centred"), text(subject, "small_centred")]], [left - 3 * mm])
    numbered.hAlign = "LEFT"
    dated = text(place_and_day(letterhead, day), "date")
    return [head(letterhead, width), Spacer(1, 2 * mm), columns([[numbered], [dated]], [left, right])]


def place_and_day(letterhead: Letterhead, day: date) -> str:
    """`Sao Mai, ngày 05 tháng 02 năm 2026`."""
    return f"{letterhead.place}, {day_in_words(day)}"


def contact(letterhead: Letterhead) -> str:
    """Where the office is found and asked: address; telephone; website. Raises OfficeIncomplete without an address."""
    if not letterhead.address.strip():
        raise OfficeIncomplete("address", field=Phrase("errors", "the address"))
    phone = f"điện thoại {letterhead.phone}" if letterhead.phone.strip() else ""
    return "; ".join(part for part in (letterhead.address, phone, letterhead.website) if part.strip())


def halves(width: float) -> tuple[float, float]:
    """The agency's part of a head and the motto's, which needs its width for one line."""
    return width * 0.47, width * 0.53


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


def signatures(blocks: Sequence[tuple[str, str]], width: float = WIDTH, how: str = SIGNED) -> Table:
    """Signature blocks side by side: the role, how to sign, room to do so, the name if it is known.

    A role of several lines (TM. ỦY BAN NHÂN DÂN, CHỦ TỊCH) has line breaks in it.
    """
    return columns([_signature(role, name, how) for role, name in blocks], [width / len(blocks)] * len(blocks))


def seal_signature(role: str, name: str = "", to: Sequence[str] = (), width: float = WIDTH, how: str = SEALED) -> Table:
    """The one block on the right in which the head of the agency signs and seals; `Nơi nhận` on the left of it."""
    return columns([recipients(to), _signature(role, name, how)], [width * 0.5, width * 0.5])


def recipients(to: Sequence[str]) -> list[Flowable]:
    """`Nơi nhận:` and whom the paper goes to, a line each; the last is who keeps it (Lưu: …). Nothing for nobody."""
    if not to:
        return []
    ends = [";"] * (len(to) - 1) + ["."]
    lines = [text(f"- {one.rstrip(' ;.')}{end}", "recipient") for one, end in zip(to, ends, strict=True)]
    return [text("Nơi nhận:", "recipients"), *lines]


def _signature(role: str, name: str, how: str) -> list[Flowable]:
    return [
        *(text(part, "head_bold") for part in role.splitlines()),
        text(how, "subtitle"),
        Spacer(1, 15 * mm),
        text(name, "head_bold"),
    ]


def day_in_words(day: date) -> str:
    """`ngày 05 tháng 02 năm 2026`: days below 10 and months 1 and 2 take a zero (NĐ 30/2020)."""
    month = f"{day.month:02d}" if day.month < 3 else str(day.month)
    return f"ngày {day.day:02d} tháng {month} năm {day.year}"


def moment(at: datetime) -> str:
    """`09 giờ 05 phút, ngày 05/02/2026`, as on the receipt."""
    return f"{at:%H} giờ {at:%M} phút, ngày {at:%d/%m/%Y}"


def printable_size(wide: bool = False) -> tuple[float, float]:
    """Width and height inside the margins of a page, in points."""
    return (LANDSCAPE if wide else PORTRAIT).printable_size


def document(
    copies: Sequence[Sequence[Flowable]],
    *,
    title: str,
    author: str,
    wide: bool = False,
    paper: Paper | None = None,
    one_page: bool = False,
) -> bytes:
    """The paper as PDF: its copies (liên) one after the other, the pages of each counted from one; landscape if `wide`.

    What the copies have in common may be the same flowables in each. `paper` is another sheet than A4; with `one_page`
    each copy has one page. Raises CannotFit, which names the paper by its `title`, where something is too long.
    """
    paper = paper or (LANDSCAPE if wide else PORTRAIT)
    starts: list[int] = []
    story: list[Flowable] = []
    for copy in copies:
        story += [PageBreak()] if story else []
        story += [_CopyStart(starts, copy), *copy]
    memory = io.BytesIO()
    size = paper.size
    template = BaseDocTemplate(memory, pagesize=size, title=printable(title), author=printable(author))
    frame = Frame(paper.left, paper.bottom, *paper.printable_size, 0, 0, 0, 0)

    def number_page(canvas: Canvas, _: object) -> None:
        number = canvas.getPageNumber() - starts[-1] + 1
        if number > 1:
            canvas.setFont(vietnamese_serif().name, 12)
            canvas.drawCentredString(size[0] / 2, size[1] - paper.top / 2, str(number))

    template.addPageTemplates(PageTemplate(frames=[frame], onPageEnd=number_page))
    try:
        template.build(story)
    except LayoutError:
        raise CannotFit(form=title) from None  # ReportLab's own message quotes the text, which is a person's
    if one_page and template.page > len(copies):
        raise CannotFit(form=title)
    return memory.getvalue()


class _CopyStart(Flowable):
    """Notes the page on which a copy begins, and lets its flowables begin anew."""

    def __init__(self, starts: list[int], copy: Sequence[Flowable]) -> None:
        super().__init__()
        self._starts = starts
        self._copy = copy

    def wrap(self, available_width: float, available_height: float) -> tuple[float, float]:
        return 0, 0

    def draw(self) -> None:
        self._starts.append(self.canv.getPageNumber())
        _begin_anew(self._copy)


def _begin_anew(flowables: Sequence[Flowable]) -> None:
    """Takes ReportLab's mark from what had to wait for a page in the copy before: a second wait is its “too large”."""
    for flowable in flowables:
        vars(flowable).pop("_postponed", None)
        _begin_anew(getattr(flowable, "_content", ()))


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

"""What papers are set from: styles with the sizes of NĐ 30/2020/NĐ-CP Phụ lục I, plain text, gaps, rules, columns.

Texts and gaps can come closer (`printing.layout.fitting`): lines with less air between them, never smaller letters.
"""

from __future__ import annotations

from collections.abc import Sequence
from functools import cache
from typing import Any
from xml.sax.saxutils import escape

from reportlab.lib.enums import TA_CENTER, TA_JUSTIFY, TA_LEFT, TA_RIGHT
from reportlab.lib.styles import ParagraphStyle
from reportlab.lib.units import mm
from reportlab.pdfbase.pdfmetrics import stringWidth
from reportlab.platypus import Flowable, Paragraph, Spacer, Table

from printing.layout.fonts import vietnamese_serif
from printing.layout.printable import printable

DOTS = "…" * 8

_LEADINGS = (1.0, 0.96, 0.91)
"""By how close the texts of a paper stand: the share of their usual leading."""
_GAPS = (1.0, 0.6, 0.2)
_LEAST_LEADING = 1.09
"""Of the letters' size: closer, marks above capitals would touch the line before."""


@cache
def style(kind: str = "text") -> ParagraphStyle:
    """The paragraph styles of the papers, by name."""
    family = vietnamese_serif()
    base: dict[str, Any] = {"fontName": family.name, "fontSize": 13, "leading": 15.6, "alignment": TA_LEFT}
    bold = {"fontName": family.bold}
    kinds: dict[str, dict[str, Any]] = {
        "text": {"spaceAfter": 1.5},
        "indented": {"spaceAfter": 0.5, "leftIndent": 6 * mm, "firstLineIndent": -6 * mm},
        "body": {"alignment": TA_JUSTIFY, "firstLineIndent": 10 * mm, "spaceAfter": 4},
        "centred": {"alignment": TA_CENTER},
        "head": {"alignment": TA_CENTER, "fontSize": 12, "leading": 14.4},
        "head_bold": {"alignment": TA_CENTER, "fontSize": 12, "leading": 14.4} | bold,
        "motto": {"alignment": TA_CENTER} | bold,
        "date": {"alignment": TA_CENTER, "fontName": family.italic},
        "large": {"alignment": TA_CENTER, "fontSize": 14, "leading": 17} | bold,
        "title": {"alignment": TA_CENTER, "fontSize": 14, "leading": 18} | bold,
        "subtitle": {"alignment": TA_CENTER, "fontName": family.italic, "fontSize": 12, "leading": 14.5},
        "signer": {"alignment": TA_CENTER} | bold,
        "cell": {"fontSize": 12, "leading": 14},
        "cell_centred": {"fontSize": 12, "leading": 14, "alignment": TA_CENTER},
        "cell_right": {"fontSize": 12, "leading": 14, "alignment": TA_RIGHT},
        "cell_head": {"fontSize": 12, "leading": 14, "alignment": TA_CENTER} | bold,
        "note": {"fontName": family.italic, "fontSize": 11, "leading": 12.6, "alignment": TA_JUSTIFY},
        "note_centred": {"fontName": family.italic, "fontSize": 11, "leading": 15, "alignment": TA_CENTER},
        "recipients": {"fontName": family.bold_italic, "fontSize": 12, "leading": 15},
        "recipient": {"fontSize": 11, "leading": 13},
    }
    for name, size in (("medium", 10), ("small", 9), ("tiny", 8)):
        plain = {"fontSize": size, "leading": size + 2}
        kinds |= {
            name: plain,
            f"{name}_centred": plain | {"alignment": TA_CENTER},
            f"{name}_right": plain | {"alignment": TA_RIGHT},
            f"{name}_head": plain | bold | {"alignment": TA_CENTER},
            f"{name}_bold": plain | bold,
            f"{name}_bold_right": plain | bold | {"alignment": TA_RIGHT},
            f"{name}_italic": plain | {"alignment": TA_CENTER, "fontName": family.italic, "fontSize": size - 1},
        }
    return ParagraphStyle(kind, **(base | kinds[kind]))


class Text(Paragraph):
    """A paragraph that breaks its lines once for a width: tables and frames ask several times for its height."""

    _broken_for: float | None = None
    _usual: ParagraphStyle | None = None

    def wrap(self, available_width: float, available_height: float) -> tuple[float, float]:
        if self._broken_for != available_width or not hasattr(self, "blPara"):  # a split that came to nothing drops it
            super().wrap(available_width, available_height)
            self._broken_for = available_width
        return self.width, self.height

    def come_closer(self, level: int) -> None:
        """Sets its lines as close as the level says; 0 is as usual."""
        self._usual = self._usual or self.style
        self.style = _closer(self._usual, level)
        self._broken_for = None


@cache
def _closer(usual: ParagraphStyle, level: int) -> ParagraphStyle:
    """The style with less air between and after its lines."""
    leading = max(usual.leading * _LEADINGS[level], usual.fontSize * _LEAST_LEADING)
    return ParagraphStyle(f"{usual.name}-{level}", usual, leading=leading, spaceAfter=usual.spaceAfter * _GAPS[level])


class Gap(Spacer):
    """Room between two parts of a paper; `least` is what is left of it however close they come."""

    def __init__(self, height: float, least: float = 0.0) -> None:
        super().__init__(1, height)
        self._usual, self._least = height, least

    def come_closer(self, level: int) -> None:
        """Leaves as much room as the level says; 0 is as usual."""
        self.height = max(self._usual * _GAPS[level], self._least)


def gap(millimetres: float, least: float = 0.0) -> Gap:
    """So much room, and how much of it at the least."""
    return Gap(millimetres * mm, least * mm)


def text(content: str, kind: str = "text") -> Text:
    """A paragraph of plain text; nothing in it is taken for markup."""
    return Text(markup(content), style(kind))


def line(label: str, content: str, kind: str = "text") -> Text:
    """`Label: content`, the content bold; dots to fill in by hand where there is none."""
    return run([(label, content)], kind)


def run(pairs: Sequence[tuple[str, str]], kind: str = "text") -> Text:
    """`Label: content; label: content` running on."""
    return Text("; ".join(f"{markup(label)}: {_filled(content)}" for label, content in pairs), style(kind))


def _filled(content: str) -> str:
    return f'<font name="{vietnamese_serif().bold}">{markup(content)}</font>' if printable(content).strip() else DOTS


def markup(content: str) -> str:
    """Plain text as ReportLab's markup, of letters the font has."""
    return escape(printable(content))


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


def balanced(content: str, kind: str, width: float) -> list[Flowable]:
    """Text that takes no more lines than it must, each as long as the others: the names at the head of a paper."""
    chosen = style(kind)
    words = printable(content).split()
    fewest = len(_broken(words, chosen, width))
    narrow, wide = 0.0, width
    while wide - narrow > 1:
        middle = (narrow + wide) / 2
        lines = _broken(words, chosen, middle)
        if len(lines) <= fewest and all(_wide(item, chosen) <= middle for item in lines):
            wide = middle
        else:
            narrow = middle
    return [text(" ".join(item), kind) for item in _broken(words, chosen, wide)]


def _broken(words: list[str], chosen: ParagraphStyle, width: float) -> list[list[str]]:
    lines: list[list[str]] = []
    for word in words:
        if lines and _wide([*lines[-1], word], chosen) <= width:
            lines[-1].append(word)
        else:
            lines.append([word])
    return lines


def _wide(words: list[str], chosen: ParagraphStyle) -> float:
    return float(stringWidth(" ".join(words), chosen.fontName, chosen.fontSize))


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

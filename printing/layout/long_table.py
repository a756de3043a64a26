"""A ruled table that goes on over pages, with its heads again on each of them; made for thousands of lines.

Lines are set when their page comes. A line that does not fit begins the next page; one that fits no page is broken. The
texts of a page are one text object and its rules one path, which is what makes it quick.
"""

from __future__ import annotations

from collections.abc import Iterable, Iterator, Sequence
from dataclasses import dataclass
from functools import cached_property
from itertools import accumulate, groupby, pairwise
from typing import Any

from reportlab.lib.styles import ParagraphStyle
from reportlab.platypus import Flowable

from printing.layout.lettering import Measure, Pen, SetText

_RULE = 0.5
"""How thick the rules are, in points."""
_NOTHING = 1e-6
"""What sums of heights may be wrong by."""


@dataclass(frozen=True, slots=True)
class Cell:
    """A text in another style than its column's, or over several columns; in the heads also over several levels."""

    text: str
    style: ParagraphStyle | None = None
    columns: int = 1
    levels: int = 1


Cells = Sequence[str | Cell]
"""A line from left to right; in the heads without the places that a cell of a level above fills."""


@dataclass(frozen=True)
class Padding:
    """What a cell leaves free around its text, and how high its line is at the least; points."""

    side: float = 6
    above: float = 1.5
    below: float = 3
    least: float = 0

    @property
    def height(self) -> float:
        """Above and below."""
        return self.above + self.below

    def closer(self, level: int) -> Padding:
        """With less of it above and below."""
        return Padding(self.side, self.above / (1 + level), self.below / (1 + level), self.least)


def long_table(
    widths: Sequence[float],
    styles: Sequence[ParagraphStyle],
    rows: Iterable[Cells],
    heads: Sequence[Cells] = (),
    head_style: ParagraphStyle | None = None,
    padding: Padding | None = None,
    *,
    middle: bool = False,
) -> LongTable:
    """The rows ruled under their heads: columns `widths` points wide, plain text in their `styles`.

    `rows` are gone through once, page by page. Their texts stand at the top of their cells, or in the `middle`, where
    those of the heads always stand. A line whose cells are not as many as the columns raises ValueError when it is set.
    """
    return LongTable(_Sheet(widths, styles, rows, heads, head_style, padding or Padding(), middle))


class LongTable(Flowable):
    """The table, or a part: the lines that are `ready`, then those of the sheet from number `after` on, if not None."""

    def __init__(self, sheet: _Sheet, ready: Sequence[_Line] = (), after: int | None = 0) -> None:
        super().__init__()
        self.hAlign = "CENTER"
        self._sheet = sheet
        self._ready = ready
        self._after = after

    def wrap(self, available_width: float, available_height: float) -> tuple[float, float]:
        """Width and height; of a table higher than what is available, a height that is more than that."""
        self.width, self.height = self._sheet.width, self._sheet.heads.height
        for line in self._lines():
            self.height += line.height
            if self.height > available_height + _NOTHING:
                break
        return self.width, self.height

    def split(self, available_width: float, available_height: float) -> list[Flowable]:
        left = available_height - self._sheet.heads.height + _NOTHING
        taken: list[_Line] = []
        for line in self._lines():
            if line.height > left:
                return self._continued(taken, line, left)
            taken.append(line)
            left -= line.height
        return [self]

    def come_closer(self, level: int) -> None:
        """Leaves less air in the cells; 0 is as usual. A table whose lines can be read only once stays as it is."""
        self._sheet = self._sheet.closer(level)

    def draw(self) -> None:
        self._sheet.draw(self.canv, [self._sheet.heads, *self._lines()], self.height)

    def _lines(self) -> Iterator[_Line]:
        yield from self._ready
        if self._after is not None:
            yield from self._sheet.lines(self._after)

    def _continued(self, taken: Sequence[_Line], line: _Line, left: float) -> list[Flowable]:
        """The lines taken, with what fits of `line` if it is too high for any page, and the rest of the table.

        Nothing if there would be only heads.
        """
        pieces = None if self._fits_a_page(line) else self._sheet.pieces(line, left)
        if pieces:
            first, rest = pieces
            return [LongTable(self._sheet, [*taken, first], None), self._beyond(len(taken) + 1, [rest])]
        return [LongTable(self._sheet, taken, None), self._beyond(len(taken), [])] if taken else []

    def _beyond(self, count: int, ready: Sequence[_Line]) -> LongTable:
        """What comes after the first `count` lines, behind those that are `ready`."""
        after = self._after if self._after is None else self._after + max(0, count - len(self._ready))
        return LongTable(self._sheet, [*ready, *self._ready[count:]], after)

    def _fits_a_page(self, line: _Line) -> bool:
        """Whether a line can stand whole on the next page, as far as ReportLab tells how high its pages are."""
        frame: Any = getattr(self, "_frame", None)
        if frame is None:
            return False
        free = frame.height - frame.topPadding - frame.bottomPadding - self._sheet.heads.height
        return bool(line.height <= free + _NOTHING)


@dataclass(frozen=True, slots=True)
class _Line:
    """A line ready for the page: texts with their distance from its upper edge, and where its upright rules stand.

    `boxes` are the rules of the heads: left, distance from the upper edge, width, height.
    """

    height: float
    texts: tuple[tuple[float, SetText], ...]
    uprights: tuple[float, ...]
    boxes: tuple[tuple[float, float, float, float], ...] = ()


class _Sheet:
    """What the parts of a table have in common, and the lines as far as they are set."""

    def __init__(
        self,
        widths: Sequence[float],
        styles: Sequence[ParagraphStyle],
        rows: Iterable[Cells],
        heads: Sequence[Cells],
        head_style: ParagraphStyle | None,
        padding: Padding,
        is_middle: bool,
    ) -> None:
        self._given = widths, styles, rows, heads, head_style, padding, is_middle
        self._usual = self
        self._edges = tuple(accumulate(widths, initial=0.0))
        self._styles = styles
        self._rows = iter(rows)
        self._heads = heads
        self._head_style = head_style
        self._padding = padding
        self._is_middle = is_middle
        self._measures: dict[tuple[int, int, str], Measure] = {}
        self._columns = [self._measure(style, column, 1) for column, style in enumerate(styles)]
        self._lines: list[_Line] = []
        self._pen: Pen | None = None

    def closer(self, level: int) -> _Sheet:
        """The same with less air in its cells, made of what the usual one was made of."""
        widths, styles, rows, heads, head_style, padding, is_middle = self._usual._given
        if not level or not isinstance(rows, Sequence):
            return self._usual
        made = _Sheet(widths, styles, rows, heads, head_style, padding.closer(level), is_middle)
        made._usual = self._usual
        return made

    @property
    def width(self) -> float:
        """In points."""
        return self._edges[-1]

    def lines(self, number: int) -> Iterator[_Line]:
        """The lines from `number` on, counted from nought."""
        while number < len(self._lines) or self._set_next():
            yield self._lines[number]
            number += 1

    def _set_next(self) -> bool:
        """Sets the line after the last that is set; False if there is none."""
        row = next(self._rows, None)
        if row is not None:
            self._lines.append(self._line(row))
        return row is not None

    @cached_property
    def heads(self) -> _Line:
        """All levels of the heads."""
        placed = list(_placed(self._heads, len(self._columns)))
        texts = [
            self._measure(cell.style or self._head_style, column, cell.columns).set(cell.text)
            for _, column, cell in placed
        ]
        heights = [0.0] * len(self._heads)
        for (level, _, cell), text in sorted(zip(placed, texts, strict=True), key=lambda item: item[0][2].levels):
            missing = text.height + self._padding.height - sum(heights[level : level + cell.levels])
            heights[level + cell.levels - 1] += max(0.0, missing)
        tops = list(accumulate(heights, initial=0.0))
        boxes, drops = [], []
        for (level, column, cell), text in zip(placed, texts, strict=True):
            left, right = self._edges[column], self._edges[column + cell.columns]
            top, bottom = tops[level], tops[level + cell.levels]
            boxes.append((left, top, right - left, bottom - top))
            drops.append(top + self._drop(text, bottom - top, is_middle=True))
        return _Line(tops[-1], tuple(zip(drops, texts, strict=True)), (), tuple(boxes))

    def pieces(self, line: _Line, height: float) -> tuple[_Line, _Line] | None:
        """As much of a line as fits `height`, and the rest; None if not every text has room to begin."""
        free = height - self._padding.height
        counts = [int(free // text.style.leading) for _, text in line.texts]
        if min(counts) < 1:
            return None
        parts = [text.cut(count) for (_, text), count in zip(line.texts, counts, strict=True)]
        first, rest = zip(*parts, strict=True)
        return self._arranged(first, line.uprights), self._arranged(rest, line.uprights)

    def draw(self, canvas: Any, lines: Sequence[_Line], height: float) -> None:
        """The lines one under the other, the first at `height` points."""
        tops = list(accumulate((line.height for line in lines), lambda top, one: top - one, initial=height))
        path = [f"2 J {_RULE} w", *self._rules(lines, tops), "S"]
        canvas.addLiteral("\n".join(path))
        if self._pen is None or self._pen.document is not canvas._doc:
            self._pen = Pen(canvas._doc)
        texts = [(top - drop, text) for line, top in zip(lines, tops, strict=False) for drop, text in line.texts]
        self._pen.write(canvas, texts)

    def _rules(self, lines: Sequence[_Line], tops: Sequence[float]) -> Iterator[str]:
        """Around each cell: uprights of lines that have the same are drawn at one go."""
        for line, top in zip(lines, tops, strict=False):
            for left, drop, width, height in line.boxes:
                yield f"{left:.2f} {top - drop:.2f} {width:.2f} {-height:.2f} re"
        spans = zip(lines, pairwise(tops), strict=True)
        ruled = [(line.uprights, top, bottom) for line, (top, bottom) in spans if line.uprights]
        for uprights, same in groupby(ruled, key=lambda item: item[0]):
            levels = [(top, bottom) for _, top, bottom in same]
            for level in (levels[0][0], *(bottom for _, bottom in levels)):
                yield f"0 {level:.2f} m {self.width:.2f} {level:.2f} l"
            for left in uprights:
                yield f"{left:.2f} {levels[0][0]:.2f} m {left:.2f} {levels[-1][1]:.2f} l"

    def _line(self, row: Cells) -> _Line:
        column = 0
        texts: list[SetText] = []
        uprights = [0.0]
        for cell in row:
            if isinstance(cell, str):
                texts.append(self._columns[column].set(cell))
                column += 1
            else:
                texts.append(self._measure(cell.style, column, cell.columns).set(cell.text))
                column += cell.columns
            uprights.append(self._edges[column])
        if column != len(self._columns):
            raise ValueError(f"a line of {column} cells in a table of {len(self._columns)} columns")
        return self._arranged(texts, tuple(uprights) if len(uprights) < len(self._edges) else self._edges)

    def _arranged(self, texts: Sequence[SetText], uprights: tuple[float, ...]) -> _Line:
        """Texts beside each other in a line as high as the highest of them asks for."""
        height = max(max(text.height for text in texts) + self._padding.height, self._padding.least)
        drops = [self._drop(text, height, self._is_middle) for text in texts]
        return _Line(height, tuple(zip(drops, texts, strict=True)), uprights)

    def _drop(self, text: SetText, height: float, is_middle: bool) -> float:
        """How far below the upper edge of its cell a text begins."""
        free = height - self._padding.height - text.height if is_middle else 0.0
        return self._padding.above + free / 2

    def _measure(self, style: ParagraphStyle | None, column: int, columns: int) -> Measure:
        style = style or self._styles[column]
        key = column, columns, style.name
        if key not in self._measures:
            left, right = self._edges[column] + self._padding.side, self._edges[column + columns] - self._padding.side
            self._measures[key] = Measure(style, left, right - left)
        return self._measures[key]


def _placed(heads: Sequence[Cells], columns: int) -> Iterator[tuple[int, int, Cell]]:
    """Each cell of the heads with its level and its first column."""
    filled: set[tuple[int, int]] = set()
    for level, cells in enumerate(heads):
        free = (column for column in range(columns) if (level, column) not in filled)
        for cell in cells:
            cell = Cell(cell) if isinstance(cell, str) else cell
            column = next(free)
            filled |= {(level + down, column + along) for down in range(cell.levels) for along in range(cell.columns)}
            yield level, column, cell

"""The heads of a report as its form has them: shared heads over their columns, column numbers below, nothing cut."""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import dataclass

from PySide6.QtCore import QRect, QSize, Qt
from PySide6.QtGui import QFont, QFontMetrics, QPainter, QPaintEvent
from PySide6.QtWidgets import QHeaderView, QWidget

from counter_app.tables import Column, HeadCell, head_cells, head_levels
from ui.theme import HEADER, INK, LINE, QUIET

_PAD_X, _PAD_Y = 5, 4  # pixels
_POINTS, _NUMBER_POINTS = 9.5, 8.0
_WRAPPED = Qt.AlignmentFlag.AlignCenter | Qt.TextFlag.TextWordWrap


@dataclass(frozen=True)
class _Head:
    """A head where it is painted; `last` is its lowest level."""

    cell: HeadCell
    is_number: bool = False

    @property
    def last(self) -> int:
        return self.cell.level + self.cell.levels - 1


class SpannedHeads(QHeaderView):
    """A horizontal header that paints heads over several levels and columns, as high as their wrapped words need."""

    def __init__(self, parent: QWidget | None = None) -> None:
        super().__init__(Qt.Orientation.Horizontal, parent)
        self._heads: list[_Head] = []
        self._heights: list[int] = []
        self._sharing = False
        self.setHighlightSections(False)
        self.setMinimumSectionSize(24)
        self.sectionResized.connect(self._measure)

    def show_columns(self, columns: Sequence[Column]) -> None:
        """Takes the heads of other columns."""
        self._heads = [_Head(cell) for cell in head_cells(columns)] if columns else []
        if any(column.number for column in columns):
            level = head_levels(columns)
            self._heads += [_Head(HeadCell(column.number, level, place), True) for place, column in enumerate(columns)]
        self._measure()

    def share_out(self, widths: Sequence[int]) -> None:
        """Gives each column its width; the heads are measured once."""
        self._sharing = True
        for place, width in enumerate(widths):
            self.resizeSection(place, width)
        self._sharing = False
        self._measure()

    def narrowest(self, place: int) -> int:
        """The least width in pixels in which no word of the column's own head is cut."""
        wide = [0]
        for head in self._heads:
            if head.cell.column == place and head.cell.columns == 1:
                metrics = QFontMetrics(self._font(head))
                parts = head.cell.text.replace("=", "= ").replace("+", "+ ").split() if head.is_number else None
                wide += [metrics.horizontalAdvance(word) for word in parts or head.cell.text.split()]
        return max(wide) + 2 * _PAD_X + 2

    def sizeHint(self) -> QSize:
        return QSize(super().sizeHint().width(), max(sum(self._heights), 24))

    def paintEvent(self, event: QPaintEvent) -> None:
        painter = QPainter(self.viewport())
        painter.fillRect(self.viewport().rect(), HEADER.colour())
        for head in self._heads:
            place = self._rect(head)
            if not place.intersects(event.rect()):
                continue
            painter.setPen(LINE.colour())
            painter.drawLine(place.topRight(), place.bottomRight())
            painter.drawLine(place.bottomLeft(), place.bottomRight())
            painter.setPen((QUIET if head.is_number else INK).colour())
            painter.setFont(self._font(head))
            painter.drawText(place.adjusted(_PAD_X, 0, -_PAD_X, 0), _WRAPPED, self._text(head))

    def _text(self, head: _Head) -> str:
        return head.cell.text.replace("=", "=\u200b").replace("+", "+\u200b") if head.is_number else head.cell.text

    def _font(self, head: _Head) -> QFont:
        font = QFont(self.font())
        font.setBold(not head.is_number)
        font.setPointSizeF(_NUMBER_POINTS if head.is_number else _POINTS)
        return font

    def _width(self, head: _Head) -> int:
        first = head.cell.column
        return sum(self.sectionSize(place) for place in range(first, first + head.cell.columns))

    def _rect(self, head: _Head) -> QRect:
        cell = head.cell
        top = sum(self._heights[: cell.level])
        return QRect(
            self.sectionViewportPosition(cell.column),
            top,
            self._width(head),
            sum(self._heights[cell.level :][: cell.levels]),
        )

    def _measure(self, *_: object) -> None:
        """How high each level must be: first what lies on one level, then what reaches over several."""
        if self._sharing or any(head.cell.column + head.cell.columns > self.count() for head in self._heads):
            return  # the model has other columns by now; its own heads are on their way
        heights = [0] * (max((head.last for head in self._heads), default=-1) + 1)
        for head in sorted(self._heads, key=lambda head: head.cell.levels):
            area = QRect(0, 0, max(self._width(head) - 2 * _PAD_X, 10), 1000)
            metrics = QFontMetrics(self._font(head))
            needed = metrics.boundingRect(area, _WRAPPED, self._text(head)).height() + 2 * _PAD_Y
            has = sum(heights[head.cell.level : head.last + 1])
            heights[head.last] += max(needed - has, 0)
        if heights != self._heights:
            self._heights = heights
            self.updateGeometry()
            self.geometriesChanged.emit()
        self.viewport().update()

"""Bars with their values: lying down where they have names, upright and thin where there is one for each day."""

from __future__ import annotations

import math

from PySide6.QtCore import QEvent, QPointF, QRectF, QSize, Qt
from PySide6.QtGui import QColor, QFont, QFontMetrics, QHelpEvent, QPainter, QPaintEvent
from PySide6.QtWidgets import QSizePolicy, QToolTip, QWidget

from counter_app.tables import Bars, Kind, shown
from ui.theme import ACCENT, INK, LINE, QUIET

_MOST_LYING = 20
"""More bars than this stand upright."""
_ROW, _TALLEST_ROW = 21, 30  # pixels for a lying bar with its name
_LONGEST = 420
_NAMES = 0.52  # of the width, at most, for the names of lying bars
_TITLE = 26
_GAP = 8
_STANDING = 130  # least height for upright bars
_RIGHT = Qt.AlignmentFlag.AlignRight | Qt.AlignmentFlag.AlignVCenter
_LEFT = Qt.AlignmentFlag.AlignLeft | Qt.AlignmentFlag.AlignVCenter


class BarChart(QWidget):
    """Paints bars; the exact value stands beside a lying bar, and in the tooltip of each."""

    def __init__(self, bars: Bars, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self.bars = bars
        self._places: list[QRectF] = []  # of the bars with their names, as painted last
        self.setSizePolicy(QSizePolicy.Policy.Expanding, QSizePolicy.Policy.Expanding)
        self.setMinimumSize(self.minimumSizeHint())
        self.setAccessibleName(bars.title)
        self.setAccessibleDescription("; ".join(self._said(place) for place in range(len(bars.bars))))

    @property
    def upright(self) -> bool:
        """Whether the bars stand."""
        return len(self.bars.bars) > _MOST_LYING

    def minimumSizeHint(self) -> QSize:
        return QSize(220, _TITLE + (_STANDING if self.upright else _ROW * len(self.bars.bars)) + 4)

    def paintEvent(self, event: QPaintEvent) -> None:
        painter = QPainter(self)
        painter.setRenderHint(QPainter.RenderHint.Antialiasing)
        bold = QFont(self.font())
        bold.setBold(True)
        painter.setFont(bold)
        painter.setPen(INK.colour())
        title = painter.fontMetrics().elidedText(self.bars.title, Qt.TextElideMode.ElideRight, self.width())
        painter.drawText(QRectF(0, 0, self.width(), _TITLE), _LEFT, title)
        small = QFont(self.font())
        small.setPointSizeF(small.pointSizeF() - 1)
        painter.setFont(small)
        self._places = []
        area = QRectF(0, _TITLE, self.width(), self.height() - _TITLE)
        if self.upright:
            self._paint_standing(painter, area)
        elif self.bars.bars:
            self._paint_lying(painter, area)

    def event(self, event: QEvent) -> bool:
        if isinstance(event, QHelpEvent) and event.type() is QEvent.Type.ToolTip:
            QToolTip.showText(event.globalPos(), self.told_at(QPointF(event.pos())), self)
            return True
        return super().event(event)

    def told_at(self, where: QPointF) -> str:
        """What the tooltip says at a point; "" beside the bars."""
        return next((self._said(number) for number, place in enumerate(self._places) if place.contains(where)), "")

    def _said(self, number: int) -> str:
        bar = self.bars.bars[number]
        return f"{bar.label}: {shown(bar.value, self.bars.kind)}"

    def _greatest(self) -> float:
        greatest = max((bar.value for bar in self.bars.bars), default=0)
        return 1.0 if self.bars.kind is Kind.PERCENT else greatest

    def _paint_lying(self, painter: QPainter, area: QRectF) -> None:
        metrics = painter.fontMetrics()
        values = [shown(bar.value, self.bars.kind) for bar in self.bars.bars]
        for_values = max(metrics.horizontalAdvance(value) for value in values) + _GAP
        widest = max(metrics.horizontalAdvance(bar.label) for bar in self.bars.bars)
        for_names = min(widest + 2, area.width() * _NAMES)
        row = min(area.height() / len(values), _TALLEST_ROW)
        longest = min(max(area.width() - for_names - for_values - 2 * _GAP, 10), _LONGEST)
        greatest = self._greatest() or 1
        left = for_names + _GAP
        for number, (bar, value) in enumerate(zip(self.bars.bars, values, strict=True)):
            top = area.top() + number * row
            line = QRectF(0, top, area.width(), row)
            self._places.append(line)
            name = metrics.elidedText(bar.label, Qt.TextElideMode.ElideRight, int(for_names))
            painter.setPen(INK.colour())
            painter.drawText(QRectF(0, top, for_names, row), _RIGHT, name)
            length = longest * bar.value / greatest
            painter.fillRect(QRectF(left, top + row * 0.2, max(length, 1), row * 0.6), _colour(bar.value))
            painter.drawText(QRectF(left + length + _GAP / 2, top, for_values, row), _LEFT, value)

    def _paint_standing(self, painter: QPainter, area: QRectF) -> None:
        metrics = painter.fontMetrics()
        highest = _round_up(self._greatest())
        ticks = (0.0, highest / 2, highest) if highest % 2 == 0 or self.bars.kind is Kind.PERCENT else (0.0, highest)
        names = [shown(tick, self.bars.kind) for tick in ticks]
        left = max(metrics.horizontalAdvance(name) for name in names) + _GAP
        text = metrics.height()
        floor, ceiling = area.bottom() - text - 4, area.top() + text / 2
        for tick, name in zip(ticks, names, strict=True):
            y = floor - (floor - ceiling) * tick / highest
            painter.setPen(LINE.colour())
            painter.drawLine(QPointF(left, y), QPointF(area.right(), y))
            painter.setPen(QUIET.colour())
            painter.drawText(QRectF(0, y - text / 2, left - _GAP / 2, text), _RIGHT, name)
        slot = (area.width() - left) / len(self.bars.bars)
        thick = max(slot * 0.7, 1.0)
        for number, bar in enumerate(self.bars.bars):
            x = left + number * slot
            high = (floor - ceiling) * bar.value / highest
            self._places.append(QRectF(x, ceiling, slot, area.bottom() - ceiling))
            if bar.value:
                painter.fillRect(QRectF(x + (slot - thick) / 2, floor - high, thick, high), ACCENT.colour())
        self._name_some(painter, metrics, left, slot, floor + 2)

    def _name_some(self, painter: QPainter, metrics: QFontMetrics, left: float, slot: float, top: float) -> None:
        """Writes as many names below upright bars as there is room for."""
        bars = self.bars.bars
        widest = max(metrics.horizontalAdvance(bar.label) for bar in bars)
        every = max(math.ceil((widest + 1.5 * _GAP) / slot), 1)
        painter.setPen(QUIET.colour())
        for number in range(0, len(bars), every):
            middle = left + (number + 0.5) * slot
            x = min(max(middle - widest / 2, left), self.width() - widest)
            painter.drawText(QRectF(x, top, widest, metrics.height()), Qt.AlignmentFlag.AlignCenter, bars[number].label)


def _colour(value: float) -> QColor:
    return (ACCENT if value else LINE).colour()


def _round_up(number: float) -> float:
    """The next round number that is not less."""
    if number <= 1:
        return 1.0
    power = 10.0 ** math.floor(math.log10(number))
    return next(step * power for step in (1, 1.2, 1.6, 2, 3, 4, 5, 6, 8, 10) if step * power >= number)

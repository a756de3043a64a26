"""Rows of the timeline: a dot on a line, the sentence (wrapped), and who said so when."""

from __future__ import annotations

from PySide6.QtCore import QPointF, QRect, QSize, Qt
from PySide6.QtGui import QColor, QFontMetrics, QPainter, QPalette
from PySide6.QtWidgets import QAbstractItemView, QStyledItemDelegate, QStyleOptionViewItem

from ui.detail.timeline import Event
from ui.widgets.rows_model import ROW, Index

_RAIL, _GAP, _DOT = 26, 9, 4.5  # pixels
_DONE, _CONFLICT = QColor("#1558b0"), QColor("#b3261e")


class TimelineDelegate(QStyledItemDelegate):
    """Paints one event, as wide as the view."""

    def __init__(self, view: QAbstractItemView) -> None:
        super().__init__(view)
        self._view = view

    def sizeHint(self, option: QStyleOptionViewItem, index: Index) -> QSize:
        metrics: QFontMetrics = option.fontMetrics
        width = self._view.viewport().width()
        event: Event = index.data(ROW)
        return QSize(width, _sentence_height(metrics, self._text(event), width) + metrics.height() + 2 * _GAP + 2)

    def paint(self, painter: QPainter, option: QStyleOptionViewItem, index: Index) -> None:
        rect: QRect = option.rect
        palette: QPalette = option.palette
        event: Event = index.data(ROW)
        colour = _CONFLICT if event.conflict else _DONE
        painter.save()
        painter.setRenderHint(QPainter.RenderHint.Antialiasing)
        line = palette.color(QPalette.ColorRole.Mid)
        painter.setPen(line)
        x, y = rect.left() + _RAIL / 2, rect.top() + _GAP + painter.fontMetrics().height() / 2
        top = y if index.row() == 0 else rect.top()
        bottom = y if index.row() == index.model().rowCount() - 1 else rect.bottom() + 1
        painter.drawLine(QPointF(x, top), QPointF(x, bottom))
        painter.setPen(Qt.PenStyle.NoPen)
        painter.setBrush(colour)
        painter.drawEllipse(QPointF(x, y), _DOT, _DOT)
        inner = rect.adjusted(_RAIL, _GAP, -_GAP, -_GAP)
        painter.setPen(colour if event.conflict else palette.color(QPalette.ColorRole.Text))
        flags = Qt.AlignmentFlag.AlignTop | Qt.TextFlag.TextWordWrap
        painter.drawText(inner, int(flags), self._text(event))
        quiet = palette.color(QPalette.ColorRole.Text)
        quiet.setAlphaF(0.62)
        painter.setPen(quiet)
        painter.drawText(inner, int(Qt.AlignmentFlag.AlignBottom), event.by)
        painter.restore()

    def _text(self, event: Event) -> str:
        return f"{event.sentence} ({event.note})" if event.note else event.sentence


def _sentence_height(metrics: QFontMetrics, text: str, width: int) -> int:
    room = QRect(0, 0, width - _RAIL - _GAP, 10_000)
    return metrics.boundingRect(room, int(Qt.TextFlag.TextWordWrap), text).height()

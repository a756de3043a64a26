"""Cells of the list that say something by colour: status, due date, what waits."""

from __future__ import annotations

from PySide6.QtCore import QModelIndex, QPersistentModelIndex, QRectF, Qt
from PySide6.QtGui import QColor, QPainter, QPalette
from PySide6.QtWidgets import QStyledItemDelegate, QStyleOptionViewItem

from counter_app.store.dossiers import Line
from ui.lookup.model import LINE, Column, is_overdue
from ui.widgets import status_colours

Index = QModelIndex | QPersistentModelIndex
_LATE, _CONFLICT, _WAITING = QColor("#b3261e"), QColor("#b3261e"), QColor("#9a5b00")


class LineDelegate(QStyledItemDelegate):
    """Paints the status as a badge; colours the due date when it has passed, and what waits or conflicts."""

    def initStyleOption(self, option: QStyleOptionViewItem, index: Index) -> None:
        super().initStyleOption(option, index)
        line: Line | None = index.data(LINE)
        colour = _colour(line, index.column()) if line else None
        if colour is not None:
            palette: QPalette = option.palette
            palette.setColor(QPalette.ColorRole.Text, colour)
            palette.setColor(QPalette.ColorRole.HighlightedText, colour)
        if index.column() == Column.STATUS:
            option.text = ""

    def paint(self, painter: QPainter, option: QStyleOptionViewItem, index: Index) -> None:
        super().paint(painter, option, index)
        line: Line | None = index.data(LINE)
        if index.column() != Column.STATUS or line is None:
            return
        text = str(index.data())
        metrics = painter.fontMetrics()
        cell = option.rect
        width = min(metrics.horizontalAdvance(text) + 20, cell.width() - 8)
        height = metrics.height() + 6
        badge = QRectF(cell.left() + 4, cell.center().y() - height / 2 + 1, width, height)
        painter.save()
        painter.setRenderHint(QPainter.RenderHint.Antialiasing)
        painter.setPen(Qt.PenStyle.NoPen)
        painter.setBrush(QColor("white"))
        painter.drawRoundedRect(badge, height / 2, height / 2)
        painter.setBrush(status_colours.ground(line.status))
        painter.drawRoundedRect(badge, height / 2, height / 2)
        painter.setPen(status_colours.ink(line.status))
        shown = metrics.elidedText(text, Qt.TextElideMode.ElideRight, int(width) - 16)
        painter.drawText(badge, Qt.AlignmentFlag.AlignCenter, shown)
        painter.restore()


def _colour(line: Line, column: int) -> QColor | None:
    if column == Column.DUE and is_overdue(line):
        return _LATE
    if column == Column.SYNC and line.conflicts:
        return _CONFLICT
    return _WAITING if column == Column.SYNC and line.waiting else None

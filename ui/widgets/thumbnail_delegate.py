"""How a page is painted in a list: its picture on paper, its number, a badge with how far its reading has come.

The badge says it by its shape as well as by its colour: ring, turning arc, tick, question mark, exclamation mark, dash.
"""

from __future__ import annotations

from PySide6.QtCore import QModelIndex, QPersistentModelIndex, QPointF, QRect, QRectF, QSize, Qt
from PySide6.QtGui import QPainter, QPen, QPixmap, QPolygonF
from PySide6.QtWidgets import QStyle, QStyledItemDelegate, QStyleOptionViewItem

from ui.theme import ACCENT, ACCENT_PALE, AMBER, GREEN, INK, LINE, QUIET, RED, SURFACE
from ui.widgets.thumbnail_model import THUMB, PageThumb

Index = QModelIndex | QPersistentModelIndex
_HEIGHT, _CELL, _BLANK = 76, QSize(84, 104), QSize(54, 76)
_BADGE = 18  # pixels across
_COLOURS = {"waiting": QUIET, "reading": AMBER, "read": GREEN, "unreadable": AMBER, "failed": RED, "blank": QUIET}


class ThumbnailDelegate(QStyledItemDelegate):
    """Paints a page."""

    def sizeHint(self, option: QStyleOptionViewItem, index: Index) -> QSize:
        return _CELL

    def paint(self, painter: QPainter, option: QStyleOptionViewItem, index: Index) -> None:
        page: PageThumb = index.data(THUMB)
        cell: QRect = option.rect
        area = QRect(cell.left() + 6, cell.top() + 6, cell.width() - 12, _HEIGHT)
        painter.save()
        painter.setRenderHints(QPainter.RenderHint.Antialiasing | QPainter.RenderHint.SmoothPixmapTransform)
        _paint_ground(painter, cell, option)
        sheet = _paint_sheet(painter, area, index.data(Qt.ItemDataRole.DecorationRole))
        centre = QPointF(sheet.right() - 2, sheet.bottom() - 4)
        _paint_badge(painter, QRectF(centre.x() - _BADGE / 2, centre.y() - _BADGE / 2, _BADGE, _BADGE), page.state)
        if page.mark:
            _paint_mark(painter, QRect(cell.left() + 4, area.top() + 2, cell.width() - 8, 16), page.mark)
        painter.setPen((RED if page.state == "failed" else INK).colour())
        line = QRect(cell.left(), area.bottom() + 2, cell.width(), cell.bottom() - area.bottom() - 4)
        label = painter.fontMetrics().elidedText(page.label, Qt.TextElideMode.ElideRight, line.width() - 8)
        painter.drawText(line, Qt.AlignmentFlag.AlignCenter, label)
        painter.restore()


def _paint_ground(painter: QPainter, cell: QRect, option: QStyleOptionViewItem) -> None:
    selected = bool(option.state & QStyle.StateFlag.State_Selected)
    hovered = bool(option.state & QStyle.StateFlag.State_MouseOver)
    painter.setPen(QPen(ACCENT.colour(), 2) if selected else Qt.PenStyle.NoPen)
    painter.setBrush((ACCENT_PALE if selected or hovered else SURFACE).colour())
    painter.drawRoundedRect(cell.adjusted(2, 2, -2, -2), 4, 4)


def _paint_sheet(painter: QPainter, area: QRect, picture: object) -> QRect:
    """The page on its paper; where it came to lie."""
    has_picture = isinstance(picture, QPixmap) and not picture.isNull()
    size = _BLANK
    if isinstance(picture, QPixmap) and has_picture:
        size = picture.size().scaled(area.size(), Qt.AspectRatioMode.KeepAspectRatio)
    sheet = QRect(0, 0, size.width(), size.height())
    sheet.moveCenter(area.center())
    painter.setPen(LINE.colour())
    painter.setBrush(SURFACE.colour())
    painter.drawRect(sheet.adjusted(-1, -1, 0, 0))
    if isinstance(picture, QPixmap) and has_picture:
        painter.drawPixmap(sheet, picture)
    return sheet


def _paint_mark(painter: QPainter, area: QRect, mark: str) -> None:
    """A label across the top of the picture, as wide as its words."""
    font = painter.font()
    painter.save()
    font.setPointSizeF(7.5)
    font.setBold(True)
    painter.setFont(font)
    text = painter.fontMetrics().elidedText(mark, Qt.TextElideMode.ElideRight, area.width() - 8)
    label = QRect(0, 0, painter.fontMetrics().horizontalAdvance(text) + 8, area.height())
    label.moveCenter(area.center())
    painter.setPen(QPen(SURFACE.colour(), 1))
    painter.setBrush(ACCENT.colour())
    painter.drawRoundedRect(label, 4, 4)
    painter.drawText(label, Qt.AlignmentFlag.AlignCenter, text)
    painter.restore()


def _paint_badge(painter: QPainter, place: QRectF, state: str) -> None:
    colour = _COLOURS[state].colour()
    painter.setPen(QPen(SURFACE.colour(), 2))
    painter.setBrush(SURFACE.colour() if state in ("waiting", "reading") else colour)
    painter.drawEllipse(place)
    x, y = place.center().x(), place.center().y()
    inner = place.adjusted(4, 4, -4, -4)
    rounded = (Qt.PenStyle.SolidLine, Qt.PenCapStyle.RoundCap, Qt.PenJoinStyle.RoundJoin)
    on_paper, on_colour = QPen(colour, 2, *rounded), QPen(SURFACE.colour(), 2, *rounded)
    painter.setBrush(Qt.BrushStyle.NoBrush)
    match state:
        case "waiting":
            painter.setPen(on_paper)
            painter.drawEllipse(inner)
        case "reading":
            painter.setPen(on_paper)
            painter.drawArc(inner, 90 * 16, -270 * 16)  # Qt counts sixteenths of a degree
        case "read":
            painter.setPen(on_colour)
            painter.drawPolyline(QPolygonF([QPointF(x - 4, y), QPointF(x - 1, y + 3), QPointF(x + 4, y - 3)]))
        case "unreadable":
            painter.setPen(on_colour)
            painter.drawArc(QRectF(x - 3, y - 5, 6, 6), 180 * 16, -250 * 16)
            painter.drawPoint(QPointF(x, y + 4))
        case "failed":
            painter.setPen(on_colour)
            painter.drawLine(QPointF(x, y - 4), QPointF(x, y + 0.5))
            painter.drawPoint(QPointF(x, y + 4))
        case _:
            painter.setPen(on_colour)
            painter.drawLine(QPointF(x - 3.5, y), QPointF(x + 3.5, y))

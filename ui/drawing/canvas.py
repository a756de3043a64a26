"""A page of a form with the boxes that were drawn on it: by the mouse, or by keys alone."""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import dataclass

from PySide6.QtCore import QPointF, QRectF, Qt, Signal
from PySide6.QtGui import QColor, QKeyEvent, QMouseEvent, QPen
from PySide6.QtWidgets import QGraphicsItem, QGraphicsRectItem, QGraphicsSimpleTextItem, QGraphicsView, QWidget

from counter_app.dossier.pages import Box
from ui.theme import ACCENT, AMBER, BLUE
from ui.widgets.page_view import PageView

_LEAST = 6  # pixels of the page: a smaller box is a slip of the hand
_CORNER = 10.0  # pixels of the screen around a box's lower right corner, by which it is made larger
_NUMBER = 14  # pixels of the screen: height of a box's number
_NEW = (40.0, 8.0)  # millimetres: a box that is made by a key
_STEP = 1.0  # millimetres: what an arrow moves
_INCH = 25.4


@dataclass(frozen=True)
class ShownBox:
    """A box of this page: its number among all boxes, and whether a field was chosen for it."""

    number: int
    box: Box
    has_field: bool


class Canvas(PageView):
    """Drag: a new box. Click: choose one; drag it: move; drag its lower right corner: make it larger or smaller.

    Keys: Insert a box, arrows move the chosen one by a millimetre, with Shift they make it larger or smaller, Delete
    takes it away; without a chosen one arrows scroll.
    """

    drawn = Signal(tuple)  # Box
    chosen = Signal(int)  # the box's number
    changed = Signal(int, tuple)  # its number, Box
    removed = Signal(int)

    def __init__(self, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self.setDragMode(QGraphicsView.DragMode.NoDrag)
        self.viewport().setCursor(Qt.CursorShape.CrossCursor)
        self._on_page: tuple[ShownBox, ...] = ()
        self._chosen: int | None = None
        self._dpi = 200
        self._items: list[QGraphicsItem] = []
        self._from: QPointF | None = None  # where the mouse was pressed
        self._held: tuple[ShownBox, bool] | None = None  # the box under it, and whether it is held by its corner
        self._under_way: QRectF | None = None

    def show_page(self, picture: bytes, dpi: int) -> None:
        """Shows a page that was read, as the boxes count it."""
        self._dpi = dpi
        self.show_picture(picture, dpi)

    def show_boxes(self, boxes: Sequence[ShownBox], chosen: int | None) -> None:
        """Shows the boxes of the page, one of them chosen."""
        self._on_page, self._chosen = tuple(boxes), chosen
        self._redraw()

    def mousePressEvent(self, event: QMouseEvent) -> None:
        if event.button() is not Qt.MouseButton.LeftButton or self.is_empty:
            super().mousePressEvent(event)
            return
        self.setFocus()
        self._from = self.mapToScene(event.position().toPoint())
        self._held = self._at(self._from)
        if self._held:
            self.chosen.emit(self._held[0].number)

    def mouseMoveEvent(self, event: QMouseEvent) -> None:
        if self._from is None:
            super().mouseMoveEvent(event)
            return
        self._under_way = self._dragged(self.mapToScene(event.position().toPoint()))
        self._redraw()

    def mouseReleaseEvent(self, event: QMouseEvent) -> None:
        if self._from is None:
            super().mouseReleaseEvent(event)
            return
        area, held = self._under_way, self._held
        self._from = self._held = self._under_way = None
        if area is not None and min(area.width(), area.height()) >= _LEAST:
            if held:
                self.changed.emit(held[0].number, _box(area))
            else:
                self.drawn.emit(_box(area))
        self._redraw()

    def mouseDoubleClickEvent(self, event: QMouseEvent) -> None:
        """A double click chooses like a click; zooming is done by its keys and buttons."""
        self.mousePressEvent(event)

    def keyPressEvent(self, event: QKeyEvent) -> None:
        chosen = next((shown for shown in self._on_page if shown.number == self._chosen), None)
        directions = {
            Qt.Key.Key_Left: (-1, 0),
            Qt.Key.Key_Right: (1, 0),
            Qt.Key.Key_Up: (0, -1),
            Qt.Key.Key_Down: (0, 1),
        }
        key = Qt.Key(event.key())
        if key == Qt.Key.Key_Insert and not self.is_empty:
            self.drawn.emit(self._new_box(chosen))
        elif chosen and key == Qt.Key.Key_Delete:
            if not event.isAutoRepeat():
                self.removed.emit(chosen.number)
        elif chosen and key in directions:
            larger = bool(event.modifiers() & Qt.KeyboardModifier.ShiftModifier)
            self.changed.emit(chosen.number, self._nudged(chosen.box, directions[key], larger))
        else:
            super().keyPressEvent(event)

    def _at(self, place: QPointF) -> tuple[ShownBox, bool] | None:
        """The box at a place of the page, the chosen one before others, and whether its corner is."""
        reach = _CORNER / self.scale_factor
        for shown in sorted(self._on_page, key=lambda shown: shown.number != self._chosen):
            area = QRectF(*shown.box)
            if QRectF(area.bottomRight() - QPointF(reach, reach), area.bottomRight() + QPointF(reach, reach)).contains(
                place
            ):
                return shown, True
            if area.contains(place):
                return shown, False
        return None

    def _dragged(self, to: QPointF) -> QRectF:
        assert self._from is not None
        page = self.sceneRect()
        if self._held is None:
            return QRectF(self._from, to).normalized().intersected(page)
        shown, by_corner = self._held
        area, way = QRectF(*shown.box), to - self._from
        if by_corner:
            area.setBottomRight(area.bottomRight() + way)
        else:
            area.translate(way)
        return area.normalized().intersected(page)

    def _new_box(self, before: ShownBox | None) -> Box:
        """Below the chosen box, else in the middle of what is seen."""
        width, height = (round(value * self._dpi / _INCH) for value in _NEW)
        if before:
            left, top, width, high = before.box
            return left, top + high + high // 3, width, high
        middle = self.mapToScene(self.viewport().rect().center())
        return round(middle.x()) - width // 2, round(middle.y()) - height // 2, width, height

    def _nudged(self, box: Box, way: tuple[int, int], larger: bool) -> Box:
        step = max(1, round(_STEP * self._dpi / _INCH))
        left, top, width, height = box
        if larger:
            return left, top, max(_LEAST, width + way[0] * step), max(_LEAST, height + way[1] * step)
        return max(0, left + way[0] * step), max(0, top + way[1] * step), width, height

    def _redraw(self) -> None:
        for item in self._items:
            self.scene().removeItem(item)
        self._items = []
        for shown in self._on_page:
            moving = self._under_way is not None and self._held is not None and self._held[0] == shown
            area = self._under_way if moving and self._under_way is not None else QRectF(*shown.box)
            self._draw(area, shown)
        if self._under_way is not None and self._held is None:
            self._draw(self._under_way, None)

    def _draw(self, area: QRectF, shown: ShownBox | None) -> None:
        """A box: whole lines where it has a field, broken ones where it has none; thick where it is chosen."""
        chosen = shown is not None and shown.number == self._chosen
        colour = (BLUE if chosen else ACCENT if shown and shown.has_field else AMBER).on_paper()
        line = Qt.PenStyle.SolidLine if shown and shown.has_field else Qt.PenStyle.DashLine
        edge = QPen(colour, 3 if chosen else 1.5, line)
        edge.setCosmetic(True)
        ground = QColor(colour)
        ground.setAlphaF(0.18 if chosen else 0.08)
        item = QGraphicsRectItem(area)
        item.setPen(edge)
        item.setBrush(ground)
        self._add(item)
        if shown is not None:
            number = QGraphicsSimpleTextItem(f"{shown.number + 1}" if shown.has_field else f"{shown.number + 1}?")
            font = number.font()
            font.setPixelSize(_NUMBER)
            font.setBold(True)
            number.setFont(font)
            number.setBrush(colour)
            number.setFlag(QGraphicsItem.GraphicsItemFlag.ItemIgnoresTransformations)
            number.setPos(area.topRight() - QPointF(26 / self.scale_factor, 0))
            self._add(number)

    def _add(self, item: QGraphicsItem) -> None:
        self.scene().addItem(item)
        self._items.append(item)


def _box(area: QRectF) -> Box:
    left, top = max(0, round(area.x())), max(0, round(area.y()))
    return left, top, round(area.width()), round(area.height())

"""A page picture to look at closely: fit, zoom at the cursor, drag; words can be marked on it."""

from __future__ import annotations

from collections.abc import Sequence

from PySide6.QtCore import QRectF, Qt
from PySide6.QtGui import QColor, QImage, QKeyEvent, QMouseEvent, QPen, QPixmap, QResizeEvent, QWheelEvent
from PySide6.QtWidgets import QGraphicsPixmapItem, QGraphicsRectItem, QGraphicsScene, QGraphicsView, QWidget

from ui.theme import ACCENT, LINE
from ui.widgets.off_thread import OffThread

_STEP, _SMALLEST, _LARGEST = 1.25, 0.05, 6.0


class PageView(QGraphicsView):
    """Shows one picture; it fits the width until the clerk zooms."""

    def __init__(self, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self._page = QGraphicsPixmapItem()
        self._page.setTransformationMode(Qt.TransformationMode.SmoothTransformation)
        self._marks: list[QGraphicsRectItem] = []
        self._fits = True
        self._off_thread = OffThread(self)
        scene = QGraphicsScene(self)
        scene.addItem(self._page)
        self.setScene(scene)
        self.setBackgroundBrush(QColor("#e3e8ea"))
        self.setDragMode(QGraphicsView.DragMode.ScrollHandDrag)
        self.setTransformationAnchor(QGraphicsView.ViewportAnchor.AnchorUnderMouse)
        self.setStyleSheet(f"QGraphicsView {{ border: 1px solid {LINE}; border-radius: 4px; }}")
        self.setToolTip(self.tr("Ctrl + wheel zooms, double click: true size or whole width"))

    @property
    def is_empty(self) -> bool:
        """Whether no picture is shown."""
        return self._page.pixmap().isNull()

    def show_picture(self, data: bytes) -> None:
        """Shows an encoded picture; it is decoded beside the window's thread."""
        self._off_thread.run(lambda: QImage.fromData(data), self._show)

    def clear(self) -> None:
        """Shows nothing."""
        self._off_thread.forget()
        self._show(QImage())

    def highlight(self, boxes: Sequence[tuple[int, int, int, int]]) -> None:
        """Marks boxes (x, y, width, height in the picture's pixels) and brings the first into view."""
        for mark in self._marks:
            self.scene().removeItem(mark)
        ground = QColor(ACCENT)
        ground.setAlphaF(0.22)
        self._marks = []
        for box in boxes:
            mark = self.scene().addRect(QRectF(*box).adjusted(-4, -4, 4, 4), QPen(Qt.PenStyle.NoPen), ground)
            self._marks.append(mark)
        if self._marks:
            self.ensureVisible(self._marks[0])

    def fit(self) -> None:
        """The whole width."""
        self._fits = True
        width = self._page.boundingRect().width()
        if width:
            room = self.viewport().width() - 4
            self.resetTransform()
            self.scale(room / width, room / width)

    def zoom(self, factor: float) -> None:
        """Larger or smaller by a factor, around the cursor."""
        wanted = self.transform().m11() * factor
        if _SMALLEST <= wanted <= _LARGEST and not self.is_empty:
            self._fits = False
            self.scale(factor, factor)

    def wheelEvent(self, event: QWheelEvent) -> None:
        if event.modifiers() & Qt.KeyboardModifier.ControlModifier:
            self.zoom(_STEP if event.angleDelta().y() > 0 else 1 / _STEP)
            event.accept()
        else:
            super().wheelEvent(event)

    def mouseDoubleClickEvent(self, event: QMouseEvent) -> None:
        if self._fits:
            self.zoom(1 / self.transform().m11() if self.transform().m11() else 1)
        else:
            self.fit()

    def keyPressEvent(self, event: QKeyEvent) -> None:
        match event.key():
            case Qt.Key.Key_Plus | Qt.Key.Key_Equal:
                self.zoom(_STEP)
            case Qt.Key.Key_Minus:
                self.zoom(1 / _STEP)
            case Qt.Key.Key_0:
                self.fit()
            case _:
                super().keyPressEvent(event)

    def resizeEvent(self, event: QResizeEvent) -> None:
        super().resizeEvent(event)
        if self._fits:
            self.fit()

    def _show(self, image: QImage) -> None:
        self.highlight([])
        self._page.setPixmap(QPixmap.fromImage(image))
        self.scene().setSceneRect(self._page.boundingRect())
        self.fit()
        self.verticalScrollBar().setValue(0)

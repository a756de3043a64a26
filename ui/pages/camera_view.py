"""What the camera sees, with the outline of the sheet that was found in it, or a sentence while it sees nothing."""

from __future__ import annotations

from PySide6.QtCore import QPointF, QRect, QSize, Qt, QTimer
from PySide6.QtGui import QColor, QImage, QPainter, QPaintEvent, QPen, QPolygonF
from PySide6.QtWidgets import QSizePolicy, QWidget

from scanning.page.sheet_finder import Place
from ui.theme import ACCENT, DESKTOP, INK, LINE

_FLASH = 120  # milliseconds


class CameraView(QWidget):
    """The live picture."""

    def __init__(self, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self.picture = QImage()
        self.outline: list[Place] | None = None
        self.sentence = ""
        self._flashing = False
        self.setMinimumSize(320, 240)
        self.setSizePolicy(QSizePolicy.Policy.Expanding, QSizePolicy.Policy.Expanding)
        self.setAccessibleName(self.tr("What the camera sees"))

    def sizeHint(self) -> QSize:
        return QSize(800, 600)

    def show_picture(self, picture: QImage) -> None:
        """The newest picture; takes the place of a sentence."""
        self.picture, self.sentence = picture, ""
        self.setAccessibleDescription("")
        self.update()

    def show_outline(self, outline: list[Place] | None) -> None:
        """Where the sheet lies; None where none is seen."""
        self.outline = outline
        self.update()

    def say(self, sentence: str) -> None:
        """Why there is no picture."""
        self.picture, self.outline, self.sentence = QImage(), None, sentence
        self.setAccessibleDescription(sentence)
        self.update()

    def flash(self) -> None:
        """A photo is taken: the picture lights up for a moment."""
        self._flashing = True
        self.update()
        QTimer.singleShot(_FLASH, self, self._end_flash)

    def _end_flash(self) -> None:
        self._flashing = False
        self.update()

    def paintEvent(self, event: QPaintEvent) -> None:
        painter = QPainter(self)
        painter.setRenderHints(QPainter.RenderHint.Antialiasing | QPainter.RenderHint.SmoothPixmapTransform)
        painter.setPen(LINE.colour())
        painter.setBrush(DESKTOP.colour())
        painter.drawRoundedRect(self.rect().adjusted(0, 0, -1, -1), 4, 4)
        if self.picture.isNull():
            painter.setPen(INK.colour())
            area = self.rect().adjusted(40, 20, -40, -20)
            painter.drawText(area, Qt.AlignmentFlag.AlignCenter | Qt.TextFlag.TextWordWrap, self.sentence)
            return
        place = self._place()
        painter.drawImage(place, self.picture)
        if self._flashing:
            painter.fillRect(place, QColor(255, 255, 255, 170))
        elif self.outline is not None:
            _paint_outline(painter, place, self.outline)

    def _place(self) -> QRect:
        area = self.rect().adjusted(1, 1, -1, -1)
        place = QRect(0, 0, *self.picture.size().scaled(area.size(), Qt.AspectRatioMode.KeepAspectRatio).toTuple())
        place.moveCenter(area.center())
        return place


def _paint_outline(painter: QPainter, place: QRect, outline: list[Place]) -> None:
    """White beneath green, so that it is seen on every desk."""
    corners = [QPointF(place.x() + x * place.width(), place.y() + y * place.height()) for x, y in outline]
    painter.setClipRect(place)
    painter.setBrush(Qt.BrushStyle.NoBrush)
    for colour, width in ((QColor("white"), 6.0), (ACCENT.on_paper(), 3.0)):
        pen = QPen(colour, width)
        pen.setJoinStyle(Qt.PenJoinStyle.RoundJoin)
        painter.setPen(pen)
        painter.drawPolygon(QPolygonF(corners))

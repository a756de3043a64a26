"""A large page picture that is sharp at every zoom and quick to paint.

A 300-dpi A4 page shrunk eightfold by the painter alone flickers and loses its strokes; so halves, quarters and so on
are made once, beside the window's thread, and the painter takes the one just above the size it needs.
"""

from __future__ import annotations

import logging

from PySide6.QtCore import QBuffer, QByteArray, QIODevice, QRectF, QSize, Qt
from PySide6.QtGui import QImage, QImageReader, QPainter, QPixmap
from PySide6.QtWidgets import QGraphicsItem, QStyleOptionGraphicsItem, QWidget

from counter_app.errors import CounterError

_log = logging.getLogger(__name__)
_SMALLEST = 160  # pixels: a page is never shown narrower


def drawn(data: bytes, area: QSize | None = None, dpi: int = 300) -> QImage:
    """A page from outside, decoded in a process apart: upright as its EXIF says, RGB32; no larger than `area` where one
    is given; null if it is none. Of a PDF the first page, at `dpi`."""
    from printing.layout.pictures import drawn as drawn_apart

    if not data:
        return QImage()
    try:
        size = (area.width(), area.height()) if area is not None else None
        ((pixels, columns, rows, stride),) = drawn_apart("scanning.formats.shown:shown", data, dpi, size)
    except CounterError as failure:
        _log.warning("a page is not shown: %s", type(failure).__name__)
        return QImage()
    # the image holds the bytes: a copy of a page's 35 MB would keep Python's lock, and stall the window, for 70 ms
    return QImage(pixels, columns, rows, stride, QImage.Format.Format_RGB32)


def decoded(data: bytes, area: QSize | None = None) -> QImage:
    """A picture of our own making, or of the camera, upright as its EXIF says, RGB32; no larger than `area` where one
    is given; null if it is none."""
    encoded = QByteArray(data)  # the buffer only points at it
    buffer = QBuffer(encoded)
    buffer.open(QIODevice.OpenModeFlag.ReadOnly)
    reader = QImageReader(buffer)
    reader.setAutoTransform(True)
    size = reader.size()
    if area is not None and size.isValid():
        small = size.scaled(area, Qt.AspectRatioMode.KeepAspectRatio)
        if small.width() < size.width():
            reader.setScaledSize(small)  # JPEG is decoded small from the start
    return reader.read().convertToFormat(QImage.Format.Format_RGB32)


def levels(data: bytes, dpi: int = 300) -> list[QImage]:
    """The page, its half, its quarter and so on; empty if it cannot be decoded. `dpi`: of the page of a PDF."""
    image = drawn(data, dpi=dpi)
    made: list[QImage] = []
    while not image.isNull():
        made.append(image)
        if image.width() < 2 * _SMALLEST:
            break
        half = image.size() / 2
        image = image.scaled(half, Qt.AspectRatioMode.IgnoreAspectRatio, Qt.TransformationMode.SmoothTransformation)
    return made


class PagePicture(QGraphicsItem):
    """The picture in a scene whose unit is one pixel of the full picture."""

    def __init__(self) -> None:
        super().__init__()
        self._levels: list[QPixmap] = []

    @property
    def is_empty(self) -> bool:
        """Whether there is no picture."""
        return not self._levels

    def show_levels(self, images: list[QImage]) -> None:
        """Shows a picture made by `levels`."""
        self.prepareGeometryChange()
        self._levels = [QPixmap.fromImage(image, Qt.ImageConversionFlag.NoFormatConversion) for image in images]
        self.update()

    def boundingRect(self) -> QRectF:
        return QRectF(self._levels[0].rect()) if self._levels else QRectF()

    def paint(self, painter: QPainter, option: QStyleOptionGraphicsItem, widget: QWidget | None = None) -> None:
        if not self._levels:
            return
        scale = option.levelOfDetailFromTransform(painter.worldTransform()) * painter.device().devicePixelRatioF()
        level = 0
        while level + 1 < len(self._levels) and scale <= 0.5 ** (level + 1):
            level += 1
        picture = self._levels[level]
        painter.setRenderHint(QPainter.RenderHint.SmoothPixmapTransform, scale < 2)
        painter.drawPixmap(self.boundingRect(), picture, QRectF(picture.rect()))

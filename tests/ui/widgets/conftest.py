"""Pictures of pages to show."""

from __future__ import annotations

from collections.abc import Callable

import pytest
from PySide6.QtCore import QBuffer, QByteArray, QIODevice
from PySide6.QtGui import QColor, QFont, QImage, QPainter

Picture = Callable[..., bytes]


@pytest.fixture
def picture() -> Picture:
    """Encodes a page of the wanted size and colour with some lines on it."""

    def make(width: int = 1240, height: int = 1754, ground: str = "white", kind: str = "JPG") -> bytes:
        image = QImage(width, height, QImage.Format.Format_RGB32)
        image.fill(QColor(ground))
        painter = QPainter(image)
        painter.setFont(QFont("Liberation Sans", max(width // 60, 6)))
        for line in range(10):
            painter.drawText(width // 10, height // 12 * (line + 1), "Đặng Thị Hường, xã Nghi Phú")
        painter.end()
        encoded = QByteArray()
        buffer = QBuffer(encoded)
        buffer.open(QIODevice.OpenModeFlag.WriteOnly)
        image.save(buffer, kind)
        buffer.close()
        return encoded.data()

    return make

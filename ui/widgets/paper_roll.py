"""The pages of a paper under each other, however many: only those on the screen are decoded and scaled."""

from __future__ import annotations

from collections import OrderedDict
from collections.abc import Sequence
from functools import partial

from PySide6.QtCore import QPoint, QRect, Qt
from PySide6.QtGui import QImage, QKeyEvent, QPainter, QPaintEvent, QPixmap, QResizeEvent, QWheelEvent
from PySide6.QtWidgets import QAbstractScrollArea, QWidget

from ui.theme import DESKTOP, LINE, SPACE, SURFACE
from ui.widgets.off_thread import OffThread
from ui.widgets.page_picture import decoded

STEP = 1.2
_SMALLEST, _LARGEST = 0.3, 2.5  # times the size on paper
_FITTED = 1.6  # at the most, so that a slip does not fill the window with five words
_POINT = 96 / 72  # screen pixels for a point (1/72 inch) at true size
_KEPT = 12  # scaled pages: a few screens


class PaperRoll(QAbstractScrollArea):
    """Shows encoded page pictures as they come; blank sheets stand for those that are still being made."""

    def __init__(self, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self.setObjectName("paperRoll")
        self._sizes: list[tuple[float, float]] = []
        self._pages: dict[int, bytes] = {}
        self._scaled: OrderedDict[tuple[int, int], QPixmap] = OrderedDict()  # by page and width in pixels
        self._loading: dict[tuple[int, int], OffThread] = {}
        self._factor = 0.0  # 0 fits the width
        self.setFocusPolicy(Qt.FocusPolicy.StrongFocus)
        self.setAccessibleName(self.tr("Paper"))
        self.viewport().setCursor(Qt.CursorShape.ArrowCursor)

    @property
    def factor(self) -> float:
        """The zoom; 1 is the size on paper."""
        widest = max((width for width, _ in self._sizes), default=1.0) * _POINT
        return self._factor or min(max((self.viewport().width() - 2 * SPACE) / widest, _SMALLEST), _FITTED)

    def set_sheets(self, sizes: Sequence[tuple[float, float]]) -> None:
        """Begins a paper: width and height of each page in points; its pictures follow."""
        self._sizes = list(sizes)
        self._pages = {}
        self._scaled.clear()
        self._loading.clear()
        self._lay_out()
        self.verticalScrollBar().setValue(0)

    def set_page(self, number: int, picture: bytes) -> None:
        """The encoded picture of a page, counted from 0."""
        self._pages[number] = picture
        self.viewport().update()

    def zoom(self, by: float) -> None:
        """Larger or smaller; what is in the middle of the view stays there."""
        before = self.factor
        self._factor = min(max(before * by, _SMALLEST), _LARGEST)
        area = self.viewport().size()
        bars = ((self.horizontalScrollBar(), area.width() / 2), (self.verticalScrollBar(), area.height() / 2))
        middles = [(bar.value() + half) * self._factor / before for bar, half in bars]
        self._lay_out()
        for (bar, half), middle in zip(bars, middles, strict=True):
            bar.setValue(round(middle - half))

    def fit_width(self) -> None:
        """The whole width."""
        self._factor = 0.0
        self._lay_out()

    def sheets(self) -> list[QRect]:
        """Where the sheets lie on the roll, in pixels from its top left."""
        factor = self.factor * _POINT
        widest = max((width for width, _ in self._sizes), default=0.0) * factor
        available = max(self.viewport().width(), round(widest) + 2 * SPACE)
        found, top = [], SPACE
        for width, height in self._sizes:
            wide, high = round(width * factor), round(height * factor)
            found.append(QRect((available - wide) // 2, top, wide, high))
            top += high + SPACE
        return found

    def paintEvent(self, event: QPaintEvent) -> None:
        painter = QPainter(self.viewport())
        painter.setRenderHint(QPainter.RenderHint.SmoothPixmapTransform)
        painter.fillRect(event.rect(), DESKTOP.colour())
        offset = QPoint(self.horizontalScrollBar().value(), self.verticalScrollBar().value())
        for number, sheet in enumerate(self.sheets()):
            place = sheet.translated(-offset)
            if not place.intersects(event.rect()):
                continue
            painter.setPen(LINE.colour())
            painter.setBrush(SURFACE.colour())
            painter.drawRect(place.adjusted(-1, -1, 0, 0))
            picture = self._picture(number, sheet)
            if picture is not None:
                painter.drawPixmap(place, picture)

    def resizeEvent(self, event: QResizeEvent) -> None:
        super().resizeEvent(event)
        self._lay_out()

    def wheelEvent(self, event: QWheelEvent) -> None:
        if event.modifiers() & Qt.KeyboardModifier.ControlModifier:
            self.zoom(STEP ** (event.angleDelta().y() / 120))  # 120 is one notch
            event.accept()
        else:
            super().wheelEvent(event)

    def keyPressEvent(self, event: QKeyEvent) -> None:
        bar = self.verticalScrollBar()
        match event.key():
            case Qt.Key.Key_Plus | Qt.Key.Key_Equal:
                self.zoom(STEP)
            case Qt.Key.Key_Minus:
                self.zoom(1 / STEP)
            case Qt.Key.Key_0:
                self.fit_width()
            case Qt.Key.Key_Home:
                bar.setValue(0)
            case Qt.Key.Key_End:
                bar.setValue(bar.maximum())
            case _:
                super().keyPressEvent(event)

    def _lay_out(self) -> None:
        sheets = self.sheets()
        area = self.viewport().size()
        across, down = self.horizontalScrollBar(), self.verticalScrollBar()
        wide = max((sheet.width() for sheet in sheets), default=0) + 2 * SPACE
        high = sheets[-1].bottom() + SPACE if sheets else 0
        for bar, whole, seen in ((across, wide, area.width()), (down, high, area.height())):
            bar.setRange(0, max(0, whole - seen))
            bar.setPageStep(seen)
            bar.setSingleStep(5 * SPACE)
        self.viewport().update()

    def _picture(self, number: int, sheet: QRect) -> QPixmap | None:
        """The page at just this size; until it is made, the page at another size; none before the page came."""
        ratio = self.devicePixelRatioF()
        key = (number, round(sheet.width() * ratio))
        if key in self._scaled:
            self._scaled.move_to_end(key)
            return self._scaled[key]
        if number in self._pages and key not in self._loading:
            loader = self._loading[key] = OffThread(self, priority=5)
            size = (key[1], round(sheet.height() * ratio))
            loader.run(partial(_scaled, self._pages[number], size), partial(self._loaded, key, loader))
        return next((picture for (page, _), picture in reversed(self._scaled.items()) if page == number), None)

    def _loaded(self, key: tuple[int, int], loader: OffThread, image: QImage) -> None:
        loader.deleteLater()
        if self._loading.get(key) is not loader:
            return  # of a paper that is no longer shown
        del self._loading[key]
        self._scaled[key] = QPixmap.fromImage(image)
        while len(self._scaled) > _KEPT:
            self._scaled.popitem(last=False)
        self.viewport().update()


def _scaled(picture: bytes, size: tuple[int, int]) -> QImage:
    return decoded(picture).scaled(
        *size, Qt.AspectRatioMode.IgnoreAspectRatio, Qt.TransformationMode.SmoothTransformation
    )

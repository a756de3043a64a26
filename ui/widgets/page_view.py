"""A page picture to look at closely: fit, zoom at the cursor, drag; words can be marked on it, chosen and copied."""

from __future__ import annotations

from collections.abc import Sequence
from enum import Enum
from typing import TYPE_CHECKING

from PySide6.QtCore import QRect, QRectF, QSize, Qt, Signal
from PySide6.QtGui import (
    QGuiApplication,
    QImage,
    QKeyEvent,
    QKeySequence,
    QMouseEvent,
    QPainter,
    QPen,
    QResizeEvent,
    QWheelEvent,
)
from PySide6.QtWidgets import (
    QAbstractSlider,
    QFrame,
    QGraphicsRectItem,
    QGraphicsScene,
    QGraphicsView,
    QHBoxLayout,
    QStyle,
    QToolButton,
    QWidget,
)

from ui.theme import ACCENT, DESKTOP, QUIET, SPACE, icon
from ui.widgets.off_thread import OffThread
from ui.widgets.page_picture import PagePicture, levels
from ui.widgets.word_selection import WordSelection

if TYPE_CHECKING:
    from counter_app.dossier.pages import Word

_STEP, _SMALLEST, _LARGEST = 1.25, 0.05, 6.0
_ROUNDING = 2  # pixels a fitted page stays smaller, so that no scroll bar comes of rounding
_MARGIN = 4  # picture pixels around a marked word
_PAGE_ON = QAbstractSlider.SliderAction.SliderPageStepAdd
_FIRST = 10  # goes before thumbnails


class Fit(Enum):
    """What the view keeps fitting while it is resized."""

    WIDTH = "width"
    PAGE = "page"
    NOTHING = "nothing"


class PageView(QGraphicsView):
    """Shows one picture; it fits the width until the clerk zooms.

    Keys: + and − zoom, 0 fits the width, 9 the page, 1 shows true size, arrows and the space bar scroll, Ctrl+A chooses
    all words, Ctrl+C copies the chosen ones. Pressed on a word the mouse chooses text, elsewhere it drags the page.
    """

    zoomed = Signal(float)  # screen pixels for one pixel of the picture

    def __init__(self, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self._page = PagePicture()
        self._boxes: list[tuple[int, int, int, int]] = []
        self._marks: list[QGraphicsRectItem] = []
        self._fit = Fit.WIDTH
        self._loading = self._broken = False
        self._off_thread = OffThread(self, _FIRST)
        self.words = WordSelection()
        self._choosing = False  # words, with the mouse
        scene = QGraphicsScene(self)
        scene.addItem(self._page)
        self.setScene(scene)
        self.setDragMode(QGraphicsView.DragMode.ScrollHandDrag)
        self.setTransformationAnchor(QGraphicsView.ViewportAnchor.AnchorUnderMouse)
        self.setAccessibleName(self.tr("Page"))
        self.viewport().setMouseTracking(True)  # over words another cursor
        self._buttons = self._make_buttons()

    @property
    def is_empty(self) -> bool:
        """Whether no picture is shown."""
        return self._page.is_empty

    @property
    def scale_factor(self) -> float:
        """Screen pixels for one pixel of the picture."""
        return self.transform().m11()

    def show_picture(self, data: bytes, dpi: int = 300) -> None:
        """Shows an encoded picture, or a PDF's first page at `dpi`; it is decoded beside the window's thread."""
        self.highlight([])
        self._loading = True
        self._off_thread.run(lambda: levels(data, dpi), self._show, lambda: self._show([]))
        self.show_words(())

    def show_words(self, words: Sequence[Word]) -> None:
        """What was read of the picture: words that can be chosen and copied."""
        self.words.show(words)
        self.viewport().update()

    def copy(self) -> None:
        """The chosen words to the clipboard; where none is chosen it stays as it is."""
        if text := self.words.text:
            QGuiApplication.clipboard().setText(text)

    def clear(self) -> None:
        """Shows nothing."""
        self._off_thread.forget()
        self._boxes = []
        self.words.show(())
        self._show([], broken=False)

    def highlight(self, boxes: Sequence[tuple[int, int, int, int]]) -> None:
        """Marks boxes (x, y, width, height in the picture's pixels) and brings the first into view."""
        self._boxes = list(boxes)
        if not self._loading:
            self._mark()

    def fit_width(self) -> None:
        """The whole width; what does not fit below is scrolled to."""
        self._fit = Fit.WIDTH
        self._refit()

    def fit_page(self) -> None:
        """The whole page."""
        self._fit = Fit.PAGE
        self._refit()

    def true_size(self) -> None:
        """One pixel of the picture on one of the screen."""
        if not self.is_empty:
            self.zoom(1 / self.scale_factor)

    def zoom(self, factor: float) -> None:
        """Larger or smaller by a factor, around the cursor."""
        if self.is_empty:
            return
        wanted = min(max(self.scale_factor * factor, _SMALLEST), _LARGEST)
        self._fit = Fit.NOTHING
        self.scale(wanted / self.scale_factor, wanted / self.scale_factor)
        self.zoomed.emit(wanted)

    def wheelEvent(self, event: QWheelEvent) -> None:
        if event.modifiers() & Qt.KeyboardModifier.ControlModifier:
            self.zoom(_STEP ** (event.angleDelta().y() / 120))  # 120 is one notch; touchpads send fractions
            event.accept()
        else:
            super().wheelEvent(event)

    def mouseDoubleClickEvent(self, event: QMouseEvent) -> None:
        if self._fit is Fit.NOTHING:
            self.fit_width()
        else:
            self.true_size()

    def mousePressEvent(self, event: QMouseEvent) -> None:
        place = self.words.at(self.mapToScene(event.position().toPoint()))
        self._choosing = event.button() is Qt.MouseButton.LeftButton and place >= 0
        if self._choosing:
            self.words.begin(place)
        else:
            self.words.clear()
            super().mousePressEvent(event)
        self.viewport().update()

    def mouseMoveEvent(self, event: QMouseEvent) -> None:
        point = self.mapToScene(event.position().toPoint())
        if self._choosing:
            self.words.reach(point)
            self.viewport().update()
            return
        super().mouseMoveEvent(event)
        if not event.buttons():
            over = self.words.at(point) >= 0
            self.viewport().setCursor(Qt.CursorShape.IBeamCursor if over else Qt.CursorShape.OpenHandCursor)

    def mouseReleaseEvent(self, event: QMouseEvent) -> None:
        if not self._choosing:
            super().mouseReleaseEvent(event)
        self._choosing = False

    def keyPressEvent(self, event: QKeyEvent) -> None:
        if event.matches(QKeySequence.StandardKey.SelectAll):
            self.words.choose_all()
            self.viewport().update()
            return
        if event.matches(QKeySequence.StandardKey.Copy):
            self.copy()
            return
        match event.key():
            case Qt.Key.Key_Space:
                back = bool(event.modifiers() & Qt.KeyboardModifier.ShiftModifier)
                step = QAbstractSlider.SliderAction.SliderPageStepSub if back else _PAGE_ON
                self.verticalScrollBar().triggerAction(step)
            case Qt.Key.Key_Plus | Qt.Key.Key_Equal:
                self.zoom(_STEP)
            case Qt.Key.Key_Minus:
                self.zoom(1 / _STEP)
            case Qt.Key.Key_0:
                self.fit_width()
            case Qt.Key.Key_9:
                self.fit_page()
            case Qt.Key.Key_1:
                self.true_size()
            case _:
                super().keyPressEvent(event)

    def resizeEvent(self, event: QResizeEvent) -> None:
        super().resizeEvent(event)
        self._refit()
        self._place_buttons()

    def drawBackground(self, painter: QPainter, rect: QRectF | QRect) -> None:
        painter.fillRect(rect, DESKTOP.colour())  # of the theme that is worn now

    def drawForeground(self, painter: QPainter, rect: QRectF | QRect) -> None:
        tint = ACCENT.on_paper()
        tint.setAlphaF(0.35)
        for word in self.words.rects:
            painter.fillRect(word, tint)
        if not self._broken:
            return
        painter.save()
        painter.resetTransform()
        painter.setPen(QUIET.colour())
        area = self.viewport().rect().adjusted(2 * SPACE, 0, -2 * SPACE, 0)
        wrapped = Qt.AlignmentFlag.AlignCenter | Qt.TextFlag.TextWordWrap
        painter.drawText(area, wrapped, self.tr("This picture cannot be shown."))
        painter.restore()

    def _show(self, images: list[QImage], broken: bool = True) -> None:
        self._loading = False
        self._broken = broken and not images
        self._page.show_levels(images)
        self.scene().setSceneRect(self._page.boundingRect())
        if self._fit is Fit.NOTHING:
            self._fit = Fit.WIDTH
        self._buttons.setVisible(bool(images))
        self._refit()
        self.verticalScrollBar().setValue(0)
        self._mark()
        self.viewport().update()

    def _mark(self) -> None:
        for mark in self._marks:
            self.scene().removeItem(mark)
        ground, line = ACCENT.on_paper(), ACCENT.on_paper()
        ground.setAlphaF(0.2)
        line.setAlphaF(0.5)  # a page shown small keeps its words readable
        edge = QPen(line, 1)
        edge.setCosmetic(True)
        self._marks = []
        for box in self._boxes:
            around = QRectF(*box).adjusted(-_MARGIN, -_MARGIN, _MARGIN, _MARGIN)
            self._marks.append(self.scene().addRect(around, edge, ground))
        if self._marks:
            self.ensureVisible(self._marks[0])

    def _refit(self) -> None:
        page = self._page.boundingRect()
        if self._fit is Fit.NOTHING or page.isEmpty():
            return
        area = self.maximumViewportSize() - QSize(_ROUNDING, _ROUNDING)
        wide, high = area.width() / page.width(), area.height() / page.height()
        if self._fit is Fit.PAGE:
            factor = min(wide, high)
        else:  # the bar at the side takes its room only where the page is longer than the view
            factor = wide if page.height() * wide <= area.height() else self._beside_bar(area) / page.width()
        self.resetTransform()
        self.scale(factor, factor)
        if self._marks:  # a bar that appears beside a page that was just shown must not take the box out of view
            self.ensureVisible(self._marks[0])
        self.zoomed.emit(factor)

    def _beside_bar(self, area: QSize) -> int:
        return area.width() - self.style().pixelMetric(QStyle.PixelMetric.PM_ScrollBarExtent, None, self)

    def _make_buttons(self) -> QFrame:
        panel = QFrame(self)
        panel.setObjectName("floating")
        row = QHBoxLayout(panel)
        row.setContentsMargins(2, 2, 2, 2)
        row.setSpacing(0)
        for name, tip, act in (
            ("zoom-out", self.tr("Smaller (−)"), lambda: self.zoom(1 / _STEP)),
            ("zoom-in", self.tr("Larger (+)"), lambda: self.zoom(_STEP)),
            ("fit-width", self.tr("Whole width (0)"), self.fit_width),
            ("fit", self.tr("Whole page (9)"), self.fit_page),
        ):
            button = QToolButton(autoRaise=True)
            button.setIcon(icon(name))
            button.setToolTip(tip)
            button.setAccessibleName(tip)
            button.setFocusPolicy(Qt.FocusPolicy.NoFocus)  # its key works in the page itself
            button.clicked.connect(act)
            row.addWidget(button)
        panel.adjustSize()
        panel.hide()
        return panel

    def _place_buttons(self) -> None:
        self._buttons.adjustSize()
        area = self.viewport().geometry()
        size = self._buttons.size()
        self._buttons.move(area.right() - size.width() - SPACE, area.bottom() - size.height() - SPACE)

"""The very PDF that is printed, page under page, with what prints it above it."""

from __future__ import annotations

from collections.abc import Iterator, Sequence
from itertools import count

from PySide6.QtCore import Qt, Signal
from PySide6.QtGui import QKeyEvent
from PySide6.QtWidgets import QHBoxLayout, QLabel, QToolButton, QVBoxLayout, QWidget

from ui.theme import SPACE, icon
from ui.widgets.off_thread import OffThread
from ui.widgets.paper_roll import STEP, PaperRoll
from ui.widgets.print_bar import PrintBar

_DPI = 144  # pages are rendered at this and scaled to the screen


class PdfPreview(QWidget):
    """Shows a PDF; tells when it should be printed, or saved. Enter prints."""

    print_requested = Signal()
    save_requested = Signal()

    def __init__(self, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self._off_thread = OffThread(self, priority=5)
        self._pages = 0
        self.bar = PrintBar(self)
        self.bar.print_requested.connect(self.print_now)
        self.bar.save_requested.connect(self.save_requested)
        self.count = QLabel()
        self.count.setObjectName("quiet")
        self.state = QLabel()  # how far this paper's print is
        self.roll = PaperRoll(self)
        self._build()
        self.clear()

    def show_pdf(self, pdf: bytes) -> None:
        """Shows the pages of a PDF; they are drawn in a process apart and appear one after the other."""

        def render() -> Iterator[bytes | list[tuple[float, float]]]:
            from printing.layout.pictures import previewed

            return previewed(pdf, _DPI)

        numbers = count()

        def show(made: bytes | list[tuple[float, float]]) -> None:
            if isinstance(made, bytes):
                self.roll.set_page(next(numbers), made)
            else:
                self._begin(made)

        self._off_thread.stream(render, show, self._say_broken)

    def print_now(self) -> None:
        """Asks for the paper on the screen."""
        if self.bar.print.isEnabled():
            self.print_requested.emit()

    def clear(self) -> None:
        """Shows nothing."""
        self._off_thread.forget()
        self._begin([])

    def zoom(self, factor: float) -> None:
        """Larger or smaller."""
        self.roll.zoom(factor)

    def keyPressEvent(self, event: QKeyEvent) -> None:
        if event.key() in (Qt.Key.Key_Return, Qt.Key.Key_Enter) and not event.isAutoRepeat():
            self.print_now()
        else:
            super().keyPressEvent(event)

    def _begin(self, sizes: Sequence[tuple[float, float]]) -> None:
        self._pages = len(sizes)
        self.count.setText(self.tr("%n pages", "", self._pages) if self._pages else "")
        self.roll.set_sheets(sizes)
        self.bar.show_paper(self._pages > 0)

    def _say_broken(self) -> None:
        self._begin([])
        self.count.setText(self.tr("This paper cannot be shown: it is damaged, or far larger than papers are."))

    def _build(self) -> None:
        bar = QHBoxLayout()
        bar.setSpacing(SPACE // 2)
        for name, tip, act in (
            ("zoom-out", self.tr("Smaller (−)"), lambda: self.zoom(1 / STEP)),
            ("zoom-in", self.tr("Larger (+)"), lambda: self.zoom(STEP)),
            ("fit-width", self.tr("Whole width (0)"), self.roll.fit_width),
        ):
            button = QToolButton(autoRaise=True)
            button.setIcon(icon(name))
            button.setToolTip(tip)
            button.setAccessibleName(tip)
            button.clicked.connect(act)
            bar.addWidget(button)
        bar.addWidget(self.count)
        bar.addSpacing(SPACE)
        bar.addWidget(self.state, 1)
        bar.addWidget(self.bar)
        layout = QVBoxLayout(self)
        layout.setContentsMargins(0, 0, 0, 0)
        layout.addLayout(bar)
        layout.addWidget(self.roll, 1)

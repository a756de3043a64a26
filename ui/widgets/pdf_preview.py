"""The very PDF that is printed, page under page, with the printers beside it."""

from __future__ import annotations

from collections.abc import Sequence

from PySide6.QtCore import Qt, Signal
from PySide6.QtGui import QImage, QPixmap
from PySide6.QtWidgets import (
    QComboBox,
    QHBoxLayout,
    QLabel,
    QPushButton,
    QScrollArea,
    QToolButton,
    QVBoxLayout,
    QWidget,
)

from ui.theme import icon
from ui.widgets.off_thread import OffThread

_DPI = 144  # pages are rendered at this and scaled down
_STEP, _SMALLEST, _LARGEST = 1.2, 0.3, 1.6


class PdfPreview(QWidget):
    """Shows a PDF; tells when it should be printed on the chosen printer, or saved."""

    print_requested = Signal(str)
    save_requested = Signal()

    def __init__(self, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self._off_thread = OffThread(self)
        self._pages: list[QImage] = []
        self._zoom = 0.62
        self.printers = QComboBox()
        self.printers.setMinimumWidth(150)
        self.printers.setAccessibleName(self.tr("Printer"))
        self.print = QPushButton(icon("print"), self.tr("Print (Ctrl+P)"))
        self.print.setObjectName("primary")
        self.print.clicked.connect(self.print_now)
        self.save = QPushButton(icon("save"), self.tr("Save as PDF…"))
        self.save.clicked.connect(self.save_requested)
        self.count = QLabel()
        self.count.setObjectName("quiet")
        self._sheets = QVBoxLayout()
        self._build()
        self.clear()

    def show_pdf(self, pdf: bytes) -> None:
        """Shows the pages of a PDF; they are rendered beside the window's thread."""

        def render() -> list[QImage]:
            from printing.pictures import page_pictures

            return [QImage.fromData(page) for page in page_pictures(pdf, _DPI)]

        self._off_thread.run(render, self._show)

    def show_printers(self, names: Sequence[str], chosen: str) -> None:
        """Offers the printers; without one, printing is not offered and saving is."""
        self.printers.clear()
        self.printers.addItems(list(names))
        if chosen in names:
            self.printers.setCurrentText(chosen)
        self._offer()

    def print_now(self) -> None:
        """Prints on the chosen printer."""
        if self.print.isEnabled():
            self.print_requested.emit(self.printers.currentText())

    def clear(self) -> None:
        """Shows nothing."""
        self._off_thread.forget()
        self._show([])

    def zoom(self, factor: float) -> None:
        """Larger or smaller."""
        self._zoom = min(max(self._zoom * factor, _SMALLEST), _LARGEST)
        self._lay_out()

    def _show(self, pages: list[QImage]) -> None:
        self._pages = pages
        self.count.setText(self.tr("%n pages", "", len(pages)) if pages else "")
        self._lay_out()
        self._offer()

    def _offer(self) -> None:
        self.print.setEnabled(bool(self._pages) and self.printers.count() > 0)
        self.save.setEnabled(bool(self._pages))
        none = self.tr("The system has no printer; the paper can be saved as a PDF.")
        self.print.setToolTip("" if self.printers.count() else none)
        self.printers.setEnabled(self.printers.count() > 0)

    def _lay_out(self) -> None:
        while item := self._sheets.takeAt(0):
            if widget := item.widget():
                widget.deleteLater()
        ratio = self.devicePixelRatioF()
        for page in self._pages:
            width = round(page.width() * self._zoom * ratio)
            small = page.scaledToWidth(width, Qt.TransformationMode.SmoothTransformation)
            small.setDevicePixelRatio(ratio)
            sheet = QLabel()
            sheet.setPixmap(QPixmap.fromImage(small))
            sheet.setStyleSheet("background: white; border: 1px solid #c3ccd0;")
            self._sheets.addWidget(sheet, 0, Qt.AlignmentFlag.AlignHCenter)
        self._sheets.addStretch()

    def _build(self) -> None:
        bar = QHBoxLayout()
        for name, tip, factor in (
            ("zoom-out", self.tr("Smaller"), 1 / _STEP),
            ("zoom-in", self.tr("Larger"), _STEP),
        ):
            button = QToolButton(autoRaise=True)
            button.setIcon(icon(name))
            button.setToolTip(tip)
            button.clicked.connect(lambda _=False, by=factor: self.zoom(by))
            bar.addWidget(button)
        bar.addWidget(self.count)
        bar.addStretch()
        for part in (self.printers, self.save, self.print):
            bar.addWidget(part)
        paper = QWidget()
        paper.setLayout(self._sheets)
        scroll = QScrollArea()
        scroll.setWidget(paper)
        scroll.setWidgetResizable(True)
        layout = QVBoxLayout(self)
        layout.setContentsMargins(0, 0, 0, 0)
        layout.addLayout(bar)
        layout.addWidget(scroll, 1)

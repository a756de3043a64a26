"""The system's printers, through Qt: Windows' (whose jobs `windows_queue` follows), CUPS where it speaks no IPP."""

from __future__ import annotations

import ctypes
from collections.abc import Iterator
from dataclasses import dataclass

from PIL import Image
from PySide6.QtCore import QMarginsF, QRectF, QSizeF
from PySide6.QtGui import QGuiApplication, QImage, QPageLayout, QPageSize, QPainter
from PySide6.QtPrintSupport import QPrinter, QPrinterInfo

from printing.errors import PrinterGone, PrinterOff, PrinterRefused
from printing.layout.pictures import page_sizes, rendered_pages
from printing.printers.order import Order, Progress

_DPI = 300  # enough for 9-point text on any desk's printer, and half the data of 600
_A4_POINTS = QSizeF(595.276, 841.89)
_FIRST_ERROR = 0x0100  # below it are the successful status codes (RFC 8011, appendix B)


@dataclass(frozen=True)
class QtPrinter:
    """A printer the system knows. That the system has taken a paper is all it tells."""

    name: str

    def send(self, order: Order) -> str:
        """Prints the pages in their true size. Raises PrinterGone, PrinterOff, PrinterRefused."""
        send(self.name, order.pdf, order.title, order.copies)
        return ""

    def progress(self, job: str) -> Progress:
        """A job that was taken counts as done: nothing more will be known."""
        return Progress.DONE

    def cancel(self, job: str) -> None:
        """Raises PrinterRefused: the system's own window withdraws its jobs."""
        raise PrinterRefused("no such thing", printer=self.name)

    def trays(self) -> list[str]:
        """None: the system's own window sets them."""
        return []

    def check(self) -> None:
        """Raises PrinterGone where the system knows it no more, PrinterOff where it is stopped or in error."""
        _found(self.name)


def printers() -> list[QtPrinter]:
    """All printers of the system, the default one first; empty where there are none or no screen to ask through."""
    if QGuiApplication.instance() is None:
        return _without_window()
    infos = sorted(QPrinterInfo.availablePrinters(), key=lambda info: (not info.isDefault(), info.printerName()))
    return [QtPrinter(info.printerName()) for info in infos]


def send(printer: str, pdf: bytes, title: str, copies: int = 1) -> None:
    """Prints all pages in their true size, all of them `copies` times; `printer` is a name from `printers()`.

    Raises PrinterGone, PrinterOff, PrinterRefused.
    """
    paint(QPrinter(_found(printer), QPrinter.PrinterMode.HighResolution), pdf, title, copies)
    if refusal := _last_answer_of_cups():
        raise PrinterRefused(refusal, printer=printer)


def _last_answer_of_cups() -> str:
    """Why CUPS refused what this thread last asked of it; "" if it did not, or where there is no CUPS (Windows).

    Qt hands the job over, drops the answer, and reports success either way.
    """
    try:
        cups = ctypes.CDLL("libcups.so.2")  # the very library Qt has loaded
    except OSError:
        return ""
    status: int = cups.cupsLastError()
    return f"IPP {status:#06x}" if status < 0 or status >= _FIRST_ERROR else ""


def paint(device: QPrinter, pdf: bytes, title: str, copies: int = 1) -> None:
    """Paints the PDF's pages onto a Qt printer, each on paper of its own size. Raises PrinterRefused."""
    device.setDocName(title)
    device.setResolution(_DPI)
    device.setFullPage(True)
    painter = QPainter()
    try:
        for number, (size, picture) in enumerate(_sheets(pdf, copies)):
            device.setPageLayout(_page(QSizeF(*size)))
            if not (device.newPage() if number else painter.begin(device)):
                raise PrinterRefused("begin" if not number else "page", printer=device.printerName())
            scale = device.resolution() / 72
            painter.drawImage(QRectF(0, 0, size[0] * scale, size[1] * scale), _image(picture))
    finally:
        ended = painter.end() if painter.isActive() else False
    if not ended or device.printerState() in {QPrinter.PrinterState.Error, QPrinter.PrinterState.Aborted}:
        raise PrinterRefused(device.printerState().name, printer=device.printerName())


def _sheets(pdf: bytes, copies: int) -> Iterator[tuple[tuple[float, float], Image.Image]]:
    """Size in points and picture of each sheet. Copies are painted: not every driver makes them, nor in order."""
    for _ in range(copies):
        yield from zip(page_sizes(pdf), rendered_pages(pdf, _DPI), strict=True)


def _page(points: QSizeF) -> QPageLayout:
    exact = abs(points.width() - _A4_POINTS.width()) < 1 and abs(points.height() - _A4_POINTS.height()) < 1
    size = QPageSize(QPageSize.PageSizeId.A4) if exact else QPageSize(points, QPageSize.Unit.Point)
    return QPageLayout(size, QPageLayout.Orientation.Portrait, QMarginsF())


def _image(picture: Image.Image) -> QImage:
    data = picture.tobytes()
    return QImage(data, picture.width, picture.height, 3 * picture.width, QImage.Format.Format_RGB888).copy()


def _found(name: str) -> QPrinterInfo:
    info = QPrinterInfo.printerInfo(name)
    if info.isNull():
        raise PrinterGone(printer=name)
    if info.state() not in {QPrinter.PrinterState.Idle, QPrinter.PrinterState.Active}:
        raise PrinterOff(info.state().name, printer=name)
    return info


def _without_window() -> list[QtPrinter]:
    """The printers when no window runs (`counter doctor`): Qt wants an application object for that moment."""
    application = QGuiApplication(["counter", "-platform", "offscreen"])
    try:
        return printers()
    finally:
        application.shutdown()

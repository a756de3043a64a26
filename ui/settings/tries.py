"""Trying what stands on the desk: a test page, a test scan, a card held before the reader. Nothing of it is kept."""

from __future__ import annotations

from typing import TYPE_CHECKING

from PySide6.QtCore import QSize, Qt
from PySide6.QtGui import QImage, QPixmap
from PySide6.QtWidgets import QHBoxLayout, QLabel, QLineEdit, QPushButton, QVBoxLayout, QWidget

from counter_app.dossier.identity import NotACardCode, read_card_qr
from counter_app.errors import CounterError
from ui.background.tasks import Progress, Task
from ui.background.workplace import Workplace
from ui.widgets.page_picture import drawn

if TYPE_CHECKING:
    from scanning.page.test_scan_words import Said

_DPI = 300  # fine enough for the lines of the test page
_SHOWN = QSize(420, 560)  # pixels of a scanned page


class Trial(QWidget):
    """A button and what came of it. One trial at a time; what was asked before is not waited for any more."""

    def __init__(self, workplace: Workplace, words: str, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self._workplace = workplace
        self._task: Task | None = None
        self.button = QPushButton(words)
        self.state = QLabel(wordWrap=True)
        self.state.setAccessibleName(words)
        row = QHBoxLayout()
        row.addWidget(self.button)
        row.addWidget(self.state, 1)
        self.column = QVBoxLayout(self)
        self.column.setContentsMargins(0, 0, 0, 0)
        self.column.addLayout(row)

    def begin(self, words: str) -> None:
        """Something is under way."""
        if self._task is not None:
            self._task.cancel()
        self.say(words, "quiet")

    def say(self, words: str, name: str = "") -> None:
        """Says how it went; `name` is how the label looks."""
        self.state.setObjectName(name)
        self.state.style().unpolish(self.state)
        self.state.style().polish(self.state)
        self.state.setText(words)

    def fail(self, failure: CounterError) -> None:
        """Says what went wrong, and what to do."""
        self.say(failure.sentence(self._workplace.language), "fieldError")


class PrinterTrial(Trial):
    """Prints a page on the printer that is chosen, kept or not."""

    def __init__(self, workplace: Workplace, parent: QWidget | None = None) -> None:
        super().__init__(workplace, "", parent)
        self.button.setText(self.tr("Print a test page"))
        self.state.setAccessibleName(self.button.text())

    def try_printer(self, name: str, own: dict[str, str]) -> None:
        """The printer of this name, by the addresses that stand in the list now; "" for the first there is."""
        self.begin(self.tr("Sending the page…"))

        def work(progress: Progress) -> str:
            from printing.forms.test_page import test_page
            from printing.printers.finding import printer_at
            from printing.printers.order import Order

            printers = self._workplace.printing.printers
            printer = printer_at(name, own[name]) if name in own else printers.find(name)
            desk = progress.desk
            page = test_page(desk.profile.office.name, desk.profile.desk_id, printer.name, desk.now())
            printer.send(Order(page, "Trang in thử"))
            return printer.name

        def done(printer: str) -> None:
            self.say(self.tr("Sent to {printer}: look whether it came out.").format(printer=printer))

        self._task = self._workplace.tasks.submit(work, done, self.fail)


class ScannerTrial(Trial):
    """Scans one page and shows it; it is in no dossier and on no disk."""

    def __init__(self, workplace: Workplace, parent: QWidget | None = None) -> None:
        super().__init__(workplace, "", parent)
        self.button.setText(self.tr("Scan a test page"))
        self.state.setAccessibleName(self.button.text())
        self.picture = QLabel()
        self.picture.setAccessibleName(self.tr("The page that was scanned"))
        self.picture.hide()
        self.column.addWidget(self.picture, alignment=Qt.AlignmentFlag.AlignLeft)

    def try_scanner(self, name: str) -> None:
        """The scanner of this name; "" for the first that is found."""
        self.begin(self.tr("Scanning…"))
        self.picture.hide()

        def work(progress: Progress) -> tuple[QImage, list[Said]]:
            from dataclasses import replace

            from scanning.errors import ScannerGone
            from scanning.page.test_scan import NoTestPage, measure
            from scanning.page.test_scan_words import sentences
            from scanning.sources.finding import find_scanners, scanner
            from scanning.sources.scanner import InputSource, ScanWish

            found = [scanner(name)] if name else find_scanners()
            if not found:
                raise ScannerGone()
            places = found[0].options().places
            place = InputSource.GLASS if InputSource.GLASS in places else places[0]
            wish = replace(ScanWish(), place=place, dpi=_DPI)
            pages = found[0].scan(wish, progress.cancelled)
            page = next(iter(pages), None)
            if page is None:
                return QImage(), []
            try:
                said = sentences(measure(page), progress.desk.profile.language)
            except NoTestPage:  # any paper shows that it scans
                said = []
            return drawn(page.data, _SHOWN), said

        self._task = self._workplace.tasks.submit(work, self._show, self.fail)

    def clear(self) -> None:
        """Whoever comes next sees nothing of it."""
        self.picture.clear()
        self.picture.hide()
        self.say("")

    def _show(self, found: tuple[QImage, list[Said]]) -> None:
        image, said = found
        if image.isNull():
            self.say(self.tr("No page came."), "fieldError")
            return
        works = self.tr("The scanner works. Lay the printed test page in it to have printer and scanner measured.")
        lines = [f"{'✓' if line.sound else '✗'} {line.text}" for line in said]
        self.say("\n".join(lines) or works, "" if all(line.sound for line in said) else "fieldError")
        self.picture.setPixmap(QPixmap.fromImage(image))
        self.picture.show()


class CardTrial(QWidget):
    """A card is held before the reader: says what was understood, nothing of it is kept."""

    def __init__(self, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self.hint = QLabel(self.tr("Hold a card before the reader while this screen is open."), wordWrap=True)
        self.hint.setObjectName("quiet")
        self.typed = QLineEdit(placeholderText=self.tr("Or click here and scan: what the reader types is shown"))
        self.typed.setAccessibleName(self.tr("What the reader types"))
        self.typed.setMaximumWidth(620)
        self.typed.returnPressed.connect(lambda: self.show_text(self.typed.text()))
        self.state = QLabel(wordWrap=True)
        self.state.setAccessibleName(self.tr("What was read"))
        column = QVBoxLayout(self)
        column.setContentsMargins(0, 0, 0, 0)
        for part in (self.hint, self.typed, self.state):
            column.addWidget(part)

    def show_text(self, text: str) -> None:
        """What was typed, tried as a card."""
        self.typed.clear()
        try:
            card = read_card_qr(text)
        except NotACardCode:
            self.state.setText(self.tr("%n letters came, but they are no identity card.", "", len(text)))
            return
        self.show_number(card.number)

    def show_number(self, number: str) -> None:
        """A card was read: the end of its number says enough."""
        self.state.setText(self.tr("The reader works: a card ending in {end} was read.").format(end=number[-4:]))

    def clear(self) -> None:
        """Nothing was read yet."""
        self.typed.clear()
        self.state.clear()

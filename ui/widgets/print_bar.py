"""Printing with one key: the button names its printer; another printer, tray, copies and size are a click away."""

from __future__ import annotations

from collections.abc import Sequence

from PySide6.QtCore import QPoint, QSignalBlocker, QSize, Qt, Signal
from PySide6.QtGui import QHideEvent
from PySide6.QtWidgets import (
    QFormLayout,
    QFrame,
    QHBoxLayout,
    QMenu,
    QPushButton,
    QSpinBox,
    QToolButton,
    QWidget,
)

from counter_app.store.print_jobs import Choice
from ui.theme import ON_ACCENT, SPACE, icon
from ui.widgets.choice_box import ChoiceBox
from ui.widgets.elided_button import ElidedButton
from ui.widgets.number_box import NumberBox

_MOST_COPIES = 99
_NARROW = "QPushButton#primary { padding: 7px 5px; } QPushButton::menu-indicator { image: none; }"
_WIDEST, _LEAST = 400, 200  # pixels of the button that prints: on a small screen its words give way
_LONGEST = 26  # letters of a printer's name on the button


class PrintBar(QWidget):
    """Save, more choices, print. What is chosen holds for the form on the screen; whoever shows the bar keeps it."""

    print_requested = Signal()
    save_requested = Signal()
    chosen = Signal(object)  # Choice
    trays_wanted = Signal(str)  # the printer whose trays are to be shown

    def __init__(self, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self._names: list[str] = []
        self._choice = Choice()
        self._has_paper = False
        self._busy = self._again = False
        self.save = QToolButton(autoRaise=True)
        self.save.setIcon(icon("save"))
        self.save.setToolTip(self.tr("Save as PDF…"))
        self.save.setAccessibleName(self.save.toolTip())
        self.save.clicked.connect(self.save_requested)
        self.more = QToolButton(autoRaise=True)
        self.more.setIcon(icon("more"))
        self.more.setToolTip(self.tr("Tray, copies, size of the paper"))
        self.more.setAccessibleName(self.more.toolTip())
        self.more.clicked.connect(self._open_more)
        self.print = ElidedButton(_WIDEST, framed=True, least=_LEAST)
        self.print.setIcon(icon("print", ON_ACCENT))
        self.print.setObjectName("primary")
        self.print.clicked.connect(self.print_requested)
        self.printers = QMenu(self)
        self.other = QPushButton()
        self.other.setObjectName("primary")
        self.other.setIcon(icon("down", ON_ACCENT))
        self.other.setIconSize(QSize(14, 14))
        self.other.setStyleSheet(_NARROW)
        self.other.setToolTip(self.tr("Another printer"))
        self.other.setAccessibleName(self.tr("Printer"))
        self.other.setMenu(self.printers)
        self.other.setFixedWidth(30)
        self.ways = PrintWays(self)
        self.ways.changed.connect(self._take_ways)
        row = QHBoxLayout(self)
        row.setContentsMargins(0, 0, 0, 0)
        row.setSpacing(SPACE // 2)
        row.addWidget(self.save)
        row.addWidget(self.more)
        pair = QHBoxLayout()
        pair.setSpacing(1)
        pair.addWidget(self.print)
        pair.addWidget(self.other)
        row.addLayout(pair)
        self._offer()

    @property
    def choice(self) -> Choice:
        """Where and how the paper on the screen is printed now."""
        return self._choice

    def show_printers(self, names: Sequence[str], choice: Choice, sizes: Sequence[str] = ()) -> None:
        """Offers the printers, the chosen one named on the button; without one, printing is not offered."""
        self._names, self._choice = list(names), choice
        self.printers.clear()
        for name in self._names:
            action = self.printers.addAction(name)
            action.setCheckable(True)
            action.setChecked(name == choice.printer)
            action.triggered.connect(lambda _=False, printer=name: self.choose_printer(printer))
        self.ways.show_choice(choice, sizes)
        self._offer()

    def choose_printer(self, name: str) -> None:
        """Another printer from now on, with a tray of its own choice."""
        if name != self._choice.printer:
            there = self._choice.model_copy(update={"printer": name, "tray": ""})
            self.show_printers(self._names, there, self.ways.sizes)
            self.chosen.emit(self._choice)

    def show_trays(self, printer: str, trays: Sequence[str]) -> None:
        """The trays of a printer that were asked for."""
        if printer == self._choice.printer:
            self.ways.show_trays(trays, self._choice.tray)

    def show_paper(self, there: bool) -> None:
        """Whether there is a paper to print."""
        self._has_paper = there
        self._offer()

    def show_progress(self, *, under_way: bool, again: bool) -> None:
        """Whether this very paper is on its way already; whether what comes out next is a reprint."""
        self._busy, self._again = under_way, again
        self._offer()

    def _take_ways(self, tray: str, copies: int, size: str) -> None:
        self._choice = self._choice.model_copy(update={"tray": tray, "copies": copies, "size": size})
        self._offer()
        self.chosen.emit(self._choice)

    def _open_more(self) -> None:
        corner = self.more.mapToGlobal(QPoint(self.more.width(), self.more.height() + 2))
        self.ways.adjustSize()
        self.ways.move(corner - QPoint(self.ways.sizeHint().width(), 0))
        self.ways.show()
        self.trays_wanted.emit(self._choice.printer)

    def _offer(self) -> None:
        printer = self._choice.printer
        ready = self._has_paper and bool(printer) and not self._busy
        self.print.setEnabled(ready)
        self.other.setEnabled(self._has_paper and bool(self._names) and not self._busy)
        self.other.setVisible(len(self._names) > 1)
        self.save.setEnabled(self._has_paper)
        self.more.setEnabled(self._has_paper and bool(self._names))
        said = copies = ""
        if printer:
            said = self.tr("Reprint on {printer} (Ctrl+P)") if self._again else self.tr("Print on {printer} (Ctrl+P)")
            copies = f" × {self._choice.copies}" if self._choice.copies > 1 else ""
            self.print.setText(said.format(printer=_short(printer) + copies))
        else:  # while the first paper is made it is not known yet
            self.print.setText(self.tr("No printer") if self._has_paper else self.tr("Print (Ctrl+P)"))
        none = self.tr("The system has no printer; the paper can be saved as a PDF.")
        self.print.setToolTip(said.format(printer=printer) + copies if printer else none)


class PrintWays(QFrame):
    """The small panel of what is seldom changed; it closes by a click beside it, and what was changed holds then."""

    changed = Signal(str, int, str)  # tray, copies, size

    def __init__(self, parent: QWidget | None = None) -> None:
        super().__init__(parent, Qt.WindowType.Popup)
        self.setObjectName("floating")
        self.sizes: tuple[str, ...] = ()
        self._before: tuple[str, int, str] = ("", 1, "")
        self.paper_size = ChoiceBox()
        self.copies = NumberBox()
        self.copies.setRange(1, _MOST_COPIES)
        self.copies.setButtonSymbols(QSpinBox.ButtonSymbols.NoButtons)
        self.tray = ChoiceBox()
        self.form = QFormLayout(self)
        self.form.setContentsMargins(SPACE + 4, SPACE + 4, SPACE + 4, SPACE + 4)
        self.form.addRow(self.tr("Paper size"), self.paper_size)
        self.form.addRow(self.tr("Copies"), self.copies)
        self.form.addRow(self.tr("Tray"), self.tray)
        self.tray.setMinimumWidth(170)
        self.paper_size.activated.connect(self._tell)  # the paper on the screen changes at once

    def show_choice(self, choice: Choice, sizes: Sequence[str]) -> None:
        """Shows what holds now; a form of one size has none to choose."""
        self.sizes = tuple(sizes)
        with QSignalBlocker(self.paper_size):
            self.paper_size.clear()
            for size in self.sizes:
                self.paper_size.addItem(size.replace("mm", " mm"), size)
            self.paper_size.setCurrentIndex(max(self.paper_size.findData(choice.size), 0))
        self.form.setRowVisible(self.paper_size, len(self.sizes) > 1)
        self.copies.setValue(choice.copies)
        self.show_trays((), choice.tray)
        self._before = self._now()

    def show_trays(self, trays: Sequence[str], chosen: str) -> None:
        """Offers the printer's trays besides its own choice."""
        self.tray.clear()
        self.tray.addItem(self.tr("The printer chooses"), "")
        for tray in dict.fromkeys([*trays, *([chosen] if chosen else [])]):
            self.tray.addItem(tray, tray)
        self.tray.setCurrentIndex(max(self.tray.findData(chosen), 0))
        self.tray.setEnabled(self.tray.count() > 1)

    def hideEvent(self, event: QHideEvent) -> None:
        self._tell()
        super().hideEvent(event)

    def _tell(self) -> None:
        now = self._now()
        if now != self._before:
            self._before = now
            self.changed.emit(*now)

    def _now(self) -> tuple[str, int, str]:
        return self.tray.currentData() or "", self.copies.value(), self.paper_size.currentData() or ""


def _short(name: str) -> str:
    return name if len(name) <= _LONGEST else name[: _LONGEST - 1].rstrip() + "…"

"""Taking the money of what was just received: one key, a receipt for fees and one for charges."""

from __future__ import annotations

from collections.abc import Sequence

from PySide6.QtCore import Qt, Signal
from PySide6.QtGui import QKeySequence, QShortcut
from PySide6.QtWidgets import QHBoxLayout, QLabel, QPushButton, QWidget

from counter_app.desk.batch import take_fees_of_batch
from counter_app.desk.till import TooLittleGiven, outstanding
from counter_app.dossier import acts
from counter_app.dossier.acts import possible
from counter_app.dossier.model import Dossier
from counter_app.dossier.money import FeeKind, FeeReceipt
from counter_app.dossier.states import PayMethod
from counter_app.errors import CounterError
from ui import words
from ui.background.tasks import Progress
from ui.background.workplace import Workplace
from ui.widgets.cash_given import CashGiven
from ui.widgets.choice_box import ChoiceBox


class TakeMoney(QWidget):
    """Says what is to be paid and takes it; afterwards it names the receipts. Not there where nothing is due."""

    taken = Signal(object)  # list[Dossier]

    def __init__(self, workplace: Workplace, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self._workplace = workplace
        self._dossiers: list[Dossier] = []
        self.text = QLabel()
        self.text.setTextInteractionFlags(Qt.TextInteractionFlag.TextSelectableByMouse)
        self.method = ChoiceBox()
        for method in (PayMethod.CASH, PayMethod.TRANSFER):
            self.method.addItem(words.payment_method_name(method), method)
        self.method.currentIndexChanged.connect(lambda _: self._show_cash())
        self.cash = CashGiven()
        self.button = QPushButton(self.tr("Take the money (F8)"))
        self.button.clicked.connect(self.take)
        self.cash.line.returnPressed.connect(lambda: self.take() if self.cash.given else self.button.setFocus())
        layout = QHBoxLayout(self)
        layout.setContentsMargins(44, 2, 0, 0)  # below the texts of the banner
        layout.addWidget(self.text)
        layout.addSpacing(16)
        layout.addWidget(self.method)
        layout.addWidget(self.cash)
        layout.addWidget(self.button)
        layout.addStretch()
        key = QShortcut(QKeySequence("F8"), self)
        key.setContext(Qt.ShortcutContext.WindowShortcut)
        key.activated.connect(self.take)

    @property
    def due(self) -> int:
        """What is still to be paid, in đồng."""
        return sum(self._due(FeeKind.FEE) + self._due(FeeKind.CHARGE))

    def show_dossiers(self, dossiers: Sequence[Dossier]) -> None:
        """Shows the money of these dossiers, in cash unless the clerk says otherwise."""
        self._dossiers = list(dossiers)
        self.method.setCurrentIndex(0)
        self.cash.show_due(self.due)
        self._show()

    def take_focus(self) -> None:
        """The cursor to what was handed over, or to taking it where that is not counted."""
        (self.button if self.cash.isHidden() else self.cash).setFocus()

    def take(self) -> None:
        """Takes all that is outstanding, with its receipts."""
        if not (self.isVisible() and self.button.isVisible() and self.button.isEnabled()):
            return
        if self.cash.is_unreadable:
            self.cash.setFocus()
            return
        codes, method = [dossier.code for dossier in self._dossiers], PayMethod(self.method.currentData())
        given = self.cash.given if method is PayMethod.CASH else 0
        self.button.setEnabled(False)

        def work(progress: Progress) -> list[Dossier]:
            return take_fees_of_batch(progress.desk, codes, method, given)

        def done(paid: list[Dossier]) -> None:
            if codes == [dossier.code for dossier in self._dossiers]:
                self._dossiers = paid
                self._show()
            self.taken.emit(paid)

        def broken(failure: CounterError) -> None:
            self.button.setEnabled(True)
            if given:
                self.cash.setFocus()
            if not isinstance(failure, TooLittleGiven):  # how much is short stands beside the field
                self._workplace.messages.fail(failure)

        self._workplace.tasks.submit(work, done, broken, in_order=True)

    def _due(self, kind: FeeKind) -> list[int]:
        return [outstanding(dossier, kind) for dossier in self._dossiers]

    def _show(self) -> None:
        receipts = [receipt for dossier in self._dossiers for receipt in dossier.fee_receipts if not receipt.cancelled]
        tasks = self._workplace.desk.clerk.tasks
        mine = bool(self.due) and all(acts.TAKE_FEE in possible(dossier, tasks) for dossier in self._dossiers)
        self.method.setVisible(mine)
        self._show_cash()
        self.button.setVisible(mine)
        self.button.setEnabled(mine)
        self.setVisible(bool(self.due or receipts))
        self.text.setText(self._said_due() if self.due else self._said_taken(receipts))

    def _show_cash(self) -> None:
        """Change is given of cash only."""
        self.cash.setHidden(self.method.isHidden() or self.method.currentData() != PayMethod.CASH)

    def _said_due(self) -> str:
        fees, charges = sum(self._due(FeeKind.FEE)), sum(self._due(FeeKind.CHARGE))
        parts = [
            self.tr("Fees: {amount}").format(amount=words.money(fees)) if fees else "",
            self.tr("Charges: {amount}").format(amount=words.money(charges)) if charges else "",
            self.tr("together {amount}").format(amount=words.money(fees + charges)) if fees and charges else "",
        ]
        return f"<b>{' · '.join(part for part in parts if part)}</b>"

    def _said_taken(self, receipts: Sequence[FeeReceipt]) -> str:
        taken = self.tr("Taken: {amount}").format(amount=words.money(sum(receipt.amount for receipt in receipts)))
        parts = [f"<b>{taken}</b>"]
        for series in dict.fromkeys(receipt.series for receipt in receipts):
            numbers = sorted(receipt.number for receipt in receipts if receipt.series == series)
            first, last = f"{numbers[0]:07}", f"{numbers[-1]:07}"
            number = first if first == last else f"{first}–{last}"
            parts.append(self.tr("receipt {series} no. {number}").format(series=series, number=number))
        if given := sum(receipt.given for receipt in receipts):
            change = words.money(sum(receipt.change for receipt in receipts))
            parts.append(
                self.tr("{given} handed over, change {change}").format(given=words.money(given), change=change)
            )
        return " · ".join(parts)

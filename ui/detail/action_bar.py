"""What may be done with a dossier now: only what its status allows, asked for in place, never in a dialog."""

from __future__ import annotations

from collections.abc import Callable

from PySide6.QtCore import Qt, Signal
from PySide6.QtWidgets import QComboBox, QHBoxLayout, QLabel, QLineEdit, QMenu, QPushButton, QVBoxLayout, QWidget

from counter_app.desk import Desk
from counter_app.dossier.acts import MOVES
from counter_app.dossier.model import Dossier
from counter_app.dossier.states import Payment, Status
from ui import words

Step = Callable[[Desk], Dossier]
_NEEDS_REASON = frozenset(
    {
        Status.NOT_ACCEPTED,
        Status.SUPPLEMENT_REQUESTED,
        Status.FINANCIAL_OBLIGATION,
        Status.WITHDRAWN,
        Status.STOPPED,
    }
)


class ActionBar(QWidget):
    """Buttons for what is possible; a chosen one asks for what it needs in the line below."""

    step_chosen = Signal(object)  # Step
    paper_wanted = Signal(str)  # a form's name

    def __init__(self, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self._dossier: Dossier | None = None
        self._step: Callable[[], Step] | None = None
        self.move_on = QPushButton(self.tr("Change status"))
        self.pay = QPushButton(self.tr("Take the fee"))
        self.hand_over = QPushButton(self.tr("Return the result"))
        self.receipt = QPushButton(self.tr("Receipt (Ctrl+P)"))
        self.slip = QPushButton(self.tr("Slip"))
        self.menu = QMenu(self.move_on)
        self.move_on.setMenu(self.menu)
        self.pay.clicked.connect(self.ask_for_payment)
        self.hand_over.clicked.connect(self.ask_for_recipient)
        self.receipt.clicked.connect(lambda: self.paper_wanted.emit("receipt"))
        self.slip.clicked.connect(lambda: self.paper_wanted.emit("slip"))

        self.question = QLabel()
        self.answer = QLineEdit()
        self.method = QComboBox()
        for key in words.PAYMENT_METHOD:
            self.method.addItem(words.payment_method_name(key), key)
        self.confirm = QPushButton(self.tr("Confirm"))
        self.confirm.setObjectName("primary")
        self.confirm.clicked.connect(self._confirm)
        self.answer.returnPressed.connect(self._confirm)
        cancel = QPushButton(self.tr("Cancel"))
        cancel.clicked.connect(self._close_question)
        self._ask = QWidget()
        asking = QHBoxLayout(self._ask)
        asking.setContentsMargins(0, 0, 0, 0)
        for part in (self.question, self.answer, self.method, self.confirm, cancel):
            asking.addWidget(part, 1 if part is self.answer else 0)

        buttons = QHBoxLayout()
        for button in (self.move_on, self.pay, self.hand_over):
            buttons.addWidget(button)
        buttons.addStretch()
        buttons.addWidget(self.receipt)
        buttons.addWidget(self.slip)
        layout = QVBoxLayout(self)
        layout.setContentsMargins(0, 0, 0, 0)
        layout.addLayout(buttons)
        layout.addWidget(self._ask)
        self._ask.hide()
        for button in (self.move_on, self.pay, self.hand_over):
            button.hide()  # until a dossier says what may be done

    def show_dossier(self, dossier: Dossier) -> None:
        """Offers what this dossier allows."""
        if self._dossier is None or self._dossier.code != dossier.code or self._dossier.status != dossier.status:
            self._close_question()
        self._dossier = dossier
        self.menu.clear()
        for status in sorted(MOVES[dossier.status] - {Status.RESULT_RETURNED}):
            action = self.menu.addAction(words.status_name(status))
            action.triggered.connect(lambda _=False, chosen=status: self.ask_for_move(chosen))
        self.move_on.setVisible(not self.menu.isEmpty())
        self.pay.setVisible(dossier.payment in (Payment.UNPAID, Payment.PENDING))
        self.hand_over.setVisible(Status.RESULT_RETURNED in MOVES[dossier.status])

    def ask_for_move(self, status: Status) -> None:
        """Asks for the reason of a change of status."""
        code = self._code()
        needs = status in _NEEDS_REASON

        def step() -> Step:
            reason = self.answer.text().strip()
            return lambda desk: desk.change_status(code, status, reason)

        ask = self.tr("{status} – reason:") if needs else self.tr("{status} – remark (may stay empty):")
        self._question(ask.format(status=words.status_name(status)), step, required=needs)

    def ask_for_payment(self) -> None:
        """Asks how the fee is paid."""
        code = self._code()
        amount = sum(fee.amount for fee in self._dossier.fees) if self._dossier else 0

        def step() -> Step:
            method = str(self.method.currentData())
            return lambda desk: desk.record_payment(code, Payment.PAID, method=method, amount=amount)

        self._question(self.tr("{amount} was taken:").format(amount=words.money(amount)), step)
        self.answer.hide()
        self.method.show()
        self.method.setFocus()

    def ask_for_recipient(self) -> None:
        """Asks to whom the result is handed."""
        code = self._code()

        def step() -> Step:
            recipient = self.answer.text().strip()
            return lambda desk: desk.return_result(code, recipient)

        person = (self._dossier.submitter or self._dossier.owner).name if self._dossier else ""
        self._question(self.tr("The result is handed over to:"), step, required=True)
        self.answer.setText(person)
        self.answer.selectAll()

    def _question(self, text: str, step: Callable[[], Step], *, required: bool = False) -> None:
        self._step = step
        self.question.setText(text)
        self.answer.clear()
        self.answer.show()
        self.answer.setProperty("required", required)
        self.answer.setPlaceholderText(self.tr("must be filled in") if required else "")
        self.method.hide()
        self._ask.show()
        self.answer.setFocus(Qt.FocusReason.OtherFocusReason)

    def _confirm(self) -> None:
        wanted = self.answer.isVisible() and self.answer.property("required")
        if self._step is None or (wanted and not self.answer.text().strip()):
            self.answer.setFocus()
            return
        self.step_chosen.emit(self._step())
        self._close_question()

    def _close_question(self) -> None:
        self._step = None
        self._ask.hide()

    def _code(self) -> str:
        return self._dossier.code if self._dossier else ""

"""Money at the desk: fees and charges apart, a receipt each; a spoiled number; cancelling; giving back."""

from __future__ import annotations

from PySide6.QtCore import Qt
from PySide6.QtWidgets import QCheckBox, QComboBox, QGridLayout, QLabel, QLineEdit, QVBoxLayout, QWidget

from counter_app.desk import till
from counter_app.dossier import acts
from counter_app.dossier.acts.act import lacks
from counter_app.dossier.amounts import in_words
from counter_app.dossier.money import FeeKind, FeeReceipt
from counter_app.dossier.payloads.money import FeeReceiptIssued
from counter_app.dossier.payloads.payload import Payload
from counter_app.dossier.states import PayMethod
from ui import words
from ui.detail.acts.form import ActForm, Step, ready_phrases
from ui.widgets.cash_given import CashGiven
from ui.widgets.choice_box import ChoiceBox
from ui.widgets.phrase_edit import PhraseEdit


class FeeForm(ActForm):
    """What is due of each kind, its receipt, how it is paid; or a receipt that was spoiled while writing."""

    def build(self) -> None:
        self.due = {kind: amount for kind in FeeKind if (amount := till.outstanding(self.dossier, kind)) > 0}
        self.numbers: dict[FeeKind, QLineEdit] = {}
        self.words_of: dict[FeeKind, QLabel] = {}
        table = QWidget()
        grid = QGridLayout(table)
        grid.setContentsMargins(0, 0, 0, 0)
        grid.setVerticalSpacing(6)
        grid.setHorizontalSpacing(12)
        grid.setColumnStretch(1, 1)
        for row, (kind, amount) in enumerate(self.due.items()):
            self._add_kind(grid, row, kind, amount)
        self.method = method_box()
        self.cash = CashGiven()
        self.cash.show_due(sum(self.due.values()))
        self.payer = QLineEdit((self.dossier.submitter or self.dossier.owner).name)
        self.spoiled = QCheckBox(self.tr("A receipt was spoiled while writing: only note its number"))
        self.kind = ChoiceBox()
        for kind in self.due:
            self.kind.addItem(words.fee_kind_name(kind), kind)
        self.reason = PhraseEdit(*ready_phrases(acts.CANCEL_RECEIPT, self.seen))
        self.put("number", self.tr("To be paid, and the receipts for it"), table, 0, 0, 12)
        self.put("method", self.tr("How it is paid"), self.method, 1, 0, 3)
        self.put("payer", self.tr("Payer"), self.payer, 1, 3, 4)
        self.put("amount", self.tr("Cash handed over"), self.cash, 1, 7, 5)
        self.put("kind", self.tr("Spoiled receipt of"), self.kind, 1, 0, 3)
        self.put("reason", self.tr("Reason"), self.reason, 1, 3, 9, required=True)
        self.put_plain(self.spoiled, 2, 0, 12)
        self.spoiled.toggled.connect(self._follow)
        self.method.currentIndexChanged.connect(lambda _: self._follow())
        self._follow()

    def step(self) -> Step:
        code, method, payer = self.dossier.code, PayMethod(self.method.currentData()), self.payer.text()
        numbers = {kind: number for kind, edit in self.numbers.items() if (number := self._number(edit)) is not None}
        if not self.spoiled.isChecked():
            given = self._given()
            return lambda desk: till.take_all_fees(desk, code, method, numbers=numbers, payer=payer, given=given)
        kind, reason = FeeKind(self.kind.currentData()), self.reason.text()
        return lambda desk: till.spoil_receipt(desk, code, kind, reason, number=numbers.get(kind))

    def focus_first(self) -> None:
        self.method.setFocus(Qt.FocusReason.OtherFocusReason)

    def _add_kind(self, grid: QGridLayout, row: int, kind: FeeKind, amount: int) -> None:
        sum_of = QLabel(words.money(amount))
        sum_of.setObjectName("heading")
        in_letters = self.words_of[kind] = QLabel(in_words(amount))
        in_letters.setObjectName("quiet")
        what = QVBoxLayout()
        what.setSpacing(0)
        for label in (QLabel(self._name(kind)), in_letters):
            label.setWordWrap(True)
            what.addWidget(label)
        number = QLineEdit()
        number.setFixedWidth(96)
        number.setAccessibleName(self.tr("Number of the receipt"))
        series = QLabel(self.tr("no receipts left"))
        if following := self.seen.next_receipts.get(kind):
            number.setText(str(following.number))
            series.setText(self.tr("Receipt {series}, no.").format(series=following.series))
        else:
            series.setObjectName("missing")
        number.textChanged.connect(self.changed)
        self.numbers[kind] = number
        grid.addWidget(sum_of, row, 0, Qt.AlignmentFlag.AlignRight)
        grid.addLayout(what, row, 1)
        grid.addWidget(series, row, 2)
        grid.addWidget(number, row, 3)

    def _name(self, kind: FeeKind) -> str:
        """What is paid for, with the kind of money before it unless the name says so itself."""
        names = ", ".join(fee.name for fee in self.dossier.fees if fee.kind == kind and fee.amount)
        called = words.fee_kind_name(kind)
        return names if names.lower().startswith(called.lower()) else f"{called}: {names}"

    def _number(self, edit: QLineEdit) -> int | None:
        typed = edit.text().strip()
        if not typed:
            return None
        if not typed.isdecimal() or int(typed) < 1:
            raise lacks(self.act, "number")
        return int(typed)

    def _given(self) -> int:
        if self.fields["amount"].isHidden():
            return 0
        if self.cash.is_unreadable:
            raise lacks(self.act, "amount")
        return self.cash.given

    def _follow(self) -> None:
        spoiled = self.spoiled.isChecked()
        self.fields["amount"].setVisible(not spoiled and self.method.currentData() == PayMethod.CASH)
        for name in ("method", "payer"):
            self.fields[name].setVisible(not spoiled)
        for name in ("kind", "reason"):
            self.fields[name].setVisible(spoiled)


class CancelForm(ActForm):
    """Which receipt, and why; its number stays used."""

    def build(self) -> None:
        self.receipt = ChoiceBox()
        for receipt in reversed(self.dossier.fee_receipts):
            if receipt.holds:
                number, amount = words.receipt_number(receipt.number), words.money(receipt.amount)
                text = f"{receipt.series} · {number} · {amount} · {receipt.payer}"
                self.receipt.addItem(text, f"{receipt.number} {receipt.series}")
        self.reason = PhraseEdit(*ready_phrases(self.act, self.seen))
        self.put("receipt", self.tr("Receipt"), self.receipt, 0, 0, 6)
        self.put("reason", self.tr("Reason"), self.reason, 0, 6, 6, required=True)

    def step(self) -> Step:
        number, _, series = str(self.receipt.currentData()).partition(" ")
        code, reason = self.dossier.code, self.reason.text()
        return lambda desk: till.cancel_receipt(desk, code, series, int(number), reason)

    def focus_first(self) -> None:
        several = self.receipt.count() > 1
        (self.receipt if several else self.reason).setFocus(Qt.FocusReason.OtherFocusReason)


class RefundForm(ActForm):
    """How the money is given back, all of it or that of one receipt."""

    def build(self) -> None:
        self.held = [
            fee_receipt for fee_receipt in self.dossier.fee_receipts if fee_receipt.holds and fee_receipt.amount
        ]
        self.receipt = ChoiceBox()
        self.receipt.addItem(self.tr("All that was paid"))
        for item in self.held:
            self.receipt.addItem(f"{words.receipt_number(item.number)} · {item.series} · {words.money(item.amount)}")
        self.amount = QLabel()
        self.amount.setWordWrap(True)
        self.method = method_box()
        self.put("method", self.tr("How it is given back"), self.method, 0, 0, 3)
        self.put("receipt", self.tr("Receipt"), self.receipt, 0, 3, 5)
        self.put("amount", self.tr("Amount"), self.amount, 0, 8, 4)
        self.fields["receipt"].setVisible(len(self.held) > 1)
        self.changed.connect(self._follow)
        self._follow()

    def fill(self, payload: Payload) -> None:
        """Gives back the money of this receipt; of two that bear one number, the later."""
        if isinstance(payload, FeeReceiptIssued):
            for place, item in enumerate(self.held, start=1):
                if (item.series, item.number) == (payload.series, payload.number):
                    self.receipt.setCurrentIndex(place)

    def step(self) -> Step:
        code, method, one = self.dossier.code, PayMethod(self.method.currentData()), self._chosen()
        return lambda desk: till.give_back(desk, code, method, (one.series, one.number) if one else None)

    def _chosen(self) -> FeeReceipt | None:
        place = self.receipt.currentIndex() - 1
        return self.held[place] if place >= 0 else None

    def _follow(self) -> None:
        one = self._chosen()
        back = one.amount if one else self.dossier.paid
        self.amount.setText(f"{words.money(back)} – {in_words(back)}")


def method_box() -> QComboBox:
    """The ways of paying, cash first."""
    box = ChoiceBox()
    for key in PayMethod:
        box.addItem(words.payment_method_name(key), key)
    return box

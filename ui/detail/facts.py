"""What a dossier says about itself, as labelled lines."""

from __future__ import annotations

from PySide6.QtCore import Qt
from PySide6.QtWidgets import QFormLayout, QLabel, QWidget

from counter_app.dossier.model import Dossier, Person
from counter_app.dossier.states import Payment
from ui import words


class Facts(QWidget):
    """Owner, submitter, procedure, dates, money; every value can be selected and copied."""

    def __init__(self, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self._form = QFormLayout(self)
        self._form.setContentsMargins(0, 0, 0, 0)
        self._form.setHorizontalSpacing(14)
        self._form.setVerticalSpacing(5)
        self._form.setLabelAlignment(Qt.AlignmentFlag.AlignLeft | Qt.AlignmentFlag.AlignTop)

    def show_dossier(self, dossier: Dossier) -> None:
        """Shows the facts of a dossier; what it does not have takes no line."""
        while self._form.rowCount():
            self._form.removeRow(0)
        for label, value in self._lines(dossier):
            if value:
                self._form.addRow(_quiet(label), _value(value))

    def _lines(self, dossier: Dossier) -> list[tuple[str, str]]:
        owner = dossier.owner
        fees = sum(fee.amount for fee in dossier.fees)
        money = words.payment_name(dossier.payment)
        if fees and dossier.payment is not Payment.NOTHING_DUE:
            money = f"{words.money(fees)} – {money}"
        return [
            (self.tr("Owner"), owner.name),
            (self.tr("Number"), owner.identity_number),
            (self.tr("Born"), " · ".join(part for part in (owner.born, owner.sex) if part)),
            (self.tr("Address"), owner.address),
            (self.tr("Telephone"), " · ".join(part for part in (owner.phone, owner.email) if part)),
            (self.tr("Submitter"), _one_line(dossier.submitter)),
            (self.tr("Procedure"), f"{dossier.procedure_name} ({dossier.procedure})"),
            (self.tr("Received"), f"{words.moment(dossier.received_at)} · {dossier.clerk}"),
            (self.tr("Term"), words.term_text(dossier.term)),
            (self.tr("Fees"), money),
            (self.tr("Result"), words.delivery_name(dossier.delivery)),
            (self.tr("Delivery"), words.delivery_method_name(dossier.delivery_method)),
            (self.tr("Note"), dossier.note),
            (self.tr("Reason"), dossier.status_reason),
        ]


def _one_line(person: Person | None) -> str:
    return " · ".join(part for part in (person.name, person.identity_number, person.phone) if part) if person else ""


def _quiet(text: str) -> QLabel:
    label = QLabel(text)
    label.setObjectName("quiet")
    label.setAlignment(Qt.AlignmentFlag.AlignTop | Qt.AlignmentFlag.AlignLeft)
    return label


def _value(text: str) -> QLabel:
    label = QLabel(text)
    label.setTextFormat(Qt.TextFormat.PlainText)
    label.setWordWrap(True)
    label.setTextInteractionFlags(Qt.TextInteractionFlag.TextSelectableByMouse)
    return label

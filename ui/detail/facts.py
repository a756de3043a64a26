"""What a dossier says about itself, as labelled lines."""

from __future__ import annotations

from PySide6.QtCore import Qt
from PySide6.QtGui import QResizeEvent
from PySide6.QtWidgets import QFormLayout, QLabel, QWidget

from counter_app.dossier.applicants import ApplicantKind
from counter_app.dossier.life import LostReceipt, Note, Pause, Result
from counter_app.dossier.model import Dossier, Person
from counter_app.dossier.money import FeeDue, FeeReceipt
from counter_app.dossier.states import Channel, Payment
from ui import words

_SIDE_BY_SIDE = 330  # pixels; in a narrower column the label stands above its value
_BESIDE, _ABOVE = 5, 1  # pixels between the lines, of labels beside and above their values
_NARROWEST = 60  # pixels of a value: what has no space to break at never widens the column


class Facts(QWidget):
    """Owner, submitter, procedure, dates, money, results; every value can be selected and copied."""

    def __init__(self, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self._form = QFormLayout(self)
        self._form.setContentsMargins(0, 0, 0, 0)
        self._form.setHorizontalSpacing(14)
        self._form.setVerticalSpacing(_BESIDE)
        self._form.setLabelAlignment(Qt.AlignmentFlag.AlignLeft | Qt.AlignmentFlag.AlignTop)

    def resizeEvent(self, event: QResizeEvent) -> None:
        super().resizeEvent(event)
        policies = QFormLayout.RowWrapPolicy
        wanted = policies.WrapAllRows if event.size().width() < _SIDE_BY_SIDE else policies.DontWrapRows
        if self._form.rowWrapPolicy() is not wanted:
            self._form.setRowWrapPolicy(wanted)
            self._form.setVerticalSpacing(_ABOVE if wanted is policies.WrapAllRows else _BESIDE)

    def show_dossier(self, dossier: Dossier) -> None:
        """Shows the facts of a dossier; what it does not have takes no line."""
        while self._form.rowCount():
            self._form.removeRow(0)
        for label, value in self.lines(dossier):
            if value:
                self._form.addRow(_quiet(label), _value(value))

    def lines(self, dossier: Dossier) -> list[tuple[str, str]]:
        """Labels and values, empty ones among them."""
        return [*self._people(dossier), *self._time(dossier), *self._money(dossier), *self._results(dossier)]

    def _people(self, dossier: Dossier) -> list[tuple[str, str]]:
        owner, acting = dossier.owner, dossier.owner.representative
        plain_citizen = owner.kind is ApplicantKind.CITIZEN
        return [
            (self.tr("Owner"), owner.name),
            (self.tr("Kind"), "" if plain_citizen else words.applicant_kind_name(owner.kind)),
            (self.tr("Number"), owner.identity_number),
            (self.tr("Born"), " · ".join(part for part in (owner.born, owner.sex, owner.nationality) if part)),
            (self.tr("Represented by"), " · ".join(filter(None, (acting.name, acting.position))) if acting else ""),
            (self.tr("Address"), owner.full_address),
            (self.tr("Telephone"), " · ".join(part for part in (owner.phone, owner.email) if part)),
            (self.tr("Also of"), "\n".join(map(_co_owner, dossier.co_owners))),
            (self.tr("Submitter"), _submitter(dossier)),
            (self.tr("Decided by"), dossier.agencies.competent_name if dossier.agencies.decided_elsewhere else ""),
            (self.tr("Result handed over at"), dossier.agencies.returning_name),
            (self.tr("At the portal"), _filing(dossier)),
            (self.tr("Procedure"), f"{dossier.procedure_name} ({dossier.procedure})"),
            (self.tr("Declared for"), ", ".join(dossier.concerned)),
            (self.tr("Received"), "" if dossier.awaits_acceptance else _received(dossier)),
            (self.tr("Channel"), "" if dossier.channel is Channel.COUNTER else words.channel_name(dossier.channel)),
            (self.tr("Received together as"), dossier.batch),
        ]

    def _time(self, dossier: Dossier) -> list[tuple[str, str]]:
        due = words.moment(dossier.due_at)
        if dossier.due_at != dossier.promised_at and dossier.promised_at is not None:
            on_paper = self.tr("{due} (on the receipt: {promised})")
            due = on_paper.format(due=due or self.tr("none"), promised=words.moment(dossier.promised_at))
        two = dossier.stage > 1 or dossier.next_term is not None
        stage = self.tr("{n} of 2").format(n=dossier.stage)
        return [
            (self.tr("Term"), "" if dossier.awaits_acceptance else words.term_text(dossier.term)),
            (self.tr("Case"), dossier.case),
            (self.tr("Due"), due),
            (self.tr("Stage"), stage if two else ""),
            (self.tr("Clock stood still"), "\n".join(map(self._pause, dossier.pauses))),
            (self.tr("Reason"), dossier.status_reason),
            (self.tr("Finished"), words.moment(dossier.finished_at)),
        ]

    def _pause(self, pause: Pause) -> str:
        since = self.tr("{kind}: {since} – {until}")
        until = words.moment(pause.ended_at) if pause.ended_at else self.tr("still")
        line = since.format(kind=words.pause_name(pause.kind), since=words.moment(pause.began_at), until=until)
        if pause.deadline and not pause.ended_at:
            line += self.tr(" (deadline {deadline})").format(deadline=words.moment(pause.deadline))
        return line

    def _money(self, dossier: Dossier) -> list[tuple[str, str]]:
        total, state = dossier.fees_total, words.payment_name(dossier.payment)
        if total and dossier.payment is not Payment.NOTHING_DUE:
            state = f"{words.money(total)} – {state}"
        if dossier.fees_unknown and not total:
            state = self.tr("no data")
        return [
            (self.tr("Fees"), state),
            (self.tr("Exempted"), "\n".join(map(_exemption, filter(_is_exempted, dossier.fees)))),
            (self.tr("Receipts"), "\n".join(map(self._receipt, dossier.fee_receipts))),
        ]

    def _receipt(self, receipt: FeeReceipt) -> str:
        parts = (
            f"{words.receipt_number(receipt.number)} ({receipt.series})",
            words.fee_kind_name(receipt.kind),
            words.money(receipt.amount),
            words.payment_method_name(receipt.method),
        )
        line = " · ".join(parts)
        if receipt.refunded_at is not None:
            back = self.tr("{receipt} – given back {moment}, {method}")
            method = words.payment_method_name(receipt.refund_method)
            return back.format(receipt=line, moment=words.moment(receipt.refunded_at), method=method)
        if not receipt.cancelled:
            return line
        return self.tr("{receipt} – cancelled: {reason}").format(receipt=line, reason=receipt.cancelled)

    def _results(self, dossier: Dossier) -> list[tuple[str, str]]:
        state = words.delivery_name(dossier.delivery)
        return [
            (self.tr("Result"), "\n".join(map(self._result, dossier.results)) or state),
            (self.tr("Delivery"), words.delivery_method_name(dossier.delivery_method)),
            (self.tr("Receipt declared lost"), "\n".join(map(self._lost, dossier.lost_receipts))),
            (self.tr("Note"), dossier.note),
            (self.tr("Notes"), "\n".join(map(_noted, dossier.notes))),
        ]

    def _lost(self, lost: LostReceipt) -> str:
        said = self.tr("{who} · {when} · checked: {what}")
        return said.format(who=lost.declared_by, when=words.moment(lost.at), what=lost.checked)

    def _result(self, result: Result) -> str:
        name = " ".join(part for part in (result.name, result.number) if part)
        taken = result.returned
        if taken is None:
            return self.tr("{result}: at the desk").format(result=name)
        who = ", ".join(part for part in (taken.recipient, taken.identity_number, taken.authority) if part)
        how = words.delivery_method_name(taken.method) + (f" {taken.post_bill}" if taken.post_bill else "")
        facts = " · ".join(part for part in (who, how, words.moment(taken.at)) if part)
        return self.tr("{result}: taken by {facts}").format(result=name, facts=facts)


def _noted(note: Note) -> str:
    return f"{words.moment(note.at)} · {note.clerk}: {note.text}"


def _is_exempted(fee: FeeDue) -> bool:
    return bool(fee.exemption) or fee.full > fee.amount


def _exemption(fee: FeeDue) -> str:
    full = f"{words.money(fee.full)} → {words.money(fee.amount)}" if fee.full > fee.amount else ""
    return " · ".join(part for part in (fee.name, fee.exemption, full) if part)


def _filing(dossier: Dossier) -> str:
    """Its code at the national portal, and when it was filed there."""
    return f"{dossier.filed.code} · {words.moment(dossier.filed.filed_at)}" if dossier.filed else ""


def _received(dossier: Dossier) -> str:
    return f"{words.moment(dossier.received_at)} · {dossier.clerk}"


def _one_line(person: Person) -> str:
    return " · ".join(part for part in (person.name, person.identity_number, person.phone) if part)


def _co_owner(person: Person) -> str:
    side = words.party_name(person.party) if person.party else ""
    line = " · ".join(filter(None, (_one_line(person), person.full_address)))
    return f"{side}: {line}" if side else line


def _submitter(dossier: Dossier) -> str:
    """Who filed it, as what, and by which paper."""
    if dossier.submitter is None:
        return ""
    authority = words.authority_name(dossier.authority) if dossier.authority else ""
    return "\n".join(
        filter(None, (f"{_one_line(dossier.submitter)} ({words.relation_name(dossier.relation)})", authority))
    )


def _quiet(text: str) -> QLabel:
    label = QLabel(text)
    label.setObjectName("quiet")
    label.setAlignment(Qt.AlignmentFlag.AlignTop | Qt.AlignmentFlag.AlignLeft)
    return label


def _value(text: str) -> QLabel:
    label = QLabel(text)
    label.setTextFormat(Qt.TextFormat.PlainText)
    label.setWordWrap(True)
    label.setMinimumWidth(_NARROWEST)
    label.setToolTip(text)
    label.setTextInteractionFlags(Qt.TextInteractionFlag.TextSelectableByMouse)
    return label

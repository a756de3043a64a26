"""Fills the form of an act with what a step that had no effect said, so that nothing is typed twice."""

from __future__ import annotations

from counter_app.dossier.payloads import (
    Extended,
    FeeReceiptIssued,
    HandedOver,
    ObligationMet,
    ObligationRequested,
    Payload,
    Refused,
    ResultReturned,
    ResultsArrived,
    Resumed,
    Stopped,
    SupplementReceived,
    SupplementRequested,
    Withdrawn,
)
from ui import words
from ui.detail.acts.extending import ExtendForm
from ui.detail.acts.fees import RefundForm
from ui.detail.acts.form import ActForm
from ui.detail.acts.hand_over import HandOverForm
from ui.detail.acts.moments import day_edit
from ui.detail.acts.obligation import MetForm, ObligationForm
from ui.detail.acts.reasoned import ReasonForm, StopForm
from ui.detail.acts.results import ResultsForm
from ui.detail.acts.returning import ReturnForm
from ui.detail.acts.supplement import BroughtForm, SupplementForm
from ui.detail.acts.ticks import Ticks


def prefill(form: ActForm, payload: Payload) -> None:
    """Puts into the form what the step said, as far as the form asks for it; the clerk confirms or changes it."""
    match form, payload:
        case ReasonForm(), Refused() | Withdrawn() | Resumed():
            form.reason.setText(payload.reason)
        case StopForm(), Stopped():
            form.reason.setText(payload.reason)
            form.signer.setText(payload.signer)
        case HandOverForm(), HandedOver():
            form.to_unit.setText(payload.to_unit)
            form.taken_by.setText(payload.taken_by)
            form.note.setText(payload.note)
        case ExtendForm(), Extended():
            form.due.setText(words.moment(payload.due_at))
            form.reason.setText(payload.reason)
            form.signer.setText(payload.signer)
        case ObligationForm(), ObligationRequested():
            form.reason.setText(payload.reason)
            form.amount.setText(str(payload.amount) if payload.amount else "")
            form.deadline.setText(day_edit(payload.deadline).text())
        case MetForm(), ObligationMet():
            form.proof.setText(payload.proof)
        case SupplementForm(), SupplementRequested():
            others = _tick(form.items, payload.items)
            form.lines.setPlainText("\n".join(others))
            form.reason.setText(payload.reason)
            form.deadline.setText(day_edit(payload.deadline).text())
        case BroughtForm(), SupplementReceived():
            _tick(form.items, [component.name for component in payload.components])
        case ResultsForm(), ResultsArrived():
            _fill_results(form, payload)
        case ReturnForm(), ResultReturned():
            _fill_return(form, payload)
        case RefundForm(), FeeReceiptIssued():
            form.choose(payload.series, payload.number)


def _tick(items: Ticks, names: list[str] | tuple[str, ...]) -> list[str]:
    """Ticks those papers and no others; the names that have no tick."""
    for box in items.boxes:
        box.setChecked(str(box.property("paper")) in names)
    return [name for name in names if name not in items.ticked()]


def _fill_results(form: ResultsForm, payload: ResultsArrived) -> None:
    for place, named in enumerate(payload.results):
        row = form.rows[place] if place < len(form.rows) else form.add_row()
        row.name.setText(named.name)
        row.code.setText(named.code)
        row.number.setText(named.number)
        row.day.setText(words.day(named.issued_on) if named.issued_on else "")
    for row in form.rows[len(payload.results) :]:
        row.came.setChecked(False)
    form.complete.setChecked(payload.complete)


def _fill_return(form: ReturnForm, payload: ResultReturned) -> None:
    form.method.setCurrentIndex(form.method.findData(payload.method))
    form.relation.setCurrentIndex(form.relation.findData(payload.relation))
    form.recipient.setText(payload.recipient)
    form.number.setText(payload.identity_number)
    form.phone.setText(payload.phone)
    form.authority.setText(payload.authority)
    form.post_bill.setText(payload.post_bill)

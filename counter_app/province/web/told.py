"""A dossier's entries as sentences for the province: shorter than at the desk, which tells of money and recipients."""

from __future__ import annotations

from collections.abc import Iterable, Sequence
from dataclasses import dataclass

from counter_app.dossier.acts import STATUS
from counter_app.dossier.contradictions import contradictions
from counter_app.dossier.fold import Folded
from counter_app.dossier.journal import PROVINCE, Entry, UnknownPayload
from counter_app.dossier.life import Decision
from counter_app.dossier.model import Dossier, left_out_of
from counter_app.dossier.names import DELIVERY, FORM, PAYMENT
from counter_app.dossier.payloads import (
    ComponentDigitised,
    ComponentReused,
    ConflictSettled,
    DeliveryChanged,
    Extended,
    FeeReceiptCancelled,
    FeeReceiptIssued,
    HandedOver,
    ObligationMet,
    ObligationRequested,
    PaperGiven,
    Payload,
    PaymentRecorded,
    Received,
    Refused,
    ResultReturned,
    ResultsArrived,
    Resumed,
    StageBegun,
    StatusChanged,
    Stopped,
    SupplementReceived,
    SupplementRequested,
    Withdrawn,
)
from counter_app.dossier.signed import DigitalSignature, signer_and_day
from counter_app.language import translate
from counter_app.province.web.rendering import moment

_WORD: dict[type[Payload], tuple[str, str]] = {
    Refused: ("timeline", "Dossier not accepted"),
    SupplementRequested: ("timeline", "Supplements asked for"),
    SupplementReceived: ("timeline", "Supplements received"),
    ObligationRequested: ("timeline", "Financial obligation to be met"),
    ObligationMet: ("timeline", "Financial obligation was met"),
    Extended: ("timeline", "Apologised and extended"),
    Stopped: ("timeline", "Work stopped"),
    Resumed: ("timeline", "Work goes on"),
    Withdrawn: ("timeline", "Withdrawn by the citizen"),
    StageBegun: ("acts", "Begin the second stage"),
    FeeReceiptIssued: ("acts", "Take the fee"),
    FeeReceiptCancelled: ("acts", "Cancel a fee receipt"),
    ResultReturned: ("acts", "Return the result"),
}


@dataclass(frozen=True)
class Line:
    """One entry told; `state` is "" where it counts, else "conflict" or "settled"."""

    sentence: str
    more: tuple[str, ...]
    at: str
    by: str
    state: str


def timeline(entries: Iterable[Entry], folded: Folded) -> list[Line]:
    """All entries of one dossier, the newest first."""
    waiting = {entry.key for entry in folded.conflicts}
    settled = {one.entry.key for one in folded.settled}

    def state(entry: Entry) -> str:
        return "conflict" if entry.key in waiting else "settled" if entry.key in settled else ""

    return [line_of(entry, folded.dossier, state(entry)) for entry in reversed(list(entries))]


def both_sides(entries: Sequence[Entry], folded: Folded) -> list[tuple[Line, Line | None]]:
    """Contradictions that wait for a clerk: the step that had no effect, and the one it stands against."""
    if folded.dossier is None:
        return []
    return [
        (line_of(one.entry, folded.dossier), line_of(one.against, folded.dossier) if one.against else None)
        for one in contradictions(entries)
        if one.settled is None
    ]


def line_of(entry: Entry, dossier: Dossier | None, state: str = "") -> Line:
    """One entry; `dossier` is as all of them left it."""
    where = "Cấp tỉnh" if entry.desk == PROVINCE else f"Quầy {entry.desk.rpartition(':')[2]}"
    by = " · ".join(part for part in (entry.clerk, where) if part)
    try:
        payload = entry.read()
    except UnknownPayload:
        return Line("Bước do phiên bản mới hơn của chương trình ghi", (), moment(entry.at), by, state)
    if payload is None:
        return Line(translate("timeline", "An entry whose content was erased by law"), (), moment(entry.at), by, state)
    more = _more(payload, entry, dossier)
    return Line(_sentence(payload, dossier), tuple(one for one in more if one), moment(entry.at), by, state)


def _sentence(payload: Payload, dossier: Dossier | None) -> str:
    match payload:
        case Received(procedure_name=name):
            return translate("timeline", "Dossier received: {procedure}").format(procedure=name)
        case ComponentDigitised():
            return _digitised(payload, dossier)
        case ComponentReused(component=key, source=source):
            origin = translate("timeline", "a paper of dossier {code}").format(code=source.dossier)
            sentence = translate("timeline", "Used again: {component}, from {origin}")
            return sentence.format(component=_component(key, dossier), origin=origin)
        case PaperGiven(form=form):
            return translate("timeline", "Given out: {paper}").format(paper=translate("forms", FORM.get(form, form)))
        case StatusChanged(status=status):
            return translate("timeline", "Status: {status}").format(status=translate("status", STATUS[status]))
        case HandedOver(from_unit=giver, to_unit=taker):
            return translate("timeline", "Handed over: {giver} → {taker}").format(giver=giver, taker=taker)
        case ResultsArrived(results=results, complete=complete):
            names = "; ".join(" ".join(part for part in (one.name, one.number) if part) for one in results)
            all_there = translate("timeline", "Results at the desk: {results}")
            partly = translate("timeline", "Partly there: {results}")
            return (all_there if complete else partly).format(results=names)
        case PaymentRecorded(payment=payment):
            return translate("timeline", "Payment: {facts}").format(facts=translate("status", PAYMENT[payment]))
        case DeliveryChanged(delivery=delivery):
            return translate("status", DELIVERY[delivery])
        case ConflictSettled(decision=decision):
            aside = translate("timeline", "Contradiction settled: the step is set aside")
            again = translate("timeline", "Contradiction settled: the step was done again")
            return aside if decision is Decision.SET_ASIDE else again
    return translate(*_WORD[type(payload)])


def _more(payload: Payload, entry: Entry, dossier: Dossier | None) -> list[str]:
    """Reason, what was asked for, and the due date it moved."""
    lines = [str(getattr(payload, "reason", "") or getattr(payload, "note", "") or "")]
    if isinstance(payload, SupplementRequested):
        lines += [f"• {item}" for item in payload.items]
    if isinstance(payload, FeeReceiptIssued):
        lines.append(f"{payload.amount:,} đ".replace(",", "."))
    if isinstance(payload, Received) and payload.due_at:
        lines.append(translate("timeline", "Promised for {due}").format(due=moment(payload.due_at)))
    if isinstance(payload, SupplementReceived | ObligationMet | Extended | Resumed | StageBegun) and dossier:
        moved = (one for one in dossier.due_changes if one.at == entry.at and one.after == payload.due_at)
        lines += [f"Hẹn trả: {moment(one.before)} → {moment(one.after)}" for one in moved]
    return lines


def _digitised(payload: ComponentDigitised, dossier: Dossier | None) -> str:
    blank = left_out_of(payload.pages)
    left_out, key = max(payload.left_out, blank), "Digitised: {component} ({pages} pages, {left_out} left out)"
    sentence = translate("timeline", key if left_out else "Digitised: {component} ({pages} pages)")
    name = _component(payload.component, dossier)
    said = sentence.format(component=name, pages=len(payload.pages) - blank, left_out=left_out)
    shown = translate("timeline", "Only shown, scanned because the clerk wanted it")
    said = "; ".join(filter(None, (said, _signed(payload.signed))))
    return f"{said}. {shown}" if payload.shown else said


def _signed(signatures: tuple[DigitalSignature, ...]) -> str:
    nameless = translate("timeline", "somebody it does not name")
    names = "; ".join(signer_and_day(one.signer, one.time, nameless) for one in signatures)
    return translate("timeline", "digitally signed by {names} (not checked)").format(names=names) if names else ""


def _component(key: str, dossier: Dossier | None) -> str:
    return next((one.name for one in dossier.components if one.key == key), key) if dossier else key

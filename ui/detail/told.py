"""Each kind of journal entry as a sentence for the timeline."""

from __future__ import annotations

from PySide6.QtCore import QCoreApplication

from counter_app.dossier.journal import PROVINCE, Entry, UnknownPayload
from counter_app.dossier.life import Decision, DueCause, DueChange, Relation
from counter_app.dossier.model import Dossier, left_out_of
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
from ui import words

_CAUSES: dict[type[Payload], DueCause] = {
    SupplementReceived: DueCause.SUPPLEMENT,
    ObligationMet: DueCause.OBLIGATION,
    Extended: DueCause.EXTENSION,
    Resumed: DueCause.STOP,
    StageBegun: DueCause.STAGE,
}


def told(entry: Entry, dossier: Dossier) -> str:
    """The entry in a sentence, with the due date it moved; `dossier` as all entries together left it."""
    try:
        payload = entry.read()
    except UnknownPayload as fault:
        return fault.sentence()
    if payload is None:
        return _say("An entry whose content was erased by law")
    sentence, moved = _sentence(payload, dossier), _change(payload, entry, dossier)
    return f"{sentence}\n{_moved(moved)}" if moved else sentence


def said_by(entry: Entry) -> str:
    """When, by whom and where it was done."""
    if entry.desk == PROVINCE:
        place = _say("the province")
    else:
        place = _say("desk {number}").format(number=entry.desk.rpartition(":")[2])
    return " · ".join(part for part in (words.moment(entry.at), entry.clerk, place) if part)


def _change(payload: Payload, entry: Entry, dossier: Dossier) -> DueChange | None:
    """What the entry did to the due date; None where it left it or had no effect."""
    cause = _CAUSES.get(type(payload))
    made = (change for change in dossier.due_changes if (change.cause, change.at) == (cause, entry.at))
    return next(made, None)


def _sentence(payload: Payload, dossier: Dossier) -> str:
    match payload:
        case Received() | ComponentDigitised() | ComponentReused() | PaperGiven():
            return _paper(payload, dossier)
        case FeeReceiptIssued() | FeeReceiptCancelled() | PaymentRecorded():
            return _money(payload)
        case ResultsArrived() | ResultReturned() | DeliveryChanged():
            return _result(payload, dossier)
        case ConflictSettled():
            return _settled(payload)
        case _:
            return _business(payload)


def _paper(payload: Received | ComponentDigitised | ComponentReused | PaperGiven, dossier: Dossier) -> str:
    match payload:
        case Received():
            sentence = _say("Dossier received: {procedure}").format(procedure=payload.procedure_name)
            due = words.moment(payload.due_at)
            return f"{sentence}\n" + _say("Promised for {due}").format(due=due) if due else sentence
        case ComponentDigitised():
            return _digitised(payload, dossier)
        case ComponentReused():
            name, source = _component(payload.component, dossier), payload.source
            result, component = _say("the result of dossier {code}"), _say("a paper of dossier {code}")
            origin = (result if source.from_result else component).format(code=source.dossier)
            return _say("Used again: {component}, from {origin}").format(component=name, origin=origin)
        case PaperGiven():
            sentence = _say("Given out: {paper}") if payload.print_number == 1 else _say("Printed again: {paper}")
            return sentence.format(paper=words.form_name(payload.form))


def _digitised(payload: ComponentDigitised, dossier: Dossier) -> str:
    left_out = max(payload.left_out, left_out_of(payload.pages))
    pages = len(payload.pages) - left_out_of(payload.pages)
    sentence = _say("Digitised: {component} ({pages} pages, {left_out} left out)")
    if not left_out:
        sentence = _say("Digitised: {component} ({pages} pages)")
    said = sentence.format(component=_component(payload.component, dossier), pages=pages, left_out=left_out)
    shown = _say("Only shown, scanned because the clerk wanted it")
    said = "; ".join(filter(None, (said, words.digitally_signed(payload.signed))))
    return f"{said}. {shown}" if payload.shown else said


def _business(
    payload: StatusChanged
    | Refused
    | SupplementRequested
    | SupplementReceived
    | ObligationRequested
    | ObligationMet
    | Extended
    | Stopped
    | Resumed
    | Withdrawn
    | HandedOver
    | StageBegun,
) -> str:
    match payload:
        case StatusChanged():
            return _because(_say("Status: {status}").format(status=words.status_name(payload.status)), payload.reason)
        case Refused():
            return _because(_say("Dossier not accepted"), payload.reason)
        case SupplementRequested():
            sentence = _because(_say("Supplements asked for"), payload.reason)
            items = "\n".join(f"• {item}" for item in payload.items)
            until = words.moment(payload.deadline)
            return f"{sentence}\n{items}" + (f"\n{_say('Deadline: {until}').format(until=until)}" if until else "")
        case SupplementReceived():
            papers = "; ".join(component.name for component in payload.components)
            return _because(_say("Supplements received"), papers)
        case ObligationRequested():
            amount = words.money(payload.amount) if payload.amount else ""
            until = words.moment(payload.deadline)
            facts = (payload.reason.rstrip("."), amount, _say("Deadline: {until}").format(until=until) if until else "")
            return _because(_say("Financial obligation to be met"), ", ".join(filter(None, facts)))
        case ObligationMet():
            return _because(_say("Financial obligation was met"), payload.proof)
        case Extended():
            sentence = _because(_say("Apologised and extended"), payload.reason.rstrip("."))
            return f"{sentence} ({_say('signed by {signer}').format(signer=payload.signer)})"
        case Stopped():
            sentence = _because(_say("Work stopped"), payload.reason)
            by = _say("signed by {signer}").format(signer=payload.signer)
            return f"{sentence} ({by})" if payload.signer else sentence
        case Resumed():
            return _because(_say("Work goes on"), payload.reason)
        case Withdrawn():
            return _because(_say("Withdrawn by the citizen"), payload.reason)
        case HandedOver():
            sentence = _say("Handed over: {giver} → {taker}").format(giver=payload.from_unit, taker=payload.to_unit)
            by = _say("taken by {person}").format(person=payload.taken_by) if payload.taken_by else ""
            return _because(f"{sentence} ({by})" if by else sentence, payload.note)
        case StageBegun():
            sentence = _say("Stage {n} began, term: {term}")
            return sentence.format(n=payload.stage, term=words.term_text(payload.term))


def _money(payload: FeeReceiptIssued | FeeReceiptCancelled | PaymentRecorded) -> str:
    match payload:
        case FeeReceiptIssued():
            facts = (words.money(payload.amount), words.payment_method_name(payload.method), payload.payer)
            sentence = _say("{kind} taken: {facts} – receipt {number} of {series}")
            kind, number = words.fee_kind_name(payload.fee_kind).lower(), words.receipt_number(payload.number)
            said = ", ".join(part for part in facts if part)
            line = sentence.format(kind=kind, facts=said, number=number, series=payload.series)
            return line[:1].upper() + line[1:]
        case FeeReceiptCancelled():
            sentence, number = _say("Receipt {number} of {series} cancelled"), words.receipt_number(payload.number)
            return _because(sentence.format(number=number, series=payload.series), payload.reason)
        case PaymentRecorded():
            what, method = words.payment_name(payload.payment), words.payment_method_name(payload.method)
            amount = words.money(payload.amount) if payload.amount else ""
            return _say("Payment: {facts}").format(facts=", ".join(part for part in (what, amount, method) if part))


def _result(payload: ResultsArrived | ResultReturned | DeliveryChanged, dossier: Dossier) -> str:
    match payload:
        case ResultsArrived():
            names = "; ".join(" ".join(part for part in (one.name, one.number) if part) for one in payload.results)
            sentence = _say("Results at the desk: {results}") if payload.complete else _say("Partly there: {results}")
            return sentence.format(results=names)
        case ResultReturned():
            names = "; ".join(dossier.results[place].name for place in payload.results if place < len(dossier.results))
            authority = payload.authority if payload.relation is Relation.AUTHORISED else ""
            post = _say("postal bill {number}").format(number=payload.post_bill) if payload.post_bill else ""
            method = words.delivery_method_name(payload.method)
            who = (payload.recipient, payload.identity_number, authority, method, post)
            sentence = _say("Returned: {results} – to {who}")
            return sentence.format(results=names, who=", ".join(part for part in who if part))
        case DeliveryChanged():
            sentence = words.delivery_name(payload.delivery)
            to = _say("to {recipient}").format(recipient=payload.recipient) if payload.recipient else ""
            return f"{sentence} {to}".strip()


def _settled(payload: ConflictSettled) -> str:
    aside, again = (
        _say("Contradiction settled: the step is set aside"),
        _say("Contradiction settled: the step was done again"),
    )
    return _because(aside if payload.decision is Decision.SET_ASIDE else again, payload.reason)


def _moved(change: DueChange) -> str:
    """What became of the promise; reason and signer stand in the entry's own sentence."""
    sentence = _say("Due date moved: {old} → {new} ({cause})")
    old, new = words.moment(change.before) or _say("none"), words.moment(change.after) or _say("none")
    return sentence.format(old=old, new=new, cause=words.cause_name(change.cause))


def _because(sentence: str, reason: str) -> str:
    return f"{sentence}: {reason}" if reason else sentence


def _component(key: str, dossier: Dossier) -> str:
    return next((one.name for one in dossier.components if one.key == key), key)


def _say(sentence: str) -> str:
    return QCoreApplication.translate("timeline", sentence)

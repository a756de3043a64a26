"""How a dossier begins, and what is entered of its papers: received, digitised, used again, numbered, given out."""

from __future__ import annotations

from collections.abc import Iterator

from counter_app.dossier.acts.act import Act, CannotApply, Written
from counter_app.dossier.acts.steps import resumed, with_component
from counter_app.dossier.clock import moment
from counter_app.dossier.description import Description, component_name, signatures
from counter_app.dossier.model import ComponentChanges, Dossier, PaperHandedOut, PaperNumber, Term, left_out_of
from counter_app.dossier.names import GUIDANCE, form_words, status_words
from counter_app.dossier.payloads.papers import (
    ComponentDigitised,
    ComponentReused,
    FieldsVerified,
    FiledOnline,
    PaperBorrowed,
    PaperGiven,
    PaperLent,
    PaperNumbered,
    Received,
)
from counter_app.dossier.roles import AT_COUNTER, Task
from counter_app.dossier.states import Channel, Payment, Status, TermUnit
from counter_app.dossier.subjects import CorrectedPaper
from counter_app.dossier.verified import Outcome, VerifiedPaper
from counter_app.language import Phrase, Words, joined, sentence

_BEFORE = frozenset({"kind", "incomplete", "guided"})  # what the timeline alone tells of a receipt
_RECEIVED = tuple(name for name in Received.model_fields if name not in _BEFORE)


def begun(payload: Received, entry: Written) -> Dossier:
    """The dossier as it was received: where every fold begins."""
    return Dossier(
        **{name: getattr(payload, name) for name in _RECEIVED},
        code=entry.dossier,
        received_at=entry.at,
        promised_at=payload.due_at,
        clerk=entry.clerk,
        status=Status.ACCEPTED,
        payment=Payment.UNPAID if sum(fee.amount for fee in payload.fees) else Payment.NOTHING_DUE,
        step=entry.step,
    )


def registered(payload: FiledOnline, entry: Written) -> Dossier:
    """The dossier as it came by the national portal: nobody has accepted it, and nothing is promised."""
    return Dossier(
        **{name: getattr(payload, name) for name in FiledOnline.model_fields if name != "kind"},
        code=entry.dossier,
        procedure_version="",
        channel=Channel.ONLINE,
        term=Term(unit=TermUnit.UNKNOWN),
        received_at=payload.filed.filed_at,
        due_at=None,
        look_up_token="",
        status=Status.NEW,
        step=entry.step,
    )


def _accepted(dossier: Dossier, payload: Received, entry: Written) -> Dossier:
    """What was filed online is received; what was received before cannot be received twice."""
    if not dossier.awaits_acceptance or dossier.status is not Status.NEW:
        raise CannotApply("received twice")
    received = begun(payload, entry)
    known: dict[str, object] = {"filed": dossier.filed, "papers": dossier.papers, "pauses": dossier.pauses}
    if received.payment is Payment.UNPAID and dossier.paid_online >= received.fees_total:
        known["payment"] = Payment.PAID
    return received.model_copy(update=known)


def _filed_again(dossier: Dossier, payload: FiledOnline, entry: Written) -> Dossier:
    """The applicant completed at the portal what the desk had sent back."""
    if not dossier.awaits_acceptance or dossier.status is not Status.SUPPLEMENT_REQUESTED:
        raise CannotApply("not awaited")
    again = registered(payload, entry)
    kept = {"papers": dossier.papers, "pauses": resumed(dossier, entry.at).pauses, "received_at": dossier.received_at}
    return again.model_copy(update=kept)


def _describe_filed(payload: FiledOnline, dossier: Dossier | None) -> Description:
    filed = sentence("timeline", "Filed online at the national portal: {procedure}", procedure=payload.procedure_name)
    return Description(filed)


def _describe_received(payload: Received, dossier: Dossier | None) -> Description:
    received = sentence("timeline", "Dossier received: {procedure}", procedure=payload.procedure_name)
    due: Words = sentence("timeline", "Promised for {due}", due=moment(payload.due_at)) if payload.due_at else ""
    lines = (due, *_guided(payload), *_lacking(payload))
    return Description(received, lines=lines, public=(received, payload.note, *lines))


def _guided(payload: Received) -> Iterator[Words]:
    """What was answered before instead of a receipt."""
    if payload.guided is not None:
        answer = Phrase("status", GUIDANCE[payload.guided.answer])
        yield sentence("timeline", "Before, {at}: {answer}", at=moment(payload.guided.at), answer=answer)


def _lacking(payload: Received) -> Iterator[Words]:
    """Why it was received although it was not complete, and what it lacked."""
    if payload.incomplete is not None:
        yield sentence("timeline", "Received although incomplete: {reason}", reason=payload.incomplete.reason)
        yield from (f"• {item}" for item in payload.incomplete.lacking)


def _digitised(dossier: Dossier, payload: ComponentDigitised, entry: Written) -> Dossier:
    left_out = max(payload.left_out, left_out_of(payload.pages))  # older entries do not say it
    scan = ComponentChanges(document=payload.document, pages=payload.pages, reused=None, signed=payload.signed)
    return with_component(dossier, payload.component, scan | ComponentChanges(left_out=left_out))


def _describe_digitised(payload: ComponentDigitised, dossier: Dossier | None) -> Description:
    blank = left_out_of(payload.pages)
    left_out, pages = max(payload.left_out, blank), len(payload.pages) - blank
    name = component_name(payload.component, dossier)
    made = sentence("timeline", "Digitised: {component} ({pages} pages)", component=name, pages=pages)
    if left_out:
        made = sentence(
            "timeline",
            "Digitised: {component} ({pages} pages, {left_out} left out)",
            component=name,
            pages=pages,
            left_out=left_out,
        )
    said = joined("; ", made, signatures(payload.signed))
    shown = sentence("timeline", "Only shown, scanned because the clerk wanted it")
    return Description(joined(". ", said, shown) if payload.shown else said)


def _verified(dossier: Dossier, payload: FieldsVerified, entry: Written) -> Dossier:
    facts = {name: getattr(payload, name) for name in FieldsVerified.model_fields if name != "kind"}
    before = next((item.verified for item in dossier.components if item.key == payload.component), ())
    others = tuple(other for other in before if other.place != payload.place)
    return with_component(dossier, payload.component, ComponentChanges(verified=(*others, VerifiedPaper(**facts))))


def _describe_verified(payload: FieldsVerified, dossier: Dossier | None) -> Description:
    name = payload.title or component_name(payload.component, dossier)
    corrected = sum(field.outcome in (Outcome.CORRECTED, Outcome.TYPED) for field in payload.fields)
    held = sentence(
        "timeline",
        "Held against the paper: {paper} ({count} fields, {corrected} typed or corrected)",
        paper=name,
        count=len(payload.fields),
        corrected=corrected,
    )
    return Description(held)


def _reused(dossier: Dossier, payload: ComponentReused, entry: Written) -> Dossier:
    reuse = ComponentChanges(document=payload.document, pages=payload.pages, reused=payload.source)
    more = ComponentChanges(signed=payload.signed, left_out=left_out_of(payload.pages))
    return with_component(dossier, payload.component, reuse | more)


def _describe_reused(payload: ComponentReused, dossier: Dossier | None) -> Description:
    result = sentence("timeline", "the result of dossier {code}", code=payload.source.dossier)
    paper = sentence("timeline", "a paper of dossier {code}", code=payload.source.dossier)
    origin, name = result if payload.source.from_result else paper, component_name(payload.component, dossier)
    return Description(sentence("timeline", "Used again: {component}, from {origin}", component=name, origin=origin))


def _describe_lent(payload: PaperLent, dossier: Dossier | None) -> Description:
    lent = sentence(
        "timeline",
        "Used again at another office: {paper}, by desk {desk} for procedure {procedure}",
        paper=payload.paper,
        desk=payload.desk,
        procedure=payload.procedure,
    )
    by = sentence("timeline", "Asked for by {clerk}, for {reason}", clerk=payload.clerk, reason=payload.reason)
    return Description(lent, lines=(by,), public=(lent,))


def _describe_borrowed(payload: PaperBorrowed, dossier: Dossier | None) -> Description:
    fetched = sentence(
        "timeline", "Fetched from another office: {paper}, of dossier {code}", paper=payload.paper, code=payload.source
    )
    reason = sentence("timeline", "For {reason}, procedure {code}", reason=payload.reason, code=payload.procedure)
    return Description(fetched, lines=(reason,), public=(fetched,))


def handed_out(payload: PaperGiven, entry: Written) -> PaperHandedOut:
    """The paper that the entry tells of."""
    facts = {name: getattr(payload, name) for name in PaperGiven.model_fields if name != "kind"}
    return PaperHandedOut(**facts, at=entry.at)


def _describe_given(payload: PaperGiven, dossier: Dossier | None) -> Description:
    paper = form_words(payload.form)
    if isinstance(payload.about, CorrectedPaper):
        paper = sentence("timeline", "{paper}, corrected", paper=paper)
    if payload.print_number == 1:
        return Description(sentence("timeline", "Given out: {paper}", paper=paper))
    return Description(sentence("timeline", "Printed again: {paper}", paper=paper))


def numbered(payload: PaperNumbered, entry: Written) -> PaperNumber:
    """The number that the entry gave a paper."""
    facts = {name: getattr(payload, name) for name in PaperNumbered.model_fields if name != "kind"}
    return PaperNumber(**facts, at=entry.at, clerk=entry.clerk)


def _describe_numbered(payload: PaperNumbered, dossier: Dossier | None) -> Description:
    paper = form_words(payload.form)
    return Description(sentence("timeline", "Number {number}: {paper}", number=payload.text, paper=paper))


FILE_ONLINE = Act(
    name="file_online",
    payload=FiledOnline,
    apply=_filed_again,
    describe=_describe_filed,
    files=lambda payload: tuple(item.document for item in payload.components if item.document),
    business=True,
    official=lambda payload: status_words(Status.NEW),
)
RECEIVE = Act(
    name="receive",
    title="Accept the dossier filed online",
    payload=Received,
    apply=_accepted,
    describe=_describe_received,
    tasks=frozenset({Task.RECEPTION}),
    allowed=frozenset({Status.NEW}),
    fits=lambda dossier: dossier.awaits_acceptance,
    to=frozenset({Status.ACCEPTED}),
    form="receipt",
    business=True,
    official=lambda payload: status_words(Status.ACCEPTED),
    reasons=(
        "The applicant brings what is missing today.",
        "The paper is looked up in a database of the state.",
    ),
)
DIGITISE = Act(
    name="digitise",
    title="Digitise papers",
    tasks=AT_COUNTER,
    payload=ComponentDigitised,
    apply=_digitised,
    describe=_describe_digitised,
    files=lambda payload: (payload.document,),
)
VERIFY = Act(
    name="verify",
    title="Hold what was read against the paper",
    tasks=AT_COUNTER,
    payload=FieldsVerified,
    apply=_verified,
    describe=_describe_verified,
)
REUSE = Act(
    name="reuse",
    title="Take a paper over from another dossier",
    tasks=AT_COUNTER,
    payload=ComponentReused,
    apply=_reused,
    describe=_describe_reused,
    files=lambda payload: (payload.document,),
)
LEND = Act(
    name="lend",
    title="Let a paper serve at another office",
    payload=PaperLent,
    apply=lambda dossier, payload, entry: dossier,
    describe=_describe_lent,
)
BORROW = Act(
    name="borrow",
    title="Fetch a paper from another office",
    tasks=AT_COUNTER,
    payload=PaperBorrowed,
    apply=lambda dossier, payload, entry: dossier,
    describe=_describe_borrowed,
)
NUMBER_PAPER = Act(
    name="number_paper",
    title="Hand out a paper",
    tasks=AT_COUNTER,
    payload=PaperNumbered,
    apply=lambda dossier, payload, entry: dossier.changed(numbers=(*dossier.numbers, numbered(payload, entry))),
    describe=_describe_numbered,
)
GIVE_PAPER = Act(
    name="give_paper",
    title="Hand out a paper",
    tasks=AT_COUNTER,
    payload=PaperGiven,
    apply=lambda dossier, payload, entry: dossier.changed(papers=(*dossier.papers, handed_out(payload, entry))),
    describe=_describe_given,
    files=lambda payload: (payload.file,),
)

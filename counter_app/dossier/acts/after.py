"""After the receipt: a mistake is put right, a receipt cancelled or declared lost, papers come later, a note."""

from __future__ import annotations

from counter_app.dossier.acts.act import Act, CannotApply, Written, refuse_unless_allowed
from counter_app.dossier.acts.money import with_payment
from counter_app.dossier.acts.steps import acted, promised, signed_by, with_component, with_papers
from counter_app.dossier.applicants import Relation
from counter_app.dossier.correctable import correctable, corrected_fields, differences, put_right, touches_procedure
from counter_app.dossier.correction_words import difference_words, field_words, told
from counter_app.dossier.description import Description, component_name
from counter_app.dossier.life import Correction, DueCause, LostReceipt, Note
from counter_app.dossier.model import ComponentChanges, Dossier, left_out_of, result_place
from counter_app.dossier.payloads.after import (
    Corrected,
    NoteWritten,
    PageName,
    PageTakenOut,
    PapersAdded,
    ReceiptLost,
    ReceivingCancelled,
    ResultDigitised,
)
from counter_app.dossier.roles import AT_COUNTER, AT_DESK, Task
from counter_app.dossier.states import OPEN, Status
from counter_app.language import joined, sentence

_THERE = OPEN | {Status.STOPPED, Status.DONE}  # its result may still be fetched, its papers still come


def _corrected(dossier: Dossier, payload: Corrected, entry: Written) -> Dossier:
    """Raises CannotApply where what was put right is not what stands there, or acts followed a wrong procedure."""
    refuse_unless_allowed(CORRECT, dossier)
    now, fields = correctable(dossier), corrected_fields(payload.before, payload.after)
    if any(getattr(now, name) != getattr(payload.before, name) for name in fields):
        raise CannotApply("corrected otherwise")
    if touches_procedure(payload.before, payload.after) and not dossier.untouched:
        raise CannotApply("acts followed the procedure")
    after = put_right(dossier, payload.after, fields)
    if "fees" in fields:
        after = with_payment(after, after.fee_receipts)
    if "due_at" in fields:
        due_at = payload.after.due_at
        after = promised(after, DueCause.CORRECTION, due_at, entry, payload.reason, payload.signer)
    line = Correction(at=entry.at, reason=payload.reason, signer=payload.signer, clerk=entry.clerk)
    return after.changed(corrections=(*dossier.corrections, line))


def _describe_corrected(payload: Corrected, dossier: Dossier | None) -> Description:
    found = list(told(differences(payload.before, payload.after)))
    fields = joined("; ", *map(field_words, dict.fromkeys(item.path for item in found)))
    return Description(
        sentence("timeline", "Corrected"),
        payload.reason,
        by=signed_by(payload.signer),
        lines=tuple(map(difference_words, found)),
        public=(sentence("timeline", "Corrected: {fields}", fields=fields),),
    )


def _cancelled(dossier: Dossier, payload: ReceivingCancelled, entry: Written) -> Dossier:
    return acted(CANCEL_RECEIVING, dossier, Status.CANCELLED, entry.at, payload.reason)


def _describe_cancelled(payload: ReceivingCancelled, dossier: Dossier | None) -> Description:
    cancelled = sentence("timeline", "The receipt was a mistake: cancelled")
    return Description(cancelled, payload.reason, by=signed_by(payload.signer))


def _lost(dossier: Dossier, payload: ReceiptLost, entry: Written) -> Dossier:
    refuse_unless_allowed(DECLARE_LOST, dossier)
    said = {name: getattr(payload, name) for name in ReceiptLost.model_fields if name != "kind"}
    line = LostReceipt(**said, at=entry.at, clerk=entry.clerk)
    return dossier.changed(lost_receipts=(*dossier.lost_receipts, line))


def _describe_lost(payload: ReceiptLost, dossier: Dossier | None) -> Description:
    authority = payload.authority if payload.relation is Relation.AUTHORISED else ""
    who = joined(", ", payload.declared_by, payload.identity_number, authority)
    lost = sentence("timeline", "The receipt was declared lost by {who}", who=who)
    checked = sentence("timeline", "Checked: {what}", what=payload.checked)
    return Description(lost, lines=(checked,), public=(DECLARE_LOST.words,))


def _added(dossier: Dossier, payload: PapersAdded, entry: Written) -> Dossier:
    refuse_unless_allowed(ADD_PAPERS, dossier)
    return with_papers(dossier, payload.components)


def _describe_added(payload: PapersAdded, dossier: Dossier | None) -> Description:
    papers = "; ".join(component.name for component in payload.components)
    return Description(sentence("timeline", "Papers that came later"), facts=(papers, payload.note))


def _result_digitised(dossier: Dossier, payload: ResultDigitised, entry: Written) -> Dossier:
    results = list(dossier.results)
    if payload.result >= len(results):
        raise CannotApply("no such result")
    results[payload.result] = results[payload.result].scanned(payload.file)
    return dossier.changed(results=tuple(results))


def _describe_result_digitised(payload: ResultDigitised, dossier: Dossier | None) -> Description:
    results = dossier.results if dossier else ()
    name = results[payload.result].name if payload.result < len(results) else str(payload.result + 1)
    pages = len(payload.pages) - left_out_of(payload.pages)
    return Description(
        sentence("timeline", "Result scanned: {result} ({pages} pages)", result=name, pages=pages),
    )


def _taken_out(dossier: Dossier, payload: PageTakenOut, entry: Written) -> Dossier:
    refuse_unless_allowed(TAKE_PAGE_OUT, dossier)
    place = result_place(payload.paper)
    if place is not None:
        if place >= len(dossier.results):
            raise CannotApply("no such result")
        left = dossier.results[place].scanned(None)
        return dossier.changed(results=(*dossier.results[:place], left, *dossier.results[place + 1 :]))
    component = next((item for item in dossier.components if item.key == payload.paper), None)
    if component is None:
        raise CannotApply("no such component")
    pages = list(component.pages)
    for name in payload.pages:
        found = [page for page in pages if (page.original, page.page_of_original) == _named(name)]
        if not found:
            raise CannotApply("no such page")
        pages.remove(found[0])
    scan = ComponentChanges(document=None, pages=tuple(pages), reused=None, signed=(), left_out=left_out_of(pages))
    return with_component(dossier, component.key, scan)


def _named(name: PageName) -> tuple[str, int]:
    return name.original, name.page_of_original


def _describe_taken_out(payload: PageTakenOut, dossier: Dossier | None) -> Description:
    place, results = result_place(payload.paper), dossier.results if dossier else ()
    paper = component_name(payload.paper, dossier)
    if place is not None:
        paper = results[place].name if place < len(results) else str(place + 1)
    said = sentence("timeline", "Page {number} of {paper} taken out", number=payload.number, paper=paper)
    return Description(said, payload.reason)


def _noted(dossier: Dossier, payload: NoteWritten, entry: Written) -> Dossier:
    note = Note(at=entry.at, clerk=entry.clerk, text=payload.text)
    return dossier.changed(notes=(*dossier.notes, note))


def _describe_noted(payload: NoteWritten, dossier: Dossier | None) -> Description:
    return Description(sentence("timeline", "Note"), facts=(payload.text,))


CORRECT = Act(
    name="correct",
    title="Correct a mistake of the receipt",
    payload=Corrected,
    apply=_corrected,
    describe=_describe_corrected,
    tasks=AT_DESK,
    allowed=frozenset(Status) - {Status.NEW, Status.CANCELLED},
    needs=("reason", "signer"),
    reasons=(
        "Typed wrongly when the dossier was received.",
        "The applicant gave another telephone number or address.",
        "The papers were counted wrongly.",
        "Another procedure was meant.",
    ),
    moves_due=DueCause.CORRECTION,
    form="receipt",
    business=True,
)
CANCEL_RECEIVING = Act(
    name="cancel_receiving",
    title="Cancel what was received by mistake",
    payload=ReceivingCancelled,
    apply=_cancelled,
    describe=_describe_cancelled,
    tasks=AT_DESK,
    allowed=frozenset({Status.ACCEPTED}),
    fits=lambda dossier: dossier.untouched,
    needs=("reason", "signer"),
    reasons=(
        "Received twice.",
        "Received for the wrong person.",
        "The applicant did not mean to file it.",
    ),
    to=frozenset({Status.CANCELLED}),
    business=True,
)
DECLARE_LOST = Act(
    name="declare_lost",
    title="Receipt declared lost",
    payload=ReceiptLost,
    apply=_lost,
    describe=_describe_lost,
    tasks=AT_DESK | {Task.RETURNS},
    allowed=_THERE,
    needs=("declared_by", "checked"),
    form="loss_declaration",
)
ADD_PAPERS = Act(
    name="add_papers",
    title="Papers that came later",
    payload=PapersAdded,
    apply=_added,
    describe=_describe_added,
    tasks=AT_DESK | {Task.RETURNS},
    allowed=_THERE | {Status.RESULT_RETURNED},
    needs=("components",),
)
DIGITISE_RESULT = Act(
    name="digitise_result",
    title="Digitise a result",
    tasks=AT_COUNTER,
    payload=ResultDigitised,
    apply=_result_digitised,
    describe=_describe_result_digitised,
    files=lambda payload: (payload.file,),
)
TAKE_PAGE_OUT = Act(
    name="take_page_out",
    title="Take out a page scanned by mistake",
    payload=PageTakenOut,
    apply=_taken_out,
    describe=_describe_taken_out,
    tasks=AT_DESK | {Task.RETURNS},
    allowed=_THERE | {Status.RESULT_RETURNED},
    fits=lambda dossier: any(item.pages for item in dossier.components) or any(item.file for item in dossier.results),
    needs=("reason",),
    reasons=(
        "It is a page of another dossier.",
        "It was scanned twice.",
        "It cannot be read; it is scanned again.",
        "It belongs to another paper of this dossier.",
    ),
)
WRITE_NOTE = Act(
    name="write_note",
    title="Write a note",
    payload=NoteWritten,
    apply=_noted,
    describe=_describe_noted,
    tasks=AT_COUNTER,
    allowed=frozenset(Status),
    needs=("text",),
)

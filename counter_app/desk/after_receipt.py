"""After the receipt: a mistake is put right, a receipt made by mistake cancelled, a lost one declared, papers and notes
added to the dossier."""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import dataclass
from datetime import datetime

from counter_app.desk import receiving
from counter_app.desk.applicants import between_applicants, person_faults, person_of
from counter_app.desk.casework import do
from counter_app.desk.desk import Desk, logged
from counter_app.desk.entered_with_receipt import entry_of
from counter_app.dossier import acts
from counter_app.dossier.acts.act import given, lacks, refuse_unless_complete
from counter_app.dossier.applicants import Authority, Relation
from counter_app.dossier.clock import VIETNAM
from counter_app.dossier.correctable import Correctable, StatedPaper, correctable, touches_procedure
from counter_app.dossier.draft import WHICH_CASE, Draft, Missing, PersonTyped
from counter_app.dossier.model import Component, DigitisedPage, Dossier, Person
from counter_app.dossier.pages import SEPARATOR, SpooledPage, page_number
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
from counter_app.dossier.recipients import refuse_unless_holder
from counter_app.dossier.states import DeliveryMethod, TermUnit
from counter_app.dossier.value import FileRef
from counter_app.dossier.verified import VerifiedPaper
from counter_app.errors import CounterError
from counter_app.procedures.catalogue import Procedure


class NothingCorrected(CounterError):
    """What was typed is what stands there."""

    what = "Nothing was changed, so there is nothing to correct."
    todo = "Change what is wrong, then confirm."


class TooLateForProcedure(CounterError):
    """Acts of the business followed the receipt, under the procedure it names."""

    what = "The procedure cannot be corrected any more: work on the dossier has begun."
    todo = "Stop the dossier at the applicant’s request or refuse it, and receive it again under the right procedure."


class PaperIsScanned(CounterError):
    """A paper of which the dossier has the scan is not taken out of it."""

    what = "The paper “{paper}” was scanned, so it cannot be taken off the list."
    todo = "Leave it on the list, and write a note if it does not belong there."


class PageNotInDocument(CounterError):
    """Only what is in a document is taken out by an entry."""

    what = "This page is in no document of the dossier at this desk any more."
    todo = "Look at its pages again; what another desk scanned is taken out there."


class TooLateToCancel(CounterError):
    """A receipt is cancelled while its day lasts; later the business goes its way."""

    what = "The dossier was received on {day}; a receipt made by mistake is cancelled within {days} working day."
    todo = "Refuse the dossier, or have the applicant withdraw it."


class MoneyStillTaken(CounterError):
    """Money on a receipt that is cancelled would belong to nobody."""

    what = "Money was taken for this dossier, so its receipt cannot be cancelled yet."
    todo = "Give the fee back or cancel its fee receipt first."


@dataclass(frozen=True)
class Stated:
    """What a receipt says, as a clerk types it."""

    owner: PersonTyped
    co_owners: tuple[PersonTyped, ...]
    submitter: PersonTyped | None
    relation: Relation
    authority: Authority | None
    components: tuple[StatedPaper, ...]
    sets: int
    delivery_method: DeliveryMethod
    notices: bool
    procedure: str
    case: str


def stated(dossier: Dossier) -> Stated:
    """What the receipt says now, to be typed over."""
    return Stated(
        owner=typed(dossier.owner),
        co_owners=tuple(map(typed, dossier.co_owners)),
        submitter=typed(dossier.submitter) if dossier.submitter else None,
        relation=dossier.relation,
        authority=dossier.authority,
        components=correctable(dossier).components,
        sets=dossier.sets,
        delivery_method=dossier.delivery_method,
        notices=dossier.notices,
        procedure=dossier.procedure,
        case=dossier.case,
    )


def typed(person: Person) -> PersonTyped:
    """The person as it would be typed."""
    return PersonTyped(**{name: getattr(person, name) for name in PersonTyped.model_fields})


def correct(desk: Desk, code: str, wanted: Stated, reason: str, signer: str) -> Dossier:
    """Puts right what the receipt says (đính chính): persons, papers, way of return; the procedure while no act
    followed, with the term, the fees and the promise it then has.

    Raises NothingCorrected, DraftIncomplete, PaperIsScanned, TooLateForProcedure, StepIncomplete.
    """
    act = acts.CORRECT
    with desk.store.transaction(), logged(act.name):
        dossier = desk.checked(code, act)
        before = correctable(dossier)
        after = _put_right(desk, dossier, before, wanted)
        if after == before:
            raise NothingCorrected()
        if touches_procedure(before, after) and not dossier.untouched:
            raise TooLateForProcedure()
        payload = Corrected(before=before, after=after, reason=reason.strip(), signer=signer.strip())
        refuse_unless_complete(act, payload)
        return desk.record(code, payload)


def cancel_receiving(desk: Desk, code: str, reason: str, signer: str) -> Dossier:
    """Cancels a receipt made by mistake (hủy tiếp nhận), as long as the law of its day has it; its code stays used.

    Raises TooLateToCancel, MoneyStillTaken, RulesMissing, StepIncomplete, StepRefused.
    """
    act = acts.CANCEL_RECEIVING
    payload = ReceivingCancelled(reason=given(act, "reason", reason), signer=given(act, "signer", signer))
    with desk.store.transaction(), logged(act.name):
        dossier = desk.checked(code, act)
        days = desk.knowledge.rules.of(dossier.received_on).cancel_within_days
        if _days_since(desk, dossier.received_at) >= days > 0:
            raise TooLateToCancel(day=f"{dossier.received_on:%d/%m/%Y}", days=str(days))
        if dossier.paid:
            raise MoneyStillTaken()
        return desk.record(code, payload)


def declare_lost(desk: Desk, code: str, lost: ReceiptLost) -> Dossier:
    """The receipt is lost (báo mất): what was looked at to know who says so is kept; the result is returned all the
    same.

    Raises WrongRecipient for one who is neither owner nor submitter and has no authority; StepIncomplete.
    """
    act = acts.DECLARE_LOST
    refuse_unless_complete(act, lost)
    authorised = lost.relation is Relation.AUTHORISED
    for field in ("authority", "identity_number") if authorised else ():
        given(act, field, getattr(lost, field))
    with logged(act.name):
        if not authorised:
            refuse_unless_holder(desk.dossier(code), lost.declared_by, lost.identity_number)
    return do(desk, code, lost)


def add_papers(desk: Desk, code: str, papers: Sequence[Component], note: str = "") -> Dossier:
    """Papers came that nobody asked for now (giấy tờ nộp sau); what is of a kind already there is counted with it."""
    return do(desk, code, PapersAdded(components=tuple(papers), note=note.strip()))


def new_paper_key(dossier: Dossier) -> str:
    """The key of a paper that the procedure does not know."""
    there = {component.key for component in dossier.components}
    return next(key for number in range(1, len(there) + 2) if (key := f"nop-sau-{number}") not in there)


def add_result_document(
    desk: Desk, code: str, result: int, file: FileRef, pages: tuple[DigitisedPage, ...], spooled: list[int]
) -> Dossier:
    """The scanned pages of a result are its electronic copy now; `spooled` are the ids of the pages in it."""
    with desk.store.transaction():
        dossier = desk.record(code, ResultDigitised(result=result, file=file, pages=pages))
        desk.store.drafts.documented(spooled, file.sha256)
    return dossier


def verify(desk: Desk, code: str, papers: Sequence[VerifiedPaper]) -> Dossier:
    """What was confirmed of the dossier's papers after its receipt, one entry a paper, in place of what was confirmed
    of it before. Raises NotYourTask, CannotApply."""
    with desk.store.transaction(), logged(acts.VERIFY.name):
        for paper in papers:
            desk.record(code, entry_of(paper))
    return desk.dossier(code)


def take_page_out(desk: Desk, code: str, page_id: int, reason: str) -> Dossier:
    """A page scanned by mistake leaves its document (rút trang), with what shows it with a note: the other pages wait
    to be made into a document of their own. Its scan stays as long as the rules keep what an entry names.

    Raises PageNotInDocument, StepIncomplete, StepRefused.
    """
    drafts = desk.store.drafts
    with desk.store.transaction(), logged(acts.TAKE_PAGE_OUT.name):
        page = drafts.get_page(page_id)
        if page is None or page.holder != code or not page.document:
            raise PageNotInDocument()
        together = [page, *drafts.notes_of(page_id)]
        dossier = leave_document(desk, code, together, reason)
        drafts.remove_page(page_id)
    return dossier


def leave_document(desk: Desk, code: str, pages: Sequence[SpooledPage], reason: str) -> Dossier:
    """The entry by which pages leave a document: the others wait to be made into a document of their own.

    Raises StepIncomplete, StepRefused.
    """
    drafts, first = desk.store.drafts, pages[0]
    others = [page for page in drafts.pages(code, first.component) if page.document not in ("", SEPARATOR)]
    number = next(place for place, other in enumerate(others, start=1) if other.id == first.id)
    names = tuple(
        PageName(original=page.original, page_of_original=page_number(page.media_type))
        for page in pages
        if page.document
    )
    with desk.store.transaction():
        taken_out = PageTakenOut(paper=first.component, pages=names, number=number, reason=reason.strip())
        dossier = do(desk, code, taken_out)
        gone = {page.id for page in pages}
        drafts.documented([other.id for other in others if other.id not in gone], "")
    return dossier


def write_note(desk: Desk, code: str, text: str) -> Dossier:
    """Writes something down about the dossier (ghi chú)."""
    return do(desk, code, NoteWritten(text=text.strip()))


def _put_right(desk: Desk, dossier: Dossier, before: Correctable, wanted: Stated) -> Correctable:
    at = dossier.received_at
    if faults := _faults(desk, dossier, wanted):
        raise receiving.incomplete(desk, faults)
    if not wanted.components:
        raise lacks(acts.CORRECT, "components")
    kept = {paper.key for paper in wanted.components}
    for component in dossier.components:
        if component.document and component.key not in kept:
            raise PaperIsScanned(paper=component.name)
    stated = {
        "owner": _person(desk, dossier.owner, wanted.owner, at),
        "co_owners": _co_owners(desk, dossier, wanted.co_owners, at),
        "submitter": _person(desk, dossier.submitter, wanted.submitter, at) if wanted.submitter else None,
        "relation": wanted.relation if wanted.submitter else Relation.AUTHORISED,
        "authority": wanted.authority if wanted.submitter else None,
        "components": wanted.components,
        "sets": wanted.sets,
        "delivery_method": wanted.delivery_method,
        "notices": wanted.notices,
    }
    if (wanted.procedure, wanted.case) != (dossier.procedure, dossier.case):
        return Correctable.model_validate(_of_procedure(desk, dossier, wanted) | stated)
    return before.model_copy(update=stated)


def _faults(desk: Desk, dossier: Dossier, wanted: Stated) -> list[Missing]:
    """What is missing or wrong of the people as typed now."""
    people = [("owner.", wanted.owner), *((f"co_owners.{nth}.", one) for nth, one in enumerate(wanted.co_owners))]
    people += [("submitter.", wanted.submitter)] if wanted.submitter else []
    faults = [fault for place, person in people for fault in person_faults(person, place, dossier.received_on)]
    draft = Draft(
        id=dossier.code,
        owner=wanted.owner,
        co_owners=wanted.co_owners,
        submitter=wanted.submitter,
        authority=wanted.authority,
    )
    two = any(owner.party for owner in dossier.owners)
    return faults + between_applicants(draft, dossier.received_on, two_parties=two)


def _co_owners(desk: Desk, dossier: Dossier, wanted: tuple[PersonTyped, ...], at: datetime) -> tuple[Person, ...]:
    """Those who are known as they stood there; the others as they are typed."""
    known = {typed(person): person for person in dossier.co_owners}
    return tuple(_person(desk, known.get(person), person, at) for person in wanted)


def _person(desk: Desk, known: Person | None, wanted: PersonTyped, at: datetime) -> Person:
    """The person that was known where nothing of it was typed over."""
    return known if known and typed(known) == wanted else person_of(wanted, desk.knowledge.places, at.date())


def _of_procedure(desk: Desk, dossier: Dossier, wanted: Stated) -> dict[str, object]:
    """What the receipt would say, had it been made under that procedure. Raises DraftIncomplete, CalendarMissing."""
    at = dossier.received_at
    procedure = desk.knowledge.catalogue.get(wanted.procedure, at.astimezone(VIETNAM).date())
    if procedure is None:
        raise receiving.incomplete(desk, [Missing("procedure", "Choose the procedure.")])
    if procedure.asks_case and wanted.case not in procedure.case_names:
        raise receiving.incomplete(desk, [WHICH_CASE])
    unknown = procedure.term_of(wanted.case).unit is TermUnit.UNKNOWN
    draft = Draft(
        id="draft-corrected",
        procedure=procedure.code,
        owner=wanted.owner,
        submitter=wanted.submitter,
        case=wanted.case,
        sets=wanted.sets,
        exemption=_exemption(dossier, procedure),
        promised_on=dossier.due_at.astimezone(VIETNAM).date() if unknown and dossier.due_at else None,
    )
    entry = receiving.first_entry(desk, draft, procedure, at)
    return {name: getattr(entry, name) for name in Correctable.model_fields if name != "components"}


def _exemption(dossier: Dossier, procedure: Procedure) -> str:
    """The exemption that the dossier has, where the procedure knows it too."""
    names = {fee.exemption for fee in dossier.fees if fee.exemption}
    return next((exemption.key for exemption in procedure.exemptions if exemption.name in names), "")


def _days_since(desk: Desk, at: datetime) -> int:
    """The working days that began since then; days off after the first belong to the next one. Raises
    CalendarMissing."""
    received, today = at.astimezone(VIETNAM).date(), desk.now().astimezone(VIETNAM).date()
    calendar, day, days = desk.knowledge.calendar, received, 0
    while day < today:
        day = calendar.after(day, 1)
        days += day <= today
    return max(days, 1) if today > received else 0

"""Receiving (tiếp nhận): what a draft still lacks, what is promised and paid, and the dossier it becomes."""

from __future__ import annotations

from datetime import date, datetime

from counter_app.desk.applicants import between_applicants, person_faults, person_of, trimmed
from counter_app.desk.certification import certified_documents, counts_pages, document_faults
from counter_app.desk.desk import RECEIVING, Desk
from counter_app.desk.entered_with_receipt import reused_papers, verified_papers
from counter_app.dossier import bounds, codes
from counter_app.dossier.acts import RECEIVE
from counter_app.dossier.applicants import Relation
from counter_app.dossier.draft import WHICH_CASE, Chosen, Draft, Missing
from counter_app.dossier.model import Agencies, Component, Dossier
from counter_app.dossier.money import CertifiedDocument, FeeDue
from counter_app.dossier.payloads.guidance import GuidanceEnded
from counter_app.dossier.payloads.papers import Guided, Incomplete, Received
from counter_app.dossier.roles import Task
from counter_app.dossier.states import Channel, TermUnit
from counter_app.errors import CounterError
from counter_app.language import translate
from counter_app.procedures.catalogue import Procedure
from counter_app.procedures.completeness import gaps
from counter_app.procedures.fees import fees_due, fees_unknown
from counter_app.procedures.working_time import CalendarMissing, open_times


class DraftIncomplete(CounterError):
    """Something a dossier cannot be without is missing or wrong; `field` names it for the window."""

    what = "The dossier cannot be received yet: {missing}"
    todo = "Fill in what is missing and receive again."


def receive(desk: Desk, draft_id: str, despite: str = "") -> Dossier:
    """Accepts the dossier (tiếp nhận): draws its code, promises the due date, writes the journal; with it what was
    confirmed of its papers, and which of earlier dossiers serve again.

    Its scanned pages go on under the dossier's code. `despite` is why it is received although it is not complete.
    Raises DraftGone, DraftIncomplete, NotYourTask, NothingToReuse.
    """
    desk.refuse_unless(Task.RECEPTION, RECEIVING)
    with desk.store.transaction():
        draft = desk.draft(draft_id)
        faults = missing(desk, draft)
        procedure = desk.procedure(draft)
        if faults or procedure is None:
            raise incomplete(desk, faults)
        at = desk.now()
        code = next_code(desk, at)
        first = first_entry(desk, draft, procedure, at, despite=despite)
        dossier = desk.record(code, first, at)
        pages = desk.store.drafts.pages(draft_id)
        for entry in (*verified_papers(draft, pages, dossier), *reused_papers(draft, dossier, desk.dossier)):
            dossier = desk.record(code, entry, at)
        desk.store.drafts.become(draft_id, code)
        if first.incomplete:
            desk.store.phrases.used(RECEIVE.name, first.incomplete.reason, at)
        if first.guided:
            desk.record_in_case(first.guided.case, GuidanceEnded(dossier=code), at)
    return dossier


def missing(desk: Desk, draft: Draft) -> list[Missing]:
    """What still stands between the draft and a dossier, in the order of the form."""
    today, procedure = desk.now().date(), desk.procedure(draft)
    faults = person_faults(draft.owner, "owner.", today)
    for nth, co_owner in enumerate(draft.co_owners):
        faults += person_faults(co_owner, f"co_owners.{nth}.", today)
    if draft.submitter:
        faults += person_faults(draft.submitter, "submitter.", today)
    two = procedure is not None and desk.knowledge.deciding.two_parties(procedure)
    faults += between_applicants(draft, today, two_parties=two)
    if draft.owners:
        faults.append(Missing("owners", "Owners of several dossiers are listed: receive them together."))
    return faults + _missing_of_papers(desk, draft, procedure)


def missing_of_papers(desk: Desk, draft: Draft) -> list[Missing]:
    """What the draft still lacks, whosever dossier it becomes."""
    return _missing_of_papers(desk, draft, desk.procedure(draft))


def _missing_of_papers(desk: Desk, draft: Draft, procedure: Procedure | None) -> list[Missing]:
    faults = []
    if draft.channel is Channel.ONLINE:
        faults.append(Missing("channel", "What came on paper was not filed online."))
    if procedure is None:
        return [*faults, Missing("procedure", "Choose the procedure.")]
    if not any(tick.here for tick in draft.components):
        faults.append(Missing("components", "Tick the papers that were handed in."))
    if procedure.asks_case and draft.case not in procedure.case_names:
        faults.append(WHICH_CASE)
    elif procedure.term_of(draft.case).unit is TermUnit.UNKNOWN and (sentence := _unfit(desk, draft.promised_on)):
        faults.append(Missing("promised_on", sentence))
    if draft.exemption and draft.exemption not in {exemption.key for exemption in procedure.exemptions}:
        faults.append(Missing("exemption", "This procedure does not know the exemption; choose it again."))
    return faults + (document_faults(draft.certified) if counts_pages(procedure) else [])


def _unfit(desk: Desk, day: date | None) -> str:
    """Why no result can be promised for that day; "" where it can."""
    if day is None:
        return "The catalogue has no data of the term: enter the day of the result."
    if day < desk.now().date():
        return "The day of the result lies in the past."
    try:
        return "" if desk.knowledge.calendar.is_working(day) else "The office does not work on the day of the result."
    except CalendarMissing:
        return "The working calendar does not reach the day of the result."


def promised(desk: Desk, draft: Draft, procedure: Procedure, at: datetime | None = None) -> datetime | None:
    """When the result is due if the draft were received then, or now; None where the law sets no term.

    Where the catalogue has no data of the term, the clerk names the day: None until that is done.
    """
    at, term = at or desk.now(), procedure.term_of(draft.case)
    if term.unit is not TermUnit.UNKNOWN:
        return desk.due(at, term)
    if draft.promised_on is None or _unfit(desk, draft.promised_on):
        return None
    return open_times(desk.knowledge.calendar, desk.knowledge.hours).closing(draft.promised_on, at)


def fees(desk: Desk, draft: Draft) -> tuple[FeeDue, ...]:
    """What is to be paid for the draft as it stands; documents that are not complete yet cost nothing."""
    procedure = desk.procedure(draft)
    return _fees(draft, procedure, certified_documents(procedure, draft.certified)) if procedure else ()


def incomplete(desk: Desk, faults: list[Missing]) -> DraftIncomplete:
    """Says what is missing first, and names the fields of all that is."""
    first = translate("draft", faults[0].sentence, desk.profile.language) if faults else ""
    return DraftIncomplete(",".join(fault.field for fault in faults), missing=first)


def next_code(desk: Desk, at: datetime, last: int = 0) -> str:
    """The code the next dossier of this desk has, after the number `last` where that is the day's last known.

    It is drawn for good once its first entry is written.
    """
    agency, mine = desk.profile.office.agency, desk.profile.codes
    return codes.next_code(agency, at.date(), last or desk.store.last_number(agency, at, mine), mine)


def first_entry(
    desk: Desk, draft: Draft, procedure: Procedure, at: datetime, batch: str = "", despite: str = ""
) -> Received:
    """The first journal entry of the draft's dossier; `batch` joins those received together, `despite` is why it is
    received although it is not complete."""
    rules, places = desk.knowledge.rules.of(at.date()), desk.knowledge.places
    certified = certified_documents(procedure, draft.certified)
    return Received(
        procedure=procedure.code,
        procedure_name=procedure.name,
        procedure_version=procedure.version,
        field=procedure.field,
        agencies=agencies(desk, procedure, at.date(), draft.decides, draft.returns),
        channel=draft.channel,
        owner=person_of(draft.owner, places, at.date()),
        co_owners=tuple(person_of(co_owner, places, at.date()) for co_owner in draft.co_owners),
        submitter=person_of(draft.submitter, places, at.date()) if draft.submitter else None,
        relation=draft.relation if draft.submitter else Relation.AUTHORISED,
        authority=draft.authority if draft.submitter else None,
        receipt_form=desk.knowledge.deciding.receipt_form(procedure),
        batch=batch,
        components=_components(draft, procedure),
        sets=draft.sets,
        certified=certified,
        fees=_fees(draft, procedure, certified),
        fees_unknown=fees_unknown(procedure, draft.case),
        term=procedure.term_of(draft.case),
        case=draft.case,
        next_term=procedure.next_term,
        on_supplement=procedure.on_supplement or rules.on_supplement,
        on_obligation=procedure.on_obligation or rules.on_obligation,
        due_at=promised(desk, draft, procedure, at),
        delivery_method=draft.delivery_method,
        look_up_token=desk.token(12),
        notices=draft.notices,
        note=draft.note,
        book=desk.profile.desk.number,
        book_number=_next_in_book(desk, procedure.field, at),
        incomplete=_incomplete(draft, procedure, bounds.seen(despite)),
        guided=_guided(desk, draft),
    )


def _next_in_book(desk: Desk, field: str, at: datetime) -> int:
    """The next running number of this desk's book of the field and year (quyển số: the desk's number).

    Where the year began in a program that did not draw them, they go on after the dossiers of that time.
    """
    agency, numbers = desk.profile.office.agency, desk.store.paper_numbers
    last = numbers.last_in_book(agency, field, at.year, desk.profile.desk.number)
    if last is None:
        entered = desk.store.entered(agency, field, at.replace(month=1, day=1, hour=0, minute=0, second=0))
        free = numbers.left_free(agency, at.year, desk.profile.desk.number)
        last = entered - numbers.numbered(agency, field, at.year) + free
    return last + 1


def _guided(desk: Desk, draft: Draft) -> Guided | None:
    """What the draft was before, if it is still of the person and the procedure of its guidance case."""
    case = desk.store.journal.case(draft.guidance) if draft.guidance else None
    if case is None or case.procedure != draft.procedure:
        return None
    known, typed = case.owner.identity_number, trimmed(draft.owner.identity_number)
    if known and typed and known != typed:
        return None
    return Guided(case=case.code, answer=case.last.kind, at=case.last.at)


def agencies(
    desk: Desk, procedure: Procedure, on: date, decides: Chosen | None = None, returns: Chosen | None = None
) -> Agencies:
    """Received here; decided by whom the clerk chose or the data name, by this office where they cannot tell."""
    office = desk.profile.office
    usual = desk.knowledge.deciding.agency(desk.knowledge.agencies, office.agency, office.name, procedure, on)
    deciding = decides or (Chosen(code=usual.code, name=usual.name) if usual else None)
    here = deciding is None or office.agency == deciding.code or office.name == deciding.name
    return Agencies(
        receiving=office.agency,
        receiving_name=office.name,
        competent=office.agency if here or deciding is None else deciding.code,
        competent_name=office.name if here or deciding is None else deciding.name,
        returning=returns.code if returns else "",
        returning_name=returns.name if returns else "",
    )


def _fees(draft: Draft, procedure: Procedure, certified: tuple[CertifiedDocument, ...]) -> tuple[FeeDue, ...]:
    return fees_due(procedure, draft.exemption, certified, draft.copies, draft.case)


def _incomplete(draft: Draft, procedure: Procedure, reason: str) -> Incomplete | None:
    lacking = tuple(gap.item for gap in gaps(procedure, draft)) if reason else ()
    return Incomplete(lacking=lacking, reason=reason) if lacking else None


def _components(draft: Draft, procedure: Procedure) -> tuple[Component, ...]:
    rules = {rule.key: rule for rule in procedure.components}
    same_person = draft.lying.identity_number == trimmed(draft.owner.identity_number)
    lying = draft.lying.components if same_person else ()
    return tuple(
        Component(
            key=tick.key,
            name=rules[tick.key].shown_name if tick.only_shown else rules[tick.key].name,
            originals=tick.originals,
            certified_copies=tick.certified_copies,
            copies=tick.copies,
            electronic=int(tick.reused is not None and not tick.handed_in),
            shown=tick.only_shown,
            lay_there=tick.key in lying and not tick.only_shown,
        )
        for tick in draft.components
        if tick.key in rules and tick.here
    )

"""The use cases of a desk: what a clerk does to dossiers. Each is one journal entry, or a few in one transaction."""

from __future__ import annotations

import logging
import secrets
from collections.abc import Callable, Iterator
from contextlib import contextmanager
from dataclasses import dataclass, replace
from datetime import date, datetime
from pathlib import Path

from counter_app.config import Profile
from counter_app.desk.applicants import between_applicants, person_faults, person_of, trimmed
from counter_app.desk.certification import certified_documents, counts_pages, document_faults
from counter_app.desk.entered_with_receipt import reused_papers, verified_papers
from counter_app.dossier import bounds, clock
from counter_app.dossier.acts import RECEIVE, act_of
from counter_app.dossier.acts.act import (
    AnyAct,
    NotYourTask,
    SecondNeeded,
    refuse_unless_allowed,
    refuse_unless_task,
)
from counter_app.dossier.applicants import Relation
from counter_app.dossier.codes import is_case, is_dossier, is_feedback, next_code
from counter_app.dossier.draft import WHICH_CASE, Chosen, Draft, Missing, one_of
from counter_app.dossier.feedback import Feedback, Papered
from counter_app.dossier.guidance import GuidanceCase
from counter_app.dossier.model import Agencies, Component, DigitisedPage, Dossier, Term
from counter_app.dossier.money import CertifiedDocument, FeeDue
from counter_app.dossier.payloads.guidance import GuidanceEnded
from counter_app.dossier.payloads.papers import ComponentDigitised, Guided, Incomplete, PaperGiven, Received
from counter_app.dossier.payloads.payload import Payload
from counter_app.dossier.roles import Clerk, Task
from counter_app.dossier.signed import DigitalSignature
from counter_app.dossier.states import Channel, TermUnit
from counter_app.dossier.subjects import WHOLE, Subject
from counter_app.dossier.survey import mark_of, slip_token
from counter_app.dossier.value import FileRef
from counter_app.errors import CounterError
from counter_app.knowledge import FOLDER, PROVINCE_FOLDER, Knowledge, load_knowledge
from counter_app.language import Phrase, translate
from counter_app.log import Mark, timed
from counter_app.procedures.catalogue import Procedure
from counter_app.procedures.completeness import gaps
from counter_app.procedures.fees import fees_due, fees_unknown
from counter_app.procedures.working_time import CalendarMissing, due_at, open_times
from counter_app.store.journal import files_of
from counter_app.store.keys import StoreKey
from counter_app.store.store import Store, open_store
from counter_app.store.streams import CASES, FEEDBACK

_log = logging.getLogger(__name__)
RECEIVING = Phrase("acts", "Receive a dossier")
"""What asks for the task of reception before there is a dossier."""


class DraftIncomplete(CounterError):
    """Something a dossier cannot be without is missing or wrong; `field` names it for the window."""

    what = "The dossier cannot be received yet: {missing}"
    todo = "Fill in what is missing and receive again."


class DraftGone(CounterError):
    """The draft was already received or given up."""

    what = "This intake was already received or given up."
    todo = "Look for the dossier in the list."


class DossierUnknown(CounterError):
    """No dossier of that code on this desk."""

    what = "No dossier with this code is known at this desk."
    todo = "Check the code; a dossier of another desk arrives when the line is back."


class NotSignedIn(CounterError):
    """Nobody is signed in who could answer for what is done."""

    what = "Nobody is signed in at this desk."
    todo = "Sign in, then do it again."


class NoSecond(CounterError):
    """Who should confirm may not, or is the clerk themself."""

    what = "{name} cannot confirm this."
    todo = "Another person with the role of supervisor has to confirm it."


def nobody() -> Clerk:
    """Who is signed in at a desk where nobody is. Raises NotSignedIn."""
    raise NotSignedIn()


@dataclass(frozen=True)
class Desk:
    """A desk at work: its store, its knowledge, its clock, and who is signed in. What is done to a dossier after it was
    received stands in `casework` and `till`. Whatever is written is checked against the clerk's tasks here.

    `settled` gives the profile as it stands: settings are changed while the desk is at work. `second` is who confirms
    what is done, where the rules ask for a second person.
    """

    settled: Callable[[], Profile]
    store: Store
    knowledge: Knowledge
    now: Callable[[], datetime] = clock.now
    token: Callable[[int], str] = secrets.token_urlsafe
    who: Callable[[], Clerk] = nobody
    second: Clerk | None = None

    @property
    def profile(self) -> Profile:
        """The desk's settings as they stand now."""
        return self.settled()

    def settled_as(self, profile: Profile) -> Desk:
        """The desk with this profile, whatever is changed later."""
        return replace(self, settled=lambda: profile)

    @property
    def clerk(self) -> Clerk:
        """Who is signed in. Raises NotSignedIn."""
        return self.who()

    def of(self, clerk: Clerk) -> Desk:
        """The desk as this clerk works at it, whoever is signed in later."""
        return replace(self, who=lambda: clerk)

    def seconded(self, second: Clerk) -> Desk:
        """The desk while somebody else confirms what its clerk does. Raises NoSecond."""
        if second.name == self.clerk.name or not second.may({Task.APPROVAL}):
            raise NoSecond(name=second.name)
        return replace(self, second=second)

    def refuse_unless(self, task: Task, doing: Phrase) -> None:
        """Raises NotYourTask unless the clerk has the task; `doing` says what asks for it."""
        if task not in self.clerk.tasks:
            raise NotYourTask(task.value, act=doing)

    def refuse_who_only_looks(self, doing: Phrase) -> None:
        """Raises NotYourTask where the clerk changes nothing, though what is done asks for no task."""
        if self.clerk.only_looks:
            raise NotYourTask(Task.READING.value, act=doing)

    def needs_second(self, act: AnyAct) -> bool:
        """Whether the rules in force ask for a second person. Raises RulesMissing."""
        return act.name in self.knowledge.rules.of(self.now().date()).second_person

    def new_draft(self) -> Draft:
        """Begins an intake; it is on disk from here on. Raises NotYourTask for who only looks."""
        self.refuse_who_only_looks(RECEIVING)
        draft = Draft(id=f"draft-{self.token(12)}")
        self.keep_draft(draft)
        return draft

    def keep_draft(self, draft: Draft) -> None:
        """Keeps what was typed so far, so that a power cut costs nothing."""
        self.store.drafts.keep(draft, self.now())

    def procedure(self, draft: Draft) -> Procedure | None:
        """The procedure chosen in the draft, in the version in force today."""
        return self.knowledge.catalogue.get(draft.procedure, self.now().date()) if draft.procedure else None

    def promised(self, draft: Draft, procedure: Procedure, at: datetime | None = None) -> datetime | None:
        """When the result is due if the draft were received then, or now; None where the law sets no term.

        Where the catalogue has no data of the term, the clerk names the day: None until that is done.
        """
        at, term = at or self.now(), procedure.term_of(draft.case)
        if term.unit is not TermUnit.UNKNOWN:
            return self.due(at, term)
        if draft.promised_on is None or self._unfit(draft.promised_on):
            return None
        return open_times(self.knowledge.calendar, self.knowledge.hours).closing(draft.promised_on, at)

    def due(self, start: datetime, term: Term) -> datetime | None:
        """When a term that starts to run at `start` is over. Raises CalendarMissing, RulesMissing."""
        counting = self.knowledge.rules.of(start.date()).counting
        return due_at(start, term, self.knowledge.calendar, self.knowledge.hours, counting)

    def not_announced(self, due: datetime | None) -> date | None:
        """The first day until then of which the notice of the holidays is still to come: the promise may move."""
        calendar = self.knowledge.calendar
        return calendar.not_announced(self.now().date(), due.astimezone(clock.VIETNAM).date()) if due else None

    def missing(self, draft: Draft) -> list[Missing]:
        """What still stands between the draft and a dossier, in the order of the form."""
        today, procedure = self.now().date(), self.procedure(draft)
        faults = person_faults(draft.owner, "owner.", today)
        for nth, co_owner in enumerate(draft.co_owners):
            faults += person_faults(co_owner, f"co_owners.{nth}.", today)
        if draft.submitter:
            faults += person_faults(draft.submitter, "submitter.", today)
        two = procedure is not None and self.knowledge.deciding.two_parties(procedure)
        faults += between_applicants(draft, today, two_parties=two)
        if draft.owners:
            faults.append(Missing("owners", "Owners of several dossiers are listed: receive them together."))
        return faults + self._missing_of_papers(draft, procedure)

    def missing_of_papers(self, draft: Draft) -> list[Missing]:
        """What the draft still lacks, whosever dossier it becomes."""
        return self._missing_of_papers(draft, self.procedure(draft))

    def _missing_of_papers(self, draft: Draft, procedure: Procedure | None) -> list[Missing]:
        faults = []
        if draft.channel is Channel.ONLINE:
            faults.append(Missing("channel", "What came on paper was not filed online."))
        if procedure is None:
            return [*faults, Missing("procedure", "Choose the procedure.")]
        if not any(tick.here for tick in draft.components):
            faults.append(Missing("components", "Tick the papers that were handed in."))
        if procedure.asks_case and draft.case not in procedure.case_names:
            faults.append(WHICH_CASE)
        elif procedure.term_of(draft.case).unit is TermUnit.UNKNOWN and (sentence := self._unfit(draft.promised_on)):
            faults.append(Missing("promised_on", sentence))
        if draft.exemption and draft.exemption not in {exemption.key for exemption in procedure.exemptions}:
            faults.append(Missing("exemption", "This procedure does not know the exemption; choose it again."))
        return faults + (document_faults(draft.certified) if counts_pages(procedure) else [])

    def _unfit(self, day: date | None) -> str:
        """Why no result can be promised for that day; "" where it can."""
        if day is None:
            return "The catalogue has no data of the term: enter the day of the result."
        if day < self.now().date():
            return "The day of the result lies in the past."
        try:
            return (
                "" if self.knowledge.calendar.is_working(day) else "The office does not work on the day of the result."
            )
        except CalendarMissing:
            return "The working calendar does not reach the day of the result."

    def fees(self, draft: Draft) -> tuple[FeeDue, ...]:
        """What is to be paid for the draft as it stands; documents that are not complete yet cost nothing."""
        procedure = self.procedure(draft)
        return _fees(draft, procedure, certified_documents(procedure, draft.certified)) if procedure else ()

    def receive(self, draft_id: str, despite: str = "") -> Dossier:
        """Accepts the dossier (tiếp nhận): draws its code, promises the due date, writes the journal; with it what was
        confirmed of its papers, and which of earlier dossiers serve again.

        Its scanned pages go on under the dossier's code. `despite` is why it is received although it is not complete.
        Raises DraftGone, DraftIncomplete, NotYourTask, NothingToReuse.
        """
        self.refuse_unless(Task.RECEPTION, RECEIVING)
        with self.store.transaction():
            draft = self.draft(draft_id)
            faults = self.missing(draft)
            procedure = self.procedure(draft)
            if faults or procedure is None:
                raise self.incomplete(faults)
            at = self.now()
            code = self.next_code(at)
            first = self.first_entry(draft, procedure, at, despite=despite)
            dossier = self.record(code, first, at)
            pages = self.store.drafts.pages(draft_id)
            for entry in (*verified_papers(draft, pages, dossier), *reused_papers(draft, dossier, self.dossier)):
                dossier = self.record(code, entry, at)
            self.store.drafts.become(draft_id, code)
            if first.incomplete:
                self.store.phrases.used(RECEIVE.name, first.incomplete.reason, at)
            if first.guided:
                self.record_in_case(first.guided.case, GuidanceEnded(dossier=code), at)
        return dossier

    def draft(self, draft_id: str) -> Draft:
        """The draft as it is kept, with what was scanned for it. Raises DraftGone."""
        draft = self.store.drafts.get(draft_id)
        if draft is None:
            raise DraftGone()
        return self._with_scanned(draft)

    def add_document(
        self,
        code: str,
        component: str,
        document: FileRef,
        pages: tuple[DigitisedPage, ...],
        spooled: list[int],
        left_out: int = 0,
        signed: tuple[DigitalSignature, ...] = (),
    ) -> Dossier:
        """The component's pages are one document now; `spooled` are the ids of the pages in it.

        `left_out`: how many pages were scanned for it and are not in the document. `signed`: the digital signatures of
        the files that its pages came in.
        """
        with self.store.transaction():
            shown = any(item.key == component and item.shown for item in self.dossier(code).components)
            digitised = ComponentDigitised(
                component=component, document=document, pages=pages, left_out=left_out, shown=shown, signed=signed
            )
            dossier = self.record(code, digitised)
            self.store.drafts.documented(spooled, document.sha256)
        return dossier

    def paper_given(
        self, code: str, form: str, file: FileRef, about: Subject = WHOLE, print_number: int = 1
    ) -> Papered:
        """A paper came out of the printer for the citizen; a `print_number` above 1 is a reprint."""
        asks = print_number == 1 and self.profile.kiosk.asks
        token = slip_token(self.subject(code), form) if asks else ""
        slip = mark_of(token) if token else ""
        return self.record_in(code, PaperGiven(form=form, about=about, file=file, print_number=print_number, slip=slip))

    def record(self, code: str, payload: Payload, at: datetime | None = None) -> Dossier:
        """Writes one journal entry of the clerk who is signed in, with who confirmed it.

        Raises NotSignedIn, NotYourTask, CannotApply; what is refused is logged, not written.
        """
        with logged(payload.kind), timed(_log, "entry", kind=type(payload), dossier=Mark(code)):
            return self.store.journal.append(
                self._allowed(payload), dossier=code, clerk=self.clerk.name, at=at or self.now(), salt=self.token(16)
            )

    def record_in_case(self, case: str, payload: Payload, at: datetime | None = None) -> GuidanceCase:
        """Writes one journal entry about a guidance case. Raises as `record` does."""
        with logged(payload.kind), timed(_log, "entry", kind=type(payload), dossier=Mark(case)):
            return self.store.journal.append_to(
                CASES,
                self._allowed(payload),
                code=case,
                clerk=self.clerk.name,
                at=at or self.now(),
                salt=self.token(16),
            )

    def record_in_feedback(self, code: str, payload: Payload, at: datetime | None = None) -> Feedback:
        """Writes one journal entry about feedback. Raises as `record` does."""
        with logged(payload.kind), timed(_log, "entry", kind=type(payload), dossier=Mark(code)):
            return self.store.journal.append_to(
                FEEDBACK,
                self._allowed(payload),
                code=code,
                clerk=self.clerk.name,
                at=at or self.now(),
                salt=self.token(16),
            )

    def record_in(self, code: str, payload: Payload, at: datetime | None = None) -> Papered:
        """Writes one journal entry about what has papers, whatever it is. Raises as `record` does."""
        if is_case(code):
            return self.record_in_case(code, payload, at)
        return self.record_in_feedback(code, payload, at) if is_feedback(code) else self.record(code, payload, at)

    def _allowed(self, payload: Payload) -> Payload:
        """What is written, if the clerk's tasks allow it: with who confirmed it."""
        refuse_unless_task(act_of(payload), self.clerk.tasks)
        confirmed = self.second if "seconded_by" in type(payload).model_fields else None
        return payload.model_copy(update={"seconded_by": confirmed.name}) if confirmed else payload

    def checked(self, code: str, act: AnyAct) -> Dossier:
        """The dossier, if its status, the clerk's tasks and the rule of a second person allow the act.

        Raises NotYourTask, StepRefused, SecondNeeded.
        """
        dossier = self.dossier(code)
        with logged(act.name):
            refuse_unless_task(act, self.clerk.tasks)
            refuse_unless_allowed(act, dossier)
            if self.second is None and self.needs_second(act):
                raise SecondNeeded(act.name, act=act.words)
        return dossier

    def dossier(self, code: str) -> Dossier:
        """The dossier as it stands. Raises DossierUnknown."""
        found = self.store.dossier(code)
        if found is None:
            raise DossierUnknown()
        return found

    def subject(self, code: str) -> Papered:
        """What papers of this code are about: a dossier, a case without receipt, feedback. Raises DossierUnknown."""
        if is_dossier(code):
            return self.dossier(code)
        journal = self.store.journal
        found = journal.case(code) if is_case(code) else journal.feedback(code) if is_feedback(code) else None
        if found is None:
            raise DossierUnknown()
        return found

    def missing_files(self) -> list[str]:
        """Files this desk's own entries name that are not on its disk; none on a sound desk."""
        names = (file.sha256 for entry in self.store.journal.own_after(0, -1) for file in files_of(entry))
        return [name for name in dict.fromkeys(names) if not self.store.files.has(name)]

    def for_thread(self) -> Desk:
        """The same desk for the calling thread, on a connection of its own."""
        return replace(self, store=self.store.sibling())

    def _with_scanned(self, draft: Draft) -> Draft:
        """A component whose pages were scanned was handed in, or shown where it is only that, ticked or not."""
        scanned = self.store.drafts.components(draft.id)
        ticks = (
            tick.model_copy(update={"reused": None}) if tick.reused and tick.key in scanned else tick
            for tick in draft.components  # a scan of today goes before
        )
        kept = [tick for tick in ticks if tick.here]
        ticked = {tick.key for tick in kept}
        added = [key for key in scanned if key not in ticked]
        procedure = self.procedure(draft) if added else None
        shown = procedure.only_shown if procedure else frozenset()
        components = (*kept, *(one_of(key, shown=key in shown) for key in added))
        return draft if components == draft.components else draft.model_copy(update={"components": components})

    def incomplete(self, faults: list[Missing]) -> DraftIncomplete:
        """Says what is missing first, and names the fields of all that is."""
        missing = translate("draft", faults[0].sentence, self.profile.language) if faults else ""
        return DraftIncomplete(",".join(fault.field for fault in faults), missing=missing)

    def next_code(self, at: datetime, last: int = 0) -> str:
        """The code the next dossier of this desk has, after the number `last` where that is the day's last known.

        It is drawn for good once its first entry is written.
        """
        agency, mine = self.profile.office.agency, self.profile.codes
        return next_code(agency, at.date(), last or self.store.last_number(agency, at, mine), mine)

    def first_entry(
        self, draft: Draft, procedure: Procedure, at: datetime, batch: str = "", despite: str = ""
    ) -> Received:
        """The first journal entry of the draft's dossier; `batch` joins those received together, `despite` is why it is
        received although it is not complete."""
        rules, places = self.knowledge.rules.of(at.date()), self.knowledge.places
        certified = certified_documents(procedure, draft.certified)
        return Received(
            procedure=procedure.code,
            procedure_name=procedure.name,
            procedure_version=procedure.version,
            field=procedure.field,
            agencies=self.agencies(procedure, at.date(), draft.decides, draft.returns),
            channel=draft.channel,
            owner=person_of(draft.owner, places, at.date()),
            co_owners=tuple(person_of(co_owner, places, at.date()) for co_owner in draft.co_owners),
            submitter=person_of(draft.submitter, places, at.date()) if draft.submitter else None,
            relation=draft.relation if draft.submitter else Relation.AUTHORISED,
            authority=draft.authority if draft.submitter else None,
            receipt_form=self.knowledge.deciding.receipt_form(procedure),
            batch=batch,
            components=_components(draft, procedure),
            sets=draft.sets,
            certified=certified,
            fees=_fees(draft, procedure, certified),
            fees_unknown=fees_unknown(procedure),
            term=procedure.term_of(draft.case),
            case=draft.case,
            next_term=procedure.next_term,
            on_supplement=procedure.on_supplement or rules.on_supplement,
            on_obligation=procedure.on_obligation or rules.on_obligation,
            due_at=self.promised(draft, procedure, at),
            delivery_method=draft.delivery_method,
            look_up_token=self.token(12),
            notices=draft.notices,
            note=draft.note,
            book=self.profile.desk.number,
            book_number=self._next_in_book(procedure.field, at),
            incomplete=_incomplete(draft, procedure, bounds.seen(despite)),
            guided=self._guided(draft),
        )

    def _next_in_book(self, field: str, at: datetime) -> int:
        """The next running number of this desk's book of the field and year (quyển số: the desk's number).

        Where the year began in a program that did not draw them, they go on after the dossiers of that time.
        """
        agency, numbers = self.profile.office.agency, self.store.paper_numbers
        last = numbers.last_in_book(agency, field, at.year, self.profile.desk.number)
        if last is None:
            entered = self.store.entered(agency, field, at.replace(month=1, day=1, hour=0, minute=0, second=0))
            free = numbers.left_free(agency, at.year, self.profile.desk.number)
            last = entered - numbers.numbered(agency, field, at.year) + free
        return last + 1

    def _guided(self, draft: Draft) -> Guided | None:
        """What the draft was before, if it is still of the person and the procedure of its guidance case."""
        case = self.store.journal.case(draft.guidance) if draft.guidance else None
        if case is None or case.procedure != draft.procedure:
            return None
        known, typed = case.owner.identity_number, trimmed(draft.owner.identity_number)
        if known and typed and known != typed:
            return None
        return Guided(case=case.code, answer=case.last.kind, at=case.last.at)

    def agencies(
        self, procedure: Procedure, on: date, decides: Chosen | None = None, returns: Chosen | None = None
    ) -> Agencies:
        """Received here; decided by whom the clerk chose or the data name, by this office where they cannot tell."""
        office = self.profile.office
        usual = self.knowledge.deciding.agency(self.knowledge.agencies, office.agency, office.name, procedure, on)
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


@contextmanager
def logged(what: str) -> Iterator[None]:
    """Notes in the log what was refused and why, without whose dossier it was."""
    try:
        yield
    except CounterError as refused:
        _log.warning("refused %s: %s", what, refused)
        raise


def open_desk(data: Path, profile: Profile, clerk: Clerk | None = None, key: StoreKey | None = None) -> Desk:
    """The desk whose store lies in `data`, with what the program ships and the office's own knowledge.

    Nobody is signed in, or `clerk`. `key` opens the store where its key is wrapped. Raises StoreLocked, KeyMissing,
    KeyWrapped, WrongKey, StoreFault, DataFault.
    """
    knowledge = load_knowledge(data / FOLDER, data / PROVINCE_FOLDER)
    desk = Desk(lambda: profile, open_store(data, profile.desk_id, key=key), knowledge)
    return desk.of(clerk) if clerk else desk


def _fees(draft: Draft, procedure: Procedure, certified: tuple[CertifiedDocument, ...]) -> tuple[FeeDue, ...]:
    return fees_due(procedure, draft.exemption, certified, draft.copies, draft.case)


def _incomplete(draft: Draft, procedure: Procedure, reason: str) -> Incomplete | None:
    lacking = tuple(gap.item for gap in gaps(procedure, draft)) if reason else ()
    return Incomplete(lacking=lacking, reason=reason) if lacking else None


def _components(draft: Draft, procedure: Procedure) -> tuple[Component, ...]:
    rules = {rule.key: rule for rule in procedure.components}
    return tuple(
        Component(
            key=tick.key,
            name=rules[tick.key].shown_name if tick.only_shown else rules[tick.key].name,
            originals=tick.originals,
            certified_copies=tick.certified_copies,
            copies=tick.copies,
            electronic=int(tick.reused is not None and not tick.handed_in),
            shown=tick.only_shown,
        )
        for tick in draft.components
        if tick.key in rules and tick.here
    )

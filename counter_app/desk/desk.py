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
from counter_app.dossier import clock
from counter_app.dossier.acts import act_of
from counter_app.dossier.acts.act import (
    AnyAct,
    NotYourTask,
    SecondNeeded,
    refuse_unless_allowed,
    refuse_unless_task,
)
from counter_app.dossier.codes import is_case, is_dossier, is_feedback
from counter_app.dossier.draft import Draft, one_of
from counter_app.dossier.feedback import Feedback, Papered
from counter_app.dossier.guidance import GuidanceCase
from counter_app.dossier.model import DigitisedPage, Dossier, Term
from counter_app.dossier.payloads.papers import ComponentDigitised, PaperGiven
from counter_app.dossier.payloads.payload import Payload
from counter_app.dossier.roles import Clerk, Task
from counter_app.dossier.signed import DigitalSignature
from counter_app.dossier.subjects import WHOLE, Subject
from counter_app.dossier.survey import mark_of, slip_token
from counter_app.dossier.value import FileRef
from counter_app.errors import CounterError
from counter_app.knowledge import FOLDER, PROVINCE_FOLDER, Knowledge, load_knowledge
from counter_app.language import Phrase
from counter_app.log import Mark, timed
from counter_app.procedures.catalogue import Procedure
from counter_app.procedures.working_time import due_at
from counter_app.store.keys import StoreKey
from counter_app.store.store import Store, open_store
from counter_app.store.streams import CASES, FEEDBACK
from counter_app.store.sweep import missing_files

_log = logging.getLogger(__name__)
RECEIVING = Phrase("acts", "Receive a dossier")
"""What asks for the task of reception before there is a dossier."""


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
    todo = "Sign in, then do it again; on the command line say who you are by --clerk."


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

    def blank_draft(self) -> Draft:
        """An intake that is on no disk yet. Raises NotYourTask for who only looks."""
        self.refuse_who_only_looks(RECEIVING)
        return Draft(id=f"draft-{self.token(12)}")

    def new_draft(self) -> Draft:
        """Begins an intake; it is on disk from here on. Raises NotYourTask for who only looks."""
        draft = self.blank_draft()
        self.keep_draft(draft)
        return draft

    def keep_draft(self, draft: Draft) -> None:
        """Keeps what was typed so far, so that a power cut costs nothing."""
        self.store.drafts.keep(draft, self.now())

    def procedure(self, draft: Draft) -> Procedure | None:
        """The procedure chosen in the draft, in the version in force today."""
        return self.knowledge.catalogue.get(draft.procedure, self.now().date()) if draft.procedure else None

    def due(self, start: datetime, term: Term) -> datetime | None:
        """When a term that starts to run at `start` is over. Raises CalendarMissing, RulesMissing."""
        counting = self.knowledge.rules.of(start.date()).counting
        return due_at(start, term, self.knowledge.calendar, self.knowledge.hours, counting)

    def not_announced(self, due: datetime | None) -> date | None:
        """The first day until then of which the notice of the holidays is still to come: the promise may move."""
        calendar = self.knowledge.calendar
        return calendar.not_announced(self.now().date(), due.astimezone(clock.VIETNAM).date()) if due else None

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
        return [file.sha256 for file in missing_files(self.store.entries, self.store.files)]

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

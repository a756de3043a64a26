"""The dossier being received: what is typed so far, its scanned pages, what is still missing.

The screen shows it and changes it; every change is on disk within half a second.
"""

from __future__ import annotations

from collections.abc import Callable, Sequence
from dataclasses import dataclass
from typing import Any, TypeVar

from PySide6.QtCore import QObject, Signal

from counter_app.desk import guidance, receiving
from counter_app.desk.batch import open_in_batch, receive_batch
from counter_app.desk.desk import Desk
from counter_app.desk.guidance import NOTHING_KNOWN, KnownBefore
from counter_app.desk.moving import moved, place_of
from counter_app.dossier.draft import ComponentTicked, Draft, Missing, PersonTyped, ReusedPaper
from counter_app.dossier.model import Dossier
from counter_app.dossier.pages import SpooledPage
from counter_app.dossier.states import TermUnit
from counter_app.errors import CounterError
from counter_app.procedures.catalogue import ComponentRule, Procedure
from counter_app.procedures.completeness import Gap, gaps
from counter_app.store.drafts import DraftLine
from counter_app.store.faults import StoreFault
from ui.background.tasks import Progress
from ui.background.workplace import Workplace
from ui.intake.unwritten import UnwrittenDrafts
from ui.intake.verifying import Verifying
from ui.intake.whose_intake import WhoseIntake
from ui.pages.holder import PageHolder
from ui.verify.placing import Placing

T = TypeVar("T")
_NO_DRAFT = "draft-none"  # until the first draft is there
ANY_INTAKE = "intake"
"""Before the key of whatever intake is on the screen: what is said or can be taken back under it alone is of all."""


@dataclass(frozen=True)
class OpenDraft:
    """An intake that was begun and not received."""

    draft: Draft
    pages: tuple[SpooledPage, ...]

    @property
    def empty(self) -> bool:
        """Whether nothing was typed or scanned yet."""
        return not self.pages and self.draft == Draft(id=self.draft.id)


class Intake(PageHolder):
    """The one intake on the screen."""

    pages_moved = Signal(str, int)  # to which component, how many
    open_drafts_changed = Signal()
    restored = Signal(object)  # OpenDraft that was taken up at start
    taken_up = Signal()  # an open intake, by a clerk who chose it
    received = Signal(object)  # Dossier
    guided = Signal(object)  # GuidanceCase: Mẫu 02 or 03 instead of a receipt
    known_found = Signal(object)  # KnownBefore that keeps it from being received without a word
    batch_received = Signal(object)  # list[Dossier]
    batch_known = Signal(object)  # tuple[Dossier, ...]: open ones of those who are listed
    case_taken_up = Signal()  # of who was sent home and is back
    failed = Signal(object)  # CounterError of receiving

    def __init__(self, workplace: Workplace, parent: QObject | None = None) -> None:
        super().__init__(workplace, parent)
        self.draft = Draft(id=_NO_DRAFT)
        self.procedure: Procedure | None = None
        self.others: list[DraftLine] = []  # begun, and not on the screen
        self.receiving = False
        self._by_scan: dict[str, ComponentTicked] = {}  # papers that a scan alone ticked, as it did
        self._unwritten = UnwrittenDrafts(workplace, self)
        self._unwritten.due.connect(self.keep)
        self.whose = WhoseIntake(self)
        self.verifying = Verifying(workplace, self)
        self.placing = Placing(workplace, self, self.verifying.read)

    @property
    def holder(self) -> str:
        return self.draft.id

    @property
    def message_key(self) -> str:
        return f"{ANY_INTAKE} {self.holder}" if self.ready else ANY_INTAKE

    @property
    def papers(self) -> dict[str, str]:
        return {rule.key: rule.name for rule in self.procedure.components} if self.procedure else {}

    @property
    def covers(self) -> Procedure | None:
        return self.procedure

    @property
    def desk(self) -> Desk:
        """The desk at which it is typed."""
        return self._workplace.desk

    @property
    def ready(self) -> bool:
        """Whether there is a draft on disk to type into."""
        return self.draft.id != _NO_DRAFT and not self.receiving

    @property
    def empty(self) -> bool:
        """Whether nothing was typed or scanned yet."""
        return OpenDraft(self.draft, tuple(self.pages.values())).empty

    def open(self, *, fresh: bool = False) -> None:
        """When the screen is first shown: goes on with the newest intake that was not finished, or begins one."""
        self._begin(prefer_unfinished=not fresh)

    def begin(self) -> None:
        """Puts this intake aside (it stays in the list) and begins a fresh one, at once: what is typed or read from
        here on is the next person's."""
        self.keep()
        self._begin_blank()

    def take_up(self, draft_id: str, *, same_person: bool = False) -> None:
        """Goes on with another open intake; with none that was received or given up meanwhile. Where it is the
        `same_person`'s, the one on the screen is left open only if there is more in it."""
        self.keep()
        here = OpenDraft(self.draft, tuple(self.pages.values()))

        def work(progress: Progress) -> tuple[OpenDraft | None, list[DraftLine]]:
            found, drafts = _opened(progress, draft_id), progress.desk.store.drafts
            if same_person and found and not here.pages and here.draft.adds_nothing_to(found.draft):
                drafts.give_up(here.draft.id)
            return found, drafts.lines()

        def done(found: tuple[OpenDraft | None, list[DraftLine]]) -> None:
            chosen, lines = found
            if chosen is None:
                self._list(lines)
            else:
                self._show(chosen, lines)
                self.taken_up.emit()

        self._workplace.tasks.submit(work, done, in_order=True)

    def take_up_case(self, code: str, *, same_person: bool = False) -> None:
        """Goes on with who was sent home, the pages and all that is typed here taken along for the `same_person`."""
        self.keep()
        fresh = self.draft.id if same_person else ""

        def work(progress: Progress) -> tuple[OpenDraft, list[DraftLine]]:
            taken, drafts = guidance.take_up(progress.desk, code, fresh), progress.desk.store.drafts
            return OpenDraft(taken, tuple(drafts.pages(taken.id))), drafts.lines()

        def done(found: tuple[OpenDraft, list[DraftLine]]) -> None:
            self._show(*found)
            self.case_taken_up.emit()

        self._workplace.tasks.submit(work, done, self.failed.emit, in_order=True)

    def give_up(self, draft_id: str, name: str) -> None:
        """Gives an open intake up, this one too, with all that was typed and scanned; it can be taken back."""
        is_here = draft_id == self.draft.id
        if is_here and not self.ready:
            return
        self.keep()

        def work(progress: Progress) -> list[DraftLine]:
            progress.desk.store.drafts.give_up(draft_id)
            return progress.desk.store.drafts.lines()

        self._workplace.tasks.submit(work, lambda lines: None if is_here else self._list(lines), in_order=True)
        if is_here:
            self._begin_blank()
        said = self.tr("The intake of {name} given up").format(name=name or self.tr("nobody named yet"))
        self._workplace.undo.did(said, lambda: self._take_back(draft_id, show=is_here), whose=ANY_INTAKE)

    def _take_back(self, draft_id: str, *, show: bool) -> None:
        """An intake that was given up is open again, as it was; one that was on the screen is there again."""

        def work(progress: Progress) -> list[DraftLine]:
            progress.desk.store.drafts.give_up(draft_id, given_up=False)
            return progress.desk.store.drafts.lines()

        self._workplace.tasks.submit(work, lambda lines: None if show else self._list(lines), in_order=True)
        if show:
            self._workplace.messages.show_whose(ANY_INTAKE)  # what is said of it holds for the one that comes back
            self.take_up(draft_id)

    def change(self, **values: Any) -> None:
        """Notes what was typed or chosen."""
        after = self.draft.model_copy(update=values)
        if after != self.draft:
            self.draft = after
            if after.id != _NO_DRAFT:
                self._unwritten.typed(after)
            self.changed.emit()

    def change_undoably(self, said: str, **values: Any) -> None:
        """The same for what takes away something that was typed: it can be taken back."""
        before = {name: getattr(self.draft, name) for name in values}
        self.change(**values)
        self._workplace.undo.did(said, lambda: self.show_draft(self.draft.model_copy(update=before)))

    def did(self, said: str, take_back: Callable[[], None]) -> None:
        """Something was done to this intake that can be taken back."""
        self._workplace.undo.did(said, take_back)

    def type_person(self, who: str, **values: Any) -> None:
        """Notes what was typed about the "owner" or the "submitter"."""
        person: PersonTyped = getattr(self.draft, who) or PersonTyped()
        self.change(**{who: person.model_copy(update=values)})

    def show_draft(self, draft: Draft) -> None:
        """The intake as another act left it, such as other people in it: the whole screen shows it anew."""
        self.change(**{name: getattr(draft, name) for name in Draft.model_fields})
        self.started.emit()
        self.procedure_changed.emit()

    def choose(self, procedure: Procedure) -> None:
        """Chooses the procedure; scanned pages of a paper that it does not know move to its first one.

        Another one than before can be taken back, with what was ticked then.
        """
        before, draft = self.procedure, self.draft
        self._choose(procedure)
        if before is not None and before.code != procedure.code:
            said = self.tr("Procedure changed to “{name}”").format(name=procedure.name)
            self._workplace.undo.did(said, lambda: self._choose_again(before, draft))

    def _choose_again(self, procedure: Procedure, draft: Draft) -> None:
        self._choose(procedure)
        ticked = ("components", "exemption", "promised_on", "case")
        self.change(**{name: getattr(draft, name) for name in ticked})
        self.procedure_changed.emit()

    def _choose(self, procedure: Procedure) -> None:
        self.procedure = procedure
        keys = [rule.key for rule in procedure.components]
        kept = tuple(tick for tick in self.draft.components if tick.key in keys)
        known = {exemption.key for exemption in procedure.exemptions}
        exemption = self.draft.exemption if self.draft.exemption in known else ""
        promised_on = self.draft.promised_on if procedure.term.unit is TermUnit.UNKNOWN else None
        case = self.draft.case if self.draft.case in procedure.case_names else ""
        self.change(procedure=procedure.code, components=kept, exemption=exemption, case=case, promised_on=promised_on)
        self.procedure_changed.emit()
        strays = [page for page in self.pages.values() if page.component not in keys]
        scanned = [key for key in keys if key not in procedure.only_shown]
        if strays and keys:
            self.move_pages(strays, (scanned or keys)[0])

    @property
    def rules(self) -> tuple[ComponentRule, ...]:
        """The papers asked for in the chosen case; beside them what was handed in or scanned all the same."""
        if self.procedure is None:
            return ()
        asked = self.procedure.asked_in(self.draft.case)
        return tuple(
            rule
            for rule in self.procedure.components
            if rule in asked or self.ticked(rule.key).here or self.pages_of(rule.key)
        )

    def ticked(self, key: str) -> ComponentTicked:
        """How many of a component were handed in."""
        found = next((tick for tick in self.draft.components if tick.key == key), None)
        return found if found is not None else ComponentTicked(key=key)

    def only_shown(self, key: str) -> bool:
        return self.procedure is not None and key in self.procedure.only_shown and not self.ticked(key).handed_in

    def tick(self, key: str, **counts: int | ReusedPaper | None) -> None:
        """Notes how many originals, certified copies, copies of a component were handed in, or that it was shown, or
        that one of an earlier dossier serves again."""
        tick = self.ticked(key).model_copy(update=counts)
        if tick.handed_in and tick.shown:
            tick = tick.model_copy(update={"shown": False})
        others = tuple(component for component in self.draft.components if component.key != key)
        self.change(components=(*others, tick))

    def tick_by_hand(self, key: str, **counts: int | None) -> None:
        """The same as the clerk's act, which can be taken back; what was there and is not any more is said."""
        before = self.ticked(key)
        self.tick(key, **counts)
        after = self.ticked(key)
        if after == before:
            return
        off = before.here and not after.here
        said = self.tr("“{paper}” not ticked any more") if off else self.tr("“{paper}” ticked or counted")
        back = {name: value for name, value in before if name != "key"}
        named = said.format(paper=self.papers.get(key, ""))
        self._workplace.undo.did(named, lambda: self.tick(key, **back), quietly=not off)

    def came(self, page: SpooledPage) -> None:
        """What was scanned was handed in, or shown where it is only that; the sheet that leads to it alone is not."""
        if page.reading is not None and page.reading.is_separator:
            return
        if self.ticked(page.component).reused:
            self.tick(page.component, reused=None)  # the scan of today goes before
        if not self.ticked(page.component).here:
            shown = self.only_shown(page.component)
            self.tick(page.component, **({"shown": True} if shown else {"originals": 1}))
            self._by_scan[page.component] = self.ticked(page.component)

    def went(self, page: SpooledPage) -> None:
        """What was ticked for pages that a cover sheet led on was not handed in after all."""
        key = page.component
        papers = [other for other in self.pages_of(key) if not (other.reading and other.reading.is_separator)]
        if not papers and self._by_scan.pop(key, None) == self.ticked(key):
            self.tick(key, originals=0, shown=False)

    def move_pages(self, pages: list[SpooledPage], key: str) -> None:
        """Puts scanned pages to another component, in their order, with what was read of them."""
        self.put_pages(pages, key, lambda there: self.pages_moved.emit(key, len(there)))

    def put_pages(
        self,
        pages: list[SpooledPage],
        key: str,
        then: Callable[[list[SpooledPage]], None] = lambda there: None,
        *,
        away: float | None = None,
        because: str = "",
    ) -> None:
        def work(progress: Progress) -> list[SpooledPage]:
            return moved(progress.desk, pages, key, away)

        def done(there: list[SpooledPage]) -> None:
            self._are_now(pages, there)
            for page in pages:
                self.went(page)
            numbers = {page.id: other.id for page, other in zip(sorted(pages, key=place_of), there, strict=True)}
            self.change(verified=tuple(paper.moved(key, numbers) for paper in self.draft.verified))
            then(there)
            self._read_unread(there)

        self._gone |= {page.id for page in pages}
        self._workplace.tasks.submit(work, done, in_order=True)

    def missing(self) -> list[Missing]:
        """What still stands between this intake and a dossier, in the order of the form."""
        return receiving.missing(self._workplace.desk, self.draft)

    def gaps(self) -> list[Gap]:
        """What the procedure asks for and was not brought."""
        return gaps(self.procedure, self.draft) if self.procedure else []

    def keep(self) -> None:
        """Writes what was typed, in this intake and in those before that the disk did not take; while this one is being
        received it may be one no more."""
        self._unwritten.write(but=self.draft.id if self.receiving else "")

    def receive(self, despite: str = "", *, another: bool = False) -> None:
        """Receives the dossier; `received` or `failed` follows.

        `despite` is why, where it is not complete. Unless the clerk has seen what else there is of the person and wants
        `another` all the same, `known_found` follows where there is anything.
        """

        def receive(desk: Desk, draft: Draft) -> Dossier | KnownBefore:
            known = NOTHING_KNOWN if another else guidance.known_before(desk, draft)
            return known if known.asks else receiving.receive(desk, draft.id, despite)

        def tell(done: Dossier | KnownBefore) -> None:
            (self.received if isinstance(done, Dossier) else self.known_found).emit(done)

        self._receive_as(receive, lambda done: done.code if isinstance(done, Dossier) else "", tell)

    def ask_for_supplements(self, items: Sequence[str], reason: str, again: str) -> None:
        """Sends the citizen home with Mẫu 02; `guided` or `failed` follows."""
        self._receive_as(
            lambda desk, draft: guidance.ask_for_supplements(desk, draft.id, items, reason, again),
            lambda _: "",
            self.guided.emit,
        )

    def refuse(self, reason: str) -> None:
        """Refuses with Mẫu 03; `guided` or `failed` follows."""
        self._receive_as(lambda desk, draft: guidance.refuse(desk, draft.id, reason), lambda _: "", self.guided.emit)

    def receive_batch(self, despite: str = "", *, another: bool = False) -> None:
        """Receives a dossier for each of the owners; `batch_received` or `failed` follows.

        Unless the clerk has seen which of them have one open and wants `another` all the same, `batch_known` follows
        where any has.
        """

        def receive(desk: Desk, draft: Draft) -> list[Dossier] | KnownBefore:
            known = () if another else open_in_batch(desk, draft)
            return KnownBefore(known) if known else receive_batch(desk, draft.id, draft.owners, despite)

        def tell(done: list[Dossier] | KnownBefore) -> None:
            if isinstance(done, KnownBefore):
                self.batch_known.emit(done.dossiers)
            else:
                self.batch_received.emit(done)

        self._receive_as(receive, lambda _: "", tell)

    def _receive_as(
        self, receive: Callable[[Desk, Draft], T], code: Callable[[T], str], tell: Callable[[T], None]
    ) -> None:
        """The draft becomes what `receive` makes of it; its pages go on under the `code`, if there is one."""
        draft = self.draft
        self._unwritten.forget(draft.id)  # it is kept below, and must not be written again once it was received
        self.receiving = True

        def work(progress: Progress) -> T:
            progress.desk.keep_draft(draft)
            return receive(progress.desk, draft)

        def ended(*, gone: bool) -> None:
            self.receiving = False
            if gone:
                self._unwritten.forget(draft.id)  # what was typed meanwhile must not bring it back
            self._unwritten.go_on()

        def done(received: T) -> None:
            ended(gone=not isinstance(received, KnownBefore))
            if code(received):
                self._workplace.pages.received(draft.id, code(received))
            tell(received)

        def broken(failure: CounterError) -> None:
            ended(gone=False)
            if isinstance(failure, StoreFault):
                self._unwritten.not_taken(draft)
            self.failed.emit(failure)

        self._workplace.tasks.submit(work, done, broken, in_order=True)

    def _list(self, lines: list[DraftLine]) -> None:
        """What is open beside the intake on the screen."""
        self.others = [line for line in lines if line.id != self.draft.id]
        self.open_drafts_changed.emit()

    def _begin_blank(self) -> None:
        self._show(OpenDraft(Draft(id=_NO_DRAFT), ()))
        self._begin(prefer_unfinished=False)

    def _begin(self, *, prefer_unfinished: bool) -> None:
        unwritten = self._unwritten.ids

        def work(progress: Progress) -> tuple[OpenDraft, list[DraftLine]]:
            drafts = progress.desk.store.drafts
            lines = drafts.lines()
            if prefer_unfinished and lines and (newest := _opened(progress, lines[0].id)):
                return newest, lines
            empty = drafts.empty()
            if empty is None or empty.id in unwritten:  # it is not, once there is room on the disk
                empty = progress.desk.new_draft()
            return OpenDraft(empty, ()), lines

        def done(found: tuple[OpenDraft, list[DraftLine] | None]) -> None:
            chosen, drafts = found
            if self.draft.id == _NO_DRAFT and not self.empty:
                self._show_typed_early(chosen, drafts)
                return
            self._show(chosen, drafts)
            if prefer_unfinished and not chosen.empty:
                self.restored.emit(chosen)

        def broken(failure: CounterError) -> None:
            self._workplace.tasks.failed.emit(failure)
            if isinstance(failure, StoreFault):  # there is no room to begin one: it is typed all the same
                done((OpenDraft(self.desk.blank_draft(), ()), None))

        self._workplace.tasks.submit(work, done, broken, in_order=True)

    def _show_typed_early(self, chosen: OpenDraft, drafts: list[DraftLine] | None) -> None:
        """The clerk typed before the first draft was there: that is a fresh intake, and what was not finished stays in
        the list."""
        if not chosen.empty:
            self._begin(prefer_unfinished=False)
            return
        draft = self.draft.model_copy(update={"id": chosen.draft.id})
        self._unwritten.typed(draft)
        self._show(OpenDraft(draft, ()), drafts)
        self.keep()

    def _show(self, chosen: OpenDraft, drafts: list[DraftLine] | None = None) -> None:
        """`drafts` are all that are open, None where nobody looked for them."""
        if chosen.draft.id != self.draft.id:
            self._gone, self._by_scan = set(), {}
        self.draft = self._unwritten.as_typed(chosen.draft)
        self.pages = {page.id: page for page in chosen.pages}
        self.procedure = self._workplace.desk.procedure(self.draft)
        self.started.emit()
        self.procedure_changed.emit()
        if drafts is not None:
            self._list(drafts)
        unread = any(not page.reading and not page.failure for page in chosen.pages)
        if unread:
            self.read_anew()  # of one that was read since they were looked up nobody tells any more
            if not self._workplace.pages.busy(chosen.draft.id):
                self._workplace.pages.resume(chosen.draft.id)


def _opened(progress: Progress, draft_id: str) -> OpenDraft | None:
    """The open intake as it lies on disk; None where it is none any more."""
    drafts = progress.desk.store.drafts
    draft = drafts.get(draft_id)
    return OpenDraft(draft, tuple(drafts.pages(draft_id))) if draft else None

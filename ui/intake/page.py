"""Receiving a dossier on one screen: who, what, which papers, receive."""

from __future__ import annotations

from functools import partial
from typing import TYPE_CHECKING

from PySide6.QtCore import Signal
from PySide6.QtGui import QAction, QKeySequence, QResizeEvent, QShowEvent
from PySide6.QtWidgets import QStackedLayout, QVBoxLayout, QWidget

from counter_app.desk.guidance import KnownBefore
from counter_app.desk.person import Prefilled
from counter_app.dossier.draft import PersonTyped
from counter_app.dossier.guidance import GuidanceCase
from counter_app.dossier.identity import Card
from counter_app.dossier.model import Dossier
from counter_app.dossier.states import GuidanceKind
from counter_app.errors import CounterError
from ui import words
from ui.background.changes import DossiersChanged
from ui.background.workplace import Workplace
from ui.intake.card_bar import CardBar
from ui.intake.caret import Caret
from ui.intake.known_before import Before
from ui.intake.newcomer_panel import NewcomerPanel
from ui.intake.notices import Notices
from ui.intake.parts import Parts
from ui.intake.reuse_bar import ReuseBar
from ui.pages.feed_bar import FeedBar
from ui.pages.sources import PageSources
from ui.verify.bar import VerifyBar
from ui.verify.place_bar import PlaceBar
from ui.widgets.lazy_screen import LazyScreen

if TYPE_CHECKING:
    from ui.intake.batch_panel import BatchPanel
    from ui.intake.batch_received import BatchReceived
    from ui.intake.gaps_panel import GapsPanel
    from ui.intake.open_intakes import OpenIntakes
    from ui.intake.received_view import ReceivedView
    from ui.verify.panel import VerifyPanel


class IntakePage(QWidget):
    """The intake screen; after receiving it shows the receipt until the next dossier is begun."""

    open_wanted = Signal(str)
    list_wanted = Signal(str)  # words to look for in the list of dossiers

    def __init__(self, workplace: Workplace, parts: Parts, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self._workplace = workplace
        self.intake, self.applicant, self.papers, self.pages = parts.intake, parts.applicant, parts.papers, parts.pages
        self.bar, self._split = parts.bar, parts.columns
        self.intake.setParent(self)
        self.sources = PageSources(workplace, self.intake, self.papers.checklist, self.pages, self)
        self._form = QWidget(self)
        self.feed = FeedBar(workplace, self.intake, self.pages)
        self.before = Before(workplace, self.intake, self)
        self._gaps = LazyScreen(self._make_gaps)
        self.verify_bar = VerifyBar(self.intake.verifying.read, self._form)
        self.card_bar = CardBar(self.intake, self._form)
        self.reuse_bar = ReuseBar(workplace, self.intake, self._form)
        self.place_bar = PlaceBar(self.intake.placing, self.intake, self.pages)
        self.pages.put_above(self.place_bar)
        self._verify = LazyScreen(self._make_verify)
        self._done = LazyScreen(self._make_done)
        self._batch = LazyScreen(self._make_batch)
        self._batch_done = LazyScreen(self._make_batch_done)
        self._open_intakes = LazyScreen(self._make_open_intakes)
        self.caret = Caret(self.intake, self.applicant, self.papers, self.bar, self.open_batch)
        self._notices = Notices(workplace.messages, self)
        self._meanwhile: Card | None = None  # read while a dossier is being received
        self._receive_once_here = ""  # an intake that is to be received as soon as its pages are here
        self._opened = False  # whether an intake was taken up or begun
        form = QVBoxLayout(self._form)
        form.setContentsMargins(12, 4, 12, 8)
        form.addWidget(self._split, 1)
        form.addWidget(self.card_bar)
        form.addWidget(self.reuse_bar)
        form.addWidget(self.verify_bar)
        form.addWidget(self.bar)
        self.newcomer = NewcomerPanel(self.intake, self._form, self._split)
        self._stack = QStackedLayout(self)
        self._stack.addWidget(self._form)
        self._connect()

    @property
    def done(self) -> ReceivedView:
        """What was received."""
        return self._done()

    @property
    def gaps(self) -> GapsPanel:
        """What stands in the way of a receipt, and the ways on."""
        return self._gaps()

    @property
    def at_gaps(self) -> bool:
        """Whether the ways on are offered."""
        return self._gaps.made is not None and self._gaps.made.isVisible()

    @property
    def verify(self) -> VerifyPanel:
        """What was read, held against the papers."""
        return self._verify()

    @property
    def batch(self) -> BatchPanel:
        """The owners of many dossiers."""
        return self._batch()

    @property
    def batch_done(self) -> BatchReceived:
        """The dossiers of a batch that was received."""
        return self._batch_done()

    @property
    def open_intakes(self) -> OpenIntakes:
        """The list of what was begun and not received."""
        return self._open_intakes()

    @property
    def at_receipt(self) -> bool:
        """Whether what was received is shown."""
        return self._stack.currentWidget() in (self._done.made, self._batch_done.made)

    @property
    def at_form(self) -> bool:
        """Whether one dossier is being filled in."""
        return self._stack.currentWidget() is self._form

    @property
    def at_batch(self) -> bool:
        """Whether the owners of many dossiers are being listed."""
        return self._stack.currentWidget() is self._batch.made

    def resizeEvent(self, event: QResizeEvent) -> None:
        super().resizeEvent(event)
        self._split.fit(event.size().width())

    def showEvent(self, event: QShowEvent) -> None:
        super().showEvent(event)
        self._say_whose()
        self.before.tell()

    def make_ahead(self) -> bool:
        """Makes what follows the first receipt, while nobody waits for it; False once it is there."""
        if self._done.made is not None:
            return False
        self._done.make_slice()
        return True

    def enter(self) -> None:
        """The clerk comes back: all stands as it was left; the first time, the intake that was not finished."""
        self._open(fresh=False)

    def begin(self) -> None:
        """A fresh intake; what was typed so far stays in the list of open ones."""
        self._stack.setCurrentWidget(self._form)
        self._open(fresh=True)
        if not self.intake.empty:
            self.intake.begin()
        self.applicant.owner.focus("identity_number")

    def begin_for(self, person: Prefilled) -> None:
        """A fresh intake of somebody who was looked up: nothing that is known of them is asked again."""
        self.begin()
        self.intake.whose.fill_owner(person.owner, person.offers)
        self.papers.search.setFocus()
        if person.source is not None:
            self._notices.taken_from(person.source)

    def take_up(self, draft_id: str, *, same_person: bool = False) -> None:
        """Goes on with an open intake; the one on the screen stays open, unless it says no more of the same person."""
        self._opened = True
        self._stack.setCurrentWidget(self._form)
        self.intake.take_up(draft_id, same_person=same_person)

    def receive(self) -> None:
        """Receives, or goes to what is missing; where something is lacking, the ways on are offered in place."""
        if not (self.at_form or self.at_batch):
            return
        self.bar.refresh()
        if not self.bar.button.isEnabled():
            if self._workplace.pages.feeding(self.intake.holder):
                self._receive_once_here = self.intake.holder  # its last pages are on their way from the scanner
            return
        if self.at_batch:
            if self.batch.ready():
                self.intake.receive_batch(self.batch.despite.text(), another=self.batch.told_of_open)
                self.batch.refresh()
            return
        if not self._is_settled():
            return
        fault = self.bar.first_fault()
        if fault is not None:
            self.bar.refuse()
            self.caret.go_to(fault.field)
            self.caret.mark(fault.field, words.say("draft", fault.sentence))
        elif self.at_gaps:
            self.gaps.choose(None)
        elif self.intake.gaps():
            self.gaps.open_panel()
        else:
            self.intake.receive()
            self.bar.refresh()

    def answer(self, kind: GuidanceKind) -> None:
        """Mẫu 02 or Mẫu 03 instead of a receipt, whether something is found lacking or not."""
        if not self.at_form or not self.intake.ready or not self._is_settled():
            return
        if self.intake.procedure is None:
            self.caret.go_to("procedure")
        elif self.at_gaps:
            self.gaps.choose(kind)
        else:
            self.gaps.open_panel(kind)

    def take_up_case(self, code: str) -> None:
        """Somebody who was sent home is back: their intake, as they left it; the one on the screen stays open."""
        self._opened = True
        self._stack.setCurrentWidget(self._form)
        self.intake.take_up_case(code)

    def open_drafts(self) -> None:
        """Lists what was begun and not received (Ctrl+O); who closes the list has an intake to type into."""
        self._open(fresh=True)
        self.applicant.finish()
        self.open_intakes.open_list()

    def take_card(self, card: Card) -> bool:
        """Takes a card over, for the person whose fields are being filled; the next person's waits for the receipt."""
        if self.intake.receiving:
            self._meanwhile = card
            return True
        if self.at_batch:
            self.batch.read_card(card)
            return True
        if self.at_receipt:
            self.begin()
        if self._stack.currentWidget() is self._verify.made:  # what the card does or asks stands in the form
            self.leave_verify()
        if self.applicant.co_owners.take_card(card):
            return True
        nobody_yet = self.intake.draft.owner == PersonTyped()
        self.intake.whose.read_card(card, self.applicant.typing)
        if self.intake.whose.newcomer is None and self.intake.procedure is None:
            self.caret.go_to("procedure")
        if nobody_yet and self.intake.pages:
            self._notices.compare_pages(len(self.intake.pages))
        return True

    def take_code(self, code: str) -> bool:
        """No: what is being received has no code yet; it stays here as it stands."""
        return False

    def take_change(self, change: DossiersChanged) -> None:
        """Nothing: what is being received is no dossier yet."""

    def open_verify(self) -> None:
        """What was read of the papers is verified; the intake stays as it stands."""
        papers = self.intake.verifying.read.papers
        if papers and self.at_form:
            self.applicant.finish()
            self._stack.setCurrentWidget(self.verify)
            draft = self.intake.draft
            self.verify.verify(papers, [person for person in (draft.owner, draft.submitter) if person])

    def leave_verify(self) -> None:
        """Back to the intake; whom the papers name fills what is empty there."""
        self._stack.setCurrentWidget(self._form)
        self.intake.verifying.fill_intake()
        if self.intake.whose.newcomer is not None:
            self.newcomer.take_focus()
        else:
            self.caret.go_to_gap()

    def open_batch(self) -> None:
        """Lists the owners of many dossiers; what is filled in stays for all of them."""
        self._stack.setCurrentWidget(self.batch)
        self.batch.begin()

    def leave_batch(self, field: str = "") -> None:
        """Back to what the dossiers share; the owners stay listed."""
        self.batch.leave()
        self._stack.setCurrentWidget(self._form)
        if field:
            self.caret.go_to(field)

    def print_paper(self) -> None:
        """Prints what is shown after receiving."""
        if self._stack.currentWidget() is self._done.made:
            self.done.papers.print_now()
        elif self._stack.currentWidget() is self._batch_done.made:
            self.batch_done.print_paper()

    def _receive_if_here(self, holder: str) -> None:
        """The scanner has given all: what was to be received meanwhile is."""
        if holder != self._receive_once_here or self._workplace.pages.feeding(holder):
            return
        self._receive_once_here = ""
        if holder == self.intake.holder and self.intake.ready:
            self.receive()

    def _open(self, *, fresh: bool) -> None:
        if not self._opened:
            self._opened = True
            self.intake.open(fresh=fresh)
            self.applicant.owner.focus("identity_number")

    def _say_whose(self) -> None:
        """Of whom messages may be told now: of this intake, or of what was just received."""
        if self.isVisible():
            self._workplace.messages.show_whose(
                f"received {self.intake.holder}" if self.at_receipt else self.intake.message_key
            )

    def _is_settled(self) -> bool:
        """Whether it is clear whose intake it is, and all that was typed is in it; if not, the cursor goes to where the
        clerk says it."""
        self.applicant.finish()
        if self.intake.whose.newcomer is not None:
            self.newcomer.take_focus()
        elif unread := self.applicant.unread:
            self.caret.go_to(unread)
        else:
            return True
        return False

    def _take_meanwhile(self) -> None:
        card, self._meanwhile = self._meanwhile, None
        if card is not None:
            self.take_card(card)

    def _received(self, dossier: Dossier) -> None:
        self._stack.setCurrentWidget(self.done)
        self.done.show_dossier(dossier)
        self._workplace.changes.written(dossier.code)
        self.intake.begin()

    def _guided(self, case: GuidanceCase) -> None:
        self._stack.setCurrentWidget(self.done)
        self.done.show_case(case)
        self._workplace.changes.written(case.code)
        self.intake.begin()

    def _known_found(self, known: KnownBefore) -> None:
        """There is something of the same person and procedure: it is shown before another dossier is received."""
        self.bar.refresh()
        if known.dossiers:
            self.gaps.open_panel()
        else:
            self.before.show_found(known)

    def _batch_received(self, dossiers: list[Dossier]) -> None:
        self._stack.setCurrentWidget(self.batch_done)
        self.batch_done.show_dossiers(dossiers)
        self._tell_written(dossiers)
        self.intake.begin()

    def _batch_known(self, dossiers: tuple[Dossier, ...]) -> None:
        """Some of those listed have an open dossier of the procedure: F9 once more receives all the same."""
        self.bar.refresh()
        self.batch.tell_open(dossiers)

    def _close_verify(self) -> None:
        """Another intake is on the screen."""
        if self._verify.made is not None and self._stack.currentWidget() is self._verify.made:
            self._stack.setCurrentWidget(self._form)

    def _tell_written(self, dossiers: list[Dossier]) -> None:
        self._workplace.changes.written(*(dossier.code for dossier in dossiers))

    def _refused(self, failure: CounterError) -> None:
        self._workplace.messages.fail(failure)
        self.bar.refresh()
        if self._batch.made is not None:
            self._batch.made.refresh()

    def _connect(self) -> None:
        self.newcomer.settled.connect(self.caret.go_on)
        self.intake.whose.owner_replaced.connect(self._workplace.undo.forget)
        self.intake.started.connect(self._say_whose)
        self._workplace.pages.feeding_changed.connect(self._receive_if_here)
        self._stack.currentChanged.connect(lambda _: self._say_whose())
        self.intake.received.connect(self._received)
        self.intake.batch_received.connect(self._batch_received)
        self.intake.batch_known.connect(self._batch_known)
        self.intake.guided.connect(self._guided)
        self.intake.case_taken_up.connect(self.caret.go_to_gap)
        self.intake.known_found.connect(self._known_found)
        self.intake.failed.connect(self._refused)
        for ended in (self.intake.received, self.intake.batch_received, self.intake.guided, self.intake.failed):
            ended.connect(self._take_meanwhile)
        self.intake.known_found.connect(self._take_meanwhile)
        self.before.open_wanted.connect(lambda draft: self.take_up(draft, same_person=True))
        self.before.take_up_wanted.connect(lambda code: self.intake.take_up_case(code, same_person=True))
        self.intake.restored.connect(self._notices.restored)
        self.intake.pages_moved.connect(self._notices.pages_moved)
        self.papers.checklist.selected.connect(self.pages.show_component)
        self.place_bar.paper_wanted.connect(self.papers.checklist.select)
        self.verify_bar.verify_wanted.connect(self.open_verify)
        self.intake.started.connect(self._close_verify)
        self.bar.receive_wanted.connect(self.receive)
        for key, act in (
            ("F9", self.receive),
            ("Ctrl+O", self.open_drafts),
            ("Shift+F2", self._open_batch_of_any),
            ("Alt+Left", partial(self._step_column, -1)),
            ("Alt+Right", partial(self._step_column, 1)),
            ("Ctrl+1", self._open_known),
            ("Ctrl+2", partial(self.answer, GuidanceKind.SUPPLEMENTS)),
            ("Ctrl+3", partial(self.answer, GuidanceKind.REFUSAL)),
        ):
            action = QAction(self)
            action.setShortcut(QKeySequence(key))
            action.triggered.connect(lambda _=False, run=act: run())
            self.addAction(action)
        self.bar.fault_chosen.connect(self.caret.go_to)
        self.bar.gaps_wanted.connect(lambda: self.gaps.open_panel())
        self.papers.batch_wanted.connect(self.open_batch)
        self.applicant.drafts_wanted.connect(self.open_drafts)
        self.papers.costs.left.connect(self.bar.button.setFocus)

    def _make_done(self) -> ReceivedView:
        from ui.intake.received_view import ReceivedView

        view = ReceivedView(self._workplace, self)
        self._connect_received(view)
        return view

    def _open_batch_of_any(self) -> None:
        """Many dossiers at once, where the chosen procedure lets them be; without one, it is chosen first."""
        if self.at_form and self.intake.procedure is None:
            self.caret.go_to("procedure")
        elif self.at_form and self.papers.batch.isVisible():
            self.open_batch()

    def _step_column(self, step: int) -> None:
        if self.at_form:
            self._split.step(step)

    def _open_known(self) -> None:
        if self.at_gaps:
            self.gaps.open_dossier()

    def _make_gaps(self) -> GapsPanel:
        from ui.intake.gaps_panel import GapsPanel

        panel = GapsPanel(self._workplace, self.intake, self._form)
        panel.open_wanted.connect(self.open_wanted)
        panel.left.connect(self.caret.go_to_gap)
        form = self._form.layout()
        assert isinstance(form, QVBoxLayout)
        form.insertWidget(form.indexOf(self._split) + 1, panel)
        return panel

    def _make_verify(self) -> VerifyPanel:
        from ui.verify.panel import VerifyPanel

        panel = VerifyPanel(self._workplace, self)
        panel.settled.connect(self.intake.verifying.take)
        panel.left.connect(self.leave_verify)
        self._stack.addWidget(panel)
        return panel

    def _make_open_intakes(self) -> OpenIntakes:
        from ui.intake.open_intakes import OpenIntakes

        dialog = OpenIntakes(self._workplace, self.intake, self)
        dialog.taken_up.connect(self.take_up)
        return dialog

    def _make_batch(self) -> BatchPanel:
        from ui.intake.batch_panel import BatchPanel

        panel = BatchPanel(self._workplace, self.intake, self)
        panel.receive_wanted.connect(self.receive)
        panel.back_wanted.connect(self.leave_batch)
        panel.fault_chosen.connect(self.leave_batch)
        self._stack.addWidget(panel)
        return panel

    def _make_batch_done(self) -> BatchReceived:
        from ui.intake.batch_received import BatchReceived

        view = BatchReceived(self._workplace, self)
        view.list_wanted.connect(self.list_wanted)
        self._connect_received(view)
        return view

    def _connect_received(self, view: ReceivedView | BatchReceived) -> None:
        view.next_wanted.connect(self.begin)
        view.open_wanted.connect(self.open_wanted)
        view.banner.money.taken.connect(self._tell_written)
        self._stack.addWidget(view)

"""One dossier on the screen."""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import dataclass
from typing import TYPE_CHECKING

from PySide6.QtCore import Qt, Signal
from PySide6.QtGui import QHideEvent, QKeySequence, QShortcut, QShowEvent
from PySide6.QtWidgets import (
    QHBoxLayout,
    QLabel,
    QListView,
    QScrollArea,
    QSizePolicy,
    QSplitter,
    QStackedLayout,
    QTabWidget,
    QToolButton,
    QVBoxLayout,
    QWidget,
)

from counter_app.desk.after_receipt import typed
from counter_app.desk.dossier_view import DossierView, dossier_view
from counter_app.desk.finding import note_paper_read
from counter_app.dossier import acts
from counter_app.dossier.acts.act import AnyAct
from counter_app.dossier.identity import Card
from counter_app.dossier.model import Dossier
from counter_app.dossier.payloads.payload import Payload
from counter_app.dossier.scanned_cards import SaidOtherwise
from counter_app.dossier.subjects import Subject
from counter_app.dossier.value import FileRef
from counter_app.errors import CounterError
from printing.offers import Offer, offers_of
from ui import words
from ui.background.changes import DossiersChanged
from ui.background.tasks import Progress, Task
from ui.background.workplace import Workplace
from ui.detail.action_bar import ActionBar
from ui.detail.acts.after import TakePageOutForm
from ui.detail.acts.correcting import CorrectForm
from ui.detail.acts.form import Step
from ui.detail.conflict import Conflict, conflict_of
from ui.detail.conflict_panel import ConflictPanel
from ui.detail.control_view import ControlView
from ui.detail.facts import Facts
from ui.detail.inspection_button import InspectionButton
from ui.detail.papers_list import PapersList
from ui.detail.timeline import Event, TimelineDelegate, events_of
from ui.papers.papers_view import Papers
from ui.papers.whole_sets import PRINT_SET, print_whole_sets
from ui.theme import icon
from ui.widgets.badges import DueBadge, StatusBadge
from ui.widgets.elided_label import ElidedLabel
from ui.widgets.lazy_screen import LazyScreen, Slices
from ui.widgets.rows_model import ListColumn, RowsModel
from ui.widgets.tab_room import tab_room

if TYPE_CHECKING:
    from ui.detail.later_pages import LaterPages
    from ui.verify.panel import VerifyPanel

_LEAST = 30  # pixels of the facts in it
_BELOW = 115  # pixels that are left below a tall form, in a window that ends at the screen's edge


@dataclass(frozen=True)
class _Read:
    """A dossier as it was read beside the window's thread, and what the window says of it."""

    view: DossierView
    events: list[Event]
    conflicts: list[Conflict]


class DetailPage(QWidget):
    """Facts and papers at the left, what happened or the paper itself at the right."""

    left = Signal()  # back to the list

    def __init__(self, workplace: Workplace, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self._workplace = workplace
        self.code = ""
        self._reading: Task | None = None
        self._wanted: tuple[AnyAct, Card | None] | None = None  # what is to be done once the dossier is read
        self._body = QWidget(self)
        self._split = QSplitter(self._body)
        self._tabs = QTabWidget(self._split, documentMode=True)
        self._facts_room = QScrollArea(self._split, widgetResizable=True)
        self.facts = Facts()
        self._facts_room.setWidget(self.facts)
        self.timeline = RowsModel([ListColumn("event", "", _event_text)], parent=self)
        self.papers = PapersList(workplace)
        self._prints_room = QWidget()
        self._prints = LazyScreen(self._make_prints)
        self._pages_room = QWidget()
        self._pages = LazyScreen(self._make_pages)
        self._verify = LazyScreen(self._make_verify)
        self.conflict = ConflictPanel(self._body)
        self._code_label, self._owner_label = _selectable("title"), ElidedLabel()
        self._owner_label.setObjectName("subtitle")
        self._status, self._due = StatusBadge(), DueBadge()

    def make_rest(self) -> Slices[None]:
        """The acts, and what stands in its tabs; nobody comes here before the last is there."""
        self.inspection = InspectionButton(self._workplace)
        self.steps = ActionBar(self._workplace.desk, self.inspection, self._body)
        yield
        self.control = ControlView(tab_room(self._tabs))
        yield
        self._build()
        QShortcut(QKeySequence(PRINT_SET), self).activated.connect(self.print_set)
        self.steps.panel.confirmed.connect(self._do)
        self.steps.papers_wanted.connect(self.show_form)
        self.conflict.set_aside.connect(self._settle)
        self.conflict.act_wanted.connect(self._do_again)
        self.papers.form_wanted.connect(self.show_form)
        self.papers.document_wanted.connect(self._show_document)
        self.papers.reused.connect(self._changed)

    @property
    def is_edited(self) -> bool:
        """Whether something is typed into an act that was not done yet."""
        return self.steps.panel.is_begun

    def enter(self) -> None:
        """The clerk came here: the dossier as it stands now."""
        if self.code:
            self.refresh()

    def hideEvent(self, event: QHideEvent) -> None:
        """What was confirmed of papers waits for nothing once the clerk is elsewhere."""
        super().hideEvent(event)
        if self._pages.made is not None:
            self._pages.made.verifying.enter()

    def showEvent(self, event: QShowEvent) -> None:
        super().showEvent(event)
        self._say_whose()

    def show_code(self, code: str) -> None:
        """Shows a dossier."""
        self._wanted = None
        if code != self.code:
            self.steps.panel.close_form()
            self._leave_prints()
            self.leave_verify()
        self.code = code
        self._say_whose()
        self._tabs.setCurrentIndex(0)
        self.refresh()

    def begin(self, act: AnyAct, card: Card | None) -> None:
        """Opens the form of an act of the dossier that is being shown, for whose card was read."""
        self._wanted = act, card

    def print_set(self) -> None:
        """Prints all papers of the dossier that were not printed yet."""
        print_whole_sets(self._workplace, [self.code])

    def show_form(self, form: str = "", about: Subject | None = None) -> None:
        """Shows a form of the dossier, ready to print: the newest act's where none is named."""
        self._tabs.setCurrentIndex(1)
        self.prints.show_dossier(self.code, (form,), about)

    def print_paper(self) -> None:
        """Prints the paper on the screen; shows the newest one first where none is."""
        if self._tabs.currentIndex() == 1:
            self.prints.print_now()
        else:
            self.show_form()

    @property
    def prints(self) -> Papers:
        """What can be printed of the dossier."""
        return self._prints()

    @property
    def pages(self) -> LaterPages:
        """Where pages are scanned into the dossier."""
        return self._pages()

    @property
    def verify(self) -> VerifyPanel:
        """What was read of its papers, held against them."""
        return self._verify()

    @property
    def at_verify(self) -> bool:
        """Whether papers are being verified."""
        return self._verify.made is not None and self._stack.currentWidget() is self._verify.made

    def open_verify(self) -> None:
        """What was read of the papers that lie scanned here is verified, as at the intake."""
        verifying = self.pages.verifying
        if (papers := verifying.read.papers) and verifying.dossier is not None:
            people = verifying.dossier.owner, verifying.dossier.submitter
            self._stack.setCurrentWidget(self.verify)
            self.verify.verify(papers, [typed(person) for person in people if person is not None])

    def leave_verify(self) -> None:
        """Back to the dossier; what was confirmed is entered."""
        if self.at_verify:
            self._stack.setCurrentWidget(self._body)
            self.pages.verifying.enter()

    def take_card(self, card: Card) -> bool:
        """Whether an open form has use for the card that was read."""
        return self.steps.panel.take_card(card)

    def take_code(self, code: str) -> bool:
        """Shows the dossier whose paper was read in place of the one on the screen."""
        self.show_code(code)
        return True

    def take_change(self, change: DossiersChanged) -> None:
        """Reads the dossier anew if it is among those that changed; one that is not shown when the clerk comes back."""
        if self.code in change.codes and self.isVisible():
            self.refresh()

    def leave(self) -> None:
        """Closes an open form first; then back to the list."""
        if self.at_verify:
            self.leave_verify()
        elif self.steps.panel.form is not None:
            self.steps.panel.close_form()
        else:
            self.left.emit()

    def refresh(self) -> None:
        """Reads the dossier anew."""
        code = self.code

        def work(progress: Progress) -> _Read:
            view = dossier_view(progress.desk, code)
            conflicts = [conflict_of(progress.desk, conflict, view.dossier) for conflict in view.conflicts]
            return _Read(view, events_of(view.entries, view.folded, view.dossier), conflicts)

        if self._reading is not None:
            self._reading.cancel()  # what it read is older, and it may be the last to end
        self._reading = self._workplace.tasks.submit(work, self._show)

    def _show(self, read: _Read) -> None:
        view, dossier = read.view, read.view.dossier
        if dossier.code != self.code:
            return
        self._code_label.setText(dossier.code)
        self._owner_label.setText(dossier.owner.name)
        self._status.show_status(dossier.status)
        self._due.show_due(None if dossier.stop_request else dossier.due_at, dossier.status, self._workplace.desk.now())
        self.facts.show_dossier(dossier)
        self.steps.show_view(view)
        self.inspection.show_code(dossier.code)
        self.papers.show_dossier(dossier, view.failed_pages)
        self.timeline.show(read.events)
        self.control.show_lines(view.control)
        self._tabs.setTabEnabled(self._tabs.indexOf(self._pages_room), acts.ADD_PAPERS in self.steps.acts)
        self._show_pages()
        self.conflict.show_conflicts(dossier.code, read.conflicts)
        self._begin_wanted()

    def _begin_wanted(self) -> None:
        wanted, self._wanted = self._wanted, None
        if wanted is not None and wanted[0] in self.steps.acts:
            self.steps.choose(wanted[0])
            if wanted[1] is not None:
                self.take_card(wanted[1])

    def _do(self, act: AnyAct, step: Step) -> None:
        dossier = self.steps.seen.dossier if self.steps.seen else None
        form = dossier.paper(act.form) if dossier else act.form
        step = self.steps.panel.second.with_second(self.conflict.with_settlement(self.steps.panel.form, step))

        def work(progress: Progress) -> tuple[Dossier, bool]:
            dossier = step(progress.desk)
            return dossier, _is_printable(form, offers_of(progress.desk, dossier.code))

        def done(result: tuple[Dossier, bool]) -> None:
            dossier, printable = result
            self._done(act, form, dossier, printable)

        self._workplace.tasks.submit(work, done, self._refused, in_order=True)

    def _say_whose(self) -> None:
        if self.isVisible():
            self._workplace.messages.show_whose(f"dossier {self.code}")

    def _done(self, act: AnyAct, form: str, dossier: Dossier, printable: bool) -> None:
        """Says what was done and which paper belongs to it; one that can be made and was not given yet is shown."""
        self.steps.panel.finish()
        said = self.tr("{act}: done.").format(act=words.act_name(act))
        if form:
            said += " " + self.tr("Paper: {paper}.").format(paper=words.form_name(form))
        self._workplace.messages.succeed(said)
        self._changed(dossier)
        if act is acts.ADD_PAPERS:
            self._scan_what_came(dossier)
        if act is acts.TAKE_PAGE_OUT:
            self._workplace.pages.resume(dossier.code)  # makes the document of what is left
        if printable and dossier.code == self.code:
            self.show_form(form)

    def _make_prints(self) -> Papers:
        made = Papers(self._workplace, self._prints_room)
        layout = QVBoxLayout(self._prints_room)
        layout.setContentsMargins(0, 0, 0, 0)
        layout.addWidget(made)
        return made

    def _tab_chosen(self) -> None:
        if self._tabs.currentWidget() is self._prints_room and self._prints.made is None:
            self.show_form()
        self._show_pages()

    def _leave_prints(self) -> None:
        if self._prints.made is not None:
            self._prints.made.leave()

    def _make_pages(self) -> LaterPages:
        from ui.detail.later_pages import LaterPages

        made = LaterPages(self._workplace)
        made.holder.taking_out_wanted.connect(self._take_page_out)
        made.verify_bar.verify_wanted.connect(self.open_verify)
        made.verifying.entered.connect(self._verified)
        made.card_bar.correction_wanted.connect(self._correct)
        layout = QVBoxLayout(self._pages_room)
        layout.setContentsMargins(0, 0, 0, 0)
        layout.addWidget(made)
        return made

    def _make_verify(self) -> VerifyPanel:
        from ui.verify.panel import VerifyPanel

        panel = VerifyPanel(self._workplace)
        panel.settled.connect(self.pages.verifying.take)
        panel.left.connect(self.leave_verify)
        self._stack.addWidget(panel)
        return panel

    def _verified(self, dossier: Dossier) -> None:
        said = self.tr("{act}: done.").format(act=words.act_name(acts.VERIFY))
        self._workplace.messages.succeed(said)
        self._changed(dossier)

    def _show_pages(self) -> None:
        """The pages of the dossier on the screen, once they are asked for."""
        seen = self.steps.seen
        if seen is not None and self._tabs.currentWidget() is self._pages_room:
            self._show_dossier_pages(seen.dossier)

    def _scan_what_came(self, dossier: Dossier) -> None:
        """Shows the paper that was just added, ready to be scanned."""
        before = self.steps.seen.dossier.components if self.steps.seen else ()
        came = [component.key for component in dossier.components if component not in before]
        self._tabs.setCurrentWidget(self._pages_room)
        self._show_dossier_pages(dossier)
        self.pages.papers.select(next(iter(came), ""))

    def _take_page_out(self, page_id: int, number: int, paper: str) -> None:
        """Asks why a page of a document goes."""
        if acts.TAKE_PAGE_OUT not in self.steps.acts:
            self._workplace.messages.inform(self.tr("This page is in the dossier’s document: it stays there."))
            return
        self.steps.choose(acts.TAKE_PAGE_OUT)
        form = self.steps.panel.form
        assert isinstance(form, TakePageOutForm)
        form.show_page(page_id, number, paper)

    def _correct(self, card: SaidOtherwise) -> None:
        """What a scanned card says otherwise is typed into the form that puts the receipt right."""
        if acts.CORRECT not in self.steps.acts:
            self._workplace.messages.inform(self.tr("The receipt of this dossier is corrected no more."))
            return
        if not isinstance(self.steps.panel.form, CorrectForm):
            self.steps.choose(acts.CORRECT)
        form = self.steps.panel.form
        assert isinstance(form, CorrectForm)
        form.take_said(card.place, card.said)

    def _show_dossier_pages(self, dossier: Dossier) -> None:
        if dossier.code == self.code:
            self.pages.show_dossier(dossier)

    def _settle(self, step: Step) -> None:
        def done(dossier: Dossier) -> None:
            self._workplace.messages.succeed(self.tr("The contradiction is settled."))
            self._changed(dossier)

        self._workplace.tasks.submit(lambda progress: step(progress.desk), done, self._refused, in_order=True)

    def _do_again(self, act: AnyAct, payload: Payload) -> None:
        self.steps.choose(act)
        if form := self.steps.panel.form:
            form.fill(payload)
            self.conflict.expect(form)

    def _changed(self, dossier: Dossier) -> None:
        self._workplace.changes.written(dossier.code)

    def _refused(self, failure: CounterError) -> None:
        if not self.steps.panel.show_fault(failure):
            self._workplace.messages.fail(failure)
        self.refresh()

    def _show_document(self, name: str, component: str, file: FileRef) -> None:
        if component:
            code = self.code
            self._workplace.tasks.submit(lambda progress: note_paper_read(progress.desk, code, component))
        self._tabs.setCurrentIndex(1)
        self.prints.show_document(self.code, name, file)

    def _build(self) -> None:
        back = QToolButton(autoRaise=True)
        back.setToolTip(self.tr("Back to the list (Esc)"))
        back.setAccessibleName(back.toolTip())
        back.setIcon(icon("back"))
        back.setShortcut(QKeySequence(Qt.Key.Key_Escape))
        back.clicked.connect(self.leave)
        head = QHBoxLayout()
        for part in (back, self._code_label, self._owner_label, self._status, self._due):
            head.addWidget(part)
        head.addStretch()

        scroll = self._facts_room
        scroll.setFrameShape(QScrollArea.Shape.NoFrame)
        scroll.setAccessibleName(self.tr("Facts of the dossier"))
        scroll.setHorizontalScrollBarPolicy(Qt.ScrollBarPolicy.ScrollBarAlwaysOff)
        scroll.setMinimumHeight(_LEAST)
        left = QWidget(self._split)
        column = QVBoxLayout(left)
        column.setContentsMargins(0, 0, 8, 0)
        column.addWidget(scroll, 3)
        column.addWidget(_heading(self.tr("Papers (click to see)")))
        column.addWidget(self.papers, 2)

        timeline = QListView(tab_room(self._tabs))
        timeline.setModel(self.timeline)
        timeline.setAccessibleName(self.tr("Timeline"))
        timeline.setItemDelegate(TimelineDelegate(timeline))
        timeline.setSelectionMode(QListView.SelectionMode.NoSelection)
        timeline.setWordWrap(True)
        timeline.setResizeMode(QListView.ResizeMode.Adjust)
        self._tabs.addTab(timeline, self.tr("Timeline"))
        self._tabs.addTab(self._prints_room, self.tr("Papers to print"))
        self._tabs.addTab(self.control, self.tr("Control sheet"))
        self._tabs.addTab(self._pages_room, self.tr("Scan papers"))
        self._tabs.currentChanged.connect(lambda _: self._tab_chosen())
        split = self._split
        split.addWidget(left)
        split.addWidget(self._tabs)
        split.setChildrenCollapsible(False)
        split.setSizes([460, 740])
        split.setMinimumHeight(_BELOW)
        split.setSizePolicy(QSizePolicy.Policy.Preferred, QSizePolicy.Policy.Ignored)  # a form above it has room first
        layout = QVBoxLayout(self._body)
        layout.setContentsMargins(16, 10, 16, 8)
        layout.addLayout(head)
        layout.addWidget(self.steps)
        layout.addWidget(self.conflict)
        layout.addWidget(split, 1)
        self._stack = QStackedLayout(self)
        self._stack.addWidget(self._body)
        self.conflict.hide()


def _is_printable(form: str, offers: Sequence[Offer]) -> bool:
    """Whether a paper of that form can be made and was not given yet."""
    return any(offer.form == form and not offer.given for offer in offers)


def _event_text(event: Event) -> str:
    return f"{event.sentence}\n{event.by}"


def _selectable(name: str) -> QLabel:
    label = QLabel()
    label.setObjectName(name)
    label.setTextInteractionFlags(Qt.TextInteractionFlag.TextSelectableByMouse)
    return label


def _heading(text: str) -> QLabel:
    label = QLabel(text)
    label.setObjectName("heading")
    return label

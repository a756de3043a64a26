"""One dossier on the screen."""

from __future__ import annotations

from PySide6.QtCore import QModelIndex, Qt, Signal
from PySide6.QtGui import QKeySequence
from PySide6.QtWidgets import (
    QHBoxLayout,
    QLabel,
    QListView,
    QPushButton,
    QScrollArea,
    QSplitter,
    QTabWidget,
    QToolButton,
    QVBoxLayout,
    QWidget,
)

from counter_app.dossier.acts.act import AnyAct
from counter_app.dossier.draft import SpooledPage
from counter_app.dossier.identity import Card
from counter_app.dossier.model import Dossier
from counter_app.dossier.payloads import Payload
from counter_app.errors import CounterError
from printing.offers import offers_of
from ui import words
from ui.background.tasks import Progress
from ui.background.workplace import Workplace
from ui.detail.action_bar import ActionBar
from ui.detail.acts.form import Step
from ui.detail.conflict_panel import ConflictPanel
from ui.detail.control_view import ControlView
from ui.detail.facts import Facts
from ui.detail.papers_model import FACTS, PapersModel
from ui.detail.reuse_button import ReuseButton
from ui.detail.snapshot import Snapshot, take
from ui.detail.timeline_delegate import TimelineDelegate
from ui.detail.timeline_model import TimelineModel
from ui.papers.papers_view import Papers
from ui.theme import icon
from ui.widgets.badges import DueBadge, StatusBadge
from ui.widgets.two_line_delegate import TwoLineDelegate


class DetailPage(QWidget):
    """Facts and papers at the left, what happened or the paper itself at the right."""

    left = Signal()  # back to the list
    dossier_changed = Signal()

    def __init__(self, place: Workplace, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self._place = place
        self.code = ""
        self.facts = Facts()
        self.steps = ActionBar(place.desk)
        self.timeline = TimelineModel(self)
        self.papers = PapersModel(self)
        self.prints = Papers(place)
        self.control = ControlView()
        self.reuse = ReuseButton(place)
        self.conflict = ConflictPanel()
        self.retry = QPushButton()
        self.retry.clicked.connect(self._try_again)
        self._failed: tuple[SpooledPage, ...] = ()
        self._dossier: Dossier | None = None
        self._code_label, self._owner_label = _selectable("title"), _selectable("subtitle")
        self._status, self._due = StatusBadge(), DueBadge()
        self._build()

        self.steps.panel.confirmed.connect(self._do)
        self.steps.papers_wanted.connect(self.show_form)
        self.conflict.set_aside.connect(self._settle)
        self.conflict.act_wanted.connect(self._do_again)
        self.reuse.reused.connect(lambda dossier: self._changed(dossier))
        place.pages.documents_made.connect(self.refresh_if)

    def show_code(self, code: str) -> None:
        """Shows a dossier."""
        if code != self.code:
            self.steps.panel.close_form()
            self.prints.leave()
        self.code = code
        self._tabs.setCurrentIndex(0)
        self.refresh()

    def show_form(self, form: str = "", about: str | None = None) -> None:
        """Shows a form of the dossier, ready to print: the newest act's where none is named."""
        self._tabs.setCurrentIndex(1)
        self.prints.show_dossier(self.code, (form,), about)

    def print_paper(self) -> None:
        """Prints the paper on the screen; shows the newest one first where none is."""
        if self._tabs.currentIndex() == 1:
            self.prints.print_now()
        else:
            self.show_form()

    def take_card(self, card: Card) -> bool:
        """Whether an open form has use for the card that was read."""
        return self.steps.panel.take_card(card)

    def leave(self) -> None:
        """Closes an open form first; then back to the list."""
        if self.steps.panel.form is not None:
            self.steps.panel.close_form()
        else:
            self.left.emit()

    def refresh_if(self, code: str) -> None:
        """Reads the dossier anew if it is the one on the screen."""
        if code == self.code:
            self.refresh()

    def refresh(self) -> None:
        """Reads the dossier anew."""
        code = self.code

        def work(progress: Progress) -> Snapshot:
            return take(progress.desk, code)

        self._place.tasks.submit(work, self._show)

    def _show(self, snapshot: Snapshot) -> None:
        dossier = snapshot.dossier
        if dossier.code != self.code:
            return
        self._code_label.setText(dossier.code)
        self._owner_label.setText(dossier.owner.name)
        self._status.show_status(dossier.status)
        self._due.show_due(dossier.due_at, dossier.status)
        self.facts.show_dossier(dossier)
        self.steps.show_snapshot(snapshot)
        self.papers.show(dossier)
        self.timeline.show(snapshot.events)
        self.control.show_lines(snapshot.control)
        self._dossier = dossier
        self._offer_reuse()
        self.conflict.show_conflicts(dossier.code, snapshot.conflicts)
        self._failed = snapshot.failed_pages
        self.retry.setVisible(bool(snapshot.failed_pages))
        self.retry.setText(self.tr("%n pages could not be read – try again", "", len(snapshot.failed_pages)))

    def _do(self, act: AnyAct, step: Step) -> None:
        form = act.form
        step = self.conflict.with_settlement(self.steps.panel.form, step)

        def work(progress: Progress) -> tuple[Dossier, bool]:
            dossier = step(progress.desk)
            return dossier, any(one.form == form and not one.given for one in offers_of(progress.desk, dossier.code))

        def done(result: tuple[Dossier, bool]) -> None:
            dossier, printable = result
            self._done(act, form, dossier, printable)

        self._place.tasks.submit(work, done, self._refused, in_order=True)

    def _done(self, act: AnyAct, form: str, dossier: Dossier, printable: bool) -> None:
        """Says what was done and which paper belongs to it; one that can be made and was not given yet is shown."""
        self.steps.panel.finish()
        said = self.tr("{act}: done.").format(act=words.act_name(act))
        if form:
            said += " " + self.tr("Paper: {paper}.").format(paper=words.form_name(form))
        self._place.messages.succeed(said)
        self._changed(dossier)
        if printable and dossier.code == self.code:
            self.show_form(form)

    def _settle(self, step: Step) -> None:
        def done(dossier: Dossier) -> None:
            self._place.messages.succeed(self.tr("The contradiction is settled."))
            self._changed(dossier)

        self._place.tasks.submit(lambda progress: step(progress.desk), done, self._refused, in_order=True)

    def _do_again(self, act: AnyAct, payload: Payload) -> None:
        self.steps.choose(act)
        if form := self.steps.panel.form:
            form.fill(payload)
            self.conflict.expect(form)

    def _changed(self, dossier: Dossier) -> None:
        self.refresh_if(dossier.code)
        self.dossier_changed.emit()

    def _refused(self, failure: CounterError) -> None:
        self.steps.panel.show_fault(failure)
        self._place.messages.fail(failure)
        self.refresh()

    def _offer_reuse(self) -> None:
        row = self.papers.row(self.papers_list.currentIndex())
        if self._dossier is not None:
            self.reuse.show_for(self._dossier, row.component if row else None)

    def _try_again(self) -> None:
        for page in self._failed:
            self._place.pages.try_again(page)
        self.retry.hide()

    def _open_paper(self, index: QModelIndex) -> None:
        row = self.papers.row(index)
        if row is None:
            return
        if row.form:
            self.show_form(row.form, row.about)
        elif row.file:
            self._tabs.setCurrentIndex(1)
            self.prints.show_document(self.code, row.name, row.file)
        else:
            self._place.messages.inform(self.tr("This paper was not scanned yet."))

    def _build(self) -> None:
        back = QToolButton(autoRaise=True)
        back.setToolTip(self.tr("Back to the list (Esc)"))
        back.setIcon(icon("back"))
        back.setShortcut(QKeySequence(Qt.Key.Key_Escape))
        back.clicked.connect(self.leave)
        head = QHBoxLayout()
        for part in (back, self._code_label, self._owner_label, self._status, self._due):
            head.addWidget(part)
        head.addStretch()

        papers = self.papers_list = QListView()
        papers.setModel(self.papers)
        papers.setItemDelegate(TwoLineDelegate(FACTS, papers))
        papers.clicked.connect(self._open_paper)
        papers.activated.connect(self._open_paper)
        papers.selectionModel().currentChanged.connect(lambda *_: self._offer_reuse())
        papers.setMinimumHeight(120)
        scroll = QScrollArea(widgetResizable=True)
        scroll.setFrameShape(QScrollArea.Shape.NoFrame)
        scroll.setWidget(self.facts)
        left = QWidget()
        column = QVBoxLayout(left)
        column.setContentsMargins(0, 0, 8, 0)
        column.addWidget(scroll, 3)
        column.addWidget(_heading(self.tr("Papers (click to see)")))
        column.addWidget(papers, 2)
        column.addWidget(self.reuse)
        column.addWidget(self.retry)

        timeline = QListView()
        timeline.setModel(self.timeline)
        timeline.setItemDelegate(TimelineDelegate(timeline))
        timeline.setSelectionMode(QListView.SelectionMode.NoSelection)
        timeline.setWordWrap(True)
        timeline.setResizeMode(QListView.ResizeMode.Adjust)
        self._tabs = QTabWidget(documentMode=True)
        self._tabs.addTab(timeline, self.tr("Timeline"))
        self._tabs.addTab(self.prints, self.tr("Papers to print"))
        self._tabs.addTab(self.control, self.tr("Control sheet"))
        split = QSplitter()
        split.addWidget(left)
        split.addWidget(self._tabs)
        split.setChildrenCollapsible(False)
        split.setSizes([460, 740])
        layout = QVBoxLayout(self)
        layout.setContentsMargins(16, 10, 16, 8)
        layout.addLayout(head)
        layout.addWidget(self.steps)
        layout.addWidget(self.conflict)
        layout.addWidget(split, 1)
        self.conflict.hide()
        self.retry.hide()


def _selectable(name: str) -> QLabel:
    label = QLabel()
    label.setObjectName(name)
    label.setTextInteractionFlags(Qt.TextInteractionFlag.TextSelectableByMouse)
    return label


def _heading(text: str) -> QLabel:
    label = QLabel(text)
    label.setObjectName("heading")
    return label

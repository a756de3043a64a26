"""Verifying what was read: the page at the left, at the right the field in question with its cut-out, then all fields.

One key accepts a field, one takes the sure ones that stand on the screen, one leads to the next that asks. Nothing is
taken before its picture is there to be compared with.
"""

from __future__ import annotations

from collections.abc import Sequence
from datetime import date

from PySide6.QtCore import Qt, Signal
from PySide6.QtWidgets import QHBoxLayout, QLabel, QPushButton, QSplitter, QVBoxLayout, QWidget

from counter_app.desk.known_people import known_people
from counter_app.dossier.agency_names import in_full
from counter_app.dossier.draft import PersonTyped
from counter_app.dossier.read_papers import ReadPaper
from counter_app.dossier.suggesting import suggested
from counter_app.dossier.verifying import FieldRow, State, Verification
from ui.background.tasks import Progress, Task
from ui.background.workplace import Workplace
from ui.theme import SPACE
from ui.verify.cut_outs import PaperPictures, pictures_of
from ui.verify.field_editor import FieldEditor
from ui.verify.field_list import FieldList
from ui.verify.reasons import what_tells
from ui.widgets.elided_label import ElidedLabel
from ui.widgets.page_view import PageView

_NOTHING = PaperPictures()
_FIELDS = 440  # pixels


class VerifyPanel(QWidget):
    """Verifies one paper after the other."""

    settled = Signal(object)  # Verification, each time something of it is confirmed
    left = Signal()  # the clerk goes back, or nothing is open any more

    def __init__(self, workplace: Workplace, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self._workplace = workplace
        self.papers: list[Verification] = []
        self._people: tuple[PersonTyped, ...] = ()
        self._of_before: tuple[PersonTyped, ...] = ()  # as earlier dossiers have them
        self._looking: Task | None = None
        self._nth = self._at = 0
        self._told: tuple[int, int, str] | None = None  # the field and what was typed in it against something else
        self._pictures = _NOTHING
        self._pictured: ReadPaper | None = None
        self._shown_page = 0
        self.title = ElidedLabel()
        self.title.setObjectName("heading")
        self.counts = QLabel()
        self.counts.setObjectName("quiet")
        self.view = PageView()
        self.view.setFocusPolicy(Qt.FocusPolicy.NoFocus)
        self.editor = FieldEditor(workplace.desk)
        self.fields = FieldList()
        self.take_seen = QPushButton(self.tr("Take the sure ones in view (Ctrl+Enter)"))
        self.next = QPushButton(self.tr("Next doubtful (Ctrl+J)"))
        self.back = QPushButton(self.tr("Back (Esc)"))
        self._build()
        self._connect()

    @property
    def paper(self) -> Verification:
        """The paper on the screen."""
        return self.papers[self._nth]

    @property
    def is_ready(self) -> bool:
        """Whether the paper's pictures are there: before, nothing can have been compared."""
        return self._pictures is not _NOTHING

    def verify(self, papers: Sequence[Verification], people: Sequence[PersonTyped] = ()) -> None:
        """Begins with the first field that asks, or the first that is open, or the first; `people` are the intake's."""
        self.papers, self._people = list(papers), tuple(people)
        self._point()
        self._look_for_people()
        asking = [nth for nth, paper in enumerate(self.papers) if paper.asking]
        opened = [nth for nth, paper in enumerate(self.papers) if paper.open]
        self._show_paper(next(iter([*asking[:1], *opened]), 0))

    def _look_for_people(self) -> None:
        """What earlier dossiers say of the people whose numbers stand on the papers or in the intake."""
        if self._looking is not None:
            self._looking.cancel()
        self._of_before = ()
        rows = (row for paper in self.papers for row in paper.rows if row.read.name.endswith("identity_number"))
        numbers = [*(person.identity_number for person in self._people), *("".join(row.value.split()) for row in rows)]

        def work(progress: Progress) -> tuple[PersonTyped, ...]:
            return known_people(progress.desk, numbers)

        def done(found: tuple[PersonTyped, ...]) -> None:
            self._of_before = found
            if found and not self.editor.input.isModified():
                self._show_field(self._at)

        self._looking = self._workplace.tasks.submit(work, done)

    def accept(self, typed: str, normal: str) -> None:
        """The field in question is settled as it stands in its input; on to the next one."""
        if not self.is_ready:
            return
        settled = self.paper.settled(self._at, typed, normal)
        if self._must_be_told(settled, typed):
            return
        self._change(settled)
        if self.paper.rows[self._at].asks:  # it is to be keyed once more
            self._show_field(self._at)
        else:
            self._go_on()

    def _must_be_told(self, settled: Verification, typed: str) -> bool:
        """Whether what was typed contradicts what stands elsewhere and was not told yet: it is told now, and the same
        typed once more stays."""
        row, told = settled.rows[self._at], (self._nth, self._at, typed)
        if row.done is None or told == self._told:
            return False
        from scanning.fields.pointing import contradictions

        before, after = self.papers, [settled if nth == self._nth else one for nth, one in enumerate(self.papers)]
        known, found = (contradictions(papers, self._nth, row.read.name, *self._today) for papers in (before, after))
        hidden = self.paper.rows[self._at].state is State.TWICE  # its points say what was read
        new = [one for one in found if hidden or one.sentence not in {other.sentence for other in known}]
        if new:
            self._told = told
            here = (self._nth, row.read.name)
            first = ((one.suggestion, one.fields[0]) for one in new if one.suggestion)
            meant = {said for said, at in first if (at.paper, at.field.name) == here}
            self.editor.tell([one.sentence for one in new], meant.pop() if len(meant) == 1 else "")
        return bool(new)

    @property
    def _today(self) -> tuple[date, str]:
        """The day and the office that rules ask for."""
        desk = self._workplace.desk
        return desk.now().date(), desk.profile.office.name

    def _point(self) -> None:
        """What the rules say of the papers as they stand now."""
        from scanning.fields.pointing import pointed_anew

        self.papers = list(pointed_anew(self.papers, *self._today))

    def take_in_view(self) -> None:
        """The sure fields that stand on the screen are taken as they were read; the list goes on behind them."""
        if not self.is_ready:
            return
        self._change(self.paper.seen(self.fields.in_view()))
        self._go_on()

    def go_to_next(self) -> None:
        """To the next field that asks, of this paper or of those after it."""
        places = [(nth, at) for nth, paper in enumerate(self.papers) for at in paper.asking]
        here = (self._nth, self._at)
        later = [place for place in places if place > here]
        for nth, at in (later or places)[:1]:
            self._show_paper(nth, at)

    def _go_on(self) -> None:
        """The next field that asks, then those that are open; then the next paper; then back."""
        paper = self.paper
        later = [at for at in paper.asking if at > self._at] or list(paper.asking)
        if later:
            self._show_field(later[0])
        elif paper.open:
            self._show_field(paper.open[0])
            self.fields.begin_at(paper.open[0])
        else:
            others = [nth for nth, other in enumerate(self.papers) if other.open]
            if others:
                self._show_paper(next((nth for nth in others if nth > self._nth), others[0]))
            else:
                self.left.emit()

    def _change(self, verification: Verification) -> None:
        if verification != self.paper:
            self.papers[self._nth] = verification
            self._point()
            self.settled.emit(self.paper)
            self._show_rows()

    def _show_paper(self, nth: int, at: int | None = None) -> None:
        another = self._nth != nth or not self.is_ready or self._pictured is not self.papers[nth].paper
        self._nth = nth
        if another:
            self._load(self.papers[nth].paper)
        paper = self.paper
        self._show_rows()
        first = next(iter((*paper.asking, *paper.open)), 0)
        self._show_field(first if at is None else at)

    def _load(self, paper: ReadPaper) -> None:
        """The pages and cut-outs, beside the window's thread."""
        self._pictures, self._pictured, self._shown_page = _NOTHING, paper, 0
        self.view.clear()

        def work(progress: Progress) -> PaperPictures:
            return pictures_of(progress, paper)

        def done(pictures: PaperPictures) -> None:
            if self._pictured is paper:
                self._pictures = pictures
                self._show_rows()
                self._show_field(self._at)

        self._workplace.tasks.submit(work, done)

    def _show_rows(self) -> None:
        paper = self.paper
        nth = self.tr("paper {n} of {all}").format(n=self._nth + 1, all=len(self.papers))
        form = paper.paper.other_form
        told = [
            paper.paper.title,
            nth,
            self.tr("another form than is known here: {form}").format(form=form) if form else "",
            self.tr("filled in by two people") if paper.paper.hands > 1 else "",
        ]
        self.title.setText(" · ".join(part for part in told if part))
        why, sure = what_tells(paper.paper.title, paper.paper.reason), round(paper.paper.confidence)
        known = self.tr("{title}: known by {why}, {n} % sure").format(title=paper.paper.title, why=why, n=sure)
        self.title.setToolTip(f"{self.title.text()}\n{known}")
        missing = sum(row.state is State.MISSING for row in paper.rows)
        said = [
            self.tr("%n to look at", "", len(paper.asking) - missing) if len(paper.asking) > missing else "",
            self.tr("%n missing", "", missing) if missing else "",
            self.tr("%n open", "", len(paper.open)),
        ]
        self.counts.setText(" · ".join(part for part in said if part))
        self.fields.show_fields(paper, self._pictures.cut_outs)

    def _show_field(self, at: int) -> None:
        self._at = at
        row = self.paper.rows[at]
        self.fields.select(at)
        known = self._suggested(row) if row.asks or not row.value else ""
        if row.read.value or not known:
            known = row.read.meant or row.read.suggestion or known
        self.editor.show_field(row, self._pictures.cut_outs.get(row.read.name), known)
        page = row.read.page or self._shown_page or self.paper.paper.pages[0]
        if page != self._shown_page and page in self._pictures.pages:
            self._shown_page = page
            self.view.show_picture(*self._pictures.pages[page])
        self.view.highlight([row.read.box] if row.read.box and row.read.page == self._shown_page else [])

    def _suggested(self, row: FieldRow) -> str:
        """What the papers and people of today say of the field or its person; what earlier dossiers do where those are
        silent. Papers are addressed to this office, as a rule."""
        from scanning.fields.pointing import would_agree

        field, paper, (day, office) = row.read.name, self.paper, self._today
        if field == "addressee":
            return "" if row.value else in_full(office)
        today = would_agree(self.papers, self._nth, field, day) or suggested(field, paper, self.papers, self._people)
        return today or suggested(field, paper, [], self._of_before)

    def _step(self, by: int) -> None:
        self._show_field(min(max(self._at + by, 0), len(self.paper.rows) - 1))

    def _turn(self, by: int) -> None:
        self._show_paper((self._nth + by) % len(self.papers))

    def _connect(self) -> None:
        self.editor.settled.connect(self.accept)
        self.editor.seen.connect(self.take_in_view)
        self.editor.step_wanted.connect(self._step)
        self.editor.paper_wanted.connect(self._turn)
        self.editor.next_wanted.connect(self.go_to_next)
        self.editor.left.connect(self.left)
        self.fields.chosen.connect(self._show_field)
        self.take_seen.clicked.connect(self.take_in_view)
        self.next.clicked.connect(self.go_to_next)
        self.back.clicked.connect(self.left)

    def _build(self) -> None:
        for button in (self.take_seen, self.next, self.back):
            button.setFocusPolicy(Qt.FocusPolicy.NoFocus)  # the cursor stays in the input
        head = QHBoxLayout()
        head.setSpacing(SPACE)
        head.addWidget(self.title, 1)
        head.addWidget(self.counts)
        for button in (self.next, self.back):
            head.addWidget(button)
        right = QWidget()
        column = QVBoxLayout(right)
        column.setContentsMargins(SPACE, 0, 0, 0)
        column.setSpacing(SPACE // 2)
        column.addWidget(self.editor)
        column.addWidget(self.fields, 1)
        column.addWidget(self.take_seen)
        split = QSplitter(Qt.Orientation.Horizontal)
        split.addWidget(self.view)
        split.addWidget(right)
        split.setChildrenCollapsible(False)
        split.setStretchFactor(0, 1)
        right.setMinimumWidth(_FIELDS)
        layout = QVBoxLayout(self)
        layout.setContentsMargins(12, 6, 12, 8)
        layout.addLayout(head)
        layout.addWidget(split, 1)

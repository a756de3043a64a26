"""From which certainty on what was read of a paper may be called sure: set beside the errors that were found in it."""

from __future__ import annotations

from PySide6.QtCore import Qt, Signal
from PySide6.QtWidgets import QGridLayout, QLabel, QPushButton, QScrollArea, QVBoxLayout, QWidget

from counter_app.config import NEVER_SURE, ReadingThreshold
from counter_app.errors import CounterError
from counter_app.reports.reading import CheckedPaper, checked_by_paper
from counter_app.reports.scope import Scope
from counter_app.tables import Kind, shown
from ui.background.tasks import Progress, Task
from ui.background.workplace import Workplace
from ui.reports.names import period_said
from ui.theme import SPACE, icon
from ui.widgets.number_box import NumberBox


class ThresholdsPanel(QWidget):
    """A line a paper: those that were confirmed in the period, those with a threshold, then all others that are read.
    `left` says that the report is wanted back."""

    left = Signal()

    def __init__(self, workplace: Workplace, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self._workplace = workplace
        self._running: Task | None = None
        self.boxes: dict[str, NumberBox] = {}
        self.errors: dict[str, QLabel] = {}
        self.back = QPushButton(icon("back"), self.tr("Back to the report (Esc)"))
        self.back.setShortcut("Esc")
        self.back.clicked.connect(self.left)
        self.said = QLabel()
        self.said.setWordWrap(True)
        self.save = QPushButton(self.tr("Save (F9)"))
        self.save.setObjectName("primary")
        self.save.setShortcut("F9")
        self.save.clicked.connect(self._save)
        self._area = QScrollArea(widgetResizable=True)
        self._area.setFocusPolicy(Qt.FocusPolicy.NoFocus)
        layout = QVBoxLayout(self)
        layout.setContentsMargins(0, 0, 0, 0)
        layout.setSpacing(SPACE)
        layout.addWidget(self.back, 0, Qt.AlignmentFlag.AlignLeft)
        layout.addWidget(self.said)
        layout.addWidget(self._area, 1)
        layout.addWidget(self.save, 0, Qt.AlignmentFlag.AlignRight)

    @property
    def is_begun(self) -> bool:
        """Whether another threshold is typed than is kept."""
        profile = self._workplace.profile_file.kept
        return any(box.value() != profile.sure_from(paper) for paper, box in self.boxes.items())

    def begin(self, scope: Scope) -> None:
        """The papers with their errors in the scope's period, and the thresholds as they are kept."""
        if self._running is not None:
            self._running.cancel()
        self.said.setText(
            self.tr(
                "A field is called sure where both readers agree and its rule holds. Where the random share shows "
                "errors, ask for more: below the threshold it is looked at one by one. {period}."
            ).format(period=period_said(scope.period))
        )

        def work(progress: Progress) -> list[CheckedPaper]:
            from scanning.fields.templates import folder_in, forms_of
            from scanning.fields.titles import title_of

            found = checked_by_paper(progress.desk.store.db, scope)
            forms = forms_of(folder_in(progress.desk.knowledge.own))
            others = [row.paper for row in progress.desk.profile.thresholds]
            others += sorted({template.paper for template in forms.templates})
            here = {paper.paper for paper in found}
            rest = dict.fromkeys(paper for paper in others if paper not in here)
            return [*found, *(CheckedPaper(paper, title_of(paper, forms.own_titles)) for paper in rest)]

        self._running = self._workplace.tasks.submit(work, self._show)

    def _show(self, papers: list[CheckedPaper]) -> None:
        profile = self._workplace.profile_file.kept
        self.boxes, self.errors = {}, {}
        inside = QWidget()
        grid = QGridLayout(inside)
        grid.setHorizontalSpacing(2 * SPACE)
        grid.setColumnStretch(0, 1)
        heads = (self.tr("Paper"), self.tr("Confirmed"), self.tr("Random share: errors"), self.tr("Sure from"))
        for column, head in enumerate(heads):
            label = QLabel(head)
            label.setObjectName("heading")
            grid.addWidget(label, 0, column)
        for row, paper in enumerate(papers, start=1):
            title = QLabel(paper.title)
            title.setWordWrap(True)
            box = NumberBox(minimum=0, maximum=NEVER_SURE, value=profile.sure_from(paper.paper))
            box.setSuffix(" %")
            box.setSpecialValueText(self.tr("as the program"))
            box.setToolTip(self.tr("{n}: no field of this paper is called sure").format(n=NEVER_SURE))
            box.setAccessibleName(paper.title)
            errors = QLabel(self._errors(paper))
            for column, part in enumerate((title, QLabel(shown(paper.confirmed, Kind.NUMBER)), errors, box)):
                grid.addWidget(part, row, column)
            self.boxes[paper.paper], self.errors[paper.paper] = box, errors
        grid.setRowStretch(len(papers) + 1, 1)
        self._area.setWidget(inside)
        if first := next(iter(self.boxes.values()), None):
            first.setFocus()

    def _errors(self, paper: CheckedPaper) -> str:
        """The share that was wrong of how many, for a rate of three is no rate."""
        if paper.share is None:
            return self.tr("none checked yet")
        said = self.tr("{share} ({wrong} / {checked})")
        return said.format(share=shown(paper.share, Kind.PERCENT), wrong=paper.wrong, checked=paper.checked)

    def _save(self) -> None:
        kept = self._workplace.profile_file.kept
        typed = {paper: box.value() for paper, box in self.boxes.items()}
        every = {row.paper: row.sure_from for row in kept.thresholds} | typed
        rows = tuple(ReadingThreshold(paper=paper, sure_from=least) for paper, least in every.items() if least)
        try:
            changed = self._workplace.profile_file.change(
                self._workplace.desk, kept.model_copy(update={"thresholds": rows})
            )
        except CounterError as failure:
            self._workplace.messages.fail(failure)
            return
        if changed:
            self._workplace.messages.succeed(
                self.tr("The thresholds are saved; they hold for what is verified from now on.")
            )

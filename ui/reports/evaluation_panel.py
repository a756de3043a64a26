"""The monthly evaluation (QĐ 766) before an official: its figures, signed off and saved as the package to publish."""

from __future__ import annotations

from collections.abc import Callable
from dataclasses import dataclass
from datetime import date
from pathlib import Path

from PySide6.QtCore import Qt, Signal
from PySide6.QtWidgets import QHBoxLayout, QLabel, QLineEdit, QPushButton, QVBoxLayout, QWidget

from counter_app.desk.evaluation import counted, sign_off, versions
from counter_app.desk.report_answers import Sheet
from counter_app.dossier.clock import VIETNAM
from counter_app.dossier.journal import Entry
from counter_app.dossier.payloads.evaluation import EvaluationSigned
from counter_app.errors import CounterError
from counter_app.reports.evaluation import evaluation_table
from counter_app.reports.periods import Cut, Period, before, containing
from ui.background.tasks import Progress, Task
from ui.background.workplace import Workplace
from ui.errors import NotSaved
from ui.reports.names import period_said
from ui.reports.table import ReportTable
from ui.theme import SPACE, icon
from ui.widgets.choice_box import ChoiceBox
from ui.widgets.file_choice import choose_folder
from ui.widgets.labelled_field import LabelledField

_MONTHS = 12  # that can be chosen


@dataclass(frozen=True)
class _Found:
    """What the office's figures of a month are now, and what was signed off of them, the oldest first."""

    now: EvaluationSigned
    signed: list[tuple[EvaluationSigned, Entry]]


class EvaluationPanel(QWidget):
    """A month that is over, its figures, what was signed off; `left` says that the reports are wanted back."""

    left = Signal()

    def __init__(self, workplace: Workplace, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self._workplace = workplace
        self._running: Task | None = None
        self.whose = ""  # the official who looks at it
        self.found: _Found | None = None  # None until it was read
        self._reasons: dict[tuple[str, Period], str] = {}  # typed, and not signed yet
        self.back = QPushButton(icon("back"), self.tr("Back to the reports (Esc)"))
        self.back.setShortcut("Esc")
        self.back.clicked.connect(self.left)
        self.month = ChoiceBox()
        self.month.setAccessibleName(self.tr("Month of the evaluation"))
        self.month.activated.connect(lambda _: self.read())
        self.state = QLabel()
        self.state.setWordWrap(True)
        self.table = ReportTable()
        self.reason = QLineEdit()
        self.why = LabelledField(self.tr("Reason of the correction"), self.reason, required=True)
        self.reason.textEdited.connect(self._note_reason)
        self.sign = QPushButton(self.tr("Sign off and save… (F9)"))
        self.sign.setObjectName("primary")
        self.sign.setShortcut("F9")
        self.sign.clicked.connect(self._choose_and_sign)
        self.save = QPushButton(icon("save"), self.tr("Save what was signed off…"))
        self.save.clicked.connect(self._choose_and_save)
        self._build()

    def begin(self) -> None:
        """The last month that is over, or the one at which the official left it."""
        before = self.month.currentData() if self.whose == self._workplace.desk.clerk.name else None
        self.whose = self._workplace.desk.clerk.name
        self.month.clear()
        months = _months_over(self._workplace.desk.now().astimezone(VIETNAM).date())
        for period in months:
            self.month.addItem(period_said(period), period)
        self.month.setCurrentIndex(months.index(before) if before in months else 0)
        self.read()
        self.month.setFocus()

    def read(self) -> None:
        """Counts the month's figures anew."""
        if self._running is not None:
            self._running.cancel()
        period: Period = self.month.currentData()
        self.found = None
        self.reason.setText(self._reasons.get((self.whose, period), ""))
        self.why.set_error("")
        self.why.hide()
        self.state.setText(self.tr("Counting…"))
        self._allow()

        def work(progress: Progress) -> _Found:
            return _Found(counted(progress.desk, period), versions(progress.desk, period))

        self._running = self._workplace.tasks.submit(work, self._show, self._fail)

    def sign_into(self, folder: Path) -> None:
        """Signs the month off in the name of who sits here, and saves its package into the folder."""
        period, reason = self.month.currentData(), self.reason.text()
        signer = self.whose

        def work(progress: Progress) -> str:
            signed = sign_off(progress.desk, period, signer, reason)
            progress.tell(None)  # it is signed off, whether it can be saved or not
            return _save(progress, *signed, folder)

        self._submit(work, self.tr("The evaluation was signed off and saved: {file}"), period)

    def save_into(self, folder: Path) -> None:
        """Saves the package of the newest version that was signed off."""
        if self.found is not None and self.found.signed:
            signed, entry = self.found.signed[-1]
            self._submit(lambda progress: _save(progress, signed, entry, folder), self.tr("Saved: {file}"))

    @property
    def is_begun(self) -> bool:
        """Whether a reason is typed that nobody signed off with yet."""
        return any(reason.strip() for reason in self._reasons.values())

    def _note_reason(self, reason: str) -> None:
        self._reasons[self.whose, self.month.currentData()] = reason
        self.why.set_error("")

    def _submit(self, work: Callable[[Progress], str], said: str, signs: Period | None = None) -> None:
        self.found = None
        self._allow()

        def done(file: str) -> None:
            self._workplace.messages.succeed(said.format(file=file))
            self.read()

        def failed(failure: CounterError) -> None:
            self._workplace.messages.fail(failure)
            self.read()  # it may be signed off though not saved, or signed off by another meanwhile

        def signed(_: object) -> None:
            if signs is not None:
                self._reasons.pop((self.whose, signs), None)

        self._workplace.tasks.submit(work, done, failed, signed, in_order=True)

    def _choose_and_sign(self) -> None:
        if self.found is None or not self.isVisible():
            return
        if self.found.signed and not self.reason.text().strip():
            self.why.set_lacking()
            self.reason.setFocus()
        elif chosen := choose_folder(self, self.tr("Folder for the evaluation")):
            self.sign_into(Path(chosen))

    def _choose_and_save(self) -> None:
        if chosen := choose_folder(self, self.tr("Folder for the evaluation")):
            self.save_into(Path(chosen))

    def _show(self, found: _Found) -> None:
        self.found = found
        table = evaluation_table(found.now)
        self.table.show_sheet(Sheet(table, tuple(table.rows)))
        self.why.setVisible(bool(found.signed))
        self.state.setText(self._said(found))
        self._allow()

    def _said(self, found: _Found) -> str:
        if not found.signed:
            return self.tr("Not signed off yet.")
        signed, entry = found.signed[-1]
        said = self.tr("Version {version} was signed off by {signer} on {day}; it stays as it is.").format(
            version=signed.version, signer=signed.signer, day=f"{entry.at.astimezone(VIETNAM):%d/%m/%Y}"
        )
        also = [item for item in found.signed[:-1] if item[0].version == signed.version]  # before either desk knew
        if also:
            other, at = also[-1][0], also[-1][1].at
            doubled = self.tr(
                "Another desk signed version {version} off, too ({signer}, {day}): a correction says which is right."
            ).format(version=other.version, signer=other.signer, day=f"{at.astimezone(VIETNAM):%d/%m/%Y}")
            return f"{said} {doubled}"
        if signed.lines == found.now.lines:
            return f"{said} {self.tr('The figures have not changed since.')}"
        return f"{said} {self.tr('The figures have changed since: a correction becomes the next version.')}"

    def _fail(self, failure: CounterError) -> None:
        self.state.clear()
        self._allow()
        self._workplace.messages.fail(failure)

    def _allow(self) -> None:
        self.sign.setEnabled(self.found is not None)
        self.save.setEnabled(self.found is not None and bool(self.found.signed))

    def _build(self) -> None:
        top = QHBoxLayout()
        top.setSpacing(SPACE)
        top.addWidget(self.month)
        top.addWidget(self.state, 1)
        bottom = QHBoxLayout()
        bottom.setSpacing(SPACE)
        bottom.addWidget(self.why, 1)
        bottom.addStretch()
        bottom.addWidget(self.save, 0, Qt.AlignmentFlag.AlignBottom)
        bottom.addWidget(self.sign, 0, Qt.AlignmentFlag.AlignBottom)
        layout = QVBoxLayout(self)
        layout.setContentsMargins(0, 0, 0, 0)
        layout.setSpacing(SPACE)
        layout.addWidget(self.back, 0, Qt.AlignmentFlag.AlignLeft)
        layout.addLayout(top)
        layout.addWidget(self.table, 1)
        layout.addLayout(bottom)


def _months_over(today: date) -> list[Period]:
    """The newest first."""
    months = [before(Cut.MONTH, containing(Cut.MONTH, today))]
    while len(months) < _MONTHS:
        months.append(before(Cut.MONTH, months[-1]))
    return months


def _save(progress: Progress, signed: EvaluationSigned, entry: Entry, folder: Path) -> str:
    """The name of the package's first file. Raises NotSaved, BadLogo, SpreadsheetFault."""
    from printing.evaluation_package import write_package
    from printing.form_context import letterhead

    try:
        profile = progress.desk.profile
        return write_package(signed, entry, letterhead(profile.office), folder, profile.mark)[0].name
    except OSError as fault:
        raise NotSaved(type(fault).__name__) from fault

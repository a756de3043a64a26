"""Books and reports: which one, of which days, the table with the dossiers behind it, charts, files and paper."""

from __future__ import annotations

from typing import TypeVar

from PySide6.QtCore import QSignalBlocker, QSize, Qt, QTimer, Signal
from PySide6.QtGui import QKeySequence, QShortcut
from PySide6.QtWidgets import (
    QComboBox,
    QHBoxLayout,
    QLabel,
    QListWidget,
    QListWidgetItem,
    QPushButton,
    QStackedLayout,
    QStyle,
    QVBoxLayout,
    QWidget,
)

from counter_app.desk.report_answers import Answer, answer
from counter_app.dossier import roles
from counter_app.dossier.identity import Card
from counter_app.errors import CounterError
from counter_app.reports.offered import REPORTS, Asks, Fields, Offered, Question
from counter_app.reports.scope import NO_FIELD, Scope
from counter_app.tables import Kind, shown
from ui.background.changes import DossiersChanged
from ui.background.tasks import Progress, Task
from ui.background.workplace import Workplace
from ui.papers.panel import PaperPanel, document
from ui.reports.cash_panel import CashPanel
from ui.reports.draw_bar import DrawBar
from ui.reports.evaluation_panel import EvaluationPanel
from ui.reports.file_bar import FileBar, paper
from ui.reports.names import report_name
from ui.reports.period_bar import PeriodBar
from ui.reports.report_view import ReportView
from ui.reports.thresholds_panel import ThresholdsPanel
from ui.theme import SPACE, icon
from ui.widgets.choice_box import ChoiceBox
from ui.widgets.empty_state import EmptyState
from ui.widgets.lazy_screen import LazyScreen, Slices

_CASH_SHEET, _READING = "quy-cuoi-ngay", "ket-qua-doc"
_LIST = 236  # pixels
_ABOVE, _BESIDE = 7, 6  # pixels above and below a report's name, and beside it
_FIELD = 260  # pixels that the choice of a field has at the most; on a small screen it gives way to the period
_PATIENCE = 300  # milliseconds before the screen says that it is counting

P = TypeVar("P", "ReportPreview", CashPanel, EvaluationPanel, ThresholdsPanel)


class ReportsPage(QWidget):
    """A list of reports at the left, the chosen one beside it."""

    opened = Signal(str)  # a dossier's code

    def __init__(self, workplace: Workplace, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self._workplace = workplace
        self._running: Task | None = None
        self._field: dict[str, str | None] = {}
        self.answer: Answer | None = None
        self.list = QListWidget()
        self.list.setFixedWidth(_LIST)
        self.list.setStyleSheet(f"QListWidget::item {{ padding: {_ABOVE}px {_BESIDE}px; }}")
        self.list.setWordWrap(True)
        self.list.setTextElideMode(Qt.TextElideMode.ElideNone)
        self.list.setHorizontalScrollBarPolicy(Qt.ScrollBarPolicy.ScrollBarAlwaysOff)
        self.list.setAccessibleName(self.tr("Reports"))
        for report in REPORTS:
            item = QListWidgetItem(report_name(report), self.list)
            item.setToolTip(report.title)  # all of it, as papers have it
            item.setSizeHint(self._room_for(item.text()))
        self._holder = QWidget(self)
        self._screens = QStackedLayout(self._holder)
        self._screen = QWidget(self._holder)
        self._below_top = QWidget(self._screen)
        self._below = QStackedLayout(self._below_top)
        self.period = PeriodBar(workplace.desk.now().date(), self._screen)
        self.field = ChoiceBox()
        self.field.setAccessibleName(self.tr("Field"))
        self.field.setSizeAdjustPolicy(QComboBox.SizeAdjustPolicy.AdjustToMinimumContentsLengthWithIcon)
        self.field.setMinimumContentsLength(7)
        self.field.setMaximumWidth(_FIELD)
        self.draw = DrawBar(self._screen)
        self.draw.hide()
        self.files = FileBar(workplace, self._screen)
        self.print = QPushButton(icon("print"), self.tr("Print…"))
        self.print.setToolTip(self.tr("See the paper and print it (Ctrl+P)"))
        self.counting = QLabel(self.tr("Counting…"))
        self.counting.setObjectName("quiet")
        self._nothing: dict[Asks, EmptyState] = {}
        self.failed = LazyScreen(self._make_failed)
        self._preview = LazyScreen(self._make_preview)
        self._cash = LazyScreen(self._make_cash)
        self.count_cash = QPushButton(self.tr("Count the cash (F8)"))
        self.count_cash.setToolTip(self.tr("By notes, at the end of the day; it stands on the day's sheet"))
        self._evaluation = LazyScreen(self._make_evaluation)
        self.sign_off = QPushButton(self.tr("Monthly evaluation (Shift+F8)"))
        self.sign_off.setToolTip(self.tr("See a month's evaluation (QĐ 766), sign it off, save it for publication"))
        self._thresholds = LazyScreen(self._make_thresholds)
        self.set_thresholds = QPushButton(self.tr("Thresholds of reading (Shift+F9)"))
        self.set_thresholds.setShortcut("Shift+F9")
        self.set_thresholds.setToolTip(self.tr("From which certainty on what is read of a paper is called sure"))
        self._late = QTimer(self, singleShot=True, interval=_PATIENCE)

    def make_rest(self) -> Slices[None]:
        """What shows a report; nobody comes here before it is there."""
        self.view = ReportView(self._workplace, self._below_top)
        yield
        self._build()
        self._connect()
        self.list.setCurrentRow(0)

    @property
    def preview(self) -> ReportPreview:
        """The report as a paper."""
        return self._preview()

    @property
    def cash(self) -> CashPanel:
        """The count of the cash."""
        return self._cash()

    @property
    def evaluation(self) -> EvaluationPanel:
        """The signing off of a month's evaluation."""
        return self._evaluation()

    @property
    def thresholds(self) -> ThresholdsPanel:
        """From which certainty on what was read is sure."""
        return self._thresholds()

    @property
    def is_edited(self) -> bool:
        """Whether a count, a reason or a threshold was begun and is not kept yet."""
        begun = (self._cash.made, self._evaluation.made, self._thresholds.made)
        return any(panel is not None and panel.is_begun for panel in begun)

    @property
    def report(self) -> Offered:
        """The chosen report."""
        return REPORTS[max(self.list.currentRow(), 0)]

    @property
    def _scope(self) -> Scope:
        """The chosen period as it stands now, of this office."""
        desk = self._workplace.desk
        office = desk.profile.office
        return Scope(self.period.period, desk.now(), office.agency, office.name, office.report_to)

    def enter(self) -> None:
        """The clerk came here: counted anew, at the page and line where it was left."""
        tasks = self._workplace.desk.clerk.tasks
        for place, report in enumerate(REPORTS):
            self.list.item(place).setHidden(
                report.task is not None and tasks.isdisjoint({report.task, roles.Task.READING})
            )
        if self.list.currentItem().isHidden():
            self.list.setCurrentRow(0)
        self.count_cash.setVisible(roles.Task.CASHIER in tasks)
        self.sign_off.setVisible(roles.Task.APPROVAL in tasks)
        shown = self._screens.currentWidget()
        if isinstance(shown, CashPanel | EvaluationPanel):
            is_theirs = shown.whose == self._workplace.desk.clerk.name
        else:
            is_theirs = self._may_set_thresholds or not isinstance(shown, ThresholdsPanel)
        if not is_theirs:
            self._screens.setCurrentIndex(0)
        self.period.set_today(self._workplace.desk.now().date())
        self.refresh(self.answer.question.offset if self.answer else 0)
        (self.view.table.view if self.view.table.view.currentIndex().isValid() else self.list).setFocus()

    def take_card(self, card: Card) -> bool:
        """No: a report is about no person."""
        return False

    def take_code(self, code: str) -> bool:
        """No: one dossier has a screen of its own."""
        return False

    def take_change(self, change: DossiersChanged) -> None:
        """A report stays as it was counted until the clerk wants another."""

    def choose(self, key: str) -> None:
        """Chooses the report of that key."""
        self.list.setCurrentRow(next(place for place, report in enumerate(REPORTS) if report.key == key))

    def refresh(self, offset: int = 0) -> None:
        """Makes the report anew, from the row `offset` on; only the last question asked is answered."""
        if self._running is not None:
            self._running.cancel()
        report = self.report
        question = Question(self._scope, self._field.get(report.key), self.period.days_ahead, self.draw.draw, offset)

        def work(progress: Progress) -> Answer:
            return answer(progress.desk, report, question)

        self._late.start()
        self._running = self._workplace.tasks.submit(work, self._show, self._fail)

    def print_paper(self) -> None:
        """Shows the paper; on the paper, prints it."""
        shown = self._screens.currentWidget()
        if shown is self._preview.made:
            self.preview.paper.print_now()
        elif self.answer is not None and shown is self._screen:
            self.preview.show_report(self.answer)
            self._screens.setCurrentWidget(self.preview)

    def open_cash(self) -> None:
        """Counts the drawer, where the clerk takes money."""
        if not self.count_cash.isHidden():
            self._screens.setCurrentWidget(self.cash)
            self.cash.begin()

    def open_evaluation(self) -> None:
        """A month's evaluation, where the official may sign it off."""
        if not self.sign_off.isHidden():
            self._screens.setCurrentWidget(self.evaluation)
            self.evaluation.begin()

    @property
    def _may_set_thresholds(self) -> bool:
        return roles.Task.SETTINGS in self._workplace.desk.clerk.tasks

    def open_thresholds(self) -> None:
        """The thresholds of reading beside the errors of the period, at the report of what was read."""
        if not self.set_thresholds.isHidden():
            self._screens.setCurrentWidget(self.thresholds)
            self.thresholds.begin(self._scope)

    def _cash_kept(self) -> None:
        """The sheet of the day, on which the count stands now, ready to print."""
        self._screens.setCurrentIndex(0)
        self.choose(_CASH_SHEET)
        self.refresh()

    def _choose(self) -> None:
        self.period.ask(self.report.asks)
        self.answer = None
        self._offer()
        if self._screens.currentWidget() is self._preview.made:
            self.preview.leave()
        self._screens.setCurrentIndex(0)
        if self.isVisible():
            self.refresh()

    def _show(self, answered: Answer) -> None:
        self._late.stop()
        self.counting.hide()
        self.answer = answered
        self._show_fields(answered)
        self._offer()
        if answered.sheet.rows:
            self.view.show_answer(answered)
            self._below.setCurrentWidget(self.view)
        else:
            self._below.setCurrentWidget(self.nothing(answered.report.asks))

    def _fail(self, failure: CounterError) -> None:
        self._late.stop()
        self.counting.hide()
        self.answer = None
        self._offer()
        self._below.setCurrentWidget(self.failed())
        self._workplace.messages.fail(failure)

    def nothing(self, asks: Asks) -> EmptyState:
        """What stands in place of a report without a line."""
        if asks not in self._nothing:
            advice = {
                Asks.PERIOD: self.tr("Go to the period before with ◀, or choose a longer one above."),
                Asks.DAY: self.tr("Go to the day before with ◀, or choose another one above."),
                Asks.NOW: self.tr("Nothing has to be done here. The list fills by itself."),
                Asks.AHEAD: self.tr("Nothing is due so soon. Look farther ahead above."),
            }
            self._nothing[asks] = EmptyState(self.tr("This report has no line"), advice[asks], "reports")
            self._below.addWidget(self._nothing[asks])
        return self._nothing[asks]

    def _make_failed(self) -> EmptyState:
        title, advice = self.tr("The report could not be made"), self.tr("The message above says why and what to do.")
        made = EmptyState(title, advice, "error")
        self._below.addWidget(made)
        return made

    def _offer(self) -> None:
        self.files.show_answer(self.answer)
        self.print.setEnabled(self.answer is not None)
        self.field.setVisible(self.report.fields is not Fields.ALL)
        self.draw.setVisible(self.report.by_risk is not None)
        self.set_thresholds.setVisible(self.report.key == _READING and self._may_set_thresholds)

    def _room_for(self, name: str) -> QSize:
        """What a report's name needs in the list, in one line or more."""
        margin = self.list.style().pixelMetric(QStyle.PixelMetric.PM_FocusFrameHMargin) + 1
        bar = self.list.verticalScrollBar().sizeHint().width()
        wide = _LIST - 2 * (self.list.frameWidth() + _BESIDE + margin) - bar
        words = self.list.fontMetrics().boundingRect(0, 0, wide, 0, Qt.TextFlag.TextWordWrap, name)
        return QSize(0, words.height() + 2 * _ABOVE)

    def _show_fields(self, answered: Answer) -> None:
        with QSignalBlocker(self.field):
            self.field.clear()
            if answered.report.fields is Fields.ANY:
                self.field.addItem(self.tr("All fields"), None)
            for name, count in answered.fields:
                self.field.addItem(f"{name or NO_FIELD} ({shown(count, Kind.NUMBER)})", name)
            asked = answered.question.field
            if asked is not None and self.field.findData(asked) < 0:
                self.field.addItem(f"{asked or NO_FIELD} (0)", asked)
            self.field.setCurrentIndex(max(self.field.findData(asked), 0) if self.field.count() else -1)

    def _take_field(self) -> None:
        self._field[self.report.key] = self.field.currentData()
        self.refresh()

    def _build(self) -> None:
        top = QHBoxLayout()
        top.setSpacing(SPACE)
        top.addWidget(self.period)
        top.addWidget(self.field, 1)
        top.addStretch()
        top.addWidget(self.counting)
        self._below.addWidget(self.view)
        right = QVBoxLayout(self._screen)
        right.setContentsMargins(0, 0, 0, 0)
        right.setSpacing(SPACE)
        right.addLayout(top)
        right.addWidget(self.draw)
        right.addWidget(self._below_top, 1)
        bottom = QHBoxLayout()
        bottom.setSpacing(SPACE)
        bottom.addStretch()
        bottom.addWidget(self.files)
        bottom.addWidget(self.print)
        right.addLayout(bottom)
        self.counting.hide()
        self._screens.addWidget(self._screen)
        layout = QHBoxLayout(self)
        layout.setContentsMargins(12, 10, 12, 8)
        layout.setSpacing(12)
        left = QVBoxLayout()
        left.setSpacing(SPACE)
        left.addWidget(self.list, 1)
        left.addWidget(self.count_cash)
        left.addWidget(self.sign_off)
        left.addWidget(self.set_thresholds)
        layout.addLayout(left)
        layout.addWidget(self._holder, 1)

    def _make_preview(self) -> ReportPreview:
        return self._add(ReportPreview(self._workplace, self))

    def _make_cash(self) -> CashPanel:
        made = self._add(CashPanel(self._workplace, self))
        made.kept.connect(self._cash_kept)
        return made

    def _make_evaluation(self) -> EvaluationPanel:
        return self._add(EvaluationPanel(self._workplace, self))

    def _make_thresholds(self) -> ThresholdsPanel:
        return self._add(ThresholdsPanel(self._workplace, self))

    def _add(self, panel: P) -> P:
        """A panel in place of the reports, which are there again once it is left."""
        panel.left.connect(lambda: self._screens.setCurrentIndex(0))
        self._screens.addWidget(panel)
        return panel

    def _connect(self) -> None:
        self.set_thresholds.clicked.connect(self.open_thresholds)
        self.list.currentRowChanged.connect(self._choose)
        self.period.changed.connect(self.refresh)
        self.field.activated.connect(self._take_field)
        self.draw.changed.connect(self.refresh)
        self.view.opened.connect(self.opened)
        self.view.page_wanted.connect(self.refresh)
        self.print.clicked.connect(self.print_paper)
        self.count_cash.clicked.connect(self.open_cash)
        self.sign_off.clicked.connect(self.open_evaluation)
        for key, opens in (("F8", self.open_cash), ("Shift+F8", self.open_evaluation)):
            QShortcut(QKeySequence(key), self).activated.connect(opens)
        self._late.timeout.connect(self.counting.show)


class ReportPreview(QWidget):
    """Shows the report as PDF and prints it; `left` says that the clerk wants the screen back."""

    left = Signal()

    def __init__(self, workplace: Workplace, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self.back = QPushButton(icon("back"), self.tr("Back to the report (Esc)"))
        self.back.setShortcut("Esc")
        self.back.clicked.connect(self.leave)
        self.paper = PaperPanel(workplace)
        self.paper.preview.bar.save.hide()
        layout = QVBoxLayout(self)
        layout.setContentsMargins(0, 0, 0, 0)
        layout.setSpacing(SPACE)
        layout.addWidget(self.back, 0, Qt.AlignmentFlag.AlignLeft)
        layout.addWidget(self.paper, 1)

    def show_report(self, answered: Answer) -> None:
        """Makes the paper and shows it; Enter prints."""
        self.paper.show_paper(document(answered.sheet.table.title, lambda progress: paper(progress, answered)))
        self.paper.preview.roll.setFocus()

    def leave(self) -> None:
        """Back to the screen; a paper still being made is not wanted any more."""
        self.paper.forget()
        self.left.emit()

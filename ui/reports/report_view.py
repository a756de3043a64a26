"""The chosen report: its title, its table, the dossiers behind a figure, its charts, faults and notes."""

from __future__ import annotations

from PySide6.QtCore import Qt, Signal
from PySide6.QtWidgets import QHBoxLayout, QLabel, QScrollArea, QSplitter, QVBoxLayout, QWidget

from counter_app.desk.report_answers import Answer, Sheet, details_of
from counter_app.tables import Bars
from ui.background.tasks import Progress, Task
from ui.background.workplace import Workplace
from ui.reports.table import ReportTable
from ui.theme import SPACE, dress
from ui.widgets.bar_chart import BarChart

_LEAST_BELOW = 200  # pixels for charts and the dossiers behind a figure
_LEAST_ROWS = 4  # of the table are seen, however low the window is
_LEAST_CHART = 245  # pixels of width: a chart and its scroll bar
_DETAILS_PART = 0.73
"""What the dossiers get of the width, beside the charts."""


class ReportView(QWidget):
    """Shows answers; choosing a figure shows the dossiers behind it where the report knows them."""

    opened = Signal(str)  # a dossier's code
    page_wanted = Signal(int)

    def __init__(self, workplace: Workplace, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self._workplace = workplace
        self._running: Task | None = None
        self._answer: Answer | None = None
        self._cell = (-1, -1)
        self.title, self.subtitle, self.faults, self.notes = QLabel(), QLabel(), QLabel(), QLabel()
        body = QWidget()
        self._scroll = QScrollArea(self, widgetResizable=True)
        self._scroll.setWidget(body)
        self._parts = QSplitter(Qt.Orientation.Vertical, body)
        self.table = ReportTable(self._parts)
        self._lower = QSplitter(Qt.Orientation.Horizontal, self._parts)
        self._details = QWidget(self._lower)
        self.details = ReportTable(self._details)
        self.details_title = QLabel()
        self.charts: list[BarChart] = []
        self._build()
        self.table.opened.connect(self.opened)
        self.table.page_wanted.connect(self.page_wanted)
        self.table.cell_chosen.connect(self._choose)
        self.details.opened.connect(self.opened)
        self.details.page_wanted.connect(self._ask_details)

    def show_answer(self, answered: Answer) -> None:
        """Shows a report; where it is the one that was there, made anew, the same cell stays chosen."""
        again = self._answer is not None and _same(answered, self._answer)
        chosen = self.table.view.currentIndex()
        cell = (chosen.row(), chosen.column()) if again and chosen.isValid() else None
        self._answer = answered
        table = answered.sheet.table
        self.title.setText(table.title)
        self.subtitle.setText(" · ".join((*table.subtitles, *((table.form,) if table.form else ()))))
        self.faults.setText("\n".join(table.faults))
        self.faults.setVisible(bool(table.faults))
        self.notes.setText(" ".join(table.notes))
        self.notes.setVisible(bool(table.notes))
        self.table.show_sheet(answered.sheet)
        self._show_charts(answered.charts)
        self._show_details(None)
        self._details.setVisible(answered.report.details is not None)
        self._lower.setVisible(bool(self.charts) or answered.report.details is not None)
        self._share_height()
        if cell := cell or answered.report.default_cell(table):
            self.table.choose(*cell)

    def _choose(self, row: int, column: int) -> None:
        self._cell = (row, column)
        self._ask_details(0)

    def _ask_details(self, offset: int) -> None:
        if self._running is not None:
            self._running.cancel()
        answered, (number, column) = self._answer, self._cell
        row = self.table.model.row(number)
        if answered is None or answered.report.details is None or row is None:
            return

        def work(progress: Progress) -> Sheet | None:
            return details_of(progress.desk, answered, row, column, offset)

        self._running = self._workplace.tasks.submit(work, self._show_details)

    def _show_details(self, sheet: Sheet | None) -> None:
        there = sheet is not None and bool(sheet.rows)
        self.details.setVisible(there)
        self._lower.setMinimumHeight(_LEAST_BELOW if there or self.charts else 0)
        if sheet is None:
            self.details_title.setText(self.tr("Choose a figure to see the dossiers behind it."))
        elif not there:
            self.details_title.setText(self.tr("{title}: none.").format(title=sheet.table.title))
        else:
            named = f"<b>{sheet.table.title}</b> ({sheet.count}) · {sheet.table.subtitles[0]}"
            self.details_title.setText(named)
            self.details.show_sheet(sheet)

    def _show_charts(self, charts: tuple[Bars, ...]) -> None:
        for chart in self.charts:
            self._chart_row.removeWidget(chart)
            chart.deleteLater()
        self.charts = [BarChart(bars) for bars in charts if any(bar.value for bar in bars.bars)]
        beside = self._answer is None or self._answer.report.details is None
        way = QHBoxLayout.Direction.LeftToRight if beside else QHBoxLayout.Direction.TopToBottom
        self._chart_row.setDirection(way)
        for chart in self.charts:
            self._chart_row.addWidget(chart, 3 if chart.upright else 2)
        self._chart_area.setVisible(bool(self.charts))

    def _share_height(self) -> None:
        """The table as high as its rows need, what is below gets the rest, and neither less than it needs: where the
        window is too low for both, all of it scrolls."""
        wanted = self.table.wanted_height()
        self.table.setMinimumHeight(self.table.wanted_height(_LEAST_ROWS))
        self._body.activate()
        height = self._parts.height()
        below = max(height - wanted, self._lower.minimumHeight())
        self._parts.setSizes([max(height - below, self.table.minimumHeight()), below])
        width = self._lower.width()
        charts = max(round(width * (1 - _DETAILS_PART)), _LEAST_CHART)
        self._lower.setSizes([width - charts, charts])

    def _build(self) -> None:
        self.title.setObjectName("heading")
        self.title.setWordWrap(True)
        for quiet in (self.subtitle, self.notes):
            quiet.setObjectName("quiet")
            quiet.setWordWrap(True)
        dress(self.faults, "color: @red@; font-weight: 600;")
        self.faults.setWordWrap(True)
        self.details_title.setWordWrap(True)
        below = QVBoxLayout(self._details)
        below.setContentsMargins(0, 4, SPACE, 0)
        below.setSpacing(SPACE // 2)
        below.addWidget(self.details_title)
        below.addWidget(self.details, 1)
        below.addStretch()
        self._chart_area = QScrollArea(self._lower, widgetResizable=True)
        charts = QWidget()
        self._chart_area.setWidget(charts)
        self._chart_row = QHBoxLayout(charts)
        self._chart_row.setContentsMargins(0, 4, 0, 0)
        self._chart_row.setSpacing(20)
        self._chart_area.setFrameShape(QScrollArea.Shape.NoFrame)
        self._chart_area.setAccessibleName(self.tr("Chart of the report"))
        self._chart_area.setHorizontalScrollBarPolicy(Qt.ScrollBarPolicy.ScrollBarAsNeeded)
        self._chart_area.setMinimumWidth(_LEAST_CHART)
        self._lower.addWidget(self._details)
        self._lower.addWidget(self._chart_area)
        self._lower.setChildrenCollapsible(False)
        self._parts.addWidget(self.table)
        self._parts.addWidget(self._lower)
        self._parts.setChildrenCollapsible(False)
        layout = QVBoxLayout(self)
        layout.setContentsMargins(0, 0, 0, 0)
        layout.setSpacing(SPACE // 2)
        for part in (self.title, self.subtitle, self.faults):
            layout.addWidget(part)
        body = self._scroll.widget()
        assert body is not None
        self._body = QVBoxLayout(body)
        self._body.setContentsMargins(0, 0, 0, 0)
        self._body.setSpacing(SPACE // 2)
        self._body.addWidget(self._parts, 1)
        self._body.addWidget(self.notes)
        self._scroll.setFrameShape(QScrollArea.Shape.NoFrame)
        self._scroll.setHorizontalScrollBarPolicy(Qt.ScrollBarPolicy.ScrollBarAlwaysOff)
        self._scroll.setFocusPolicy(Qt.FocusPolicy.NoFocus)  # its table scrolls, and shows what has the cursor
        layout.addWidget(self._scroll, 1)


def _same(before: Answer, other: Answer) -> bool:
    """Whether both are the same page of the same report about the same days."""
    periods = before.question.scope.period == other.question.scope.period
    asked = (before.question.field, before.question.days, before.question.offset)
    return (
        before.report.key == other.report.key
        and periods
        and asked
        == (
            other.question.field,
            other.question.days,
            other.question.offset,
        )
    )

"""Results that reached the desk."""

from __future__ import annotations

from dataclasses import dataclass
from pathlib import Path

from PySide6.QtCore import Qt
from PySide6.QtWidgets import QCheckBox, QGridLayout, QLabel, QLineEdit, QPushButton, QWidget

from counter_app.desk import casework
from counter_app.desk.desk import Desk
from counter_app.dossier.acts.act import lacks
from counter_app.dossier.clock import VIETNAM
from counter_app.dossier.life import ResultNamed
from counter_app.dossier.model import Dossier
from counter_app.dossier.payloads.payload import Payload
from counter_app.dossier.payloads.results import ResultsArrived
from ui import words
from ui.detail.acts.form import ActForm, Step
from ui.widgets.file_choice import choose_file
from ui.widgets.moments import day_edit, read_day


@dataclass(frozen=True)
class Row:
    """The editors of one result."""

    came: QCheckBox
    name: QLineEdit
    code: QLineEdit
    number: QLineEdit
    day: QLineEdit
    file: FileButton


class FileButton(QPushButton):
    """Asks for the PDF of a result and says by its name that there is one."""

    def __init__(self) -> None:
        super().__init__(self.tr("PDF…"))
        self.setToolTip(self.tr("The electronic result, kept with the dossier"))
        self.path: Path | None = None
        self.clicked.connect(self._choose)

    def take(self, path: Path) -> None:
        """Notes the chosen file."""
        self.path = path
        self.setText(self.fontMetrics().elidedText(path.name, Qt.TextElideMode.ElideMiddle, 90))
        self.setToolTip(path.name)

    def _choose(self) -> None:
        if chosen := choose_file(self, self.tr("The electronic result"), "PDF (*.pdf)"):
            self.take(Path(chosen))


class ResultsForm(ActForm):
    """What the procedure ends in, as rows to confirm; more can be added."""

    def build(self) -> None:
        self.rows: list[Row] = []
        table = QWidget()
        self._table = QGridLayout(table)
        self._table.setContentsMargins(0, 0, 0, 0)
        self._table.setVerticalSpacing(4)
        for column, (stretch, label) in enumerate(
            (
                (0, ""),
                (5, self.tr("Result")),
                (2, self.tr("Result code")),
                (2, self.tr("Number")),
                (2, self.tr("Day")),
                (0, ""),
            )
        ):
            head = QLabel(label)
            head.setObjectName("fieldLabel")
            self._table.addWidget(head, 0, column)
            self._table.setColumnStretch(column, stretch)
        there = {result.name for result in self.dossier.results}
        for named in casework.expected_results(self.desk, self.dossier):
            if named.name not in there:
                self.add_row(named)
        if not self.rows:
            self.add_row()
        self.put("results", self.tr("Tick what arrived"), table, 0, 0, 12)
        more = QPushButton(self.tr("Another result"))
        more.clicked.connect(lambda: self.add_row().name.setFocus())
        self.complete = QCheckBox(self.tr("All results are here: the business is done"))
        self.complete.setChecked(True)
        self.put_plain(self.complete, 1, 0, 9)
        self.put_plain(more, 1, 9, 3)

    def add_row(self, named: ResultNamed | None = None) -> Row:
        """One more result."""
        today = self.desk.now()
        row = Row(
            QCheckBox(),
            QLineEdit(named.name if named else ""),
            QLineEdit(named.code if named else ""),
            QLineEdit(),
            day_edit(today),
            FileButton(),
        )
        row.came.setChecked(True)
        row.came.setAccessibleName(self.tr("Arrived"))
        row.number.setPlaceholderText(self.tr("number and symbol"))
        line = len(self.rows) + 1
        for column, editor in enumerate((row.came, row.name, row.code, row.number, row.day, row.file)):
            self._table.addWidget(editor, line, column)
        row.name.setCursorPosition(0)
        row.name.setToolTip(row.name.text())
        self.rows.append(row)
        return row

    def step(self) -> Step:
        code, complete = self.dossier.code, self.complete.isChecked()
        came = [row for row in self.rows if row.came.isChecked() and row.name.text().strip()]
        results = [(self._read(row), row.file.path) for row in came]

        def take(desk: Desk) -> Dossier:
            named = [casework.with_file(desk, result, path) if path else result for result, path in results]
            return casework.take_results(desk, code, named, complete=complete)

        return take

    def fill(self, payload: Payload) -> None:
        if not isinstance(payload, ResultsArrived):
            return
        for place, named in enumerate(payload.results):
            row = self.rows[place] if place < len(self.rows) else self.add_row()
            row.name.setText(named.name)
            row.code.setText(named.code)
            row.number.setText(named.number)
            row.day.setText(words.day(named.issued_on) if named.issued_on else "")
        for row in self.rows[len(payload.results) :]:
            row.came.setChecked(False)
        self.complete.setChecked(payload.complete)

    def focus_first(self) -> None:
        self.rows[0].number.setFocus(Qt.FocusReason.OtherFocusReason)

    def _read(self, row: Row) -> ResultNamed:
        typed = row.day.text().strip()
        day = read_day(typed, self.desk.now(), self.desk.knowledge.hours) if typed else None
        if typed and day is None:
            row.day.setFocus()
            raise lacks(self.act, "issued_on")
        return ResultNamed(
            name=row.name.text().strip(),
            code=row.code.text().strip(),
            number=row.number.text().strip(),
            issued_on=day.astimezone(VIETNAM).date() if day else None,
        )


def result_line(result: ResultNamed) -> str:
    """A result in one line: name, number, day."""
    day = words.day(result.issued_on) if result.issued_on else ""
    return " · ".join(part for part in (result.name, result.number, day) if part)

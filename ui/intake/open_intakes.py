"""Intakes that were begun and not received: whose, what for, since when, how many pages; taken up or given up."""

from __future__ import annotations

from dataclasses import dataclass

from PySide6.QtCore import QEvent, QObject, Qt, Signal
from PySide6.QtGui import QKeyEvent, QKeySequence, QShortcut
from PySide6.QtWidgets import QDialog, QHBoxLayout, QLabel, QLineEdit, QPushButton, QVBoxLayout, QWidget

from counter_app.dossier.plain import plain
from counter_app.store.drafts import DraftLine
from ui import words
from ui.background.tasks import Progress, Task
from ui.background.workplace import Workplace
from ui.intake.intake import Intake
from ui.theme import SPACE
from ui.widgets.fit import fit
from ui.widgets.rows_model import RIGHT, ListColumn, RowsModel, rows_table

_TABLE_KEYS = (Qt.Key.Key_Down, Qt.Key.Key_Up, Qt.Key.Key_PageDown, Qt.Key.Key_PageUp)
_ENTER = (Qt.Key.Key_Return, Qt.Key.Key_Enter)


@dataclass(frozen=True)
class OpenIntake:
    """A line of the list; `searched` are its words without marks."""

    line: DraftLine
    procedure: str
    searched: str


class OpenIntakes(QDialog):
    """Typing narrows the list, Enter goes on with the chosen one, Delete gives it up, Ctrl+Z takes that back."""

    taken_up = Signal(str)  # the draft

    def __init__(self, workplace: Workplace, intake: Intake, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self._workplace, self._intake = workplace, intake
        self._all: list[OpenIntake] = []
        self._given_up: set[str] = set()  # since the list was read: a key pressed twice is no other act
        self._reading: Task | None = None
        self._typed_since = False  # into the field, after the newest was given up
        self.setWindowTitle(self.tr("Open intakes"))
        fit(self, 900, 480)
        self.field = QLineEdit(clearButtonEnabled=True)
        self.field.setPlaceholderText(self.tr("Name, number or procedure"))
        self.field.setAccessibleName(self.tr("Name, number or procedure"))
        self.field.textChanged.connect(self._narrow)
        self.field.textEdited.connect(self._note_typed)
        self.field.installEventFilter(self)
        self.model = RowsModel(self._columns(), lambda row: row.line.id, self)
        self.table = rows_table(self.model, row_height=34)
        self.table.setAccessibleName(self.tr("Open intakes"))
        self.table.doubleClicked.connect(lambda _: self.take_up())
        self.table.installEventFilter(self)
        self.said = QLabel()
        self.said.setObjectName("quiet")
        self.go_on = QPushButton(self.tr("Go on with it (Enter)"))
        self.go_on.setObjectName("primary")
        self.go_on.clicked.connect(self.take_up)
        self.away = QPushButton(self.tr("Give it up (Delete)"))
        self.away.clicked.connect(self.give_up)
        for button in (self.go_on, self.away):
            button.setAutoDefault(False)
        QShortcut(QKeySequence("Ctrl+Z"), self).activated.connect(self._undo)
        foot = QHBoxLayout()
        foot.addWidget(self.said, 1)
        foot.addWidget(self.away)
        foot.addWidget(self.go_on)
        column = QVBoxLayout(self)
        column.setSpacing(SPACE)
        for part in (self.field, self.table):
            column.addWidget(part)
        column.addLayout(foot)
        intake.open_drafts_changed.connect(self._changed)

    @property
    def chosen(self) -> DraftLine | None:
        """The chosen line."""
        row = self.model.row(self.table.currentIndex().row())
        return row.line if row else None

    def open_list(self) -> None:
        """What is open now, whatever was looked for the last time; the intake on the screen is among them."""
        self._intake.keep()
        self.field.clear()
        self.read()
        self.show()
        self.raise_()
        self.activateWindow()
        self.field.setFocus()

    def read(self) -> None:
        """Reads the list anew, beside the window."""
        desk = self._workplace.desk
        today, catalogue = desk.now().date(), desk.knowledge.catalogue

        def work(progress: Progress) -> list[OpenIntake]:
            names: dict[str, str] = {}
            found: list[OpenIntake] = []
            for line in progress.desk.store.drafts.lines():
                if line.procedure not in names:
                    procedure = catalogue.get(line.procedure, today) if line.procedure else None
                    names[line.procedure] = procedure.name if procedure else line.procedure
                name = names[line.procedure]
                found.append(OpenIntake(line, name, plain(f"{line.name} {line.number} {line.procedure} {name}")))
            return found

        def done(found: list[OpenIntake]) -> None:
            self._all, self._given_up = found, set()
            self._narrow()

        if self._reading is not None:
            self._reading.cancel()
        self._reading = self._workplace.tasks.submit(work, done, in_order=True)

    def take_up(self) -> None:
        """Goes on with the chosen one; the one on the screen stays open."""
        if (line := self.chosen) is not None:
            self.accept()
            self.taken_up.emit(line.id)

    def give_up(self) -> None:
        """Gives the chosen one up; it can be taken back."""
        if (line := self.chosen) is not None and line.id not in self._given_up:
            self._typed_since = False
            self._given_up.add(line.id)
            self._intake.give_up(line.id, line.who)

    def eventFilter(self, watched: QObject, event: QEvent) -> bool:
        if event.type() is not QEvent.Type.KeyPress or not isinstance(event, QKeyEvent):
            return False
        if event.matches(QKeySequence.StandardKey.Undo):
            self._undo()  # a field takes the key for itself, whether it has something to undo or not
            return True
        if event.key() in _ENTER:
            self.take_up()
            return True
        if event.key() == Qt.Key.Key_Delete and (watched is self.table or not self.field.text()):
            if not event.isAutoRepeat():  # a key that is held gives one up
                self.give_up()
            return True
        if watched is self.field and event.key() in _TABLE_KEYS:
            self.table.setFocus()
            self.table.event(event)
            return True
        return False

    def _changed(self) -> None:
        if self.isVisible():
            self.read()

    def _note_typed(self) -> None:
        self._typed_since = True

    def _undo(self) -> None:
        if self._typed_since and self.field.isUndoAvailable() and self.field.hasFocus():
            self.field.undo()
        else:
            self._workplace.undo.undo()

    def _narrow(self) -> None:
        row, wanted = max(self.table.currentIndex().row(), 0), plain(self.field.text()).split()
        self.model.show([item for item in self._all if all(word in item.searched for word in wanted)])
        if self.model.rows and self.chosen is None:
            self.table.selectRow(min(row, len(self.model.rows) - 1))
        none = bool(wanted) and not self.model.rows
        found = self.tr("%n open intakes", "", len(self.model.rows))
        self.said.setText(self.tr("No open intake has these words; fewer words find more.") if none else found)
        for button in (self.go_on, self.away):
            button.setEnabled(bool(self.model.rows))

    def _person(self, row: OpenIntake) -> str:
        name = row.line.who or self.tr("no name yet")
        here = self.tr(" (on the screen)") if row.line.id == self._intake.draft.id else ""
        return f"{name}{here}"

    def _columns(self) -> list[ListColumn[OpenIntake]]:
        return [
            ListColumn("person", self.tr("Person"), self._person, width=230, tip=lambda row: row.line.number),
            ListColumn("procedure", self.tr("Procedure"), lambda row: row.procedure),
            ListColumn("time", self.tr("Last worked on"), lambda row: words.moment(row.line.changed_at), width=150),
            ListColumn("pages", self.tr("Pages"), lambda row: str(row.line.pages), width=70, align=RIGHT),
        ]

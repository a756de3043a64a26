"""Many dossiers of one submitter: a table of owners, typed, read from cards or pasted from a spreadsheet."""

from __future__ import annotations

from collections.abc import Callable
from datetime import date
from typing import Any

from PySide6.QtCore import QModelIndex, QObject, QPersistentModelIndex, Qt, Signal
from PySide6.QtGui import QKeySequence, QShortcut
from PySide6.QtWidgets import QFrame, QHBoxLayout, QHeaderView, QLabel, QPushButton, QVBoxLayout, QWidget

from counter_app.desk import receiving
from counter_app.desk.batch import (
    COLUMNS,
    RowFault,
    gaps_of_batch,
    missing_of_batch,
    of_card,
    pasted,
    row_faults,
    submitter_of,
    tidied,
)
from counter_app.dossier.draft import OwnerTyped
from counter_app.dossier.identity import Card
from counter_app.dossier.model import Dossier
from counter_app.language import said
from ui import words
from ui.background.workplace import Workplace
from ui.intake.intake import Intake
from ui.theme import RED_PALE, dress
from ui.widgets.elided_label import ElidedLabel
from ui.widgets.entry_table import EntryModel, EntryTable
from ui.widgets.labelled_field import LabelledField
from ui.widgets.phrase_edit import PhraseEdit

Index = QModelIndex | QPersistentModelIndex


class OwnersModel(EntryModel):
    """One row an owner, in the order in which their codes are drawn."""

    def __init__(self, today: Callable[[], date], parent: QObject | None = None) -> None:
        self._today = today
        titles = (
            self.tr("Full name"),
            self.tr("Identity number"),
            self.tr("Born"),
            self.tr("Sex"),
            self.tr("Address"),
            self.tr("Telephone"),
            self.tr("Note"),
        )
        super().__init__(OwnerTyped(), COLUMNS, titles, parent)
        self.faults: list[RowFault] = []
        self._wrong: dict[tuple[int, str], str] = {}
        self.edited.connect(lambda _: self._check())
        self.modelReset.connect(self._check)

    def paste(self, text: str, row: int, column: int) -> None:
        """Takes over cells of a spreadsheet."""
        self._replace(pasted(self.rows, text, min(row, len(self.rows)), COLUMNS[max(column, 0)]))

    def add(self, owner: OwnerTyped) -> int:
        """Adds an owner below the others, unless their number is there already: the row they stand in."""
        for row, listed in enumerate(self.rows):
            if owner.identity_number and listed.identity_number == owner.identity_number:
                return row
        self._replace((*self.rows, owner))
        return len(self.rows) - 1

    def tidied(self, row: Any) -> Any:
        return tidied(row)

    def data(self, index: Index, role: int = Qt.ItemDataRole.DisplayRole) -> Any:
        if role in (Qt.ItemDataRole.BackgroundRole, Qt.ItemDataRole.ToolTipRole):
            sentence = self._wrong.get((index.row(), COLUMNS[index.column()]))
            if sentence and role == Qt.ItemDataRole.BackgroundRole:
                return RED_PALE.colour()
            return words.say("draft", sentence) if sentence else None
        return super().data(index, role)

    def _check(self) -> None:
        self.faults = row_faults(self.rows, self._today())
        self._wrong = {(fault.row, fault.field): fault.sentence for fault in reversed(self.faults)}


_WIDTHS = {"identity_number": 164, "born": 96, "sex": 84, "phone": 110}  # pixels


class BatchPanel(QWidget):
    """What the dossiers share stands above as it was filled in before; the owners are kept with the draft."""

    receive_wanted = Signal()
    back_wanted = Signal()
    fault_chosen = Signal(str)  # the field on the intake screen that what they share still lacks

    def __init__(self, workplace: Workplace, intake: Intake, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self._workplace = workplace
        self._intake = intake
        self.model = OwnersModel(lambda: workplace.desk.now().date(), self)
        self.table = EntryTable(self.model)
        self.table.cells_pasted.connect(self._paste)
        self.table.rows_removed.connect(self._removed)
        header = self.table.horizontalHeader()
        for name in ("name", "address", "note"):  # in a narrow window, all three get narrower
            header.setSectionResizeMode(COLUMNS.index(name), QHeaderView.ResizeMode.Stretch)
        for name, width in _WIDTHS.items():
            self.table.setColumnWidth(COLUMNS.index(name), width)
        self.shared = QLabel()
        self.shared.setObjectName("quiet")
        self.shared.setWordWrap(True)
        self.paste = QPushButton(self.tr("Paste from a spreadsheet (Ctrl+V)"))
        self.paste.clicked.connect(self.table.paste)
        self.remove = QPushButton(self.tr("Take the row out"))
        self.remove.clicked.connect(self.table.remove_chosen)
        self.back = QPushButton(self.tr("Back (Esc)"))
        self.back.clicked.connect(self.back_wanted)
        self.due = QLabel()
        self.due.setObjectName("due")
        self.money = QLabel()
        self.money.setObjectName("quiet")
        self.missing = QPushButton(flat=True)
        dress(self.missing, "border: 0; background: transparent; color: @red@;")
        self.missing.setCursor(Qt.CursorShape.PointingHandCursor)
        self.missing.clicked.connect(self.go_to_fault)
        self.button = QPushButton()
        self.button.setObjectName("primary")
        self.button.setMinimumSize(230, 44)
        self.button.clicked.connect(self.receive_wanted)
        self.despite = PhraseEdit()
        self.despite.returnPressed.connect(self.receive_wanted)
        why = self.tr("Why it is received although it is not complete; the timeline keeps it")
        self._despite = LabelledField(why, self.despite, required=True)
        self._despite.hide()
        self.known = QLabel()
        self.known.setObjectName("fieldWarning")
        self.known.setWordWrap(True)
        self.known.hide()
        self._told: tuple[OwnerTyped, ...] = ()  # the list of which it was told who has one open
        self.table.left.connect(self.button.setFocus)
        self._build()
        key = QShortcut(QKeySequence(Qt.Key.Key_Escape), self)
        key.setContext(Qt.ShortcutContext.WidgetWithChildrenShortcut)
        key.activated.connect(self.back_wanted)
        self.model.edited.connect(lambda rows: intake.change(owners=rows))
        intake.changed.connect(self.refresh)
        intake.started.connect(self._start)

    def begin(self) -> None:
        """Shows the table; where another person brings the dossier, its owner is the first of the owners."""
        draft = self._intake.draft
        self.model.show(draft.owners)
        if not draft.owners and draft.submitter and draft.owner.name:
            self.model.add(self._owner())
        self.refresh()
        self.table.go_to(len(self.model.rows), 0)

    def leave(self) -> None:
        """Takes over what is being typed; a list that nobody added to is none."""
        self.table.finish()
        if self.model.rows == (self._owner(),):
            self.model.remove([0])

    def read_card(self, card: Card) -> None:
        """A card makes the next row."""
        self.table.finish()
        self.table.go_to(self.model.add(of_card(card)), 0)

    @property
    def told_of_open(self) -> bool:
        """Whether the clerk has seen who of those listed now has an open dossier of the procedure."""
        return bool(self._told) and self._told == self.model.rows

    def tell_open(self, dossiers: tuple[Dossier, ...]) -> None:
        """Shows those that are open; the same list is received all the same when it is asked for again."""
        self._told = self.model.rows
        line = self.tr("{name}: {code}, received {day}")
        lines = [
            line.format(name=item.owner.name, code=item.code, day=words.day(item.received_on)) for item in dossiers
        ]
        told = self.tr("Open dossiers of the same procedure: {dossiers}. F9 receives all the same.")
        self.known.setText(told.format(dossiers="; ".join(lines)))
        self.known.show()
        self.refresh()

    def ready(self) -> bool:
        """Takes over what is being typed; whether nothing is missing. If something is, the cursor goes there."""
        self.table.finish()
        self.refresh()
        if self.button.property("incomplete"):
            self.go_to_fault()
            return False
        return self._explained()

    def _explained(self) -> bool:
        """Whether nothing the procedure asks for is lacking, or it is said why it is received all the same."""
        procedure, draft = self._intake.procedure, self._intake.draft
        lacking = gaps_of_batch(procedure, draft) if procedure else []
        self._despite.setVisible(bool(lacking))
        if not lacking:
            self.despite.clear()
            return True
        self._despite.set_warning("; ".join(said(gap.sentence, words.say) for gap in lacking))
        self.despite.setFocus()
        return bool(self.despite.text().strip())

    def go_to_fault(self) -> None:
        """Puts the cursor where something is missing first."""
        if shared := missing_of_batch(self._workplace.desk, self._intake.draft):
            self.fault_chosen.emit(shared[0].field)
        elif self.model.faults:
            fault = self.model.faults[0]
            self.table.go_to(fault.row, COLUMNS.index(fault.field))
        else:
            self.table.go_to(len(self.model.rows), 0)

    def refresh(self) -> None:
        """Says anew what the dossiers share, what they cost, what is missing."""
        procedure, draft, count = self._intake.procedure, self._intake.draft, len(self.model.rows)
        self.known.setVisible(self.told_of_open)
        if procedure is None or not self.isVisible():
            return
        handed = {tick.key for tick in draft.components if tick.here}
        papers = ", ".join(rule.name for rule in procedure.components if rule.key in handed) or self.tr(
            "none ticked yet"
        )
        shared = self.tr("Submitter: {person} · {procedure} · Papers of each: {papers}")
        person = submitter_of(draft).name or "…"
        self.shared.setText(shared.format(person=person, procedure=procedure.name, papers=papers))
        at = receiving.promised(self._workplace.desk, draft, procedure)
        due = self.tr("Result due: {weekday}, {moment}") if at else self.tr("Result due: no date")
        self.due.setText(due.format(weekday=words.weekday(at), moment=words.moment(at)) if at else due)
        each = sum(fee.amount for fee in receiving.fees(self._workplace.desk, draft))
        money = self.tr("To pay: {count} × {each} = {total}") if each else self.tr("Nothing to pay")
        self.money.setText(money.format(count=count, each=words.money(each), total=words.money(count * each)))
        self.button.setText(self.tr("Receive %n dossiers (F9)", "", count))
        self._show_missing(self._missing())

    def _start(self) -> None:
        """Another intake is on the screen: its owners, and no reason given yet."""
        self._told = ()
        self.model.show(self._intake.draft.owners)
        self.despite.clear()
        self._despite.hide()

    def _owner(self) -> OwnerTyped:
        return tidied(OwnerTyped(**self._intake.draft.owner.model_dump()))

    def _missing(self) -> str:
        if shared := missing_of_batch(self._workplace.desk, self._intake.draft):
            return words.say("draft", shared[0].sentence)
        if self._intake.pages:
            return self.tr("Scanned pages are of one dossier: take them out, scan after receiving")
        if self.model.faults:
            fault = self.model.faults[0]
            sentence = words.say("draft", fault.sentence)
            return self.tr("Row {row}: {fault}").format(row=fault.row + 1, fault=sentence)
        return "" if self.model.rows else self.tr("List the owners")

    def _show_missing(self, sentence: str) -> None:
        self.missing.setText(sentence)
        self.missing.setVisible(bool(sentence))
        self.button.setEnabled(self._intake.ready)
        if self.button.property("incomplete") != bool(sentence):
            self.button.setProperty("incomplete", bool(sentence))
            self.button.style().unpolish(self.button)
            self.button.style().polish(self.button)

    def _paste(self, text: str) -> None:
        here = self.table.currentIndex()
        self.model.paste(text, here.row() if here.isValid() else len(self.model.rows), here.column())
        self.table.go_to(len(self.model.rows), 0)

    def _removed(self, before: tuple[OwnerTyped, ...]) -> None:
        """Rows were taken out: they can be put back."""
        said = self.tr("%n rows taken out", "", len(before) - len(self.model.rows))
        self._workplace.undo.did(said, lambda: self._put_back(before))

    def _put_back(self, rows: tuple[OwnerTyped, ...]) -> None:
        self._intake.change(owners=rows)
        self.model.show(rows)

    def _build(self) -> None:
        title = ElidedLabel()
        title.setObjectName("title")
        title.setText(self.tr("Many dossiers of one submitter"))
        head = QHBoxLayout()
        head.addWidget(title, 1)
        for button in (self.paste, self.remove, self.back):
            head.addWidget(button)
        promise = QVBoxLayout()
        promise.setSpacing(0)
        promise.addWidget(self.due)
        promise.addWidget(self.money)
        bar = QFrame()
        bar.setObjectName("receiveBar")
        foot = QHBoxLayout(bar)
        foot.setContentsMargins(14, 8, 10, 8)
        foot.addLayout(promise)
        foot.addStretch()
        foot.addWidget(self.missing)
        foot.addWidget(self.button)
        layout = QVBoxLayout(self)
        layout.setContentsMargins(12, 6, 12, 8)
        layout.addLayout(head)
        layout.addWidget(self.shared)
        layout.addWidget(self.table, 1)
        layout.addWidget(self.known)
        layout.addWidget(self._despite)
        layout.addWidget(bar)

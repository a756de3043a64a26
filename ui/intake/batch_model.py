"""The owners of a batch as a table; what is wrong stands out in its cell."""

from __future__ import annotations

from typing import Any

from PySide6.QtCore import QModelIndex, QObject, QPersistentModelIndex, Qt
from PySide6.QtGui import QColor

from counter_app.desk.batch import COLUMNS, RowFault, pasted, row_faults, tidied
from counter_app.dossier.draft import OwnerTyped
from ui import words
from ui.theme import RED_PALE
from ui.widgets.entry_table import EntryModel

Index = QModelIndex | QPersistentModelIndex


class OwnersModel(EntryModel):
    """One row an owner, in the order in which their codes are drawn."""

    def __init__(self, parent: QObject | None = None) -> None:
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
        for row, one in enumerate(self.rows):
            if owner.identity_number and one.identity_number == owner.identity_number:
                return row
        self._replace((*self.rows, owner))
        return len(self.rows) - 1

    def tidied(self, row: Any) -> Any:
        return tidied(row)

    def data(self, index: Index, role: int = Qt.ItemDataRole.DisplayRole) -> Any:
        if role in (Qt.ItemDataRole.BackgroundRole, Qt.ItemDataRole.ToolTipRole):
            sentence = self._wrong.get((index.row(), COLUMNS[index.column()]))
            if sentence and role == Qt.ItemDataRole.BackgroundRole:
                return QColor(RED_PALE)
            return words.say("draft", sentence) if sentence else None
        return super().data(index, role)

    def _check(self) -> None:
        self.faults = row_faults(self.rows)
        self._wrong = {(fault.row, fault.field): fault.sentence for fault in reversed(self.faults)}

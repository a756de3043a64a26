"""The list of papers of the chosen procedure as a table: handed in or not, how many of each kind, pages scanned."""

from __future__ import annotations

from enum import IntEnum
from typing import Any

from PySide6.QtCore import QAbstractTableModel, QModelIndex, QObject, QPersistentModelIndex, Qt

from counter_app.dossier.draft import SpooledPage
from ui.intake.intake import Intake

Index = QModelIndex | QPersistentModelIndex
_NOWHERE = QModelIndex()


class Column(IntEnum):
    """The columns; the last is the place of the row's buttons."""

    NAME = 0
    ORIGINALS = 1
    CERTIFIED = 2
    COPIES = 3
    PAGES = 4
    ACTIONS = 5


COUNTS = {Column.ORIGINALS: "originals", Column.CERTIFIED: "certified_copies", Column.COPIES: "copies"}
MOST = 99  # sheets of one kind
NONE = "–"  # where there is nothing to count


class ChecklistModel(QAbstractTableModel):
    """One row a paper. The box before the name ticks it as handed in, as one original."""

    def __init__(self, intake: Intake, parent: QObject | None = None) -> None:
        super().__init__(parent)
        self._intake = intake
        intake.procedure_changed.connect(self._reset)
        intake.started.connect(self._reset)
        self._ticks: object = None
        intake.changed.connect(self._counts_changed)
        intake.page_changed.connect(self._page_changed)

    def key(self, row: int) -> str:
        """The component of a row; "" where there is no such row."""
        procedure = self._intake.procedure
        return procedure.components[row].key if procedure and 0 <= row < len(procedure.components) else ""

    def row_of(self, key: str) -> int:
        """The row of a component; 0 where it is not in the list."""
        procedure = self._intake.procedure
        keys = [rule.key for rule in procedure.components] if procedure else []
        return keys.index(key) if key in keys else 0

    def rowCount(self, parent: Index = _NOWHERE) -> int:
        procedure = self._intake.procedure
        return len(procedure.components) if procedure and not parent.isValid() else 0

    def columnCount(self, parent: Index = _NOWHERE) -> int:
        return len(Column)

    def flags(self, index: Index) -> Qt.ItemFlag:
        flags = Qt.ItemFlag.ItemIsEnabled | Qt.ItemFlag.ItemIsSelectable
        if index.column() == Column.NAME:
            return flags | Qt.ItemFlag.ItemIsUserCheckable
        return flags | Qt.ItemFlag.ItemIsEditable if index.column() in COUNTS else flags

    def headerData(self, section: int, orientation: Qt.Orientation, role: int = Qt.ItemDataRole.DisplayRole) -> Any:
        if orientation is Qt.Orientation.Vertical:
            return None
        column = Column(section)
        if role == Qt.ItemDataRole.DisplayRole:
            return self._title(column)
        if role == Qt.ItemDataRole.ToolTipRole:
            return self._explained(column)
        if role == Qt.ItemDataRole.TextAlignmentRole:
            side = Qt.AlignmentFlag.AlignLeft if column is Column.NAME else Qt.AlignmentFlag.AlignHCenter
            return side | Qt.AlignmentFlag.AlignVCenter
        return None

    def data(self, index: Index, role: int = Qt.ItemDataRole.DisplayRole) -> Any:
        procedure = self._intake.procedure
        if procedure is None or not index.isValid():
            return None
        rule = procedure.components[index.row()]
        tick = self._intake.ticked(rule.key)
        column = Column(index.column())
        if column is Column.NAME:
            return self._name_data(rule.name, rule.required, self._handed_in(rule.key), role)
        if role == Qt.ItemDataRole.TextAlignmentRole:
            return Qt.AlignmentFlag.AlignCenter
        if column in COUNTS:
            count = getattr(tick, COUNTS[column])
            if role == Qt.ItemDataRole.DisplayRole:
                return str(count) if count else NONE
            return count if role == Qt.ItemDataRole.EditRole else None
        if column is Column.PAGES and role == Qt.ItemDataRole.DisplayRole:
            return _counted(self._intake.pages_of(rule.key))
        return None

    def setData(self, index: Index, value: Any, role: int = Qt.ItemDataRole.EditRole) -> bool:
        key, column = self.key(index.row()), Column(index.column())
        if column is Column.NAME and role == Qt.ItemDataRole.CheckStateRole:
            return self._tick(key, handed_in=Qt.CheckState(value) is Qt.CheckState.Checked)
        if column in COUNTS and role == Qt.ItemDataRole.EditRole:
            self._intake.tick(key, **{COUNTS[column]: max(0, min(MOST, int(value)))})
            return True
        return False

    def _title(self, column: Column) -> str:
        match column:
            case Column.NAME:
                return self.tr("Papers")
            case Column.ORIGINALS:
                return self.tr("Original")
            case Column.CERTIFIED:
                return self.tr("Certified")
            case Column.COPIES:
                return self.tr("Copy")
            case Column.PAGES:
                return self.tr("Pages")
            case Column.ACTIONS:
                return ""

    def _explained(self, column: Column) -> str | None:
        match column:
            case Column.ORIGINALS:
                return self.tr("How many originals were handed in")
            case Column.CERTIFIED:
                return self.tr("How many certified copies were handed in")
            case Column.COPIES:
                return self.tr("How many plain copies were handed in")
            case Column.PAGES:
                return self.tr("How many pages were scanned")
            case _:
                return None

    def _tick(self, key: str, *, handed_in: bool) -> bool:
        if handed_in:
            self._intake.tick(key, originals=1)
        elif self._intake.pages_of(key):
            return False  # it was handed in: its pages are here
        else:
            self._intake.tick(key, originals=0, certified_copies=0, copies=0)
        return True

    def _handed_in(self, key: str) -> bool:
        tick = self._intake.ticked(key)
        return tick.originals + tick.certified_copies + tick.copies > 0

    def _name_data(self, name: str, required: bool, handed_in: bool, role: int) -> Any:
        if role == Qt.ItemDataRole.DisplayRole:
            return f"{name} *" if required else name
        if role == Qt.ItemDataRole.ToolTipRole:
            return f"{name}\n{self.tr('Required') if required else self.tr('Only where it applies')}"
        if role == Qt.ItemDataRole.CheckStateRole:
            return Qt.CheckState.Checked if handed_in else Qt.CheckState.Unchecked
        return None

    def _reset(self) -> None:
        self.beginResetModel()
        self.endResetModel()

    def _counts_changed(self) -> None:
        if self._ticks is not self._intake.draft.components and self.rowCount():
            self._ticks = self._intake.draft.components
            self.dataChanged.emit(self.index(0, 0), self.index(self.rowCount() - 1, Column.COPIES))

    def _page_changed(self, page: SpooledPage) -> None:
        if self.rowCount():
            cell = self.index(self.row_of(page.component), Column.PAGES)
            self.dataChanged.emit(cell, cell)


def _counted(pages: list[SpooledPage]) -> str:
    """“3”, or “1/3” while they are being read."""
    done = sum(1 for page in pages if page.reading or page.failure)
    if not pages:
        return NONE
    return str(len(pages)) if done == len(pages) else f"{done}/{len(pages)}"

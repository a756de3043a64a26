"""The list of papers of the chosen procedure as a table: handed in or not, how many of each kind, pages scanned."""

from __future__ import annotations

from collections.abc import Iterable
from dataclasses import dataclass
from enum import IntEnum
from typing import Any

from PySide6.QtCore import QAbstractTableModel, QModelIndex, QObject, QPersistentModelIndex, Qt
from PySide6.QtGui import QGuiApplication

from counter_app.dossier.draft import ReusedPaper
from counter_app.dossier.pages import SpooledPage
from counter_app.procedures.catalogue import ComponentRule
from counter_app.procedures.completeness import as_asked
from ui.intake.intake import Intake
from ui.theme import QUIET


@dataclass(frozen=True)
class Counts:
    """The pages scanned for a component: number of pictures filed = pages scanned and not left out."""

    scanned: int
    read: int
    """Read, or tried in vain."""
    filed: int
    """Pages that its document will have, as far as they were read."""
    left_out: int
    failed: int
    unreadable: int
    """Of the filed ones: hardly a word was read of them, and no clerk has said that they are no blank ones."""
    with_note: int
    """Of the filed ones: a page once more, with the note attached to it."""


def counted(pages: Iterable[SpooledPage]) -> Counts:
    """The counts of a component's pages; blank ones are filed where there is nothing else, as its document does."""

    every = list(pages)
    good = [page for page in every if page.reading]
    filed = [page for page in good if page.reading and not page.reading.left_out]
    filed = filed or [page for page in good if page.reading and not page.reading.is_separator]
    return Counts(
        scanned=len(every),
        read=sum(bool(page.reading or page.failure) for page in every),
        filed=len(filed),
        left_out=len(good) - len(filed),
        failed=sum(bool(page.failure and not page.reading) for page in every),
        unreadable=sum(page.reading.unreadable for page in filed if page.reading and page.treatment.blank is None),
        with_note=sum(page.note_of > 0 for page in filed),
    )


Index = QModelIndex | QPersistentModelIndex
_NOWHERE = QModelIndex()


class ChecklistColumn(IntEnum):
    """The columns; the last is the place of the row's buttons."""

    NAME = 0
    ORIGINALS = 1
    CERTIFIED = 2
    COPIES = 3
    PAGES = 4
    ACTIONS = 5


COUNTS = {
    ChecklistColumn.ORIGINALS: "originals",
    ChecklistColumn.CERTIFIED: "certified_copies",
    ChecklistColumn.COPIES: "copies",
}
MOST = 99  # sheets of one kind
NONE = "–"  # where there is nothing to count


_SHOWN = Qt.ItemFlag.ItemIsEnabled | Qt.ItemFlag.ItemIsSelectable
_TICKED, _COUNTED = _SHOWN | Qt.ItemFlag.ItemIsUserCheckable, _SHOWN | Qt.ItemFlag.ItemIsEditable
_ROLES = frozenset(
    int(role)
    for role in (
        Qt.ItemDataRole.DisplayRole,
        Qt.ItemDataRole.EditRole,
        Qt.ItemDataRole.ToolTipRole,
        Qt.ItemDataRole.AccessibleTextRole,
        Qt.ItemDataRole.FontRole,
        Qt.ItemDataRole.ForegroundRole,
        Qt.ItemDataRole.TextAlignmentRole,
        Qt.ItemDataRole.CheckStateRole,
    )
)
"""What the model has an answer to; a cell is asked for ten others each time it is painted."""


class ChecklistModel(QAbstractTableModel):
    """One row a paper. The box before the name ticks it as handed in, as one original."""

    def __init__(self, intake: Intake, parent: QObject | None = None) -> None:
        super().__init__(parent)
        self._intake = intake
        self._rules: tuple[ComponentRule, ...] = ()
        self._case = ""
        intake.procedure_changed.connect(self._reset)
        intake.started.connect(self._reset)
        self._ticks: object = None
        intake.changed.connect(self._counts_changed)
        intake.page_changed.connect(self._page_changed)

    def key(self, row: int) -> str:
        """The component of a row; "" where there is no such row."""
        return self._rules[row].key if 0 <= row < len(self._rules) else ""

    def shown_only(self, row: int) -> bool:
        """Whether the component of a row is only to be shown."""
        return self._rules[row].shown_only

    def row_of(self, key: str) -> int:
        """The row of a component; 0 where it is not in the list."""
        keys = [rule.key for rule in self._rules]
        return keys.index(key) if key in keys else 0

    def rowCount(self, parent: Index = _NOWHERE) -> int:
        return 0 if parent.isValid() else len(self._rules)

    def columnCount(self, parent: Index = _NOWHERE) -> int:
        return len(ChecklistColumn)

    def flags(self, index: Index) -> Qt.ItemFlag:
        if index.column() == ChecklistColumn.NAME:
            return _TICKED
        return _COUNTED if index.column() in COUNTS else _SHOWN

    def headerData(self, section: int, orientation: Qt.Orientation, role: int = Qt.ItemDataRole.DisplayRole) -> Any:
        if orientation is Qt.Orientation.Vertical:
            return None
        column = ChecklistColumn(section)
        if role == Qt.ItemDataRole.DisplayRole:
            return self._title(column)
        if role == Qt.ItemDataRole.ToolTipRole:
            return self._explained(column)
        if role == Qt.ItemDataRole.TextAlignmentRole:
            side = Qt.AlignmentFlag.AlignLeft if column is ChecklistColumn.NAME else Qt.AlignmentFlag.AlignHCenter
            return side | Qt.AlignmentFlag.AlignVCenter
        return None

    def data(self, index: Index, role: int = Qt.ItemDataRole.DisplayRole) -> Any:
        if role not in _ROLES or not index.isValid():
            return None
        rule, column = self._rules[index.row()], index.column()
        if column == ChecklistColumn.NAME:
            return self._name_data(rule, role)
        if role == Qt.ItemDataRole.TextAlignmentRole:
            return Qt.AlignmentFlag.AlignCenter
        if column == ChecklistColumn.ACTIONS:
            return self._actions_data(rule, role)
        tick = self._intake.ticked(rule.key)
        if column in COUNTS:
            return _count_data(getattr(tick, COUNTS[ChecklistColumn(column)]), role)
        if column == ChecklistColumn.PAGES:
            pages = self._intake.pages_of(rule.key)
            if tick.reused and not pages:
                return self._reused_data(tick.reused, role)
            return self._pages_data(pages, role)
        return None

    def setData(self, index: Index, value: Any, role: int = Qt.ItemDataRole.EditRole) -> bool:
        key, column = self.key(index.row()), ChecklistColumn(index.column())
        if column is ChecklistColumn.NAME and role == Qt.ItemDataRole.CheckStateRole:
            return self._tick(key, handed_in=Qt.CheckState(value) is Qt.CheckState.Checked)
        if column in COUNTS and role == Qt.ItemDataRole.EditRole:
            self._intake.tick_by_hand(key, **{COUNTS[column]: max(0, min(MOST, int(value)))})
            return True
        return False

    def _title(self, column: ChecklistColumn) -> str:
        match column:
            case ChecklistColumn.NAME:
                return self.tr("Papers")
            case ChecklistColumn.ORIGINALS:
                return self.tr("Original")
            case ChecklistColumn.CERTIFIED:
                return self.tr("Certified")
            case ChecklistColumn.COPIES:
                return self.tr("Copy")
            case ChecklistColumn.PAGES:
                return self.tr("Pages")
            case ChecklistColumn.ACTIONS:
                return ""

    def _explained(self, column: ChecklistColumn) -> str | None:
        match column:
            case ChecklistColumn.ORIGINALS:
                return self.tr("How many originals were handed in")
            case ChecklistColumn.CERTIFIED:
                return self.tr("How many certified copies were handed in")
            case ChecklistColumn.COPIES:
                return self.tr("How many plain copies were handed in")
            case ChecklistColumn.PAGES:
                return self.tr("How many pages were scanned")
            case _:
                return None

    def _tick(self, key: str, *, handed_in: bool) -> bool:
        procedure = self._intake.procedure
        rule = next((rule for rule in procedure.components if rule.key == key), None) if procedure else None
        if handed_in and rule:
            self._intake.tick_by_hand(key, **as_asked(rule).model_dump(exclude={"key"}))
        elif self._intake.pages_of(key):
            return False  # it was handed in: its pages are here
        else:
            self._intake.tick_by_hand(key, originals=0, certified_copies=0, copies=0, shown=False, reused=None)
        return True

    def _name_data(self, rule: ComponentRule, role: int) -> Any:
        if role == Qt.ItemDataRole.DisplayRole:
            return f"{rule.name} *" if rule.required else rule.name
        if role == Qt.ItemDataRole.ToolTipRole:
            shown = self.tr("Only shown: not scanned, ticked when it was seen") if rule.shown_only else ""
            required = self.tr("Required") if rule.required else self.tr("Only where it applies")
            case = self.tr("In this case: {case}").format(case=rule.case) if rule.case else ""
            return "\n".join(filter(None, (rule.name, case, required, shown)))
        if role == Qt.ItemDataRole.CheckStateRole:
            return Qt.CheckState.Checked if self._intake.ticked(rule.key).here else Qt.CheckState.Unchecked
        return None

    def _actions_data(self, rule: ComponentRule, role: int) -> Any:
        """Its buttons are drawn; a paper that is only shown has none."""
        if rule.shown_only:
            if role in (Qt.ItemDataRole.DisplayRole, Qt.ItemDataRole.AccessibleTextRole):
                return self.tr("only shown")
            if role == Qt.ItemDataRole.ToolTipRole:
                return self.tr("The paper is shown and taken home again: it is not scanned")
            return QUIET.colour() if role == Qt.ItemDataRole.ForegroundRole else None
        if role == Qt.ItemDataRole.AccessibleTextRole:
            return self.tr("Scan (F5), add files (F6)")
        return None

    def _reused_data(self, reused: ReusedPaper, role: int) -> Any:
        if role == Qt.ItemDataRole.DisplayRole:
            return self.tr("reused")
        if role in (Qt.ItemDataRole.ToolTipRole, Qt.ItemDataRole.AccessibleTextRole):
            return self.tr("The digitised paper of dossier {code} serves again").format(code=reused.source.dossier)
        return None

    def _pages_data(self, pages: list[SpooledPage], role: int) -> Any:
        if role == Qt.ItemDataRole.ForegroundRole:
            return None if pages else QUIET.colour()
        counts = counted(pages)
        if role == Qt.ItemDataRole.DisplayRole:
            return self._short(counts) if pages else NONE
        if role in (Qt.ItemDataRole.ToolTipRole, Qt.ItemDataRole.AccessibleTextRole) and pages:
            return self._explained_pages(counts)
        return None

    def _short(self, counts: Counts) -> str:
        """“3”, “1/3” while they are being read, “5 pages, 1 left out” in lines where not all of them are filed."""
        if counts.read < counts.scanned:
            return f"{counts.read}/{counts.scanned}"
        if not counts.left_out + counts.failed + counts.unreadable:
            return str(counts.filed)
        lines = [self.tr("%n pages", "", counts.filed)]
        lines += [self.tr("%n left out", "", counts.left_out)] if counts.left_out else []
        lines += [self.tr("%n unclear", "", counts.unreadable)] if counts.unreadable else []
        lines += [self.tr("%n faulty", "", counts.failed)] if counts.failed else []
        return ",\n".join(lines)

    def _explained_pages(self, counts: Counts) -> str:
        lines = [self.tr("%n pages will be filed, one picture each, in this order", "", counts.filed)]
        if counts.with_note:
            lines.append(self.tr("%n of them show a page once more, with its note", "", counts.with_note))
        if counts.left_out:
            lines.append(
                self.tr("%n are left out: blank pages or separators; a click takes them back", "", counts.left_out)
            )
        if counts.unreadable:
            lines.append(self.tr("Of %n hardly anything could be read: look at them", "", counts.unreadable))
        if counts.failed:
            lines.append(self.tr("%n could not be read and will not be filed", "", counts.failed))
        return "\n".join(lines)

    def _reset(self) -> None:
        self.beginResetModel()
        draft = self._intake.draft
        self._rules, self._case, self._ticks = self._intake.rules, draft.case, draft.components
        self.endResetModel()

    def _counts_changed(self) -> None:
        if self._case != self._intake.draft.case:
            self._reset()
        if self._ticks is not self._intake.draft.components and self.rowCount():
            self._ticks = self._intake.draft.components
            self.dataChanged.emit(self.index(0, 0), self.index(self.rowCount() - 1, ChecklistColumn.PAGES))

    def _page_changed(self, page: SpooledPage) -> None:
        if page.component not in (rule.key for rule in self._rules):
            self._reset()  # a paper of another case came
        if self.rowCount():
            cell = self.index(self.row_of(page.component), ChecklistColumn.PAGES)
            self.dataChanged.emit(cell, cell)


def _count_data(count: int, role: int) -> Any:
    """A count stands out where there is one."""
    if role == Qt.ItemDataRole.DisplayRole:
        return str(count) if count else NONE
    if role == Qt.ItemDataRole.EditRole:
        return count
    if role == Qt.ItemDataRole.FontRole and count:
        font = QGuiApplication.font()
        font.setBold(True)
        return font
    return QUIET.colour() if role == Qt.ItemDataRole.ForegroundRole and not count else None

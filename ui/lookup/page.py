"""Finding a dossier: words in any order, without diacritics; the newest first. Several chosen ones make a list."""

from __future__ import annotations

from collections.abc import Sequence
from typing import NamedTuple

from PySide6.QtCore import QEvent, QItemSelectionModel, QModelIndex, QObject, QPersistentModelIndex, Qt, QTimer, Signal
from PySide6.QtGui import QKeyEvent, QKeySequence, QShortcut
from PySide6.QtWidgets import (
    QComboBox,
    QDialog,
    QHBoxLayout,
    QLabel,
    QLineEdit,
    QPushButton,
    QStackedLayout,
    QTableView,
    QVBoxLayout,
    QWidget,
)

from counter_app.desk.desk import Desk
from counter_app.desk.finding import MOST, find, find_all, find_guidance, find_in_conflict
from counter_app.dossier.identity import Card
from counter_app.dossier.states import Status
from counter_app.store.dossiers import FoundDossier
from ui import words
from ui.background.changes import DossiersChanged
from ui.background.tasks import Progress, Task
from ui.background.workplace import Workplace
from ui.lookup.columns import FoundDelegate, columns
from ui.papers.papers_view import Papers
from ui.theme import icon
from ui.widgets.empty_state import EmptyState
from ui.widgets.rows_model import RowsModel, rows_table

IN_CONFLICT, GUIDED = "conflict", "guided"  # beside the statuses in the filter
_PAUSE = 120  # milliseconds without a key before searching
_ALSO = QItemSelectionModel.SelectionFlag.Select | QItemSelectionModel.SelectionFlag.Rows
_ROW = QItemSelectionModel.SelectionFlag.ClearAndSelect | QItemSelectionModel.SelectionFlag.Rows


class _Listed(NamedTuple):
    """The dossiers found; how many of all contradict themselves, and how many came online and wait."""

    found: list[FoundDossier]
    conflicts: int
    online: int


class LookupPage(QWidget):
    """A search field, a status filter and the dossiers found."""

    opened = Signal(str)  # a dossier's code

    def __init__(self, workplace: Workplace, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self._workplace = workplace
        self._running: Task | None = None
        self.field = QLineEdit(clearButtonEnabled=True)
        self.field.setPlaceholderText(self.tr("Code, name, citizen number, procedure, or words from the papers"))
        self.field.setToolTip(self.tr("Search (F3). Diacritics do not matter."))
        self.field.installEventFilter(self)
        self.filter = QComboBox()
        self.filter.addItem(self.tr("All statuses"), None)
        self.filter.addItem(self.tr("In conflict"), IN_CONFLICT)
        self.filter.addItem(self.tr("No receipt: Mẫu 02, 03"), GUIDED)
        for status in Status:
            self.filter.addItem(words.status_name(status), status)
        self.count = QLabel()
        self.lists = QPushButton(icon("print"), "")
        self.lists.setToolTip(self.tr("Choose several with Ctrl or Shift, or all with Ctrl+A"))
        self.lists.clicked.connect(self.print_paper)
        self.conflicts = QPushButton()
        self.conflicts.setObjectName("alarm")
        self.conflicts.clicked.connect(self.show_conflicts)
        self.conflicts.hide()
        self.online = QPushButton()
        self.online.clicked.connect(self.show_online)
        self.online.hide()
        self.model = RowsModel(columns(), lambda found: found.code, self)
        self.table = self._table()
        nothing_yet = EmptyState(
            self.tr("No dossier was received yet"), self.tr("Received dossiers will stand here."), "paper"
        )
        nothing_found = EmptyState(
            self.tr("No dossier found"), self.tr("Fewer words find more; diacritics do not matter."), "search"
        )

        top = QHBoxLayout()
        top.addWidget(self.field, 1)
        top.addWidget(self.filter)
        top.addWidget(self.online)
        top.addWidget(self.conflicts)
        below = QWidget()
        self._stack = QStackedLayout(below)
        self._stack.addWidget(self.table)
        self._stack.addWidget(nothing_found)
        self._stack.addWidget(nothing_yet)
        layout = QVBoxLayout(self)
        layout.setContentsMargins(16, 12, 16, 8)
        layout.addLayout(top)
        layout.addWidget(below, 1)
        foot = QHBoxLayout()
        foot.addWidget(self.count, 1)
        foot.addWidget(self.lists)
        layout.addLayout(foot)

        self._soon = QTimer(self, singleShot=True, interval=_PAUSE)
        self._soon.timeout.connect(self.refresh)
        self.field.textChanged.connect(self._soon.start)
        self.filter.currentIndexChanged.connect(self.refresh)
        self.table.selectionModel().selectionChanged.connect(lambda *_: self._offer_lists())
        self._offer_lists()

    def enter(self) -> None:
        """The clerk came here: newest list, ready to type."""
        self.refresh()
        self.field.setFocus()
        self.field.selectAll()

    def search(self, text: str) -> None:
        """Looks for `text` now."""
        self.field.setText(text)
        self.refresh()

    @property
    def chosen(self) -> list[str]:
        """The codes of the chosen dossiers, in the order of the list."""
        rows = sorted(index.row() for index in self.table.selectionModel().selectedRows())
        found = [one for row in rows if (one := self.model.row(row)) is not None]
        return [item.code for item in found if item.guidance is None]

    def take_card(self, card: Card) -> bool:
        """Looks for the person's dossiers."""
        self.search(card.number)
        return True

    def take_code(self, code: str) -> bool:
        """No: one dossier has a screen of its own."""
        return False

    def take_change(self, change: DossiersChanged) -> None:
        """Reads the list anew, whichever dossiers changed; one that is not shown is read when the clerk comes here."""
        if self.isVisible():
            self.refresh()

    def print_paper(self) -> None:
        """Shows the lists that can be printed of the chosen dossiers."""
        if codes := self.chosen:
            dialog = ListsDialog(self._workplace, codes, self)
            dialog.setAttribute(Qt.WidgetAttribute.WA_DeleteOnClose)
            dialog.show()

    def refresh(self) -> None:
        """Reads the list anew; only the last question asked is answered."""
        self._soon.stop()
        if self._running is not None:
            self._running.cancel()
        text, chosen = self.field.text(), self.filter.currentData()

        def work(progress: Progress) -> _Listed:
            store = progress.desk.store
            return _Listed(_found(progress.desk, text, chosen), store.in_conflict(), store.awaiting_online())

        self._running = self._workplace.tasks.submit(work, self._show)

    def show_conflicts(self) -> None:
        """All dossiers in which something contradicts and waits for a clerk."""
        self.field.clear()
        self.filter.setCurrentIndex(self.filter.findData(IN_CONFLICT))
        self.refresh()

    def show_online(self) -> None:
        """All dossiers that came by the national portal and wait to be accepted."""
        self.field.clear()
        self.filter.setCurrentIndex(self.filter.findData(Status.NEW))
        self.refresh()

    def eventFilter(self, watched: QObject, event: QEvent) -> bool:
        if not isinstance(event, QKeyEvent) or event.type() is not QEvent.Type.KeyPress or not self.model.rowCount():
            return False
        if event.key() in (Qt.Key.Key_Return, Qt.Key.Key_Enter):
            self._open(self.table.currentIndex())
            return True
        if watched is self.field and event.key() in (Qt.Key.Key_Down, Qt.Key.Key_Up):
            self.table.setFocus()
            return True
        return False

    def _show(self, found: _Listed) -> None:
        listed, conflicts, online = found
        self.online.setVisible(online > 0)
        self.online.setText(self.tr("%n dossiers filed online wait", "", online))
        self.conflicts.setVisible(conflicts > 0)
        self.conflicts.setText(self.tr("%n dossiers with contradictions to settle", "", conflicts))
        current, chosen = self.model.row(self.table.currentIndex().row()), self.chosen
        self.model.show(listed)
        row = self.model.row_of(current.code) if current else 0
        if listed:
            self.table.selectionModel().setCurrentIndex(self.model.index(max(row, 0), 0), _ROW)
            self._choose(chosen)
        asked = bool(self.field.text().strip()) or self.filter.currentIndex() > 0
        self._stack.setCurrentIndex(0 if listed else 1 if asked else 2)
        more = self.tr("The newest %n dossiers; type more words to narrow it down", "", MOST)
        self.count.setText(more if len(listed) >= MOST else self.tr("%n dossiers", "", len(listed)))

    def _choose(self, codes: list[str]) -> None:
        """What was chosen stays chosen in the list read anew, and nothing else, as far as it stands there."""
        rows = [row for row in map(self.model.row_of, codes) if row >= 0]
        if rows:
            self.table.clearSelection()
        for row in rows:
            self.table.selectionModel().select(self.model.index(row, 0), _ALSO)

    def _offer_lists(self) -> None:
        count = len(self.chosen)
        self.lists.setVisible(count > 1)
        self.lists.setText(self.tr("Lists of %n chosen dossiers (Ctrl+P)", "", count))

    def _open(self, index: QModelIndex | QPersistentModelIndex) -> None:
        found = self.model.row(index.row())
        if found is not None:
            self.opened.emit(found.code)

    def _table(self) -> QTableView:
        table = rows_table(self.model, row_height=36, several=True)
        table.setItemDelegate(FoundDelegate(table))
        table.doubleClicked.connect(self._open)
        table.installEventFilter(self)
        return table


def _found(desk: Desk, text: str, chosen: Status | str | None) -> list[FoundDossier]:
    """What the filter and the words mean."""
    if chosen == GUIDED:
        return find_guidance(desk, text)
    if chosen == IN_CONFLICT:
        return find_in_conflict(desk, text)
    return find(desk, text, chosen) if isinstance(chosen, Status) else find_all(desk, text)


class ListsDialog(QDialog):
    """Shows the lists that can be made of the dossiers and prints them; the window can be used meanwhile."""

    def __init__(self, workplace: Workplace, codes: Sequence[str], parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self.setWindowTitle(self.tr("Lists of %n chosen dossiers", "", len(codes)))
        self.papers = Papers(workplace)
        self.nothing = EmptyState(
            self.tr("No list can be made of these dossiers"),
            self.tr("Each of them must have been handed over to a unit, or have its result at the desk."),
            "paper",
        )
        QShortcut(QKeySequence("Ctrl+P"), self).activated.connect(self.papers.print_now)
        holder = QWidget()
        self._stack = QStackedLayout(holder)
        self._stack.addWidget(self.papers)
        self._stack.addWidget(self.nothing)
        layout = QVBoxLayout(self)
        layout.addWidget(holder)
        self.resize(1080, 640)
        self.papers.shown.connect(self._show)
        self.finished.connect(self.papers.leave)
        self.papers.show_several(codes)

    def _show(self) -> None:
        self._stack.setCurrentIndex(0 if self.papers.model.rows else 1)
        self.papers.paper.preview.roll.setFocus()

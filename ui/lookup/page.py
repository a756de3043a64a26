"""Finding a dossier: words in any order, without diacritics; the newest first. Several chosen ones make a list."""

from __future__ import annotations

from dataclasses import replace
from functools import partial
from pathlib import Path
from typing import NamedTuple

from PySide6.QtCore import (
    QEvent,
    QItemSelection,
    QItemSelectionModel,
    QModelIndex,
    QObject,
    QPersistentModelIndex,
    Qt,
    QTimer,
    Signal,
)
from PySide6.QtGui import QKeyEvent, QKeySequence, QResizeEvent, QShortcut
from PySide6.QtWidgets import (
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
from counter_app.desk.finding import MOST, find, find_all, find_guidance, find_in_conflict, note, past_dossier
from counter_app.desk.today import Pile
from counter_app.dossier.acts.act import AnyAct
from counter_app.dossier.identity import Card
from counter_app.dossier.past import PastDossier
from counter_app.dossier.states import Status
from counter_app.reports.found import found_table
from counter_app.store.accesses import AccessKind
from counter_app.store.dossiers import FoundDossier, Narrowed
from ui import words
from ui.background.changes import DossiersChanged
from ui.background.tasks import Progress, Task
from ui.background.workplace import Workplace
from ui.lookup.columns import SORT_KEYS, BadgeDelegate, ColouredDelegate, columns
from ui.lookup.filter_row import FilterRow
from ui.lookup.lists_dialog import ListsDialog
from ui.lookup.many_dialog import ON_MANY, ManyDialog
from ui.lookup.past_dialog import PastDialog
from ui.papers.whole_sets import PRINT_SET, print_whole_sets
from ui.theme import icon
from ui.widgets.choice_box import ChoiceBox
from ui.widgets.elided_button import ElidedButton
from ui.widgets.empty_state import EmptyState
from ui.widgets.file_choice import saving_dialog
from ui.widgets.fit import close_others
from ui.widgets.rows_model import RowsModel, rows_table

IN_CONFLICT, GUIDED, NEWS = "conflict", "guided", "news"  # beside the statuses in the filter
_FILTERS = {Pile.TO_RETURN: Status.DONE, Pile.SUPPLEMENTS: Status.SUPPLEMENT_REQUESTED, Pile.NEWS: NEWS}
"""How the list is filtered to what stands in a pile of the day."""
_PAUSE = 120  # milliseconds without a key before searching
_WIDEST = 260  # pixels of the name of an act
_NARROW = 1_000  # pixels; below it the acts have the room for their words, and keys are told under the mouse
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
        self._typed: tuple[tuple[str, tuple[str, ...]], tuple[str, ...]] = (("", ()), ())
        self.many: ManyDialog | None = None  # an act on several dossiers, while it is open
        self.field = QLineEdit(clearButtonEnabled=True)
        self.field.setPlaceholderText(self.tr("Code, name, citizen number, procedure, or words from the papers"))
        self.field.setAccessibleName(self.field.placeholderText())
        self.field.setToolTip(self.tr("Search (F3). Diacritics do not matter."))
        self.field.installEventFilter(self)
        self.filter = ChoiceBox()
        self.filter.setAccessibleName(self.tr("Status of the dossiers shown"))
        self.filter.addItem(self.tr("All statuses"), None)
        self.filter.addItem(self.tr("In conflict"), IN_CONFLICT)
        self.filter.addItem(self.tr("With news"), NEWS)
        self.filter.addItem(self.tr("No receipt: Mẫu 02, 03"), GUIDED)
        for status in Status:
            self.filter.addItem(words.status_name(status), status)
        self.count = QLabel()
        self.lists = QPushButton(icon("print"), "")
        self.lists.setToolTip(self.tr("Choose several with Ctrl or Shift, or all with Ctrl+A"))
        self.lists.clicked.connect(self.print_paper)
        self.acts = [ElidedButton(_WIDEST, framed=True) for _ in ON_MANY]
        for number, (button, act) in enumerate(zip(self.acts, ON_MANY, strict=True), start=1):
            button.setText(words.act_name(act))
            button.setToolTip(f"{words.act_name(act)} (Alt+{number})")
            button.clicked.connect(lambda _=False, act=act: self.do_on_many(act))
            QShortcut(QKeySequence(f"Alt+{number}"), self).activated.connect(partial(self.do_on_many, act))
        for key, step in (("Alt+Right", 1), ("Alt+Left", -1)):
            QShortcut(QKeySequence(key), self).activated.connect(partial(self.sort_on, step))
        QShortcut(QKeySequence(PRINT_SET), self).activated.connect(self.print_sets)
        self.export = QPushButton(icon("save"), "")
        self.export.setToolTip(self.tr("Spreadsheet… (Ctrl+E)"))
        self.export.clicked.connect(self.choose_file)
        QShortcut(QKeySequence("Ctrl+E"), self).activated.connect(self.choose_file)
        self.filters = FilterRow(workplace.desk.now)
        self._sorted: tuple[str, bool] | None = None  # by which column, and whether from the end
        self.conflicts = QPushButton()
        self.conflicts.setObjectName("alarm")
        self.conflicts.clicked.connect(self.show_conflicts)
        self.conflicts.hide()
        self.online = QPushButton()
        self.online.clicked.connect(self.show_online)
        self.online.hide()
        made = columns(workplace.desk.now, has_server=bool(workplace.desk.profile.server.url))
        self.model = RowsModel(made, lambda found: found.code, self)
        self.table = self._table()
        self.table.setAccessibleName(self.tr("Dossiers"))
        nothing_yet = EmptyState(
            self.tr("No dossier was received yet"), self.tr("Received dossiers will stand here."), "paper"
        )
        nothing_found = EmptyState(
            self.tr("No dossier found"), self.tr("Fewer words find more; diacritics do not matter."), "search"
        )

        nothing_left = EmptyState(
            self.tr("No dossier found"),
            self.tr("The filter leaves none of them. Ctrl+0: all again."),
            "search",
        )
        top = QHBoxLayout()
        top.addWidget(self.field, 1)
        top.addWidget(self.filter)
        top.addWidget(self.online)
        top.addWidget(self.conflicts)
        below = QWidget(self)
        self._stack = QStackedLayout(below)
        self._stack.addWidget(self.table)
        self._stack.addWidget(nothing_found)
        self._stack.addWidget(nothing_yet)
        self._stack.addWidget(nothing_left)
        layout = QVBoxLayout(self)
        layout.setContentsMargins(16, 12, 16, 8)
        layout.addLayout(top)
        layout.addWidget(self.filters)
        layout.addWidget(below, 1)
        foot = QHBoxLayout()
        foot.addWidget(self.count, 1)
        for button in self.acts:
            foot.addWidget(button)
        foot.addWidget(self.lists)
        foot.addWidget(self.export)
        layout.addLayout(foot)

        self._soon = QTimer(self, singleShot=True, interval=_PAUSE)
        self._soon.timeout.connect(self.refresh)
        self.field.textChanged.connect(self._soon.start)
        self.filter.currentIndexChanged.connect(self.refresh)
        self.filters.changed.connect(self.refresh)
        self.filters.clear_wanted.connect(self.show_all)
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
        return [item.code for item in self._chosen_rows]

    @property
    def _chosen_rows(self) -> list[FoundDossier]:
        parts = self.table.selectionModel().selection()  # its selectedRows asks the model dozens of times a row
        rows = sorted({row for part in parts.toList() for row in range(part.top(), part.bottom() + 1)})
        found = [one for row in rows if (one := self.model.row(row)) is not None]
        return [item for item in found if item.guidance is None and not item.imported]

    def take_card(self, card: Card) -> bool:
        """Looks for the person's dossiers; where results of many are handed over, it is who takes them."""
        if self.many is not None:
            self.many.take_card(card)
            return True
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
            close_others(self, ListsDialog)
            dialog = ListsDialog(self._workplace, codes, self)
            dialog.setAttribute(Qt.WidgetAttribute.WA_DeleteOnClose)
            dialog.show()

    def refresh(self) -> None:
        """Reads the list anew; only the last question asked is answered."""
        self._soon.stop()
        if self._running is not None:
            self._running.cancel()
        text, chosen = self.field.text(), self.filter.currentData()
        narrowed = self.filters.narrowed()
        self.filters.show_clear(bool(text) or self.filter.currentIndex() > 0 or self.filters.asks)

        def work(progress: Progress) -> _Listed:
            store = progress.desk.store
            found = _found(progress.desk, text, chosen, narrowed)
            return _Listed(found, store.in_conflict(), store.awaiting_online())

        self._running = self._workplace.tasks.submit(work, self._show)

    def show_pile(self, pile: Pile) -> None:
        """What stands in one of the piles of the day, and nothing else; in the list, ready for the arrows."""
        self.show_all()
        if pile in _FILTERS:
            self.filter.setCurrentIndex(self.filter.findData(_FILTERS[pile]))
        self.filters.due_today.setChecked(pile is Pile.DUE_TODAY)
        self.filters.overdue.setChecked(pile is Pile.OVERDUE)
        self.refresh()
        self.table.setFocus()

    def print_sets(self) -> None:
        """Prints all papers of the chosen dossiers that were not printed yet."""
        print_whole_sets(self._workplace, self.chosen)

    def show_all(self) -> None:
        """Nothing narrows the list any more."""
        self.field.clear()
        self.filter.setCurrentIndex(0)
        self.filters.let_go()

    def do_on_many(self, act: AnyAct) -> None:
        """Does an act on all chosen dossiers; what it needs is asked once."""
        if act.tasks.isdisjoint(self._workplace.desk.clerk.tasks) or not self.chosen:
            return
        asked = (act.name, tuple(self.chosen))
        dialog = self.many = ManyDialog(self._workplace, act, self._chosen_rows, self)
        dialog.setAttribute(Qt.WidgetAttribute.WA_DeleteOnClose)
        if self._typed[0] == asked:
            dialog.put_typed(self._typed[1])
        dialog.finished.connect(lambda _: self._close_many(asked, dialog.typed))
        dialog.open()

    def _close_many(self, asked: tuple[str, tuple[str, ...]], typed: tuple[str, ...]) -> None:
        """What was typed for these dossiers is there again when the same is asked for; for others it is not."""
        self.many, self._typed = None, (asked, typed)

    def choose_file(self) -> None:
        """Asks where the list on the screen is to be saved."""
        if not self.model.rows:
            return
        name = f"ho-so-{self._workplace.desk.now():%Y-%m-%d}.xlsx"
        dialog = saving_dialog(self, self.tr("Save the list"), name, self.tr("Spreadsheet (*.xlsx)"))
        dialog.fileSelected.connect(lambda chosen: self.save_list(Path(chosen)))
        dialog.finished.connect(dialog.deleteLater)
        dialog.open()

    def save_list(self, path: Path) -> None:
        """Writes the list as it stands there, in its order; who took it along is noted."""
        rows = list(self.model.rows)
        chosen = self.filter.currentText() if self.filter.currentIndex() > 0 else ""
        asked = "; ".join(filter(None, (self.field.text().strip(), chosen, self.filters.words())))

        def work(progress: Progress) -> None:
            from counter_app.reports.spreadsheet import write_spreadsheet

            desk = progress.desk
            note(desk, AccessKind.EXPORTED, asked or path.stem)
            table = found_table(rows, asked, desk.now(), desk.profile.mark)
            write_spreadsheet(table, path, author=desk.clerk.name)

        def done(_: object) -> None:
            self._workplace.messages.succeed(self.tr("The list was saved as {file}.").format(file=path.name))

        self._workplace.tasks.submit(work, done)

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

    def resizeEvent(self, event: QResizeEvent) -> None:
        super().resizeEvent(event)
        self._name_buttons()

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
        listed = self._in_order(listed)
        self.model.show(listed)
        row = self.model.row_of(current.code) if current else 0
        if listed:
            self.table.selectionModel().setCurrentIndex(self.model.index(max(row, 0), 0), _ROW)
            self._choose(chosen)
        asked = bool(self.field.text().strip()) or self.filter.currentIndex() > 0 or self.filters.asks
        self.export.setEnabled(bool(listed))
        nothing = 2 if not asked else 1 if self.field.text().strip() else 3
        self._stack.setCurrentIndex(0 if listed else nothing)
        more = self.tr("The newest %n dossiers; type more words to narrow it down", "", MOST)
        self.count.setText(more if len(listed) >= MOST else self.tr("%n dossiers", "", len(listed)))

    def _sort_by(self, section: int) -> None:
        """By this column, then from its end, then the newest first again."""
        name = self.model.columns[section].name
        steps = {None: (name, False), (name, False): (name, True), (name, True): None}
        self._sort(steps.get(self._sorted, (name, False)))

    def sort_on(self, step: int) -> None:
        """The same by keys: column after column, each also from its end."""
        columns = enumerate(self.model.columns)
        shown = [column.name for place, column in columns if not self.table.isColumnHidden(place)]
        orders = [None, *((name, from_end) for name in shown for from_end in (False, True))]
        now = orders.index(self._sorted) if self._sorted in orders else 0
        self._sort(orders[(now + step) % len(orders)])

    def _sort(self, wanted: tuple[str, bool] | None) -> None:
        self._sorted = wanted
        header = self.table.horizontalHeader()
        header.setSortIndicatorShown(wanted is not None)
        if wanted is not None:
            order = Qt.SortOrder.DescendingOrder if wanted[1] else Qt.SortOrder.AscendingOrder
            header.setSortIndicator(self.model.column_of(wanted[0]), order)
        self.refresh()

    def _in_order(self, listed: list[FoundDossier]) -> list[FoundDossier]:
        if self._sorted is None:
            return listed
        name, from_end = self._sorted
        return sorted(listed, key=SORT_KEYS[name], reverse=from_end)

    def _choose(self, codes: list[str]) -> None:
        """What was chosen stays chosen in the list read anew, and nothing else, as far as it stands there."""
        selection = QItemSelection()
        for row in map(self.model.row_of, codes):
            if row >= 0:
                selection.select(self.model.index(row, 0), self.model.index(row, 0))
        if not selection.isEmpty():  # at once: each change of what is chosen is followed by what is offered for it
            self.table.selectionModel().select(selection, _ROW)

    def _offer_lists(self) -> None:
        count = len(self.chosen)
        tasks = self._workplace.desk.clerk.tasks
        for button, act in zip(self.acts, ON_MANY, strict=True):
            button.setVisible(count > 1 and not act.tasks.isdisjoint(tasks))
        self.lists.setVisible(count > 1)
        self._name_buttons()

    def _name_buttons(self) -> None:
        narrow = self.width() < _NARROW
        of_many = self.tr("Lists of %n (Ctrl+P)", "", len(self.chosen))
        self.lists.setText(self.tr("Lists (Ctrl+P)") if narrow else of_many)
        self.export.setText(self.tr("Spreadsheet…") if narrow else self.tr("Spreadsheet… (Ctrl+E)"))

    def _open(self, index: QModelIndex | QPersistentModelIndex) -> None:
        found = self.model.row(index.row())
        if found is not None and found.imported:
            self._open_past(found.code)
        elif found is not None:
            self.opened.emit(found.code)

    def _open_past(self, code: str) -> None:
        def show(found: tuple[PastDossier, str] | None) -> None:
            if found is not None:
                dialog = PastDialog(*found, self)
                dialog.setAttribute(Qt.WidgetAttribute.WA_DeleteOnClose)
                dialog.open()

        self._workplace.tasks.submit(lambda progress: past_dossier(progress.desk, code), show)

    def _table(self) -> QTableView:
        table = rows_table(self.model, row_height=36, several=True)
        for place, column in enumerate(self.model.columns):
            if column.colour is not None:
                table.setItemDelegateForColumn(place, ColouredDelegate(table))
        table.setItemDelegateForColumn(self.model.column_of("status"), BadgeDelegate(table))
        table.doubleClicked.connect(self._open)
        table.horizontalHeader().setSectionsClickable(True)
        table.horizontalHeader().sectionClicked.connect(self._sort_by)
        table.installEventFilter(self)
        return table


def _found(desk: Desk, text: str, chosen: Status | str | None, narrowed: Narrowed) -> list[FoundDossier]:
    """What the filters and the words mean."""
    if chosen == GUIDED:
        return find_guidance(desk, text)
    if chosen == NEWS:
        return find(desk, text, narrowed=replace(narrowed, news=True))
    if chosen == IN_CONFLICT:
        return find_in_conflict(desk, text, narrowed)
    return find(desk, text, chosen, narrowed) if isinstance(chosen, Status) else find_all(desk, text, narrowed)

"""The list of papers on the screen: tick, count, scan or add files, row by row."""

from __future__ import annotations

from PySide6.QtCore import QModelIndex, QPersistentModelIndex, QSize, Qt, Signal
from PySide6.QtGui import QPalette, QResizeEvent
from PySide6.QtWidgets import (
    QAbstractItemView,
    QHBoxLayout,
    QHeaderView,
    QLabel,
    QStyledItemDelegate,
    QStyleOptionViewItem,
    QTableView,
    QToolButton,
    QWidget,
)

from ui.intake.checklist_model import COUNTS, MOST, NONE, ChecklistColumn, ChecklistModel
from ui.theme import icon
from ui.widgets.number_box import NumberBox

Index = QModelIndex | QPersistentModelIndex
_AIR = 5  # pixels above and below a name
_MOST_LINES = 5  # of a name in its row; the whole one stands above the pages of the chosen row


class CountDelegate(QStyledItemDelegate):
    """A spin box for how many; the count stands out where there is one."""

    def createEditor(self, parent: QWidget, option: QStyleOptionViewItem, index: Index) -> QWidget:
        editor = NumberBox(parent)
        editor.setRange(0, MOST)
        editor.setFrame(False)
        editor.setAlignment(Qt.AlignmentFlag.AlignHCenter)
        return editor

    def sizeHint(self, option: QStyleOptionViewItem, index: Index) -> QSize:
        return super().sizeHint(option, index) + QSize(0, 2 * _AIR)

    def initStyleOption(self, option: QStyleOptionViewItem, index: Index) -> None:
        super().initStyleOption(option, index)
        if index.data() == NONE:
            palette: QPalette = option.palette
            palette.setColor(QPalette.ColorRole.Text, palette.color(QPalette.ColorRole.PlaceholderText))
        elif index.column() in COUNTS:
            option.font.setBold(True)


class Checklist(QTableView):
    """Shows the checklist model; `scan_wanted` and `files_wanted` carry the component."""

    scan_wanted = Signal(str)
    files_wanted = Signal(str)
    selected = Signal(str)

    def __init__(self, model: ChecklistModel, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self.setAccessibleName(self.tr("Papers of the dossier"))
        self._checklist = model
        self.setModel(model)
        self.setItemDelegate(CountDelegate(self))
        self.setSelectionBehavior(QAbstractItemView.SelectionBehavior.SelectRows)
        self.setSelectionMode(QAbstractItemView.SelectionMode.SingleSelection)
        self.setEditTriggers(
            QAbstractItemView.EditTrigger.AnyKeyPressed
            | QAbstractItemView.EditTrigger.SelectedClicked
            | QAbstractItemView.EditTrigger.DoubleClicked
            | QAbstractItemView.EditTrigger.CurrentChanged
        )
        self.setShowGrid(False)
        self.setWordWrap(True)
        self.setHorizontalScrollBarPolicy(Qt.ScrollBarPolicy.ScrollBarAlwaysOff)
        self.verticalHeader().hide()
        self.verticalHeader().setSectionResizeMode(QHeaderView.ResizeMode.Fixed)
        self.verticalHeader().setMinimumSectionSize(36)
        self.verticalHeader().setMaximumSectionSize(_MOST_LINES * self.fontMetrics().lineSpacing() + 2 * _AIR + 2)
        header = self.horizontalHeader()
        header.setHighlightSections(False)
        header.setStyleSheet("QHeaderView::section { padding: 5px 2px; font-size: 9.5pt; border-right: 0; }")
        header.setMinimumSectionSize(30)
        header.setTextElideMode(Qt.TextElideMode.ElideRight)
        header.setSectionResizeMode(QHeaderView.ResizeMode.Fixed)
        header.setSectionResizeMode(ChecklistColumn.NAME, QHeaderView.ResizeMode.Stretch)
        for column, width in (
            (ChecklistColumn.ORIGINALS, 56),
            (ChecklistColumn.CERTIFIED, 54),
            (ChecklistColumn.COPIES, 48),
            (ChecklistColumn.PAGES, 46),
            (ChecklistColumn.ACTIONS, 66),
        ):
            self.setColumnWidth(column, width)
        model.modelReset.connect(self._put_buttons)
        model.dataChanged.connect(self._fit)
        self.selectionModel().currentRowChanged.connect(lambda now, _: self.selected.emit(model.key(now.row())))

    def resizeEvent(self, event: QResizeEvent) -> None:
        super().resizeEvent(event)
        self.resizeRowsToContents()  # names wrap anew; left to Qt this would be done at every change of a count

    def keyboardSearch(self, search: str) -> None:
        """Letters choose no paper: they would be the first ones of a code that is read, and F5 scan into another."""

    def select(self, key: str) -> None:
        """Selects a component's row."""
        index = self._checklist.index(self._checklist.row_of(key), ChecklistColumn.NAME)
        self.selectionModel().setCurrentIndex(
            index, self.selectionModel().SelectionFlag.ClearAndSelect | self.selectionModel().SelectionFlag.Rows
        )

    def current_key(self) -> str:
        """The selected component, the first where none is; "" where there are none."""
        return self._checklist.key(max(self.currentIndex().row(), 0))

    def _fit(self, first: Index, last: Index) -> None:
        """Counts of pages may take another line; other counts never do."""
        if first.column() == ChecklistColumn.PAGES:
            self.resizeRowToContents(first.row())

    def _put_buttons(self) -> None:
        for row in range(self._checklist.rowCount()):
            key = self._checklist.key(row)
            cell = QWidget()
            layout = QHBoxLayout(cell)
            layout.setContentsMargins(0, 0, 0, 0)
            layout.setSpacing(0)
            if self._checklist.shown_only(row):
                layout.addWidget(self._shown_only())
                self.setIndexWidget(self._checklist.index(row, ChecklistColumn.ACTIONS), cell)
                continue
            for name, tip, signal in (
                ("scan", self.tr("Scan this paper (F5)"), self.scan_wanted),
                ("add", self.tr("Add pictures or PDFs of this paper (F6)"), self.files_wanted),
            ):
                button = QToolButton(autoRaise=True)
                button.setToolTip(tip)
                button.setIcon(icon(name))
                button.setIconSize(QSize(20, 20))
                button.setFocusPolicy(Qt.FocusPolicy.NoFocus)
                button.clicked.connect(lambda _=False, component=key, chosen=signal: self._choose(component, chosen))
                layout.addWidget(button)
            self.setIndexWidget(self._checklist.index(row, ChecklistColumn.ACTIONS), cell)
        self.resizeRowsToContents()
        if self._checklist.rowCount():
            self.select(self._checklist.key(0))

    def _shown_only(self) -> QLabel:
        label = QLabel(self.tr("only shown"))
        label.setObjectName("quiet")
        label.setToolTip(self.tr("The paper is shown and taken home again: it is not scanned"))
        label.setAlignment(Qt.AlignmentFlag.AlignCenter)
        label.setWordWrap(True)
        return label

    def _choose(self, key: str, signal: Signal) -> None:
        self.select(key)
        signal.emit(key)  # type: ignore[attr-defined]

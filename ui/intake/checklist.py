"""The list of papers on the screen: tick, count, scan or add files, row by row."""

from __future__ import annotations

from PySide6.QtCore import (
    QAbstractItemModel,
    QEvent,
    QModelIndex,
    QPersistentModelIndex,
    QPoint,
    QRect,
    QSize,
    Qt,
    QTimer,
    Signal,
)
from PySide6.QtGui import QHelpEvent, QMouseEvent, QPainter, QResizeEvent
from PySide6.QtWidgets import (
    QAbstractItemView,
    QHeaderView,
    QStyledItemDelegate,
    QStyleOptionViewItem,
    QTableView,
    QToolTip,
    QWidget,
)

from ui.intake.checklist_model import MOST, ChecklistColumn, ChecklistModel
from ui.theme import icon
from ui.widgets.number_box import NumberBox

Index = QModelIndex | QPersistentModelIndex
_AIR = 5  # pixels above and below a name
_ICON = 20  # pixels
_NARROW = 420  # pixels
_ICONS = ("scan", "add")
_MOST_LINES = 5  # of a name in its row; the whole one stands above the pages of the chosen row


class CountDelegate(QStyledItemDelegate):
    """A spin box for how many. How a count looks is the model's to say: here each cell would cost twice."""

    def createEditor(self, parent: QWidget, option: QStyleOptionViewItem, index: Index) -> QWidget:
        editor = NumberBox(parent)
        editor.setRange(0, MOST)
        editor.setFrame(False)
        editor.setAlignment(Qt.AlignmentFlag.AlignHCenter)
        return editor


class ActionsDelegate(QStyledItemDelegate):
    """Draws the two buttons of a row, to scan and to add files: as widgets, those of one procedure cost 30 ms."""

    pressed = Signal(int, int)  # the row; which of its buttons

    def __init__(self, tips: tuple[str, ...], parent: QWidget) -> None:
        super().__init__(parent)
        self._tips = tips

    def paint(self, painter: QPainter, option: QStyleOptionViewItem, index: Index) -> None:
        super().paint(painter, option, index)
        if index.data() is None:
            for name, place in zip(_ICONS, _places(option.rect), strict=True):
                icon(name).paint(painter, place)

    def editorEvent(self, event: QEvent, model: QAbstractItemModel, option: QStyleOptionViewItem, index: Index) -> bool:
        if (
            event.type() is not QEvent.Type.MouseButtonRelease
            or not isinstance(event, QMouseEvent)
            or event.button() is not Qt.MouseButton.LeftButton
            or index.data() is not None
        ):
            return False
        which = _at(event.position().toPoint(), option.rect)
        if which is not None:
            self.pressed.emit(index.row(), which)
        return which is not None

    def helpEvent(self, event: QHelpEvent, view: QAbstractItemView, option: QStyleOptionViewItem, index: Index) -> bool:
        which = _at(event.pos(), option.rect) if index.data() is None else None
        if which is None:
            return super().helpEvent(event, view, option, index)
        QToolTip.showText(event.globalPos(), self._tips[which], view)
        return True


def _places(cell: QRect) -> list[QRect]:
    """Where the buttons of a row are drawn."""
    half = cell.width() // 2
    size = QSize(_ICON, _ICON)
    places = [QRect(cell.left() + place * half, cell.top(), half, cell.height()) for place in range(2)]
    return [QRect(place.center() - QPoint(_ICON // 2, _ICON // 2), size) for place in places]


def _at(point: QPoint, cell: QRect) -> int | None:
    """Which button lies under the point."""
    around = [place.adjusted(-6, -8, 6, 8) for place in _places(cell)]
    return next((which for which, place in enumerate(around) if place.contains(point)), None)


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
            self.setColumnWidth(column, max(width, header.sectionSizeHint(column)))
        self.buttons = ActionsDelegate(
            (self.tr("Scan this paper (F5)"), self.tr("Add pictures or PDFs of this paper (F6)")), self
        )
        self.setItemDelegateForColumn(ChecklistColumn.ACTIONS, self.buttons)
        self.buttons.pressed.connect(self._press)
        model.modelReset.connect(self._show_first)
        model.dataChanged.connect(self._fit)
        self._wrapping = QTimer(self, singleShot=True, interval=0)  # once all columns have their widths
        self._wrapping.timeout.connect(self.resizeRowsToContents)
        header.sectionResized.connect(self._wrap)
        self.selectionModel().currentRowChanged.connect(lambda now, _: self.selected.emit(model.key(now.row())))

    def resizeEvent(self, event: QResizeEvent) -> None:
        """A small screen has no room for the row's buttons beside names that can be read; F5 and F6 do the same."""
        self.setColumnHidden(ChecklistColumn.ACTIONS, event.size().width() < _NARROW)
        super().resizeEvent(event)

    def sizeHintForRow(self, row: int) -> int:
        """As high as its name, what is said of its pages and whether it is only shown; counts are one line."""
        option = QStyleOptionViewItem()
        self.initViewItemOption(option)
        option.features |= QStyleOptionViewItem.ViewItemFeature.WrapText
        columns = [ChecklistColumn.NAME, ChecklistColumn.PAGES]
        if self._checklist.shown_only(row) and not self.isColumnHidden(ChecklistColumn.ACTIONS):
            columns.append(ChecklistColumn.ACTIONS)
        height = 0
        for column in columns:
            option.rect = QRect(0, 0, self.columnWidth(column), _AIR)
            height = max(height, self.itemDelegate().sizeHint(option, self._checklist.index(row, column)).height())
        return height + 2 * _AIR

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

    def _wrap(self, column: int) -> None:
        """Names wrap anew; left to Qt this would be done at every change of a count."""
        if column == ChecklistColumn.NAME:
            self._wrapping.start()

    def _show_first(self) -> None:
        self.resizeRowsToContents()
        if self._checklist.rowCount():
            self.select(self._checklist.key(0))

    def _press(self, row: int, which: int) -> None:
        key = self._checklist.key(row)
        self.select(key)
        (self.scan_wanted, self.files_wanted)[which].emit(key)

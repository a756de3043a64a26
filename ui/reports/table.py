"""A report's table on the screen: page by page where it is long, rows as high as their words need."""

from __future__ import annotations

import math
from collections.abc import Callable, Sequence
from functools import cache

from PySide6.QtCore import QEvent, QModelIndex, QObject, QPersistentModelIndex, Qt, Signal
from PySide6.QtGui import QFontMetrics, QKeyEvent, QResizeEvent
from PySide6.QtWidgets import (
    QAbstractItemView,
    QHBoxLayout,
    QHeaderView,
    QLabel,
    QPushButton,
    QTableView,
    QVBoxLayout,
    QWidget,
)

from counter_app.desk.report_answers import PAGE, Sheet
from counter_app.tables import Kind, shown
from ui.reports.heads import SpannedHeads
from ui.reports.model import ReportModel
from ui.theme import SPACE, dress, icon

_MOST_LINES = 4  # of text in a row
_SIDES = 14  # pixels left and right of a cell's text
_HIGH = 9  # pixels above and below
_FRAME = 18  # pixels for the frame and a scroll bar
_CONTROL = Qt.KeyboardModifier.ControlModifier
_NARROWED = 0.55
"""Columns of text may be narrower than on paper: the screen wraps."""
_MUCH_TOO_WIDE = 1.2
"""How many times the room a table must need to be given its width on paper."""
_LONGEST_WORD = 170
"""Pixels; no single word makes a column wider."""
_BOLD = 1.08
"""Sums are bold and so a little wider."""


class ReportTable(QWidget):
    """The rows of a sheet, and the way to the other pages where there are some."""

    opened = Signal(str)  # a dossier's code
    cell_chosen = Signal(int, int)  # row, column
    page_wanted = Signal(int)  # the offset of another page

    def __init__(self, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self.sheet: Sheet | None = None
        self.model = ReportModel(self)
        self.heads = SpannedHeads()
        self.view = self._view()
        self.before = QPushButton(icon("back"), self.tr("Page before"))
        self.after = QPushButton(self.tr("Next page"))
        self.where = QLabel()
        self.where.setObjectName("quiet")
        self._pages = QWidget(self)
        bar = QHBoxLayout(self._pages)
        bar.setContentsMargins(0, 0, 0, 0)
        bar.addWidget(self.where)
        bar.addStretch()
        bar.addWidget(self.before)
        bar.addWidget(self.after)
        self.before.clicked.connect(lambda: self.page_wanted.emit(max(self._offset - PAGE, 0)))
        self.after.clicked.connect(lambda: self.page_wanted.emit(self._offset + PAGE))
        layout = QVBoxLayout(self)
        layout.setContentsMargins(0, 0, 0, 0)
        layout.setSpacing(SPACE // 2)
        layout.addWidget(self.view, 1)
        layout.addWidget(self._pages)

    @property
    def _offset(self) -> int:
        return self.sheet.offset if self.sheet else 0

    def show_sheet(self, sheet: Sheet) -> None:
        """Shows a page of a table."""
        same = self.sheet is not None and self.sheet.table.columns == sheet.table.columns
        self.sheet = sheet
        self.model.show(sheet.table, sheet.rows)
        self.heads.show_columns(sheet.table.columns)
        self._share_out()
        self.view.scrollToTop()
        if not same:
            self.view.horizontalScrollBar().setValue(0)
        last = sheet.offset + len(sheet.rows)
        self.where.setText(
            self.tr("Rows {first}–{last} of {count}").format(
                first=shown(sheet.offset + 1, Kind.NUMBER),
                last=shown(last, Kind.NUMBER),
                count=shown(sheet.count, Kind.NUMBER),
            )
        )
        self.before.setEnabled(sheet.offset > 0)
        self.after.setEnabled(last < sheet.count)
        self._pages.setVisible(sheet.count > len(sheet.rows))

    def choose(self, row: int, column: int) -> None:
        """A cell is chosen; the table stays where it stands, at its first column where it was opened anew."""
        self.view.setAutoScroll(False)
        self.view.setCurrentIndex(self.model.index(row, column))
        self.view.setAutoScroll(True)

    def wanted_height(self, most: int | None = None) -> int:
        """How high it must be to show all its rows, or the `most` first of them, in pixels."""
        shown_rows = range(self.model.rowCount())[:most]
        rows = sum(self.view.rowHeight(number) for number in shown_rows)
        pages = self._pages.sizeHint().height() + SPACE if self._pages.isVisibleTo(self) else 0
        return self.heads.sizeHint().height() + rows + pages + _FRAME

    def resizeEvent(self, event: QResizeEvent) -> None:
        super().resizeEvent(event)
        if event.size().width() != event.oldSize().width():  # a hundred rows are 8 ms
            self._share_out()

    def eventFilter(self, watched: QObject, event: QEvent) -> bool:
        if isinstance(event, QKeyEvent) and event.type() is QEvent.Type.KeyPress:
            if event.key() in (Qt.Key.Key_Return, Qt.Key.Key_Enter):
                self._open(self.view.currentIndex())
                return True
            if event.key() in (Qt.Key.Key_PageDown, Qt.Key.Key_PageUp) and event.modifiers() & _CONTROL:
                (self.after if event.key() == Qt.Key.Key_PageDown else self.before).click()
                return True
        return False

    def _open(self, index: QModelIndex | QPersistentModelIndex) -> None:
        if code := self.model.code(index.row()):
            self.opened.emit(code)

    def _share_out(self) -> None:
        """Gives each column its part of the width, never less than its head and figures need."""
        if self.sheet is None or not self.model.columns:
            return
        metrics = QFontMetrics(self.view.font())
        columns, letter = self.model.columns, metrics.averageCharWidth()
        available = self.view.width() - 2 - self.view.verticalScrollBar().sizeHint().width()
        widths = [self._least(place, metrics, _NARROWED) for place in range(len(columns))]
        if sum(widths) > _MUCH_TOO_WIDE * available:  # it has to be scrolled anyway: then it need not be cramped
            widths = [self._least(place, metrics, 1.0) for place in range(len(columns))]
        usual = [round(column.width * letter) + _SIDES for column in columns]
        widths = _raised(
            widths, [max(wide - has, 0) for wide, has in zip(usual, widths, strict=True)], available, most=1.0
        )
        widths = _raised(widths, [column.width for column in columns], available)
        self.heads.share_out(widths)
        self._raise_rows(metrics)

    def _least(self, place: int, metrics: QFontMetrics, part: float) -> int:
        """The least width in pixels in which a column can be read, text in that part of its width on paper."""
        column = self.model.columns[place]
        own = round(column.width * metrics.averageCharWidth() * part) if column.kind is Kind.TEXT else 0
        return max(self.heads.narrowest(place), own + _SIDES, self._widest_word(place, metrics) + _SIDES)

    def _widest_word(self, place: int, metrics: QFontMetrics) -> int:
        """What a column's longest figure, date, code or word needs, in pixels."""
        if self.sheet is None:
            return 0
        kind = self.model.columns[place].kind
        cells = [row[place] for row in self.sheet.rows]
        cells += [self.sheet.table.total[place]] if self.sheet.table.total else []
        texts = {shown(cell, kind) for cell in cells}
        words = texts if kind.is_number else {word for text in texts for word in text.split()}
        widest = metrics.horizontalAdvance(max(words, key=len, default=""))
        return int((widest if kind is not Kind.TEXT else min(widest, _LONGEST_WORD)) * _BOLD)

    def _raise_rows(self, metrics: QFontMetrics) -> None:
        """Makes a row as high as its words need; measured here, for Qt asks a delegate for each cell."""
        widths = [self.heads.sectionSize(place) - _SIDES for place in range(len(self.model.columns))]

        @cache  # rows say the same words again; of Qt's own method, PySide would write its help (0.05 s)
        def advance(text: str) -> int:
            return metrics.horizontalAdvance(text)

        for number in range(self.model.rowCount()):
            row = self.model.row(number) or ()
            texts = (shown(cell, column.kind) for cell, column in zip(row, self.model.columns, strict=True))
            lines = max((_lines(text, width, advance) for text, width in zip(texts, widths, strict=True)), default=1)
            self.view.setRowHeight(number, min(lines, _MOST_LINES) * metrics.lineSpacing() + _HIGH)

    def _view(self) -> QTableView:
        view = QTableView(self)
        view.setAccessibleName(self.tr("The report"))
        view.setModel(self.model)
        view.setHorizontalHeader(self.heads)
        view.setAlternatingRowColors(True)
        view.setSelectionBehavior(QAbstractItemView.SelectionBehavior.SelectItems)
        view.setSelectionMode(QAbstractItemView.SelectionMode.SingleSelection)
        view.setVerticalScrollMode(QAbstractItemView.ScrollMode.ScrollPerPixel)
        view.setHorizontalScrollMode(QAbstractItemView.ScrollMode.ScrollPerPixel)
        view.setTabKeyNavigation(False)
        view.setWordWrap(True)
        dress(view, "QTableView { font-size: 9.5pt; gridline-color: @line@; } QTableView::item { padding: 0 4px; }")
        view.verticalHeader().hide()
        view.verticalHeader().setSectionResizeMode(QHeaderView.ResizeMode.Fixed)
        view.doubleClicked.connect(self._open)
        view.installEventFilter(self)
        view.selectionModel().currentChanged.connect(
            lambda current, _: self.cell_chosen.emit(current.row(), current.column()) if current.isValid() else None
        )
        return view


def _raised(widths: list[int], weights: Sequence[float], available: int, most: float = math.inf) -> list[int]:
    """Widths with what is left of `available` shared out by the weights; `most` is the largest share of its weight."""
    left, every = available - sum(widths), sum(weights)
    if left <= 0 or not every:
        return widths
    part = min(left / every, most)
    return [width + int(part * weight) for width, weight in zip(widths, weights, strict=True)]


def _lines(text: str, width: int, advance: Callable[[str], int]) -> int:
    """How many lines a text takes, wrapped between its words."""
    if not text:
        return 1
    lines, used = 1, 0
    space = advance(" ")
    for word in text.split():
        wide = advance(word)
        if used and used + space + wide > width:
            lines, used = lines + 1, wide
        else:
            used += wide + (space if used else 0)
    return lines

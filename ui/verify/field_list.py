"""The fields of a paper, one under the other by person: cut-out, value, and how it stands."""

from __future__ import annotations

from dataclasses import dataclass

from PySide6.QtCore import QItemSelectionModel, QPoint, QRect, QSize, Qt, Signal
from PySide6.QtGui import QColor, QFont, QImage, QPainter
from PySide6.QtWidgets import QAbstractItemView, QListView, QStyle, QStyledItemDelegate, QStyleOptionViewItem, QWidget

from counter_app.dossier.verifying import FieldRow, State, Verification
from ui import words
from ui.theme import ACCENT, ACCENT_PALE, INK, LINE, QUIET, RED_PALE
from ui.verify.states import SIGNS, said
from ui.widgets.rows_model import ROW, Index, ListColumn, RowsModel

_HEADING, _LINE, _EDGE = 26, 46, 8  # pixels
_STATE = 112  # pixels of sign and word
_CUT_OUT = 0.46  # of the width


@dataclass(frozen=True)
class FieldItem:
    """A line of the list; `heading` above it where another person begins."""

    at: int
    row: FieldRow
    heading: str
    cut_out: QImage | None


class FieldDelegate(QStyledItemDelegate):
    """Paints a field: its name and how it stands above, its cut-out and its value below."""

    def sizeHint(self, option: QStyleOptionViewItem, index: Index) -> QSize:
        item: FieldItem = index.data(ROW)
        return QSize(200, _LINE + (_HEADING if item.heading else 0))

    def paint(self, painter: QPainter, option: QStyleOptionViewItem, index: Index) -> None:
        item: FieldItem = index.data(ROW)
        rect: QRect = option.rect
        painter.save()
        if item.heading:
            self._paint_heading(painter, QRect(rect.left(), rect.top(), rect.width(), _HEADING), item.heading)
            rect = rect.adjusted(0, _HEADING, 0, 0)
        if option.state & QStyle.StateFlag.State_Selected:
            painter.fillRect(rect, QColor(ACCENT_PALE))
            painter.fillRect(QRect(rect.left(), rect.top(), 4, rect.height()), QColor(ACCENT))
        elif item.row.state is State.MISSING:
            painter.fillRect(rect, QColor(RED_PALE))
        painter.setPen(QColor(LINE))
        painter.drawLine(rect.bottomLeft(), rect.bottomRight())
        self._paint_field(painter, rect.adjusted(_EDGE + 2, 3, -_EDGE, -4), item)
        painter.restore()

    def _paint_heading(self, painter: QPainter, rect: QRect, heading: str) -> None:
        font = QFont(painter.font())
        font.setBold(True)
        painter.setFont(font)
        painter.setPen(QColor(INK))
        painter.drawText(rect.adjusted(_EDGE, 4, 0, 0), Qt.AlignmentFlag.AlignVCenter, heading)
        painter.setFont(QFont())

    def _paint_field(self, painter: QPainter, rect: QRect, item: FieldItem) -> None:
        base = painter.font()
        small = QFont(base)
        small.setPointSizeF(base.pointSizeF() * 0.86)
        middle = rect.top() + rect.height() * 2 // 5
        upper = QRect(rect.left(), rect.top(), rect.width(), middle - rect.top())
        lower = QRect(rect.left(), middle, rect.width(), rect.bottom() - middle + 1)
        sign = SIGNS[item.row.state]
        small.setBold(sign.bold)
        painter.setFont(small)
        painter.setPen(QColor(sign.ink))
        painter.drawText(upper, Qt.AlignmentFlag.AlignRight | Qt.AlignmentFlag.AlignVCenter, said(item.row.state))
        small.setBold(False)
        painter.setFont(small)
        painter.setPen(QColor(QUIET))
        name = words.field_name(item.row.read.name)
        painter.drawText(upper.adjusted(0, 0, -_STATE, 0), Qt.AlignmentFlag.AlignVCenter, name)
        painter.setFont(base)
        cut = QRect(lower.left(), lower.top(), round(lower.width() * _CUT_OUT), lower.height())
        if item.cut_out is not None:
            _draw(painter, cut, item.cut_out)
        painter.setPen(QColor(INK))
        value = QRect(cut.right() + _EDGE, lower.top(), lower.right() - cut.right() - _EDGE, lower.height())
        shown = painter.fontMetrics().elidedText(_shown(item.row), Qt.TextElideMode.ElideRight, value.width())
        painter.drawText(value, Qt.AlignmentFlag.AlignVCenter, shown)


class FieldList(QListView):
    """The fields of the paper that is verified; the focus stays in the editor above."""

    chosen = Signal(int)  # a row of the verification

    def __init__(self, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        column: ListColumn[FieldItem] = ListColumn("field", "", lambda item: _spoken(item))
        self.rows: RowsModel[FieldItem] = RowsModel([column], key=lambda item: item.row.read.name, parent=self)
        self.setModel(self.rows)
        self.setItemDelegate(FieldDelegate(self))
        self.setFocusPolicy(Qt.FocusPolicy.NoFocus)
        self.setVerticalScrollMode(QAbstractItemView.ScrollMode.ScrollPerPixel)
        self.setHorizontalScrollBarPolicy(Qt.ScrollBarPolicy.ScrollBarAlwaysOff)
        self.setAccessibleName(self.tr("Fields of the paper"))
        self.clicked.connect(lambda index: self.chosen.emit(index.row()))

    def show_fields(self, verification: Verification, cut_outs: dict[str, QImage]) -> None:
        """Shows the paper's fields as they stand."""
        items = []
        before = None
        for at, row in enumerate(verification.rows):
            heading = words.field_role(row.read.name, verification.paper.paper)
            new = heading if heading != before else ""
            items.append(FieldItem(at, row, new, cut_outs.get(row.read.name)))
            before = heading
        self.rows.show(items)

    def select(self, at: int) -> None:
        """Marks a row and brings it into view."""
        index = self.rows.index(at, 0)
        self.selectionModel().setCurrentIndex(index, QItemSelectionModel.SelectionFlag.ClearAndSelect)
        self.scrollTo(index)

    def begin_at(self, at: int) -> None:
        """Scrolls so that the row stands first, where there is enough below it."""
        self.scrollTo(self.rows.index(at, 0), QAbstractItemView.ScrollHint.PositionAtTop)

    def in_view(self) -> list[int]:
        """The rows that stand on the screen in full."""
        area = self.viewport().rect()
        rects = ((at, self.visualRect(self.rows.index(at, 0))) for at in range(self.rows.rowCount()))
        return [at for at, rect in rects if rect.isValid() and area.contains(rect.adjusted(0, 0, 0, -1))]


def _draw(painter: QPainter, area: QRect, image: QImage) -> None:
    size = image.size().scaled(area.size(), Qt.AspectRatioMode.KeepAspectRatio)
    dense = size * painter.device().devicePixelRatioF()
    drawn = image.scaled(dense, Qt.AspectRatioMode.IgnoreAspectRatio, Qt.TransformationMode.SmoothTransformation)
    top = area.top() + (area.height() - size.height()) // 2
    painter.drawImage(QRect(QPoint(area.left(), top), size), drawn)


def _shown(row: FieldRow) -> str:
    """The value; of one that is keyed blind, what was read stays hidden until it is settled."""
    return "…" if row.state is State.TWICE else row.value


def _spoken(item: FieldItem) -> str:
    """What a screen reader says of the line."""
    return f"{words.field_name(item.row.read.name)}: {_shown(item.row)}. {said(item.row.state)}"

"""The fields of a paper, one under the other by person: cut-out, value, and how it stands."""

from __future__ import annotations

from dataclasses import dataclass

from PySide6.QtCore import QItemSelectionModel, QPoint, QRect, QSize, Qt, Signal
from PySide6.QtGui import QFont, QFontMetrics, QImage, QPainter, QResizeEvent
from PySide6.QtWidgets import QAbstractItemView, QListView, QStyle, QStyledItemDelegate, QStyleOptionViewItem, QWidget

from counter_app.dossier.verifying import FieldRow, State, Verification
from ui.theme import ACCENT, ACCENT_PALE, INK, LINE, QUIET, RED_PALE
from ui.verify.states import SIGNS, named, said, whose
from ui.widgets.rows_model import ROW, Index, ListColumn, RowsModel

_HEADING, _LINE, _EDGE = 26, 46, 8  # pixels
_STATE = 112  # pixels of sign and word
_CUT_OUT = 0.46  # of the width
_NARROWEST = 200


@dataclass(frozen=True)
class FieldItem:
    """A line of the list; `heading` above it where another person begins."""

    at: int
    row: FieldRow
    heading: str
    cut_out: QImage | None


class FieldDelegate(QStyledItemDelegate):
    """Paints a field: its name and how it stands above, its cut-out and its value below."""

    def __init__(self, view: QListView) -> None:
        super().__init__(view)
        self._view = view

    def sizeHint(self, option: QStyleOptionViewItem, index: Index) -> QSize:
        item: FieldItem = index.data(ROW)
        height = _LINE + self._extra(item, option.fontMetrics) + (_HEADING if item.heading else 0)
        return QSize(_NARROWEST, height)

    def _extra(self, item: FieldItem, metrics: QFontMetrics) -> int:
        """What a long value takes more: its cut-out stands above it then, and none of it is left out."""
        room = self._view.viewport().width() - 2 * _EDGE - 2
        if metrics.horizontalAdvance(_shown(item.row)) <= room - round(room * _CUT_OUT) - _EDGE:
            return 0
        wrapped = metrics.boundingRect(QRect(0, 0, room, 1000), Qt.TextFlag.TextWordWrap, _shown(item.row))
        return wrapped.height() + _EDGE // 2

    def paint(self, painter: QPainter, option: QStyleOptionViewItem, index: Index) -> None:
        item: FieldItem = index.data(ROW)
        rect: QRect = option.rect
        painter.save()
        if item.heading:
            self._paint_heading(painter, QRect(rect.left(), rect.top(), rect.width(), _HEADING), item.heading)
            rect = rect.adjusted(0, _HEADING, 0, 0)
        if option.state & QStyle.StateFlag.State_Selected:
            painter.fillRect(rect, ACCENT_PALE.colour())
            painter.fillRect(QRect(rect.left(), rect.top(), 4, rect.height()), ACCENT.colour())
        elif item.row.state is State.MISSING:
            painter.fillRect(rect, RED_PALE.colour())
        painter.setPen(LINE.colour())
        painter.drawLine(rect.bottomLeft(), rect.bottomRight())
        self._paint_field(painter, rect.adjusted(_EDGE + 2, 3, -_EDGE, -4), item)
        painter.restore()

    def _paint_heading(self, painter: QPainter, rect: QRect, heading: str) -> None:
        font = QFont(painter.font())
        font.setBold(True)
        painter.setFont(font)
        painter.setPen(INK.colour())
        painter.drawText(rect.adjusted(_EDGE, 4, 0, 0), Qt.AlignmentFlag.AlignVCenter, heading)
        painter.setFont(QFont())

    def _paint_field(self, painter: QPainter, rect: QRect, item: FieldItem) -> None:
        base = painter.font()
        extra = self._extra(item, painter.fontMetrics())
        height = rect.height() - extra
        upper = QRect(rect.left(), rect.top(), rect.width(), height * 2 // 5)
        lower = QRect(rect.left(), upper.bottom() + 1, rect.width(), height - upper.height())
        self._paint_names(painter, upper, item)
        painter.setFont(base)
        painter.setPen(INK.colour())
        cut = lower if extra else QRect(lower.topLeft(), QSize(round(lower.width() * _CUT_OUT), lower.height()))
        value = lower.adjusted(cut.width() + _EDGE, 0, 0, 0)
        if extra:
            value = QRect(lower.left(), lower.bottom() + 1, lower.width(), extra)
        if item.cut_out is not None:
            _draw(painter, cut, item.cut_out)
        wrapped = Qt.AlignmentFlag.AlignVCenter | Qt.TextFlag.TextWordWrap
        painter.drawText(value, int(wrapped), _shown(item.row))

    def _paint_names(self, painter: QPainter, rect: QRect, item: FieldItem) -> None:
        """What the field is called, and how it stands."""
        small = QFont(painter.font())
        small.setPointSizeF(small.pointSizeF() * 0.86)
        sign = SIGNS[item.row.state]
        painter.setPen(QUIET.colour())
        painter.setFont(small)
        name = named(item.row.read)
        painter.drawText(rect.adjusted(0, 0, -_STATE, 0), Qt.AlignmentFlag.AlignVCenter, name)
        small.setBold(sign.bold)
        painter.setFont(small)
        painter.setPen(sign.ink.colour())
        painter.drawText(rect, Qt.AlignmentFlag.AlignRight | Qt.AlignmentFlag.AlignVCenter, said(item.row.state))


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
        self.setResizeMode(QListView.ResizeMode.Adjust)  # long values wrap anew
        self.setVerticalScrollMode(QAbstractItemView.ScrollMode.ScrollPerPixel)
        self.setHorizontalScrollBarPolicy(Qt.ScrollBarPolicy.ScrollBarAlwaysOff)
        self.setAccessibleName(self.tr("Fields of the paper"))
        self.clicked.connect(lambda index: self.chosen.emit(index.row()))

    def resizeEvent(self, event: QResizeEvent) -> None:
        """The row in question stays in view where what is said above takes more room."""
        super().resizeEvent(event)
        self.scrollTo(self.currentIndex())

    def show_fields(self, verification: Verification, cut_outs: dict[str, QImage]) -> None:
        """Shows the paper's fields as they stand."""
        items = []
        before = ""
        for at, row in enumerate(verification.rows):
            heading = whose(row.read) or self.tr("The matter")
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
        """The rows that stand on the screen in full, with what they are compared with."""
        area = self.viewport().rect()
        rects = ((item, self.visualRect(self.rows.index(item.at, 0))) for item in self.rows.rows if item.cut_out)
        return [item.at for item, rect in rects if rect.isValid() and area.contains(rect.adjusted(0, 0, 0, -1))]


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
    return f"{named(item.row.read)}: {_shown(item.row)}. {said(item.row.state)}"

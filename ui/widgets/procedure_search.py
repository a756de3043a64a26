"""Choosing the procedure: type a few letters, press Enter."""

from __future__ import annotations

from collections.abc import Callable

from PySide6.QtCore import QEvent, QModelIndex, QObject, QPoint, Qt, QTimer, Signal
from PySide6.QtGui import QFocusEvent, QKeyEvent
from PySide6.QtWidgets import QAbstractItemView, QFrame, QLabel, QLineEdit, QListView, QVBoxLayout, QWidget

from counter_app.desk.certification import counts_pages
from counter_app.procedures.catalogue import Procedure, is_national
from counter_app.procedures.fees import fees_due, fees_unknown
from ui import words
from ui.widgets.rows_model import ListColumn, RowsModel
from ui.widgets.two_line_delegate import TwoLineDelegate

_MOST_ROWS = 8
_NARROWEST = 420  # pixels
_COMES_BACK = (Qt.FocusReason.ActiveWindowFocusReason, Qt.FocusReason.PopupFocusReason)


class ProcedureSearch(QWidget):
    """A search field whose findings open below it as one types."""

    chosen = Signal(object)  # Procedure

    def __init__(
        self,
        find: Callable[[str], list[Procedure]],
        is_favourite: Callable[[str], bool],
        parent: QWidget | None = None,
    ) -> None:
        """`is_favourite` tells it of a code."""
        super().__init__(parent)
        self._find = find
        self._is_favourite = is_favourite
        self._procedure: Procedure | None = None
        self.model = RowsModel([ListColumn("procedure", "", self._name, second_line=self.facts)], parent=self)
        self.field = QLineEdit(clearButtonEnabled=True)
        self.field.setPlaceholderText(self.tr("Name, code or first letters, such as dkks"))
        self.field.setAccessibleName(self.tr("Procedure"))
        self.field.textEdited.connect(self._search)
        self.field.installEventFilter(self)
        self.setFocusProxy(self.field)
        layout = QVBoxLayout(self)
        layout.setContentsMargins(0, 0, 0, 0)
        layout.addWidget(self.field)
        self.list = QListView(self)
        self.list.setObjectName("procedureList")
        self.list.setModel(self.model)
        self.list.setItemDelegate(TwoLineDelegate(self.list))
        self.list.setFrameShape(QFrame.Shape.Box)
        self.list.setFocusPolicy(Qt.FocusPolicy.NoFocus)
        self.list.setHorizontalScrollBarPolicy(Qt.ScrollBarPolicy.ScrollBarAlwaysOff)
        self.list.setEditTriggers(QAbstractItemView.EditTrigger.NoEditTriggers)
        self.list.setMouseTracking(True)
        self.list.entered.connect(self.list.setCurrentIndex)
        self.list.clicked.connect(self._choose)
        self.list.hide()
        self.nothing = QLabel(self)
        self.nothing.setObjectName("nothingFound")
        self.nothing.setWordWrap(True)
        self.nothing.hide()

    def show_procedure(self, procedure: Procedure | None) -> None:
        """Shows what is chosen."""
        self._procedure = procedure
        self.field.setText(procedure.name if procedure else "")
        self.field.setCursorPosition(0)
        self.field.setToolTip(procedure.name if procedure else "")
        self._close()

    def facts(self, procedure: Procedure) -> str:
        """Field, code, term and fees: “Hộ tịch · 1.001193 · trong ngày · 8.000 đ”; the end is cut first."""
        code = [procedure.code] if is_national(procedure.code) else []
        return " · ".join((procedure.field, *code, words.term_text(procedure.term), self._fee(procedure)))

    def _fee(self, procedure: Procedure) -> str:
        """What it costs, before anybody chose a case or counted pages."""
        if procedure.costs_by_case:
            return self.tr("fee by the case")
        if amount := sum(fee.amount for fee in fees_due(procedure)):
            return words.money(amount)
        if fees_unknown(procedure, ""):
            return self.tr("fee: no data")
        return self.tr("fee by the page") if counts_pages(procedure) else self.tr("no fee")

    def eventFilter(self, watched: QObject, event: QEvent) -> bool:
        if event.type() is QEvent.Type.KeyPress and isinstance(event, QKeyEvent):
            return self._key(event.key())
        if (
            event.type() is QEvent.Type.FocusOut
            and isinstance(event, QFocusEvent)
            and event.reason() not in _COMES_BACK
        ):
            self.show_procedure(self._procedure)
        if event.type() is QEvent.Type.MouseButtonPress:
            self._search("")
            QTimer.singleShot(0, self.field.selectAll)
        return False

    def _key(self, key: int) -> bool:
        if key == Qt.Key.Key_Escape and self.nothing.isVisible():
            self.show_procedure(self._procedure)
            return True
        if not self.list.isVisible():
            if key == Qt.Key.Key_Down:
                self._search("")
                return True
            return False
        row = self.list.currentIndex().row()
        if key in (Qt.Key.Key_Down, Qt.Key.Key_Up):
            row = max(0, min(self.model.rowCount() - 1, row + (1 if key == Qt.Key.Key_Down else -1)))
            self.list.setCurrentIndex(self.model.index(row, 0))
            return True
        if key in (Qt.Key.Key_Return, Qt.Key.Key_Enter):
            self._choose(self.list.currentIndex())
            return True
        if key == Qt.Key.Key_Escape:
            self.show_procedure(self._procedure)
            return True
        return False

    def _search(self, typed: str) -> None:
        chosen = self._procedure
        if "|" in typed:  # a card on its way through: a search for each of its keys would hold it up
            self._close()
            return
        found = [] if chosen is not None and typed == chosen.name else self._find(typed)
        self.model.show(found)
        self._close()
        if found:
            height = min(len(found), _MOST_ROWS) * self.list.sizeHintForRow(0) + 2 * self.list.frameWidth()
            self._open(self.list, height)
            self.list.setCurrentIndex(self.model.index(0, 0))
        elif typed.strip() and (chosen is None or typed != chosen.name):
            self.nothing.setText(self._not_found(typed.strip()))
            self._open(self.nothing, 0)

    def _not_found(self, typed: str) -> str:
        said = self.tr("No procedure is called “{typed}”.").format(typed=typed)
        advice = self.tr("Fewer words find more; the whole code also finds what this office does not offer.")
        back = self._procedure
        keeps = self.tr("“{name}” stays chosen.").format(name=back.name) if back else ""
        return " ".join(part for part in (said, advice, keeps) if part)

    def _open(self, popup: QWidget, height: int) -> None:
        """Puts what was found, or that nothing was, below the field and over all else."""
        window = self.window()
        popup.setParent(window)
        below = self.field.mapTo(window, QPoint(0, self.field.height() + 1))
        width = max(self.field.width(), _NARROWEST)
        available = window.height() - below.y() - 8
        popup.setGeometry(below.x(), below.y(), width, min(height or popup.heightForWidth(width), available))
        popup.show()
        popup.raise_()

    def _close(self) -> None:
        self.list.hide()
        self.nothing.hide()

    def _choose(self, index: QModelIndex) -> None:
        procedure = self.model.row(index.row())
        if procedure is not None:
            self.show_procedure(procedure)
            self.chosen.emit(procedure)

    def _name(self, procedure: Procedure) -> str:
        return f"★ {procedure.name}" if self._is_favourite(procedure.code) else procedure.name

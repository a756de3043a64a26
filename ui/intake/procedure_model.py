"""The procedures that fit what was typed, as a list."""

from __future__ import annotations

from typing import Any

from PySide6.QtCore import QAbstractListModel, QModelIndex, QObject, QPersistentModelIndex, Qt

from counter_app.desk.certification import counts_pages
from counter_app.procedures.catalogue import Procedure
from counter_app.procedures.fees import fees_due
from ui import words

Index = QModelIndex | QPersistentModelIndex
_NOWHERE = QModelIndex()

PROCEDURE = int(Qt.ItemDataRole.UserRole) + 1
"""The role that gives the procedure itself."""
FACTS = PROCEDURE + 1
"""The role that gives its facts in one line."""


class ProcedureModel(QAbstractListModel):
    """Procedures, the best match first."""

    def __init__(self, parent: QObject | None = None) -> None:
        super().__init__(parent)
        self._found: list[Procedure] = []

    def show(self, found: list[Procedure]) -> None:
        """Shows other procedures."""
        self.beginResetModel()
        self._found = found
        self.endResetModel()

    def procedure(self, row: int) -> Procedure | None:
        """The procedure in a row."""
        return self._found[row] if 0 <= row < len(self._found) else None

    def facts(self, procedure: Procedure) -> str:
        """Field, term and fees: “Hộ tịch · trong ngày · 8.000 đ”."""
        amount = sum(fee.amount for fee in fees_due(procedure))
        free = self.tr("fee by the page") if counts_pages(procedure) else self.tr("no fee")
        fee = words.money(amount) if amount else self.tr("fee: no data") if "fees" in procedure.unknown else free
        return " · ".join((procedure.field, words.term_text(procedure.term), fee, procedure.code))

    def rowCount(self, parent: Index = _NOWHERE) -> int:
        return 0 if parent.isValid() else len(self._found)

    def data(self, index: Index, role: int = Qt.ItemDataRole.DisplayRole) -> Any:
        procedure = self.procedure(index.row())
        if procedure is None:
            return None
        if role in (Qt.ItemDataRole.DisplayRole, Qt.ItemDataRole.ToolTipRole):
            return procedure.name
        if role == PROCEDURE:
            return procedure
        return self.facts(procedure) if role == FACTS else None

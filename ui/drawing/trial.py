"""How a drawn form reads on scans of filled ones: a row a field, a column a scan."""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import dataclass

from PySide6.QtWidgets import QLabel, QPushButton, QTableView, QVBoxLayout, QWidget

from scanning.fields.field import Field
from ui.drawing.box_editor import large_caption
from ui.theme import SPACE
from ui.widgets.rows_model import ListColumn, RowsModel, rows_table

MOST = 5
"""Scans at a time."""
_ROW = 28  # pixels


@dataclass(frozen=True)
class TriedScan:
    """One scan: its file, whether the form was recognised on it, and what was read by it."""

    name: str
    recognised: bool
    fields: dict[str, Field]


class Trial(QWidget):
    """A mark before a value says that it is sure; – that nothing was read."""

    def __init__(self, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self.choose = QPushButton(self.tr("Try on scans… (Ctrl+T)"))
        self.told = QLabel(wordWrap=True)
        self.told.setObjectName("quiet")
        self.table: QTableView | None = None
        self._layout = QVBoxLayout(self)
        self._layout.setContentsMargins(0, SPACE, 0, 0)
        self._layout.addWidget(self.choose)
        self._layout.addWidget(self.told)
        self._layout.addStretch(1)
        self.show_scans((), ())

    def show_reading(self) -> None:
        """Says that the scans are being read."""
        self.told.setText(self.tr("Reading the scans…"))

    def show_scans(self, fields: Sequence[str], scans: Sequence[TriedScan]) -> None:
        """Shows what was read in each field of each scan."""
        if self.table is not None:
            self._layout.removeWidget(self.table)
            self.table.deleteLater()
            self.table = None
        if not scans:
            self.told.setText(
                self.tr(
                    "Choose up to five scans of this form, filled in. They are read and shown here; they are kept "
                    "nowhere."
                )
            )
            return
        found = sum(scan.recognised for scan in scans)
        read = sum(name in scan.fields for scan in scans for name in fields)
        sentence = self.tr("Recognised: {found} of {all}. Fields read: {read} of {fields}. ✓ is sure, – nothing read.")
        values = {"found": found, "all": len(scans), "read": read, "fields": len(scans) * len(fields)}
        self.told.setText(sentence.format(**values))
        columns = [
            ListColumn[str]("field", self.tr("Field"), large_caption, 190),
            *(_column(number, scan) for number, scan in enumerate(scans)),
        ]
        model = RowsModel(columns, parent=self)
        model.show(list(fields))
        self.table = rows_table(model, row_height=_ROW)
        self._layout.insertWidget(2, self.table, 10)


def _column(number: int, scan: TriedScan) -> ListColumn[str]:
    def said(name: str) -> str:
        field = scan.fields.get(name)
        return f"{'✓ ' if field.sure else ''}{field.value}" if field else "–"

    return ListColumn[str](f"scan{number}", f"{'' if scan.recognised else '✗ '}{scan.name}", said)

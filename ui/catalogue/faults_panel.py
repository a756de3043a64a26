"""What is wrong with a change, an import or the office's files: every fault with its place."""

from __future__ import annotations

from collections.abc import Sequence

from PySide6.QtCore import Qt
from PySide6.QtWidgets import QFrame, QHBoxLayout, QLabel, QToolButton, QVBoxLayout, QWidget

from ui.theme import icon
from ui.widgets.rows_model import ListColumn, RowsModel, rows_table

_MOST_ROWS = 5
_HEIGHT = 26  # pixels of a row
FaultLine = tuple[str, str]
"""Where, and what is expected there."""


class FaultsPanel(QFrame):
    """Takes room only while there are faults."""

    def __init__(self, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self.setObjectName("floating")
        self.model = RowsModel[FaultLine](
            (
                ListColumn("where", self.tr("Where"), lambda fault: fault[0], 360),
                ListColumn("wanted", self.tr("What is expected"), lambda fault: fault[1]),
            ),
            parent=self,
        )
        self.title = QLabel()
        self.title.setObjectName("conflict")
        self.title.setWordWrap(True)
        close = QToolButton(autoRaise=True)
        close.setIcon(icon("close"))
        close.setToolTip(self.tr("Close"))
        close.clicked.connect(self.hide)
        self._table = rows_table(self.model, row_height=_HEIGHT)
        top = QHBoxLayout()
        top.addWidget(self.title, 1)
        top.addWidget(close, 0, Qt.AlignmentFlag.AlignTop)
        layout = QVBoxLayout(self)
        layout.setContentsMargins(8, 8, 8, 8)
        layout.addLayout(top)
        layout.addWidget(self._table)
        self.hide()

    def show_faults(self, sentence: str, faults: Sequence[FaultLine]) -> None:
        """Says what was refused and lists why."""
        self.title.setText(sentence)
        self.model.show(faults)
        self._table.setFixedHeight(34 + _HEIGHT * min(len(faults), _MOST_ROWS) + 4)
        self.show()

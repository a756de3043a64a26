"""What is behind the bell: all that the clerk was told since the window was opened, the newest first."""

from __future__ import annotations

from collections.abc import Sequence

from PySide6.QtCore import Qt
from PySide6.QtWidgets import QDialog, QLabel, QListView, QPushButton, QVBoxLayout, QWidget

from ui import words
from ui.shell.message_strip import Message
from ui.widgets.empty_state import EmptyState
from ui.widgets.fit import fit
from ui.widgets.rows_model import ROW, ListColumn, RowsModel
from ui.widgets.two_line_delegate import TwoLineDelegate


class MessageHistory(QDialog):
    """Each message with its time; of the chosen one all it says, the technician's details too. Esc closes."""

    def __init__(self, history: Sequence[Message], parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self.setWindowTitle(self.tr("What was told today"))
        self.model = RowsModel([ListColumn("message", "", _happened, second_line=_when)], parent=self)
        self.list = QListView()
        self.list.setModel(self.model)
        self.list.setItemDelegate(TwoLineDelegate(self.list))
        self.whole = QLabel()
        self.whole.setTextFormat(Qt.TextFormat.PlainText)
        self.whole.setWordWrap(True)
        self.whole.setTextInteractionFlags(Qt.TextInteractionFlag.TextSelectableByMouse)
        close = QPushButton(self.tr("Close (Esc)"))
        close.clicked.connect(self.reject)
        layout = QVBoxLayout(self)
        layout.addWidget(self.list, 1)
        layout.addWidget(self.whole)
        if not history:  # both stay the dialog's: left to Python, they outlive their model and take the program along
            self.list.hide()
            self.whole.hide()
            layout.addWidget(EmptyState(self.tr("Nothing was told yet"), "", "bell"), 1)
        layout.addWidget(close, 0, Qt.AlignmentFlag.AlignRight)
        fit(self, 720, 460)
        self.list.selectionModel().currentChanged.connect(lambda now, _: self._show(now.data(ROW)))
        self.model.show(list(history))
        self.list.setCurrentIndex(self.model.index(0, 0))

    def _show(self, message: Message | None) -> None:
        parts = (message.sentence, message.details) if message else ()
        self.whole.setText("\n".join(part for part in parts if part))


def _happened(message: Message) -> str:
    return message.happened


def _when(message: Message) -> str:
    return f"{words.moment(message.at)}  {message.advice}"

"""An imported dossier of the office's past, as its old book has it. Nothing is done to it here."""

from __future__ import annotations

from PySide6.QtCore import Qt
from PySide6.QtWidgets import QDialog, QDialogButtonBox, QFormLayout, QLabel, QVBoxLayout, QWidget

from counter_app.dossier.past import PastDossier
from ui import words


class PastDialog(QDialog):
    """What stands in the book, and in which file and line. Esc closes."""

    def __init__(self, dossier: PastDossier, source: str, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self.setWindowTitle(self.tr("Old dossier {code}").format(code=dossier.code))
        form = QFormLayout()
        for name, text in (
            (self.tr("Owner"), dossier.owner),
            (self.tr("Number"), dossier.number),
            (self.tr("Telephone"), dossier.phone),
            (self.tr("Address"), dossier.address),
            (self.tr("Procedure"), dossier.procedure),
            (self.tr("Field"), dossier.field),
            (self.tr("Received"), words.day(dossier.received_on)),
            (self.tr("Due"), words.day(dossier.due_on) if dossier.due_on else ""),
            (self.tr("Returned"), words.day(dossier.returned_on) if dossier.returned_on else ""),
            (self.tr("State in the book"), dossier.state),
            (self.tr("Note"), dossier.note),
            (self.tr("Imported from"), source),
        ):
            if text:
                form.addRow(name, self._text(text))
        hint = QLabel(
            self.tr("Received before this program: it is only looked up here and counts in no report."), wordWrap=True
        )
        hint.setObjectName("quiet")
        buttons = QDialogButtonBox(QDialogButtonBox.StandardButton.Close)
        buttons.rejected.connect(self.reject)
        column = QVBoxLayout(self)
        column.addLayout(form)
        column.addWidget(hint)
        column.addWidget(buttons)
        self.setMinimumWidth(560)

    def _text(self, text: str) -> QLabel:
        label = QLabel(text, wordWrap=True, textFormat=Qt.TextFormat.PlainText)
        label.setTextInteractionFlags(Qt.TextInteractionFlag.TextSelectableByMouse)
        return label

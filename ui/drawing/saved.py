"""The forms that were drawn at this office, and what is wrong with their files."""

from __future__ import annotations

from PySide6.QtCore import Signal
from PySide6.QtWidgets import QHBoxLayout, QLabel, QPushButton, QVBoxLayout, QWidget

from scanning.fields.templates import Forms, Template
from ui.theme import SPACE
from ui.widgets.rows_model import ListColumn, RowsModel, rows_table


class SavedForms(QWidget):
    """A form is forgotten by its button pressed twice."""

    removal_wanted = Signal(str)  # the form's name

    def __init__(self, language: str, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self._language = language
        columns = (
            ListColumn[Template]("name", self.tr("Form"), lambda form: form.name),
            ListColumn[Template]("fields", self.tr("Fields"), lambda form: str(len(form.fields)), 100),
        )
        self.model = RowsModel(columns, key=lambda form: form.name, parent=self)
        self.table = rows_table(self.model, row_height=30)
        self.table.selectionModel().currentRowChanged.connect(lambda *_: self._ask(False))
        self.note = QLabel(self.tr("To change a form, open a scan of it: its boxes are there again."), wordWrap=True)
        self.note.setObjectName("quiet")
        self.faults = QLabel(wordWrap=True)
        self.faults.setObjectName("conflict")
        self.remove = QPushButton()
        self.remove.clicked.connect(self._remove)
        self._asked = False
        buttons = QHBoxLayout()
        buttons.addStretch()
        buttons.addWidget(self.remove)
        layout = QVBoxLayout(self)
        layout.setContentsMargins(0, SPACE, 0, 0)
        for part in (self.faults, self.note):
            layout.addWidget(part)
        layout.addWidget(self.table, 1)
        layout.addLayout(buttons)
        self._ask(False)

    def show_forms(self, forms: Forms) -> None:
        """Shows the forms as they are now."""
        self.model.show(forms.templates)
        lines = [f"{fault.where}: {fault.said(self._language)}" for fault in forms.faults]
        self.faults.setText("\n".join([self.tr("Files that cannot be read:"), *lines]))
        self.faults.setVisible(bool(lines))
        self._ask(False)

    def _ask(self, asked: bool) -> None:
        self._asked = asked
        self.remove.setText(self.tr("Press once more to delete it") if asked else self.tr("Delete the form"))
        self.remove.setEnabled(self.model.row(self.table.currentIndex().row()) is not None)

    def _remove(self) -> None:
        form = self.model.row(self.table.currentIndex().row())
        if form is not None and self._asked:
            self.removal_wanted.emit(form.name)
        else:
            self._ask(True)

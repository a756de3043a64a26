"""What the fees depend on, shown only where the procedure has it: exemptions, copies, certified documents."""

from __future__ import annotations

from typing import Any

from PySide6.QtCore import QObject, Qt, Signal
from PySide6.QtWidgets import (
    QComboBox,
    QGridLayout,
    QHBoxLayout,
    QHeaderView,
    QLabel,
    QSizePolicy,
    QVBoxLayout,
    QWidget,
)

from counter_app.desk.certification import certified_documents, counts_pages
from counter_app.dossier.draft import DocumentTyped
from counter_app.procedures.fees import certification_fee
from ui import words
from ui.intake.intake import Intake
from ui.widgets.choice_box import ChoiceBox
from ui.widgets.entry_table import EntryModel, EntryTable
from ui.widgets.number_box import NumberBox

FIELDS = ("name", "pages", "copies")
_MOST_COPIES = 999


class DocumentsModel(EntryModel):
    """The documents that are certified, each with its fee at the full rate."""

    def __init__(self, intake: Intake, parent: QObject | None = None) -> None:
        titles = (self.tr("Document"), self.tr("Pages"), self.tr("Copies"), self.tr("Fee"))
        super().__init__(DocumentTyped(), FIELDS, titles, parent)
        self._intake = intake
        intake.started.connect(lambda: self.show(intake.draft.certified))
        self.edited.connect(lambda rows: intake.change(certified=rows))

    def shown(self, row: Any, column: int) -> str:
        procedure = self._intake.procedure
        return words.money(certification_fee(procedure, row.pages, row.copies)) if procedure and row.pages > 0 else ""


class CostsPanel(QWidget):
    """Stands below the list of papers; takes no room where there is nothing to choose."""

    left = Signal()

    def __init__(self, intake: Intake, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self._intake = intake
        self.exemption = ChoiceBox()
        self.exemption.setSizeAdjustPolicy(QComboBox.SizeAdjustPolicy.AdjustToMinimumContentsLengthWithIcon)
        self.exemption.activated.connect(lambda _: intake.change(exemption=self.exemption.currentData()))
        self.copies = NumberBox(minimum=0, maximum=_MOST_COPIES)
        self.copies.setStyleSheet("QSpinBox::up-button, QSpinBox::down-button { width: 0; border: 0; }")
        self.copies.setAlignment(Qt.AlignmentFlag.AlignRight)
        self.copies.setFixedWidth(64)
        self.copies.valueChanged.connect(lambda count: intake.change(copies=count))
        self.documents = DocumentsModel(intake, self)
        self.table = EntryTable(self.documents, live=True)
        self.table.left.connect(self.left)
        header = self.table.horizontalHeader()
        header.setSectionResizeMode(0, QHeaderView.ResizeMode.Stretch)
        for column, width in enumerate((80, 74, 92), 1):
            self.table.setColumnWidth(column, width)
        self._title = QLabel(self.tr("Documents to be certified"))
        self._title.setObjectName("heading")
        self._exempt, self._copied = QLabel(self.tr("Exemption")), QLabel(self.tr("Copies of the result"))
        for label, field in ((self._exempt, self.exemption), (self._copied, self.copies)):
            label.setObjectName("fieldLabel")
            label.setBuddy(field)
        self.total = QLabel()
        self.total.setObjectName("quiet")
        head = QHBoxLayout()
        head.addWidget(self._title, 1)
        head.addWidget(self.total)
        choices = QGridLayout()
        choices.addWidget(self._exempt, 0, 0)
        choices.addWidget(self.exemption, 0, 1, 1, 2)
        choices.addWidget(self._copied, 1, 0)
        choices.addWidget(self.copies, 1, 1)
        choices.setColumnStretch(2, 1)
        layout = QVBoxLayout(self)
        layout.setContentsMargins(0, 0, 0, 0)
        layout.setSpacing(6)
        layout.addLayout(head)
        layout.addWidget(self.table, 1)
        layout.addLayout(choices)
        intake.procedure_changed.connect(self._show)
        intake.started.connect(self._show)
        intake.changed.connect(self._show_total)
        self._show()

    @property
    def with_documents(self) -> bool:
        """Whether the procedure is paid by the page."""
        procedure = self._intake.procedure
        return procedure is not None and counts_pages(procedure)

    def go_to(self, field: str) -> None:
        """Puts the cursor where something is missing: `exemption`, `certified`, `certified.{row}.{field}`."""
        _, _, cell = field.partition(".")
        if field == "exemption":
            self.exemption.setFocus()
        elif cell:
            row, _, name = cell.partition(".")
            self.table.go_to(int(row), FIELDS.index(name))
        else:
            self.table.go_to(0, 0)

    def _show(self) -> None:
        procedure, draft = self._intake.procedure, self._intake.draft
        exemptions = {exemption.key: exemption.name for exemption in procedure.exemptions} if procedure else {}
        if draft.exemption and draft.exemption not in exemptions:
            exemptions[draft.exemption] = draft.exemption  # shown, so that the clerk can choose another
        by_copy = procedure is not None and any(fee.per == "copy" for fee in procedure.fees)
        self.exemption.clear()
        self.exemption.addItem(self.tr("None"), "")
        for key, name in exemptions.items():
            self.exemption.addItem(name, key)
        self.exemption.setCurrentIndex(max(self.exemption.findData(draft.exemption), 0))
        self.copies.setValue(draft.copies)
        for parts, wanted in (
            ((self._title, self.total, self.table), self.with_documents),
            ((self._exempt, self.exemption), bool(exemptions)),
            ((self._copied, self.copies), by_copy),
        ):
            for part in parts:
                part.setVisible(wanted)
        height = QSizePolicy.Policy.Expanding if self.with_documents else QSizePolicy.Policy.Maximum
        self.setSizePolicy(QSizePolicy.Policy.Preferred, height)
        self.setVisible(self.with_documents or bool(exemptions) or by_copy)
        self._show_total()

    def _show_total(self) -> None:
        procedure = self._intake.procedure
        certified = certified_documents(procedure, self._intake.draft.certified) if procedure else ()
        text = self.tr("{copies} copies · {fee}")
        copies, fee = sum(document.copies for document in certified), sum(document.fee for document in certified)
        self.total.setText(text.format(copies=copies, fee=words.money(fee)) if certified else "")

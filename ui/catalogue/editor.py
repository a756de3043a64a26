"""A version of a procedure, all of it, to be read and changed."""

from __future__ import annotations

from datetime import date, datetime
from typing import Any

from pydantic import ValidationError
from PySide6.QtCore import Qt, Signal
from PySide6.QtGui import QIntValidator
from PySide6.QtWidgets import (
    QComboBox,
    QGridLayout,
    QHBoxLayout,
    QLineEdit,
    QPlainTextEdit,
    QScrollArea,
    QTabWidget,
    QVBoxLayout,
    QWidget,
)

from counter_app.dossier.states import COUNTED, TermUnit
from counter_app.procedures.catalogue import Procedure
from counter_app.procedures.data_files import wanted_by
from ui import words
from ui.catalogue.columns import columns_of, pauses, said_place, titles, units
from ui.catalogue.faults_panel import FaultLine
from ui.catalogue.list_editor import ListEditor
from ui.widgets.choice_box import ChoiceBox
from ui.widgets.labelled_field import LabelledField
from ui.widgets.lazy_screen import Slices
from ui.widgets.tab_room import tab_room

_LISTS = ("components", "fees", "exemptions", "results", "steps")
_PLACES = {  # field: row, column, columns it spans
    "code": (0, 0, 1),
    "version": (0, 1, 1),
    "valid_from": (0, 2, 1),
    "valid_until": (0, 3, 1),
    "name": (1, 0, 4),
    "field": (2, 0, 2),
    "competence": (2, 2, 2),
    "decision": (3, 0, 4),
    "term": (4, 0, 2),
    "next_term": (4, 2, 2),
    "term_note": (5, 0, 4),
    "on_supplement": (6, 0, 2),
    "on_obligation": (6, 2, 2),
    "legal_base": (7, 0, 4),
}
_SLICE = 4  # fields of the form that are made in one turn
_SHORT = 6  # letters of a choice that are always seen
_REQUIRED = ("code", "version", "valid_from", "name", "field", "term")


class Unfit(Exception):
    """What stands in the editor is no version yet; `faults` say where and what is expected."""

    def __init__(self, faults: list[FaultLine]) -> None:
        super().__init__(len(faults))
        self.faults = faults


class Editor(QTabWidget):
    """A form and one table for each list of the version."""

    edited = Signal()

    def __init__(self, language: str, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self._language = language
        self.lines = {name: QLineEdit() for name in _PLACES}
        self.term, self.next_term = TermEdit(), TermEdit(optional=True)
        self.on_supplement, self.on_obligation = _choice(pauses()), _choice(pauses())
        self.legal_base = QPlainTextEdit()
        self.legal_base.setFixedHeight(84)
        self.tables: dict[str, ListEditor] = {}
        self.fields: dict[str, LabelledField] = {}
        for name in ("valid_from", "valid_until"):
            self.lines[name].setPlaceholderText(self.tr("dd/mm/yyyy"))
        scroll = QScrollArea(tab_room(self), widgetResizable=True)
        scroll.setFrameShape(QScrollArea.Shape.NoFrame)
        scroll.setFocusPolicy(Qt.FocusPolicy.NoFocus)  # its fields have it
        form = QWidget()
        scroll.setWidget(form)
        layout = QVBoxLayout(form)
        layout.setContentsMargins(2, 8, 10, 8)
        self._grid = QGridLayout()
        layout.addLayout(self._grid)
        layout.addStretch()
        self._grid.setHorizontalSpacing(12)
        self._grid.setVerticalSpacing(4)
        for column in range(4):
            self._grid.setColumnStretch(column, 1)
        self.addTab(scroll, self.tr("Procedure"))

    def make_rest(self) -> Slices[None]:
        """The fields and the tables, some of them a slice; nothing is shown before the last is there."""
        said, form = titles(), self._grid.parentWidget()
        for place, (name, (row, column, span)) in enumerate(_PLACES.items(), 1):
            self.fields[name] = LabelledField(said[name], self._widget(name), name in _REQUIRED, form)
            self._grid.addWidget(self.fields[name], row, column, 1, span)
            if place % _SLICE == 0:
                yield
        for line in self.lines.values():
            line.textEdited.connect(self.edited)
        for box in (self.on_supplement, self.on_obligation):
            box.activated.connect(self.edited)
        for term in (self.term, self.next_term):
            term.edited.connect(self.edited)
        self.legal_base.textChanged.connect(self.edited)
        for name in _LISTS:
            table = self.tables[name] = ListEditor(columns_of(name), tab_room(self))
            self.addTab(table, said[name])
            table.model.edited.connect(self.edited)
            yield

    def show_version(self, procedure: Procedure | None, *, fixed: tuple[str, ...] = ("code", "version")) -> None:
        """Shows a version, or an empty form; `fixed` names the fields that cannot be changed."""
        values = procedure.model_dump(mode="python") if procedure else {}
        self.blockSignals(True)
        for name, line in self.lines.items():
            value = values.get(name)
            line.setText(words.day(value) if isinstance(value, date) else str(value or ""))
            line.setCursorPosition(0)
            line.setReadOnly(name in fixed)
            line.setEnabled(name not in fixed)
        self.term.show_term(values.get("term") or {"amount": 1, "unit": TermUnit.WORKING_DAYS})
        self.next_term.show_term(values.get("next_term"))
        for box, name in ((self.on_supplement, "on_supplement"), (self.on_obligation, "on_obligation")):
            mode = values.get(name)
            box.setCurrentIndex(max(box.findData(mode.value if mode is not None else None), 0))
        self.legal_base.setPlainText("\n".join(values.get("legal_base", ())))
        for name, table in self.tables.items():
            table.model.show(list(values.get(name, ())))
        self.blockSignals(False)
        self._mark(())

    def version(self) -> Procedure:
        """The version as it stands in the editor. Raises Unfit."""
        values: dict[str, Any] = {name: _trimmed(line.text()) for name, line in self.lines.items()}
        values["valid_from"] = _day(values["valid_from"])
        values["valid_until"] = _day(values["valid_until"]) if values["valid_until"] else None
        values["term"], values["next_term"] = self.term.values(), self.next_term.values()
        values["on_supplement"] = self.on_supplement.currentData()
        values["on_obligation"] = self.on_obligation.currentData()
        values["legal_base"] = tuple(filter(None, map(_trimmed, self.legal_base.toPlainText().splitlines())))
        values |= {name: tuple(table.model.rows()) for name, table in self.tables.items()}
        try:
            procedure = Procedure.model_validate(values)
        except ValidationError as failure:
            errors = failure.errors(include_url=False)
            self._mark(tuple(str(error["loc"][0]) for error in errors))
            raise Unfit(
                [(said_place(error["loc"]), wanted_by(error, "01/03/2026").said(self._language)) for error in errors]
            ) from failure
        self._mark(())
        return procedure

    def _mark(self, wrong: tuple[str, ...]) -> None:
        """Frames the fields of the form that are wrong and goes to the first tab that has one."""
        for name, field in self.fields.items():
            field.set_error(self.tr("Check this field") if name in wrong else "")
        if wrong:
            first = next((nth for nth, name in enumerate(_LISTS, 1) if name == wrong[0]), 0)
            self.setCurrentIndex(first)

    def _widget(self, name: str) -> QWidget:
        special: dict[str, QWidget] = {
            "term": self.term,
            "next_term": self.next_term,
            "on_supplement": self.on_supplement,
            "on_obligation": self.on_obligation,
            "legal_base": self.legal_base,
        }
        if name in special:
            del self.lines[name]
            return special[name]
        return self.lines[name]


class TermEdit(QWidget):
    """An amount and its unit; an optional one can be left out."""

    edited = Signal()

    def __init__(self, *, optional: bool = False, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self.amount = QLineEdit()
        self.amount.setValidator(QIntValidator(0, 999, self))
        self.amount.setFixedWidth(56)  # three digits
        self.amount.setAccessibleName(self.tr("Amount of the term"))
        choices: dict[str | None, str] = {None: self.tr("none")} if optional else {}
        self.unit = _choice({**choices, **units()})
        self.unit.setAccessibleName(self.tr("Unit of the term"))
        layout = QHBoxLayout(self)
        layout.setContentsMargins(0, 0, 0, 0)
        layout.addWidget(self.amount)
        layout.addWidget(self.unit, 1)
        self.unit.currentIndexChanged.connect(self._counted)
        self.unit.activated.connect(self.edited)
        self.amount.textEdited.connect(self.edited)

    def show_term(self, term: dict[str, Any] | None) -> None:
        """Shows a term."""
        self.unit.setCurrentIndex(max(self.unit.findData(term["unit"] if term else None), 0))
        self.amount.setText(str(term["amount"]) if term and term["amount"] else "")
        self._counted()

    def values(self) -> dict[str, Any] | None:
        """The term's fields; None where there is none."""
        unit = self.unit.currentData()
        if unit is None:
            return None
        return {"unit": unit, "amount": int(self.amount.text() or 0) if self.amount.isEnabled() else 0}

    def _counted(self) -> None:
        self.amount.setEnabled(self.unit.currentData() in COUNTED)


def _choice(choices: dict[Any, str]) -> QComboBox:
    box = ChoiceBox()
    box.setSizeAdjustPolicy(QComboBox.SizeAdjustPolicy.AdjustToMinimumContentsLengthWithIcon)  # fits a narrow screen
    box.setMinimumContentsLength(_SHORT)
    for key, said in choices.items():
        box.addItem(said, key)
    return box


def _trimmed(text: str) -> str:
    return " ".join(text.split())


def _day(text: str) -> date | str:
    """The day as a date; as typed where it is none, which the version then refuses."""
    try:
        return datetime.strptime(text, "%d/%m/%Y").date()
    except ValueError:
        return text

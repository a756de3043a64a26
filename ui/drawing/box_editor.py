"""The boxes of a form as a list, and what is chosen for one of them: its label, its field, its kind of value."""

from __future__ import annotations

import re
from collections.abc import Sequence

from PySide6.QtCore import Qt, Signal
from PySide6.QtWidgets import (
    QComboBox,
    QCompleter,
    QFormLayout,
    QHBoxLayout,
    QLineEdit,
    QPushButton,
    QVBoxLayout,
    QWidget,
)

from counter_app.dossier.plain import plain
from scanning.fields.drawing import DrawnField
from scanning.fields.names import OTHER, caption, field_names
from scanning.fields.values import KINDS
from ui.theme import AMBER, SPACE, Ink
from ui.widgets.choice_box import ChoiceBox
from ui.widgets.rows_model import ListColumn, RowsModel, rows_table

Numbered = tuple[int, DrawnField]
"""A box and its number, from 0."""


class BoxEditor(QWidget):
    """The list above, the chosen box below it."""

    chosen = Signal(int)
    changed = Signal(int, object)  # the box's number, DrawnField
    removed = Signal(int)

    def __init__(self, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self._number: int | None = None
        self._field = DrawnField(0, (0, 0, 0, 0))
        self._showing = False
        self._kind_names = self._said_kinds()
        columns = (
            ListColumn[Numbered]("number", self.tr("No."), lambda row: str(row[0] + 1), 44),
            ListColumn[Numbered]("label", self.tr("Printed label"), lambda row: row[1].label or "–", colour=_colour),
            ListColumn[Numbered]("field", self.tr("Field"), self._field_text, 190, colour=_colour),
        )
        self.model = RowsModel(columns, key=lambda row: row[0], parent=self)
        self.table = rows_table(self.model, row_height=28)
        self.table.setAccessibleName(self.tr("Fields of the form"))
        self.table.selectionModel().currentRowChanged.connect(lambda *_: self._choose())
        self.label = QLineEdit()
        self.field = ChoiceBox(editable=True)
        self.field.setInsertPolicy(QComboBox.InsertPolicy.NoInsert)
        narrow_choice(self.field)
        self.field.addItem("", "")
        for name in field_names().values():
            self.field.addItem(_large(name.says), name.name)
        completer = QCompleter(self.field.model(), self)
        completer.setFilterMode(Qt.MatchFlag.MatchContains)
        completer.setCaseSensitivity(Qt.CaseSensitivity.CaseInsensitive)
        self.field.setCompleter(completer)
        self.kind = ChoiceBox()
        for kind, said in self._kind_names.items():
            self.kind.addItem(said, kind)
        self.remove = QPushButton(self.tr("Delete the box"))
        self.remove.clicked.connect(lambda: self._number is not None and self.removed.emit(self._number))
        self.label.editingFinished.connect(self._take)
        self.field.activated.connect(lambda _: self._take_field())
        completer.activated.connect(lambda _: self._take_field())
        self.field.lineEdit().editingFinished.connect(self._take_field)  # type: ignore[union-attr]
        self.kind.activated.connect(lambda _: self._take())
        self._build()

    def show_boxes(self, fields: Sequence[DrawnField], chosen: int | None) -> None:
        """Shows all boxes, one of them chosen."""
        self._showing = True
        self.model.show(list(enumerate(fields)))
        if chosen is not None:
            self.table.setCurrentIndex(self.model.index(chosen, 0))
            self.table.scrollTo(self.model.index(chosen, 0))
        else:
            self.table.clearSelection()
        self._showing = False
        self._show(chosen, fields[chosen] if chosen is not None else None)

    def name_the_box(self) -> None:
        """Ready to choose the field of the chosen box."""
        self.field.setFocus()
        line = self.field.lineEdit()
        assert line is not None
        line.selectAll()

    def _choose(self) -> None:
        row = self.model.row(self.table.currentIndex().row())
        if row is not None and not self._showing:
            self.chosen.emit(row[0])

    def _show(self, number: int | None, field: DrawnField | None) -> None:
        self._number = number
        for editor in (self.label, self.field, self.kind, self.remove):
            editor.setEnabled(field is not None)
        self._field = field or DrawnField(0, (0, 0, 0, 0))
        self.label.setText(self._field.label)
        self.field.setEditText(large_caption(self._field.field) if self._field.field else "")
        self.kind.setCurrentIndex(max(0, self.kind.findData(self._field.kind)))

    def _take_field(self) -> None:
        """The field that is written or chosen, with the kind of value it has on other forms."""
        name = self._named(self.field.currentText())
        if self._number is None or name == self._field.field:
            return
        known = field_names().get(name)
        if known:
            self.kind.setCurrentIndex(self.kind.findData(known.kind))
        self._take()

    def _take(self) -> None:
        if self._number is None:
            return
        new = DrawnField(
            self._field.page,
            self._field.box,
            self.label.text().strip(),
            self._named(self.field.currentText()),
            self.kind.currentData(),
        )
        if new != self._field:
            self._field = new
            self.changed.emit(self._number, new)

    def _named(self, text: str) -> str:
        """The name of the field that a text says; of one that is not known a name of its letters."""
        written = text.strip()
        known = next((name.name for name in field_names().values() if plain(name.says) == plain(written)), "")
        slug = "_".join(re.findall(r"[a-z]+", plain(written.removeprefix(OTHER))))
        return known or (written if written in field_names() else f"{OTHER}{slug}" if slug else "")

    def _field_text(self, row: Numbered) -> str:
        return large_caption(row[1].field) if row[1].field else self.tr("not chosen yet")

    def _said_kinds(self) -> dict[str, str]:
        """The kinds of values in the clerk's words."""
        said = {
            "text": self.tr("Text"),
            "name": self.tr("A person's name"),
            "date": self.tr("Day, month, year"),
            "issued": self.tr("Day behind “issued on”"),
            "moment": self.tr("Hour and day"),
            "identity_number": self.tr("Number of card or passport"),
            "address": self.tr("Address"),
            "phone": self.tr("Telephone"),
            "email": self.tr("E-mail"),
            "sex": self.tr("Sex"),
            "ethnicity": self.tr("Ethnicity"),
            "nationality": self.tr("Nationality"),
            "number": self.tr("Number, area"),
            "money": self.tr("Amount of money"),
            "code": self.tr("Number of a paper or parcel"),
            "agency": self.tr("Name of an agency"),
            "relation": self.tr("How somebody is related"),
        }
        return {kind: said.get(kind, kind) for kind in (*said, *(kind for kind in KINDS if kind not in said))}

    def _build(self) -> None:
        form = QFormLayout()
        form.setSpacing(SPACE)
        form.setLabelAlignment(Qt.AlignmentFlag.AlignLeft | Qt.AlignmentFlag.AlignVCenter)
        form.addRow(self.tr("Printed label"), self.label)
        form.addRow(self.tr("Field"), self.field)
        form.addRow(self.tr("Kind of value"), self.kind)
        buttons = QHBoxLayout()
        buttons.addStretch()
        buttons.addWidget(self.remove)
        layout = QVBoxLayout(self)
        layout.setContentsMargins(0, SPACE, 0, 0)
        layout.addWidget(self.table, 1)
        layout.addLayout(form)
        layout.addLayout(buttons)


def narrow_choice(choice: QComboBox) -> None:
    """Lets the choice be narrower than the longest of what it offers."""
    choice.setSizeAdjustPolicy(QComboBox.SizeAdjustPolicy.AdjustToMinimumContentsLengthWithIcon)
    choice.setMinimumContentsLength(20)


def large_caption(field: str) -> str:
    """The clerk's words for a field, their first letter large."""
    return _large(caption(field))


def _large(text: str) -> str:
    return text[:1].upper() + text[1:]


def _colour(row: Numbered) -> Ink | None:
    return None if row[1].field and row[1].label else AMBER

"""A room's fields: made from their description, shown from a profile, read back as they were typed."""

from __future__ import annotations

from collections.abc import Callable
from typing import Any

from PySide6.QtCore import Qt, Signal
from PySide6.QtWidgets import (
    QCheckBox,
    QComboBox,
    QGridLayout,
    QHBoxLayout,
    QLabel,
    QLineEdit,
    QPlainTextEdit,
    QPushButton,
    QSizePolicy,
    QSpinBox,
    QVBoxLayout,
    QWidget,
)

from counter_app.config import Profile
from ui import words
from ui.settings.fields import Field, Kind, Room, Rows
from ui.settings.rows_editor import RowsEditor
from ui.widgets.choice_box import ChoiceBox
from ui.widgets.file_choice import choose_file, choose_folder
from ui.widgets.labelled_field import LabelledField
from ui.widgets.number_box import NumberBox

_WIDEST = 620  # pixels of a field
_MANY = 6  # fields that stand in two columns
_LINES = 64  # pixels


class RoomForm(QWidget):
    """The fields of one room, one below the other."""

    edited = Signal()
    look_for_wanted = Signal(object)  # Kind: which scanners, printers, ports are there?

    def __init__(self, room: Room, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self._room = room
        self.fields: dict[str, LabelledField] = {}
        self.rows: dict[str, RowsEditor] = {}
        self._ticks: dict[str, QCheckBox] = {}
        self._notes: dict[str, QLabel] = {}
        grid = QGridLayout(self)
        grid.setContentsMargins(0, 0, 12, 12)
        grid.setVerticalSpacing(10)
        grid.setHorizontalSpacing(20)
        columns = 2 if len(room.parts) >= _MANY else 1
        for place, part in enumerate(room.parts):
            made = QWidget(self)
            self._with_note(
                part.name, made, self._rows(part, made) if isinstance(part, Rows) else self._field(part, made)
            )
            grid.addWidget(made, place // columns, place % columns, Qt.AlignmentFlag.AlignTop)

    def show_profile(self, profile: Profile, may_change: Callable[[str], bool]) -> None:
        """Shows what is kept; what may not be changed cannot be typed into."""
        for part in self._room.parts:
            value = _value(profile, part.name)
            locked = profile.is_locked(part.name)
            if isinstance(part, Rows):
                self.rows[part.name].show_rows(value)
                self.rows[part.name].setEnabled(not locked and may_change(part.name))
            else:
                self._show(part, value)
                fixed = part.fixed is not None
                editor = self._ticks.get(part.name) or self.fields[part.name].editor
                stays = fixed or locked or not may_change(part.name)
                if isinstance(editor, QLineEdit | QPlainTextEdit):
                    editor.setReadOnly(stays)  # it can still be read and copied
                else:
                    editor.setDisabled(stays)
            self._notes[part.name].setText(self._note(part, locked))
            self._notes[part.name].setVisible(bool(self._notes[part.name].text()))

    def values(self) -> dict[str, Any]:
        """What stands in the fields that can be changed, by the settings' names."""
        found: dict[str, Any] = {name: editor.value() for name, editor in self.rows.items()}
        for part in self._room.parts:
            if isinstance(part, Field) and part.fixed is None:
                found[part.name] = self._typed(part)
        return found

    def set_error(self, place: tuple[Any, ...], sentence: str = "") -> QWidget | None:
        """Says what is wrong beside the field of that place in the profile; where the cursor should go."""
        name = str(place[0])
        if name in self.rows:
            return self.rows[name].set_error(int(place[1]) if len(place) > 1 else 0)
        name = ".".join(str(step) for step in place[:2])
        found = next((part for part in self._room.parts if part.name == name), None)
        if not isinstance(found, Field) or name not in self.fields:
            return None
        self.fields[name].set_error(sentence or words.say(*found.wrong))
        return self.fields[name].editor

    def clear_errors(self) -> None:
        """Nothing is wrong, or not looked at yet."""
        for field in self.fields.values():
            field.set_error("")
        for rows in self.rows.values():
            rows.clear_errors()

    def _rows(self, part: Rows, place: QWidget) -> QWidget:
        editor = RowsEditor(part, place)
        editor.edited.connect(self.edited)
        self.rows[part.name] = editor
        return editor

    def _field(self, part: Field, place: QWidget) -> QWidget:
        label = words.say(*part.label)
        if part.kind is Kind.TICK:
            tick = QCheckBox(label)
            tick.toggled.connect(lambda _: self.edited.emit())
            self._ticks[part.name] = tick
            return tick
        editor = self._editor(part)
        field = LabelledField(label, editor, parent=place)
        field.setMaximumWidth(_WIDEST)
        self.fields[part.name] = field
        button = self._chooser(part, editor)
        if button is None:
            return field
        row = QWidget(place)
        beside = QHBoxLayout(row)
        beside.setContentsMargins(0, 0, 0, 0)
        field.setSizePolicy(QSizePolicy.Policy.Preferred, QSizePolicy.Policy.Maximum)
        beside.addWidget(field, 1)
        beside.addWidget(button, alignment=Qt.AlignmentFlag.AlignBottom)
        row.setMaximumWidth(_WIDEST)
        return row

    def _with_note(self, name: str, place: QWidget, widget: QWidget) -> None:
        note = QLabel(wordWrap=True)
        note.setObjectName("quiet")
        note.setMaximumWidth(_WIDEST)
        self._notes[name] = note
        column = QVBoxLayout(place)
        column.setContentsMargins(0, 0, 0, 0)
        column.setSpacing(2)
        column.addWidget(widget)
        column.addWidget(note)

    def _note(self, part: Field | Rows, locked: bool) -> str:
        if locked:
            return self.tr("Locked: only whoever set this desk up changes it.")
        note = (part.fixed or part.note) if isinstance(part, Field) else None  # a list has its own above it
        return words.say(*note) if note is not None else ""

    def _editor(self, part: Field) -> QWidget:
        if part.kind is Kind.NUMBER:
            number = NumberBox()
            number.setRange(*part.span)
            number.valueChanged.connect(lambda _: self._was_edited(part.name))
            return number
        if part.kind in (Kind.CHOICE, Kind.SCANNER, Kind.PRINTER, Kind.PORT):
            box = ChoiceBox()
            box.setEditable(part.kind is not Kind.CHOICE)
            if (line := box.lineEdit()) is not None:
                line.setPlaceholderText(part.example)
            for value, label in part.choices:
                box.addItem(words.say(*label), value)
            box.currentTextChanged.connect(lambda _: self._was_edited(part.name))
            return box
        if part.kind is Kind.LINES:
            text = QPlainTextEdit(placeholderText=part.example)
            text.setTabChangesFocus(True)
            text.setFixedHeight(_LINES)
            text.textChanged.connect(lambda: self._was_edited(part.name))
            return text
        line = QLineEdit(placeholderText=part.example)
        line.textChanged.connect(lambda _: self._was_edited(part.name))
        return line

    def _chooser(self, part: Field, editor: QWidget) -> QPushButton | None:
        if part.kind in (Kind.FILE, Kind.FOLDER) and isinstance(editor, QLineEdit):
            button = QPushButton(self.tr("Choose…"))
            button.setAccessibleName(f"{self.tr('Choose…')} {words.say(*part.label)}")
            choose = choose_folder if part.kind is Kind.FOLDER else choose_file
            button.clicked.connect(lambda: editor.setText(choose(self, words.say(*part.label)) or editor.text()))
            return button
        if part.kind in (Kind.SCANNER, Kind.PRINTER, Kind.PORT) and isinstance(editor, QComboBox):
            button = QPushButton(self.tr("Look for it"))
            button.setAccessibleName(f"{self.tr('Look for it')} {words.say(*part.label)}")
            button.clicked.connect(lambda: self.look_for_wanted.emit(part.kind))
            return button
        return None

    def offer(self, kind: Kind, found: list[tuple[str, str]]) -> None:
        """Offers devices that were found, each with its name and what it is called."""
        for part in self._room.parts:
            if isinstance(part, Field) and part.kind is kind:
                box = self.fields[part.name].editor
                assert isinstance(box, QComboBox)
                typed = box.currentText()
                box.blockSignals(True)
                box.clear()
                for name, label in found:
                    box.addItem(name, name)
                    box.setItemData(box.count() - 1, label)
                box.setCurrentText(typed)
                box.blockSignals(False)
                box.showPopup()

    def _was_edited(self, name: str) -> None:
        self.fields[name].set_error("")
        self.edited.emit()

    def _show(self, part: Field, value: Any) -> None:
        if part.name in self._ticks:
            self._ticks[part.name].setChecked(bool(value))
            return
        match self.fields[part.name].editor:
            case QSpinBox() as number:
                number.setValue(int(value))
            case QComboBox() as box if part.kind is Kind.CHOICE:
                if box.findData(str(value)) < 0:
                    box.addItem(str(value), str(value))
                box.setCurrentIndex(box.findData(str(value)))
            case QComboBox() as box:
                box.setCurrentText(str(value))
            case QPlainTextEdit() as text:
                text.setPlainText("\n".join(value))
            case QLineEdit() as line:
                line.setText(str(value))
                line.setCursorPosition(0)  # what is too long is seen from its beginning

    def _typed(self, part: Field) -> Any:
        if part.name in self._ticks:
            return self._ticks[part.name].isChecked()
        match self.fields[part.name].editor:
            case QSpinBox() as number:
                return number.value()
            case QComboBox() as box if part.kind is Kind.CHOICE:
                return box.currentData()
            case QComboBox() as box:
                return box.currentText().strip()
            case QPlainTextEdit() as text:
                return [" ".join(line.split()) for line in text.toPlainText().splitlines() if line.strip()]
            case QLineEdit() as line:
                return " ".join(line.text().split())
        return None


def _value(profile: Profile, name: str) -> Any:
    table, _, line = name.partition(".")
    return getattr(getattr(profile, table), line) if line else getattr(profile, table)

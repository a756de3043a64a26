"""A list of the profile as rows of fields: printers, series, signers. What is wrong is said below its row."""

from __future__ import annotations

from typing import Any

from PySide6.QtCore import Qt, Signal
from PySide6.QtWidgets import QComboBox, QGridLayout, QLabel, QLineEdit, QPushButton, QToolButton, QVBoxLayout, QWidget

from ui import words
from ui.settings.fields import Column, Rows
from ui.theme import icon
from ui.widgets.choice_box import ChoiceBox

_JOINT = " / "


class RowsEditor(QWidget):
    """Rows can be added and taken out; an empty row counts as none."""

    edited = Signal()

    def __init__(self, rows: Rows, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self._rows = rows
        self._blank = {name: field.default for name, field in rows.row.model_fields.items()}
        self.lines: list[_Line] = []
        self._place = 1  # the next row of the grid, below the heads
        self._shown: tuple[Any, ...] | None = None  # the rows that stand there, until one is edited
        self.edited.connect(self._forget_shown)
        title = QLabel(words.say(*rows.label))
        title.setObjectName("heading")
        self._grid = QGridLayout()
        self._grid.setContentsMargins(0, 0, 0, 0)
        self._grid.setHorizontalSpacing(6)
        self._grid.setVerticalSpacing(4)
        for place, column in enumerate(rows.columns):
            head = QLabel(words.say(*column.label))
            head.setObjectName("fieldLabel")
            self._grid.addWidget(head, 0, place)
            self._grid.setColumnStretch(place, column.stretch)
        self.add = QPushButton(self.tr("Add a row"))
        self.add.setAccessibleName(f"{self.tr('Add a row')}: {words.say(*rows.label)}")
        self.add.clicked.connect(self._add_empty)
        layout = QVBoxLayout(self)
        layout.setContentsMargins(0, 0, 0, 0)
        layout.addWidget(title)
        if rows.note is not None:
            note = QLabel(words.say(*rows.note), wordWrap=True)
            note.setObjectName("quiet")
            layout.addWidget(note)
        layout.addLayout(self._grid)
        layout.addWidget(self.add, alignment=Qt.AlignmentFlag.AlignLeft)

    def show_rows(self, rows: tuple[Any, ...]) -> None:
        """Shows these rows and no others; those that stand there already are not made anew."""
        if rows == self._shown:
            return
        for line in list(self.lines):
            self._remove(line)
        self._place = 1
        for row in rows:
            self._add_line(row.model_dump(mode="json"))
        self._shown = rows

    def value(self) -> list[dict[str, Any]]:
        """What stands in the rows that are not empty, as it was typed."""
        return [line.value() for line in self.lines if not line.is_empty()]

    def set_error(self, row: int) -> QWidget | None:
        """Says that this row of those that are not empty is wrong; where the cursor should go."""
        filled = [line for line in self.lines if not line.is_empty()]
        if not 0 <= row < len(filled):
            return None
        filled[row].error.setText(words.say(*self._rows.wrong))
        filled[row].error.show()
        return filled[row].editors[0]

    def clear_errors(self) -> None:
        """Nothing is wrong, or not looked at yet."""
        for line in self.lines:
            line.error.hide()

    def _forget_shown(self) -> None:
        self._shown = None

    def _add_empty(self) -> None:
        self._add_line({})
        self.lines[-1].editors[0].setFocus()
        self.edited.emit()

    def _add_line(self, row: dict[str, Any]) -> None:
        line = _Line(self._rows.columns, self._blank | row, self)
        line.remove.setToolTip(self.tr("Take this row out"))
        line.remove.setAccessibleName(self.tr("Take this row out"))
        self.lines.append(line)
        place, self._place = self._place, self._place + 2
        for column, editor in enumerate(line.editors):
            self._grid.addWidget(editor, place, column)
        self._grid.addWidget(line.remove, place, len(line.editors))
        self._grid.addWidget(line.error, place + 1, 0, 1, len(line.editors))
        line.remove.clicked.connect(lambda: self._take_out(line))

    def _take_out(self, line: _Line) -> None:
        self._remove(line)
        self.edited.emit()

    def _remove(self, line: _Line) -> None:
        self.lines.remove(line)
        for part in (*line.editors, line.remove, line.error):
            self._grid.removeWidget(part)
            part.hide()
            part.deleteLater()


class _Line:
    """The editors of one row."""

    def __init__(self, columns: tuple[Column, ...], row: dict[str, Any], editor: RowsEditor) -> None:
        self._columns = columns
        self._row = row
        self.editors: list[QLineEdit | QComboBox] = [_editor(column, row.get(column.name)) for column in columns]
        self.remove = QToolButton(autoRaise=True)
        self.remove.setIcon(icon("trash"))
        self.error = QLabel(wordWrap=True)
        self.error.setObjectName("fieldError")
        self.error.hide()
        for part in self.editors:
            signal = part.textEdited if isinstance(part, QLineEdit) else part.currentIndexChanged
            signal.connect(self.error.hide)
            signal.connect(lambda *_: editor.edited.emit())

    def is_empty(self) -> bool:
        """Whether nothing was typed that tells this row from an empty one."""
        texts = [part for part in self.editors if isinstance(part, QLineEdit)]
        return all(part.text().strip() in ("", "0", part.placeholderText()) for part in texts) and isinstance(
            self.editors[0], QLineEdit
        )

    def value(self) -> dict[str, Any]:
        """The row with what stands in its editors."""
        return self._row | {
            column.name: _typed(column, part, self._row.get(column.name))
            for column, part in zip(self._columns, self.editors, strict=True)
        }


def _editor(column: Column, value: Any) -> QLineEdit | QComboBox:
    text = _JOINT.join(value) if isinstance(value, list | tuple) else str(value) if isinstance(value, str | int) else ""
    if column.choices:
        box = ChoiceBox()
        known = dict(column.choices)
        for each, label in known.items():
            box.addItem(words.say(*label), each)
        if text and text not in known:
            box.addItem(text, text)  # what a technician wrote into the profile stays
        box.setCurrentIndex(max(box.findData(text), 0))
        box.setMinimumContentsLength(8)
        box.setSizeAdjustPolicy(QComboBox.SizeAdjustPolicy.AdjustToMinimumContentsLengthWithIcon)
        box.setAccessibleName(words.say(*column.label))
        return box
    line = QLineEdit(text, placeholderText=column.example)
    line.setMinimumWidth(48)
    line.setAccessibleName(words.say(*column.label))
    return line


def _typed(column: Column, part: QLineEdit | QComboBox, before: Any) -> Any:
    text = part.currentData() if isinstance(part, QComboBox) else " ".join(part.text().split())
    if isinstance(before, list | tuple) or column.name in ("forms", "role"):
        return [item.strip() for item in text.split("/") if item.strip()]
    if isinstance(before, int) and not text:
        return before
    return text

"""What was typed into the fields of a form, to be kept while the form is closed."""

from __future__ import annotations

from collections.abc import Mapping

from PySide6.QtWidgets import QLineEdit, QPlainTextEdit, QWidget

from ui.widgets.labelled_field import LabelledField

_TYPED = (QLineEdit, QPlainTextEdit)


def texts_of(fields: Mapping[str, LabelledField]) -> dict[str, str]:
    """What stands in the fields one types into, by their names."""
    return {name: _text(field.editor) for name, field in fields.items() if isinstance(field.editor, _TYPED)}


def put_texts(fields: Mapping[str, LabelledField], texts: Mapping[str, str]) -> None:
    """Puts in what was typed before; a field that is not there any more is passed over."""
    for name, text in texts.items():
        editor = fields[name].editor if name in fields else None
        if isinstance(editor, QPlainTextEdit):
            editor.setPlainText(text)
        elif isinstance(editor, QLineEdit):
            editor.setText(text)


def _text(editor: QWidget) -> str:
    if isinstance(editor, QPlainTextEdit):
        return editor.toPlainText()
    return editor.text() if isinstance(editor, QLineEdit) else ""

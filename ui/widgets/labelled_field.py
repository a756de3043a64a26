"""A field with its label above it and what is wrong below it."""

from __future__ import annotations

from PySide6.QtWidgets import QLabel, QVBoxLayout, QWidget


class LabelledField(QWidget):
    """Wraps an editor. An error or warning takes room only while there is one."""

    def __init__(self, label: str, editor: QWidget, required: bool = False, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self.editor = editor
        self._label = QLabel(f"{label} <span style='color:#b3261e'>*</span>" if required else label)
        self._label.setObjectName("fieldLabel")
        self._label.setBuddy(editor)
        self._error, self._warning = _note("fieldError"), _note("fieldWarning")
        editor.setAccessibleName(label)
        layout = QVBoxLayout(self)
        layout.setContentsMargins(0, 0, 0, 0)
        layout.setSpacing(2)
        for part in (self._label, editor, self._error, self._warning):
            layout.addWidget(part)

    def set_error(self, sentence: str) -> None:
        """Says what is wrong and frames the editor; "" takes it back."""
        self._error.setText(sentence)
        self._error.setVisible(bool(sentence))
        self.editor.setProperty("state", "error" if sentence else "")
        self.editor.style().unpolish(self.editor)
        self.editor.style().polish(self.editor)

    def set_warning(self, sentence: str) -> None:
        """Says what looks odd, without hindering anything; "" takes it back."""
        self._warning.setText(sentence)
        self._warning.setVisible(bool(sentence))


def _note(name: str) -> QLabel:
    label = QLabel()
    label.setObjectName(name)
    label.setWordWrap(True)
    label.hide()
    return label

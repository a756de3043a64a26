"""The text read from a page, beside the page; what is selected in it is marked on the picture."""

from __future__ import annotations

import re
from typing import TYPE_CHECKING

from PySide6.QtCore import Signal
from PySide6.QtWidgets import QPlainTextEdit, QWidget

if TYPE_CHECKING:
    from counter_app.dossier.pages import Box, Word


class ReadText(QPlainTextEdit):
    """Read-only text whose words know where they stand on the page."""

    boxes_selected = Signal(list)  # list[Box] in pixels of the cleaned page

    def __init__(self, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self.setReadOnly(True)
        self.setPlaceholderText(self.tr("What is read from the page will stand here."))
        self._spans: list[tuple[int, int, Box]] = []
        self.selectionChanged.connect(self._tell)

    def show_text(self, text: str, words: tuple[Word, ...]) -> None:
        """Shows the text of a page; `words` are the same words in the same order with their boxes."""
        self.setPlainText(text)
        tokens = list(re.finditer(r"\S+", text))
        said = [token for word in words for token in word.text.split()]
        boxes = [word.box for word in words for _ in word.text.split()]
        fits = [token.group() for token in tokens] == said
        self._spans = [(t.start(), t.end(), box) for t, box in zip(tokens, boxes, strict=True)] if fits else []

    def _tell(self) -> None:
        cursor = self.textCursor()
        begin, end = cursor.selectionStart(), cursor.selectionEnd()
        self.boxes_selected.emit([box for start, stop, box in self._spans if begin < stop and start < end])

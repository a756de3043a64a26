"""A number to type, which stands as far from its edge as the words of a field do."""

from __future__ import annotations

from typing import Any

from PySide6.QtWidgets import QSpinBox, QWidget

_MARGIN = 7  # pixels, as in a line edit


class NumberBox(QSpinBox):
    """A spin box, to be used for every one: a style sheet's padding does not reach its line edit."""

    def __init__(self, parent: QWidget | None = None, **properties: Any) -> None:
        super().__init__(parent, **properties)
        self.lineEdit().setTextMargins(_MARGIN, 0, 0, 0)

"""What stands where there is nothing yet: why, and what to do."""

from __future__ import annotations

from PySide6.QtCore import Qt
from PySide6.QtWidgets import QLabel, QVBoxLayout, QWidget

from ui.theme import icon


class EmptyState(QWidget):
    """A picture, a title, a sentence, in the middle of the room they get."""

    def __init__(self, title: str, sentence: str, picture: str, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        image = QLabel()
        image.setPixmap(icon(picture).pixmap(40, 40))
        heading = QLabel(title)
        heading.setObjectName("heading")
        text = QLabel(sentence)
        text.setObjectName("quiet")
        text.setWordWrap(True)
        layout = QVBoxLayout(self)
        layout.addStretch()
        for part in (image, heading, text):
            part.setAlignment(Qt.AlignmentFlag.AlignCenter)
            layout.addWidget(part)
        layout.addStretch()

"""What stands where there is nothing yet: why, and what to do."""

from __future__ import annotations

from PySide6.QtCore import Qt, Signal
from PySide6.QtWidgets import QLabel, QPushButton, QVBoxLayout, QWidget

from ui.theme import SPACE, show_sign


class EmptyState(QWidget):
    """A picture, a title, a sentence and, where there is something to do, its button, in the middle of their room."""

    action_chosen = Signal()

    def __init__(
        self, title: str, sentence: str, picture: str, parent: QWidget | None = None, *, action: str = ""
    ) -> None:
        super().__init__(parent)
        image = QLabel()
        show_sign(image, picture, 40)
        heading = QLabel(title)
        heading.setObjectName("heading")
        heading.setWordWrap(True)
        text = QLabel(sentence)
        text.setObjectName("quiet")
        text.setWordWrap(True)
        layout = QVBoxLayout(self)
        layout.setSpacing(SPACE)
        layout.addStretch()
        for part in (image, heading, text):
            part.setAlignment(Qt.AlignmentFlag.AlignCenter)
            layout.addWidget(part)
        self.button = QPushButton(action)
        self.button.clicked.connect(self.action_chosen)
        layout.addSpacing(SPACE if action else 0)
        layout.addWidget(self.button, 0, Qt.AlignmentFlag.AlignHCenter)
        self.button.setVisible(bool(action))  # once it has its place: alone it would be a window of its own
        layout.addStretch()

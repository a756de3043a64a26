"""Over a screen: something is offered that one key does, and that nothing happens of unless the clerk says so."""

from __future__ import annotations

from collections.abc import Callable

from PySide6.QtCore import Qt
from PySide6.QtGui import QKeySequence, QShortcut
from PySide6.QtWidgets import QFrame, QHBoxLayout, QLabel, QPushButton, QToolButton, QWidget

from ui.theme import SPACE, show_sign


class OfferBar(QFrame):
    """A sign, a sentence, a button whose key is there as long as the bar is, and × where it can be passed over. The
    keyboard stops nowhere in it: it is no stop more on the way to the receipt."""

    def __init__(self, sign: str, key: str, take: Callable[[], None], parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self.setObjectName("floating")
        self.sign = QLabel()
        show_sign(self.sign, sign, 20)
        self.text = QLabel()
        self.text.setWordWrap(True)
        self.text.setTextFormat(Qt.TextFormat.PlainText)
        self.button = QPushButton()
        self.button.setFocusPolicy(Qt.FocusPolicy.NoFocus)
        self.button.clicked.connect(take)
        self._row = QHBoxLayout(self)
        self._row.setContentsMargins(SPACE + 4, SPACE // 2, SPACE, SPACE // 2)
        self._row.setSpacing(SPACE)
        self._row.addWidget(self.sign)
        self._row.addWidget(self.text, 1)
        self._row.addWidget(self.button)
        QShortcut(QKeySequence(key), self).activated.connect(take)
        self.hide()

    def add_leave(self, words: str, leave: Callable[[], None]) -> QToolButton:
        """The × behind the button; its words are its tip and its name."""
        button = leave_button(words, leave)
        self._row.addWidget(button)
        return button


def leave_button(words: str, leave: Callable[[], None]) -> QToolButton:
    """The × of a bar that offers something."""
    button = QToolButton()
    button.setText("×")
    button.setToolTip(words)
    button.setAccessibleName(words)
    button.setFocusPolicy(Qt.FocusPolicy.NoFocus)
    button.clicked.connect(leave)
    return button

"""A line to type in that offers ready phrases: the arrow, or the Down key, opens them."""

from __future__ import annotations

from functools import partial

from PySide6.QtCore import QPoint, Qt
from PySide6.QtGui import QAction, QKeyEvent
from PySide6.QtWidgets import QLineEdit, QMenu, QWidget

from ui.theme import icon


class PhraseEdit(QLineEdit):
    """A plain line edit, not a combo box: the keys of the card reader and of an input method go straight into it."""

    def __init__(self, *phrases: str, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self.phrases = phrases
        self._menu: QMenu | None = None  # made when it is first opened
        if phrases:
            opener = QAction(icon("down"), self.tr("Ready phrases (↓)"), self)
            opener.triggered.connect(self.open_phrases)
            self.addAction(opener, QLineEdit.ActionPosition.TrailingPosition)

    def open_phrases(self) -> None:
        """Opens the phrases below the line."""
        if self._menu is None:
            self._menu = QMenu(self)
            for phrase in self.phrases:
                self._menu.addAction(phrase.replace("&", "&&")).triggered.connect(partial(self._take, phrase))
        self._menu.setMinimumWidth(self.width())
        self._menu.setActiveAction(self._menu.actions()[0])
        self._menu.popup(self.mapToGlobal(QPoint(0, self.height())))

    def keyPressEvent(self, event: QKeyEvent) -> None:
        if event.key() == Qt.Key.Key_Down and self.phrases:
            self.open_phrases()
        else:
            super().keyPressEvent(event)

    def _take(self, phrase: str, _checked: bool = False) -> None:
        self.setText(phrase)
        self.setFocus(Qt.FocusReason.OtherFocusReason)

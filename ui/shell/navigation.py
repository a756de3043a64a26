"""The screens of the window, at its left edge."""

from __future__ import annotations

from collections.abc import Collection

from PySide6.QtCore import QSize, Qt, Signal
from PySide6.QtGui import QIcon, QPainter
from PySide6.QtWidgets import QButtonGroup, QFrame, QToolButton, QVBoxLayout, QWidget

from ui.theme import icon

_WIDTH, _HEIGHT = 84, 54  # pixels; of a button, so that all stand in a window of 540


class Navigation(QFrame):
    """One button a screen; that of the screen that is shown is marked."""

    chosen = Signal(str)
    help_wanted = Signal()

    def __init__(self, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self.setObjectName("navigation")
        self.setFixedWidth(_WIDTH)
        self._buttons: dict[str, QToolButton] = {}
        self._group = QButtonGroup(self)
        layout = QVBoxLayout(self)
        layout.setContentsMargins(6, 10, 6, 10)
        layout.setSpacing(6)
        self._add("today", self.tr("Today"), self.tr("What waits, and what is new (Ctrl+H)"), "calendar")
        self._add("intake", self.tr("Intake"), self.tr("Receive a dossier (F2)"), "intake")
        self._add("lookup", self.tr("Dossiers"), self.tr("Find a dossier (F3)"), "search")
        self._add("feedback", self.tr("Feedback"), self.tr("Feedback and recommendations (Ctrl+F3)"), "feedback")
        self._add("reports", self.tr("Reports"), self.tr("Books and reports (F4)"), "reports")
        self._add(
            "catalogue", self.tr("Catalogue"), self.tr("Procedures, their fees and terms (Ctrl+F11)"), "checklist"
        )
        self._add("drawing", self.tr("Templates"), self.tr("Forms to read: draw one, try it (Ctrl+F10)"), "template")
        self._add("accounts", self.tr("Accounts"), self.tr("Who works here, with which role (Ctrl+F12)"), "person")
        layout.addStretch()
        self._add_help()

    def _add_help(self) -> None:
        """Not a screen: the button that tells about the one that is shown."""
        button = QToolButton(autoRaise=True)
        button.setText(self.tr("Help"))
        button.setToolTip(self.tr("The guide, the keys, about the program (F1)"))
        button.setToolButtonStyle(Qt.ToolButtonStyle.ToolButtonTextOnly)
        button.setFixedWidth(_WIDTH - 12)
        button.clicked.connect(lambda: self.help_wanted.emit())
        layout = self.layout()
        assert layout is not None
        layout.addWidget(button)

    def mark(self, screen: str) -> None:
        """Marks the screen that is shown."""
        if screen in self._buttons:
            self._buttons[screen].setChecked(True)

    def show_only(self, screens: Collection[str]) -> None:
        """Shows the buttons of these screens."""
        for screen, button in self._buttons.items():
            button.setVisible(screen in screens)

    def _add(self, screen: str, text: str, tip: str, picture: str) -> None:
        button = QToolButton(autoRaise=True)
        button.setText(text)
        button.setToolTip(tip)
        button.setCheckable(True)
        button.setToolButtonStyle(Qt.ToolButtonStyle.ToolButtonTextUnderIcon)
        button.setIcon(_on_dark(picture))
        button.setIconSize(QSize(24, 24))
        button.setFixedSize(_WIDTH - 12, _HEIGHT)
        button.clicked.connect(lambda: self.chosen.emit(screen))
        self._group.addButton(button)
        self._buttons[screen] = button
        layout = self.layout()
        assert layout is not None
        layout.addWidget(button)


def _on_dark(picture: str) -> QIcon:
    """The icon in white for the dark bar, as it is where its button is chosen."""
    chosen = icon(picture)
    size = QSize(48, 48)
    white = chosen.pixmap(size)
    painter = QPainter(white)
    painter.setCompositionMode(QPainter.CompositionMode.CompositionMode_SourceIn)
    painter.fillRect(white.rect(), Qt.GlobalColor.white)
    painter.end()
    both = QIcon(white)
    both.addPixmap(chosen.pixmap(size), QIcon.Mode.Normal, QIcon.State.On)
    return both

"""The screens of the window, at its left edge."""

from __future__ import annotations

from collections.abc import Collection

from PySide6.QtCore import QEvent, QSize, Qt, Signal
from PySide6.QtGui import QIcon, QResizeEvent
from PySide6.QtWidgets import QButtonGroup, QFrame, QSizePolicy, QToolButton, QVBoxLayout, QWidget

from ui.theme import ON_BAR, icon

_SMALL, _LARGE = QSize(18, 18), QSize(24, 24)
_WIDTH, _MARGIN = 84, 3  # pixels: the bar; beside its buttons, which hold their longest word in bold
_LEAST, _MOST = 44, 62  # pixels: how high a button is


class Navigation(QFrame):
    """One button a screen; that of the screen that is shown is marked."""

    chosen = Signal(str)
    help_wanted = Signal()

    def __init__(self, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self.setObjectName("navigation")
        self.setFixedWidth(_WIDTH)
        self._buttons: dict[str, QToolButton] = {}
        self._pictures: dict[str, str] = {}
        self._group = QButtonGroup(self)
        layout = QVBoxLayout(self)
        layout.setContentsMargins(_MARGIN, 6, _MARGIN, 6)
        layout.setSpacing(4)
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
        self._add("settings", self.tr("Settings"), self.tr("Office, devices, display (Ctrl+,)"), "settings")
        layout.addStretch(1)
        self._add_help()

    def _add_help(self) -> None:
        """Not a screen: the button that tells about the one that is shown."""
        button = QToolButton(autoRaise=True)
        button.setText(self.tr("Help"))
        button.setToolTip(self.tr("The guide, the keys, about the program (F1)"))
        button.setToolButtonStyle(Qt.ToolButtonStyle.ToolButtonTextOnly)
        button.setFixedWidth(_WIDTH - 2 * _MARGIN)
        button.clicked.connect(lambda: self.help_wanted.emit())
        layout = self.layout()
        assert layout is not None
        layout.addWidget(button)

    def name_of(self, screen: str) -> str:
        """What a screen is called."""
        return self._buttons[screen].text()

    def mark(self, screen: str) -> None:
        """Marks the screen that is shown."""
        if screen in self._buttons:
            self._buttons[screen].setChecked(True)

    def show_only(self, screens: Collection[str]) -> None:
        """Shows the buttons of these screens."""
        for screen, button in self._buttons.items():
            button.setVisible(screen in screens)

    def resizeEvent(self, event: QResizeEvent) -> None:
        super().resizeEvent(event)
        small = event.size().height() < (_MOST + 4) * (len(self._buttons) + 1)
        for button in self._buttons.values():
            button.setIconSize(_SMALL if small else _LARGE)

    def changeEvent(self, event: QEvent) -> None:
        super().changeEvent(event)
        if event.type() is QEvent.Type.PaletteChange:  # another theme
            for screen, picture in self._pictures.items():
                self._buttons[screen].setIcon(_on_bar(picture))

    def _add(self, screen: str, text: str, tip: str, picture: str) -> None:
        button = QToolButton(autoRaise=True)
        button.setText(text)
        button.setToolTip(tip)
        button.setCheckable(True)
        button.setToolButtonStyle(Qt.ToolButtonStyle.ToolButtonTextUnderIcon)
        button.setAccessibleName(text)
        button.setIcon(_on_bar(picture))
        button.setIconSize(_LARGE)
        button.setFixedWidth(_WIDTH - 2 * _MARGIN)
        button.setMinimumHeight(_LEAST)
        button.setMaximumHeight(_MOST)
        button.setSizePolicy(QSizePolicy.Policy.Fixed, QSizePolicy.Policy.Expanding)
        self._pictures[screen] = picture
        button.clicked.connect(lambda: self.chosen.emit(screen))
        self._group.addButton(button)
        self._buttons[screen] = button
        layout = self.layout()
        assert isinstance(layout, QVBoxLayout)
        layout.addWidget(button, 100)  # as high as it may be, before the gap below gets any


def _on_bar(picture: str) -> QIcon:
    """The icon as it is seen on the bar, and as it is where its button is chosen."""
    size = QSize(48, 48)
    both = QIcon(icon(picture, ON_BAR).pixmap(size))
    both.addPixmap(icon(picture).pixmap(size), QIcon.Mode.Normal, QIcon.State.On)
    return both

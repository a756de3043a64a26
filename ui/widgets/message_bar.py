"""The one place where the window speaks to the clerk: what happened, what to do, details on demand. Never modal."""

from __future__ import annotations

from enum import Enum

from PySide6.QtCore import QSize, Qt
from PySide6.QtGui import QAccessible, QAccessibleAnnouncementEvent
from PySide6.QtWidgets import QFrame, QHBoxLayout, QLabel, QToolButton, QVBoxLayout, QWidget

from counter_app.errors import CounterError
from ui.theme import BLUE, BLUE_PALE, RED, RED_PALE, SPACE, icon

_MOST = 3


class Tone(Enum):
    """How a message looks: its ink, its ground, its icon."""

    ERROR = (RED, RED_PALE, "warning")
    INFO = (BLUE, BLUE_PALE, "info")


class MessageBar(QWidget):
    """The newest messages on top, three at the most; they stay until they are closed or over.

    What is done is not said here, for it would move the page: see the line at the bottom.
    """

    def __init__(self, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self._layout = QVBoxLayout(self)
        self._layout.setContentsMargins(12, 0, 12, 0)
        self._layout.setSpacing(SPACE // 2)
        self.messages: list[Message] = []

    def show_error(self, failure: CounterError, language: str) -> None:
        """What happened and what to do; the class and the details are there to be read to a technician."""
        message = Message(Tone.ERROR, failure.happened(language), failure.advice(language), str(failure))
        message.about = type(failure).__name__
        self._add(message)

    def take_back(self, about: str) -> None:
        """It went well since, or is over: nothing more is said of it. An error is about its class."""
        for message in [shown for shown in self.messages if shown.about == about]:
            self._remove(message)

    def show_info(self, sentence: str, about: str = "") -> None:
        """Something worth knowing."""
        message = Message(Tone.INFO, sentence)
        message.about = about
        self._add(message)

    def clear(self) -> None:
        """Closes all messages."""
        for message in list(self.messages):
            self._remove(message)

    def _add(self, message: Message) -> None:
        for older in [shown for shown in self.messages if shown.says == message.says]:
            self._remove(older)
        self.messages.insert(0, message)
        self._layout.insertWidget(0, message)
        message.closing.clicked.connect(lambda: self._remove(message))
        for one_too_many in self._too_many():
            self._remove(one_too_many)
        QAccessible.updateAccessibility(QAccessibleAnnouncementEvent(self, " ".join(message.says)))

    def _too_many(self) -> list[Message]:
        """The oldest of those that are only news, then the oldest errors."""
        oldest_first = list(reversed(self.messages))
        by_weight = sorted(oldest_first, key=lambda message: message.tone is Tone.ERROR)
        return by_weight[: max(0, len(self.messages) - _MOST)]

    def _remove(self, message: Message) -> None:
        if message in self.messages:
            self.messages.remove(message)
            self._layout.removeWidget(message)
            message.hide()
            message.deleteLater()


class Message(QFrame):
    """One message: what happened in bold, what to do beside it, the technician's details below when asked for."""

    def __init__(self, tone: Tone, happened: str, advice: str = "", details: str = "") -> None:
        super().__init__()
        self.tone = tone
        self.about = ""  # by which it is taken back
        self.says = (happened, advice)
        self.setObjectName("message")
        ink, ground, picture = tone.value
        self.setStyleSheet(f"QFrame#message {{ background: {ground}; border-left: 4px solid {ink}; }}")
        self.setAccessibleName(f"{happened} {advice}".strip())
        image = QLabel()
        image.setPixmap(icon(picture, ink).pixmap(20, 20))
        self.text = QLabel(f"<b>{_safe(happened)}</b> {_safe(advice)}")
        self.text.setWordWrap(True)
        self.text.setTextInteractionFlags(Qt.TextInteractionFlag.TextSelectableByMouse)
        self.closing = QToolButton(autoRaise=True)
        self.closing.setIcon(icon("close"))
        self.closing.setIconSize(QSize(16, 16))
        self.closing.setToolTip(self.tr("Close this message"))
        self.closing.setAccessibleName(self.tr("Close this message"))
        row = QHBoxLayout()
        row.setSpacing(SPACE)
        row.addWidget(image, 0, Qt.AlignmentFlag.AlignTop)
        row.addWidget(self.text, 1)
        layout = QVBoxLayout(self)
        layout.setContentsMargins(SPACE + 2, 6, 6, 6)
        layout.setSpacing(SPACE // 2)
        layout.addLayout(row)
        if details:
            self._add_details(row, details)
        row.addWidget(self.closing, 0, Qt.AlignmentFlag.AlignTop)

    def _add_details(self, row: QHBoxLayout, details: str) -> None:
        more = QToolButton(autoRaise=True)
        more.setCheckable(True)
        more.setObjectName("details")
        more.setText(self.tr("Details"))
        shown_details = QLabel(details)
        shown_details.setObjectName("quiet")
        shown_details.setWordWrap(True)
        shown_details.setIndent(28)
        shown_details.setTextInteractionFlags(Qt.TextInteractionFlag.TextSelectableByMouse)
        shown_details.hide()
        more.toggled.connect(shown_details.setVisible)
        row.addWidget(more, 0, Qt.AlignmentFlag.AlignTop)
        layout = self.layout()
        assert layout is not None
        layout.addWidget(shown_details)


def _safe(text: str) -> str:
    return text.replace("&", "&amp;").replace("<", "&lt;")

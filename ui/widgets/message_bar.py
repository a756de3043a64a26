"""The one place where the window speaks to the clerk: what happened, what to do, details on demand. Never modal."""

from __future__ import annotations

from PySide6.QtCore import QTimer
from PySide6.QtWidgets import QFrame, QHBoxLayout, QLabel, QToolButton, QVBoxLayout, QWidget

from counter_app.errors import CounterError
from ui.theme import BLUE, BLUE_PALE, GREEN, GREEN_PALE, RED, RED_PALE, icon

_MOST = 3
_SUCCESS_STAYS = 6000  # milliseconds


class MessageBar(QWidget):
    """The newest messages on top, three at the most; errors stay until closed, successes leave by themselves."""

    def __init__(self, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self._layout = QVBoxLayout(self)
        self._layout.setContentsMargins(12, 0, 12, 0)
        self._layout.setSpacing(4)
        self.messages: list[Message] = []

    def show_error(self, failure: CounterError, language: str) -> None:
        """What happened and what to do; the class and the details are there to be read to a technician."""
        self._add(Message(failure.happened(language), failure.advice(language), str(failure), RED, RED_PALE, "warning"))

    def show_info(self, sentence: str) -> None:
        """Something worth knowing."""
        self._add(Message(sentence, "", "", BLUE, BLUE_PALE, "info"))

    def show_success(self, sentence: str) -> None:
        """Something is done."""
        message = Message(sentence, "", "", GREEN, GREEN_PALE, "check")
        self._add(message)
        QTimer.singleShot(_SUCCESS_STAYS, message, lambda: self._remove(message))

    def clear(self) -> None:
        """Closes all messages."""
        for message in list(self.messages):
            self._remove(message)

    def _add(self, message: Message) -> None:
        for older in [one for one in self.messages if one.says == message.says]:
            self._remove(older)
        self.messages.insert(0, message)
        self._layout.insertWidget(0, message)
        message.closing.clicked.connect(lambda: self._remove(message))
        for oldest in self.messages[_MOST:]:
            self._remove(oldest)

    def _remove(self, message: Message) -> None:
        if message in self.messages:
            self.messages.remove(message)
            self._layout.removeWidget(message)
            message.hide()
            message.deleteLater()


class Message(QFrame):
    """One message."""

    def __init__(self, happened: str, advice: str, details: str, ink: str, ground: str, picture: str) -> None:
        super().__init__()
        self.says = (happened, advice)
        self.setObjectName("message")
        self.setStyleSheet(
            f"QFrame#message {{ background: {ground}; border-left: 4px solid {ink}; border-radius: 4px; }}"
        )
        image = QLabel()
        image.setPixmap(icon(picture).pixmap(20, 20))
        text = QLabel(f"<b>{_safe(happened)}</b> {_safe(advice)}")
        text.setWordWrap(True)
        self.setAccessibleName(f"{happened} {advice}")
        self.closing = QToolButton(autoRaise=True)
        self.closing.setIcon(icon("close"))
        self.closing.setToolTip(self.tr("Close this message"))
        row = QHBoxLayout()
        row.addWidget(image)
        row.addWidget(text, 1)
        layout = QVBoxLayout(self)
        layout.setContentsMargins(10, 5, 6, 5)
        layout.addLayout(row)
        if details:
            more = QToolButton(autoRaise=True)
            more.setText(self.tr("Details"))
            told = QLabel(details)
            told.setObjectName("quiet")
            told.setWordWrap(True)
            told.hide()
            more.clicked.connect(lambda: told.setVisible(told.isHidden()))
            row.addWidget(more)
            layout.addWidget(told)
        row.addWidget(self.closing)


def _safe(text: str) -> str:
    return text.replace("&", "&amp;").replace("<", "&lt;")

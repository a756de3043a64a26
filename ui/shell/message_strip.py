"""The one place where the window speaks to the clerk: two lines at the bottom, always there, that move nothing."""

from __future__ import annotations

from dataclasses import dataclass
from datetime import datetime
from enum import Enum

from PySide6.QtCore import QEvent, QSize, Qt, QTimer, Signal
from PySide6.QtGui import QAccessible, QAccessibleAnnouncementEvent, QResizeEvent
from PySide6.QtWidgets import QFrame, QHBoxLayout, QLabel, QPushButton, QToolButton, QWidget

from counter_app.dossier.clock import VIETNAM
from counter_app.errors import CounterError
from ui.background.messages import UNDO, Offer
from ui.theme import BLUE, GREEN, RED, SPACE, Ink, dress, icon, show_sign

HEIGHT = 40
"""Pixels: two lines of words."""
_KEPT = 200  # messages behind the bell
_NARROWEST = 260  # pixels


class Tone(Enum):
    """How a message looks: its ink, on the pale ground of the same name, and its icon."""

    ERROR = (RED, "warning")
    INFO = (BLUE, "info")
    DONE = (GREEN, "check")


STAYS = {Tone.ERROR: 120_000, Tone.INFO: 20_000, Tone.DONE: 6_000}
"""Milliseconds after which a message is only behind the bell."""
OFFERED = 10_000
"""Milliseconds for which what was done can be taken back from here; later with the key alone."""


@dataclass(frozen=True, eq=False)
class Message:
    """What happened, what to do, the technician's details; `about` is what it is taken back by, `whose` what was on
    the screen."""

    tone: Tone
    happened: str
    at: datetime
    advice: str = ""
    details: str = ""
    about: str = ""
    whose: str = ""
    offer: Offer | None = None
    lasts: bool = False

    @property
    def sentence(self) -> str:
        """All it says."""
        return f"{self.happened} {self.advice}".strip()


class MessageStrip(QFrame):
    """Shows the newest message that still holds, the ones before it when that is over; the bell has them all.

    It lies beside the states at the bottom: nothing that is typed into or pressed to receive is ever under it.
    """

    noted = Signal()  # there is another message in the history
    history_wanted = Signal()

    def __init__(self, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self.setObjectName("messageStrip")
        self.setFixedHeight(HEIGHT)
        self.setMinimumWidth(_NARROWEST)
        self.messages: list[Message] = []  # that hold, the newest first
        self.history: list[Message] = []  # the newest first
        self.stays = dict(STAYS)
        self._whose = ""
        self._sign = QLabel()
        self.text = QLabel()
        self.text.setTextFormat(Qt.TextFormat.RichText)
        self.text.setWordWrap(True)
        self.text.setMinimumWidth(1)
        self.offer = QPushButton()
        self.offer.setStyleSheet("padding: 0 10px; min-height: 24px;")
        self.offer.clicked.connect(self.take_offer)
        self.details = QToolButton(autoRaise=True)
        self.details.setText(self.tr("Details"))
        self.details.clicked.connect(self.history_wanted)
        self.closing = QToolButton(autoRaise=True)
        self.closing.setIcon(icon("close"))
        self.closing.setIconSize(QSize(16, 16))
        self.closing.setToolTip(self.tr("Close this message (Esc, or Shift+Esc)"))
        self.closing.setAccessibleName(self.tr("Close this message"))
        self.closing.clicked.connect(self.close_shown)
        row = QHBoxLayout(self)
        row.setContentsMargins(SPACE, 0, 2, 0)
        row.setSpacing(SPACE)
        row.addWidget(self._sign)
        row.addWidget(self.text, 1)
        for part in (self.offer, self.details, self.closing):
            part.setFocusPolicy(Qt.FocusPolicy.NoFocus)  # the keys do it; the cursor stays where one types
            row.addWidget(part)
        self._show()

    @property
    def shown(self) -> Message | None:
        """The message that is read now."""
        return self.messages[0] if self.messages else None

    @property
    def newest_is_error(self) -> bool:
        """Whether what was told last is that something went wrong."""
        return bool(self.history) and self.history[0].tone is Tone.ERROR

    def show_error(self, failure: CounterError, language: str) -> None:
        """What happened and what to do; it is about the error's class."""
        happened, advice = failure.happened(language), failure.advice(language)
        self._add(Tone.ERROR, happened, advice=advice, details=str(failure), about=type(failure).__name__)

    def show_info(
        self, sentence: str, about: str = "", offer: Offer | None = None, lasts: bool = False, of_desk: bool = False
    ) -> None:
        """Something worth knowing; one that `lasts` holds until what it is `about` is taken back, one `of_desk` over
        anybody's dossier."""
        self._add(Tone.INFO, sentence, about=about, offer=offer, lasts=lasts, of_desk=of_desk)

    def show_done(self, sentence: str, offer: Offer | None = None) -> None:
        """Something is done; with an `offer` to take it back."""
        self._add(Tone.DONE, sentence, about=UNDO if offer else "", offer=offer)

    def take_offer(self) -> None:
        """Does what the message that is read now offers."""
        message = self.shown
        if message is not None and message.offer is not None:
            if not message.lasts:
                self._let_go(message)
            message.offer.act()

    def take_back(self, about: str) -> None:
        """It went well since, or is over: nothing more is said of it."""
        self._keep([message for message in self.messages if message.about != about])

    def show_whose(self, whose: str) -> None:
        """Another person is on the screen: what was said over somebody else's dossier is not said over theirs."""
        self._whose = whose
        if whose:
            self._keep([message for message in self.messages if whose.startswith(message.whose)])

    def close_shown(self) -> bool:
        """Closes what is read now; False where there is nothing."""
        anything = bool(self.messages)
        self._keep(self.messages[1:])
        return anything

    def clear(self) -> None:
        """Closes all messages; the history stays."""
        self._keep([])

    def resizeEvent(self, event: QResizeEvent) -> None:
        super().resizeEvent(event)
        self._fit()

    def changeEvent(self, event: QEvent) -> None:
        super().changeEvent(event)
        if event.type() is QEvent.Type.FontChange:
            self._fit()

    def _add(
        self,
        tone: Tone,
        happened: str,
        *,
        advice: str = "",
        details: str = "",
        about: str = "",
        offer: Offer | None = None,
        lasts: bool = False,
        of_desk: bool = False,
    ) -> None:
        at = datetime.now(VIETNAM)
        message = Message(tone, happened, at, advice, details, about, "" if of_desk else self._whose, offer, lasts)
        again = bool(self.history) and self.history[0].sentence == message.sentence
        self.history = [message, *self.history[again:]][:_KEPT]
        self.messages = [message, *(older for older in self.messages if not _replaces(message, older))]
        if not lasts:
            QTimer.singleShot(OFFERED if offer else self.stays[tone], self, lambda: self._let_go(message))
        self._show()
        self.noted.emit()
        QAccessible.updateAccessibility(QAccessibleAnnouncementEvent(self, message.sentence))

    def _keep(self, messages: list[Message]) -> None:
        if messages != self.messages:
            self.messages = messages
            self._show()

    def _let_go(self, message: Message) -> None:
        self._keep([other for other in self.messages if other is not message])

    def _show(self) -> None:
        message = self.shown
        for part in (self._sign, self.text, self.closing):
            part.setVisible(message is not None)
        self.offer.setVisible(message is not None and message.offer is not None)
        self.details.setVisible(message is not None and bool(message.details))
        if message is None:
            dress(self, "")
            self.setAccessibleName("")
            self.setToolTip("")
            return
        ink: Ink = message.tone.value[0]
        ground = f"background: @{ink.name}_pale@; border-left: 4px solid @{ink.name}@;"
        dress(self, f"QFrame#messageStrip {{ {ground} }}")
        show_sign(self._sign, message.tone.value[1], 20, ink)
        self.offer.setText(message.offer.text if message.offer else "")
        self.setAccessibleName(message.sentence)
        self.setToolTip(message.sentence)
        self._fit()

    def _fit(self) -> None:
        """As many words as two lines have room for; all of them are behind the bell."""
        message = self.shown
        if message is None:
            return
        layout = self.layout()
        assert layout is not None
        layout.activate()
        words = message.sentence.split()
        fits = len(words)
        while fits > 1 and not self._has_room(" ".join(words[:fits])):
            fits -= 1
        said = " ".join(words[:fits]) + ("" if fits == len(words) else " …")
        bold = len(message.happened) if message.advice else 0
        self.text.setText(f"<b>{_safe(said[:bold])}</b>{_safe(said[bold:])}")

    def _has_room(self, said: str) -> bool:
        metrics, room = self.text.fontMetrics(), self.text.contentsRect()
        needed = metrics.boundingRect(0, 0, int(room.width() * 0.93), 1000, Qt.TextFlag.TextWordWrap.value, said)
        return needed.height() <= 2 * metrics.lineSpacing()


def _replaces(message: Message, older: Message) -> bool:
    """Whether the newer one says all that the older one said, or says of the same thing how it is now."""
    return older.sentence == message.sentence or (message.lasts and older.about == message.about)


def _safe(text: str) -> str:
    return text.replace("&", "&amp;").replace("<", "&lt;")

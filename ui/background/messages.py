"""The one way from anywhere in the window to the clerk: what happened, what to do. Never modal."""

from __future__ import annotations

from PySide6.QtCore import QObject, Signal

from counter_app.errors import CounterError


class Messages(QObject):
    """Carries messages to the message bar."""

    failed = Signal(object)  # CounterError
    informed = Signal(str, str)  # the sentence, what it is about
    taken_back = Signal(str)  # what it was about
    succeeded = Signal(str)

    def fail(self, failure: CounterError) -> None:
        """Something went wrong; it stays until the clerk closes it."""
        self.failed.emit(failure)

    def inform(self, sentence: str, about: str = "") -> None:
        """Something worth knowing; `about` what, where it can be over."""
        self.informed.emit(sentence, about)

    def take_back(self, about: str) -> None:
        """It is over: nothing more is said of it."""
        self.taken_back.emit(about)

    def succeed(self, sentence: str) -> None:
        """Something is done."""
        self.succeeded.emit(sentence)

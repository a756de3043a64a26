"""The one way from anywhere in the window to the clerk: what happened, what to do. Never modal."""

from __future__ import annotations

from PySide6.QtCore import QObject, Signal

from counter_app.errors import CounterError


class Messages(QObject):
    """Carries messages to the message bar."""

    failed = Signal(object)  # CounterError
    informed = Signal(str)
    succeeded = Signal(str)

    def fail(self, failure: CounterError) -> None:
        """Something went wrong; it stays until the clerk closes it."""
        self.failed.emit(failure)

    def inform(self, sentence: str) -> None:
        """Something worth knowing."""
        self.informed.emit(sentence)

    def succeed(self, sentence: str) -> None:
        """Something is done."""
        self.succeeded.emit(sentence)

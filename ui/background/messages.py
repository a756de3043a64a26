"""The one way from anywhere in the window to the clerk: what happened, what to do. Never modal."""

from __future__ import annotations

from collections.abc import Callable
from dataclasses import dataclass

from PySide6.QtCore import QObject, Signal

from counter_app.errors import CounterError

UNDO = "undo"
"""What a message is about that offers to take an act back."""


@dataclass(frozen=True)
class Offer:
    """What a message offers to do about it: the words of its button, and the act."""

    text: str
    act: Callable[[], object]


class Messages(QObject):
    """Carries messages to the strip at the bottom."""

    failed = Signal(object)  # CounterError
    informed = Signal(str, str, object, bool, bool)  # sentence, what it is about, Offer | None; lasts, is of the desk
    taken_back = Signal(str)  # what it was about
    succeeded = Signal(str)
    offered = Signal(str, object)  # what was done, the Offer that takes it back
    whose_changed = Signal(str)  # the key of what is on the screen now

    def fail(self, failure: CounterError) -> None:
        """Something went wrong; it stays until it is mended, closed, or another person is on the screen."""
        self.failed.emit(failure)

    def inform(
        self,
        sentence: str,
        about: str = "",
        offer: Offer | None = None,
        *,
        for_a_while: bool = False,
        of_desk: bool = False,
    ) -> None:
        """Something worth knowing. With `about` it holds until it is taken back, without, or `for_a_while`, a while.
        What is `of_desk` is said over whoever's dossier is on the screen."""
        self.informed.emit(sentence, about, offer, bool(about) and not for_a_while, of_desk)

    def take_back(self, about: str) -> None:
        """It is over: nothing more is said of it."""
        self.taken_back.emit(about)

    def succeed(self, sentence: str) -> None:
        """Something is done."""
        self.succeeded.emit(sentence)

    def offer(self, sentence: str, offer: Offer) -> None:
        """Something is done and can be taken back."""
        self.offered.emit(sentence, offer)

    def show_whose(self, key: str) -> None:
        """What is on the screen now; "" where it is nobody's. What was said over somebody else's goes: a message
        stays where the key begins with the one it was said under."""
        self.whose_changed.emit(key)

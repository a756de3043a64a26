"""What was done last and can be taken back, named: of the intake or dossier on the screen, the newest first."""

from __future__ import annotations

from collections.abc import Callable
from dataclasses import dataclass

from PySide6.QtCore import QObject

from ui.background.messages import UNDO, Messages, Offer

_MOST = 50  # acts


@dataclass(frozen=True)
class _Done:
    whose: str
    sentence: str
    take_back: Callable[[], None]


class Undo(QObject):
    """Ctrl+Z takes back the newest act on what is on the screen; acts on something else wait until that is shown."""

    def __init__(self, messages: Messages) -> None:
        super().__init__()
        self._messages = messages
        self._whose = ""
        self._done: list[_Done] = []
        self.typed_since = False
        """Whether something was typed after the newest act: then Ctrl+Z is the field's."""
        messages.whose_changed.connect(self._show_whose)

    def did(
        self, sentence: str, take_back: Callable[[], None], *, quietly: bool = False, whose: str | None = None
    ) -> None:
        """Something was done that `take_back` undoes; it is said with its undoing, unless it is seen anyway.

        `whose` it was, where not of what is on the screen; as of messages, the beginning of a key stands for all.
        """
        done = _Done(self._whose if whose is None else whose, sentence, take_back)
        self._done = [*self._done, done][-_MOST:]
        self.typed_since = False
        self._messages.take_back(UNDO)  # what an older message offers would take back this act
        if not quietly and self._is_seen(done):
            self._messages.offer(sentence, Offer(self.tr("Undo (Ctrl+Z)"), self.undo))
        elif not quietly:  # the clerk went elsewhere before it was done
            self._messages.succeed(sentence)

    @property
    def is_anything_seen(self) -> bool:
        """Whether there is an act on what is on the screen."""
        return any(self._is_seen(done) for done in self._done)

    def say_nothing_here(self) -> None:
        """The key was pressed where nothing was done: what it would take back elsewhere stays, and is said."""
        said = self.tr("There is nothing to undo on this screen.")
        if self._done and not self._whose:  # over somebody's dossier nothing is said of another's
            there = self.tr("Where it was done, Ctrl+Z takes this back: {what}")
            said = f"{said} {there.format(what=self._done[-1].sentence)}"
        self._messages.inform(said)

    def undo(self) -> bool:
        """Takes the newest act back; False where there is none of what is on the screen."""
        newest = next((done for done in reversed(self._done) if self._is_seen(done)), None)
        if newest is None:
            return False
        self._done.remove(newest)
        self._messages.take_back(UNDO)
        newest.take_back()
        self._messages.succeed(self.tr("Undone: {what}").format(what=newest.sentence))
        return True

    def forget(self) -> None:
        """What was done to what is on the screen was done to somebody else, and is not taken back any more."""
        self._done = [done for done in self._done if done.whose != self._whose]

    def _is_seen(self, done: _Done) -> bool:
        """Whether it was done to what is on the screen; an act on nobody's is seen only there."""
        return done.whose == self._whose or (bool(done.whose) and self._whose.startswith(f"{done.whose} "))

    def _show_whose(self, whose: str) -> None:
        self._whose = whose
        if self._done and not self._is_seen(self._done[-1]):
            self._messages.take_back(UNDO)  # its key is not for what is on the screen now

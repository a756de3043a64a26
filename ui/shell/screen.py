"""What the window asks of each of its screens; it knows no more of them."""

from __future__ import annotations

from typing import Protocol

from counter_app.dossier.identity import Card
from ui.background.changes import DossiersChanged


class Screen(Protocol):
    """A widget that fills the window beside the navigation. One that has no use for something does nothing about it."""

    def enter(self) -> None:
        """The clerk comes here: shows the newest, as it was left, ready to type."""
        ...

    def print_paper(self) -> None:
        """Prints what is on the screen, or shows first what would be printed (Ctrl+P)."""
        ...

    def take_card(self, card: Card) -> bool:
        """Takes an identity card that was read; False where the screen takes none: the person is shown on theirs."""
        ...

    def take_code(self, code: str) -> bool:
        """Shows the dossier whose paper was read; False where the screen shows none: it is opened on its own screen."""
        ...

    def take_change(self, change: DossiersChanged) -> None:
        """Dossiers changed: shows anew what shows them."""
        ...

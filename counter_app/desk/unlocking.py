"""What opens a desk's data before anything of it is open: somebody's password, no card."""

from __future__ import annotations

import re
from pathlib import Path

from counter_app.errors import CounterError
from counter_app.store.key_file import unlocked
from counter_app.store.keys import StoreKey

CARD_PREFIX = "QUAY1:"
"""So that no other card is taken for a clerk's."""
_CARD = re.compile(rf"\s*{CARD_PREFIX}[0-9A-F]{{32}}\s*", re.IGNORECASE)


class CardOpensNothing(CounterError):
    """A card says who somebody is; there is nothing in it that would open what is locked."""

    what = "A card does not open this desk's data: it takes a password."
    todo = "Type yours, or have a colleague open the data; afterwards the card signs you in."


def unlock(folder: Path, name: str, secret: str) -> StoreKey:
    """What opens the data in `folder`, by a password; no card does. Raises CardOpensNothing, CannotOpen, KeyMissing."""
    if is_card(secret):
        raise CardOpensNothing
    return unlocked(folder, name, secret)


def is_card(secret: str) -> bool:
    """Whether it is the whole code of a card."""
    return _CARD.fullmatch(secret) is not None

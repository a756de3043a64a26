"""Passwords of officials, kept as scrypt with a salt of their own."""

from __future__ import annotations

import base64
import hashlib
import hmac
import os
import unicodedata
from threading import BoundedSemaphore

from counter_app.errors import CounterError

SHORTEST = 12  # letters
LONGEST = 200
_COST, _BLOCK, _LANES = 15, 8, 3  # 32 MB and a quarter of a second, three times over; OWASP's advice for scrypt
_AT_ONCE = BoundedSemaphore(2)  # that memory is spent for so many at a time
_WAITING = BoundedSemaphore(8)  # and so many threads stand here: the others serve whoever is signed in
_AGAIN = 5  # seconds
_NOBODY = f"scrypt${_COST}${_BLOCK}${_LANES}${'A' * 24}${'A' * 43}="


class TooManyTries(CounterError):
    """An address or a name tries too often, or too many try at once."""

    what = "Too many tries to sign in."
    todo = "Wait {seconds} seconds, then try again."


def kept_of(password: str) -> str:
    """What is stored of a password. Raises TooManyTries."""
    salt = os.urandom(18)
    digest = _digest(password, salt, _COST, _BLOCK, _LANES)
    return f"scrypt${_COST}${_BLOCK}${_LANES}${_text(salt)}${_text(digest)}"


def is_password(password: str, kept: str | None) -> bool:
    """Whether it is the password; for None, which nothing is, it takes as long. Raises TooManyTries."""
    _, cost, block, lanes, salt, digest = (kept or _NOBODY).split("$")
    made = _digest(password, base64.b64decode(salt), int(cost), int(block), int(lanes))
    return hmac.compare_digest(made, base64.b64decode(digest)) and kept is not None


def _digest(password: str, salt: bytes, cost: int, block: int, lanes: int) -> bytes:
    # keyboards write Vietnamese letters composed or not
    typed = unicodedata.normalize("NFC", password).encode()
    if not _WAITING.acquire(blocking=False):
        raise TooManyTries(seconds=_AGAIN)
    try:
        with _AT_ONCE:
            return hashlib.scrypt(typed, salt=salt, n=1 << cost, r=block, p=lanes, maxmem=1 << 27, dklen=32)
    finally:
        _WAITING.release()


def _text(content: bytes) -> str:
    return base64.b64encode(content).decode()

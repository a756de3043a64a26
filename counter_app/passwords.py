"""Passwords and cards, kept as Argon2id (RFC 9106) with a salt of their own: of clerks at a desk, of officials at the
province. Those that officials chose before are kept as scrypt and still hold."""

from __future__ import annotations

import base64
import hashlib
import hmac
import os
import re
import unicodedata
from collections.abc import Iterator
from contextlib import contextmanager
from threading import BoundedSemaphore

from cryptography.hazmat.primitives.kdf.argon2 import Argon2id

from counter_app.errors import CounterError

SHORTEST = 12  # letters
LONGEST = 200
_MEMORY, _ROUNDS, _LANES = 46 * 1024, 2, 1  # KiB; 46 MiB and a fifth of a second; one round is OWASP's floor
_AT_ONCE = BoundedSemaphore(2)  # that memory is spent for so many at a time
_WAITING = BoundedSemaphore(8)  # and so many threads stand here: the others serve whoever is signed in
_AGAIN = 5  # seconds
_NOBODY = f"argon2id${_MEMORY}${_ROUNDS}${_LANES}${'A' * 24}${'A' * 43}="
_KEPT = re.compile(
    r"(?:argon2id\$[1-9][0-9]{1,4}\$[1-4]\$1|scrypt\$1[0-6]\$[1-9]\$[1-4])"
    r"\$[A-Za-z0-9+/]{24}\$[A-Za-z0-9+/]{43}="
)
"""What may be kept: an entry of another desk cannot ask for gigabytes."""


class TooManyTries(CounterError):
    """An address or a name tries too often, or too many try at once."""

    what = "Too many tries to sign in."
    todo = "Wait {seconds} seconds, then try again."


def kept_of(password: str) -> str:
    """What is stored of a password. Raises TooManyTries."""
    return _kept(password, os.urandom(18))


def kept_of_card(code: str, office: str) -> str:
    """What is stored of a card's code: the same for the same card at an office, so that a card alone says whose it is.

    The codes are random (`counter_app.desk.accounts`), so none is found by trying, whatever the salt.
    """
    return _kept(code, hashlib.sha256(f"card of {office}".encode()).digest()[:18])


def is_password(password: str, kept: str | None) -> bool:
    """Whether it is the password; for None, "" and what nobody keeps, which nothing is, it takes as long.

    Raises TooManyTries.
    """
    known = _KEPT.fullmatch(kept or "") is not None
    way, cost, block, lanes, salt, digest = (kept if kept and known else _NOBODY).split("$")
    digested = {"argon2id": _argon2id, "scrypt": _scrypt}[way]
    made = digested(_typed(password), base64.b64decode(salt), int(cost), int(block), int(lanes))
    return hmac.compare_digest(made, base64.b64decode(digest)) and known


def key_of(password: str, salt: bytes) -> bytes:
    """A 32-byte key that the password alone gives, to wrap what it is to open: with other costs it would not open."""
    return _argon2id(_typed(password), salt, _MEMORY, _ROUNDS, _LANES)


def _kept(password: str, salt: bytes) -> str:
    digest = _argon2id(_typed(password), salt, _MEMORY, _ROUNDS, _LANES)
    return f"argon2id${_MEMORY}${_ROUNDS}${_LANES}${_text(salt)}${_text(digest)}"


@contextmanager
def _in_turn() -> Iterator[None]:
    if not _WAITING.acquire(blocking=False):
        raise TooManyTries(seconds=_AGAIN)
    try:
        with _AT_ONCE:
            yield
    finally:
        _WAITING.release()


def _typed(password: str) -> bytes:
    # keyboards write Vietnamese letters composed or not
    return unicodedata.normalize("NFC", password).encode()


def _argon2id(typed: bytes, salt: bytes, memory: int, rounds: int, lanes: int) -> bytes:
    with _in_turn():
        return Argon2id(salt=salt, length=32, iterations=rounds, lanes=lanes, memory_cost=memory).derive(typed)


def _scrypt(typed: bytes, salt: bytes, cost: int, block: int, lanes: int) -> bytes:
    with _in_turn():
        return hashlib.scrypt(typed, salt=salt, n=1 << cost, r=block, p=lanes, maxmem=1 << 27, dklen=32)


def _text(content: bytes) -> str:
    return base64.b64encode(content).decode()

"""Secrets of desks and officials: how they are made, kept as hashes, compared, and turned into tokens that expire."""

from __future__ import annotations

import base64
import hashlib
import hmac
import secrets
import time
from collections.abc import Callable
from typing import NamedTuple

TOKEN_SECONDS = 12 * 3600  # longer than a working day: one sign-in in the morning
_CODE_LETTERS = "23456789ABCDEFGHJKLMNPQRSTUVWXYZ"  # none that can be taken for another
_NONE = "0" * 64


class Speaker(NamedTuple):
    """A desk that signed in; `generation` counts its enrolments."""

    desk: str
    generation: int


def new_credential() -> str:
    """256 random bits."""
    return secrets.token_urlsafe(32)


def new_code() -> str:
    """A one-time code a technician can read out and type: 100 random bits in groups of five letters."""
    return "-".join("".join(secrets.choice(_CODE_LETTERS) for _ in range(5)) for _ in range(4))


def hashed(secret: str) -> str:
    """What is kept of a secret. It is random and long: one round of SHA-256 is enough, and a salt would add nothing."""
    return hashlib.sha256(secret.encode()).hexdigest()


def matches(secret: str, kept: str | None) -> bool:
    """Whether it is the secret of that hash, in a time that tells nothing; nothing matches None."""
    return hmac.compare_digest(hashed(secret), kept or _NONE) and kept is not None


class Tokens:
    """Signs and reads bearer tokens. All processes with the same key understand each other's; nothing is stored."""

    def __init__(self, key: bytes, now: Callable[[], float] = time.time) -> None:
        self._key = key
        self._now = now

    def sign(self, speaker: Speaker) -> str:
        """A token for the desk, good for TOKEN_SECONDS."""
        text = f"{speaker.desk} {speaker.generation} {int(self._now()) + TOKEN_SECONDS}"
        return f"{base64.urlsafe_b64encode(text.encode()).decode()}.{self._seal(text)}"

    def read(self, token: str) -> Speaker | None:
        """Who the token was signed for; None where it is forged, broken or too old."""
        body, _, seal = token.partition(".")
        try:
            text = base64.urlsafe_b64decode(body.encode()).decode()
        except ValueError:
            return None
        if not hmac.compare_digest(self._seal(text).encode(), seal.encode()):
            return None
        desk, generation, until = text.split(" ")
        return Speaker(desk, int(generation)) if self._now() < int(until) else None

    def _seal(self, text: str) -> str:
        return hmac.new(self._key, text.encode(), hashlib.sha256).hexdigest()

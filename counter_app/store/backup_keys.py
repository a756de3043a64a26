"""What opens a backup: a passphrase, or the recovery key that lies printed in the office's safe.

Each wraps the store's secret (AES-256-GCM) by a key drawn from it (scrypt, RFC 7914). The wrappings are kept in the
store, so that backups are made by themselves while nobody is there to type anything.
"""

from __future__ import annotations

import base64
import re
import secrets
from collections.abc import Sequence
from enum import StrEnum
from typing import Any, Self

from cryptography.exceptions import InvalidTag
from cryptography.hazmat.primitives.ciphers.aead import AESGCM
from cryptography.hazmat.primitives.kdf.scrypt import Scrypt
from pydantic import Field, TypeAdapter, ValidationError
from sqlite_utils import Database

from counter_app.dossier.value import Value
from counter_app.errors import CounterError
from counter_app.store.database import transaction

_COST = 2**16
_SHORTEST, _FEWEST = 12, 6  # characters, and different ones among them
_RECOVERY = 20  # bytes; 160 bits, in eight groups of four letters
_GROUP = 4
_NAME = "backup keys"
_LOOKALIKES = str.maketrans({"0": "O", "1": "I", "8": "B"})


class PassphraseTooWeak(CounterError):
    """A passphrase that a program guesses in a night."""

    what = "This passphrase is too easy to guess."
    todo = "Take at least 12 characters, best of all four words that do not belong together."


class NoBackupKey(CounterError):
    """Neither a passphrase nor a recovery key was set for this desk's backups."""

    what = "No backup can be made yet: neither a passphrase nor a recovery key was set for this desk."
    todo = "Have the administrator print the recovery key (‘counter recovery-key’) and put it into the safe."


class NotTheKey(CounterError):
    """The words open none of the wrappings."""

    what = "This is not the passphrase or recovery key of the backup."
    todo = "Type it once more; of a printed key the letters alone count, not spaces, hyphens or capitals."


class KeyKind(StrEnum):
    """What a wrapping is opened by."""

    PASSPHRASE = "passphrase"
    RECOVERY = "recovery"


class Wrapping(Value):
    """The store's secret, wrapped; all bytes in hexadecimal."""

    kind: KeyKind
    salt: str = Field(pattern=r"^[0-9a-f]{32}$")
    nonce: str = Field(pattern=r"^[0-9a-f]{24}$")
    secret: str = Field(pattern=r"^[0-9a-f]{96}$")

    @classmethod
    def of(cls, secret: bytes, words: str, kind: KeyKind) -> Self:
        """Wraps the secret by the words."""
        salt, nonce = secrets.token_bytes(16), secrets.token_bytes(12)
        sealed = AESGCM(_drawn(words, salt)).encrypt(nonce, secret, None)
        return cls(kind=kind, salt=salt.hex(), nonce=nonce.hex(), secret=sealed.hex())

    def opened(self, words: str) -> bytes | None:
        """The secret; None where these are not the words."""
        meant = recovery_letters(words) if self.kind is KeyKind.RECOVERY else words
        try:
            key = AESGCM(_drawn(meant, bytes.fromhex(self.salt)))
            return key.decrypt(bytes.fromhex(self.nonce), bytes.fromhex(self.secret), None)
        except InvalidTag:
            return None


_WRAPPINGS = TypeAdapter(tuple[Wrapping, ...])


class BackupKeys:
    """The wrappings of a store's secret."""

    def __init__(self, db: Database, secret: bytes) -> None:
        self._db = db
        self._secret = secret

    def all(self) -> tuple[Wrapping, ...]:
        """Those there are; none on a desk that was just set up."""
        found = self._db.execute("SELECT value FROM identity WHERE name = ?", [_NAME]).fetchone()
        return _WRAPPINGS.validate_json(found[0]) if found else ()

    def has(self, kind: KeyKind) -> bool:
        """Whether one of that kind was set."""
        return any(item.kind is kind for item in self.all())

    def set_passphrase(self, words: str) -> None:
        """From now on backups open by this passphrase too. Raises PassphraseTooWeak."""
        refuse_weak(words)
        if any(item.opened(words) for item in self.all() if item.kind is KeyKind.PASSPHRASE):
            return
        self._put(Wrapping.of(self._secret, words, KeyKind.PASSPHRASE))

    def set_recovery_key(self, key: str, typed: str) -> None:
        """Sets a new recovery key once it was typed or scanned back from the paper. Raises NotTheKey."""
        wrapped = Wrapping.of(self._secret, recovery_letters(key), KeyKind.RECOVERY)
        if wrapped.opened(typed) != self._secret:
            raise NotTheKey
        self._put(wrapped)

    def _put(self, wrapping: Wrapping) -> None:
        kept = [item for item in self.all() if item.kind is not wrapping.kind]
        text = _WRAPPINGS.dump_json((*kept, wrapping)).decode()
        with transaction(self._db):
            self._db.execute("INSERT OR REPLACE INTO identity VALUES (?, ?)", [_NAME, text])


def new_recovery_key() -> str:
    """A key as it is printed: 160 random bits in groups of four letters and digits."""
    letters = base64.b32encode(secrets.token_bytes(_RECOVERY)).decode()
    return "-".join(letters[start : start + _GROUP] for start in range(0, len(letters), _GROUP))


def recovery_letters(typed: str) -> str:
    """What counts of a key that was typed: capitals or not, with what looks alike taken for what it was."""
    return re.sub(r"[^A-Z2-7]", "", typed.upper().translate(_LOOKALIKES))


def refuse_weak(words: str) -> None:
    """Raises PassphraseTooWeak."""
    if len(words.strip()) < _SHORTEST or len(set(words.casefold())) < _FEWEST:
        raise PassphraseTooWeak


def unwrapped(wrappings: Sequence[Wrapping], words: str) -> bytes:
    """The secret, by whichever of them the words open. Raises NotTheKey."""
    for wrapping in wrappings:
        if secret := wrapping.opened(words):
            return secret
    raise NotTheKey


def read_wrappings(head: Any) -> tuple[Wrapping, ...]:
    """Those in a backup's head; one of before had a single passphrase. Raises ValueError."""
    if "keys" in head:
        return _WRAPPINGS.validate_python(head["keys"], strict=False)
    try:
        return (Wrapping(kind=KeyKind.PASSPHRASE, salt=head["salt"], nonce=head["nonce"], secret=head["secret"]),)
    except (KeyError, ValidationError) as fault:
        raise ValueError("head") from fault


def _drawn(words: str, salt: bytes) -> bytes:
    return Scrypt(salt=salt, length=32, n=_COST, r=8, p=1).derive(words.encode())

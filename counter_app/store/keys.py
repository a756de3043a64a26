"""The key of a store: in the system's keyring, or, where there is none, in a file only its user can read.

The keyring library is loaded only when it is asked: a desk with its key in a file starts faster.
"""

from __future__ import annotations

import secrets
from dataclasses import dataclass
from enum import StrEnum
from pathlib import Path

from cryptography.hazmat.primitives.hashes import SHA256
from cryptography.hazmat.primitives.kdf.hkdf import HKDF

from counter_app.durable import write_durably
from counter_app.errors import CounterError, ExitStatus

_SERVICE = "counter"
_KEY_FILE = "store.key"
_ID_FILE = "store.id"


class KeyMissing(CounterError):
    """The store is there but its key is not."""

    what = "The key of this desk's data was not found."
    todo = "Sign in with the account that set the desk up, or have the technician restore a backup."
    exit_status = ExitStatus.STORE


class KeyPlace(StrEnum):
    """Where the key lies."""

    KEYRING = "keyring"
    FILE = "file"


@dataclass(frozen=True)
class StoreKey:
    """The 32-byte secret of a store; what encrypts is derived from it, one key a purpose."""

    secret: bytes
    place: KeyPlace

    def __repr__(self) -> str:
        return f"StoreKey({self.place})"

    def derived(self, purpose: str) -> bytes:
        """A 32-byte key for one purpose (HKDF-SHA-256, RFC 5869)."""
        return HKDF(algorithm=SHA256(), length=32, salt=None, info=purpose.encode()).derive(self.secret)


def has_key(folder: Path) -> bool:
    """Whether a key was kept for the store in `folder`, be the store there yet or not."""
    return (folder / _KEY_FILE).exists() or (folder / _ID_FILE).exists()


def find_key(folder: Path) -> StoreKey:
    """The key of the store in `folder`.

    Raises KeyMissing.
    """
    key_file = folder / _KEY_FILE
    if key_file.exists():
        return StoreKey(_secret(key_file.read_text(encoding="ascii", errors="replace")), KeyPlace.FILE)
    import keyring
    from keyring.errors import KeyringError

    id_file = folder / _ID_FILE
    try:
        kept = (
            keyring.get_password(_SERVICE, id_file.read_text(encoding="ascii", errors="replace"))
            if id_file.exists()
            else None
        )
    except KeyringError as fault:
        raise KeyMissing(type(fault).__name__) from fault
    if kept is None:
        raise KeyMissing("neither keyring nor file")
    return StoreKey(_secret(kept), KeyPlace.KEYRING)


def keep_key(folder: Path, secret: bytes | None = None) -> StoreKey:
    """Makes (or takes) the secret of the store in `folder` and keeps it in the best place this system has."""
    secret = secret or secrets.token_bytes(32)
    store_id = secrets.token_hex(8)
    if _keep_in_keyring(store_id, secret.hex()):
        write_durably(folder / _ID_FILE, store_id.encode())
        (folder / _KEY_FILE).unlink(missing_ok=True)  # of a store that was never finished
        return StoreKey(secret, KeyPlace.KEYRING)
    write_durably(folder / _KEY_FILE, secret.hex().encode())
    return StoreKey(secret, KeyPlace.FILE)


def _keep_in_keyring(store_id: str, text: str) -> bool:
    import keyring
    from keyring.errors import KeyringError

    try:
        keyring.set_password(_SERVICE, store_id, text)
        return keyring.get_password(_SERVICE, store_id) == text
    except KeyringError:
        return False  # no keyring on this system: the caller keeps the key in a file


def _secret(text: str) -> bytes:
    try:
        secret = bytes.fromhex(text.strip())
    except ValueError as fault:
        raise KeyMissing("unreadable") from fault
    if len(secret) != 32:
        raise KeyMissing("length")
    return secret

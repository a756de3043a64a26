"""The key of a store: in the system's keyring, or, where there is none, wrapped by the passwords of those who work here
(`counter_app.store.key_file`). Plain in a file only where nobody has a password yet, or by the desk's own choice.

While the key is renewed two secrets are kept in its place, that of before and the next (`counter_app.store.renewal`).
The keyring library is loaded only when it is asked: a desk with its key in a file starts faster.
"""

from __future__ import annotations

import secrets
from collections.abc import Sequence
from dataclasses import dataclass
from enum import StrEnum
from pathlib import Path

from cryptography.hazmat.primitives.hashes import SHA256
from cryptography.hazmat.primitives.kdf.hkdf import HKDF

from counter_app.durable import sync_folder, write_durably
from counter_app.errors import CounterError, ExitStatus

WRAPPED_FILE = "store.wrapped"
_SERVICE = "counter"
_PLAIN_FILE = "store.key"
_ID_FILE = "store.id"
_SECRET = 32  # bytes


class KeyMissing(CounterError):
    """The store is there but its key is not."""

    what = "The key of this desk's data was not found."
    todo = "Sign in with the account that set the desk up, or have the technician restore a backup."
    exit_status = ExitStatus.STORE


class KeyWrapped(CounterError):
    """The key is there, wrapped, and nobody has typed what opens it."""

    what = "This desk's data is locked: it opens with the password of somebody who works here."
    todo = "Name yourself with --clerk, or set COUNTER_BACKUP_PASSPHRASE to the passphrase or recovery key."
    exit_status = ExitStatus.STORE


class KeyPlace(StrEnum):
    """Where the key lies."""

    KEYRING = "keyring"
    WRAPPED = "wrapped"
    PLAIN = "plain"


@dataclass(frozen=True)
class StoreKey:
    """The 32-byte secret of a store; what encrypts is derived from it, one key a purpose.

    `other` is the second one that is kept while the key is renewed: the next, or the one of before, once the database
    opens with the next.
    """

    secret: bytes
    other: bytes | None = None

    def __repr__(self) -> str:
        return "StoreKey()"

    @property
    def secrets(self) -> bytes:
        """All that is kept of it."""
        return self.secret + (self.other or b"")

    def derived(self, purpose: str) -> bytes:
        """A 32-byte key for one purpose (HKDF-SHA-256, RFC 5869)."""
        return HKDF(algorithm=SHA256(), length=32, salt=None, info=purpose.encode()).derive(self.secret)

    def former(self, purpose: str) -> bytes | None:
        """The same of the key of before; None where the key is not being renewed."""
        return StoreKey(self.other).derived(purpose) if self.other else None


def has_key(folder: Path) -> bool:
    """Whether a key was kept for the store in `folder`, be the store there yet or not."""
    return any((folder / name).exists() for name in (_PLAIN_FILE, WRAPPED_FILE, _ID_FILE))


def place_of(folder: Path) -> KeyPlace:
    """Where the key of the store in `folder` lies. Where a kill left it in two places it is the one without words."""
    if (folder / _PLAIN_FILE).exists():
        return KeyPlace.PLAIN
    return KeyPlace.WRAPPED if (folder / WRAPPED_FILE).exists() else KeyPlace.KEYRING


def find_key(folder: Path) -> StoreKey:
    """The key of the store in `folder`.

    Raises KeyMissing, KeyWrapped.
    """
    match place_of(folder):
        case KeyPlace.PLAIN:
            return _of_text((folder / _PLAIN_FILE).read_text(encoding="ascii", errors="replace"))
        case KeyPlace.WRAPPED:
            raise KeyWrapped()
    import keyring
    from keyring.errors import KeyringError

    try:
        kept = keyring.get_password(_SERVICE, store_id) if (store_id := _store_id(folder)) else None
    except KeyringError as fault:
        raise KeyMissing(type(fault).__name__) from fault
    if kept is None:
        raise KeyMissing("neither keyring nor file")
    return _of_text(kept)


def keep_key(folder: Path) -> StoreKey:
    """Makes the secret of a new store in `folder` and keeps it: in a plain file where there is no keyring, for nobody
    has a password yet."""
    key = new_key()
    if keep_in_keyring(folder, key):
        (folder / _PLAIN_FILE).unlink(missing_ok=True)  # of a store that was never finished
    else:
        keep_plain(folder, key)
    return key


def new_key() -> StoreKey:
    """A secret that nothing was encrypted with yet."""
    return StoreKey(secrets.token_bytes(_SECRET))


def keep_plain(folder: Path, key: StoreKey) -> None:
    """Keeps it in a file that only its user can read, and so whoever has the disk."""
    parts = (part.hex() for part in (key.secret, key.other) if part)
    write_durably(folder / _PLAIN_FILE, "\n".join(parts).encode())


def keep_in_keyring(folder: Path, key: StoreKey) -> bool:
    """Keeps it in the keyring, in the place of what was kept there; False where the system has none."""
    import keyring
    from keyring.errors import KeyringError

    before, store_id, text = _store_id(folder), secrets.token_hex(8), key.secrets.hex()
    try:
        keyring.set_password(_SERVICE, store_id, text)
        if keyring.get_password(_SERVICE, store_id) != text:
            return False
        write_durably(folder / _ID_FILE, store_id.encode())  # from here on this one counts
        if before:
            keyring.delete_password(_SERVICE, before)
    except KeyringError:
        return _store_id(folder) == store_id  # that the one of before cannot be deleted hinders nothing
    return True


def take_away(folder: Path, place: KeyPlace) -> None:
    """Deletes what lies in one of the places, the key being kept in another."""
    name = {KeyPlace.PLAIN: _PLAIN_FILE, KeyPlace.WRAPPED: WRAPPED_FILE, KeyPlace.KEYRING: _ID_FILE}[place]
    if (folder / name).exists():
        (folder / name).unlink()
        sync_folder(folder)


def key_of_secrets(kept: bytes) -> StoreKey:
    """The key that was kept as one secret or two. Raises KeyMissing."""
    parts: Sequence[bytes] = [kept[start : start + _SECRET] for start in range(0, len(kept), _SECRET)]
    if not 1 <= len(parts) <= 2 or any(len(part) != _SECRET for part in parts):
        raise KeyMissing("length")
    return StoreKey(*parts)


def _store_id(folder: Path) -> str:
    place = folder / _ID_FILE
    return place.read_text(encoding="ascii", errors="replace") if place.exists() else ""


def _of_text(text: str) -> StoreKey:
    try:
        return key_of_secrets(bytes.fromhex(text))  # white space between two counts for nothing
    except ValueError as fault:
        raise KeyMissing("unreadable") from fault

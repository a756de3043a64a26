"""What opens a backup: a passphrase, or the recovery key that lies printed in the office's safe.

Each wraps the store's secret (`counter_app.store.wrapping`). The wrappings are kept in the store, so that backups are
made by themselves while nobody is there to type anything; they open a store whose key is locked, too.
"""

from __future__ import annotations

import base64
import secrets
from collections.abc import Callable, Iterable, Sequence
from typing import Any

from pydantic import TypeAdapter, ValidationError
from sqlite_utils import Database

from counter_app.errors import CounterError, ExitStatus
from counter_app.store.database import once_committed, transaction
from counter_app.store.wrapping import KeyKind, SealingKey, Wrapping, recovery_letters

_SHORTEST, _FEWEST = 12, 6  # characters, and different ones among them
_RECOVERY = 20  # bytes; 160 bits, in eight groups of four letters
_GROUP = 4
_NAME = "backup keys"


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


_WRAPPINGS = TypeAdapter(tuple[Wrapping, ...])


class BackupKeyOld(CounterError):
    """A wrapping of before, which nobody can seal anew without its words."""

    what = "The recovery key or passphrase of the backups was set by an older program and would not open a new key."
    todo = "Print a new recovery key (‘counter recovery-key’) or set the passphrase again with a backup, then renew."
    exit_status = ExitStatus.NOT_DONE


class BackupKeys:
    """The wrappings of a store's secret."""

    def __init__(self, db: Database, secret: bytes, changed: Callable[[], None] = lambda: None) -> None:
        self._db = db
        self._secret = secret
        self._changed = changed  # told when others are in force

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
        if any(item.public and item.opened(words) for item in self.all() if item.kind is KeyKind.PASSPHRASE):
            return
        self._put(SealingKey.of(KeyKind.PASSPHRASE, words).sealed(self._secret))

    def set_recovery_key(self, key: str, typed: str) -> None:
        """Sets a new recovery key once it was typed or scanned back from the paper. Raises NotTheKey."""
        wrapped = SealingKey.of(KeyKind.RECOVERY, recovery_letters(key)).sealed(self._secret)
        if wrapped.opened(typed) != self._secret:
            raise NotTheKey
        self._put(wrapped)

    def sealing_keys(self) -> tuple[SealingKey, ...]:
        """What seals another secret for the same words. Raises BackupKeyOld."""
        found = [item.sealing_key for item in self.all()]
        keys = tuple(key for key in found if key)
        if len(keys) < len(found):
            raise BackupKeyOld
        return keys

    def seal_anew(self) -> None:
        """The store has another secret now: the same words open it. Raises BackupKeyOld."""
        self._keep(key.sealed(self._secret) for key in self.sealing_keys())

    def _put(self, wrapping: Wrapping) -> None:
        self._keep((*(item for item in self.all() if item.kind is not wrapping.kind), wrapping))

    def _keep(self, wrappings: Iterable[Wrapping]) -> None:
        text = _WRAPPINGS.dump_json(tuple(wrappings)).decode()
        with transaction(self._db):
            self._db.execute("INSERT OR REPLACE INTO identity VALUES (?, ?)", [_NAME, text])
            once_committed(self._db, self._changed)


def new_recovery_key() -> str:
    """A key as it is printed: 160 random bits in groups of four letters and digits."""
    letters = base64.b32encode(secrets.token_bytes(_RECOVERY)).decode()
    return "-".join(letters[start : start + _GROUP] for start in range(0, len(letters), _GROUP))


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
    if not isinstance(head, dict):
        raise ValueError("head")
    if "keys" in head:
        return _WRAPPINGS.validate_python(head["keys"], strict=False)
    try:
        return (Wrapping(kind=KeyKind.PASSPHRASE, salt=head["salt"], nonce=head["nonce"], secret=head["secret"]),)
    except (KeyError, ValidationError) as fault:
        raise ValueError("head") from fault

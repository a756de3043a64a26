"""The key of a store, wrapped by the passwords of those who work at the desk and by the keys of its backups: a small
file beside the database, which is replaced whole or not at all.

It names those who can open the store, for the sign-in comes before the store is open; it tells neither what they may do
nor when they were here. Each wrapping is authenticated with the account it is of: none opens under another's name. An
older copy of the file put in its place opens to a password of before, but lets nobody sign in with it.
"""

from __future__ import annotations

import hashlib
from collections.abc import Iterable
from pathlib import Path

from pydantic import ValidationError

from counter_app.dossier.plain import plain
from counter_app.dossier.value import Value
from counter_app.durable import write_durably
from counter_app.errors import CounterError
from counter_app.store.keys import WRAPPED_FILE, KeyMissing, StoreKey, key_of_secrets
from counter_app.store.wrapping import KeyKind, SealingKey, Wrapping


class CannotOpen(CounterError):
    """The name or password is wrong, or the account cannot open this desk's data yet."""

    what = "The name or the password is wrong: this desk's data stays locked."
    todo = "Try again. A password changed at another desk counts here once the data was opened with the one before."


class Holder(Value):
    """Who opens the store: an account by its password, or, without one, who has a key of the backups.

    `of` says which password it is, by a hash of what the account's entry keeps of it.
    """

    account: str = ""
    name: str = ""
    of: str = ""
    wrapping: Wrapping

    @classmethod
    def sealed(cls, key: StoreKey, by: SealingKey, account: str = "", name: str = "", of: str = "") -> Holder:
        """Somebody who opens `key` by the words of `by`."""
        return cls(account=account, name=name, of=of, wrapping=by.sealed(key.secrets, _bound(account, name)))

    def opened(self, words: str) -> StoreKey | None:
        """The key; None where these are not the words. Raises KeyMissing."""
        kept = self.wrapping.opened(words, _bound(self.account, self.name))
        return key_of_secrets(kept) if kept else None

    def sealed_anew(self, key: StoreKey) -> Holder:
        """The same for another key; as it was where only the words can seal it."""
        by = self.wrapping.sealing_key
        return Holder.sealed(key, by, self.account, self.name, self.of) if by else self


class _Written(Value):
    """The file."""

    version: int = 1
    holders: tuple[Holder, ...]


def password_mark(kept: str) -> str:
    """What a holder knows a password by; `kept` is what the account's entry keeps of it."""
    return hashlib.sha256(kept.encode()).hexdigest()[:32]


def holders(folder: Path) -> tuple[Holder, ...]:
    """Who opens the store in `folder`. Raises KeyMissing."""
    try:
        return _Written.model_validate_json((folder / WRAPPED_FILE).read_bytes()).holders
    except FileNotFoundError:
        return ()
    except (OSError, ValidationError) as fault:
        raise KeyMissing("unreadable") from fault


def write_holders(folder: Path, found: Iterable[Holder]) -> None:
    """From now on these open it."""
    write_durably(folder / WRAPPED_FILE, _Written(holders=tuple(found)).model_dump_json().encode())


def names(folder: Path) -> list[str]:
    """Whose password opens the store, each name once. Raises KeyMissing."""
    return sorted({holder.name for holder in holders(folder) if holder.account}, key=plain)


def unlocked(folder: Path, name: str, password: str) -> StoreKey:
    """The key, by the password of somebody who works here. Raises CannotOpen, KeyMissing."""
    wanted = plain(" ".join(name.split()))
    known = [holder for holder in holders(folder) if holder.account and plain(holder.name) == wanted]
    if not known:
        SealingKey.of(KeyKind.PASSWORD, password)  # an unknown name is told as late as a wrong password
    for holder in known:
        if key := holder.opened(password):
            return key
    raise CannotOpen


def unlocked_by_words(folder: Path, words: str) -> StoreKey:
    """The key, by the passphrase or recovery key of the backups. Raises NotTheKey, KeyMissing."""
    from counter_app.store.backup_keys import NotTheKey  # what is a database is loaded while a password is typed

    for holder in holders(folder):
        if not holder.account and (key := holder.opened(words)):
            return key
    raise NotTheKey


def _bound(account: str, name: str) -> str:
    return f"{account}\n{name}" if account else ""

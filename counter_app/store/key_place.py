"""Where a desk wants its key kept and who opens it there: brought about at each opening and with each change.

What is wanted stands in the store, who has a password in its journal; the files follow. So a kill between the two
leaves a store that opens, and the next opening puts the files right.
"""

from __future__ import annotations

import logging
from collections.abc import Iterable, Iterator
from enum import StrEnum
from pathlib import Path
from typing import TYPE_CHECKING

from counter_app.dossier.accounts import Account
from counter_app.store.key_file import Holder, holders, password_mark, write_holders
from counter_app.store.keys import KeyPlace, StoreKey, keep_in_keyring, keep_plain, place_of, take_away
from counter_app.store.wrapping import KeyKind, SealingKey, Wrapping

if TYPE_CHECKING:
    from counter_app.store.store import Store

_log = logging.getLogger(__name__)
_CHOICE = "key place"


class Choice(StrEnum):
    """What a desk without a keyring wants: plain by its own choice, or wrapped. Desks of before chose nothing."""

    NONE = ""
    WRAPPED = "wrapped"
    PLAIN = "plain"


def choice(store: Store) -> Choice:
    """What the desk wants."""
    return Choice(store.recognition.note(_CHOICE))


def choose(store: Store, wanted: Choice) -> None:
    """From now on the desk wants it so; `settle` brings it about."""
    store.recognition.keep_note(_CHOICE, wanted)


def settle(store: Store) -> None:
    """Keeps the key where the desk wants it, for those who may open it now. Does nothing where all is so."""
    place, wanted = place_of(store.folder), choice(store)
    if place is KeyPlace.KEYRING or (place is KeyPlace.PLAIN and wanted is Choice.NONE):
        return
    known = holders(store.folder)
    if wanted is Choice.PLAIN:
        if known:
            keep_plain(store.folder, store.key)
            take_away(store.folder, KeyPlace.WRAPPED)
        return
    found = (*_by_password(store, known), *_by_backup_key(store, known))
    if place is KeyPlace.PLAIN and not any(holder.account for holder in found):
        return  # nobody has a password yet
    if found and found != known:
        write_holders(store.folder, found)
    if place is KeyPlace.PLAIN:
        take_away(store.folder, KeyPlace.PLAIN)


def let_in(store: Store, account: Account, password: str) -> None:
    """Whoever just signed in opens the store from now on, also where the password was set before it could."""
    if not _is_wrapped(store):
        return
    known, mark = holders(store.folder), password_mark(account.password)
    if not account.opens and not any(holder.account == account.code and holder.of == mark for holder in known):
        by = SealingKey.of(KeyKind.PASSWORD, password)
        write_holders(store.folder, (*known, Holder.sealed(store.key, by, account.code, account.name, mark)))
    settle(store)


def let_in_soon(store: Store, account: Account, kept: str, opens: str) -> None:
    """Before another password is in force it opens the store beside the one of before: a power cut between the two
    leaves nobody outside. `settle` takes the one of before away."""
    by = SealingKey.read(opens)
    if by and _is_wrapped(store):
        new = Holder.sealed(store.key, by, account.code, account.name, password_mark(kept))
        write_holders(store.folder, (*holders(store.folder), new))


def keep_restored(folder: Path, key: StoreKey, wrappings: Iterable[Wrapping]) -> None:
    """Keeps the key of a store that comes from a backup: the keys of the backup open it until somebody signs in."""
    if keep_in_keyring(folder, key):
        take_away(folder, KeyPlace.WRAPPED)
    else:
        write_holders(folder, (Holder(wrapping=wrapping) for wrapping in wrappings))
        take_away(folder, KeyPlace.KEYRING)
    take_away(folder, KeyPlace.PLAIN)


def put_key(folder: Path, key: StoreKey) -> None:
    """Keeps another key where one was kept, for the same people."""
    match place_of(folder):
        case KeyPlace.KEYRING:
            keep_in_keyring(folder, key)
        case KeyPlace.PLAIN:
            keep_plain(folder, key)
        case KeyPlace.WRAPPED:
            write_holders(folder, [holder.sealed_anew(key) for holder in holders(folder)])


def _is_wrapped(store: Store) -> bool:
    """Whether the key is, or is to be, wrapped."""
    place = place_of(store.folder)
    return place is KeyPlace.WRAPPED or (place is KeyPlace.PLAIN and choice(store) is Choice.WRAPPED)


def _by_password(store: Store, known: tuple[Holder, ...]) -> list[Holder]:
    """Those of the accounts that are open. A password of before opens as long as it is all there is."""
    current: list[Holder] = []
    of_before: list[Holder] = []
    for account in store.journal.accounts():
        if not (account.is_open and account.password):
            continue
        mine, mark = [holder for holder in known if holder.account == account.code], password_mark(account.password)
        found = next((holder for holder in mine if holder.of == mark), None) or _sealed(store, account, mark)
        if found is not None:
            current.append(found)
        else:
            of_before += mine
    return current or of_before


def _sealed(store: Store, account: Account, mark: str) -> Holder | None:
    by = SealingKey.read(account.opens)
    try:
        return Holder.sealed(store.key, by, account.code, account.name, mark) if by else None
    except ValueError:  # a public key that nobody's password gives
        _log.warning("no key of an account: its public half is none")
        return None


def _by_backup_key(store: Store, known: tuple[Holder, ...]) -> Iterator[Holder]:
    for wrapping in store.backup_keys.all():
        same = (holder for holder in known if not holder.account and holder.wrapping.salt == wrapping.salt)
        by = wrapping.sealing_key
        yield next(same, None) or (Holder.sealed(store.key, by) if by else Holder(wrapping=wrapping))

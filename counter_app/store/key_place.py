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
from counter_app.store.faults import store_error
from counter_app.store.key_file import Holder, holders, password_mark, write_holders
from counter_app.store.keys import (
    WRAPPED_FILE,
    KeyMissing,
    KeyPlace,
    StoreKey,
    has_key,
    keep_in_keyring,
    keep_plain,
    place_of,
    take_away,
)
from counter_app.store.wrapping import KeyKind, SealingKey, Wrapping

if TYPE_CHECKING:
    from counter_app.store.store import Store

_log = logging.getLogger(__name__)
RENEWING = "key renewal of files"
"""The note in a store while files of its have the key of before, so that both are kept."""
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


def begin_to_wrap(store: Store) -> None:
    """A new desk wants its key wrapped, and one that was restored, unless it chose otherwise before."""
    new = not store.entries.last_sequence()
    if choice(store) is Choice.NONE and (new or place_of(store.folder) is KeyPlace.WRAPPED):
        choose(store, Choice.WRAPPED)


def settle(store: Store) -> None:
    """Keeps the key where the desk wants it, for those who may open it now. Does nothing where all is so.

    A disk that fails now is logged: what was committed before stands, and the next opening does it.
    """
    try:
        _settle(store)
    except OSError as fault:
        _log.error("key not kept as it should be: %s", type(fault).__name__)


def _settle(store: Store) -> None:
    if not has_key(store.folder):  # somebody took it away while the store is open
        keep_plain(store.folder, _kept(store))
    place, wanted = place_of(store.folder), choice(store)
    if place is KeyPlace.KEYRING or (place is KeyPlace.PLAIN and wanted is Choice.NONE):
        return
    if wanted is Choice.PLAIN:
        if (store.folder / WRAPPED_FILE).exists():
            keep_plain(store.folder, _kept(store))
            take_away(store.folder, KeyPlace.WRAPPED)
        return
    known = known_holders(store.folder)
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
    known, mark = known_holders(store.folder), password_mark(account.password)
    if not account.opens and not any(holder.account == account.code and holder.of == mark for holder in known):
        let_in_soon(store, account, account.password, SealingKey.of(KeyKind.PASSWORD, password).written())
    settle(store)


def let_in_soon(store: Store, account: Account, kept: str, opens: str) -> None:
    """Before another password is in force it opens the store beside the one of before: a power cut between the two
    leaves nobody outside. `settle` takes the one of before away. Raises StoreFault."""
    by = SealingKey.read(opens)
    if by and _is_wrapped(store):
        new = Holder.sealed(_kept(store), by, account.code, account.name, password_mark(kept))
        try:
            write_holders(store.folder, (*known_holders(store.folder), new))
        except OSError as fault:
            raise store_error(fault, store.folder, opened=True) from fault


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


def known_holders(folder: Path) -> tuple[Holder, ...]:
    """Who opens the store until now; nobody where the file was damaged while the store is open: it is made anew."""
    try:
        return holders(folder)
    except KeyMissing:
        _log.error("the file of the locked key is damaged")
        return ()


def _kept(store: Store) -> StoreKey:
    """What is kept of the key: the one of before, too, as long as files have it."""
    return store.key if store.recognition.note(RENEWING) else StoreKey(store.key.secret)


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
        return Holder.sealed(_kept(store), by, account.code, account.name, mark) if by else None
    except ValueError:  # a public key that nobody's password gives
        _log.warning("no key of an account: its public half is none")
        return None


def _by_backup_key(store: Store, known: tuple[Holder, ...]) -> Iterator[Holder]:
    for wrapping in store.backup_keys.all():
        same = (holder for holder in known if not holder.account and holder.wrapping.salt == wrapping.salt)
        by = wrapping.sealing_key
        yield next(same, None) or (Holder.sealed(_kept(store), by) if by else Holder(wrapping=wrapping))

"""A store gets another key: its database, its files, what it has drawn, what wraps the key and its place.

First both secrets are kept where one was, then the database is encrypted anew (SQLCipher's rekey, one transaction),
then, one by one, the files. The database opens with the one or the other, and which it is says how far it came: a kill
before its commit leaves the key of before in force, one after it is gone on with, whoever opens the store next.

Backups made before stay as they are: the old secret opens them, and what wraps it in each of them.
"""

from __future__ import annotations

import hashlib
import json
import secrets
import shutil
from collections.abc import Callable
from dataclasses import replace
from datetime import datetime
from pathlib import Path
from typing import TYPE_CHECKING

from counter_app.dossier.payloads.accounts import KeyChange, StoreKeyChanged
from counter_app.dossier.roles import Clerk
from counter_app.errors import CounterError, ExitStatus
from counter_app.store.database import StoreDatabase, connect
from counter_app.store.faults import WrongKey
from counter_app.store.key_place import RENEWING, put_key
from counter_app.store.keys import StoreKey, new_key
from counter_app.store.streams import ACCOUNTS
from counter_app.store.updates import forget_copies

if TYPE_CHECKING:
    from counter_app.store.store import Store

POOL, RENEWED = "pool", "key renewed"
"""Notes: what the folder of the files among the backups is called since the last renewal, and when that was."""
_BY = "key renewal by"
_SPARE = 1 << 26  # bytes of the disk that are left free


class NoRoomToRenew(CounterError):
    """The database is written twice while its key is changed."""

    what = "There is no room to change the key: {needed} MB are needed, {free} MB are free."
    todo = "Free some disk space, then do it again; nothing was changed."
    exit_status = ExitStatus.DISK


def begin(store: Store, by: Clerk, at: datetime) -> StoreKey:
    """Encrypts the database with another key, and closes the store; what opens it again, and goes on.

    No other thread has the store open. Raises BackupKeyOld, NoRoomToRenew, and StoreHeld where another connection has
    the database; then nothing is changed.
    """
    try:
        finish(store)  # one that was begun before
        store.backup_keys.sealing_keys()  # that the same words open the new one
        _refuse_without_room(store)
        new = new_key()
        note = {"clerk": by.name, "account": by.account, "at": at.isoformat(), "new": _mark(new)}
        store.recognition.keep_note(_BY, json.dumps(note))
        put_key(store.folder, StoreKey(store.key.secret, new.secret))
        rekey(store.db, new.derived("database"))
        forget_copies(store.folder)
    finally:
        store.close()
    return StoreKey(new.secret, store.key.secret)


def rekey(db: StoreDatabase, key: bytes) -> None:
    """Encrypts every page anew, all or none: the rollback journal has the pages of before under the key of before."""
    db.execute("PRAGMA wal_checkpoint(TRUNCATE)").fetchone()
    db.execute("PRAGMA journal_mode = DELETE").fetchone()
    db.execute("PRAGMA synchronous = EXTRA")  # that the journal is gone for good, too, when it is
    db.execute(f"PRAGMA rekey = \"x'{key.hex()}'\"")


def opened(path: Path, key: StoreKey) -> tuple[StoreDatabase, StoreKey]:
    """The database, and the key with the secret that opened it first. Raises WrongKey."""
    try:
        return connect(path, key.derived("database")), key
    except WrongKey:
        if key.other is None:
            raise
    swapped = StoreKey(key.other, key.secret)
    return connect(path, swapped.derived("database")), swapped


def taken_up(store: Store) -> Store:
    """The store as it is gone on with after a renewal that reached its database, or did not."""
    known = store.recognition
    if known.note(RENEWING):
        return store
    begun = json.loads(known.note(_BY) or "{}")
    if begun.get("new") != _mark(store.key):
        put_key(store.folder, StoreKey(store.key.secret))
        known.keep_note(_BY, "")
        return replace(store, key=StoreKey(store.key.secret))
    at = datetime.fromisoformat(begun["at"])
    with store.transaction():
        store.backup_keys.seal_anew()
        store.journal.append_to(
            ACCOUNTS,
            StoreKeyChanged(change=KeyChange.RENEWED),
            code=begun["account"],
            clerk=begun["clerk"],
            at=at,
            salt=secrets.token_urlsafe(16),
        )
        known.keep_note(POOL, secrets.token_hex(3))
        known.keep_note(RENEWED, begun["at"])
        known.keep_note(RENEWING, "1")
        known.keep_note(_BY, "")
    return store


def finish(store: Store, stopped: Callable[[], bool] = lambda: False) -> None:
    """Encrypts the files that are still under the key of before anew, and forgets that key. Stopped, it is gone on with
    the next time."""
    if not store.recognition.note(RENEWING):
        return
    for name in store.files.names():
        if stopped():
            return
        store.files.seal_anew(name)
    store.witness.seal_anew()
    put_key(store.folder, StoreKey(store.key.secret))
    store.recognition.keep_note(RENEWING, "")


def _mark(key: StoreKey) -> str:
    """By which the database knows the key that it is to have."""
    return hashlib.sha256(key.secret).hexdigest()


def _refuse_without_room(store: Store) -> None:
    database = sum(path.stat().st_size for path in store.folder.glob("counter.db*"))
    needed, free = 2 * database + _SPARE, shutil.disk_usage(store.folder).free
    if free < needed:
        raise NoRoomToRenew(needed=needed // 1_000_000, free=free // 1_000_000)

"""The way back from an update of the program that changed the tables.

Before tables are changed a copy of the database is kept beside it, encrypted as it is. Going back puts that copy in
place, as the program before knows its tables, and takes over into it what was done since: a clerk loses nothing.
"""

from __future__ import annotations

import shutil
from collections.abc import Iterator
from pathlib import Path
from typing import Any, NamedTuple

from sqlite_utils import Database

from counter_app.durable import move_into_place, sync_file, sync_folder, written_aside
from counter_app.errors import CounterError, ExitStatus
from counter_app.store.database import connect, transaction
from counter_app.store.migrations import migrations

BEFORE, AFTER = "before-update.db", "after-update.db"
_SPARE = 50_000_000  # bytes that stay free beside the copy
_MEGABYTE = 1_000_000
_OF_THE_SYSTEM = ("sqlite_", "_sqlite_")  # which tables are there, and which migrations made them


class NoRoomToUpdate(CounterError):
    """The copy that is made before an update changes the tables does not fit on the disk."""

    what = "The program was updated and changes this desk's data, but the disk has no room for the copy made first."
    todo = "Free {megabytes} MB on this disk, then start again; nothing was changed."
    exit_status = ExitStatus.DISK


class NoWayBack(CounterError):
    """No update changed the tables, or the copy of before it is gone."""

    what = "There is no copy of this desk's data from before an update."
    todo = "A backup can be restored instead, with ‘counter restore’."
    exit_status = ExitStatus.STORE


class WentBack(NamedTuple):
    """How many of the desk's own entries were written since the update, and the tables of which what is new could not
    be taken over, for the program before has them otherwise."""

    entries: int
    left: tuple[str, ...]


def keep_copy(db: Database, folder: Path, database: str) -> None:
    """Keeps a copy of the database if the program is about to change its tables. Raises NoRoomToUpdate, StoreFault."""
    if not (migrations.applied(db) and migrations.pending(db)):
        return
    size = (folder / database).stat().st_size + _SPARE
    if shutil.disk_usage(folder).free < size:
        raise NoRoomToUpdate(str(size), megabytes=size // _MEGABYTE + 1)
    with written_aside(folder / BEFORE) as part:
        db.execute("VACUUM INTO ?", [str(part)])


def forget_copies(folder: Path) -> None:
    """The store has another key: what the key of before opens is not left beside it."""
    for name in (BEFORE, AFTER):
        (folder / name).unlink(missing_ok=True)


def go_back(folder: Path, database: str, key: bytes) -> WentBack:
    """Puts the copy of before the last update in place of the database, with what was done since; what was there is
    kept as `after-update.db`. Nobody else may have the store open. All or nothing. Raises NoWayBack, StoreFault."""
    if not (folder / BEFORE).exists():
        raise NoWayBack
    part = folder / ".going-back.db.part"
    part.unlink(missing_ok=True)
    shutil.copyfile(folder / BEFORE, part)
    _settle(folder / database, key)
    went = _taken_over(part, folder / database, key)
    _settle(part, key)
    kept = folder / f".{AFTER}.part"
    shutil.copyfile(folder / database, kept)
    for file in (kept, part):
        sync_file(file)
    move_into_place(kept, folder / AFTER)
    move_into_place(part, folder / database)
    (folder / BEFORE).unlink()
    sync_folder(folder)
    return went


def _settle(file: Path, key: bytes) -> None:
    """One file, whole by itself."""
    db = connect(file, key)
    try:
        db.execute("PRAGMA journal_mode = DELETE").fetchone()
    finally:
        db.close()


def _taken_over(copy: Path, newer: Path, key: bytes) -> WentBack:
    db = connect(copy, key)
    try:
        db.execute("PRAGMA foreign_keys = OFF")
        db.execute(f"ATTACH DATABASE ? AS newer KEY \"x'{key.hex()}'\"", [str(newer)])
        before = _count(db, "main")
        with transaction(db):
            left = tuple(table for table in _tables(db) if not _take_over(db, table))
            db.execute("PRAGMA user_version = 0")  # lists and search are made anew from the entries
        went = WentBack(_count(db, "main") - before, left)
        db.execute("DETACH DATABASE newer")
        return went
    finally:
        db.close()


def _count(db: Database, schema: str) -> int:
    return int(db.execute(f"SELECT count(*) FROM {schema}.entries").fetchone()[0])


def _tables(db: Database) -> Iterator[str]:
    """Those that both have and that hold rows themselves: not the search's, which is made anew."""
    listed = "SELECT name, type FROM pragma_table_list WHERE schema = ?"
    there = {name for name, _ in db.execute(listed, ["newer"])}
    for name, kind in db.execute(listed, ["main"]).fetchall():
        if kind == "table" and name in there and not name.startswith(_OF_THE_SYSTEM):
            yield name


def _take_over(db: Database, table: str) -> bool:
    """What the newer one has takes the place of what the older has; False where their columns do not go together."""
    newer = {column["name"] for column in _columns(db, "newer", table)}
    older = _columns(db, "main", table)
    common = [column["name"] for column in older if column["name"] in newer]
    needed = [column["name"] for column in older if column["notnull"] and column["dflt_value"] is None]
    if not set(needed) <= set(common):
        return False
    names = ", ".join(f'"{name}"' for name in common)
    db.execute(f'DELETE FROM main."{table}"')
    db.execute(f'INSERT INTO main."{table}" ({names}) SELECT {names} FROM newer."{table}"')
    return True


def _columns(db: Database, schema: str, table: str) -> list[dict[str, Any]]:
    """Those that are stored, not computed."""
    return [row for row in db.query(f'PRAGMA {schema}.table_xinfo("{table}")') if row["hidden"] in (0, 1)]

"""A desk with fictional dossiers for the benchmarks, and what receiving one more costs."""

from __future__ import annotations

import secrets
import sqlite3
import tempfile
from collections.abc import Iterator
from contextlib import contextmanager
from dataclasses import replace
from datetime import timedelta
from functools import cache
from pathlib import Path
from threading import Lock

from counter_app.bench.figures import Figure, medians
from counter_app.config import Profile, sample_profile
from counter_app.desk import receiving
from counter_app.desk.desk import Desk, open_desk
from counter_app.dossier.draft import ComponentTicked, Draft, PersonTyped
from counter_app.dossier.roles import AT_COUNTER, Clerk
from counter_app.knowledge import FOLDER, PROVINCE_FOLDER, Knowledge, load_knowledge
from counter_app.store.keys import StoreKey
from counter_app.store.store import open_store

_PROCEDURE = "1.001193"
_SURNAMES = ("Nguyễn", "Trần", "Lê", "Phạm", "Hoàng", "Đặng", "Võ", "Hồ", "Phan", "Đậu")
_GIVEN = ("Hương", "Dũng", "Mai", "Đức", "Ánh", "Quỳnh", "Sơn", "Thảo", "Tuệ", "Khuê")
_BYTES = (
    "SELECT * FROM entries JOIN dossiers ON dossiers.id = entries.id"
    " JOIN newcomers ON newcomers.id = entries.id ORDER BY entries.id DESC LIMIT 1"
)


def receiving_one(desk: Desk) -> Figure:
    """Receiving a dossier (journal, projection, search, fsync), beside a bare SQLite commit of the same bytes.

    The bare side is neither encrypted nor indexed: one row with as many bytes as the dossier's rows hold.
    """
    drafts = iter([draft(desk, number).id for number in range(200)])
    receiving.receive(desk, next(drafts))
    written = next(iter(desk.store.db.query(_BYTES)))
    size = sum(len(str(value).encode()) for value in written.values() if value is not None)
    bare = sqlite3.connect(desk.store.folder / "bare.db", isolation_level=None)
    bare.execute("PRAGMA journal_mode = WAL")
    bare.execute("PRAGMA synchronous = FULL")
    bare.execute("CREATE TABLE bytes (content BLOB)")
    ours, theirs = medians(
        100,
        lambda: receiving.receive(desk, next(drafts)),
        lambda: bare.execute("INSERT INTO bytes VALUES (?)", [secrets.token_bytes(size)]),
    )
    bare.close()
    return Figure("receive a dossier", ours, theirs, "a bare SQLite commit of the same bytes")


CLERK = Clerk("Trần Thị Mẫu", AT_COUNTER)
"""Who works at the desks that are measured."""


@cache
def shipped() -> Knowledge:
    """What the program ships, read once a process; nothing of it changes."""
    return load_knowledge()


def opened_desk(folder: Path, profile: Profile, clerk: Clerk | None = None, key: StoreKey | None = None) -> Desk:
    """As `open_desk` opens it, but that only what the office has of its own is read anew: for who opens hundreds."""
    own, province = folder / FOLDER, folder / PROVINCE_FOLDER
    if own.exists() or province.exists():
        return open_desk(folder, profile, clerk, key)
    knowledge = replace(shipped(), own=own, province=province, changing=Lock())
    desk = Desk(lambda: profile, open_store(folder, profile.desk_id, key=key), knowledge)
    return desk.of(clerk) if clerk else desk


@contextmanager
def desk_with(dossiers: int) -> Iterator[Desk]:
    """A desk with so many fictional dossiers, in a folder that goes away."""
    from counter_app.config import PROFILE, save_profile

    with tempfile.TemporaryDirectory(ignore_cleanup_errors=True) as place:
        folder = Path(place) / "desk"
        profile = sample_profile()
        save_profile(profile, folder / PROFILE)
        open_desk(folder, profile).store.close()  # a desk opens a store that is there already
        desk = open_desk(folder, profile, CLERK)
        start = desk.now() - timedelta(days=30)
        try:
            with desk.store.transaction():
                for number in range(dossiers):
                    at = start + timedelta(minutes=number)
                    past = replace(desk, now=lambda at=at: at)  # type: ignore[misc]
                    receiving.receive(past, draft(past, number).id)
            yield desk
        finally:
            desk.store.close()


def draft(desk: Desk, number: int) -> Draft:
    name = f"{_SURNAMES[number % 10]} Thị {_GIVEN[number // 10 % 10]}"
    typed = desk.new_draft().model_copy(
        update={
            "procedure": _PROCEDURE,
            "owner": PersonTyped(name=name, address=f"Xóm {number % 30}, xã Mẫu, tỉnh Nghệ An"),
            "components": (ComponentTicked(key="to-khai", originals=1),),
        }
    )
    desk.keep_draft(typed)
    return typed

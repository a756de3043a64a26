"""A store that cannot be opened or written says why: a full disk is no wrong key."""

from __future__ import annotations

import os
import secrets
from collections.abc import Iterator
from contextlib import contextmanager
from pathlib import Path

import pytest
import sqlcipher3.dbapi2 as sqlcipher

from counter_app.dossier.clock import now
from counter_app.store.database import connect
from counter_app.store.faults import (
    StoreDamaged,
    StoreDiskFails,
    StoreDiskFull,
    StoreHeld,
    StoreNotAllowed,
    WrongKey,
    store_error,
)
from counter_app.store.store import DATABASE, Store, open_store
from tests.dossier.entries import received

KEY = bytes(32)
PAGE = 4096


def append(store: Store, number: int) -> None:
    code = f"H41.99-261123-{number:04d}"
    store.journal.append(received(), dossier=code, clerk="Mẫu", at=now(), salt="salt")


def filled(store: Store) -> Path:
    """The store's file, of many pages, after it was closed."""
    for number in range(1, 30):
        append(store, number)
    store.close()
    return store.folder / DATABASE


@contextmanager
def no_file_grows_beyond(size: int) -> Iterator[None]:
    """The system refuses to write further than so many bytes, as a failing disk does."""
    resource = pytest.importorskip("resource")
    before = resource.getrlimit(resource.RLIMIT_FSIZE)
    resource.setrlimit(resource.RLIMIT_FSIZE, (size, before[1]))
    try:
        yield
    finally:
        resource.setrlimit(resource.RLIMIT_FSIZE, before)


def test_a_file_cut_off_is_damaged_and_not_locked_by_another_key(store: Store) -> None:
    file = filled(store)
    os.truncate(file, 3 * PAGE)
    with pytest.raises(StoreDamaged) as failure:
        open_store(store.folder, store.desk)
    assert failure.value.sentence("vi").startswith("Tệp dữ liệu của quầy bị hỏng.")


def test_a_page_that_rotted_is_told_as_damage_where_it_is_met(store: Store) -> None:
    file = filled(store)
    with file.open("r+b") as rotten:
        rotten.seek(4 * PAGE)
        rotten.write(bytes(file.stat().st_size - 5 * PAGE))
    with pytest.raises(StoreDamaged):
        again = open_store(store.folder, store.desk)
        try:
            append(again, 31)
        finally:
            again.close()


def test_another_key_and_another_kind_of_file_are_told_as_before(store: Store, tmp_path: Path) -> None:
    with pytest.raises(WrongKey):
        connect(filled(store), KEY)
    (tmp_path / "letter.db").write_text("no database at all\n" * 1000)
    with pytest.raises(WrongKey):
        connect(tmp_path / "letter.db", KEY)


def test_a_database_with_no_room_left_says_that_the_disk_is_full(store: Store) -> None:
    pages = store.db.execute("PRAGMA page_count").fetchone()[0]
    store.db.execute(f"PRAGMA max_page_count = {pages}")
    with pytest.raises(StoreDiskFull) as failure:
        for number in range(1, 200):
            append(store, number)
    assert "đã đầy" in failure.value.sentence("vi")
    assert store.entries.check_own() > 0, "what was saved before is there"


def test_a_disk_that_fails_to_write_is_told_at_the_opening_and_later(store: Store) -> None:
    with no_file_grows_beyond(PAGE), pytest.raises(StoreDiskFails):
        for number in range(1, 200):
            append(store, number)
    filled(store)
    with no_file_grows_beyond(PAGE), pytest.raises(StoreDiskFails) as failure:
        open_store(store.folder, store.desk)
    assert "sắp hỏng" in failure.value.sentence("vi")
    open_store(store.folder, store.desk).close()


def test_a_first_start_on_a_disk_that_cannot_be_written_keeps_no_half_key(tmp_path: Path) -> None:
    with no_file_grows_beyond(0), pytest.raises(StoreDiskFails):
        open_store(tmp_path / "desk", "H41.99:1")
    open_store(tmp_path / "desk", "H41.99:1").close()


def test_the_same_failure_on_a_disk_without_space_names_the_space(
    tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.setattr("shutil.disk_usage", lambda _: type("Usage", (), {"free": 0}))
    with no_file_grows_beyond(0), pytest.raises(StoreDiskFull):
        connect(tmp_path / "new.db", KEY)


def test_a_file_that_another_program_holds_is_not_called_damaged(tmp_path: Path) -> None:
    file = tmp_path / "held.db"
    connect(file, KEY).close()
    holder = sqlcipher.connect(str(file), isolation_level=None)
    holder.execute(f"PRAGMA key = \"x'{KEY.hex()}'\"")
    holder.execute("PRAGMA locking_mode = EXCLUSIVE")
    holder.execute("BEGIN EXCLUSIVE")
    with pytest.raises(StoreHeld) as failure:
        connect(file, KEY, patience=0)
    assert "Một chương trình khác đang giữ" in failure.value.sentence("vi")
    holder.close()
    connect(file, KEY, patience=0).close()


def test_a_folder_in_the_file_s_place_and_a_file_in_the_folder_s_may_not_be_opened(tmp_path: Path) -> None:
    (tmp_path / "folder.db").mkdir()
    with pytest.raises(StoreNotAllowed):
        connect(tmp_path / "folder.db", KEY)
    (tmp_path / "desk").write_text("")
    with pytest.raises(StoreNotAllowed):
        open_store(tmp_path / "desk", "H41.99:1")


@pytest.mark.skipif(os.name == "nt" or not hasattr(os, "geteuid") or os.geteuid() == 0, reason="root may write all")
def test_a_folder_that_may_not_be_written_is_told(store: Store) -> None:
    filled(store)
    store.folder.chmod(0o500)
    with pytest.raises(StoreNotAllowed):
        open_store(store.folder, store.desk)
    store.folder.chmod(0o700)


def test_what_looks_like_a_wrong_key_while_the_store_is_open_is_damage(tmp_path: Path) -> None:
    (tmp_path / "letter.db").write_text("no database at all\n" * 1000)
    with pytest.raises(WrongKey) as refused:
        connect(tmp_path / "letter.db", KEY)
    cause = refused.value.__cause__
    assert isinstance(cause, sqlcipher.DatabaseError)
    assert type(store_error(cause, tmp_path, opened=True)) is StoreDamaged


def test_damage_met_in_a_plain_read_is_told_as_damage(store: Store) -> None:
    for number in range(1, 400):
        append(store, number)
    store.db.execute("PRAGMA wal_checkpoint(TRUNCATE)").fetchall()
    reader = store.sibling()
    with (store.folder / DATABASE).open("r+b") as rotten:
        size = rotten.seek(0, os.SEEK_END)
        rotten.seek(size // 3)
        rotten.write(secrets.token_bytes(size // 3))
    with pytest.raises(StoreDamaged):
        for code in reader.entries.codes():
            reader.entries.of_dossier(code)
    with pytest.raises(StoreDamaged):
        reader.entries.own_after(0, -1)
    assert "hỏng" in StoreDamaged().sentence("vi")
    reader.close_connection()


def test_a_wrong_statement_is_no_damage(store: Store) -> None:
    with pytest.raises(sqlcipher.OperationalError):
        store.db.execute("SELECT nothing FROM nowhere")

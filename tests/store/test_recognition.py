"""A desk knows itself: what was lost, put back or used twice is recognised before a number is drawn."""

from __future__ import annotations

import shutil
from collections.abc import Callable
from pathlib import Path

import pytest

from counter_app.dossier.subjects import WHOLE
from counter_app.errors import CounterError
from counter_app.store.faults import StoreDamaged
from counter_app.store.migrations import StoreNewer
from counter_app.store.recognition import StoreForked, StoreMissing, StoreOlder, WitnessGone
from counter_app.store.store import DATABASE, Store, open_store
from counter_app.store.witness import BLOCK, INSIDE, desk_known, forget_desk, places
from tests.dossier.entries import AT, CODE, received

DESK = "H41.99:1"
Undo = Callable[[Path, Path], None]


def append(store: Store, number: int) -> None:
    store.journal.append(received(), dossier=f"H41.99-261123-{number:04d}", clerk="Mẫu", at=AT, salt="salt")


def kept(store: Store, tmp_path: Path) -> Path:
    """A copy of the store's folder as it lies there with one dossier; the store then goes on to three."""
    append(store, 1)
    store.close()
    yesterday = tmp_path / "yesterday"
    shutil.copytree(store.folder, yesterday)
    again = open_store(store.folder, DESK)
    for number in (21, 41):
        append(again, number)
    again.close()
    return yesterday


def put_back_database(folder: Path, yesterday: Path) -> None:
    for file in folder.glob("counter.db*"):
        file.unlink()
    shutil.copy(yesterday / DATABASE, folder / DATABASE)


def put_back_folder(folder: Path, yesterday: Path) -> None:
    shutil.rmtree(folder)
    shutil.copytree(yesterday, folder)


def lose_database(folder: Path, _: Path) -> None:
    (folder / DATABASE).unlink()


def empty_database(folder: Path, _: Path) -> None:
    (folder / DATABASE).write_bytes(b"")


def lose_folder(folder: Path, _: Path) -> None:
    shutil.rmtree(folder)


def lose_all_but_files(folder: Path, _: Path) -> None:
    for file in folder.iterdir():
        if file.is_file():
            file.unlink()


@pytest.mark.parametrize(
    ("undo", "told"),
    [
        (put_back_database, StoreOlder),
        (put_back_folder, StoreOlder),
        (lose_database, StoreMissing),
        (empty_database, StoreMissing),
        (lose_folder, StoreMissing),
        (lose_all_but_files, StoreMissing),
    ],
)
def test_what_was_lost_or_put_back_is_never_opened_as_if_nothing_were(
    store: Store, tmp_path: Path, undo: Undo, told: type[CounterError]
) -> None:
    undo(store.folder, kept(store, tmp_path))
    for _ in range(2):
        with pytest.raises(told):
            open_store(store.folder, DESK)


def test_a_lost_end_of_the_journal_is_counted(store: Store, tmp_path: Path) -> None:
    put_back_database(store.folder, kept(store, tmp_path))
    with pytest.raises(StoreOlder) as failure:
        open_store(store.folder, DESK)
    assert failure.value.values["missing"] == 2
    assert "2" in failure.value.sentence("vi")


def test_a_write_ahead_log_that_was_lost_with_what_was_in_it_is_noticed(store: Store) -> None:
    append(store, 1)
    store.db.execute("PRAGMA wal_checkpoint(TRUNCATE)")
    main = (store.folder / DATABASE).read_bytes()
    append(store, 21)
    store.close()
    (store.folder / DATABASE).write_bytes(main)
    with pytest.raises((StoreOlder, StoreDamaged)):
        open_store(store.folder, DESK)


def test_two_copies_that_were_both_used_are_told_apart(store: Store, tmp_path: Path) -> None:
    yesterday = kept(store, tmp_path)
    (yesterday / INSIDE).unlink()
    twin = open_store(yesterday, DESK, lambda known, folder, key: known.begin(folder, key))
    for number in (61, 81, 101):
        append(twin, number)
    twin.close()
    put_back_database(store.folder, yesterday)
    with pytest.raises(StoreForked):
        open_store(store.folder, DESK)


def test_a_print_number_drawn_after_the_copy_is_a_sign_too(store: Store, tmp_path: Path) -> None:
    append(store, 1)
    store.close()
    copy = shutil.copy(store.folder / DATABASE, tmp_path)
    again = open_store(store.folder, DESK)
    with again.transaction():
        again.draw_print("receipt", WHOLE, (CODE,), 1)
    again.close()
    shutil.copy(copy, store.folder / DATABASE)
    with pytest.raises(StoreOlder):
        open_store(store.folder, DESK)


@pytest.mark.parametrize("lost", [0, 1])
def test_one_of_the_two_files_is_enough_and_the_other_is_written_again(store: Store, lost: int) -> None:
    append(store, 1)
    store.close()
    file = places(store.folder)[lost]
    file.write_bytes(file.read_bytes()[:-30])
    open_store(store.folder, DESK).close()
    file.unlink()
    open_store(store.folder, DESK).close()
    assert file.exists()


def test_both_files_lost_is_told_where_there_were_some(store: Store) -> None:
    append(store, 1)
    store.close()
    forget_desk(store.folder)
    with pytest.raises(WitnessGone):
        open_store(store.folder, DESK)


def test_a_line_that_was_changed_or_cut_is_no_line(store: Store) -> None:
    append(store, 1)
    append(store, 21)
    lines = [len(list(store.witness.lines()))]
    for place in places(store.folder):
        content = place.read_bytes().splitlines()
        content[-1] = content[-1][:-4] + b"AAA="
        place.write_bytes(b"\n".join(content))
    assert len(list(store.witness.lines())) == lines[0] - 1


def test_no_transaction_that_was_undone_is_told(store: Store) -> None:
    append(store, 1)
    with pytest.raises(KeyboardInterrupt), store.transaction():
        append(store, 21)
        raise KeyboardInterrupt
    assert store.witness.last.sequence == 1
    assert store.witness.last.codes == {"H41.99-261123-": 1}
    store.close()
    open_store(store.folder, DESK).close()


def test_a_desk_that_died_goes_on_and_what_may_be_lost_is_bounded(store: Store, tmp_path: Path) -> None:
    for number in range(1, 2 * BLOCK):
        append(store, number)
    died = tmp_path / "died"
    shutil.copytree(store.folder, died)
    again = open_store(died, DESK)
    assert again.entries.last_sequence() == 2 * BLOCK - 1
    assert 0 < again.witness.last.unknown <= BLOCK
    again.close()
    assert again.witness.last.unknown == 0


def test_nothing_of_the_dossiers_can_be_read_in_it(store: Store) -> None:
    append(store, 1)
    assert desk_known(store.folder) == DESK
    for place in places(store.folder):
        assert b"261123" not in place.read_bytes()


def test_a_store_of_a_newer_program_is_left_alone(store: Store) -> None:
    row = {"migration_set": "counter", "name": "of_tomorrow", "applied_at": ""}
    store.db.table("_sqlite_migrations").insert(row)
    store.close()
    with pytest.raises(StoreNewer):
        open_store(store.folder, DESK)

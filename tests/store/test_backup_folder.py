"""Backups that make themselves, and what a sweep finds and heals."""

from __future__ import annotations

import os
import shutil
from datetime import datetime, timedelta
from pathlib import Path

import pytest

from counter_app.config import Backup, sample_profile
from counter_app.dossier.clock import VIETNAM
from counter_app.dossier.payloads.papers import PaperGiven
from counter_app.store.backup_folder import BackupFolder, BackupFolderGone, NoRoomForBackup
from counter_app.store.backup_pool import desk_folder
from counter_app.store.restore import restore
from counter_app.store.store import FILES, Store, open_store
from counter_app.store.sweep import STAGING, bad_pages
from counter_app.sync.heal import is_due, last_sweep, sweep_and_heal
from tests.dossier.entries import AT, CODE, received

WORDS = "mật khẩu dài"
NOON = datetime(2026, 11, 20, 12, 0, tzinfo=VIETNAM)


@pytest.fixture
def second_disk(store: Store, tmp_path: Path) -> BackupFolder:
    store.backup_keys.set_passphrase(WORDS)
    store.journal.append(received(), dossier=CODE, clerk="Mẫu", at=AT, salt="salt")
    (tmp_path / "disk").mkdir()
    return BackupFolder(tmp_path / "disk", store.desk)


def test_a_desk_comes_back_from_the_folder_with_its_files(
    store: Store, second_disk: BackupFolder, tmp_path: Path
) -> None:
    name = store.files.put(b"a scan", "image/png").sha256
    made = second_disk.back_up(store, NOON)
    assert made is not None
    again = second_disk.back_up(store, NOON + timedelta(hours=1))
    assert len(list((second_disk.folder / FILES).glob("*/??/*"))) == 1, "each file lies there once"
    assert again is not None and again.file != made.file
    found = restore(again.file, tmp_path / "new", WORDS)
    assert (found.files, found.missing) == (1, ())
    back = open_store(tmp_path / "new", store.desk, lambda known, place, key: known.begin(place, key), found.key)
    assert back.files.get(name) == b"a scan"
    assert back.dossier(CODE) == store.dossier(CODE)
    back.close()
    assert not (tmp_path / "new" / STAGING).exists()


def test_hours_days_and_months_are_kept_each_for_its_time(store: Store, second_disk: BackupFolder) -> None:
    first = NOON - timedelta(days=400)
    for hours in range(0, 400 * 24, 6):
        at = first + timedelta(hours=hours)
        (second_disk.folder / f"H41.99-1-{at:%Y%m%d-%H%M%S}.counter").touch()
    second_disk.back_up(store, NOON)
    kept = [item.at for item in second_disk.all()]
    assert kept[0] == NOON
    assert sum(at > NOON - timedelta(hours=24) for at in kept) == 4
    assert len({at.date() for at in kept if at > NOON - timedelta(days=30)}) >= 30
    assert len(kept) < 24 + 31 + 24
    assert min(kept).year == 2025


def test_a_disk_that_is_not_plugged_in_is_named_and_not_made(store: Store, tmp_path: Path) -> None:
    away = BackupFolder(tmp_path / "away", store.desk)
    with pytest.raises(BackupFolderGone):
        away.back_up(store, NOON)
    assert not away.folder.exists()
    assert away.newest() is None and away.is_due(NOON)


def test_a_disk_too_small_is_told_before_anything_is_written(
    store: Store, second_disk: BackupFolder, monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.setattr("shutil.disk_usage", lambda _: type("Usage", (), {"free": 1000}))
    with pytest.raises(NoRoomForBackup):
        second_disk.back_up(store, NOON)
    assert list(second_disk.folder.iterdir()) == []


def test_a_damaged_file_comes_back_from_the_backups(store: Store, second_disk: BackupFolder) -> None:
    whole, rotten, gone = (store.files.put(name, "image/png").sha256 for name in (b"one", b"two", b"three"))
    second_disk.back_up(store, NOON)
    shutil.rmtree(second_disk.folder / FILES / desk_folder(store.desk) / gone[:2])
    for name in (rotten, gone):
        path = store.files.path(name)
        path.write_bytes(path.read_bytes()[:-1] + b"?")
    profile = sample_profile().model_copy(update={"backup": Backup(folder=str(second_disk.folder))})
    swept = sweep_and_heal(store, profile, NOON)
    assert (swept.files, swept.healed, swept.damaged, swept.bad_pages) == (1, 1, (gone,), 0)
    assert store.files.get(rotten) == b"two"
    assert last_sweep(store) == swept
    assert not swept.sound and whole in store.files.names()


def test_a_folder_of_scans_that_was_lost_is_noticed_at_the_next_start_and_comes_back_from_the_backups(
    store: Store, second_disk: BackupFolder
) -> None:
    profile = sample_profile().model_copy(update={"backup": Backup(folder=str(second_disk.folder))})
    kept, later = (store.files.put(name, "application/pdf") for name in (b"%PDF one", b"%PDF two"))
    for file in (kept, later):
        paper = PaperGiven(form="receipt", file=file, print_number=1)
        store.journal.append(paper, dossier=CODE, clerk="Mẫu", at=AT, salt="salt")
    swept = sweep_and_heal(store, profile, NOON)
    assert swept.sound and not is_due(store, swept, NOON + timedelta(hours=1))
    store.files.delete(later.sha256)
    second_disk.back_up(store, NOON)
    shutil.rmtree(store.folder / FILES)
    assert is_due(store, swept, NOON + timedelta(hours=1)), "not only when the day is over"
    again = sweep_and_heal(store, profile, NOON)
    assert (again.healed, again.damaged) == (1, (later.sha256,)) and not again.sound
    assert store.files.get(kept.sha256) == b"%PDF one"
    assert not is_due(store, again, NOON + timedelta(hours=1)), "it was told; looking again brings nothing back"


def test_a_page_of_the_database_that_rotted_is_found(store: Store) -> None:
    for number in range(1, 30):
        store.journal.append(received(), dossier=f"H41.99-261123-{number:04d}", clerk="Mẫu", at=AT, salt="salt")
    assert bad_pages(store.db) == 0
    store.db.execute("PRAGMA wal_checkpoint(TRUNCATE)")
    with (store.folder / "counter.db").open("r+b") as rotten:
        rotten.seek(20 * 4096 + 100)
        rotten.write(b"rotten")
    assert bad_pages(store.db) > 0


def pooled(second_disk: BackupFolder) -> set[str]:
    return {path.name for path in (second_disk.folder / FILES).rglob("*") if path.is_file()}


def age(folder: Path) -> None:
    for path in folder.rglob("*"):
        os.utime(path, (0, 0))


def test_a_file_that_no_backup_needs_any_more_leaves_the_pool(store: Store, second_disk: BackupFolder) -> None:
    kept, gone = (store.files.put(content, "image/png").sha256 for content in (b"kept", b"gone"))
    old = second_disk.back_up(store, NOON)
    store.files.delete(gone)
    second_disk.back_up(store, NOON + timedelta(hours=2))
    age(second_disk.folder)
    assert second_disk.sweep(store).deleted == 0, "the older backup still needs it"
    assert old is not None
    old.file.unlink()
    (second_disk.folder / "H41.99-1-20261120-110000.counter").write_bytes(b"half a backup")
    assert second_disk.sweep(store).deleted == 0, "who knows what the damaged one needs"
    (second_disk.folder / "H41.99-1-20261120-110000.counter").unlink()
    assert second_disk.sweep(store).deleted == 1
    assert pooled(second_disk) == {kept}


def test_what_rots_on_the_backups_disk_is_found_and_put_back(store: Store, second_disk: BackupFolder) -> None:
    here, lost = (store.files.put(content, "image/png").sha256 for content in (b"here", b"lost"))
    made = second_disk.back_up(store, NOON)
    store.files.delete(lost)
    for name in (here, lost):
        (second_disk.folder / FILES / desk_folder(store.desk) / name[:2] / name).write_bytes(b"rotten")
    found = second_disk.sweep(store)
    assert found.damaged == (lost,) and found.bad_backups == ()
    assert second_disk.file(store, here) == b"here"
    assert made is not None
    made.file.write_bytes(made.file.read_bytes().replace(b"counter.db", b"counter.xx"))
    assert second_disk.sweep(store).bad_backups == (made.file.name,)


def test_what_a_backup_that_was_killed_left_on_the_backups_disk_goes_and_what_is_being_written_stays(
    store: Store, second_disk: BackupFolder
) -> None:
    name = store.files.put(b"a scan", "image/png").sha256
    assert second_disk.back_up(store, NOON)
    among_files = second_disk.folder / FILES / desk_folder(store.desk) / name[:2]
    for place in (second_disk.folder, among_files):
        (place / ".new.part").write_bytes(b"half")
        (place / ".killed.part").write_bytes(b"half")
        os.utime(place / ".killed.part", (0, 0))
    second_disk.sweep(store)
    assert {path.name for path in second_disk.folder.rglob(".*")} == {".new.part"}
    assert second_disk.file(store, name) == b"a scan"


def test_two_desks_share_a_folder_and_a_file_and_neither_loses_it(
    store: Store, second_disk: BackupFolder, tmp_path: Path
) -> None:
    other = open_store(tmp_path / "other", "H41.99:2")
    other.backup_keys.set_passphrase(WORDS)
    theirs = BackupFolder(second_disk.folder, other.desk)
    name = store.files.put(b"the same form", "application/pdf").sha256
    assert other.files.put(b"the same form", "application/pdf").sha256 == name
    second_disk.back_up(store, NOON)
    made = theirs.back_up(other, NOON)
    age(second_disk.folder)
    assert second_disk.sweep(store).deleted == theirs.sweep(other).deleted == 0
    assert made is not None
    assert restore(made.file, tmp_path / "new", WORDS).missing == ()
    assert theirs.file(other, name) == second_disk.file(store, name)
    other.close()


def test_a_pool_of_before_is_taken_over_and_its_backups_still_open(
    store: Store, second_disk: BackupFolder, tmp_path: Path
) -> None:
    name = store.files.put(b"a scan", "image/png").sha256
    made = second_disk.back_up(store, NOON)
    own = second_disk.folder / FILES / desk_folder(store.desk)
    shutil.move(own / name[:2], second_disk.folder / FILES / name[:2])
    assert made is not None
    assert restore(made.file, tmp_path / "new", WORDS).missing == ()
    second_disk.back_up(store, NOON + timedelta(hours=1))
    assert (own / name[:2] / name).exists()
    assert not list((second_disk.folder / FILES).glob("??/*"))


def test_a_backup_made_while_the_clock_was_ahead_holds_up_none_after_it(
    store: Store, second_disk: BackupFolder
) -> None:
    second_disk.back_up(store, NOON.replace(year=2031))
    (second_disk.folder / "H41.99-1-20269999-999999.counter").touch()  # somebody's copy
    assert second_disk.is_due(NOON) and second_disk.newest(NOON) is None
    second_disk.back_up(store, NOON)
    assert not second_disk.is_due(NOON + timedelta(minutes=59)) and second_disk.is_due(NOON + timedelta(hours=1))


def test_backups_dated_ahead_take_no_place_of_those_made_now(store: Store, second_disk: BackupFolder) -> None:
    """Twenty-four of 2028 held all hourly places until 2028: each new one went with the next."""
    for hours in range(24):
        at = NOON.replace(year=2028) + timedelta(hours=hours)
        (second_disk.folder / f"H41.99-1-{at:%Y%m%d-%H%M%S}.counter").touch()
    made = [second_disk.back_up(store, NOON + timedelta(hours=hours)) for hours in range(4)]
    assert all(item is not None and item.file.exists() for item in made)
    assert len([item for item in second_disk.all() if item.at.year == 2028]) == 24


def test_a_backup_made_while_the_clock_is_behind_is_not_taken_away_as_the_oldest(
    store: Store, second_disk: BackupFolder
) -> None:
    for months in range(30):
        at = NOON + timedelta(days=31 * months)
        (second_disk.folder / f"H41.99-1-{at:%Y%m%d-%H%M%S}.counter").touch()
    for hours in range(40):
        at = NOON + timedelta(days=1000, hours=hours)
        (second_disk.folder / f"H41.99-1-{at:%Y%m%d-%H%M%S}.counter").touch()
    made = second_disk.back_up(store, NOON.replace(year=2020))
    assert made is not None and made.file.exists()

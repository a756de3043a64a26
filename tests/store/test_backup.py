"""A desk in one file and back."""

from __future__ import annotations

import os
import zipfile
from pathlib import Path

import pytest

from counter_app.store.backup import HEAD, BackupInTheWay, NoBackup, back_up
from counter_app.store.backup_keys import NoBackupKey, NotTheKey, PassphraseTooWeak, new_recovery_key
from counter_app.store.keys import StoreKey
from counter_app.store.print_jobs import JobState, PrintJob
from counter_app.store.recognition import StoreRestored
from counter_app.store.restore import StoreInTheWay, restore
from counter_app.store.store import Store, open_store
from tests.dossier.entries import AT, CODE, received

WORDS = "mật khẩu dài"


def reopened(folder: Path, desk: str, key: StoreKey) -> Store:
    """A restored store, as a rebuild opens it."""
    return open_store(folder, desk, lambda known, place, key: known.begin(place, key), key)


@pytest.fixture
def backup(store: Store, tmp_path: Path) -> Path:
    store.journal.append(received(), dossier=CODE, clerk="Mẫu", at=AT, salt="salt")
    store.files.put(b"a scan", "image/png")
    store.backup_keys.set_passphrase(WORDS)
    back_up(store, tmp_path / "desk.backup")
    return tmp_path / "desk.backup"


def test_a_restored_desk_is_the_desk(store: Store, backup: Path, tmp_path: Path) -> None:
    key = restore(backup, tmp_path / "new", WORDS).key
    again = reopened(tmp_path / "new", store.desk, key)
    assert again.dossier(CODE) == store.dossier(CODE)
    assert again.files.get(store.files.put(b"a scan", "image/png").sha256) == b"a scan"
    again.close()


def test_a_wrong_passphrase_or_a_damaged_file_restores_nothing(backup: Path, tmp_path: Path) -> None:
    with pytest.raises(NotTheKey):
        restore(backup, tmp_path / "new", "sai")
    cut = tmp_path / "cut.backup"
    cut.write_bytes(backup.read_bytes()[:-200])
    with pytest.raises(NoBackup):
        restore(cut, tmp_path / "new", WORDS)
    assert not (tmp_path / "new" / "counter.db").exists()


def test_a_restore_that_was_cut_off_is_no_desk_and_can_be_done_again(
    store: Store, backup: Path, tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    new = tmp_path / "new"
    with monkeypatch.context() as power_cut:
        power_cut.setattr(
            "counter_app.store.restore.keep_restored", lambda *_: (_ for _ in ()).throw(KeyboardInterrupt)
        )
        with pytest.raises(KeyboardInterrupt):
            restore(backup, new, WORDS)
    assert not (new / "counter.db").exists()
    again = reopened(new, store.desk, restore(backup, new, WORDS).key)
    assert again.dossier(CODE)
    again.close()


def test_a_backup_is_never_written_over_a_desk(store: Store, backup: Path) -> None:
    store.close()
    with pytest.raises(StoreInTheWay):
        restore(backup, store.folder, WORDS)


def test_nothing_readable_is_in_the_backup(backup: Path) -> None:
    assert "Hương".encode() not in backup.read_bytes()
    assert b"a scan" not in backup.read_bytes()


def test_a_paper_that_waited_when_the_backup_was_made_is_not_printed_again_by_itself(
    store: Store, tmp_path: Path
) -> None:
    file = store.files.put(b"%PDF", "application/pdf")
    waiting = PrintJob(title="receipt", file=file, asked_at=AT, changed_at=AT, clerk="Mẫu")
    for state in (JobState.WAITING, JobState.PRINTED):
        store.print_jobs.add(waiting.model_copy(update={"state": state}))
    store.backup_keys.set_passphrase(WORDS)
    back_up(store, tmp_path / "desk.backup")
    key = restore(tmp_path / "desk.backup", tmp_path / "new", WORDS).key
    again = reopened(tmp_path / "new", store.desk, key)
    assert [job.state for job in again.print_jobs.recent()] == [JobState.PRINTED, JobState.UNSURE]
    assert [job.state for job in store.print_jobs.open()] == [JobState.WAITING]
    again.close()


def test_a_restored_desk_is_not_opened_for_work_before_a_rebuild(store: Store, backup: Path, tmp_path: Path) -> None:
    restore(backup, tmp_path / "new", WORDS)
    with pytest.raises(StoreRestored):
        open_store(tmp_path / "new", store.desk)


def test_profile_and_knowledge_go_with_it_and_are_not_readable_in_it(store: Store, tmp_path: Path) -> None:
    (store.folder / "profile.toml").write_text("clerk = 'Lê Thị Kín'", encoding="utf-8")
    (store.folder / "knowledge").mkdir()
    (store.folder / "knowledge" / "catalogue.toml").write_text("a = 1", encoding="utf-8")
    store.backup_keys.set_passphrase(WORDS)
    back_up(store, tmp_path / "desk.backup")
    assert "Kín".encode() not in (tmp_path / "desk.backup").read_bytes()
    restore(tmp_path / "desk.backup", tmp_path / "new", WORDS)
    assert (tmp_path / "new" / "profile.toml").read_text(encoding="utf-8") == "clerk = 'Lê Thị Kín'"
    assert (tmp_path / "new" / "knowledge" / "catalogue.toml").exists()


def test_the_recovery_key_opens_it_however_it_is_typed(store: Store, tmp_path: Path) -> None:
    key = new_recovery_key()
    with pytest.raises(NotTheKey):
        store.backup_keys.set_recovery_key(key, new_recovery_key())
    with pytest.raises(NoBackupKey):
        back_up(store, tmp_path / "desk.backup")
    store.backup_keys.set_recovery_key(key, key.lower().replace("-", " "))
    back_up(store, tmp_path / "desk.backup")
    restored = restore(
        tmp_path / "desk.backup", tmp_path / "new", key.replace("O", "0").replace("I", "1").replace("B", "8")
    )
    reopened(tmp_path / "new", store.desk, restored.key).close()


@pytest.mark.parametrize("words", ["", "12345678", "aaaaaaaaaaaaaaaa", "ngắn quá"])
def test_a_weak_passphrase_is_refused(store: Store, words: str) -> None:
    with pytest.raises(PassphraseTooWeak):
        store.backup_keys.set_passphrase(words)


def test_a_backup_is_never_written_over_another_one(store: Store, backup: Path) -> None:
    before = backup.read_bytes()
    with pytest.raises(BackupInTheWay):
        back_up(store, backup)
    assert backup.read_bytes() == before


def test_a_part_that_was_changed_is_found_whichever_it_is(store: Store, backup: Path, tmp_path: Path) -> None:
    content = backup.read_bytes()
    for place in range(200, len(content), len(content) // 25):
        changed = bytearray(content)
        changed[place] ^= 1
        other = tmp_path / "changed.backup"
        other.write_bytes(changed)
        try:
            key = restore(other, tmp_path / f"new-{place}", WORDS).key
        except (NoBackup, NotTheKey):
            assert not (tmp_path / f"new-{place}" / "counter.db").exists()
        else:
            again = reopened(tmp_path / f"new-{place}", store.desk, key)
            assert again.entries.check_own() == 1
            again.close()


def test_a_damaged_scan_is_named_and_stops_no_backup(store: Store, tmp_path: Path) -> None:
    whole = store.files.put(b"a scan", "image/png").sha256
    rotten = store.files.put(b"another scan", "image/png").sha256
    store.files.path(rotten).write_bytes(b"rotten")
    store.backup_keys.set_passphrase(WORDS)
    contents = back_up(store, tmp_path / "desk.backup")
    assert (contents.files, contents.damaged) == ((whole,), (rotten,))
    assert [path.name for path in tmp_path.iterdir() if "part" in path.name] == []


def test_a_pipe_and_a_backup_that_would_burst_are_refused_and_not_waited_for(tmp_path: Path) -> None:
    bomb = tmp_path / "bomb.counter"
    with zipfile.ZipFile(bomb, "w", zipfile.ZIP_DEFLATED) as archive:
        archive.writestr("counter-backup.json", b" " * 50_000_000)
    sources = [bomb]
    if hasattr(os, "mkfifo"):
        os.mkfifo(tmp_path / "pipe")
        sources.append(tmp_path / "pipe")
    for source in sources:
        with pytest.raises(NoBackup):
            restore(source, tmp_path / "new", WORDS)


@pytest.mark.parametrize("head", [b"[]", b"5", b"null", b'"x"', b"[" * 100_000, b'{"keys": 5}', b"9" * 5000])
def test_a_backup_whose_head_is_rotten_is_told_and_restores_nothing(backup: Path, tmp_path: Path, head: bytes) -> None:
    rotten = tmp_path / "rotten.backup"
    with zipfile.ZipFile(backup) as whole, zipfile.ZipFile(rotten, "w") as made:
        for name in whole.namelist():
            made.writestr(name, head if name == HEAD else whole.read(name))
    with pytest.raises(NoBackup):
        restore(rotten, tmp_path / "new", WORDS)
    assert not (tmp_path / "new" / "counter.db").exists()

"""A desk in one file and back."""

from __future__ import annotations

from pathlib import Path

import pytest

from counter_app.store.backup import NoBackup, StoreInTheWay, back_up, restore
from counter_app.store.print_jobs import JobState, PrintJob
from counter_app.store.store import Store, open_store
from tests.dossier.entries import AT, CODE, received


@pytest.fixture
def backup(store: Store, tmp_path: Path) -> Path:
    store.journal.append(received(), dossier=CODE, clerk="Mẫu", at=AT, salt="salt")
    store.files.put(b"a scan", "image/png")
    back_up(store, tmp_path / "desk.backup", "mật khẩu dài")
    return tmp_path / "desk.backup"


def test_a_restored_desk_is_the_desk(store: Store, backup: Path, tmp_path: Path) -> None:
    restore(backup, tmp_path / "new", "mật khẩu dài")
    again = open_store(tmp_path / "new", store.desk)
    assert again.dossier(CODE) == store.dossier(CODE)
    assert again.files.get(store.files.put(b"a scan", "image/png").sha256) == b"a scan"
    again.close()


def test_a_wrong_passphrase_or_a_damaged_file_restores_nothing(backup: Path, tmp_path: Path) -> None:
    with pytest.raises(NoBackup):
        restore(backup, tmp_path / "new", "sai")
    cut = tmp_path / "cut.backup"
    cut.write_bytes(backup.read_bytes()[:-200])
    with pytest.raises(NoBackup):
        restore(cut, tmp_path / "new", "mật khẩu dài")
    assert not (tmp_path / "new" / "counter.db").exists()


def test_a_restore_that_was_cut_off_is_no_desk_and_can_be_done_again(
    store: Store, backup: Path, tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    new = tmp_path / "new"
    with monkeypatch.context() as power_cut:
        power_cut.setattr("counter_app.store.backup.keep_key", lambda *_: (_ for _ in ()).throw(KeyboardInterrupt))
        with pytest.raises(KeyboardInterrupt):
            restore(backup, new, "mật khẩu dài")
    assert not (new / "counter.db").exists()
    restore(backup, new, "mật khẩu dài")
    again = open_store(new, store.desk)
    assert again.dossier(CODE)
    again.close()


def test_a_backup_is_never_written_over_a_desk(store: Store, backup: Path) -> None:
    with pytest.raises(StoreInTheWay):
        restore(backup, store.folder, "mật khẩu dài")


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
    back_up(store, tmp_path / "desk.backup", "mật khẩu dài")
    restore(tmp_path / "desk.backup", tmp_path / "new", "mật khẩu dài")
    again = open_store(tmp_path / "new", store.desk)
    assert [job.state for job in again.print_jobs.recent()] == [JobState.PRINTED, JobState.UNSURE]
    assert [job.state for job in store.print_jobs.open()] == [JobState.WAITING]
    again.close()

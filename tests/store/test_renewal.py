"""A desk's key is changed: the one before opens nothing any more, nothing is lost, whenever the power goes."""

from __future__ import annotations

import os
import random
import signal
import subprocess
import sys
import time
from collections.abc import Iterator
from datetime import timedelta
from pathlib import Path

import keyring
import pytest

from counter_app.bench.desk import opened_desk
from counter_app.config import sample_profile
from counter_app.desk import accounts, receiving
from counter_app.desk.desk import Desk
from counter_app.desk.store_key import keep_key_plain, renew_key
from counter_app.dossier.acts.act import NotYourTask
from counter_app.dossier.payloads.accounts import KeyChange, StoreKeyChanged
from counter_app.dossier.roles import Role
from counter_app.store import renewal
from counter_app.store.backup_folder import BackupFolder
from counter_app.store.backup_keys import BackupKeyOld, new_recovery_key
from counter_app.store.database import connect
from counter_app.store.faults import StoreHeld, WrongKey
from counter_app.store.files import FileDamaged, Files
from counter_app.store.key_file import unlocked, unlocked_by_words
from counter_app.store.keys import KeyPlace, StoreKey, find_key
from counter_app.store.restore import restore
from counter_app.store.store import DATABASE, FILES
from counter_app.store.witness import witness_of
from counter_app.store.wrapping import KeyKind, Wrapping
from counter_app.sync.rebuild import rebuild
from tests.conftest import filled
from tests.store.test_store import MemoryKeyring

HEAD, CLERK, PASSWORD, GIVEN = "Trần Thị Phụ Trách", "Lê Văn Hai", "một câu ngắn", "tạm dùng thôi"
HOURS = timedelta(hours=2)
"""Before: of each hour only the last backup is kept."""


@pytest.fixture
def headed(tmp_path: Path) -> Iterator[Desk]:
    """A desk with two accounts, a dossier and scans."""
    desk = opened_desk(tmp_path / "desk", sample_profile())
    desk = desk.of(accounts.make_administrator(desk, HEAD, PASSWORD, PASSWORD))
    accounts.open_account(desk, CLERK, [Role.CLERK], GIVEN, GIVEN)
    received(desk)
    for number in range(5):
        desk.store.files.put(b"a scan %d" % number, "image/png")
    yield desk
    desk.store.close()


def received(desk: Desk) -> str:
    draft = filled(desk.new_draft())
    desk.keep_draft(draft)
    return receiving.receive(desk, draft.id).code


def reopened(folder: Path, key: StoreKey | None = None) -> Desk:
    return opened_desk(folder, sample_profile(), key=key or unlocked(folder, HEAD, PASSWORD))


def renewed(desk: Desk) -> Desk:
    again = reopened(desk.store.folder, renew_key(desk))
    renewal.finish(again.store)
    return again.of(desk.clerk)


def all_of(desk: Desk) -> tuple[object, ...]:
    """What the desk holds, but for what tells of its key."""
    entries = [entry for entry in desk.store.entries.own_after(0, -1) if entry.kind != "store_key_changed"]
    names = desk.store.files.names()
    return (
        [entry.hash for entry in entries],
        [desk.store.files.get(name) for name in names],
        desk.store.journal.differing_projections(),
        desk.store.witness.last.codes,
    )


def test_after_it_the_key_of_before_opens_neither_records_nor_scans_nor_what_was_drawn(headed: Desk) -> None:
    folder, old, before = headed.store.folder, headed.store.key, all_of(headed)
    again = renewed(headed)
    assert all_of(again) == before
    last = again.store.entries.last()
    assert last is not None and last.read() == StoreKeyChanged(change=KeyChange.RENEWED) and last.clerk == HEAD
    again.store.close()
    with pytest.raises(WrongKey):
        connect(folder / DATABASE, old.derived("database"))
    with pytest.raises(FileDamaged):
        Files(folder / FILES, old.derived("files")).get(again.store.files.names()[0])
    witness = witness_of(folder, again.store.desk, old.derived("witness"))
    assert witness is None or not list(witness.lines())
    for name, password in ((HEAD, PASSWORD), (CLERK, GIVEN)):
        key = unlocked(folder, name, password)
        assert key.other is None and key.secret not in (old.secret, b"")
    later = reopened(folder)
    assert all_of(later) == before and received(later.of(again.clerk))
    later.store.close()


def test_only_an_administrator_changes_it(headed: Desk) -> None:
    clerk = accounts.sign_in(headed, CLERK, GIVEN)
    with pytest.raises(NotYourTask):
        renew_key(headed.of(clerk.clerk))
    assert headed.store.entries.last_sequence()


def test_backups_from_before_and_after_it_are_both_restored(headed: Desk, tmp_path: Path) -> None:
    disk, folder = tmp_path / "disk", headed.store.folder
    disk.mkdir()
    words = new_recovery_key()
    headed.store.backup_keys.set_recovery_key(words, words)
    made = BackupFolder(disk, headed.store.desk)
    first = made.back_up(headed.store, headed.now() - HOURS)
    again = renewed(headed)
    assert unlocked_by_words(folder, words).secret == again.store.key.secret, (
        "the paper in the safe holds for the new key, too"
    )
    later = received(again)
    time.sleep(1.1)  # backups are named by the second
    second = made.back_up(again.store, again.now())
    assert first and second
    assert made.sweep(again.store).bad_backups == ()
    again.store.close()
    for place, backup in (("first", first), ("second", second)):
        found = restore(backup.file, tmp_path / place, words)
        assert found.missing == ()
        rebuild(tmp_path / place, sample_profile(), key=found.key)
        desk = reopened(tmp_path / place, found.key)
        assert len(desk.store.files.names()) == 5
        assert (desk.store.dossier(later) is not None) is (place == "second")
        assert list(map(desk.store.files.get, desk.store.files.names()))
        desk.store.close()


def test_the_files_of_backups_of_before_go_with_the_last_of_those(headed: Desk, tmp_path: Path) -> None:
    disk = tmp_path / "disk"
    disk.mkdir()
    headed.store.backup_keys.set_passphrase("bốn từ không liên quan")
    made = BackupFolder(disk, headed.store.desk)
    old = made.back_up(headed.store, headed.now() - HOURS)
    again = renewed(headed)
    time.sleep(1.1)
    made.back_up(again.store, again.now())
    made.sweep(again.store)
    assert len(list((disk / FILES).iterdir())) == 2 and old is not None
    old.file.unlink()
    made.sweep(again.store)
    assert len(list((disk / FILES).iterdir())) == 1
    assert made.sweep(again.store).damaged == ()
    again.store.close()


def test_it_is_refused_before_anything_changes_where_the_recovery_key_is_of_an_older_program(headed: Desk) -> None:
    text = f'[{{"kind":"recovery","salt":"{"0" * 32}","nonce":"{"0" * 24}","secret":"{"0" * 96}"}}]'
    assert Wrapping.model_validate_json(text[1:-1]).kind is KeyKind.RECOVERY
    headed.store.recognition.keep_note("backup keys", text)
    with pytest.raises(BackupKeyOld):
        renew_key(headed)
    key = unlocked(headed.store.folder, HEAD, PASSWORD)
    assert key == headed.store.key
    reopened(headed.store.folder).store.close()


@pytest.mark.parametrize("place", list(KeyPlace))
def test_wherever_the_key_is_kept_the_new_one_is_kept_there(tmp_path: Path, place: KeyPlace) -> None:
    if place is KeyPlace.KEYRING:
        keyring.set_keyring(MemoryKeyring())
    desk = opened_desk(tmp_path / "desk", sample_profile())
    desk = desk.of(accounts.make_administrator(desk, HEAD, PASSWORD, PASSWORD))
    if place is KeyPlace.PLAIN:
        keep_key_plain(desk)
    assert desk.store.key_place is place
    old = desk.store.key
    again = renewed(desk)
    again.store.close()
    folder = desk.store.folder
    key = unlocked(folder, HEAD, PASSWORD) if place is KeyPlace.WRAPPED else find_key(folder)
    assert key == StoreKey(again.store.key.secret) != old
    assert again.store.key_place is place


def test_a_kill_before_the_database_is_done_leaves_the_key_of_before(
    headed: Desk, monkeypatch: pytest.MonkeyPatch
) -> None:
    before, old = all_of(headed), headed.store.key
    with monkeypatch.context() as cut:
        cut.setattr(renewal, "rekey", lambda *_: (_ for _ in ()).throw(KeyboardInterrupt))
        with pytest.raises(KeyboardInterrupt):
            renew_key(headed)
    assert unlocked(headed.store.folder, HEAD, PASSWORD).other is not None
    again = reopened(headed.store.folder)
    assert again.store.key == old and all_of(again) == before
    again.store.close()
    assert unlocked(headed.store.folder, HEAD, PASSWORD) == old
    assert "store_key_changed" not in [entry.kind for entry in again.store.sibling().entries.own_after(0, -1)]


def test_a_kill_after_it_is_gone_on_with_and_the_entry_is_written_once(headed: Desk) -> None:
    folder, before = headed.store.folder, all_of(headed)
    renew_key(headed)  # and here the power goes
    for _ in range(2):  # and once more while the files are done
        again = reopened(folder)
        assert again.store.key.other is not None
        assert all_of(again) == before, "scans under either key are read"
        name = again.store.files.names()[0]
        with again.store.files.reading(name) as reader:
            assert reader.read(0, reader.size) == again.store.files.get(name)
        again.store.files.seal_anew(name)
        again.store.close()
    again = reopened(folder)
    renewal.finish(again.store)
    again.store.close()
    assert unlocked(folder, HEAD, PASSWORD).other is None
    last = reopened(folder)
    kinds = [entry.kind for entry in last.store.entries.own_after(0, -1)]
    assert kinds.count("store_key_changed") == 1 and all_of(last) == before
    last.store.close()


@pytest.mark.parametrize("holds", ["BEGIN; SELECT count(*) FROM entries", "BEGIN IMMEDIATE"])
def test_while_another_connection_reads_or_writes_it_is_refused_and_the_key_of_before_stays(
    headed: Desk, holds: str
) -> None:
    before, old = all_of(headed), headed.store.key
    other = headed.store.sibling()
    for statement in holds.split(";"):
        other.db.execute(statement).fetchall()
    headed.store.db.execute("PRAGMA busy_timeout = 0")
    with pytest.raises(StoreHeld) as failure:
        renew_key(headed)
    assert "đang giữ tệp dữ liệu" in failure.value.sentence("vi")
    assert other.db.execute("SELECT count(*) FROM entries").fetchone()[0], "who reads goes on reading"
    other.close_connection()
    again = reopened(headed.store.folder)
    assert again.store.key == old and all_of(again) == before
    again.store.close()
    assert unlocked(headed.store.folder, HEAD, PASSWORD) == old


def test_a_backup_in_the_middle_of_it_waits_for_the_files(headed: Desk, tmp_path: Path) -> None:
    headed.store.backup_keys.set_passphrase("bốn từ không liên quan")
    again = reopened(headed.store.folder, renew_key(headed))
    (tmp_path / "disk").mkdir()
    made = BackupFolder(tmp_path / "disk", again.store.desk).back_up(again.store, again.now())
    assert made is not None
    again.store.close()
    assert unlocked(headed.store.folder, HEAD, PASSWORD).other is None
    assert restore(made.file, tmp_path / "new", "bốn từ không liên quan").missing == ()


RENEWING = """
import sys
from datetime import timedelta
from pathlib import Path
from counter_app.config import sample_profile
from counter_app.desk import accounts
from counter_app.desk.desk import open_desk
from counter_app.desk.store_key import renew_key
from counter_app.store import renewal
from counter_app.store.key_file import unlocked
folder, name, password = Path(sys.argv[1]), sys.argv[2], sys.argv[3]
desk = open_desk(folder, sample_profile(), key=unlocked(folder, name, password))
clerk = accounts.sign_in(desk, name, password).clerk
print("begun", flush=True)
while True:
    desk = open_desk(folder, sample_profile(), key=renew_key(desk.of(clerk)))
    renewal.finish(desk.store)
"""


@pytest.mark.skipif(os.name == "nt", reason="SIGKILL is how Linux ends a process at once")
@pytest.mark.usefixtures("costly_passwords")
def test_a_desk_killed_anywhere_while_its_key_is_changed_opens_with_the_same_passwords(headed: Desk) -> None:
    folder, before, chance = headed.store.folder, all_of(headed), random.Random(9)
    headed.store.close()
    environment = os.environ | {
        "PYTHON_KEYRING_BACKEND": "keyring.backends.fail.Keyring",
        "PYTHONPATH": str(Path.cwd()),
    }
    for _ in range(6):
        command = [sys.executable, "-c", RENEWING, str(folder), HEAD, PASSWORD]
        child = subprocess.Popen(command, env=environment, stdout=subprocess.PIPE, text=True)
        assert child.stdout is not None and child.stdout.readline()
        time.sleep(chance.uniform(0, 0.6))
        child.send_signal(signal.SIGKILL)
        child.communicate()
        again = reopened(folder, unlocked(folder, CLERK, GIVEN))
        assert all_of(again) == before
        assert again.store.entries.check_own()
        again.store.close()
    again = reopened(folder)
    renewal.finish(again.store)
    again.store.close()
    assert unlocked(folder, HEAD, PASSWORD).other is None

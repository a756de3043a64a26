"""What the desk keeps, on a real encrypted SQLite file."""

from __future__ import annotations

import os
import signal
import subprocess
import sys
import threading
from dataclasses import asdict
from pathlib import Path

import keyring
import keyring.backend
import pytest

from counter_app.dossier.acts.act import CannotApply
from counter_app.dossier.codes import Ranges
from counter_app.dossier.draft import Draft
from counter_app.dossier.journal import PROVINCE, BrokenChain
from counter_app.dossier.ledger import line_of
from counter_app.dossier.model import Dossier
from counter_app.dossier.payloads.business import StatusChanged
from counter_app.dossier.payloads.money import FeeReceiptIssued
from counter_app.dossier.payloads.payload import Payload
from counter_app.dossier.states import PayMethod, Status
from counter_app.store.database import connect
from counter_app.store.faults import StoreFault, WrongKey
from counter_app.store.keys import KeyMissing, KeyPlace, keep_key
from counter_app.store.migrations import migrations
from counter_app.store.store import DATABASE, Store, StoreLocked, open_store
from tests.dossier.entries import AT, CODE, journal_of, received

RECEIPT = FeeReceiptIssued(
    series="01BLP-26T", number=7, fee_kind="le_phi", amount=8000, method=PayMethod.CASH, payer="Đặng Thị Hương"
)


def append(store: Store, payload: Payload, code: str = CODE) -> Dossier:
    return store.journal.append(payload, dossier=code, clerk="Mẫu", at=AT, salt="salt")


def test_entry_and_dossier_are_there_after_a_restart(store: Store) -> None:
    append(store, received())
    append(store, StatusChanged(status=Status.IN_PROCESS))
    store.close()
    again = open_store(store.folder, store.desk)
    dossier = again.dossier(CODE)
    assert dossier and dossier.status is Status.IN_PROCESS
    assert again.entries.check_own() == 2
    assert again.journal.differing_projections() == []
    again.close()


def test_what_does_not_fit_the_dossier_is_not_written(store: Store) -> None:
    append(store, received())
    with pytest.raises(CannotApply):
        append(store, StatusChanged(status=Status.RESULT_RETURNED))
    assert store.entries.check_own() == 1


def test_journal_and_projection_are_written_together_or_not_at_all(store: Store) -> None:
    store.db.execute("DROP TABLE newcomers")
    with pytest.raises(StoreFault):
        append(store, received())
    assert store.entries.last() is None
    assert store.dossier(CODE) is None


@pytest.mark.parametrize(
    "damage",
    [
        "UPDATE dossiers SET status = 9",
        "UPDATE dossiers SET owner = 'Người khác'",
        "UPDATE dossiers SET conflicts = 1",
        "UPDATE kinds SET field = 'Đất đai'",
        "UPDATE fee_receipts SET amount = 1",
        "DELETE FROM fee_receipts",
        "DELETE FROM dossiers",
    ],
)
def test_a_projection_that_is_not_what_the_journal_says_is_noticed_and_made_again(store: Store, damage: str) -> None:
    append(store, received(fee=8000))
    append(store, RECEIPT)
    assert store.journal.differing_projections() == []
    before = store.find()
    store.db.execute(damage)
    assert store.journal.differing_projections() == [CODE]
    store.journal.rebuild_all()
    assert store.journal.differing_projections() == []
    assert store.find() == before


def test_rebuild_makes_one_projection_again(store: Store) -> None:
    append(store, received(fee=8000))
    append(store, RECEIPT)
    before = store.find()
    store.db.execute("UPDATE dossiers SET status = 9")
    store.db.execute("DELETE FROM fee_receipts")
    assert store.journal.rebuild(CODE) == store.dossier(CODE)
    assert store.journal.differing_projections() == []
    assert store.find("dang") == before


def test_what_entries_no_longer_make_is_taken_away(store: Store) -> None:
    append(store, received(fee=8000))
    append(store, RECEIPT)
    append(store, received(), "H41.99-261124-0002")
    store.db.execute("UPDATE entries SET payload = NULL WHERE dossier = ?", [CODE])  # erased by law
    assert store.journal.differing_projections() == [CODE]
    assert store.journal.rebuild(CODE) is None
    assert store.journal.differing_projections() == []
    assert [line.code for line in store.find("dang")] == ["H41.99-261124-0002"]
    assert store.fee_receipts.last_number(RECEIPT.series) == 0


def test_a_desk_of_an_older_program_opens_with_everything_in_its_place(tmp_path: Path) -> None:
    key = keep_key(tmp_path)
    db = connect(tmp_path / DATABASE, key.derived("database"))
    migrations.apply(db, stop_before="fee_receipts")
    steps = [(1, received(fee=8000)), (2, RECEIPT), (3, StatusChanged(status=Status.IN_PROCESS))]
    first, later = journal_of("H41.99:1", *steps), journal_of("H41.99:2", (1, received()), dossier="H41.99-261123-0007")
    for entry in [*first, *later]:
        db.table("entries").insert(entry.model_dump(mode="json") | {"at": entry.at.isoformat()})
    db.table("drafts").insert(
        {"id": "draft-000001", "state": Draft(id="draft-000001").model_dump_json(), "changed_at": "2026"}
    )
    db.close()
    for _ in range(2):  # the second time there is nothing to do anew
        store = open_store(tmp_path, "H41.99:1")
        assert [line.code for line in store.find("dang huong")] == ["H41.99-261123-0007", CODE]
        assert [line.code for line in store.find(status=Status.IN_PROCESS)] == [CODE]
        assert store.entries.of_dossier(CODE) == first
        assert store.entries.check_own() == 3
        assert store.journal.differing_projections() == []
        assert store.fee_receipts.last_number(RECEIPT.series) == RECEIPT.number
        assert [draft.id for draft in store.drafts.all()] == ["draft-000001"]
        store.close()


def test_the_ledger_is_the_line_of_each_dossier(store: Store) -> None:
    append(store, received(fee=8000))
    append(store, RECEIPT)
    append(store, StatusChanged(status=Status.DONE))
    dossier = store.dossier(CODE)
    assert dossier
    assert list(store.db.query("SELECT * FROM ledger")) == [asdict(line_of(dossier))]


def test_numbers_go_on_after_9999_a_day_and_each_desk_has_its_own(store: Store) -> None:
    def last(desk: int, slots: int = 10, size: int = 1_000) -> int:
        return store.last_number("H41.99", AT, Ranges(desk, slots, size))

    assert last(1) == 0
    for number in (1, 2, 1000, 1001, 1997, 9001, 10000, 10001, 10002, 19500):
        append(store, received(), f"H41.99-261123-{number:04d}")
    append(store, received(), "H41.99-261124-0021")
    append(store, received(), "H41.99.01-261123-0031")
    assert [last(1), last(2), last(3), last(10)] == [10002, 1997, 0, 19500]


def test_a_line_waits_until_the_province_has_all_of_it(store: Store) -> None:
    append(store, received())
    assert store.find()[0].waiting
    store.sync_points.put("acknowledged", 1)
    assert not store.find()[0].waiting


def test_entries_of_the_province_move_the_dossier_and_come_twice_without_harm(store: Store) -> None:
    append(store, received())
    entries = journal_of(PROVINCE, (2, StatusChanged(status=Status.DONE)))
    assert store.journal.accept(entries) == [CODE]
    assert store.journal.accept(entries) == []
    dossier = store.dossier(CODE)
    assert dossier and dossier.status is Status.DONE
    with pytest.raises(BrokenChain):
        store.journal.accept([entries[0].model_copy(update={"sequence": 2})])


def test_entries_that_arrive_before_their_beginning_wait_for_it(store: Store) -> None:
    first, second = journal_of("H41.99:2", (1, received()), (2, StatusChanged(status=Status.DONE)))
    store.journal.accept([second])
    assert store.dossier(CODE) is None
    store.journal.accept([first])
    dossier = store.dossier(CODE)
    assert dossier and dossier.status is Status.DONE


def test_nothing_readable_lies_on_the_disk(store: Store) -> None:
    append(store, received())
    scan = "Đặng Thị Hương sinh ngày".encode() * 50
    store.files.put(scan, "image/png")
    store.close()
    on_disk = b"".join(path.read_bytes() for path in store.folder.rglob("*") if path.is_file())
    assert "Hương".encode() not in on_disk
    assert b"SQLite format 3" not in on_disk
    if os.name != "nt":
        assert {path.stat().st_mode & 0o077 for path in store.folder.glob("*.key")} == {0}


def test_a_second_instance_is_told_that_one_is_running(store: Store) -> None:
    with pytest.raises(StoreLocked) as failure:
        open_store(store.folder, store.desk)
    assert failure.value.sentence("en").startswith("The Counter is already running")


def test_a_wrong_key_is_not_taken_for_an_empty_store(store: Store) -> None:
    append(store, received())
    store.close()
    (store.folder / "store.key").write_text("00" * 32)
    with pytest.raises(WrongKey):
        open_store(store.folder, store.desk)
    (store.folder / "store.key").unlink()
    with pytest.raises(KeyMissing):
        open_store(store.folder, store.desk)


class MemoryKeyring(keyring.backend.KeyringBackend):
    """A keyring as a desktop has one."""

    priority = 1.0

    def __init__(self) -> None:
        super().__init__()
        self._kept: dict[tuple[str, str], str] = {}

    def get_password(self, service: str, username: str) -> str | None:
        return self._kept.get((service, username))

    def set_password(self, service: str, username: str, password: str) -> None:
        self._kept[service, username] = password

    def delete_password(self, service: str, username: str) -> None:
        del self._kept[service, username]


def test_the_key_lives_in_the_keyring_where_there_is_one(tmp_path: Path) -> None:
    keyring.set_keyring(MemoryKeyring())
    store = open_store(tmp_path / "desk", "H41.99:1")
    append(store, received())
    assert store.key_place is KeyPlace.KEYRING
    store.close()
    assert not (tmp_path / "desk" / "store.key").exists()
    again = open_store(tmp_path / "desk", "H41.99:1")
    assert again.dossier(CODE)
    again.close()


def test_a_first_start_cut_off_after_its_key_was_kept_goes_on(tmp_path: Path) -> None:
    key = keep_key(tmp_path)
    store = open_store(tmp_path, "H41.99:1")
    assert store.key == key
    store.close()


def test_two_threads_write_without_losing_an_entry(store: Store) -> None:
    append(store, received())

    def accept_all() -> None:
        mine = store.sibling()
        for number in range(40):
            code = f"H41.99-261123-{number:04d}"
            mine.journal.accept(journal_of(f"H41.99:{number + 2}", (1, received()), dossier=code))
        mine.close_connection()

    thread = threading.Thread(target=accept_all)
    thread.start()
    for number in range(40):
        append(store, received(), f"H41.99-261124-{number + 1000}")
    thread.join()
    assert len(store.find(limit=500)) == 81
    assert store.entries.check_own() == 41
    assert store.journal.differing_projections() == []


KILLED = """
import sys
from pathlib import Path
from counter_app.store.migrations import migrations
from counter_app.store.store import open_store
from tests.dossier.entries import AT, received
store = open_store(Path(sys.argv[1]), "H41.99:1")
number = store.entries.check_own()
while True:
    number += 1
    store.files.put(b"page %d" % number, "image/png")
    store.journal.append(received(), dossier=f"H41.99-261124-{number:04d}", clerk="M", at=AT, salt="s")
    print(number, flush=True)
"""


@pytest.mark.skipif(os.name == "nt", reason="SIGKILL is how Linux ends a process at once")
def test_what_was_committed_is_there_after_kill_9(tmp_path: Path) -> None:
    environment = os.environ | {
        "PYTHON_KEYRING_BACKEND": "keyring.backends.fail.Keyring",
        "PYTHONPATH": str(Path.cwd()),
    }
    folder = tmp_path / "desk"
    for _ in range(3):
        writer = subprocess.Popen(
            [sys.executable, "-c", KILLED, str(folder)], env=environment, stdout=subprocess.PIPE, text=True
        )
        assert writer.stdout
        told = [int(writer.stdout.readline()) for _ in range(25)][-1]
        writer.send_signal(signal.SIGKILL)
        writer.communicate()
        store = open_store(folder, "H41.99:1")
        assert store.entries.check_own() >= told
        assert store.journal.differing_projections() == []
        store.close()

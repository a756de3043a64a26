"""One poisoned dossier among good ones, as an older program took it over: lists, search and the start go on."""

from __future__ import annotations

import json
from datetime import date
from pathlib import Path

import pytest

from counter_app.dossier import journal as journals
from counter_app.dossier.journal import Entry
from counter_app.dossier.states import Status
from counter_app.reports.scope import moment
from counter_app.store.journal import DossierUnreadable
from counter_app.store.store import Store, open_store
from counter_app.store.sync_points import CURSOR
from counter_app.sync.rounds.pull import take_over
from tests.dossier.entries import AT, journal_of, received

GOOD, BAD = "H41.99-261124-0001", "H41.99-261124-0002"


def poisoned(**changes: object) -> Entry:
    """An entry of another desk that seals what it likes."""
    (entry,) = journal_of("H41.99:2", (1, received()), dossier=BAD)
    payload = json.dumps(json.loads(entry.payload or "") | changes)
    unsealed = entry.model_dump(exclude={"hash", "payload"}) | {"payload_hash": journals._sha256(payload)}
    return Entry(**unsealed, payload=payload, hash=journals._seal(unsealed))


POISONS = {
    "a promise at the end of time": {"due_at": "9999-12-31T23:59:59Z"},
    "a promise before time": {"due_at": "0001-01-01T00:00:00+14:00"},
    "more money than columns hold": {"fees": [{"name": "Lệ phí", "kind": "le_phi", "amount": 10**30}]},
    "a name as long as a book": {"owner": {"name": "A" * 200, "address": "b " * 500_000}},
}


@pytest.mark.parametrize("name", POISONS)
def test_what_no_desk_can_have_written_is_kept_apart_and_the_rest_of_its_page_taken(tmp_path: Path, name: str) -> None:
    store = open_store(tmp_path, "H41.99:1")
    (good,) = journal_of("H41.99:3", (1, received()), dossier="H41.99-261124-0003")
    assert take_over(store, [poisoned(**POISONS[name]), good], 7) == [good.dossier]
    ((entry, reason),) = store.quarantine.entries()
    assert entry.dossier == BAD and reason and store.sync_points.get(CURSOR) == 7
    store.close()


@pytest.mark.parametrize("name", POISONS)
def test_one_that_is_here_already_spoils_no_list_and_no_start(tmp_path: Path, name: str) -> None:
    store = open_store(tmp_path, "H41.99:1")
    store.journal.append(received(), dossier=GOOD, clerk="Mẫu", at=AT, salt="salt")
    insert_as_older_programs_did(store, poisoned(**POISONS[name]))
    store.journal.rebuild_all()
    for found in (store.find(), store.find("huong"), store.find(status=Status.ACCEPTED)):
        assert GOOD in [line.code for line in found]
        assert all(f"{line.due_at:%Y}" and f"{line.received_at:%Y}" for line in found)
    assert store.journal.differing_projections() in ([], [BAD])
    try:
        store.dossier(BAD)
    except DossierUnreadable as told:
        assert BAD in told.sentence()
    store.db.execute("PRAGMA user_version = 0")
    store.close()
    again = open_store(tmp_path, "H41.99:1")
    assert again.find("huong")[-1].code == GOOD
    again.close()


def insert_as_older_programs_did(store: Store, entry: Entry) -> None:
    from counter_app.store import journal

    store.db.execute(journal._INSERT, journal._values(entry))


def test_a_moment_no_calendar_has_is_shown_as_the_nearest() -> None:
    assert moment(10**15) == moment(10**18)
    first = moment(-(10**15))
    assert first and first.date() == date(1800, 1, 1)

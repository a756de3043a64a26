"""The province's registry: every entry once, in an order nobody who pulls can miss a part of. On both databases."""

from __future__ import annotations

import json
import threading
from concurrent.futures import ThreadPoolExecutor
from itertools import count
from typing import Any

import pytest
from hypothesis import HealthCheck, given, settings
from hypothesis import strategies as st

from counter_app.dossier import journal as journals
from counter_app.dossier.acts.act import CannotApply
from counter_app.dossier.fold import fold
from counter_app.dossier.journal import PROVINCE, Entry
from counter_app.dossier.payloads.business import StatusChanged
from counter_app.dossier.states import Status
from counter_app.province.desks import NotLetIn, Revoked
from counter_app.province.entries_aside import lines_aside
from counter_app.province.overview import Overview
from counter_app.province.registry import Forged, Gap, NoSuchDossier, insert_entries
from counter_app.province.services import Services
from counter_app.sync.wire import AwaitedFile
from tests.dossier.entries import CODE, received
from tests.province.conftest import DESK, OTHER, STRANGER, Journal, scanned

LATEST = 2**40


def resealed(entry: Entry, **changes: Any) -> Entry:
    """The entry as a desk that lies would seal it."""
    unsealed = entry.model_dump(exclude={"hash", "payload"}) | {k: v for k, v in changes.items() if k != "payload"}
    payload = changes.get("payload", entry.payload)
    if payload is not None:
        unsealed["payload_hash"] = journals._sha256(payload)
    return Entry(**unsealed, payload=payload, hash=journals._seal(unsealed))


def pulled_by(services: Services, desk: str, limit: int = 1000) -> list[Entry]:
    found: list[Entry] = []
    cursor, more = 0, True
    while more:
        pulled = services.registry.pull(desk, cursor, limit)
        found += pulled.entries
        cursor, more = pulled.cursor, pulled.more
    return found


def test_what_a_desk_sends_comes_to_the_others_of_its_office_once_and_in_order(services: Services) -> None:
    journal = Journal()
    for number in range(1, 26):
        journal.write(received(), f"H41.99-261124-{number:04d}")
    assert services.registry.accept(DESK, journal.entries[:10]) == 10
    assert services.registry.accept(DESK, journal.entries[5:]) == 25, "what overlaps is taken once"
    assert services.registry.accept(DESK, journal.entries) == 25
    assert pulled_by(services, OTHER, limit=7) == journal.entries
    assert pulled_by(services, DESK) == []
    assert pulled_by(services, STRANGER) == []
    assert services.registry.pull(DESK, 0, 10).cursor == 25, "a desk passes over its own entries at once"


def test_a_gap_names_where_to_go_on_and_changes_nothing(services: Services) -> None:
    journal = Journal()
    for number in range(1, 7):
        journal.write(received(), f"H41.99-261124-{number:04d}")
    services.registry.accept(DESK, journal.entries[:2])
    one, two, three, four, five, _ = journal.entries
    for pushed in ([four], [three, five], [four, three], [five, four, three], [two, one]):
        with pytest.raises(Gap) as gap:
            services.registry.accept(DESK, pushed)
        assert gap.value.acknowledged == 2
    assert pulled_by(services, OTHER) == [one, two]


def lies() -> dict[str, Any]:
    return {
        "another clerk": lambda entry: entry.model_copy(update={"clerk": "Người khác"}),
        "another desk": lambda entry: resealed(entry, desk=OTHER),
        "another past": lambda entry: resealed(entry, previous="0" * 64),
    }


@pytest.mark.parametrize("lie", lies())
def test_a_lie_is_refused_and_the_state_stays_as_it_was(services: Services, lie: str) -> None:
    journal = Journal()
    first, second = journal.write(received()), journal.write(StatusChanged(status=Status.IN_PROCESS), step=2)
    services.registry.accept(DESK, [first])
    with pytest.raises(Forged):
        services.registry.accept(DESK, [lies()[lie](second)])
    assert pulled_by(services, OTHER) == [first]
    assert services.registry.accept(DESK, [second]) == 2


def with_content(entry: Entry, **changes: Any) -> Entry:
    return resealed(entry, payload=json.dumps(json.loads(entry.payload or "") | changes))


def poisons() -> dict[str, Any]:
    return {
        "another office's dossier": lambda entry: resealed(entry, dossier="H41.98-261124-0001"),
        "no dossier's code": lambda entry: resealed(entry, dossier="H41.99-../../x-1"),
        "a day that is none": lambda entry: resealed(entry, dossier="H41.99-261332-0001"),
        "a number that is none": lambda entry: resealed(entry, dossier=f"H41.99-261124-{'9' * 30}"),
        "digits of another script": lambda entry: resealed(entry, dossier="H41.99-٢٦١١٢٤-0001"),
        "a step further than anybody has come": lambda entry: resealed(entry, step=4),
        "a step of a dossier nobody received": lambda entry: resealed(entry, dossier="H41.99-261124-0777"),
        "a first step that receives nothing": lambda entry: resealed(entry, step=1),
        "a letter that is none": lambda entry: resealed(entry, clerk="A\0B"),
        "a name without end": lambda entry: resealed(entry, clerk="A" * 201),
        "a number no column holds": lambda entry: resealed(entry, step=2**31),
        "a long kind": lambda entry: resealed(entry, kind="k" * 65),
        "a year before there were computers": lambda entry: resealed(entry, at=entry.at.replace(year=1)),
        "a year nobody will see": lambda entry: resealed(entry, at=entry.at.replace(year=9999)),
        "no JSON": lambda entry: resealed(entry, payload="{"),
        "no object": lambda entry: resealed(entry, payload="[]"),
        "another content": lambda entry: resealed(entry, payload='{"kind": "withdrawn"}'),
        "deep content": lambda entry: resealed(entry, payload="[" * 100_000),
        "a number of a million digits": lambda entry: resealed(entry, payload='{"kind": ' + "9" * 1_000_000 + "}"),
        "no number": lambda entry: resealed(entry, payload='{"kind": NaN}'),
        "a bell in a reason": lambda entry: with_content(entry, reason="Thiếu\a giấy"),
        "a text that runs backwards": lambda entry: with_content(entry, reason="Thiếu \u202eyấig"),
        "half a letter": lambda entry: resealed(entry, payload='{"kind": "status_changed", "reason": "\\ud800"}'),
        "a reason as long as a book": lambda entry: with_content(entry, reason="a" * 10_001),
        "a huge number": lambda entry: with_content(entry, amount=10**17),
        "a moment before history": lambda entry: with_content(entry, due_at="0001-01-01T00:00:00+14:00"),
        "more parts than a dossier has": lambda entry: with_content(entry, items=[0] * 100_001),
    }


@pytest.mark.parametrize("poison", poisons())
def test_what_no_desk_can_have_written_is_put_aside_and_holds_up_nobody(services: Services, poison: str) -> None:
    journal = Journal()
    first, second = journal.write(received()), journal.write(StatusChanged(status=Status.IN_PROCESS), step=2)
    services.registry.accept(DESK, [first])
    bad = poisons()[poison](second)
    assert services.registry.accept(DESK, [bad]) == 2, "the desk goes on"
    assert services.registry.accept(DESK, [bad]) == 2, "and may say it twice"
    with pytest.raises(Forged):
        services.registry.accept(DESK, [second])
    journal.entries[-1] = bad
    third = journal.write(received(), "H41.99-261124-0003")
    assert services.registry.accept(DESK, [third]) == 3
    assert pulled_by(services, OTHER) == [first, third]
    assert services.registry.aside(DESK) == 1 and services.registry.aside(OTHER) == 0
    (line,) = lines_aside(services.engine)
    assert (line.desk, line.sequence) == (DESK, 2) and line.reason


def test_a_desk_cannot_receive_under_a_code_that_only_another_desk_draws(services: Services) -> None:
    journal = Journal(OTHER)
    services.registry.accept(OTHER, [journal.write(received(), "H41.99-261124-0001")])
    assert [line.reason for line in lines_aside(services.engine)] == ["a code of another desk"]


def test_what_came_too_early_is_taken_up_once_what_it_follows_is_here(services: Services) -> None:
    """After a restore of the server one desk brings back what another had already built on."""
    first = Journal()
    beginning = first.write(received())
    second = Journal(OTHER)
    following = second.write(StatusChanged(status=Status.IN_PROCESS), step=2)
    after = second.write(StatusChanged(status=Status.DONE), step=3)
    assert services.registry.accept(OTHER, [following, after]) == 2
    assert services.registry.aside(OTHER) == 2 and pulled_by(services, DESK) == []
    services.registry.accept(DESK, [beginning])
    assert pulled_by(services, DESK) == [following, after] and services.registry.aside(OTHER) == 0
    assert fold(services.registry.entries_of([CODE])[CODE]).conflicts == ()


def test_another_history_than_the_one_stored_is_refused(services: Services) -> None:
    services.registry.accept(DESK, [Journal().write(received())])
    with pytest.raises(Forged):
        services.registry.accept(DESK, [Journal().write(received(8000))])


def test_only_registered_desks_that_were_not_revoked_may_send(services: Services) -> None:
    unknown = Journal("H41.99:77")
    with pytest.raises(NotLetIn):
        services.registry.accept(unknown.desk, [unknown.write(received())])
    with pytest.raises(NotLetIn):
        services.registry.pull(unknown.desk, 0, 10)
    services.desks.revoke(DESK)
    with pytest.raises(Revoked):
        services.registry.accept(DESK, [Journal().write(received())])
    forged = Journal(PROVINCE)
    with pytest.raises(Forged):
        services.registry.accept(PROVINCE, [forged.write(received())])


def test_content_of_a_newer_program_and_erased_content_are_kept_as_they_are(services: Services) -> None:
    journal = Journal()
    first, second = journal.write(received()), journal.write(StatusChanged(status=Status.IN_PROCESS), step=2)
    newer = resealed(second, kind="from_the_future", payload=json.dumps({"kind": "from_the_future", "x": [1, None]}))
    erased = [first.model_copy(update={"payload": None}), newer.model_copy(update={"payload": None})]
    services.registry.accept(DESK, erased)
    assert pulled_by(services, OTHER) == erased
    assert services.registry.accept(DESK, [first, newer]) == 2, "the same entries by their hashes"


def test_poison_that_an_older_server_took_over_has_no_state_instead_of_a_fault(services: Services) -> None:
    entry = Journal().write(received())
    content = json.loads(entry.payload or "")
    content["fees"] = [{"name": "Lệ phí", "kind": "le_phi", "amount": 10**400}]
    content["due_at"] = "0001-01-01T00:00:00+14:00"
    with services.engine.begin() as db:
        insert_entries(db, "H41.99", [resealed(entry, payload=json.dumps(content))])
    services.registry.folded(CODE)
    assert len(Overview(services.engine).dossiers()) == 1


def test_the_province_acts_by_entries_of_its_own(services: Services) -> None:
    entry = Journal().write(received())
    services.registry.accept(DESK, [entry])
    services.registry.change_status(CODE, Status.SUPPLEMENT_REQUESTED, "Thiếu giấy", "Chuyên viên Mẫu")
    with pytest.raises(CannotApply):
        services.registry.change_status(CODE, Status.RESULT_RETURNED, "", "Chuyên viên Mẫu")
    with pytest.raises(NoSuchDossier):
        services.registry.change_status("H41.99-261124-9999", Status.DONE, "", "Chuyên viên Mẫu")
    own = services.registry.pull(DESK, 0, 10).entries
    assert [(item.desk, item.clerk) for item in own] == [(PROVINCE, "Chuyên viên Mẫu")]
    services.registry.change_status(CODE, Status.ACCEPTED, "", "Chuyên viên Mẫu")
    everything = pulled_by(services, OTHER)
    assert [item.desk for item in everything] == [DESK, PROVINCE, PROVINCE]
    assert services.registry.folded(CODE) == fold(everything)


def test_files_that_entries_name_are_awaited_with_their_sizes(services: Services) -> None:
    journal = Journal()
    entries = [journal.write(received()), journal.write(scanned("a" * 64, 5), step=2)]
    entries += [journal.write(scanned("b" * 64, 7), step=3), journal.write(scanned("a" * 64, 5), step=4)]
    services.registry.accept(DESK, entries)
    wanted = services.registry.awaited(DESK)
    assert sorted(wanted, key=lambda file: file.sha256) == [
        AwaitedFile(sha256="a" * 64, size=5),
        AwaitedFile(sha256="b" * 64, size=7),
    ]
    assert services.registry.awaited(OTHER) == []
    assert sorted(services.registry.awaited_of(CODE)) == ["a" * 64, "b" * 64]


def test_lists_of_dossiers_say_what_the_fold_says(services: Services) -> None:
    journal, stranger = Journal(), Journal(STRANGER)
    codes = [f"H41.99-261124-{number:04d}" for number in range(1, 31)]
    for code in codes:
        journal.write(received(), code)
    services.registry.accept(DESK, journal.entries)
    services.registry.accept(STRANGER, [stranger.write(received(), "H41.98-261124-0001")])
    services.registry.change_status(codes[3], Status.DONE, "", "Chuyên viên Mẫu")
    overview = Overview(services.engine)
    assert [line.code for line in overview.dossiers(agency="H41.99")] == codes
    assert [line.code for line in overview.dossiers(status=Status.DONE)] == [codes[3]]
    assert [line.code for line in overview.dossiers(agency="H41.99", after=codes[9], limit=2)] == codes[10:12]
    assert overview.counts() == {
        ("H41.98", Status.ACCEPTED): 1,
        ("H41.99", Status.ACCEPTED): 29,
        ("H41.99", Status.DONE): 1,
    }
    services.registry.change_status(codes[0], Status.WITHDRAWN, "", "Chuyên viên Mẫu")
    assert overview.dossiers(limit=2)[1].status is Status.WITHDRAWN
    assert overview.refresh() == 0


def test_however_many_push_at_once_whoever_pulls_meanwhile_skips_nothing(services: Services) -> None:
    desks = [f"H41.99:{number}" for number in range(10, 16)]
    for desk in desks:
        services.desks.register(desk)
    writing = threading.Event()
    writing.set()

    def push(desk: str) -> list[Entry]:
        journal = Journal(desk)
        for number in range(40):
            journal.write(received(), f"H41.99-261124-{int(desk[7:])}{number:03d}")
        for start in range(0, 40, 4):
            services.registry.accept(desk, journal.entries[max(start - 2, 0) : start + 4])
        return journal.entries

    def pull(_: int) -> list[Entry]:
        found: list[Entry] = []
        cursor, last = 0, False
        while True:
            last = not writing.is_set()
            pulled = services.registry.pull(OTHER, cursor, 9)
            found += pulled.entries
            cursor = pulled.cursor
            if last and not pulled.more:
                return found

    with ThreadPoolExecutor(10) as threads:
        pulls = [threads.submit(pull, number) for number in range(3)]
        pushed = [entry for entries in threads.map(push, desks) for entry in entries]
        writing.clear()
        for item in pulls:
            found = item.result()
            assert len(found) == len(pushed)
            assert {(e.desk, e.sequence) for e in found} == {(e.desk, e.sequence) for e in pushed}
    assert services.registry.pull(OTHER, 0, 1000).cursor == len(pushed), "no number of the office was left out"


BATCHES = st.lists(st.tuples(st.integers(0, 12), st.integers(1, 5)), max_size=12)
NUMBERS = count(100)


@settings(max_examples=15, deadline=None, suppress_health_check=[HealthCheck.function_scoped_fixture])
@given(batches=BATCHES)
def test_whatever_is_repeated_or_left_out_the_server_has_a_beginning_of_the_journal(
    services: Services, batches: list[tuple[int, int]]
) -> None:
    number = next(NUMBERS)
    desk = f"H41.99:{number}"
    services.desks.register(desk)
    journal = Journal(desk)
    for line in range(12):
        journal.write(received(), f"H41.99-261124-{number + line * 1000:04d}")
    here = 0
    for start, length in batches:
        pushed = journal.entries[start : start + length]
        if pushed and start > here:
            with pytest.raises(Gap) as gap:
                services.registry.accept(desk, pushed)
            assert gap.value.acknowledged == here
        elif pushed:
            here = max(here, start + len(pushed))
            assert services.registry.accept(desk, pushed) == here
    assert [entry for entry in pulled_by(services, OTHER) if entry.desk == desk] == journal.entries[:here]

"""A restored province takes from a desk what it once served it, and nothing that nobody wrote."""

from __future__ import annotations

from collections.abc import Sequence

import pytest

from counter_app.dossier import erasing
from counter_app.dossier.journal import PROVINCE, Entry, Tip, write
from counter_app.dossier.payloads.business import StatusChanged
from counter_app.dossier.payloads.erasing import DataErased, ErasedEntry
from counter_app.dossier.payloads.payload import Payload
from counter_app.dossier.states import Status
from counter_app.province.brought_back import BroughtBack
from counter_app.province.desks import NotLetIn
from counter_app.province.services import Services
from counter_app.sync.wire import Pulled
from tests.dossier.entries import AT, CODE, received
from tests.province.conftest import DESK, OTHER, STRANGER


def chain(*payloads: Payload, desk: str = DESK, code: str = CODE, clerk: str = "Mẫu") -> list[Entry]:
    """Entries of one desk and dossier."""
    made: list[Entry] = []
    for step, payload in enumerate(payloads, 1):
        after = made[-1] if made else None
        made.append(
            write(payload, dossier=code, step=step, desk=desk, clerk=clerk, at=AT, after=after, salt=f"muối {step}")
        )
    return made


@pytest.fixture
def entries() -> list[Entry]:
    return chain(received(), StatusChanged(status=Status.IN_PROCESS), StatusChanged(status=Status.DONE))


@pytest.fixture
def back(services: Services) -> BroughtBack:
    return services.brought_back


def served(services: Services) -> Pulled:
    return services.registry.pull(OTHER, 0, 100)


def take(back: BroughtBack, entries: Sequence[Entry], proofs: Sequence[str] = ("",) * 9) -> tuple[int, ...]:
    return back.take(OTHER, entries[0].desk, entries, proofs).unproved


def test_one_proof_brings_back_all_that_it_follows_and_the_desk_goes_on_behind_it(
    services: Services, back: BroughtBack, entries: list[Entry]
) -> None:
    assert back.lacking(OTHER, DESK, [3, 2, 1]) == (3, 2, 1)
    assert take(back, entries, ["", "", *back.proofs(entries[2:])]) == ()
    assert [entry.sequence for entry in served(services).entries] == [1, 2, 3]
    assert back.lacking(OTHER, DESK, [3, 2, 1]) == () and take(back, entries) == (), "again it changes nothing"
    assert services.registry.accept(DESK, entries) == 3
    assert services.history.own(DESK, 0, 10).entries == tuple(entries)


def test_newest_first_each_lot_proves_the_one_before_it(back: BroughtBack, entries: list[Entry]) -> None:
    assert take(back, entries[2:], back.proofs(entries[2:])) == ()
    assert take(back, entries[1:2]) == () and take(back, entries[:1]) == ()


def test_behind_a_gap_entries_wait_for_their_desk_and_are_kept_once(
    services: Services, back: BroughtBack, entries: list[Entry]
) -> None:
    assert take(back, [entries[0], entries[2]], back.proofs([entries[0], entries[2]])) == ()
    assert services.history.standing(DESK, "", 0).last_sequence == 1
    assert services.history.own(DESK, 0, 10).entries == (entries[0],), "a rebuild is given no gap"
    assert services.registry.accept(DESK, entries[1:]) == 3
    assert [entry.sequence for entry in served(services).entries] == [1, 3, 2]


def test_nobody_smuggles_in_what_no_desk_wrote(services: Services, back: BroughtBack, entries: list[Entry]) -> None:
    invented = chain(received(), StatusChanged(status=Status.DONE), clerk="Kẻ Lạ")
    proof = back.proofs(entries[1:2])[0]
    changed = entries[1].model_copy(update={"clerk": "Kẻ Lạ"})
    elsewhere = chain(received(), code="H41.98-261120-0001")
    for attempt, proofs in (
        (invented, ["", ""]),
        (invented, ["0" * 32, "f" * 32]),
        ([invented[1]], [proof]),  # another entry's proof
        ([changed], [proof]),
        (elsewhere, back.proofs(elsewhere)),  # of another office
    ):
        assert take(back, attempt, proofs) == tuple(entry.sequence for entry in attempt)
    assert served(services).entries == ()
    for journal in (STRANGER, OTHER):
        with pytest.raises(NotLetIn):
            back.take(OTHER, journal, entries, back.proofs(entries))
        with pytest.raises(NotLetIn):
            back.lacking(OTHER, journal, [1])
    assert services.registry.accept(DESK, entries) == 3, "the desk itself is not held up"


def test_another_entry_in_the_same_place_is_not_overwritten(
    services: Services, back: BroughtBack, entries: list[Entry]
) -> None:
    services.registry.accept(DESK, entries)
    other = chain(received(), clerk="Khác")
    assert take(back, other, back.proofs(other)) == (1,)
    assert served(services).entries == tuple(entries)


def test_an_entry_without_its_content_comes_back_only_where_it_was_erased(
    services: Services, back: BroughtBack, entries: list[Entry]
) -> None:
    emptied = [entry.model_copy(update={"payload": None}) for entry in entries]
    assert take(back, emptied, back.proofs(entries)) == (1, 2, 3)
    remains = erasing.remains_of(entries[0])
    erased = ErasedEntry(desk=DESK, sequence=1, remains=remains)
    last = write(
        DataErased(reason="Theo yêu cầu", erased=(erased,)),
        dossier=CODE,
        step=4,
        desk=DESK,
        clerk="Mẫu",
        at=AT,
        after=entries[2],
        salt="muối",
    )
    assert take(back, [last], back.proofs([last])) == ()
    assert take(back, [*entries[1:]]) == () and take(back, [entries[0]]) == ()
    found = {entry.sequence: entry.payload for entry in served(services).entries}
    assert found[1] is None, "what was erased does not come back, whoever still has it"
    assert found[2] is not None


def test_entries_of_the_province_need_each_a_proof_of_their_own(services: Services, back: BroughtBack) -> None:
    first = chain(received())
    services.registry.accept(DESK, first)
    lost = [
        write(
            StatusChanged(status=status),
            dossier=CODE,
            step=step,
            desk=PROVINCE,
            clerk="Sở",
            at=AT,
            after=Tip(step * 100, "0" * 64),
            salt="muối",
        )
        for step, status in ((2, Status.IN_PROCESS), (3, Status.DONE))
    ]
    assert take(back, lost, ["", *back.proofs(lost[1:])]) == (201,)
    assert take(back, lost, back.proofs(lost)) == ()
    dossier = services.registry.folded(CODE).dossier
    assert dossier is not None and dossier.status is Status.DONE

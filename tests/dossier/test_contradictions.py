"""What desks did offline and contradicts: kept, settled by a clerk, the same everywhere, whatever arrives when."""

from __future__ import annotations

import pytest
from hypothesis import HealthCheck, given, settings
from hypothesis import strategies as st

from counter_app.dossier.contradictions import act_again, contradictions
from counter_app.dossier.fold import fold
from counter_app.dossier.journal import PROVINCE, Entry, EntryKey
from counter_app.dossier.life import Decision
from counter_app.dossier.model import Dossier
from counter_app.dossier.payloads.business import ConflictSettled, HandedOver, Refused, StatusChanged, Withdrawn
from counter_app.dossier.payloads.money import FeeReceiptCancelled, FeeReceiptIssued, PaymentRecorded
from counter_app.dossier.states import Payment, PayMethod, Status
from counter_app.store.store import open_store
from tests.dossier.entries import journal_of, received

ONE, TWO, THREE = "H41.99:1", "H41.99:2", "H41.99:3"
REFUSED = Refused(reason="Hồ sơ không thuộc thẩm quyền")
HANDED = HandedOver(from_unit="Một cửa", to_unit="Phòng Tư pháp", given_by="Mẫu")


def settled(desk: str, sequence: int, decision: Decision = Decision.SET_ASIDE, *again: int) -> ConflictSettled:
    return ConflictSettled(desk=desk, sequence=sequence, decision=decision, reason="Đã thống nhất", again=again)


def paid(number: int, series: str = "A") -> FeeReceiptIssued:
    return FeeReceiptIssued(
        series=series, number=number, fee_kind="le_phi", amount=8000, method=PayMethod.CASH, payer="Hương"
    )


def refused_and_handed_over() -> list[Entry]:
    """Desk 1 refused the dossier while desk 2, offline, handed it over."""
    return [*journal_of(ONE, (1, received()), (2, REFUSED)), *journal_of(TWO, (2, HANDED))]


def names(found: tuple[Entry, ...]) -> list[EntryKey]:
    return [entry.key for entry in found]


def dossier_of(entries: list[Entry]) -> Dossier:
    found = fold(entries).dossier
    assert found is not None
    return found


def test_both_sides_of_a_contradiction_are_known() -> None:
    (found,) = contradictions(refused_and_handed_over())
    assert found.entry.key == (TWO, 1)
    assert found.against is not None and found.against.key == (ONE, 2), "the refusal, not the receipt before it"
    assert found.settled is None


def test_a_step_set_aside_is_no_conflict_any_more_and_is_kept() -> None:
    entries = [*refused_and_handed_over(), *journal_of(THREE, (3, settled(TWO, 1)))]
    folded = fold(entries)
    assert folded.conflicts == ()
    assert [(item.entry.key, item.by.key) for item in folded.settled] == [((TWO, 1), (THREE, 1))]
    assert folded.dossier and folded.dossier.status is Status.NOT_ACCEPTED
    assert not folded.dossier.hand_overs


def test_a_settlement_that_arrives_before_the_step_it_names_waits_for_it() -> None:
    one, two = refused_and_handed_over()[:2], refused_and_handed_over()[2:]
    settling = journal_of(THREE, (3, settled(TWO, 1)))
    assert fold([*one, *settling]).conflicts == fold([*one, *settling]).settled == ()
    assert fold([*one, *settling, *two]).conflicts == ()


def test_a_step_that_would_fit_again_stays_set_aside() -> None:
    """Desk 1's refusal turns out to be a conflict itself: desk 3 had withdrawn the dossier before, offline longer."""
    one = journal_of(ONE, (1, received()), (3, StatusChanged(status=Status.DONE)))
    two = journal_of(TWO, (3, Withdrawn(reason="Không cần nữa")))
    settling = journal_of(ONE, (1, received()), (3, StatusChanged(status=Status.DONE)), (4, settled(TWO, 1)))[2:]
    before = fold([*one, *two, *settling])
    assert before.dossier and before.dossier.status is Status.DONE
    late = journal_of(THREE, (2, StatusChanged(status=Status.SUPPLEMENT_REQUESTED)))
    assert fold([*one, *two, *late]).dossier.status is Status.WITHDRAWN  # type: ignore[union-attr]
    after = fold([*one, *two, *settling, *late])
    assert names(after.conflicts) == [(ONE, 2)], "the new contradiction waits for a clerk"
    assert [item.entry.key for item in after.settled] == [(TWO, 1)]
    assert after.dossier and after.dossier.status is Status.SUPPLEMENT_REQUESTED


def test_of_two_settlements_the_first_holds_and_the_other_harms_nothing() -> None:
    entries = [
        *refused_and_handed_over(),
        *journal_of(PROVINCE, (3, settled(TWO, 1))),
        *journal_of(THREE, (3, settled(TWO, 1, Decision.DONE_AGAIN))),
    ]
    folded = fold(entries)
    assert folded.conflicts == ()
    assert [item.by.desk for item in folded.settled] == [THREE], "H41.99:3 stands before province"


def test_what_one_desk_did_again_while_another_set_it_aside_is_a_conflict_of_its_own() -> None:
    entries = [
        *journal_of(ONE, (1, received()), (2, HANDED), (3, settled(TWO, 1))),
        *journal_of(TWO, (2, StatusChanged(status=Status.NEW))),
        *journal_of(THREE, (3, HANDED), (4, settled(TWO, 1, Decision.DONE_AGAIN, 1))),
    ]
    folded = fold(entries)
    assert names(folded.conflicts) == [(THREE, 1)]
    assert folded.dossier and len(folded.dossier.hand_overs) == 1, "the dossier does not lie in two units"
    found = next(contradiction for contradiction in contradictions(entries) if contradiction.entry.key == (THREE, 1))
    assert found.against is not None and found.against.key == (ONE, 3), "the settlement that holds"
    last = fold([*entries, *journal_of(PROVINCE, (5, settled(THREE, 1)))])
    assert last.conflicts == () and len(last.settled) == 2


@pytest.mark.parametrize(
    "settling",
    [
        journal_of(TWO, (4, settled(ONE, 1))),  # the receipt of the dossier: without it there is none
        journal_of(TWO, (2, settled(ONE, 2))),  # written without knowing of the refusal
        journal_of(TWO, (4, settled(ONE, 9))),  # a step that never came
        journal_of(TWO, (4, settled(ONE, 9)), (5, settled(TWO, 1))),  # a settlement
    ],
)
def test_some_settlements_settle_nothing(settling: list[Entry]) -> None:
    folded = fold([*journal_of(ONE, (1, received()), (3, REFUSED)), *settling])
    assert folded.dossier and folded.dossier.status is Status.NOT_ACCEPTED
    assert folded.conflicts == folded.settled == ()


def test_money_taken_twice_is_a_conflict_and_stays_in_the_drawer() -> None:
    entries = [*journal_of(ONE, (1, received(8000)), (2, paid(1))), *journal_of(TWO, (2, paid(1, "B")))]
    folded = fold(entries)
    assert names(folded.conflicts) == [(TWO, 1)]
    assert folded.dossier and folded.dossier.paid == 16_000 and folded.dossier.payment is Payment.PAID
    for decision in Decision:
        aside = fold([*entries, *journal_of(THREE, (3, settled(TWO, 1, decision)))])
        assert aside.conflicts == ()
        assert aside.dossier and aside.dossier.paid == 16_000, "a decision takes no money out of a drawer"
    back = PaymentRecorded(payment=Payment.REFUNDED, method="tien-mat", amount=8000, series="B", number=1)
    dossier = dossier_of([*entries, *journal_of(THREE, (3, back))])
    assert (dossier.paid, dossier.payment) == (8000, Payment.PAID)
    assert [fee_receipt.holds for fee_receipt in dossier.fee_receipts] == [True, False]


def test_two_receipts_of_one_number_both_count_and_the_later_is_cancelled() -> None:
    entries = [*journal_of(ONE, (1, received(8000)), (2, paid(7))), *journal_of(TWO, (2, paid(7)))]
    assert dossier_of(entries).paid == 16_000
    cancelled = FeeReceiptCancelled(series="A", number=7, reason="Trùng số")
    after = dossier_of([*entries, *journal_of(THREE, (3, cancelled))])
    assert [fee_receipt.cancelled for fee_receipt in after.fee_receipts] == ["", "Trùng số"]


def test_money_given_back_twice_is_a_conflict() -> None:
    back = PaymentRecorded(payment=Payment.REFUNDED, method="tien-mat", amount=8000)
    entries = [*journal_of(ONE, (1, received(8000)), (2, paid(1)), (3, back)), *journal_of(TWO, (3, back))]
    assert names(fold(entries).conflicts) == [(TWO, 1)]


def test_money_taken_for_a_dossier_refused_meanwhile_is_seen() -> None:
    entries = [*journal_of(ONE, (1, received(8000)), (2, REFUSED)), *journal_of(TWO, (2, paid(1)))]
    folded = fold(entries)
    assert names(folded.conflicts) == [(TWO, 1)]
    assert folded.dossier and (folded.dossier.paid, folded.dossier.payment) == (8000, Payment.PAID)


def test_a_receipt_spoiled_while_writing_fits_a_dossier_that_is_paid() -> None:
    spoiled = paid(2).model_copy(update={"amount": 0})
    assert fold(journal_of(ONE, (1, received(8000)), (2, paid(1)), (3, spoiled))).conflicts == ()


def test_what_the_province_said_is_not_done_again_at_a_desk() -> None:
    assert act_again(StatusChanged(status=Status.DONE)) is None
    assert act_again(paid(1)) is None, "money is not taken again"


A_DAY = [
    *journal_of(
        ONE,
        (1, received(8000)),
        (2, HANDED),
        (3, paid(1)),
        (5, settled(TWO, 1)),
        (6, settled(TWO, 2)),
    ),
    *journal_of(TWO, (2, REFUSED), (3, paid(1, "B")), (4, StatusChanged(status=Status.DONE))),
    *journal_of(THREE, (5, HANDED), (6, settled(TWO, 1, Decision.DONE_AGAIN, 1)), (7, settled(ONE, 4))),
    *journal_of(PROVINCE, (4, StatusChanged(status=Status.STOPPED))),
]


@given(st.permutations(range(len(A_DAY))))
def test_settled_or_not_the_state_does_not_depend_on_the_order_of_arrival(order: list[int]) -> None:
    assert fold(A_DAY[place] for place in order) == fold(A_DAY)


@given(st.permutations(range(len(A_DAY))), st.integers(0, len(A_DAY)))
def test_every_entry_is_either_in_effect_or_named_as_a_conflict_open_or_settled(order: list[int], some: int) -> None:
    here = [A_DAY[place] for place in order[:some]]
    folded = fold(here)
    named = {*names(folded.conflicts), *(item.entry.key for item in folded.settled)}
    assert {contradiction.entry.key for contradiction in contradictions(here)} == named
    if folded.dossier:
        receipts = [entry for entry in here if entry.kind == "fee_receipt_issued"]
        assert folded.dossier.paid == 8000 * len(receipts), "no money is dropped"


def test_the_day_has_all_kinds_of_contradictions() -> None:
    folded = fold(A_DAY)
    assert len(folded.settled) == 2 and len(folded.conflicts) >= 2


@settings(max_examples=10, deadline=None, suppress_health_check=[HealthCheck.function_scoped_fixture])
@given(first=st.permutations(range(len(A_DAY))), second=st.permutations(range(len(A_DAY))))
def test_two_stores_project_the_same_however_the_entries_came(
    first: list[int], second: list[int], tmp_path_factory: pytest.TempPathFactory
) -> None:
    ends = []
    for order in (first, second):
        store = open_store(tmp_path_factory.mktemp("desk"), "H41.99:9")
        for place in order:
            store.journal.accept([A_DAY[place]])
        line = store.find()[0]
        ends.append((store.dossier(line.code), line.conflicts, store.in_conflict()))
        assert store.journal.differing_projections() == []
        store.close()
    assert ends[0] == ends[1]

"""The journal's chain and the state folded from it."""

import itertools

import pytest
from hypothesis import given
from hypothesis import strategies as st

from counter_app.dossier.acts import moves
from counter_app.dossier.fold import fold
from counter_app.dossier.journal import PROVINCE, BrokenChain, Entry, UnknownPayload, is_sealed, verify
from counter_app.dossier.model import DigitisedPage
from counter_app.dossier.payloads.business import StatusChanged
from counter_app.dossier.payloads.money import PaymentRecorded
from counter_app.dossier.payloads.papers import ComponentDigitised, PaperGiven
from counter_app.dossier.payloads.results import DeliveryChanged
from counter_app.dossier.states import Delivery, Payment, Status
from counter_app.dossier.value import FileRef
from tests.dossier.entries import AT, CODE, journal_of, received

FILE = FileRef(sha256="ab" * 32, size=10, media_type="application/pdf")


def chain() -> list[Entry]:
    return journal_of("H41.99:1", (1, received(8000)), (2, StatusChanged(status=Status.IN_PROCESS)))


def test_the_chain_holds_through_its_json() -> None:
    first, second = (Entry.model_validate_json(entry.model_dump_json()) for entry in chain())
    verify(first, after_sequence=0, after_hash="")
    verify(second, after_sequence=1, after_hash=first.hash)
    assert first.read() == received(8000)


@pytest.mark.parametrize(
    "change",
    [
        {"clerk": "Người khác"},
        {"payload": '{"kind":"status_changed"}'},
        {"at": AT.replace(hour=10)},
        {"dossier": "H41.99-261124-0021"},
        {"step": 7},
    ],
)
def test_a_changed_entry_breaks_its_seal(change: dict[str, object]) -> None:
    second = chain()[1].model_copy(update=change)
    with pytest.raises(BrokenChain):
        verify(second, after_sequence=1, after_hash=chain()[0].hash)


def test_an_entry_out_of_order_is_noticed() -> None:
    first, second = chain()
    with pytest.raises(BrokenChain):
        verify(second, after_sequence=0, after_hash="")
    with pytest.raises(BrokenChain):
        verify(first, after_sequence=1, after_hash=second.hash)


def test_a_payload_erased_by_law_leaves_the_chain_whole() -> None:
    first, second = chain()
    erased = first.model_copy(update={"payload": None})
    assert is_sealed(erased)
    verify(second, after_sequence=1, after_hash=erased.hash)
    assert erased.read() is None
    assert "Hương" not in erased.model_dump_json()


def test_an_entry_of_a_newer_program_is_kept_and_shown_as_a_conflict() -> None:
    entries = chain()
    strange = entries[1].model_copy(update={"payload": '{"kind":"teleported"}'})
    with pytest.raises(UnknownPayload):
        strange.read()
    folded = fold([entries[0], strange])
    assert folded.dossier and folded.dossier.status is Status.ACCEPTED
    assert folded.conflicts == (strange,)


def test_a_dossiers_way_through_the_desk() -> None:
    page = DigitisedPage(original="cd" * 32, text="TỜ KHAI", mean_confidence=95.0)
    entries = journal_of(
        "H41.99:1",
        (1, received(8000)),
        (2, ComponentDigitised(component="to-khai", document=FILE, pages=(page,))),
        (3, PaperGiven(form="receipt", file=FILE, print_number=1)),
        (4, PaymentRecorded(payment=Payment.PAID, method="tien-mat", amount=8000)),
        (5, StatusChanged(status=Status.DONE)),
        (6, StatusChanged(status=Status.RESULT_RETURNED)),
        (7, DeliveryChanged(delivery=Delivery.HANDED_OVER, recipient="Đặng Thị Hương")),
    )
    dossier = fold(entries).dossier
    assert dossier
    assert (dossier.code, dossier.received_at, dossier.step) == (CODE, AT, 7)
    assert (dossier.status, dossier.payment, dossier.delivery) == (
        Status.RESULT_RETURNED,
        Payment.PAID,
        Delivery.HANDED_OVER,
    )
    assert dossier.components[0].document == FILE
    assert dossier.components[0].pages == (page,)
    assert dossier.papers[0].form == "receipt"


def test_money_is_due_only_where_the_dossier_has_a_fee() -> None:
    free = fold(journal_of("H41.99:1", (1, received(0)))).dossier
    charged = fold(journal_of("H41.99:1", (1, received(8000)))).dossier
    assert free and free.payment is Payment.NOTHING_DUE
    assert charged and charged.payment is Payment.UNPAID


def test_business_money_and_delivery_do_not_move_each_other() -> None:
    moved = fold(
        journal_of("H41.99:1", (1, received(8000)), (2, StatusChanged(status=Status.FINANCIAL_OBLIGATION)))
    ).dossier
    assert moved and moved.payment is Payment.UNPAID and moved.delivery is Delivery.AWAITED


def test_no_status_leads_nowhere_unless_the_dossier_is_closed() -> None:
    closed = {status for status in Status if not moves(status)}
    assert closed == {Status.NOT_ACCEPTED, Status.WITHDRAWN, Status.RESULT_RETURNED, Status.CANCELLED}


def test_two_desks_that_contradict_each_other_offline_lose_nothing() -> None:
    one = journal_of("H41.99:1", (1, received()), (2, StatusChanged(status=Status.WITHDRAWN)))
    two = journal_of("H41.99:2", (2, StatusChanged(status=Status.DONE)))
    folded = fold([*one, *two])
    assert folded.dossier and folded.dossier.status is Status.WITHDRAWN
    assert folded.conflicts == tuple(two)


@given(st.permutations(range(6)))
def test_the_state_does_not_depend_on_the_order_of_arrival(order: list[int]) -> None:
    one = journal_of(
        "H41.99:1",
        (1, received()),
        (2, StatusChanged(status=Status.IN_PROCESS)),
        (4, StatusChanged(status=Status.DONE)),
    )
    two = journal_of("H41.99:2", (3, StatusChanged(status=Status.SUPPLEMENT_REQUESTED)))
    province = journal_of(
        PROVINCE, (3, StatusChanged(status=Status.STOPPED)), (5, StatusChanged(status=Status.RESULT_RETURNED))
    )
    entries = [*one, *two, *province]
    assert fold(entries[place] for place in order) == fold(entries)


def test_every_pair_of_statuses_is_either_a_move_or_a_conflict() -> None:
    for now, to in itertools.permutations(moves(Status.ACCEPTED), 2):
        folded = fold(
            journal_of("H41.99:1", (1, received()), (2, StatusChanged(status=now)), (3, StatusChanged(status=to)))
        )
        assert folded.dossier
        assert (folded.dossier.status is to) == (to in moves(now))
        assert bool(folded.conflicts) != (to in moves(now))


def test_an_entry_of_before_says_by_its_blank_pages_how_many_were_left_out() -> None:
    full, blank = DigitisedPage(original="ab" * 32, text="Tờ khai"), DigitisedPage(original="cd" * 32, blank=True)
    old = {"component": "to-khai", "document": FILE.model_dump()}
    for pages, images, left_out in (([full, blank, full], 2, 1), ([blank], 1, 0), ([], 0, 0)):
        payload = ComponentDigitised.model_validate(old | {"pages": tuple(page.model_dump() for page in pages)})
        dossier = fold(journal_of("H41.99:1", (1, received()), (2, payload))).dossier
        assert dossier is not None
        assert (dossier.components[0].images, dossier.components[0].left_out) == (images, left_out)

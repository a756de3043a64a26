"""Money at the desk: numbers without gaps, cancelled receipts kept, nothing taken twice."""

from __future__ import annotations

import logging

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from counter_app.config import ReceiptSeries
from counter_app.desk import till
from counter_app.desk.desk import Desk
from counter_app.dossier.acts.act import StepIncomplete, StepRefused
from counter_app.dossier.model import Dossier
from counter_app.dossier.money import FeeDue
from counter_app.dossier.payloads.papers import Received
from counter_app.dossier.states import Payment, PayMethod
from tests.conftest import CLERK, SUPERVISOR
from tests.dossier.entries import received

CHARGE, FEE = "le_phi", "phi"


def owing(desk: Desk, phi: int = 30_000, le_phi: int = 100_000) -> str:
    """A dossier with a fee and a charge to pay."""
    code = f"H41.99-261120-{desk.store.entries.check_own() + 1:04d}"
    fees = (FeeDue(name="Phí thẩm định", kind=FEE, amount=phi), FeeDue(name="Lệ phí", kind=CHARGE, amount=le_phi))
    payload: Received = received().model_copy(update={"fees": tuple(fee for fee in fees if fee.amount)})
    desk.record(code, payload)
    return code


def numbers(dossier: Dossier) -> list[tuple[str, int, str]]:
    return [(fee_receipt.kind, fee_receipt.number, fee_receipt.cancelled) for fee_receipt in dossier.fee_receipts]


def test_fee_and_charge_have_a_receipt_each(desk: Desk) -> None:
    code = owing(desk)
    half = till.take_fee(desk, code, FEE, PayMethod.CASH)
    assert half.payment is Payment.UNPAID
    whole = till.take_all_fees(desk, code, PayMethod.TRANSFER)
    assert whole.payment is Payment.PAID
    assert [
        (fee_receipt.series, fee_receipt.number, fee_receipt.amount, fee_receipt.method)
        for fee_receipt in whole.fee_receipts
    ] == [
        ("01BLP2-001 MA-26T", 1, 30_000, PayMethod.CASH),
        ("01BLP2-002 MA-26T", 1, 100_000, PayMethod.TRANSFER),
    ]
    assert whole.fee_receipts[0].payer == "Đặng Thị Hương"
    with pytest.raises(StepRefused):
        till.take_fee(desk, code, FEE, PayMethod.CASH)


def test_a_cancelled_receipt_is_kept_and_its_number_is_not_used_again(desk: Desk) -> None:
    code = owing(desk)
    till.take_fee(desk, code, FEE, PayMethod.CASH)
    series = desk.dossier(code).fee_receipts[0].series
    with pytest.raises(StepIncomplete):
        till.cancel_receipt(desk, code, series, 1, " ")
    cancelled = till.cancel_receipt(desk, code, series, 1, "Sai tên người nộp")
    assert (cancelled.paid, cancelled.payment) == (0, Payment.UNPAID)
    again = till.take_fee(desk, code, FEE, PayMethod.CASH)
    assert numbers(again) == [(FEE, 1, "Sai tên người nộp"), (FEE, 2, "")]
    with pytest.raises(till.NoSuchReceipt):
        till.cancel_receipt(desk, code, series, 1, "Sai tên người nộp")


def test_a_number_used_before_is_refused_explained_and_logged(desk: Desk, caplog: pytest.LogCaptureFixture) -> None:
    till.take_fee(desk, owing(desk), FEE, PayMethod.CASH)
    code = owing(desk)
    with caplog.at_level(logging.WARNING), pytest.raises(till.NumberUsed) as used:
        till.take_fee(desk, code, FEE, PayMethod.CASH, number=1)
    assert "Take the next number, 2" in used.value.sentence("en")
    assert "refused take_fee: NumberUsed" in caplog.text
    with pytest.raises(till.NumberSkipped):
        till.take_fee(desk, code, FEE, PayMethod.CASH, number=3)
    assert numbers(till.take_fee(desk, code, FEE, PayMethod.CASH, number=2)) == [(FEE, 2, "")]


def test_a_spoiled_paper_receipt_leaves_no_gap(desk: Desk) -> None:
    code = owing(desk)
    spoiled = till.spoil_receipt(desk, code, FEE, "Viết hỏng", number=1)
    assert (spoiled.paid, spoiled.payment) == (0, Payment.UNPAID)
    paid = till.take_fee(desk, code, FEE, PayMethod.CASH, number=2)
    assert numbers(paid) == [(FEE, 1, "Viết hỏng"), (FEE, 2, "")]


def test_money_is_given_back_once(desk: Desk) -> None:
    code = owing(desk)
    till.take_all_fees(desk, code, PayMethod.CASH)
    given_back = till.give_back(desk, code)
    assert (given_back.payment, given_back.paid) == (Payment.REFUNDED, 0)
    assert sum(line.amount for line in desk.store.fee_receipts.refunded_between(0, 2**40)) == 130_000
    with pytest.raises(StepRefused):
        till.give_back(desk, code)


def test_a_book_that_is_used_up_is_followed_by_the_next(desk: Desk) -> None:
    books = (
        ReceiptSeries(form="01BLP2-001", symbol="MA-26T", kind=FEE, first=7, last=8),
        ReceiptSeries(form="01BLP2-001", symbol="MA-27T", kind=FEE, first=1, last=1),
    )
    desk = desk.settled_as(desk.profile.model_copy(update={"receipts": books}))
    drawn = [till.take_fee(desk, owing(desk), FEE, PayMethod.CASH).fee_receipts[0] for _ in range(3)]
    assert [(item.series[-6:], item.number) for item in drawn] == [("MA-26T", 7), ("MA-26T", 8), ("MA-27T", 1)]
    with pytest.raises(till.NoSeries):
        till.take_fee(desk, owing(desk), FEE, PayMethod.CASH)


def test_a_desk_without_a_registered_series_gives_no_receipt_of_its_own_invention(desk: Desk) -> None:
    """It gave out “PT-P H41.99:1”, a series nobody had registered."""
    desk = desk.settled_as(desk.profile.model_copy(update={"receipts": ()}))
    code = owing(desk)
    with pytest.raises(till.NoSeries):
        till.take_all_fees(desk, code, PayMethod.CASH)
    assert desk.dossier(code).fee_receipts == ()


def test_nothing_due_of_a_kind_is_said_so(desk: Desk) -> None:
    code = owing(desk, le_phi=0)
    with pytest.raises(till.NothingDue):
        till.take_fee(desk, code, CHARGE, PayMethod.CASH)


def test_the_table_of_receipts_is_drawn_anew_with_the_dossier(desk: Desk) -> None:
    code = owing(desk)
    till.take_all_fees(desk, code, PayMethod.CASH)
    before = desk.store.fee_receipts.between(0, 2**40)
    assert [line.amount for line in before] == [30_000, 100_000]
    desk.store.db.execute("DELETE FROM fee_receipts")
    desk.store.journal.rebuild(code)
    assert desk.store.fee_receipts.between(0, 2**40) == before


@settings(max_examples=15, deadline=None)
@given(steps=st.lists(st.sampled_from(["take", "spoil", "cancel", "used", "skip"]), max_size=12))
def test_whatever_happens_the_numbers_have_no_gap_and_none_comes_twice(
    tmp_path_factory: pytest.TempPathFactory, steps: list[str]
) -> None:
    from counter_app.config import sample_profile
    from counter_app.desk.desk import open_desk

    desk = open_desk(tmp_path_factory.mktemp("till") / "desk", sample_profile(), CLERK).seconded(SUPERVISOR)
    try:
        drawn: list[int] = []
        for step in steps:
            code = owing(desk)
            expected = len(drawn) + 1
            if step in ("take", "cancel"):
                series = till.take_fee(desk, code, FEE, PayMethod.CASH).fee_receipts[-1].series
                drawn.append(expected)
                if step == "cancel":
                    till.cancel_receipt(desk, code, series, expected, "Sai")
            elif step == "spoil":
                till.spoil_receipt(desk, code, FEE, "Hỏng")
                drawn.append(expected)
            else:
                with pytest.raises((till.NumberUsed, till.NumberSkipped)):
                    till.take_fee(desk, code, FEE, PayMethod.CASH, number=expected + (1 if step == "skip" else -1))
        assert sorted(line.number for line in desk.store.fee_receipts.between(0, 2**40)) == drawn
    finally:
        desk.store.close()


def test_the_cash_handed_over_and_the_change_stand_with_the_receipts(desk: Desk) -> None:
    paid = till.take_all_fees(desk, owing(desk), PayMethod.CASH, given=200_000)
    assert [(receipt.amount, receipt.given, receipt.change) for receipt in paid.fee_receipts] == [
        (30_000, 30_000, 0),
        (100_000, 170_000, 70_000),
    ]
    exact = till.take_all_fees(desk, owing(desk), PayMethod.CASH)
    assert [(receipt.given, receipt.change) for receipt in exact.fee_receipts] == [(0, 0), (0, 0)]


def test_too_little_cash_takes_nothing(desk: Desk) -> None:
    code = owing(desk)
    with pytest.raises(till.TooLittleGiven) as failure:
        till.take_all_fees(desk, code, PayMethod.CASH, given=100_000)
    assert "100.000 đ" in failure.value.sentence("en") and "130.000 đ" in failure.value.sentence("en")
    assert desk.dossier(code).fee_receipts == ()


def test_one_receipt_is_given_back_then_the_other_and_none_a_second_time(desk: Desk) -> None:
    code = owing(desk)
    fee, charge = till.take_all_fees(desk, code, PayMethod.CASH).fee_receipts
    first = till.give_back(desk, code, receipt=(fee.series, fee.number))
    assert (first.paid, first.payment) == (100_000, Payment.UNPAID)
    with pytest.raises(till.NoSuchReceipt):
        till.give_back(desk, code, receipt=(fee.series, fee.number))
    second = till.give_back(desk, code, receipt=(charge.series, charge.number))
    assert (second.paid, second.payment) == (0, Payment.REFUNDED)
    with pytest.raises(StepRefused):
        till.give_back(desk, code)

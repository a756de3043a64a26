"""The drawer at the end of the day: counted by notes, a difference explained."""

from __future__ import annotations

from dataclasses import replace
from datetime import date, timedelta

import pytest

from counter_app.desk import till
from counter_app.desk.cash_count import DifferenceUnexplained, count_cash, expected_cash
from counter_app.desk.desk import Desk
from counter_app.dossier.clock import VIETNAM
from counter_app.dossier.money import FeeKind
from counter_app.dossier.states import PayMethod
from counter_app.reports.money import cash_report
from counter_app.reports.periods import day
from counter_app.reports.scope import Scope
from tests.desk.test_till import owing

FRIDAY = date(2026, 11, 20)


def test_what_should_be_there_is_the_cash_taken_less_the_cash_given_back(desk: Desk) -> None:
    till.take_all_fees(desk, owing(desk), PayMethod.CASH, given=500_000)
    till.take_all_fees(desk, owing(desk), PayMethod.TRANSFER)
    back = owing(desk)
    fee, _ = till.take_all_fees(desk, back, PayMethod.CASH).fee_receipts
    till.give_back(desk, back, receipt=(fee.series, fee.number))
    wrong = till.take_fee(desk, owing(desk), fee.kind, PayMethod.CASH)
    receipt = wrong.fee_receipts[-1]
    till.cancel_receipt(desk, wrong.code, receipt.series, receipt.number, "Viết sai")
    assert expected_cash(desk, FRIDAY) == 130_000 + 100_000
    assert expected_cash(desk, date(2026, 11, 21)) == 0


def test_a_count_that_fits_is_kept_and_one_that_does_not_asks_why(desk: Desk) -> None:
    till.take_all_fees(desk, owing(desk), PayMethod.CASH)
    with pytest.raises(DifferenceUnexplained) as failure:
        count_cash(desk, {100_000: 1, 20_000: 1})
    assert "120.000 đ" in failure.value.sentence("en") and "130.000 đ" in failure.value.sentence("en")
    assert desk.store.cash_counts.between(FRIDAY, FRIDAY) == []
    short = count_cash(desk, {100_000: 1, 20_000: 1}, " Thối nhầm  10.000 đồng ")
    assert (short.difference, short.explanation) == (-10_000, "Thối nhầm 10.000 đồng")
    fits = count_cash(desk, {100_000: 1, 10_000: 3})
    assert fits.difference == 0
    assert desk.store.cash_counts.between(FRIDAY, FRIDAY) == [short, fits]


def test_the_cash_report_tells_the_counts_of_its_days(desk: Desk) -> None:
    till.take_all_fees(desk, owing(desk), PayMethod.CASH)
    count_cash(desk, {100_000: 1, 20_000: 1}, "Thối nhầm")
    table = cash_report(desk.store, Scope(day(FRIDAY), desk.now()))
    assert table.notes[-1].startswith("Trần Thị Mẫu kiểm quỹ 09:")
    assert table.notes[-1].endswith("120.000 đồng (1 × 100.000, 1 × 20.000); thiếu 10.000 đồng: Thối nhầm")


def test_a_receipt_of_yesterday_cancelled_today_leaves_the_drawer_of_today(desk: Desk) -> None:
    """Yesterday's receipt bore a wrong name; today it was cancelled and written anew, no money moved, and the count
    said that 30.000 were missing."""
    yesterday, code = desk.now().astimezone(VIETNAM).date(), owing(desk)
    receipt = till.take_fee(desk, code, FeeKind.FEE, PayMethod.CASH).fee_receipts[-1]
    assert expected_cash(desk, yesterday) == 30_000
    first = desk.now
    desk = replace(desk, now=lambda: first() + timedelta(days=1))
    today = yesterday + timedelta(days=1)
    till.cancel_receipt(desk, code, receipt.series, receipt.number, "Sai tên người nộp")
    assert (expected_cash(desk, yesterday), expected_cash(desk, today)) == (30_000, -30_000), "given back to the payer"
    till.take_fee(desk, code, FeeKind.FEE, PayMethod.CASH)
    assert expected_cash(desk, today) == 0, "written anew, and the money stayed where it was"
    left = [cash_report(desk.store, Scope(day(on), desk.now())).total for on in (yesterday, today)]
    assert [total[-1] for total in left if total] == [30_000, 0]

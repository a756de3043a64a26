"""Money in the window: two kinds, a receipt each, numbers without gaps, cancelled ones kept."""

from __future__ import annotations

import pytest
from pytestqt.qtbot import QtBot

from counter_app.desk import till
from counter_app.desk.dossier_view import dossier_view
from counter_app.dossier import acts
from counter_app.dossier.model import Dossier
from counter_app.dossier.states import Payment, PayMethod
from counter_app.procedures.catalogue import Fee
from tests.conftest import with_changed
from tests.ui.window.conftest import BIRTH
from tests.ui.window.life import choose, confirm, facts, receive, says, show, told
from ui.detail.acts.fees import CancelForm, FeeForm, RefundForm
from ui.shell.main_window import MainWindow

FEES = (
    Fee(name="Phí bản sao trích lục", kind="phi", amount=21_500),
    Fee(name="Lệ phí hộ tịch", kind="le_phi", amount=8_000),
)
PHI, LE_PHI = "01BLP2-001 MA-26T", "01BLP2-002 MA-26T"


@pytest.fixture
def code(qtbot: QtBot, window: MainWindow) -> str:
    """A dossier on the screen for which a fee and a charge are to be paid."""
    knowledge, day = window.workplace.desk.knowledge, window.workplace.desk.now().date()
    knowledge.catalogue = with_changed(knowledge, BIRTH, day, fees=FEES)
    made = receive(window, "Phan Thị Tuyết Nhung", BIRTH, "to-khai")
    show(qtbot, window, made)
    return made


def fee_form(window: MainWindow) -> FeeForm:
    form = choose(window, acts.TAKE_FEE)
    assert isinstance(form, FeeForm)
    return form


def receipts(dossier: Dossier) -> list[tuple[str, int, int, str]]:
    return [
        (fee_receipt.series, fee_receipt.number, fee_receipt.amount, fee_receipt.cancelled)
        for fee_receipt in dossier.fee_receipts
    ]


def paid(dossier: Dossier) -> bool:
    return dossier.payment is Payment.PAID


def test_fee_and_charge_get_a_receipt_each_and_a_cancelled_one_is_kept(
    qtbot: QtBot, window: MainWindow, code: str
) -> None:
    form = fee_form(window)
    assert [edit.text() for edit in form.numbers.values()] == ["1", "1"], "each series has its own next number"
    assert form.words_of["phi"].text() == "Hai mươi mốt nghìn năm trăm đồng"
    form.method.setCurrentIndex(form.method.findData(PayMethod.TRANSFER))
    dossier = confirm(qtbot, window, paid)
    assert receipts(dossier) == [(PHI, 1, 21_500, ""), (LE_PHI, 1, 8_000, "")]
    assert all(fee_receipt.method is PayMethod.TRANSFER for fee_receipt in dossier.fee_receipts)
    assert acts.TAKE_FEE not in window.detail.steps.acts

    cancel = choose(window, acts.CANCEL_RECEIPT)
    assert isinstance(cancel, CancelForm)
    cancel.receipt.setCurrentIndex(1)  # the newest stands first
    cancel.reason.setText("Viết sai tên")
    dossier = confirm(qtbot, window, lambda item: not paid(item))
    assert receipts(dossier)[0] == (PHI, 1, 21_500, "Viết sai tên")
    assert "Viết sai tên" in facts(window) and "0000001" in told(window)[0]

    form = fee_form(window)
    assert {kind: edit.text() for kind, edit in form.numbers.items()} == {"phi": "2"}, "only what is outstanding"
    dossier = confirm(qtbot, window, paid)
    assert receipts(dossier) == [(PHI, 1, 21_500, "Viết sai tên"), (LE_PHI, 1, 8_000, ""), (PHI, 2, 21_500, "")]
    assert dossier.paid == 29_500


def test_a_number_that_leaves_a_gap_is_refused_and_neither_receipt_is_given(
    qtbot: QtBot, window: MainWindow, code: str
) -> None:
    form = fee_form(window)
    form.numbers["le_phi"].setText("7")
    window.detail.steps.panel.do()
    qtbot.waitUntil(lambda: "nhảy số" in says(window))
    assert window.workplace.desk.dossier(code).fee_receipts == (), "both or none"
    form.numbers["le_phi"].setText("bảy")
    window.detail.steps.panel.do()
    assert form.fields["number"].error()


def test_a_spoiled_receipt_uses_up_its_number(qtbot: QtBot, window: MainWindow, code: str) -> None:
    form = fee_form(window)
    form.spoiled.setChecked(True)
    form.reason.setText("Máy in làm hỏng biên lai.")
    dossier = confirm(qtbot, window, lambda item: bool(item.fee_receipts))
    assert receipts(dossier) == [(PHI, 1, 0, "Máy in làm hỏng biên lai.")] and dossier.payment is Payment.UNPAID
    assert fee_form(window).numbers["phi"].text() == "2"


def test_a_desk_whose_receipts_are_used_up_sees_it_before_taking_money(
    qtbot: QtBot, window: MainWindow, code: str
) -> None:
    desk = window.workplace.desk
    fees, charges = desk.profile.receipts
    used_up = charges.model_copy(update={"first": 0, "last": 0})
    only_fees = desk.profile.model_copy(update={"receipts": (fees, used_up)})
    narrow = desk.settled_as(only_fees)
    seen = dossier_view(narrow, code)
    assert list(seen.next_receipts) == ["phi"]
    form = FeeForm(acts.TAKE_FEE, seen, narrow)
    qtbot.addWidget(form)
    assert form.numbers["le_phi"].text() == ""
    with pytest.raises(till.NoSeries):
        form.step()(narrow)
    assert desk.dossier(code).fee_receipts == ()


def test_money_is_given_back(qtbot: QtBot, window: MainWindow, code: str) -> None:
    till.take_all_fees(window.workplace.desk, code, PayMethod.CASH)
    window.detail.refresh()
    qtbot.waitUntil(lambda: acts.REFUND in window.detail.steps.acts)
    choose(window, acts.REFUND)
    confirm(qtbot, window, lambda item: item.payment is Payment.REFUNDED)
    assert "29.500 đ" in told(window)[0]


def test_money_is_given_back_in_two_parts_receipt_by_receipt(qtbot: QtBot, window: MainWindow, code: str) -> None:
    till.take_all_fees(window.workplace.desk, code, PayMethod.CASH)
    window.detail.refresh()
    qtbot.waitUntil(lambda: acts.REFUND in window.detail.steps.acts)
    form = choose(window, acts.REFUND)
    assert isinstance(form, RefundForm)
    form.receipt.setCurrentIndex(1)
    assert form.amount.text().startswith("21.500 đ")
    dossier = confirm(qtbot, window, lambda item: item.paid == 8_000)
    assert [fee_receipt.holds for fee_receipt in dossier.fee_receipts] == [False, True]
    assert "21.500 đ" in told(window)[0] and "biên lai 0000001" in told(window)[0]
    assert facts(window).count("đã hoàn trả") == 1

    form = choose(window, acts.REFUND)
    assert isinstance(form, RefundForm) and not form.fields["receipt"].isVisibleTo(form), "one receipt is left"
    assert form.amount.text().startswith("8.000 đ")
    dossier = confirm(qtbot, window, lambda item: item.paid == 0)
    assert dossier.payment is Payment.REFUNDED and acts.REFUND not in window.detail.steps.acts
    assert facts(window).count("đã hoàn trả") == 2


def test_the_change_is_said_in_the_dossier_too_and_too_little_is_refused(
    qtbot: QtBot, window: MainWindow, code: str
) -> None:
    form = fee_form(window)
    qtbot.keyClicks(form.cash.line, "20000")
    assert "còn thiếu 9.500 đ" in form.cash.change.text()
    window.detail.steps.panel.do()
    qtbot.waitUntil(lambda: "20.000 đ" in says(window))
    form.cash.line.clear()
    qtbot.keyClicks(form.cash.line, "hai muoi")
    window.detail.steps.panel.do()
    assert form.fields["amount"].error()
    form.cash.line.clear()
    qtbot.keyClicks(form.cash.line, "30k")
    dossier = confirm(qtbot, window, paid)
    assert [(fee_receipt.given, fee_receipt.change) for fee_receipt in dossier.fee_receipts] == [
        (21_500, 0),
        (8_500, 500),
    ]

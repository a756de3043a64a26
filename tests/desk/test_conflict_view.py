"""The contradictions of a dossier as a clerk meets them: what puts each right, and why that cannot be done here."""

from __future__ import annotations

from counter_app.desk.conflict_view import ConflictView, Hindrance, conflict_views
from counter_app.desk.desk import Desk
from counter_app.dossier import acts
from counter_app.dossier.acts.act import NotYourTask
from counter_app.dossier.fold import fold
from counter_app.dossier.journal import Entry
from counter_app.dossier.life import Decision
from counter_app.dossier.payloads.business import ConflictSettled, HandedOver, Refused
from counter_app.dossier.payloads.money import FeeReceiptCancelled, FeeReceiptIssued
from counter_app.dossier.roles import Clerk, Task
from counter_app.dossier.states import PayMethod
from tests.conftest import CLERK
from tests.dossier.entries import journal_of, received

HERE, THERE = "H41.99:1", "H41.99:2"
REFUSED = Refused(reason="Hồ sơ không thuộc thẩm quyền")
HANDED = HandedOver(from_unit="Một cửa", to_unit="Phòng Tư pháp", given_by="Mẫu")


def paid(number: int, series: str) -> FeeReceiptIssued:
    return FeeReceiptIssued(
        series=series, number=number, fee_kind="le_phi", amount=8000, method=PayMethod.CASH, payer="Hương"
    )


def views(desk: Desk, entries: list[Entry]) -> list[ConflictView]:
    dossier = fold(entries).dossier
    assert dossier is not None
    return conflict_views(desk, entries, dossier)


def test_a_step_without_effect_names_the_act_that_does_it_again_and_why_that_is_not_possible(desk: Desk) -> None:
    entries = [*journal_of(HERE, (1, received()), (2, REFUSED)), *journal_of(THERE, (2, HANDED))]
    (view,) = views(desk, entries)
    assert view.without_effect.key == (THERE, 1)
    assert view.in_effect is not None and view.in_effect.key == (HERE, 2)
    assert (view.act, view.takes_back, view.payload) == (acts.HAND_OVER, False, HANDED)
    assert view.not_settled is None and view.not_done is not None, "a refused dossier is handed over to nobody"
    settled = ConflictSettled(desk=THERE, sequence=1, decision=Decision.SET_ASIDE, reason="Đã thống nhất")
    assert views(desk, [*entries, *journal_of("H41.99:3", (3, settled))]) == []


def test_money_taken_twice_is_given_back_unless_its_receipt_is_gone(desk: Desk) -> None:
    twice = [*journal_of(HERE, (1, received(8000)), (2, paid(1, "A"))), *journal_of(THERE, (2, paid(1, "B")))]
    (view,) = views(desk, twice)
    assert view.takes_back and view.not_done is None
    cancelled = FeeReceiptCancelled(series="B", number=1, reason="Trùng")
    (view,) = views(desk, [*twice, *journal_of("H41.99:3", (3, cancelled))])
    assert view.not_done is Hindrance.RECEIPT_GONE


def test_who_must_not_settle_is_told_so(desk: Desk) -> None:
    twice = [*journal_of(HERE, (1, received(8000)), (2, paid(1, "A"))), *journal_of(THERE, (2, paid(1, "B")))]
    (view,) = views(desk.of(Clerk(CLERK.name, frozenset({Task.RETURNS}))), twice)
    assert isinstance(view.not_settled, NotYourTask) and isinstance(view.not_done, NotYourTask)

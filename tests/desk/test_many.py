"""Many dossiers at once: each for itself, with one list of what was done and what was not."""

from __future__ import annotations

from counter_app.desk import casework, many
from counter_app.desk.desk import Desk
from counter_app.desk.many import Taker
from counter_app.dossier.acts.act import StepIncomplete, StepRefused
from counter_app.dossier.recipients import WrongRecipient
from counter_app.dossier.states import Status
from tests.desk.household import OWNER, on, received


def test_each_dossier_goes_to_the_unit_whose_turn_it_is_and_one_refused_holds_up_none(desk: Desk) -> None:
    desk = on(desk, "2026-11-20 10:00")
    first, ended, last = (received(desk) for _ in range(3))
    casework.withdraw(desk, ended, "Đổi ý")
    told: list[int] = []
    outcome = many.each(desk, [first, ended, last], many.handing_over(taken_by="Lê Văn Nhận"), told.append)
    assert outcome.done == (first, last) and told == [1, 2, 3]
    (refused,) = outcome.refused
    assert (refused.code, refused.owner) == (ended, OWNER) and isinstance(refused.failure, StepRefused)
    given = desk.dossier(first).hand_overs[-1]
    assert given.to_unit and given.taken_by == "Lê Văn Nhận"
    named = many.each(desk, [last], many.handing_over("Phòng Kinh tế"))
    assert named.done and desk.dossier(last).hand_overs[-1].to_unit == "Phòng Kinh tế"
    assert desk.dossier(last).hand_overs[-1].from_unit == given.to_unit, "from where it was"


def test_where_nobody_knows_whose_turn_it_is_the_unit_has_to_be_said(desk: Desk) -> None:
    desk = on(desk, "2026-11-20 10:00")
    code = received(desk)
    casework.hand_over(desk, code, "Một phòng không có trong quy trình")
    (refused,) = many.each(desk, [code], many.handing_over()).refused
    assert isinstance(refused.failure, StepIncomplete)


def test_results_are_taken_and_handed_to_each_owner_or_to_one_who_may(desk: Desk) -> None:
    desk = on(desk, "2026-11-20 10:00")
    codes = [received(desk) for _ in range(3)]
    assert many.each(desk, codes, many.taking_results).done == tuple(codes)
    stranger = Taker("Phạm Văn Lạ", "040085000777")
    (refused,) = many.each(desk, codes[:1], many.returning(stranger)).refused
    assert isinstance(refused.failure, WrongRecipient)
    assert many.each(desk, codes[:1], many.returning(Taker(stranger.name, stranger.identity_number, "Giấy số 5"))).done
    assert many.each(desk, codes[1:], many.returning(Taker())).done == tuple(codes[1:])
    taken = desk.dossier(codes[1]).results[0].returned
    assert taken is not None and (taken.recipient, taken.identity_number) == (OWNER, "040190001234")
    assert {desk.dossier(code).status for code in codes} == {Status.RESULT_RETURNED}

"""What was received before the public day and is still on its way then."""

from __future__ import annotations

from counter_app.desk import casework, till
from counter_app.dossier.draft import Draft, PersonTyped
from counter_app.dossier.life import ResultNamed
from counter_app.dossier.states import PayMethod
from tests.system.public_day import people
from tests.system.public_day.story import (
    AID,
    AIDS,
    BUILDING,
    BUILDINGS,
    BUSINESS,
    BUSINESSES,
    CIVIL,
    LAND,
    LANDS,
    RENEWAL,
    SINGLE,
    Day,
    draft,
    november,
)


def days_before(day: Day) -> None:
    """From the second to the nineteenth of November, all at desk 1."""
    _a_couple_asks_for_land_in_two_stages(day)
    _received(day, "lựu", (12, 9, 0), draft_of(day, BUILDING, people.LUU, case="Nhà ở riêng lẻ"), BUILDINGS, 23)
    casework.hand_over(day.one.desk, day.codes["lựu"], "Phòng Kinh tế, Hạ tầng và Đô thị", "Cao Văn Thẩm")
    _received(day, "phúc", (13, 14, 0), draft_of(day, RENEWAL, people.PHUC), LANDS, 20)
    _received(day, "tuấn", (18, 8, 30), draft_of(day, BUSINESS, people.TUAN), BUSINESSES, 23)
    till.take_all_fees(day.one.desk, day.codes["tuấn"], PayMethod.CASH, given=100_000)
    _received(day, "nhung", (18, 10, 0), draft_of(day, SINGLE, people.NHUNG), CIVIL, 23)
    _received(day, "cậy", (19, 16, 0), draft_of(day, AID, people.CAY), AIDS, 34)


def draft_of(day: Day, procedure: str, owner: PersonTyped, **more: object) -> Draft:
    """What was typed at desk 1, all papers there."""
    return draft(day.one, procedure, owner, **more)


def _received(day: Day, who: str, at: tuple[int, int, int], typed: Draft, field: str, due: int) -> None:
    day.clock.set(*at)
    code = day.one.receive(typed)
    day.codes[who] = day.diary.came(code, who, field, november(due), november(at[0]))


def _a_couple_asks_for_land_in_two_stages(day: Day) -> None:
    """Husband and wife own it together; the first stage is decided before the public day, the tax asked for."""
    desk = day.one.desk
    typed = draft_of(day, LAND, people.HUSBAND, co_owners=(people.WIFE,))
    _received(day, "đạt và thuỷ", (2, 9, 0), typed, LANDS, 23)
    code = day.codes["đạt và thuỷ"]
    casework.hand_over(desk, code, "Phòng Kinh tế, Hạ tầng và Đô thị", "Cao Văn Thẩm")
    day.clock.set(10, 10)
    casework.ask_for_obligation(desk, code, "Nộp tiền sử dụng đất theo thông báo", 84_000_000)
    day.clock.set(11, 15)
    casework.confirm_obligation(desk, code, "Giấy nộp tiền số 118 ngày 11/11/2026")
    day.clock.set(11, 16)
    decision = ResultNamed(name="Quyết định giao đất", number="118/QĐ-UBND", issued_on=november(11))
    casework.take_results(desk, code, [decision])

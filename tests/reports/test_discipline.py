"""Who holds what, and what is late or badly done: figures, the dossiers behind them, and both counted a second way."""

from __future__ import annotations

from collections import Counter
from collections.abc import Callable, Iterator
from datetime import date, datetime, timedelta

import pytest

from counter_app.dossier.clock import VIETNAM
from counter_app.dossier.life import DueCause, DueChange, HandOver, Pause, PauseKind
from counter_app.dossier.model import Dossier
from counter_app.dossier.states import Status
from counter_app.knowledge import Knowledge
from counter_app.procedures.working_time import WorkCalendar
from counter_app.reports import periods
from counter_app.reports.discipline import LYING, WATCHED, By, discipline_behind, discipline_table
from counter_app.reports.periods import Cut
from counter_app.reports.scope import Scope
from counter_app.tables import Row, Table
from tests.reports import busy_office
from tests.reports.conftest import NOW, Office, dossier

HEADS = [watched.head for watched in WATCHED]
COUNTED = dict.fromkeys(By, set(HEADS) - {"Xin lỗi muộn", "Dời hẹn", "Đòi ngoài danh mục"})
COUNTED[By.CLERK] = COUNTED[By.UNIT] - {"Bổ sung nhiều lần"}  # who asked is not who held it
OFFICE, PLANNING = "Bộ phận Một cửa", "Phòng Kinh tế"


def scope(now: datetime = NOW) -> Scope:
    return Scope(periods.containing(Cut.YEAR, now.date()), now, agency="H41.99")


def at(day: int, month: int = 11, hour: int = 9) -> datetime:
    return datetime(2026, month, day, hour, tzinfo=VIETNAM)


def over(moment: datetime, to: str = PLANNING, taker: str = "Hồ Văn Giả", giver: str = OFFICE) -> HandOver:
    return HandOver(from_unit=giver, to_unit=to, given_by="Lê Thị Mẫu", taken_by=taker, at=moment, due_at=None)


def asked(began: datetime, *items: str, clerk: str = "Hồ Văn Giả") -> Pause:
    ended = began + timedelta(hours=3)
    return Pause(
        kind=PauseKind.SUPPLEMENT, began_at=began, ended_at=ended, asked=items, before=Status.IN_PROCESS, clerk=clerk
    )


def extended(moment: datetime, before: datetime, after: datetime) -> DueChange:
    return DueChange(
        cause=DueCause.EXTENSION, before=before, after=after, at=moment, reason="Cần xác minh", clerk="Hồ Văn Giả"
    )


def cells(table: Table, name: str) -> dict[str, int]:
    """The figures of a line that are not nought."""
    row = next(row for row in table.rows if row[1] == name)
    return {head: figure for head, figure in zip(HEADS, row[2:], strict=True) if isinstance(figure, int) and figure}


def test_whoever_holds_a_dossier_is_named_and_not_who_received_it(
    office: Callable[..., Office], knowledge: Knowledge
) -> None:
    today = NOW.replace(hour=17)
    made = office(
        dossier("H41.99-261101-0001", received_at=at(20), due_at=today, status=Status.IN_PROCESS, clerk="Lê Thị Mẫu",
                hand_overs=(over(at(20, hour=15)), over(at(24), giver=PLANNING, taker="")),
                pauses=(asked(at(21), "Tờ khai"), asked(at(23), "Giấy khám sức khỏe của bà ngoại"))),
        dossier("H41.99-261101-0002", received_at=at(2), due_at=at(27, hour=17), status=Status.ACCEPTED,
                clerk="Lê Thị Mẫu"),
        dossier("H41.99-261101-0003", received_at=at(2), due_at=at(20), finished_at=at(23), status=Status.DONE,
                hand_overs=(over(at(3)), over(at(22), "Lãnh đạo UBND", "Đinh Thị Tưởng", PLANNING)),
                due_changes=(extended(at(9, hour=16), at(10), at(20)),)),
        dossier("H41.99-261101-0004", received_at=at(2), due_at=at(24), status=Status.IN_PROCESS,
                hand_overs=(over(at(3)),)),
        dossier("H41.99-261101-0005", received_at=at(2), due_at=at(24), finished_at=at(5), refused_by="Hồ Văn Giả",
                status=Status.NOT_ACCEPTED, status_reason="Không thuộc thẩm quyền", hand_overs=(over(at(3)),)),
    )  # fmt: skip
    by_clerk = discipline_table(made.store, knowledge, scope(), By.CLERK)
    assert cells(by_clerk, "Lê Thị Mẫu") == {"Đang giữ": 1, "Để lâu không xử lý": 1}
    assert cells(by_clerk, "Chưa ghi tên người nhận") == {"Đang giữ": 1, "Hạn trong hôm nay": 1}
    assert cells(by_clerk, "Hồ Văn Giả") == {
        "Đang giữ": 1, "Để lâu không xử lý": 1, "Quá hạn": 2, "Chưa xin lỗi": 1, "Xin lỗi muộn": 1, "Dời hẹn": 1,
        "Từ chối": 1, "Bổ sung nhiều lần": 1, "Đòi ngoài danh mục": 1,
    }  # fmt: skip
    by_unit = discipline_table(made.store, knowledge, scope(), By.UNIT)
    assert cells(by_unit, PLANNING)["Quá hạn"] == 2, "the head's office got it when it was late already"
    row = next(row for row in by_clerk.rows if row[1] == "Hồ Văn Giả")
    extra = discipline_behind(made.store, knowledge, scope(), By.CLERK, row, 2 + HEADS.index("Đòi ngoài danh mục"))
    assert extra is not None
    ((*_, reason, received_by),) = list(extra.rows)
    assert (reason, received_by) == ("Giấy khám sức khỏe của bà ngoại", "Lê Thị Mẫu")


def test_a_day_with_nothing_due_has_figures_of_nought_and_nothing_behind_them(
    office: Callable[..., Office], knowledge: Knowledge
) -> None:
    made = office()
    table = discipline_table(made.store, knowledge, scope(), By.FIELD)
    assert list(table.rows) == []
    assert table.total == (None, "Tổng cộng", *([0] * len(WATCHED)))
    assert discipline_behind(made.store, knowledge, scope(), By.FIELD, table.total, 3) is None


@pytest.fixture(scope="module")
def year(knowledge: Knowledge) -> list[Dossier]:
    return list(busy_office.dossiers(900, knowledge.calendar, knowledge.hours))


@pytest.mark.parametrize("by", list(By))
def test_the_figures_of_a_generated_year_are_those_counted_by_hand(
    office: Callable[..., Office], knowledge: Knowledge, year: list[Dossier], by: By
) -> None:
    made = office(*year)
    table = discipline_table(made.store, knowledge, scope(), by)
    expected = by_hand(year, by, scope(), knowledge.calendar)
    found = {(row[1], head): figure for row in table.rows for head, figure in zip(HEADS, row[2:], strict=True)}
    found = {key: figure for key, figure in found.items() if figure and key[1] in COUNTED[by]}
    assert found == dict(expected)
    assert {"Hạn trong hôm nay", "Để lâu không xử lý", "Chưa xin lỗi"} < {head for _, head in expected}
    for row in (*table.rows, table.total):
        assert row is not None
        for column in range(2, len(row)):
            _counts_its_dossiers(made, knowledge, by, row, column)


def _counts_its_dossiers(made: Office, knowledge: Knowledge, by: By, row: Row, column: int) -> None:
    behind = discipline_behind(made.store, knowledge, scope(), by, row, column)
    assert row[column] == (len(list(behind.rows)) if behind else 0) == (behind.count if behind else 0)


def by_hand(dossiers: list[Dossier], by: By, asked: Scope, calendar: WorkCalendar) -> Counter[tuple[str, str]]:
    """Most of the lists once more, dossier by dossier, straight from what they are said to be."""
    counts: Counter[tuple[str, str]] = Counter()
    end = datetime.combine(asked.period.last + timedelta(days=1), datetime.min.time(), VIETNAM)
    seen = min(asked.now, end)
    start = datetime.combine(asked.period.first, datetime.min.time(), VIETNAM)
    for one in dossiers:
        if one.status is Status.NEW:
            continue
        done = one.finished_at

        def who(moment: datetime, one: Dossier = one) -> str:
            if by is By.FIELD:
                return one.field or "Chưa phân lĩnh vực"
            unit, person = one.agencies.receiving_name or one.agencies.receiving, one.clerk
            if one.hand_overs:
                unit = one.hand_overs[0].from_unit
            for line in one.hand_overs:
                if line.at < moment:
                    unit, person = line.to_unit, line.taken_by
            return unit if by is By.UNIT else person or "Chưa ghi tên người nhận"

        runs = one.status in (Status.ACCEPTED, Status.IN_PROCESS)
        if done is None:
            counts[who(asked.now), "Đang giữ"] += 1
        if runs:
            for head in _waits(one, asked.now.date(), calendar):
                counts[who(asked.now), head] += 1
        if one.due_at and one.status is not Status.NOT_ACCEPTED:
            ended_late = done is not None and one.due_at < done and done >= start and one.due_at < seen
            if ended_late or (runs and one.due_at < seen):
                counts[who(one.due_at), "Quá hạn"] += 1
                if not any(change.cause is DueCause.EXTENSION for change in one.due_changes):
                    counts[who(one.due_at), "Chưa xin lỗi"] += 1
        if one.status is Status.NOT_ACCEPTED and done and start <= done < end:
            counts[who(done), "Từ chối"] += 1
        if by is not By.CLERK:  # who asked is not who held it
            for pause in [item for item in one.pauses if item.kind is PauseKind.SUPPLEMENT][1:]:
                if start <= pause.began_at < end:
                    counts[who(pause.began_at), "Bổ sung nhiều lần"] += 1
    return counts


def _waits(one: Dossier, today: date, calendar: WorkCalendar) -> Iterator[str]:
    """On which lists of what is so now it stands, by looking at its days one by one."""
    due, moments = one.due_at, [one.received_at, *(line.at for line in one.hand_overs)]
    next_worked = today + timedelta(days=1)
    while not calendar.is_working(next_worked):
        next_worked += timedelta(days=1)
    if due and due.date() == today:
        yield "Hạn trong hôm nay"
    if due and today < due.date() <= next_worked:
        yield "Hạn ngày làm việc tới"
    idle = (max(moments).date() + timedelta(days=number) for number in range(1, 2 * 365))
    if sum(calendar.is_working(day) for day in idle if day < today) >= LYING:
        yield "Để lâu không xử lý"

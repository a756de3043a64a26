"""How long units really kept dossiers, counted a second way from the control sheets, and what the times speak for."""

from __future__ import annotations

from collections import defaultdict
from collections.abc import Callable
from dataclasses import replace
from datetime import date, datetime
from math import ceil

import pytest

from counter_app.dossier.clock import VIETNAM
from counter_app.dossier.fold import Folded
from counter_app.knowledge import Knowledge
from counter_app.procedures.control_sheet import control_lines
from counter_app.procedures.review import Criteria, Review
from counter_app.procedures.working_time import open_time_between
from counter_app.reports import periods
from counter_app.reports import step_times as module
from counter_app.reports.periods import Cut
from counter_app.reports.scope import Scope
from counter_app.reports.step_dossiers import OVER, RUNS, most_over, step_dossiers
from counter_app.reports.step_times import StepTime, step_times, step_times_table
from counter_app.store import conduct
from counter_app.store import dossiers as projection
from tests.reports import busy_office
from tests.reports.conftest import NOW, Office

CRITERIA = Criteria(
    plan="Kế hoạch 1/KH-UBND",
    valid_from=date(2025, 1, 1),
    at_least=4,
    short_share=0.5,
    rounds_to=4,
    long_share=0.5,
    cut=0.3,
)


def step(allowed: float, *hours: float) -> StepTime:
    return StepTime("1.001193", "Đăng ký khai sinh", "Phòng Tư pháp", 0, allowed, tuple(sorted(hours)))


@pytest.mark.parametrize(
    ("found", "proposal"),
    [
        (step(40, 3, 5, 6, 7), "Đề xuất rút còn 8 giờ"),
        (step(40, 3, 5, 6, 21), ""),
        (step(40, 3, 5, 6), ""),  # too few
        (step(0, 3, 5, 6, 7), ""),  # nothing is said of its time
        (step(8, 0.1, 0.2, 0.2, 0.3), "Đề xuất rút còn 4 giờ"),
        (step(4, 0.1, 0.2, 0.2, 0.3), ""),  # it cannot be less
        (step(8, 3, 9, 10, 11), "Quá 50 % số lượt vượt thời gian quy định: xem lại"),
        (step(8), "Không dùng đến trong kỳ: đề xuất bỏ hoặc gộp bước"),
    ],
)
def test_a_step_is_proposed_for_review_by_the_times_it_took(found: StepTime, proposal: str) -> None:
    assert found.proposal(CRITERIA) == proposal


def test_a_proposal_says_the_share_that_the_criteria_set() -> None:
    asked = CRITERIA.model_copy(update={"long_share": 0.2})
    assert step(8, 3, 4, 5, 11).proposal(asked) == "Quá 20 % số lượt vượt thời gian quy định: xem lại"


@pytest.mark.parametrize(
    ("steps", "said"),
    [
        ([step(40, 3, 5, 6, 7), step(40, 30, 31, 32, 33)], "còn 48 giờ, giảm 40 %; đạt mục tiêu 30 %"),
        ([step(40, 3, 5, 6, 7), step(120, 70, 80, 90, 100)], "còn 128 giờ, giảm 20 %; chưa đạt mục tiêu 30 %"),
        ([step(40, 30, 31, 32, 33), step(8)], "còn 40 giờ, giảm 17 %; chưa đạt mục tiêu 30 %"),
        ([step(40, 3, 5), step(8)], ""),  # too few came to say that a step is never needed
        ([step(40, 30, 31, 32, 33)], ""),
    ],
)
def test_a_process_says_how_far_its_proposals_together_come_to_the_aim_of_the_plan(
    steps: list[StepTime],
    said: str,
    knowledge: Knowledge,
    office: Callable[..., Office],
    monkeypatch: pytest.MonkeyPatch,
) -> None:
    monkeypatch.setattr(module, "step_times", lambda *_: steps)
    scope = Scope(periods.containing(Cut.YEAR, NOW.date()), NOW)
    table = step_times_table(office().store, replace(knowledge, review=Review([CRITERIA])), scope)
    whole = [row for row in table.rows if row[2] == "Cả quy trình"]
    assert [str(row[-1]).removeprefix("Các đề xuất cộng lại: ") for row in whole] == ([said] if said else [])
    assert [row[0] for row in table.rows] == list(range(1, len(steps) + len(whole) + 1))
    assert "Mục tiêu giảm ít nhất 30 % thời gian: Kế hoạch 1/KH-UBND." in table.notes


def test_the_times_of_a_generated_year_are_those_of_the_control_sheets(
    office: Callable[..., Office], knowledge: Knowledge
) -> None:
    year = list(busy_office.dossiers(900, knowledge.calendar, knowledge.hours))
    scope = Scope(periods.containing(Cut.YEAR, NOW.date()), NOW, agency="H41.99")
    first, last = scope.period.first, scope.period.last
    expected: dict[tuple[str, str, int], list[float]] = defaultdict(list)
    for dossier in year:
        if dossier.pauses:
            continue
        lines = control_lines(dossier, None, knowledge.calendar, knowledge.hours, NOW)
        for place, line in enumerate(lines):
            stay = sum(earlier.unit == line.unit for earlier in lines[:place])
            if line.given_at and first <= line.given_at.astimezone(VIETNAM).date() <= last:
                spent = open_time_between(line.received_at, line.given_at, knowledge.calendar, knowledge.hours)
                expected[dossier.procedure, line.unit, stay].append(spent.total_seconds() / 3600)
    found = {(item.procedure, item.unit, item.stay): item for item in step_times(office(*year).store, knowledge, scope)}
    used = {key: item for key, item in found.items() if item.hours}
    assert {key: len(item.hours) for key, item in used.items()} == {key: len(spent) for key, spent in expected.items()}
    assert len(expected) > 5
    for key, spent in expected.items():
        assert used[key].hours == pytest.approx(sorted(spent), abs=1 / 3600)
        assert used[key].p90 == pytest.approx(sorted(spent)[ceil(0.9 * len(spent)) - 1], abs=1 / 3600)


def test_behind_each_count_of_a_step_are_its_dossiers_the_longest_first(
    office: Callable[..., Office], knowledge: Knowledge, monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.setattr(module, "hours_of_stays", lambda _: {"Bộ phận Một cửa": [4.0], "Phòng chuyên môn": [4.0]})
    here = office(*busy_office.dossiers(900, knowledge.calendar, knowledge.hours))
    scope = Scope(periods.containing(Cut.YEAR, NOW.date()), NOW)
    table = step_times_table(here.store, knowledge, scope)
    assert most_over(table) is not None
    behind = 0
    for row in table.rows:
        for column in (RUNS, OVER):
            found = step_dossiers(here.store, knowledge, scope, row, column, limit=50)
            if not row[column]:
                assert found is None
                continue
            assert found is not None and found.count == row[column]
            hours = [float(str(line[7])) for line in found.rows]
            assert hours == sorted(hours, reverse=True) and (column == RUNS or min(hours) > 4)
            assert len(hours) == min(50, found.count)
            behind += column == OVER
    assert behind > 2
    assert step_dossiers(here.store, knowledge, scope, (999, "?", "?", 0, 1), RUNS) is None, "rows that moved meanwhile"


def test_a_period_in_which_nobody_came_has_no_steps(office: Callable[..., Office], knowledge: Knowledge) -> None:
    at = datetime(2026, 11, 25, 9, tzinfo=VIETNAM)
    table = step_times_table(office().store, knowledge, Scope(periods.containing(Cut.YEAR, at.date()), at))
    assert not list(table.rows)


def test_a_dossier_put_right_to_another_procedure_counts_there_with_the_times_it_took(
    office: Callable[..., Office], knowledge: Knowledge
) -> None:
    year = busy_office.dossiers(900, knowledge.calendar, knowledge.hours)
    handed = next(item for item in year if item.hand_overs and item.finished_at and not item.pauses)
    opened, scope = office(handed), Scope(periods.containing(Cut.YEAR, handed.received_at.date()), NOW)
    right = handed.model_copy(update={"procedure": "1.004873", "procedure_name": "Cấp giấy xác nhận", "step": 2})
    projection.project(opened.store.db, 1, Folded(right), own_sequence=1, before=handed)
    assert conduct.is_projected(opened.store.db, 1, right) and not conduct.is_projected(opened.store.db, 1, None)
    assert {item.procedure for item in step_times(opened.store, knowledge, scope) if item.hours} == {"1.004873"}
    opened.store.db.execute("UPDATE holdings SET kind = kind - 1")
    assert not conduct.is_projected(opened.store.db, 1, right), "a line of another procedure is noticed"

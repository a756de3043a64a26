"""What was answered instead of a receipt, who looked at whom, and blamed clerks: each counted again, one by one."""

from __future__ import annotations

from collections import Counter
from collections.abc import Iterator
from datetime import datetime
from pathlib import Path

import pytest

from counter_app.desk.desk import Desk
from counter_app.dossier.clock import VIETNAM
from counter_app.dossier.codes import is_case, is_dossier, is_feedback
from counter_app.dossier.feedback import fold_feedback
from counter_app.dossier.guidance import GuidanceCase, fold_case
from counter_app.dossier.model import Dossier
from counter_app.dossier.states import GuidanceKind, Status
from counter_app.reports.accesses import access_log
from counter_app.reports.guidance import guidance_answers, guidance_by_procedure
from counter_app.reports.nine_indicators import nine_of_staff
from counter_app.reports.periods import Cut, Period, containing
from counter_app.reports.scope import Scope
from tests.reports.filled_desk import filled_desk

NOW = datetime(2026, 11, 25, 10, 30, tzinfo=VIETNAM)
PERIODS = [containing(cut, NOW.date()) for cut in (Cut.MONTH, Cut.QUARTER, Cut.YEAR)]


@pytest.fixture(scope="module")
def desk(tmp_path_factory: pytest.TempPathFactory) -> Iterator[Desk]:
    with filled_desk(tmp_path_factory.mktemp("seen") / Path("desk"), 300, NOW) as filled:
        yield filled


def dossiers(desk: Desk) -> list[Dossier]:
    codes = [code for code in desk.store.journal.entries.codes() if is_dossier(code)]
    return [found for code in codes if (found := desk.store.dossier(code))]


def cases(desk: Desk) -> list[GuidanceCase]:
    entries = desk.store.journal.entries
    return [case for code in entries.codes() if is_case(code) and (case := fold_case(entries.of_dossier(code)))]


@pytest.mark.parametrize("period", PERIODS, ids=lambda period: period.name)
def test_who_was_sent_home_is_what_counting_by_hand_gives(desk: Desk, period: Period) -> None:
    expected: Counter[str] = Counter()
    for case in cases(desk):
        here = [
            answer for answer in case.answers if period.first <= answer.at.astimezone(VIETNAM).date() <= period.last
        ]
        kinds = Counter(answer.kind for answer in here)
        expected["people"] += bool(here)
        expected["supplements"] += kinds[GuidanceKind.SUPPLEMENTS]
        expected["again"] += sum(bool(answer.again) for answer in here)
        expected["refusals"] += kinds[GuidanceKind.REFUSAL]
        expected["received"] += bool(here and case.dossier)
    scope = Scope(period, NOW)
    table = guidance_by_procedure(desk.store.db, scope)
    assert table.total is not None
    assert list(table.total[4:]) == [
        expected[name] for name in ("people", "supplements", "again", "refusals", "received")
    ]
    assert expected["again"] and expected["refusals"] and {row[2] for row in table.rows} == {"1.001193"}
    answers = guidance_answers(desk.store.db, scope)
    assert answers.count == len(list(answers.rows)) == expected["supplements"] + expected["refusals"]


@pytest.mark.parametrize("period", PERIODS, ids=lambda period: period.name)
def test_each_look_at_somebody_stands_once_in_the_log_of_its_day(desk: Desk, period: Period) -> None:
    """One was looked for before each receipt."""
    came = sorted(one.received_at for one in dossiers(desk))
    expected = [f"người thứ {number}" for number, at in enumerate(came) if period.first <= at.date() <= period.last]
    table = access_log(desk.store, Scope(period, NOW))
    looks = [row[4] for row in table.rows if row[3] == "Tìm kiếm"]
    assert looks == expected and table.count == len(list(table.rows)) and len(expected) > 10


def test_a_clerk_has_no_points_for_a_dossier_about_which_they_were_rightly_blamed(desk: Desk) -> None:
    entries, period = desk.store.journal.entries, PERIODS[1]
    said = (fold_feedback(entries.of_dossier(code)) for code in entries.codes() if is_feedback(code))
    blamed = {item.taken.dossier for item in said if item and item.counts_against_staff}
    points: list[tuple[int, int]] = []
    for one in dossiers(desk):
        done = one.finished_at.astimezone(VIETNAM).date() if one.finished_at else None
        if one.status in (Status.NOT_ACCEPTED, Status.CANCELLED) or not done or not period.first <= done <= period.last:
            continue
        due = one.due_at.astimezone(VIETNAM).date() if one.due_at else done
        punctual = 2 if done < due else 1 if done == due else 0
        points.append((punctual, 0 if one.code in blamed else punctual))
    (row,) = nine_of_staff(desk.store, Scope(period, NOW)).rows
    time, attitude = (round(sum(column) / len(points), 1) for column in zip(*points, strict=True))
    assert (row[2], row[3], row[7]) == (len(points), time, attitude)
    assert sum(punctual - kept for punctual, kept in points) > 0, "somebody was blamed"

"""Feedback and satisfaction: every figure once more by hand, from the folded entries, one after the other."""

from __future__ import annotations

from collections import Counter
from collections.abc import Iterator
from datetime import datetime
from pathlib import Path

import pytest

from counter_app.desk.desk import Desk
from counter_app.dossier.clock import VIETNAM
from counter_app.dossier.codes import is_feedback, is_survey
from counter_app.dossier.feedback import Feedback, fold_feedback
from counter_app.dossier.payloads.papers import PaperGiven
from counter_app.dossier.states import FeedbackMatter, Sorting
from counter_app.dossier.survey import Survey, fold_survey
from counter_app.reports.feedback import (
    feedback_behind,
    feedback_figures,
    feedback_register,
    late_feedback,
    settled_in,
)
from counter_app.reports.indicators import load_indicators
from counter_app.reports.nine_indicators import nine_of_agency
from counter_app.reports.periods import Cut, Period, containing
from counter_app.reports.quality import measure
from counter_app.reports.satisfaction import (
    satisfaction_by_field,
    satisfaction_by_occasion,
    satisfied_in,
)
from counter_app.reports.scope import Scope
from counter_app.resources import resource
from tests.reports.filled_desk import filled_desk

NOW = datetime(2026, 11, 25, 10, 30, tzinfo=VIETNAM)
PERIODS = [containing(Cut.MONTH, NOW.date()), containing(Cut.MONTH, datetime(2026, 10, 20).date())]
PERIODS += [containing(Cut.QUARTER, NOW.date()), containing(Cut.YEAR, NOW.date())]


@pytest.fixture(scope="module")
def desk(tmp_path_factory: pytest.TempPathFactory) -> Iterator[Desk]:
    with filled_desk(tmp_path_factory.mktemp("heard") / Path("desk"), 150, NOW) as filled:
        yield filled


def heard(desk: Desk) -> list[Feedback]:
    journal = desk.store.journal
    found = (fold_feedback(journal.entries.of_dossier(code)) for code in journal.entries.codes() if is_feedback(code))
    return [item for item in found if item is not None]


def answered(desk: Desk, period: Period) -> list[Survey]:
    journal = desk.store.journal
    found = (fold_survey(journal.entries.of_dossier(code)) for code in journal.entries.codes() if is_survey(code))
    return [item for item in found if item and period.first <= item.asked_on <= period.last]


def asked(desk: Desk, period: Period) -> list[str]:
    """The fields of the dossiers whose slips went out in the period, one each."""
    fields = []
    for entry in desk.store.entries.own_after(0, -1):
        payload = entry.read() if entry.kind == "paper_given" else None
        if isinstance(payload, PaperGiven) and payload.slip and period.first <= entry.at.date() <= period.last:
            dossier = desk.store.dossier(entry.dossier)
            fields.append(dossier.field if dossier else "")
    return fields


def verdict(feedback: Feedback, end: datetime) -> str:
    """What stands of it at a moment: in_time, late, open or overdue."""
    done = feedback.settled_at is not None and feedback.settled_at < end
    if done and feedback.settled_at is not None:
        return "in_time" if feedback.settled_at <= feedback.due_at else "late"
    return "open" if feedback.due_at >= min(end, NOW) else "overdue"


def counted(desk: Desk, period: Period) -> list[tuple[Feedback, str]]:
    start, end = (datetime.fromtimestamp(at, VIETNAM) for at in (period.start, period.end))
    within = [
        item for item in heard(desk) if item.taken_at < end and (item.settled_at is None or item.settled_at >= start)
    ]
    return [(item, verdict(item, end)) for item in within]


@pytest.mark.parametrize("period", PERIODS, ids=lambda period: period.name)
def test_what_came_how_it_was_sorted_and_settled(desk: Desk, period: Period) -> None:
    scope, start = Scope(period, NOW), datetime.fromtimestamp(period.start, VIETNAM)
    known = counted(desk, period)
    assert known
    table = feedback_figures(desk.store, scope)
    for row, matter in zip(table.rows, FeedbackMatter, strict=True):
        of_it = [(item, said) for item, said in known if item.taken.matter is matter]
        sorting = Counter(item.sorted.sorting for item, _ in of_it if item.sorted)
        state = Counter(said for _, said in of_it)
        before = sum(item.taken_at < start for item, _ in of_it)
        settled = [item for item, said in of_it if said in ("in_time", "late")]
        assert row[2:] == (
            *(before, len(of_it) - before, len(of_it)),
            *(sorting[Sorting.OWN], sorting[Sorting.OTHERS], sorting[Sorting.NOT_OF_KIND]),
            *(state["in_time"], state["late"], state["open"], state["overdue"]),
            sum(bool(item.published) for item in settled),
        )
        received, done = row[4], sum(int(cell or 0) for cell in row[8:12])  # type: ignore[call-overload]
        assert received == done, "all of it is settled or open, in time or late"
    settled_now = settled_in(desk.store, scope)
    states = Counter(said for _, said in known)
    assert (settled_now.in_time, settled_now.late, settled_now.overdue) == (
        *(states["in_time"], states["late"]),
        states["overdue"],
    )
    late = late_feedback(desk.store, scope)
    assert late.count == states["late"] + states["overdue"] == len(late.rows)


def test_each_figure_has_its_list_behind_it(desk: Desk) -> None:
    scope = Scope(PERIODS[0], NOW)
    table = feedback_figures(desk.store, scope)
    assert table.total is not None
    for row in (*table.rows, table.total):
        for column in range(2, len(table.columns)):
            behind = feedback_behind(desk.store, scope, row, column)
            assert (behind.count if behind else 0) == (row[column] or 0), (row, column)
            assert behind is None or len(behind.rows) == row[column]


def test_the_register_has_all_that_came_with_what_art_9_asks_for(desk: Desk) -> None:
    period = PERIODS[3]
    table = feedback_register(desk.store, Scope(period, NOW))
    came = sorted((item for item in heard(desk)), key=lambda item: item.taken_at)
    came = [item for item in came if period.first <= item.taken_at.date() <= period.last]
    rows = list(table.rows)
    assert table.count == len(rows) == len(came)
    assert [row[1] for row in rows] == [item.number for item in came]
    assert [row[6] for row in rows] == [item.taken.text for item in came]
    assert len({row[1] for row in rows}) == len(rows), "a number is given once"
    page = feedback_register(desk.store, Scope(period, NOW), offset=5, limit=3)
    assert [row[1] for row in page.rows] == [row[1] for row in rows[5:8]]


@pytest.mark.parametrize("period", PERIODS, ids=lambda period: period.name)
def test_how_many_were_asked_answered_and_are_satisfied(desk: Desk, period: Period) -> None:
    scope = Scope(period, NOW)
    said, went_out = answered(desk, period), asked(desk, period)
    points = [item.points for survey in said for item in survey.said.answers if item.question == "satisfaction"]
    table = satisfaction_by_occasion(desk.store, scope)
    (row,) = (line for line in table.rows if line[1] == "Khi nộp hồ sơ")
    good = sum(value > 0 for value in points)
    assert row[2:5] == (len(went_out), len(said), len(said) / len(went_out))
    assert row[6:10] == (points.count(2), points.count(1), points.count(0), good / len(points))
    satisfied = satisfied_in(desk.store, scope)
    assert (satisfied.good, satisfied.answered) == (good, len(points))

    by_field = {str(line[1]): line for line in satisfaction_by_field(desk.store, scope).rows}
    assert {name: line[2] for name, line in by_field.items() if line[2]} == dict(Counter(went_out))
    assert {name: line[3] for name, line in by_field.items() if line[3]} == dict(
        Counter(survey.said.field for survey in said)
    )


def test_qd_766_and_tt_01_take_their_points_from_it(desk: Desk) -> None:
    scope = Scope(PERIODS[3], NOW)
    measured = {
        item.indicator.key: item for item in measure(desk.store, scope, load_indicators(resource("indicators")))
    }
    satisfied, settled = measured["5.1"], measured["5.2"]
    assert satisfied.rate is not None and settled.rate is not None
    assert satisfied.points == pytest.approx(12 * min(satisfied.rate / 0.9, 1))
    assert settled.points == pytest.approx(6 * settled.rate)
    assert satisfied.indicator.points + settled.indicator.points == 18
    rows = {row[0]: row for row in nine_of_agency(desk.store, scope).rows}
    said = [item for survey in answered(desk, PERIODS[3]) for item in survey.said.answers]
    for number, key in ((7, "attitude"), (3, "contacts")):
        points = [item.points for item in said if item.question == key]
        assert rows[number][2] == len(points) and rows[number][4] == round(sum(points) / len(points), 1)
    assert rows[8][4] == 0, "something is open and late (kéo dài)"
    assert rows[1][5] == "Hồ sơ đã giải quyết", "nobody was asked with a result yet"
    assert rows[5][4] is None and str(rows[5][5]).startswith("Không biết")


def test_without_any_feedback_indicator_8_is_full(desk: Desk) -> None:
    empty = Scope(containing(Cut.MONTH, datetime(2020, 1, 1).date()), NOW)
    assert (settled_in(desk.store, empty).points, settled_in(desk.store, empty).rate) == (2, None)
    assert satisfied_in(desk.store, empty).rate is None

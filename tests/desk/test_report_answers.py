"""A report as the screen asks for it: a page at a time, the dossiers behind a figure, and all of it for a file."""

from __future__ import annotations

from collections.abc import Iterator
from datetime import datetime

import pytest

from counter_app.desk.desk import Desk
from counter_app.desk.report_answers import PAGE, answer, details_of, whole
from counter_app.dossier.clock import VIETNAM
from counter_app.reports import periods
from counter_app.reports.offered import Question, offered
from counter_app.reports.periods import Cut
from counter_app.reports.scope import Scope
from tests.reports.filled_desk import filled_desk

NOW = datetime(2026, 11, 25, 9, 0, tzinfo=VIETNAM)
COUNT = 150


@pytest.fixture(scope="module")
def busy(tmp_path_factory: pytest.TempPathFactory) -> Iterator[Desk]:
    with filled_desk(tmp_path_factory.mktemp("busy"), COUNT, NOW) as desk:
        yield desk


def question(field: str | None = None) -> Question:
    scope = Scope(periods.containing(Cut.YEAR, NOW.date()), NOW, agency="H41.99", office="UBND phường Sao Mai")
    return Question(scope, field)


def test_a_field_without_a_line_gives_way_to_the_first_that_has_one(busy: Desk) -> None:
    answered = answer(busy, offered("so-theo-doi"), question("Không có lĩnh vực này"))
    assert answered.question.field == answered.fields[0][0]
    assert 0 < len(answered.sheet.rows) <= PAGE
    assert answered.sheet.count == answered.fields[0][1]


def test_behind_a_figure_stand_as_many_dossiers_as_it_counts(busy: Desk) -> None:
    answered = answer(busy, offered("bieu-06a"), question())
    cell = next(place for place, value in enumerate(answered.sheet.rows[0]) if place > 1 and value)
    details = details_of(busy, answered, answered.sheet.rows[0], cell, 0)
    assert details is not None and details.count == answered.sheet.rows[0][cell]
    assert details_of(busy, answer(busy, offered("so-theo-doi"), question()), answered.sheet.rows[0], cell, 0) is None


def test_a_whole_report_tells_how_far_it_was_read_and_ends_where_nobody_wants_it_any_more(busy: Desk) -> None:
    answered = answer(busy, offered("so-theo-doi"), question())
    told: list[tuple[int, int]] = []
    table = whole(busy, answered, lambda read, count: told.append((read, count)))
    assert len(list(table.rows)) == answered.sheet.count
    assert told[0] == (0, answered.sheet.count)

    class Stopped(Exception):
        pass

    def stop(read: int, count: int) -> None:
        raise Stopped

    with pytest.raises(Stopped):
        list(whole(busy, answered, stop).rows)

"""Every report a desk offers, asked of a desk with some weeks of work behind it."""

from __future__ import annotations

from collections.abc import Iterator
from dataclasses import replace
from datetime import datetime

import pytest

from counter_app.desk.desk import Desk
from counter_app.dossier.clock import VIETNAM
from counter_app.reports import periods
from counter_app.reports.behind import figure_of
from counter_app.reports.offered import REPORTS, Asks, Fields, Offered, Question, offered
from counter_app.reports.periods import Cut
from counter_app.reports.scope import Scope
from counter_app.tables import Row, Table
from tests.reports.filled_desk import filled_desk

NOW = datetime(2026, 11, 25, 9, 0, tzinfo=VIETNAM)
COUNT = 150


@pytest.fixture(scope="module")
def busy(tmp_path_factory: pytest.TempPathFactory) -> Iterator[Desk]:
    with filled_desk(tmp_path_factory.mktemp("busy"), COUNT, NOW) as desk:
        yield desk


def question(cut: Cut = Cut.YEAR) -> Question:
    return Question(Scope(periods.containing(cut, NOW.date()), NOW, agency="H41.99", office="UBND phường Sao Mai"))


def rows_of(table: Table) -> list[Row]:
    return list(table.rows)


@pytest.mark.parametrize("report", REPORTS, ids=lambda item: item.key)
def test_every_report_has_lines_as_wide_as_its_columns(busy: Desk, report: Offered) -> None:
    table = report.table(busy.store, busy.knowledge, question())
    rows = rows_of(table)
    assert rows
    assert {len(row) for row in rows} == {len(table.columns)}
    assert table.total is None or len(table.total) == len(table.columns)
    assert all(bars.bars for bars in report.charts(busy.store, busy.knowledge, question(), table))


def test_every_periodic_report_says_who_reports_to_whom(busy: Desk) -> None:
    asked = question()
    asked = replace(asked, scope=replace(asked.scope, report_to="UBND tỉnh Mẫu"))
    for report in REPORTS:
        counts = (
            report.asks is Asks.PERIOD and report.fields is Fields.ALL and not report.paged and report.by_risk is None
        )
        if counts and report.task is None:  # neither a book nor a list, nor for those who keep the catalogue
            table = report.table(busy.store, busy.knowledge, asked)
            assert [name for _, name in table.parties] == [
                "Ủy ban nhân dân phường Sao Mai",
                "Ủy ban nhân dân tỉnh Mẫu",
            ], report.key


def test_the_charts_show_the_figures_of_their_table(busy: Desk) -> None:
    form = offered("bieu-06a")
    table = form.table(busy.store, busy.knowledge, question())
    outcome, by_field = form.charts(busy.store, busy.knowledge, question(), table)
    assert table.total is not None
    assert [bar.value for bar in outcome.bars] == [*table.total[7:10], *table.total[11:13]]
    assert [(bar.label, bar.value) for bar in by_field.bars] == [(row[1], row[2]) for row in rows_of(table)]
    assert sum(bar.value for bar in outcome.bars) == table.total[2] > 0  # type: ignore[operator]


def test_no_two_reports_have_the_same_key_or_title() -> None:
    assert len({item.key for item in REPORTS}) == len({item.title for item in REPORTS}) == len(REPORTS)


def test_a_report_nobody_offers_is_not_found() -> None:
    with pytest.raises(KeyError):
        offered("bieu-07b")


@pytest.mark.parametrize("report", [item for item in REPORTS if item.paged], ids=lambda item: item.key)
def test_the_pages_of_a_long_report_together_are_the_whole(busy: Desk, report: Offered) -> None:
    whole = rows_of(report.table(busy.store, busy.knowledge, question()))
    pages: list[Row] = []
    while len(pages) < len(whole):
        page = report.table(busy.store, busy.knowledge, replace(question(), offset=len(pages), limit=7))
        assert page.count == len(whole)
        assert 0 < len(page.rows) <= 7
        pages += rows_of(page)
    assert pages == whole


@pytest.mark.parametrize(
    "report", [item for item in REPORTS if item.fields is not Fields.ALL], ids=lambda item: item.key
)
def test_a_field_has_as_many_lines_as_it_is_offered_with(busy: Desk, report: Offered) -> None:
    fields = report.lines_of(busy.store, busy.knowledge, question())
    assert fields
    for field, count in fields:
        table = report.table(busy.store, busy.knowledge, replace(question(), field=field))
        assert table.count == len(rows_of(table)) == count


@pytest.mark.parametrize("cut", list(Cut))
def test_each_figure_of_the_form_is_the_number_of_dossiers_behind_it(busy: Desk, cut: Cut) -> None:
    report = offered("bieu-06a")
    assert report.details is not None
    asked = question(cut)
    table = report.table(busy.store, busy.knowledge, asked)
    assert table.total is not None
    looked = 0
    for row in (*rows_of(table), table.total):
        for place, column in enumerate(table.columns):
            if not figure_of(column):
                assert report.details(busy.store, busy.knowledge, asked, row, place) is None
                continue
            behind = report.details(busy.store, busy.knowledge, asked, row, place)
            codes = {line[1] for line in behind.rows} if behind else set()
            assert len(codes) == row[place] == (behind.count if behind else 0)
            looked += len(codes)
    assert looked > 0


def test_behind_an_indicator_stand_the_dossiers_it_lost(busy: Desk) -> None:
    report = offered("chi-so-766")
    assert report.details is not None
    table = report.table(busy.store, busy.knowledge, question())
    for row in table.rows:
        good, count = row[2], row[3]
        behind = report.details(busy.store, busy.knowledge, question(), row, 8)
        if row[0] == "5.1":
            assert behind is None, "who is not satisfied is kept nowhere"
            continue
        assert behind is not None
        if isinstance(good, int) and isinstance(count, int):
            assert behind.count == len(rows_of(behind)) == count - good
        else:
            assert rows_of(behind) == []


def test_the_cell_shown_first_is_where_most_points_were_lost(busy: Desk) -> None:
    table = offered("chi-so-766").table(busy.store, busy.knowledge, question())
    cell = offered("chi-so-766").default_cell(table)
    assert cell is not None
    row, column = cell
    assert rows_of(table)[row][column] == max(line[column] or 0 for line in table.rows)  # type: ignore[type-var]
    assert table.columns[column].head == "Mất"


def test_looking_farther_ahead_finds_no_less(busy: Desk) -> None:
    report = offered("sap-den-han")
    counts = [
        report.table(busy.store, busy.knowledge, replace(question(), days=days)).count or 0 for days in (1, 3, 10)
    ]
    assert counts == sorted(counts)
    assert counts[-1] > 0

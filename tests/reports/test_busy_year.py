"""A year of a busy office, 30,000 dossiers: what the reports count is what counting by hand gives."""

from __future__ import annotations

from collections import Counter
from datetime import date, timedelta

import pytest

from counter_app.dossier.ledger import CHANNEL
from counter_app.dossier.states import PayMethod
from counter_app.knowledge import Knowledge
from counter_app.reports import money, periods, reuse, volumes
from counter_app.reports.due import Waiting, WaitingScope, due_list
from counter_app.reports.indicators import load_indicators
from counter_app.reports.periods import Period
from counter_app.reports.quality import HEARD, SATISFIED, lost_dossiers, measure
from counter_app.reports.register import BookColumns, books, register
from counter_app.reports.scope import Scope
from counter_app.reports.settlement import settlement_table, settlements
from counter_app.resources import resource
from tests.reports import by_hand
from tests.reports.conftest import COUNT, Office

PERIODS = [
    periods.year(2026),
    *(periods.half(2026, number) for number in (1, 2)),
    *(periods.quarter(2026, number) for number in (1, 2, 3, 4)),
    *(periods.month(2026, number) for number in range(1, 13)),
    periods.calendar_month(2026, 2),
    periods.day(date(2026, 9, 14)),
    periods.day(date(2026, 11, 25)),  # today
    periods.span(date(2026, 4, 29), date(2026, 5, 4)),
    periods.span(date(2025, 1, 1), date(2027, 12, 31)),
    periods.span(date(2024, 1, 1), date(2024, 12, 31)),  # before the first dossier
]


def named(period: Period) -> str:
    return f"{period.first}–{period.last}"


@pytest.fixture(params=PERIODS, ids=named)
def period(request: pytest.FixtureRequest) -> Period:
    found: Period = request.param
    return found


@pytest.fixture(scope="module")
def numbers(busy: Office) -> dict[str, int]:
    return by_hand.numbers_in_year(busy.dossiers)


def test_the_office_is_busy_and_of_every_fate(busy: Office) -> None:
    assert len(busy.dossiers) == COUNT
    statuses = Counter(dossier.status for dossier in busy.dossiers)
    assert set(statuses) == set(range(1, 11))
    assert min(statuses.values()) > 100


def test_06a_is_what_counting_by_hand_gives(busy: Office, period: Period) -> None:
    expected = by_hand.settlement(busy.dossiers, period.first, period.last, busy.now)
    found = settlements(busy.store.db, Scope(period, busy.now))
    assert {item.field: {name: getattr(item, name) for name in by_hand.FIGURES} for item in found} == {
        field: {name: figures[name] for name in by_hand.FIGURES} for field, figures in expected.items()
    }


def test_what_is_open_at_the_end_of_a_period_is_carried_into_the_next(busy: Office) -> None:
    for number in range(1, 12):
        ends = settlements(busy.store.db, Scope(periods.month(2026, number), busy.now))
        begins = settlements(busy.store.db, Scope(periods.month(2026, number + 1), busy.now))
        assert {end.field: end.open for end in ends if end.open} == {
            begin.field: begin.carried for begin in begins if begin.carried
        }


def test_the_quarters_settle_what_the_year_settles(busy: Office) -> None:
    whole = settlement_table(busy.store.db, Scope(periods.year(2026), busy.now)).total
    quarters = [
        settlement_table(busy.store.db, Scope(periods.quarter(2026, number), busy.now)).total for number in (1, 2, 3, 4)
    ]
    assert whole
    for column in (3, 4, 6, 7, 8, 9):  # received in the period, settled: what happens once
        assert whole[column] == sum(quarter[column] for quarter in quarters if quarter)  # type: ignore[misc]


def test_766_is_what_counting_by_hand_gives(busy: Office, period: Period) -> None:
    expected = by_hand.quality(busy.dossiers, period.first, period.last, busy.now)
    measured = measure(busy.store, Scope(period, busy.now), load_indicators(resource("indicators")))
    heard = [item for item in measured if item.indicator.key in (SATISFIED, HEARD)]  # `test_heard` counts them by hand
    assert [(item.good, item.count, item.rate) for item in heard] == [(0, 0, None)] * 2, "nobody was asked here"
    found = [item for item in measured if item not in heard]
    assert {item.indicator.key: (item.good, item.count) for item in found if item.available} == {
        key: (len(good), len(counted)) for key, (good, counted) in expected.items()
    }
    rates = {key: len(good) / len(counted) if counted else None for key, (good, counted) in expected.items()}
    if rates["3.3"] is not None and rates["1.4"] is not None:
        rates["3.3"] *= rates["1.4"]
    assert {item.indicator.key: item.rate for item in found if item.available} == pytest.approx(rates)


def test_the_dossiers_behind_each_lost_point_are_those_found_by_hand(busy: Office) -> None:
    quarter = periods.quarter(2026, 3)
    expected = by_hand.quality(busy.dossiers, quarter.first, quarter.last, busy.now)
    measured = [indicator for indicator in load_indicators(resource("indicators")) if indicator.key in expected]
    assert len(measured) == len(expected) > 3
    for indicator in measured:
        good, counted = expected[indicator.key]
        codes: list[str] = []
        while True:
            page = lost_dossiers(busy.store, Scope(quarter, busy.now), indicator, offset=len(codes), limit=1_500)
            assert page.count == len(counted - good)
            assert all(row[-1] for row in page.rows)  # each has its reason
            codes += [str(row[1]) for row in page.rows]
            if not len(page.rows):
                break
        assert len(codes) == len(set(codes))
        assert set(codes) == counted - good


@pytest.mark.parametrize("columns", BookColumns)
def test_the_register_has_each_dossier_once_in_order(
    busy: Office, knowledge: Knowledge, numbers: dict[str, int], period: Period, columns: BookColumns
) -> None:
    scope = Scope(period, busy.now)
    for field, count in books(busy.store, scope):
        expected = by_hand.book(busy.dossiers, field, period.first, period.last)
        assert count == len(expected)
        page = register(busy.store, scope, field, knowledge.rules, columns=columns, offset=40, limit=25)
        assert page.count == count
        assert [(row[0], row[1]) for row in page.rows] == [(numbers[code], code) for code in expected[40:65]]
    if period.first == period.last or "Tháng 10" in period.name:
        for field, _ in books(busy.store, scope):
            whole = register(busy.store, scope, field, knowledge.rules, columns=columns)
            assert [row[1] for row in whole.rows] == by_hand.book(busy.dossiers, field, period.first, period.last)


def test_the_money_is_what_counting_by_hand_gives(busy: Office, period: Period) -> None:
    taken = by_hand.money(busy.dossiers, period.first, period.last)
    free = by_hand.let_off(busy.dossiers, period.first, period.last)
    table = money.fees_by_field(busy.store, Scope(period, busy.now))
    methods = list(money.METHODS)
    for row in table.rows:
        field = "" if row[1] == "Chưa phân lĩnh vực" else str(row[1])
        assert list(row[2:5]) == [taken[field, "phi", method] for method in methods]
        assert list(row[6:9]) == [taken[field, "le_phi", method] for method in methods]
        assert row[12] == free[field]
    assert table.total
    assert table.total[10] == sum(taken.values())
    assert table.total[12] == sum(free.values())
    bars = money.fees_taken(money.fees_by_field(busy.store, Scope(period, busy.now))).bars
    assert sum(bar.value for bar in bars) == sum(taken.values())


def test_the_cash_of_each_clerk_is_what_counting_by_hand_gives(busy: Office, period: Period) -> None:
    expected = by_hand.cash(busy.dossiers, period.first, period.last)
    table = money.cash_report(busy.store, Scope(period, busy.now))
    kinds = {word: kind for kind, word in money.KINDS.items()}
    found = {(row[1], kinds[str(row[2])], row[3]): list(row[6:8]) + list(row[9:12]) for row in table.rows}
    figures = ("used", "cancelled", *money.METHODS)
    assert found == {key: [line[name] for name in figures] for key, line in expected.items()}
    sums = sum(expected.values(), Counter())
    assert table.total is not None and list(table.total[9:12]) == [sums[method] for method in money.METHODS]
    assert table.total[12] == sum(sums[method] for method in money.METHODS)
    assert table.total[14] == sums[PayMethod.CASH], "nothing was given back"


def test_the_volumes_are_what_counting_by_hand_gives(busy: Office, period: Period) -> None:
    scope = Scope(period, busy.now)
    expected = by_hand.volumes(busy.dossiers, period.first, period.last)
    table = volumes.volumes_by_procedure(busy.store.db, scope)
    found = {
        ("" if row[1] == "Chưa phân lĩnh vực" else row[1], row[2], channel): row[5 + place]
        for row in table.rows
        for place, channel in enumerate(CHANNEL)
    }
    assert {key: count for key, count in found.items() if count} == dict(expected)
    assert sum(bar.value for bar in volumes.by_channel(table).bars) == expected.total()
    assert sum(bar.value for bar in volumes.by_day(busy.store.db, scope).bars) == expected.total()


def test_what_served_again_and_what_was_asked_again_is_what_counting_by_hand_gives(
    busy: Office, period: Period
) -> None:
    scope, db = Scope(period, busy.now), busy.store.db
    expected = by_hand.reuse(busy.dossiers, period.first, period.last)
    found: dict[str, Counter[str]] = {}
    for _, agency, _, procedure, _, count, _, _, reused, asked, rate in reuse.reuse_by_procedure(db, scope).rows:
        line = found.setdefault(str(procedure), Counter())
        line.update(dossiers=count, reused=reused, asked=asked)  # type: ignore[arg-type]
        assert agency == "H41.99" and rate == (reused / (reused + asked) if reused or asked else None)  # type: ignore
    figures = ("dossiers", "reused", "asked")
    assert found == {key: Counter({name: line[name] for name in figures}) for key, line in expected.items()}
    sums = sum(expected.values(), Counter())
    offices = reuse.reuse_by_office(db, scope).rows
    assert [(row[2], row[5], row[6]) for row in offices] == ([tuple(sums[name] for name in figures)] if sums else [])
    papers = {f"asked {row[1]}": row[4] for row in reuse.papers_asked_again(db, scope).rows}
    assert papers == {name: count for name, count in sums.items() if name.startswith("asked ")}
    behind = reuse.asked_again_dossiers(db, scope, limit=5)
    assert behind.count == sums["asked"] and len(behind.rows) == min(5, sums["asked"])


def test_what_was_digitised_is_what_counting_by_hand_gives(busy: Office, period: Period) -> None:
    expected = by_hand.digitisation(busy.dossiers, period.first, period.last)
    table = volumes.digitisation_by_field(busy.store.db, Scope(period, busy.now))
    figures = (2, 3, 5, 6, 8, 10)  # the others are rates of these
    assert {row[1]: [row[place] for place in figures] for row in table.rows} == {
        field or "Chưa phân lĩnh vực": line for field, line in expected.items()
    }
    sums = [sum(line[place] for line in expected.values()) for place in range(len(figures))]
    assert table.total is not None and [table.total[place] for place in figures] == sums
    assert table.total[7] == (sums[3] / sums[2] if sums[2] else None)
    by_procedure = volumes.digitisation_by_procedure(busy.store.db, Scope(period, busy.now))
    assert by_procedure.total is not None and by_procedure.total[4:] == table.total[2:]


def test_what_waits_is_what_looking_at_each_dossier_gives(busy: Office) -> None:
    until = busy.now + timedelta(days=5)
    expected = by_hand.waiting(busy.dossiers, busy.now, until)
    lists = [due_list(busy.store, WaitingScope(kind, busy.now, until), limit=-1) for kind in Waiting]
    assert [{row[1] for row in table.rows} for table in lists] == list(expected)
    assert [table.count for table in lists] == [len(codes) for codes in expected] and min(map(len, expected)) > 10


def test_a_scope_of_another_agency_is_empty(busy: Office) -> None:
    other = Scope(periods.year(2026), busy.now, agency="H41.98")
    assert settlements(busy.store.db, other) == []
    assert settlements(busy.store.db, Scope(periods.year(2026), busy.now, agency="H41.99")) == settlements(
        busy.store.db, Scope(periods.year(2026), busy.now)
    )
    assert [item.count for item in measure(busy.store, other, load_indicators(resource("indicators")))] == [0] * 10

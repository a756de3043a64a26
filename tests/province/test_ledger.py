"""The province counts dossiers itself, on both databases, held against a count by hand."""

from __future__ import annotations

import pytest

from counter_app.dossier.model import Dossier
from counter_app.dossier.payloads.business import StatusChanged
from counter_app.dossier.states import Status
from counter_app.knowledge import load_knowledge
from counter_app.province.ledger import keep_numbers, ledger_row, measured, settlements
from counter_app.province.overview import Overview
from counter_app.province.services import Services
from counter_app.reports import periods
from counter_app.reports.quality import SYNCED
from counter_app.reports.settlement import Settlement
from tests.dossier.entries import AT, CODE, received
from tests.province.conftest import DESK, STRANGER, Journal
from tests.reports import busy_office, by_hand
from tests.reports.conftest import NOW

OFFICES = ("H41.97", "H41.98", "H41.99")


@pytest.fixture(scope="module")
def year() -> dict[str, list[Dossier]]:
    """A year of three offices."""
    knowledge = load_knowledge()
    made = list(busy_office.dossiers(3_000, knowledge.calendar, knowledge.hours))
    return {agency: made[place :: len(OFFICES)] for place, agency in enumerate(OFFICES)}


@pytest.fixture
def counted(services: Services, year: dict[str, list[Dossier]]) -> Services:
    rows = [ledger_row(agency, one) for agency, dossiers in year.items() for one in dossiers]
    with services.engine.begin() as db:
        keep_numbers(db, rows)
        keep_numbers(db, rows[:100])  # folded once more
    return services


def figures(line: Settlement) -> dict[str, int]:
    return {name: getattr(line, name) for name in by_hand.FIGURES}


def test_what_the_province_counts_of_each_office_is_what_counting_by_hand_gives(
    counted: Services, year: dict[str, list[Dossier]]
) -> None:
    every = [one for dossiers in year.values() for one in dossiers]
    for period in (periods.month(2026, 3), periods.month(2026, 11), periods.quarter(2026, 2), periods.year(2026)):
        days = (period.first, period.last, NOW)
        with counted.engine.begin() as db:
            of_offices = {one.field: one for one in settlements(db, period, NOW, "agency")}
            of_fields = {one.field: one for one in settlements(db, period, NOW, "field")}
            of_one = {one.field: one for one in settlements(db, period, NOW, "field", OFFICES[1])}
            rated = measured(db, period, NOW)
        by_office = {agency: by_hand.settlement(dossiers, *days) for agency, dossiers in year.items()}
        for agency, expected in by_office.items():
            line = of_offices[agency]
            assert line.is_sound
            assert figures(line) == {name: sum(one[name] for one in expected.values()) for name in by_hand.FIGURES}, (
                f"{agency} {period.title}"
            )
        assert {name: figures(one) for name, one in of_fields.items()} == {
            field: {name: one[name] for name in by_hand.FIGURES}
            for field, one in by_hand.settlement(every, *days).items()
        }
        assert {name: one.total for name, one in of_one.items()} == {
            field: one["online"] + one["direct"] + one["carried"] for field, one in by_office[OFFICES[1]].items()
        }
        for agency, dossiers in year.items():
            expected_of = by_hand.quality(dossiers, *days)
            assert rated[agency] == {
                key: (len(good), len(count)) for key, (good, count) in expected_of.items() if key != SYNCED
            }, f"{agency} {period.title}"


def test_a_dossier_counts_as_its_newest_entries_make_it_and_for_the_office_whose_journal_it_stands_in(
    services: Services,
) -> None:
    mine, theirs = Journal(DESK), Journal(STRANGER)
    period = periods.containing(periods.Cut.MONTH, AT.date())
    services.registry.accept(DESK, [mine.write(received())])
    lies = received().model_copy(update={"field": "Hộ\0 tịch"})  # names the other office as the one that received it
    overview = Overview(services.engine)

    def lines() -> list[Settlement]:
        overview.refresh_all()
        with services.engine.begin() as db:
            return settlements(db, period, AT, "agency")

    (line,) = lines()
    assert (line.field, line.direct, line.open, line.settled) == ("H41.99", 1, 1, 0)
    services.registry.accept(DESK, [mine.write(StatusChanged(status=Status.DONE), CODE, 2)])
    (line,) = lines()
    assert (line.direct, line.open, line.settled) == (1, 0, 1)
    services.registry.accept(STRANGER, [theirs.write(lies.model_copy(update={"field": ""}), "H41.98-261124-0001")])
    assert [(one.field, one.total) for one in lines()] == [("H41.98", 1), ("H41.99", 1)]


def test_fields_stand_in_the_order_of_the_vietnamese_alphabet(
    services: Services, year: dict[str, list[Dossier]]
) -> None:
    one = replace_fields(year[OFFICES[0]][0], "Đất đai", "Đầu tư", "Dân tộc", "Y tế", "Công thương")
    with services.engine.begin() as db:
        keep_numbers(db, [ledger_row(OFFICES[0], dossier) for dossier in one])
        found = settlements(db, periods.year(2026), NOW, "field")
    assert [line.field for line in found] == ["Công thương", "Dân tộc", "Đất đai", "Đầu tư", "Y tế"]


def replace_fields(dossier: Dossier, *fields: str) -> list[Dossier]:
    """The dossier again in each of the fields, still open."""
    again = {"status": Status.IN_PROCESS, "finished_at": None, "received_at": AT, "pauses": ()}
    return [
        dossier.model_copy(update=again | {"field": field, "code": f"H41.97-261123-{number:04d}"})
        for number, field in enumerate(fields, 1)
    ]

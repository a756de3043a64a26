"""The project's table of twenty due dates, `due_cases.csv` (from the facts gathered for step 8, 27/11/2026).

Office hours are the shipped ones but where the table names others; an expected date without an hour is the closing of
that day where the note says so, else the day alone. Where a note asks for a warning, days not announced are in the way.
"""

from __future__ import annotations

import csv
from datetime import date, datetime
from pathlib import Path

import pytest

from counter_app.dossier.clock import VIETNAM
from counter_app.dossier.model import Term
from counter_app.dossier.states import PauseMode
from counter_app.procedures.calendar_files import load_calendar, load_office_hours
from counter_app.procedures.clocks import due_after_pause
from counter_app.procedures.working_time import OfficeHours, WorkCalendar, due_at
from counter_app.resources import resource
from tests.procedures.all_year import ALL_YEAR

CASES = list(csv.DictReader(Path(__file__).with_name("due_cases.csv").open(encoding="utf-8")))
UNITS = {"working_day": "working_days", "calendar_day": "calendar_days", "hour": "hours", "same_day": "same_day"}


def moment(text: str) -> datetime:
    return datetime.fromisoformat(text).replace(tzinfo=VIETNAM)


def office(hours: str, tmp_path: Path) -> tuple[WorkCalendar, OfficeHours]:
    closures = tmp_path / "closures.toml"
    half = '[[closure]]\ndate = 2026-12-18\nreason = "Họp"\nhalf = true' if hours == "half-day 18/12" else ""
    closures.write_text(half, encoding="utf-8")
    shipped = load_office_hours(resource("calendar", "office-hours.toml"))
    return load_calendar(resource("calendar"), closures), ALL_YEAR if hours.startswith("07:00") else shipped


@pytest.mark.parametrize("case", CASES, ids=lambda case: f"{case['received']} {case['term']} {case['unit']}")
def test_the_result_is_due_as_the_table_says(case: dict[str, str], tmp_path: Path) -> None:
    calendar, hours = office(case["hours"], tmp_path)
    received, term = moment(case["received"]), Term(amount=int(case["term"]), unit=UNITS[case["unit"]])
    due = due_at(received, term, calendar, hours)
    if "restart" in case["case"] or "restart" in case["hours"]:
        began, ended = moment("2026-11-20 09:40"), moment("2026-11-25 15:20")
        due = due_after_pause(
            PauseMode.RESTART, due, term, began_at=began, ended_at=ended, calendar=calendar, hours=hours
        )
    assert due is not None
    day, _, clock = case["expected"].partition(" ")
    assert due.date() == date.fromisoformat(day)
    if clock:
        assert f"{due:%H:%M}" == clock
    if "end of that" in case["note"]:
        assert due.time() == hours.spans_of(due.date(), half=calendar.is_half(due.date()))[-1][1]
    assert (calendar.not_announced(received.date(), due.date()) is not None) == ("warn" in case["case"])


def test_the_table_has_twenty_cases() -> None:
    assert len(CASES) == 20

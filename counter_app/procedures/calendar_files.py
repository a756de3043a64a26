"""Loading the working calendar and the office hours from resources/calendar, every fault named with its line."""

from __future__ import annotations

from datetime import date, time
from pathlib import Path

from pydantic import Field

from counter_app.dossier.value import Value
from counter_app.procedures.data_files import DataFault, DataFile, Fault
from counter_app.procedures.working_time import OfficeHours, WorkCalendar

Day = date  # the tables have a field called date, which would hide the type


class _Holiday(Value):
    date: Day
    name: str = Field(min_length=1)


class _Makeup(Value):
    date: Day
    instead_of: Day


class _HalfDay(Value):
    date: Day
    name: str = Field(min_length=1)


class _Span(Value):
    opens: time
    closes: time


def load_calendar(folder: Path) -> WorkCalendar:
    """The calendar of all years that have a file (2026.toml …). Raises DataFault."""
    faults: list[Fault] = []
    years: list[int] = []
    holidays: list[date] = []
    makeup: list[date] = []
    half_days: list[date] = []
    for path in sorted(folder.glob("[0-9][0-9][0-9][0-9].toml")):
        try:
            file = DataFile(path)
        except DataFault as failure:
            faults += failure.faults
            continue
        year = int(path.stem)
        years.append(year)
        holidays += _dates(file, "holiday", _Holiday, year, faults)
        makeup += _dates(file, "makeup", _Makeup, year, faults)
        half_days += _dates(file, "half_day", _HalfDay, year, faults)
    if not years and not faults:
        faults.append(Fault(folder.name, 1, "a file for each year, such as 2026.toml"))
    if faults:
        raise DataFault(faults=faults)
    return WorkCalendar(years, holidays, makeup, half_days)


def load_office_hours(path: Path) -> OfficeHours:
    """The spans of a working day, in order and apart. Raises DataFault."""
    file = DataFile(path)
    faults: list[Fault] = []
    spans: list[tuple[time, time]] = []
    for nth in range(len(file.content.get("span", []))):
        span = file.table("span", nth, _Span)
        if isinstance(span, list):
            faults += span
        elif span.opens >= span.closes or (spans and span.opens < spans[-1][1]):
            faults.append(
                Fault(file.name, file.line("span", nth, ["opens"]), "opens: before closes, after the span above")
            )
        else:
            spans.append((span.opens, span.closes))
    if not spans and not faults:
        faults.append(Fault(file.name, 1, "at least one [[span]]"))
    if faults:
        raise DataFault(faults=faults)
    return OfficeHours(tuple(spans))


def _dates(
    file: DataFile, name: str, model: type[_Holiday | _Makeup | _HalfDay], year: int, faults: list[Fault]
) -> list[date]:
    found = []
    for nth in range(len(file.content.get(name, []))):
        value = file.table(name, nth, model)
        if isinstance(value, list):
            faults += value
        elif value.date.year != year:
            faults.append(Fault(file.name, file.line(name, nth, ["date"]), f"date: a day of {year}"))
        else:
            found.append(value.date)
    return found

"""Loading the working calendar, an office's own closures and its hours, every fault named with its file and line.

Years after the last one with a file are computed from `by-law.toml`: the days off that the law dates itself, as far as
the lunar New Year is known there. The swaps of the yearly notice are not guessed; the calendar tells of which days that
notice is still to come.
"""

from __future__ import annotations

from collections.abc import Iterator, Sequence
from dataclasses import dataclass
from datetime import date, time, timedelta
from pathlib import Path
from typing import Annotated, Generic, TypeVar

from pydantic import AfterValidator, Field, Strict

from counter_app.dossier.value import Value
from counter_app.procedures.data_files import DataFault, DataFile, Fault, Model
from counter_app.procedures.legal_holidays import LEAP_YEAR, LegalDay, LunarYear, days_off_after, month_day
from counter_app.procedures.working_time import NOON, OfficeHours, Season, WorkCalendar, days_of

_BY_LAW = "by-law.toml"

Day = Annotated[date, Strict()]  # a number would be taken for seconds since 1970
Time = Annotated[time, Strict()]  # or since midnight


class _Holiday(Value):
    """A day off; `announced` is false while only the law, and no notice of that year, tells of it."""

    date: Day
    name: str = Field(min_length=1)
    announced: Annotated[bool, Strict()] = True


class _Makeup(Value):
    date: Day
    instead_of: Day


class _HalfDay(Value):
    date: Day
    name: str = Field(min_length=1)


_Dated = TypeVar("_Dated", _Holiday, _Makeup, _HalfDay)


class _Closure(Value):
    """The office is closed on a day or from `date` to `until`; with `half`, in the afternoons only."""

    date: Day
    until: Day | None = None
    reason: str = Field(min_length=1)
    half: Annotated[bool, Strict()] = False

    def days(self) -> Iterator[Day]:
        last = self.until or self.date
        return (self.date + timedelta(days=nth) for nth in range((last - self.date).days + 1))


class _Span(Value):
    opens: Time
    closes: Time


class _Season(Value):
    name: str = ""
    first: Annotated[str, AfterValidator(month_day)] = Field(alias="from")
    last: Annotated[str, AfterValidator(month_day)] = Field(alias="until")
    valid_from: Day = date.min
    valid_until: Day = date.max
    span: tuple[_Span, ...] = Field(min_length=1)

    def season(self) -> Season:
        first, last = (date.fromisoformat(f"{LEAP_YEAR}-{text}") for text in (self.first, self.last))
        return Season(
            tuple((span.opens, span.closes) for span in self.span),
            (first.month, first.day),
            (last.month, last.day),
            self.valid_from,
            self.valid_until,
        )


@dataclass(frozen=True)
class _Found(Generic[Model]):
    """A checked table of a data file, with its place there."""

    value: Model
    file: DataFile
    table: str
    nth: int

    def fault(self, key: str, expected: str, place: Sequence[int | str] = ()) -> Fault:
        """A fault at the line of one of its keys, or of a key inside the list at `place`."""
        return Fault(self.file.name, self.file.line(self.table, self.nth, [*place, key]), f"{key}: {expected}")


def load_calendar(folder: Path, closures: Path | None = None) -> WorkCalendar:
    """The calendar of all years that have a file (2026.toml …) and of those computed after them, less the office's own
    `closures`. Raises DataFault."""
    faults: list[Fault] = []
    years: list[int] = []
    holidays: list[_Found[_Holiday]] = []
    makeup: list[_Found[_Makeup]] = []
    half_days: list[_Found[_HalfDay]] = []
    for path in sorted(folder.glob("[0-9][0-9][0-9][0-9].toml")):
        year = int(path.stem)
        years.append(year)
        if file := _open(path, ("holiday", "makeup", "half_day"), faults):
            holidays += _of_year(year, _tables(file, "holiday", _Holiday, faults), faults)
            makeup += _of_year(year, _tables(file, "makeup", _Makeup, faults), faults)
            half_days += _of_year(year, _tables(file, "half_day", _HalfDay, faults), faults)
    if not years:
        faults.append(Fault(folder.name, 1, "a file for each year, such as 2026.toml"))
    computed = _computed(folder / _BY_LAW, max(years, default=0), faults)
    years += sorted({day.year for day in computed})
    closed: list[_Found[_Closure]] = []
    if closures and (file := _open(closures, ("closure",), faults)):
        closed = _tables(file, "closure", _Closure, faults)
    if not faults:  # what contradicts what is only worth saying where everything could be read
        faults += [*_contradictions(holidays, makeup, half_days), *_wrong_closures(closed, years)]
    if faults:
        raise DataFault(faults=faults)
    shut = {day for closing in closed if not closing.value.half for day in closing.value.days()}
    halves = {day for closing in closed if closing.value.half for day in closing.value.days()}
    return WorkCalendar(
        years,
        shut.union(computed, (holiday.value.date for holiday in holidays)),
        {workday.value.date for workday in makeup} - shut,
        halves.union(half_day.value.date for half_day in half_days),
        {holiday.value.date for holiday in holidays if not holiday.value.announced}.union(
            *map(days_of, {day.year for day in computed})
        ),
    )


def _computed(path: Path, last: int, faults: list[Fault]) -> set[date]:
    """The days off by law of the years after `last`, one after the other, as far as their lunar days are known."""
    if not path.exists() or not (file := _open(path, ("day", "lunar"), faults)):
        return set()
    days = [day.value for day in _tables(file, "day", LegalDay, faults)]
    lunar = _tables(file, "lunar", LunarYear, faults)
    for year in lunar:
        for key, day in (("tet", year.value.tet), ("hung_kings", year.value.hung_kings)):
            if day.year != year.value.year:
                faults.append(year.fault(key, f"a day of {year.value.year}"))
    return days_off_after(last, days, {year.value.year: year.value for year in lunar}) if not faults else set()


def load_office_hours(path: Path) -> OfficeHours:
    """The hours of an office: [[span]] for the whole year, or [[season]] with its [[season.span]]. Raises DataFault."""
    faults: list[Fault] = []
    spans: list[_Found[_Span]] = []
    seasons: list[_Found[_Season]] = []
    if file := _open(path, ("span", "season"), faults):
        spans = _tables(file, "span", _Span, faults)
        seasons = _tables(file, "season", _Season, faults)
        if bool(spans) == bool(seasons) and not faults:
            faults.append(Fault(file.name, 1, "either [[span]] for the whole year or [[season]]"))
    if not faults:
        faults += _wrong_spans([(span.value, span, ()) for span in spans])
        for season in seasons:
            faults += _wrong_spans([(span, season, ("span", nth)) for nth, span in enumerate(season.value.span)])
        faults += _gaps_and_overlaps(seasons)
    if faults:
        raise DataFault(faults=faults)
    if spans:
        return OfficeHours((Season(tuple((span.value.opens, span.value.closes) for span in spans)),))
    return OfficeHours(tuple(season.value.season() for season in seasons))


def _open(path: Path, tables: tuple[str, ...], faults: list[Fault]) -> DataFile | None:
    """The file, if it could be read; whatever is in it besides lists of those tables is a fault."""
    try:
        file = DataFile(path)
    except DataFault as failure:
        faults += failure.faults
        return None
    expected = " or ".join(f"[[{name}]]" for name in tables)
    for name, content in file.content.items():
        if name not in tables or not isinstance(content, list):
            faults.append(Fault(file.name, file.line(name), f"{name}: {expected} is expected here"))
            return None
    return file


def _tables(file: DataFile, name: str, model: type[Model], faults: list[Fault]) -> list[_Found[Model]]:
    """All [[name]] tables of the file that are right; the others go to the faults."""
    found = []
    for nth in range(len(file.content.get(name, []))):
        value = file.table(name, nth, model)
        if isinstance(value, list):
            faults += value
        else:
            found.append(_Found(value, file, name, nth))
    return found


def _of_year(year: int, days: list[_Found[_Dated]], faults: list[Fault]) -> list[_Found[_Dated]]:
    faults += [day.fault("date", f"a day of {year}") for day in days if day.value.date.year != year]
    return days


def _contradictions(
    holidays: list[_Found[_Holiday]], makeup: list[_Found[_Makeup]], half_days: list[_Found[_HalfDay]]
) -> Iterator[Fault]:
    """Days given twice, and days that cannot be both what two tables say."""
    off: set[date] = set()
    for holiday in holidays:
        if holiday.value.date in off:
            yield holiday.fault("date", "a day that is not a holiday already")
        off.add(holiday.value.date)
    worked: set[date] = set()
    made_up: set[date] = set()
    for swap in makeup:
        day, instead_of = swap.value.date, swap.value.instead_of
        if day.weekday() < 5 or day in off or day in worked:
            yield swap.fault("date", "a Saturday or Sunday that is no holiday and given once")
        if instead_of not in off or instead_of.weekday() >= 5 or instead_of in made_up:
            yield swap.fault("instead_of", "a holiday from Monday to Friday that no other day makes up for")
        worked.add(day)
        made_up.add(instead_of)
    halves: set[date] = set()
    for half in half_days:
        day = half.value.date
        if day in off or day in halves or (day.weekday() >= 5 and day not in worked):
            yield half.fault("date", "a working day, given once")
        halves.add(day)


def _wrong_closures(closures: list[_Found[_Closure]], years: list[int]) -> Iterator[Fault]:
    """Spans that end before they begin, overlap, or leave the years of the calendar."""
    closed: set[date] = set()
    covered = f"a day of a year that has a calendar file ({', '.join(map(str, years))})"
    for closure in closures:
        first, last = closure.value.date, closure.value.until or closure.value.date
        if first.year not in years:
            yield closure.fault("date", covered)
        elif last < first:
            yield closure.fault("until", "the same day as date, or a later one")
        elif not set(range(first.year, last.year + 1)) <= set(years):
            yield closure.fault("until", covered)
        elif not closed.isdisjoint(closure.value.days()):
            yield closure.fault("date", "days that no closure above has")
        else:
            closed.update(closure.value.days())


def _wrong_spans(
    spans: Sequence[tuple[_Span, _Found[_Span] | _Found[_Season], tuple[int | str, ...]]],
) -> Iterator[Fault]:
    """Spans of one day (with where they stand) that close before they open, overlap, or leave a half-day without."""
    above = time.min
    for nth, (span, found, place) in enumerate(spans):
        if span.opens >= span.closes or span.opens < above:
            yield found.fault("opens", "before closes, after the span above", place)
        elif nth == 0 and span.opens >= NOON:
            yield found.fault("opens", "before 12:00, when a half-day ends", place)
        above = span.closes


def _gaps_and_overlaps(seasons: list[_Found[_Season]]) -> Iterator[Fault]:
    """Where a day of the year has no season or two, in each time between changes of what is valid."""
    for season in seasons:
        if season.value.valid_until < season.value.valid_from:
            yield season.fault("valid_until", "the same day as valid_from, or a later one")
            return
    if seasons and all(season.value.valid_from > date.min for season in seasons):
        yield seasons[0].fault("valid_from", "nothing, for the hours that held first")
        return
    ends = {season.value.valid_until + timedelta(days=1) for season in seasons if season.value.valid_until < date.max}
    for start in sorted({date.min, *ends, *(season.value.valid_from for season in seasons)} if seasons else ()):
        valid = [season for season in seasons if season.value.valid_from <= start <= season.value.valid_until]
        if not valid:
            last = next(season for season in seasons if season.value.valid_until == start - timedelta(days=1))
            yield last.fault("valid_until", f"hours for every day, but none are valid on {start:%d/%m/%Y}")
            return
        since = f" from {start:%d/%m/%Y} on" if start > date.min else ""
        before = valid[-1]
        for day in days_of(LEAP_YEAR):
            here = [season for season in valid if season.value.season().covers((day.month, day.day))]
            if len(here) > 1:
                yield here[1].fault("from", f"one season a day, but {day:%m-%d} is in two{since}")
                return
            if not here:
                yield before.fault("until", f"every day of the year in a season, but {day:%m-%d} is in none{since}")
                return
            before = here[0]

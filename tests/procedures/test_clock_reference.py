"""Every clock against a slow, obvious reference: a random office, its files, and somebody who waits minute by minute.

The office's calendar, closures and hours are written as files and loaded by the program; the reference knows only what
was drawn, and asks of each minute whether the office is open.
"""

from __future__ import annotations

from collections.abc import Iterator
from dataclasses import dataclass
from datetime import date, datetime, time, timedelta
from pathlib import Path
from tempfile import TemporaryDirectory

from hypothesis import given, settings
from hypothesis import strategies as st

from counter_app.dossier.clock import VIETNAM
from counter_app.dossier.model import Term
from counter_app.dossier.states import PauseMode
from counter_app.procedures.calendar_files import load_calendar, load_office_hours
from counter_app.procedures.clocks import due_after_pause, supplement_deadline
from counter_app.procedures.rules import LegalRules
from counter_app.procedures.working_time import (
    OfficeHours,
    WorkCalendar,
    due_at,
    hand_over_by,
    next_open,
    open_time_after,
    open_time_between,
)

MINUTE = timedelta(minutes=1)
DAY = timedelta(days=1)
YEARS = (2025, 2026, 2027)
SUMMER = ((time(6, 30), time(11, 30)), (time(13, 30), time(17, 30)))
WINTERS = (
    ((time(7), time(11, 30)), (time(13, 30), time(17))),
    ((time(8), time(12, 15)), (time(13), time(16, 30))),
    ((time(9), time(15)),),
    ((time(7), time(9)), (time(9), time(10, 30)), (time(11), time(18))),
)


@dataclass(frozen=True)
class Office:
    """An office as it was drawn, before the program sees it."""

    start: date  # the days that are special lie around it
    holidays: frozenset[date]
    swaps: dict[date, date]  # make-up day to the holiday it makes up for
    half_days: frozenset[date]
    closures: tuple[tuple[date, date, bool], ...]  # first day, last day, afternoons only
    summer: tuple[date, date]  # its first and last day, as in 2024
    winter_spans: tuple[tuple[time, time], ...]

    def works(self, day: date) -> bool:
        if any(first <= day <= last and not half for first, last, half in self.closures):
            return False
        return day in self.swaps or (day.weekday() < 5 and day not in self.holidays)

    def is_open(self, minute: datetime) -> bool:
        day, clock = minute.date(), minute.time()
        if not self.works(day):
            return False
        if clock >= time(12) and (
            day in self.half_days or any(first <= day <= last and half for first, last, half in self.closures)
        ):
            return False
        first, last, today = ((item.month, item.day) for item in (*self.summer, day))
        in_summer = first <= today <= last if first <= last else today >= first or today <= last
        return any(opens <= clock < closes for opens, closes in (SUMMER if in_summer else self.winter_spans))

    def wait(self, moment: datetime) -> datetime:
        while not self.is_open(moment):
            moment += MINUTE
        return moment

    def kept(self, moment: datetime) -> datetime:
        """The latest minute up to that one before which the office was open for a minute."""
        while not self.is_open(moment - MINUTE):
            moment -= MINUTE
        return moment

    def end_of_day_from(self, day: date) -> datetime:
        """When that day ends, or the next that is worked."""
        while not self.works(day):
            day += DAY
        return self.closing(day)

    def closing(self, day: date) -> datetime:
        last = datetime.combine(day, time(23, 59), VIETNAM)
        while not self.is_open(last):
            last -= MINUTE
        return last + MINUTE

    def working_day_after(self, day: date, count: int) -> date:
        while count:
            day += DAY
            count -= self.works(day)
        return day

    def open_minutes(self, start: datetime, end: datetime) -> int:
        return sum(self.is_open(start + nth * MINUTE) for nth in range((end - start) // MINUTE))

    def after_open_minutes(self, start: datetime, left: int) -> datetime:
        while left:
            left -= self.is_open(start)
            start += MINUTE
        return start

    def due(self, at: datetime, term: Term) -> datetime:
        start = self.wait(at)
        day = start.date()
        if term.unit == "same_day" or not term.amount:
            return self.closing(self.working_day_after(day, 1) if start.time() > time(15) else day)
        if term.unit == "hours":
            return self.kept(self.after_open_minutes(start, term.amount * 60))
        if term.unit == "calendar_days":
            return self.end_of_day_from(at.date() + term.amount * DAY)
        return self.kept(datetime.combine(self.working_day_after(day, term.amount), start.time(), VIETNAM))

    def files(self) -> Iterator[tuple[str, str]]:
        for year in YEARS:
            tables = [f'[[holiday]]\ndate = {day}\nname = "Lễ"' for day in self.holidays if day.year == year]
            tables += [
                f"[[makeup]]\ndate = {day}\ninstead_of = {off}" for day, off in self.swaps.items() if day.year == year
            ]
            tables += [f'[[half_day]]\ndate = {day}\nname = "Sáng"' for day in self.half_days if day.year == year]
            yield f"{year}.toml", "\n".join(tables)
        yield (
            "closures.toml",
            "\n".join(
                f'[[closure]]\ndate = {first}\nuntil = {last}\nreason = "Nghỉ"\nhalf = {str(half).lower()}'
                for first, last, half in self.closures
            ),
        )
        first, last = self.summer
        winter = (last + DAY, first - DAY)
        always_summer = f"{winter[0]:%m-%d}" == f"{first:%m-%d}"
        yield (
            "office-hours.toml",
            _season(first, last, SUMMER) + ("" if always_summer else _season(*winter, self.winter_spans)),
        )

    def known(self) -> tuple[WorkCalendar, OfficeHours]:
        """What the program makes of its files."""
        with TemporaryDirectory() as folder:
            for name, text in self.files():
                (Path(folder) / name).write_text(text, encoding="utf-8")
            calendar = load_calendar(Path(folder), Path(folder) / "closures.toml")
            return calendar, load_office_hours(Path(folder) / "office-hours.toml")


def _season(first: date, last: date, spans: tuple[tuple[time, time], ...]) -> str:
    return f'[[season]]\nfrom = "{first:%m-%d}"\nuntil = "{last:%m-%d}"\n' + "".join(
        f"[[season.span]]\nopens = {opens}\ncloses = {closes}\n" for opens, closes in spans
    )


@st.composite
def offices(draw: st.DrawFn) -> Office:
    start = draw(st.sampled_from([date(2026, 2, 10), date(2026, 4, 24), date(2026, 11, 20), date(2026, 12, 26)]))
    around = [start + nth * DAY for nth in range(-8, 25)]
    weekdays = [day for day in around if day.weekday() < 5]
    weekends = [day for day in around if day.weekday() >= 5]
    holidays = draw(st.lists(st.sampled_from(weekdays), unique=True, max_size=8))
    made_up = draw(st.lists(st.sampled_from(weekends), unique=True, max_size=min(3, len(holidays))))
    workable = sorted({*weekdays, *made_up} - {*holidays})
    half_days = draw(st.frozensets(st.sampled_from(workable), max_size=4))
    closed_from = draw(st.lists(st.sampled_from(around), unique=True, max_size=3).map(sorted))
    closures = []
    for nth, first in enumerate(closed_from):
        until_next = (closed_from[nth + 1] - first).days if nth + 1 < len(closed_from) else 9
        closures.append((first, first + draw(st.integers(0, min(3, until_next - 1))) * DAY, draw(st.booleans())))
    turns = draw(st.lists(st.sampled_from(around), unique=True, min_size=2, max_size=2))
    return Office(
        start,
        frozenset(holidays),
        dict(zip(made_up, holidays, strict=False)),
        half_days,
        tuple(closures),
        (turns[0].replace(year=2024), turns[1].replace(year=2024)),
        draw(st.sampled_from(WINTERS)),
    )


minutes_on = st.integers(0, 8 * 24 * 60)
"""How far after the start of an office's special days something happens: nights and weekends as often as they come."""

terms = st.one_of(
    st.builds(Term, amount=st.integers(0, 60), unit=st.just("hours")),
    st.builds(Term, amount=st.integers(0, 15), unit=st.just("working_days")),
    st.builds(Term, amount=st.integers(0, 25), unit=st.just("calendar_days")),
    st.just(Term(unit="same_day")),
)
several = settings(max_examples=60, deadline=None)


def at(office: Office, minutes: int) -> datetime:
    return datetime.combine(office.start, time.min, VIETNAM) + minutes * MINUTE


@several
@given(office=offices(), minutes=minutes_on)
def test_the_next_open_minute_is_the_one_found_by_waiting(office: Office, minutes: int) -> None:
    moment = at(office, minutes)
    assert next_open(moment, *office.known()) == office.wait(moment)


@several
@given(office=offices(), minutes=minutes_on, term=terms)
def test_a_result_is_due_when_somebody_who_counts_says_so(office: Office, minutes: int, term: Term) -> None:
    received = at(office, minutes)
    due = due_at(received, term, *office.known())
    assert due == office.due(received, term)
    assert due is not None and due.tzinfo is VIETNAM


@several
@given(office=offices(), minutes=minutes_on, longer=minutes_on)
def test_open_time_is_the_open_minutes_counted_and_comes_back(office: Office, minutes: int, longer: int) -> None:
    calendar, hours = office.known()
    start, end = at(office, minutes), at(office, minutes + longer)
    count = office.open_minutes(start, end)
    assert open_time_between(start, end, calendar, hours) == count * MINUTE
    assert open_time_after(start, count * MINUTE, calendar, hours) == office.after_open_minutes(start, count)


@several
@given(office=offices(), minutes=minutes_on, term=terms, asked=minutes_on, waited=minutes_on)
def test_a_pause_moves_the_date_as_counting_says(
    office: Office, minutes: int, term: Term, asked: int, waited: int
) -> None:
    """Asked before the date or long after it, in the night or in the lunch break: both legal modes."""
    calendar, hours = office.known()
    due = office.due(at(office, minutes), term)
    began, ended = at(office, minutes + asked), at(office, minutes + asked + waited)

    def moved(mode: PauseMode) -> datetime | None:
        return due_after_pause(mode, due, term, began_at=began, ended_at=ended, calendar=calendar, hours=hours)

    assert moved(PauseMode.RESTART) == office.due(ended, term)
    stood = office.open_minutes(began, ended)
    if not stood:
        assert moved(PauseMode.SHIFT) == due
    elif term.unit == "calendar_days":
        later = due + (office.wait(ended).date() - office.wait(began).date())
        expected = office.kept(later) if office.works(later.date()) else office.end_of_day_from(later.date())
        assert moved(PauseMode.SHIFT) == expected
    else:
        assert moved(PauseMode.SHIFT) == office.kept(office.after_open_minutes(due, stood))


@several
@given(office=offices(), minutes=minutes_on)
def test_a_dossier_is_handed_over_the_same_day_unless_it_came_too_late(office: Office, minutes: int) -> None:
    received = at(office, minutes)
    day = received.date()
    if not office.works(day):
        expected = office.closing(office.working_day_after(day, 1))
    elif received.time() > time(15) or received >= office.closing(day):
        expected = office.wait(datetime.combine(office.working_day_after(day, 1), time.min, VIETNAM))
    else:
        expected = office.closing(day)
    assert hand_over_by(received, *office.known()) == expected


@several
@given(office=offices(), minutes=minutes_on, days=st.integers(1, 12))
def test_an_applicant_has_the_working_days_the_rules_give(office: Office, minutes: int, days: int) -> None:
    asked = at(office, minutes)
    rules = LegalRules(
        name="Quy định",
        legal_base=(),
        forms="x",
        valid_from=date(2025, 7, 1),
        on_supplement=PauseMode.RESTART,
        on_obligation=PauseMode.SHIFT,
        supplement_days=days,
    )
    expected = office.closing(office.working_day_after(asked.date(), days))
    assert supplement_deadline(asked, rules, *office.known()) == expected

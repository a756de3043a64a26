"""The days off that the law dates itself, for years of which the yearly notice of the holidays is still to come.

Bộ luật Lao động 2019 art. 111 and 112; the days are data (`resources/calendar/by-law.toml`).
"""

from __future__ import annotations

from collections.abc import Iterator, Mapping, Sequence
from datetime import date, timedelta
from itertools import count, islice, takewhile
from typing import Annotated

from pydantic import AfterValidator, Field, Strict

from counter_app.dossier.value import Value

LEAP_YEAR = 2024  # has every day of a year
_TET_DAYS = 5


def month_day(text: str) -> str:
    """The text, if it is a month and a day. Raises ValueError."""
    try:
        date.fromisoformat(f"{LEAP_YEAR}-{text}")
    except ValueError:
        raise ValueError("a month and a day such as 04-16") from None
    return text


class LegalDay(Value):
    """A holiday on the same day of every year; `in_lieu`: on a weekend, the next working day is off instead."""

    day: Annotated[str, AfterValidator(month_day)]
    name: str = Field(min_length=1)
    in_lieu: Annotated[bool, Strict()] = True


class LunarYear(Value):
    """The days of a year that go by the moon: the first of the first month, the tenth of the third."""

    year: int = Field(ge=2000, le=2199)
    tet: Annotated[date, Strict()]
    hung_kings: Annotated[date, Strict()]

    def days_off(self) -> Iterator[date]:
        """Tết, five office days from its eve on, and the Hùng Kings' day."""
        from_eve = (self.tet + timedelta(days=nth) for nth in count(-1))
        yield from islice((day for day in from_eve if day.weekday() < 5), _TET_DAYS)
        yield self.hung_kings


def days_off_after(last: int, days: Sequence[LegalDay], lunar: Mapping[int, LunarYear]) -> set[date]:
    """The days off of the years after `last`, one year after the other, as far as their lunar days are known."""
    off: set[date] = set()
    for year in takewhile(lunar.__contains__, count(last + 1)):
        fixed = [(date.fromisoformat(f"{year}-{day.day}"), day.in_lieu) for day in days]
        off.update(lunar[year].days_off(), (day for day, _ in fixed))
        for day in (day for day, in_lieu in fixed if in_lieu and day.weekday() >= 5):
            after = (day + timedelta(days=nth) for nth in count(1))
            off.add(next(item for item in after if item.weekday() < 5 and item not in off))
    return off

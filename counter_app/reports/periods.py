"""The periods of reports, cut as NĐ 09/2019/NĐ-CP does: a month runs from the 15th of the one before to the 14th."""

from __future__ import annotations

from dataclasses import dataclass, field
from datetime import date, timedelta
from enum import StrEnum

from counter_app.dossier.clock import midnight
from counter_app.language import Sentence, Words, sentence

_FIRST_DAY = 15
_ONE = timedelta(days=1)
_ROMAN = ("I", "II", "III", "IV")
_HALVES = ("đầu", "cuối")


class Cut(StrEnum):
    """How long a period is."""

    MONTH = "month"
    QUARTER = "quarter"
    HALF = "half"
    YEAR = "year"


MONTHS = {Cut.MONTH: 1, Cut.QUARTER: 3, Cut.HALF: 6, Cut.YEAR: 12}


@dataclass(frozen=True, slots=True)
class Period:
    """Days from `first` to `last`, both included, with the name they have in a report; `words` say it to a clerk."""

    first: date
    last: date
    name: str = ""
    words: Words = field(default="", compare=False)

    @property
    def start(self) -> int:
        """The midnight it begins with, in seconds since 1970."""
        return midnight(self.first)

    @property
    def end(self) -> int:
        """The midnight after its last day, in seconds since 1970."""
        return midnight(self.last + _ONE)

    @property
    def title(self) -> str:
        """Its name and its days, as a report has them under its title."""
        if self.first == self.last:
            return f"Ngày {self.first:%d/%m/%Y}"
        days = f"từ ngày {self.first:%d/%m/%Y} đến ngày {self.last:%d/%m/%Y}"
        return f"{self.name} ({days})" if self.name else days.capitalize()


def month(year: int, number: int) -> Period:
    """The reporting month: the 15th of the month before to the 14th."""
    words = sentence("periods", "Month {number} of {year}", number=number, year=year)
    return _months(year, number, 1, f"Tháng {number} năm {year}", words)


def month_said(text: str) -> Period | None:
    """The reporting month of `2026-11`; None where that is none."""
    year, _, number = text.partition("-")
    if not (year.isdecimal() and number.isdecimal() and 1 <= int(number) <= 12 and 2000 <= int(year) <= 2999):
        return None
    return month(int(year), int(number))


def quarter(year: int, number: int) -> Period:
    """The reporting quarter: the 15th of the last month of the quarter before to the 14th of its last month."""
    roman = _ROMAN[number - 1]
    words = sentence("periods", "Quarter {number} of {year}", number=roman, year=year)
    return _months(year, number, 3, f"Quý {roman} năm {year}", words)


def half(year: int, number: int) -> Period:
    """The reporting half of a year: 15 December to 14 June, 15 June to 14 December."""
    words = sentence("periods", "First half of {year}" if number == 1 else "Second half of {year}", year=year)
    return _months(year, number, 6, f"6 tháng {_HALVES[number - 1]} năm {year}", words)


def year(year: int) -> Period:
    """The reporting year: 15 December of the year before to 14 December."""
    return _months(year, 1, 12, f"Năm {year}", sentence("periods", "Year {year}", year=year))


def containing(cut: Cut, day: date) -> Period:
    """The reporting period of that length in which the day lies."""
    months = day.year * 12 + day.month - 1 + (day.day >= _FIRST_DAY)
    of_year, of_month = divmod(months, 12)
    number = of_month // MONTHS[cut] + 1
    match cut:
        case Cut.MONTH:
            return month(of_year, number)
        case Cut.QUARTER:
            return quarter(of_year, number)
        case Cut.HALF:
            return half(of_year, number)
        case Cut.YEAR:
            return year(of_year)


def before(cut: Cut, period: Period) -> Period:
    """The reporting period that ends where the given one begins."""
    return containing(cut, period.first - _ONE)


def after(cut: Cut, period: Period) -> Period:
    """The reporting period that begins where the given one ends."""
    return containing(cut, period.last + _ONE)


def span(first: date, last: date) -> Period:
    """Any days, for the office's own use."""
    return Period(first, last)


def day(on: date) -> Period:
    """One day."""
    return Period(on, on)


def calendar_month(year: int, number: int) -> Period:
    """A month of the calendar, for the office's own use."""
    following = date(year + number // 12, number % 12 + 1, 1)
    return Period(date(year, number, 1), following - _ONE, f"Tháng dương lịch {number}/{year}")


def _months(year: int, number: int, months: int, name: str, words: Sentence) -> Period:
    """The `number`-th stretch of `months` reporting months of a year."""
    first = _turn(year, (number - 1) * months)
    return Period(first, _turn(year, number * months) - _ONE, name, words)


def _turn(year: int, month: int) -> date:
    """The 15th of the month before the one after `month` months of the year: 0 is 15 December of the year before."""
    return date(year, month, _FIRST_DAY) if month else date(year - 1, 12, _FIRST_DAY)

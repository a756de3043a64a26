"""Days and hours as clerks type them."""

from __future__ import annotations

import re
from datetime import date, datetime, time

from PySide6.QtCore import QCoreApplication
from PySide6.QtWidgets import QLineEdit

from counter_app.dossier.clock import VIETNAM
from counter_app.procedures.working_time import OfficeHours
from ui import words

_TYPED = re.compile(r"^([0-9]{1,2})[/.\- ]([0-9]{1,2})(?:[/.\- ]([0-9]{4}))?(?:\s+([0-9]{1,2})(?:[:hg]([0-9]{2})?)?)?$")
_DIGITS = re.compile(r"^([0-9]{2})([0-9]{2})([0-9]{4})$")


def read_day(text: str, now: datetime, hours: OfficeHours) -> datetime | None:
    """The moment behind “26/11/2026 09:00”, “26/11 9h” or “26112026”; None where it is none.

    Without a year it is the next such day, without an hour the end of the office's day.
    """
    typed = " ".join(text.split())
    if plain := _DIGITS.match(typed):
        typed = "/".join(plain.groups())
    found = _TYPED.match(typed)
    if found is None:
        return None
    day, month, year, hour, minute = (int(part) if part else None for part in found.groups())
    today = now.astimezone(VIETNAM)
    try:
        on = date(year or today.year, month or 0, day or 0)
        on = on.replace(year=today.year + 1) if year is None and on < today.date() else on
        at = hours.spans_of(on)[-1][1] if hour is None else time(hour, minute or 0)
        return datetime.combine(on, at, VIETNAM)
    except ValueError:
        return None


def day_edit(at: datetime | None = None, *, with_hour: bool = False) -> QLineEdit:
    """A line for a day, with its hour where it matters."""
    edit = QLineEdit()
    if at is not None:
        edit.setText(words.moment(at) if with_hour else words.day(at.astimezone(VIETNAM).date()))
    wanted = QCoreApplication.translate("words", "day/month/year hour:minute" if with_hour else "day/month/year")
    edit.setPlaceholderText(wanted)
    return edit

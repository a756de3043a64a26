"""What is written of a person: days, telephones and e-mails as forms have them, and what is wrong with them.

Sentences are English (context "draft" of the translations), "" where nothing is wrong.
"""

from __future__ import annotations

import re
from datetime import date

_PARTS = re.compile(r"^(?:(?:([0-9]{2})/)?([0-9]{2})/)?([0-9]{4})$")
_DAY = re.compile(r"^([0-9]{1,2})[/.\- ]([0-9]{1,2})[/.\- ]([0-9]{4})$")
_DIGITS = re.compile(r"^([0-9]{2})([0-9]{2})([0-9]{4})$")
_ISO = re.compile(r"^([0-9]{4})-([0-9]{1,2})-([0-9]{1,2})( 0?0:00(:00)?)?$")
_PARTLY_ISO = re.compile(r"^[0-9]{4}(-[0-9]{2}(-[0-9]{2})?)?$")
_PHONE = re.compile(r"^(0|\+84)[0-9]{9,10}$|^\+(?!84)[1-9][0-9]{6,14}$")  # of another country: ITU-T E.164
_MAIL = re.compile(r"^[A-Za-z0-9_%+-]+(\.[A-Za-z0-9_%+-]+)*@([A-Za-z0-9-]+\.)+[A-Za-z]{2,}$")
_FIRST_YEAR = 1880


def tidied_day(text: str) -> str:
    """`15/4/1990`, `15041990`, `15-04-1990` and `1990-04-15` as `15/04/1990`; anything else as it is."""
    typed = text.strip()
    if found := _ISO.match(typed):
        return f"{int(found[3]):02}/{int(found[2]):02}/{found[1]}"
    if found := _DAY.match(typed) or _DIGITS.match(typed):
        return f"{int(found[1]):02}/{int(found[2]):02}/{found[3]}"
    return typed


def day_written(iso: str) -> str:
    """`1990-04-15`, `1990-04`, `1990` as `15/04/1990`, `04/1990`, `1990`; anything else as it is."""
    return "/".join(reversed(iso.split("-"))) if _PARTLY_ISO.match(iso) else iso


def read_day(text: str) -> date | None:
    """The day behind what was typed; None where it is none, as 31/02 is."""
    found = _PARTS.match(tidied_day(text))
    if found is None or not found[1]:
        return None
    try:
        return date(int(found[3]), int(found[2]), int(found[1]))
    except ValueError:
        return None


def birth_fault(text: str, today: date | None = None) -> str:
    """What is wrong with a birth: a day, a month or a year, not after `today`."""
    typed = tidied_day(text)
    if not typed:
        return ""
    found = _PARTS.match(typed)
    if found is None:
        return "Write the birth as dd/mm/yyyy, mm/yyyy or yyyy."
    day, month, year = int(found[1] or 1), int(found[2] or 1), int(found[3])
    if not 1 <= month <= 12 or year < _FIRST_YEAR or read_day(f"{day:02}/{month:02}/{year}") is None:
        return "There is no such day; compare it with the card."
    return "The birth lies in the future." if today is not None and date(year, month, day) > today else ""


def bare_phone(text: str) -> str:
    """A telephone number without what is written between its digits."""
    return re.sub(r"[\s.()-]", "", text)


def phone_fault(text: str) -> str:
    """What is wrong with a telephone number."""
    number = bare_phone(text)
    return "" if not number or _PHONE.match(number) else "The telephone number must have 10 or 11 digits."


def email_fault(text: str) -> str:
    """What is wrong with an e-mail address."""
    typed = text.strip()
    return (
        "" if not typed or _MAIL.match(typed) else "An e-mail address is like ten@example.vn, without marks or spaces."
    )

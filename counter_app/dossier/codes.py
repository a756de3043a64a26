"""Dossier codes (mã hồ sơ): `{agency}-{yyMMdd}-{NNNN}`, drawn offline without collisions.

Desk k of an office with N slots draws the numbers congruent to k modulo N, so two desks of one agency can never draw
the same one, whether they see each other or not. N is fixed for the office (not the number of desks open today): a
desk that is added takes a free slot.
"""

from __future__ import annotations

import re
from datetime import date

AGENCY = re.compile(r"^(H\d{2}|G\d{2})(\.\d{2}){0,3}$|^\d{3}\.\d{2}\.\d{2}\.[HG]\d{2}$")
"""Agency codes: QĐ 20/2020/QĐ-TTg (`H41.15`) and QCVN 102:2016/BTTTT (`000.00.15.H41`)."""

CODE = re.compile(r"^(?P<agency>[0-9GH.]+)-(?P<day>\d{6})-(?P<number>\d{4,})$")
_CASE_DIGITS = 18
_CASES = 10 ** (_CASE_DIGITS - 1)


def day_prefix(agency: str, day: date) -> str:
    """What all codes of one agency and day begin with."""
    return f"{agency}-{day:%y%m%d}-"


def next_code(agency: str, day: date, *, last: int, desk: int, slots: int) -> str:
    """The next code of desk `desk` (1 to `slots`) after `last`, the highest number it drew that day (0: none)."""
    if not 1 <= desk <= slots:
        raise ValueError(f"desk {desk} of {slots}")
    number = last + slots if last else desk
    return f"{day_prefix(agency, day)}{number:04d}"


def case_code(agency: str, day: date, number: int) -> str:
    """The code of a guidance case, which no clerk sees: of a dossier's shape, so that the province keeps its entries as
    those of one, with a random number of 18 digits where a dossier has the next of its day. It uses up none of those.
    """
    return f"{day_prefix(agency, day)}{_CASES + number % (9 * _CASES)}"


def is_case(code: str) -> bool:
    """Whether it is the code of a guidance case."""
    return len(code.rpartition("-")[2]) == _CASE_DIGITS


def number_of(code: str) -> int:
    """The running number in a dossier code."""
    found = CODE.match(code)
    if not found:
        raise ValueError("no dossier code")
    return int(found["number"])

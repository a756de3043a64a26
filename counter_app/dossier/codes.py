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


def day_prefix(agency: str, day: date) -> str:
    """What all codes of one agency and day begin with."""
    return f"{agency}-{day:%y%m%d}-"


def day_prefix_of(code: str) -> str:
    """What all codes of the code's agency and day begin with."""
    return code.rpartition("-")[0] + "-"


def next_code(agency: str, day: date, *, last: int, desk: int, slots: int) -> str:
    """The next code of desk `desk` (1 to `slots`) after `last`, the highest number it drew that day (0: none)."""
    if not 1 <= desk <= slots:
        raise ValueError(f"desk {desk} of {slots}")
    number = last + slots if last else desk
    return f"{day_prefix(agency, day)}{number:04d}"


def number_of(code: str) -> int:
    """The running number in a dossier code."""
    found = CODE.match(code)
    if not found:
        raise ValueError("no dossier code")
    return int(found["number"])

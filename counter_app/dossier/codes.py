"""Running numbers and dossier codes (mã hồ sơ), `{agency}-{yyMMdd}-{NNNN}`, drawn offline without collisions.

Each desk of an office draws from ranges of its own, so two desks can never draw the same number, whether they see each
other or not, and the numbers of one desk follow each other. How many desks there may be and how long a range is, is
fixed for the office (not the number of desks open today): a desk that is added takes a free slot.
"""

from __future__ import annotations

import hashlib
import re
from collections.abc import Iterator
from dataclasses import dataclass
from datetime import date, datetime
from itertools import count

AGENCY = re.compile(r"^[HG][0-9]{2}(\.[0-9]{2,3}){0,3}$|^[0-9]{3}\.[0-9]{2}\.[0-9]{2}\.[HG][0-9]{2}$")
"""Agency codes: QĐ 20/2020/QĐ-TTg (`H41.15`, a commune `H41.105`) and QCVN 102:2016/BTTTT (`000.00.15.H41`)."""

CODE = re.compile(r"^(?P<agency>[0-9GH.]+)-(?P<day>[0-9]{6})-(?P<number>[0-9]{4,})$")
_SURVEY_DIGITS, _FEEDBACK_DIGITS, _CASE_DIGITS, _ACCOUNT_DIGITS = 14, 16, 18, 20

ONLINE_FROM = 900_000
"""What the province received online has numbers of six digits above this one: no desk draws so many in a day."""


_TOKEN = re.compile(r"(?=.*[A-Z])(?=.*[a-z])[A-Za-z0-9_-]{16}")  # what `Desk.token(12)` makes
_ADDRESS = re.compile(r"https?://\S+$")


def token_in(text: str) -> str:
    """The look-up token of a paper, alone or in the address that its QR leads to; "" where there is none."""
    parts = [text] if _ADDRESS.match(text) is None else re.split(r"[^A-Za-z0-9_-]", text)
    return next((part for part in reversed(parts) if _TOKEN.fullmatch(part)), "")


def day_prefix(agency: str, day: date) -> str:
    """What all codes of one agency and day begin with."""
    return f"{agency}-{day:%y%m%d}-"


def day_prefix_of(code: str) -> str:
    """What all codes of the code's agency and day begin with."""
    return code.rpartition("-")[0] + "-"


@dataclass(frozen=True)
class Ranges:
    """The numbers of desk `desk` (1 to `slots`): `size` in a row, then again as many where all desks had theirs."""

    desk: int
    slots: int
    size: int

    def __post_init__(self) -> None:
        if not 1 <= self.desk <= self.slots:
            raise ValueError(f"desk {self.desk} of {self.slots}")

    def __iter__(self) -> Iterator[tuple[int, int]]:
        """First and last number of each range; there is no end of them."""
        for turn in count():
            before = (turn * self.slots + self.desk - 1) * self.size
            yield before + 1, before + self.size

    def after(self, last: int) -> int:
        """The number that follows `last`, which is one of the desk's own; its first where `last` is 0."""
        for first, end in self:
            if last < end:
                return max(first, last + 1)
        raise AssertionError

    def further(self, last: int, many: int) -> int:
        """The number so many after `last`."""
        for _ in range(many):
            last = self.after(last)
        return last


def next_code(agency: str, day: date, last: int, ranges: Ranges) -> str:
    """The next code of a desk after `last`, the highest number it drew that day (0: none)."""
    return f"{day_prefix(agency, day)}{ranges.after(last):04d}"


def case_code(agency: str, day: date, number: int) -> str:
    """The code of a guidance case, which no clerk sees: of a dossier's shape, so that the province keeps its entries as
    those of one, with a random number of 18 digits where a dossier has the next of its day. It uses up none of those.
    """
    return day_prefix(agency, day) + _of_length(number, _CASE_DIGITS)


def code_of_question(agency: str, day: date, *question: object) -> str:
    """The code, of a guidance case's shape, of what is asked for once: the same question has the same code at any desk
    of the agency."""
    digest = hashlib.sha256(repr(question).encode()).digest()
    return case_code(agency, day, int.from_bytes(digest[:8], "big"))


def account_code(agency: str, day: date, number: int) -> str:
    """The code of an account, shaped as that of a guidance case, with 20 digits."""
    return day_prefix(agency, day) + _of_length(number, _ACCOUNT_DIGITS)


def feedback_code(agency: str, day: date, number: int) -> str:
    """The code of feedback, shaped as that of a guidance case, with 16 digits."""
    return day_prefix(agency, day) + _of_length(number, _FEEDBACK_DIGITS)


def survey_code(agency: str, day: date, number: int) -> str:
    """The code of what a citizen said of how they were served, with 14 digits; `day` is when they were asked."""
    return day_prefix(agency, day) + _of_length(number, _SURVEY_DIGITS)


def is_case(code: str) -> bool:
    """Whether it is the code of a guidance case."""
    return len(code.rpartition("-")[2]) == _CASE_DIGITS


def is_account(code: str) -> bool:
    """Whether it is the code of an account."""
    return len(code.rpartition("-")[2]) == _ACCOUNT_DIGITS


def is_feedback(code: str) -> bool:
    """Whether it is the code of feedback."""
    return len(code.rpartition("-")[2]) == _FEEDBACK_DIGITS


def is_survey(code: str) -> bool:
    """Whether it is the code of what a citizen said of how they were served."""
    return len(code.rpartition("-")[2]) == _SURVEY_DIGITS


def is_dossier(code: str) -> bool:
    """Whether the entries of this code make a dossier."""
    return not any(is_one(code) for is_one in (is_case, is_account, is_feedback, is_survey))


def day_of(code: str) -> date:
    """The day in a code."""
    return datetime.strptime(day_prefix_of(code)[-7:-1], "%y%m%d").date()


def _of_length(number: int, digits: int) -> str:
    least = 10 ** (digits - 1)
    return str(least + number % (9 * least))


def number_of(code: str) -> int:
    """The running number in a dossier code."""
    found = CODE.match(code)
    if not found:
        raise ValueError("no dossier code")
    return int(found["number"])

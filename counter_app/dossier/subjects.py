"""What a printed paper is about: two papers of one form and one dossier are told apart by it.

Print jobs and `paper_given` entries keep a subject as text, and an entry's hash covers that text. So there is one
parser and one writer, and whatever was parsed is written again byte for byte: what an older or newer program wrote
and this one does not know stays an `UnknownSubject` with its text.
"""

from __future__ import annotations

import re
from dataclasses import dataclass
from datetime import datetime
from enum import StrEnum
from typing import Annotated

from pydantic import PlainSerializer, PlainValidator

from counter_app.dossier.money import FeeReceipt


class ReceiptState(StrEnum):
    """What became of a fee receipt; one whose money went back is another paper than the one given for it."""

    HOLDS = ""
    CANCELLED = "cancelled"
    REFUNDED = "refunded"


@dataclass(frozen=True)
class WholeDossier:
    """The dossier as it was received: its first promise, its refusal, the batch it came in."""


@dataclass(frozen=True)
class ActAt:
    """What was noted at one moment: a promise, a request, an extension, a stop, a return, a hand-over, an arrival."""

    at: datetime


@dataclass(frozen=True)
class WayThrough:
    """The dossier's way through the units: how often it was handed over, and when the last of them was done."""

    hand_overs: int
    finished_at: datetime | None = None


@dataclass(frozen=True)
class OneReceipt:
    """A fee receipt by its series and number, as it stands."""

    series: str
    number: int
    state: ReceiptState = ReceiptState.HOLDS

    @classmethod
    def of(cls, receipt: FeeReceipt) -> OneReceipt:
        """The receipt as it stands now."""
        if receipt.cancelled:
            return cls(receipt.series, receipt.number, ReceiptState.CANCELLED)
        return cls(receipt.series, receipt.number, ReceiptState.REFUNDED if receipt.refunded_at else ReceiptState.HOLDS)

    def names(self, receipt: FeeReceipt) -> bool:
        """Whether that is the receipt, whatever became of it."""
        return (receipt.series, receipt.number) == (self.series, self.number)


@dataclass(frozen=True)
class CorrectedPaper:
    """A paper that was given out and says something else since a mistake was put right: the nth time so."""

    of: Subject
    times: int


@dataclass(frozen=True)
class UnknownSubject:
    """A subject in words this program does not know."""

    text: str


Subject = WholeDossier | ActAt | WayThrough | OneReceipt | CorrectedPaper | UnknownSubject
WHOLE = WholeDossier()
_CORRECTED = re.compile(r"(?:(.+) )?corrected ([1-9][0-9]{0,3})")
_WAY = re.compile(r"([0-9]{1,9})(?: (\S+))?")
_RECEIPT = re.compile(r"(.+) ([0-9]{1,18})(?: (cancelled|refunded))?")


def parse_subject(text: str) -> Subject:
    """The subject that was written as `text`."""
    if not text:
        return WHOLE
    try:
        subject = _corrected(text) or _way(text) or _receipt(text) or ActAt(_moment(text))
    except ValueError:
        return UnknownSubject(text)
    return subject if write_subject(subject) == text else UnknownSubject(text)


def write_subject(subject: Subject) -> str:
    """The subject as it is kept in a store or an entry."""
    match subject:
        case WholeDossier():
            return ""
        case ActAt(at=at):
            return at.isoformat()
        case WayThrough(hand_overs=count, finished_at=finished):
            return f"{count} {finished.isoformat()}" if finished else str(count)
        case OneReceipt(series=series, number=number, state=state):
            return f"{series} {number} {state}".rstrip()
        case CorrectedPaper(of=of, times=times):
            return f"{write_subject(of)} corrected {times}".lstrip()
        case UnknownSubject(text=text):
            return text


def _corrected(text: str) -> CorrectedPaper | None:
    found = _CORRECTED.fullmatch(text)
    return CorrectedPaper(parse_subject(found[1] or ""), int(found[2])) if found else None


def _way(text: str) -> WayThrough | None:
    found = _WAY.fullmatch(text)
    if found is None or (found[2] and found[2].isdecimal()):  # "3 17" is a receipt of series 3
        return None
    return WayThrough(int(found[1]), _moment(found[2]) if found[2] else None)


def _receipt(text: str) -> OneReceipt | None:
    found = _RECEIPT.fullmatch(text)
    return OneReceipt(found[1], int(found[2]), ReceiptState(found[3] or "")) if found else None


def _moment(text: str) -> datetime:
    """Raises ValueError for what is no moment, or one without its offset: it cannot be compared with others."""
    at = datetime.fromisoformat(text)
    if at.tzinfo is None:
        raise ValueError("no offset")
    return at


def _validated(given: object) -> Subject:
    if isinstance(given, str):
        return parse_subject(given)
    if isinstance(given, Subject):
        return given
    raise ValueError("no subject")


StoredSubject = Annotated[Subject, PlainValidator(_validated), PlainSerializer(write_subject, return_type=str)]
"""A field of a value that is kept: text outside, a subject inside."""

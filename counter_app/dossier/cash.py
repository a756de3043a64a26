"""Cash in đồng: the change of what was handed over, and what lies in the drawer, counted by notes."""

from __future__ import annotations

import re
from collections.abc import Mapping
from datetime import date
from typing import Annotated

from pydantic import AwareDatetime, Field, model_validator

from counter_app.dossier.value import Value

NOTES = (500_000, 200_000, 100_000, 50_000, 20_000, 10_000, 5_000, 2_000, 1_000, 500, 200)
"""The notes in use, in đồng."""

_AMOUNT = re.compile(r"([0-9]{1,3}(?:[.,][0-9]{3})+|[0-9]{1,10})(k)?đ?")


def in_notes(amount: int) -> dict[int, int]:
    """The fewest notes that make up an amount, the largest first; what is below the smallest note is left out."""
    notes = {}
    for note in NOTES:
        count, amount = divmod(amount, note)
        if count:
            notes[note] = count
    return notes


def read_amount(text: str) -> int | None:
    """An amount as clerks type it: `500000`, `500.000`, `500 000 đ` or `500k`; None for what is none."""
    found = _AMOUNT.fullmatch("".join(text.lower().split()))
    if found is None:
        return None
    return int(re.sub(r"[.,]", "", found[1])) * (1_000 if found[2] else 1)


class NoteCount(Value):
    """How many of one note there are."""

    note: int
    count: Annotated[int, Field(ge=0)]

    @model_validator(mode="after")
    def _in_use(self) -> NoteCount:
        if self.note not in NOTES:
            raise ValueError("a note in use")
        return self


class CashCount(Value):
    """The cash of a clerk's drawer, counted at the end of a day (kiểm quỹ cuối ngày).

    `expected` is what the receipts of that day and what was given back leave; a difference has an `explanation`.
    """

    day: date
    clerk: str
    at: AwareDatetime
    expected: int
    notes: tuple[NoteCount, ...]
    explanation: str = ""

    @property
    def counted(self) -> int:
        """What lies in the drawer."""
        return sum(note.note * note.count for note in self.notes)

    @property
    def difference(self) -> int:
        """What is too much (thừa), or, below 0, what is missing (thiếu)."""
        return self.counted - self.expected


def notes_counted(counts: Mapping[int, int]) -> tuple[NoteCount, ...]:
    """The counts by note, the largest first; notes of which there are none are left out."""
    return tuple(NoteCount(note=note, count=counts[note]) for note in sorted(counts, reverse=True) if counts[note])

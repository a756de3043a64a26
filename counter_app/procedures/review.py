"""When a step of an internal process, or a paper it asks for, deserves another look: the criteria of the plans to cut
and simplify procedures (kế hoạch cắt giảm, đơn giản hóa thủ tục hành chính). Data with validity dates:
resources/processes, over which lie the province's and the office's own files of the same name.
"""

from __future__ import annotations

from collections.abc import Iterable
from datetime import date
from pathlib import Path

from pydantic import Field

from counter_app.dossier.value import Value
from counter_app.procedures.data_files import DataFault, Fault, load_tables


class Criteria(Value):
    """The criteria from a day on; the shares are of 1, `rounds_to` is in office hours.

    `cut` is the share of a process's time that the plan wants gone, 0 where it names none.
    """

    plan: str = ""  # the decision that asks for it, as reports name it
    valid_from: date
    at_least: int = Field(ge=1)
    short_share: float = Field(gt=0, lt=1)
    rounds_to: float = Field(gt=0)
    long_share: float = Field(gt=0, lt=1)
    cut: float = Field(default=0.0, ge=0, lt=1)


class Review:
    """The criteria of all times; there is at least one."""

    def __init__(self, criteria: Iterable[Criteria]) -> None:
        self._all = sorted(criteria, key=lambda one: one.valid_from)

    def of(self, on: date) -> Criteria:
        """The criteria in force on that day; before the first of them the first."""
        begun = [one for one in self._all if one.valid_from <= on]
        return begun[-1] if begun else self._all[0]


def load_review(folder: Path) -> Review:
    """The criteria in the folder's files. Raises DataFault."""
    found, faults, locate = load_tables(folder, "review", Criteria)
    days = [one.valid_from for one in found]
    faults += [
        Fault(*locate(place, ["valid_from"]), "valid_from: another day than that of other criteria")
        for place, day in enumerate(days)
        if day in days[:place]
    ]
    if not found and not faults:
        faults.append(Fault(folder.name, 1, "at least one [[review]]"))
    if faults:
        raise DataFault(faults=faults)
    return Review(found)

"""What the one-stop law in force says where a procedure says nothing itself: pauses, limits, the set of forms.

The articles' text was not at hand (docs/domain/law.md), so the values are data with validity dates: resources/rules.
"""

from __future__ import annotations

from collections.abc import Iterable
from datetime import date, time
from itertools import pairwise
from pathlib import Path
from typing import Annotated

from pydantic import Field, Strict, field_validator

from counter_app.dossier.acts import ACTS
from counter_app.dossier.states import PauseMode
from counter_app.dossier.value import Value
from counter_app.errors import CounterError
from counter_app.procedures.data_files import DataFault, Fault, load_tables
from counter_app.procedures.working_time import SAME_DAY_CUT_OFF, Counting


class RulesMissing(CounterError):
    """The rules do not reach the day asked for."""

    what = "The rules of the one-stop law for {day} are not in the program's data."
    todo = "Update the program, or have the administrator add the rules of that day."


class LegalRules(Value):
    """The one-stop law of a time. Limits of 0 mean that none is known."""

    name: str = Field(min_length=1)
    legal_base: tuple[str, ...]
    forms: str = Field(min_length=1)  # the circular whose forms are printed
    valid_from: date
    valid_until: date | None = None
    on_supplement: PauseMode
    on_obligation: PauseMode
    supplement_days: int = Field(default=0, ge=0)  # working days an applicant has to bring what is missing
    most_supplements: int = Field(default=0, ge=0)
    most_extensions: int = Field(default=0, ge=0)
    cancel_within_days: int = Field(default=1, ge=0)  # working days, that of the receipt first; 0: no limit
    given_up_days: int = Field(default=30, ge=0)  # scans of given-up intakes and pages are kept; 0: for good
    untouched_days: int = Field(default=90, ge=0)  # an intake, or a case that did not come back, is kept; 0: for good
    same_day_cut_off: Annotated[time, Strict()] = SAME_DAY_CUT_OFF  # a number would be taken for seconds
    last_minutes: int = Field(default=0, ge=0, le=480)  # of office time, in which a term begins the next working day
    from_open_day: Annotated[bool, Strict()] = False  # calendar days of what came in out of hours
    feedback_sort_days: int = Field(default=5, ge=1)  # working days to sort feedback, and to pass on what is others'
    feedback_answer_days: int = Field(default=10, ge=1)  # working days to answer it
    second_person: tuple[str, ...] = ()  # the acts, by name, that a supervisor confirms

    @field_validator("second_person")
    @classmethod
    def _known(cls, names: tuple[str, ...]) -> tuple[str, ...]:
        known = {act.name for act in ACTS.values() if "seconded_by" in act.payload.model_fields}
        if not known.issuperset(names):
            raise ValueError(f"names of acts among {', '.join(sorted(known))}")
        return names

    @property
    def counting(self) -> Counting:
        """How terms are counted."""
        return Counting(self.same_day_cut_off, self.last_minutes, self.from_open_day)

    def in_force(self, on: date) -> bool:
        """Whether the rules apply to a dossier received on that day."""
        return self.valid_from <= on and (self.valid_until is None or on <= self.valid_until)


class Rules:
    """The rules of all times."""

    def __init__(self, rules: Iterable[LegalRules]) -> None:
        self._all = tuple(sorted(rules, key=lambda rule: rule.valid_from))

    def of(self, on: date) -> LegalRules:
        """The rules for a dossier received on that day. Raises RulesMissing."""
        for item in reversed(self._all):
            if item.in_force(on):
                return item
        raise RulesMissing(day=f"{on:%d/%m/%Y}")


def load_rules(folder: Path) -> Rules:
    """The rules in the folder's files. Raises DataFault."""
    rules, faults, locate = load_tables(folder, "rules", LegalRules)
    for nth, rule in enumerate(rules):
        if rule.valid_until is not None and rule.valid_until < rule.valid_from:
            faults.append(
                Fault(*locate(nth, ["valid_until"]), "valid_until: the same day as valid_from, or a later one")
            )
    for before, after in pairwise(sorted(range(len(rules)), key=lambda nth: rules[nth].valid_from)):
        last = rules[before].valid_until
        if last is None or last >= rules[after].valid_from:
            expected = "valid_from: a day after the valid_until of the rules before"
            faults.append(Fault(*locate(after, ["valid_from"]), expected))
    if not rules and not faults:
        faults.append(Fault(folder.name, 1, "at least one [[rules]]"))
    if faults:
        raise DataFault(faults=faults)
    return Rules(rules)

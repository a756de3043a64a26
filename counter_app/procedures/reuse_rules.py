"""Which digitised papers may serve again, for what, and for how long: data of resources/reuse, over which lie the
province's and the office's own files of the same name."""

from __future__ import annotations

from calendar import monthrange
from collections.abc import Iterable, Iterator, Sequence
from dataclasses import dataclass
from datetime import date
from pathlib import Path

from pydantic import Field

from counter_app.dossier.plain import plain
from counter_app.dossier.reuse import Reusable, is_same_kind
from counter_app.dossier.value import Value
from counter_app.procedures.catalogue import ComponentRule
from counter_app.procedures.data_files import NO_SUCH_FIELD, DataFault, DataFile, Fault, fault_at

_PARTS = ("never", "paper", "purpose")


class _Never(Value):
    words: tuple[str, ...]


class _Paper(Value):
    words: str = Field(min_length=1)
    months: int = Field(ge=1, le=1200)


class _Purpose(Value):
    words: str = Field(min_length=1)
    fields: tuple[str, ...]


@dataclass(frozen=True)
class ReuseRules:
    """By words of the papers' names, without marks."""

    never: tuple[str, ...]
    """Words with which names begin; where `months` has longer ones, the paper serves all the same."""
    months: tuple[tuple[str, int], ...]
    """(words, months that such a paper holds)."""
    purposes: tuple[tuple[str, tuple[str, ...]], ...]
    """(words, the fields of procedures for which alone such a paper may serve)."""

    def fitting(
        self, components: Iterable[ComponentRule], field: str, papers: Sequence[Reusable], today: date
    ) -> Iterator[tuple[ComponentRule, Reusable, date | None]]:
        """For each of the components the first of the papers that may serve as it today in a procedure of the field,
        with the last day it holds (None where no end is known)."""
        for rule in components:
            found = (paper for paper in papers if self.may_serve(rule.name, field, paper, today))
            if not rule.shown_only and (paper := next(found, None)):
                yield rule, paper, self.last_day(paper)

    def may_serve(self, wanted: str, field: str, paper: Reusable, today: date) -> bool:
        """Whether the paper may serve as one that is called `wanted`, in a procedure of the field, today."""
        may = self.may_serve_for(paper.name, field) and self.may_serve_again(wanted)
        return may and self.still_holds(paper, today) and is_same_kind(wanted, paper.name)

    def may_serve_again(self, name: str) -> bool:
        """Whether a paper of that name is not of its own dossier alone, such as a declaration."""
        name = plain(name)
        known = any(name.startswith(words) for words, _ in self.months)  # a Phiếu lý lịch tư pháp is no form of ours
        return known or not any(name.startswith(words) for words in self.never)

    def may_serve_for(self, name: str, field: str) -> bool:
        """Whether a paper of that name may serve for the procedures of the field."""
        limits = [fields for words, fields in self.purposes if words in plain(name)]
        return all(any(words in plain(field) for words in fields) for fields in limits)

    def last_day(self, paper: Reusable) -> date | None:
        """The last day on which the paper holds, counted from its issue where that day is known, else from its receipt;
        None where no end is known."""
        return self.holds_until(paper.name, paper.counts_from)

    def still_holds(self, paper: Reusable, today: date) -> bool:
        """Whether the paper's time is not over, as far as one is known."""
        until = self.last_day(paper)
        return until is None or until >= today

    def holds_until(self, name: str, since: date) -> date | None:
        """The last day on which a paper that was issued on the day `since` holds; None where no end is known."""
        found = [months for words, months in self.months if words in plain(name)]
        return _later(since, min(found)) if found else None


def load_reuse(folder: Path) -> ReuseRules:
    """The rules in the folder's files. Raises DataFault."""
    faults: list[Fault] = []
    never: list[_Never] = []
    papers: list[_Paper] = []
    purposes: list[_Purpose] = []
    for path in sorted(folder.glob("*.toml")):
        try:
            file = DataFile(path)
            faults += [
                fault_at(file.name, file.line_of_key(key), key, NO_SUCH_FIELD)
                for key in file.content
                if key not in _PARTS
            ]
            faults += file.collect("never", _Never, never)
            faults += file.collect("paper", _Paper, papers)
            faults += file.collect("purpose", _Purpose, purposes)
        except DataFault as failure:
            faults += failure.faults
    if faults:
        raise DataFault(faults=faults)
    return ReuseRules(
        tuple(plain(words) for rule in never for words in rule.words),
        tuple((plain(rule.words), rule.months) for rule in papers),
        tuple((plain(rule.words), tuple(map(plain, rule.fields))) for rule in purposes),
    )


def _later(day: date, months: int) -> date:
    year, month = divmod(day.year * 12 + day.month - 1 + months, 12)
    if year > date.max.year:  # of a result that somebody else entered so
        return date.max
    return date(year, month + 1, min(day.day, monthrange(year, month + 1)[1]))

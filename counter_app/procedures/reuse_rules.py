"""Which digitised papers may serve again, for what, and for how long: data of resources/reuse."""

from __future__ import annotations

import tomllib
from calendar import monthrange
from collections.abc import Iterable, Iterator, Sequence
from dataclasses import dataclass
from datetime import date
from functools import cache

from counter_app.dossier.plain import plain
from counter_app.dossier.reuse import Reusable, is_same_kind
from counter_app.procedures.catalogue import ComponentRule
from counter_app.resources import resource


@dataclass(frozen=True)
class ReuseRules:
    """By words of the papers' names, without marks."""

    never: tuple[str, ...]
    """Words with which names begin; where `months` has longer ones, the paper serves all the same."""
    months: tuple[tuple[str, int], ...]
    """(words, months that such a paper holds)."""
    purposes: tuple[tuple[str, tuple[str, ...]], ...]
    """(words, the fields of procedures for which alone such a paper may serve)."""

    def may_serve_again(self, name: str) -> bool:
        """Whether a paper of that name is not of its own dossier alone, such as a declaration."""
        name = plain(name)
        known = any(name.startswith(words) for words, _ in self.months)  # a Phiếu lý lịch tư pháp is no form of ours
        return known or not any(name.startswith(words) for words in self.never)

    def may_serve_for(self, name: str, field: str) -> bool:
        """Whether a paper of that name may serve for the procedures of the field."""
        limits = [fields for words, fields in self.purposes if words in plain(name)]
        return all(any(words in plain(field) for words in fields) for fields in limits)

    def holds_until(self, name: str, since: date) -> date | None:
        """The last day on which a paper that was issued on the day `since` holds; None where no end is known."""
        found = [months for words, months in self.months if words in plain(name)]
        return _later(since, min(found)) if found else None


@cache
def reuse_rules() -> ReuseRules:
    """As the data say."""
    data = tomllib.loads(resource("reuse", "giay-to.toml").read_text(encoding="utf-8"))
    months = tuple((plain(row["words"]), int(row["months"])) for row in data["paper"])
    purposes = tuple((plain(row["words"]), tuple(map(plain, row["fields"]))) for row in data["purpose"])
    return ReuseRules(tuple(map(plain, data["never"])), months, purposes)


def fitting(
    components: Iterable[ComponentRule], field: str, papers: Sequence[Reusable], today: date
) -> Iterator[tuple[ComponentRule, Reusable, date | None]]:
    """For each of the components the first of the papers that may serve as it today in a procedure of the field, with
    the last day it holds (None where no end is known)."""
    for rule in components:
        found = (paper for paper in papers if may_serve(rule.name, field, paper, today))
        if not rule.shown_only and (paper := next(found, None)):
            yield rule, paper, last_day(paper)


def may_serve(wanted: str, field: str, paper: Reusable, today: date) -> bool:
    """Whether the paper may serve as one that is called `wanted`, in a procedure of the field, today."""
    rules = reuse_rules()
    may = rules.may_serve_for(paper.name, field) and rules.may_serve_again(wanted)
    return may and still_holds(paper, today) and is_same_kind(wanted, paper.name)


def last_day(paper: Reusable) -> date | None:
    """The last day on which the paper holds, counted from its issue where that day is known, else from its receipt;
    None where no end is known."""
    return reuse_rules().holds_until(paper.name, paper.counts_from)


def still_holds(paper: Reusable, today: date) -> bool:
    """Whether the paper's time is not over, as far as one is known."""
    until = last_day(paper)
    return until is None or until >= today


def _later(day: date, months: int) -> date:
    year, month = divmod(day.year * 12 + day.month - 1 + months, 12)
    if year > date.max.year:  # of a result that somebody else entered so
        return date.max
    return date(year, month + 1, min(day.day, monthrange(year, month + 1)[1]))

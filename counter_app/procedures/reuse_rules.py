"""Which digitised papers may serve again, and for how long: data of resources/reuse."""

from __future__ import annotations

import tomllib
from calendar import monthrange
from dataclasses import dataclass
from datetime import date
from functools import cache

from counter_app.dossier.plain import plain
from counter_app.resources import resource


@dataclass(frozen=True)
class ReuseRules:
    """By words of the papers' names, without marks."""

    never: tuple[str, ...]
    months: tuple[tuple[str, int], ...]
    """(words, months that such a paper holds)."""

    def may_serve_again(self, name: str) -> bool:
        """Whether a paper of that name is not of its own dossier alone, such as a declaration."""
        return not any(plain(name).startswith(words) for words in self.never)

    def holds_until(self, name: str, since: date) -> date | None:
        """The last day on which a paper that was there on the day `since` holds; None where no end is known."""
        found = [months for words, months in self.months if words in plain(name)]
        return _later(since, min(found)) if found else None


@cache
def reuse_rules() -> ReuseRules:
    """As the data say."""
    data = tomllib.loads(resource("reuse", "giay-to.toml").read_text(encoding="utf-8"))
    months = tuple((plain(row["words"]), int(row["months"])) for row in data["paper"])
    return ReuseRules(tuple(map(plain, data["never"])), months)


def _later(day: date, months: int) -> date:
    year, month = divmod(day.year * 12 + day.month - 1 + months, 12)
    return date(year, month + 1, min(day.day, monthrange(year, month + 1)[1]))

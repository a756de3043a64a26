"""What the clerk is asked for of each paper beside what was read: data of resources/templates/verifying.toml."""

from __future__ import annotations

import tomllib
from collections.abc import Mapping
from dataclasses import dataclass, field
from functools import cache
from typing import Any

from counter_app.resources import resource


@dataclass(frozen=True)
class Asked:
    """Of one paper: whose names fill the intake, which fields it is not filled in without, and what its people are
    `called` where that is not what they are on other papers: a card's holder is nobody who is registered."""

    applicant: str = ""
    expected: frozenset[str] = frozenset()
    called: Mapping[str, str] = field(default_factory=dict)


NOTHING_ASKED = Asked()


@dataclass(frozen=True)
class Asking:
    """Of all papers. `spot_checks`: the share of sure fields, 0 to 1, that are looked at one by one all the same."""

    spot_checks: float
    twice: frozenset[str]
    papers: dict[str, Asked]

    def of(self, paper: str) -> Asked:
        """What is asked of a paper; nothing of one nobody wrote about."""
        return self.papers.get(paper, NOTHING_ASKED)

    def is_keyed_twice(self, field: str) -> bool:
        """Whether a field, named in full or by its end, is keyed without seeing what was read."""
        return field in self.twice or any(field.endswith(f".{name}") for name in self.twice)


@cache
def asking() -> Asking:
    """As the data say."""
    data = tomllib.loads(resource("templates", "verifying.toml").read_text(encoding="utf-8"))
    papers = {row["name"]: _asked(row) for row in data["paper"]}
    return Asking(float(data["spot_checks"]), frozenset(data["twice"]), papers)


def _asked(row: dict[str, Any]) -> Asked:
    return Asked(row.get("applicant", ""), frozenset(row["expected"]), row.get("called", {}))

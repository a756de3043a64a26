"""One attack, and what became of it."""

from __future__ import annotations

import sys
from collections import Counter
from collections.abc import Callable, Iterable
from concurrent.futures import ThreadPoolExecutor
from dataclasses import dataclass, field

from counter_app.bench.figures import Figure


@dataclass(frozen=True)
class Attack:
    """Something hostile, by its name; `told` does it, and says how it was told, or raises what was not foreseen."""

    name: str
    told: Callable[[], str]


@dataclass
class Outcome:
    """How many attacks were told in which way, and those that were not."""

    told: Counter[str] = field(default_factory=Counter)
    raw: list[str] = field(default_factory=list)

    @property
    def tried(self) -> int:
        """How many attacks there were."""
        return self.told.total() + len(self.raw)

    def and_of(self, other: Outcome) -> Outcome:
        """Both together."""
        return Outcome(self.told + other.told, [*self.raw, *other.raw])


def suffered(attacks: Iterable[Attack], at_once: int = 1) -> Outcome:
    """Lets them come, so many at once; what was not foreseen is named on standard error."""
    outcome = Outcome()

    def suffer(attack: Attack) -> None:
        try:
            told = attack.told()
        except Exception as fault:  # noqa: BLE001 - whatever it is, it is what this round looks for
            outcome.raw.append(attack.name)
            print(f"raw: {attack.name}: {type(fault).__name__}: {str(fault)[:200]}", file=sys.stderr)
        else:
            outcome.told[told] += 1

    with ThreadPoolExecutor(at_once) as hands:
        list(hands.map(suffer, attacks))
    return outcome


def raw_errors(round_name: str, outcome: Outcome) -> Figure:
    """The figure of a round: how many attacks were not told, of how many."""
    print(f"{round_name}: {dict(outcome.told.most_common(12))}", file=sys.stderr)
    return Figure(f"{round_name}, raw errors", len(outcome.raw), outcome.tried, "tried", "")

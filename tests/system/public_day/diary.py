"""What an onlooker writes down of the day, from what they see across the counter: the second count of every figure."""

from __future__ import annotations

from collections import Counter
from dataclasses import dataclass, field, replace
from datetime import date

from counter_app.dossier.states import GuidanceKind

TODAY = date(2026, 11, 20)


@dataclass(frozen=True)
class Visit:
    """A dossier as the onlooker knows it.

    `ended` is the day its business was over; a visit that is not `counted` got no receipt that holds.
    """

    who: str
    field: str
    came: date
    due: date
    online: bool = False
    ended: date | None = None
    counted: bool = True


@dataclass
class Diary:
    """Visits by the codes on their receipts, answers instead of receipts, and what lies in each drawer."""

    visits: dict[str, Visit] = field(default_factory=dict)
    answers: Counter[GuidanceKind] = field(default_factory=Counter)
    drawers: Counter[str] = field(default_factory=Counter)

    def came(self, code: str, who: str, procedures_field: str, due: date, on: date = TODAY, **more: bool) -> str:
        """Somebody left with a receipt."""
        assert code not in self.visits
        self.visits[code] = Visit(who, procedures_field, on, due, **more)
        return code

    def promised(self, code: str, due: date) -> None:
        """Another day was promised."""
        self.visits[code] = replace(self.visits[code], due=due)

    def over(self, code: str, on: date = TODAY) -> None:
        """Its business is over."""
        self.visits[code] = replace(self.visits[code], ended=on)

    def undone(self, code: str) -> None:
        """It was no receipt after all."""
        self.visits[code] = replace(self.visits[code], counted=False)

    def settlement(self, first: date, last: date) -> dict[str, Counter[str]]:
        """Biểu II.06a by field, counted with a pencil."""
        lines: dict[str, Counter[str]] = {}
        for visit in self.visits.values():
            if not visit.counted or visit.came > last or (visit.ended and visit.ended < first):
                continue
            line = lines.setdefault(visit.field, Counter())
            line["carried" if visit.came < first else "online" if visit.online else "direct"] += 1
            if visit.ended is None:
                line["open"] += 1
                line["open_late" if visit.due < TODAY else "open_in_time"] += 1
                continue
            line["settled"] += 1
            line["early" if visit.ended < visit.due else "on_time" if visit.ended == visit.due else "late"] += 1
        return lines

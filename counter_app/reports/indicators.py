"""The indicators of QĐ 766/QĐ-TTg as data: their greatest points and where full marks begin (resources/rules)."""

from __future__ import annotations

from datetime import date
from pathlib import Path

from pydantic import Field

from counter_app.dossier.value import Value
from counter_app.procedures.data_files import DataFault, Fault, load_tables


class Indicator(Value):
    """An indicator of a time. `full_from` is the share (0–1] from which it gives `points`; below, in proportion."""

    key: str = Field(pattern=r"^\d\.\d$")
    name: str = Field(min_length=1)
    group: str = Field(min_length=1)
    points: float = Field(gt=0)
    full_from: float = Field(default=1.0, gt=0, le=1)
    valid_from: date
    valid_until: date | None = None

    def earned(self, rate: float | None) -> float:
        """The points for a rate; none where there was nothing to rate."""
        return 0.0 if rate is None else self.points * min(rate / self.full_from, 1.0)

    def in_force(self, on: date) -> bool:
        """Whether a period that ends on that day is measured by it."""
        return self.valid_from <= on and (self.valid_until is None or on <= self.valid_until)


def load_indicators(folder: Path) -> tuple[Indicator, ...]:
    """All [[indicator]] tables of the folder's files. Raises DataFault, also where two of one key overlap."""
    found, faults, locate = load_tables(folder, "indicator", Indicator)
    for place, item in enumerate(found):
        if item.valid_until and item.valid_until < item.valid_from:
            faults.append(Fault(*locate(place, ["valid_until"]), "valid_until: not before valid_from"))
        for other in found[:place]:
            if (
                item.key == other.key
                and item.in_force(max(item.valid_from, other.valid_from))
                and other.in_force(max(item.valid_from, other.valid_from))
            ):
                faults.append(Fault(*locate(place, ["valid_from"]), f"valid_from: {item.key} does not overlap another"))
    if not found and not faults:
        faults.append(Fault(folder.name, 1, "at least one [[indicator]]"))
    if faults:
        raise DataFault(faults=faults)
    return tuple(sorted(found, key=lambda indicator: (indicator.key, indicator.valid_from)))

"""Counts how pages of every layout come out of every lie: right, left as they lay, or turned wrong.

`python -m tests.scanning.layout_count 1,2 200,300 [kind,…]`: seeds, resolutions, kinds (all but the held-out ones).
"""

from __future__ import annotations

import sys
from dataclasses import dataclass, fields
from multiprocessing import Pool

from counter_app.bench.layouts.cases import Case, cases
from counter_app.bench.layouts.kinds import HELD_OUT, LAYOUTS, UNTUNED
from scanning.page import orientation
from scanning.page.read_page import read_pages

ASKEW = 0.4
"""Degrees from straight that can be seen."""


@dataclass
class Count:
    """How pages came out."""

    right: int = 0
    stayed: int = 0
    wrong: int = 0
    cut: int = 0
    askew: int = 0
    """Right, and yet not straight."""
    readings: int = 0

    @property
    def pages(self) -> int:
        """All of them."""
        return self.right + self.stayed + self.wrong

    def __add__(self, other: Count) -> Count:
        return Count(*(getattr(self, field.name) + getattr(other, field.name) for field in fields(Count)))


def counted(case: Case) -> tuple[str, Count]:
    """What became of one page."""
    count, read = Count(), orientation.read

    def reading(*arguments: object) -> object:
        count.readings += 1
        return read(*arguments)  # type: ignore[arg-type]

    orientation.read = reading  # type: ignore[assignment]
    try:
        pages = read_pages(case.raw())
    finally:
        orientation.read = read
    count.cut = int(len(pages) > 1)
    rotation = pages[0].rotation
    count.right, count.wrong = int(rotation == case.turned), int(rotation not in (0, case.turned))
    count.stayed = 1 - count.right - count.wrong
    count.askew = int(bool(count.right) and abs(pages[0].skew - case.skew) > ASKEW)
    return case.name, count


def table(todo: list[Case], at_once: int = 2) -> dict[str, Count]:
    """A count for each kind."""
    found: dict[str, Count] = {}
    with Pool(at_once) as pool:
        for name, count in pool.imap(counted, todo):
            found[name] = found.get(name, Count()) + count
    return found


def main() -> None:
    """Prints the table."""
    seeds, resolutions = ([int(part) for part in argument.split(",")] for argument in sys.argv[1:3])
    names = (
        sys.argv[3].split(",") if len(sys.argv) > 3 else [name for name in LAYOUTS if name not in (*HELD_OUT, *UNTUNED)]
    )
    found = table([*cases(names, seeds, resolutions)])
    print(f"{'':22} right stayed wrong  cut askew readings")
    for name, count in [*found.items(), ("all", sum(found.values(), Count()))]:
        print(
            f"{name:22} {count.right:5} {count.stayed:6} {count.wrong:5} {count.cut:4} {count.askew:5}"
            f" {count.readings / count.pages:8.2f}"
        )


if __name__ == "__main__":
    main()

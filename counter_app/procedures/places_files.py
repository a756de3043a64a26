"""Loading the communes and provinces of `resources/places`: comma-separated files, read when they are first asked for.

The program makes them itself, from the sources its README names; an office has none of its own.
"""

from __future__ import annotations

import csv
from collections.abc import Iterator
from datetime import date
from functools import lru_cache
from pathlib import Path

from counter_app.procedures.places import TWO_LEVELS, Commune, OldCommune, Places, Province

_LAST_OF_THREE = date(2025, 6, 30)


@lru_cache(maxsize=1)
def load_places(folder: Path) -> Places:
    """All of them, with every name they had; read once."""
    return Places(
        [
            Province(code, name, *_days(since, until, date.min, date.max), now or code, agency)
            for code, name, since, until, now, agency in _rows(folder / "provinces.csv")
        ],
        [
            Commune(code, name, bare, province, *_days(since, until, TWO_LEVELS, date.max))
            for code, name, bare, province, since, until in _rows(folder / "communes.csv")
        ],
        [
            OldCommune(
                name, bare, district, province, *_days(since, until, date.min, _LAST_OF_THREE), tuple(now.split(";"))
            )
            for name, bare, district, province, since, until, now in _rows(folder / "old_communes.csv")
        ],
    )


def _rows(path: Path) -> Iterator[list[str]]:
    with path.open(encoding="utf-8", newline="") as file:
        rows = csv.reader(file)
        next(rows)  # the names of the columns
        yield from rows


def _days(since: str, until: str, first: date, last: date) -> tuple[date, date]:
    """Since when and until when a name holds; the usual days where the file says nothing."""
    return date.fromisoformat(since) if since else first, date.fromisoformat(until) if until else last

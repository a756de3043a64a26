"""Papers of many layouts, drawn from a seed: what prose does not show about which way up a page lies.

Each kind varies its letters, sizes, places and contents with the seed. All persons and places are invented.
"""

from __future__ import annotations

from collections.abc import Callable

from counter_app.bench.layouts.accounts import ACCOUNTS
from counter_app.bench.layouts.drawings import DRAWINGS
from counter_app.bench.layouts.forms import FORMS
from counter_app.bench.layouts.pen import Pen
from counter_app.bench.layouts.school import SCHOOL
from counter_app.bench.layouts.spreads import ONE_SHEET, SPREADS
from counter_app.bench.layouts.tables import TABLES
from counter_app.bench.layouts.texts import TEXTS
from scanning.picture import Picture

Layout = tuple[tuple[float, float], Callable[[Pen], None]]
"""Size in millimetres, and what draws it."""

UNTUNED: dict[str, Layout] = {**ACCOUNTS, **SCHOOL}
"""Kinds drawn after all thresholds were chosen."""
LAYOUTS: dict[str, Layout] = {**TEXTS, **TABLES, **FORMS, **DRAWINGS, **UNTUNED}
"""Single pages."""
KINDS: dict[str, Layout] = {**LAYOUTS, **ONE_SHEET, **SPREADS}
"""All of them: single pages, sheets across that are one page, sheets across that are two."""
UNREADABLE = (
    "dark edge",
    "digits",
    "drawing",
    "grid",
    "handwriting",
    "lined",
    "only dots",
    "sketch map",
    "stamp and signature",
    "staves",
)
"""Kinds that show too few words to tell which way up they are: to be left as they lie."""
HELD_OUT = ("poem", "answer sheet", "contents", "coordinates", "chart", "family tree", "envelope", "phone numbers")
"""Kinds that no threshold was chosen by."""


def layout(name: str, seed: int, dpi: int) -> Picture:
    """The page of that kind, upright: rows × columns × 3."""
    size, draw = KINDS[name]
    pen = Pen(size, dpi, seed, name)
    draw(pen)
    return pen.picture()

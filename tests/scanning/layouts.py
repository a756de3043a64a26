"""Pages of many layouts, drawn from a seed: what prose does not show about which way up a page lies.

Each kind varies its letters, sizes, places and contents with the seed. All persons and places are invented.
"""

from __future__ import annotations

from collections.abc import Callable

from scanning.picture import Picture
from tests.scanning.layout_drawings import DRAWINGS
from tests.scanning.layout_forms import FORMS
from tests.scanning.layout_pen import Pen
from tests.scanning.layout_tables import TABLES
from tests.scanning.layout_texts import TEXTS

Layout = tuple[tuple[float, float], Callable[[Pen], None]]
"""Size in millimetres, and what draws it."""

LAYOUTS: dict[str, Layout] = {**TEXTS, **TABLES, **FORMS, **DRAWINGS}
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
    size, draw = LAYOUTS[name]
    pen = Pen(size, dpi, seed, name)
    draw(pen)
    return pen.picture()

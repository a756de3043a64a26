"""How finely a page of a PDF is to be drawn: as finely as its pictures are, and as its letters need.

What a PDF says about its own size is often wrong: telephones write one point for each pixel, printing programs put
an A4 scan on a page of a visiting card. So a size in inches counts only where it can be a sheet of paper's.
"""

from __future__ import annotations

import math
from collections.abc import Sequence
from dataclasses import dataclass

POINTS = 72
"""To the inch."""
DPI = 300
"""Of a page that a program wrote, and the finest at which letters are read."""
LEAST_DPI = 100
"""Below it no letter of usual size can be read; pictures that are coarser are drawn at a multiple of theirs."""
MARKED_DPI = 200
"""Likewise where letters and marks lie over them."""
FINEST_DPI = 600
LARGEST_SHEET = 20.0
"""Inches of the longer side up to which a page of pictures is as large as it says; A3 has 16.5."""
SMALLEST_SHEET = 2.0
"""Likewise the least: a page like a stamp is a sheet that was shrunk."""
A4_LENGTH = 11.69
"""Inches."""
LEGIBLE = 1240
"""Pixels of the shorter side of an A4 page at 150 dpi: below them a finer picture is not reduced."""
MOST_PIXELS = 50_000_000
"""Of a drawn page, A1 at 250 dpi; a worker's memory must hold it several times."""
LONGEST_SIDE = 20_000
COARSEST_DPI = 15
"""A plan so large that it would be drawn more coarsely shows nothing."""
_SUBSTANTIAL = 0.02
"""Share of the page that the finest pictures must fill together: a fine logo does not count."""
_MANY_PICTURES, _ALL_PICTURES = 0.5, 0.9
"""Shares of the page from which on it is one of pictures, and from which on it is nothing else but marks on them."""


@dataclass(frozen=True)
class PlacedPicture:
    """A picture on a page."""

    share: float
    """Of the page's area."""
    scale: float
    """Pixels to the point along the axis that has more of them; at this scale neither loses any."""


@dataclass(frozen=True)
class Drawing:
    """How a page is to be drawn."""

    scale: float
    """Pixels to the point."""
    dpi: int
    """Of what is drawn, if the page is as large as it says."""
    believed: bool
    """Whether it can be a sheet of paper of that size."""


def drawing(size: tuple[float, float], unit: float, pictures: Sequence[PlacedPicture], others: bool) -> Drawing | None:
    """For a page of `size` points, each `unit` times as long as usual; None where it would show nothing.

    `others`: something beside pictures is shown.
    """
    if not all(math.isfinite(side) and side > 0 for side in size):
        return None
    inch = POINTS / unit
    shorter, longer = sorted(side / inch for side in size)
    dpi = _wanted(longer, inch, pictures, others)
    believed = is_believable(shorter, longer, dpi)
    if believed:
        dpi = min(dpi, FINEST_DPI)
    limit = min(LONGEST_SIDE / longer, math.sqrt(MOST_PIXELS / (shorter * longer)))
    if believed and limit < COARSEST_DPI:
        return None
    dpi = min(dpi, limit)
    return Drawing(dpi / inch, max(1, round(dpi)), believed)


def _wanted(longer: float, inch: float, pictures: Sequence[PlacedPicture], others: bool) -> float:
    finest = finest_scale(pictures)
    share = sum(picture.share for picture in pictures)
    if finest is None or share < _MANY_PICTURES:
        return DPI if longer >= SMALLEST_SHEET else DPI * A4_LENGTH / longer
    dpi = finest * inch
    least: float = MARKED_DPI if others else LEAST_DPI
    if longer > LARGEST_SHEET and dpi < LEAST_DPI and share > _ALL_PICTURES:
        least *= A4_LENGTH / longer  # one point a pixel: it is no larger than A4
    return dpi * max(1, math.ceil(least / dpi))  # a whole multiple, so that pixels stay pixels


def is_believable(shorter: float, longer: float, dpi: float) -> bool:
    """Whether a page of so many inches with so many pixels to each can be a sheet of paper."""
    if longer < SMALLEST_SHEET or (longer > LARGEST_SHEET and dpi < LEAST_DPI):
        return False
    return dpi <= DPI * 1.1 or shorter * DPI >= LEGIBLE


def finest_scale(pictures: Sequence[PlacedPicture]) -> float | None:
    """The scale of the finest pictures that together fill more than a trifle of the page."""
    filled = 0.0
    for picture in sorted(pictures, key=lambda picture: -picture.scale):
        filled += picture.share
        if filled >= _SUBSTANTIAL:
            return picture.scale
    return None

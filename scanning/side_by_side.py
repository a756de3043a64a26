"""Two pages on one picture: an open booklet, or a folded sheet laid flat."""

from __future__ import annotations

from dataclasses import replace

import cv2
import numpy as np

from scanning.picture import CleanPage, Picture
from scanning.straighten import find_letters

COARSE_DPI = 75
NARROWEST = 5.0
"""Millimetres without any ink between two pages, from top to bottom."""
MIDDLE = (0.44, 0.56)
"""Where between left and right the gap must lie."""
LEAST_LETTERS = 60
"""On each side; with fewer it may be a form with a wide gap."""
LEAST_ROWS = 5


def gutter(grey: Picture, dpi: int) -> int | None:
    """The column between two pages that lie side by side on an upright page; None where it is one page."""
    rows, columns = grey.shape
    if columns < 1.2 * rows:
        return None
    scale = COARSE_DPI / dpi
    small = cv2.resize(grey, None, fx=scale, fy=scale, interpolation=cv2.INTER_AREA)
    free = (small < 200).sum(axis=0) <= 0.004 * small.shape[0]
    first, last = (int(share * small.shape[1]) for share in MIDDLE)
    edges = np.flatnonzero(np.diff(free[first:last].astype(np.int8), prepend=0, append=0))
    gaps = [(int(end - start), int(start)) for start, end in zip(edges[::2], edges[1::2], strict=True)]
    width, start = max(gaps, default=(0, 0))
    if width < NARROWEST / 25.4 * COARSE_DPI:
        return None
    column = round((first + start + width / 2) / scale)
    both = (grey[:, :column], grey[:, column:])
    return column if all(_is_page(half, dpi) for half in both) else None


def side(page: CleanPage, which: int) -> CleanPage:
    """The left (1) or the right (2) of two pages side by side; all of it for 0."""
    if not which:
        return page
    column = gutter(page.grey, page.dpi) or page.grey.shape[1] // 2
    left, top, width, height = page.part
    if which == 1:
        return replace(page, grey=np.ascontiguousarray(page.grey[:, :column]), part=(left, top, column, height), side=1)
    part = (left + column, top, width - column, height)
    return replace(page, grey=np.ascontiguousarray(page.grey[:, column:]), part=part, side=2)


def _is_page(grey: Picture, dpi: int) -> bool:
    """Enough letters, on several lines."""
    boxes = find_letters(grey, dpi).boxes
    lines = np.unique((boxes[:, 1] + boxes[:, 3]) // 25)  # 4 mm
    return len(boxes) >= LEAST_LETTERS and len(lines) >= LEAST_ROWS

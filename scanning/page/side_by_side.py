"""Two pages on one picture: an open booklet, or a folded sheet laid flat.

A list across whose middle happens to be empty looks much the same, and so does one text in two columns. So a sheet is
cut only where both halves are filled with lines of text as a page is, and where something says that these are pages:
the fold or the spine from edge to edge, a page number on both, or a sheet so wide that it can only be two, with margins
between its halves as wide as beside them. In doubt it is one page.
"""

from __future__ import annotations

from dataclasses import dataclass, replace
from itertools import pairwise

import cv2
import numpy as np
import numpy.typing as npt

from counter_app.dossier.pages import LEFT, LOWER, RIGHT, UPPER
from scanning.page.straighten import MEASURE_DPI, find_letters
from scanning.picture import CleanPage, Picture, scaled

Ink = npt.NDArray[np.bool_]
"""rows × columns at COARSE_DPI."""

COARSE_DPI = 75
MILLIMETRE = COARSE_DPI / 25.4
NARROWEST = 5.0
"""Millimetres without any ink between two pages, from top to bottom."""
MIDDLE = (0.44, 0.56)
"""Where between left and right the gap must lie."""
LEAST_LETTERS = 60
"""On each side; with fewer it may be a form with a wide gap."""
LEAST_LINES = 5
FILLED = 0.55
"""Share of a half's width that the lines of a page reach from its first letter to its last."""
LONG_LINES = 0.4
"""Share of a page's lines that are longer than FILLED of the longest."""
SPECK, ASIDE = 1.3, 5.0
"""Millimetres of the widest speck, and from it to the line it happens to lie beside."""
COLUMN_GAP = 3.5
"""Millimetres between the columns of a list."""
TWO_SHEETS = 350.0
"""Millimetres of width from which a sheet is two pages of A4 rather than one page across."""
MARGIN = 15.0
"""Millimetres of both inner margins together."""
EDGE_TO_EDGE, TALL = 0.97, 0.3
"""Share of the height that a fold or a spine is seen; and of that which is no text, be it a spine or a rule."""
WIDEST_BAR = 15.0
"""Millimetres of a spine."""


@dataclass(frozen=True)
class TextLine:
    """A line of text in one half, in pixels of COARSE_DPI from the half's upper left corner."""

    top: int
    bottom: int
    left: int
    right: int


def gutter(grey: Picture, dpi: int) -> int | None:
    """The column between two pages that lie side by side on an upright page; None where it is one page."""
    rows, columns = grey.shape
    if columns < 1.2 * rows:
        return None
    scale = COARSE_DPI / dpi
    ink = np.asarray(scaled(grey, scale) < 200)
    bar = _bar(ink)
    is_spine = bool(_seen(ink)[bar].max(initial=0) >= EDGE_TO_EDGE)
    ink[:, bar] = False
    gap = _gap(ink)
    if gap is None:
        return None
    middle = (bar.start + bar.stop) / 2 if bar.stop else (gap.start + gap.stop) / 2
    column = int(middle / scale)
    halves = [(grey[:, :column], ink[:, : round(middle)]), (grey[:, column:], ink[:, round(middle) :])]
    lines = [_lines(half, dpi, half_ink) for half, half_ink in halves]
    if any(len(found) < LEAST_LINES for found in lines):
        return None
    if is_spine:
        return column
    pages = all(_is_text(found, half_ink) for found, (_, half_ink) in zip(lines, halves, strict=True))
    return column if pages and _are_separate(lines, gap, ink) else None


def side(page: CleanPage, which: int) -> CleanPage:
    """The LEFT or the RIGHT of two pages side by side; all of it for 0."""
    if not which:
        return page
    column = gutter(page.grey, page.dpi) or _middle_of_gap(page) or page.grey.shape[1] // 2
    left, top, width, height = page.part
    if which == LEFT:
        return replace(
            page, grey=np.ascontiguousarray(page.grey[:, :column]), part=(left, top, column, height), side=LEFT
        )
    part = (left + column, top, width - column, height)
    return replace(page, grey=np.ascontiguousarray(page.grey[:, column:]), part=part, side=RIGHT)


def under(page: CleanPage, which: int, row: int) -> CleanPage:
    """The UPPER or the LOWER of two forms that stand on one sheet, the lower one from a row of pixels on."""
    left, top, width, height = page.part
    if which == UPPER:
        return replace(page, grey=np.ascontiguousarray(page.grey[:row]), part=(left, top, width, row), side=UPPER)
    part = (left, top + row, width, height - row)
    return replace(page, grey=np.ascontiguousarray(page.grey[row:]), part=part, side=LOWER)


def _middle_of_gap(page: CleanPage) -> int | None:
    """Where nothing stands between what is known to be two: their words said so, or the clerk."""
    scale = COARSE_DPI / page.dpi
    gap = _gap(np.asarray(scaled(page.grey, scale) < 200))
    return None if gap is None else int((gap.start + gap.stop) / 2 / scale)


def _bar(ink: Ink) -> slice:
    """The columns of a tall dark bar in the middle, no columns where there is none."""
    first, last = (int(share * ink.shape[1]) for share in MIDDLE)
    dark = first + np.flatnonzero(_seen(ink)[first:last] >= TALL)
    if not len(dark) or dark[-1] - dark[0] > WIDEST_BAR * MILLIMETRE:
        return slice(0, 0)
    return slice(int(dark[0]) - 2, int(dark[-1]) + 3)


def _seen(ink: Ink) -> npt.NDArray[np.float64]:
    """Share of the height that is dark at each column, or within a millimetre of it: a bar may lean a little."""
    wider = cv2.dilate(ink.astype(np.uint8), np.ones((1, 7), np.uint8))
    return np.asarray(np.mean(wider, axis=0), np.float64)


def _gap(ink: Ink) -> slice | None:
    """The widest columns around the middle without ink from top to bottom, as far as they reach."""
    free = ink.sum(axis=0) <= 0.004 * ink.shape[0]
    edges = np.flatnonzero(np.diff(free.astype(np.int8), prepend=0, append=0))
    first, last = (share * ink.shape[1] for share in MIDDLE)
    gaps = [
        (min(end, last) - max(start, first), slice(int(start), int(end)))
        for start, end in zip(edges[::2], edges[1::2], strict=True)
    ]
    width, gap = max(gaps, key=lambda found: found[0], default=(0, slice(0)))
    return gap if width >= NARROWEST * MILLIMETRE else None


def _lines(grey: Picture, dpi: int, ink: Ink) -> list[TextLine]:
    """The lines of a half from top to bottom; none where there are too few letters."""
    boxes = find_letters(grey, dpi).boxes * (COARSE_DPI / MEASURE_DPI)
    if len(boxes) < LEAST_LETTERS:
        return []
    occupied = np.zeros(ink.shape[0] + 1, np.int8)
    for top, height in boxes[:, (1, 3)]:
        occupied[int(top + height / 4) : int(top + height * 3 / 4) + 1] = 1
    edges = np.flatnonzero(np.diff(occupied, prepend=0, append=0))
    lines = []
    for start, end in zip(edges[::2], edges[1::2], strict=True):
        across = _without_specks(np.flatnonzero(ink[start:end].any(axis=0)))
        if len(across):
            lines.append(TextLine(int(start), int(end), int(across[0]), int(across[-1]) + 1))
    return lines


def _without_specks(across: npt.NDArray[np.intp]) -> npt.NDArray[np.intp]:
    """The dark columns of a line but those of specks beside it, which would make a page number a long line."""
    groups = np.split(across, np.flatnonzero(np.diff(across) > ASIDE * MILLIMETRE) + 1)
    words = [group for group in groups if len(group) and group[-1] - group[0] >= SPECK * MILLIMETRE]
    return np.concatenate(words) if words else across


def _is_text(lines: list[TextLine], ink: Ink) -> bool:
    """Lines that fill the half as a page's do, not the columns of a list."""
    left, right = min(line.left for line in lines), max(line.right for line in lines)
    long = sum(line.right - line.left >= FILLED * (right - left) for line in lines)
    filled = right - left >= FILLED * ink.shape[1] and long >= LONG_LINES * len(lines)
    return filled and not _has_columns(lines, ink)


def _has_columns(lines: list[TextLine], ink: Ink) -> bool:
    """A strip runs down between what stands left and right of it on most lines."""
    covered = np.array([ink[line.top : line.bottom].any(axis=0) for line in lines])
    free = covered.mean(axis=0) <= 0.1
    edges = np.flatnonzero(np.diff(free.astype(np.int8), prepend=0, append=0))
    for start, end in zip(edges[::2], edges[1::2], strict=True):
        both = covered[:, :start].any(axis=1) & covered[:, end:].any(axis=1)
        if end - start >= COLUMN_GAP * MILLIMETRE and both.mean() >= 0.5:
            return True
    return False


def _are_separate(lines: list[list[TextLine]], gap: slice, ink: Ink) -> bool:
    """Margins between the halves as beside them, and a page number on both or a sheet of twice the usual width."""
    beyond = np.flatnonzero(ink.sum(axis=0) > 0.004 * ink.shape[0])
    outer = int(beyond[0]) + ink.shape[1] - int(beyond[-1])
    width = gap.stop - gap.start
    if width < max(MARGIN * MILLIMETRE, outer / 2):
        return False
    return ink.shape[1] >= TWO_SHEETS * MILLIMETRE or all(_is_numbered(found) for found in lines)


def _is_numbered(lines: list[TextLine]) -> bool:
    """Something short stands by itself above or below the text."""
    for last, before in ((lines[-1], lines[-2]), (lines[0], lines[1])):
        apart = max(last.top - before.bottom, before.top - last.bottom)
        usual = np.median([below.top - above.top for above, below in pairwise(lines)])
        if last.right - last.left <= 15 * MILLIMETRE and apart >= 0.9 * usual:
            return True
    return False

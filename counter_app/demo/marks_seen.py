"""Looks for a known mark on a filed page: laid over each other, how much of the mark does the page still show?

For the demo and the tests, which know a paper with and without its mark.
"""

from __future__ import annotations

from dataclasses import dataclass

import cv2
import numpy as np
import numpy.typing as npt

from scanning.picture import Picture

Grey = npt.NDArray[np.float32]
"""Darkness, rows × columns, from 0 (white) to 255."""
_SLACK = 10.0
"""Millimetres by which the filed page may lie elsewhere: straightened, cut."""
_AROUND = 12.0
"""Millimetres around a mark that help to find its place."""
_BLUR = 0.2
"""Millimetres over which both are smoothed: a line may lie half a dot aside."""
_MARKED = 10.0
"""Difference of darkness from which on a dot belongs to the mark."""
_SHOWN = 0.3
"""Share of its own contrast that a dot of the mark must keep to be seen."""


@dataclass(frozen=True)
class Seen:
    """How much of a mark a page shows."""

    share: float
    """Of the mark's dots, from 0 to 1."""
    likeness: float
    """Correlation of the shades inside its box, from -1 to 1."""


def mark_seen(
    filed: Picture, marked: Picture, plain: Picture, box: tuple[float, float, float, float], dpi: int
) -> Seen:
    """What `filed` shows of the mark by which `marked` differs from `plain` in `box`; all rows × columns × 3 at `dpi`.

    `box`: millimetres, x and y from the upper left corner, width and height.
    """
    dots = dpi / 25.4
    filed_dark, marked_dark, plain_dark = (_darkness(picture, dots) for picture in (filed, marked, plain))
    left, top, width, height = (round(side * dots) for side in box)
    around, slack = round(_AROUND * dots), round(_SLACK * dots)
    y, x = max(0, top - around), max(0, left - around)
    region = marked_dark[y : top + height + around, x : left + width + around]
    rows, columns = region.shape
    roomy = cv2.copyMakeBorder(filed_dark, slack, rows + slack, slack, columns + slack, cv2.BORDER_CONSTANT, value=0)
    window = roomy[y : y + rows + 2 * slack, x : x + columns + 2 * slack]
    _, _, _, place = cv2.minMaxLoc(cv2.matchTemplate(window, region, cv2.TM_CCOEFF_NORMED))
    inside = np.s_[top - y : top - y + height, left - x : left - x + width]
    seen = window[place[1] : place[1] + rows, place[0] : place[0] + columns][inside]
    return _judged(np.asarray(seen), region[inside], plain_dark[y : y + rows, x : x + columns][inside])


def _judged(seen: Grey, wanted: Grey, plain: Grey) -> Seen:
    contrast = wanted - plain
    mark = np.abs(contrast) > _MARKED
    paper = (~mark) & (plain < 40)
    ground = float(np.median(seen[paper])) if paper.any() else 0.0
    shown = (seen - ground) > _SHOWN * (wanted - np.minimum(plain, wanted))
    likeness = float(np.corrcoef(seen.ravel(), wanted.ravel())[0, 1]) if seen.std() > 1 and wanted.std() > 1 else 0.0
    return Seen(float(shown[mark].mean()) if mark.any() else 0.0, likeness)


def _darkness(picture: Picture, dots: float) -> Grey:
    dark = 255 - picture.astype(np.float32).mean(axis=2)
    return np.asarray(cv2.GaussianBlur(dark, (0, 0), _BLUR * dots), np.float32)

"""Paper made white: shadow, yellowing and the scanner's dark surroundings go, ink and coloured stamps stay."""

from __future__ import annotations

import cv2
import numpy as np

from scanning.picture import Mask, Picture, smaller, weakest

DARKEST_PAPER = 70
"""Paper is never taken to be darker than this: photographs and black areas stay what they are."""
COARSE_DPI = 37
"""Enough to know the paper: about 1.5 pixels a millimetre."""
MOSTLY_PICTURE = 0.4
"""Share of the page that is darker than paper from which on it is a photograph and not a page with one."""


def whitened(picture: Picture, outside: Mask | None, dpi: int) -> Picture:
    """The picture divided by its own background, so that paper is 255 and ink keeps its contrast and colour.

    `outside`: what is not paper, of the picture's own size. A picture that is no paper at all stays as it is.
    """
    shrink = max(1, round(dpi / COARSE_DPI))
    size = (max(1, picture.shape[1] // shrink), max(1, picture.shape[0] // shrink))
    small = smaller(picture, size)
    background = _background(small if outside is None else _filled(small, outside))
    if background is None:
        return picture
    paper = cv2.resize(background, picture.shape[1::-1], interpolation=cv2.INTER_LINEAR)
    # 255 is reached a little below the paper's mean, so that the paper's own noise vanishes
    return np.asarray(cv2.divide(picture, paper, scale=255 * 1.06), np.uint8)


def _background(small: Picture) -> Picture | None:
    """The paper's brightness, channel by channel; None where most is no paper but a photograph.

    It is what remains when everything narrower than 8 mm is closed. In a photograph on the page that would be the
    photograph itself: there the paper around it counts.
    """
    round_8mm = cv2.getStructuringElement(cv2.MORPH_ELLIPSE, (13, 13))
    closed = np.asarray(cv2.morphologyEx(small, cv2.MORPH_CLOSE, round_8mm), np.uint8)
    smooth = np.asarray(np.maximum(cv2.GaussianBlur(closed, (0, 0), 4), DARKEST_PAPER), np.uint8)
    around = _around_photographs(closed)
    if float((weakest(small) < 0.7 * weakest(around)).mean()) > MOSTLY_PICTURE:
        return None
    photographs = _photographs(np.asarray(weakest(closed), np.uint8), np.asarray(weakest(around), np.uint8))
    smooth[photographs > 0] = around[photographs > 0]
    return smooth


def _around_photographs(closed: Picture) -> Picture:
    """The paper when everything narrower than 50 mm is closed."""
    tiny = cv2.resize(closed, None, fx=0.25, fy=0.25, interpolation=cv2.INTER_AREA)
    tiny = cv2.morphologyEx(tiny, cv2.MORPH_CLOSE, np.ones((19, 19), np.uint8))
    wide = cv2.resize(cv2.GaussianBlur(tiny, (0, 0), 3), closed.shape[1::-1], interpolation=cv2.INTER_LINEAR)
    return np.asarray(np.maximum(wide, DARKEST_PAPER), np.uint8)


def _photographs(closed: Picture, around: Picture) -> Mask:
    """Rectangles of 12 mm and more, much darker than the paper around them and full: no shadow is both."""
    darker = np.asarray(closed < 0.85 * around).astype(np.uint8)
    _, labels, facts, _ = cv2.connectedComponentsWithStats(darker, connectivity=4)
    dark = np.unique(labels[closed < 0.6 * around])
    found = np.zeros(closed.shape[:2], np.uint8)
    for left, top, width, height, area in facts[dark[dark > 0]]:
        if min(width, height) >= 12 / 25.4 * COARSE_DPI and area > 0.7 * width * height:
            found[max(0, top - 2) : top + height + 2, max(0, left - 2) : left + width + 2] = 255
    return found


def _filled(small: Picture, outside: Mask) -> Picture:
    """The surroundings painted in the paper's own colour, lest the paper near them is thought to be white."""
    hole = cv2.resize(outside, small.shape[1::-1], interpolation=cv2.INTER_NEAREST) > 0
    hole = cv2.dilate(hole.astype(np.uint8), np.ones((3, 3), np.uint8)) > 0
    paper = small.copy()
    paper[hole] = np.median(small[~hole], axis=0).astype(np.uint8) if (~hole).any() else 255
    return paper

"""Paper made white: shadow, yellowing and the scanner's dark surroundings go, ink and coloured stamps stay."""

from __future__ import annotations

import cv2
import numpy as np
import numpy.typing as npt

from scanning.picture import Picture

Mask = npt.NDArray[np.uint8]
"""rows × columns, 255 where it holds."""

DARK = 90
"""Grey below which a surface at the picture's edge is the scanner, not the paper."""
DARKEST_PAPER = 70
"""Paper is never taken to be darker than this: photographs and black areas stay what they are."""


def surroundings(grey: Picture, dpi: int) -> Mask | None:
    """Where the dark of the open lid shows around the sheet; None where the sheet fills the picture.

    Only broad dark areas that reach the picture's edge count, so a ruled line or a table running off the page stays.
    """
    shrink = max(1, round(dpi / 25))
    small = cv2.resize(grey, None, fx=1 / shrink, fy=1 / shrink, interpolation=cv2.INTER_AREA)
    dark = (small < DARK).astype(np.uint8)
    dark = np.asarray(cv2.copyMakeBorder(dark, 3, 3, 3, 3, cv2.BORDER_REPLICATE), np.uint8)
    broad = cv2.morphologyEx(dark, cv2.MORPH_OPEN, np.ones((4, 4), np.uint8))
    _, labels = cv2.connectedComponents(broad, connectivity=4)
    edge = np.concatenate([labels[0], labels[-1], labels[:, 0], labels[:, -1]])
    at_edge = np.isin(labels, edge[edge > 0])[3:-3, 3:-3].astype(np.uint8) * 255
    if not at_edge.any() or at_edge.mean() > 0.9 * 255:
        return None
    grown = cv2.dilate(at_edge, np.ones((5, 5), np.uint8))  # 2 mm: the sheet's own dark rim goes too
    return np.asarray(cv2.resize(grown, grey.shape[1::-1], interpolation=cv2.INTER_NEAREST), np.uint8)


def whitened(picture: Picture, outside: Mask | None, dpi: int) -> Picture:
    """The picture divided by its own background, so that paper is 255 and ink keeps its contrast and colour.

    The background is what remains when everything narrower than 8 mm is closed, channel by channel.
    """
    if outside is not None:
        picture = picture.copy()
        picture[outside > 0] = 255
    shrink = max(1, round(dpi / 37))  # about 1.5 pixels a millimetre
    size = (max(1, picture.shape[1] // shrink), max(1, picture.shape[0] // shrink))
    small = np.asarray(cv2.resize(picture, size, interpolation=cv2.INTER_AREA), np.uint8)
    filled = small if outside is None else _filled(small, outside)
    closed = cv2.morphologyEx(filled, cv2.MORPH_CLOSE, cv2.getStructuringElement(cv2.MORPH_ELLIPSE, (13, 13)))
    smooth = np.maximum(cv2.GaussianBlur(closed, (0, 0), 4), DARKEST_PAPER)
    paper = cv2.resize(smooth, picture.shape[1::-1], interpolation=cv2.INTER_LINEAR)
    # 255 is reached a little below the paper's mean, so that the paper's own noise vanishes
    return np.asarray(cv2.divide(picture, paper, scale=255 * 1.06), np.uint8)


def _filled(small: Picture, outside: Mask) -> Picture:
    """The surroundings painted in the paper's own colour, lest the paper near them is thought to be white."""
    hole = cv2.resize(outside, small.shape[1::-1], interpolation=cv2.INTER_NEAREST) > 0
    hole = cv2.dilate(hole.astype(np.uint8), np.ones((3, 3), np.uint8)) > 0
    paper = small.copy()
    paper[hole] = np.median(small[~hole], axis=0).astype(np.uint8) if (~hole).any() else 255
    return paper

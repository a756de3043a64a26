"""What Tesseract gets to see of a page: not what is filed, but what reads best.

Its network sees every line 36 pixels high, small letters about 15 of them. More pixels cost time and win nothing,
fewer lose the hooks and tildes of small print. So each page is given in the size at which its own small letters are
that high. Rows of dots are taken out, and light print on dark is made dark on light, which Tesseract is then spared to
try.
"""

from __future__ import annotations

from dataclasses import dataclass

import cv2
import numpy as np
import numpy.typing as npt

from scanning.picture import Boxes, Picture, boxes_of, sharpened, spread
from scanning.reading.leaders import leaders, painted_over
from scanning.reading.light_on_dark import dark_on_light

LETTER = 17.0
"""Pixels of a small letter's height (an x) at which a page reads best in the least time; measured."""
SMALLEST_LETTER = 10.0
"""Below this height a page is enlarged, to LETTER_ENLARGED."""
LETTER_ENLARGED = 14.0
LARGEST_SCALE = 2.0
SOFT_LETTER = 14.0
"""Pixels of a letter below which its hooks and tildes are a pixel or two, which a scanner blurs: made sharp, a third
more of them are read."""
USUAL_LETTER = 0.077
"""Inches of a small letter of 12 pt, which is what is thought of a page with too few letters to tell."""
FEWEST_LETTERS = 25
SMALLEST_BLOB = 0.03
"""Inches (0.76 mm, an x of 5 pt) that a small letter has at least; what is lower is an accent or a dot."""
LARGEST_BLOB = 0.35
ROUND, MOST = 0.35, 0.85
"""Difference of a dot's sides in parts of its height; share of the low blobs from which on they are dots."""
SMALL_ONES = 30
"""Percentile of the blobs' heights that is an x: half of all letters have no more, accents apart."""
INK = (100, 225)
"""Between which greys lies what parts ink and paper."""

TINTED = 40
"""Difference of the strongest and the weakest colour from which on something is no black ink."""
BLACK = 150
"""Of print at 75 dpi, whose strokes are half paper there."""
NEAR = 5
"""Pixels at 75 dpi (1.7 mm) across within which black print makes a colour one that lies over it."""
STAMP = 30
"""Pixels at 75 dpi (10 mm) that a stamp has at least in both directions."""
OVER_PRINT = 0.12
"""Share of a stamp that has print near from which on all of it is taken to lie over print."""

Sides = npt.NDArray[np.int32]


@dataclass(frozen=True, eq=False)
class ReadingPicture:
    """The picture to read and where it comes from."""

    picture: Picture
    """rows × columns, black on white."""
    scale: float
    """Its pixels for one of the page's."""
    dots: Boxes
    """Those to write on, in the page's pixels, which are taken out."""


def reading_picture(grey: Picture, dpi: int) -> ReadingPicture:
    """What is to be read of a white, upright, straight page; nothing in `grey` (rows × columns) is changed."""
    picture = dark_on_light(grey, dpi)
    blobs = find_blobs(picture)
    letter = letter_height(blobs, dpi)
    dots = leaders(blobs, letter)
    if len(dots):
        picture = picture.copy() if picture is grey else picture
        painted_over(picture, dots)
    if letter < SOFT_LETTER:
        picture = sharpened(picture)
    scale = _scale(letter)
    if scale != 1.0:
        how = cv2.INTER_AREA if scale < 1 else cv2.INTER_CUBIC
        picture = np.asarray(cv2.resize(picture, None, fx=scale, fy=scale, interpolation=how), np.uint8)
    return ReadingPicture(picture, scale, dots)


def find_blobs(grey: Picture) -> Boxes:
    """The boxes of all connected ink; n × 4: x, y, width, height."""
    level, _ = cv2.threshold(grey[::3, ::3], 0, 1, cv2.THRESH_BINARY_INV + cv2.THRESH_OTSU)
    level = min(max(level, INK[0]), INK[1])
    _, ink = cv2.threshold(grey, level, 1, cv2.THRESH_BINARY_INV)
    return boxes_of(np.asarray(ink, np.uint8))


def letter_height(blobs: Boxes, dpi: int) -> float:
    """Pixels of the page's small letters, those of its smaller print; a usual one's where there are too few."""
    width, height = blobs[:, 2], blobs[:, 3]
    usual = (height >= max(4.0, SMALLEST_BLOB * dpi)) & (height <= LARGEST_BLOB * dpi)
    shaped = usual & (width <= 3 * height) & (height <= 4 * width + 3)
    letters = _without_round_ones(width[shaped], height[shaped])
    letters = letters[letters >= 0.5 * np.median(letters)] if len(letters) else letters  # the dots of large print go
    return float(np.percentile(letters, SMALL_ONES)) if len(letters) >= FEWEST_LETTERS else USUAL_LETTER * dpi


def _without_round_ones(width: Sides, height: Sides) -> Sides:
    """The heights without those of dots to write on, of which a form may have more than letters: much lower than what
    is not round, and nearly all as broad as they are high, which letters of small print are not."""
    is_round = np.abs(width - height) <= ROUND * height
    if is_round.all():
        return height
    low = height < 0.5 * np.median(height[~is_round])
    return height[~low] if low.any() and is_round[low].mean() > MOST else height


def _scale(letter: float) -> float:
    if letter < SMALLEST_LETTER:
        return min(LARGEST_SCALE, LETTER_ENLARGED / letter)
    scale = LETTER / letter
    return scale if scale < 0.9 else 1.0


def without_stamps(picture: Picture, white: Picture) -> Picture:
    """rows × columns of brightness, in which stamps and pens that lie over black print are far lighter than it.

    Print in colours that has no black print about it stays as dark as the eye sees it. `picture`: as scanned, red,
    green, blue; `white`: the same made white, at about 75 dpi.
    """
    grey = np.asarray(cv2.cvtColor(picture, cv2.COLOR_RGB2GRAY), np.uint8)
    lighter = _over_print(white)
    left, top, width, height = cv2.boundingRect(lighter)
    if not width:
        return grey
    down, across = picture.shape[0] / white.shape[0], picture.shape[1] / white.shape[1]
    part = (
        slice(int(top * down), round((top + height) * down)),
        slice(int(left * across), round((left + width) * across)),
    )
    size = (part[1].stop - part[1].start, part[0].stop - part[0].start)
    share = cv2.resize(lighter[top : top + height, left : left + width], size, interpolation=cv2.INTER_LINEAR)
    red, green, blue = cv2.split(picture[part])
    strongest = cv2.convertScaleAbs(cv2.max(cv2.max(red, green), blue), alpha=1.2)
    added = cv2.multiply(cv2.subtract(strongest, grey[part]), share, scale=1 / 255)
    grey[part] = cv2.add(grey[part], added)
    return grey


def _over_print(white: Picture) -> Picture:
    """How far each place is to be lightened, 0 to 255: stamps over print wholly, small colours near print by half."""
    tinted = np.asarray(spread(white) > TINTED).astype(np.uint8)
    if not tinted.any():
        return tinted
    red, green, blue = cv2.split(white)
    black = np.asarray(cv2.max(cv2.max(red, green), blue) < BLACK).astype(np.uint8)
    near = np.asarray(cv2.dilate(black, np.ones((NEAR, NEAR), np.uint8))) > 0
    joined = np.asarray(cv2.dilate(tinted, np.ones((5, 5), np.uint8)))
    count, labels, facts, _ = cv2.connectedComponentsWithStats(joined, connectivity=8)
    sides = facts[:, [cv2.CC_STAT_WIDTH, cv2.CC_STAT_HEIGHT]]
    near_print = np.bincount(labels[near & (tinted > 0)], minlength=count)
    over = near_print / np.maximum(1, np.bincount(labels[tinted > 0], minlength=count))
    stamps = (sides.min(axis=1) >= STAMP) & (over >= OVER_PRINT)
    stamps[0] = False
    share = np.where(stamps[labels], 255, np.where(near & (joined > 0), 128, 0)).astype(np.uint8)
    return np.asarray(cv2.blur(share, (3, 3)), np.uint8)

"""A sheet of paper in a camera's picture: found by its outline, its perspective undone, its size recognised.

The outline is looked for in a small copy; its sides are then measured again in the full picture.
"""

from __future__ import annotations

from dataclasses import dataclass
from enum import Enum, auto

import cv2
import numpy as np

from scanning.page.outlines import Corners, Numbers, Outline, best_outline
from scanning.picture import Picture


class Look(Enum):
    """Ways of looking at a picture's brightness, each seeing sheets that the others miss."""

    WEAKEST_COLOUR = auto()
    """How white a place is: white paper on wood, cloth, skin."""
    STRONGEST_COLOUR = auto()
    """How light it is: yellowed or coloured paper on a light desk."""
    MORE_CONTRAST = auto()
    """Threefold contrast: white paper on a white desk."""


SMALL_SIDE = 640
"""Pixels of the small copy's longer side: enough for an edge, too few for letters."""
SURE = 1.1
"""Score of an outline that needs no second look."""
PLACES = 96
"""On each side of the outline its edge is measured at so many places."""
NOMINAL_FOCUS = 0.9
"""Focal length of common cameras, as a share of the picture's longer side; used where the picture does not tell."""
CREDIBLE_FOCUS = (0.6, 1.6)


@dataclass(frozen=True)
class PaperSize:
    """A size of sheets or cards, in millimetres."""

    short: float
    long: float

    @property
    def ratio(self) -> float:
        """Long side over short side."""
        return self.long / self.short


A4, A5, CARD = PaperSize(210, 297), PaperSize(148, 210), PaperSize(54, 85.6)
SAME_RATIO = 0.04
"""How far a measured proportion may be from a known size to be taken for it."""
SMALL_SHEET = 0.3
"""A5 has the proportions of A4: a sheet is taken for A5 where an A4 sheet lying the same way could be shown with more
than three times its area. In doubt it is A4, for a resolution thought too high would cost letters."""


@dataclass(frozen=True, eq=False)
class FlatSheet:
    """The sheet as if it had lain on a scanner's glass."""

    picture: Picture
    size: PaperSize | None
    dpi: int | None
    """Pixels per inch where the size is known."""


def find_sheet(picture: Picture) -> Corners | None:
    """Upper left, upper right, lower right and lower left corner of the paper in a camera's picture, to a fraction of
    a pixel where its edges are sharp; a corner may lie a little outside. None where no whole sheet is seen.

    `picture`: rows × columns × 3, or rows × columns.
    """
    small, scale = _small(picture)
    found: list[tuple[Outline, Look]] = []
    for look in Look:
        grey = _brightness(small, look)
        outline = best_outline(_more_contrast(grey) if look is Look.MORE_CONTRAST else grey)
        if outline is not None:
            found.append((outline, look))
            if outline.score >= SURE:
                break
    if not found:
        return None
    outline, look = max(found, key=lambda candidate: candidate[0].score)
    corners = _measured(small, outline.corners, 5, look)
    if scale < 1:
        corners = _measured(picture, (corners + 0.5) / scale - 0.5, round(2 / scale), look)
    return _in_order(corners)


def flattened(picture: Picture, corners: Corners) -> FlatSheet:
    """The sheet between `corners` (as `find_sheet` gives them) in its true proportions, as sharp as it was seen."""
    top, right, bottom, left = (float(side) for side in np.linalg.norm(np.roll(corners, -1, axis=0) - corners, axis=1))
    proportion = _proportion(corners, picture.shape[1], picture.shape[0])
    size = _size(proportion, corners, picture.shape[1], picture.shape[0])
    if size is not None:
        proportion = size.ratio if proportion > 1 else 1 / size.ratio
    width, height = max(top, bottom), max(left, right)
    width, height = max(width, height * proportion), max(height, width / proportion)
    columns, rows = round(width), round(height)
    target = np.array([(0, 0), (columns, 0), (columns, rows), (0, rows)], np.float32) - np.float32(0.5)
    straighten = cv2.getPerspectiveTransform(np.asarray(corners, np.float32), target)
    flat = cv2.warpPerspective(
        picture, straighten, (columns, rows), flags=cv2.INTER_CUBIC, borderMode=cv2.BORDER_REPLICATE
    )
    dpi = round(max(columns, rows) / size.long * 25.4) if size is not None else None
    return FlatSheet(np.asarray(flat, np.uint8), size, dpi)


def _small(picture: Picture) -> tuple[Picture, float]:
    """A copy of at most SMALL_SIDE, and its scale; of large pictures only every other pixel is looked at, or fewer."""
    longer = max(picture.shape[:2])
    if longer <= SMALL_SIDE:
        return picture, 1.0
    stride = max(1, longer // (2 * SMALL_SIDE))
    thinned = np.ascontiguousarray(picture[::stride, ::stride])
    scale = SMALL_SIDE / longer
    size = (round(picture.shape[1] * scale), round(picture.shape[0] * scale))
    return np.asarray(cv2.resize(thinned, size, interpolation=cv2.INTER_AREA), np.uint8), scale


def _brightness(picture: Picture, look: Look) -> Picture:
    """rows × columns: the weakest of the three colours, or the strongest."""
    if picture.ndim == 2:
        return picture
    red, green, blue = cv2.split(picture)
    choose = cv2.max if look is Look.STRONGEST_COLOUR else cv2.min
    return np.asarray(choose(choose(red, green), blue), np.uint8)


def _more_contrast(grey: Picture) -> Picture:
    around = cv2.blur(grey, (SMALL_SIDE // 4, SMALL_SIDE // 4))
    return np.asarray(cv2.addWeighted(grey, 3, around, -3, 128), np.uint8)


def _measured(picture: Picture, corners: Corners, reach: int, look: Look) -> Corners:
    """The corners where the sides cross, each side being the line along which the picture changes most.

    `reach`: pixels by which a side may lie beside where it is thought to be.
    """
    lines = []
    for first, second in zip(corners, np.roll(corners, -1, axis=0), strict=True):
        lines.append(_side(picture, first, second, reach, look))
    crossings = [_crossing(before, after) for before, after in zip(np.roll(lines, 1, axis=0), lines, strict=True)]
    moved = np.array(crossings)
    far = np.linalg.norm(moved - corners, axis=1).max() > 4 * reach
    return corners if far else moved


def _side(picture: Picture, first: Numbers, second: Numbers, reach: int, look: Look) -> Numbers:
    """The line a·x + b·y = c, as (a, b, c), through the edge found between two corners."""
    length = float(np.linalg.norm(second - first))
    along = (second - first) / length
    normal = np.array([-along[1], along[0]])
    places = np.linspace(0.05, 0.95, PLACES) * length
    across = np.arange(-reach - 4.0, reach + 5.0)
    profiles = _profiles(picture, first, along, normal, places, across, look)
    slope = np.asarray(cv2.Sobel(cv2.GaussianBlur(profiles, (0, 0), sigmaX=1.5, sigmaY=0.5), cv2.CV_64F, 1, 0))
    slope = slope[:, 4:-4]
    if np.median(slope.max(axis=1)) < np.median(-slope.min(axis=1)):
        slope = -slope
    peak = np.clip(slope.argmax(axis=1), 1, slope.shape[1] - 2)
    row = np.arange(len(places))
    before, at, after = slope[row, peak - 1], slope[row, peak], slope[row, peak + 1]
    bend = np.minimum(before - 2 * at + after, -1e-3)
    beside = peak - reach + np.clip(0.5 * (before - after) / bend, -1, 1)
    points = first + along * places[:, None] + normal * beside[:, None]
    inside = ((points >= 0) & (points <= np.array(picture.shape[1::-1]) - 1)).all(axis=1)
    if inside.sum() < PLACES // 3:
        return np.array([*normal, normal @ first])
    tilt, shift = _robust_line(places[inside], beside[inside])
    ends = first + normal * shift, first + along * length + normal * (shift + tilt * length)
    direction = (ends[1] - ends[0]) / np.linalg.norm(ends[1] - ends[0])
    turned = np.array([-direction[1], direction[0]])
    return np.array([*turned, turned @ ends[0]])


def _profiles(
    picture: Picture,
    first: Numbers,
    along: Numbers,
    normal: Numbers,
    places: Numbers,
    across: Numbers,
    look: Look,
) -> Numbers:
    """places × across: the picture beside the line, each value the mean of five neighbours along it."""
    near = (places[:, None] + np.arange(-2, 3)).ravel()
    grid = first + along * near[:, None, None] + normal * across[None, :, None]
    pixels = grid.astype(np.float32)
    seen = cv2.remap(picture, pixels[..., 0], pixels[..., 1], cv2.INTER_LINEAR, borderMode=cv2.BORDER_REPLICATE)
    values = _brightness(np.asarray(seen, np.uint8), look)
    return np.asarray(values.reshape(len(places), 5, len(across)).mean(axis=1), np.float64)


def _robust_line(along: Numbers, beside: Numbers) -> tuple[float, float]:
    """Slope and height at 0 of the line most of the points lie on; what a hand or a fold throws off does not count."""
    one, other = np.triu_indices(len(along), len(along) // 4)
    tilt = float(np.median((beside[other] - beside[one]) / (along[other] - along[one])))
    shift = float(np.median(beside - tilt * along))
    for _ in range(5):
        off = np.abs(beside - tilt * along - shift)
        weights = 1 / (1 + (off / max(1.5 * float(np.median(off)), 0.3)) ** 4)
        tilt, shift = (float(value) for value in np.polyfit(along, beside, 1, w=np.sqrt(weights)))
    return tilt, shift


def _crossing(one: Numbers, other: Numbers) -> Numbers:
    return np.asarray(np.linalg.solve(np.array([one[:2], other[:2]]), np.array([one[2], other[2]])), np.float64)


def _in_order(corners: Corners) -> Corners:
    """Clockwise as seen, from the corner nearest to the upper left."""
    centre = corners.mean(axis=0)
    clockwise = corners[np.argsort(np.arctan2(corners[:, 1] - centre[1], corners[:, 0] - centre[0]))]
    return np.roll(clockwise, -int(np.argmin(clockwise.sum(axis=1))), axis=0)


def _proportion(corners: Corners, columns: int, rows: int) -> float:
    """Width over height of the sheet before the camera saw it from a slant.

    Zhang and He, "Whiteboard scanning and image enhancement" (2007): the vanishing points of a rectangle's sides give
    the focal length, and that gives the proportion. Seen almost from above the first is badly known and hardly matters.
    """
    centre = np.array([(columns - 1) / 2, (rows - 1) / 2])
    upper_left, upper_right, lower_right, lower_left = (np.array([*(corner - centre), 1.0]) for corner in corners)
    k2 = np.cross(upper_left, lower_right) @ lower_left / (np.cross(upper_right, lower_right) @ lower_left)
    k3 = np.cross(upper_left, lower_right) @ upper_right / (np.cross(lower_left, lower_right) @ upper_right)
    across, down = k2 * upper_right - upper_left, k3 * lower_left - upper_left
    focus = _focus(across, down, max(columns, rows))
    lens = np.array([focus, focus, 1.0])
    return float(np.linalg.norm(across / lens) / np.linalg.norm(down / lens))


def _focus(across: Numbers, down: Numbers, longer: int) -> float:
    """The focal length in pixels, from two directions that are at right angles on the sheet."""
    nominal = NOMINAL_FOCUS * longer
    slant = across[2] * down[2]
    if abs(slant) < 3e-3:
        return nominal
    squared = -(across[0] * down[0] + across[1] * down[1]) / slant
    lowest, highest = (share * longer for share in CREDIBLE_FOCUS)
    return float(np.sqrt(squared)) if lowest**2 <= squared <= highest**2 else nominal


def _size(proportion: float, corners: Corners, columns: int, rows: int) -> PaperSize | None:
    """The known size that a sheet of this width over height has, if any."""
    ratio = max(proportion, 1 / proportion)
    if abs(ratio / CARD.ratio - 1) <= SAME_RATIO:
        return CARD
    if abs(ratio / A4.ratio - 1) > SAME_RATIO:
        return None
    following = np.roll(corners, -1, axis=0)
    area = abs(float((corners[:, 0] * following[:, 1] - corners[:, 1] * following[:, 0]).sum())) / 2
    width = min(columns, rows * A4.ratio if proportion > 1 else rows / A4.ratio)
    largest = width * width / A4.ratio if proportion > 1 else width * width * A4.ratio
    return A4 if area >= SMALL_SHEET * largest else A5

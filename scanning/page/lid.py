"""The dark of the open lid around a sheet: found, so that the page can be cut to its paper.

Print may be as dark and may reach the edge, too: banners, photographs, footers. What is taken for the lid is therefore
without colour and without print, lies around a sheet with straight sides, and on more than one of them; in doubt the
dark stays.
"""

from __future__ import annotations

import cv2
import numpy as np

from scanning.picture import Flags, Mask, Picture, scaled, spread, strongest

COARSE_DPI = 25
FINE_DPI = 75
"""At which print on the dark would be seen."""
DARK = 90
"""Grey below which a surface at the picture's edge may be the scanner's lid."""
NO_COLOUR = 32
"""Difference of the strongest and the weakest colour up to which dark is black."""
MOST_PRINT = 4.0
"""Square millimetres of light spots (dust, scratches) on a lid; a word of white print covers more."""
STRAIGHT = 0.93
"""Share of its bounding rectangle that a sheet fills."""
LIGHTEST_SHEET = 110
"""Median of a sheet; what is darker is a dark photograph."""
ALONG = 0.85
"""Share of the picture's side that the lid must take up to lie along it."""
ASKEW = 0.5
"""Degrees; print lies along the picture's sides, a sheet seldom."""
SIZES = ((210.0, 297.0), (148.0, 210.0), (297.0, 420.0), (176.0, 250.0), (216.0, 279.0), (216.0, 356.0))
"""Sheets that are scanned, short and long side in millimetres: A4, A5, A3, B5, Letter, Legal."""
SAME_SIZE = 4.0


def surroundings(picture: Picture, dpi: int) -> Mask | None:
    """Where the lid shows around the sheet, at COARSE_DPI; None where the sheet fills the picture or in doubt."""
    shrink = max(1, round(dpi / COARSE_DPI))
    small = scaled(picture, 1 / shrink)
    at_edge = _dark_at_edge(small)
    if not at_edge.any() or at_edge.mean() > 0.9:
        return None
    sheet = _largest(~at_edge)
    if not _is_lid_around(sheet, at_edge, small, dpi / shrink) or _printed_on(at_edge, sheet, picture, dpi):
        return None
    return np.asarray(cv2.dilate(at_edge.astype(np.uint8) * 255, np.ones((5, 5), np.uint8)))  # 2 mm: its dark rim too


def _dark_at_edge(small: Picture) -> Flags:
    """Broad areas without colour that reach the picture's edge, so a ruled line or a table running off stays."""
    dark = (np.asarray(strongest(small)) < DARK) & (spread(small) <= NO_COLOUR)
    padded = np.asarray(cv2.copyMakeBorder(dark.astype(np.uint8), 3, 3, 3, 3, cv2.BORDER_REPLICATE), np.uint8)
    broad = cv2.morphologyEx(padded, cv2.MORPH_OPEN, np.ones((4, 4), np.uint8))
    _, labels = cv2.connectedComponents(broad, connectivity=4)
    edge = np.concatenate([labels[0], labels[-1], labels[:, 0], labels[:, -1]])
    return np.asarray(np.isin(labels, edge[edge > 0])[3:-3, 3:-3])


def _largest(places: Flags) -> Flags:
    _, labels, facts, _ = cv2.connectedComponentsWithStats(places.astype(np.uint8), connectivity=4)
    if len(facts) < 2:
        return np.zeros_like(places)
    return np.asarray(labels == 1 + int(np.argmax(facts[1:, cv2.CC_STAT_AREA])))


def _is_lid_around(sheet: Flags, at_edge: Flags, small: cv2.typing.MatLike, dpi: float) -> bool:
    points = cv2.findNonZero(sheet.astype(np.uint8))
    if points is None or np.median(np.asarray(strongest(small))[sheet]) < LIGHTEST_SHEET:
        return False
    _, size, angle = cv2.minAreaRect(points)
    size = (size[0] + 1, size[1] + 1)  # from the middles of the outermost pixels to their edges
    if sheet.sum() < STRAIGHT * size[0] * size[1]:
        return False
    askew = min(angle % 90, 90 - angle % 90)
    if _sides(at_edge) > 1 or askew >= ASKEW:
        return True
    millimetre = dpi / 25.4
    rows, columns = at_edge.shape
    return _is_usual((size[0] / millimetre, size[1] / millimetre)) and not _is_usual(
        (columns / millimetre, rows / millimetre)
    )


def _sides(at_edge: Flags) -> int:
    """Along how many of the picture's sides it lies."""
    sides = (at_edge[:2], at_edge[-2:], at_edge[:, :2].T, at_edge[:, -2:].T)
    return sum(float(side.any(axis=0).mean()) >= ALONG for side in sides)


def _is_usual(size: tuple[float, float]) -> bool:
    short, long = sorted(size)
    return any(abs(short - wide) <= SAME_SIZE and abs(long - high) <= SAME_SIZE for wide, high in SIZES)


def _printed_on(at_edge: Flags, sheet: Flags, picture: Picture, dpi: int) -> bool:
    """Whether anything lighter stands on the dark, apart from the sheet."""
    scale = min(1.0, FINE_DPI / dpi)
    fine = scaled(picture, scale)
    size = fine.shape[1::-1]
    beside = cv2.dilate(sheet.astype(np.uint8), np.ones((5, 5), np.uint8))
    around = cv2.resize(beside, size, interpolation=cv2.INTER_NEAREST) == 0
    edge = round(2 / 25.4 * dpi * scale)  # a line beyond the lid is neither
    light = ((np.asarray(strongest(fine)) > DARK + 40) & around)[edge:-edge, edge:-edge]
    return float(light.sum()) * (25.4 / (dpi * scale)) ** 2 > MOST_PRINT

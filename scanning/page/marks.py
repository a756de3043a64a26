"""What stands on the paper beside its black ink: all that differs from the paper more than the paper's own noise.

Pencil, pale pens, stamps, seals, highlighted words, shaded cells, photographs, watermarks, hairlines. It is looked for
finely (strokes) and coarsely (broad, pale areas), each against the noise measured around it.
"""

from __future__ import annotations

from dataclasses import dataclass
from functools import reduce

import cv2
import numpy as np
import numpy.typing as npt

from scanning.page.ink import ink_at, strokes
from scanning.picture import Flags, Mask, Picture, median, median_and_deviation, smaller, spread, weakest

Light = npt.NDArray[np.float32]
"""rows × columns of grey levels."""
Levels = npt.NDArray[np.uint16]
"""rows × columns of sixteenths of a grey level above -OFFSET."""
OFFSET = 64

LOOK_DPI = 150
"""Finer than this, nothing pale becomes easier to see: noise grows as details do."""
MARK_DPI = 75
"""At which places are kept."""
FINE, COARSE = 5.0, 6.0
"""Times the noise by which a stroke, a broad area must differ from the paper to be surely no noise."""
LEAST_FINE, LEAST_COARSE = 6.0, 4.0
"""Grey levels of the same on paper without noise."""
SOFTNESS = 0.12
"""Share of the darkest contrast nearby that an optical halo or a JPEG's echo beside it has."""
LEAST_COLOUR = 14.0
"""Difference of the strongest and the weakest colour that is a colour away from ink."""
FRINGE = 60.0
"""The same beside black ink, whose edges scanners give colours."""
TINT = 0.2
"""Share of its darkness that the colour of an ink amounts to, from which on a dark stroke is blue or red, not black."""
LEAST_TINT = 7.0
"""Grey levels of the same."""
OVER_FRINGES = 2.5
"""Pixels at LOOK_DPI over which the colours of a stroke's two edges, which scanners and lenses make, cancel out."""
MARGIN = 1.4
"""Millimetres around a mark that are kept with it."""


@dataclass(frozen=True, eq=False)
class Marks:
    """Where they stand, at MARK_DPI."""

    places: Flags
    """Each mark itself, without a margin."""
    coloured: Flags
    """Those with a colour."""
    ink: Flags
    """Where black ink is."""


def find_marks(tones: Picture, grey: Picture, dpi: int) -> Marks:
    """The marks of a page whose paper is even and light.

    `tones`: grey or colour, of any size; `grey`: the same page at `dpi`, its paper white, in which black ink stands.
    """
    scale = min(1.0, LOOK_DPI / dpi)
    size = (max(1, round(grey.shape[1] * scale)), max(1, round(grey.shape[0] * scale)))
    seen = smaller(tones, size)
    black = np.asarray(ink_at(size, strokes(grey, dpi)).view(np.uint8) * np.uint8(255))
    darker = _darker(seen)
    away_from_black = np.asarray(cv2.bitwise_not(cv2.dilate(black, np.ones((3, 3), np.uint8))), np.uint8)
    fine = np.asarray(cv2.GaussianBlur(darker, (0, 0), 0.9), np.uint16)
    paper = _paper(_levels(fine[::2, ::2]), LEAST_FINE)
    places = [_fine(fine, darker, paper) & away_from_black, _broad(darker, black)]
    black = _any_at_mark_dpi(black, size, scale * dpi)
    coloured = np.zeros_like(black)
    if seen.ndim == 3:
        places.append(_coloured(seen, paper, away_from_black))
        coloured = _any_at_mark_dpi(places[-1], size, scale * dpi)
        coloured |= _tinted(smaller(seen, _size(black))) & black
    anything = reduce(np.bitwise_or, (_any_at_mark_dpi(found, size, scale * dpi) for found in places), coloured)
    return Marks(anything > 0, coloured > 0, black > 0)


@dataclass(frozen=True, eq=False)
class _Paper:
    """What is the paper's own around each place, at an eighth of LOOK_DPI or so."""

    level: Light
    """By how much it is darker than most of the paper."""
    noise: Light

    def levels(self, least: Light, size: tuple[int, int]) -> Levels:
        """The paper's own level and `least` above it, of `size` (columns, rows)."""
        sixteenths = np.rint((self.level + least + OFFSET) * 16).clip(0, 65535).astype(np.uint16)
        return np.asarray(cv2.resize(sixteenths, size, interpolation=cv2.INTER_LINEAR), np.uint16)


def _fine(fine: Levels, darker: Levels, paper: _Paper) -> Mask:
    """Strokes: what differs from the paper more than its noise, and more than the halo of something darker nearby."""
    halo = np.asarray(cv2.dilate(darker, np.ones((9, 9), np.uint8)), np.uint16)
    level = paper.levels(np.zeros_like(paper.level), _size(fine))
    cv2.addWeighted(halo, SOFTNESS, level, 1, -SOFTNESS * OFFSET * 16, dst=halo)
    sure = paper.levels(np.maximum(FINE * paper.noise, LEAST_FINE), _size(fine))
    return np.asarray(cv2.compare(fine, cv2.max(sure, halo, dst=halo), cv2.CMP_GT), np.uint8)


def _darker(seen: Picture) -> Levels:
    """By how much the most different channel of each pixel is darker than the paper."""
    darker = np.zeros(seen.shape[:2], np.uint16)
    for channel in cv2.split(seen):
        table = ((_level(channel[::4, ::4]) - np.arange(256) + OFFSET) * 16).clip(0, 65535).astype(np.uint16)
        cv2.max(darker, cv2.LUT(channel, table), dst=darker)
    return darker


def _level(values: cv2.typing.MatLike) -> float:
    """The paper's own value: around the commonest."""
    counts = np.bincount(np.asarray(values, np.uint8).ravel(), minlength=256)
    commonest = int(np.argmax(np.convolve(counts, np.ones(5), mode="same")))
    near = np.arange(max(0, commonest - 5), min(256, commonest + 6))
    return float((near * counts[near]).sum() / counts[near].sum())


def _levels(sixteenths: Levels) -> Light:
    return np.asarray(np.asarray(sixteenths, np.float32) / 16 - OFFSET, np.float32)


def _broad(darker: Levels, black: Mask) -> Mask:
    """Areas of 1.5 mm and more, the ink on them not counted; of half the size of `darker`."""
    free = cv2.bitwise_not(cv2.dilate(black, np.ones((5, 5), np.uint8)))
    share = cv2.boxFilter(free, cv2.CV_32F, (9, 9))[::2, ::2] / np.float32(255)
    mean = cv2.boxFilter(cv2.bitwise_and(darker, darker, mask=free), cv2.CV_32F, (9, 9))[::2, ::2] / np.float32(16)
    mean = np.asarray(mean / np.maximum(share, 1e-3) - OFFSET, np.float32)
    paper = _paper(mean, LEAST_COARSE)
    sure = paper.level + np.maximum(COARSE * paper.noise, LEAST_COARSE)
    above = mean > np.asarray(cv2.resize(sure, _size(mean), interpolation=cv2.INTER_LINEAR))
    return np.asarray(above & (share > 0.3)).view(np.uint8) * np.uint8(255)


def _paper(sample: Light, most: float) -> _Paper:
    """The paper around each place, from what differs from it by less than `most` levels."""
    tiny = (max(1, sample.shape[1] // 4), max(1, sample.shape[0] // 4))
    sample = sample[: max(1, tiny[1] * 4), : max(1, tiny[0] * 4)]
    near = (np.abs(sample) < most).astype(np.float32)

    def around(values: Light) -> Light:
        return np.asarray(cv2.blur(cv2.resize(values, tiny, interpolation=cv2.INTER_AREA), (9, 9)), np.float32)

    count = np.maximum(around(near), 0.02)
    near *= sample
    level = np.asarray(around(near) / count, np.float32)
    square = around(near * sample) / count
    return _Paper(level, np.asarray(np.sqrt(np.maximum(square - level * level, 0.01)), np.float32))


def _coloured(seen: Picture, paper: _Paper, away_from_black: Mask) -> Mask:
    """Places whose colours differ as no paper's do."""
    colours = spread(np.asarray(cv2.GaussianBlur(seen, (0, 0), 1.2), np.uint8))
    usual, deviation = median_and_deviation(colours[::4, ::4])
    shakes = 1.5 * deviation / max(0.1, float(np.median(paper.noise)))
    least = np.rint(np.maximum(LEAST_COLOUR, usual + FINE * shakes * paper.noise)).clip(0, 255).astype(np.uint8)
    least = np.asarray(cv2.resize(least, _size(seen), interpolation=cv2.INTER_LINEAR), np.uint8)
    least[away_from_black == 0] = np.maximum(least[away_from_black == 0], FRINGE)
    return np.asarray(cv2.compare(colours, least, cv2.CMP_GT), np.uint8)


def _tinted(seen: Picture) -> Mask:
    """Where the ink has a colour in itself, however thin or dark its strokes: blue and green pens, small red print.

    `seen`: at MARK_DPI.
    """
    soft = np.asarray(cv2.GaussianBlur(seen, (0, 0), OVER_FRINGES * MARK_DPI / LOOK_DPI), np.uint8)
    colours = spread(soft)
    most = median(colours[::2, ::2]) + np.maximum(LEAST_TINT, TINT * (255 - np.arange(256)))
    least = np.floor(most).clip(0, 255).astype(np.uint8)
    return np.asarray(cv2.compare(colours, cv2.LUT(np.asarray(weakest(soft)), least), cv2.CMP_GT), np.uint8)


def _any_at_mark_dpi(mask: Mask, size: tuple[int, int], dpi: float) -> Mask:
    """Wherever any of it is, at MARK_DPI; of a page of `size` (columns, rows) at `dpi`."""
    scale = min(1.0, MARK_DPI / dpi)
    return smaller(mask, (max(1, round(size[0] * scale)), max(1, round(size[1] * scale))))


def _size(picture: Picture | Levels | Light) -> tuple[int, int]:
    """Columns and rows."""
    return picture.shape[1], picture.shape[0]

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
from scanning.picture import Flags, Picture, spread, weakest

Light = npt.NDArray[np.float32]
"""rows × columns of grey levels."""
Levels = npt.NDArray[np.uint16]
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
    seen = tones
    if tones.shape[1::-1] != size:
        seen = np.asarray(cv2.resize(tones, size, interpolation=cv2.INTER_AREA), np.uint8)
    around = strokes(grey, dpi)
    black = ink_at(size, grey, around)
    darker = _darker(seen)
    fine = _levels(cv2.GaussianBlur(darker, (0, 0), 0.9))
    level, noise = _paper(fine, LEAST_FINE)
    beside = np.asarray(cv2.dilate(black.view(np.uint8), np.ones((3, 3), np.uint8))) > 0
    darkest = _levels(cv2.dilate(darker, np.ones((9, 9), np.uint8)))
    sure = np.maximum(np.maximum(FINE * noise, LEAST_FINE), SOFTNESS * darkest)
    places = np.asarray((fine - level > sure) & ~beside, np.bool_)
    places |= _broad(darker, black)
    coloured = np.zeros_like(places)
    if seen.ndim == 3:
        coloured = _coloured(seen, noise, beside) | (_tinted(seen) & black)
    places, coloured, black = (_at_mark_dpi(flags, scale * dpi) for flags in (places | coloured, coloured, black))
    return Marks(places, coloured, black)


def _darker(seen: Picture) -> Levels:
    """By how much the most different channel of each pixel is darker than the paper, in sixteenths of a grey level and
    with an offset, so that what is lighter is not cut off."""
    darker = []
    for channel in cv2.split(seen):
        table = ((_level(channel[::4, ::4]) - np.arange(256) + OFFSET) * 16).clip(0, 65535).astype(np.uint16)
        darker.append(cv2.LUT(channel, table))
    return np.asarray(reduce(cv2.max, darker), np.uint16)


def _level(values: cv2.typing.MatLike) -> float:
    """The paper's own value: around the commonest."""
    counts = np.bincount(np.asarray(values, np.uint8).ravel(), minlength=256)
    commonest = int(np.argmax(np.convolve(counts, np.ones(5), mode="same")))
    near = np.arange(max(0, commonest - 5), min(256, commonest + 6))
    return float((near * counts[near]).sum() / counts[near].sum())


def _levels(sixteenths: cv2.typing.MatLike) -> Light:
    return np.asarray(np.asarray(sixteenths, np.float32) / 16 - OFFSET, np.float32)


def _broad(darker: Levels, black: Flags) -> Flags:
    """Areas of 1.5 mm and more, the ink on them not counted."""
    free = 1 - np.asarray(cv2.dilate(black.view(np.uint8), np.ones((5, 5), np.uint8)), np.uint8)
    share = np.asarray(cv2.boxFilter(free, cv2.CV_32F, (9, 9)), np.float32)
    light = np.asarray(cv2.boxFilter(cv2.bitwise_and(darker, darker, mask=free), cv2.CV_32F, (9, 9)), np.float32)
    mean = np.asarray(light / np.maximum(share, 1e-3) / 16 - OFFSET, np.float32)
    level, noise = _paper(mean, LEAST_COARSE)
    return np.asarray((mean - level > np.maximum(COARSE * noise, LEAST_COARSE)) & (share > 0.3), np.bool_)


def _paper(difference: Light, most: float) -> tuple[Light, Light]:
    """(the paper's own level, its spread) around each place, from what differs from it by less than `most` levels."""
    sample = difference[::2, ::2]
    tiny = (max(1, sample.shape[1] // 4), max(1, sample.shape[0] // 4))
    near = (np.abs(sample) < most).astype(np.float32)

    def around(values: Light) -> Light:
        return np.asarray(cv2.blur(cv2.resize(values, tiny, interpolation=cv2.INTER_AREA), (9, 9)), np.float32)

    count = np.maximum(around(near), 0.02)
    level = around(sample * near) / count
    spread = np.sqrt(np.maximum(around(sample * sample * near) / count - level * level, 0.01))
    size = difference.shape[1::-1]
    large = [cv2.resize(values, size, interpolation=cv2.INTER_LINEAR) for values in (level, spread)]
    return np.asarray(large[0], np.float32), np.asarray(large[1], np.float32)


def _coloured(seen: Picture, noise: Light, beside: Flags) -> Flags:
    """Places whose colours differ as no paper's do."""
    colours = spread(np.asarray(cv2.GaussianBlur(seen, (0, 0), 1.2), np.uint8))
    usual = float(np.median(colours[::4, ::4]))
    shakes = 1.5 * float(np.median(np.abs(colours[::4, ::4] - usual))) / max(0.1, float(np.median(noise)))
    least = np.maximum(LEAST_COLOUR, usual + FINE * shakes * noise)
    return np.asarray((colours > least) & (~beside | (colours > FRINGE)), np.bool_)


def _tinted(seen: Picture) -> Flags:
    """Where the ink has a colour in itself, however thin or dark its strokes: blue and green pens, small red print."""
    soft = cv2.GaussianBlur(seen, (0, 0), OVER_FRINGES)
    colours = spread(np.asarray(soft, np.uint8)).astype(np.float32)
    usual = float(np.median(colours[::4, ::4]))
    dark = 255 - np.asarray(weakest(np.asarray(soft, np.uint8)), np.float32)
    return np.asarray(colours - usual > np.maximum(LEAST_TINT, TINT * dark), np.bool_)


def _at_mark_dpi(places: Flags, dpi: float) -> Flags:
    scale = min(1.0, MARK_DPI / dpi)
    size = (max(1, round(places.shape[1] * scale)), max(1, round(places.shape[0] * scale)))
    return np.asarray(cv2.resize(places.view(np.uint8) * np.uint8(255), size, interpolation=cv2.INTER_AREA)) > 0

"""What stands on the paper beside its black ink: all that differs from the paper more than the paper's own noise.

Pencil, pale pens, stamps, seals, highlighted words, shaded cells, photographs, watermarks, hairlines. It is looked for
finely (strokes) and coarsely (broad, pale areas), each against the noise measured around it.
"""

from __future__ import annotations

from dataclasses import dataclass

import cv2
import numpy as np
import numpy.typing as npt

from scanning.ink import ink_at, strokes
from scanning.picture import Flags, Picture
from scanning.whiten import spread

Light = npt.NDArray[np.float32]

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
    beside = np.asarray(cv2.dilate(black.astype(np.uint8), np.ones((3, 3), np.uint8))) > 0
    fine = _difference(np.asarray(cv2.GaussianBlur(seen.astype(np.float32), (0, 0), 0.9), np.float32))
    places = _fine(fine, beside) | _broad(seen, black)
    coloured = _coloured(seen, fine, beside) if seen.ndim == 3 else np.zeros_like(places)
    places, coloured, black = (_at_mark_dpi(flags, scale * dpi) for flags in (places | coloured, coloured, black))
    return Marks(places, coloured, black)


def _difference(seen: Light) -> Light:
    """Of each pixel, by how much its most different channel is darker than the paper; lighter places are negative."""
    darker = [_level(channel[::4, ::4]) - channel for channel in cv2.split(seen)]
    strongest = np.asarray(darker[0], np.float32)
    for other in darker[1:]:
        strongest = np.asarray(np.maximum(strongest, other), np.float32)
    return strongest


def _level(values: cv2.typing.MatLike) -> np.float32:
    """The paper's own value: around the commonest."""
    counts = np.bincount(np.asarray(values, np.uint8).ravel(), minlength=256)
    commonest = int(np.argmax(np.convolve(counts, np.ones(5), mode="same")))
    near = np.arange(max(0, commonest - 5), min(256, commonest + 6))
    return np.float32((near * counts[near]).sum() / counts[near].sum())


def _fine(difference: Light, beside: Flags) -> Flags:
    darkest = np.asarray(cv2.dilate(difference, np.ones((9, 9), np.uint8)), np.float32)
    level, noise = _noise(difference, LEAST_FINE)
    sure = np.maximum(np.maximum(FINE * noise, LEAST_FINE), SOFTNESS * darkest)
    return np.asarray((difference - level > sure) & ~beside, np.bool_)


def _broad(seen: Picture, black: Flags) -> Flags:
    """Areas of 1.5 mm and more, the ink on them not counted."""
    ink = cv2.dilate(black.astype(np.uint8), np.ones((5, 5), np.uint8))
    white = seen.copy()
    white[np.asarray(ink) > 0] = 0
    share = np.asarray(cv2.blur(1 - np.asarray(ink, np.float32), (9, 9)), np.float32)
    mean = _channels(cv2.blur(white.astype(np.float32), (9, 9))) / np.maximum(share, 1e-3)[:, :, np.newaxis]
    levels = [_level(channel[::4, ::4]) for channel in cv2.split(seen)]
    difference = np.asarray((np.array(levels, np.float32) - mean).max(axis=2), np.float32)
    level, noise = _noise(difference, LEAST_COARSE)
    sure = np.maximum(COARSE * noise, LEAST_COARSE)
    return np.asarray((difference - level > sure) & (share > 0.3), np.bool_)


def _channels(light: cv2.typing.MatLike) -> Light:
    array = np.asarray(light, np.float32)
    return array[:, :, np.newaxis] if array.ndim == 2 else array


def _noise(difference: Light, most: float) -> tuple[Light, Light]:
    """(the paper's own level, its spread) around each place, from what differs from it by less than `most` levels."""
    tiny = (max(1, difference.shape[1] // 8), max(1, difference.shape[0] // 8))
    near = (np.abs(difference) < most).astype(np.float32)

    def around(values: Light) -> Light:
        return np.asarray(cv2.blur(cv2.resize(values, tiny, interpolation=cv2.INTER_AREA), (9, 9)), np.float32)

    count = np.maximum(around(near), 0.02)
    level = around(difference * near) / count
    spread = np.sqrt(np.maximum(around(difference * difference * near) / count - level * level, 0.01))
    size = difference.shape[1::-1]
    large = [cv2.resize(values, size, interpolation=cv2.INTER_LINEAR) for values in (level, spread)]
    return np.asarray(large[0], np.float32), np.asarray(large[1], np.float32)


def _coloured(seen: Picture, difference: Light, beside: Flags) -> Flags:
    """Places whose colours differ as no paper's do."""
    blurred = np.asarray(cv2.GaussianBlur(seen, (0, 0), 1.2), np.uint8)
    colours = spread(blurred)
    usual = float(np.median(colours[::4, ::4]))
    noise = _noise(difference, LEAST_FINE)[1]
    shakes = 1.5 * float(np.median(np.abs(colours[::4, ::4] - usual))) / max(0.1, float(np.median(noise)))
    least = np.maximum(LEAST_COLOUR, usual + FINE * shakes * noise)
    return np.asarray((colours > least) & (~beside | (colours > FRINGE)), np.bool_)


def _at_mark_dpi(places: Flags, dpi: float) -> Flags:
    scale = min(1.0, MARK_DPI / dpi)
    size = (max(1, round(places.shape[1] * scale)), max(1, round(places.shape[0] * scale)))
    return np.asarray(cv2.resize(places.astype(np.float32), size, interpolation=cv2.INTER_AREA)) > 0

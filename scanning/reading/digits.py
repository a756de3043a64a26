"""Digits written by hand, one at a time, by a small network of our own: a suggestion, never a value.

The weights (resources/reading/digits.npz) are trained by counter_app/bench/training; what they were trained on and how
often they are right stands in resources/reading/README.md. A digit is seen by the directions of its strokes.
"""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import dataclass
from functools import cache

import cv2
import numpy as np
import numpy.typing as npt

from counter_app.resources import resource
from scanning.picture import Picture

CLASSES = "0123456789/?"
"""What a sign is taken for: a digit, a stroke between two numbers, or none of them."""
SIDE, GRID, DIRECTIONS = 28, 7, 8
"""Pixels of the square in which a digit is seen, the places and the directions its strokes are counted in."""
INSIDE = 20
"""Pixels of its longer side there."""
FEATURES = GRID * GRID * DIRECTIONS + 2
Features = npt.NDArray[np.float32]


@dataclass(frozen=True)
class Sign:
    """What one sign was taken for."""

    text: str
    """One of CLASSES."""
    likely: float
    """0 to 1."""


def read_signs(pictures: Sequence[Picture]) -> tuple[Sign, ...]:
    """Each picture (rows × columns, ink black on white paper, one sign, cut close) as a sign."""
    if not pictures:
        return ()
    likely = _likely(features(pictures))
    return tuple(Sign(CLASSES[best], float(row[best])) for row, best in zip(likely, likely.argmax(1), strict=True))


def features(pictures: Sequence[Picture]) -> Features:
    """n × FEATURES: how much of the strokes' edges lies in each place of a grid, by direction; slant and shape."""
    seen = [_upright(_squared(255.0 - picture.astype(np.float32))) for picture in pictures]
    ink = np.stack([upright for upright, _ in seen])
    across, down = np.zeros_like(ink), np.zeros_like(ink)
    across[:, :, 1:-1], down[:, 1:-1] = ink[:, :, 2:] - ink[:, :, :-2], ink[:, 2:] - ink[:, :-2]
    strength, turn = np.hypot(across, down), np.arctan2(down, across) % (2 * np.pi) * (DIRECTIONS / (2 * np.pi))
    lower = np.floor(turn)
    share = turn - lower
    planes = np.zeros((len(seen), DIRECTIONS, SIDE, SIDE), np.float32)
    for direction in range(DIRECTIONS):
        planes[:, direction] = strength * (
            np.where(lower % DIRECTIONS == direction, 1 - share, 0)
            + np.where((lower + 1) % DIRECTIONS == direction, share, 0)
        )
    edges = np.sqrt(np.maximum(0, _grid() @ planes @ _grid().T)).reshape(len(seen), -1)
    edges *= np.sqrt(FEATURES) / np.maximum(1e-6, np.linalg.norm(edges, axis=1, keepdims=True))
    shapes = [
        (2 * slant, 2 * min(1.0, picture.shape[1] / picture.shape[0]))
        for (_, slant), picture in zip(seen, pictures, strict=True)
    ]
    return np.concatenate([edges, np.array(shapes, np.float32)], axis=1).astype(np.float32)


@cache
def _grid() -> Features:
    """GRID × SIDE: how much each row of pixels counts in each row of the grid: all, softened."""
    even = np.repeat(np.eye(GRID, dtype=np.float32), SIDE // GRID, axis=1) * (GRID / SIDE)
    return np.asarray(
        cv2.GaussianBlur(even, (0, 0), sigmaX=1.6, sigmaY=1e-6, borderType=cv2.BORDER_CONSTANT), np.float32
    )


def _squared(ink: npt.NDArray[np.float32]) -> npt.NDArray[np.float32]:
    """The ink so large that its longer side is INSIDE, its middle of mass in the middle of the square."""
    rows, columns = ink.shape
    scale = INSIDE / max(rows, columns)
    how = cv2.INTER_AREA if scale < 1 else cv2.INTER_CUBIC
    size = (max(1, round(columns * scale)), max(1, round(rows * scale)))
    small = np.clip(cv2.resize(ink, size, interpolation=how), 0, 255) / 255
    facts = cv2.moments(small)
    mass = max(1e-6, facts["m00"])
    move = np.array(
        [[1, 0, SIDE / 2 - 0.5 - facts["m10"] / mass], [0, 1, SIDE / 2 - 0.5 - facts["m01"] / mass]], np.float32
    )
    return np.asarray(cv2.warpAffine(small, move, (SIDE, SIDE), flags=cv2.INTER_LINEAR), np.float32)


def _upright(ink: npt.NDArray[np.float32]) -> tuple[npt.NDArray[np.float32], float]:
    """The sign without its writer's slant, as far as moments tell it; and that."""
    facts = cv2.moments(ink)
    if facts["mu02"] < 1e-3:
        return ink, 0.0
    slant = float(np.clip(facts["mu11"] / facts["mu02"], -0.5, 0.5))
    back = np.array([[1, slant, -slant * (SIDE / 2 - 0.5)], [0, 1, 0]], np.float32)
    turned = cv2.warpAffine(ink, back, (SIDE, SIDE), flags=cv2.INTER_LINEAR | cv2.WARP_INVERSE_MAP)
    return np.asarray(turned, np.float32), slant


def _likely(seen: Features) -> npt.NDArray[np.float32]:
    """How likely each sign is each of CLASSES: n × len(CLASSES)."""
    for weights, bias in _layers()[:-1]:
        seen = np.maximum(seen @ weights + bias, 0)
    weights, bias = _layers()[-1]
    scores = seen @ weights + bias
    scores = np.exp(scores - scores.max(1, keepdims=True))
    return np.asarray(scores / scores.sum(1, keepdims=True), np.float32)


@cache
def _layers() -> tuple[tuple[Features, Features], ...]:
    """(weights, bias) of each layer; they are kept in 16 bits."""
    with np.load(str(resource("reading", "digits.npz"))) as kept:
        count = len(kept.files) // 2
        return tuple((kept[f"w{n}"].astype(np.float32), kept[f"b{n}"].astype(np.float32)) for n in range(count))

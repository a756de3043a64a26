"""The second reader: a small network that reads one line of print, made by others than Tesseract, from other pages.

Two readers that agree are hardly ever both wrong; where they differ, a clerk looks. It sees a line 32 pixels high and
what stands above and below it as much again, and says a letter or none for each four pixels across (CTC).

Weights: resources/reader, of trueocr 0.1.1 (Apache-2.0); its README tells how they came there. They are so few that
numpy multiplies them nearly as fast as a library for networks would, which would have to be shipped.
"""

from __future__ import annotations

import re
import unicodedata
from functools import cache
from itertools import groupby

import cv2
import numpy as np
import numpy.typing as npt

from counter_app.dossier.pages import Box
from counter_app.resources import resource
from scanning.picture import Picture

Values = npt.NDArray[np.float32]
HIGH = 32
"""Pixels of a line with its margins; the picture has as many above and below."""
MARGIN_ABOVE, MARGIN_BESIDE = 0.2, 0.3
"""In heights of the line's box: as the network was trained."""
STEP = 4
"""Pixels across for each letter it may say."""
BLOCKS, KERNEL = 10, 9
HEADS = 4
HALO = 2
"""Steps of white paper behind the line, which its last letter is seen beside."""


def read_line(grey: Picture, box: Box) -> str:
    """The line of print that stands in the box of a white page (rows × columns)."""
    weights = _weights()
    ink = _ink(grey, box)
    letters, best = weights["letters"], _scores(ink, weights).argmax(axis=1)
    said = "".join(letters[letter - 1] for letter, _ in groupby(best) if letter)
    return re.sub(r"\s+", " ", unicodedata.normalize("NFC", said)).strip()


def _ink(grey: Picture, box: Box) -> Values:
    """The line and as much above and below it, 0 paper to 1 ink."""
    left, top, width, height = box
    beside, above = MARGIN_BESIDE * height, (3 * (1 + 2 * MARGIN_ABOVE) - 1) / 2 * height
    x, y = int(np.floor(left - beside)), int(np.floor(top - above))
    columns, rows = int(np.ceil(left + width + beside)) - x, int(np.ceil(top + height + above)) - y
    picture = np.full((rows, columns), 255, np.uint8)
    seen = grey[max(0, y) : max(0, y + rows), max(0, x) : max(0, x + columns)]
    picture[max(0, -y) : max(0, -y) + seen.shape[0], max(0, -x) : max(0, -x) + seen.shape[1]] = seen
    wide = max(2 * STEP, round(columns * 3 * HIGH / rows))
    how = cv2.INTER_AREA if rows > 3 * HIGH else cv2.INTER_LINEAR
    small = np.asarray(cv2.resize(picture, (wide, 3 * HIGH), interpolation=how), np.float32)
    steps = -(-wide // STEP) + HALO
    ink = np.zeros((3 * HIGH, steps * STEP), np.float32)
    ink[:, :wide] = 1 - small / 255
    return ink


def _scores(ink: Values, weights: dict[str, Values]) -> Values:
    """steps × (no letter, each letter)."""
    steps = ink.shape[1] // STEP
    line = ink[HIGH : 2 * HIGH].reshape(HIGH, steps, STEP).transpose(1, 0, 2).reshape(steps, -1)
    found = line @ weights["stem.weight"] + _around(ink, weights) @ weights["proj.weight"] + weights["stem.bias"]
    found = _swish(found)[: steps - HALO]
    for block in range(BLOCKS):
        found = found + _block(found, weights, f"{block}.")
    return found @ weights["head.weight"] + weights["head.bias"]


def _around(ink: Values, weights: dict[str, Values]) -> Values:
    """What is seen in the line and about it, steps × values: of all rows those that matter most at each step."""
    rows, steps = ink.shape[0] // STEP, ink.shape[1] // STEP
    patches = ink.reshape(rows, STEP, steps, STEP).transpose(0, 2, 1, 3).reshape(rows, steps, -1)
    seen = np.pad(_swish(patches @ weights["patch.weight"] + weights["patch.bias"]), ((1, 1), (1, 1), (0, 0)))
    near = np.zeros((rows, steps, seen.shape[2]), np.float32)
    for place, weight in enumerate(weights["around.weight"]):
        down, across = divmod(place, 3)
        near += seen[down : down + rows, across : across + steps] * weight
    values = _swish(near @ weights["pw.weight"] + weights["pw.bias"])
    scores = values @ weights["score.weight"] + weights["score.bias"] + weights["rows"][:, np.newaxis]
    shares = np.exp(scores - scores.max(axis=0))
    shares /= shares.sum(axis=0)
    heads = values.reshape(rows, steps, HEADS, -1)
    return np.asarray((heads * shares[..., np.newaxis]).sum(axis=0).reshape(steps, -1), np.float32)


def _block(found: Values, weights: dict[str, Values], name: str) -> Values:
    """What its neighbours on both sides, and the line as a whole, add to each step."""
    steps = len(found)
    padded = np.pad(found, ((KERNEL // 2, KERNEL // 2), (0, 0)))
    beside = np.tile(weights[f"{name}beside.bias"], (steps, 1))
    for place, weight in enumerate(weights[f"{name}beside.weight"]):
        beside += padded[place : place + steps] * weight
    wide = _swish(beside @ weights[f"{name}expand.weight"] + weights[f"{name}expand.bias"])
    whole = wide.mean(axis=0) @ weights[f"{name}squeeze.weight"] + weights[f"{name}squeeze.bias"]
    gate = np.maximum(whole, 0) @ weights[f"{name}excite.weight"] + weights[f"{name}excite.bias"]
    wide *= 1 / (1 + np.exp(-gate))
    return np.asarray(wide @ weights[f"{name}project.weight"] + weights[f"{name}project.bias"], np.float32)


def _swish(values: Values) -> Values:
    gate = values / np.float32(6)
    gate += np.float32(0.5)
    np.clip(gate, 0, 1, out=gate)
    gate *= values
    return np.asarray(gate, np.float32)


@cache
def _weights() -> dict[str, Values]:
    """Of every layer, and the letters; read once in a process."""
    with resource("reader", "line_reader.npz").open("rb") as file, np.load(file) as held:
        return {name: held[name] if name == "letters" else held[name].astype(np.float32) for name in held}

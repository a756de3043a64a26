"""The second reader's network: the ink of lines of print in, a score for each letter at each step out.

The lines of a page stand beside each other, white paper between them, and each value of all their steps lies together:
so one call of numpy reckons with a page, and its time goes into reckoning. What belongs to one line alone (its mean,
its share of each value) is kept apart by `Strip`.

A value's gate is `clip(value / 6 + 1/2, 0, 1)`: the layers before it are kept divided by six, those behind multiplied.
"""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import dataclass
from functools import cache

import numpy as np
import numpy.typing as npt

from counter_app.resources import resource

Values = npt.NDArray[np.float32]
HIGH = 32
"""Pixels of a line with its margins; its ink has as many above and below."""
STEP = 4
"""Pixels across for each letter it may say."""
HALO = 2
"""Steps of white paper behind the line, which its last letter is seen beside."""
BLOCKS, KERNEL = 10, 9
HEADS = 4
ROWS = 3 * HIGH // STEP
_APART = KERNEL // 2
"""Steps between two lines, the halo among them: as far as a step sees beside itself."""
_SIX, _HALF = np.float32(6), np.float32(0.5)


@dataclass(frozen=True)
class Strip:
    """Where each line's steps begin and end beside the others'."""

    lines: tuple[slice, ...]
    steps: int

    @classmethod
    def of(cls, inks: Sequence[Values]) -> Strip:
        at, lines = _APART, []
        for ink in inks:
            own = ink.shape[1] // STEP
            lines.append(slice(at, at + own))
            at += own + _APART
        return cls(tuple(lines), at)

    def within(self, further: int = 0) -> npt.NDArray[np.bool_]:
        """Which steps are a line's; `further`: and so many behind it."""
        inside = np.zeros(self.steps, np.bool_)
        for line in self.lines:
            inside[line.start : line.stop + further] = True
        return inside

    def means(self) -> Values:
        """steps × lines: what values are multiplied with for their means over each line."""
        shares = np.zeros((self.steps, len(self.lines)), np.float32)
        for number, line in enumerate(self.lines):
            shares[line, number] = 1 / (line.stop - line.start)
        return shares


def scores(inks: Sequence[Values]) -> list[Values]:
    """For each line (no letter, each letter) × steps. An ink is 0 paper to 1, three lines high, whole steps across."""
    weights, strip = _weights(), Strip.of(inks)
    ink = np.zeros((3 * HIGH, strip.steps * STEP), np.float32)
    for line, own in zip(strip.lines, inks, strict=True):
        ink[:, line.start * STEP : line.stop * STEP] = own
    themselves = ink[HIGH : 2 * HIGH].reshape(HIGH, strip.steps, STEP).transpose(0, 2, 1).reshape(-1, strip.steps)
    found = weights["stem.weight"] @ themselves
    found += weights["proj.weight"] @ _around(ink, strip, weights)
    found += weights["stem.bias"]
    found = _gated(found) * _SIX
    inside, means = strip.within(), strip.means()
    found *= inside
    for block in range(BLOCKS):
        added = _block(found, strip, means, weights, f"{block}.")
        added *= inside  # between the lines nothing stands
        found += added
    said = weights["head.weight"] @ found + weights["head.bias"]
    return [said[:, line] for line in strip.lines]


def _around(ink: Values, strip: Strip, weights: dict[str, Values]) -> Values:
    """What is seen in the lines and about them, values × steps: of all rows those that matter most at each step."""
    steps = strip.steps
    patches = np.zeros((STEP * STEP, ROWS + 2, steps), np.float32)
    patches[:, 1:-1] = ink.reshape(ROWS, STEP, steps, STEP).transpose(1, 3, 0, 2).reshape(-1, ROWS, steps)
    own = weights["patch.weight"] @ patches.reshape(STEP * STEP, -1)
    own += weights["patch.bias"]
    seen = _gated(own).reshape(-1, ROWS + 2, steps)
    seen[:, [0, -1]] = 0
    seen[:, :, ~strip.within(HALO)] = 0
    near = _near(seen.reshape(len(seen), -1), steps, weights["around.weight"])
    values = weights["pw.weight"] @ near
    values += weights["pw.bias"]
    values = _gated(values)
    shares = (weights["score.weight"] @ values + weights["score.bias"]).reshape(HEADS, ROWS, steps)
    shares += weights["rows"]
    shares = np.exp(shares - shares.max(axis=1, keepdims=True))
    shares /= shares.sum(axis=1, keepdims=True)
    heads = values.reshape(HEADS, -1, ROWS, steps)
    heads *= shares[:, np.newaxis]
    return np.asarray(heads.sum(axis=2).reshape(-1, steps), np.float32)


def _near(seen: Values, steps: int, kernels: Values) -> Values:
    """Each value with its eight neighbours', row behind row; what runs over a row's end falls between lines."""
    near = np.zeros((len(seen), ROWS * steps), np.float32)
    for value, kernel, sum_of in zip(seen, kernels, near, strict=True):
        for down in range(3):
            row = value[down * steps : (down + ROWS) * steps]
            sum_of[1:-1] += np.correlate(row, kernel[3 * down : 3 * down + 3])
    return near


def _block(found: Values, strip: Strip, means: Values, weights: dict[str, Values], name: str) -> Values:
    """What its neighbours on both sides, and the line as a whole, add to each step."""
    beside, rim = np.zeros_like(found), KERNEL // 2
    for value, kernel, sum_of in zip(found, weights[f"{name}beside.weight"], beside, strict=True):
        sum_of[rim:-rim] = np.correlate(value, kernel)
    beside += weights[f"{name}beside.bias"]
    wide = weights[f"{name}expand.weight"] @ beside
    wide += weights[f"{name}expand.bias"]
    wide = _gated(wide)
    whole = weights[f"{name}squeeze.weight"] @ (wide @ means) + weights[f"{name}squeeze.bias"]
    gates = weights[f"{name}excite.weight"] @ np.maximum(whole, 0) + weights[f"{name}excite.bias"]
    shares = 1 / (1 + np.exp(-gates))
    for number, line in enumerate(strip.lines):
        wide[:, line] *= shares[:, number : number + 1]
    narrow = weights[f"{name}project.weight"] @ wide
    narrow += weights[f"{name}project.bias"]
    return np.asarray(narrow, np.float32)


def _gated(values: Values) -> Values:
    """Values and a half, all divided by six, times their gates; in their place."""
    gates = np.clip(values, 0, 1)
    values -= _HALF
    values *= gates
    return values


@cache
def letters() -> tuple[str, ...]:
    """What the scores stand for, from the second on."""
    with resource("reader", "line_reader.npz").open("rb") as file, np.load(file) as held:
        return tuple(map(str, held["letters"]))


@cache
def _weights() -> dict[str, Values]:
    """Of every layer, turned so that values are multiplied from the right; read once in a process."""
    with resource("reader", "line_reader.npz").open("rb") as file, np.load(file) as held:
        weights = {name: held[name].astype(np.float32).T for name in held if name != "letters"}
    gated = ["stem", "patch", "pw", *(f"{block}.expand" for block in range(BLOCKS))]
    for name in [name for name in weights if name.endswith(".bias")]:
        layer = name.removesuffix(".bias")
        weights[name] = weights[name][:, np.newaxis]
        if layer in gated:
            weights[name] = weights[name] / _SIX + _HALF
            weights[f"{layer}.weight"] = weights[f"{layer}.weight"] / _SIX
    behind = ["around", "score", *(f"{block}.{layer}" for block in range(BLOCKS) for layer in ("squeeze", "project"))]
    for layer in behind:
        weights[f"{layer}.weight"] = weights[f"{layer}.weight"] * _SIX
    weights["rows"] = weights["rows"][:, :, np.newaxis]
    return {name: np.ascontiguousarray(values) for name, values in weights.items()}

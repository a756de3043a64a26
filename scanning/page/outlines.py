"""The outline of a sheet in a small picture: the four lines that bound something as light as paper.

Letters are closed away first, so that the edges left are those of things. A line is good where the picture steps from
darker to lighter across it; the outline is the quadrilateral whose sides are such steps along their whole length and
end at the corners, as the edges of a sheet do and the lines of boards and tiles do not.
"""

from __future__ import annotations

from dataclasses import dataclass

import cv2
import numpy as np
import numpy.typing as npt

from scanning.picture import Picture

Numbers = npt.NDArray[np.float64]
Corners = Numbers
"""4 × 2: x, y of a quadrilateral's corners, each next to the one before; (0, 0) is the middle of the first pixel."""
Choice = npt.NDArray[np.intp]

MOST_LINES = 22
SHORTEST = 0.05
"""Of the picture's longer side: a shorter piece of an edge is not looked at."""
LEAST_STEP = 5.0
"""Grey levels by which a sheet differs from what it lies on, at the least; on grained wood, twice the grain's own."""
DARKEST_SHEET = 0.6
"""A sheet may be darker than what it lies on, but not more so than this; darker things are telephones and folders."""
LEAST_AREA = 0.04
"""Share of the picture that the smallest sheet (an identity card) fills."""
LONGEST_SHEET = 2.5
"""Times its width; what is longer is a strip of something else."""
BEYOND = 0.03
"""How far a corner may lie outside the picture, as a share of the picture's longer side."""
GOOD = 1.0
"""Least score of a sheet's outline. With a hand on one side, sheets reach 1.03; what boards and pens make, 0.95."""
TAIL = 24
"""Pixels beyond a corner in which an edge of a sheet has ended."""


@dataclass(frozen=True)
class Outline:
    """A quadrilateral and how surely it is a sheet's: up to 1.3."""

    corners: Corners
    score: float


@dataclass(frozen=True)
class _Lines:
    """Straight lines through the picture, the strongest first."""

    normals: Numbers
    """n × 2, of length 1."""
    offsets: Numbers
    """n: normal · point, for each point of the line."""

    @property
    def directions(self) -> Numbers:
        """n × 2: the normals turned by 90°."""
        return np.stack([-self.normals[:, 1], self.normals[:, 0]], axis=1)


@dataclass(frozen=True)
class _Edges:
    """Where along each line there is an edge, as counts of all samples before: n × (samples + 1)."""

    start: float
    """Where the samples begin, one a pixel, measured along the line from its point nearest to the origin."""
    lighter_ahead: Numbers
    """The picture is lighter on the side to which the normal points …"""
    lighter_behind: Numbers
    little_lighter_ahead: Numbers
    """… but the other side could be paper too."""
    little_lighter_behind: Numbers


def best_outline(plane: Picture) -> Outline | None:
    """The sheet in a picture of some 640 pixels (rows × columns of how light each place is); None for none."""
    shape = cv2.getStructuringElement(cv2.MORPH_ELLIPSE, (7, 7))
    without_letters = np.asarray(cv2.morphologyEx(plane, cv2.MORPH_CLOSE, shape), np.uint8)
    smooth = np.asarray(cv2.GaussianBlur(without_letters, (0, 0), 1.0), np.uint8)
    lines = _lines(smooth)
    sides, corners = _quadrilaterals(lines, smooth.shape)
    if not len(sides):
        return None
    return _best(corners, *_support(lines, _edges(smooth, lines), sides, corners))


def _lines(plane: Picture) -> _Lines:
    found = cv2.createLineSegmentDetector(cv2.LSD_REFINE_NONE).detect(plane)[0]
    segments = np.zeros((0, 4)) if found is None else np.asarray(found, np.float64).reshape(-1, 4)
    lengths = np.hypot(segments[:, 2] - segments[:, 0], segments[:, 3] - segments[:, 1])
    long = lengths >= SHORTEST * max(plane.shape)
    return _joined(segments[long], lengths[long])


def _joined(segments: Numbers, lengths: Numbers) -> _Lines:
    """Pieces of the same line put together; of the lines those with most edge on them."""
    groups: list[list[int]] = []
    lines: list[tuple[Numbers, float]] = []
    for number in np.argsort(-lengths):
        ends = segments[number].reshape(2, 2)
        for group, (normal, offset) in zip(groups, lines, strict=True):
            if np.abs(ends @ normal - offset).max() < 2.5:
                group.append(int(number))
                break
        else:
            along = (ends[1] - ends[0]) / lengths[number]
            normal = np.array([-along[1], along[0]])
            groups.append([int(number)])
            lines.append((normal, float(ends[0] @ normal)))
    strongest = sorted(groups, key=lambda group: -float(lengths[group].sum()))[:MOST_LINES]
    fitted = [_fitted(segments[group], lengths[group]) for group in strongest]
    return _Lines(np.array([normal for normal, _ in fitted]).reshape(-1, 2), np.array([offset for _, offset in fitted]))


def _fitted(segments: Numbers, lengths: Numbers) -> tuple[Numbers, float]:
    """The line through pieces of it, each weighing as much as it is long."""
    points = segments.reshape(-1, 2)
    weights = np.repeat(lengths, 2)
    centre = np.average(points, axis=0, weights=weights)
    spread = (points - centre) * np.sqrt(weights)[:, np.newaxis]
    normal = np.asarray(np.linalg.svd(spread, full_matrices=False)[2][-1], np.float64)
    return normal, float(centre @ normal)


def _quadrilaterals(lines: _Lines, shape: tuple[int, ...]) -> tuple[Choice, Numbers]:
    """All that could be a sheet: m × 4 lines in order around, and m × 4 × 2 corners; corner i ends line i."""
    normals, offsets = lines.normals, lines.offsets
    sines = normals[:, 0, None] * normals[None, :, 1] - normals[:, 1, None] * normals[None, :, 0]
    opposite = np.argwhere(np.triu(np.abs(sines) < np.sin(np.radians(35)), 1))
    one, other = np.triu_indices(len(opposite), 1)
    sides = np.concatenate([opposite[one], opposite[other]], axis=1)[:, [0, 2, 1, 3]]
    sides = sides[np.abs(sines[sides[:, 0], sides[:, 1]]) > np.sin(np.radians(40))]
    safe = np.where(np.abs(sines) < 1e-6, 1.0, sines)
    crossings = np.stack(
        [
            (offsets[:, None] * normals[None, :, 1] - offsets[None, :] * normals[:, None, 1]) / safe,
            (offsets[None, :] * normals[:, None, 0] - offsets[:, None] * normals[None, :, 0]) / safe,
        ],
        axis=2,
    )
    corners = crossings[sides, np.roll(sides, -1, axis=1)]
    possible = _possible(corners, *shape[:2])
    return sides[possible], corners[possible]


def _possible(corners: Numbers, rows: int, columns: int) -> npt.NDArray[np.bool_]:
    """Convex, large enough, not too long, and not out of the picture."""
    following = np.roll(corners, -1, axis=1)
    edges = following - corners
    after = np.roll(edges, -1, axis=1)
    turns = edges[..., 0] * after[..., 1] - edges[..., 1] * after[..., 0]
    convex = (turns > 0).all(axis=1) | (turns < 0).all(axis=1)
    area = np.abs((corners[..., 0] * following[..., 1] - corners[..., 1] * following[..., 0]).sum(axis=1)) / 2
    lengths = np.linalg.norm(edges, axis=2)
    sides = np.stack([lengths[:, 0] + lengths[:, 2], lengths[:, 1] + lengths[:, 3]])
    sheet_like = sides.max(axis=0) <= LONGEST_SHEET * sides.min(axis=0)
    margin = BEYOND * max(rows, columns)
    within = (corners >= -margin) & (corners <= np.array([columns, rows]) - 1 + margin)
    return np.asarray(convex & sheet_like & within.all(axis=(1, 2)) & (area >= LEAST_AREA * rows * columns))


def _edges(plane: Picture, lines: _Lines) -> _Edges:
    """Three pixels to each side of each place on a line are compared; an edge may lie two pixels beside its line."""
    rows, columns = plane.shape
    reach = np.ceil(np.hypot(rows, columns))
    along = np.arange(-reach, reach)
    feet = (lines.normals * lines.offsets[:, None])[:, None] + lines.directions[:, None] * along[:, None]
    places = feet[:, :, None] + lines.normals[:, None, None] * np.arange(-5, 6)[:, None]
    flat = places.reshape(len(places), -1, 2).astype(np.float32)  # remap takes no more than 32,767 rows or columns
    seen = cv2.remap(plane, flat[..., 0], flat[..., 1], cv2.INTER_LINEAR, borderMode=cv2.BORDER_REPLICATE)
    values = np.asarray(seen, np.float32).reshape(*feet.shape[:2], 11)
    behind, ahead = values[..., :5], values[..., 6:]  # 3 pixels to this side and to that of -2 … 2
    inside = ((feet >= 0).all(axis=2) & (feet[..., 0] < columns) & (feet[..., 1] < rows))[..., None]
    step = _step(plane)
    up, down = (ahead - behind >= step) & inside, (behind - ahead >= step) & inside

    def counts(there: npt.NDArray[np.bool_]) -> Numbers:
        return np.pad(np.cumsum(there.any(axis=2), axis=1), ((0, 0), (1, 0))).astype(np.float64)

    little = (behind >= DARKEST_SHEET * ahead) & (ahead >= DARKEST_SHEET * behind)
    return _Edges(-reach, counts(up), counts(down), counts(up & little), counts(down & little))


def _step(plane: Picture) -> float:
    """The least difference across an edge of a sheet: more than the grain of the desk makes over that distance."""
    grey = plane[::3, ::3].astype(np.int16)
    grain = np.concatenate([np.abs(grey[2:] - grey[:-2]).ravel(), np.abs(grey[:, 2:] - grey[:, :-2]).ravel()])
    return max(LEAST_STEP, 2 * float(np.quantile(grain, 0.8)))


def _support(lines: _Lines, edges: _Edges, sides: Choice, corners: Numbers) -> tuple[Numbers, Numbers, Numbers]:
    """m × 4 each: share of a side where the inside is lighter, where it is a little darker, where the line goes on."""
    directions = lines.directions[sides]
    ends = np.stack([(np.roll(corners, 1, axis=1) * directions).sum(-1), (corners * directions).sum(-1)], axis=-1)
    first, last = ends.min(axis=-1) - edges.start, ends.max(axis=-1) - edges.start
    centre = corners.mean(axis=1, keepdims=True)
    inside_ahead = ((centre * lines.normals[sides]).sum(-1) - lines.offsets[sides]) > 0

    def share(counts: Numbers, begin: Numbers, end: Numbers) -> Numbers:
        last_sample = counts.shape[1] - 1
        low, high = (np.clip(np.round(at), 0, last_sample).astype(np.intp) for at in (begin, end))
        return np.asarray((counts[sides, high] - counts[sides, low]) / np.maximum(end - begin, 1))

    def of_side(counts: Numbers) -> Numbers:
        return share(counts, first + 2, last - 2)

    lighter = np.where(inside_ahead, of_side(edges.lighter_ahead), of_side(edges.lighter_behind))
    darker = np.where(inside_ahead, of_side(edges.little_lighter_behind), of_side(edges.little_lighter_ahead))
    any_edge = edges.lighter_ahead + edges.lighter_behind
    going_on = (share(any_edge, first - TAIL, first - 4) + share(any_edge, last + 4, last + TAIL)) / 2
    return lighter, darker, np.minimum(going_on, 1)


def _best(corners: Numbers, lighter: Numbers, darker: Numbers, going_on: Numbers) -> Outline | None:
    """The quadrilateral with most edge of one kind and least edge beyond its corners, if that is enough for a sheet."""
    lengths = np.linalg.norm(corners - np.roll(corners, 1, axis=1), axis=2)
    weights = lengths / lengths.sum(axis=1, keepdims=True)
    ended = 0.3 * (going_on * weights).sum(axis=1)
    as_lighter, as_darker = ((edge * weights).sum(axis=1) + 0.3 * edge.min(axis=1) for edge in (lighter, darker))
    score = np.maximum(as_lighter, as_darker - 0.05) - ended
    best = int(np.argmax(score))
    return Outline(corners[best], float(score[best])) if score[best] >= GOOD else None

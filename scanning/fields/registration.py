"""A page laid over the form it was drawn as: where what stands at a place of the form stands on the scan.

The anchors are places known on both, such as the ends of printed labels. All of them give one projection, found among
wrong ones too; what is left over near a place (forms of one name differ in their spacing) is taken from the anchors
about it.
"""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import dataclass
from itertools import combinations

import numpy as np
import numpy.typing as npt

Points = npt.NDArray[np.float64]
"""n × 2: x, y."""

FEWEST = 2
"""Anchors without which nothing is known."""
FOR_PROJECTION = 10
"""Anchors from which on a sheet is allowed to have been photographed from a slant or to have stretched."""
TRIES = 300
"""Pairs of anchors that are tried, at the most."""
CLOSE = 0.012
"""An anchor agrees with a projection that misses it by less than so much of the form's height."""
AGREEING = 0.5
"""Share of the anchors that must agree: else it is another form, another version, or another page."""
ABOUT = 0.06
"""Of the form's height: from so far away an anchor's own shift counts half for a place."""


@dataclass(frozen=True, eq=False)
class Registration:
    """How places of a form lie on a page."""

    _projection: npt.NDArray[np.float64]
    """3 × 3."""
    _anchors: Points
    """Those that agree, on the form."""
    _shifts: Points
    """By how much each of them lies off the projection on the page."""
    _about: float

    def onto_page(self, places: Points) -> Points:
        """Places of the form (n × 2) on the page."""
        apart = np.hypot(*np.moveaxis(places[:, np.newaxis] - self._anchors[np.newaxis], 2, 0))
        weights = 1 / (1 + (apart / self._about) ** 4)
        rest = np.maximum(0.0, 1 - weights.sum(1, keepdims=True))  # far from all anchors the projection alone speaks
        shifts = (weights @ self._shifts) / (weights.sum(1, keepdims=True) + rest)
        return np.asarray(_projected(self._projection, places) + shifts)


def register(on_form: Points, on_page: Points) -> Registration | None:
    """The page's registration by anchors (n × 2, the same place in both); None where they do not agree."""
    if len(on_form) < FEWEST:
        return None
    height = max(1e-6, float(np.ptp(on_form[:, 1])), float(np.ptp(on_form[:, 0])))
    agreeing = _agreeing(on_form, on_page, CLOSE * height)
    if agreeing.sum() < max(FEWEST, AGREEING * len(on_form)):
        return None
    form, page = on_form[agreeing], on_page[agreeing]
    projection = _similarity(form, page)
    if len(form) >= FOR_PROJECTION:
        projection = _homography(form, page)
    return Registration(projection, form, page - _projected(projection, form), ABOUT * height)


def _agreeing(form: Points, page: Points, close: float) -> npt.NDArray[np.bool_]:
    """The largest group of anchors that one similarity brings together."""
    pairs = list(combinations(range(len(form)), 2))
    best = np.zeros(len(form), np.bool_)
    for one, other in pairs[:: max(1, len(pairs) // TRIES)]:
        if np.hypot(*(form[one] - form[other])) < 4 * close:
            continue
        similarity = _similarity(form[[one, other]], page[[one, other]])
        scale = float(np.hypot(similarity[0, 0], similarity[1, 0]))
        near = np.hypot(*(_projected(similarity, form) - page).T) <= close * scale
        if near.sum() > best.sum():
            best = near
    return best


def _similarity(form: Points, page: Points) -> npt.NDArray[np.float64]:
    """Turned, scaled and moved, 3 × 3, by least squares."""
    (x, y), one, none = form.T, np.ones(len(form)), np.zeros(len(form))
    rows = np.concatenate([np.stack([x, -y, one, none], 1), np.stack([y, x, none, one], 1)])
    a, b, right, down = np.linalg.lstsq(rows, np.concatenate([page[:, 0], page[:, 1]]), rcond=None)[0]
    return np.array([[a, -b, right], [b, a, down], [0, 0, 1]])


def _homography(form: Points, page: Points) -> npt.NDArray[np.float64]:
    """A projection, 3 × 3, by least squares, with the slant held small: anchors on one line tell little of it."""
    start = _similarity(form, page)
    moved = _projected(start, form)
    middle, size = page.mean(0), float(np.ptp(page, axis=0).max())
    (x, y), (u, v) = ((moved - middle) / size).T, ((page - middle) / size).T
    one, none = np.ones(len(x)), np.zeros(len(x))
    rows = np.concatenate(
        [
            np.stack([x, y, one, none, none, none, -u * x, -u * y], 1),
            np.stack([none, none, none, x, y, one, -v * x, -v * y], 1),
            np.sqrt(0.05) * np.eye(8),
        ]
    )
    identity = np.array([1.0, 0, 0, 0, 1, 0, 0, 0])
    wanted = np.concatenate([u, v, np.sqrt(0.05) * identity])
    found = np.append(np.linalg.lstsq(rows, wanted, rcond=None)[0], 1).reshape(3, 3)
    onto = np.array([[size, 0, middle[0]], [0, size, middle[1]], [0, 0, 1]])
    return np.asarray(onto @ found @ np.linalg.inv(onto) @ start)


def _projected(projection: npt.NDArray[np.float64], places: Points) -> Points:
    seen = np.column_stack([places, np.ones(len(places))]) @ projection.T
    return np.asarray(seen[:, :2] / seen[:, 2:])


def boxes_on_page(registration: Registration, boxes: Sequence[tuple[float, float, float, float]]) -> Points:
    """Boxes of the form (left, top, width, height) on the page: n × 4, the smallest that hold all their corners."""
    found = []
    for left, top, width, height in boxes:
        corners = np.array([[left, top], [left + width, top], [left, top + height], [left + width, top + height]])
        seen = registration.onto_page(corners)
        found.append([*seen.min(0), *np.ptp(seen, axis=0)])
    return np.array(found)

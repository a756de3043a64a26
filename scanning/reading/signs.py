"""The signs of a writing one by one: what they look like, with spaces where gaps are; in a comb box by box."""

from __future__ import annotations

from collections.abc import Iterator, Sequence
from dataclasses import replace
from itertools import pairwise

import cv2
import numpy as np

from counter_app.dossier.pages import Box, Writing
from scanning.picture import Picture
from scanning.reading.combs import Comb
from scanning.reading.digits import Sign, read_signs
from scanning.reading.pen import Inked

SIGN = 0.45
"""Height of a sign in parts of its writing's usual one; what is lower is a mark or a dot."""
SPACE = 0.55
"""A gap between two signs, in their height, that is a space."""
ON_RULE, FOOTLESS = 0.5, "127/?"
"""Share of a sign that stands on a rule, and the signs that look like another one without its foot or with a rule's
rest for one."""
BROAD = 0.95
"""Breadth of a sign, in its height, from which on it may be two that touch."""
SURE_HALF = 0.85
"""How likely both halves must be digits."""
INNER = 0.1
"""Of a box's sides, where its rim may still be."""

Signs = tuple[str, tuple[int, ...]]
"""The signs, and how sure each is, 0 to 100; see `Writing`."""


def signs_of(page: Inked, boxes: Sequence[Box]) -> list[Signs]:
    """What stands in each of some places of the page (pixels at `pen.DPI`): read together, which is faster."""
    taken = [_signs_in(page, box) for box in boxes]
    pictures = [picture for found, _ in taken for picture in found]
    read = iter(_with_touching(pictures, [place for _, places in taken for place in places]))
    return [_as_text(page, [part for _ in places for part in next(read)]) for _, places in taken]


def in_boxes(page: Inked, comb: Comb) -> Writing:
    """What stands in a row of boxes: one sign each."""
    pictures, filled = [], []
    for x, y, width, height in comb.boxes:
        rim_x, rim_y = round(INNER * width), round(INNER * height)
        inside = slice(y + rim_y, y + height - rim_y), slice(x + rim_x, x + width - rim_x)
        rows, columns = np.nonzero(page.ink[inside])
        is_filled = len(rows) > 0 and np.ptp(rows) >= 0.25 * height
        filled.append(bool(is_filled))
        if is_filled:
            cut = page.grey[inside][rows.min() : rows.max() + 1, columns.min() : columns.max() + 1]
            pictures.append(np.ascontiguousarray(cut))
    read = iter(read_signs(pictures))
    signs = [next(read) if is_filled else None for is_filled in filled]
    left, top = comb.boxes[0][:2]
    right, bottom = comb.boxes[-1][0] + comb.boxes[-1][2], max(box[1] + box[3] for box in comb.boxes)
    return Writing(
        (left, top, right - left, bottom - top),
        100.0 if pictures else 0.0,
        "".join(sign.text if sign else " " for sign in signs),
        tuple(round(100 * sign.likely) if sign else 100 for sign in signs),
        len(comb.boxes),
    )


_Part = tuple[int, int, int, int, int]
"""A box, and its label."""


def _signs_in(page: Inked, box: Box) -> tuple[list[Picture], list[Box]]:
    """The signs of a writing one by one, each without its neighbours' ink."""
    x, y, width, height = box
    place = slice(y, y + height), slice(x, x + width)
    count, labels, facts, _ = cv2.connectedComponentsWithStats(page.ink[place], connectivity=8)
    parts: list[_Part] = [(*map(int, facts[label, :4]), label) for label in range(1, count)]  # type: ignore[misc]
    usual = np.percentile([part[3] for part in parts], 75) if parts else 0
    groups: list[list[_Part]] = []
    for part in sorted(parts):
        above = groups and _one_above_the_other(groups[-1], part)
        if above:
            groups[-1].append(part)
        else:
            groups.append([part])
    found, places = [], []
    for group in groups:
        left, top = min(part[0] for part in group), min(part[1] for part in group)
        right, bottom = max(part[0] + part[2] for part in group), max(part[1] + part[3] for part in group)
        if bottom - top < SIGN * usual:
            continue
        inside = slice(top, bottom), slice(left, right)
        own = np.isin(labels[inside], [part[4] for part in group])
        own = cv2.dilate(own.astype(np.uint8), np.ones((3, 3), np.uint8)) > 0
        found.append(np.where(own, page.grey[place][inside], 255).astype(np.uint8))
        places.append((x + left, y + top, right - left, bottom - top))
    return found, places


def _halves(sign: Picture) -> tuple[int, Picture, Picture] | None:
    """Where two digits that touch may part, and both; None for a sign as narrow as one is."""
    height, width = sign.shape
    if width < BROAD * height:
        return None
    third = width // 3
    cut = third + int((255 - sign[:, third : width - third].astype(np.int64)).sum(0).argmin())
    left, right = _cut_close(sign[:, :cut]), _cut_close(sign[:, cut:])
    return (cut, left, right) if left is not None and right is not None else None


def _cut_close(sign: Picture) -> Picture | None:
    rows, columns = (np.flatnonzero((sign < 160).any(axis=axis)) for axis in (1, 0))
    if not len(rows):
        return None
    return np.ascontiguousarray(sign[rows[0] : rows[-1] + 1, columns[0] : columns[-1] + 1])


def _one_above_the_other(group: Sequence[_Part], part: _Part) -> bool:
    right = max(before[0] + before[2] for before in group)
    narrower = min(part[2], right - min(before[0] for before in group))
    return right - part[0] >= 0.5 * narrower


def _doubted(sign: Sign, page: Inked, place: Box) -> Sign:
    """A sign that stands right on a rule: its own lowest stroke may have gone with the rule, and a 2 look like a 7."""
    x, y, width, height = place
    below = (
        page.everything[y + height : y + height + 3, x : x + width]
        & ~page.ink[y + height : y + height + 3, x : x + width]
    )
    on_rule = below.size > 0 and (below > 0).any(axis=0).mean() > ON_RULE
    return replace(sign, likely=min(sign.likely, 0.5)) if on_rule and sign.text in FOOTLESS else sign


def _as_text(page: Inked, found: Sequence[tuple[Sign, Box]]) -> Signs:
    if not found:
        return "", ()
    read, places = [_doubted(sign, page, place) for sign, place in found], [place for _, place in found]
    text, sure = read[0].text, [round(100 * read[0].likely)]
    for (one, other), sign in zip(pairwise(places), read[1:], strict=True):
        if other[0] - (one[0] + one[2]) > SPACE * max(one[3], other[3]):
            text, sure = f"{text} ", [*sure, 100]
        text, sure = text + sign.text, [*sure, round(100 * sign.likely)]
    return text, tuple(sure)


def _with_touching(pictures: Sequence[Picture], places: Sequence[Box]) -> Iterator[list[tuple[Sign, Box]]]:
    """The signs; a broad one that is none is read as two digits that touch, if both are read well so."""
    signs = read_signs(pictures)
    broad = {
        number: halves
        for number, (sign, picture) in enumerate(zip(signs, pictures, strict=True))
        if not sign.text.isdigit() and (halves := _halves(picture)) is not None
    }
    parts = iter(read_signs([half for _, *halves in broad.values() for half in halves]))
    for number, (sign, (x, y, width, height)) in enumerate(zip(signs, places, strict=True)):
        pair = (next(parts), next(parts)) if number in broad else ()
        if pair and all(part.text.isdigit() and part.likely >= SURE_HALF for part in pair):
            cut = broad[number][0]
            yield [(pair[0], (x, y, cut, height)), (pair[1], (x + cut, y, width - cut, height))]
        else:
            yield [(sign, (x, y, width, height))]

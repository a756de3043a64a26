"""The places of answers on a form that somebody drew: where the boxes of the drawing lie on this scan of it.

The labels that were read are the anchors: behind each its answer begins, on the scan and in the drawing. So a label
that a pen or a stamp hides costs nothing, and the boxes are as broad and as high as they were drawn.
"""

from __future__ import annotations

from collections.abc import Iterator, Sequence

import numpy as np

from scanning.fields.registration import boxes_on_page, register
from scanning.fields.spaces import Space
from scanning.fields.templates import Area, Label


def with_drawn(labels: Sequence[Label], spaces: Sequence[Space]) -> tuple[Space, ...]:
    """The spaces that were found by their labels, with the drawn ones in their stead and beside them."""
    drawn = {number: label.area for number, label in enumerate(labels) if label.area is not None}
    placed = {
        space.label: space
        for page in {labels[number].page for number in drawn}
        for space in _on(page, labels, drawn, spaces)
    }
    return tuple(space for space in spaces if space.label not in placed) + tuple(placed.values())


def _on(page: int, labels: Sequence[Label], drawn: dict[int, Area], spaces: Sequence[Space]) -> Iterator[Space]:
    """The drawn spaces of one page of the form, which is that page of the paper; nothing where the two do not agree."""
    mine = {number: area for number, area in drawn.items() if labels[number].page == page}
    found = [space for space in spaces if space.page == page and space.label in mine and not space.party]
    if not found:
        return
    on_form = np.array([(mine[space.label][0], _middle(mine[space.label])) for space in found])
    on_page = np.array([(space.lines[0][0], _middle(space.lines[0])) for space in found])
    registration = register(on_form, on_page)
    if registration is None:
        return
    boxes = boxes_on_page(registration, list(mine.values()))
    for number, (left, top, width, height) in zip(mine, boxes.tolist(), strict=True):
        yield Space(number, "", page, ((round(left), round(top), round(width), round(height)),))


def _middle(box: Sequence[float]) -> float:
    return box[1] + box[3] / 2

"""One sheet where one is enough: a paper whose last lines would stand alone on a second page comes closer together.

Gaps shrink first, then the air between lines; letters keep their size. A paper that needs two pages all the same is
printed with the usual room.
"""

from __future__ import annotations

from collections.abc import Iterator, Sequence
from typing import Protocol, runtime_checkable

from reportlab.platypus import Flowable, Table

CLOSEST = 2


@runtime_checkable
class Closing(Protocol):
    """A part of a paper that can do with less room."""

    def come_closer(self, level: int) -> None: ...


def fit(copy: Sequence[Flowable], width: float, height: float) -> None:
    """Brings the parts of one copy so close that it stands in `width` × `height` points, if that makes it fit."""
    parts = list(_parts(copy))
    for level in range(CLOSEST + 1):
        _set(parts, level)
        if height_of(copy, width, height) <= height:
            return
    _set(parts, 0)


def height_of(flowables: Sequence[Flowable], width: float, enough: float) -> float:
    """How high they are together; more than `enough` is not measured to its end."""
    total = below = 0.0
    for flowable in _flat(flowables):
        total += below + flowable.getSpaceBefore() + flowable.wrap(width, enough)[1]
        below = flowable.getSpaceAfter()
        if total > enough:
            break
    return total


def _flat(flowables: Sequence[Flowable]) -> Iterator[Flowable]:
    """Themselves, or what is kept together in them."""
    for flowable in flowables:
        inside = getattr(flowable, "_content", None)
        yield from [flowable] if inside is None else _flat(inside)


def _set(parts: Sequence[Closing], level: int) -> None:
    for part in parts:
        part.come_closer(level)


def _parts(flowables: Sequence[Flowable]) -> Iterator[Closing]:
    for flowable in flowables:
        if isinstance(flowable, Closing):
            yield flowable
        elif isinstance(flowable, Table):
            for row in vars(flowable)["_cellvalues"]:
                for cell in row:
                    yield from _parts(cell if isinstance(cell, list | tuple) else [cell])
        else:
            yield from _parts(getattr(flowable, "_content", ()))

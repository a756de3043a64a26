"""Where on a form a pen may have written: what stands behind its labels and was not surely read as print.

To look for a pen costs more than all else that is done with fields, so a few answers are tried first, and only where
one was written is it looked for in all that was not read.
"""

from __future__ import annotations

from collections.abc import Collection, Iterator
from dataclasses import dataclass
from itertools import pairwise

from counter_app.dossier.pages import Box, PageReading
from scanning.fields.digits import IN_DIGITS
from scanning.fields.extract import LEAST_OF_LABELS, Laid, read_places
from scanning.fields.labels import Place

RIM = 1.0
"""Heights of a label above it that are looked at with it, and as many of the next one: a pen goes beyond its line."""
RIM_OF_ANSWER = 0.35
"""Heights of a label above and below the line where its answer is tried."""
LAST = 6.0
"""Heights below the last label that may belong to it."""


@dataclass(frozen=True)
class Unread:
    """What of a form's page was not read, from above."""

    answers: tuple[Box, ...]
    """Where answers that were not surely read begin: each from its label to the next one or the page's edge."""
    places: tuple[Box, ...]
    """From each label without a sure value to the next one, or `everywhere` if most are without; all of the page where
    too few labels were read."""
    everywhere: tuple[Box, ...]
    """From each label that asks for something to the next one."""
    numbers: tuple[Box, ...]
    """Behind each label that asks for a number or a day."""
    without_labels: tuple[Box, ...]
    """Where a label was not found that must stand there."""


def unread(laid: Laid, page: PageReading) -> Unread:
    """Where it pays to look for a pen. `laid`: the page's form over its words."""
    if laid.share < LEAST_OF_LABELS:
        everything = ((0, 0, page.width, page.height),)
        return Unread(everything, everything, everything, everything, everything)
    labels = laid.template.labels
    sure = {place for place, fields in read_places(laid) if fields and all(field.sure for field in fields)}
    asking = {place for place in laid.places if labels[place.label].parts}
    numbers = {place for place in asking if any(part.kind in IN_DIGITS for part in labels[place.label].parts)}
    lacking = set(_lacking(laid))
    everywhere, doubtful = asking | lacking, (asking - sure) | lacking
    return Unread(
        tuple(_answer(laid, page, place) for place in asking - sure) + _places(laid, page, lacking, rim=0),
        _places(laid, page, doubtful if len(sure) >= len(asking - sure) else everywhere),
        _places(laid, page, everywhere),
        tuple(_answer(laid, page, place) for place in numbers),
        _places(laid, page, lacking),
    )


def _answer(laid: Laid, page: PageReading, place: Place) -> Box:
    """The line behind a label, to the next label on it."""
    last = laid.words[place.end - 1]
    left, rim = last.box[0] + last.box[2], round(RIM_OF_ANSWER * last.box[3])
    others = (laid.words[other.start] for other in laid.places if other.start >= place.end)
    right = next((other.box[0] for other in others if other.line == last.line), page.width)
    top = max(0, last.box[1] - rim)
    return left, top, max(1, right - left), min(page.height, last.box[1] + last.box[3] + rim) - top


def _places(laid: Laid, page: PageReading, behind: Collection[Place], rim: float = RIM) -> tuple[Box, ...]:
    tops = sorted(laid.words[place.start].box[1] for place in laid.places)
    found = []
    for place in behind:
        _, top, _, height = laid.words[place.start].box
        last = laid.words[place.end - 1].box
        below = next((other for other in tops if other > last[1] + last[3]), round(last[1] + LAST * height))
        found.append((max(0, top - round(rim * height)), min(page.height, below + round(rim * height))))
    return tuple((0, start, page.width, end - start) for start, end in _joined(sorted(found)))


def _lacking(laid: Laid) -> Iterator[Place]:
    """The places behind which a label that asks for something was not found before the next one."""
    labels = laid.template.labels
    for one, other in pairwise(laid.places):
        if any(label.parts and not label.optional for label in labels[one.label + 1 : other.label]):
            yield one


def _joined(stretches: list[tuple[int, int]]) -> Iterator[tuple[int, int]]:
    """From where to where, what overlaps taken together."""
    top, bottom = stretches[0] if stretches else (0, 0)
    for start, end in stretches[1:]:
        if start > bottom:
            yield top, bottom
            top = start
        bottom = max(bottom, end)
    if bottom:
        yield top, bottom

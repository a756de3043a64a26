"""Where on a form a pen may have written: what stands behind its labels and was not surely read as print.

To look for a pen costs more than all else that is done with fields, so it is looked for there alone.
"""

from __future__ import annotations

from collections.abc import Collection, Iterator
from dataclasses import dataclass
from itertools import pairwise

from counter_app.dossier.pages import PageReading
from scanning.fields.extract import LEAST_OF_LABELS, Laid, lay, read_places
from scanning.fields.labels import Place
from scanning.fields.templates import Template

Stretch = tuple[int, int]
"""The upper and the lower end of a part of a page, in its pixels."""
RIM = 1.0
"""Heights of a label above it that are looked at with it, and as many of the next one: a pen goes beyond its line."""
LAST = 6.0
"""Heights below the last label that may belong to it."""


@dataclass(frozen=True)
class Unread:
    """What of a form's page was not read, from above."""

    stretches: tuple[Stretch, ...]
    """From each label without a sure value to the next one; all of the page where too few labels were read."""
    without_labels: tuple[Stretch, ...]
    """Likewise, those of them where a label was not found that must stand there."""
    surely_read: bool
    """Whether there are sure values beside them."""


def unread(template: Template, page: PageReading) -> Unread:
    """Where it pays to look for a pen."""
    laid = lay(template, [page])
    if laid.share < LEAST_OF_LABELS:
        everything = ((0, page.height),)
        return Unread(everything, everything, False)
    read = list(read_places(laid))
    doubtful = {place for place in laid.places if template.labels[place.label].parts} - {place for place, _ in read}
    doubtful |= {place for place, fields in read if not fields or not all(field.sure for field in fields)}
    lacking = set(_lacking(laid))
    return Unread(
        tuple(_joined(_stretches(laid, page, doubtful | lacking))),
        tuple(_joined(_stretches(laid, page, lacking))),
        any(field.sure for _, fields in read for field in fields),
    )


def _stretches(laid: Laid, page: PageReading, behind: Collection[Place]) -> list[Stretch]:
    tops = sorted(laid.words[place.start].box[1] for place in laid.places)
    found = []
    for place in behind:
        _, top, _, height = laid.words[place.start].box
        last = laid.words[place.end - 1].box
        below = next((other for other in tops if other > last[1] + last[3]), round(last[1] + LAST * height))
        rim = round(RIM * height)
        found.append((max(0, top - rim), min(page.height, below + rim)))
    return sorted(found)


def _lacking(laid: Laid) -> Iterator[Place]:
    """The places behind which a label that asks for something was not found before the next one."""
    labels = laid.template.labels
    for one, other in pairwise(laid.places):
        if any(label.parts and not label.optional for label in labels[one.label + 1 : other.label]):
            yield one


def _joined(stretches: list[Stretch]) -> Iterator[Stretch]:
    top, bottom = stretches[0] if stretches else (0, 0)
    for start, end in stretches[1:]:
        if start > bottom:
            yield top, bottom
            top = start
        bottom = max(bottom, end)
    if bottom:
        yield top, bottom

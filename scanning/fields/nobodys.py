"""Labels of which it is not known whose they are: people are told apart by the names, or the headings, that stand
before what is asked of them, and on a form of another version these stand otherwise."""

from __future__ import annotations

from collections import Counter
from collections.abc import Sequence

from scanning.fields.labels import Place
from scanning.fields.templates import Label


def of_nobody(labels: Sequence[Label], places: Sequence[Place]) -> frozenset[int]:
    """The labels of people whose name's label was not found, nor the heading right before it, if the form asks others
    the same by the same words: these may be the others'. By their numbers in the template; none of a table, where
    columns tell people apart."""
    there = {place.label for place in places}
    heads: dict[str, list[int]] = {}
    heading: list[int] = []
    for number, label in enumerate(labels):
        heading = [number] if label.anchor else heading
        for part in label.parts:
            role, _, what = part.field.partition(".")
            if what == "name" and not label.columns:
                heads.setdefault(role, []).extend((number, *heading))
                heading = []
    lacking = {role for role, numbers in heads.items() if not there.intersection(numbers)}
    asked = Counter(wording for label in labels for wording in label.wordings)
    return frozenset(
        number
        for number, label in enumerate(labels)
        if any(part.field.partition(".")[0] in lacking for part in label.parts)
        and any(asked[wording] > 1 for wording in label.wordings)
    )

"""The two columns of a table of two people: which of them stands left, and where the right one begins."""

from __future__ import annotations

from collections.abc import Sequence
from functools import partial
from itertools import groupby, pairwise

from rapidfuzz.distance import Levenshtein

from scanning.fields.labels import Place
from scanning.fields.lines import Print, around
from scanning.fields.templates import Template

FIRST = 3
"""Letters of a heading's first word by which it is known beside the other one."""


def columns_of(
    template: Template, words: Sequence[Print], places: Sequence[Place]
) -> tuple[int, tuple[str, str]] | None:
    """Where the right one of two columns begins, and the parties' names from left to right, by the table's heading."""
    middles = headings_of(template, words)
    if len(middles) != 2:
        return None
    left_name, right_name = sorted(middles, key=middles.__getitem__)
    rows = [place for place in places if template.labels[place.label].columns]
    if not rows:
        return None
    inside = words[rows[0].start : places[-1].start]
    return _widest_gap(inside, round(middles[left_name]), round(middles[right_name])), (left_name, right_name)


def headings_of(template: Template, words: Sequence[Print]) -> dict[str, float]:
    """The middle of each party's heading. Where one was read, the other may be misread beside it, or but its first word
    be read: a pen ran over it."""
    found: dict[str, Sequence[Print]] = {}
    for name, headings in template.parties:
        pair = next((pair for pair in pairwise(words) if "".join(word.letters for word in pair) in headings), None)
        if pair:
            found[name] = pair
    if len(found) == 1:
        known = next(iter(found.values()))
        name, headings = next(party for party in template.parties if party[0] not in found)
        beside = [word for word in words if word not in known and _are_level(word, known[0])]
        alike = [pair for pair in pairwise(beside) if any(map(partial(_is_heading, pair), headings))]
        begun = [(word,) for word in beside if any(map(partial(_begins_with, word), headings))]
        if len(alike) == 1 or len(begun) == 1:
            found[name] = (alike or begun)[0]
    boxes = {name: around(word.box for word in read) for name, read in found.items()}
    return {name: left + width / 2 for name, (left, _, width, _) in boxes.items()}


def _are_level(one: Print, other: Print) -> bool:
    return one.page == other.page and abs(one.box[1] - other.box[1]) < other.box[3] / 2


def _is_heading(pair: Sequence[Print], heading: str) -> bool:
    """Whether two words are a heading, some letters of its second one misread."""
    text = "".join(word.letters for word in pair)
    return _begins_with(pair[0], heading) and Levenshtein.distance(text, heading) <= len(heading) // 3


def _begins_with(word: Print, heading: str) -> bool:
    return len(word.letters) >= FIRST and heading.startswith(word.letters)


def _widest_gap(words: Sequence[Print], left: int, right: int) -> int:
    """The middle of the broadest stretch between two places that fewest words cross."""
    crossing = [0] * (right - left + 1)
    for word in words:
        for x in range(max(left, word.box[0]), min(right, word.box[0] + word.box[2]) + 1):
            crossing[x - left] += 1
    fewest = min(crossing)
    stretches = [list(found) for few, found in groupby(range(len(crossing)), lambda x: crossing[x] == fewest) if few]
    longest = max(stretches, key=len)
    return left + (longest[0] + longest[-1]) // 2

"""Two forms on one sheet, beside each other where it lies across, or one under the other, as offices print them to save
paper: their words say so, where the picture alone could be a list with an empty middle."""

from __future__ import annotations

from dataclasses import replace

from rapidfuzz import fuzz

from counter_app.dossier.pages import PageReading
from counter_app.dossier.plain import plain
from scanning.fields.lines import line_texts
from scanning.fields.titles import titles_among

SAME_HEIGHT = 0.08
"""Share of the sheet's height by which the headers of two forms beside each other lie apart at most."""
ACROSS = 2
"""Words that may lie over the middle of the sheet: specks and what was read of a fold."""
_STATE_HEADER = "cong hoa xa hoi chu nghia viet nam"
_SIMILAR_HEADER = 85.0


def is_header(text: str) -> bool:
    """The header of the state, alone on its line or with the agency's name at its left."""
    written = plain(text)
    return len(written) >= len(_STATE_HEADER) - 3 and fuzz.partial_ratio(_STATE_HEADER, written) >= _SIMILAR_HEADER


def are_two_forms(page: PageReading) -> bool:
    """Whether the header of the state stands over both halves of a sheet that lies across, and nothing lies over its
    middle."""
    middle = page.width // 2
    if (
        page.width <= page.height
        or sum(word.box[0] < middle < word.box[0] + word.box[2] for word in page.words) > ACROSS
    ):
        return False
    left = tuple(word for word in page.words if word.box[0] + word.box[2] // 2 < middle)
    right = tuple(word for word in page.words if word.box[0] + word.box[2] // 2 >= middle)
    tops = [_top_of_header(replace(page, words=words, print_words=(), writing=())) for words in (left, right)]
    return None not in tops and abs((tops[0] or 0) - (tops[1] or 0)) <= SAME_HEIGHT * page.height


def top_of_another(page: PageReading) -> int | None:
    """From which pixel on a form of another kind stands under the first one, each with a title below the state's own
    header; None where there is one form, or more than two: what belongs to two components is two pages."""
    if page.width > page.height or len(list(titles_among(page.text.splitlines()))) < 2:
        return None
    lines = line_texts([page])
    titles = list(titles_among([line.text for line in lines]))
    if len(titles) != 2 or titles[0].known_as.paper == titles[1].known_as.paper:
        return None
    first, second = titles
    header = next((line for line in lines[first.end : second.start] if is_header(line.text)), None)
    if header is None or not any(is_header(line.text) for line in lines[: first.start]):
        return None
    above = max(box[1] + box[3] for line in lines if line.top < header.top for box in (word.box for word in line.words))
    return min(header.top, (above + header.top) // 2)


def _top_of_header(page: PageReading) -> int | None:
    return next((line.top for line in line_texts([page]) if is_header(line.text)), None)

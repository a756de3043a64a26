"""How the spaces of a form are filled in: printed, written by hand or empty."""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import dataclass

from counter_app.dossier.pages import Box, PageReading, Writing
from scanning.fields.field import EMPTY, HANDWRITTEN, PRINTED
from scanning.fields.lines import Print, shared
from scanning.fields.spaces import Space

INSIDE = 0.5
"""Share of a writing's or a word's breadth that lies in the space it belongs to."""
CLEARLY, SHORT = 70.0, 2.0
"""What is shorter than so many heights of a line must be as likely a pen's: else it is a footnote's mark."""
SURELY_BY_PEN = 90.0
"""How likely what stands beside print must be a pen's, so that the print is not taken for the answer."""
READ, TOUCHED = 60.0, 0.1
"""Confidence below which a word that lies so far in what was written was read from it."""
TWO_LINES, WITHIN = 1.6, 0.35
"""Heights of a line from which on a writing is of two, and the share of a line's height it may leave out above and
below where it goes through it."""
UNCLEAR = 50.0
"""How sure it is that what goes through a line was written on it too."""
ABOVE = 0.75
"""Heights of a line by which writing may stand above the line it belongs to."""


@dataclass(frozen=True)
class Filled:
    """A space and what stands in it."""

    space: Space
    how: str
    """PRINTED, HANDWRITTEN or EMPTY."""
    confidence: float
    """How sure that is, 0 to 100."""
    writing: tuple[Writing, ...]
    """From left to right, line by line."""


def filled(spaces: Sequence[Space], words: Sequence[Print], pages: Sequence[PageReading]) -> tuple[Filled, ...]:
    """Each space with what is written in it."""
    written: dict[int, list[tuple[int, Writing]]] = {number: [] for number in range(len(spaces))}
    for page, reading in enumerate(pages):
        for writing in reading.writing:
            number, line = _belongs_to(_beside_print(writing.box, reading), page, spaces)
            if number >= 0 and (writing.signs.strip() or not writing.boxes):
                written[number].append((line, writing))
    found = [_filled(space, written[number], words) for number, space in enumerate(spaces)]
    return tuple(_with_what_reaches_in(item, pages) if item.how == EMPTY else item for item in found)


def _beside_print(box: Box, page: PageReading) -> Box:
    """A writing without the print at its ends that grew together with it: the mark of a footnote, a colon."""
    left, top, width, height = box
    right = left + width
    for word in page.print_words:
        x, y, broad, high = word.box
        if min(y + high, top + height) - max(y, top) < INSIDE * high or broad >= width:
            continue
        if x <= left < x + broad < right:
            left = x + broad
        elif left < x < right <= x + broad:
            right = x
    return left, top, right - left, height


def _with_what_reaches_in(empty: Filled, pages: Sequence[PageReading]) -> Filled:
    """A space in which nothing stands by itself, but what was written over its line and another one's: where strokes of
    two lines touch, their writing is one. What it says of this one is not known."""
    for writing in pages[empty.space.page].writing:
        for left, top, width, height in empty.space.lines:
            x, y, broad, high = writing.box
            beside = min(x + broad, left + width) - max(x, left)
            through = y <= top + WITHIN * height and y + high >= top + (1 - WITHIN) * height
            if not writing.boxes and high > TWO_LINES * height and through and beside >= INSIDE * min(broad, width):
                return Filled(empty.space, HANDWRITTEN, UNCLEAR, ())
    return empty


def _belongs_to(box: Box, page: int, spaces: Sequence[Space]) -> tuple[int, int]:
    """The space, and the line of it, in which most of a writing stands; -1 for none."""
    best, found = 0.0, (-1, -1)
    for number, space in enumerate(spaces):
        for line, place in enumerate(space.lines if space.page == page else ()):
            beside = min(_end(box), _end(place)) - max(box[0], place[0])
            if beside < INSIDE * min(box[2], place[2]):
                continue
            top = place[1] - ABOVE * place[3]
            height = min(box[1] + box[3], place[1] + place[3]) - max(box[1], top)
            weight = beside * height - 0.2 * beside * abs(box[1] + box[3] - place[1] - place[3])
            if height > 0.3 * min(box[3], place[3]) and weight > best:
                best, found = weight, (number, line)
    return found


def _filled(space: Space, written: list[tuple[int, Writing]], words: Sequence[Print]) -> Filled:
    writing = tuple(item for _, item in sorted(written, key=lambda pair: (pair[0], pair[1].box[0])))
    by_pen = sum(item.box[2] for item in writing)
    printed = sum(word.box[2] for word in words if _is_print_in(word, space, writing))
    if not by_pen and not printed:
        return Filled(space, EMPTY, 100.0, ())
    likely = sum(item.box[2] * item.likely for item in writing) / max(1, by_pen)
    if not printed and likely < CLEARLY and by_pen < SHORT * space.lines[0][3]:
        return Filled(space, EMPTY, round(100 - likely, 1), ())
    if likely >= SURELY_BY_PEN and by_pen >= SHORT * space.lines[0][3]:
        return Filled(space, HANDWRITTEN, round(likely, 1), writing)  # print that a pen put right, or crossed out, too
    share = by_pen * likely / 100 / (by_pen + printed)
    if share > 0.5:
        return Filled(space, HANDWRITTEN, round(100 * share, 1), writing)
    return Filled(space, PRINTED, round(100 * (1 - share), 1), writing)


def _is_print_in(word: Print, space: Space, writing: Sequence[Writing]) -> bool:
    if word.page != space.page or word.by_pen or not any(map(str.isalnum, word.text)):
        return False
    if not any(shared(word.box, line) >= INSIDE for line in space.lines):
        return False
    over = INSIDE if word.confidence >= READ else TOUCHED
    return not any(shared(word.box, item.box) >= over for item in writing)


def _end(box: Box) -> int:
    return box[0] + box[2]

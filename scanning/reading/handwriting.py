"""What was written on a page by hand: where, with which signs, crossed out or not."""

from __future__ import annotations

import re
from collections.abc import Iterator, Sequence
from dataclasses import dataclass, replace
from functools import cached_property

import cv2
import numpy as np

from counter_app.dossier.pages import Box, Word, Writing
from scanning.picture import Boxes, Mask, Picture
from scanning.reading.pen import (
    DPI,
    Features,
    Inked,
    boxes_scaled,
    features,
    inked,
    lean_and_breadth,
    likely_by_pen,
    pieces_of,
)
from scanning.reading.signs import Signs, in_boxes, signs_of

UNIT = DPI / 25.4
PEN = 0.5
"""How likely a piece must be written by hand to be taken for it."""
CERTAINLY, SOMETHING = 0.9, 8.0
"""How likely pieces must be so, and the millimetres of them, that certainly something was written by hand."""
READ = 60.0
"""Confidence of a word from which on it is asked whether it is print."""
MUCH = 100.0
"""Millimetres of writing on a page that is worth being read once more without it."""
READ_SURELY, CERTAIN = 90.0, 0.95
"""Confidence of a word from which on it is print, unless its strokes are certainly a pen's."""
LIKE_PRINT = 0.55
"""Share of a page's writing from which on, if it was read surely, all of it is print: of forms filled in by hand it is
0 to 0.4, of print that is taken for it 0.67 and more (162 printed and 133 written forms, 200 dpi)."""
_SIGNS = re.compile(r"[^\W_]{2}")
OVERLAP = 0.4
"""Share of the smaller of two words that lies in the other, if both are the same."""
ASKED = 0.3
"""Share of a writing that must lie where a number belongs."""
SMALL = 3.0
"""Millimetres of a piece below which it tells less of itself."""
NEIGHBOURS, HEARD, HEARD_ALIKE = 4.0, 0.3, 0.6
"""Millimetres between pieces that are heard together, and how much one says of the other; more if their heads or their
feet are level within ALIKE millimetres."""
ALIKE = 0.35
TOGETHER = 3.5
"""Millimetres between two pieces of one writing."""
SAME_LINE = 0.4
"""Share of the lower piece's height that both have in common."""
MARK = 0.45
"""Height of a piece, in parts of a usual one's, below which it is an accent or a dot."""
CROSSED = 0.93
"""Share of its columns that a stroke through a writing covers."""
HIGHEST, LOWEST = 0.2, 0.78
"""Where it goes through, in parts of the writing's height from above."""
LONG_ENOUGH = 5.0
"""Millimetres of a writing in which a stroke is seen to cross it out."""


@dataclass(frozen=True, eq=False)
class SeenPage:
    """A page in which a pen is looked for: upright, straight, its paper white."""

    picture: Picture
    """Grey or in colours."""
    dpi: int
    """Of the picture."""
    scale: float
    """The page's pixels for one of the picture."""
    words: tuple[Word, ...]
    """As they were read from the page, pen and all; a pen may cross them, and they are print all the same."""
    dots: Boxes
    """Those to write on, in the page's pixels."""


@dataclass(frozen=True, eq=False)
class _Part:
    """A place of the page, its pieces, what they look like, and how likely each of them is a pen's."""

    place: Box
    """In the page's pixels."""
    scale: float
    """The page's pixels for one of `page`."""
    page: Inked
    boxes: Boxes
    seen: Features
    likely: Features

    @property
    def has_pen(self) -> bool:
        """Whether something was certainly written here."""
        return int(self.boxes[self.likely >= CERTAINLY, 2].sum()) >= SOMETHING * UNIT

    def on_page(self, box: Sequence[int]) -> Box:
        """A box of `page` in the page's pixels."""
        left, top, width, height = _scaled(box, self.scale)
        return self.place[0] + left, self.place[1] + top, width, height

    def of_page(self, box: Box) -> Box:
        """The other way round."""
        return _scaled((box[0] - self.place[0], box[1] - self.place[1], *box[2:]), 1 / self.scale)

    def holds(self, box: Box) -> bool:
        return _share_within(box, self.place) >= 1


@dataclass(frozen=True, eq=False)
class Handwriting:
    """What a page has of it, in the page's own pixels."""

    writing: tuple[Writing, ...]
    ruled: tuple[Box, ...]
    page: SeenPage
    parts: tuple[_Part, ...]
    """What was looked at."""

    @property
    def is_much(self) -> bool:
        """Whether more is written by hand than a signature and a date."""
        pixels = sum(writing.box[2] for writing in self.writing if not writing.boxes)
        return 25.4 * pixels / (self.page.dpi * self.page.scale) >= MUCH

    @property
    def reads_like_print(self) -> bool:
        """Whether most of it was read surely, word by word: bold print a scanner blurred, for nobody writes so."""
        surely = [word.box for word in self.page.words if word.confidence >= READ_SURELY and _SIGNS.search(word.text)]
        written = [writing.box for writing in self.writing if not writing.boxes]
        read = sum(word[2] for word in surely if any(_share_within(word, box) >= OVERLAP for box in written))
        return read > LIKE_PRINT * sum(box[2] for box in written)

    @cached_property
    def print_words(self) -> tuple[Word, ...]:
        """Those that were read well and whose strokes, looked at by themselves, are no pen's."""
        words = [word for word in self.page.words if word.confidence >= READ and len(word.text) > 1]
        inside = [[word for word in words if part.holds(word.box)] for part in self.parts]
        beside = (word for word in words if not any(part.holds(word.box) for part in self.parts))
        found = (word for part, mine in zip(self.parts, inside, strict=True) for word in _print(part, mine))
        return (*found, *beside)

    def taken_off(self, grey: Picture) -> Picture:
        """The page (rows × columns) without what a pen wrote, and without what it wrote on."""
        found = grey.copy()
        pieces = (part.on_page(box) for part in self.parts for box in part.boxes[part.likely < PEN].tolist())
        boxes = (*pieces, *(word.box for word in self.print_words))
        print_ = [(_with_marks(box), found[_with_marks(box)].copy()) for box in boxes]
        for x, y, width, height in self.ruled:
            found[max(0, y - 1) : y + height + 1, max(0, x - 1) : x + width + 1] = 255
        for writing in self.writing:
            if not writing.boxes:
                x, y, width, height = writing.box
                rim = round(0.1 * height)
                found[max(0, y - rim) : y + height + rim, max(0, x - rim) : x + width + rim] = 255
        for place, as_it_was in print_:
            found[place] = np.minimum(found[place], as_it_was)
        return found


def find_writing(page: SeenPage, places: Sequence[Box], numbers: Sequence[Box]) -> Handwriting:
    """What a pen wrote in some places of the page; what was read beside them is print.

    `numbers`: where numbers and days belong, and signs are worth being read one by one.
    """
    parts = tuple(_looked_at(page, place) for place in places)
    return Handwriting(
        tuple(writing for part in parts for writing in _writings(part, numbers)),
        tuple(part.on_page(box) for part in parts for box in part.page.ruled.tolist()),
        page,
        parts,
    )


def is_written_on(page: SeenPage, places: Sequence[Box]) -> bool:
    """Whether a pen certainly wrote something in one of the places: they are looked at until it did."""
    return any(_looked_at(page, place).has_pen for place in places)


def _looked_at(page: SeenPage, place: Box) -> _Part:
    left, top, right, bottom = (round(side / page.scale) for side in _corners(place))
    left, top = max(0, left), max(0, top)
    seen = np.ascontiguousarray(page.picture[top : max(top + 1, bottom), left : max(left + 1, right)])
    start, end = page.dots[:, :2] - place[:2], page.dots[:, :2] + page.dots[:, 2:] - place[:2]
    inside = ((start >= 0) & (end <= place[2:])).all(axis=1)
    dots = np.concatenate([start[inside], page.dots[inside, 2:]], axis=1)
    part = inked(seen, page.dpi, boxes_scaled(dots, 1 / page.scale))
    boxes = pieces_of(part)
    found = features(part, boxes)
    likely = _with_neighbours(boxes, likely_by_pen(found))
    return _Part(place, page.scale * page.dpi / DPI, part, boxes, found, likely)


def _writings(part: _Part, numbers: Sequence[Box]) -> Iterator[Writing]:
    for comb in part.page.combs:
        writing = in_boxes(part.page, comb)
        yield replace(writing, box=part.on_page(writing.box))
    runs = _runs(part.boxes, part.likely)
    around = [_around(part.boxes[run]) for run in runs]
    places = [part.on_page(box) for box in around]
    asked = [at for at, place in enumerate(places) if any(_share_within(place, number) >= ASKED for number in numbers)]
    signs = dict(zip(asked, signs_of(part.page, [around[at] for at in asked]), strict=True))
    for at, (run, place) in enumerate(zip(runs, places, strict=True)):
        found = signs.get(at, ("", ()))
        yield replace(_writing(part.page, part.boxes[run], part.likely[run], part.seen[run], found), box=place)


def _print(part: _Part, read: Sequence[Word]) -> Iterator[Word]:
    """The words whose strokes, looked at by themselves, are no pen's."""
    boxes = [part.of_page(word.box) for word in read]
    likely = likely_by_pen(features(part.page, _within(boxes, part.page.ink.shape)))
    for word, box, by_pen in zip(read, boxes, likely, strict=True):
        if by_pen < (PEN if word.confidence < READ_SURELY else CERTAIN):
            yield replace(word, box=_without_dots(word.box, box, part))


def _within(boxes: Sequence[Box], shape: tuple[int, ...]) -> Boxes:
    """The boxes without what lies beyond a picture's rim."""
    corners = np.array(boxes, np.int32).reshape(-1, 4)
    corners[:, 2:] += corners[:, :2]
    corners = np.clip(corners, 0, np.array([shape[1], shape[0]] * 2, np.int32))
    corners[:, 2:] -= corners[:, :2]
    return corners


def _corners(box: Box) -> Box:
    return box[0], box[1], box[0] + box[2], box[1] + box[3]


def only(places: Sequence[Box], grey: Picture) -> Picture:
    """The page (rows × columns), white but for some places of it."""
    found = np.full_like(grey, 255)
    for left, top, right, bottom in map(_corners, places):
        found[top:bottom, left:right] = grey[top:bottom, left:right]
    return found


def _without_dots(box: Box, seen: Box, part: _Part) -> Box:
    """A word's box without the dots behind it that were read with it; `seen`: the same box in the part's picture."""
    x, y, width, height = seen
    columns = np.flatnonzero(part.page.ink[max(0, y) : y + height, max(0, x) : x + width].any(axis=0))
    if not len(columns):
        return box
    left, right = (part.place[0] + round((max(0, x) + int(columns[end])) * part.scale) for end in (0, -1))
    return left, box[1], max(1, right - left + round(part.scale)), box[3]


def read_twice(one: Sequence[Word], other: Sequence[Word]) -> tuple[Word, ...]:
    """The words of two readings of one page: of those at one place the one that was read more surely."""
    kept = list(one)
    found = []
    for word in other:
        same = [before for before in one if _at_one_place(word.box, before.box)]
        if all(word.confidence > before.confidence for before in same):
            kept = [before for before in kept if before not in same]
            found.append(word)
    return (*kept, *found)


def _share_within(box: Box, other: Box) -> float:
    """Share of the first box that lies within the other."""
    width = min(box[0] + box[2], other[0] + other[2]) - max(box[0], other[0])
    height = min(box[1] + box[3], other[1] + other[3]) - max(box[1], other[1])
    return max(0, width) * max(0, height) / max(1, box[2] * box[3])


def _at_one_place(one: Box, other: Box) -> bool:
    return max(_share_within(one, other), _share_within(other, one)) > OVERLAP


def _scaled(box: Sequence[int], scale: float) -> Box:
    left, top, width, height = (round(side * scale) for side in box)
    return left, top, max(1, width), max(1, height)


def _with_marks(box: Box) -> tuple[slice, slice]:
    """A piece of print with the marks above and below its letters."""
    x, y, width, height = box
    return slice(max(0, y - round(0.3 * height)), y + round(1.2 * height)), slice(max(0, x - 1), x + width + 1)


def _with_neighbours(boxes: Boxes, likely: Features) -> Features:
    """How likely each piece is a pen's, heard with the pieces close by on its line: they are mostly of one kind."""
    if not len(boxes):
        return likely
    x, y, width, height = boxes.T.astype(np.float64)
    middle = y + height / 2
    apart = np.maximum(x[:, np.newaxis] - (x + width), x - (x + width)[:, np.newaxis])
    level = np.abs(middle[:, np.newaxis] - middle) < 0.5 * np.maximum(height[:, np.newaxis], height)
    near = (apart < NEIGHBOURS * UNIT) & level & ~np.eye(len(boxes), dtype=np.bool_)
    own = np.clip(np.log(likely / np.maximum(1e-6, 1 - likely) + 1e-6), -6, 6)
    own *= np.clip(width / (SMALL * UNIT), 0.3, 1.0)  # little is seen of short pieces
    level_tops = np.abs(y[:, np.newaxis] - y) < ALIKE * UNIT
    level_feet = np.abs((y + height)[:, np.newaxis] - (y + height)) < ALIKE * UNIT
    heard = own + (near * np.where(level_tops | level_feet, HEARD_ALIKE, HEARD)) @ np.clip(own, -3, 3)
    return np.asarray(1 / (1 + np.exp(-heard)), np.float32)


def _runs(boxes: Boxes, likely: np.ndarray) -> list[list[int]]:
    """Pieces by pen that follow each other closely on one line; marks above and below belong to what they stand at."""
    pens = np.flatnonzero(likely >= PEN)
    if not len(pens):
        return []
    usual = float(np.percentile(boxes[pens, 3], 60))
    marks = [row for row in pens.tolist() if boxes[row, 3] < MARK * usual and boxes[row, 2] < usual]
    runs: list[list[int]] = []
    for row in sorted(set(pens.tolist()) - set(marks), key=lambda row: int(boxes[row, 0])):
        near = [run for run in runs if _follows(_around(boxes[run[-2:]]), boxes[row].tolist())]
        if near:
            max(near, key=lambda run: int(boxes[run[-1], 0] + boxes[run[-1], 2])).append(row)
        else:
            runs.append([row])
    for row in marks:
        gaps = [_between(boxes[row].tolist(), _around(boxes[run])) for run in runs]
        if gaps and min(gaps) <= TOGETHER * UNIT:
            runs[gaps.index(min(gaps))].append(row)
    return runs


def _around(boxes: Boxes) -> Box:
    left, top = boxes[:, 0].min(), boxes[:, 1].min()
    right, bottom = (boxes[:, 0] + boxes[:, 2]).max(), (boxes[:, 1] + boxes[:, 3]).max()
    return int(left), int(top), int(right - left), int(bottom - top)


def _on_one_line(one: Box, other: Box) -> bool:
    shared = min(one[1] + one[3], other[1] + other[3]) - max(one[1], other[1])
    return shared >= SAME_LINE * min(one[3], other[3])


def _follows(one: Box, other: Box) -> bool:
    return _on_one_line(one, other) and other[0] - (one[0] + one[2]) <= TOGETHER * UNIT


def _between(mark: Box, run: Box) -> float:
    """Pixels between a mark and a writing; those above or below it count thrice."""
    beside = max(0, mark[0] - (run[0] + run[2]), run[0] - (mark[0] + mark[2]))
    above = max(0, mark[1] - (run[1] + run[3]), run[1] - (mark[1] + mark[3]))
    return beside + 3 * above


def _writing(page: Inked, boxes: Boxes, likely: np.ndarray, seen: Features, signs: Signs) -> Writing:
    box = _around(boxes)
    lean, breadth = lean_and_breadth(seen, boxes[:, 2])
    certain = round(100 * float(np.average(likely, weights=boxes[:, 2])), 1)
    return Writing(box, certain, *signs, 0, _is_crossed_out(page.ink, box), lean, breadth)


def _is_crossed_out(ink: Mask, box: Box) -> bool:
    """Whether a stroke goes through the middle of a writing from end to end. `ink`: without rules to write on."""
    x, y, width, height = box
    if width < LONG_ENOUGH * UNIT:
        return False
    part = cv2.dilate(ink[y : y + height, x : x + width], np.ones((3, 1), np.uint8))
    middle = slice(round(HIGHEST * height), round(LOWEST * height))
    for lean in np.linspace(-0.1, 0.1, 11):
        move = np.array([[1, 0, 0], [lean, 1, -lean * width / 2]], np.float32)
        level = cv2.warpAffine(part, move, (width, height), flags=cv2.INTER_NEAREST)[middle] > 0
        if level.size and level.mean(1).max() >= CROSSED:
            return True
    return False

"""What was written on a page by hand: where, with which signs, crossed out or not."""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import dataclass, replace
from typing import TypeVar

import cv2
import numpy as np

from counter_app.dossier.pages import Box, Word, Writing
from scanning.picture import Boxes, Mask, Picture
from scanning.reading.pen import DPI, Features, Inked, features, inked, lean_and_breadth, likely_by_pen, pieces_of
from scanning.reading.signs import Signs, in_boxes, signs_of

Placed = TypeVar("Placed", Word, Writing)

UNIT = DPI / 25.4
PEN = 0.5
"""How likely a piece must be written by hand to be taken for it."""
READ = 60.0
"""Confidence of a word from which on it is asked whether it is print."""
MUCH = 100.0
"""Millimetres of writing on a page that is worth being read once more without it."""
READ_SURELY, CERTAIN = 90.0, 0.95
"""Confidence of a word from which on it is print, unless its strokes are certainly a pen's."""
OVERLAP = 0.4
"""Share of the smaller of two words that lies in the other, if both are the same."""
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
class Handwriting:
    """What a page has of it, in the page's own pixels."""

    writing: tuple[Writing, ...]
    ruled: tuple[Box, ...]
    unit: float
    """Pixels of a millimetre."""
    print_pieces: tuple[Box, ...]
    print_words: tuple[Word, ...]
    """Those that were read well and whose strokes, looked at by themselves, are no pen's."""

    @property
    def is_much(self) -> bool:
        """Whether more is written by hand than a signature and a date."""
        return sum(writing.box[2] for writing in self.writing if not writing.boxes) >= MUCH * self.unit

    def taken_off(self, grey: Picture) -> Picture:
        """The page (rows × columns) without what a pen wrote, and without what it wrote on."""
        found = grey.copy()
        boxes = (*self.print_pieces, *(word.box for word in self.print_words))
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


def find_writing(picture: Picture, dpi: int, scale: float, words: Sequence[Word]) -> Handwriting:
    """The writing of a page: grey or in colours, upright, its paper white.

    `scale`: the page's pixels for one of the picture. `words`: as they were read from the page, pen and all; a pen may
    cross them, and they are print all the same.
    """
    page, scale = inked(picture, dpi), scale * dpi / DPI
    boxes = pieces_of(page)
    read = [word for word in words if word.confidence >= READ and len(word.text) > 1]
    of_words = np.array([_scaled(word.box, 1 / scale) for word in read], np.int32).reshape(-1, 4)
    seen = features(page, np.concatenate([boxes, of_words]))
    own = likely_by_pen(seen)
    likely = _with_neighbours(boxes, own[: len(boxes)])
    found = [in_boxes(page, comb) for comb in page.combs]
    runs = _runs(boxes, likely)
    signs = signs_of(page, [_around(boxes[run]) for run in runs])
    found += [_writing(page, boxes[run], likely[run], seen[run], of) for run, of in zip(runs, signs, strict=True)]
    return Handwriting(
        tuple(replace(writing, box=_scaled(writing.box, scale)) for writing in found),
        tuple(_scaled(box, scale) for box in page.ruled.tolist()),
        UNIT * scale,
        tuple(_scaled(box, scale) for box in boxes[likely < PEN].tolist()),
        _read_from_print(page, read, own[len(boxes) :], scale),
    )


def find_writing_in(
    stretches: Sequence[tuple[int, int]], picture: Picture, dpi: int, scale: float, words: Sequence[Word]
) -> Handwriting:
    """Likewise, but only what lies in some stretches of the page, each from an upper to a lower end in its pixels.

    What was read beside them is print.
    """
    beside = [word for word in words if word.confidence >= READ and len(word.text) > 1]
    found = []
    for top, bottom in stretches:
        start, end = round(top / scale), round(bottom / scale)
        inside = [_moved(word, -top) for word in words if top <= word.box[1] and word.box[1] + word.box[3] <= bottom]
        beside = [word for word in beside if not top <= word.box[1] <= word.box[1] + word.box[3] <= bottom]
        part = find_writing(np.ascontiguousarray(picture[start:end]), dpi, scale, inside)
        found.append(
            Handwriting(
                tuple(_moved(writing, top) for writing in part.writing),
                tuple(_box_moved(box, top) for box in part.ruled),
                part.unit,
                tuple(_box_moved(box, top) for box in part.print_pieces),
                tuple(_moved(word, top) for word in part.print_words),
            )
        )
    return Handwriting(
        tuple(writing for part in found for writing in part.writing),
        tuple(box for part in found for box in part.ruled),
        scale * dpi / 25.4,
        tuple(box for part in found for box in part.print_pieces),
        (*(word for part in found for word in part.print_words), *beside),
    )


def only(stretches: Sequence[tuple[int, int]], grey: Picture) -> Picture:
    """The page (rows × columns), white but for some stretches of it."""
    found = np.full_like(grey, 255)
    for top, bottom in stretches:
        found[top:bottom] = grey[top:bottom]
    return found


def _moved(item: Placed, down: int) -> Placed:
    return replace(item, box=_box_moved(item.box, down))


def _box_moved(box: Box, down: int) -> Box:
    return box[0], box[1] + down, box[2], box[3]


def _read_from_print(page: Inked, read: Sequence[Word], likely: Features, scale: float) -> tuple[Word, ...]:
    return tuple(
        replace(word, box=_without_dots(word.box, page, scale))
        for word, by_pen in zip(read, likely, strict=True)
        if by_pen < (PEN if word.confidence < READ_SURELY else CERTAIN)
    )


def _without_dots(box: Box, page: Inked, scale: float) -> Box:
    """A word's box without the dots behind it that were read with it."""
    x, y, width, height = _scaled(box, 1 / scale)
    columns = np.flatnonzero(page.ink[y : y + height, x : x + width].any(axis=0))
    if not len(columns):
        return box
    left, right = (round((x + int(columns[end])) * scale) for end in (0, -1))
    return left, box[1], max(1, right - left + round(scale)), box[3]


def read_twice(one: Sequence[Word], other: Sequence[Word]) -> tuple[Word, ...]:
    """The words of two readings of one page: of those at one place the one that was read more surely."""
    found: list[Word] = []
    for word in sorted((*one, *other), key=lambda word: -word.confidence):
        if not any(_at_one_place(word.box, taken.box) for taken in found):
            found.append(word)
    return tuple(found)


def _at_one_place(one: Box, other: Box) -> bool:
    width = min(one[0] + one[2], other[0] + other[2]) - max(one[0], other[0])
    height = min(one[1] + one[3], other[1] + other[3]) - max(one[1], other[1])
    return min(width, height) > 0 and width * height > OVERLAP * min(one[2] * one[3], other[2] * other[3])


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

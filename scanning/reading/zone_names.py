"""The line of a machine-readable zone that has the name: no digit checks it, and its fillers are read as letters.

But all signs of a zone are equally wide, and the lines that digits check say where fillers stand. So those of the
name's line are told by their shape, painted over, and what is left are so many letters.
"""

from __future__ import annotations

from collections.abc import Callable, Sequence

import cv2
import numpy as np
import numpy.typing as npt

from scanning.picture import Boxes, Picture

GLYPH = 0.75
"""Width of a sign in parts of what it has room for."""
LIKE_A_FILLER = 0.76
"""Correlation with the known fillers, which have 0.83 and more among each other; a K has at most 0.69."""
CLEARLY = 0.1
"""By how much the least filler of a line is more like one than what is most like one of its letters."""
INKED = 0.45
"""Mean of a serif's or a stem's columns, in parts of the darkest ink."""
SURELY = 0.9
"""From which on one is a filler to know others by."""
SIZE = (24, 36)
"""Pixels, across and down, in which signs are compared."""
SHIFT = 3
"""Pixels by which they may lie beside each other."""
FEWEST = 2
"""Fillers that must be known."""

PRINT = 140
"""Grey below which something is print."""
SPECKS = 3
"""Pixels of print across that make no line."""

ReadLetters = Callable[[Picture], str]
"""What reads a line of capitals."""


def read_name(picture: Picture, lines: Sequence[str], name: int, read_letters: ReadLetters) -> str | None:
    """The line number `name` of the zone; None where its letters do not fit the places between its fillers.

    `picture`: rows × columns, with the zone and perhaps other lines above it; `lines`: as they were read, the others
    checked by their digits.
    """
    rows = _rows(picture, len(lines))
    if rows is None:
        return None
    cells = [_cells(picture, rows, row, len(line)) for row, line in enumerate(lines)]
    checked = (zip(line, cells[row], strict=True) for row, line in enumerate(lines) if row != name)
    known = [cell for pairs in checked for sign, cell in pairs if sign == "<"]
    if len(known) < FEWEST:
        return None
    filler = _mean(known)
    filler = _mean([*known, *(cell for cell in cells[name] if _likeness(cell, filler) >= SURELY)])
    likeness = [_likeness(cell, filler) for cell in cells[name]]
    letters = read_letters(_without(picture, rows, name, [like >= LIKE_A_FILLER for like in likeness]))
    is_filler = _fillers(likeness, len(likeness) - len(letters))
    if is_filler is None:
        return None
    following = iter(letters)
    return "".join(
        "<" if filled else _i_or_t(next(following), cell) for filled, cell in zip(is_filler, cells[name], strict=True)
    )


def _fillers(likeness: Sequence[float], count: int) -> list[bool] | None:
    """Which signs of the line are so many fillers; None where those and its letters do not stand clearly apart, for the
    lines of a zone that lies askew grow less alike from end to end."""
    ordered = sorted(likeness, reverse=True)
    if not 0 < count < len(ordered) or ordered[count - 1] - ordered[count] < CLEARLY:
        return None
    return [like >= ordered[count - 1] for like in likeness]


def _i_or_t(letter: str, cell: Picture) -> str:
    """The letter; of these two, which Tesseract takes for each other, the one that the cell's foot shows: an I of OCR-B
    stands on a serif as broad as its upper one, a T on its stem."""
    if letter not in "IT":
        return letter
    ink = 255 - cell.astype(np.float32)
    there = np.flatnonzero(ink.max(axis=1) > INKED * ink.max())  # of a line askew each sign fills a part of its cell
    fifth = max(2, (there[-1] - there[0] + 1) // 5)
    parts = ink[there[0] : there[0] + fifth], ink[there[-1] + 1 - fifth : there[-1] + 1]
    upper, lower = (int((part.mean(axis=0) > INKED * ink.max()).sum()) for part in parts)
    return "I" if lower > upper / 2 else "T"


def _rows(picture: Picture, count: int) -> Boxes | None:
    """Where the last lines stand that are as high and as long as any; None for fewer of them."""
    print_there = picture < PRINT
    busy = np.flatnonzero(np.diff((print_there.sum(axis=1) > SPECKS).astype(np.int8), prepend=0, append=0))
    runs = [(top, bottom) for top, bottom in busy.reshape(-1, 2).tolist()]
    found = []
    for top, bottom in runs:
        across = np.flatnonzero(print_there[top:bottom].any(axis=0))
        found.append((int(across[0]), top, int(across[-1] - across[0] + 1), bottom - top))
    rows = np.array(found, np.int32).reshape(-1, 4)
    if not len(rows):
        return None
    rows = rows[(rows[:, 3] > 0.6 * rows[:, 3].max()) & (rows[:, 2] > 0.9 * rows[:, 2].max())]
    return np.asarray(rows[-count:], np.int32) if len(rows) >= count else None


def _grid(rows: Boxes, count: int) -> tuple[float, float]:
    """Where the middle of the first sign lies, and how far it is from one to the next."""
    left, right = rows[:, 0].min(), (rows[:, 0] + rows[:, 2]).max()
    pitch = float(right - left) / (count - 1 + GLYPH)
    return float(left) + GLYPH * pitch / 2, pitch


def _cells(picture: Picture, rows: Boxes, row: int, count: int) -> list[Picture]:
    """The signs of a line, all in one size."""
    first, pitch = _grid(rows, count)
    _, top, _, height = rows[row]
    found = []
    for number in range(count):
        middle = first + number * pitch
        left, right = max(0, round(middle - pitch / 2)), max(1, round(middle + pitch / 2))
        found.append(np.asarray(cv2.resize(picture[top : top + height, left:right], SIZE), np.uint8))
    return found


def _mean(cells: Sequence[Picture]) -> npt.NDArray[np.float32]:
    return np.asarray(np.mean(cells, axis=0), np.float32)


def _likeness(cell: Picture, filler: npt.NDArray[np.float32]) -> float:
    around = cv2.copyMakeBorder(cell, SHIFT, SHIFT, SHIFT, SHIFT, cv2.BORDER_REPLICATE).astype(np.float32)
    return float(cv2.matchTemplate(around, filler, cv2.TM_CCOEFF_NORMED).max())


def _without(picture: Picture, rows: Boxes, row: int, is_filler: Sequence[bool]) -> Picture:
    """The line alone, its fillers painted over."""
    first, pitch = _grid(rows, len(is_filler))
    _, top, _, height = rows[row]
    around = round(height / 2)
    line = picture.copy()
    for number, filled in enumerate(is_filler):
        if filled:
            middle = first + number * pitch
            line[top : top + height, max(0, round(middle - pitch / 2)) : round(middle + pitch / 2)] = 255
    alone = np.full((height + 2 * around, picture.shape[1]), 255, np.uint8)
    alone[around : around + height] = line[top : top + height]
    return alone

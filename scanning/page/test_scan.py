"""The printed test page (`printing.forms.test_page`) as a scanner gives it back, measured by the places it is known to
have: resolution, skew, where the print lies on the sheet, grey steps, fine lines, streaks.

One sheet through both machines cannot say of every fault whose it is; what is said names both where it may be either.
"""

from __future__ import annotations

from dataclasses import dataclass
from itertools import pairwise

import cv2
import numpy as np
import numpy.typing as npt

from counter_app.errors import CounterError
from printing.forms import test_page as paper
from scanning.page.decode import decode
from scanning.pages import RawPage
from scanning.picture import Boxes, Picture, weakest

_DARK = 128
_CROSS = (0.6, 1.5)  # of its size by the width of the picture: what may be one
_FILLED = (0.15, 0.42)  # share of its box that a cross blackens (0.22 as drawn)
_ALIKE = 8  # grey levels: steps nearer than that are not told apart
_SEEN_LINES = 0.25  # contrast of the lines that are told apart
_STREAK = 14  # grey levels darker than the band, in every band at the same place
_GAP = 60  # grey levels lighter than the bar


class NoTestPage(CounterError):
    """The crosses of the test page are not in the picture, or not all."""

    what = "The scanned page is not the whole test page."
    todo = "Print the test page, lay it straight on the scanner, whole, and scan it again."


@dataclass(frozen=True)
class TestScan:
    """What was measured. `dpi` across and down by the crosses; `stated` is what the file says. `skew`: degrees
    clockwise. `size` and `offset` in mm by the measured dpi: of the picture, and how far right and down the print lies
    on it; `offset` is None where the picture was not cut at the sheet. `streaks` and `gaps`: mm from the left."""

    dpi: tuple[float, float]
    stated: int
    skew: float
    size: tuple[float, float]
    offset: tuple[float, float] | None
    greys: int
    darkest: int
    paper: int
    finest: float | None
    """How far apart the finest lines are that are told apart, in mm."""
    streaks: tuple[float, ...]
    gaps: tuple[float, ...]

    @property
    def scale(self) -> float:
        """How large the print is by the stated resolution; 1 as it should be."""
        return sum(self.dpi) / 2 / self.stated


def measure(page: RawPage) -> TestScan:
    """What the scanned test page says of printer and scanner, however it lay. Raises NoTestPage, and what `decode`
    raises."""
    decoded = decode(page)
    grey = weakest(decoded.picture)
    upright, corners = _upright(np.asarray(grey, np.uint8))
    across = _mean(_distance(corners, 0, 1), _distance(corners, 3, 2)) / (paper.CROSSES[1][0] - paper.CROSSES[0][0])
    down = _mean(_distance(corners, 0, 3), _distance(corners, 1, 2)) / (paper.CROSSES[3][1] - paper.CROSSES[0][1])
    rows, columns = upright.shape
    size = (columns / across, rows / down)
    straight = _straightened(upright, corners)
    return TestScan(
        dpi=(across * 25.4, down * 25.4),
        stated=decoded.dpi,
        skew=_skew(corners),
        size=size,
        offset=_offset(corners, across, down, size, (columns, rows)),
        **_tones(straight),
        finest=_finest(straight),
        streaks=_streaks(straight, _skew(corners)),
        gaps=_gaps(straight),
    )


_Points = npt.NDArray[np.float64]
_PER_MM = 10  # pixels of the straightened page: fine enough for lines 0.3 mm apart


def _upright(grey: Picture) -> tuple[Picture, _Points]:
    """The page turned upright, and the middles of its crosses. Raises NoTestPage."""
    middles = _crosses(grey)
    if len(middles) < 5:
        raise NoTestPage(str(len(middles)))
    for turn in range(4):
        turned = np.ascontiguousarray(np.rot90(grey, turn))
        points = _turned(middles, grey.shape, turn)
        corners = np.array([points[_corner(points, turned.shape, x, y)] for x, y in ((0, 0), (1, 0), (1, 1), (0, 1))])
        if len({tuple(corner) for corner in corners}) < 4:
            raise NoTestPage("corners")
        share = (paper.UPRIGHT[0] - paper.CROSSES[0][0]) / (paper.CROSSES[1][0] - paper.CROSSES[0][0])
        awaited = corners[0] + (corners[1] - corners[0]) * share
        near = 0.03 * float(np.linalg.norm(corners[1] - corners[0]))
        if turned.shape[0] > turned.shape[1] and np.min(np.linalg.norm(points - awaited, axis=1)) < near:
            return turned, corners
    raise NoTestPage("which side is up")


def _crosses(grey: Picture) -> _Points:
    """The middles (x, y) of all that looks like a cross, in pixels."""
    size = 2 * paper.ARM * min(grey.shape) / paper.SHEET[0]
    count, _, boxes, middles = cv2.connectedComponentsWithStats((grey < _DARK).view(np.uint8))
    found: Boxes = boxes[1:count, :4].astype(np.int32)
    wide, high, area = found[:, 2], found[:, 3], boxes[1:count, 4]
    fits = (np.minimum(wide, high) > _CROSS[0] * size) & (np.maximum(wide, high) < _CROSS[1] * size)
    filled = area / np.maximum(wide * high, 1)
    centred = np.abs(found[:, :2] + found[:, 2:] / 2 - middles[1:count]).max(axis=1) < 0.08 * size
    return np.asarray(middles[1:count][fits & centred & (filled > _FILLED[0]) & (filled < _FILLED[1])], np.float64)


def _turned(points: _Points, shape: tuple[int, ...], turn: int) -> _Points:
    """Where points are after so many quarter turns to the left."""
    rows, columns = shape[:2]
    for _ in range(turn):
        points = np.column_stack([points[:, 1], columns - 1 - points[:, 0]])
        rows, columns = columns, rows
    return points


def _corner(points: _Points, shape: tuple[int, ...], x: int, y: int) -> int:
    """The place of the point nearest to a corner of the picture."""
    corner = np.array([x * shape[1], y * shape[0]])
    return int(np.argmin(np.linalg.norm(points - corner, axis=1)))


def _distance(corners: _Points, one: int, other: int) -> float:
    return float(np.linalg.norm(corners[one] - corners[other]))


def _mean(one: float, other: float) -> float:
    return (one + other) / 2


def _skew(corners: _Points) -> float:
    along = (corners[1] - corners[0]) + (corners[2] - corners[3])
    return float(np.degrees(np.arctan2(along[1], along[0])))


def _offset(
    corners: _Points, across: float, down: float, size: tuple[float, float], pixels: tuple[int, int]
) -> tuple[float, float] | None:
    """How far the middle of the print lies from the middle of the sheet; None where the picture is not the sheet."""
    if any(abs(is_ - should) > 4 for is_, should in zip(size, paper.SHEET, strict=True)):
        return None
    middle = corners.mean(axis=0)
    printed = np.mean(paper.CROSSES, axis=0) - np.array(paper.SHEET) / 2
    return (
        float((middle[0] - pixels[0] / 2) / across - printed[0]),
        float((middle[1] - pixels[1] / 2) / down - printed[1]),
    )


def _straightened(grey: Picture, corners: _Points) -> Picture:
    """The sheet as it was meant to be, _PER_MM pixels a millimetre."""
    places = np.array(paper.CROSSES, np.float32) * _PER_MM
    turn = cv2.getPerspectiveTransform(corners.astype(np.float32), places)
    wide, high = (int(side * _PER_MM) for side in paper.SHEET)
    return np.asarray(cv2.warpPerspective(grey, turn, (wide, high), flags=cv2.INTER_AREA, borderValue=255), np.uint8)


def _cut(straight: Picture, left: float, top: float, width: float, height: float) -> Picture:
    top_, left_ = round(top * _PER_MM), round(left * _PER_MM)
    return straight[top_ : top_ + round(height * _PER_MM), left_ : left_ + round(width * _PER_MM)]


def _tones(straight: Picture) -> dict[str, int]:
    """How many grey steps are told apart, how dark black is and how light the paper."""
    left, top, width, height = paper.GREYS
    steps = [
        float(np.median(_cut(straight, left + nth * width + 3, top + 3, width - 6, height - 6)))
        for nth in range(paper.STEPS)
    ]
    apart = 1 + sum(lighter - darker >= _ALIKE for darker, lighter in pairwise(steps))
    return {"greys": apart, "darkest": round(steps[0]), "paper": round(steps[-1])}


def _finest(straight: Picture) -> float | None:
    """The lines nearest to each other that are told apart: those farther apart are, too."""
    finest = None
    for begins, apart in paper.LINES:
        lines = _cut(straight, begins + 1, paper.LINES_TOP + 2, paper.LINES_WIDE - 2, paper.LINES_HIGH - 4)
        row = lines.mean(axis=0)
        wave = np.exp(-2j * np.pi * np.arange(len(row)) / (apart * _PER_MM))
        contrast = 2 * abs(float(np.abs(np.mean(row * wave)))) / 255 * np.pi / 2
        if contrast < _SEEN_LINES:
            return finest
        finest = apart
    return finest


def _streaks(straight: Picture, skew: float) -> tuple[float, ...]:
    """Dark lines through all bands where nothing is printed: straight down the sheet where the printer made them,
    straight down the picture, which the sheet may lie askew in, where the scanner did."""
    rows = [_darker(_cut(straight, 5, top, 200, height).mean(axis=0)) for top, height in paper.BANDS]
    wander = [(top - paper.BANDS[0][0]) * np.tan(np.radians(skew)) * _PER_MM for top, _ in paper.BANDS]
    of_scanner = [np.roll(row, -round(shift)) for row, shift in zip(rows, wander, strict=True)]
    found = [*_places(np.min(rows, axis=0) > _STREAK, 5), *_places(np.min(of_scanner, axis=0) > _STREAK, 5)]
    return tuple(place for nth, place in enumerate(found) if all(abs(place - other) > 2 for other in found[:nth]))


def _darker(row: npt.NDArray[np.float64]) -> npt.NDArray[np.float64]:
    """How much darker each place is than the paper around it; a streak that is a little askew still meets itself."""
    around = cv2.medianBlur(row.astype(np.uint8).reshape(1, -1), 101).reshape(-1)
    darker = (around - row).clip(0).astype(np.float32).reshape(1, -1)
    return np.asarray(cv2.dilate(darker, np.ones((1, 9), np.uint8)).reshape(-1), np.float64)


def _gaps(straight: Picture) -> tuple[float, ...]:
    """Where the black bar is light from top to bottom."""
    left, top, width, height = paper.BAR
    row = _cut(straight, left + 1, top + 1.5, width - 2, height - 3).mean(axis=0)
    return _places(row - np.median(row) > _GAP, left + 1)


def _places(there: npt.NDArray[np.bool_], begins: float) -> tuple[float, ...]:
    """The middles of the runs of `there`, in mm."""
    edges = np.flatnonzero(np.diff(np.concatenate([[0], there.astype(np.int8), [0]])))
    return tuple(round(begins + float(start + end) / 2 / _PER_MM, 1) for start, end in edges.reshape(-1, 2))

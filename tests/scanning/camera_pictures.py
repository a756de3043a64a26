"""What a document camera sees: a paper on a desk, from a slant, in uneven light, with things lying about.

A pinhole camera looks at the sheet, so the proportions it shows are those a real one would show.
"""

from __future__ import annotations

from dataclasses import dataclass

import cv2
import numpy as np
import numpy.typing as npt

from scanning.picture import Picture

FRAME = (4000, 3000)
"""Columns and rows of a 12-megapixel camera."""
A4_MM, A5_MM, CARD_MM = (210.0, 297.0), (148.0, 210.0), (85.6, 53.98)

Corners = npt.NDArray[np.float64]
Light = npt.NDArray[np.float32]

DESKS = ("dark wood", "light wood", "white", "black", "blue cloth", "tiles")
_PAINT = {
    "dark wood": (92, 58, 36),
    "light wood": (188, 150, 104),
    "white": (203, 203, 199),
    "black": (38, 38, 42),
    "blue cloth": (60, 84, 130),
    "tiles": (150, 146, 138),
}


@dataclass(frozen=True)
class CameraPicture:
    """A photo and where the sheet truly lies in it: upper left, upper right, lower right, lower left."""

    picture: Picture
    corners: Corners


def photographed(
    page: Picture,
    seed: int,
    *,
    size_mm: tuple[float, float] = A4_MM,
    desk: str = "",
    frame: tuple[int, int] = FRAME,
    fills: float | None = None,
    tilt: float | None = None,
    hand: bool | None = None,
    paper: tuple[int, int, int] | None = None,
) -> CameraPicture:
    """The page as the camera sees it; the same seed gives the same picture.

    `fills`: the sheet's longer extent as a share of the frame's room. `tilt`: degrees off the vertical. `hand`: a
    finger holds one edge. `paper`: its colour, white to yellowish if None.
    """
    chance = np.random.default_rng(seed)
    surface = desk or DESKS[seed % len(DESKS)]
    corners = _projected(size_mm, frame, chance, fills or chance.uniform(0.72, 0.93), tilt)
    scene = _desk(surface, frame, chance)
    _clutter(scene, corners, chance)
    _drop_shadow(scene, corners, chance)
    tint = np.array(paper or (247, 245 - chance.uniform(0, 8), 240 - chance.uniform(0, 22)), np.float32) / 255
    tinted = cv2.LUT(page, (np.arange(256, dtype=np.uint8)[np.newaxis, :, np.newaxis] * tint).astype(np.uint8))
    height, width = page.shape[:2]
    pixels = np.array([(0, 0), (width, 0), (width, height), (0, height)], np.float32) - 0.5
    lens = cv2.getPerspectiveTransform(pixels, corners.astype(np.float32))
    sheet = cv2.warpPerspective(tinted, lens, frame, flags=cv2.INTER_AREA, borderMode=cv2.BORDER_REPLICATE)
    cover = cv2.warpPerspective(np.full((height, width), 255, np.uint8), lens, frame)
    cv2.copyTo(sheet, (cover > 127).astype(np.uint8), scene)
    if chance.random() < 0.3 if hand is None else hand:
        _hand(scene, corners, chance)
    return CameraPicture(_seen(scene, chance), _from_upper_left(corners))


def empty_desk(seed: int, desk: str = "", frame: tuple[int, int] = FRAME) -> Picture:
    """The desk without a paper: its grain, its tiles, a pen, a telephone."""
    chance = np.random.default_rng(seed)
    scene = _desk(desk or DESKS[seed % len(DESKS)], frame, chance)
    middle = np.array([[0.3, 0.3], [0.7, 0.3], [0.7, 0.7], [0.3, 0.7]]) * frame
    _clutter(scene, middle, chance)
    return _seen(scene, chance)


def _projected(
    size_mm: tuple[float, float],
    frame: tuple[int, int],
    chance: np.random.Generator,
    fills: float,
    tilt: float | None,
) -> Corners:
    """Where a pinhole camera shows the sheet's upper left, upper right, lower right and lower left corner."""
    focal = frame[0] * chance.uniform(0.8, 1.1)
    half = np.array(size_mm) / 2
    flat = np.array([(-1, -1), (1, -1), (1, 1), (-1, 1)]) * half
    lying = size_mm[1] > size_mm[0] and chance.random() < 0.75  # A4 is mostly laid across, as the frame is
    turn = np.radians(chance.uniform(-12, 12) + (90 if lying else 0))
    turned = np.stack([flat @ (np.cos(turn), -np.sin(turn)), flat @ (np.sin(turn), np.cos(turn)), np.zeros(4)], axis=1)
    lean = np.radians(chance.uniform(0, 22) if tilt is None else tilt)
    axis = chance.uniform(0, 2 * np.pi)
    about = np.array([np.cos(axis), np.sin(axis), 0.0])
    slant, _ = cv2.Rodrigues(about * lean)
    points = turned @ slant.T
    room, off = np.array(frame), chance.uniform(-0.5, 0.5, 2)
    for height in np.geomspace(100, 5000, 400):  # the camera is raised until the sheet fits
        beside = np.array([*(off * (1 - fills) * room * height / focal), height])
        placed = points + beside
        seen = placed[:, :2] / placed[:, 2:] * focal
        margin = np.minimum(seen + room / 2, room / 2 - seen).min()
        if placed[:, 2].min() > 50 and (np.ptp(seen, axis=0) <= room * fills).all() and margin > 8:
            break
    return np.asarray(seen + room / 2 - 0.5)


def _from_upper_left(corners: Corners) -> Corners:
    """The same corners in the same turning sense, beginning with the one nearest to the upper left."""
    first = int(np.argmin(corners.sum(axis=1)))
    return np.roll(corners, -first, axis=0)


def _desk(kind: str, frame: tuple[int, int], chance: np.random.Generator) -> Picture:
    columns, rows = frame
    small = np.ones((rows // 4, columns // 4, 3), np.float32) * np.array(_PAINT[kind], np.float32)
    grain: Light = np.asarray(chance.standard_normal((rows // 4, columns // 4)), np.float32)
    if "wood" in kind:
        streaks = cv2.GaussianBlur(grain, (0, 0), sigmaX=60, sigmaY=1.2)
        small *= (1 + 1.6 * streaks)[:, :, np.newaxis]
        for at in np.arange(chance.uniform(60, 160), rows // 4, 190):  # joints of the boards
            small[int(at) : int(at) + 2] *= 0.7
    elif kind == "blue cloth":
        y, x = np.mgrid[0 : rows // 4, 0 : columns // 4]
        small *= (1 + 0.12 * np.sign(np.sin(x / 4) * np.sin(y / 4)))[:, :, np.newaxis]
    elif kind == "tiles":
        for axis, length in ((0, rows // 4), (1, columns // 4)):
            for at in np.arange(chance.uniform(20, 200), length, 230):
                line = slice(int(at), int(at) + 3)
                small[(line, slice(None)) if axis == 0 else (slice(None), line)] *= 0.6
    small += 3 * cv2.GaussianBlur(grain, (0, 0), 2)[:, :, np.newaxis] * 4
    turned = cv2.getRotationMatrix2D((columns / 8, rows / 8), chance.uniform(-20, 20), 1.35)
    small = cv2.warpAffine(small, turned, (columns // 4, rows // 4), borderMode=cv2.BORDER_REFLECT)
    large = cv2.resize(np.clip(small, 0, 255).astype(np.uint8), frame, interpolation=cv2.INTER_LINEAR)
    return np.asarray(large, np.uint8)


def _clutter(scene: Picture, corners: Corners, chance: np.random.Generator) -> None:
    """A telephone and a pen near the frame's edge; the sheet is laid over them."""
    rows, columns = scene.shape[:2]
    side = chance.choice([0.0, 1.0])
    centre = (columns * (0.03 + 0.94 * side), rows * chance.uniform(0.15, 0.85))
    box = cv2.boxPoints((centre, (columns * 0.10, columns * 0.2), float(chance.uniform(-30, 30))))
    cv2.fillConvexPoly(scene, box.astype(np.int32), (24, 25, 28), cv2.LINE_AA)
    start = (int(columns * chance.uniform(0.1, 0.9)), int(rows * 0.02))
    end = (start[0] + int(columns * chance.uniform(-0.15, 0.15)), start[1] + int(rows * 0.22))
    cv2.line(scene, start, end, (30, 60, 160), max(2, columns // 110), cv2.LINE_AA)


def _drop_shadow(scene: Picture, corners: Corners, chance: np.random.Generator) -> None:
    """The sheet lies a little above the desk."""
    rows, columns = scene.shape[:2]
    mask = np.zeros((rows // 8, columns // 8), np.uint8)
    offset = chance.uniform(-10, 10, 2) * columns / 4000
    cv2.fillConvexPoly(mask, np.round((corners + offset) / 8).astype(np.int32), 255)
    soft = cv2.GaussianBlur(mask, (0, 0), 2)
    factor = cv2.resize(255 - (soft * 0.3).astype(np.uint8), (columns, rows), interpolation=cv2.INTER_LINEAR)
    cv2.multiply(scene, cv2.cvtColor(np.asarray(factor, np.uint8), cv2.COLOR_GRAY2RGB), scene, 1 / 255)


def _hand(scene: Picture, corners: Corners, chance: np.random.Generator) -> None:
    """Fingers that hold the sheet at one of its sides."""
    side = int(chance.integers(4))
    first, second = corners[side], corners[(side + 1) % 4]
    inward = corners.mean(axis=0) - (first + second) / 2
    inward /= np.linalg.norm(inward)
    width = np.linalg.norm(second - first)
    light = chance.uniform(0.6, 1.0)
    skin = tuple(int(value * light) for value in (222, 178, 150))
    for finger in range(3):
        tip = first + (second - first) * (0.42 + 0.07 * finger) + inward * width * 0.07
        root = tip - inward * width * 0.7
        ends = [tuple(int(value) for value in point) for point in (tip, root)]
        cv2.line(scene, ends[0], ends[1], skin, int(width * 0.055), cv2.LINE_AA)


def _seen(scene: Picture, chance: np.random.Generator) -> Picture:
    """Uneven light, the lens and the sensor."""
    rows, columns = scene.shape[:2]
    y, x = np.mgrid[-1 : 1 : rows // 8 * 1j, -1 : 1 : columns // 8 * 1j].astype(np.float32)
    slope = chance.uniform(-0.16, 0.16, 2)
    light = 0.92 - 0.14 * (x**2 + y**2) + slope[0] * x + slope[1] * y
    edge = chance.uniform(-0.6, 0.6) + chance.uniform(-0.5, 0.5) * y  # the clerk's own shadow
    light *= 1 - chance.uniform(0.05, 0.25) / (1 + np.exp(-(x - edge) * chance.choice([-1, 1]) * 18))
    full = cv2.resize(np.clip(light * 255, 0, 255).astype(np.uint8), (columns, rows), interpolation=cv2.INTER_CUBIC)
    lit = cv2.multiply(scene, cv2.cvtColor(np.asarray(full, np.uint8), cv2.COLOR_GRAY2RGB), scale=1 / 255)
    blurred = cv2.GaussianBlur(lit, (0, 0), chance.uniform(0.6, 1.1))
    tile = (chance.standard_normal((rows // 2, columns // 2, 3)) * chance.uniform(3, 6)).astype(np.int8)
    noise = np.tile(tile, (2, 2, 1))
    return np.asarray(cv2.add(blurred, noise, dtype=cv2.CV_8U), np.uint8)

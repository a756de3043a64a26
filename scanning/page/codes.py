"""QR codes, barcodes and the separator pattern Patch T on a page."""

from __future__ import annotations

from collections import Counter

import cv2
import numpy as np
import numpy.typing as npt
import zxingcpp

from counter_app.dossier.pages import Box, Code
from scanning.picture import Picture, scaled, sharpened

Lengths = npt.NDArray[np.float64]
PATCH_T = Code("PatchT", "")
"""The pattern on separator sheets: a narrow bar, a wide one, a narrow one, a wide one (Kodak, publication A-61599)."""
_PATCH_BARS = (2.0, 2.0, 5.1, 2.0, 2.0, 2.0, 5.1)
"""Millimetres of bar, gap, bar, gap, bar, gap, bar."""
_PATCH_LINES = 8
"""On so many lines, 2.5 mm apart, the pattern must stand at the same place: its bars are at least 20 mm long."""
_COARSE_DPI = 75
QUIET = 0.3
"""Sides of a code that are looked at about it: its corners are found a few modules off."""
CLOSER = 3
"""How many times larger a code is looked at whose corners were seen and whose modules were not read."""


def find_codes(grey: Picture, dpi: int) -> tuple[Code, ...]:
    """Every code on the page (`grey`: rows × columns), from top to bottom.

    QR codes are found whichever way they are turned; barcodes where they lie along the page, as on an upright one.
    """
    seen = _barcodes(grey) or _barcodes(sharpened(grey))
    seen.sort(key=lambda code: (code.position.top_left.y, code.position.top_left.x))
    read = [(code if code.valid else _seen_closer(grey, code.position), _box(code.position)) for code in seen]
    patch = (PATCH_T,) if has_patch_t(grey, dpi) else ()
    found = dict.fromkeys(Code(code.format.name, code.text, box) for code, box in read if code)
    return (*patch, *found)


def _barcodes(grey: Picture) -> list[zxingcpp.Barcode]:
    """Those that were read, and QR codes of which the corners were."""
    read = zxingcpp.read_barcodes(grey, try_invert=False, try_rotate=False, try_downscale=False, return_errors=True)
    return [code for code in read if code.valid or code.format == zxingcpp.BarcodeFormat.QRCode]


def _seen_closer(grey: Picture, place: zxingcpp.Position) -> zxingcpp.Barcode | None:
    """The QR code there, of fine modules: a card's, copied, has two pixels for each."""
    left, top, width, height = _box(place)
    around = round(QUIET * max(width, height))
    part = grey[max(0, top - around) : top + height + around, max(0, left - around) : left + width + around]
    larger = cv2.resize(part, None, fx=CLOSER, fy=CLOSER, interpolation=cv2.INTER_CUBIC)
    pictures = (np.asarray(larger, np.uint8), sharpened(np.asarray(larger, np.uint8), CLOSER))
    return next((code for picture in pictures for code in _barcodes(picture) if code.valid), None)


def _box(place: zxingcpp.Position) -> Box:
    """The upright rectangle about its corners."""
    corners = (place.top_left, place.top_right, place.bottom_left, place.bottom_right)
    left, top, width, height = cv2.boundingRect(np.array([(corner.x, corner.y) for corner in corners], np.int32))
    return left, top, width, height


def has_patch_t(grey: Picture, dpi: int) -> bool:
    """Whether the separator pattern stands on the page, along or across, either way round."""
    dark = np.asarray(scaled(grey, _COARSE_DPI / dpi) < 128).astype(np.uint8)
    return any(_wide_bars(lines) and _stands_in(lines) for lines in (dark, np.ascontiguousarray(dark.T)))


def _wide_bars(dark: Picture) -> bool:
    """Whether anything is as broad and as long as the pattern's wide bars: on almost no page."""
    bar = np.ones((round(16 / 25.4 * _COARSE_DPI), round(3.5 / 25.4 * _COARSE_DPI)), np.uint8)
    return bool(cv2.erode(dark, bar, borderValue=0).any())


def _stands_in(dark: Picture) -> bool:
    wanted = np.array(_PATCH_BARS) / 25.4 * _COARSE_DPI
    places: Counter[int] = Counter()
    for line in dark[:: round(2.5 / 25.4 * _COARSE_DPI)]:
        edges = np.flatnonzero(np.diff(line.astype(np.int8), prepend=0, append=0))
        for start in range(0, len(edges) - 7, 2):
            runs = np.diff(edges[start : start + 8]).astype(np.float64)
            if _fits(runs, wanted) or _fits(runs[::-1], wanted):
                places[int(edges[start]) // 4] += 1
    return any(count + places[place + 1] >= _PATCH_LINES for place, count in list(places.items()))


def _fits(runs: Lengths, wanted: Lengths) -> bool:
    """Within a third, printed at 80 to 120 % of its size."""
    size = runs.sum() / wanted.sum()
    return 0.8 <= size <= 1.2 and bool((np.abs(runs / size - wanted) <= wanted / 3).all())

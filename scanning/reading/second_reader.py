"""The second reader: a small network that reads lines of print, made by others than Tesseract, from other pages.

Two readers that agree are hardly ever both wrong; where they differ, a clerk looks. It sees a line 32 pixels high and
what stands above and below it as much again, and says a letter or none for each four pixels across (CTC).

Weights: resources/reader, of trueocr 0.1.1 (Apache-2.0); its README tells how they came there. They are so few that
numpy multiplies them (`line_network`) nearly as fast as a library for networks would, which would have to be shipped.
"""

from __future__ import annotations

import re
import unicodedata
from collections.abc import Iterator, Sequence
from itertools import groupby

import cv2
import numpy as np

from counter_app.dossier.pages import Box
from scanning.picture import Picture
from scanning.reading.line_network import HIGH, STEP, Values, letters, scores

MARGIN_ABOVE, MARGIN_BESIDE = 0.2, 0.3
"""In heights of the line's box: as the network was trained."""
TOGETHER = 2000
"""Steps of the lines that are read at once, which take 25 MB; a form's page has about a thousand."""


def read_lines(grey: Picture, boxes: Sequence[Box]) -> tuple[str, ...]:
    """The lines of print that stand in the boxes of a white page (rows × columns)."""
    return tuple(text for inks in _together([_ink(grey, box) for box in boxes]) for text in map(_text, scores(inks)))


def _text(said: Values) -> str:
    """The letters of a line, from their scores."""
    best = said.argmax(axis=0)
    text = "".join(letters()[letter - 1] for letter, _ in groupby(best) if letter)
    return re.sub(r"\s+", " ", unicodedata.normalize("NFC", text)).strip()


def _together(inks: Sequence[Values]) -> Iterator[list[Values]]:
    """The lines in their order, as many at a time as are read at once."""
    lot: list[Values] = []
    for ink in inks:
        if lot and sum(one.shape[1] for one in (*lot, ink)) > TOGETHER * STEP:
            yield lot
            lot = []
        lot.append(ink)
    if lot:
        yield lot


def _ink(grey: Picture, box: Box) -> Values:
    """The line and as much above and below it, 0 paper to 1 ink."""
    left, top, width, height = box
    beside, above = MARGIN_BESIDE * height, (3 * (1 + 2 * MARGIN_ABOVE) - 1) / 2 * height
    x, y = int(np.floor(left - beside)), int(np.floor(top - above))
    columns, rows = int(np.ceil(left + width + beside)) - x, int(np.ceil(top + height + above)) - y
    picture = np.full((rows, columns), 255, np.uint8)
    seen = grey[max(0, y) : max(0, y + rows), max(0, x) : max(0, x + columns)]
    picture[max(0, -y) : max(0, -y) + seen.shape[0], max(0, -x) : max(0, -x) + seen.shape[1]] = seen
    wide = max(2 * STEP, round(columns * 3 * HIGH / rows))
    how = cv2.INTER_AREA if rows > 3 * HIGH else cv2.INTER_LINEAR
    small = np.asarray(cv2.resize(picture, (wide, 3 * HIGH), interpolation=how), np.float32)
    ink = np.zeros((3 * HIGH, -(-wide // STEP) * STEP), np.float32)
    ink[:, :wide] = 1 - small / 255
    return ink

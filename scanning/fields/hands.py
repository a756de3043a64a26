"""Whether a form was filled in by one hand or by two, told by how the strokes lean and how broad the pen is."""

from __future__ import annotations

from collections.abc import Sequence

import numpy as np
import numpy.typing as npt

from counter_app.dossier.pages import PageReading, Writing

LONG_ENOUGH = 12.0
"""Millimetres of a writing that tells of its hand."""
LEAN, BREADTH = 2.6, 0.035
"""By how many degrees and millimetres writings of one hand differ (standard deviations, measured on drawn hands)."""
APART = 4.5
"""So many of them lie between two hands; one hand's writings, parted in two at will, lie up to 3 apart."""
FEWEST = 3
"""Writings of each."""


def hands(pages: Sequence[PageReading]) -> int:
    """How many hands wrote on the pages of a paper: 0, 1, or 2 where that is clear."""
    written = [item for page in pages for item in page.writing if _tells(item, page.dpi)]
    if not written:
        return 0
    seen = np.array([(item.lean / LEAN, item.breadth / BREADTH) for item in written])
    return 2 if any(_are_two(seen[np.argsort(seen[:, side])]) for side in (0, 1)) else 1


def _tells(item: Writing, dpi: int) -> bool:
    return not item.boxes and not item.crossed_out and item.box[2] >= LONG_ENOUGH * dpi / 25.4


def _are_two(seen: npt.NDArray[np.float64]) -> bool:
    """Whether writings in an order fall apart at its widest gap into two that are each alike."""
    parted = [
        (float(np.hypot(*(one.mean(0) - other.mean(0)))), one, other)
        for one, other in ((seen[:end], seen[end:]) for end in range(FEWEST, len(seen) - FEWEST + 1))
    ]
    if not parted:
        return False
    apart, one, other = max(parted, key=lambda part: part[0] - part[1].std(0).max() - part[2].std(0).max())
    return apart >= APART and max(float(one.std(0).max()), float(other.std(0).max())) <= APART / 2

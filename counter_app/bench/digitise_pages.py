"""Forty worn pages for `counter bench digitise`: sample papers as desks scan them, a third of them turned.

What stands on each page is known letter by letter, from the PDF it was typeset as.
"""

from __future__ import annotations

from collections.abc import Iterator
from dataclasses import dataclass
from typing import Any

import numpy as np
import pypdfium2 as pdfium
from rapidfuzz.distance import Levenshtein

from counter_app.demo.sample_papers import sample_dossiers
from counter_app.demo.wear import encoded_jpeg, wear
from printing.layout.pictures import rendered_pages

DPI = 300
_WEAR: tuple[tuple[str, dict[str, Any]], ...] = (
    ("upright", {"skew": 0.3}),
    ("askew", {"skew": 3.4, "noise": 8.0}),
    ("turned 90", {"turned": 90, "skew": 1.1}),
    ("shadowed", {"skew": -1.7, "shadow": 0.7, "yellowing": 0.8}),
    ("stamped", {"skew": 0.9, "stamp": True}),
    ("upside down", {"turned": 180, "skew": -2.2, "shadow": 0.4}),
    ("black border", {"skew": 1.5, "black_border": True, "noise": 8.0}),
    ("far askew", {"skew": -7.5, "stamp": True}),
    ("turned 270", {"turned": 270, "skew": -0.8, "stamp": True}),
)


@dataclass(frozen=True)
class BenchPage:
    """One worn page: what was done to it, what stands on it, its JPEG, how it lies."""

    wear: str
    truth: str
    jpeg: bytes
    rotation: int

    def wrong(self, read: str) -> float:
        """Character error rate of what was read, white space counted once."""
        read = flat(read)
        return Levenshtein.distance(self.truth, read) / len(self.truth)


def bench_pages(count: int = 40) -> Iterator[BenchPage]:
    """The first `count` pages; the same ones every time."""
    papers = [paper for sample in sample_dossiers() for paper in sample.papers if paper.lines]
    for number in range(count):
        name, how = _WEAR[number % len(_WEAR)]
        pdf = papers[(number + number // len(_WEAR)) % len(papers)].pdf()
        (page,) = rendered_pages(pdf, DPI)
        worn = wear(np.asarray(page), number, **how)
        yield BenchPage(name, flat(text_of(pdf)[0]), encoded_jpeg(worn, DPI), how.get("turned", 0))


def text_of(pdf: bytes) -> list[str]:
    """The text layer of each page."""
    document = pdfium.PdfDocument(pdf)
    return [page.get_textpage().get_text_range() for page in document]


def flat(text: str) -> str:
    """The text on one line, every gap one space."""
    return " ".join(text.split())

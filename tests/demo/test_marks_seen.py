"""Whether a mark is still on a page is judged truly: the demo believes it."""

from __future__ import annotations

import cv2
import numpy as np
import pytest

from counter_app.demo.marked_papers import MarkedPaper, marked_papers
from counter_app.demo.marks_seen import Seen, mark_seen
from counter_app.demo.wear import wear
from printing.layout.pictures import rendered_pages
from scanning.picture import Picture

PAPERS = [paper for code in ("1.001193", "1.013225", "1.012783") for paper in marked_papers(code)]
DPI = 150


def drawn(pdf: bytes, dpi: int = DPI) -> Picture:
    (page,) = rendered_pages(pdf, dpi)
    return np.asarray(page)


def worn(pdf: bytes) -> Picture:
    """As a scanner at 300 dpi sees it, a little shifted, drawn at the resolution at which one looks."""
    page = wear(drawn(pdf, 300), 5, noise=4.0, yellowing=0.15, speckles=20)
    moved = cv2.warpAffine(
        page, np.array([[1, 0, 25.0], [0, 1, -18.0]]), page.shape[1::-1], borderValue=(230, 225, 210)
    )
    return np.asarray(cv2.resize(moved, None, fx=DPI / 300, fy=DPI / 300, interpolation=cv2.INTER_AREA), np.uint8)


def seen(paper: MarkedPaper, filed: Picture) -> Seen:
    return mark_seen(filed, drawn(paper.pdf), drawn(paper.plain), paper.mark.box, DPI)


@pytest.mark.parametrize("paper", PAPERS, ids=lambda paper: paper.name)
def test_a_mark_that_is_there_is_seen_though_the_page_was_worn_and_moved(paper: MarkedPaper) -> None:
    found = seen(paper, worn(paper.pdf))
    assert found.share > 0.9 and found.likeness > paper.mark.least_likeness


@pytest.mark.parametrize("paper", PAPERS, ids=lambda paper: paper.name)
def test_a_mark_that_was_never_there_is_not_seen(paper: MarkedPaper) -> None:
    assert seen(paper, worn(paper.plain)).share < 0.2


@pytest.mark.parametrize("paper", PAPERS, ids=lambda paper: paper.name)
def test_a_mark_whose_lower_half_is_gone_is_not_taken_for_whole(paper: MarkedPaper) -> None:
    page, (_, top, _, height) = drawn(paper.pdf).copy(), paper.mark.box
    middle, end = round((top + height / 2) * DPI / 25.4), round((top + height) * DPI / 25.4)
    page[middle:end] = drawn(paper.plain)[middle:end]
    assert seen(paper, page).share < 0.8

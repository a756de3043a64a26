"""Print that is crossed out is no value: it is told so, and nothing else is."""

from __future__ import annotations

from collections.abc import Callable

import numpy as np
import pytest

from counter_app.bench.drawn_paper import A4, BLACK, Sheet
from counter_app.dossier.pages import Box
from scanning.reading.struck import crossed_out

DPI = 200
BLUE = (28, 44, 150)


def line(text: str, draw: Callable[[Sheet, float, float], None], style: str = "Regular") -> tuple[Sheet, list[Box]]:
    """A line of print 24 mm from the left and 50 from above, in 13 points, and what `draw` puts over it (from, to)."""
    sheet, words, x = Sheet(DPI, A4), [], 24.0
    for word in text.split():
        left, top, right, bottom = sheet.text((x, 50.0), word, 13, BLACK, style)
        words.append((left, top, right - left, bottom - top))
        x = right + 1.2
    draw(sheet, words[0][0], x - 1.2)
    return sheet, [tuple(round(side * DPI / 25.4) for side in word) for word in words]  # type: ignore[misc]


def found(sheet: Sheet, words: list[Box]) -> tuple[Box, ...]:
    grey = np.asarray(sheet.image.convert("L"))
    return crossed_out(grey, DPI, [words])


@pytest.mark.parametrize(
    ("text", "rise"), [("Nguyễn Thị Mai", 0.0), ("040190001234", 0.5), ("xã Nghi Lộc, tỉnh Nghệ An", -0.4)]
)
def test_a_stroke_through_the_middle_crosses_out(text: str, rise: float) -> None:
    sheet, words = line(
        text, lambda sheet, begin, end: sheet.line([(begin - 1, 52.9), (end + 1, 52.9 - rise)], BLUE, 0.4)
    )
    (box,) = found(sheet, words)
    assert box[0] <= words[0][0] and box[0] + box[2] >= words[-1][0] + words[-1][2]


@pytest.mark.parametrize(
    "draw",
    [
        lambda sheet, begin, end: None,
        lambda sheet, begin, end: sheet.line([(begin - 1, 55.3), (end + 1, 55.3)], BLACK, 0.3),  # underlined
        lambda sheet, begin, end: sheet.line([(10, 53.2), (200, 53.2)], BLACK, 0.3),  # a rule, a fold
        lambda sheet, begin, end: sheet.text((end + 1, 50.0), "." * 80, 13, BLACK),  # dots to write on
        lambda sheet, begin, end: sheet.line([(end + 1, 53.2), (end + 15, 53.2)], BLACK, 0.3),  # a dash beside it
    ],
    ids=["nothing", "underlined", "ruled", "dots", "beside"],
)
def test_what_is_no_stroke_through_words_is_none(draw: Callable[[Sheet, float, float], None]) -> None:
    assert found(*line("Ngày, tháng: 15/04/1990", draw)) == ()


def test_the_bars_of_bold_figures_that_grew_together_are_none() -> None:
    sheet, words = line("071444444869 ĐĐĐĐĐĐ", lambda sheet, begin, end: None, "Bold")
    grey = np.asarray(sheet.image.convert("L"))
    grown = np.minimum(grey, np.minimum(np.roll(grey, 1, 1), np.roll(grey, -1, 1)))
    assert crossed_out(grown, DPI, [words]) == ()

"""The second reader reads lines of print by itself, with their marks."""

from __future__ import annotations

import numpy as np
import pytest
from PIL import Image, ImageDraw

from counter_app.bench.drawn_paper import lettering
from scanning.picture import Picture
from scanning.reading.second_reader import TOGETHER, read_lines


def line(text: str, family: str = "Serif", top: int = 60) -> tuple[Picture, tuple[int, int, int, int]]:
    """A white page of 200 dpi with one line on it, and where that stands."""
    picture = Image.new("L", (1400, 200), 255)
    letters = lettering("Regular", 36, family)
    draw = ImageDraw.Draw(picture)
    draw.text((80, top), text, 0, letters)
    left, above, right, below = (round(side) for side in draw.textbbox((80, top), text, letters))
    return np.asarray(picture, np.uint8), (left, above, right - left, below - above)


@pytest.mark.parametrize("family", ["Serif", "Sans"])
@pytest.mark.parametrize(
    "text", ["Ủy ban nhân dân phường Cửa Lò", "Moong Văn Nghệ", "040190001234", "do Bộ Công an cấp ngày 10/05/2021"]
)
def test_a_line_of_print_is_read_letter_by_letter(text: str, family: str) -> None:
    picture, box = line(text, family)
    assert read_lines(picture, [box]) == (text,)


def test_a_line_at_the_edge_of_the_page_is_read_too() -> None:
    picture, (left, top, width, height) = line("Xã Nghi Lộc")
    assert read_lines(picture[top:, left:], [(0, 0, width, height)]) == ("Xã Nghi Lộc",)


def test_lines_read_at_once_are_read_as_each_alone_however_many() -> None:
    texts = ["Ủy ban nhân dân phường Cửa Lò", "Nữ", "040190001234", "Moong Văn Nghệ"] * 12
    pictures, boxes = zip(*(line(text) for text in texts), strict=True)
    below = [(left, top + 200 * at, width, height) for at, (left, top, width, height) in enumerate(boxes)]
    read = read_lines(np.concatenate(pictures), below)
    assert read == tuple(texts)
    assert sum(width * 23 / height for _, _, width, height in boxes) / 4 > TOGETHER, "they are more than one lot"
    assert read_lines(pictures[0], []) == ()

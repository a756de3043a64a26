"""Words as Tesseract tells them."""

from __future__ import annotations

from counter_app.dossier.pages import Word
from scanning.reading.ocr import apart


def test_a_word_that_was_given_the_box_of_its_neighbours_ends_before_the_next_one() -> None:
    first, second, third = (
        Word("Giấy", 97.0, (24, 69, 220, 79)),
        Word("tờ", 97.0, (140, 67, 36, 101)),
        Word("tùy", 97.0, (190, 67, 52, 101)),
    )
    assert [word.box[2] for word in apart([first, second, third])] == [116, 36, 52]
    assert apart([third, second]) == [third, second], "words that do not follow each other are left alone"

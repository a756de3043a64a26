"""Words as Tesseract tells them."""

from __future__ import annotations

from counter_app.dossier.pages import Word
from scanning.reading.ocr import _from_table, apart

HEADER = "level\tblock_num\tpar_num\tline_num\tleft\ttop\twidth\theight\tconf\ttext"


def read_of(*words: tuple[str, float, int, int]) -> list[str]:
    """What is taken from a line of words: text, confidence, top and height of each."""
    rows = [
        "\t".join(map(str, (5, 1, 1, 1, 100 * at, top, 80, height, confidence, text)))
        for at, (text, confidence, top, height) in enumerate(words)
    ]
    return [word.text for word in _from_table("\n".join([HEADER, *rows]), 1.0, (0, 0)).words]


def test_a_word_that_was_given_the_box_of_its_neighbours_ends_before_the_next_one() -> None:
    first, second, third = (
        Word("Giấy", 97.0, (24, 69, 220, 79)),
        Word("tờ", 97.0, (140, 67, 36, 101)),
        Word("tùy", 97.0, (190, 67, 52, 101)),
    )
    assert [word.box[2] for word in apart([first, second, third])] == [116, 36, 52]
    assert apart([third, second]) == [third, second], "words that do not follow each other are left alone"


def test_a_word_of_print_that_tesseract_calls_worthless_is_read_and_specks_are_not() -> None:
    """Of forms about every two hundredth word is read rightly at a confidence of 0: labels, years, names."""
    line = [("Giới", 0.0, 100, 24), ("tính:", 0.3, 101, 25), ("Nữ", 97.0, 99, 26), ("1992", 2.9, 102, 22)]
    assert read_of(*line) == ["Giới", "tính:", "Nữ", "1992"]
    assert read_of(("Nhà", 95.0, 100, 24), ("ở", 0.3, 100, 25), ("8,1m", 0.2, 100, 26)) == ["Nhà", "ở", "8,1m"]
    assert read_of(("Nữ", 97.0, 99, 26), ("xqz", 0.0, 100, 24)) == ["Nữ"], "no syllable"
    assert read_of(("Nữ", 97.0, 99, 26), ("An", 0.0, 90, 60)) == ["Nữ"], "a stamp's, far too high"
    assert read_of(("Nữ", 97.0, 99, 26), (".", 0.0, 118, 4), ("-", 2.0, 110, 5)) == ["Nữ"]
    assert read_of(("Giới", 0.0, 100, 24), ("tính:", 0.3, 101, 25)) == [], "nothing surely read beside it"

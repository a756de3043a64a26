"""What a pen wrote is told from print, boxes for digits are read one by one, and what is crossed out is seen."""

from __future__ import annotations

from dataclasses import replace

import numpy as np
import pytest

from counter_app.bench.as_scanned import ScannerWear
from counter_app.bench.drawn_paper import BLACK, Sheet
from counter_app.bench.hand import BLACK_INK, BLUE, Hand
from counter_app.dossier.pages import Word, Writing
from scanning.page.clean import WhitePage, as_grey
from scanning.page.decode import decode
from scanning.pages import RawPage
from scanning.reading.handwriting import Handwriting, SeenPage, find_writing
from scanning.reading.reading_picture import reading_picture

DPI = 200
LINES = ("Họ, chữ đệm, tên người yêu cầu:", "Ngày, tháng, năm sinh:", "Nơi cư trú:", "Giấy tờ tùy thân:")
HAND = Hand(height=2.3, slant=0.2, width=1.0, pen=0.45, ink=BLUE, unsteady=0.05, joined=0.5)


@pytest.fixture
def sheet() -> Sheet:
    return Sheet(DPI, (190, 120))


def labels(sheet: Sheet) -> None:
    for row, text in enumerate(LINES):
        sheet.text((15, 20 + 12 * row), text, 13)
        sheet.text((95, 20 + 12 * row), "." * 60, 13)


def written_on(sheet: Sheet) -> Handwriting:
    chance = np.random.default_rng(3)
    wear = ScannerWear(0.6, 4, 88, (0.98, 0.98, 0.97), 0.0, 0.0)
    jpeg = wear.scanned(wear.lit(np.asarray(sheet.image)), DPI, chance)
    tones = WhitePage(decode(RawPage(jpeg, "image/jpeg", DPI, "", 0))).tones
    dots = reading_picture(as_grey(tones), DPI).dots
    everywhere = ((0, 0, *tones.shape[1::-1]),)
    return find_writing(SeenPage(tones, DPI, 1.0, (), dots), everywhere, everywhere)


def millimetres(writing: Writing) -> list[float]:
    return [side * 25.4 / DPI for side in writing.box]


def test_print_and_the_dots_to_write_on_are_nobodys_handwriting(sheet: Sheet) -> None:
    labels(sheet)
    assert sum(writing.box[2] for writing in written_on(sheet).writing) < 15 * DPI / 25.4


@pytest.mark.parametrize("ink", [BLUE, BLACK_INK])
def test_what_is_written_on_the_dots_is_found_where_it_stands(sheet: Sheet, ink: tuple[int, int, int]) -> None:
    labels(sheet)
    hand = Hand(HAND.height, HAND.slant, HAND.width, HAND.pen, ink, HAND.unsteady, HAND.joined)
    chance = np.random.default_rng(4)
    areas = [hand.write(sheet, "Trần Thị Thử Nghiệm", (97, 24 + 12 * row), chance) for row in range(4)]
    found = [millimetres(writing) for writing in written_on(sheet).writing if millimetres(writing)[2] > 10]
    for left, top, right, bottom in areas:
        mine = [box for box in found if abs(box[1] + box[3] / 2 - (top + bottom) / 2) < 3]
        assert abs(min(box[0] for box in mine) - left) < 3.5  # a dot or two are taken along
        assert abs(max(box[0] + box[2] for box in mine) - right) < 3.5
    assert all(left > 90 for left, *_ in found)


def test_a_number_in_boxes_is_read_box_by_box_and_an_empty_row_of_boxes_is_empty(sheet: Sheet) -> None:
    chance = np.random.default_rng(5)
    for row in range(2):
        for number in range(12):
            left = 20 + 7 * number
            sheet.box((left, 20 + 20 * row, left + 7, 27 + 20 * row), BLACK, 0.25)
    for number, digit in enumerate("040190001234"):
        HAND.write(sheet, digit, (21.6 + 7 * number, 26), chance)
    full, empty = sorted((item for item in written_on(sheet).writing if item.boxes), key=lambda item: item.box[1])
    assert (full.boxes, empty.boxes) == (12, 12)
    assert sum(sign == digit for sign, digit in zip(full.signs, "040190001234", strict=True)) >= 11
    assert not empty.signs.strip()


def test_what_is_crossed_out_is_seen_and_what_stands_on_a_rule_is_not(sheet: Sheet) -> None:
    chance = np.random.default_rng(6)
    for row in range(2):
        sheet.line([(15, 30.3 + 20 * row), (170, 30.3 + 20 * row)], BLACK, 0.2)
    area = HAND.write(sheet, "Nguyễn Văn Nhầm", (20, 30), chance)
    HAND.strike(sheet, area, chance)
    HAND.write(sheet, "Nguyễn Văn Đúng", (20, 50), chance)
    long = sorted((item for item in written_on(sheet).writing if item.box[2] > 100), key=lambda item: item.box[1])
    assert [item.crossed_out for item in long if item.box[1] < 40 / 25.4 * DPI] == [True]
    assert not any(item.crossed_out for item in long if item.box[1] >= 40 / 25.4 * DPI)


def test_writing_that_was_read_surely_word_by_word_is_print_a_scanner_blurred(sheet: Sheet) -> None:
    labels(sheet)
    chance = np.random.default_rng(4)
    for row in range(4):
        HAND.write(sheet, "Trần Thị Thử Nghiệm", (97, 24 + 12 * row), chance)
    by_hand = written_on(sheet)
    assert by_hand.writing and not by_hand.reads_like_print

    def with_words(confidence: float) -> Handwriting:
        words = tuple(Word("Nghiệm", confidence, writing.box) for writing in by_hand.writing)
        return replace(by_hand, page=replace(by_hand.page, words=words))

    assert with_words(95.0).reads_like_print
    assert not with_words(60.0).reads_like_print

"""The name in a machine-readable zone: fillers by their shape, letters between them, or nothing."""

from __future__ import annotations

import cv2
import numpy as np
import pytest
from PIL import Image, ImageDraw, ImageFont

from counter_app.bench.drawn_paper import font_file
from scanning.picture import Picture
from scanning.reading.zone_names import read_name

CARD = ("IDVNM1900012342040190001234<<4", "9004159F3004157VNM<<<<<<<<<<<2", "NGUYEN<<THI<MAI<<<<<<<<<<<<<<<")
PASSPORT = ("P<VNMMOONG<<VAN<KHAM".ljust(44, "<"), "C123456780VNM9004159M3004157040190001234<<60")


def drawn(lines: tuple[str, ...]) -> Picture:
    """The zone under a line of smaller print."""
    letters = ImageFont.truetype(str(font_file("Regular", "Zone")), 44)
    picture = Image.new("L", (round(letters.getlength(lines[0])) + 80, 120 + 70 * len(lines)), 255)
    draw = ImageDraw.Draw(picture)
    draw.text((30, 20), "Bộ Công an", 0, letters.font_variant(size=24))
    for number, line in enumerate(lines):
        draw.text((30, 90 + 70 * number), line, 0, letters)
    return np.asarray(picture, np.uint8)


@pytest.mark.parametrize(("lines", "name", "letters"), [(CARD, 2, "NGUYENTHIMAI"), (PASSPORT, 0, "PVNMMOONGVANKHAM")])
def test_fillers_that_were_read_as_letters_are_fillers_again(lines: tuple[str, ...], name: int, letters: str) -> None:
    misread = (*lines[:name], lines[name].replace("<", "K"), *lines[name + 1 :])
    assert read_name(drawn(lines), misread, name, lambda line: letters) == lines[name]


def test_letters_that_do_not_fill_the_places_are_no_name() -> None:
    assert read_name(drawn(CARD), CARD, 2, lambda line: "NGUYENTHIMA") is None


def test_a_picture_without_the_zones_lines_gives_no_name() -> None:
    assert read_name(np.full((300, 900), 255, np.uint8), CARD, 2, lambda line: "NGUYENTHIMAI") is None
    assert read_name(drawn(CARD[:2]), CARD, 2, lambda line: "NGUYENTHIMAI") is None


def test_an_i_that_was_read_as_a_t_is_an_i_again_and_a_t_stays_one() -> None:
    assert read_name(drawn(CARD), CARD, 2, lambda line: "NGUYENTHTMAT") == CARD[2]
    assert read_name(drawn(CARD), CARD, 2, lambda line: "NGUYENIHIMAI") == CARD[2]


def test_in_a_zone_that_lies_a_little_askew_the_fillers_still_stand_apart_from_the_letters() -> None:
    picture = drawn(PASSPORT)
    rows, columns = picture.shape
    turn = cv2.getRotationMatrix2D((columns / 2, rows / 2), 0.35, 1.0)
    askew = np.asarray(cv2.warpAffine(picture, turn, (columns, rows), borderValue=255), np.uint8)
    assert read_name(askew, PASSPORT, 0, lambda line: "PVNMMOONGVANKHAM") == PASSPORT[0]

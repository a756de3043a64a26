"""Nothing a citizen or an official put on the paper is missing from the filed page."""

from __future__ import annotations

from itertools import product

import cv2
import numpy as np
import pytest

from counter_app.dossier.pages import ALL_SHADES
from scanning.page.read_page import read_page
from scanning.picture import Picture
from tests.scanning.marked_paper import Draw, Pen, drawn, scanned, seen, still_seen


def table(colour: tuple[int, int, int], pixels: int) -> Draw:
    def rules(pen: Pen) -> None:
        for y in range(150, 221, 10):
            pen.line([(25, y), (185, y)], colour, pixels)
        for x in (25, 60, 110, 185):
            pen.line([(x, 150), (x, 220)], colour, pixels)

    return rules


def dotted(pen: Pen) -> None:
    for y in range(150, 200, 10):
        for x in range(250, 1850, 9):
            pen.disc((x / 10, y), 0.1, (50, 50, 50))


def violet_stamp(pen: Pen) -> None:
    pen.pen.rectangle([pen.px(side) for side in (120, 195, 185, 215)], outline=(175, 165, 215), width=4)
    pen.text((124, 200), "CHỨNG THỰC", (175, 165, 215), 18)


def highlighted(pen: Pen) -> None:
    pen.box((25, 160, 120, 166), (255, 245, 150))


def shaded_cells(pen: Pen) -> None:
    for y in (150, 170, 190):
        pen.box((25, y, 185, y + 9), (228, 231, 238))


def note_stuck_on(pen: Pen) -> None:
    pen.box((100, 150, 176, 226), (255, 240, 140))


def watermark(pen: Pen) -> None:
    pen.text((40, 150), "BẢN SAO", (222, 222, 222), 80)


def white_on_black(pen: Pen) -> None:
    pen.box((25, 160, 185, 176), (20, 20, 20))
    pen.text((60, 163), "BẢN SAO SỐ 3", (255, 255, 255), 18)


def finger(pen: Pen) -> None:
    for ring in range(2, 26):
        side = ring * 0.4
        box = [pen.px(value) for value in (100 - 0.8 * side, 200 - side, 100 + 0.8 * side, 200 + side)]
        pen.pen.arc(box, ring * 7, 330 + ring * 7, (110, 110, 120), 2)


MARKS: dict[str, Draw] = {
    "pencil": lambda pen: pen.signature((130, 130, 130)),
    "pale pencil": lambda pen: pen.text((30, 200), "đã nộp bản sao", (185, 185, 185), 15),
    "thin blue pen": lambda pen: pen.signature((90, 120, 200), 0.2),
    "orange word": lambda pen: pen.text((25, 200), "đã thu", (240, 150, 60)),
    "green word": lambda pen: pen.text((25, 200), "đã thu", (90, 190, 110)),
    "pale blue rule": lambda pen: pen.line([(25, 200), (120, 200)], (150, 190, 230), 2),
    "black hairlines": table((0, 0, 0), 1),
    "grey rules": table((150, 150, 150), 2),
    "dotted line": dotted,
    "violet stamp": violet_stamp,
    "finger print": finger,
    "highlighted": highlighted,
    "shaded cells": shaded_cells,
    "a note stuck on": note_stuck_on,
    "watermark": watermark,
    "white on black": white_on_black,
}
FINE_AT_300_DPI = ("pale pencil", "black hairlines", "dotted line", "finger print", "white on black")


@pytest.mark.parametrize(("name", "dpi"), [*product(MARKS, [200]), *product(FINE_AT_300_DPI, [300])])
def test_a_mark_beside_black_print_stays(name: str, dpi: int) -> None:
    page = read_page(scanned(drawn(dpi, MARKS[name])))
    assert still_seen(page, MARKS[name], dpi) >= 0.9
    assert page.kept > 0.98


PENS = {"blue": (60, 80, 190), "dark blue": (35, 40, 110), "green": (40, 130, 70), "violet": (110, 60, 150)}


@pytest.mark.parametrize(("pen", "dpi"), [*product(PENS, [200]), ("dark blue", 300)])
def test_a_thin_signature_in_ink_keeps_its_colour_for_it_tells_the_original_from_a_copy(pen: str, dpi: int) -> None:
    colour = PENS[pen]
    page = read_page(scanned(drawn(dpi, lambda paper: paper.signature(colour, 0.3))))
    shown = seen(page)[round(185 / 25.4 * dpi) : round(215 / 25.4 * dpi)].astype(np.int16)
    stroke = shown[shown.min(axis=2) < 160]
    assert len(stroke) > 500
    assert float((np.ptp(stroke, axis=1) > 25).mean()) > 0.9


def soft_shapes(rows: int, columns: int) -> Picture:
    """A photograph of ordinary brightness: soft coloured shapes, as dark as 60 and as light as 240."""
    chance = np.random.default_rng(5)
    light = np.full((rows, columns, 3), 150, np.float32)
    for size, strength in ((rows // 3, 60), (rows // 10, 30)):
        coarse = chance.normal(0, strength, (rows // size * 4 + 2, columns // size * 4 + 2, 3)).astype(np.float32)
        light += np.asarray(cv2.resize(coarse, (columns, rows), interpolation=cv2.INTER_CUBIC))
    return np.clip(light, 60, 240).astype(np.uint8)


@pytest.mark.parametrize("grey", [False, True])
def test_a_photograph_on_a_form_keeps_its_brightness_and_its_contrast(grey: bool) -> None:
    pen = drawn(200)
    photograph = soft_shapes(pen.px(65), pen.px(90))
    if grey:
        photograph = np.repeat(photograph.mean(axis=2, keepdims=True).astype(np.uint8), 3, axis=2)
    pen.picture((60, 160), photograph)
    shown = seen(read_page(scanned(pen)))[pen.px(160) :, pen.px(60) :][: photograph.shape[0], : photograph.shape[1]]
    for measure in (np.mean, np.std):
        assert float(measure(shown)) == pytest.approx(float(measure(photograph)), rel=0.05)


def test_a_photograph_over_the_whole_page_stays_as_it_was() -> None:
    pen = Pen(200)
    pen.picture((0, 0), soft_shapes(pen.sheet.height, pen.sheet.width))
    page = read_page(scanned(pen))
    assert page.shades == ALL_SHADES
    assert float(seen(page).mean()) == pytest.approx(float(np.asarray(pen.sheet).mean()), rel=0.02)


def titled_banner(pen: Pen) -> None:
    pen.box((0, 0, 210, 14), (20, 20, 20))
    pen.text((30, 3), "BẢN SAO SỐ 3", (255, 255, 255), 20)


EDGES: dict[str, Draw] = {
    "a black banner with a white title": titled_banner,
    "a black banner without any print": lambda pen: pen.box((0, 0, 210, 14), (20, 20, 20)),
    "a navy footer": lambda pen: pen.box((0, 280, 210, 297), (15, 25, 80)),
    "a dark portrait in the corner": lambda pen: pen.box((0, 230, 40, 297), (45, 40, 38)),
}


@pytest.mark.parametrize("name", EDGES)
def test_what_is_dark_and_reaches_the_edge_is_no_lid(name: str) -> None:
    page = read_page(scanned(drawn(200, EDGES[name])))
    assert not page.cropped
    assert still_seen(page, EDGES[name], 200) > 0.97


def answers(pen: Pen) -> None:
    for number in range(5):
        pen.disc((12, 60 + 20 * number), 2.6, (20, 20, 20) if number in (1, 3) else (250, 250, 250))


def a_number_on_black(pen: Pen) -> None:
    pen.disc((198, 108.5), 3, (0, 0, 0))
    pen.text((196.4, 105.5), "7", (255, 255, 255), 15)
    pen.disc((198, 188.5), 3, (0, 0, 0))
    pen.text((196.4, 185.5), "8", (255, 255, 255), 15)


@pytest.mark.parametrize("mark", [answers, a_number_on_black])
def test_filled_circles_are_no_punched_holes(mark: Draw) -> None:
    page = read_page(scanned(drawn(200, mark)))
    assert still_seen(page, mark, 200) > 0.95


def four_dots(pen: Pen) -> None:
    for number in range(4):
        pen.disc((50 + 20 * number, 140), 0.5, (0, 0, 0))


ONE_MARK: dict[str, Draw] = {
    "a signature in blue": lambda pen: pen.signature((40, 60, 170)),
    "a signature in pencil": lambda pen: pen.signature((140, 140, 140)),
    "a tick": lambda pen: pen.line([(40, 60), (43, 65), (52, 52)], (20, 20, 20), 4),
    "a red tick": lambda pen: pen.line([(40, 60), (43, 65), (52, 52)], (220, 30, 30), 4),
    "one digit": lambda pen: pen.text((100, 140), "3", (0, 0, 0), 16),
    "a quarter of a seal over the edge": lambda pen: pen.pen.ellipse(
        [pen.px(202), pen.px(123), pen.px(236), pen.px(157)], outline=(215, 60, 60), width=7
    ),
    "a pale portrait": lambda pen: pen.box((90, 120, 120, 160), (225, 228, 235)),
    "a yellow note": lambda pen: pen.box((120, 40, 196, 116), (255, 240, 120)),
    "a ruled line": lambda pen: pen.line([(30, 140), (180, 140)], (30, 30, 30), 3),
    "four dots": four_dots,
}


@pytest.mark.parametrize("name", ONE_MARK)
def test_a_page_with_nothing_but_one_mark_is_kept(name: str) -> None:
    page = read_page(scanned(drawn(200, ONE_MARK[name], form=False), noise=3))
    assert not page.blank
    assert still_seen(page, ONE_MARK[name], 200, form=False) > 0.9


def blueprint(pen: Pen) -> None:
    for y in range(80, 201, 30):
        pen.line([(40, y), (150, y)], (225, 232, 250), max(1, pen.px(0.4)))


@pytest.mark.parametrize("paper", [(30, 60, 140), (215, 220, 228)], ids=["a blueprint", "pale blue paper"])
@pytest.mark.parametrize("mark", [blueprint, lambda pen: pen.text((40, 100), "MỰC TRẮNG", (253, 253, 253), 20)])
def test_a_page_with_nothing_but_white_ink_is_kept(mark: Draw, paper: tuple[int, int, int]) -> None:
    pen = Pen(200)
    pen.box((0, 0, 211, 298), paper)
    mark(pen)
    page = read_page(scanned(pen, noise=3))
    assert not page.blank
    shown = seen(page)
    assert shown[pen.px(75) : pen.px(205)].max() > int(np.percentile(shown, 50)) + 20


@pytest.mark.parametrize("paper", [(225, 222, 215), (248, 205, 215)])
def test_a_page_of_coloured_paper_and_noise_is_left_out(paper: tuple[int, int, int]) -> None:
    pen = Pen(200)
    pen.box((0, 0, 211, 298), paper)
    assert read_page(scanned(pen, noise=6)).blank


def test_a_page_of_nothing_but_noise_is_left_out() -> None:
    assert read_page(scanned(Pen(200), noise=6)).blank


def test_the_page_says_that_it_kept_its_own_shades_because_a_mark_would_have_been_lost(
    monkeypatch: pytest.MonkeyPatch,
) -> None:
    raw = scanned(drawn(200, MARKS["pencil"]))
    monkeypatch.setattr("scanning.page.layers._boxes", lambda _: [])  # a clean-up that forgets all but the black
    page = read_page(raw)
    assert page.shades == ALL_SHADES
    assert still_seen(page, MARKS["pencil"], 200) > 0.9


def test_a_blue_signature_filed_in_grey_would_be_noticed(monkeypatch: pytest.MonkeyPatch) -> None:
    raw = scanned(drawn(200, lambda pen: pen.signature((40, 60, 190))))
    assert read_page(raw).shades != ALL_SHADES
    monkeypatch.setattr("scanning.page.layers._has_colours", lambda _: False)  # a clean-up that forgets colours
    assert read_page(raw).shades == ALL_SHADES

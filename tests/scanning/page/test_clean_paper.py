"""What desks really get: stamps over print, photographs, faint copies, the back showing through, punched holes."""

from __future__ import annotations

from collections.abc import Callable
from dataclasses import replace

import cv2
import numpy as np
import pytest
from rapidfuzz.distance import Levenshtein

from counter_app.demo.wear import encoded_jpeg, wear
from counter_app.dossier.pages import Treatment
from printing.layout.pictures import rendered_pages
from scanning.page.read_page import read_page
from scanning.pages import RawPage, ReadPage
from scanning.picture import Picture

DPI = 300
COARSE = 200
"""Dots per inch where a decision about the sheet is the point, not its letters: less than half the pixels."""
Typeset = Callable[..., Picture]


def raw(picture: Picture, dpi: int = DPI) -> RawPage:
    return RawPage(encoded_jpeg(picture, dpi), "image/jpeg", dpi, "giấy.jpg", 0)


def seen(page: ReadPage) -> Picture:
    (shown,) = rendered_pages(page.sheet, page.dpi)
    return np.asarray(shown)[: page.height, : page.width]


def wrong(truth: str, page: ReadPage) -> float:
    truth, read = " ".join(truth.split()), " ".join(page.text.split())
    return Levenshtein.distance(truth, read) / len(truth)


def test_print_under_a_red_stamp_is_read_and_stays_black(typeset_page: Typeset, papers: dict[str, str]) -> None:
    sheet = typeset_page(papers["birth"]).copy().astype(np.float32)
    seal = np.zeros(sheet.shape[:2], np.float32)
    cv2.circle(seal, (1240, 1400), 260, 0.85, 22, cv2.LINE_AA)
    cv2.circle(seal, (1240, 1400), 90, 0.7, -1, cv2.LINE_AA)
    ink = np.array((196, 30, 45), np.float32)
    sheet = sheet * (1 - seal[..., None]) + ink * seal[..., None] * (sheet / 255)
    page = read_page(raw(wear(sheet.astype(np.uint8), 2)))
    assert wrong(papers["birth"], page) < 0.01
    shown = seen(page).astype(int)
    assert (shown[:, :, 0] - shown[:, :, 1] > 60).sum() > 30_000, "the seal is red"
    middle = shown[1310:1490, 1150:1330]
    assert (middle.max(axis=2) < 60).sum() > 200, "letters under it are black"


def test_a_photograph_keeps_its_tones(typeset_page: Typeset, papers: dict[str, str]) -> None:
    sheet = typeset_page(papers["land"]).copy()
    tones = np.linspace(30, 210, 472, dtype=np.float32)[:, None] * np.linspace(0.6, 1.1, 354, dtype=np.float32)
    photograph = np.stack([tones, tones * 0.8, tones * 0.7], axis=2).clip(0, 255).astype(np.uint8)
    sheet[2700:3172, 300:654] = photograph  # 3 × 4 cm
    page = read_page(raw(wear(sheet, 4, noise=3, yellowing=0.1)))
    shown = seen(page)[2700:3172, 300:654].astype(np.float32)
    likeness = np.corrcoef(shown[8:-8, 8:-8].ravel(), photograph[8:-8, 8:-8].astype(np.float32).ravel())[0, 1]
    assert likeness > 0.97
    assert abs(float(shown.mean()) - float(photograph.mean())) < 35


def test_a_faint_carbon_copy_is_read_and_stays_faint(typeset_page: Typeset, papers: dict[str, str]) -> None:
    faint = 255 - (255 - typeset_page(papers["building"]).astype(np.float32)) * 0.28
    page = read_page(raw(wear(faint.astype(np.uint8), 6, noise=4)))
    assert wrong(papers["building"], page) < 0.03
    assert 150 < np.percentile(seen(page).min(axis=2), 1) < 215


def test_what_shines_through_from_the_back_goes(typeset_page: Typeset, papers: dict[str, str]) -> None:
    front = typeset_page(papers["birth"]).astype(np.float32)
    back = typeset_page(papers["land"])[:, ::-1].astype(np.float32)
    both = np.minimum(front, 255 - (255 - back) * 0.2)
    page = read_page(raw(wear(both.astype(np.uint8), 7, noise=4)))
    assert wrong(papers["birth"], page) < 0.02
    ink, alone = (
        seen(item).min(axis=2) < 128 for item in (page, read_page(raw(wear(front.astype(np.uint8), 7, noise=4))))
    )
    assert ink.sum() < 1.1 * alone.sum()


def test_a_blank_back_with_the_front_showing_through_is_blank(typeset_page: Typeset, papers: dict[str, str]) -> None:
    back = 255 - (255 - typeset_page(papers["birth"])[:, ::-1].astype(np.float32)) * 0.13
    assert read_page(raw(wear(back.astype(np.uint8), 8, noise=4))).blank


def test_punched_holes_are_no_text_and_no_skew(typeset_page: Typeset, papers: dict[str, str]) -> None:
    sheet = typeset_page(papers["land"], COARSE).copy()
    for y in (853, 1487):
        cv2.circle(sheet, (93, y), 23, (40, 40, 40), -1)
    page = read_page(raw(wear(sheet, 9, skew=2.0), COARSE))
    assert wrong(papers["land"], page) < 0.01
    assert abs(page.skew - 2.0) < 0.2
    assert (seen(page)[:, 40:153].min(axis=2) < 128).mean() < 0.004, "the holes are gone"


def test_an_identity_card_on_a4_is_kept_in_colour_and_read(typeset_page: Typeset) -> None:
    sheet = np.full((3508, 2480, 3), 255, np.uint8)
    card = typeset_page("CĂN CƯỚC CÔNG DÂN\nSố: 040194001234\nHọ và tên: NGUYỄN THỊ HƯỜNG\nGiới tính: Nữ")[
        180:560, :1012
    ]
    tinted = (card.astype(np.float32) * np.array([0.80, 0.93, 0.97])).astype(np.uint8)
    sheet[600 : 600 + tinted.shape[0], 700 : 700 + tinted.shape[1]] = tinted
    page = read_page(raw(wear(sheet, 10, noise=4, yellowing=0.0)))
    assert not page.blank and page.rotation == 0
    assert "040194001234" in page.text
    assert (page.width, page.height) == pytest.approx((2480, 3508), abs=30)


@pytest.mark.parametrize("skew", [-14.5, -10.0, 12.0, 14.5])
def test_a_page_fed_far_askew_is_straightened(skew: float, typeset_page: Typeset, papers: dict[str, str]) -> None:
    paper = typeset_page(papers["birth"], COARSE)
    sheet = cv2.copyMakeBorder(paper, 200, 200, 333, 333, cv2.BORDER_CONSTANT, value=(255,) * 3)
    page = read_page(raw(wear(np.asarray(sheet, np.uint8), 11, skew=skew), COARSE))
    assert abs(page.skew - skew) < 0.3
    assert wrong(papers["birth"], page) < 0.02


def test_a3_is_read_whole(typeset_page: Typeset, papers: dict[str, str]) -> None:
    sheet = np.full((3307, 2339, 3), 255, np.uint8)
    for number, name in enumerate(("birth", "land")):
        part = typeset_page(papers[name], COARSE)[153:1753]
        sheet[67 + 1607 * number : 67 + 1607 * number + len(part), 267 : 267 + part.shape[1]] = part
    page = read_page(raw(wear(sheet, 12, skew=0.8), COARSE))
    assert wrong(papers["birth"] + "\n" + papers["land"], page) < 0.02
    assert page.height > 3267


def test_every_decision_can_be_undone(typeset_page: Typeset, papers: dict[str, str]) -> None:
    paper = typeset_page(papers["birth"], COARSE)
    page = raw(wear(paper, 13, skew=3.0, turned=180, black_border=True, yellowing=0.9), COARSE)
    done = read_page(page)
    assert (done.rotation, done.cropped) == (180, True) and abs(done.skew - 3) < 0.2
    left = read_page(replace(page, treatment=Treatment(rotation=0)))
    assert left.rotation == 0
    askew = read_page(replace(page, treatment=Treatment(straighten=False)))
    assert (askew.skew, askew.rotation) == (0.0, 180)
    whole = read_page(replace(page, treatment=Treatment(crop=False)))
    assert not whole.cropped and whole.width > done.width
    yellow = seen(read_page(replace(page, treatment=Treatment(whiten=False))))
    paper = np.median(yellow.reshape(-1, 3), axis=0)
    assert paper[2] < 215 < paper[0], "the paper's own colour is kept"
    assert read_page(replace(page, treatment=Treatment(blank=True))).blank
    empty = raw(np.full((2339, 1654, 3), 255, np.uint8), COARSE)
    assert read_page(empty).blank
    assert not read_page(replace(empty, treatment=Treatment(blank=False))).blank

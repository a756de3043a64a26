"""Worn pages are turned upright, straightened, made white, read and recognised."""

from __future__ import annotations

import os
import tempfile
from collections.abc import Callable
from functools import cache
from pathlib import Path
from typing import Any

import cv2
import numpy as np
import pytest
import zxingcpp
from rapidfuzz.distance import Levenshtein

from counter_app.demo.wear import encoded_jpeg, wear
from counter_app.store.page_notes import read_facts, read_reading, write_reading
from printing.layout.pictures import rendered_pages
from scanning.errors import MissingLanguage
from scanning.page.read_page import read_page
from scanning.pages import RawPage, ReadPage, with_sheet
from scanning.picture import Picture
from scanning.private_directory import memory_directory

DPI = 300
WORN = ["upright", "skew+2", "skew-5", "skew+8", "turned 90", "upside down", "turned 270", "black border"]
Typeset = Callable[[str], Picture]
WornPages = dict[str, Any]
ReadWorn = Callable[[str], ReadPage]
DOCUMENT_TYPES = {
    "birth": "birth_registration_declaration",
    "building": "building_permit_application",
    "land": "land_change_application",
}


def wrong_share(truth: str, read: str) -> float:
    """Character error rate, white space counted once."""
    truth, read = " ".join(truth.split()), " ".join(read.split())
    return Levenshtein.distance(truth, read) / len(truth)


def pixels(page: ReadPage) -> np.ndarray:  # type: ignore[type-arg]
    (shown,) = rendered_pages(page.sheet, page.dpi)
    return np.asarray(shown)[: page.height, : page.width]  # a renderer rounds up


@pytest.fixture(scope="module")
def read_worn(worn_pages: WornPages) -> ReadWorn:
    """Each of the worn pages, read once."""
    return cache(lambda name: read_page(worn_pages[name].raw))


@pytest.mark.slow
@pytest.mark.parametrize("name", WORN)
def test_a_worn_page_is_read(name: str, worn_pages: WornPages, papers: dict[str, str], read_worn: ReadWorn) -> None:
    worn = worn_pages[name]
    page = read_worn(name)
    assert page.rotation == worn.turned
    assert abs(page.skew - worn.skew) < 0.2
    assert wrong_share(worn.truth, page.text) < 0.02
    assert not page.blank
    paper = next(name for name, text in papers.items() if text == worn.truth)
    assert page.document_type == DOCUMENT_TYPES[paper]
    assert pixels(page).shape[:2] == (page.height, page.width)
    assert np.median(pixels(page)) == 255, "the paper is white"
    for word in page.words:
        x, y, width, height = word.box
        assert 0 <= x < x + width <= page.width
        assert 0 <= y < y + height <= page.height


def test_words_lie_on_their_ink(read_worn: ReadWorn) -> None:
    page = read_worn("skew+2")
    dark = pixels(page).min(axis=2) < 128
    sure = [word for word in page.words if word.confidence > 80]
    assert len(sure) > 200
    for word in sure:
        x, y, width, height = word.box
        assert dark[y : y + height, x : x + width].any(), word
    covered = np.zeros_like(dark)
    for word in page.words:
        x, y, width, height = word.box
        covered[y - 6 : y + height + 6, x - 6 : x + width + 6] = True
    assert (dark & covered).sum() > 0.97 * dark.sum()


def test_a_colour_stamp_stays_red_and_the_black_border_goes(read_worn: ReadWorn) -> None:
    stamped = pixels(read_worn("upright")).astype(int)
    red = (stamped[:, :, 0] - stamped[:, :, 1] > 60).sum()
    assert red > 10_000
    bordered = pixels(read_worn("black border"))
    sides = (bordered[:30], bordered[-30:], bordered[:, :30], bordered[:, -30:])
    rim = np.concatenate([side.ravel() for side in sides])
    assert (rim < 128).mean() < 0.002


@pytest.mark.parametrize("turned", [0, 180])
def test_a_blank_back_with_dust_and_shadow_is_blank(turned: int) -> None:
    back = wear(np.full((3508, 2480, 3), 255, np.uint8), 11, shadow=0.6, noise=8, turned=turned)
    page = read_page(RawPage(encoded_jpeg(back, DPI), "image/jpeg", DPI, "mặt sau", 0))
    assert page.blank
    assert (page.words, page.text, page.rotation) == ((), "", 0)


@pytest.mark.parametrize("text", ["Đã nộp đủ lệ phí", "(Mặt sau)\nNgười nộp: Trần Văn Ất"])
def test_a_page_with_one_line_is_not_blank(text: str, typeset_page: Typeset) -> None:
    worn = wear(typeset_page(text), 12, noise=8)
    page = read_page(RawPage(encoded_jpeg(worn, DPI), "image/jpeg", DPI, "một dòng", 0))
    assert not page.blank
    assert page.rotation == 0
    assert wrong_share(text, page.text) < 0.1


def test_faint_pencil_is_not_blank(typeset_page: Typeset) -> None:
    faint = 255 - (255 - typeset_page("Ghi chú bằng bút chì\nở mặt sau tờ giấy này").astype(np.float32)) * 0.25
    page = read_page(RawPage(encoded_jpeg(faint.astype(np.uint8), DPI), "image/jpeg", DPI, "bút chì", 0))
    assert not page.blank


def test_a_photograph_is_left_as_it_lies() -> None:
    noise = np.random.default_rng(5).random((24, 18, 3), np.float32) * 255
    photograph = cv2.resize(noise, (1240, 1754), interpolation=cv2.INTER_CUBIC).clip(0, 255).astype(np.uint8)
    page = read_page(RawPage(encoded_jpeg(photograph, 150), "image/jpeg", 150, "ảnh", 0))
    assert (page.rotation, page.skew, page.blank) == (0, 0.0, False)
    shown = pixels(page).astype(np.float32)
    likeness = np.corrcoef(shown[::8, ::8, 0].ravel(), photograph[::8, ::8, 0].astype(np.float32).ravel())[0, 1]
    assert likeness > 0.9


def test_the_qr_code_of_a_card_is_read_from_a_turned_page(typeset_page: Typeset, papers: dict[str, str]) -> None:
    payload = "040190001234|187123456|Nguyễn Thị Mai|15041990|Nữ|Xóm 3, Nghi Phú, Vinh, Nghệ An|10052021"
    code = np.asarray(zxingcpp.create_barcode(payload, zxingcpp.BarcodeFormat.QRCode).to_image(scale=8))
    sheet = typeset_page(papers["birth"]).copy()
    sheet[2700 : 2700 + code.shape[0], 400 : 400 + code.shape[1]] = code[:, :, np.newaxis]
    worn = wear(sheet, 13, skew=4.0, turned=90)
    page = read_page(RawPage(encoded_jpeg(worn, DPI), "image/jpeg", DPI, "thẻ", 0))
    assert [(found.format, found.text) for found in page.codes] == [("QRCode", payload)]


def test_a_language_that_is_not_installed_is_named_with_its_package(worn_pages: WornPages) -> None:
    with pytest.raises(MissingLanguage) as error:
        read_page(worn_pages["upright"].raw, language="lao")
    assert "tesseract-ocr-lao" in error.value.sentence("en")


def test_nothing_of_the_page_is_left_in_temporary_files(worn_pages: WornPages) -> None:
    before = {*memory_directory().glob("tess_*"), *Path(tempfile.gettempdir()).glob("tess_*")}
    read_page(worn_pages["upright"].raw)
    assert list(memory_directory().glob(f"counter-pages-{os.getpid()}-*")) == []
    assert {*memory_directory().glob("tess_*"), *Path(tempfile.gettempdir()).glob("tess_*")} <= before


def test_a_read_page_comes_back_from_the_store(read_worn: ReadWorn) -> None:
    page = read_worn("turned 90")
    assert with_sheet(read_reading(write_reading(page)), page.sheet) == page
    assert read_facts(write_reading(page)) == page.facts

"""Codes of cards are read from copies, however small, turned or beside whatever else."""

from __future__ import annotations

import cv2
import numpy as np
import pytest
import zxingcpp

from counter_app.bench.cards import coded_cards
from counter_app.demo.wear import encoded_jpeg
from scanning.fields.papers import fields_of, papers_of
from scanning.page.codes import find_codes
from scanning.page.read_page import read_page
from scanning.pages import RawPage
from scanning.picture import Picture

TEXT = "040190001234|187123456|Nguyễn Thị Mai|15041990|Nữ|Xóm 3, Nghi Lộc, Nghệ An|10052021"


def copied(text: str, module: float, blur: float) -> Picture:
    """A white page with a code of so many pixels a module, as blurred as scanners see it."""
    drawn = np.asarray(zxingcpp.create_barcode(text, zxingcpp.BarcodeFormat.QRCode, ec_level="M").to_image(scale=8))
    side = round(drawn.shape[0] / 8 * module)
    page = np.full((900, 900), 245, np.uint8)
    page[300 : 300 + side, 411 : 411 + side] = cv2.resize(drawn, (side, side), interpolation=cv2.INTER_AREA)
    soft = cv2.GaussianBlur(page, (0, 0), blur).astype(np.float32)
    noisy = soft + 4 * np.random.default_rng(3).standard_normal(page.shape)
    return np.asarray(np.clip(noisy, 0, 255), np.uint8)


@pytest.mark.parametrize(("module", "blur"), [(2.0, 0.6), (2.0, 0.9), (2.3, 1.0), (4.0, 1.0)])
def test_a_code_of_two_pixels_a_module_is_read(module: float, blur: float) -> None:
    (code,) = find_codes(copied(TEXT, module, blur), 200)
    assert code.text == TEXT
    assert code.box is not None
    left, top, width, height = code.box
    assert abs(left - 411) < 20 and abs(top - 300) < 20, "it says where it stands"
    assert abs(width - height) < 20 and left + width < 900


def test_a_code_is_found_once_whichever_way_it_is_turned() -> None:
    page = copied(TEXT, 2.2, 0.8)
    for turns in range(4):
        assert [code.text for code in find_codes(np.ascontiguousarray(np.rot90(page, turns)), 200)] == [TEXT]


def test_a_copied_card_is_known_by_its_code_upside_down_too() -> None:
    (card, _) = coded_cards(6, 2)
    picture = cv2.imdecode(np.frombuffer(card.jpeg, np.uint8), cv2.IMREAD_COLOR_RGB)
    upside_down = encoded_jpeg(np.ascontiguousarray(np.asarray(picture, np.uint8)[::-1, ::-1]), 200, 90)
    for jpeg in (card.jpeg, upside_down):
        page = read_page(RawPage(jpeg, "image/jpeg", 200, "card", 0))
        assert card.code in [code.text for code in page.codes]
        (paper,) = papers_of([page])
        assert paper.known_as.paper == "identity_card"
        assert {"subject.name", "subject.born"} <= {field.name for field in fields_of(paper, [page])}

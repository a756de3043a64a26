"""A page of a PDF is what a viewer shows of it: what lies over it, what is switched off."""

from __future__ import annotations

from typing import Any

import numpy as np
import pytest
from pikepdf import Array, Name, String

from scanning.page.decode import decode
from scanning.picture import DecodedPage
from tests.scanning.pdf_papers import (
    FILLED,
    HEADING,
    SCAN,
    SQUARE,
    draft,
    drawn,
    grey_sheet,
    is_dark,
    jpeg_of,
    layers,
    line,
    only,
    part,
    scan_of,
)


@pytest.mark.parametrize("kind", ["Stamp", "FreeText", "Ink", "Square", "Text", "Watermark", "Redact", "Caret"])
@pytest.mark.parametrize("flags", [0, 4, 64 + 4, 128 + 4])
def test_what_lies_over_a_scan_is_drawn_with_it(kind: str, flags: int) -> None:
    made = scan_of(grey_sheet(SCAN))
    made.annotate(kind, SQUARE, FILLED, F=flags)
    page = only(made)
    assert page.media_type == "application/pdf", "the JPEG alone would lack it"
    assert is_dark(part(decode(page), *SQUARE))


@pytest.mark.parametrize("flags", [2, 32, 2 + 4, 32 + 4])
def test_what_is_hidden_from_view_is_not_drawn_and_not_read(flags: int) -> None:
    made = draft().add_page(line(HEADING))
    made.annotate("Stamp", SQUARE, FILLED + " 1 g " + line("KHONG THAY", 5, 40), F=flags)
    page = drawn(made)
    assert not is_dark(part(page, *SQUARE))
    assert page.own is not None
    assert page.own[1] == HEADING


@pytest.mark.parametrize(
    ("kind", "facts"),
    [
        ("Popup", {"Open": True, "Contents": String("ghi chu")}),
        ("Link", {"Border": Array([0, 0, 3]), "C": Array([1, 0, 0])}),
        ("Stamp", {"F": 2}),
        ("Widget", {"F": 32, "FT": Name.Tx, "V": String("x")}),
    ],
)
def test_what_leaves_no_mark_leaves_the_jpeg_as_it_is(kind: str, facts: dict[str, Any]) -> None:
    made = scan_of(grey_sheet(SCAN))
    made.annotate(kind, SQUARE, **facts)
    assert only(made).data == jpeg_of(grey_sheet(SCAN))


@pytest.mark.parametrize(
    ("kind", "facts"),
    [
        ("Ink", {"InkList": Array([Array([100, 100, 150, 150, 200, 200])]), "C": Array([0, 0, 1])}),
        ("Highlight", {"QuadPoints": Array([100, 200, 200, 200, 100, 100, 200, 100]), "C": Array([1, 0, 0])}),
        ("Square", {"C": Array([1, 0, 0])}),
        ("Line", {"L": Array([100, 100, 200, 200]), "C": Array([1, 0, 0])}),
        ("PolyLine", {"Vertices": Array([100, 100, 200, 200, 150, 100])}),
        ("Polygon", {"Vertices": Array([100, 100, 200, 200, 150, 100]), "C": Array([0, 0.5, 0])}),
        ("Stamp", {"Name": Name.Approved}),
        ("FreeText", {"Contents": String("Đã thu phí"), "DA": String("/Helv 14 Tf 1 0 0 rg")}),
    ],
)
def test_comments_without_an_appearance_are_drawn_too(kind: str, facts: dict[str, Any]) -> None:
    made = draft().add_page(line(HEADING))
    made.annotate(kind, SQUARE, **facts)
    assert (part(drawn(made), *SQUARE).min(axis=2) < 160).sum() > 100


@pytest.mark.parametrize("turn", [90, 180, 270])
def test_what_lies_over_a_turned_page_turns_with_it(turn: int) -> None:
    made = scan_of(grey_sheet(SCAN), Rotate=turn)
    made.annotate("Stamp", SQUARE, FILLED)
    page = drawn(made)
    back = DecodedPage(np.ascontiguousarray(np.rot90(page.picture, turn // 90)), page.dpi)
    assert is_dark(part(back, *SQUARE))


def test_an_annotation_without_a_size_or_with_a_broken_one_costs_nothing_else() -> None:
    made = draft().add_page(line(HEADING))
    made.annotate("Stamp", (100, 100, 100, 100), FILLED)
    for rect in (Array([]), Array([1, 2]), Name.Rect, Array([0, 0, 10**18, -(10**18)])):
        made.annotate("FreeText", SQUARE, Contents=String("x")).Rect = rect
    made.page.obj.Annots.append(7)
    made.annotate("Stamp", SQUARE, FILLED)
    assert is_dark(part(drawn(made), *SQUARE))


@pytest.mark.parametrize("usual", [{"OFF": True}, {"BaseState": Name.OFF}], ids=["this one off", "all off"])
@pytest.mark.parametrize("over_scan", [True, False])
def test_a_layer_that_is_off_stays_off(usual: dict[str, Any], over_scan: bool) -> None:
    hidden = "/OC /Layer BDC 0 g 100 100 100 100 re f " + line("BAN NHAP KHONG CO GIA TRI") + "EMC"
    made = scan_of(grey_sheet(SCAN), more=hidden) if over_scan else draft().add_page(line(HEADING, 60, 700) + hidden)
    layers(made, **usual)
    page = drawn(made)
    assert not is_dark(part(page, *SQUARE))
    assert page.own is None, "what is on is read from the picture"


def test_a_layer_that_is_on_is_shown() -> None:
    made = draft().add_page(line(HEADING) + "/OC /Layer BDC 100 100 100 100 re f EMC")
    layers(made, ON=True)
    page = drawn(made)
    assert is_dark(part(page, *SQUARE))
    assert page.own is not None


def test_a_picture_of_a_layer_is_not_taken_for_the_page() -> None:
    made = scan_of(grey_sheet(SCAN))
    group = layers(made, OFF=True)
    made.page.obj.Resources.XObject.Scan.OC = group
    page = only(made)
    assert page.media_type == "application/pdf"
    assert decode(page).picture.min() == 255

"""PDFs that citizens bring: one a program wrote keeps its text, a scan gives its JPEG as it is."""

from __future__ import annotations

import io
from collections.abc import Callable
from typing import Any

import numpy as np
import pikepdf
import pytest
from pikepdf import Array, Dictionary, Name
from PIL import Image

from counter_app.demo.sample_papers import sample_dossiers
from counter_app.demo.wear import encoded_jpeg
from printing.layout.pictures import rendered_pages
from scanning.page.read_page import read_page
from scanning.pages import RawPage
from scanning.picture import Picture
from scanning.sources.opening import pages_in

PAPER = sample_dossiers()[0].papers[0]


def scan_pdf(jpeg: bytes, *, matrix: str = "595 0 0 842 0 0", more: str = "", **page: Any) -> bytes:
    """A PDF of one A4 page with the JPEG, as scanning programs write it."""
    document = pikepdf.new()
    document.add_blank_page(page_size=(595, 842))
    with Image.open(io.BytesIO(jpeg)) as image:
        picture = document.make_stream(
            jpeg,
            Type=Name.XObject,
            Subtype=Name.Image,
            Width=image.width,
            Height=image.height,
            ColorSpace=Name.DeviceRGB,
            BitsPerComponent=8,
            Filter=Name.DCTDecode,
        )
    sheet = document.pages[0]
    font = Dictionary(Type=Name.Font, Subtype=Name.Type1, BaseFont=Name.Helvetica)
    sheet.Resources = Dictionary(XObject=Dictionary(Scan=picture), Font=Dictionary(F=font))
    sheet.Contents = document.make_stream(f"q {matrix} cm /Scan Do Q {more}".encode())
    for name, value in page.items():
        sheet[f"/{name}"] = value
    memory = io.BytesIO()
    document.save(memory)
    return memory.getvalue()


@pytest.fixture(scope="module")
def jpeg(typeset_page: Callable[[str], Picture]) -> bytes:
    return encoded_jpeg(typeset_page("TỜ KHAI ĐĂNG KÝ KHAI SINH\nHọ và tên: Nguyễn Thị Hường"), 300)


def only(data: bytes) -> RawPage:
    (page,) = pages_in(data, "giấy.pdf")
    assert isinstance(page, RawPage)
    return page


def test_a_pdf_that_a_program_wrote_keeps_its_text() -> None:
    read = read_page(only(PAPER.pdf()))
    words = " ".join(read.text.split())
    for line in PAPER.lines:
        assert " ".join(line.split()) in words
    assert read.mean_confidence == 100
    assert (read.rotation, read.skew) == (0, 0.0)
    name = next(word for word in read.words if word.text == "Mai")
    shown = np.asarray(next(rendered_pages(read.sheet, read.dpi)).convert("L"))
    x, y, width, height = name.box
    assert (shown[y : y + height, x : x + width] < 128).mean() > 0.1, "its box lies over its ink"


@pytest.mark.parametrize("turn", [90, 180, 270])
def test_the_words_of_a_turned_page_lie_over_their_ink(turn: int) -> None:
    with pikepdf.open(io.BytesIO(PAPER.pdf())) as document:
        document.pages[0].rotate(turn, relative=False)
        memory = io.BytesIO()
        document.save(memory)
    read = read_page(only(memory.getvalue()))
    shown = np.asarray(next(rendered_pages(read.sheet, read.dpi)).convert("L")) < 128
    inked = [shown[y : y + height, x : x + width].mean() for x, y, width, height in (word.box for word in read.words)]
    assert len(inked) > 50 and np.mean(np.array(inked) > 0.05) > 0.95


def test_text_in_a_font_of_before_unicode_is_read_instead() -> None:
    with pikepdf.open(io.BytesIO(PAPER.pdf())) as document:
        for thing in document.objects:
            if isinstance(thing, Dictionary) and "/FontName" in thing:
                thing.FontName = Name("/AAAAAA+.VnTime")
            if isinstance(thing, Dictionary) and "/BaseFont" in thing:
                thing.BaseFont = Name("/AAAAAA+.VnTime")
        memory = io.BytesIO()
        document.save(memory)
    read = read_page(only(memory.getvalue()))
    assert 0 < read.mean_confidence < 100
    assert "Nguyễn Thị Mai" in read.text


def test_a_scan_gives_its_jpeg_as_it_is(jpeg: bytes) -> None:
    page = only(scan_pdf(jpeg))
    assert (page.data, page.media_type, page.dpi) == (jpeg, "image/jpeg", 300)


def test_a_scan_with_invisible_text_over_it_too(jpeg: bytes) -> None:
    hidden = "BT 3 Tr /F 12 Tf 1 0 0 1 72 700 Tm (TO KHAI) Tj ET"
    page = only(scan_pdf(jpeg, more=hidden))
    assert page.data == jpeg
    assert "TỜ KHAI" in read_page(page).text


@pytest.mark.parametrize(
    "other",
    [
        {"more": "BT /F 12 Tf 1 0 0 1 72 700 Tm (Da thu phi) Tj ET"},
        {"more": "1 0 0 RG 100 100 200 50 re S"},
        {"matrix": "300 0 0 400 100 200"},
        {"matrix": "0 842 -595 0 595 0"},
        {"Rotate": 90},
        {"CropBox": Array([0, 0, 300, 842])},
    ],
    ids=["visible text", "a drawing", "a small picture", "turned", "rotated", "cropped"],
)
def test_any_other_page_is_drawn_whole(jpeg: bytes, other: dict[str, Any]) -> None:
    assert only(scan_pdf(jpeg, **other)).media_type == "application/pdf"

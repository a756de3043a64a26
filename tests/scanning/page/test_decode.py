"""Pictures of every colour mode, with wrong headers, cut off, or monstrous."""

from __future__ import annotations

import io
import struct
import zlib

import numpy as np
import pikepdf
import pytest
from PIL import Image

from scanning.errors import BrokenPdf, NotAPicture, PageTooLarge, PictureTooLarge, TruncatedPicture
from scanning.page.decode import decode
from scanning.pages import RawPage


def raw(image: Image.Image, kind: str = "PNG", dpi: int | None = None, **save: object) -> RawPage:
    memory = io.BytesIO()
    image.save(memory, kind, **save)  # type: ignore[arg-type]
    return RawPage(memory.getvalue(), Image.MIME[kind], dpi, "giấy.bin", 0)


def half_dark(mode: str, white: object, dark: object) -> Image.Image:
    """A4 at 100 dpi, its left half white, its right half dark."""
    image = Image.new(mode, (827, 1169), white)  # type: ignore[arg-type]
    image.paste(dark, (413, 0, 827, 1169))  # type: ignore[arg-type]
    return image


@pytest.mark.parametrize(
    ("image", "kind"),
    [
        (half_dark("1", 1, 0), "PNG"),
        (half_dark("L", 255, 20), "PNG"),
        (
            Image.fromarray(
                np.where(np.arange(827) < 413, 65535, 5000).astype(np.uint16) * np.ones((1169, 1), np.uint16)
            ),
            "PNG",
        ),
        (half_dark("P", 0, 1), "PNG"),
        (half_dark("RGB", (255, 255, 255), (20, 20, 20)), "JPEG"),
        (half_dark("RGBA", (0, 0, 0, 0), (20, 20, 20, 255)), "PNG"),
        (half_dark("LA", (0, 0), (20, 255)), "PNG"),
        (half_dark("CMYK", (0, 0, 0, 0), (0, 0, 0, 240)), "JPEG"),
        (half_dark("CMYK", (0, 0, 0, 0), (0, 0, 0, 240)), "TIFF"),
        (half_dark("RGB", (255, 255, 255), (20, 20, 20)), "PPM"),
    ],
    ids=["1 bit", "grey", "16 bit", "palette", "rgb", "rgba", "grey+alpha", "cmyk jpeg", "cmyk tiff", "pnm"],
)
def test_every_colour_mode_becomes_white_paper_and_dark_ink(image: Image.Image, kind: str) -> None:
    if image.mode == "P":
        image.putpalette([255, 255, 255, 20, 20, 20])
    page = decode(raw(image, kind))
    assert page.picture.dtype == np.uint8
    assert page.picture.shape[:2] == (1169, 827)
    assert page.picture[:, :400].mean() > 245
    assert page.picture[:, 430:].mean() < 40


@pytest.mark.parametrize(("tag", "expected"), [(300, 300), (0, 300), (1, 300), (72, 300), (96, 300)])
def test_a_dpi_that_no_sheet_can_have_is_not_believed(tag: int, expected: int) -> None:
    memory = io.BytesIO()
    Image.new("L", (2480, 3508), 255).save(memory, "JPEG", dpi=(tag, tag))
    page = decode(RawPage(memory.getvalue(), "image/jpeg", None, "a.jpg", 0))
    assert abs(page.dpi - expected) <= 2


def test_the_scanner_knows_its_dpi_better_than_the_header() -> None:
    page = raw(Image.new("L", (1000, 1400), 255), "JPEG", dpi=200)
    assert decode(page).dpi == 200


def test_600_dpi_are_reduced_to_300() -> None:
    page = decode(raw(Image.new("L", (2000, 3000), 255), dpi=600))
    assert (page.dpi, page.picture.shape) == (300, (1500, 1000))


def test_a_phone_held_sideways_says_so_in_exif() -> None:
    image = half_dark("L", 255, 20)
    exif = Image.Exif()
    exif[0x0112] = 6  # to be turned 90° clockwise
    page = decode(raw(image, "JPEG", exif=exif))
    assert page.picture.shape == (827, 1169)
    assert page.picture[:400].mean() > 245 > 40 > page.picture[430:].mean()


@pytest.mark.parametrize("kind", ["JPEG", "PNG", "TIFF"])
def test_a_picture_cut_off_in_the_middle_is_called_incomplete(kind: str) -> None:
    whole = raw(Image.effect_noise((800, 1100), 80), kind).data
    with pytest.raises((TruncatedPicture, NotAPicture)) as error:
        decode(RawPage(whole[: len(whole) // 2], Image.MIME[kind], None, "ảnh", 0))
    if kind != "TIFF":  # a TIFF keeps its directory at the end, so nothing is left to recognise it by
        assert error.type is TruncatedPicture


def test_60000_by_60000_pixels_are_refused_from_the_header_at_once(monkeypatch: pytest.MonkeyPatch) -> None:
    def unpacked(*_: object) -> None:
        raise AssertionError("it was begun to be unpacked")

    header = struct.pack(">IIBBBBB", 60_000, 60_000, 8, 2, 0, 0, 0)
    chunk = b"IHDR" + header
    row = zlib.compress(bytes(1000))
    bomb = b"\x89PNG\r\n\x1a\n" + struct.pack(">I", 13) + chunk + struct.pack(">I", zlib.crc32(chunk))
    bomb += struct.pack(">I", len(row)) + b"IDAT" + row + struct.pack(">I", zlib.crc32(b"IDAT" + row))
    monkeypatch.setattr("PIL.ImageFile.ImageFile.load", unpacked)
    monkeypatch.setattr("cv2.imdecode", unpacked)
    with pytest.raises(PictureTooLarge) as error:
        decode(RawPage(bomb, "image/png", None, "bom.png", 0))
    assert "60000 × 60000" in error.value.sentence("en")


def test_a_pdf_page_of_a_square_kilometre_is_refused() -> None:
    with pikepdf.new() as document:
        document.add_blank_page(page_size=(14_400, 14_400))
        document.pages[0].obj.UserUnit = 200
        memory = io.BytesIO()
        document.save(memory)
    with pytest.raises(PageTooLarge, match="no resolution"):
        decode(RawPage(memory.getvalue(), "application/pdf", None, "bản vẽ.pdf", 0))


def test_a_scanned_pdf_page_keeps_its_own_resolution() -> None:
    memory = io.BytesIO()
    half_dark("L", 255, 20).save(memory, "PDF", resolution=100)
    page = decode(RawPage(memory.getvalue(), "application/pdf", None, "a.pdf", 0))
    assert page.dpi == 100
    assert abs(page.picture.shape[1] - 827) <= 1, "drawn pixel by pixel, not enlarged to 300 dpi"


def test_a_typed_pdf_page_is_drawn_at_300_dpi() -> None:
    with pikepdf.new() as document:
        document.add_blank_page(page_size=(595, 842))
        memory = io.BytesIO()
        document.save(memory)
    page = decode(RawPage(memory.getvalue(), "application/pdf", None, "a.pdf", 0))
    assert page.dpi == 300
    assert abs(page.picture.shape[0] - 3508) <= 2


def test_no_pdf_at_all_is_a_broken_pdf() -> None:
    with pytest.raises(BrokenPdf):
        decode(RawPage(b"%PDF-1.4 nothing", "application/pdf", None, "a.pdf", 0))

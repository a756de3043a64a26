"""Pictures of every depth and colour space: paper is light, ink is dark, red is red."""

from __future__ import annotations

import itertools
import struct
from typing import Any

import cv2
import numpy as np
import pytest
from PIL import Image, ImageCms

from scanning.documents.colour_profile import srgb_profile
from scanning.errors import UnusualPicture
from scanning.page.decode import decode
from scanning.pages import RawPage
from scanning.picture import Picture
from tests.scanning.drawn_pictures import (
    INK,
    PAPER,
    PENCIL,
    coloured_paper,
    encoded,
    grey_paper,
    heic,
    plain_tiff,
    three_places,
)

GREY = np.asarray(grey_paper())
WIDE = GREY.astype(np.uint16)
RED, BLUE = (200, 30, 30), (30, 60, 200)


def seen(data: bytes) -> Picture:
    return decode(RawPage(data, "", None, "giấy", 0)).picture


def is_grey_paper(picture: Picture, within: int = 3) -> bool:
    shades = [int(np.mean(place)) for place in three_places(picture)]
    return all(abs(shade - wanted) <= within for shade, wanted in zip(shades, (PAPER, INK, PENCIL), strict=True))


def is_coloured_paper(picture: Picture, within: int = 12) -> bool:
    wanted = [(PAPER,) * 3, RED, BLUE]
    return bool(np.abs(np.asarray(three_places(picture)) - np.asarray(wanted)).max() <= within)


@pytest.mark.parametrize("kind", ["PNG", "TIFF", "PPM", "JPEG2000"])
@pytest.mark.parametrize("factor", [16, 64, 257], ids=["12 bits", "14 bits", "16 bits"])
def test_a_scanner_of_many_bits_uses_as_many_as_it_likes(kind: str, factor: int) -> None:
    if kind == "PPM" and factor < 257:
        return  # Pillow's writer knows one scale only; another one's file is below
    assert is_grey_paper(seen(encoded(Image.fromarray(WIDE * factor), kind)))


def test_a_pnm_says_its_own_scale() -> None:
    samples = (WIDE * 4).astype(">u2").tobytes()
    assert is_grey_paper(seen(b"P5\n# 10 bits\n300 420\n1023\n" + samples))


NUMBERS: dict[str, tuple[Any, int, int]] = {
    "16 bits": (WIDE * 257, 1, 1),
    "12 in 16, white is zero": (65535 - WIDE * 257, 0, 1),
    "32 bits": (GREY.astype(np.uint32) * 2**24, 1, 1),
    "32 bits, white is zero": (2**32 - 1 - GREY.astype(np.uint32) * 2**24, 0, 1),
    "small numbers in 32 bits": (GREY.astype(np.uint32), 1, 1),
    "fractions to 1": (GREY / np.float32(255), 1, 3),
    "fractions to 1, white is zero": (1 - GREY / np.float32(255), 0, 3),
    "fractions to 255": (GREY.astype(np.float32), 1, 3),
    "fractions to 65535": (GREY * np.float32(257), 1, 3),
    "long fractions": (GREY / 255.0, 1, 3),
}


@pytest.mark.parametrize("order", ["<", ">"], ids=["little end first", "big end first"])
@pytest.mark.parametrize("name", NUMBERS)
def test_numbers_of_any_kind_become_the_same_greys(name: str, order: str) -> None:
    samples, photometric, kind = NUMBERS[name]
    assert is_grey_paper(seen(plain_tiff(samples, photometric, kind, order)))


ODD_RANGES: dict[str, tuple[Any, int]] = {
    "signed": (WIDE.astype(np.int16) * 120 - 15000, 2),
    "signed bytes": ((GREY.astype(np.int16) - 128).astype(np.int8), 2),
    "signed 12 bits": (WIDE.astype(np.int16) * 16 - 2048, 2),
    "fractions from -1 to 1": ((GREY / 127.5 - 1).astype(np.float32), 3),
    "per cent": ((GREY / 2.55).astype(np.float32), 3),
    "millions": (GREY * np.float32(4000), 3),
    "millionths": (GREY * np.float32(1e-6), 3),
    "a narrow band far from nought": ((1000 + GREY / 2.55).astype(np.float32), 3),
}


@pytest.mark.parametrize("order", ["<", ">"], ids=["little end first", "big end first"])
@pytest.mark.parametrize("name", ODD_RANGES)
def test_numbers_of_no_known_scale_are_spread_from_black_to_white(name: str, order: str) -> None:
    samples, kind = ODD_RANGES[name]
    paper, ink, pencil = (int(shade) for shade in three_places(seen(plain_tiff(samples, 1, kind, order))))
    assert paper > 225
    assert ink < 30
    assert 90 < pencil < 150


def test_a_dead_pixel_and_a_hole_in_the_numbers_do_not_set_the_scale() -> None:
    samples = (GREY / 255).astype(np.float32)
    samples[0, 0], samples[0, 1], samples[0, 2] = np.nan, 1e9, -np.inf
    assert is_grey_paper(seen(plain_tiff(samples, 1, 3)))


@pytest.mark.parametrize("factor", [16, 257], ids=["12 bits", "16 bits"])
@pytest.mark.parametrize("suffix", [".png", ".tif"])
def test_colours_of_many_bits_are_as_bright_as_greys(suffix: str, factor: int) -> None:
    colours = np.asarray(coloured_paper()).astype(np.uint16) * factor
    _, data = cv2.imencode(suffix, colours[:, :, ::-1])
    assert is_coloured_paper(seen(data.tobytes()))


@pytest.mark.parametrize("compression", ["group3", "group4", "raw", "packbits", "tiff_lzw"])
@pytest.mark.parametrize("white_is_zero", [True, False])
def test_black_and_white_of_both_polarities(compression: str, white_is_zero: bool) -> None:
    bits = grey_paper().point(lambda shade: 255 * (shade > 128)).convert("1")
    data = encoded(bits, "TIFF", compression=compression, tiffinfo={262: 0 if white_is_zero else 1})
    if white_is_zero and compression in ("raw", "packbits"):
        data = encoded(bits.point(lambda shade: 255 - shade), "TIFF", compression=compression, tiffinfo={262: 1})
        at = data.index(b"\x06\x01\x03\x00")  # the tag's row: photometric interpretation, one short
        data = data[: at + 8] + b"\0\0" + data[at + 10 :]
    paper, ink, pencil = three_places(seen(data))
    assert (paper, ink, pencil) == (255, 0, 0)


@pytest.mark.parametrize("kind", ["PNG", "BMP", "PPM", "GIF", "WEBP"])
def test_one_bit_in_other_files(kind: str) -> None:
    bits = grey_paper().point(lambda shade: 255 * (shade > 128)).convert("1")
    assert [int(np.mean(place)) for place in three_places(seen(encoded(bits, kind)))] == [255, 0, 0]


COLOURED: dict[str, bytes] = {
    "palette": encoded(coloured_paper().quantize(8), "PNG"),
    "palette in a TIFF": encoded(coloured_paper().quantize(8), "TIFF"),
    "palette in a BMP": encoded(coloured_paper().quantize(8), "BMP"),
    "GIF": encoded(coloured_paper().quantize(8), "GIF"),
    "opaque alpha": encoded(coloured_paper().convert("RGBA"), "PNG"),
    "CMYK JPEG, inverted as Adobe does": encoded(coloured_paper().convert("CMYK"), "JPEG", quality=95),
    "CMYK TIFF": encoded(coloured_paper().convert("CMYK"), "TIFF", compression="tiff_lzw"),
    "YCbCr TIFF": encoded(coloured_paper().convert("YCbCr"), "TIFF"),
    "JPEG in a TIFF": encoded(coloured_paper(), "TIFF", compression="jpeg", quality=95),
    "JPEG 2000": encoded(coloured_paper(), "JPEG2000"),
    "WebP": encoded(coloured_paper(), "WEBP", lossless=True),
    "AVIF": encoded(coloured_paper(), "AVIF", quality=95),
    "HEIC": heic(coloured_paper()),
    "damaged profile": encoded(coloured_paper(), "PNG", icc_profile=b"no profile" * 30),
    "another mode's profile": encoded(coloured_paper().convert("CMYK"), "TIFF", icc_profile=srgb_profile()),
}


@pytest.mark.parametrize("name", COLOURED)
def test_red_is_red_in_every_colour_space(name: str) -> None:
    assert is_coloured_paper(seen(COLOURED[name]))


def test_lab_colours() -> None:
    srgb, lab = ImageCms.createProfile("sRGB"), ImageCms.createProfile("LAB")
    in_lab = ImageCms.profileToProfile(coloured_paper(), srgb, lab, outputMode="LAB")
    assert in_lab is not None
    assert is_coloured_paper(seen(encoded(in_lab, "TIFF")))


def _swapped_profile() -> bytes:
    """sRGB with red and green swapped: what ignores it shows the wrong colours."""
    whole = srgb_profile()
    red, green = whole.index(b"rXYZ"), whole.index(b"gXYZ")
    swapped = bytearray(whole)
    swapped[red : red + 4], swapped[green : green + 4] = whole[green : green + 4], whole[red : red + 4]
    return bytes(swapped).replace(b"sRGB IEC61966-2.1", b"Wide             ")


@pytest.mark.parametrize("kind", ["PNG", "JPEG", "TIFF", "WEBP", "AVIF"])
def test_a_profile_of_its_own_is_obeyed(kind: str) -> None:
    red, green, blue = coloured_paper().split()
    data = encoded(Image.merge("RGB", (green, red, blue)), kind, icc_profile=_swapped_profile(), quality=95)
    assert is_coloured_paper(seen(data), within=20)


def _press_profile() -> bytes:
    """A printing press (ICC.1:1998-09, lut8Type) whose cyan is red: L*a*b* at the corners of its inks."""
    corners = bytearray()
    for cyan, magenta, yellow, black in itertools.product((0, 1), repeat=4):
        light = 0 if black else 255 - 60 * (cyan + magenta + yellow)
        corners += bytes((light, 128 + 70 * cyan * (1 - black), 128 + 50 * cyan * (1 - black)))
    straight = bytes(range(256))
    unity = struct.pack(">9i", *(65536 * (number % 4 == 0) for number in range(9)))
    table = b"mft1" + bytes(4) + bytes((4, 3, 2, 0)) + unity + straight * 4 + bytes(corners) + straight * 3
    tags = {b"A2B0": table, b"wtpt": b"XYZ " + bytes(4) + struct.pack(">3i", 63190, 65536, 54061)}
    tags |= {
        b"cprt": b"text" + bytes(4) + b"None\0",
        b"desc": b"desc" + bytes(4) + struct.pack(">I", 2) + b"P\0" + bytes(78),
    }
    start, rows, body = 128 + 4 + 12 * len(tags), b"", b""
    for name, data in tags.items():
        rows += name + struct.pack(">II", start + len(body), len(data))
        body += data + bytes(-len(data) % 4)
    head = bytearray(srgb_profile()[:128])
    head[0:4], head[12:16], head[16:20], head[20:24] = struct.pack(">I", start + len(body)), b"prtr", b"CMYK", b"Lab "
    return bytes(head) + struct.pack(">I", len(tags)) + rows + body


@pytest.mark.parametrize("kind", ["JPEG", "TIFF"])
def test_the_inks_of_a_press_are_mixed_as_its_profile_says(kind: str) -> None:
    cyan = Image.new("CMYK", (300, 420), (0, 0, 0, 0))
    cyan.paste((255, 0, 0, 0), (50, 50, 120, 120))
    paper, patch, _ = three_places(seen(encoded(cyan, kind, icc_profile=_press_profile())))
    assert min(paper) > 245
    assert patch[0] > patch[1] + 60
    assert patch[0] > patch[2] + 60


@pytest.mark.parametrize("mode", ["RGBA", "LA"])
@pytest.mark.parametrize("kind", ["PNG", "TIFF", "WEBP"])
def test_print_on_nothing_stays_print(mode: str, kind: str) -> None:
    opacity = grey_paper().point(lambda shade: 255 * (shade < 200))
    dark = Image.new("L", opacity.size, 10)
    image = Image.merge("LA", (dark, opacity)).convert(mode)
    if kind == "WEBP":
        image = image.convert("RGBA")
    shades = [int(np.mean(place)) for place in three_places(seen(encoded(image, kind)))]
    assert shades[0] > 250
    assert max(shades[1:]) < 25


@pytest.mark.parametrize("mode", ["RGBA", "LA"])
def test_white_print_on_nothing_does_not_vanish(mode: str) -> None:
    opacity = grey_paper().point(lambda shade: 255 * (shade < 200))
    image = Image.merge("LA", (Image.new("L", opacity.size, 255), opacity)).convert(mode)
    paper, ink, _ = (int(np.mean(place)) for place in three_places(seen(encoded(image, "PNG"))))
    assert abs(ink - paper) > 200


def test_colours_behind_an_empty_alpha_channel_are_shown() -> None:
    image = coloured_paper().convert("RGBA")
    image.putalpha(0)
    assert is_coloured_paper(seen(encoded(image, "PNG")))


@pytest.mark.parametrize("channels", [2, 4])
def test_premultiplied_alpha(channels: int) -> None:
    half = np.full_like(GREY, 128)
    samples = np.dstack([GREY // 2] * (channels - 1) + [half])
    shades = [
        int(np.mean(place)) for place in three_places(seen(plain_tiff(samples, 1 if channels == 2 else 2, 1, "<", [1])))
    ]
    assert all(abs(shade - (127 + wanted / 2)) < 4 for shade, wanted in zip(shades, (PAPER, INK, PENCIL), strict=True))


def test_a_palette_with_a_transparent_colour() -> None:
    image = coloured_paper().quantize(8)
    paper = image.getpixel((10, 10))
    places = three_places(seen(encoded(image, "PNG", transparency=paper)))
    assert places == [[255, 255, 255], list(RED), list(BLUE)]


@pytest.mark.parametrize(
    ("data", "kind"),
    [
        (plain_tiff(GREY, 1, 1, packing=6), "TIFF"),
        (plain_tiff(GREY, 1, 1, packing=34712), "TIFF"),
        (plain_tiff(GREY.astype(np.float16), 1, 3), "TIFF"),
        (b"\xff\x0a" + bytes(range(200)), "JPEG XL"),
        (b"\0\0\0\x0cJXL \r\n\x87\n" + bytes(range(200)), "JPEG XL"),
        (encoded(grey_paper(), "JPEG").replace(b"\xff\xc0", b"\xff\xc3"), "JPEG"),
    ],
    ids=["old JPEG in TIFF", "JPEG 2000 in TIFF", "half fractions", "JPEG XL", "JPEG XL in boxes", "lossless JPEG"],
)
def test_what_is_not_unpacked_is_told_for_what_it_is(data: bytes, kind: str) -> None:
    with pytest.raises(UnusualPicture) as error:
        seen(data)
    assert f"is a {kind} picture" in error.value.sentence("en")

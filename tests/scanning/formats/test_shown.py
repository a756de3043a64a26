"""Pages as the window shows them before they are read, decoded apart."""

from __future__ import annotations

import io

import pytest
from PIL import Image

from counter_app.errors import CounterError
from printing.layout.pictures import drawn


def encoded(kind: str, size: tuple[int, int] = (800, 1200), **more: object) -> bytes:
    memory = io.BytesIO()
    picture = Image.new("RGB", size, (250, 10, 20))
    picture.paste((20, 10, 250), (0, size[1] // 2, size[0], size[1]))
    picture.save(memory, kind, **more)
    return memory.getvalue()


def pixels(data: bytes, area: tuple[int, int] | None = None) -> Image.Image:
    ((whole, columns, rows, stride),) = drawn("scanning.formats.shown:shown", data, 300, area)
    assert stride == 4 * columns
    return Image.frombytes("RGB", (columns, rows), whole, "raw", "BGRX")


@pytest.mark.parametrize("kind", ["JPEG", "PNG", "TIFF", "WEBP", "PPM"])
def test_a_page_of_any_format_is_shown_in_its_colours_and_as_small_as_wanted(kind: str) -> None:
    whole, small = pixels(encoded(kind)), pixels(encoded(kind), (200, 200))
    assert whole.size == (800, 1200) and max(small.size) <= 200
    for picture in (whole, small):
        red, _, blue = picture.getpixel((picture.width // 2, 5))  # type: ignore[misc]
        assert red > 200 and blue < 60


def test_a_page_stands_upright_as_its_camera_said() -> None:
    exif = Image.Exif()
    exif[0x0112] = 6  # a quarter to the right
    assert pixels(encoded("JPEG", exif=exif)).size == (1200, 800)


@pytest.mark.parametrize("kind", ["JPEG", "PNG"])
def test_of_a_page_that_was_cut_off_what_is_there_is_shown(kind: str) -> None:
    data = encoded(kind)
    assert pixels(data[: len(data) // 2 + 200]).size == (800, 1200)


@pytest.mark.parametrize("data", [b"", b"no picture", b"\x89PNG\r\n\x1a\n" + b"\xff" * 50, b"%PDF-1.7"])
def test_what_is_no_page_is_told(data: bytes) -> None:
    with pytest.raises(CounterError):
        pixels(data)


def test_a_picture_that_says_it_is_a_hundred_thousand_pixels_wide_is_not_unpacked() -> None:
    head = b"\x89PNG\r\n\x1a\n\0\0\0\rIHDR\0\1\x86\xa0\0\1\x86\xa0\x08\x02\0\0\0"
    with pytest.raises(CounterError):
        pixels(head + b"\0\0\0\0" + b"\0\0\0\0IEND\xaeB`\x82")

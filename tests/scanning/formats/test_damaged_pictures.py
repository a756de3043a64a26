"""Pictures damaged at random, of every format: an error or a page, never anything else, and the pages beside are done.

A hundred rounds a format, always the same ones; `python -m tests.scanning.formats.test_damaged_pictures ROUNDS SEED`
from the project's folder tries as many others.
"""

from __future__ import annotations

import random
import struct
import sys

import numpy as np
import pytest
from PIL import Image

from counter_app.errors import CounterError
from scanning.page.decode import decode
from scanning.pages import RawPage
from scanning.sources.opening import pages_in
from tests.scanning.drawn_pictures import coloured_paper, encoded, grey_paper, heic

pytestmark = pytest.mark.filterwarnings("ignore::UserWarning")  # Pillow's remarks about damaged tags
ROUNDS = 100
SIZE = (96, 128)
RGB, OTHER = coloured_paper().resize(SIZE), coloured_paper((0, 90, 0)).resize(SIZE)
GREY = grey_paper().resize(SIZE)
BITS = GREY.point(lambda shade: 255 * (shade > 128)).convert("1")
DEEP = Image.fromarray(np.asarray(GREY).astype(np.uint16) * 16)
FRACTIONS = Image.fromarray(np.asarray(GREY) / np.float32(255))


def _several(one: Image.Image, other: Image.Image, kind: str, **how: object) -> bytes:
    return encoded(one, kind, save_all=True, append_images=[other.copy(), one.copy()], **how)


FILES: dict[str, list[bytes]] = {
    "JPEG": [
        encoded(RGB, "JPEG"),
        encoded(GREY, "JPEG", progressive=True),
        encoded(RGB.convert("CMYK"), "JPEG", restart_marker_rows=1),
        _several(RGB, OTHER, "MPO"),
    ],
    "PNG": [encoded(RGB, "PNG"), encoded(RGB.quantize(16), "PNG", transparency=0), encoded(DEEP, "PNG")],
    "GIF": [_several(RGB.quantize(16), OTHER.quantize(16), "GIF"), encoded(RGB.quantize(16), "GIF")],
    "WebP": [encoded(RGB, "WEBP"), _several(RGB, OTHER, "WEBP", lossless=True)],
    "BMP": [encoded(RGB, "BMP"), encoded(BITS, "BMP"), encoded(RGB.quantize(16), "BMP")],
    "PNM": [encoded(RGB, "PPM"), encoded(GREY, "PPM") + encoded(BITS, "PPM"), b"P2\n4 4\n255\n" + b"12 " * 16],
    "JPEG 2000": [encoded(RGB, "JPEG2000"), encoded(GREY, "JPEG2000", no_jp2=True)],
    "AVIF": [encoded(RGB, "AVIF"), _several(RGB, OTHER, "AVIF")],
    "HEIC": [heic(RGB), heic(RGB, OTHER)],
    "deep TIFF": [encoded(DEEP, "TIFF"), encoded(FRACTIONS, "TIFF"), _several(DEEP, DEEP, "TIFF")],
}
FILES |= {
    f"TIFF {compression}": [_several(RGB, OTHER, "TIFF", compression=compression)]
    for compression in ("raw", "tiff_lzw", "jpeg", "packbits", "tiff_adobe_deflate")
}
FILES |= {f"TIFF {fax}": [_several(BITS, BITS, "TIFF", compression=fax)] for fax in ("group3", "group4")}


def damaged(whole: bytes, chance: random.Random) -> bytes:
    """Bytes changed, cut off, put in, taken out, or made nought; lengths and pointers made monstrous."""
    data = bytearray(whole)
    at = chance.randrange(len(data))
    match chance.randrange(8):
        case 0 | 1 | 2:
            for _ in range(chance.choice((1, 2, 5, 20, 60))):
                data[chance.randrange(len(data))] = chance.randrange(256)
        case 3:
            del data[at:]
        case 4:
            data[at:at] = chance.randbytes(chance.randrange(1, 50))
        case 5:
            del data[at : at + chance.randrange(1, 60)]
        case 6:
            at = chance.randrange(min(len(data), 400))
            data[at : at + 4] = chance.choice((b"\xff" * 4, bytes(4), b"\x7f\xff\xff\xff", b"\0\0\0\1", b"\1\0\0\0"))
        case _:
            data[at : at + chance.randrange(1, 200)] = bytes(chance.randrange(1, 200))
    return bytes(data)


@pytest.mark.parametrize("kind", FILES)
def test_a_damaged_picture_is_an_error_or_a_page(kind: str) -> None:
    _try_damaged(kind, ROUNDS, random.Random(kind))


def test_a_big_tiff_that_points_farther_than_can_be_counted_is_an_error() -> None:
    (result,) = pages_in(struct.pack("<4sHHQ", b"II+\0", 8, 0, 1 << 63), "hỏng")
    assert isinstance(result, CounterError) and "hỏng" in result.sentence("en")


def _try_damaged(kind: str, rounds: int, chance: random.Random) -> None:
    for _ in range(rounds):
        results = list(pages_in(damaged(chance.choice(FILES[kind]), chance), "hỏng"))
        assert results
        for result in results:
            try:
                if isinstance(result, CounterError):
                    raise result
                page = decode(result)
            except CounterError as error:
                assert "hỏng" in error.sentence("en")
                continue
            assert isinstance(result, RawPage)
            assert page.picture.dtype == np.uint8
            assert 100 <= page.dpi <= 1200


if __name__ == "__main__":
    for kind in FILES:
        _try_damaged(kind, int(sys.argv[1]), random.Random(f"{sys.argv[2]} {kind}"))
        print(kind, "held", flush=True)

"""Small papers drawn for the tests of picture files, and files written byte by byte that no library writes."""

from __future__ import annotations

import io
import struct
from collections.abc import Sequence
from functools import lru_cache
from typing import Any

import numpy as np
import numpy.typing as npt
import pillow_heif
from PIL import Image, ImageDraw, ImageFont

PAPER, INK, PENCIL = 235, 20, 120
"""Greys of `grey_paper`, at the places where `three_greys` looks."""
_FONT = "/usr/share/fonts/truetype/liberation2/LiberationSerif-Regular.ttf"
_SHORT, _LONG = 3, 4


def grey_paper() -> Image.Image:
    """Grey paper with a dark and a middle patch."""
    paper = Image.new("L", (300, 420), PAPER)
    pen = ImageDraw.Draw(paper)
    pen.rectangle((50, 50, 120, 120), fill=INK)
    pen.rectangle((150, 50, 220, 120), fill=PENCIL)
    return paper


def coloured_paper(
    ink: tuple[int, int, int] = (200, 30, 30), other: tuple[int, int, int] = (30, 60, 200)
) -> Image.Image:
    """The same with a red and a blue patch."""
    paper = Image.new("RGB", (300, 420), (PAPER, PAPER, PAPER))
    pen = ImageDraw.Draw(paper)
    pen.rectangle((50, 50, 120, 120), fill=ink)
    pen.rectangle((150, 50, 220, 120), fill=other)
    return paper


def three_places(picture: npt.NDArray[np.uint8]) -> list[Any]:
    """What it has on the paper, in the first patch and in the second."""
    return [picture[row, column].tolist() for row, column in ((10, 10), (80, 80), (80, 180))]


@lru_cache(maxsize=8)
def written_page(
    dpi: int, points: float = 13, millimetres: tuple[int, int] = (210, 297), lines: int = 12
) -> Image.Image:
    """A page of print of so many points; nobody draws on it any more."""
    page = Image.new("RGB", tuple(round(side / 25.4 * dpi) for side in millimetres), "white")  # type: ignore[arg-type]
    pen = ImageDraw.Draw(page)
    font = ImageFont.truetype(_FONT, round(points / 72 * dpi))
    for number in range(lines):
        place = (millimetres[0] / 10 / 25.4 * dpi, (number + 2) * points * 1.6 / 72 * dpi)
        pen.text(place, f"Dòng thứ {number} của tờ giấy mẫu, viết cho phép thử", (20, 20, 25), font)
    return page


def encoded(image: Image.Image, kind: str, **how: Any) -> bytes:
    """The picture as a file."""
    memory = io.BytesIO()
    if further := how.pop("append_images", None):
        how["append_images"] = [page.copy() for page in further]
    image.copy().save(memory, kind, **how)  # copies: Pillow leaves one format's settings in them for the next
    return memory.getvalue()


def heic(*images: Image.Image, **how: Any) -> bytes:
    """A HEIC of these pictures."""
    file = pillow_heif.from_pillow(images[0])
    for image in images[1:]:
        file.add_from_pillow(image)
    memory = io.BytesIO()
    file.save(memory, quality=90, **how)
    return memory.getvalue()


def plain_tiff(
    samples: npt.NDArray[Any],
    photometric: int,
    kind: int,
    order: str = "<",
    extra: Sequence[int] = (),
    packing: int = 1,
) -> bytes:
    """An uncompressed TIFF of any numbers. `kind`: 1 unsigned, 2 signed, 3 fractions; `order`: "<" or ">"."""
    raw = samples.astype(samples.dtype.newbyteorder(order)).tobytes()
    rows, columns = samples.shape[:2]
    count = samples.shape[2] if samples.ndim == 3 else 1
    tags = [
        (256, _LONG, [columns]),
        (257, _LONG, [rows]),
        (258, _SHORT, [samples.dtype.itemsize * 8] * count),
        (259, _SHORT, [packing]),
        (262, _SHORT, [photometric]),
        (273, _LONG, [8]),
        (277, _SHORT, [count]),
        (278, _LONG, [rows]),
        (279, _LONG, [len(raw)]),
        (338, _SHORT, list(extra)),
        (339, _SHORT, [kind] * count),
    ]
    tags = [tag for tag in tags if tag[2]]
    start = 8 + len(raw)
    after = start + 2 + 12 * len(tags) + 4
    table, room = b"", b""
    for tag, size, values in tags:
        field = struct.pack(order + ("H" if size == _SHORT else "I") * len(values), *values)
        if len(field) > 4:
            place = after + len(room)
            room += field
            field = struct.pack(order + "I", place)
        table += struct.pack(order + "HHI", tag, size, len(values)) + field.ljust(4, b"\0")
    magic = b"II*\0" if order == "<" else b"MM\0*"
    return magic + struct.pack(order + "I", start) + raw + struct.pack(order + "H", len(tags)) + table + bytes(4) + room


def next_directory(tiff: bytes, number: int) -> int:
    """Where a little-endian TIFF keeps the pointer to the directory behind its `number`-th, from 0."""
    link = 4
    for _ in range(number + 1):
        (at,) = struct.unpack_from("<I", tiff, link)
        (entries,) = struct.unpack_from("<H", tiff, at)
        link = at + 2 + 12 * entries
    return link

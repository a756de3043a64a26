"""Pages as PWG raster (PWG 5102.4), which printers take that know no PDF: grey, one byte a dot, packed."""

from __future__ import annotations

import re
import struct
from collections.abc import Iterator
from itertools import groupby

from PIL import Image

from printing.layout.pictures import page_sizes, rendered_pages

GREY = "sgray_8"
"""The keyword of the one kind of raster that is written here; every printer of IPP Everywhere takes it."""

_SYNC = b"RaS2"
_GREY_SPACE = 18  # sGray
_RUN = re.compile(rb"(.)\1{0,127}", re.DOTALL)
_LARGEST_REPEAT = 256


def raster(pdf: bytes, dpi: int) -> bytes:
    """All pages at `dpi`, on one side each."""
    sizes = page_sizes(pdf)
    pages = zip(sizes, rendered_pages(pdf, dpi), strict=True)
    return _SYNC + b"".join(_page(picture.convert("L"), size, dpi, len(sizes)) for size, picture in pages)


def _page(picture: Image.Image, points: tuple[float, float], dpi: int, pages: int) -> bytes:
    return _header(picture.width, picture.height, points, dpi, pages) + b"".join(_lines(picture))


def _header(width: int, height: int, points: tuple[float, float], dpi: int, pages: int) -> bytes:
    """The 1796 bytes before a page; fields that are not named stay zero."""
    header = bytearray(1796)
    header[0:9] = b"PwgRaster"
    for place, *values in (
        (276, dpi, dpi),
        (340, 1),  # NumCopies: the job says how many
        (352, round(points[0]), round(points[1])),
        (372, width, height),
        (384, 8, 8, width, 0, _GREY_SPACE),  # bits a colour, bits a dot, bytes a line, chunky, colour space
        (420, 1),  # NumColors
        (452, pages, 1, 1),  # TotalPageCount, CrossFeedTransform, FeedTransform
    ):
        struct.pack_into(f">{len(values)}I", header, place, *values)
    return bytes(header)


def _lines(picture: Image.Image) -> Iterator[bytes]:
    """The lines, equal ones that follow each other once with their number, each packed in runs of equal dots."""
    data, width = picture.tobytes(), picture.width
    lines = (data[place : place + width] for place in range(0, len(data), width))
    for line, equal in groupby(lines):
        count, packed = len(list(equal)), _packed(line)
        for first in range(0, count, _LARGEST_REPEAT):
            yield bytes([min(_LARGEST_REPEAT, count - first) - 1]) + packed


def _packed(line: bytes) -> bytes:
    return b"".join(bytes((len(run) - 1,)) + run[:1] for run in map(re.Match.group, _RUN.finditer(line)))

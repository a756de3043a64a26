"""A TrueType font without its hinting programs.

Hinting fits outlines to the pixels of a coarse screen. A printed paper does not use it, and it is more than a third of
what a small subset weighs. Tables and flags: OpenType specification, `glyf`, `loca` and `head`.
"""

from __future__ import annotations

import struct
from collections.abc import Iterator
from itertools import pairwise

from reportlab.pdfbase.ttfonts import TTFontMaker

KEPT = ("OS/2", "cmap", "head", "hhea", "hmtx", "maxp", "name", "post")
"""What ReportLab reads and a PDF needs, beside the outlines; `cvt `, `fpgm` and `prep` serve hinting alone."""

ARGUMENTS_ARE_WORDS, HAS_SCALE, MORE_PARTS, HAS_TWO_SCALES, HAS_MATRIX, HAS_PROGRAM = 1, 8, 32, 64, 128, 256


def unhinted(font: bytes) -> bytes:
    """The same font with the same outlines, without hinting. Raises struct.error or KeyError if it is no TrueType."""
    tables = dict(_tables(font))
    long_offsets = struct.unpack_from(">h", tables["head"], 50)[0] == 1
    glyphs = [_without_program(glyph) for glyph in _glyphs(tables["glyf"], tables["loca"], long_offsets)]
    maker = TTFontMaker()
    for name in KEPT:
        maker.add(name, tables[name])
    maker.add("glyf", b"".join(glyphs))
    maker.add("loca", _offsets(glyphs, long_offsets))
    return bytes(maker.makeStream())


def _tables(font: bytes) -> Iterator[tuple[str, bytes]]:
    for number in range(struct.unpack_from(">H", font, 4)[0]):
        name, _, start, length = struct.unpack_from(">4sIII", font, 12 + 16 * number)
        yield name.decode("latin-1"), font[start : start + length]


def _glyphs(outlines: bytes, index: bytes, long_offsets: bool) -> Iterator[bytes]:
    offsets = struct.unpack(f">{len(index) // 4}I" if long_offsets else f">{len(index) // 2}H", index)
    size = 1 if long_offsets else 2
    return (outlines[start * size : end * size] for start, end in pairwise(offsets))


def _offsets(glyphs: list[bytes], long_offsets: bool) -> bytes:
    offsets = [0]
    for glyph in glyphs:
        offsets.append(offsets[-1] + len(glyph))
    if long_offsets:
        return struct.pack(f">{len(offsets)}I", *offsets)
    return struct.pack(f">{len(offsets)}H", *(offset // 2 for offset in offsets))


def _without_program(glyph: bytes) -> bytes:
    """The glyph's outline alone, padded to four bytes; an empty glyph (a space) stays empty."""
    if not glyph:
        return glyph
    contours = struct.unpack_from(">h", glyph)[0]
    outline = _simple(glyph, contours) if contours >= 0 else _composite(glyph)
    return outline + bytes(-len(outline) % 4)


def _simple(glyph: bytes, contours: int) -> bytes:
    """Header and contours' ends, then the program's length and the program, then flags and points."""
    place = 10 + 2 * contours
    length = struct.unpack_from(">H", glyph, place)[0]
    return glyph[:place] + b"\0\0" + glyph[place + 2 + length :]


def _composite(glyph: bytes) -> bytes:
    """A letter put together from others (ệ from e and its marks); a program may follow the last part."""
    parts = bytearray(glyph)
    place, more = 10, True
    while more:
        flags = struct.unpack_from(">H", parts, place)[0]
        struct.pack_into(">H", parts, place, flags & ~HAS_PROGRAM)
        place += 8 if flags & ARGUMENTS_ARE_WORDS else 6
        place += 2 * bool(flags & HAS_SCALE) + 4 * bool(flags & HAS_TWO_SCALES) + 8 * bool(flags & HAS_MATRIX)
        more = bool(flags & MORE_PARTS)
    return bytes(parts[:place])

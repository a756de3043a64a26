"""The font of the invisible text over a scanned page: one glyph, half an em wide, for every letter.

Only the letters' codes and places matter: readers select, search and copy by them. The glyph is a line there and back,
without area, because readers mark what they find by the glyph's extent: of an empty glyph they would mark nothing. The
TrueType file is made here, byte by byte, because PDF/A wants every font embedded, even one that draws nothing.
"""

from __future__ import annotations

import struct
from collections.abc import Iterable

import pikepdf
from pikepdf import Array, Dictionary, Name

GLYPH_WIDTH = 500
"""Thousandths of an em."""
_EM = 1000


def invisible_font(document: pikepdf.Pdf, letters: Iterable[str]) -> tuple[pikepdf.Object, dict[str, int]]:
    """(font, code of each letter) for the letters in use; codes are two bytes, from 1."""
    codes = {letter: code for code, letter in enumerate(sorted(set(letters)), 1)}
    file = document.make_stream(_truetype())
    file.Length1 = len(_truetype())
    descriptor = document.make_indirect(
        Dictionary(
            Type=Name.FontDescriptor,
            FontName=Name.InvisibleText,
            Flags=4,
            FontBBox=Array([0, 0, GLYPH_WIDTH, _EM]),
            ItalicAngle=0,
            Ascent=_EM,
            Descent=0,
            CapHeight=_EM,
            StemV=80,
            FontFile2=file,
        )
    )
    glyphs = document.make_stream(b"\x00\x01" * (len(codes) + 1))  # every code is glyph 1
    descendant = Dictionary(
        Type=Name.Font,
        Subtype=Name.CIDFontType2,
        BaseFont=Name.InvisibleText,
        CIDSystemInfo=Dictionary(Registry=pikepdf.String("Adobe"), Ordering=pikepdf.String("Identity"), Supplement=0),
        FontDescriptor=descriptor,
        DW=GLYPH_WIDTH,
        CIDToGIDMap=glyphs,
    )
    font = Dictionary(
        Type=Name.Font,
        Subtype=Name.Type0,
        BaseFont=Name.InvisibleText,
        Encoding=Name("/Identity-H"),
        DescendantFonts=Array([document.make_indirect(descendant)]),
        ToUnicode=document.make_stream(_to_unicode(codes)),
    )
    return document.make_indirect(font), codes


def _to_unicode(codes: dict[str, int]) -> bytes:
    """The CMap from codes to letters, at most 100 a block as the specification wants."""
    entries = [f"<{code:04X}> <{letter.encode('utf-16-be').hex().upper()}>" for letter, code in codes.items()]
    blocks = [entries[start : start + 100] for start in range(0, len(entries), 100)]
    mapping = "\n".join(f"{len(block)} beginbfchar\n" + "\n".join(block) + "\nendbfchar" for block in blocks)
    return (
        "/CIDInit /ProcSet findresource begin\n12 dict begin\nbegincmap\n"
        "/CIDSystemInfo << /Registry (Adobe) /Ordering (UCS) /Supplement 0 >> def\n"
        "/CMapName /Adobe-Identity-UCS def\n/CMapType 2 def\n"
        "1 begincodespacerange\n<0000> <FFFF>\nendcodespacerange\n"
        f"{mapping}\nendcmap\nCMapName currentdict /CMap defineresource pop\nend\nend\n"
    ).encode("ascii")


def _truetype() -> bytes:
    """A TrueType file with the seven tables a PDF needs and two glyphs: none, and one as wide and high as its cell."""
    there_and_back = struct.pack(
        ">5h2H3B6h", 1, 0, 0, GLYPH_WIDTH, _EM, 2, 0, 1, 1, 1, *(0, GLYPH_WIDTH, -GLYPH_WIDTH), *(0, _EM, -_EM)
    )
    glyph = there_and_back + bytes(-len(there_and_back) % 4)
    tables = {
        b"cmap": struct.pack(">4H I", 0, 1, 1, 0, 12) + struct.pack(">5H2B", 6, 12, 0, 32, 1, 0, 1),
        b"glyf": glyph,
        b"head": struct.pack(
            ">IIIIHHQQ4h2H3h", 0x10000, 0x10000, 0, 0x5F0F3CF5, 3, _EM, 0, 0, 0, 0, GLYPH_WIDTH, _EM, 0, 8, 2, 0, 0
        ),
        b"hhea": struct.pack(">I3hH11hH", 0x10000, _EM, 0, 0, GLYPH_WIDTH, 0, 0, 0, 1, 0, *(0,) * 6, 2),
        b"hmtx": struct.pack(">HhHh", GLYPH_WIDTH, 0, GLYPH_WIDTH, 0),
        b"loca": struct.pack(">3H", 0, 0, len(glyph) // 2),
        b"maxp": struct.pack(">I14H", 0x10000, 2, 3, 1, 0, 0, 2, *(0,) * 8),
        b"name": struct.pack(">3H", 0, 0, 6),
        b"post": struct.pack(">IIhhI4I", 0x30000, 0, 0, 0, 1, 0, 0, 0, 0),
    }
    offset = 12 + 16 * len(tables)
    directory, body = b"", b""
    for tag, data in tables.items():
        padded = data + bytes(-len(data) % 4)
        checksum = sum(struct.unpack(f">{len(padded) // 4}I", padded)) & 0xFFFFFFFF
        directory += tag + struct.pack(">3I", checksum, offset + len(body), len(data))
        body += padded
    header = struct.pack(">I4H", 0x10000, len(tables), 128, 3, len(tables) * 16 - 128)
    file = header + directory + body
    adjustment = (0xB1B0AFBA - sum(struct.unpack(f">{len(file) // 4}I", file))) & 0xFFFFFFFF
    head = offset + sum(len(data) + -len(data) % 4 for tag, data in tables.items() if tag < b"head")
    return file[: head + 8] + struct.pack(">I", adjustment) + file[head + 12 :]

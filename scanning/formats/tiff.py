"""A TIFF's directories, read without unpacking a picture (TIFF 6.0; BigTIFF): where its pages are, and one page alone.

Everything here may be damaged: what points outside the file is left out, and a chain that leads nowhere ends.
"""

from __future__ import annotations

import struct
from dataclasses import dataclass
from enum import IntEnum

MOST_DIRECTORIES = 10_000
"""A longer chain is damage."""
MOST_ENTRIES = 1_000
_SOUND = 0.7
"""Share of its entries that a directory has whole. One with fewer counts only if it leads to another one that is sound:
else it is something else's bytes.
"""
_SIZES = {1: 1, 2: 1, 3: 2, 4: 4, 5: 8, 6: 1, 7: 1, 8: 2, 9: 4, 10: 8, 11: 4, 12: 8, 13: 4, 16: 8, 17: 8, 18: 8}
"""Bytes of a value by its type."""
_INTEGERS = {1: "B", 3: "H", 4: "I", 6: "b", 8: "h", 9: "i", 13: "I", 16: "Q", 17: "q", 18: "Q"}
_SHORT, _LONG = 3, 4


class Tag(IntEnum):
    """The entries that are asked for here."""

    NEW_SUBFILE_TYPE = 254
    SUBFILE_TYPE = 255
    WIDTH = 256
    HEIGHT = 257
    BITS = 258
    COMPRESSION = 259
    PHOTOMETRIC = 262
    STRIP_OFFSETS = 273
    ORIENTATION = 274
    SAMPLES = 277
    STRIP_LENGTHS = 279
    X_RESOLUTION = 282
    Y_RESOLUTION = 283
    RESOLUTION_UNIT = 296
    TILE_OFFSETS = 324
    TILE_LENGTHS = 325
    SUB_DIRECTORIES = 330
    SAMPLE_FORMAT = 339
    JPEG_OFFSET = 513
    EXIF = 34665
    GPS = 34853
    INTEROPERABILITY = 40965


_POINTERS = frozenset({Tag.SUB_DIRECTORIES, Tag.EXIF, Tag.GPS, Tag.INTEROPERABILITY})
"""What points at more directories; a page has all it needs without."""


@dataclass(frozen=True)
class Entry:
    """One tag's values, still packed in the file's byte order."""

    kind: int
    count: int
    packed: bytes


@dataclass(frozen=True)
class Directory:
    """What a TIFF says of one picture."""

    order: str
    """"<" or ">"."""
    offset: int
    entries: dict[int, Entry]

    def numbers(self, tag: int) -> tuple[int, ...]:
        """The tag's integers; none where it is missing or no integer."""
        entry = self.entries.get(tag)
        if entry is None or entry.kind not in _INTEGERS:
            return ()
        return struct.unpack(f"{self.order}{entry.count}{_INTEGERS[entry.kind]}", entry.packed)

    def number(self, tag: int, default: int = 0) -> int:
        """The tag's first integer."""
        return next(iter(self.numbers(tag)), default)

    def fraction(self, tag: int) -> float | None:
        """The tag's first rational number, None where there is none."""
        entry = self.entries.get(tag)
        if entry is None or entry.kind != 5:
            return None
        above, below = struct.unpack_from(self.order + "II", entry.packed)
        return above / below if below else None

    @property
    def size(self) -> tuple[int, int]:
        """Width and height in pixels."""
        return self.number(Tag.WIDTH), self.number(Tag.HEIGHT)

    @property
    def is_picture(self) -> bool:
        """Whether it tells of pixels at all."""
        return min(self.size) > 0 and any(
            tag in self.entries for tag in (Tag.STRIP_OFFSETS, Tag.TILE_OFFSETS, Tag.JPEG_OFFSET)
        )

    @property
    def is_beside_a_page(self) -> bool:
        """Whether it calls itself a smaller version of another picture, or a mask."""
        return bool(self.number(Tag.NEW_SUBFILE_TYPE) & 0b101) or self.number(Tag.SUBFILE_TYPE) == 2


def is_tiff(data: bytes) -> bool:
    """Whether it begins as a TIFF."""
    return data[:4] in (b"II*\0", b"MM\0*", b"II+\0", b"MM\0+")


def directories(data: bytes) -> tuple[list[Directory], bool]:
    """The directories in order, and whether the chain is whole: it ends as it should, nowhere else and in no circle.

    A damaged directory may tell of no picture any more (`is_picture`); the pages behind it are found all the same.
    """
    found: list[Directory] = []
    order = "<" if data[:1] == b"I" else ">"
    big = data[2:4] in (b"+\0", b"\0+")
    link, wide = (8, "Q") if big else (4, "I")
    try:
        (offset,) = struct.unpack_from(order + wide, data, link)
        seen = set()
        while offset:
            if offset in seen or len(found) == MOST_DIRECTORIES:
                return found, False
            seen.add(offset)
            directory, following = _directory(data, order, offset, big)
            if not directory.entries and following:
                _directory(data, order, following, big, sound=True)
            found.append(directory)
            offset = following
    except (struct.error, ValueError):
        return found, False
    return found, True


def pages(found: list[Directory]) -> list[Directory]:
    """Those that are pages, not thumbnails of pages."""
    own = [directory for directory in found if directory.is_picture and not directory.is_beside_a_page]
    largest = max((max(directory.size) for directory in own), default=0)
    return [directory for directory in found if not directory.is_beside_a_page or max(directory.size) > largest]


def _directory(data: bytes, order: str, offset: int, big: bool, sound: bool = False) -> tuple[Directory, int]:
    """One directory and where the next one is, 0 after the last; one that is mostly damaged has no entries.

    Raises struct.error, ValueError where it is none, or not `sound`.
    """
    count_format, entry_format, link = ("Q", "HHQ8s", "Q") if big else ("H", "HHI4s", "I")
    if offset >= len(data):  # in a BigTIFF farther than Python counts
        raise ValueError("no directory")
    (count,) = struct.unpack_from(order + count_format, data, offset)
    if not 0 < count <= MOST_ENTRIES:
        raise ValueError("no directory")
    at = offset + struct.calcsize(order + count_format)
    step = struct.calcsize(order + entry_format)
    entries: dict[int, Entry] = {}
    for number in range(count):
        tag, kind, values, field = struct.unpack_from(order + entry_format, data, at + number * step)
        length = _SIZES.get(kind, 0) * values
        if length > len(field):
            (place,) = struct.unpack(order + link, field)
            field = data[place : place + length]
        if 0 < length <= len(field):
            entries.setdefault(tag, Entry(kind, values, field[:length]))
    try:
        (following,) = struct.unpack_from(order + link, data, at + count * step)
    except struct.error:  # cut off behind its last entry: that was all
        following = 0
    if len(entries) < _SOUND * count:
        if sound:
            raise ValueError("no directory")
        entries = {}
    return Directory(order, offset, entries), following


def alone(data: bytes, directory: Directory) -> bytes:
    """The one page as a TIFF of its own; its pixels stay packed as they are.

    Pixels that the file does not have are missing in it too.
    """
    if Tag.JPEG_OFFSET in directory.entries or directory.number(Tag.COMPRESSION) == 6:
        return _led_to(data, directory)  # JPEG of the old style has its tables anywhere in the file
    packed = dict(directory.entries)
    for tag in _POINTERS & packed.keys():
        del packed[tag]
    body = bytearray()
    for where, how_long in ((Tag.STRIP_OFFSETS, Tag.STRIP_LENGTHS), (Tag.TILE_OFFSETS, Tag.TILE_LENGTHS)):
        offsets = directory.numbers(where)
        lengths = directory.numbers(how_long)
        if not offsets:
            continue
        if not lengths:  # allowed for one strip without compression: it goes on to the end
            lengths = (max(0, len(data) - offsets[0]),) * len(offsets)
        places = []
        for offset, length in zip(offsets, lengths, strict=False):
            places.append(8 + len(body))
            body += data[offset : offset + length] if offset >= 0 else b""
            body += bytes(len(body) % 2)
        packed[where] = _longs(directory.order, places)
        packed[how_long] = _longs(directory.order, [max(0, length) for length in lengths[: len(places)]])
    return _written(directory.order, packed, bytes(body))


def _led_to(data: bytes, directory: Directory) -> bytes:
    """The whole file with this page as its first."""
    link = "Q" if data[2:4] in (b"+\0", b"\0+") else "I"
    start = 8 if link == "Q" else 4
    place = struct.pack(directory.order + link, directory.offset)
    return data[:start] + place + data[start + len(place) :]


def _longs(order: str, values: list[int]) -> Entry:
    return Entry(_LONG, len(values), struct.pack(f"{order}{len(values)}I", *(value & 0xFFFFFFFF for value in values)))


def _written(order: str, entries: dict[int, Entry], body: bytes) -> bytes:
    """Header, pixels, the values that need room, directory."""
    packed = bytearray(body)
    rows = []
    for tag, entry in sorted(entries.items()):
        entry = _narrow(order, entry)
        field = entry.packed
        if len(field) > 4:
            field = struct.pack(order + "I", 8 + len(packed))
            packed += entry.packed + bytes(len(entry.packed) % 2)
        rows.append(struct.pack(order + "HHI4s", tag, entry.kind, entry.count, field))
    magic = b"II*\0" if order == "<" else b"MM\0*"
    head = magic + struct.pack(order + "I", 8 + len(packed))
    return head + bytes(packed) + struct.pack(order + "H", len(rows)) + b"".join(rows) + bytes(4)


def _narrow(order: str, entry: Entry) -> Entry:
    """The values that only BigTIFF knows, as a TIFF has them."""
    if entry.kind not in (16, 17, 18):
        return entry
    return _longs(order, list(struct.unpack(f"{order}{entry.count}{_INTEGERS[entry.kind]}", entry.packed)))

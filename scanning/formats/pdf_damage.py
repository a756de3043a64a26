"""Pages that viewers show as if nothing were missing: blank where their content is gone, or without a picture."""

from __future__ import annotations

import re
from typing import Any

import pikepdf
from pikepdf import Array, Dictionary, Name, Stream

from scanning.formats.pdf_tree import PDF_FAULTS

_DRAWN = re.compile(rb"/([^\s/<>\[\](){}%]+)\s+Do\b")
_PLAIN = frozenset(["/FlateDecode", "/LZWDecode", "/RunLengthDecode", "/ASCII85Decode", "/ASCIIHexDecode"])
_VALUES = {
    **dict.fromkeys(["/DeviceGray", "/CalGray", "/Indexed", "/Separation"], 1),
    **dict.fromkeys(["/DeviceRGB", "/CalRGB", "/Lab"], 3),
    "/DeviceCMYK": 4,
}
_MOST_BYTES = 500_000_000
"""Of a picture that is unpacked to be looked at."""
_DEEPEST = 4
"""Forms within forms that are looked into."""


def is_damaged(document: pikepdf.Pdf, page: Any) -> bool:
    """Whether something that belongs on the page cannot be shown."""
    try:
        contents = page.get("/Contents")
        if contents is None:  # a blank page has none; or it is named, and not there
            return any(thing is None for thing in document.objects)
        streams = list(contents) if isinstance(contents, Array) else [contents]
        content = b"\n".join(stream.read_bytes() for stream in streams)
        return _draws_broken(content, page.get("/Resources"), _DEEPEST)
    except PDF_FAULTS:
        return True


def _draws_broken(content: bytes, resources: Any, depth: int) -> bool:
    things = resources.get("/XObject") if isinstance(resources, Dictionary) else None
    if not isinstance(things, Dictionary) or depth == 0:
        return False
    names = {b"/" + name for name in _DRAWN.findall(content)}
    drawn = (thing for name, thing in things.items() if name.encode() in names)
    return any(_is_broken(thing, resources, depth) for thing in drawn)


def _is_broken(thing: Any, resources: Any, depth: int) -> bool:
    if not isinstance(thing, Stream):
        return True
    if thing.get("/Subtype") == Name.Form:
        return _draws_broken(thing.read_bytes(), thing.get("/Resources", resources), depth - 1)
    if thing.get("/Subtype") != Name.Image or "/JPXDecode" in _filters(thing):
        return False  # JPEG 2000 knows its own size
    width, height = int(thing.Width), int(thing.Height)
    return width <= 0 or height <= 0 or (set(_filters(thing)) <= _PLAIN and _lacks_lines(thing, width, height))


def _filters(thing: Any) -> list[str]:
    filters = thing.get("/Filter")
    return [str(entry) for entry in filters] if isinstance(filters, Array) else [str(filters)] if filters else []


def _lacks_lines(picture: Any, width: int, height: int) -> bool:
    """Whether a picture that is no JPEG or the like has less data than its size tells."""
    bits = 1 if picture.get("/ImageMask") else int(picture.get("/BitsPerComponent", 8)) * _colours(picture)
    row = (width * bits + 7) // 8
    if not 0 < row * height <= _MOST_BYTES:
        return False
    return len(picture.read_bytes()) < row * (height - 1)


def _colours(picture: Any) -> int:
    """Values to a pixel; 0 where that is not known."""
    space = picture.get("/ColorSpace")
    name = space[0] if isinstance(space, Array) else space
    if name == Name.ICCBased:
        return int(space[1].get("/N", 0))
    if name == Name.DeviceN:
        return len(space[1])
    return _VALUES.get(str(name), 0)

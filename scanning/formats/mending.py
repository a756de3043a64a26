"""Pictures as viewers take them: with something before their first byte, or without the mark that ends them.

Only what has all its lines is mended; a picture that lacks some is refused by whoever asked.
"""

from __future__ import annotations

import io
import struct

from PIL import Image

FARTHEST_START = 8192
"""Bytes before a picture that are passed over: a web server's header, a mail's line ends."""
_STARTS = (b"\xff\xd8\xff", b"\x89PNG\r\n\x1a\n", b"II*\0", b"MM\0*", b"GIF87a", b"GIF89a", b"\0\0\0\x0cjP  \r\n\x87\n")
_JPEG, _END = b"\xff\xd8", b"\xff\xd9"
_MORE = bytes(range(1, 240, 7)) * 8
"""Stands in for the packed lines that may be missing; it has no marker's first byte (255)."""
_FILLED_GREY = 128
"""What the JPEG library puts where lines are missing."""


def without_junk_before(data: bytes) -> bytes | None:
    """The picture from its first byte on, where something stands before it."""
    places = [data.find(start, 1, FARTHEST_START + len(start)) for start in _STARTS]
    riff = data.find(b"WEBP", 9, FARTHEST_START) - 8
    if riff > 0 and data[riff : riff + 4] == b"RIFF":
        places.append(riff)
    first = min((place for place in places if place > 0), default=None)
    return None if first is None else data[first:]


def with_end(data: bytes) -> bytes | None:
    """The picture with the end mark it lacks; None where more than that is missing."""
    if data.startswith(_JPEG):
        return _jpeg_with_end(data)
    if data[:4] == b"RIFF":
        return data + b"\0" if _lacks_padding(data) else None
    if data.startswith(b"BM"):
        return _bmp_with_padding(data)
    at = data.find(b"\xff\x4f\xff\x51", 0, FARTHEST_START)
    return data + _END if at >= 0 and _last_tile_ends(data, at) else None


def lacks_lines(data: bytes, picture: Image.Image) -> bool:
    """Whether a JPEG that ends as it should has fewer lines than it says (cut off, and an end mark set behind)."""
    width, height = picture.size
    corner = picture.crop((max(0, width - 8), max(0, height - 8), width, height))
    grey = all(low == high == _FILLED_GREY for low, high in _extrema(corner))
    end = data.rfind(_END)
    return grey and end > 0 and _jpeg_with_end(data[:end]) is None


def _jpeg_with_end(data: bytes) -> bytes | None:
    """Packed lines were missing if more of them behind the last byte change the picture."""
    body = data.rstrip(b"\0")
    stuffed = body.endswith(b"\xff") and len(body) < len(data)  # 255 among the packed lines is followed by a nought
    body = body + b"\0" if stuffed else body.removesuffix(b"\xff")
    ended = body + _END
    marks = sum(body.count(bytes((0xFF, number))) for number in range(0xD0, 0xD8))
    longer = body + b"".join(_MORE + bytes((0xFF, 0xD0 + (marks + step) % 8)) for step in range(8)) + _END
    try:
        same = _pixels(ended) == _pixels(longer)
    except (OSError, SyntaxError, ValueError, struct.error):
        return None
    return ended if same else None


def _pixels(data: bytes) -> bytes:
    with Image.open(io.BytesIO(data), formats=("JPEG",)) as picture:
        return picture.tobytes()


def _extrema(picture: Image.Image) -> list[tuple[int, int]]:
    return [band.getextrema() for band in picture.split()]  # type: ignore[misc]


def _lacks_padding(data: bytes) -> bool:
    """Whether the last chunk of a WebP is whole but for the byte that makes its length even."""
    at = 12
    while at + 8 <= len(data):
        at += 8 + int.from_bytes(data[at + 4 : at + 8], "little")
        if at == len(data):
            return at % 2 == 1
        at += at % 2
    return False


def _bmp_with_padding(data: bytes) -> bytes | None:
    """A BMP's rows are filled to four bytes; those of the last one are sometimes left out."""
    try:
        (start,) = struct.unpack_from("<I", data, 10)
        width, height, _, depth, packed = struct.unpack_from("<iiHHI", data, 18)
    except struct.error:
        return None
    used = (width * depth + 7) // 8
    row = (used + 3) // 4 * 4
    missing = start + row * abs(height) - len(data)
    return data + bytes(missing) if packed in (0, 3) and 0 < missing <= row - used else None


def _last_tile_ends(data: bytes, start: int) -> bool:
    """Whether a JPEG 2000 code stream ends just behind its last tile part (ISO 15444-1, A.4)."""
    at = data.find(b"\xff\x90\0\x0a", start)
    while 0 <= at <= len(data) - 12:
        (length,) = struct.unpack_from(">I", data, at + 6)
        if at + length == len(data):
            return True
        if length < 12 or data[at + length : at + length + 2] != b"\xff\x90":
            return False
        at += length
    return False

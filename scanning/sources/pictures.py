"""The pages of one picture file: pages of a TIFF, pictures of a GIF, WebP, HEIC or AVIF that differ, PNMs in a row.

A page is handed on as it came wherever that can be done; nothing is unpacked here but the pictures of an animation.
"""

from __future__ import annotations

import io
import re
from collections.abc import Iterator

from PIL import Image, ImageChops

from counter_app.errors import CounterError
from scanning import tiff
from scanning.errors import PagesMissing, PictureTooLarge
from scanning.pages import RawPage
from scanning.picture_file import check_size, foreign_bytes, opened

_OF_SEVERAL = ("GIF", "WEBP", "HEIF", "AVIF", "DCX")
"""Formats whose pictures are pages. In a PNG (APNG) and in a telephone's MPO only the first is the page."""
_PNM_NUMBER = rb"\s+(?:#[^\n]*\n\s*)*(\d{1,7})"
_PNM_HEAD = re.compile(rb"P([456])" + _PNM_NUMBER * 2)
_PNM_MOST = re.compile(_PNM_NUMBER)
_MEDIA_TYPES = {"MPO": "image/jpeg", "PPM": "image/x-portable-anymap"}


def pages_of_picture(data: bytes, name: str) -> Iterator[RawPage | CounterError]:
    """Each page, or what is wrong with it; `name` is the file's."""
    if tiff.is_tiff(data):
        yield from _pages_of_tiff(data, name)
        return
    image, data = opened(data, name)
    if tiff.is_tiff(data):  # something stood before it
        yield from _pages_of_tiff(data, name)
    elif image.format in _OF_SEVERAL and getattr(image, "n_frames", 1) > 1:
        yield from _pages_of_animation(image, data, name)
    elif image.format == "PPM":
        yield from _pages_of_pnm(data, name)
    else:
        yield RawPage(data, _media_type(image), None, name, 0)


def _media_type(image: Image.Image) -> str:
    known = _MEDIA_TYPES.get(image.format or "") or Image.MIME.get(image.format or "")
    return getattr(image, "custom_mimetype", None) or known or "application/octet-stream"


def _pages_of_tiff(data: bytes, name: str) -> Iterator[RawPage | CounterError]:
    found, whole = tiff.directories(data)
    pages = tiff.pages(found)
    if not found:
        opened(data, name)  # says what it is
    if len(found) < 2:
        yield RawPage(data, "image/tiff", None, name, 0)
    else:
        for index, page in enumerate(pages):
            try:
                check_size(*page.size, name)
            except PictureTooLarge as error:
                yield error
                continue
            yield RawPage(tiff.alone(data, page), "image/tiff", None, name, index)
    if found and not whole:
        yield PagesMissing("chain", file=name, page=len(pages))


def _pages_of_animation(image: Image.Image, data: bytes, name: str) -> Iterator[RawPage | CounterError]:
    """Every picture that differs from the one before it, without loss."""
    before: Image.Image | None = None
    count = getattr(image, "n_frames", 1)
    index = 0
    for number in range(count):
        try:
            with foreign_bytes(data, name):
                image.seek(number)
                check_size(*image.size, name)
                image.load()
                picture = image.copy()
                if before is not None and _same(before, picture):
                    continue
                page = RawPage(_png(picture), "image/png", None, name, index)
        except CounterError as error:
            yield error if number == 0 else PagesMissing(error.details, file=name, page=index)
            return
        before = picture
        index += 1
        yield page


def _same(one: Image.Image, other: Image.Image) -> bool:
    if one.size != other.size:
        return False
    return ImageChops.difference(one.convert("RGBA"), other.convert("RGBA")).getbbox(alpha_only=False) is None


def _png(picture: Image.Image) -> bytes:
    memory = io.BytesIO()
    kept = {name: picture.info[name] for name in ("icc_profile", "dpi", "exif") if picture.info.get(name)}
    if picture.mode not in ("1", "L", "LA", "P", "RGB", "RGBA", "I;16"):
        picture = picture.convert("RGBA" if picture.mode.endswith(("a", "A")) else "RGB")
    picture.save(memory, "PNG", compress_level=1, **kept)
    return memory.getvalue()


def _pages_of_pnm(data: bytes, name: str) -> Iterator[RawPage]:
    """Netpbm's raw formats may stand in a row in one file."""
    start = 0
    index = 0
    while (length := _pnm_length(data, start)) and data[start + length :].strip():
        yield RawPage(data[start : start + length], _MEDIA_TYPES["PPM"], None, name, index)
        start, index = start + length, index + 1
    yield RawPage(data[start:] if index else data, _MEDIA_TYPES["PPM"], None, name, index)


def _pnm_length(data: bytes, start: int) -> int:
    """Bytes of the raw PNM that begins there, 0 where none is followed by another."""
    head = _PNM_HEAD.match(data, start)
    if head is None:
        return 0
    kind, width, height = (int(number) for number in head.groups())
    end, sample = head.end(), 1
    if kind > 4:
        most = _PNM_MOST.match(data, end)
        if most is None:
            return 0
        end, sample = most.end(), 1 if int(most.group(1)) < 256 else 2
    row = (width + 7) // 8 if kind == 4 else width * sample * (3 if kind == 6 else 1)
    length = end + 1 + row * height - start
    following = data[start + length : start + length + 3]
    return length if re.match(rb"P[1-6]\s", following) else 0

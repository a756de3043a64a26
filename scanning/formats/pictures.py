"""The pages of one picture file: pages of a TIFF, pictures of a GIF, WebP, HEIC or AVIF that differ, PNMs in a row.

A page is handed on as it came wherever that can be done; nothing is unpacked here but the pictures of an animation.
"""

from __future__ import annotations

import io
import re
from collections.abc import Iterator
from contextlib import suppress

from PIL import Image, ImageChops

from counter_app.errors import CounterError
from scanning.errors import PagesMissing, TruncatedPicture
from scanning.formats import tiff
from scanning.formats.picture_file import check_size, foreign_bytes, opened
from scanning.pages import RawPage, numbered

MOST_PICTURES = 10_000
"""Of one file."""
_OF_SEVERAL = ("GIF", "WEBP", "HEIF", "AVIF", "DCX")
"""Formats whose pictures are pages. In a PNG (APNG) and in a telephone's MPO only the first is the page."""
_PACKING = 8
"""Of 255: how much a picture may change by being packed a second time."""
_EACH_ALONE = ("HEIF", "DCX")
"""Formats whose pictures can be read without the ones before."""
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
    elif _is_one_of_several(image, data, name):
        yield from _pages_of_animation(data, name)
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
                yield _page_of_tiff(data, page, name, index)
            except CounterError as error:
                yield error
    if found and not whole:
        yield PagesMissing("chain", file=name, page=len(pages))


def _page_of_tiff(data: bytes, page: tiff.Directory, name: str, index: int) -> RawPage:
    if not page.is_picture:
        raise TruncatedPicture("directory", file=numbered(name, index))
    check_size(*page.size, numbered(name, index))
    return RawPage(tiff.alone(data, page), "image/tiff", None, name, index)


def _is_one_of_several(image: Image.Image, data: bytes, name: str) -> bool:
    """Whether more pictures follow the first."""
    if image.format not in _OF_SEVERAL:
        return False
    try:
        with foreign_bytes(data, name), suppress(EOFError):
            image.seek(1)
            return True
    except CounterError:
        return True  # there is something, and it is damaged
    return False


def _pages_of_animation(data: bytes, name: str) -> Iterator[RawPage | CounterError]:
    """Every picture that differs from the one before it, without loss."""
    image, _ = opened(data, name)  # anew: a search for a second picture that failed leaves it in disorder
    before: Image.Image | None = None
    index = 0
    for number in range(MOST_PICTURES):
        try:
            with foreign_bytes(data, numbered(name, number)):
                picture = _picture(image, number, numbered(name, number))
                if picture is None:
                    return
                if before is not None and _same(before, picture):
                    continue
                page = RawPage(_png(picture), "image/png", None, name, index)
        except CounterError as error:
            if number == 0 or image.format in _EACH_ALONE:
                yield error
            else:
                yield PagesMissing(error.details, file=name, page=index)
            if image.format in _EACH_ALONE:
                index += 1
                continue
            return
        before = picture
        index += 1
        yield page


def _picture(image: Image.Image, number: int, name: str) -> Image.Image | None:
    """The picture with this number, None behind the last one."""
    try:
        image.seek(number)
    except EOFError:
        return None
    check_size(*image.size, name)
    image.load()
    return image.copy()


def _same(one: Image.Image, other: Image.Image) -> bool:
    if one.size != other.size:
        return False
    differences = ImageChops.difference(one.convert("RGBA"), other.convert("RGBA")).getextrema()
    return all(most <= _PACKING for _, most in differences)  # type: ignore[misc]


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

"""The one place where pictures of strangers are opened: whatever is wrong with their bytes is a CounterError.

Sizes are judged from the header before anything is unpacked, so a picture bomb costs nothing.
"""

from __future__ import annotations

import io
import logging
import traceback
import warnings
from collections.abc import Iterator
from contextlib import contextmanager

import pi_heif
from PIL import Image, UnidentifiedImageError

from counter_app.errors import CounterError
from scanning.errors import NotAPicture, PictureTooLarge, TruncatedPicture, UnusualPicture
from scanning.formats import mending, tiff

MOST_PIXELS = 250_000_000
LONGEST_SIDE = 20_000
FORMATS = (
    "JPEG", "PNG", "TIFF", "GIF", "WEBP", "HEIF", "AVIF", "JPEG2000", "BMP", "PPM", "PCX", "DCX",
    "PSD", "ICO", "SGI", "SUN", "QOI",
)  # fmt: skip
"""What is opened. Of Pillow's others some start programs (EPS), some know no mark of their own (TGA)."""
_NAMES = {
    b"\xff\x0a": "JPEG XL",
    b"\0\0\0\x0cJXL \r\n\x87\n": "JPEG XL",
    b"\xff\xd8\xff": "JPEG",
    b"\x89PNG\r\n\x1a\n": "PNG",
    b"GIF8": "GIF",
    b"II*\0": "TIFF",
    b"MM\0*": "TIFF",
    b"II+\0": "TIFF",
    b"MM\0+": "TIFF",
    b"\0\0\0\x0cjP  ": "JPEG 2000",
    b"\xff\x4f\xff\x51": "JPEG 2000",
    b"RIFF": "WebP",
    b"8BPS": "PSD",
    b"qoif": "QOI",
    b"BM": "BMP",
    b"P4\n": "PNM",
    b"P5\n": "PNM",
    b"P6\n": "PNM",
}
_HEIF_BRANDS = (b"heic", b"heix", b"hevc", b"hevx", b"heim", b"heis", b"mif1", b"msf1", b"avif", b"avis")
_READABLE_COMPRESSIONS = frozenset((1, 2, 3, 4, 5, 7, 8, 32773, 32946, 34925, 50000, 50001))
"""Of TIFFs; old JPEG (6), JPEG 2000 and the scientific ones are not unpacked."""
_READABLE_JPEG = frozenset((0xC0, 0xC1, 0xC2, 0xC9, 0xCA))
"""Frame marks of the kinds of JPEG that are unpacked: not the lossless and the hierarchical ones."""

_log = logging.getLogger(__name__)
Image.MAX_IMAGE_PIXELS = None  # `check_size` judges instead, and can name the size
pi_heif.register_heif_opener(thumbnails=False)
warnings.filterwarnings("ignore", category=UserWarning, module=r"PIL\.")  # its remarks on tags are for programmers


def opened(data: bytes, source: str) -> tuple[Image.Image, bytes]:
    """The picture's header read, its size allowed, and `data` without what stands before the picture.

    `source`: its name for the clerk. Raises NotAPicture, UnusualPicture, TruncatedPicture, PictureTooLarge.
    """
    with foreign_bytes(data, source):
        image, own = _opened(data)
        check_size(*image.size, source)
    return image, own


def loaded(data: bytes, source: str) -> tuple[Image.Image, bytes]:
    """The whole picture, unpacked, and the bytes it stands in: `data` without what is before it, with its end mark.

    Raises what `opened` raises.
    """
    with foreign_bytes(data, source):
        image, own = _opened(data)
        check_size(*image.size, source)
        if not _loads(image):
            ended = mending.with_end(own)
            if ended is None:
                raise TruncatedPicture("no end", file=source) if not _is_unusual(own) else ValueError("unusual")
            image, own = _opened(ended)
            image.load()
        if image.format == "JPEG" and mending.lacks_lines(own, image):
            raise TruncatedPicture("lines missing", file=source)
    return image, own


def check_size(width: int, height: int, source: str) -> None:
    """Raise PictureTooLarge where no page can be meant."""
    if width * height > MOST_PIXELS or max(width, height) > LONGEST_SIDE:
        raise PictureTooLarge(f"{width}x{height}", file=source, width=width, height=height)


@contextmanager
def foreign_bytes(data: bytes, source: str) -> Iterator[None]:
    """The boundary: Pillow's readers and the libraries under them answer damaged bytes with exceptions of every kind.

    Each costs the one picture it comes from. MemoryError goes on: the worker knows what to do about it.
    """
    try:
        yield
    except (CounterError, MemoryError):
        raise
    except Exception as error:
        place = traceback.extract_tb(error.__traceback__)[-1]
        details = f"{type(error).__name__} in {place.name}"
        _log.info("a picture that cannot be read: %s", details)
        raise _refused(data, details, source) from error


def _opened(data: bytes) -> tuple[Image.Image, bytes]:
    try:
        return Image.open(io.BytesIO(data), formats=FORMATS), data
    except (OSError, SyntaxError, ValueError):
        mended = mending.with_end(data) if _name(data) else mending.without_junk_before(data)
        if mended is None:
            raise
        return Image.open(io.BytesIO(mended), formats=FORMATS), mended


def _loads(image: Image.Image) -> bool:
    """Unpacks it; False where its end is missing or its data is damaged."""
    try:
        image.load()
    except (OSError, SyntaxError, ValueError, EOFError, IndexError):
        return False
    return True


def _name(data: bytes) -> str:
    """The format that the first bytes promise, "" for none."""
    if data[4:8] == b"ftyp" and data[8:12] in _HEIF_BRANDS:
        return "AVIF" if data[8:11] == b"avi" else "HEIC"
    return next((name for start, name in _NAMES.items() if data.startswith(start)), "")


def _refused(data: bytes, details: str, source: str) -> CounterError:
    """Nothing like a picture, a picture of a kind that is not read here, or one that is damaged."""
    if _is_unusual(data):
        return UnusualPicture(details, file=source, kind=_name(data))
    return (TruncatedPicture if _name(data) else NotAPicture)(details, file=source)


def _is_unusual(data: bytes) -> bool:
    name = _name(data)
    if name == "TIFF":
        return _unusual_tiff(data)
    return name == "JPEG XL" or (name == "JPEG" and _unusual_jpeg(data))


def _unusual_tiff(data: bytes) -> bool:
    """Whether its first directory is sound and tells of something that is not unpacked here."""
    found, _ = tiff.directories(data)
    if not found:
        return False
    if found[0].number(tiff.Tag.COMPRESSION, 1) not in _READABLE_COMPRESSIONS:
        return True
    try:
        Image.open(io.BytesIO(data), formats=("TIFF",))
    except UnidentifiedImageError:
        return True
    except (OSError, SyntaxError, ValueError, LookupError, ArithmeticError, TypeError):
        return False
    return False


def _unusual_jpeg(data: bytes) -> bool:
    """Whether its frame is lossless, hierarchical or of more than eight bits."""
    at = 2
    while at + 5 < len(data) and data[at] == 0xFF:
        mark = data[at + 1]
        if 0xC0 <= mark <= 0xCF and mark not in (0xC4, 0xC8, 0xCC):
            return mark not in _READABLE_JPEG or data[at + 4] != 8
        if mark == 0xDA:
            return False
        at += 2 + int.from_bytes(data[at + 2 : at + 4])
    return False

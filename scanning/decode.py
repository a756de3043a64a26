"""From a page's bytes to pixels: every colour mode, wrong dpi tags, EXIF rotation, PDF pages.

Sizes are judged from the header before anything is decoded, so a picture bomb costs nothing.
"""

from __future__ import annotations

import io

import cv2
import numpy as np
from PIL import ExifTags, Image, ImageOps, UnidentifiedImageError

from scanning import pdf_page
from scanning.errors import NotAPicture, PictureTooLarge, TruncatedPicture
from scanning.flatten import find_sheet, flattened
from scanning.pages import LEFT_TO_THE_PROGRAM, RawPage
from scanning.pdf_text import own_words
from scanning.picture import DecodedPage, Picture

MOST_PIXELS = 250_000_000
LONGEST_SIDE = 20_000
WORKING_DPI = 300
"""Finer scans are reduced to this: no letter reads better above it."""
CREDIBLE_DPI = range(100, 1201)
"""72 and 96 are what programs write that do not know; such pages are taken to be A4."""
A4_INCHES = (8.27, 11.69)

Image.MAX_IMAGE_PIXELS = None  # `check_size` judges instead, and can name the size


def decode(page: RawPage) -> DecodedPage:
    """The page's pixels and their resolution."""
    if page.media_type == "application/pdf":
        return _decode_pdf(page)
    picture, dpi = _decode_picture(page)
    if page.treatment.photographed:
        picture, dpi = _flattened(picture, dpi)
    return DecodedPage(*_reduced(picture, dpi))


def _reduced(picture: Picture, dpi: int) -> tuple[Picture, int]:
    """The picture at WORKING_DPI if it is finer."""
    if dpi <= WORKING_DPI * 1.1:
        return picture, dpi
    scale = WORKING_DPI / dpi
    small = cv2.resize(picture, None, fx=scale, fy=scale, interpolation=cv2.INTER_AREA)
    return np.asarray(small, np.uint8), WORKING_DPI


def _decode_pdf(page: RawPage) -> DecodedPage:
    with pdf_page.opened(page.data, page.source) as sheet:
        picture = _to_picture(sheet.picture())
        dpi = sheet.drawing.dpi or _dpi_if_a4(picture.shape[1], picture.shape[0])
        picture, dpi = _reduced(picture, dpi)
        untouched = page.treatment == LEFT_TO_THE_PROGRAM
        own = own_words(sheet, picture) if untouched else None
    return DecodedPage(picture, dpi, own)


def check_size(width: int, height: int, source: str) -> None:
    """Raise PictureTooLarge where no page can be meant."""
    if width * height > MOST_PIXELS or max(width, height) > LONGEST_SIDE:
        raise PictureTooLarge(f"{width}x{height}", file=source, width=width, height=height)


def _decode_picture(page: RawPage) -> tuple[Picture, int]:
    try:
        image: Image.Image = Image.open(io.BytesIO(page.data))
    except (UnidentifiedImageError, OSError, SyntaxError, ValueError) as error:
        raise NotAPicture(type(error).__name__, file=page.source) from error
    check_size(*image.size, page.source)
    dpi = page.dpi or _tagged_dpi(image) or _dpi_if_a4(*image.size)
    try:
        image.load()
    except (OSError, SyntaxError, ValueError, EOFError, IndexError) as error:
        raise TruncatedPicture(type(error).__name__, file=page.source) from error
    if image.getexif().get(ExifTags.Base.Orientation, 1) != 1:
        image = ImageOps.exif_transpose(image)
    return _to_picture(image), dpi


def _flattened(picture: Picture, dpi: int) -> tuple[Picture, int]:
    """The sheet in a camera's picture as if it were scanned; the picture as it is where no sheet is seen."""
    corners = find_sheet(picture)
    if corners is None:
        return picture, dpi
    flat = flattened(picture, corners)
    return flat.picture, flat.dpi or _dpi_if_a4(flat.picture.shape[1], flat.picture.shape[0])


def _tagged_dpi(image: Image.Image) -> int | None:
    """The header's dpi where it can be true for a sheet of paper."""
    try:
        dpi = round(float(image.info["dpi"][0]))
    except (KeyError, TypeError, ValueError, IndexError, ZeroDivisionError, OverflowError):
        return None
    return dpi if dpi in CREDIBLE_DPI else None


def _dpi_if_a4(width: int, height: int) -> int:
    """The resolution at which a picture of this size would be an A4 sheet, upright or lying."""
    dpi = max(min(width, height) / A4_INCHES[0], max(width, height) / A4_INCHES[1])
    return max(CREDIBLE_DPI.start, min(CREDIBLE_DPI.stop, round(dpi)))


def _to_picture(image: Image.Image) -> Picture:
    """Grey or RGB, eight bits, transparent parts white."""
    if image.mode.startswith("I") or image.mode == "F":
        values = np.asarray(image, dtype=np.float64)
        brightest = 65535.0 if values.max() > 255 else 255.0
        return np.clip(values * (255.0 / brightest), 0, 255).astype(np.uint8)
    if image.mode in ("RGBA", "LA", "PA", "La", "RGBa") or "transparency" in image.info:
        coloured = image.convert("RGBA")
        white = Image.new("RGBA", coloured.size, "white")
        return np.asarray(Image.alpha_composite(white, coloured).convert("RGB"))
    wanted = "L" if image.mode in ("1", "L") else "RGB"
    return np.asarray(image if image.mode == wanted else image.convert(wanted))

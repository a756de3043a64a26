"""From a page's bytes to pixels: every colour mode, wrong dpi tags, EXIF rotation, PDF pages."""

from __future__ import annotations

from contextlib import suppress

import cv2
import numpy as np
from PIL import ExifTags, Image, ImageOps

from counter_app.dossier.pages import LEFT_TO_THE_PROGRAM
from scanning.formats import deep_tiff, pdf_page
from scanning.formats.colours import eight_bits, to_picture
from scanning.formats.pdf_text import own_words
from scanning.formats.pdf_whole import PDF, taken_out
from scanning.formats.picture_file import foreign_bytes, loaded, opened
from scanning.formats.resolution import Tagged, dpi_by_shape, paper_dpi, reduced, squared, tagged, turned
from scanning.formats.tiff import Tag
from scanning.page.flatten import find_sheet, flattened
from scanning.pages import RawPage, numbered
from scanning.picture import DecodedPage, Picture

_SMALLEST_SIDE = 100
"""Pixels."""
_QUARTER_TURNS = (5, 6, 7, 8)
"""EXIF's orientations in which rows and columns are exchanged."""
_TURNS = {
    2: Image.Transpose.FLIP_LEFT_RIGHT,
    3: Image.Transpose.ROTATE_180,
    4: Image.Transpose.FLIP_TOP_BOTTOM,
    5: Image.Transpose.TRANSPOSE,
    6: Image.Transpose.ROTATE_270,
    7: Image.Transpose.TRANSVERSE,
    8: Image.Transpose.ROTATE_90,
}
"""What undoes each of EXIF's orientations."""


def decode(page: RawPage) -> DecodedPage:
    """The page's pixels and their resolution."""
    page = taken_out(page)
    if page.media_type == PDF:
        return _decode_pdf(page)
    picture, dpi = _decode_picture(page)
    if page.treatment.photographed:
        picture, dpi = _flattened(picture, dpi)
    picture, dpi = reduced(picture, dpi)
    return DecodedPage(_on_a_slip(picture), dpi)


def _on_a_slip(picture: Picture) -> Picture:
    """A picture too small for any sheet, in the middle of a white slip that the stages after this can work on."""
    rows, columns = picture.shape[:2]
    above, left = (max(0, _SMALLEST_SIDE - side) for side in (rows, columns))
    if not above and not left:
        return picture
    white = (255, 255, 255)
    edges = (above // 2, above - above // 2, left // 2, left - left // 2)
    return np.asarray(cv2.copyMakeBorder(picture, *edges, cv2.BORDER_CONSTANT, value=white), np.uint8)


def _decode_pdf(page: RawPage) -> DecodedPage:
    with pdf_page.opened(page.data, page.source) as sheet:
        picture = to_picture(sheet.picture(), b"")
        drawing = sheet.drawing
        picture, dpi = reduced(picture, drawing.dpi if drawing.believed else paper_dpi(picture, drawing.dpi))
        untouched = page.treatment == LEFT_TO_THE_PROGRAM
        own = own_words(sheet, picture) if untouched else None
    return DecodedPage(picture, dpi, own)


def _decode_picture(page: RawPage) -> tuple[Picture, int]:
    source = numbered(page.source, page.index)
    with foreign_bytes(page.data, source):
        picture, said = _deep(page.data, source) or _usual(page.data, source)
    if page.dpi:
        return picture, page.dpi
    picture, dpi = squared(picture, said)
    return picture, paper_dpi(picture, dpi)


def _usual(data: bytes, source: str) -> tuple[Picture, Tagged]:
    """What Pillow reads, upright."""
    header, _ = opened(data, source)
    orientations = [_orientation(header)]  # Pillow turns a TIFF while it unpacks it, and says no more of it
    image, data = loaded(data, source)
    orientations.append(_orientation(image))
    said = tagged(image)
    if orientations[-1] != 1:
        image = ImageOps.exif_transpose(image)
    return to_picture(image, data), turned(said) if set(orientations) & set(_QUARTER_TURNS) else said


def _deep(data: bytes, source: str) -> tuple[Picture, Tagged] | None:
    """A TIFF of many bits, upright; None for any other picture."""
    directory = deep_tiff.directory_of(data)
    if directory is None:
        return None
    samples = deep_tiff.samples_of(data, directory, source)
    if samples is None:
        return None
    orientation = directory.number(Tag.ORIENTATION, 1)
    picture = eight_bits(samples, deep_tiff.is_white_zero(directory))
    if orientation in _TURNS:
        picture = np.asarray(Image.fromarray(picture).transpose(_TURNS[orientation]))
    said = deep_tiff.tagged(directory)
    return picture, turned(said) if orientation in _QUARTER_TURNS else said


def _orientation(image: Image.Image) -> int:
    """How EXIF says that the picture lies, 1 for upright; what it says may be damaged and costs no page."""
    with suppress(Exception):
        return int(image.getexif().get(ExifTags.Base.Orientation, 1))
    return 1


def _flattened(picture: Picture, dpi: int) -> tuple[Picture, int]:
    """The sheet in a camera's picture as if it were scanned; the picture as it is where no sheet is seen."""
    corners = find_sheet(picture)
    if corners is None:
        return picture, dpi
    flat = flattened(picture, corners)
    return flat.picture, flat.dpi or dpi_by_shape(flat.picture.shape[1], flat.picture.shape[0])

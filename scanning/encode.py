"""The clean page as a small file: one bit a pixel where it is ink on paper, JPEG where it has colours or shades."""

from __future__ import annotations

import io

import cv2
import numpy as np
from PIL import Image

from scanning.picture import CleanPage, Picture

COLOURED = 60
"""Difference of the strongest and the weakest colour of a coloured pixel."""
COLOURED_SHARE = 0.0004
"""From this part of the page on (a third of a stamp) its colours are kept."""
SHADES_SHARE = 0.03
"""From this part of the page on, middle greys are a photograph and not the rims of letters."""
JPEG_QUALITY = 60


def encode(page: CleanPage) -> tuple[bytes, str]:
    """(file, media type) of the page; whatever the kind, its pixels are those of `page`."""
    if page.picture.ndim == 3 and _coloured(page.picture):
        return _jpeg(page.picture, page.dpi), "image/jpeg"
    if _shades(page.grey) > SHADES_SHARE:
        return _jpeg(page.grey, page.dpi), "image/jpeg"
    return _bitonal(page.grey, page.dpi), "image/png"


def _coloured(picture: Picture) -> bool:
    small = cv2.resize(picture, None, fx=0.25, fy=0.25, interpolation=cv2.INTER_AREA)
    spread = small.max(axis=2).astype(np.int16) - small.min(axis=2)
    return float((spread > COLOURED).mean()) > COLOURED_SHARE


def _shades(grey: Picture) -> float:
    """Share of middle greys that lie in areas, not along the rims of letters."""
    small = cv2.resize(grey, None, fx=0.5, fy=0.5, interpolation=cv2.INTER_AREA)
    middle = ((small > 60) & (small < 200)).astype(np.uint8)
    return float(cv2.erode(middle, np.ones((5, 5), np.uint8)).mean())


def _jpeg(picture: Picture, dpi: int) -> bytes:
    memory = io.BytesIO()
    Image.fromarray(picture).save(memory, "JPEG", quality=JPEG_QUALITY, dpi=(dpi, dpi), optimize=True)
    return memory.getvalue()


def _bitonal(grey: Picture, dpi: int) -> bytes:
    smooth = cv2.GaussianBlur(grey, (0, 0), 0.8)
    memory = io.BytesIO()
    Image.fromarray(smooth > 165).save(memory, "PNG", dpi=(dpi, dpi), compress_level=6)
    return memory.getvalue()

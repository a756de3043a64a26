"""The office's logo: whatever picture file it is given, small and light on the paper."""

from __future__ import annotations

import io
from functools import lru_cache

from PIL import Image as Picture
from PIL import UnidentifiedImageError
from reportlab.lib.units import mm
from reportlab.platypus import Image

from printing.errors import BadLogo

WIDEST, HIGHEST = 15 * mm, 14 * mm
_DOTS = 300 / 72  # dots a point


def logo(content: bytes, file: str = "logo") -> Image:
    """The picture in its own proportions, as large as the head of a paper allows. Raises BadLogo naming the file."""
    try:
        small, width, height = _small(content)
    except (OSError, ValueError, SyntaxError, UnidentifiedImageError, Picture.DecompressionBombError) as fault:
        raise BadLogo(type(fault).__name__, file=file) from fault
    return Image(io.BytesIO(small), width, height, hAlign="LEFT")


@lru_cache(maxsize=4)
def _small(content: bytes) -> tuple[bytes, float, float]:
    """As JPEG on white at 300 dpi of its size on paper, with that size in points."""
    with Picture.open(io.BytesIO(content)) as picture:
        whole = picture.convert("RGBA")
    shrink = min(WIDEST / whole.width, HIGHEST / whole.height)
    width, height = whole.width * shrink, whole.height * shrink
    whole.thumbnail((max(1, round(width * _DOTS)), max(1, round(height * _DOTS))), Picture.Resampling.LANCZOS)
    flat = Picture.new("RGB", whole.size, "white")
    flat.paste(whole, mask=whole.getchannel("A"))
    memory = io.BytesIO()
    flat.save(memory, "JPEG", quality=88, subsampling=0)
    return memory.getvalue(), width, height

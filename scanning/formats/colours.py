"""From a picture of any colour mode and depth to grey or sRGB of eight bits, white paper white."""

from __future__ import annotations

import io
from typing import Any

import cv2
import numpy as np
import numpy.typing as npt
from PIL import Image, ImageCms

from scanning.picture import Picture

_FULL_SCALES = (1.0, 255.0, 1023.0, 4095.0, 16383.0, 65535.0, 2.0**24 - 1, 2.0**31 - 1, 2.0**32 - 1)
"""White of floats, and of integers of so many bits."""
_DARK = 0.6
"""Of the full scale: where nothing is brighter, the scale is not the picture's, and its brightest is taken as white."""
_OUTLIERS = 0.01
"""Percent of the pixels at either end that do not set the scale: a dead pixel, a lamp's reflection."""
_SEEN = 128
"""Opacity from which on a pixel is ink rather than the edge of ink."""
_LIGHT = 192
_KEPT_PROFILES = (b"sRGB", "sRGB".encode("utf-16-be"))
"""A profile that calls itself so needs no converting."""
_STRIP = 128
"""Rows."""
_DEEP = ("I", "I;16", "I;16B", "I;16L", "I;16N", "F")


def to_picture(image: Image.Image, data: bytes) -> Picture:
    """Grey or RGB, eight bits, in sRGB's colours, nothing transparent. `data`: the file it was read from."""
    if image.mode in _DEEP:
        return eight_bits(np.asarray(image, np.float64))
    deep = _sixteen_bit_colours(image, data)
    if deep is not None:
        return deep
    if image.mode in ("RGBA", "LA", "PA", "La", "RGBa") or "transparency" in image.info:
        return np.asarray(_on_paper(image))
    if image.mode == "1":
        return np.asarray(image.convert("L"))
    return _pixels(_in_srgb(image))


def _pixels(image: Image.Image) -> Picture:
    """Copied in strips: all at once, Pillow takes the memory of two more pictures for it."""
    whole = np.empty((image.height, image.width) if image.mode == "L" else (image.height, image.width, 3), np.uint8)
    for top in range(0, image.height, _STRIP):
        bottom = min(top + _STRIP, image.height)
        whole[top:bottom] = np.asarray(image.crop((0, top, image.width, bottom)))
    return whole


def eight_bits(values: npt.NDArray[np.float64], white_is_zero: bool = False) -> Picture:
    """Values of any range so that the paper is light: the depth they seem to have decides, else their own range.

    rows × columns, or rows × columns × 3 or 4 (the fourth is opacity).
    """
    if values.ndim == 3 and values.shape[2] == 4:
        layers = (eight_bits(values[:, :, :3]), eight_bits(values[:, :, 3]))
        return np.asarray(_on_paper(Image.fromarray(np.dstack(layers))))
    known = values[np.isfinite(values)]
    if not known.size:
        return np.full(values.shape, 255, np.uint8)
    darkest, brightest = (float(end) for end in np.percentile(known, (_OUTLIERS, 100 - _OUTLIERS)))
    low, high = _range(darkest, brightest, float(known.max()), white_is_zero)
    scaled = np.clip((np.nan_to_num(values, nan=high, posinf=high, neginf=low) - low) * (255 / (high - low)), 0, 255)
    return np.asarray(255 - scaled if white_is_zero else scaled, np.float64).round().astype(np.uint8)


def _range(darkest: float, brightest: float, most: float, white_is_zero: bool) -> tuple[float, float]:
    """Which values are nought and full."""
    if darkest < 0 or brightest > _FULL_SCALES[-1] or (darkest > _DARK * brightest and darkest < brightest):
        return darkest, max(brightest, darkest + 1e-9)
    full = next(scale for scale in _FULL_SCALES if brightest <= scale)
    if full == 1 and most > 1 and most.is_integer() and most <= 255:
        full = 255.0  # nearly all of it nought, in whole numbers
    return 0.0, full if white_is_zero or brightest >= _DARK * full or brightest <= 0 else brightest


def _sixteen_bit_colours(image: Image.Image, data: bytes) -> Picture | None:
    """A PNG of 16 bits a sample that uses only the lower ones; Pillow keeps the upper eight, all dark."""
    if image.mode not in ("RGB", "RGBA") or image.format != "PNG" or not _nearly_black(image):
        return None
    whole = cv2.imdecode(np.frombuffer(data, np.uint8), cv2.IMREAD_UNCHANGED | cv2.IMREAD_IGNORE_ORIENTATION)
    if whole is None or whole.dtype != np.uint16 or whole.ndim != 3:
        return None
    return eight_bits(whole[:, :, [2, 1, 0, 3][: whole.shape[2]]].astype(np.float64))


def _nearly_black(image: Image.Image) -> bool:
    return all(high <= 64 for _, high in image.getextrema()[:3])  # type: ignore[misc]


def _on_paper(image: Image.Image) -> Image.Image:
    """A transparent picture laid on white; on black, where its own ink is white."""
    if image.mode in ("RGBa", "La"):
        image = image.convert("RGBA" if image.mode == "RGBa" else "LA")
    coloured = image.convert("RGBA")
    opacity = np.asarray(coloured.getchannel("A"))
    colours = coloured.convert("RGB")
    colours.info["icc_profile"] = image.info.get("icc_profile")
    shown = _in_srgb(colours).convert("RGB")
    if not opacity.any():
        return shown  # some programs leave the channel empty: what they meant is in the colours
    ink = np.asarray(shown.convert("L"))[opacity >= _SEEN]
    paper = "black" if ink.size and ink.size < opacity.size * 0.9 and float(ink.min()) > _LIGHT else "white"
    sheet = Image.new("RGB", image.size, paper)
    sheet.paste(shown, mask=coloured.getchannel("A"))
    return sheet


def _in_srgb(image: Image.Image) -> Image.Image:
    """The picture in L or RGB, by its own profile where it has one that fits."""
    if image.mode == "P":
        image = image.convert("RGB")
    if image.mode == "LAB":
        return _converted(image, ImageCms.createProfile("LAB")) or image.convert("RGB")
    wanted = "L" if image.mode == "L" else "RGB"
    profile = image.info.get("icc_profile")
    if image.mode in ("L", "RGB", "CMYK") and isinstance(profile, bytes) and not _is_srgb(profile):
        converted = _converted(image, profile)
        if converted is not None:
            return converted.convert(wanted)
    return image if image.mode == wanted else image.convert(wanted)


def _is_srgb(profile: bytes) -> bool:
    return profile[16:20] == b"RGB " and any(name in profile for name in _KEPT_PROFILES)


def _converted(image: Image.Image, profile: Any) -> Image.Image | None:
    """In sRGB; None where the profile is damaged or another mode's."""
    try:
        own = ImageCms.ImageCmsProfile(io.BytesIO(profile) if isinstance(profile, bytes) else profile)
        return ImageCms.profileToProfile(
            image,
            own,
            ImageCms.createProfile("sRGB"),
            renderingIntent=ImageCms.Intent.RELATIVE_COLORIMETRIC,
            outputMode="RGB",
            flags=ImageCms.Flags.BLACKPOINTCOMPENSATION,
        )
    except (ImageCms.PyCMSError, OSError, ValueError, TypeError):
        return None

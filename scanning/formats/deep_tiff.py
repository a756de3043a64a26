"""TIFFs of more than eight bits a sample, signed numbers or fractions: OpenCV reads more of them than Pillow does."""

from __future__ import annotations

from dataclasses import replace

import cv2
import numpy as np
import numpy.typing as npt

from scanning.formats import tiff
from scanning.formats.picture_file import check_size
from scanning.formats.resolution import Tagged
from scanning.formats.tiff import Directory, Tag

_UNSIGNED, _SIGNED, _FRACTION = 1, 2, 3
_READABLE = {(_UNSIGNED, bits) for bits in (16, 32)} | {(_SIGNED, bits) for bits in (8, 16, 32)}
_READABLE |= {(_FRACTION, bits) for bits in (32, 64)}
_WHITE_IS_ZERO, _BLACK_IS_ZERO, _COLOURS = 0, 1, 2
_TO_INCHES = {2: 1.0, 3: 2.54}

Samples = npt.NDArray[np.float64]
"""rows × columns, or rows × columns × 3 or 4: red, green, blue, opacity."""


def directory_of(data: bytes) -> Directory | None:
    """The directory of a TIFF whose samples are deep; None for any other file."""
    if not tiff.is_tiff(data):
        return None
    found, _ = tiff.directories(data)
    if not found:
        return None
    first = found[0]
    samples = first.number(Tag.SAMPLES, 1)
    kind = (first.number(Tag.SAMPLE_FORMAT, _UNSIGNED), first.number(Tag.BITS, 1))
    photometric = first.number(Tag.PHOTOMETRIC, _BLACK_IS_ZERO)
    grey = samples == 1 and photometric in (_WHITE_IS_ZERO, _BLACK_IS_ZERO)
    return first if kind in _READABLE and (grey or (samples in (3, 4) and photometric == _COLOURS)) else None


def samples_of(data: bytes, directory: Directory, source: str) -> Samples | None:
    """The numbers of every pixel; None where they cannot be read in this way."""
    check_size(*directory.size, source)
    entries = {tag: entry for tag, entry in directory.entries.items() if tag != Tag.ORIENTATION}
    as_it_lies = tiff.alone(data, replace(directory, entries=entries))  # OpenCV would turn it in some cases
    try:
        read = cv2.imdecode(np.frombuffer(as_it_lies, np.uint8), cv2.IMREAD_UNCHANGED)
    except cv2.error:
        return None
    if read is None or read.shape[1::-1] != directory.size or read.dtype == np.uint8:
        return None
    values = np.asarray(read, np.float64)
    if values.ndim == 3:
        return np.asarray(values[:, :, [2, 1, 0, 3][: values.shape[2]]])
    return values


def is_white_zero(directory: Directory) -> bool:
    """Whether it counts from white to black."""
    return directory.number(Tag.PHOTOMETRIC, _BLACK_IS_ZERO) == _WHITE_IS_ZERO


def tagged(directory: Directory) -> Tagged:
    """What its tags say of its resolution."""
    across, down = (directory.fraction(tag) for tag in (Tag.X_RESOLUTION, Tag.Y_RESOLUTION))
    if not across or not down:
        return Tagged(None, None)
    inch = _TO_INCHES.get(directory.number(Tag.RESOLUTION_UNIT, 2))
    ratio = across / down
    if inch is None:
        return Tagged(None, None, ratio)
    return Tagged(across * inch, down * inch, ratio)

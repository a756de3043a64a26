"""Pages from files: pictures, TIFFs of many pages, PDFs, and folders of these."""

from __future__ import annotations

import io
import re
from collections.abc import Iterable, Iterator
from pathlib import Path

from PIL import Image, ImageSequence, UnidentifiedImageError

from counter_app.errors import CounterError
from scanning.errors import (
    FileNotReadable,
    NotAPicture,
    NothingToScan,
    PictureTooLarge,
    TruncatedPicture,
)
from scanning.pages import RawPage
from scanning.sources.pdf_file import pages_of_pdf
from scanning.sources.pdf_opening import is_pdf

SUFFIXES = frozenset(
    {".jpg", ".jpeg", ".png", ".tif", ".tiff", ".pdf", ".pnm", ".pgm", ".ppm", ".pbm", ".bmp", ".webp"}
)
"""What is taken from a folder; a file named by the clerk is tried whatever its name."""
LARGEST_FRAME = 250_000_000
"""Pixels of one page of a TIFF beyond which it is not unpacked."""

Image.MAX_IMAGE_PIXELS = None  # sizes are judged here and in `scanning.decode`, with an error that names them


def pages_of(paths: Iterable[Path]) -> Iterator[RawPage | CounterError]:
    """Every page in order; in place of what cannot be opened, one error, and the rest goes on."""
    for path in paths:
        if path.is_dir():
            yield from _pages_of_folder(path)
        else:
            yield from _pages_of_file(path)


def _pages_of_folder(folder: Path) -> Iterator[RawPage | CounterError]:
    try:
        found = sorted(folder.rglob("*"), key=lambda path: natural_order(path.relative_to(folder)))
        files = [path for path in found if path.suffix.lower() in SUFFIXES and path.is_file()]
    except OSError as error:
        yield FileNotReadable(type(error).__name__, file=folder.name)
        return
    if not files:
        yield NothingToScan(file=folder.name)
    for path in files:
        yield from _pages_of_file(path)


def natural_order(path: Path) -> list[list[tuple[int, str]]]:
    """Sorting as people do: page 2 before page 10."""
    return [
        [(int(part), "") if part.isdigit() else (-1, part.casefold()) for part in re.split(r"(\d+)", name) if part]
        for name in path.parts
    ]


def _pages_of_file(path: Path) -> Iterator[RawPage | CounterError]:
    try:
        data = path.read_bytes()
    except OSError as error:
        yield FileNotReadable(type(error).__name__, file=path.name)
        return
    yield from pages_in(data, path.name)


def pages_in(data: bytes, name: str) -> Iterator[RawPage | CounterError]:
    """The pages of one file's content; `name` is the file's."""
    try:
        yield from pages_of_pdf(data, name) if is_pdf(data) else _split_picture(data, name)
    except CounterError as error:
        yield error


def _split_picture(data: bytes, name: str) -> Iterator[RawPage]:
    try:
        image = Image.open(io.BytesIO(data))
        frames = getattr(image, "n_frames", 1) if image.format == "TIFF" else 1
    except (UnidentifiedImageError, OSError, SyntaxError, ValueError, EOFError) as error:
        raise NotAPicture(type(error).__name__, file=name) from error
    if frames == 1:
        yield RawPage(data, Image.MIME.get(image.format or "", "application/octet-stream"), None, name, 0)
        return
    for index, frame in enumerate(ImageSequence.Iterator(image)):
        yield RawPage(_single_frame(frame, name), "image/tiff", None, name, index)


def _single_frame(frame: Image.Image, name: str) -> bytes:
    """One page of a TIFF as a TIFF of its own, without loss."""
    width, height = frame.size
    if width * height > LARGEST_FRAME:
        raise PictureTooLarge("tiff", file=name, width=width, height=height)
    memory = io.BytesIO()
    try:
        compression = "group4" if frame.mode == "1" else "tiff_lzw"
        frame.save(memory, "TIFF", compression=compression, dpi=frame.info.get("dpi", (0, 0)))
    except (OSError, SyntaxError, ValueError, EOFError) as error:
        raise TruncatedPicture(type(error).__name__, file=name) from error
    return memory.getvalue()

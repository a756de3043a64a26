"""A folder in the place of a printer: each paper becomes a PDF file in it."""

from __future__ import annotations

import re
from collections.abc import Iterator
from pathlib import Path

from printing.errors import PrinterRefused


def send(folder: Path, pdf: bytes, title: str) -> Path:
    """Writes the paper and returns its file; an older one of the same title is kept. Raises PrinterRefused."""
    name = re.sub(r"[^\w.-]+", "-", title)
    try:
        folder.mkdir(parents=True, exist_ok=True)
        path = next(path for path in _names(folder, name) if not path.exists())
        path.write_bytes(pdf)
    except OSError as fault:
        raise PrinterRefused(type(fault).__name__, printer=folder.name) from fault
    return path


def _names(folder: Path, name: str) -> Iterator[Path]:
    yield folder / f"{name}.pdf"
    number = 2
    while True:
        yield folder / f"{name}-{number}.pdf"
        number += 1

"""What a worker of the pipeline does with pages; it runs in a process of its own (`counter_app.apart`)."""

from __future__ import annotations

from collections.abc import Iterator, Sequence
from pathlib import Path

import cv2

from counter_app.dossier.read_papers import ReadPaper
from scanning.fields.proposals import proposals
from scanning.page.read_page import read_pages
from scanning.pages import RawPage, ReadPage

cv2.setNumThreads(1)  # pages are what runs in parallel


def read(page: RawPage, language: str, own: Path | None) -> Iterator[tuple[ReadPage, ...]]:
    """The page, or the two on it, read; `own`: where the office's forms lie.

    Raises what `read_pages` raises; MemoryError, which ends the worker.
    """
    try:
        yield read_pages(page, language, own)
    except cv2.error as error:
        if error.code == cv2.Error.STS_NO_MEM:
            raise MemoryError from error
        raise


def read_papers(pages: Sequence[ReadPage], numbers: Sequence[int], own: Path | None) -> Iterator[tuple[ReadPaper, ...]]:
    """The papers that the pages of one component are, with their fields; `own`: where the office's forms lie."""
    yield proposals(pages, numbers, own)

"""How many of a paper's scanned pages its document will have, and what became of the others."""

from __future__ import annotations

from collections.abc import Iterable
from dataclasses import dataclass

from counter_app.dossier.pages import SpooledPage


@dataclass(frozen=True)
class Counts:
    """The pages scanned for a component: number of pictures filed = pages scanned and not left out."""

    scanned: int
    read: int
    """Read, or tried in vain."""
    filed: int
    """Pages that its document will have, as far as they were read."""
    left_out: int
    failed: int
    with_note: int
    """Of the filed ones: a page once more, with the note attached to it."""


def counted(pages: Iterable[SpooledPage]) -> Counts:
    """The counts of a component's pages; blank ones are filed where there is nothing else, as its document does."""

    every = list(pages)
    good = [page for page in every if page.reading]
    filed = [page for page in good if page.reading and not page.reading.left_out]
    filed = filed or [page for page in good if page.reading and not page.reading.is_separator]
    return Counts(
        scanned=len(every),
        read=sum(bool(page.reading or page.failure) for page in every),
        filed=len(filed),
        left_out=len(good) - len(filed),
        failed=sum(bool(page.failure and not page.reading) for page in every),
        with_note=sum(page.note_of > 0 for page in filed),
    )

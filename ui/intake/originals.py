"""A page as it came, to be shown before it was read."""

from __future__ import annotations

from counter_app.dossier.pages import SpooledPage
from counter_app.errors import CounterError
from counter_app.store.files import Files

_MOST_SHOWN = 64 * 1024**2
"""Bytes of a file kept whole; in a larger one a page is looked for by the workers alone and shown when it was read."""


def original_of(page: SpooledPage, files: Files) -> bytes:
    """Its encoded picture or a PDF of it alone; b"" where a file kept whole is too large, or does not give the page.

    Raises FileMissing, FileDamaged.
    """
    from scanning.formats.pdf_whole import page_number, taken_out
    from scanning.pages import RawPage

    if page_number(page.media_type):
        with files.reading(page.original) as file:
            if file.size > _MOST_SHOWN:
                return b""
    raw = RawPage(files.get(page.original), page.media_type, page.dpi, page.source, 0)
    try:
        return taken_out(raw).data
    except CounterError:
        return b""  # it is told as the page's failure

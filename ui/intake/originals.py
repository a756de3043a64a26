"""A page as it came, to be shown before it was read."""

from __future__ import annotations

from counter_app.dossier.draft import SpooledPage
from counter_app.errors import CounterError
from counter_app.store.files import Files


def original_of(page: SpooledPage, files: Files) -> bytes:
    """Its encoded picture or a PDF of it alone; b"" where a file kept whole does not give it.

    Raises FileMissing, FileDamaged.
    """
    from scanning.pages import RawPage
    from scanning.sources.pdf_whole import taken_out

    raw = RawPage(files.get(page.original), page.media_type, page.dpi, page.source, 0)
    try:
        return taken_out(raw).data
    except CounterError:
        return b""  # it is told as the page's failure

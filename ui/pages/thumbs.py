"""The pages of a component as their thumbnails say them: number, state, and which show a page with its note."""

from __future__ import annotations

from collections import Counter
from collections.abc import Callable, Collection, Sequence
from functools import partial

from PySide6.QtCore import QCoreApplication

from counter_app.dossier.pages import PageFacts, SpooledPage, page_number
from counter_app.errors import CounterError
from counter_app.store.files import Files
from ui.errors import sentence_of
from ui.widgets.thumbnails import PageThumb


def thumbs(
    pages: Sequence[SpooledPage],
    picture: Callable[[SpooledPage], bytes],
    language: str,
    elsewhere: Collection[int] = (),
) -> list[PageThumb]:
    """The pages numbered as on paper: the picture of a page with its note has that page's number. `elsewhere`: those
    that may be of another paper."""
    numbers: dict[int, int] = {}
    for page in pages:
        numbers[page.id] = numbers.get(page.note_of) or len(set(numbers.values())) + 1
    notes = Counter(page.note_of for page in pages)
    return [
        _thumb(
            numbers[page.id],
            page,
            _say("another paper?") if page.id in elsewhere else _mark(page, 1 + notes[page.id]),
            partial(picture, page),
            language,
        )
        for page in pages
    ]


def _thumb(number: int, page: SpooledPage, mark: str, picture: Callable[[], bytes], language: str) -> PageThumb:
    bound = _say("Page {n} once more, with its note; moved and deleted together with it").format(n=number)
    said = sentence_of(page.failure, language) or page.source
    return PageThumb(
        page_id=page.id,
        label=_say("Page {n}").format(n=number),
        state="failed" if page.failure else _state(page.reading),
        tooltip="\n".join(filter(None, (said, bound if page.note_of else ""))),
        picture=picture,
        version=page.picture,
        mark=mark,
    )


def _mark(page: SpooledPage, pictures: int) -> str:
    if page.note_of:
        return _say("with its note")
    return _say("{n} pictures").format(n=pictures) if pictures > 1 else ""


def _state(reading: PageFacts | None) -> str:
    """How far a page's reading has come; what is left out of the document looks like a blank page."""
    if not reading:
        return "reading"

    if reading.unreadable:
        return "unreadable"
    return "blank" if reading.left_out else "read"


def _say(sentence: str) -> str:
    return QCoreApplication.translate("PagesPanel", sentence)


_MOST_SHOWN = 64 * 1024**2
"""Bytes of a file kept whole; in a larger one a page is looked for by the workers alone and shown when it was read."""


def original_of(page: SpooledPage, files: Files) -> bytes:
    """Its encoded picture or a PDF of it alone; b"" where a file kept whole is too large, or does not give the page.

    Raises FileMissing, FileDamaged.
    """
    from printing.layout.pictures import drawn
    from scanning.pages import RawPage

    if not page_number(page.media_type):
        return files.get(page.original)
    with files.reading(page.original) as file:
        if file.size > _MOST_SHOWN:
            return b""
    whole = RawPage(files.get(page.original), page.media_type, page.dpi, page.source, 0)
    try:
        (alone,) = drawn("scanning.formats.pdf_whole:page_taken_out", whole)
        return bytes(alone.data)
    except CounterError:
        return b""  # it is told as the page's failure

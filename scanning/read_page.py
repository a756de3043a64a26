"""One page, from its bytes to everything that is known about it."""

from __future__ import annotations

from dataclasses import replace

from counter_app.dossier.cover import Cover
from scanning.classify import classify
from scanning.clean import WhitePage, drawn
from scanning.codes import PATCH_T, find_codes
from scanning.decode import decode
from scanning.layers import layers
from scanning.ocr import Reading, read
from scanning.pages import SEPARATOR, UNKNOWN_DOCUMENT, Code, RawPage, ReadPage, Treatment, Word
from scanning.picture import CleanPage, DecodedPage
from scanning.sheet import sheet_pdf
from scanning.side_by_side import gutter, side
from scanning.straighten import FEWEST_LETTERS, Lie

SURE = 75.0
"""Mean confidence of a page that was read the right way; turned the wrong way, none reaches 60."""
ENOUGH_SENSE = 30.0
"""Surely read letters below which a page's reading proves nothing about how it lies."""
EMPTY_INK = 0.004
"""Share of ink of a blank page with specks, holes and traces of the other side."""
CLEARLY_MORE = 1.5
"""How much more sense a turned page must make than the page as it lay."""


def read_pages(page: RawPage, language: str = "vie") -> tuple[ReadPage, ...]:
    """What lies on the glass: one page, or two that lie side by side."""
    read, side_by_side = _read(page, language)
    read = replace(read, signatures=page.signatures)
    if page.treatment.side is not None or not side_by_side:
        return (read,)
    sides = (replace(page.treatment, rotation=read.rotation, side=side) for side in (1, 2))
    return tuple(read_page(replace(page, treatment=treatment), language) for treatment in sides)


def read_page(page: RawPage, language: str = "vie") -> ReadPage:
    """The page cleaned, turned upright, read and recognised; what the clerk decided about it goes before."""
    return replace(_read(page, language)[0], signatures=page.signatures)


def _read(page: RawPage, language: str) -> tuple[ReadPage, bool]:
    """The page, and whether it is two that lie side by side."""
    decoded = decode(page)
    if decoded.own:
        return _as_written(decoded, *decoded.own), False
    white = WhitePage(decoded, page.treatment)
    decided = page.treatment.blank
    letters, empty = len(white.letters().boxes), white.ink < EMPTY_INK
    if decided or (decided is None and empty and letters < 2 and not find_codes(white.grey, white.dpi)):
        return _result(white.turned(Lie(0, 0.0, 0.0)), Reading((), ""), (), blank=True), False
    clean, reading = _read_upright(white, page.treatment, language)
    codes = find_codes(clean.grey, clean.dpi)
    few = letters < FEWEST_LETTERS or reading.sense < ENOUGH_SENSE / 3
    blank = decided is None and empty and few and not codes and not _any_word(reading)
    return _result(clean, reading, codes, blank, decided), gutter(clean.grey, clean.dpi) is not None


def _as_written(page: DecodedPage, words: tuple[Word, ...], text: str) -> ReadPage:
    """A page that a program wrote: its own words, its picture as it is."""
    clean = drawn(page)
    return _result(clean, Reading(words, text), find_codes(clean.grey, clean.dpi), blank=False)


def _read_upright(white: WhitePage, treatment: Treatment, language: str) -> tuple[CleanPage, Reading]:
    """The page turned so that it can be read.

    The likeliest lie is read first; surely read, it is right. Otherwise the others are read too, and the page is
    turned only if that makes clearly more sense than leaving it as it lies.
    """
    lies = _allowed(white.lies(), treatment)
    attempts: list[tuple[Lie, CleanPage, Reading]] = []
    for lie in lies:
        clean = side(white.turned(lie), treatment.side or 0)
        reading = read(clean, language)
        if len(lies) == 1 or (reading.mean_confidence >= SURE and reading.sense >= ENOUGH_SENSE):
            return clean, reading
        attempts.append((lie, clean, reading))
    as_it_lay = next(attempt for attempt in attempts if attempt[0].rotation == 0)
    best = max(attempts, key=lambda attempt: attempt[2].sense)
    if best[2].sense < max(ENOUGH_SENSE, CLEARLY_MORE * as_it_lay[2].sense):
        best = as_it_lay
    _, clean, reading = best
    if reading.sense < ENOUGH_SENSE and clean.skew:  # nothing proves that those were lines of text
        clean = white.turned(Lie(0, 0.0, 0.0))
        reading = read(clean, language)
    return clean, reading


def _allowed(lies: list[Lie], treatment: Treatment) -> list[Lie]:
    """What the clerk leaves open of how the page may lie."""
    if treatment.rotation is not None:
        lies = [lie for lie in lies if lie.rotation == treatment.rotation] or [Lie(treatment.rotation, 0.0, 0.0)]
    return lies if treatment.straighten else [replace(lie, skew=0.0) for lie in lies]


def _separates(codes: tuple[Code, ...]) -> bool:
    return any(code == PATCH_T or code.text == "PATCHT" or Cover.from_text(code.text) for code in codes)


def _any_word(reading: Reading) -> bool:
    return any(word.confidence >= 60 and sum(map(str.isalnum, word.text)) >= 2 for word in reading.words)


def _result(
    clean: CleanPage, reading: Reading, codes: tuple[Code, ...], blank: bool, kept: bool | None = None
) -> ReadPage:
    rows, columns = clean.grey.shape
    page = ReadPage(
        sheet=sheet_pdf(layers(clean), clean.dpi),
        width=columns,
        height=rows,
        dpi=clean.dpi,
        rotation=clean.rotation,
        skew=round(clean.skew, 2),
        cropped=clean.cropped,
        side=clean.side,
        blank=blank,
        words=reading.words,
        text=reading.text,
        mean_confidence=round(reading.mean_confidence, 2),
        codes=codes,
        document_type=SEPARATOR if kept is None and _separates(codes) else classify(reading.text),
    )
    return replace(page, words=(), text="", mean_confidence=0.0, document_type=UNKNOWN_DOCUMENT) if blank else page

"""One page, from its bytes to everything that is known about it."""

from __future__ import annotations

from dataclasses import replace

from scanning.classify import classify
from scanning.clean import WhitePage, ink_share
from scanning.codes import find_codes
from scanning.decode import decode
from scanning.encode import encode
from scanning.ocr import Reading, read
from scanning.pages import UNKNOWN_DOCUMENT, Code, RawPage, ReadPage
from scanning.picture import CleanPage
from scanning.straighten import FEWEST_LETTERS, Lie

SURE = 75.0
"""Mean confidence of a page that was read the right way; turned the wrong way, none reaches 60."""
ENOUGH_SENSE = 30.0
"""Surely read letters below which a page's reading proves nothing about how it lies."""
EMPTY_INK = 0.004
"""Share of ink of a blank page with specks, holes and traces of the other side."""
CLEARLY_MORE = 1.5
"""How much more sense a turned page must make than the page as it lay."""


def read_page(page: RawPage, language: str = "vie") -> ReadPage:
    """The page cleaned, turned upright, read and recognised."""
    white = WhitePage(decode(page))
    letters = len(white.letters().boxes)
    ink = ink_share(white.grey)
    codes = find_codes(white.grey)
    if letters < 2 and ink < EMPTY_INK and not codes:
        return _result(white.turned(Lie(0, 0.0, 0.0)), Reading((), ""), codes, blank=True)
    clean, reading = _read_upright(white, language)
    few = letters < FEWEST_LETTERS or reading.sense < ENOUGH_SENSE / 3
    blank = few and ink < EMPTY_INK and not codes and not _any_word(reading)
    return _result(clean, reading, codes, blank)


def _read_upright(white: WhitePage, language: str) -> tuple[CleanPage, Reading]:
    """The page turned so that it can be read.

    The likeliest lie is read first; surely read, it is right. Otherwise the others are read too, and the page is
    turned only if that makes clearly more sense than leaving it as it lies.
    """
    lies = white.lies()
    attempts: list[tuple[Lie, CleanPage, Reading]] = []
    for lie in lies:
        clean = white.turned(lie)
        reading = read(clean, language)
        if reading.mean_confidence >= SURE and reading.sense >= ENOUGH_SENSE:
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


def _any_word(reading: Reading) -> bool:
    return any(word.confidence >= 60 and sum(map(str.isalnum, word.text)) >= 2 for word in reading.words)


def _result(clean: CleanPage, reading: Reading, codes: tuple[Code, ...], blank: bool) -> ReadPage:
    image, media_type = encode(clean)
    rows, columns = clean.grey.shape
    page = ReadPage(
        image=image,
        media_type=media_type,
        width=columns,
        height=rows,
        dpi=clean.dpi,
        rotation=clean.rotation,
        skew=round(clean.skew, 2),
        blank=blank,
        words=reading.words,
        text=reading.text,
        mean_confidence=round(reading.mean_confidence, 2),
        codes=codes,
        document_type=classify(reading.text),
    )
    return replace(page, words=(), text="", mean_confidence=0.0, document_type=UNKNOWN_DOCUMENT) if blank else page

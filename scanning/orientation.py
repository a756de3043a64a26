"""Which way up a page lies: the likeliest lie is read first; reading decides."""

from __future__ import annotations

from dataclasses import replace

from scanning.clean import WhitePage
from scanning.ocr import Reading, read
from scanning.pages import Treatment
from scanning.picture import CleanPage
from scanning.side_by_side import side
from scanning.straighten import Lie

SURE = 75.0
"""Mean confidence of a page that was read the right way; turned the wrong way, none reaches 60."""
ENOUGH_SENSE = 30.0
"""Surely read letters below which a page's reading proves nothing about how it lies."""
CLEARLY_MORE = 1.5
"""How much more sense a turned page must make than the page as it lay."""


def read_upright(white: WhitePage, treatment: Treatment, language: str) -> tuple[CleanPage, Reading]:
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

"""Which way up a page lies: the letters' places propose, reading decides, and in doubt a page stays as it lies.

Tesseract reads text that stands on its side by itself, as surely as upright text; it then shows words higher than wide.
So only words along the lines speak for an orientation. Upside down, hardly any word is read surely, digits no more
than letters.
"""

from __future__ import annotations

from collections.abc import Iterable
from dataclasses import dataclass, replace
from functools import cached_property

from counter_app.dossier.pages import Treatment, Word
from scanning.page.clean import WhitePage
from scanning.page.side_by_side import side
from scanning.page.straighten import Orientation
from scanning.picture import CleanPage
from scanning.reading.ocr import Reading, read

SURE, SURE_OF_FEW = 0.55, 0.75
"""Share of a page's letters that are read surely if it lies right, and where there are few of them; turned the wrong
way, pages reach 0.33, and 0.56 with few."""
READ_SURELY = 80.0
"""Confidence of a word that speaks for or against an orientation."""
ENOUGH_LETTERS = 24.0
"""Letters of sure words below which a page's reading proves little about how it lies."""
ENOUGH_TO_TURN = 120.0
"""The same, for turning a page on its side after one reading: the labels of a drawing may stand on their side."""
ENOUGH_OF_A_LINE = 12.0
"""The same, for leaving a page as it lies, and for turning one that shows nothing but these words."""
CLEARLY, ALMOST_ALL = 0.75, 0.9
"""Share of the letters' neighbours that must lie along the lines to turn a page after one reading; and not to
try the two orientations across them at all."""
NOTHING_ELSE = 0.6
"""Share of a page's ink within its words."""


@dataclass(frozen=True)
class Attempt:
    """One orientation, undone and read."""

    orientation: Orientation
    clean: CleanPage
    reading: Reading

    @cached_property
    def along(self) -> int:
        """Letters read surely in words that lie along the lines."""
        return sum(_letters(word) for word in self._sure_words() if word.box[2] >= word.box[3])

    @cached_property
    def across(self) -> int:
        """Letters read surely in words that stand on their side: three letters and more are wider than high."""
        return sum(_letters(w) for w in self._sure_words() if len(w.text) >= 3 and w.box[3] > 1.3 * w.box[2])

    @property
    def makes_sense(self) -> bool:
        """Most of its letters are read surely."""
        share = SURE if self.along >= ENOUGH_LETTERS else SURE_OF_FEW
        return self.along >= share * sum(_letters(word) for word in self.reading.words if _is_word(word.text))

    def is_proof(self) -> bool:
        """The page makes sense this way, and could not as well lie otherwise."""
        enough = {0: ENOUGH_OF_A_LINE, 180: 2 * ENOUGH_LETTERS}.get(self.orientation.rotation, ENOUGH_TO_TURN)
        if not self.makes_sense or self.along < max(enough, 3 * self.across):
            return False
        return self.orientation.rotation == 0 or self.orientation.along >= CLEARLY

    def _sure_words(self) -> Iterable[Word]:
        return (word for word in self.reading.words if word.confidence >= READ_SURELY and _is_word(word.text))


def read_upright(white: WhitePage, treatment: Treatment, language: str) -> tuple[CleanPage, Reading]:
    """The page turned so that it can be read.

    The likeliest orientation is read first; surely read, it is right. Otherwise the others are read too, and the page
    is turned only if that makes clearly more sense than every other.
    """
    orientations = _allowed(white.orientations(), treatment)
    attempts: dict[int, Attempt] = {}
    for orientation in orientations:
        clean = side(white.turned(orientation), treatment.side or 0)
        attempt = Attempt(orientation, clean, read(clean, language))
        if len(orientations) == 1 or attempt.is_proof():
            return attempt.clean, attempt.reading
        attempts[orientation.rotation] = attempt
        best = _clearly_best(attempts) if len(attempts) == 4 or _are_both_ends_of_lines(attempts) else None
        if best:
            return best.clean, best.reading
    if attempts[0].along >= ENOUGH_OF_A_LINE:
        return attempts[0].clean, attempts[0].reading
    return _untouched(attempts[0], white, treatment, language)


def _are_both_ends_of_lines(attempts: dict[int, Attempt]) -> bool:
    """Only two opposite orientations were tried, and almost all letters say that the lines run that way."""
    rotations = [*attempts]
    opposite = len(attempts) == 2 and abs(rotations[0] - rotations[1]) == 180
    return opposite and attempts[rotations[0]].orientation.along >= ALMOST_ALL


def _clearly_best(attempts: dict[int, Attempt]) -> Attempt | None:
    """The attempt that makes so much more sense than the others that the page may be turned for it."""
    best = max(attempts.values(), key=lambda attempt: attempt.along)
    rotation = best.orientation.rotation
    opposite = attempts[(rotation + 180) % 360].along
    on_its_side = max((other.along for turn, other in attempts.items() if (turn - rotation) % 180), default=0)
    if best.along < ENOUGH_LETTERS:
        alone = best.along >= max(ENOUGH_OF_A_LINE, 4 * opposite, 4 * on_its_side) and best.makes_sense
        return best if alone and len(attempts) == 4 and (rotation == 180 or _shows_nothing_else(best)) else None
    if best.along < 2 * opposite:
        return None
    many = best.along >= ENOUGH_TO_TURN
    if rotation and best.along < (2 if many else 4) * on_its_side:
        return None
    return best if rotation % 180 == 0 or best.orientation.along >= 2 / 3 else None


def _untouched(as_it_lay: Attempt, white: WhitePage, treatment: Treatment, language: str) -> tuple[CleanPage, Reading]:
    """Not even straightened: nothing proves that those were lines of text."""
    if not as_it_lay.clean.skew:
        return as_it_lay.clean, as_it_lay.reading
    clean = side(white.turned(Orientation(0, 0.0, 0.0)), treatment.side or 0)
    return clean, read(clean, language) if as_it_lay.reading.words else as_it_lay.reading


def _shows_nothing_else(attempt: Attempt) -> bool:
    """All ink of the page is in the words that were read: no drawing, whose label it might be."""
    ink = attempt.clean.grey < 128
    within = 0
    for word in attempt.reading.words:
        x, y, width, height = word.box
        within += int(ink[y : y + height, x : x + width].sum())
    return within >= NOTHING_ELSE * int(ink.sum())


def _is_word(text: str) -> bool:
    """Three letters or three digits or more: upside down 61 is read as surely as 19, and S9 for 65.

    Not the one sign again and again that ornaments and dots are read as.
    """
    signs = [sign for sign in text if sign.isalnum()]
    digits = sum(map(str.isdigit, signs))
    if len(signs) < 3 or (0 < digits < len(signs) < 5):
        return False
    return len(signs) < 4 or len(set(text)) >= 0.4 * len(text)


def _letters(word: Word) -> int:
    return sum(map(str.isalnum, word.text))


def _allowed(orientations: list[Orientation], treatment: Treatment) -> list[Orientation]:
    """What the clerk leaves open of how the page may lie."""
    if treatment.rotation is not None:
        chosen = [orientation for orientation in orientations if orientation.rotation == treatment.rotation]
        orientations = chosen or [Orientation(treatment.rotation, 0.0, 0.0)]
    return orientations if treatment.straighten else [replace(orientation, skew=0.0) for orientation in orientations]

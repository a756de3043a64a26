"""How well forms filled in by hand are read: places of answers, what is told from print, digits, suggestions."""

from __future__ import annotations

import re
from collections import deque
from collections.abc import Iterator, Sequence
from concurrent.futures import Future
from dataclasses import dataclass
from statistics import median

import numpy as np
import numpy.typing as npt

from counter_app.bench.drawn_paper import Area
from counter_app.bench.figures import AT_MOST, PROMISED, Figure
from counter_app.bench.training.signs import as_scanned, of_scikit_learn
from counter_app.bench.written_pages import WrittenForm, written_forms
from counter_app.dossier.pages import PageReading
from scanning.fields.field import EMPTY, HANDWRITTEN, Field
from scanning.fields.papers import fields_of, papers_of
from scanning.pages import RawPage, ReadPage
from scanning.pipeline.pipeline import Pipeline
from scanning.reading.digits import read_signs

CLOSE, CLOSE_AT_RIGHT = 1.5, 5.0
"""Millimetres by which a place may be wrong where it begins, above and below; and where its dots or its rule end."""
NOWHERE = (float("inf"), float("inf"))
SURELY = 0.97
"""How likely a digit is of which the program is sure."""
_IN_DIGITS = ("identity_number", "identity_issued", "phone", "born", "start_date")


@dataclass(frozen=True)
class ReadByHand:
    """A form filled in by hand, and what was read from it."""

    form: WrittenForm
    fields: dict[str, Field]
    off: dict[str, tuple[float, float]]
    """Of each place on the form, by how many millimetres its left, upper and lower side were missed at most; and its
    right one. NOWHERE: it was not found."""


def handwriting_figures(seed: int, share: float) -> Iterator[Figure]:
    """On forms drawn from the seed: other hands, pens, sizes and wear than the program was tuned on."""
    forms = list(read_by_hand(written_forms(seed, share)))
    places = [off for form in forms for off in form.off.values()]
    begins, ends = [begin <= CLOSE for begin, _ in places], [end <= CLOSE_AT_RIGHT for _, end in places]
    yield Figure("places of answers by hand within 1.5 mm", _percent(begins), 98, PROMISED, "%")
    yield Figure("  their right ends within 5 mm", _percent(ends), 95, PROMISED, "%")
    answers = [
        (truth, form.fields[name]) for form in forms for name, truth in form.form.truth.items() if name in form.fields
    ]
    told = [field.filled == HANDWRITTEN for _, field in answers]
    yield Figure("  handwriting told as such", _percent(told), 98, PROMISED, "%")
    yield Figure(
        "  values read from handwriting", _percent([bool(field.value) for _, field in answers]), 2, AT_MOST, "%"
    )
    yield from _suggested(forms)
    left_empty = list(read_by_hand(written_forms(seed, share / 2, blank=True)))
    said = [field.filled == EMPTY for form in left_empty for field in form.fields.values()]
    yield Figure("  empty fields told as such", _percent(said), 98, PROMISED, "%")
    yield from _digits(seed)


def _suggested(forms: Sequence[ReadByHand]) -> Iterator[Figure]:
    """How many numbers and days have a suggestion, and how many of these are right."""
    asked = [(form, name) for form in forms for name in form.form.truth if name.endswith(_IN_DIGITS)]
    guesses = [
        (form.form.truth[name], form.fields[name].suggestion)
        for form, name in asked
        if name in form.fields and form.fields[name].suggestion
    ]
    yield Figure("  numbers and days suggested", 100 * len(guesses) / max(1, len(asked)), 10, PROMISED, "%")
    yield Figure(
        "  of them right", _percent([same_answer(truth, guess) for truth, guess in guesses]), 98, PROMISED, "%"
    )


def _digits(seed: int) -> Iterator[Figure]:
    """On digits that people wrote and nobody learned from; none where scikit-learn, which ships them, is not there."""
    try:
        digits, labels = of_scikit_learn(held_out=True)
    except ModuleNotFoundError:
        return
    chance = np.random.default_rng(seed)
    read = read_signs([as_scanned(digit, chance) for digit in digits])
    right = [sign.text == str(label) for sign, label in zip(read, labels, strict=True)]
    yield Figure("  people's digits right", _percent(right), 97, PROMISED, "%")
    sure = [held for held, sign in zip(right, read, strict=True) if sign.likely >= SURELY]
    yield Figure("  people's digits right where sure", _percent(sure), 99, PROMISED, "%")


def same_answer(truth: str, suggestion: str) -> bool:
    """Whether a suggestion says what was written: a day may be written in words, or without noughts."""
    said, meant = (re.findall(r"\d+", text) for text in (suggestion, truth))
    if len(said) == len(meant) == 3:
        return list(map(int, said)) == list(map(int, meant))
    return "".join(said) == "".join(meant) != ""


def read_by_hand(forms: Iterator[WrittenForm]) -> Iterator[ReadByHand]:
    """Each form through the pipeline, a few at a time."""
    waiting: deque[tuple[WrittenForm, Future[tuple[ReadPage, ...]]]] = deque()
    with Pipeline() as pipeline:
        for form in forms:
            waiting.append((form, pipeline.submit(RawPage(form.jpeg, "image/jpeg", form.dpi, form.paper, 0))))
            if len(waiting) > pipeline.workers:
                yield compared(waiting[0][0], waiting.popleft()[1].result())
        while waiting:
            yield compared(waiting[0][0], waiting.popleft()[1].result())


def compared(form: WrittenForm, pages: Sequence[PageReading]) -> ReadByHand:
    """What was read beside what was drawn."""
    fields = {field.name: field for paper in papers_of(pages) for field in fields_of(paper, pages, empty=True)}
    page = pages[0]
    onto = drawn_onto(form, page)
    unit = 25.4 / page.dpi
    off = {}
    for name, (left, top, right, bottom) in form.spaces.items():
        if (field := fields.get(name)) is None:
            off[name] = NOWHERE
            continue
        corners = (np.array([[left, top, 1], [right, bottom, 1]]) @ onto).ravel()
        x, y, width, height = field.box
        missed = np.abs(corners - (x, y, x + width, y + height)) * unit
        off[name] = float(missed[[0, 1, 3]].max()), float(missed[2])
    return ReadByHand(form, fields, off)


def drawn_onto(form: WrittenForm, page: PageReading) -> npt.NDArray[np.float64]:
    """3 × 2: from millimetres of the drawn sheet to pixels of the page, by the words of print that are there once."""
    drawn = _once([(word, area) for word, area in form.printed])
    read = _once([(word.text, _area(word.box)) for word in (page.print_words or page.words)])
    pairs = [(drawn[word], read[word]) for word in drawn.keys() & read.keys() if len(word) > 1]
    places = np.array([(area[0], area[3], 1.0) for area, _ in pairs] + [(area[2], area[3], 1.0) for area, _ in pairs])
    seen = np.array([(box[0], box[3]) for _, box in pairs] + [(box[2], box[3]) for _, box in pairs])
    for _ in range(3):
        onto = np.linalg.lstsq(places, seen, rcond=None)[0]
        apart = np.hypot(*(places @ onto - seen).T)
        near = apart <= max(2.0, 2 * median(apart))
        places, seen = places[near], seen[near]
    return np.asarray(onto)


def _once(words: Sequence[tuple[str, Area]]) -> dict[str, Area]:
    texts = [text for text, _ in words]
    return {text: area for text, area in words if texts.count(text) == 1}


def _area(box: tuple[int, int, int, int]) -> Area:
    return box[0], box[1], box[0] + box[2], box[1] + box[3]


def _percent(held: Sequence[bool]) -> float:
    return 100 * sum(held) / max(1, len(held))

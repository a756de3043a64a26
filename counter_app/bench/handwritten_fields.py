"""How well forms filled in by hand are read: places of answers, what is told from print, digits, suggestions."""

from __future__ import annotations

from collections import deque
from collections.abc import Iterator, Sequence
from concurrent.futures import Future
from dataclasses import dataclass
from statistics import median

import numpy as np
import numpy.typing as npt

from counter_app.bench.drawn_paper import Area
from counter_app.bench.figures import AT_MOST, PROMISED, Figure
from counter_app.bench.form_pages import FilledForm, written_forms
from counter_app.dossier.pages import PageReading
from scanning.fields.field import EMPTY, HANDWRITTEN, Field
from scanning.fields.papers import fields_of, papers_of
from scanning.pages import RawPage, ReadPage
from scanning.pipeline.pipeline import Pipeline

CLOSE = 1.5
"""Millimetres by which a place may be wrong at any side."""


@dataclass(frozen=True)
class ReadByHand:
    """A form filled in by hand, and what was read from it."""

    form: FilledForm
    fields: dict[str, Field]
    off: dict[str, float]
    """Of each place on the form, by how many millimetres its sides were missed at most; infinite: it was not found."""


def handwriting_figures(seed: int, share: float) -> Iterator[Figure]:
    """On forms drawn from the seed: other hands, pens, sizes and wear than the program was tuned on."""
    forms = list(read_by_hand(written_forms(seed, share)))
    places = [off for form in forms for off in form.off.values()]
    yield Figure(
        "places of answers by hand within 1.5 mm", _percent([off <= CLOSE for off in places]), 98, PROMISED, "%"
    )
    told = [
        form.fields[name].filled == HANDWRITTEN for form in forms for name in form.form.truth if name in form.fields
    ]
    yield Figure("  handwriting told as such", _percent(told), 98, PROMISED, "%")
    values = [
        field for form in forms for field in form.fields.values() if field.value and field.name in form.form.truth
    ]
    yield Figure("  values read from handwriting", 100 * len(values) / max(1, len(told)), 2, AT_MOST, "%")
    guesses = [
        (form.form.truth.get(name), field) for form in forms for name, field in form.fields.items() if field.suggestion
    ]
    right = [same_answer(truth or "", field.suggestion) for truth, field in guesses]
    yield Figure("  suggested numbers and days right", _percent(right), 98, PROMISED, "%")
    asked = sum(
        name.endswith(("identity_number", "phone", "born", "identity_issued"))
        for form in forms
        for name in form.form.truth
    )
    yield Figure("  of numbers and days suggested", 100 * len(guesses) / max(1, asked), 50, PROMISED, "%")
    left_empty = list(read_by_hand(written_forms(seed, share / 2, blank=True)))
    said = [field.filled == EMPTY for form in left_empty for field in form.fields.values()]
    yield Figure("  empty fields told as such", _percent(said), 98, PROMISED, "%")


def same_answer(truth: str, suggestion: str) -> bool:
    """Whether a suggestion says what was written: a day may be written in words."""
    digits = "".join(sign for sign in truth if sign.isdigit())
    return digits == "".join(sign for sign in suggestion if sign.isdigit()) != ""


def read_by_hand(forms: Iterator[FilledForm]) -> Iterator[ReadByHand]:
    """Each form through the pipeline, a few at a time."""
    waiting: deque[tuple[FilledForm, Future[tuple[ReadPage, ...]]]] = deque()
    with Pipeline() as pipeline:
        for form in forms:
            waiting.append((form, pipeline.submit(RawPage(form.jpeg, "image/jpeg", form.dpi, form.paper, 0))))
            if len(waiting) > pipeline.workers:
                yield compared(waiting[0][0], waiting.popleft()[1].result())
        while waiting:
            yield compared(waiting[0][0], waiting.popleft()[1].result())


def compared(form: FilledForm, pages: Sequence[PageReading]) -> ReadByHand:
    """What was read beside what was drawn."""
    fields = {field.name: field for paper in papers_of(pages) for field in fields_of(paper, pages, empty=True)}
    page = pages[0]
    onto = drawn_onto(form, page)
    unit = 25.4 / page.dpi
    off = {}
    for name, (left, top, right, bottom) in form.spaces.items():
        if (field := fields.get(name)) is None:
            off[name] = float("inf")
            continue
        corners = (np.array([[left, top, 1], [right, bottom, 1]]) @ onto).ravel()
        x, y, width, height = field.box
        off[name] = float(np.abs(corners - (x, y, x + width, y + height)).max()) * unit
    return ReadByHand(form, fields, off)


def drawn_onto(form: FilledForm, page: PageReading) -> npt.NDArray[np.float64]:
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

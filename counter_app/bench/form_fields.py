"""How well filled forms are read: fields right, fields sure, classes; beside what the office was promised."""

from __future__ import annotations

import time
from collections import deque
from collections.abc import Iterable, Iterator, Sequence
from concurrent.futures import Future
from dataclasses import dataclass
from statistics import fmean, median

import cv2
import numpy as np

from counter_app.bench.cards import CopiedCard, coded_cards, printed_cards, zones
from counter_app.bench.figures import AIMED, AT_MOST, PROMISED, Figure, bench_scale, bench_seed
from counter_app.bench.form_pages import FilledForm, blank_forms, filled_forms
from counter_app.bench.handwritten_fields import handwriting_figures
from counter_app.dossier.pages import UNKNOWN_DOCUMENT
from scanning.fields.extract import lay
from scanning.fields.field import Field
from scanning.fields.papers import fields_of, papers_of, template_of
from scanning.fields.templates import forms_of
from scanning.fields.titles import PageClass
from scanning.page.codes import find_codes
from scanning.page.decode import decode
from scanning.page.read_again import read_again
from scanning.pages import RawPage, ReadPage
from scanning.pipeline.pipeline import Pipeline


@dataclass(frozen=True)
class ReadForm:
    """A filled form and what was read from it."""

    form: FilledForm
    known_as: PageClass
    fields: dict[str, Field]
    seconds: float
    """Of this thread, for class and fields, without the reading of words."""
    seconds_again: float
    """Likewise for the second reader."""

    @property
    def right(self) -> int:
        """How many of its fields have exactly what is printed in them."""
        return sum(name in self.fields and self.fields[name].value == text for name, text in self.form.truth.items())

    @property
    def sure(self) -> int:
        """How many fields are called sure, also such as are not printed."""
        return sum(field.sure for field in self.fields.values())

    @property
    def wrongly_sure(self) -> int:
        """How many of them are not what is printed."""
        return sum(field.sure and self.form.truth.get(name) != field.value for name, field in self.fields.items())


def form_figures() -> Iterator[Figure]:
    """On forms drawn from the seed: other people, fonts, sizes and wear than the templates were tuned on."""
    seed, scale = bench_seed(), bench_scale()
    forms = list(_read_all(filled_forms(seed, scale)))
    printed = sum(len(form.form.truth) for form in forms)
    sure = sum(form.sure for form in forms)
    right_classes = sum(form.known_as.paper == form.form.paper for form in forms)
    wrong_classes = sum(form.known_as.paper not in (form.form.paper, UNKNOWN_DOCUMENT) for form in forms)
    yield Figure("printed fields right", 100 * sum(form.right for form in forms) / printed, 97, PROMISED, "%")
    yield Figure("  fields that are sure", 100 * sure / printed, 85, PROMISED, "%")
    wrong = sum(form.wrongly_sure for form in forms)
    yield Figure("  right of those sure", 100 * (1 - wrong / max(1, sure)), 99.7, PROMISED, "%")
    yield Figure("  page classes right", 100 * right_classes / len(forms), 98, PROMISED, "%")
    yield Figure("  page classes wrongly sure", 100 * wrong_classes / len(forms), 0.5, AT_MOST, "%")
    blank = list(_read_all(blank_forms(seed, scale)))
    yield Figure("  fields in a blank form", fmean(len(item.fields) for item in blank), 0, AT_MOST, "")
    yield Figure("  machine-readable zones", _codes_read(zones(seed, _some(40, scale))), 97, PROMISED, "%")
    yield Figure("  codes of cards", _codes_read(coded_cards(seed, _some(100, scale))), 99, PROMISED, "%")
    yield Figure("  codes of a card, a page", _milliseconds_of_codes(seed), 150, AT_MOST, "ms")
    yield Figure("  printed fronts of cards", _fronts_read(seed, scale), 90, AIMED, "%")
    fields, again = 1000 * fmean(form.seconds for form in forms), 1000 * fmean(form.seconds_again for form in forms)
    yield Figure("  on top of the words, a page", fields + again, 100, AT_MOST, "ms")
    yield Figure("    class and fields of it", fields, 100, AT_MOST, "ms")
    yield Figure("    the second reader of it", again, 100, AT_MOST, "ms")
    yield from handwriting_figures(seed, scale)


def _some(count: int, scale: float) -> int:
    return max(2, round(count * scale))


def _codes_read(cards: Iterable[CopiedCard]) -> float:
    """Per cent of the codes or zones of which everything was read exactly."""
    read = list(_pages_of(cards, 200))
    return 100 * fmean(card.code in {code.text for page in pages for code in page.codes} for card, pages in read)


def _milliseconds_of_codes(seed: int) -> float:
    """The median of a few pages, by the processor's clock."""
    times = []
    for card in coded_cards(seed, 5):
        grey = decode(RawPage(card.jpeg, "image/jpeg", 200, "card", 0)).picture[:, :, 1]
        started = time.thread_time()
        find_codes(np.ascontiguousarray(grey), 200)
        times.append(1000 * (time.thread_time() - started))
    return median(times)


def _fronts_read(seed: int, scale: float) -> float:
    """Per cent of what is printed on the fronts of cards without a code that was read exactly, at 300 dpi."""
    right = [
        read.get(name) == value
        for card, pages in _pages_of(printed_cards(seed, _some(20, scale)), 300)
        for read in [{field.name: field.value for paper in papers_of(pages) for field in fields_of(paper, pages)}]
        for name, value in card.truth.items()
    ]
    return 100 * fmean(right)


def _pages_of(cards: Iterable[CopiedCard], dpi: int) -> Iterator[tuple[CopiedCard, tuple[ReadPage, ...]]]:
    drawn = list(cards)
    with Pipeline() as pipeline:
        futures = [pipeline.submit(RawPage(card.jpeg, "image/jpeg", dpi, "card", 0)) for card in drawn]
        for card, future in zip(drawn, futures, strict=True):
            yield card, future.result()


def _read_all(forms: Iterator[FilledForm]) -> Iterator[ReadForm]:
    """Each form through the pipeline, a few at a time."""
    waiting: deque[tuple[FilledForm, Future[tuple[ReadPage, ...]]]] = deque()
    with Pipeline() as pipeline:
        for form in forms:
            waiting.append((form, pipeline.submit(RawPage(form.jpeg, "image/jpeg", form.dpi, form.paper, 0))))
            if len(waiting) > pipeline.workers:
                yield _read(*waiting.popleft())
        while waiting:
            yield _read(*waiting.popleft())


def _read(form: FilledForm, future: Future[tuple[ReadPage, ...]]) -> ReadForm:
    pages: Sequence[ReadPage] = future.result()
    started = time.thread_time()
    papers = papers_of(pages)
    fields = {field.name: field for paper in papers for field in fields_of(paper, pages)}
    known = papers[0].known_as if papers else PageClass(UNKNOWN_DOCUMENT)
    ended = time.thread_time()
    return ReadForm(form, known, fields, ended - started, sum(map(_seconds_again, pages)))


def _seconds_again(page: ReadPage) -> float:
    """How long the second reader takes for a page of a form: it is read once more from its sheet."""
    template = template_of(page, forms_of())
    if template is None:
        return 0.0
    picture = decode(RawPage(page.sheet, "application/pdf", page.dpi, "sheet", 0)).picture[:, :, 1]
    grey = np.asarray(cv2.resize(picture, (page.width, page.height)), np.uint8)
    laid = lay(template, [page])
    started = time.thread_time()
    read_again(grey, laid)
    return time.thread_time() - started

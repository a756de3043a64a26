"""Forms filled in by hand: every answer's place is known, what it says is not, and no value is made of it."""

from __future__ import annotations

import numpy as np

from counter_app.bench.form_pages import filled_form
from counter_app.bench.handwritten_fields import CLOSE, ReadByHand, compared, same_answer
from counter_app.bench.written_pages import written_form
from scanning.fields.field import EMPTY, HANDWRITTEN
from scanning.fields.papers import fields_of, papers_of
from scanning.page.read_page import read_pages
from scanning.pages import RawPage

PAPER = "parentage_declaration"


def read(paper: str, seed: int, *, blank: bool = False, crossed_out: bool = False) -> ReadByHand:
    form = written_form(paper, np.random.default_rng((seed, 77)), blank=blank, crossed_out=crossed_out)
    return compared(form, read_pages(RawPage(form.jpeg, "image/jpeg", form.dpi, paper, 0)))


def test_a_form_filled_in_by_hand_gives_places_to_type_from_and_no_values() -> None:
    form = read(PAPER, 8)
    answers = [form.fields[name] for name in form.form.truth if name in form.fields]
    assert len(answers) >= 10 and len(form.off) >= 10
    assert sum(begin <= CLOSE for begin, _ in form.off.values()) >= 0.85 * len(form.off)
    assert sum(field.filled == HANDWRITTEN for field in answers) >= 0.8 * len(answers)
    assert not any(field.sure for field in answers)
    assert not any(field.value for field in answers if field.filled == HANDWRITTEN)
    guesses = [(form.form.truth[field.name], field.suggestion) for field in answers if field.suggestion]
    assert guesses and all(same_answer(truth, guess) for truth, guess in guesses)


def test_both_columns_of_a_table_have_their_own_places() -> None:
    form = read("marriage_registration_declaration", 2)
    wife, husband = form.fields["wife.name"], form.fields["husband.name"]
    assert wife.filled == husband.filled == HANDWRITTEN
    assert wife.box[0] + wife.box[2] <= husband.box[0] + 3 and wife.box[1] == husband.box[1]


def test_a_form_left_empty_is_empty_place_by_place() -> None:
    form = read(PAPER, 3, blank=True)
    assert len(form.fields) >= 10
    assert sum(field.filled == EMPTY for field in form.fields.values()) >= 0.9 * len(form.fields)
    assert not any(field.value for field in form.fields.values())


def test_what_was_crossed_out_is_said_and_suggests_nothing() -> None:
    form = read(PAPER, 4, crossed_out=True)
    written = [field for field in form.fields.values() if field.filled == HANDWRITTEN]
    assert len(written) >= 10 and sum(field.crossed_out for field in written) >= 0.5 * len(written)
    assert not any(field.suggestion for field in written if field.crossed_out)


def test_nothing_that_is_printed_is_taken_for_handwriting() -> None:
    form = filled_form(PAPER, np.random.default_rng((5, 78)))
    pages = read_pages(RawPage(form.jpeg, "image/jpeg", form.dpi, PAPER, 0))
    fields = {field.name: field for paper in papers_of(pages) for field in fields_of(paper, pages)}
    assert not [field.name for field in fields.values() if field.filled == HANDWRITTEN]
    assert sum(name in fields and fields[name].value == text for name, text in form.truth.items()) >= 0.9 * len(
        form.truth
    )

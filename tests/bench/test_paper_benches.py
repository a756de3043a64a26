"""The benches of fidelity and reading run, and say what they measured."""

from __future__ import annotations

import json

import numpy as np
import pytest

from counter_app import cli
from counter_app.bench.fidelity import figures, layouts
from counter_app.bench.figures import Figure
from counter_app.bench.form_pages import filled_form
from counter_app.bench.form_texts import FORM_TEXTS
from counter_app.bench.reading_pages import CLASSES, known_pages, words_of
from counter_app.bench.written_pages import written_form
from scanning.fields.templates import templates


@pytest.mark.slow
def test_the_bench_of_fidelity_looks_at_marks_photographs_nearly_empty_pages_and_layouts(
    capsys: pytest.CaptureFixture[str], monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.setenv("COUNTER_BENCH_SCALE", "0.01")
    monkeypatch.setenv("COUNTER_BENCH_SEED", "5")
    monkeypatch.setattr(figures, "RESOLUTIONS", (150, 200))  # a page of 300 dpi takes as long as four of these
    monkeypatch.setattr(layouts, "RESOLUTIONS", (150, 200))
    assert cli.main(["bench", "fidelity", "--json"]) == 0
    told = {load["bench"].strip(): load for load in json.loads(capsys.readouterr().out)}
    assert {"structure, worst 1 %", "kept as the page says, least", "photographs with their tones"} <= set(told)
    assert told["fidelity, marks kept"]["peer"] == 98
    assert told["one-mark pages lost"]["peer"] == 3 and told["empty pages left out"]["peer"] == 2
    assert told["layouts turned wrong"]["ours"] == 0 and told["layouts turned wrong"]["peer"] == 1
    assert told["lists and pages cut in two"]["ours"] == 0


@pytest.mark.slow
def test_the_bench_of_reading_counts_words_missed_on_both_sides(
    capsys: pytest.CaptureFixture[str], monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.setenv("COUNTER_BENCH_SCALE", "0.02")
    assert cli.main(["bench", "reading", "--json"]) == 0
    told = {load["bench"].strip(): load for load in json.loads(capsys.readouterr().out)}
    missed = told["words missed, in the mean"]
    assert 0 <= missed["ours"] < 20 and 0 <= missed["peer"] < 20
    assert "small print" in told
    assert told["printed fields right"]["ours"] > 80 and told["page classes wrongly sure"]["ours"] == 0
    assert told["places of answers by hand within 1.5 mm"]["ours"] > 60
    assert told["handwriting told as such"]["ours"] > 80 and told["empty fields told as such"]["ours"] > 80


def test_every_form_is_drawn_with_what_is_to_be_read_from_it() -> None:
    forms = [filled_form(paper, np.random.default_rng((5, place)), 60) for place, paper in enumerate(FORM_TEXTS)]
    assert all(set(form.truth) - set(templates()[form.paper].fields) == set() for form in forms)
    assert all(len(form.truth) >= 4 for form in forms)


def test_every_form_is_filled_in_by_hand_at_places_that_are_known() -> None:
    forms = [written_form(paper, np.random.default_rng((6, place)), 60) for place, paper in enumerate(FORM_TEXTS)]
    assert all(set(form.spaces) == set(form.truth) for form in forms)
    assert all(left < right and top < bottom for form in forms for left, top, right, bottom in form.spaces.values())


def test_words_count_without_order_or_the_punctuation_around_them() -> None:
    assert words_of("Họ tên: ........ (Thử), 1/2 – xã") == words_of("xã Thử Họ tên 1/2")
    assert words_of("a a") != words_of("a")


def test_a_page_read_whole_misses_nothing_and_one_not_read_misses_all() -> None:
    (page,) = (page for page in known_pages(3, 0.05, (100,)))
    assert (page.missed(page.truth), page.invented(page.truth)) == (0, 0)
    assert (page.missed(""), page.invented("")) == (100, 0)
    assert page.invented(page.truth + " thừa") > 0


def test_every_class_of_page_is_drawn_with_its_words() -> None:
    pages = list(known_pages(4, 0.5, (100,)))
    assert [page.kind for page in pages] == list(CLASSES)
    assert all(words_of(page.truth).total() > 60 for page in pages)


def test_nothing_missed_on_either_side_is_a_draw() -> None:
    assert Figure("words missed", 0, 0, "Tesseract", "%").ratio == 1
    assert Figure("words missed", 2, 0, "Tesseract", "%").ratio > 1e9

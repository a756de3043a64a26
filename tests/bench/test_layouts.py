"""The bench of layouts counts what was turned wrong and what was cut, and draws other papers from another seed."""

from __future__ import annotations

import numpy as np
import pytest

from counter_app.bench.fidelity.layouts import Outcome, figures_of
from counter_app.bench.layouts.cases import LIES, Case
from counter_app.bench.layouts.kinds import KINDS, UNREADABLE, UNTUNED, layout
from counter_app.bench.layouts.spreads import ONE_SHEET, SPREADS


def outcome(name: str, turned: int, rotation: int, pages: int = 1) -> Outcome:
    """How a page of that kind came out."""
    return Outcome(Case(name, 1, 200, turned), rotation, pages)


def test_a_page_may_be_righted_or_left_as_it_lay_but_not_turned_another_way(capsys: pytest.CaptureFixture[str]) -> None:
    results = [outcome("payroll", lie, lie) for lie in LIES[:3]] + [outcome("payroll", 270, 90)]
    results += [outcome("grid", lie, 0) for lie in LIES] + [outcome("list", 0, 0), outcome("list", 180, 0)]
    figures = {figure.bench.strip(): figure for figure in figures_of(results)}
    assert (figures["layouts turned wrong"].ours, figures["layouts turned wrong"].peer) == (10, 1)
    assert figures["of kinds never tuned on"].ours == 25
    assert figures["readable ones righted"].ours == pytest.approx(100 * 4 / 6), "nobody can right squared paper"
    assert (figures["upright ones turned"].ours, figures["upright ones turned"].peer) == (0, 3)
    told = capsys.readouterr().err.splitlines()
    assert told == [
        "layout TURNED WRONG: payroll, turned 270°, 200 dpi, found 90°",
        "layout not righted: list, turned 180°, 200 dpi, found 0°",
    ]


def test_a_list_cut_in_two_and_a_book_left_whole_are_told(capsys: pytest.CaptureFixture[str]) -> None:
    results = [outcome("wide ledger", 0, 0, pages=2), outcome("two lists", 0, 0), outcome("book", 90, 90, pages=2)]
    figures = {figure.bench.strip(): figure for figure in figures_of([*results, outcome("book", 0, 0)])}
    assert (figures["lists and pages cut in two"].ours, figures["lists and pages cut in two"].peer) == (1, 2)
    assert (figures["spreads cut in two"].ours, figures["spreads cut in two"].peer) == (1, 2)
    told = capsys.readouterr().err
    assert "layout CUT: wide ledger" in told and "layout not cut: book, turned 0°" in told


def test_an_upright_page_turned_is_wrong() -> None:
    figures = {figure.bench.strip(): figure.ours for figure in figures_of([outcome("list", 0, 270)])}
    assert (figures["layouts turned wrong"], figures["upright ones turned"]) == (100, 1)


def test_every_kind_has_a_name_of_its_own_and_another_seed_draws_another_page() -> None:
    assert not set(ONE_SHEET) & set(SPREADS) and set(UNREADABLE) | set(UNTUNED) <= set(KINDS)
    for name in UNTUNED:
        first, again, other = (layout(name, seed, 50) for seed in (1, 1, 2))
        assert np.array_equal(first, again) and not np.array_equal(first, other)

"""The measure of the bench of fidelity is right about pages whose answer is known."""

from __future__ import annotations

import io

import numpy as np
import pytest
from PIL import Image

from counter_app.bench.fidelity.empty import ONE_MARK
from counter_app.bench.fidelity.marks import KINDS, Kind
from counter_app.bench.fidelity.measure import Filed, Truth, kept_share, laid_on, structure, visible_contrast
from counter_app.bench.fidelity.paper import STRENGTHS, marked_page, page_with_one_mark
from scanning.picture import Picture

DPI = 120
"""Enough for the measure itself; the bench draws at 200 and 300."""
SOME = (
    "pencil words",
    "yellow highlight over print",
    "black hairlines",
    "dotted lines",
    "watermark",
    "white print on black",
    "photograph in grey",
    "dark banner at the top",
    "filled circles at the margin",
    "small coloured labels",
    "accents alone",
    "graph paper",
)


def kinds(*names: str) -> list[Kind]:
    return [kind for kind in KINDS if kind.name in names]


def scan(jpeg: bytes) -> Picture:
    return np.asarray(Image.open(io.BytesIO(jpeg)).convert("RGB"))


def noisy(truth: Truth, light: np.ndarray) -> Picture:
    noise = truth.noise * np.random.default_rng(1).standard_normal(light.shape)
    return np.clip(light + noise, 0, 255).astype(np.uint8)


@pytest.mark.parametrize("strength", STRENGTHS)
@pytest.mark.parametrize("kind", kinds(*SOME), ids=lambda kind: kind.name)
def test_a_page_kept_as_it_was_scanned_has_kept_its_mark_and_one_painted_over_has_not(
    kind: Kind, strength: str
) -> None:
    page = marked_page(kind, strength, DPI, 41)
    truth = page.truth
    assert kept_share(truth, laid_on(truth, scan(page.jpeg), 0, 0.0)) > 0.97
    assert kept_share(truth, Filed(noisy(truth, truth.without))) < 0.03
    assert kept_share(truth, Filed(np.full(truth.without.shape, 255, np.uint8))) < 0.05


@pytest.mark.parametrize("kind", kinds("grey hairlines", "yellow note", "contour lines"), ids=lambda kind: kind.name)
def test_a_mark_painted_over_by_half_is_half_kept(kind: Kind) -> None:
    truth = marked_page(kind, "plain", DPI, 6).truth
    half = truth.marked.copy()
    mark = np.abs(truth.marked - truth.without).max(axis=2) > 5
    columns = np.flatnonzero(mark.any(axis=0))
    middle = int(columns.mean())
    half[:, middle:] = truth.without[:, middle:]
    assert kept_share(truth, Filed(noisy(truth, half))) == pytest.approx(0.5, abs=0.1)


def test_white_print_that_was_filed_black_on_white_is_not_kept() -> None:
    (kind,) = kinds("white print on black")
    truth = marked_page(kind, "strong", DPI, 3).truth
    assert kept_share(truth, Filed((255 - truth.marked).astype(np.uint8))) < 0.1


def test_a_mark_made_blacker_on_whiter_paper_is_kept() -> None:
    (kind,) = kinds("pencil words")
    truth = marked_page(kind, "faint", DPI, 3).truth
    mark = np.abs(truth.marked - truth.without).max(axis=2) > 12
    black = np.where(mark | (truth.without.min(axis=2) < 128), 0, 255).astype(np.uint8)
    assert kept_share(truth, Filed(np.repeat(black[:, :, np.newaxis], 3, axis=2))) > 0.97


@pytest.mark.slow
def test_even_the_faintest_mark_of_each_kind_differs_from_its_paper_by_twice_the_noise() -> None:
    for draw, all_kinds in ((marked_page, KINDS), (page_with_one_mark, ONE_MARK)):
        for number, kind in enumerate(all_kinds):
            truth = draw(kind, "faint", 100, number).truth
            assert visible_contrast(truth.without, truth.marked) >= 2 * truth.noise, kind.name


def test_there_are_more_than_sixty_kinds_and_each_has_a_name_of_its_own() -> None:
    assert len({kind.name for kind in KINDS}) == len(KINDS) >= 60
    assert len({kind.name for kind in ONE_MARK}) == len(ONE_MARK) >= 25


@pytest.mark.parametrize("rotation", [0, 90, 180, 270])
def test_a_page_filed_turned_or_cut_is_laid_on_its_paper_again(rotation: int) -> None:
    """A page that was turned by mistake has lost no mark by it: that is counted elsewhere."""
    (kind,) = kinds("pencil words")
    truth = marked_page(kind, "plain", DPI, 8).truth
    cut = truth.marked[17:-9, 23:-4]
    filed = np.rot90(cut, rotation // 90).astype(np.uint8)  # the program took it to lie `rotation` clockwise
    lain = laid_on(truth, filed, rotation, truth.skew)
    assert kept_share(truth, lain) > 0.97
    assert structure(truth, lain) > 0.9


def test_structure_is_whole_for_the_paper_itself_and_lost_where_strokes_are() -> None:
    (kind,) = kinds("table of hairlines")
    truth = marked_page(kind, "strong", DPI, 2).truth
    same, without = (Filed(light.astype(np.uint8)) for light in (truth.marked, truth.without))
    assert structure(truth, same) > 0.99
    assert structure(truth, without) < 0.8


def test_what_lies_beside_the_glass_was_not_scanned_and_is_not_missed() -> None:
    (kind,) = kinds("dark banner at the top")
    seed = next(seed for seed in range(99) if abs(marked_page(kind, "plain", 50, seed).truth.skew) > 0.8)
    page = marked_page(kind, "plain", DPI, seed)
    assert kept_share(page.truth, laid_on(page.truth, scan(page.jpeg), 0, 0.0)) > 0.97

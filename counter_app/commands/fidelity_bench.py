"""`counter bench fidelity`: what the filed page shows of what stood on the paper.

Each run draws other pages: the seed is printed, and COUNTER_BENCH_SEED sets it. COUNTER_BENCH_SCALE takes that share of
the kinds.
"""

from __future__ import annotations

import sys
from collections import deque
from collections.abc import Iterator, Sequence
from concurrent.futures import Future
from dataclasses import dataclass
from statistics import fmean, median

import numpy as np
from PIL import Image

from counter_app.commands.fidelity_marks import KINDS, Kind
from counter_app.commands.fidelity_paper import STRENGTHS, MarkedPage, marked_page
from counter_app.commands.figures import Figure, bench_scale, bench_seed, percentile
from printing.pictures import rendered_pages
from scanning.fidelity import kept_share, laid_on, structure
from scanning.pages import RawPage, ReadPage
from scanning.pipeline import Pipeline

RESOLUTIONS = (200, 300)
ENOUGH = 0.9
"""Share of a mark's pixels that must be kept."""


@dataclass(frozen=True)
class Drawn:
    """Which page it is."""

    kind: Kind
    strength: str
    dpi: int
    seed: int

    @property
    def name(self) -> str:
        """For people."""
        return f"{self.kind.name}, {self.strength}, {self.dpi} dpi"


@dataclass(frozen=True)
class Measured:
    """What became of one page."""

    drawn: Drawn
    kept: float
    """Share of the mark's pixels that the filed page shows."""
    structure: float
    said: float
    """What the program itself says it kept."""
    shades: str


def fidelity_figures() -> Iterator[Figure]:
    """Every kind of mark in three strengths at two resolutions."""
    yield from _mark_figures(list(measured(pages(bench_seed(), bench_scale()))))


def pages(seed: int, share: float = 1.0) -> list[Drawn]:
    """That share of the kinds, chosen by the seed, in every strength and resolution."""
    chance = np.random.default_rng(seed)
    chosen = sorted(chance.permutation(len(KINDS))[: max(1, round(share * len(KINDS)))].tolist())
    return [
        Drawn(KINDS[number], strength, dpi, seed * 1000 + number)
        for number in chosen
        for strength in STRENGTHS
        for dpi in RESOLUTIONS
    ]


def measured(drawn: Sequence[Drawn]) -> Iterator[Measured]:
    """Every page drawn, filed and compared, as many at a time as there are processors."""
    waiting: deque[tuple[Drawn, MarkedPage, Future[tuple[ReadPage, ...]]]] = deque()
    with Pipeline() as pipeline:
        for one in drawn:
            page = marked_page(one.kind, one.strength, one.dpi, one.seed)
            waiting.append((one, page, pipeline.submit(raw_page(page.jpeg, one.dpi, one.name))))
            if len(waiting) > pipeline.workers:
                first, page, future = waiting.popleft()
                yield compared(first, page, future.result())
        for first, page, future in waiting:
            yield compared(first, page, future.result())


def raw_page(jpeg: bytes, dpi: int, name: str) -> RawPage:
    """As a scanner hands it over."""
    return RawPage(jpeg, "image/jpeg", dpi, name, 0)


def compared(drawn: Drawn, page: MarkedPage, read: Sequence[ReadPage]) -> Measured:
    """The page beside what was filed of it; nothing is kept of a page that was dropped."""
    if any(one.blank for one in read):
        return Measured(drawn, 0.0, 0.0, min(one.kept for one in read), read[0].shades)
    filed = laid_on(page.truth, np.asarray(filed_picture(read)), read[0].rotation, read[0].skew)
    said = min(one.kept for one in read)
    return Measured(drawn, kept_share(page.truth, filed), structure(page.truth, filed), said, read[0].shades)


def filed_picture(read: Sequence[ReadPage]) -> Image.Image:
    """The filed page as it is drawn; of a sheet that was cut in two, both halves side by side."""
    parts = [next(rendered_pages(one.sheet, one.dpi)) for one in read]
    whole = Image.new("RGB", (sum(part.width for part in parts), max(part.height for part in parts)), "white")
    left = 0
    for part in parts:
        whole.paste(part, (left, 0))
        left += part.width
    return whole


def _mark_figures(results: Sequence[Measured]) -> Iterator[Figure]:
    lost = sorted((one for one in results if one.kept < ENOUGH), key=lambda one: one.kept)
    for one in lost:
        print(f"{one.kept:7.1%} kept: {one.drawn.name} ({one.shades}, says {one.said:.1%})", file=sys.stderr)
    yield Figure("fidelity, marks kept", _kept_well(results), 98, "98 % of the marks asked for", "%")
    for strength in STRENGTHS:
        some = [one for one in results if one.drawn.strength == strength]
        yield Figure(f"  {strength} marks kept", _kept_well(some), 98, "98 % asked for", "%")
    for dpi in RESOLUTIONS:
        some = [one for one in results if one.drawn.dpi == dpi]
        yield Figure(f"  kept at {dpi} dpi", _kept_well(some), 98, "98 % asked for", "%")
    yield Figure("  pixels kept, mean", 100 * fmean(one.kept for one in results), 100, "all of them", "%")
    alike = [one.structure for one in results]
    yield Figure("  structure, median", median(alike), 1, "the paper without noise", "")
    yield Figure("  structure, worst 1 %", percentile(1, alike), 1, "the paper without noise", "")
    said = [100 * one.said for one in results]
    yield Figure("  kept as the page says, mean", fmean(said), 100, "all of it", "%")
    yield Figure("  kept as the page says, least", min(said), 100, "all of it", "%")


def _kept_well(results: Sequence[Measured]) -> float:
    """Per cent of the marks of which enough is kept."""
    return 100 * fmean(one.kept >= ENOUGH for one in results)

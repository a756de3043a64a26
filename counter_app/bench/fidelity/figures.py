"""`counter bench fidelity`: what the filed page shows of what stood on the paper.

Each run draws other pages: the seed is printed, and COUNTER_BENCH_SEED sets it. COUNTER_BENCH_SCALE takes that share of
the kinds, COUNTER_BENCH_KINDS those whose names contain one of these words, parted by commas. COUNTER_BENCH_PICTURES
names a folder for the pages that lost something: the scan on the left, the filed page on the right.
"""

from __future__ import annotations

import io
import os
from collections.abc import Callable, Iterator, Sequence
from dataclasses import dataclass
from pathlib import Path
from statistics import fmean, median

import numpy as np
from PIL import Image

from counter_app.bench.fidelity.empty import NOTHING, ONE_MARK, empty_page
from counter_app.bench.fidelity.filing import Read, chosen, dropped, filed, raw_page, tell
from counter_app.bench.fidelity.layouts import layout_figures
from counter_app.bench.fidelity.marks import KINDS, Kind
from counter_app.bench.fidelity.measure import Filed, Truth, kept_share, laid_on, structure, tones
from counter_app.bench.fidelity.paper import STRENGTHS, MarkedPage, marked_page, page_with_one_mark
from counter_app.bench.fidelity.photos import PHOTOGRAPHS, Photograph, PhotoPage, photo_page
from counter_app.bench.figures import Figure, bench_scale, bench_seed, percentile
from printing.layout.pictures import rendered_pages

RESOLUTIONS = (200, 300)
ENOUGH = 0.9
"""Share of a mark's pixels that must be kept."""
SAME_TONES = 0.05
"""By which part a photograph's mean and contrast may change."""


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
    dropped: bool


def fidelity_figures() -> Iterator[Figure]:
    """Marks in three strengths at two resolutions, photographs, pages with one mark, empty pages, layouts."""
    seed, share = bench_seed(), bench_scale()
    yield from mark_figures(list(measured(pages(KINDS, seed, share, RESOLUTIONS), marked_page)))
    yield from photograph_figures(
        chosen(PHOTOGRAPHS, [photograph.name for photograph in PHOTOGRAPHS], seed, share), seed
    )
    yield from one_mark_figures(list(measured(pages(ONE_MARK, seed, share, (200,)), page_with_one_mark)))
    yield from empty_figures(chosen(list(NOTHING), list(NOTHING), seed, share), seed)
    yield from layout_figures(share, seed)


def pages(kinds: Sequence[Kind], seed: int, share: float, dpis: Sequence[int]) -> list[Drawn]:
    """That share of the kinds, chosen by the seed, in every strength and resolution."""
    return [
        Drawn(kind, strength, dpi, seed * 1000 + kinds.index(kind))
        for kind in chosen(kinds, [kind.name for kind in kinds], seed, share)
        for dpi in dpis
        for strength in STRENGTHS
    ]


def measured(drawn: Sequence[Drawn], draw: Callable[[Kind, str, int, int], MarkedPage]) -> Iterator[Measured]:
    """Every page drawn, filed and compared."""

    def with_name(one: Drawn) -> tuple[Drawn, MarkedPage]:
        return one, draw(one.kind, one.strength, one.dpi, one.seed)

    for (one, page), read in filed(
        map(with_name, drawn), lambda both: raw_page(both[1].jpeg, both[0].dpi, both[0].name)
    ):
        yield compared(one, page, read)


def compared(drawn: Drawn, page: MarkedPage, read: Read) -> Measured:
    """The page beside what was filed of it; nothing is kept of a page that was dropped."""
    said, shades = min(page.kept for page in read), read[0].shades
    if dropped(read):
        return Measured(drawn, 0.0, 0.0, said, shades, dropped=True)
    lain = _laid(page.truth, read)
    kept = kept_share(page.truth, lain)
    if kept < ENOUGH:
        _keep_pictures(drawn.name, page.jpeg, lain)
    return Measured(drawn, kept, structure(page.truth, lain), said, shades, dropped=False)


def _laid(truth: Truth, read: Read) -> Filed:
    return laid_on(truth, np.asarray(filed_picture(read)), read[0].rotation, read[0].skew)


def filed_picture(read: Read) -> Image.Image:
    """The filed page as it is drawn; of a sheet that was cut in two, both halves side by side."""
    parts = [next(rendered_pages(page.sheet, page.dpi)).crop((0, 0, page.width, page.height)) for page in read]
    whole = Image.new("RGB", (sum(part.width for part in parts), max(part.height for part in parts)), "white")
    left = 0
    for part in parts:
        whole.paste(part, (left, 0))
        left += part.width
    return whole


def _keep_pictures(name: str, jpeg: bytes, lain: Filed) -> None:
    if folder := os.environ.get("COUNTER_BENCH_PICTURES"):
        Path(folder).mkdir(parents=True, exist_ok=True)
        scan, page = Image.open(io.BytesIO(jpeg)), Image.fromarray(lain.picture)
        both = Image.new("RGB", (scan.width + page.width + 20, scan.height), "grey")
        both.paste(scan, (0, 0))
        both.paste(page, (scan.width + 20, 0))
        both.save(Path(folder) / f"{name}.png", compress_level=1)


def mark_figures(results: Sequence[Measured]) -> Iterator[Figure]:
    """Marks of which enough is kept, in all, by strength and by resolution; structure; what the pages say."""
    if not results:
        return
    for result in sorted((result for result in results if result.kept < ENOUGH), key=lambda result: result.kept):
        tell(f"{result.kept:7.1%} kept: {result.drawn.name} ({result.shades}, says {result.said:.1%})")
    yield Figure("fidelity, marks kept", _kept_well(results), 98, "98 % of the marks asked for", "%")
    for strength in STRENGTHS:
        some = [result for result in results if result.drawn.strength == strength]
        yield Figure(f"  {strength} marks kept", _kept_well(some), 98, "98 % asked for", "%")
    for dpi in RESOLUTIONS:
        some = [result for result in results if result.drawn.dpi == dpi]
        yield Figure(f"  kept at {dpi} dpi", _kept_well(some), 98, "98 % asked for", "%")
    yield Figure("  pixels kept, mean", 100 * fmean(result.kept for result in results), 100, "all of them", "%")
    alike = [result.structure for result in results]
    yield Figure("  structure, median", median(alike), 1, "the paper without noise", "")
    yield Figure("  structure, worst 1 %", percentile(1, alike), 1, "the paper without noise", "")
    said = [100 * result.said for result in results]
    yield Figure("  kept as the page says, mean", fmean(said), 100, "all of it", "%")
    yield Figure("  kept as the page says, least", min(said), 100, "all of it", "%")


def _kept_well(results: Sequence[Measured]) -> float:
    """Per cent of the marks of which enough is kept."""
    return 100 * fmean(result.kept >= ENOUGH for result in results)


def photograph_figures(photographs: Sequence[Photograph], seed: int) -> Iterator[Figure]:
    """Photographs whose mean and contrast stay, and by how much the worst changed."""
    if not photographs:
        return
    seeds = {item.name: seed * 1000 + place for place, item in enumerate(PHOTOGRAPHS)}
    drawn = (
        (photograph, dpi, photo_page(photograph, dpi, seeds[photograph.name]))
        for photograph in photographs
        for dpi in RESOLUTIONS
    )
    means, contrasts = [], []
    for (one, dpi, page), read in filed(drawn, lambda which: raw_page(which[2].jpeg, which[1], which[0].name)):
        mean, contrast = (1.0, 1.0) if dropped(read) else _changed_tones(page, _laid(page.truth, read))
        means.append(mean)
        contrasts.append(contrast)
        if max(mean, contrast) > SAME_TONES:
            tell(f"photograph {one.name}, {dpi} dpi: mean changed by {mean:.1%}, contrast by {contrast:.1%}")
    same = 100 * fmean(max(both) <= SAME_TONES for both in zip(means, contrasts, strict=True))
    yield Figure("photographs with their tones", same, 100, "all of them: mean and contrast within 5 %", "%")
    yield Figure("  mean changed, worst", 100 * max(means), 5, "5 % allowed", "%")
    yield Figure("  contrast changed, worst", 100 * max(contrasts), 5, "5 % allowed", "%")


def _changed_tones(page: PhotoPage, lain: Filed) -> tuple[float, float]:
    """By which part the photograph's mean and its contrast differ from the scan's."""
    was, now = tones(page.truth.marked, page.box), tones(lain.picture, page.box)
    return abs(now[0] / was[0] - 1), abs(now[1] / was[1] - 1)


def one_mark_figures(results: Sequence[Measured]) -> Iterator[Figure]:
    """Pages that carry nothing but one mark: how many are left out, and how many show it."""
    if not results:
        return
    for result in results:
        if result.dropped or result.kept < ENOUGH:
            tell(f"one mark, {'DROPPED' if result.dropped else f'{result.kept:.1%} kept'}: {result.drawn.name}")
    lost = sum(result.dropped for result in results)
    yield Figure("one-mark pages lost", lost, len(results), "such pages", "pages")
    yield Figure("  their marks kept", _kept_well(results), 98, "98 % asked for", "%")


def empty_figures(names: Sequence[str], seed: int) -> Iterator[Figure]:
    """Pages that carry nothing: how many are left out."""
    if not names:
        return
    drawn = [
        (name, dpi, seed * 1000 + 2 * place + turn)
        for place, name in enumerate(names)
        for turn, dpi in enumerate(RESOLUTIONS)
    ]
    left_out = []
    for (name, dpi, _), read in filed(
        drawn, lambda item: raw_page(empty_page(NOTHING[item[0]], *item[1:]), item[1], item[0])
    ):
        left_out.append(dropped(read))
        if not left_out[-1]:
            tell(f"empty page filed: {name}, {dpi} dpi")
    yield Figure("empty pages left out", sum(left_out), len(left_out), "such pages", "pages")

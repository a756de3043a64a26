"""`counter bench reading`: words missed on clean straight pages of real layout, beside bare Tesseract in the same run;
then what is read from filled forms (`form_fields`).

COUNTER_BENCH_SEED and COUNTER_BENCH_SCALE as in the bench of fidelity.
"""

from __future__ import annotations

import os
import subprocess
import tempfile
from collections import defaultdict, deque
from collections.abc import Iterator, Sequence
from concurrent.futures import Future, ThreadPoolExecutor
from dataclasses import dataclass
from pathlib import Path
from statistics import fmean

from counter_app.bench.figures import Figure, bench_scale, bench_seed
from counter_app.bench.form_fields import form_figures
from counter_app.bench.reading_pages import KnownPage, known_pages
from scanning.pages import RawPage, ReadPage
from scanning.pipeline.pipeline import Pipeline, cores

PEER = "bare Tesseract on the raw page"


@dataclass(frozen=True)
class BothRead:
    """One page as both sides read it."""

    page: KnownPage
    ours: str
    bare: str


def reading_figures() -> Iterator[Figure]:
    """Per cent of the words missed: in the mean, by class, by resolution; and words read that are not there."""
    results = list(read_by_both(known_pages(bench_seed(), bench_scale())))
    yield _missed("words missed, in the mean", results)
    yield _missed("  at 200 dpi", [result for result in results if result.page.dpi == 200])
    yield _missed("  at 300 dpi", [result for result in results if result.page.dpi == 300])
    classes: dict[str, list[BothRead]] = defaultdict(list)
    for result in results:
        classes[result.page.kind].append(result)
    for kind, some in classes.items():
        yield _missed(f"  {kind}", some)
    ours, bare = (fmean(item.page.invented(read) for item, read in side) for side in _sides(results))
    yield Figure("  words that are not there", ours, bare, PEER, "%")
    yield from form_figures()


def _missed(name: str, results: Sequence[BothRead]) -> Figure:
    ours, bare = (fmean(item.page.missed(read) for item, read in side) for side in _sides(results))
    return Figure(name, ours, bare, PEER, "%")


def _sides(results: Sequence[BothRead]) -> tuple[list[tuple[BothRead, str]], list[tuple[BothRead, str]]]:
    return [(result, result.ours) for result in results], [(result, result.bare) for result in results]


def read_by_both(pages: Iterator[KnownPage]) -> Iterator[BothRead]:
    """Each page through the pipeline and through Tesseract alone, a few at a time."""
    waiting: deque[tuple[KnownPage, Future[tuple[ReadPage, ...]], Future[str]]] = deque()
    with Pipeline() as pipeline, ThreadPoolExecutor(cores()) as threads:
        for page in pages:
            ours = pipeline.submit(RawPage(page.jpeg, "image/jpeg", page.dpi, page.kind, 0))
            waiting.append((page, ours, threads.submit(bare_reading, page)))
            if len(waiting) > pipeline.workers:
                yield _done(*waiting.popleft())
        while waiting:
            yield _done(*waiting.popleft())


def _done(page: KnownPage, ours: Future[tuple[ReadPage, ...]], bare: Future[str]) -> BothRead:
    return BothRead(page, "\n".join(page.text for page in ours.result()), bare.result())


def bare_reading(page: KnownPage) -> str:
    """What Tesseract reads from the page as it is."""
    with tempfile.TemporaryDirectory() as name:
        file = Path(name) / "page.jpg"
        file.write_bytes(page.jpeg)
        environment = os.environ | {"OMP_THREAD_LIMIT": "1"}
        command = ["tesseract", str(file), "-", "-l", "vie"]
        done = subprocess.run(command, env=environment, capture_output=True, check=True)
        return done.stdout.decode("utf-8")

"""What every part of `counter bench fidelity` does: choosing kinds, filing pages, telling what went wrong."""

from __future__ import annotations

import os
import sys
from collections import deque
from collections.abc import Callable, Iterable, Iterator, Sequence
from concurrent.futures import Future
from typing import TypeVar

import numpy as np

from scanning.pages import RawPage, ReadPage
from scanning.pipeline.pipeline import Pipeline

_Page = TypeVar("_Page")
_Named = TypeVar("_Named")
Read = tuple[ReadPage, ...]


def chosen(everything: Sequence[_Named], names: Sequence[str], seed: int, share: float) -> list[_Named]:
    """What this run takes of them."""
    if wanted := os.environ.get("COUNTER_BENCH_KINDS"):
        words = [word.strip() for word in wanted.split(",")]
        return [item for item, name in zip(everything, names, strict=True) if any(word in name for word in words)]
    order = np.random.default_rng(seed).permutation(len(everything)).tolist()
    return [everything[place] for place in sorted(order[: max(1, round(share * len(everything)))])]


def filed(pages: Iterable[_Page], raw: Callable[[_Page], RawPage]) -> Iterator[tuple[_Page, Read]]:
    """The pages through the pipeline, as many at a time as there are processors."""
    waiting: deque[tuple[_Page, Future[Read]]] = deque()
    with Pipeline() as pipeline:
        for page in pages:
            waiting.append((page, pipeline.submit(raw(page))))
            if len(waiting) > pipeline.workers:
                first, future = waiting.popleft()
                yield first, future.result()
        for first, future in waiting:
            yield first, future.result()


def raw_page(jpeg: bytes, dpi: int, name: str) -> RawPage:
    """As a scanner hands it over."""
    return RawPage(jpeg, "image/jpeg", dpi, name, 0)


def dropped(read: Read) -> bool:
    """Whether the page is left out of the document."""
    return any(page.left_out for page in read)


def tell(line: str) -> None:
    """To whoever runs the bench."""
    print(line, file=sys.stderr)

"""`counter bench`: how fast, each figure beside its peer or floor in the same run. Ratios count, seconds do not.

Both sides take turns and the median of each is compared, so that a machine that slows down slows both.
"""

from __future__ import annotations

import json
from collections.abc import Callable, Iterator
from dataclasses import asdict

from counter_app.bench.desk import desk_with, receiving_one
from counter_app.bench.digitise import FIGURES as DIGITISE
from counter_app.bench.faults.rounds import fault_figures
from counter_app.bench.fidelity.figures import fidelity_figures
from counter_app.bench.figures import Figure, medians
from counter_app.bench.law import law_figures
from counter_app.bench.look_up import look_up_figures
from counter_app.bench.printing import print_figures
from counter_app.bench.province import province_figures
from counter_app.bench.reading import reading_figures
from counter_app.bench.start import start_figures
from counter_app.bench.sync import sync_figures
from counter_app.bench.window.figures import ui_figures
from counter_app.errors import CounterError


class NoSuchBench(CounterError):
    """No benchmark of that name."""

    what = "There is no benchmark called {name}."
    todo = "Choose one of: {known}."


def bench(name: str, *, as_json: bool) -> int:
    """Runs one benchmark, or all, and prints the figures. Raises NoSuchBench."""
    known: dict[str, Callable[[], Iterator[Figure]]] = {
        **DIGITISE,
        "reading": reading_figures,
        "fidelity": fidelity_figures,
        "search": _search,
        "startup": start_figures,
        "ui": ui_figures,
        "intake": _intake,
        "print": print_figures,
        "law": law_figures,
        "look-up": look_up_figures,
        "province": province_figures,
        "sync": sync_figures,
        "faults": fault_figures,
    }
    if name and name not in known:
        raise NoSuchBench(name=name, known=", ".join(known))
    figures = [figure for run in ([known[name]] if name else known.values()) for figure in run()]
    if as_json:
        print(json.dumps([asdict(figure) | {"ratio": figure.ratio} for figure in figures], ensure_ascii=False))
    else:
        for figure in figures:
            values = f"{figure.ours:10.4g} {figure.unit}  {figure.peer:10.4g} {figure.unit}"
            print(f"{figure.bench:<28}{values}  {figure.ratio:7.3f} ×  {figure.peer_name}")
    return 0


def _search() -> Iterator[Figure]:
    """Finding a name without marks among 5,000 dossiers, beside looking at every row."""
    with desk_with(5_000) as desk:
        everything = "SELECT count(*) FROM dossiers WHERE owner LIKE '%Đặng%Hương%'"
        ours, theirs = medians(
            20, lambda: desk.store.find("dang huong", limit=50), lambda: list(desk.store.db.query(everything))
        )
        yield Figure("search, 5,000 dossiers", ours, theirs, "a scan of all rows")


def _intake() -> Iterator[Figure]:
    """Receiving a dossier (journal, projection, search, fsync) on a young desk."""
    with desk_with(100) as desk:
        yield receiving_one(desk)

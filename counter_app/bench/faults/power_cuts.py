"""The power goes at any moment of a desk's day, on a disk that keeps its order and on one that promises nothing."""

from __future__ import annotations

import random
import shutil
import sys
import tempfile
from collections.abc import Iterator
from pathlib import Path

from counter_app.bench.desk import draft
from counter_app.bench.faults.cut_disk import CutDisk
from counter_app.bench.faults.killed_desk import again
from counter_app.bench.faults.recorded_disk import Call, recorded
from counter_app.bench.figures import Figure, bench_scale, bench_seed
from counter_app.desk import receiving
from counter_app.errors import CounterError
from counter_app.store.witness import forget_desk

_DAYS = (("", "day_to_cut", 2600), (" while the key changes", "key_to_cut", 300))
"""What they are called, the modules that are recorded, and how many power cuts on each disk."""


def power_cuts() -> Iterator[Figure]:
    """What was lost or doubled after all cuts: nothing. Without strace, which records the day, there is no figure."""
    if shutil.which("strace") is None:
        print("power cuts: strace is not installed", file=sys.stderr)
        return
    chance = random.Random(bench_seed())
    for called, module, full in _DAYS:
        with tempfile.TemporaryDirectory() as place:
            yield from _of_a_day(Path(place), called, module, max(round(full * bench_scale()), 10), chance)


def _of_a_day(place: Path, called: str, module: str, cuts: int, chance: random.Random) -> Iterator[Figure]:
    folder, notes = place / "recorded", place / "notes"
    folder.mkdir()
    notes.touch()
    calls = recorded(f"{__package__}.{module}", folder, notes)
    for strict, name in ((False, "like ext4"), (True, "strict")):
        moments = sorted(chance.randrange(len(calls)) for _ in range(cuts))
        lost = sum(_lost(calls, moments, place / "cut", chance, strict=strict))
        yield Figure(f"faults: power cuts{called}, {name}, lost or doubled", lost, cuts, "power cuts", "")


def _lost(calls: list[Call], moments: list[int], place: Path, chance: random.Random, *, strict: bool) -> Iterator[int]:
    """Cut by cut, how much of what the desk had said is not there."""
    disk, said, waiting = CutDisk(strict=strict), "", list(moments)
    for moment, call in enumerate(calls):
        disk.take(call)
        if call.kind == "said":
            said += call.data.decode()
        while waiting and waiting[0] == moment:
            waiting.pop(0)
            forget_desk(place / "desk")
            shutil.rmtree(place, ignore_errors=True)
            disk.cut(chance, place)
            yield _missing(place, said.splitlines(), moment)


def _missing(place: Path, said: list[str], moment: int) -> int:
    files = {line.removeprefix("file ") for line in said if line.startswith("file ")}
    codes = {line.removeprefix("dossier ") for line in said if line.startswith("dossier ")}
    try:
        desk = again(place)
        store = desk.store
        try:
            store.entries.check_own()
            whole = {name for name in files if store.files.has(name) and store.files.get(name)}
            here = [entry.dossier for entry in store.entries.own_after(0, -1) if entry.kind == "received"]
            again_drawn = receiving.receive(desk, draft(desk, 1).id).code in codes
            return len(files - whole) + len(codes - set(here)) + len(here) - len(set(here)) + int(again_drawn)
        finally:
            store.close()
    except CounterError as fault:
        print(f"after call {moment}: {fault}", file=sys.stderr)
        return 1

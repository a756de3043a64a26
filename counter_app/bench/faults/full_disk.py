"""The disk is full at any write of an intake: nothing is lost or half written, and the clerk is told just that."""

from __future__ import annotations

import json
import shutil
import subprocess
import sys
import tempfile
from collections.abc import Iterator
from itertools import product
from pathlib import Path
from typing import Any

from counter_app.bench.faults.intake_to_fill import FULL_FROM, TRAY
from counter_app.bench.faults.killed_desk import PROFILE
from counter_app.bench.figures import Figure, bench_scale
from counter_app.errors import CounterError
from counter_app.store.print_jobs import JobState
from counter_app.store.store import Store, open_store
from counter_app.store.sweep import sweep

_WRITES = {"pwrite64": "of the database", "write": "of files"}
"""The calls that write: SQLite's, and everybody else's."""
_REFUSED = (1, 25)
"""How many writes, one after the other, find the disk full until somebody made room: one alone, and a clerk's tries."""
_IN_MEMORY = Path("/dev/shm")
"""Hundreds of desks, each with its fsyncs: where there is such a folder, none waits for a disk."""


def full_disk() -> Iterator[Figure]:
    """What went wrong over the writes of an intake, at full scale every one: nothing. Without strace, which refuses
    them, there is no figure."""
    if shutil.which("strace") is None:
        print("full disk: strace is not installed", file=sys.stderr)
        return
    step = max(round(1 / bench_scale()), 1)
    for (call, of), refused in product(_WRITES.items(), _REFUSED):
        with tempfile.TemporaryDirectory(dir=_IN_MEMORY if _IN_MEMORY.is_dir() else None) as place:
            said = _intakes(Path(place), call, refused, step)
            wrong = list(filter(None, (_wrong(Path(place), one) for one in said)))
        print(*wrong, sep="\n", end="", file=sys.stderr)
        called = f"faults: disk full for {refused} writes {of}, lost, half or untold"
        yield Figure(called, len(wrong), len(said), "full disks", "")


def _intakes(folder: Path, call: str, refused: int, step: int) -> list[dict[str, Any]]:
    """What each intake said, that of the n-th refused write first; without the one that was refused none."""
    open_store(folder / "sound", PROFILE.desk_id).close()
    refusal = f"inject={call}:error=ENOSPC:when={FULL_FROM}..{FULL_FROM + refused - 1}"
    traced = ["strace", "-f", "--seccomp-bpf", "-qq", "-o", "/dev/null", "-e", f"trace={call}", "-e", refusal]
    program = [sys.executable, "-m", f"{__package__}.intake_to_fill", str(folder), str(refused), str(step)]
    subprocess.run([*traced, *program], check=True)
    said: list[dict[str, Any]] = json.loads((folder / "said").read_text())
    return said[:-1]


def _wrong(folder: Path, one: dict[str, Any]) -> str:
    """What is wrong with what an intake said or left; "" where nothing is."""
    other = [sentence for sentence in one["told"] if "đã đầy" not in sentence]
    what = one["raw"] or ", ".join(other) or _left(folder / str(one["number"]))
    return f"full at write {one['number']}: {what}\n" if what else ""


def _left(place: Path) -> str:
    try:
        store = open_store(place / "desk", PROFILE.desk_id)
    except CounterError as fault:
        return str(fault)
    try:
        return ", ".join(_differing(store, place))
    finally:
        store.close()


def _differing(store: Store, place: Path) -> Iterator[str]:
    """What is not as after an intake that nothing disturbed."""
    kinds = [entry.kind for entry in store.entries.own_after(0, -1)]
    if sorted(kinds) != ["component_digitised", "paper_given", "received"]:
        yield f"entries {kinds}"
    if not store.entries.check_own() or store.journal.differing_projections():
        yield "journal"
    if not sweep(store.db, store.files).sound:
        yield "files"
    if store.drafts.lines():
        yield "draft"
    jobs, sheets = store.print_jobs.recent(), list((place / TRAY).iterdir())
    if [job.state for job in jobs] != [JobState.PRINTED] or len(sheets) != 1:
        yield f"{len(jobs)} jobs, {len(sheets)} sheets"
    if any(place.rglob(".*.part")):
        yield "left aside"

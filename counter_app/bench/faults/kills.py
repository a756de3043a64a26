"""A program of the desk is killed in the middle of whatever it does. After each kill all that was said to be done is
there, once, and the work goes on.

What is killed, and what must be true afterwards, stands in `counter_app.bench.faults.killed_work`.
"""

from __future__ import annotations

import multiprocessing
import os
import random
import signal
import sys
import tempfile
import time
from collections.abc import Iterator
from contextlib import suppress
from pathlib import Path

from counter_app.bench.faults.killed_desk import Work
from counter_app.bench.faults.killed_sync import province
from counter_app.bench.faults.killed_work import WORKS
from counter_app.bench.figures import Figure, bench_scale, bench_seed

_SOONEST = 0.01  # seconds


def kills() -> Iterator[Figure]:
    """What was lost or doubled in the kills of each work: nothing, beside how many kills there were."""
    chance = random.Random(bench_seed())
    with tempfile.TemporaryDirectory() as place, province(Path(place)) as told:
        for work in WORKS:
            rounds = max(round(work.kills * bench_scale()), 3)
            folder = Path(place) / work.name.replace(" ", "-")
            folder.mkdir()
            if work.prepare is not None:
                work.prepare(folder, told)
            lost = sum(_killed(work, folder, chance) for _ in range(rounds))
            print(f"{work.name}: {rounds} kills", file=sys.stderr)
            yield Figure(f"faults: {work.name}, lost or doubled", lost, rounds, "kills", "")


def _killed(work: Work, folder: Path, chance: random.Random) -> int:
    process = multiprocessing.Process(target=work.run, args=(folder, chance.randrange(1 << 30)), daemon=True)
    process.start()
    time.sleep(chance.uniform(_SOONEST, work.within))
    with suppress(ProcessLookupError):
        os.kill(process.pid or 0, signal.SIGTERM if os.name == "nt" else signal.SIGKILL)
    process.join()
    return work.lost(folder)

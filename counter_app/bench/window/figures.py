"""`counter bench ui`: a scripted day of 100 dossiers in the real window, every key as the system sends it.

`COUNTER_BENCH_SCALE` makes it a part of a day. Where stalls were seen, what the window's thread did then goes to the
error output.
"""

from __future__ import annotations

import json
import os
import subprocess
import sys
import tempfile
from collections import Counter
from collections.abc import Iterator
from pathlib import Path
from typing import Any

from counter_app.bench.figures import Figure, bench_scale

_DOSSIERS = 100
_STALL = 0.050  # seconds allowed
_FRAME = 1 / 60
_KEYS = {"intake": 13, "return with card": 4, "hand over many": 6}


def ui_figures() -> Iterator[Figure]:
    """Stalls of the event loop, and keys of what is done most."""
    dossiers = max(round(_DOSSIERS * bench_scale()), 2)
    with tempfile.TemporaryDirectory(ignore_cleanup_errors=True) as place:
        day = _run("day", str(Path(place) / "desk"), str(dossiers))
    stalls = day["stalls"]
    by_work = [stall for stall in stalls if stall["work"] > _STALL]
    name = f"a day of {dossiers} dossiers"
    yield Figure(f"longest stall, {name}", day["longest"]["clock"], _STALL, "the 50 ms allowed")
    yield Figure("its longest work without a turn", day["most_work"]["work"], _STALL, "the 50 ms allowed, CPU time")
    yield Figure("stalls over 50 ms", len(stalls), 0, "none allowed", unit="")
    yield Figure("of them work of its own", len(by_work), 0, "none allowed", unit="")
    for what, allowed in _KEYS.items():
        yield Figure(f"keys: {what}", day["keys"][what], allowed, "allowed; no click", unit="keys")
    drawn = _run("frames")
    for what in ("median", "worst"):
        name = f"{what} frame of zoom and pan, A4 at 300 dpi"
        yield Figure(name, drawn[what], _FRAME, "the 16.7 ms of 60 frames a second, CPU time")
    kinds = Counter((stall["during"], stall["seen"]) for stall in stalls)
    for (during, seen), count in kinds.most_common():
        worst = max(stall["clock"] for stall in stalls if (stall["during"], stall["seen"]) == (during, seen))
        work = max(stall["work"] for stall in stalls if (stall["during"], stall["seen"]) == (during, seen))
        print(f"{count} × {during}: {1000 * worst:.0f} ms, work {1000 * work:.0f} ms: {seen}", file=sys.stderr)


def _run(module: str, *arguments: str) -> dict[str, Any]:
    """What a part of the bench printed, in a process of its own."""
    environment = os.environ | {"QT_QPA_PLATFORM": os.environ.get("QT_QPA_PLATFORM", "offscreen")}
    command = [sys.executable, "-m", f"counter_app.bench.window.{module}", *arguments]
    done = subprocess.run(command, env=environment, check=True, stdout=subprocess.PIPE)
    found: dict[str, Any] = json.loads(done.stdout.splitlines()[-1])
    return found

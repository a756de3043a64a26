"""All rounds of `counter bench faults`, one after the other."""

from __future__ import annotations

from collections.abc import Iterator

from counter_app.bench.faults.damages import damages
from counter_app.bench.faults.full_disk import full_disk
from counter_app.bench.faults.hostile_inputs import hostile_inputs
from counter_app.bench.faults.kills import kills
from counter_app.bench.faults.power_cuts import power_cuts
from counter_app.bench.faults.server_threats import server_threats
from counter_app.bench.figures import Figure

ROUNDS = (kills, power_cuts, full_disk, damages, hostile_inputs, server_threats)


def fault_figures() -> Iterator[Figure]:
    """How many of each round went wrong, of how many."""
    for suffer in ROUNDS:
        yield from suffer()

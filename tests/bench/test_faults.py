"""The short form of `counter bench faults`."""

from __future__ import annotations

import sys

import pytest

from counter_app.bench.faults import fault_figures


@pytest.mark.skipif(sys.platform == "win32", reason="SIGKILL is how Linux ends a process at once")
def test_a_few_kills_lose_nothing_and_a_few_damages_are_told() -> None:
    figures = list(fault_figures(12, seed=7))
    assert [(figure.ours, figure.peer) for figure in figures] == [(0, 12), (0, 24)]

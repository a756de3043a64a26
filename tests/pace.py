"""How fast this machine is: a limit in seconds was set on one machine and is held on others too."""

from __future__ import annotations

import time

_ON_A_DESKTOP_OF_TODAY = 0.9e-3
"""Seconds the sum below takes one core of the machine that the tests' limits were set on."""


def slower() -> float:
    """How many times longer this thread takes now than on the machine limits were set on; never under 1."""
    took = sorted(_seconds() for _ in range(15))[7]
    return max(1.0, took / _ON_A_DESKTOP_OF_TODAY)


def _seconds() -> float:
    began = time.thread_time()
    sum(number * number for number in range(20_000))
    return time.thread_time() - began

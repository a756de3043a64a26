"""A form filled in by two hands is said to be; one hand's own unsteadiness makes no second."""

from __future__ import annotations

from dataclasses import replace

import numpy as np

from counter_app.dossier.pages import PageReading, Writing
from scanning.fields.hands import hands

PAGE = PageReading(1654, 2339, 200, 0, 0.0, False, 0, False, (), "", 0.0, (), "unknown")


def written(chance: np.random.Generator, lean: float, breadth: float, count: int) -> tuple[Writing, ...]:
    return tuple(
        Writing(
            (100, 100 * n, 300, 40),
            99.0,
            lean=float(chance.normal(lean, 2.6)),
            breadth=float(chance.normal(breadth, 0.03)),
        )
        for n in range(count)
    )


def test_one_hand_is_one_however_it_shakes() -> None:
    for seed in range(60):
        chance = np.random.default_rng(seed)
        page = replace(PAGE, writing=written(chance, 8, 0.65, int(chance.integers(6, 30))))
        assert hands([page]) == 1


def test_another_slant_or_another_pen_is_a_second_hand() -> None:
    found = []
    for seed in range(30):
        chance = np.random.default_rng(seed)
        other = (24.0, 0.65) if seed % 2 else (8.0, 0.9)
        page = replace(PAGE, writing=written(chance, 8, 0.65, 9) + written(chance, *other, 6))
        found.append(hands([page]))
    assert found.count(2) >= 27


def test_a_printed_form_has_no_hand() -> None:
    assert hands([PAGE]) == 0

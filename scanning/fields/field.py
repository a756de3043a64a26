"""One field as it was read."""

from __future__ import annotations

from dataclasses import dataclass

from counter_app.dossier.pages import Box


@dataclass(frozen=True)
class Field:
    """What was read in one field."""

    name: str
    value: str
    """As written."""
    normal: str
    """What it means: a day as 1990-04-15, an address of today; "" where that is not known."""
    confidence: float
    """0 to 100."""
    sure: bool
    """The rule of its kind holds and every letter was read with confidence."""
    box: Box
    page: int
    """Of its paper, from 0."""

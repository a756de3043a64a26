"""One field as it was read."""

from __future__ import annotations

from dataclasses import dataclass

from counter_app.dossier.pages import Box

PRINTED, HANDWRITTEN, EMPTY = "printed", "handwritten", "empty"


@dataclass(frozen=True)
class Field:
    """What was read in one field."""

    name: str
    value: str
    """As it is printed; "" for what was written by hand or not at all."""
    normal: str
    """What it means: a day as 1990-04-15, an address of today; "" where that is not known."""
    confidence: float
    """0 to 100."""
    sure: bool
    """The rule of its kind holds and every letter was read with confidence."""
    box: Box
    page: int
    """Of its paper, from 0."""
    filled: str = PRINTED
    """PRINTED, HANDWRITTEN or EMPTY; the box of the last two is where the answer belongs."""
    filled_confidence: float = 100.0
    """How sure that is, 0 to 100."""
    suggestion: str = ""
    """What handwriting may say: never a value until a clerk has looked. `confidence` is then how likely it is right."""
    crossed_out: bool = False
    """Whether a stroke goes through what is written there."""

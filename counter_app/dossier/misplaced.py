"""A paper whose pages lie at one component of the procedure and which another one asks for: the clerk decides. Pure."""

from __future__ import annotations

from dataclasses import dataclass


@dataclass(frozen=True)
class Misplaced:
    """What is proposed for one paper."""

    pages: tuple[int, ...]
    """Their numbers in the spool, in order."""
    here: str
    """The key of the component they lie at."""
    there: str
    """The key of the component that asks for such a paper."""
    title: str
    """What the paper is called."""
    confidence: float
    """0 to 100."""
    reason: str
    """What tells it: the title as it stands on the page, the kind of a code, or "labels"."""

"""A dossier's entries for the province: shorter than at the desk, which names people and receipts."""

from __future__ import annotations

from collections.abc import Iterable, Sequence
from dataclasses import dataclass

from counter_app.dossier.clock import moment
from counter_app.dossier.contradictions import contradictions
from counter_app.dossier.describing import describe, place_of
from counter_app.dossier.fold import Folded
from counter_app.dossier.journal import Entry
from counter_app.dossier.model import Dossier
from counter_app.language import said, translate


@dataclass(frozen=True)
class Line:
    """One entry described; `state` is "" where it counts, else "conflict" or "settled"."""

    sentence: str
    more: tuple[str, ...]
    at: str
    by: str
    state: str


def timeline(entries: Iterable[Entry], folded: Folded) -> list[Line]:
    """All entries of one dossier, the newest first."""
    waiting = {entry.key for entry in folded.conflicts}
    settled = {settlement.entry.key for settlement in folded.settled}

    def state(entry: Entry) -> str:
        return "conflict" if entry.key in waiting else "settled" if entry.key in settled else ""

    return [line_of(entry, folded.dossier, state(entry)) for entry in reversed(list(entries))]


def both_sides(entries: Sequence[Entry], folded: Folded) -> list[tuple[Line, Line | None]]:
    """Contradictions that wait for a clerk: the step that had no effect, and the one it stands against."""
    if folded.dossier is None:
        return []
    return [
        (line_of(found.entry, folded.dossier), line_of(found.against, folded.dossier) if found.against else None)
        for found in contradictions(entries)
        if found.settled is None
    ]


def line_of(entry: Entry, dossier: Dossier | None, state: str = "") -> Line:
    """One entry; `dossier` is as all of them left it."""
    sentence, *more = describe(entry, dossier).in_public(translate)
    place = said(place_of(entry), translate)
    by = " · ".join(part for part in (entry.clerk, place[:1].upper() + place[1:]) if part)
    return Line(sentence, tuple(more), moment(entry.at), by, state)

"""The desk that is killed: how it is opened again, and what it lost."""

from __future__ import annotations

from collections.abc import Callable
from dataclasses import dataclass
from pathlib import Path

from counter_app.bench.desk import CLERK, opened_desk
from counter_app.config import Profile, sample_profile
from counter_app.desk.desk import Desk
from counter_app.store.key_file import unlocked_by_words
from counter_app.store.keys import KeyPlace, place_of
from counter_app.store.recognition import NeedsRebuild
from counter_app.sync.rebuild import rebuild

PROFILE = sample_profile()
WORDS = "bốn từ không liên quan"
NOTES = "notes"  # what the killed program said to be done, a line each


@dataclass(frozen=True)
class Work:
    """Something that is killed so many times, each within so many seconds.

    `run` works in the folder until it is killed; `lost` opens all again and counts what was lost or is there twice.
    `prepare` makes what is there before; it is told where the province is.
    """

    name: str
    kills: int
    within: float
    run: Callable[[Path, int], None]
    lost: Callable[[Path], int]
    prepare: Callable[[Path, str], None] | None = None


def again(folder: Path, profile: Profile = PROFILE) -> Desk:
    """The desk after a kill: opened as it is, or rebuilt where it says that it must be. Restored it is locked."""
    place = folder / "desk"
    key = unlocked_by_words(place, WORDS) if place_of(place) is KeyPlace.WRAPPED else None
    try:
        return opened_desk(place, profile, CLERK, key)
    except NeedsRebuild:
        rebuild(place, profile, alone=True, key=key)
        return opened_desk(place, profile, CLERK, key)


def entries_lost(folder: Path, profile: Profile = PROFILE) -> int:
    """Dossiers that were said to be received and are not there, or there twice."""
    notes = folder / NOTES
    said = notes.read_text().split("\n")[:-1] if notes.exists() else []
    store = again(folder, profile).store
    try:
        store.entries.check_own()
        here = [entry.dossier for entry in store.entries.own_after(0, -1) if entry.kind == "received"]
        return len(set(said) - set(here)) + len(here) - len(set(here)) + len(store.journal.differing_projections())
    finally:
        store.close()

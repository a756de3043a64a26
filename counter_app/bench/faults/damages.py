"""A desk's data is damaged in every way a disk can: each damage is told, or has taken nothing."""

from __future__ import annotations

import os
import random
import shutil
import tempfile
from collections.abc import Callable, Iterator
from pathlib import Path

from counter_app.bench.desk import CLERK, draft
from counter_app.bench.figures import Figure, bench_scale, bench_seed
from counter_app.config import sample_profile
from counter_app.desk import receiving
from counter_app.desk.desk import open_desk
from counter_app.errors import CounterError
from counter_app.store.store import DATABASE, FILES, open_store
from counter_app.store.sweep import sweep
from counter_app.store.witness import INSIDE, forget_desk

_PROFILE = sample_profile()
_DAMAGED = 400


def damages() -> Iterator[Figure]:
    """How many were not told: none, beside how many there were."""
    rounds = max(round(_DAMAGED * bench_scale()), 2)
    chance = random.Random(bench_seed())
    with tempfile.TemporaryDirectory() as place:
        untold = sum(_damaged(Path(place), chance) for _ in range(rounds))
    yield Figure("faults: damages not told", untold, rounds, "damages", "")


def _damaged(place: Path, chance: random.Random) -> int:
    """One copy of a sound desk is damaged; 1 where nobody says so and something is gone."""
    sound, folder = _sound(place), place / "damaged"
    forget_desk(folder)
    shutil.rmtree(folder, ignore_errors=True)
    shutil.copytree(sound, folder)
    chance.choice(_DAMAGES)(folder, chance)
    try:
        store = open_store(folder, _PROFILE.desk_id)
    except CounterError:
        return 0
    try:
        if not sweep(store.db, store.files).sound:
            return 0
        names = len(store.files.names())
        return int(store.entries.check_own() != _ENTRIES or names != _FILES)
    except CounterError:
        return 0
    finally:
        store.close()


_ENTRIES, _FILES = 40, 5


def _sound(place: Path) -> Path:
    folder = place / "sound"
    if not folder.exists():
        desk = open_desk(folder, _PROFILE, CLERK)
        store = desk.store
        for number in range(_ENTRIES):
            receiving.receive(desk, draft(desk, number).id)
        for number in range(_FILES):
            store.files.put(bytes([number]) * 30_000, "image/png")
        store.close()
    return folder


def _flip(file: Path, chance: random.Random) -> None:
    with file.open("r+b") as open_file:
        at = chance.randrange(file.stat().st_size)
        open_file.seek(at)
        before = open_file.read(1)
        open_file.seek(at)
        open_file.write(bytes([before[0] ^ (1 << chance.randrange(8))]))


def _cut(file: Path, chance: random.Random) -> None:
    os.truncate(file, chance.randrange(file.stat().st_size))


def _some_file(folder: Path, chance: random.Random) -> Path:
    return chance.choice(sorted((folder / FILES).glob("??/*")))


def _key(folder: Path) -> Path:
    return next(path for path in (folder / "store.key", folder / "store.wrapped", folder / "store.id") if path.exists())


_DAMAGES: tuple[Callable[[Path, random.Random], object], ...] = (
    lambda folder, chance: _flip(folder / DATABASE, chance),
    lambda folder, chance: _cut(folder / DATABASE, chance),
    lambda folder, _: (folder / DATABASE).unlink(),
    lambda folder, chance: _flip(_some_file(folder, chance), chance),
    lambda folder, chance: _cut(_some_file(folder, chance), chance),
    lambda folder, chance: _flip(_key(folder), chance),
    lambda folder, _: _key(folder).unlink(),
    lambda folder, chance: _cut(folder / INSIDE, chance),
    lambda folder, _: (folder / INSIDE).unlink(),
)

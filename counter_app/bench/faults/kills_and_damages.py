"""A desk is killed in the middle of everything it does, and damaged in every way a disk can.

After each kill all that was said to be done is there, once; each damage is told, or has taken nothing.
"""

from __future__ import annotations

import multiprocessing
import os
import random
import shutil
import signal
import tempfile
import time
from collections.abc import Callable, Iterator
from contextlib import suppress
from pathlib import Path

from counter_app.bench.desk import CLERK, draft
from counter_app.bench.figures import Figure, bench_scale, bench_seed
from counter_app.config import sample_profile
from counter_app.desk.desk import Desk, open_desk
from counter_app.dossier.clock import now
from counter_app.errors import CounterError
from counter_app.store.backup_folder import BackupFolder
from counter_app.store.recognition import NeedsRebuild
from counter_app.store.store import DATABASE, FILES, open_store
from counter_app.store.sweep import sweep
from counter_app.store.witness import INSIDE, forget_desk
from counter_app.sync.rebuild import rebuild

_WORDS = "bốn từ không liên quan"
_PROFILE = sample_profile()
_KILLS = 200  # and twice as many damages
_KILLED_WITHIN = 0.25  # seconds


def kills_and_damages() -> Iterator[Figure]:
    """What was lost or doubled in all kills, and what was not told in all damages: none, beside how many there were."""
    rounds = max(round(_KILLS * bench_scale()), 1)
    chance = random.Random(bench_seed())
    with tempfile.TemporaryDirectory() as place:
        lost = sum(_killed(Path(place), chance) for _ in range(rounds))
        yield Figure("faults: entries lost or doubled", lost, rounds, "kills", "")
        untold = sum(_damaged(Path(place), chance) for _ in range(2 * rounds))
        yield Figure("faults: damages not told", untold, 2 * rounds, "damages", "")


def _killed(place: Path, chance: random.Random) -> int:
    """One desk at work is killed; how many entries it said it had written are not there, or there twice."""
    folder, notes = place / "killed", place / "notes"
    process = multiprocessing.Process(target=_work, args=(folder, notes, chance.randrange(1 << 30)), daemon=True)
    process.start()
    time.sleep(chance.uniform(0.02, _KILLED_WITHIN))
    with suppress(ProcessLookupError):
        os.kill(process.pid or 0, signal.SIGTERM if os.name == "nt" else signal.SIGKILL)
    process.join()
    said = notes.read_text().split() if notes.exists() else []
    store = _again(folder).store
    try:
        here = [entry.dossier for entry in store.journal.own_after(0, -1)]
        store.journal.check_own()
        return len(set(said) - set(here)) + len(here) - len(set(here))
    finally:
        store.close()


def _again(folder: Path) -> Desk:
    """The desk after a kill: opened as it is, or rebuilt where it says that it must be."""
    try:
        return open_desk(folder, _PROFILE, CLERK)
    except NeedsRebuild:
        rebuild(folder, _PROFILE, alone=True)
        return open_desk(folder, _PROFILE, CLERK)


def _work(folder: Path, notes: Path, seed: int) -> None:
    """A desk that receives, keeps scans and backs up, until it is killed."""
    chance = random.Random(seed)
    desk = _again(folder)
    store = desk.store
    if not store.backup_keys.all():
        store.backup_keys.set_passphrase(_WORDS)
    disk = folder.with_name("disk")
    disk.mkdir(exist_ok=True)
    with notes.open("a") as said:
        for number in range(10_000):
            said.write(f"{desk.receive(draft(desk, number).id).code}\n")
            said.flush()
            if number % 5 == 0:
                store.files.put(chance.randbytes(20_000), "image/png")
            if number % 20 == 10:
                BackupFolder(disk, store.desk).back_up(store, now())


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
        return int(store.journal.check_own() != _ENTRIES or names != _FILES)
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
            desk.receive(draft(desk, number).id)
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
    return next(path for path in (folder / "store.key", folder / "store.id") if path.exists())


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

"""A desk from its backup, all or nothing: everything is read, checked and fsynced in a folder of its own first.

The database is moved in last. Until a rebuild has found out what was drawn since the backup was made, a note keeps the
store from being opened for work (`counter_app.store.recognition`).
"""

from __future__ import annotations

import io
import json
import shutil
import zipfile
from collections.abc import Callable, Iterator
from dataclasses import dataclass
from datetime import datetime
from pathlib import Path

from cryptography.exceptions import InvalidTag

from counter_app.dossier.clock import now
from counter_app.durable import make_folder, move_into_place, sync_file, sync_folder, write_durably
from counter_app.errors import CounterError, ExitStatus
from counter_app.private import make_private_folder
from counter_app.store.backup import BESIDE, HEAD, Contents, NoBackup, read_contents, unsealed, verify
from counter_app.store.backup_keys import read_wrappings, unwrapped
from counter_app.store.backup_pool import BackupPool
from counter_app.store.key_place import keep_restored
from counter_app.store.keys import StoreKey
from counter_app.store.recognition import RESTORED
from counter_app.store.store import DATABASE, FILES, locked
from counter_app.store.sweep import STAGING

_SPARE = 1 << 26  # bytes of the disk that are left free


class StoreInTheWay(CounterError):
    """There already is a store where the backup should go."""

    what = "This desk already holds data; a backup is never written over it."
    todo = "Restore into an empty folder with --data, or move the old data away first."
    exit_status = ExitStatus.STORE


class NoRoomToRestore(CounterError):
    """The backup is larger than what is free."""

    what = "There is no room for this backup: {needed} MB are needed, {free} MB are free."
    todo = "Free some disk space or restore to another disk; nothing was changed."
    exit_status = ExitStatus.DISK


@dataclass(frozen=True)
class Restored:
    """What was put back; `missing` are files the backup names and neither it nor its pool holds.

    `key` opens it: where there is no keyring it is wrapped by what opens the backup.
    """

    desk: str
    made_at: datetime | None
    files: int
    key: StoreKey
    missing: tuple[str, ...] = ()


def restore(source: Path, folder: Path, words: str) -> Restored:
    """Makes the store in `folder` from a backup, opened by its passphrase or recovery key.

    Raises NoBackup, NotTheKey, StoreInTheWay, NoRoomToRestore; then nothing is changed.
    """
    make_private_folder(folder)
    with locked(folder):
        if (folder / DATABASE).exists() and (folder / DATABASE).stat().st_size:
            raise StoreInTheWay
        return _restored(source, folder, words)


def _restored(source: Path, folder: Path, words: str) -> Restored:
    staging = folder / STAGING
    try:
        if not source.is_file():
            raise NoBackup("no file")  # a pipe would be waited for
        with zipfile.ZipFile(source) as archive:
            if any(part.compress_type != zipfile.ZIP_STORED for part in archive.infolist()):
                raise NoBackup("packed")  # all of it is encrypted: packing saves nothing, and could burst
            head = json.loads(archive.read(HEAD))
            wrappings = read_wrappings(head)
            key = StoreKey(unwrapped(wrappings, words))
            contents = read_contents(archive, key)
            if contents is not None:
                verify(source, key)
            elif damaged := archive.testzip():
                raise NoBackup(damaged[:16])
            pool = Pool(source.parent, contents, key) if contents else None
            _refuse_without_room(folder, archive, pool)
            shutil.rmtree(staging, ignore_errors=True)
            make_folder(staging)
            _unpack(archive, staging, key)
            missing = pool.copy(staging) if pool else ()
    except (OSError, zipfile.BadZipFile, KeyError, ValueError, RecursionError, InvalidTag) as fault:
        shutil.rmtree(staging, ignore_errors=True)
        raise NoBackup(type(fault).__name__) from fault
    made_at = contents.made_at if contents else None
    count = _put_in(staging, folder, made_at, lambda: keep_restored(folder, key, wrappings))
    return Restored(head.get("desk", ""), made_at, count, key, missing)


class Pool:
    """The files a backup needs and does not hold: in the pool beside it."""

    def __init__(self, folder: Path, contents: Contents, key: StoreKey) -> None:
        self._pool = BackupPool(folder, contents.desk, key, contents.pool)
        inside = {Path(name).name for name in contents.parts}
        self._names = [name for name in contents.files if name not in inside]

    def size(self) -> int:
        """Bytes of those the backup needs."""
        return sum(path.stat().st_size for path in map(self._pool.sealed, self._names) if path.exists())

    def copy(self, staging: Path) -> tuple[str, ...]:
        """Copies them, each checked; the names of those that are missing or damaged there."""
        missing = self._pool.damaged(self._names)
        for name in self._names:
            if name not in missing:
                make_folder(staging / FILES / name[:2])
                shutil.copyfile(self._pool.sealed(name), staging / FILES / name[:2] / name)
        return tuple(missing)


def _unpack(archive: zipfile.ZipFile, staging: Path, key: StoreKey) -> None:
    wanted = [name for name in archive.namelist() if name == DATABASE or name.startswith(f"{FILES}/")]
    archive.extractall(staging, wanted)
    if BESIDE in archive.namelist():
        with zipfile.ZipFile(io.BytesIO(unsealed(key, BESIDE, archive.read(BESIDE)))) as beside:
            beside.extractall(staging / "beside")


def _put_in(staging: Path, folder: Path, made_at: datetime | None, keep_key: Callable[[], None]) -> int:
    """Moves what is in the staging folder to its places, the database last; how many files there were."""
    for path in _files_in(staging):
        sync_file(path)
    write_durably(folder / RESTORED, (made_at.isoformat() if made_at else "").encode())
    count = 0
    for path in _files_in(staging / FILES):
        _move(path, folder / path.relative_to(staging))
        count += 1
    for path in _files_in(staging / "beside"):
        place = folder / path.relative_to(staging / "beside")
        if not place.exists():  # a profile that was set up on this machine stays
            _move(path, place)
    keep_key()
    for left in (f"{DATABASE}-wal", f"{DATABASE}-shm", DATABASE):
        (folder / left).unlink(missing_ok=True)  # of a store of no bytes
    _move(staging / DATABASE, folder / DATABASE)
    shutil.rmtree(staging, ignore_errors=True)
    return count


def _files_in(folder: Path) -> Iterator[Path]:
    return (path for path in sorted(folder.rglob("*")) if path.is_file())


def _move(path: Path, place: Path) -> None:
    make_folder(place.parent)
    move_into_place(path, place)
    sync_folder(place.parent)


def _refuse_without_room(folder: Path, archive: zipfile.ZipFile, pool: Pool | None) -> None:
    there = next(item for item in (folder, *folder.parents) if item.exists())
    needed = sum(part.file_size for part in archive.infolist()) + (pool.size() if pool else 0) + _SPARE
    free = shutil.disk_usage(there).free
    if free < needed:
        raise NoRoomToRestore(needed=needed // 1_000_000, free=free // 1_000_000)


@dataclass(frozen=True)
class PutAside:
    """The database of before, in a folder of its own among the data."""

    folder: Path
    aside: Path

    def put_back(self) -> None:
        """As it was, where no other took its place."""
        if not (self.folder / DATABASE).exists():
            for path in _files_in(self.aside):
                _move(path, self.folder / path.name)


def set_aside(folder: Path) -> PutAside:
    """Moves the database that is not as it should be out of the way of a restore; it is kept. Raises StoreLocked."""
    aside = folder / f"before-{now():%Y%m%d-%H%M%S}"
    with locked(folder):
        for path in sorted(folder.glob(f"{DATABASE}*")):
            _move(path, aside / path.name)
    return PutAside(folder, aside)

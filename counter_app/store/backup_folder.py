"""Backups that make themselves: a folder on a second disk or share, with a backup of each of the last hours, days and
months, and the files of them all once beside them.

A file is pooled once and never changed; a backup names those it needs. What is older than its tier keeps is taken away
only after a newer backup was read back.
"""

from __future__ import annotations

import re
import shutil
import zipfile
from collections.abc import Callable, Iterable
from dataclasses import dataclass
from datetime import datetime, timedelta
from pathlib import Path
from typing import TypeVar

from cryptography.exceptions import InvalidTag

from counter_app.config import Profile
from counter_app.dossier.clock import VIETNAM
from counter_app.errors import CounterError, ExitStatus
from counter_app.store import renewal
from counter_app.store.backup import BackupFaulty, NoBackup, NotWritten, back_up, read_contents, verify
from counter_app.store.backup_pool import BackupPool, desk_folder, drop_pools_of_before
from counter_app.store.files import FileDamaged, FileMissing
from counter_app.store.store import DATABASE, Store

T = TypeVar("T", str, Path)
EVERY = timedelta(hours=1)
_TIERS = (("%Y%m%d%H", 24), ("%Y%m%d", 31), ("%Y%m", 24))
"""The newest backup of each of so many hours, days and months is kept."""
_NAME = re.compile(r"-([0-9]{8}-[0-9]{6})\.counter$")
_WHEN = "%Y%m%d-%H%M%S"
_BACKUPS_READ, _FILES_READ = 2, 500  # again in one sweep
_SPARE = 200_000_000  # bytes that stay free on the disk of the backups


class NoRoomForBackup(CounterError):
    """The next backup would fill the disk."""

    what = "The disk of the backups is full: the next one needs {needed} MB and {free} MB are free."
    todo = "Make room there or use a larger disk; the backups made before are untouched."
    exit_status = ExitStatus.DISK


class BackupFolderGone(CounterError):
    """The disk is not plugged in, or the share is away."""

    what = "The folder of the backups is not there: {folder}"
    todo = "Plug the disk in or have the share connected; the next backup is then made by itself."
    exit_status = ExitStatus.DISK


@dataclass(frozen=True)
class Made:
    """A backup in the folder, and when it was made."""

    file: Path
    at: datetime


def backup_folder(profile: Profile, desk: str) -> BackupFolder:
    """The one the desk's profile names. Raises BackupFolderGone where it names none."""
    if not profile.backup.folder:
        raise BackupFolderGone(folder="[backup]")
    return BackupFolder(Path(profile.backup.folder), desk)


@dataclass(frozen=True)
class FolderSweep:
    """How many files no backup needed any more; files and backups that are damaged on the disk of the backups."""

    deleted: int = 0
    damaged: tuple[str, ...] = ()
    bad_backups: tuple[str, ...] = ()


class BackupFolder:
    """The folder of one desk's backups."""

    def __init__(self, folder: Path, desk: str) -> None:
        self.folder = folder
        self._prefix = desk_folder(desk)

    def all(self) -> list[Made]:
        """The backups there, the newest first."""
        found = [
            Made(file, at)
            for file in self.folder.glob(f"{self._prefix}-*.counter")
            if (name := _NAME.search(file.name)) and (at := _moment(name[1]))
        ]
        return sorted(found, key=lambda item: item.at, reverse=True)

    def newest(self, until: datetime | None = None) -> Made | None:
        """The newest, or the newest made until then; None where there is none, or the disk is away."""
        return next((item for item in self.all() if until is None or item.at <= until), None)

    def is_due(self, at: datetime) -> bool:
        """Whether an hour has passed since the newest, whatever was made while the clock was ahead."""
        newest = self.newest(at)
        return newest is None or at - newest.at >= EVERY

    def shares_a_disk_with(self, store: Store) -> bool:
        """Whether one dying disk takes both."""
        return self.folder.exists() and self.folder.stat().st_dev == store.folder.stat().st_dev

    def back_up(self, store: Store, at: datetime, stopped: Callable[[], bool] = lambda: False) -> Made | None:
        """Makes the next backup; None where it was stopped. The folder itself is not made: that of a disk which is not
        plugged in would lie on this computer.

        Raises BackupFolderGone, NoRoomForBackup, NoBackupKey, NotWritten, BackupFaulty.
        """
        if not self.folder.is_dir():
            raise BackupFolderGone(folder=self.folder.name)
        try:
            renewal.finish(store, stopped)
            pool = self._pool(store)
            pooled = pool.names()
            fresh = [name for name in store.files.names() if name not in pooled]
            self._refuse_without_room(store, fresh)
            for name in fresh:
                if stopped():
                    return None
                _keep(pool, store, name)
        except OSError as fault:
            raise NotWritten(type(fault).__name__, reason=fault.strerror or type(fault).__name__) from fault
        local = at.astimezone(VIETNAM)
        file = self.folder / f"{self._prefix}-{local:{_WHEN}}.counter"
        back_up(store, file, with_files=False, at=at)
        self._take_away_old(file)
        return Made(file, local)

    def file(self, store: Store, name: str) -> bytes:
        """The content of a pooled file. Raises FileMissing, FileDamaged."""
        return self._pool(store).get(name)

    def sweep(self, store: Store, stopped: Callable[[], bool] = lambda: False) -> FolderSweep:
        """Deletes pooled files that no backup needs and what killed backups left, and reads some of the backups and
        files again, in turn. What is damaged in the pool and whole in the store is put back. Raises BackupFolderGone.
        """
        if not self.folder.is_dir():
            raise BackupFolderGone(folder=self.folder.name)
        pool, made = self._pool(store), self._under_this_key(store)
        pool.clear_leftovers()
        lists = {item.file: named for item in made if (named := _needed(item.file, store)) is not None}
        needed = set[str]().union(*lists.values())
        deleted = pool.drop(needed) if made and len(lists) == len(made) else 0
        bad = [item.file.name for item in made if item.file not in lists]
        for item in _in_turn(sorted(lists), _BACKUPS_READ, store, "backups read"):
            try:
                verify(item, store.key)
            except NoBackup:
                bad.append(item.name)
        again = _in_turn(sorted(needed), _FILES_READ, store, "pool read")
        damaged = [name for name in pool.damaged(again, stopped) if not _keep(pool, store, name)]
        return FolderSweep(deleted, tuple(damaged), tuple(bad))

    def _pool(self, store: Store) -> BackupPool:
        return BackupPool(self.folder, store.desk, store.key, store.recognition.note(renewal.POOL))

    def _under_this_key(self, store: Store) -> list[Made]:
        """The backups made since the key was renewed; those of before nothing but their own words opens. Once none of
        those is kept any more, their files are of no use."""
        renewed, made = store.recognition.note(renewal.RENEWED), self.all()
        if not renewed:
            return made
        later = [item for item in made if item.at > datetime.fromisoformat(renewed)]
        if later and len(later) == len(made):
            drop_pools_of_before(self.folder, store.desk, store.recognition.note(renewal.POOL))
        return later

    def _refuse_without_room(self, store: Store, fresh: Iterable[str]) -> None:
        database = (store.folder / DATABASE).stat().st_size
        needed = 2 * database + sum(store.files.path(name).stat().st_size for name in fresh) + _SPARE
        free = shutil.disk_usage(self.folder).free
        if free < needed:
            raise NoRoomForBackup(needed=needed // 1_000_000, free=free // 1_000_000)

    def _take_away_old(self, just_made: Path) -> None:
        """What no tier keeps. Those made while the clock was ahead (or is behind now) have places of their own: they
        take none from those that are made now."""
        made = self.all()
        now = next(item.at for item in made if item.file == just_made)
        kept = {just_made}
        for several in ([item for item in made if item.at <= now], [item for item in made if item.at > now]):
            for bucket, many in _TIERS:
                newest_of: dict[str, Path] = {}
                for item in several:
                    newest_of.setdefault(item.at.strftime(bucket), item.file)
                kept |= set(list(newest_of.values())[:many])
        for item in made:
            if item.file not in kept:
                item.file.unlink(missing_ok=True)


def _moment(text: str) -> datetime | None:
    """When a backup was made; None for a name that is of no such moment."""
    try:
        return datetime.strptime(text, _WHEN).replace(tzinfo=VIETNAM)
    except ValueError:
        return None


def _keep(pool: BackupPool, store: Store, name: str) -> bool:
    """Pools a file of the store. One that is damaged there is left out, for a damaged one would be all there is of it.

    Raises BackupFaulty.
    """
    try:
        store.files.get(name)
    except (FileDamaged, FileMissing):
        return False
    if not pool.add(name, store.files.path(name).read_bytes()):
        raise BackupFaulty(name[:8])
    return True


def _needed(file: Path, store: Store) -> frozenset[str] | None:
    """The files a backup names; None where its list cannot be read."""
    try:
        with zipfile.ZipFile(file) as archive:
            contents = read_contents(archive, store.key)
    except (OSError, zipfile.BadZipFile, KeyError, ValueError, InvalidTag):
        return None
    return frozenset(contents.files) if contents else frozenset()


def _in_turn(all_of_them: list[T], many: int, store: Store, name: str) -> list[T]:
    """So many of them, those after the last that were looked at."""
    last = store.recognition.note(name)
    later = [item for item in all_of_them if str(item) > last]
    chosen = (later or all_of_them)[:many]
    if chosen:
        store.recognition.keep_note(name, str(chosen[-1]))
    return chosen

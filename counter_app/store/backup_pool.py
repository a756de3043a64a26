"""The files of a desk's backups, each kept once for all of them: pooled, read again by and by, deleted when no backup
needs them any more.

Each desk has a folder of its own in the pool, for its files are encrypted under its own key, and another one each time
that key was renewed. Before, all desks of a
backup folder shared one: what lies there and opens with this desk's key is taken over from there.
"""

from __future__ import annotations

import hashlib
import re
import shutil
import time
from collections.abc import Callable, Iterable
from pathlib import Path

from counter_app.durable import clear_leftovers, make_folder, move_into_place, sync_folder, write_durably
from counter_app.errors import CounterError
from counter_app.store.files import FileDamaged, FileMissing, Files
from counter_app.store.keys import StoreKey
from counter_app.store.store import FILES

_YOUNG = 86_400.0  # seconds; what is younger may belong to a backup that is being made


def desk_folder(desk: str) -> str:
    """How a desk is called in the names of files."""
    return re.sub(r"[^0-9A-Za-z.]", "-", desk)


class BackupPool:
    """The pool beside the backups in `folder`."""

    def __init__(self, folder: Path, desk: str, key: StoreKey, mark: str = "") -> None:
        """`mark` tells the folder of this key from those of the keys before it; the first has none."""
        self._own = folder / FILES / "-".join(filter(None, (desk_folder(desk), mark)))
        self._before = folder / FILES
        self._key = key.derived("files")

    def names(self) -> set[str]:
        """The files of this desk's own folder."""
        return set(self._files(self._own).names())

    def get(self, name: str) -> bytes:
        """The content of a file. Raises FileMissing, FileDamaged."""
        return self._files(self._place(name).parent.parent).get(name)

    def sealed(self, name: str) -> Path:
        """Where the file lies, encrypted, be it there or not."""
        return self._place(name)

    def add(self, name: str, sealed: bytes) -> bool:
        """Keeps the file as it lies in the store; False where it could not be read back."""
        if self._taken_over(name):
            return True
        place = self._files(self._own).path(name)
        write_durably(place, sealed)
        if hashlib.sha256(place.read_bytes()).digest() == hashlib.sha256(sealed).digest():
            return True
        place.unlink()
        return False

    def damaged(self, names: Iterable[str], stopped: Callable[[], bool] = lambda: False) -> list[str]:
        """Reads these files; those that are damaged or missing."""
        bad: list[str] = []
        for name in names:
            if stopped():
                break
            try:
                self.get(name)
            except CounterError:
                bad.append(name)
        return bad

    def clear_leftovers(self) -> None:
        """Takes away what backups that were killed left among the files and beside the pool. Raises OSError."""
        clear_leftovers(self._before.parent, _YOUNG)
        for folder in (self._own, self._before):
            self._files(folder).clear_leftovers(_YOUNG)

    def drop(self, needed: set[str]) -> int:
        """Deletes this desk's files that no backup needs; how many. What only may be ours is opened first."""
        before, gone = time.time() - _YOUNG, 0
        for folder in (self._own, self._before):
            files = self._files(folder)
            for name in files.names():
                path = files.path(name)
                if name in needed or path.stat().st_mtime > before:
                    continue
                if folder == self._before and not self._is_ours(files, name):
                    continue
                path.unlink()
                gone += 1
        return gone

    def _taken_over(self, name: str) -> bool:
        old = self._files(self._before)
        if not old.has(name) or not self._is_ours(old, name):
            return False
        place = self._files(self._own).path(name)
        make_folder(place.parent)
        move_into_place(old.path(name), place)
        sync_folder(place.parent)
        return True

    def _is_ours(self, files: Files, name: str) -> bool:
        try:
            files.get(name)
        except (FileDamaged, FileMissing):
            return False
        return True

    def _place(self, name: str) -> Path:
        own = self._files(self._own).path(name)
        return own if own.exists() else self._files(self._before).path(name)

    def _files(self, folder: Path) -> Files:
        return Files(folder, self._key)


def drop_pools_of_before(folder: Path, desk: str, mark: str) -> None:
    """Deletes the folders of this desk's keys before the one of this mark."""
    name = desk_folder(desk)
    for place in (folder / FILES).glob(f"{name}*"):
        if place.name != f"{name}-{mark}" and re.fullmatch(rf"{re.escape(name)}(-[0-9a-f]{{6}})?", place.name):
            shutil.rmtree(place, ignore_errors=True)

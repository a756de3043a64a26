"""Backups each hour, and each day a digest of the day before, what the rules
keep no longer, and a slow look at everything that is kept."""

from __future__ import annotations

from dataclasses import dataclass
from datetime import datetime, timedelta
from typing import TYPE_CHECKING

from PySide6.QtCore import QObject, QTimer, Signal

from counter_app.errors import CounterError
from ui.background.tasks import Progress, Task, Tasks

if TYPE_CHECKING:
    from counter_app.sync.heal import Swept

_LOOK = 600_000  # ms between looks whether something is due
_FIRST = 60_000  # ms after the start: the clerk's first citizen goes first
_REST = 0.02  # seconds after each file of a sweep
_OLD = timedelta(days=3)


@dataclass(frozen=True)
class Safekeeping:
    """How the data is kept: when the newest backup was made, why the last try failed, what the last sweep found.

    `wanted` is whether backups are made by themselves at all; without a folder for them nothing is said of their age.
    Without a recovery key nobody opens them once this computer is gone. `plain_key`: the desk's key lies plain beside
    the data although nobody chose that; `locked`: it is locked with passwords, which can all be forgotten.
    """

    at: datetime
    wanted: bool
    newest: datetime | None = None
    failure: CounterError | None = None
    swept: Swept | None = None
    has_recovery_key: bool = True
    plain_key: bool = False
    locked: bool = False

    @property
    def is_old(self) -> bool:
        """Whether a disk that dies now takes days of work with it."""
        return self.wanted and (self.newest is None or self.at - self.newest > _OLD)


class SafekeepingWatch(QObject):
    """Does what is due, one after the other, and tells how things stand."""

    changed = Signal(object)  # Safekeeping

    def __init__(self, tasks: Tasks) -> None:
        super().__init__()
        self._tasks = tasks
        self._task: Task | None = None
        self._timer = QTimer(self, interval=_LOOK)
        self._timer.timeout.connect(self.look)

    def start(self) -> None:
        """Begins; the first look comes after a minute."""
        self._timer.start()
        QTimer.singleShot(_FIRST, self, self.look)

    def stop(self) -> None:
        """What is under way is broken off; nothing half is left."""
        self._timer.stop()
        if self._task is not None:
            self._task.cancel()

    def look(self) -> None:
        """Does what is due, unless it is being done."""
        if self._task is None:
            self._task = self._tasks.submit(_do_what_is_due, self._told, self._failed)

    def _told(self, found: Safekeeping) -> None:
        self._task = None
        self.changed.emit(found)

    def _failed(self, _: CounterError) -> None:
        self._task = None


def _do_what_is_due(progress: Progress) -> Safekeeping:
    from counter_app.desk.retention import apply_retention
    from counter_app.desk.store_key import is_plain_by_default
    from counter_app.store import renewal
    from counter_app.store.backup_folder import backup_folder
    from counter_app.store.key_place import settle
    from counter_app.store.keys import KeyPlace
    from counter_app.store.wrapping import KeyKind
    from counter_app.sync.heal import is_due, last_sweep, sweep_and_heal

    desk, at = progress.desk, progress.desk.now()
    desk.store.digests.close_days(at)
    renewal.finish(desk.store, progress.cancelled)
    settle(desk.store)  # accounts came from other desks, or the file of the locked key was damaged
    newest, failure = None, None
    if wanted := bool(desk.profile.backup.folder):
        folder = backup_folder(desk.profile, desk.store.desk)
        try:
            if folder.is_due(at):
                folder.back_up(desk.store, at, progress.cancelled)
        except CounterError as fault:
            failure = fault
        made = folder.newest(at)
        newest = made.at if made else None
    swept = last_sweep(desk.store)
    if is_due(desk.store, swept, at):
        apply_retention(desk)
        swept = sweep_and_heal(desk.store, desk.profile, at, _REST, progress.cancelled)
    return Safekeeping(
        at,
        wanted,
        newest,
        failure,
        swept,
        has_recovery_key=desk.store.backup_keys.has(KeyKind.RECOVERY),
        plain_key=is_plain_by_default(desk),
        locked=desk.store.key_place is KeyPlace.WRAPPED,
    )

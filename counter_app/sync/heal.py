"""The slow look at everything the desk keeps; what is damaged is put back from the backups or the province."""

from __future__ import annotations

import logging
from collections.abc import Callable, Iterable, Iterator
from datetime import datetime, timedelta

from pydantic import AwareDatetime

from counter_app.config import Profile
from counter_app.dossier.journal import BrokenChain
from counter_app.dossier.value import Sha256, Value
from counter_app.errors import CounterError
from counter_app.store.backup_folder import backup_folder
from counter_app.store.digests import HistoryRewritten
from counter_app.store.store import Store
from counter_app.store.sweep import missing_files, sweep
from counter_app.sync.client import ProvincialServer
from counter_app.sync.errors import SyncFailure

_log = logging.getLogger(__name__)
_SWEPT = "swept"
_EVERY = timedelta(days=1)
_ENTRIES = 100_000  # verified in one sweep; the next goes on behind them
_LARGEST = 1 << 30  # bytes of a file whose entry is not looked up


_Source = Callable[[Store, Profile, str], bytes | None]
_NEWEST = 200  # entries whose files are looked for at each start


class Swept(Value):
    """What the last sweep found and what became of it: files whole, put back, still damaged or missing; faults of the
    database."""

    at: AwareDatetime
    files: int = 0
    healed: int = 0
    damaged: tuple[Sha256, ...] = ()
    bad_pages: int = 0
    bad_backups: int = 0  # backups, and files of theirs, that are damaged where they lie
    changed_entry: int = 0  # the first of this desk's entries that is not as it was written

    @property
    def sound(self) -> bool:
        """Whether all is as it was written."""
        return not (self.damaged or self.bad_pages or self.changed_entry or self.bad_backups)


def last_sweep(store: Store) -> Swept | None:
    """What was found last; None where nothing was looked at yet."""
    text = store.recognition.note(_SWEPT)
    return Swept.from_json(text) if text else None


def is_due(store: Store, swept: Swept | None, at: datetime) -> bool:
    """Whether it is time for the next sweep: a day after the last, or at once where a file that was written lately is
    missing and was not told of: a folder that was lost."""
    if swept is None or not timedelta(0) <= at - swept.at < _EVERY:  # or the clock was ahead then
        return True
    after = max(store.entries.last_sequence() - _NEWEST, 0)
    return any(file.sha256 not in swept.damaged for file in missing_files(store.entries, store.files, after))


def sweep_and_heal(
    store: Store, profile: Profile, at: datetime, rest: float = 0.0, stopped: Callable[[], bool] = lambda: False
) -> Swept:
    """Looks at every file and every page of the database, at the files that entries name and that are not there, and
    puts back what it can. `rest`: seconds after a file."""
    found = sweep(store.db, store.files, rest, stopped)
    ill = (*found.damaged, *(file.sha256 for file in missing_files(store.entries, store.files, stopped=stopped)))
    left = tuple(_not_healed(store, profile, ill, stopped))
    swept = Swept(
        at=at,
        files=found.files,
        healed=len(ill) - len(left),
        damaged=left,
        bad_pages=found.bad_pages,
        changed_entry=_changed_entry(store, rest, stopped),
        bad_backups=_bad_backups(store, profile, stopped),
    )
    if not stopped():
        store.recognition.keep_note(_SWEPT, swept.model_dump_json())
    return swept


def _changed_entry(store: Store, rest: float, stopped: Callable[[], bool]) -> int:
    """The first entry that is not as it was written, among those whose turn it is; 0 where there is none."""
    try:
        store.chain.check_old(_ENTRIES, rest, stopped)
        store.digests.check(-1)
    except BrokenChain as fault:
        return int(str(fault.values["sequence"]))
    except HistoryRewritten as fault:
        return int(fault.details)
    return 0


def _bad_backups(store: Store, profile: Profile, stopped: Callable[[], bool]) -> int:
    if not profile.backup.folder:
        return 0
    try:
        found = backup_folder(profile, store.desk).sweep(store, stopped)
    except (CounterError, OSError) as failure:  # told by its age where it stays away
        _log.warning("backups: %s", failure if isinstance(failure, CounterError) else type(failure).__name__)
        return 0
    return len(found.bad_backups) + len(found.damaged)


def _not_healed(store: Store, profile: Profile, names: Iterable[str], stopped: Callable[[], bool]) -> Iterator[str]:
    """Puts back what it can; those that it cannot. A province that does not answer is not asked for the others."""
    sources: list[_Source] = [_from_backup, _from_province]
    for name in names:
        if stopped() or not _healed(store, profile, name, sources):
            yield name


def _healed(store: Store, profile: Profile, name: str, sources: list[_Source]) -> bool:
    for content_of in list(sources):
        try:
            content = content_of(store, profile, name)
        except CounterError as failure:
            _log.warning("file %s: %s", name[:8], failure)
            if isinstance(failure, SyncFailure):
                sources.remove(content_of)
            continue
        if content is not None:
            store.files.heal(content)
            return True
    return False


def _from_backup(store: Store, profile: Profile, name: str) -> bytes | None:
    return backup_folder(profile, store.desk).file(store, name) if profile.backup.folder else None


def _from_province(store: Store, profile: Profile, name: str) -> bytes | None:
    if not profile.server.url:
        return None
    with ProvincialServer(profile.server, store) as server:
        return server.fetch(name, _LARGEST)

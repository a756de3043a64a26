"""A desk's store that is not as it was left is put together again, from all there is.

From what lies on the disk (or was restored from a backup), the province's journal of this desk, and the witness, which
knows what was drawn and is in neither. Afterwards the desk goes on: no code, receipt or print number is drawn twice,
and what could not be brought back is named. It may be broken off anywhere and done again.
"""

from __future__ import annotations

import logging
from collections.abc import Callable, Mapping
from dataclasses import dataclass, field
from datetime import datetime
from pathlib import Path

from counter_app.config import Profile
from counter_app.dossier import clock
from counter_app.errors import CounterError
from counter_app.store.files import FileMissing
from counter_app.store.keys import StoreKey
from counter_app.store.recognition import RESTORED, Recognition
from counter_app.store.store import Store, open_store
from counter_app.store.sweep import missing_files
from counter_app.store.witness import Drawn, Witness, witness_of
from counter_app.sync.branches import Resettled, put_right, settle_branches
from counter_app.sync.client import ProvincialServer
from counter_app.sync.drawn_numbers import keep_numbers
from counter_app.sync.errors import JournalForked, SyncFailure
from counter_app.sync.rounds.history import agree_on_history
from counter_app.sync.rounds.pull import pull

_log = logging.getLogger(__name__)
_BLIND = 100  # numbers left free of each kind where nothing tells what was drawn
Told = Callable[[str], None]


@dataclass(frozen=True)
class Lost:
    """An entry that was written and is nowhere any more: of which dossier, what and when (ISO 8601)."""

    dossier: str
    kind: str
    at: str


@dataclass(frozen=True)
class Rebuilt:
    """What a rebuild came to. `province` is why the province could not be asked; None where it was, or there is none.

    `unknown` is how many entries more there may have been that nothing tells of. `branch` are the entries of the other
    copy that were written anew. Where it is not `finished` the store is still not opened for work.
    """

    entries: int
    from_province: int = 0
    files_healed: int = 0
    lost: tuple[Lost, ...] = ()
    missing_files: tuple[str, ...] = ()
    unknown: int = 0
    blind: bool = False
    province: CounterError | None = None
    branch: tuple[Resettled, ...] = ()
    finished: bool = True
    receipts: dict[str, int] = field(default_factory=dict)

    @property
    def whole(self) -> bool:
        """Whether nothing is missing and nothing is unknown."""
        return not (self.lost or self.missing_files or self.unknown or self.blind or self.province)


def rebuild(
    folder: Path,
    profile: Profile,
    told: Told = lambda _: None,
    *,
    alone: bool = False,
    receipts: Mapping[str, int] | None = None,
    now: Callable[[], datetime] = clock.now,
    key: StoreKey | None = None,
) -> Rebuilt:
    """Rebuilds the store in `folder`; `told` hears what is being done. Where the province cannot be asked nothing is
    finished, unless the desk is to go on `alone`. `receipts`: by series the last number on the stubs, if known. `key`
    opens the store where its key is wrapped.

    Raises StoreLocked, KeyMissing, KeyWrapped, WrongKey, StoreFault: what cannot be opened at all is restored from a
    backup first.
    """
    seen = _Seen()
    store = open_store(folder, profile.desk_id, seen.recognise, key)
    try:
        return _rebuilt(store, profile, seen.last, told, alone=alone, receipts=receipts or {}, now=now())
    finally:
        store.close()


class _Seen:
    """What the witness knew before the rebuild."""

    def __init__(self) -> None:
        self.last: Drawn | None = None

    def recognise(self, known: Recognition, folder: Path, key: StoreKey) -> Witness:
        """The witness as it is, whatever the database says; a new one where there is none."""
        found = witness_of(folder, known.desk, key.derived("witness"), key.former("witness"))
        if found is None:
            return known.begin(folder, key)
        self.last = found.last
        return found


def _rebuilt(
    store: Store,
    profile: Profile,
    last: Drawn | None,
    told: Told,
    *,
    alone: bool,
    receipts: Mapping[str, int],
    now: datetime,
) -> Rebuilt:
    before = store.entries.last_sequence()
    told("The province is asked what it has of this desk …")
    came, branch, failure = _ask_province(store, profile)
    if failure is not None and not alone:
        return Rebuilt(before, province=failure, finished=False)
    told("What was drawn is compared …")
    lines = tuple(store.witness.lines()) if last else ()
    reached = store.entries.last_sequence()
    lost = tuple(Lost(line.dossier, line.kind, line.at) for line in lines if line.kind and line.sequence > reached)
    unknown = (last.unknown if reached < last.reserved else 0) if last else _BLIND
    blind = last is None and bool(failure or not profile.server.url)
    if last is None and not blind:
        unknown = 0  # the province has all that was ever printed, but for what was drawn without a line
    with store.transaction():
        store.print_jobs.leave_in_doubt()
        keep_numbers(store, profile, last or Drawn(), lines, unknown, now)
        for series, number in receipts.items():
            store.lost_numbers.set_receipt(series, number)
        store.recognition.rebuilt(store.witness)
    told("Files are compared …")
    healed, missing = _heal_files(store, profile, asked=failure is None and bool(profile.server.url))
    (store.folder / RESTORED).unlink(missing_ok=True)
    _log.warning("rebuilt: %s entries, %s from the province, %s lost", reached, came, len(lost))
    return Rebuilt(
        entries=store.entries.check_own(),
        from_province=came,
        files_healed=healed,
        lost=lost,
        missing_files=missing,
        unknown=unknown,
        blind=blind,
        province=failure,
        branch=branch,
        receipts=dict(store.witness.last.receipts) if reached < before or lost or unknown else {},
    )


def _ask_province(store: Store, profile: Profile) -> tuple[int, tuple[Resettled, ...], CounterError | None]:
    """Takes back what the province has: how many entries, those of another branch, and why it could not be asked."""
    if not profile.server.url:
        return 0, (), None
    before = store.entries.last_sequence()
    try:
        with ProvincialServer(profile.server, store) as server:
            branch: tuple[Resettled, ...] = ()
            try:
                agree_on_history(store, server)
            except JournalForked:
                branch = settle_branches(store, server, profile)
            branch += put_right(store, server)
            pull(store, server)
            store.news.look_at_all()  # it was here before
    except SyncFailure as failure:
        return store.entries.last_sequence() - before, (), failure
    return max(store.entries.last_sequence() - before - sum(not item.changed for item in branch), 0), branch, None


def _heal_files(store: Store, profile: Profile, *, asked: bool) -> tuple[int, tuple[str, ...]]:
    """Files this desk's entries name that are not here come from the province; how many came, and which did not."""
    missing = {file.sha256: file.size for file in missing_files(store.entries, store.files)}
    if not missing or not asked:
        return 0, tuple(missing)
    left: list[str] = []
    with ProvincialServer(profile.server, store) as server:
        for name, size in missing.items():
            try:
                store.files.heal(server.fetch(name, size))
            except (FileMissing, SyncFailure):
                left.append(name)
    return len(missing) - len(left), tuple(left)

"""Where sync stands, for the window."""

from __future__ import annotations

from dataclasses import dataclass, replace
from datetime import datetime, timedelta

from counter_app.errors import CounterError
from counter_app.store.outgoing import OutgoingFile
from counter_app.sync.waiting import Waiting

_CLOCK_OFF = timedelta(minutes=5)


@dataclass(frozen=True)
class Sending:
    """The file that is on the line, and how many bytes of it are there."""

    file: OutgoingFile
    there: int


@dataclass(frozen=True)
class SyncStatus:
    """Where sync stands.

    `failure` is why the last exchange of entries did not succeed, `files_failure` why files do not go; `troubles` stop
    nothing but somebody should know of them. `retry_at` is when the next try comes. `clock_ahead` tells how far this
    desk's clock is ahead of the server's. Files rest until `files_rest_until` because of the profile's hours.
    """

    online: bool = False
    paused: bool = False
    working: bool = False
    entries_waiting: int = 0
    files_waiting: int = 0
    last_contact: datetime | None = None
    failure: CounterError | None = None
    changed_dossiers: tuple[str, ...] = ()
    bytes_waiting: int = 0
    waiting_since: datetime | None = None
    files_failure: CounterError | None = None
    troubles: tuple[CounterError, ...] = ()
    retry_at: datetime | None = None
    clock_ahead: timedelta | None = None
    sending: Sending | None = None
    files_rest_until: datetime | None = None
    acknowledged: int = 0  # the last of this desk's entries the province has
    knowledge_checked: datetime | None = None

    @property
    def clock_is_off(self) -> bool:
        """Whether the two clocks differ by more than five minutes: papers then bear a wrong time."""
        return self.clock_ahead is not None and abs(self.clock_ahead) > _CLOCK_OFF

    def counted(self, found: Waiting) -> SyncStatus:
        """The same with what waits now; the dossiers that changed were told once."""
        return replace(
            self,
            entries_waiting=found.entries,
            files_waiting=found.files,
            bytes_waiting=found.size,
            waiting_since=found.since,
            acknowledged=found.acknowledged,
            changed_dossiers=(),
        )

    def in_contact(self, at: datetime) -> SyncStatus:
        """The same after the server has answered."""
        return replace(self, online=True, last_contact=at, failure=None, retry_at=None)

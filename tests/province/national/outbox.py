"""An outbox in memory; what it notes goes through JSON, as into a database."""

from __future__ import annotations

from collections.abc import Sequence
from datetime import datetime
from typing import NamedTuple

from counter_app.errors import CounterError
from counter_app.province.national.case import Case, case_of
from counter_app.province.national.gateway import Handed, Waiting
from tests.province.national.lives import Life


class Failed(NamedTuple):
    failure: CounterError
    again_at: datetime | None  # None: a dead letter


class MemoryOutbox:
    """See `counter_app.province.national.gateway.Outbox`."""

    def __init__(self, *lives: Life) -> None:
        self.lives = {life.code: life for life in lives}
        self.waiting: dict[str, tuple[datetime, str]] = {}
        self.failed: dict[str, Failed] = {}
        self.done: dict[str, str] = {}
        for life in lives:
            self.changed(life)

    def changed(self, life: Life) -> None:
        """The journal grew."""
        self.lives[life.code] = life
        handed = Handed.model_validate_json(self.done[life.code]) if life.code in self.done else Handed()
        waiting = Waiting(code=life.code, revision=len(life.entries), handed=handed)
        self.waiting[life.code] = (life.at, waiting.model_dump_json())
        self.failed.pop(life.code, None)

    def due(self, at: datetime, limit: int) -> Sequence[Waiting]:
        ready = sorted((when, text) for when, text in self.waiting.values() if when <= at)
        return [Waiting.model_validate_json(text) for _, text in ready[:limit]]

    def read(self, code: str) -> Case | None:
        return case_of(self.lives[code].entries)

    def note(self, code: str, handed: Handed) -> None:
        self.done[code] = handed.model_dump_json()
        when, text = self.waiting[code]
        waiting = Waiting.model_validate_json(text).model_copy(update={"handed": handed})
        self.waiting[code] = (when, waiting.model_dump_json())

    def sent(self, waiting: Waiting, at: datetime) -> None:
        self.failed.pop(waiting.code, None)
        if len(self.lives[waiting.code].entries) == waiting.revision:
            del self.waiting[waiting.code]
        else:
            self.changed(self.lives[waiting.code])

    def later(self, waiting: Waiting, failure: CounterError, again_at: datetime) -> None:
        self._counted(waiting, again_at)
        self.failed[waiting.code] = Failed(failure, again_at)

    def dead(self, waiting: Waiting, failure: CounterError, at: datetime) -> None:
        del self.waiting[waiting.code]
        self.failed[waiting.code] = Failed(failure, None)

    def _counted(self, waiting: Waiting, again_at: datetime) -> None:
        kept = Waiting.model_validate_json(self.waiting[waiting.code][1])
        counts = {"attempts": waiting.attempts, "refusals": waiting.refusals}
        self.waiting[waiting.code] = (again_at, kept.model_copy(update=counts).model_dump_json())

"""A task of the server that one process at a time does, turn by turn in a thread of its own until it stops."""

from __future__ import annotations

import logging
import threading
from collections.abc import Callable, Iterator
from contextlib import contextmanager

from sqlalchemy.exc import SQLAlchemyError

from counter_app.province.national_lease import Lease, LeaseLost

_log = logging.getLogger(__name__)


class LeasedThread:
    """Calls `turn`, which says in how many seconds it wants to be called again, between `start` and `stop`.

    A turn that fails is tried again after `every` seconds, whatever it was: the database is away, say.
    """

    def __init__(self, lease: Lease, name: str, turn: Callable[[], float], *, every: float, patience: float) -> None:
        """`patience`: seconds that a turn under way is given when the server stops."""
        self._lease, self._name, self._turn = lease, name, turn
        self._every, self._patience = every, patience
        self._stopping = threading.Event()
        self._thread = threading.Thread(target=self._run, name=name, daemon=True)

    @property
    def is_stopping(self) -> bool:
        """Whether the turn under way is to end as soon as it can."""
        return self._stopping.is_set()

    @contextmanager
    def running(self) -> Iterator[None]:
        """The task is done meanwhile."""
        self._thread.start()
        try:
            yield
        finally:
            self.stop()

    def stop(self) -> None:
        """Lets the turn under way finish and gives the lease back; where that fails, it ends by itself."""
        self._stopping.set()
        if self._thread.ident is not None:
            self._thread.join(self._patience)
        if not self._thread.is_alive():
            try:
                self._lease.release()
            except SQLAlchemyError:
                _log.exception(self._name)

    def _run(self) -> None:
        wait = self._every
        while not self._stopping.wait(wait):
            wait = self._every
            try:
                wait = self._turn()
            except LeaseLost:
                continue
            except Exception:  # noqa: BLE001 - tried again, whatever it was
                _log.exception(self._name)

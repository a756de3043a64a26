"""Dossiers are folded in the background, in batches, so that no list or report waits for it: after a migration that has
all lines made anew these are all dossiers of the province.

One thread, in the process that holds the lease. Between two batches it rests as long as the batch took, so that desks
are served meanwhile; how many lines are behind stands in the metrics, in the log and on the officials' pages.
"""

from __future__ import annotations

import logging
import time
from collections.abc import Iterator
from contextlib import contextmanager

from counter_app.log import note
from counter_app.province.leased_thread import LeasedThread
from counter_app.province.metrics import Metrics
from counter_app.province.national_lease import FOLDING, Lease
from counter_app.province.overview import Overview
from counter_app.province.services import Services

BATCH = 200  # dossiers folded in one transaction
EVERY = 2.0  # seconds between two looks for lines that are behind
_SAID = 5_000  # folded dossiers between two lines of the log
_STOPPING = 10.0  # seconds a batch is given when the server stops
_log = logging.getLogger(__name__)


class Folding:
    """Folds in its thread; or turn by turn, for whoever calls `turn`."""

    def __init__(self, services: Services, every: float = EVERY) -> None:
        self._overview = Overview(services.engine)
        self._metrics: Metrics = services.metrics
        self._lease = Lease(services.engine, name=FOLDING)
        self._every = every
        self._unsaid = 0
        self.thread = LeasedThread(self._lease, "folding", self._work, every=every, patience=_STOPPING)

    def turn(self) -> int:
        """Folds a batch; how many: 0 where another process does that, or nothing is behind."""
        if not self._lease.take():
            return 0
        folded = self._overview.refresh(BATCH)
        if folded:
            self._tell(folded)
        return folded

    def _tell(self, folded: int) -> None:
        self._unsaid += folded
        if folded == BATCH and self._unsaid < _SAID:
            return  # to count them takes as long as to fold a batch
        behind = self._overview.behind()
        self._metrics.set("dossiers_behind", behind)
        note(_log, "folded", dossiers=self._unsaid, behind=behind)
        self._unsaid = 0

    def _work(self) -> float:
        began = time.monotonic()
        return time.monotonic() - began if self.turn() else self._every


@contextmanager
def folding(services: Services) -> Iterator[None]:
    """Dossiers are folded meanwhile."""
    with Folding(services).thread.running():
        yield

"""The national gateway inside the server: one thread that hands over what is due, one that keeps the lease.

Whether the portal answers or not is no matter of the desks: nothing here is waited for by a request.
"""

from __future__ import annotations

import logging
import random
import threading
from collections.abc import Callable, Iterator
from contextlib import contextmanager
from datetime import datetime

from pydantic import ValidationError
from sqlalchemy import Engine
from sqlalchemy.exc import SQLAlchemyError

from counter_app.dossier import clock
from counter_app.errors import CounterError
from counter_app.province.file_register import Key
from counter_app.province.metrics import Metrics
from counter_app.province.national.case import Case
from counter_app.province.national.errors import FileAwaited, HandOverBroken
from counter_app.province.national.gateway import Handed, Note, Round, rest, send_due
from counter_app.province.national.opening import open_service
from counter_app.province.national_lease import Lease, LeaseLost
from counter_app.province.national_links import PATH
from counter_app.province.national_outbox import NationalOutbox, figures
from counter_app.province.national_settings import GatewaySettings
from counter_app.province.services import Services
from counter_app.sync.wire import agency_of_dossier

_STOPPING = 8.0  # seconds a call under way is given when the server stops
_log = logging.getLogger(__name__)


class Sender:
    """A `NationalService` whose files are those of the office of the dossier under way.

    A fault of one dossier becomes an error of that dossier and does not hold up the others.
    """

    def __init__(self, settings: GatewaySettings, services: Services) -> None:
        self._settings, self._services = settings, services
        self._agency = ""
        self._service = open_service(settings.national, self._url_of, self._content_of)

    def hand_over(self, case: Case, handed: Handed, note: Note) -> None:
        """See `NationalService.hand_over`; raises FileAwaited, HandOverBroken too, and what `note` raises."""
        self._agency = agency_of_dossier(case.dossier.code)
        try:
            self._service.hand_over(case, handed, note)
        except (CounterError, ValidationError, LeaseLost, SQLAlchemyError):
            raise
        except Exception as fault:
            _log.exception("national gateway")
            raise HandOverBroken(type(fault).__name__) from fault

    def close(self) -> None:
        """Ends the connection."""
        self._service.close()

    def _url_of(self, sha256: str) -> str:
        key = Key(self._agency, sha256)
        standing = self._services.files.standing(key)
        if standing is None or not standing.here:
            raise FileAwaited
        return f"{self._settings.public_url}{PATH}{self._services.links.sign(key, self._settings.link_hours)}"

    def _content_of(self, sha256: str) -> bytes:
        try:
            return b"".join(self._services.uploads.read(Key(self._agency, sha256)))
        except FileNotFoundError as fault:
            raise FileAwaited from fault


class NationalGateway:
    """Hands over in the background between `start` and `stop`; or turn by turn, for whoever calls `turn`."""

    def __init__(self, settings: GatewaySettings, services: Services, now: Callable[[], datetime] = clock.now) -> None:
        """Raises NationalCertificateWrong."""
        self._every = settings.every_seconds
        self._engine: Engine = services.engine
        self._metrics: Metrics = services.metrics
        self._now = now
        self._lease = Lease(services.engine, settings.lease_seconds)
        self._outbox = NationalOutbox(services.engine, self._lease, now)
        self._sender = Sender(settings, services)
        self._stopping = threading.Event()
        self._threads: list[threading.Thread] = []
        self._holds = threading.Event()

    def start(self) -> None:
        """Begins; returns at once."""
        for name, work in (("sender", self._send), ("lease", self._keep)):
            self._threads.append(threading.Thread(target=work, name=f"national {name}", daemon=True))
            self._threads[-1].start()

    def stop(self) -> None:
        """Lets the call under way finish for a moment and gives the lease back. Whatever it ends in, nothing is lost:
        the next process asks the portal what it has."""
        self._stopping.set()
        for thread in self._threads:
            thread.join(_STOPPING)
        if not any(thread.is_alive() for thread in self._threads):
            self._sender.close()
            try:
                self._lease.release()
            except SQLAlchemyError:
                _log.exception("national gateway")  # it ends by itself

    def turn(self) -> Round | None:
        """Looks for what changed and tries once what is due; None where another process does that."""
        if not self._lease.take():
            self._holds.clear()
            return None
        self._holds.set()
        try:
            self._outbox.collect()
            return send_due(self._outbox, self._sender, now=self._now, stopped=self._stopping.is_set)
        except LeaseLost:
            self._holds.clear()
            return None

    def tell(self) -> None:
        """Puts the figures into the metrics."""
        found = figures(self._engine)
        self._metrics.set("national_waiting", found.waiting)
        self._metrics.set("national_dead_letters", found.dead)
        self._metrics.set("national_holder", self._holds.is_set())
        if found.last_sent:
            self._metrics.set("national_last_success_timestamp_seconds", found.last_sent.timestamp())

    def _send(self) -> None:
        failures = 0
        wait = 0.0
        while not self._stopping.wait(wait):
            wait = self._every
            try:
                done = self.turn()
                self.tell()
            except Exception:  # noqa: BLE001 - the database is away, say: tried again, whatever it was
                _log.exception("national gateway")
                continue
            failures = failures + 1 if done and done.failure else 0
            if failures:
                # the line is down or the portal lets nobody in: it is asked more and more seldom
                wait = max(self._every, rest(failures, random.random()).total_seconds())
            elif done and done.sent:
                wait = 0.0

    def _keep(self) -> None:
        """Keeps the lease while a turn takes long or the portal is left in peace."""
        while not self._stopping.wait(self._lease.seconds / 3):
            if self._holds.is_set():
                try:
                    if not self._lease.take():
                        self._holds.clear()
                except SQLAlchemyError:
                    _log.exception("national gateway")


@contextmanager
def handing_over(settings: GatewaySettings | None, services: Services) -> Iterator[None]:
    """The gateway runs meanwhile, if there is one."""
    if settings is None:
        yield
        return
    gateway = NationalGateway(settings, services)
    gateway.start()
    try:
        yield
    finally:
        gateway.stop()

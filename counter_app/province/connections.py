"""One connection of HTTP that cannot stand still unheard: its head, its idle time and its reading are bounded."""

from __future__ import annotations

import asyncio
import logging
from typing import Any

from uvicorn.protocols.http.h11_impl import H11Protocol

from counter_app.province.host_names import is_loopback

HEAD_SECONDS = 10.0  # for the head of a request to come, and for what follows a request that was answered early
READ_SECONDS = 60.0  # for 48 KB of an answer to be read, or all of a smaller one
FROM_ONE_ADDRESS = 200  # connections at once; a proxy on this machine brings everybody's, and bounds them itself
_log = logging.getLogger(__name__)


class GuardedProtocol(H11Protocol):
    """uvicorn's own protocol, with the time limits that it leaves to a proxy in front of it."""

    _head: asyncio.TimerHandle | None = None
    _read: asyncio.TimerHandle | None = None

    def connection_made(self, transport: asyncio.Transport) -> None:  # type: ignore[override]
        """One address does not take all places."""
        super().connection_made(transport)
        if self._of_its_address() > FROM_ONE_ADDRESS:
            _log.warning("too many connections from one address")
            transport.abort()
            return
        self._watch()

    def connection_lost(self, exc: Exception | None) -> None:
        """Nothing is waited for any more."""
        super().connection_lost(exc)
        self._stop_head()
        self._stop_read()

    def data_received(self, data: bytes) -> None:
        """Some bytes of a head do not make it whole."""
        super().data_received(data)
        self._watch()

    def on_response_complete(self) -> None:
        """uvicorn ends what is idle after five seconds; what comes in between is no more idle than a head."""
        super().on_response_complete()
        self._watch()

    def pause_writing(self) -> None:
        """The other side reads more slowly than is written."""
        super().pause_writing()
        self._stop_read()
        self._read = self.loop.call_later(READ_SECONDS, self._give_up, "an answer was not read")

    def resume_writing(self) -> None:
        """It has read."""
        super().resume_writing()
        self._stop_read()

    def _watch(self) -> None:
        """The time for a head runs while no request is being answered, however many bytes of it come."""
        if self.transport.is_closing() or (self.cycle is not None and not self.cycle.response_complete):
            self._stop_head()
        elif self._head is None:
            self._head = self.loop.call_later(HEAD_SECONDS, self._give_up, "a head did not come")

    def _stop_head(self) -> None:
        if self._head is not None:
            self._head.cancel()
            self._head = None

    def _stop_read(self) -> None:
        if self._read is not None:
            self._read.cancel()
            self._read = None

    def _give_up(self, why: str) -> None:
        _log.info("%s in time", why)
        self.transport.abort()

    def _of_its_address(self) -> int:
        if self.client is None or is_loopback(self.client[0]):
            return 0
        return sum(_host_of(other) == self.client[0] for other in self.connections)


def _host_of(connection: Any) -> str:
    client = getattr(connection, "client", None)
    return str(client[0]) if client else ""

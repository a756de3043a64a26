"""What stands before the routes: bodies of bounded size and time, gzip, and a note of every answer."""

from __future__ import annotations

import asyncio
import logging
import time
import zlib
from collections.abc import Callable, Mapping
from typing import Any

from starlette.concurrency import run_in_threadpool
from starlette.responses import JSONResponse
from starlette.types import ASGIApp, Message, Receive, Scope, Send

from counter_app.province.host_names import HostNames
from counter_app.province.metrics import Metrics
from counter_app.sync.wire import TUS, Refusal

PAGES = "/web"  # where the province's pages lie
ONLINE = "/v2/online/"  # where officials bring what citizens filed at the national portal
LARGEST_BODY = 16_000_000  # bytes of JSON, unpacked
LARGEST_OF_STRANGERS = 64_000  # of those who show no token of a desk
LARGEST_TOGETHER = 256_000_000  # bytes of all bodies that are in memory at once, in this process
_PATIENCE = 30.0  # seconds for which a body may stand still
_SECONDS = 30.0  # for a whole body to come
_SLOWEST = 512  # bytes a second, on average, of a body that takes longer
_READ = (b"content-encoding", b"content-length", b"host", b"authorization")
_log = logging.getLogger(__name__)


class BodyRefused(Exception):
    """The request is not looked at further."""

    def __init__(self, status: int, reason: str, **headers: str) -> None:
        super().__init__(reason)
        self.status, self.reason, self.headers = status, reason, headers


class Room:
    """How many bytes of bodies may be in memory at once."""

    def __init__(self, size: int) -> None:
        self.left = size


class Place:
    """What one request takes of the room."""

    def __init__(self, room: Room) -> None:
        self._room = room
        self._taken = 0

    def take(self, size: int) -> None:
        """Raises BodyRefused (503) where too many others have bodies here; it is to be sent again in a moment."""
        if size > self._room.left:
            raise BodyRefused(503, "too much at once", **{"Retry-After": "2"})
        self._room.left -= size
        self._taken += size

    def leave(self) -> None:
        """Gives it back."""
        self._room.left += self._taken
        self._taken = 0


class RequestLimits:
    """An ASGI application around another. `knows` tells whether a token is that of a desk; `official`, which may wait
    for the database, whether it is that of an official, who brings what was filed online."""

    def __init__(
        self,
        app: ASGIApp,
        metrics: Metrics,
        names: HostNames,
        knows: Callable[[str], bool],
        official: Callable[[str], bool],
    ) -> None:
        self._app = app
        self._metrics = metrics
        self._names = names
        self._knows = knows
        self._official = official
        self._room = Room(LARGEST_TOGETHER)

    async def __call__(self, scope: Scope, receive: Receive, send: Send) -> None:
        """One request."""
        if scope["type"] != "http":
            await self._app(scope, receive, send)
            return
        began = time.perf_counter()
        status = 0
        place = Place(self._room)

        async def noting(message: Message) -> None:
            nonlocal status
            if message["type"] == "http.response.start":
                status = message["status"]
            await send(message)

        try:
            try:
                await self._app(scope, await self._bounded(scope, receive, place), noting)
            except BodyRefused as refusal:
                if not status:
                    await refused(refusal.status, refusal.reason, refusal.headers)(scope, receive, noting)
        finally:
            place.leave()
            self._note(scope, status, time.perf_counter() - began)

    async def _bounded(self, scope: Scope, receive: Receive, place: Place) -> Receive:
        """The request's body as the routes get it: whole, unpacked and of bounded size; a piece of a file as it comes.

        Raises BodyRefused.
        """
        headers = {name: value for name, value in scope["headers"] if name in _READ}
        if not self._names.has(headers.get(b"host", b"").decode("latin-1")):
            raise BodyRefused(421, "another host")
        packing = headers.get(b"content-encoding", b"identity").strip().lower()
        patiently = _in_time(receive)
        if scope["path"].startswith(f"{PAGES}/"):  # they bound it themselves, once they know who is speaking
            return patiently
        if scope["method"] == "PATCH":
            if packing != b"identity":
                raise BodyRefused(415, "pieces of files come as they are")
            return patiently
        if scope["method"] not in ("POST", "PUT", "DELETE"):
            return receive
        if packing not in (b"identity", b"gzip"):
            raise BodyRefused(415, "gzip or nothing")
        token = headers.get(b"authorization", b"").decode("latin-1").partition(" ")[2]
        largest = LARGEST_BODY if await self._is_known(token, scope["path"]) else LARGEST_OF_STRANGERS
        return _replayed(await _whole(patiently, packing == b"gzip", largest, place), receive)

    async def _is_known(self, token: str, path: str) -> bool:
        if not token.isascii():
            return False
        return self._knows(token) or (path.startswith(ONLINE) and await run_in_threadpool(self._official, token))

    def _note(self, scope: Scope, status: int, seconds: float) -> None:
        route = getattr(scope.get("route"), "path", "other")
        method = scope["method"] if route != "other" else "other"
        self._metrics.answered(method, route, status, seconds)
        if route.startswith("/health") or route == "/metrics":
            return
        said: dict[str, Any] = {"method": method, "route": route, "status": status, "ms": round(seconds * 1000, 1)}
        if desk := scope.get("state", {}).get("desk"):
            said["desk"] = desk
        _log.info("answered", extra={"said": said})


def refused(
    status: int, reason: str, headers: Mapping[str, str] | None = None, acknowledged: int | None = None
) -> JSONResponse:
    """The answer to what is not accepted."""
    refusal = Refusal(reason=reason, acknowledged=acknowledged)
    return JSONResponse(refusal.model_dump(), status_code=status, headers={"Tus-Resumable": TUS, **(headers or {})})


def _in_time(receive: Receive) -> Receive:
    """Raises BodyRefused (408) where the body stands still or comes too slowly."""
    began, came = time.monotonic(), 0

    async def patiently() -> Message:
        nonlocal came
        try:
            async with asyncio.timeout(_PATIENCE):  # wait_for would make a task of every piece
                message = await receive()
        except TimeoutError as fault:
            raise BodyRefused(408, "the body stood still") from fault
        came += len(message.get("body", b""))
        if message.get("more_body") and time.monotonic() - began > _SECONDS + came / _SLOWEST:
            raise BodyRefused(408, "the body comes too slowly")
        return message

    return patiently


def _replayed(body: bytes, receive: Receive) -> Receive:
    told = False

    async def replayed() -> Message:
        nonlocal told
        if told:
            return await receive()
        told = True
        return {"type": "http.request", "body": body, "more_body": False}

    return replayed


async def _whole(receive: Receive, packed: bool, largest: int, place: Place) -> bytes:
    unpack = zlib.decompressobj(wbits=31)
    pieces: list[bytes] = []
    size, more = 0, True
    while more:
        message = await receive()
        if message["type"] != "http.request":
            raise BodyRefused(400, "cut off")
        piece = message.get("body", b"")
        if packed:
            try:
                piece = unpack.decompress(piece, largest + 1 - size)
            except zlib.error as fault:
                raise BodyRefused(400, "no gzip") from fault
            if unpack.unconsumed_tail:
                raise BodyRefused(413, "body too large")
        size += len(piece)
        if size > largest:
            raise BodyRefused(413, "body too large")
        place.take(len(piece))
        pieces.append(piece)
        more = message.get("more_body", False)
    if packed and size and not unpack.eof:
        raise BodyRefused(400, "no gzip")
    return b"".join(pieces)

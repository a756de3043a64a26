"""What stands before the routes: bodies of bounded size and time, gzip, and a note of every answer."""

from __future__ import annotations

import asyncio
import logging
import time
import zlib
from collections.abc import Mapping
from typing import Any

from starlette.responses import JSONResponse
from starlette.types import ASGIApp, Message, Receive, Scope, Send

from counter_app.province.metrics import Metrics
from counter_app.sync.wire import TUS, Refusal

PAGES = "/web"  # where the province's pages lie
LARGEST_BODY = 16_000_000  # bytes of JSON, unpacked
_PATIENCE = 30.0  # seconds for which a body may stand still
_log = logging.getLogger(__name__)


class BodyRefused(Exception):
    """The request is not looked at further."""

    def __init__(self, status: int, reason: str) -> None:
        super().__init__(reason)
        self.status, self.reason = status, reason


class RequestLimits:
    """An ASGI application around another."""

    def __init__(self, app: ASGIApp, metrics: Metrics) -> None:
        self._app = app
        self._metrics = metrics

    async def __call__(self, scope: Scope, receive: Receive, send: Send) -> None:
        """One request."""
        if scope["type"] != "http":
            await self._app(scope, receive, send)
            return
        began = time.perf_counter()
        status = 0

        async def noting(message: Message) -> None:
            nonlocal status
            if message["type"] == "http.response.start":
                status = message["status"]
            await send(message)

        try:
            try:
                await self._app(scope, await _bounded(scope, receive), noting)
            except BodyRefused as refusal:
                if not status:
                    await refused(refusal.status, refusal.reason)(scope, receive, noting)
        finally:
            self._note(scope, status, time.perf_counter() - began)

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


async def _bounded(scope: Scope, receive: Receive) -> Receive:
    """The request's body as the routes get it: whole, unpacked and of bounded size; a piece of a file as it comes."""
    headers = {name: value for name, value in scope["headers"] if name in (b"content-encoding", b"content-length")}
    packing = headers.get(b"content-encoding", b"identity").strip().lower()

    async def patiently() -> Message:
        try:
            async with asyncio.timeout(_PATIENCE):  # wait_for would make a task of every piece
                return await receive()
        except TimeoutError as fault:
            raise BodyRefused(408, "the body stood still") from fault

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
    body = await _whole(patiently, packing == b"gzip")
    told = False

    async def replayed() -> Message:
        nonlocal told
        if told:
            return await receive()
        told = True
        return {"type": "http.request", "body": body, "more_body": False}

    return replayed


async def _whole(receive: Receive, packed: bool) -> bytes:
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
                piece = unpack.decompress(piece, LARGEST_BODY + 1 - size)
            except zlib.error as fault:
                raise BodyRefused(400, "no gzip") from fault
            if unpack.unconsumed_tail:
                raise BodyRefused(413, "body too large")
        size += len(piece)
        if size > LARGEST_BODY:
            raise BodyRefused(413, "body too large")
        pieces.append(piece)
        more = message.get("more_body", False)
    if packed and size and not unpack.eof:
        raise BodyRefused(400, "no gzip")
    return b"".join(pieces)

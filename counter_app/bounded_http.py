"""Answers over HTTP that end: bounded in bytes, unpacked, and in seconds, whatever the other side does.

httpx itself waits for the next byte only, and unpacks all there is.
"""

from __future__ import annotations

import socket
import threading
import zlib
from collections.abc import Iterator
from contextlib import contextmanager, suppress
from typing import Any

import httpx

_ENDED = ("connect_tcp.complete", "connect_unix_socket.complete", "start_tls.complete")
_SENT = ("send_request_body.complete", "send_request_body.failed")  # an answer may come before all was sent
_ABOUT_THE_BODY = ("content-encoding", "content-length", "transfer-encoding")


class AnswerTooLarge(httpx.DecodingError):
    """More bytes, unpacked, than such an answer has; or packed in a way that was not asked for."""


class BoundedClient(httpx.Client):
    """A client for one thread."""

    def __init__(self, **options: Any) -> None:
        super().__init__(**options)
        self.headers["Accept-Encoding"] = "gzip"
        self._streams: list[Any] = []

    def ask(self, method: str, url: str, *, largest: int, seconds: float, **parts: Any) -> httpx.Response:
        """The whole answer, of at most so many bytes, and so many seconds after the request was sent.

        Raises AnswerTooLarge; httpx.ReadTimeout where it does not end in time; what httpx raises.
        """
        timeout = parts.pop("timeout", httpx.USE_CLIENT_DEFAULT)
        request = self.build_request(method, url, timeout=timeout, **parts)
        with self._in_time(request, seconds):
            response = self.send(request, stream=True)
            try:
                body = b"".join(_unpacked(response, largest))
            finally:
                response.close()
        headers = [(name, value) for name, value in response.headers.multi_items() if name not in _ABOUT_THE_BODY]
        return httpx.Response(response.status_code, headers=headers, content=body, request=request)

    @contextmanager
    def _in_time(self, request: httpx.Request, seconds: float) -> Iterator[None]:
        """Hangs up once the time is over, be it in the middle of the answer's head."""
        over = threading.Event()

        def hang_up() -> None:
            over.set()
            self._hang_up()

        timer = threading.Timer(seconds, hang_up)
        timer.daemon = True

        def heard(event: str, facts: dict[str, Any]) -> None:
            if event.endswith(_ENDED):
                self._streams = [stream for stream in self._streams if _socket_of(stream) is not None] + [
                    facts["return_value"]
                ]
            elif event.endswith(_SENT) and not timer.ident:
                timer.start()

        request.extensions["trace"] = heard
        try:
            yield
        except (httpx.HTTPError, OSError, ValueError) as fault:
            if over.is_set() and not isinstance(fault, AnswerTooLarge):
                raise httpx.ReadTimeout("the answer did not end in time", request=request) from fault
            raise
        finally:
            timer.cancel()

    def _hang_up(self) -> None:
        for stream in self._streams:
            if (line := _socket_of(stream)) is not None:
                with suppress(OSError):  # it was closed meanwhile
                    socket.socket.shutdown(line, socket.SHUT_RDWR)  # not TLS's own, which would say goodbye and wait


def _socket_of(stream: Any) -> socket.socket | None:
    """The socket under a connection; None once it is closed."""
    line = stream.get_extra_info("socket")
    return line if isinstance(line, socket.socket) and line.fileno() >= 0 else None


def _unpacked(response: httpx.Response, largest: int) -> Iterator[bytes]:
    """Raises AnswerTooLarge, httpx.DecodingError."""
    packing = response.headers.get("Content-Encoding", "identity").strip().lower()
    if packing not in ("identity", "gzip", "x-gzip", ""):
        raise AnswerTooLarge(f"packed as {packing[:20]!r}")
    unpack = zlib.decompressobj(wbits=31) if "gzip" in packing else None
    came = 0
    for piece in response.iter_raw():
        if unpack is not None:
            try:
                piece = unpack.decompress(piece, largest + 1 - came)
            except zlib.error as fault:
                raise httpx.DecodingError("no gzip") from fault
        came += len(piece)
        if came > largest or (unpack is not None and unpack.unconsumed_tail):
            raise AnswerTooLarge("too many bytes")
        yield piece
    if unpack is not None and came and not unpack.eof:
        raise httpx.DecodingError("cut off")

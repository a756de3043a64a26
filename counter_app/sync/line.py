"""The line to a server: TLS, proxy, time limits, and what every kind of answer means."""

from __future__ import annotations

import ipaddress
import ssl
from collections.abc import Collection
from pathlib import Path
from typing import Any

import httpx
from pydantic import ValidationError

from counter_app.bounded_http import BoundedClient
from counter_app.certificates import certificate_refused, was_cut
from counter_app.config import Server
from counter_app.sync.errors import (
    BadAuthority,
    DeskRevoked,
    EntriesRefused,
    InsecureAddress,
    NotTheServer,
    ProxyRefused,
    QuotaUsedUp,
    Redirected,
    ServerFault,
    ServerUnreachable,
    SyncFailure,
    TokenRefused,
    TooLarge,
    TooMany,
    WrongCertificate,
)
from counter_app.sync.wire import Refusal

_TIMEOUT = httpx.Timeout(30.0, connect=5.0)
LARGEST_ANSWER = 64_000_000  # bytes of JSON, unpacked
ANSWER_SECONDS = 120.0  # for a whole answer, once what was asked was sent
_GREETING = 5.0  # seconds to greet a server anew
_LONGEST_WAIT = 3600.0  # seconds a server may ask for with Retry-After


class Line(BoundedClient):
    """A connection that knows whom it trusts, so that a break can be looked into."""

    trusted: ssl.SSLContext
    direct: bool  # no proxy of the profile's stands between

    def refuses_certificate(self) -> bool:
        """Whether the server's certificate is refused when it is greeted anew."""
        return self.direct and certificate_refused(str(self.base_url), self.trusted, _GREETING)


def open_line(server: Server) -> Line:
    """A connection to the profile's server, over its proxy, trusting its authority.

    Raises InsecureAddress, BadAuthority, NotTheServer where the address is none.
    """
    try:
        url = httpx.URL(server.url.rstrip("/"))
    except httpx.InvalidURL as fault:
        raise NotTheServer(type(fault).__name__) from fault
    near = is_loopback(url.host)
    if url.scheme != "https" and not near:
        raise InsecureAddress(url.scheme)
    trusted = _trust(server.authority) if url.scheme == "https" else _nothing_to_trust()
    try:
        line = Line(
            base_url=url,
            timeout=_TIMEOUT,
            follow_redirects=False,
            verify=trusted,
            proxy=server.proxy or None,
            trust_env=not near,  # a proxy of the system is for the world outside
        )
    except (ValueError, httpx.InvalidURL) as fault:
        raise ProxyRefused(type(fault).__name__) from fault
    line.trusted, line.direct = trusted, not server.proxy
    return line


def is_loopback(host: str) -> bool:
    """Whether the host is this machine."""
    try:
        return ipaddress.ip_address(host.strip("[]")).is_loopback
    except ValueError:
        return host == "localhost"


def send(
    line: Line,
    method: str,
    url: str,
    *,
    largest: int = LARGEST_ANSWER,
    seconds: float = ANSWER_SECONDS,
    **parts: Any,
) -> httpx.Response:
    """The whole answer, of at most so many bytes and seconds, whatever it says.

    Raises ServerUnreachable, WrongCertificate, ProxyRefused, NotTheServer.
    """
    try:
        try:
            return line.ask(method, url, largest=largest, seconds=seconds, **parts)
        except httpx.RemoteProtocolError:
            if not isinstance(parts.get("content", b""), bytes | str):
                raise
            # closed while it was idle; whatever we ask may be asked twice
            return line.ask(method, url, largest=largest, seconds=seconds, **parts)
    except httpx.ProxyError as fault:
        raise ProxyRefused(type(fault).__name__) from fault
    except (httpx.UnsupportedProtocol, httpx.InvalidURL, httpx.DecodingError) as fault:
        raise NotTheServer(type(fault).__name__) from fault
    except httpx.HTTPError as fault:
        if _is_about_certificates(fault) or (was_cut(fault) and line.refuses_certificate()):
            raise WrongCertificate(type(fault).__name__) from fault
        raise ServerUnreachable(type(fault).__name__) from fault


def checked(reply: httpx.Response, good: Collection[int]) -> httpx.Response:
    """The reply if its status is among the good ones; else raises what it means."""
    if reply.status_code in good:
        return reply
    failure = _meaning(reply)
    failure.retry_after = wanted_wait(reply)
    raise failure


def wanted_wait(reply: httpx.Response) -> float:
    """Seconds the server wants to be left alone (Retry-After); 0.0 where it says nothing."""
    text = reply.headers.get("Retry-After", "")
    return min(float(text), _LONGEST_WAIT) if text.isascii() and text.isdecimal() else 0.0


def refusal(reply: httpx.Response) -> Refusal | None:
    """Why the server took nothing; None where it is not our server that speaks."""
    if not reply.headers.get("Content-Type", "").startswith("application/json"):
        return None
    try:
        return Refusal.from_json(reply.content)
    except ValidationError:
        return None


def _meaning(reply: httpx.Response) -> SyncFailure:
    status, said = reply.status_code, refusal(reply)
    by_status: dict[int, type[SyncFailure]] = {
        401: TokenRefused,
        407: ProxyRefused,
        408: ServerUnreachable,  # the line was too slow
        413: TooLarge,
        429: TooMany,
        507: QuotaUsedUp,
    }
    if kind := by_status.get(status):
        return kind(str(status))
    if status >= 500:
        return ServerFault(str(status), status=status)
    if 300 <= status < 400:
        return Redirected(str(status))
    if said is None:
        return NotTheServer(str(status))
    if status == 403:
        return DeskRevoked(str(status))
    return EntriesRefused(str(status), reason=said.reason)


def _trust(authority: str) -> ssl.SSLContext:
    """The system's certificate authorities, and the profile's own."""
    context = ssl.create_default_context()
    if authority:
        try:
            context.load_verify_locations(cafile=authority)
        except OSError as fault:  # ssl.SSLError is one
            raise BadAuthority(type(fault).__name__, file=Path(authority).name) from fault
    return context


def _nothing_to_trust() -> ssl.SSLContext:
    """For a line without TLS on this machine: the authorities need not be read."""
    return ssl.SSLContext(ssl.PROTOCOL_TLS_CLIENT)


def _is_about_certificates(fault: BaseException | None) -> bool:
    """Whether TLS could not be agreed on, rather than the line cut. It is told by the causes beneath."""
    while fault is not None:
        if isinstance(fault, ssl.SSLError):
            return not isinstance(fault, ssl.SSLEOFError | ssl.SSLZeroReturnError)
        fault = fault.__cause__ or fault.__context__
    return False

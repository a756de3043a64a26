"""HTTP as network scanners speak it: slowly, inside the office's network, with certificates of their own making."""

from __future__ import annotations

from dataclasses import dataclass
from urllib.parse import urlsplit

import httpx

from counter_app.bounded_http import BoundedClient
from counter_app.near_devices import trust
from scanning.errors import ScannerFailed, ScannerGone

LONGEST_PAGE = 180.0
"""Seconds after which an answer that is still coming is given up."""
LARGEST_ANSWER = 1_000_000
"""Bytes of a document about the device; real ones have some ten thousand."""


@dataclass(frozen=True)
class Answer:
    """A whole answer."""

    status: int
    headers: httpx.Headers
    body: bytes


def connected(url: str, silence: float) -> BoundedClient:
    """A client for the device of `url` that waits `silence` seconds for a byte.

    It takes no detour over a proxy and trusts no idle connection: devices drop those. Raises ScannerGone for an
    address that is none.
    """
    parts = urlsplit(url)
    try:
        return BoundedClient(
            base_url=f"{parts.scheme}://{parts.netloc}",
            timeout=httpx.Timeout(silence, connect=min(5.0, silence)),
            verify=trust(parts.hostname or "") if parts.scheme == "https" else False,
            trust_env=False,
            limits=httpx.Limits(max_keepalive_connections=0),
        )
    except httpx.InvalidURL as error:
        raise ScannerGone(type(error).__name__) from error


def received(
    client: BoundedClient,
    method: str,
    path: str,
    content: bytes | None = None,
    *,
    limit: int = LARGEST_ANSWER,
    timeout: float | None = None,
) -> Answer:
    """The answer to one request, of at most `limit` bytes; raises httpx.TransportError and ScannerFailed."""
    headers = {"Content-Type": "text/xml"} if content is not None else {}
    options = {} if timeout is None else {"timeout": httpx.Timeout(timeout)}
    try:
        answer = client.ask(
            method, path, content=content, headers=headers, largest=limit, seconds=timeout or LONGEST_PAGE, **options
        )
    except httpx.DecodingError as error:
        raise ScannerFailed(str(error)) from error
    return Answer(answer.status_code, answer.headers, answer.content)

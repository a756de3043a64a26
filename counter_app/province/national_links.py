"""Addresses at which the national portal fetches files: signed, good for a while, telling an office and a hash.

Whoever has such an address may read that one file until its time is over; none can be made without the server's secret.
"""

from __future__ import annotations

import base64
import hashlib
import hmac
import struct
import time
from collections.abc import Callable
from typing import NamedTuple

from fastapi import APIRouter, Request, Response
from fastapi.responses import StreamingResponse

from counter_app.province.admission import Admission, RequestRefused
from counter_app.province.file_register import FileRegister, Key
from counter_app.province.uploads import Uploads

PATH = "/n/"
_PURPOSE = b"files for the national portal"  # the secret signs other things too
_SEAL = 32  # bytes
_HASH = 32


class Link(NamedTuple):
    """What an address that was signed here names, and whether its time is over."""

    key: Key
    over: bool


class FileLinks:
    """Signs and reads the last part of such addresses. All processes with the same secret understand each other's."""

    def __init__(self, secret: bytes, now: Callable[[], float] = time.time) -> None:
        self._secret = hmac.digest(secret, _PURPOSE, "sha256")
        self._now = now

    def sign(self, key: Key, hours: int) -> str:
        """Good for at least `hours`, at most twice as long: within `hours` it stays the same, so that what is sent
        again to the portal is the same message."""
        period = hours * 3600
        until = (int(self._now()) // period + 2) * period
        content = struct.pack(">Q", until) + bytes.fromhex(key.sha256) + key.agency.encode()
        return _written(content + self._seal(content))

    def read(self, token: str) -> Link | None:
        """What it names; None where it was not signed here."""
        try:
            signed = base64.urlsafe_b64decode(token + "=" * (-len(token) % 4))
        except ValueError:
            return None
        content, seal = signed[:-_SEAL], signed[-_SEAL:]
        if not hmac.compare_digest(self._seal(content), seal) or _written(signed) != token:
            return None
        (until,) = struct.unpack_from(">Q", content)
        sha256, agency = content[8 : 8 + _HASH].hex(), content[8 + _HASH :].decode()
        return Link(Key(agency, sha256), self._now() >= until)

    def _seal(self, content: bytes) -> bytes:
        return hmac.new(self._secret, content, hashlib.sha256).digest()


def link_routes(links: FileLinks, files: FileRegister, uploads: Uploads, admission: Admission) -> APIRouter:
    """The route over these: read one file, nothing else."""
    routes = APIRouter(include_in_schema=False)

    @routes.get(PATH + "{token}", response_class=Response)
    def content(token: str, request: Request) -> Response:
        link = links.read(token)
        if link is None:
            admission.stranger(request)
            raise RequestRefused(404, "no such file")
        if link.over:
            raise RequestRefused(410, "the time of this address is over")
        standing = files.standing(link.key)
        if standing is None or not standing.here:
            raise RequestRefused(404, "not here yet")
        headers = {
            "Content-Length": str(max(standing.sizes)),
            "Content-Encoding": "identity",
            "Content-Disposition": "attachment",
            "X-Content-Type-Options": "nosniff",
            "Cache-Control": "private, no-store",
        }
        return StreamingResponse(uploads.read(link.key), media_type="application/octet-stream", headers=headers)

    return routes


def _written(signed: bytes) -> str:
    return base64.urlsafe_b64encode(signed).rstrip(b"=").decode()

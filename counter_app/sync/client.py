"""The provincial server as a desk sees it: HTTP, JSON, and tus 1.0.0 for files."""

from __future__ import annotations

import base64
from collections.abc import Iterator, Sequence
from types import TracebackType
from typing import Any, TypeVar

import httpx
from pydantic import BaseModel, ValidationError

from counter_app.dossier.journal import Entry
from counter_app.sync.errors import (
    EntriesRefused,
    NotTheServer,
    ServerFault,
    ServerUnreachable,
    TokenRefused,
    UploadRefused,
)
from counter_app.sync.wire import (
    BATCH,
    CHECKSUM_MISMATCH,
    PRODUCT,
    PROTOCOL,
    TUS,
    Awaited,
    DossierState,
    Hello,
    Pulled,
    Push,
    Pushed,
    Refusal,
    SignedIn,
    SignIn,
)

Answer = TypeVar("Answer", bound=BaseModel)
_TIMEOUT = httpx.Timeout(30.0, connect=5.0)
_CHUNK = 256 * 1024  # bytes


class ProvincialServer:
    """A connection to the server for one desk. All methods raise the errors of `counter_app.sync.errors`."""

    def __init__(self, url: str, credential: str, desk: str) -> None:
        self._desk = desk
        self._credential = credential
        self._http = httpx.Client(base_url=url.rstrip("/"), timeout=_TIMEOUT, follow_redirects=False)

    def __enter__(self) -> ProvincialServer:
        return self

    def __exit__(self, kind: type[BaseException] | None, fault: BaseException | None, _: TracebackType | None) -> None:
        self.close()

    def close(self) -> None:
        """Ends the connection."""
        self._http.close()

    def hello(self) -> None:
        """Makes sure that it is the server, of a version this desk can talk to, and lets this desk in."""
        hello = self._ask(Hello, "GET", "/hello")
        if hello.product != PRODUCT or not hello.oldest <= PROTOCOL <= hello.newest:
            raise NotTheServer(f"protocol {hello.oldest} to {hello.newest}")
        self.awaited()

    def push(self, entries: Sequence[Entry]) -> int:
        """Hands over entries of this desk; the last one the server has now."""
        body = Push(desk=self._desk, entries=tuple(entries))
        return self._ask(Pushed, "POST", "/v2/entries", content=body.model_dump_json()).acknowledged

    def pull(self, cursor: int) -> Pulled:
        """Entries of the province and of the office's other desks after `cursor`."""
        return self._ask(Pulled, "GET", "/v2/entries", params={"after": cursor, "limit": BATCH})

    def awaited(self) -> list[str]:
        """The hashes of files the server still lacks from this desk."""
        return [file.sha256 for file in self._ask(Awaited, "GET", "/v2/files/awaited").files]

    def dossier(self, code: str) -> DossierState:
        """The dossier as the server has it."""
        return self._ask(DossierState, "GET", f"/v2/dossiers/{code}")

    def upload(self, sha256: str, content: bytes) -> None:
        """Sends a file from the byte the server has got to."""
        offset = self._offset(sha256)
        if offset is None:
            name = base64.b64encode(sha256.encode()).decode()
            headers = {"Upload-Length": str(len(content)), "Upload-Metadata": f"sha256 {name}"}
            self._checked(self._send("POST", "/v2/files", headers=self._tus(headers)), {201})
            offset = 0
        if offset < len(content):
            headers = {"Upload-Offset": str(offset), "Content-Type": "application/offset+octet-stream"}
            headers["Content-Length"] = str(len(content) - offset)
            rest = _pieces(content, offset)
            reply = self._send("PATCH", f"/v2/files/{sha256}", headers=self._tus(headers), content=rest)
            if reply.status_code in {409, CHECKSUM_MISMATCH}:
                raise UploadRefused(str(reply.status_code))
            self._checked(reply, {204})

    def _sign_in(self) -> None:
        try:
            body = SignIn(desk=self._desk, credential=self._credential)
        except ValidationError as fault:
            raise TokenRefused("no credential") from fault  # not even the shape of one
        token = self._ask(SignedIn, "POST", "/v2/sign-in", content=body.model_dump_json()).token
        self._http.headers["Authorization"] = f"Bearer {token}"

    def _offset(self, sha256: str) -> int | None:
        reply = self._send("HEAD", f"/v2/files/{sha256}", headers=self._tus({}))
        if reply.status_code == 404:
            return None
        return int(self._checked(reply, {200}).headers.get("Upload-Offset", "0"))

    def _tus(self, headers: dict[str, str]) -> dict[str, str]:
        return {"Tus-Resumable": TUS, **headers}

    def _ask(self, kind: type[Answer], method: str, path: str, **parts: Any) -> Answer:
        reply = self._checked(self._send(method, path, **parts), {200})
        try:
            return kind.model_validate_json(reply.content, strict=False)
        except ValidationError as fault:
            raise NotTheServer(f"{path} {len(reply.content)} bytes") from fault

    def _send(self, method: str, path: str, **parts: Any) -> httpx.Response:
        if "content" in parts and isinstance(parts["content"], str):
            parts["headers"] = {"Content-Type": "application/json", **parts.get("headers", {})}
        if "Authorization" not in self._http.headers and path not in ("/hello", "/v2/sign-in"):
            self._sign_in()
        try:
            reply = self._http.request(method, path, **parts)
            if reply.status_code == 401:
                self._http.headers.pop("Authorization", None)  # it ran out; the next request signs in again
            return reply
        except (httpx.UnsupportedProtocol, httpx.InvalidURL) as fault:
            raise NotTheServer(type(fault).__name__) from fault
        except httpx.HTTPError as fault:
            raise ServerUnreachable(type(fault).__name__) from fault

    def _checked(self, reply: httpx.Response, good: set[int]) -> httpx.Response:
        status = reply.status_code
        if status in good:
            return reply
        if status in {401, 403}:
            raise TokenRefused(str(status))
        if status >= 500:
            raise ServerFault(str(status), status=status)
        if reply.headers.get("Content-Type", "").startswith("application/json"):
            raise EntriesRefused(str(status), reason=_reason(reply))
        raise NotTheServer(str(status))


def _pieces(content: bytes, offset: int) -> Iterator[bytes]:
    for start in range(offset, len(content), _CHUNK):
        yield content[start : start + _CHUNK]


def _reason(reply: httpx.Response) -> str:
    try:
        return Refusal.model_validate_json(reply.content).reason
    except ValidationError:
        return str(reply.status_code)

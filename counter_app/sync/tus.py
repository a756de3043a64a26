"""Resumable uploads by tus 1.0.0 to any server that speaks it: creation, resumption, checksums, termination.

Only what the server's OPTIONS promises is used. On a good line a file goes in one request, chunk by chunk from the
store, and needs no hashing: its name is its checksum. Each time the line is cut the pieces become smaller.
"""

from __future__ import annotations

import base64
import hashlib
from collections.abc import Callable, Iterator, Mapping
from dataclasses import dataclass
from typing import Protocol
from urllib.parse import urljoin

import httpx

from counter_app.sync.errors import (
    FileDiffers,
    NotTheServer,
    SyncFailure,
    TooLarge,
    TooMany,
    UploadRefused,
)
from counter_app.sync.line import checked, is_loopback, wanted_wait
from counter_app.sync.wire import CHECKSUM_MISMATCH, TUS

_WHOLE = 1 << 40  # bytes of a piece: more than any file has
_LEAST = 256 * 1024  # bytes of a piece on a line that is cut all the time
_CHUNK = 1024 * 1024  # bytes in memory: read, decrypted and given to the line at once
_STRIKES = 4  # times in a row that a server may turn a file's piece down
_PATIENCE = httpx.Timeout(30.0, connect=5.0, read=180.0)  # a whole file is hashed before the last piece is answered
_SECONDS = 200.0  # for the answer to a piece
_DIGITS = 18  # of a number of bytes
_KNOWN = ("sha256", "sha1")


class Source(Protocol):
    """A file named by the SHA-256 of its content, of which any piece can be read."""

    name: str
    size: int

    def read(self, offset: int, size: int) -> bytes:
        """So many bytes from `offset`, fewer at the end."""
        ...


Speak = Callable[..., httpx.Response]
"""Sends a request, by method, address and what httpx takes, and returns the answer, whatever it says."""


@dataclass(frozen=True)
class Abilities:
    """What the server's OPTIONS promises. `largest` in bytes, 0 for no limit."""

    checksum: str = ""  # the algorithm to use, "" for none
    termination: bool = False
    largest: int = 0


class PieceSize:
    """How many bytes go in one request: halved when the line is cut, doubled when a piece arrived."""

    def __init__(self) -> None:
        self.now = _WHOLE

    def cut(self, sent: int) -> None:
        """A piece of so many bytes did not get through in one go."""
        self.now = max(sent // 2, _LEAST)

    def arrived(self) -> None:
        """A piece got through."""
        self.now = min(self.now * 2, _WHOLE)


class Tus:
    """A server's uploads; `url` is where they are created. For one thread."""

    def __init__(self, speak: Speak, url: str, size: PieceSize | None = None) -> None:
        self._speak = speak
        self.url = url
        self._abilities: Abilities | None = None
        self._size = size or PieceSize()

    def abilities(self) -> Abilities:
        """What the server can do; asked once."""
        if self._abilities is None:
            self._abilities = _abilities(self._speak("OPTIONS", self.url, headers={"Tus-Resumable": TUS}))
        return self._abilities

    def upload(
        self,
        file: Source,
        url: str = "",
        *,
        metadata: Mapping[str, str] | None = None,
        begun: Callable[[str], None] = lambda _: None,
        pace: Callable[[int], None] = lambda _: None,
        rest: Callable[[float], None] = lambda _: None,
        progress: Callable[[int], None] = lambda _: None,
    ) -> None:
        """Sends the file from the byte the server has got to; afterwards the server has all of it.

        `url` is where its upload was begun before. `begun` is told where it is begun now, before the first byte goes;
        `pace` is called with the number of bytes before each chunk, and may wait or raise; `rest` waits where the
        server wants it; `progress` hears how many bytes are there.

        Raises UploadRefused, FileDiffers, TooLarge, QuotaUsedUp for this file; other failures are of the line.
        """
        if 0 < self.abilities().largest < file.size:
            raise TooLarge("Tus-Max-Size")
        offset = self._offset(url) if url else None
        strikes = 0
        while True:
            if offset is None:
                url, offset = self._create(file, metadata or {"sha256": file.name}), 0
                begun(url)
            progress(offset)
            if offset >= file.size:
                return
            before = offset
            offset, fault = self._send(url, file, offset, pace, progress)
            if offset is not None and offset > before and fault is None:
                strikes = 0
                continue
            strikes += 1
            if strikes >= _STRIKES:
                raise fault or UploadRefused("no progress")
            if fault and fault.retry_after:
                rest(fault.retry_after)

    def give_up(self, url: str) -> None:
        """Tells the server that an upload is not wanted any more, where it understands that."""
        if self.abilities().termination:
            checked(self._speak("DELETE", url, headers={"Tus-Resumable": TUS}), {204, 403, 404, 410})

    def _create(self, file: Source, metadata: Mapping[str, str]) -> str:
        pairs = ",".join(f"{key} {base64.b64encode(value.encode()).decode()}" for key, value in metadata.items())
        headers = {"Tus-Resumable": TUS, "Upload-Length": str(file.size), "Upload-Metadata": pairs}
        reply = self._speak("POST", self.url, headers=headers | {"Content-Length": "0"})
        if reply.status_code in {400, 404, 409, 412, 415}:
            raise UploadRefused(f"creation {reply.status_code}")
        location = checked(reply, {201}).headers.get("Location", "")
        if not location:
            raise NotTheServer("no Location")
        return self._address(location)

    def _offset(self, url: str) -> int | None:
        """How many bytes are there; None where the server knows no such upload."""
        reply = self._speak("HEAD", url, headers={"Tus-Resumable": TUS})
        if reply.status_code in {403, 404, 410}:
            return None
        if reply.status_code == 423:
            fault = TooMany("423")
            fault.retry_after = wanted_wait(reply)
            raise fault
        said = _count(checked(reply, {200, 204}), "Upload-Offset")
        if said is None:
            raise NotTheServer("no Upload-Offset")
        return said

    def _send(
        self, url: str, file: Source, offset: int, pace: Callable[[int], None], progress: Callable[[int], None]
    ) -> tuple[int | None, SyncFailure | None]:
        """Sends one piece: where the upload stands then, None for nowhere; and why, where it was not taken."""
        size = min(self._size.now, file.size - offset)
        headers = {
            "Tus-Resumable": TUS,
            "Upload-Offset": str(offset),
            "Content-Type": "application/offset+octet-stream",
            "Content-Length": str(size),
        }
        if checksum := self._checksum_of(file, offset, size):
            headers["Upload-Checksum"] = checksum
        try:
            content = _chunks(file, offset, size, pace, progress)
            reply = self._speak("PATCH", url, headers=headers, content=content, timeout=_PATIENCE, seconds=_SECONDS)
        except SyncFailure:
            self._size.cut(size)  # less is lost when the line is cut again
            raise
        status = reply.status_code
        if status == 204:
            self._size.arrived()
            said = _count(reply, "Upload-Offset")
            return (said if said is not None and said <= offset + size else self._offset(url)), None
        if status in {404, 410}:
            return None, UploadRefused(str(status))
        if status == CHECKSUM_MISMATCH:
            return self._offset(url), FileDiffers(str(status), dossier="")
        if status in {401, 409, 423}:
            fault = TooMany(str(status)) if status == 423 else UploadRefused(str(status))
            fault.retry_after = wanted_wait(reply)
            return self._offset(url), fault
        if status in {400, 403, 412, 415}:
            raise UploadRefused(str(status))
        checked(reply, {204})
        raise NotTheServer(str(status))

    def _checksum_of(self, file: Source, offset: int, size: int) -> str:
        """The header that vouches for a piece; of a whole file its name does. Else it is read twice."""
        algorithm = self.abilities().checksum
        if not algorithm:
            return ""
        if algorithm == "sha256" and size == file.size:
            digest = bytes.fromhex(file.name)
        else:
            piece = hashlib.new(algorithm)
            for start in range(offset, offset + size, _CHUNK):
                piece.update(file.read(start, min(_CHUNK, offset + size - start)))
            digest = piece.digest()
        return f"{algorithm} {base64.b64encode(digest).decode()}"

    def _address(self, location: str) -> str:
        """Where an upload is; behind a proxy that does the TLS a server may take itself for an unprotected one."""
        try:
            home, target = httpx.URL(self.url), httpx.URL(urljoin(self.url, location))
        except (ValueError, httpx.InvalidURL) as fault:
            raise NotTheServer("Location") from fault
        if target.scheme != "https" and not is_loopback(target.host):
            if target.host != home.host:
                raise NotTheServer("an unprotected upload elsewhere")
            target = target.copy_with(scheme=home.scheme, port=home.port)
        return str(target)


def _chunks(
    file: Source, offset: int, size: int, pace: Callable[[int], None], progress: Callable[[int], None]
) -> Iterator[bytes]:
    for start in range(offset, offset + size, _CHUNK):
        chunk = file.read(start, min(_CHUNK, offset + size - start))
        pace(len(chunk))
        progress(start)
        yield chunk


def _abilities(reply: httpx.Response) -> Abilities:
    if reply.status_code not in {200, 204}:
        return Abilities()
    extensions = [item.strip() for item in reply.headers.get("Tus-Extension", "").split(",")]
    offered = [item.strip() for item in reply.headers.get("Tus-Checksum-Algorithm", "").split(",")]
    usable = [item for item in _KNOWN if item in offered] if "checksum" in extensions else []
    return Abilities(
        checksum=usable[0] if usable else "",
        termination="termination" in extensions,
        largest=_count(reply, "Tus-Max-Size") or 0,
    )


def _count(reply: httpx.Response, header: str) -> int | None:
    """The number of bytes in a header; None where there is none that a file can have."""
    said = reply.headers.get(header, "")
    return int(said) if said.isascii() and said.isdecimal() and len(said) <= _DIGITS else None

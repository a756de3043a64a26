"""The provincial server as a desk sees it: HTTP and JSON. Files go by `counter_app.sync.tus`."""

from __future__ import annotations

import gzip
import hashlib
import time
from collections.abc import Collection, Sequence
from datetime import datetime, timedelta
from types import TracebackType
from typing import Any, TypeVar

import httpx
from pydantic import ValidationError

from counter_app.config import Server, is_training
from counter_app.dossier import clock
from counter_app.dossier.digest import DayDigest
from counter_app.dossier.journal import Entry
from counter_app.dossier.value import Value
from counter_app.store.files import FileMissing
from counter_app.store.store import Store
from counter_app.store.sync_secrets import KNOWN_EPOCH
from counter_app.sync.errors import (
    DigestsRefused,
    EntriesRefused,
    NotTheServer,
    PapersRefused,
    ServerTooNew,
    ServerTooOld,
    TokenRefused,
    TrainingStaysHere,
)
from counter_app.sync.line import Line, checked, open_line, refusal, send
from counter_app.sync.sign_in import DeskSession
from counter_app.sync.tus import PieceSize, Tus
from counter_app.sync.wire import (
    BATCH,
    EPOCH,
    PRODUCT,
    PROTOCOL,
    Anchored,
    Awaited,
    AwaitedFile,
    BringBack,
    Brought,
    DossierState,
    Held,
    Hello,
    Lacking,
    PapersFound,
    PapersWanted,
    PaperWanted,
    Pulled,
    Push,
    Pushed,
    Standing,
)
from counter_app.updates.offer import SignedOffer

Answer = TypeVar("Answer", bound=Value)
_PACKED_FROM = 1000  # bytes; less is not worth packing
_LEVEL = 4  # of gzip: a third of the line for a tenth of the work of the best
_LARGEST_PACKAGE = 64_000_000  # bytes of knowledge
LARGEST_REFUSAL = 100_000  # bytes of a word why something is not there
_FILE_SECONDS = 3600.0  # for a file or the knowledge on a slow line


class Gap(EntriesRefused):
    """The server stands at another of the desk's entries than the desk thought."""

    def __init__(self, acknowledged: int) -> None:
        super().__init__(f"after {acknowledged}", reason=f"409, {acknowledged}")
        self.acknowledged = acknowledged


class OtherEpoch(Exception):
    """The cursor is of another epoch of the server's history: what was pulled with it cannot be believed."""


class ProvincialServer:
    """A connection to the server for one thread of a desk; `session` is shared by all its threads.

    All methods raise the errors of `counter_app.sync.errors`; nothing is asked before the greeting was understood.
    """

    def __init__(self, server: Server, store: Store, session: DeskSession | None = None) -> None:
        """Raises InsecureAddress, BadAuthority, NotTheServer where the profile is wrong, TrainingStaysHere."""
        if is_training(store.desk):
            raise TrainingStaysHere
        self.desk = store.desk
        """Whose desk it speaks for."""
        self._secrets = store.sync_secrets
        self._session = session or DeskSession(store.desk, server.code)
        self._line = open_line(server)
        self._greeted = False
        self.agreed = False
        """Whether `counter_app.sync.rounds.history` was asked over this connection."""
        self.clock_ahead: timedelta | None = None
        """How far this desk's clock is ahead of the server's, as the last greeting showed it."""
        self.put_aside = 0
        """How many of this desk's entries the server keeps aside, as it said when it was last given some."""

    def __enter__(self) -> ProvincialServer:
        return self

    def __exit__(self, kind: type[BaseException] | None, fault: BaseException | None, _: TracebackType | None) -> None:
        self.close()

    def close(self) -> None:
        """Ends the connection."""
        self._line.close()

    def greet(self) -> Hello:
        """Makes sure that it is the server, of a version this desk can talk to; needs no credential."""
        asked, before = clock.now(), time.monotonic()
        hello = greeting(self._line)
        self.clock_ahead = _difference(asked, time.monotonic() - before, hello.time)
        self._greeted = True
        return hello

    def hello(self) -> None:
        """Makes sure that it is the server, and that it lets this desk in."""
        self.greet()
        self.awaited("", 1)

    def push(self, entries: Sequence[Entry], waiting: int = 0) -> int:
        """Hands over entries of this desk; the last one the server has now. `waiting` is how many more there are.

        Raises Gap where the server stands at another entry.
        """
        reply = self._post("/v2/entries", Push(desk=self.desk, entries=tuple(entries), waiting=waiting))
        said = refusal(reply) if reply.status_code == 409 else None
        if said is not None and said.acknowledged is not None:
            raise Gap(said.acknowledged)
        pushed = _read(Pushed, checked(reply, {200}))
        self.put_aside = pushed.aside
        return pushed.acknowledged

    def pull(self, cursor: int, limit: int = BATCH) -> Pulled:
        """Entries of the province and of the office's other desks after `cursor`. Raises OtherEpoch."""
        wanted = {"after": cursor, "limit": limit, "proofs": "true"}
        reply = checked(self.speak("GET", "/v2/entries", params=wanted), _OK)
        if reply.headers.get(EPOCH, known := self._secrets.get(KNOWN_EPOCH)) != known:
            raise OtherEpoch
        return _read(Pulled, reply)

    def standing(self, acknowledged: int) -> Standing | None:
        """How far this desk's journal goes at the province, which had acknowledged so much of it; None where its
        program is older than that question."""
        reply = self.speak("GET", "/v2/standing", params={"acknowledged": acknowledged})
        return None if reply.status_code == 404 else _read(Standing, checked(reply, _OK))

    def own_entries(self, after: int, limit: int = BATCH) -> Pulled:
        """This desk's own entries after a sequence, as the province has them."""
        return self._ask(Pulled, "/v2/entries/own", params={"after": after, "limit": limit})

    def lacking(self, journal: str, sequences: Sequence[int]) -> tuple[int, ...]:
        """Which of these entries of another journal the province lacks; none where its program is older than that
        question."""
        body = Held(journal=journal, sequences=tuple(sequences))
        reply = self._post("/v2/entries/lacking", body)
        return () if reply.status_code == 404 else _read(Lacking, checked(reply, _OK)).sequences

    def bring_back(self, journal: str, entries: Sequence[Entry], proofs: Sequence[str]) -> tuple[int, ...]:
        """Hands entries of another journal over that the province lost; which of them it does not take."""
        body = BringBack(journal=journal, entries=tuple(entries), proofs=tuple(proofs))
        return _read(Brought, checked(self._post("/v2/entries/brought", body), _OK)).unproved

    def anchor(self, digests: Sequence[DayDigest]) -> bool:
        """Lays day digests of this desk down at the province; False where its program does not know of any.

        Raises DigestsRefused where it has another head of one of the days.
        """
        reply = self._post("/v2/digests", Anchored(digests=tuple(digests)))
        said = refusal(reply) if reply.status_code in (409, 422) else None
        if said is not None:
            raise DigestsRefused(str(reply.status_code), reason=said.reason)
        return reply.status_code != 404 and checked(reply, {204}).status_code == 204

    def anchored(self, after: int = 0) -> tuple[DayDigest, ...]:
        """The day digests of this desk that lie at the province, of days that ended behind an entry."""
        return self._ask(Anchored, "/v2/digests", params={"after": after}).digests

    def awaited(self, after: str = "", limit: int = 1000) -> tuple[AwaitedFile, ...]:
        """Files the server still lacks from this desk, in the order of their names; those after a name."""
        return self._ask(Awaited, "/v2/files/awaited", params={"after": after, "limit": limit}).files

    def dossier(self, code: str) -> DossierState:
        """The dossier as the server has it."""
        return self._ask(DossierState, f"/v2/dossiers/{code}")

    def knowledge(self, tag: str) -> tuple[bytes, str] | None:
        """The province's knowledge as a zip, and its entity tag; None if it is that of `tag`, or there is none."""
        known = {"If-None-Match": tag} if tag else {}
        reply = self.speak("GET", "/v2/knowledge", headers=known, largest=_LARGEST_PACKAGE, seconds=_FILE_SECONDS)
        said = refusal(reply) if reply.status_code == 404 else None
        if reply.status_code == 304 or said is not None:
            return None
        content = checked(reply, {200}).content
        if reply.headers.get("Content-Type", "") != "application/zip":
            raise NotTheServer("knowledge")
        return content, reply.headers.get("ETag", "")

    def update_offer(self) -> SignedOffer | None:
        """The version of the program the province offers this desk, unproved; None where there is none."""
        reply = self.speak("GET", "/v2/updates")
        return None if reply.status_code == 404 else _read(SignedOffer, checked(reply, _OK))

    def update_piece(self, sha256: str, after: int) -> bytes:
        """The offered package's bytes after so many, as many as the server gives at once. Raises FileMissing where it
        is not offered any more."""
        reply = self.speak("GET", f"/v2/updates/{sha256}", params={"after": after}, seconds=_FILE_SECONDS)
        if reply.status_code == 404 and refusal(reply) is not None:
            raise FileMissing(sha256)
        return checked(reply, _OK).content

    def fetch(self, sha256: str, size: int) -> bytes:
        """A file of the office's dossiers. Raises FileMissing where the server has not got all of it yet."""
        largest = max(size, LARGEST_REFUSAL)
        reply = self.speak("GET", f"/v2/files/{sha256}", largest=largest, seconds=_FILE_SECONDS)
        if reply.status_code == 404 and refusal(reply) is not None:
            raise FileMissing(sha256)
        return _named(sha256, reply)

    def find_papers(self, wanted: PapersWanted) -> PapersFound | None:
        """Digitised papers of other offices that may serve; None where the province's program is older than that
        question. Raises PapersRefused where it knows no reason for which this desk may ask."""
        reply = self._post("/v2/papers/find", wanted, params={"issued": "true"})
        said = refusal(reply) if reply.status_code in (404, 422) else None
        if said is not None and reply.status_code == 422:
            raise PapersRefused(said.reason)
        return None if said is not None else _read(PapersFound, checked(reply, _OK))

    def fetch_paper(self, wanted: PaperWanted, size: int) -> bytes:
        """The content of one of them. Raises FileMissing where the province does not give it (any more)."""
        largest = max(size, LARGEST_REFUSAL)
        reply = self._post("/v2/papers/fetch", wanted, largest=largest, seconds=_FILE_SECONDS)
        if reply.status_code == 404 and refusal(reply) is not None:
            raise FileMissing(wanted.sha256)
        return _named(wanted.sha256, reply)

    def files(self, size: PieceSize | None = None) -> Tus:
        """The server's uploads, through this connection and this desk's session."""
        return Tus(self.speak, str(self._line.base_url.join("v2/files")), size)

    def speak(self, method: str, url: str, **parts: Any) -> httpx.Response:
        """Sends a request as this desk. A token that ran out is renewed once."""
        if not self._greeted:
            self.greet()
        headers = {EPOCH: self._secrets.get(KNOWN_EPOCH)} | dict(parts.pop("headers", {}))
        if not self._is_home(url):  # an upload elsewhere is not told who this desk is
            return send(self._line, method, url, headers=headers, **parts)
        token = ""
        for _ in range(2):
            token = self._session.token(self._line, self._secrets, refused=token)
            allowed = headers | {"Authorization": f"Bearer {token}"}
            reply = send(self._line, method, url, headers=allowed, **parts)
            if reply.status_code != 401:
                return reply
            if not isinstance(parts.get("content", b""), bytes):
                self._session.token(self._line, self._secrets, refused=token)
                return reply  # what streams is sent anew by whoever made it
        raise TokenRefused("401 twice")

    def _is_home(self, url: str) -> bool:
        there, home = httpx.URL(url), self._line.base_url
        return there.is_relative_url or (there.scheme, there.host, there.port) == (home.scheme, home.host, home.port)

    def _post(self, path: str, value: Value, **parts: Any) -> httpx.Response:
        body, headers = value.model_dump_json().encode(), {"Content-Type": "application/json"}
        if len(body) >= _PACKED_FROM:
            body, headers["Content-Encoding"] = gzip.compress(body, _LEVEL, mtime=0), "gzip"
        return self.speak("POST", path, content=body, headers=headers, **parts)

    def _ask(self, kind: type[Answer], path: str, **parts: Any) -> Answer:
        return _read(kind, checked(self.speak("GET", path, **parts), _OK))


def greeting(line: Line) -> Hello:
    """What the server says of itself. Raises NotTheServer, ServerTooOld, ServerTooNew, and what the line brings."""
    hello = _read(Hello, checked(send(line, "GET", "/hello"), _OK))
    if hello.product != PRODUCT:
        raise NotTheServer("product")
    if hello.newest < PROTOCOL:
        raise ServerTooOld(f"protocol {hello.oldest} to {hello.newest}")
    if hello.oldest > PROTOCOL:
        raise ServerTooNew(f"protocol {hello.oldest} to {hello.newest}")
    return hello


_OK: Collection[int] = frozenset({200})


def _read(kind: type[Answer], reply: httpx.Response) -> Answer:
    try:
        return kind.from_json(reply.content)
    except ValidationError as fault:
        raise NotTheServer(f"{kind.__name__} {len(reply.content)} bytes") from fault


def _named(sha256: str, reply: httpx.Response) -> bytes:
    """The file of that name. Raises what the reply means; NotTheServer where it is another file."""
    content = checked(reply, _OK).content
    if hashlib.sha256(content).hexdigest() != sha256:
        raise NotTheServer("another file")
    return content


def _difference(asked: datetime, seconds: float, server_time: datetime) -> timedelta:
    """How far the clock that was read at `asked` is ahead, the way there and back taken out by halves."""
    return asked + timedelta(seconds=round(seconds / 2)) - server_time

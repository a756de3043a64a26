"""The server's routes. Every request but the greeting needs the token; what is refused says why and changes nothing."""

from __future__ import annotations

import base64
import hmac
from typing import Annotated

from fastapi import Depends, FastAPI, Header, HTTPException, Query, Request, Response
from fastapi.responses import JSONResponse
from starlette.requests import ClientDisconnect

from counter_app.dossier.acts import CannotApply
from counter_app.provincial_server.registry import Forged, Gap, Registry
from counter_app.provincial_server.uploads import Uploads, WrongContent, WrongOffset
from counter_app.sync.wire import (
    CHECKSUM_MISMATCH,
    PRODUCT,
    PROTOCOL,
    TUS,
    Awaited,
    DeskId,
    DossierState,
    EntryName,
    Hello,
    Pulled,
    Push,
    Pushed,
    Refusal,
    StatusRequest,
)

_LARGEST_BODY = 32_000_000  # bytes of JSON
_LARGEST_FILE = 1_000_000_000


def make_app(registry: Registry, uploads: Uploads, token: str) -> FastAPI:
    """The application over its registry and files; `token` is what desks have to show."""
    app = FastAPI(title="Counter provincial server", version=str(PROTOCOL), docs_url=None, redoc_url=None)

    def authorised(authorization: Annotated[str, Header()] = "") -> None:
        if not hmac.compare_digest(authorization.encode(), f"Bearer {token}".encode()):
            raise HTTPException(401, "token")

    guarded = [Depends(authorised)]

    @app.middleware("http")
    async def bounded(request: Request, call_next):  # type: ignore[no-untyped-def]
        length = request.headers.get("content-length", "0")
        if request.method == "POST" and (not length.isdigit() or int(length) > _LARGEST_BODY):
            return _refuse(413, "body too large")
        return await call_next(request)

    @app.get("/v1/hello")
    def hello() -> Hello:
        return Hello(product=PRODUCT, protocol=PROTOCOL)

    @app.post("/v1/entries", dependencies=guarded, response_model=Pushed)
    def push(body: Push) -> Pushed | Response:
        try:
            return Pushed(acknowledged=registry.accept(body.desk, body.entries))
        except Gap as gap:
            return _refuse(409, "entries are missing before these", gap.acknowledged)
        except Forged as fault:
            return _refuse(422, str(fault))

    @app.get("/v1/entries", dependencies=guarded)
    def pull(
        desk: DeskId, after: Annotated[int, Query(ge=0)] = 0, limit: Annotated[int, Query(ge=1, le=1000)] = 200
    ) -> Pulled:
        return registry.pull(desk, after, limit)

    @app.get("/v1/dossiers", dependencies=guarded)
    def dossiers() -> list[str]:
        return registry.codes()

    @app.get("/v1/dossiers/{code}", dependencies=guarded, response_model=DossierState)
    def dossier(code: str) -> DossierState | Response:
        folded = registry.folded(code)
        if folded.dossier is None:
            return _refuse(404, "no such dossier")
        conflicts = tuple(EntryName(desk=entry.desk, sequence=entry.sequence) for entry in folded.conflicts)
        return DossierState(dossier=folded.dossier, conflicts=conflicts, awaited=tuple(registry.awaited_of(code)))

    @app.post("/v1/dossiers/{code}/status", dependencies=guarded, response_model=DossierState)
    def change_status(code: str, body: StatusRequest) -> DossierState | Response:
        try:
            registry.change_status(code, body)
        except CannotApply as fault:
            return _refuse(409, fault.details)
        return dossier(code)

    @app.get("/v1/files/awaited", dependencies=guarded)
    def awaited(desk: DeskId) -> Awaited:
        return Awaited(files=tuple(registry.awaited(desk)))

    @app.post("/v1/files", dependencies=guarded)
    def create(
        upload_length: Annotated[int, Header(ge=1, le=_LARGEST_FILE)], upload_metadata: Annotated[str, Header()]
    ) -> Response:
        name = _name_in(upload_metadata)
        size = registry.size_of(name) if Uploads.is_name(name) else None
        if size is None or size != upload_length:
            return _refuse(404, "no entry names such a file")
        uploads.create(name)
        return Response(status_code=201, headers=_tus(Location=f"/v1/files/{name}"))

    @app.head("/v1/files/{name}", dependencies=guarded)
    def offset(name: str) -> Response:
        reached = uploads.offset(name) if Uploads.is_name(name) else None
        if reached is None:
            return Response(status_code=404, headers=_tus())
        if uploads.is_here(name):
            registry.file_arrived(name)  # after a crash between the rename and the note
        headers = {"Upload-Offset": str(reached), "Upload-Length": str(registry.size_of(name) or reached)}
        return Response(headers=_tus(**headers, **{"Cache-Control": "no-store"}))

    @app.get("/v1/files/{name}", dependencies=guarded)
    def content(name: str) -> Response:
        if not Uploads.is_name(name) or not uploads.is_here(name):
            return _refuse(404, "no such file")
        return Response(uploads.read(name), media_type="application/octet-stream")

    @app.patch("/v1/files/{name}", dependencies=guarded)
    async def append(name: str, request: Request, upload_offset: Annotated[int, Header(ge=0)]) -> Response:
        size = registry.size_of(name) if Uploads.is_name(name) else None
        if size is None or uploads.offset(name) is None:
            return _refuse(404, "no such upload")
        try:
            reached = await uploads.append(name, upload_offset, size, request.stream())
        except WrongOffset:
            return _refuse(409, "another offset")
        except WrongContent:
            return _refuse(CHECKSUM_MISMATCH, "the content is not the file")
        except ClientDisconnect:
            return _refuse(400, "cut off")  # nobody hears it; what arrived is kept
        if reached == size:
            registry.file_arrived(name)
        return Response(status_code=204, headers=_tus(**{"Upload-Offset": str(reached)}))

    return app


def _refuse(status: int, reason: str, acknowledged: int | None = None) -> Response:
    refusal = Refusal(reason=reason, acknowledged=acknowledged)
    return JSONResponse(refusal.model_dump(), status_code=status, headers=_tus())


def _tus(**headers: str) -> dict[str, str]:
    return {"Tus-Resumable": TUS, **headers}


def _name_in(metadata: str) -> str:
    """The sha256 in tus metadata (`key base64, key base64`); "" where there is none."""
    for pair in metadata.split(","):
        key, _, value = pair.strip().partition(" ")
        if key == "sha256":
            try:
                return base64.b64decode(value, validate=True).decode("ascii")
            except ValueError:
                return ""
    return ""

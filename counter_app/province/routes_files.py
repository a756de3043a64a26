"""Files by tus 1.0.0: core, creation, checksum, termination, expiration."""

# annotations are not postponed here: they name dependencies that are local to the function
import base64
from datetime import UTC
from email.utils import format_datetime
from typing import Annotated

from fastapi import APIRouter, Depends, Header, Request, Response
from fastapi.responses import StreamingResponse
from starlette.concurrency import run_in_threadpool
from starlette.requests import ClientDisconnect

from counter_app.province.admission import RequestRefused, refusals
from counter_app.province.file_register import Key, OverQuota, Standing
from counter_app.province.routes_sync import REFUSALS
from counter_app.province.services import Services
from counter_app.province.tokens import Speaker
from counter_app.province.uploads import (
    CHECKSUMS,
    Busy,
    Checksum,
    TooLong,
    WrongChecksum,
    WrongContent,
    WrongOffset,
    is_name,
)
from counter_app.sync.wire import CHECKSUM_MISMATCH, TUS, agency_of_desk

LARGEST_FILE = 1_000_000_000  # bytes
_PIECE = "application/offset+octet-stream"
_NO_CONTENT = refusals({
    404: "no entry names such a file, or its upload was not begun",
    409: "the upload stands at another byte",
    412: "another version of tus",
    423: "another request is writing to it",
    CHECKSUM_MISMATCH: "not what its checksum or its name says; thrown away",
    507: "the office's quota is used up",
})  # fmt: skip


def file_routes(services: Services) -> APIRouter:
    """The routes over these services."""
    routes = APIRouter(responses=REFUSALS | _NO_CONTENT)
    from_desk = Depends(services.admission.desk)
    in_tus = [Depends(_tus_version)]

    @routes.options("/v2/files", status_code=204, response_class=Response)
    async def abilities() -> Response:
        headers = {"Tus-Version": TUS, "Tus-Extension": "creation,checksum,termination,expiration"}
        headers |= {"Tus-Checksum-Algorithm": ",".join(CHECKSUMS), "Tus-Max-Size": str(LARGEST_FILE)}
        return _answer(204, **headers)

    @routes.post("/v2/files", status_code=201, response_class=Response, dependencies=in_tus)
    def create(
        speaker: Annotated[Speaker, from_desk],
        upload_length: Annotated[int, Header(ge=1)],
        upload_metadata: Annotated[str, Header(max_length=2000)],
    ) -> Response:
        if upload_length > LARGEST_FILE:
            raise RequestRefused(413, "file too large")
        key = _key(speaker, _name_in(upload_metadata))
        standing = _standing(services, key)
        if upload_length not in standing.sizes:
            raise RequestRefused(404, "no entry names a file of that size")
        if not standing.here:
            try:
                services.uploads.begin(key, upload_length)
            except OverQuota as fault:
                raise RequestRefused(507, "the office's quota is used up") from fault
        return _answer(201, Location=f"/v2/files/{key.sha256}", **_expires(services))

    @routes.head("/v2/files/{name}", response_class=Response, dependencies=in_tus)
    def offset(name: str, speaker: Annotated[Speaker, from_desk]) -> Response:
        key = _key(speaker, name)
        standing = services.files.standing(key)
        try:
            reached = services.uploads.offset(key) if standing else None
        except Busy as fault:
            raise RequestRefused(423, "another request is writing to it", **{"Retry-After": "1"}) from fault
        if standing is None or reached is None:
            return _answer(404)
        length = reached if standing.here else standing.begun or reached
        headers = {"Upload-Offset": str(reached), "Upload-Length": str(length), "Cache-Control": "no-store"}
        return _answer(200, **headers)

    @routes.patch("/v2/files/{name}", status_code=204, response_class=Response, dependencies=in_tus)
    async def append(
        name: str,
        request: Request,
        speaker: Annotated[Speaker, from_desk],
        upload_offset: Annotated[int, Header(ge=0)],
        upload_checksum: Annotated[str, Header(max_length=200)] = "",
    ) -> Response:
        if request.headers.get("content-type") != _PIECE:
            raise RequestRefused(415, f"pieces come as {_PIECE}")
        key, checksum = _key(speaker, name), _checksum(upload_checksum)
        standing = await run_in_threadpool(_standing, services, key)
        if standing.here:
            raise RequestRefused(409, "the file is here")
        if standing.begun is None:
            raise RequestRefused(404, "the upload was not begun")
        try:
            reached = await services.uploads.append(key, upload_offset, standing.begun, request.stream(), checksum)
        except WrongOffset as fault:
            raise RequestRefused(409, "the upload stands at another byte") from fault
        except TooLong as fault:
            raise RequestRefused(413, "more than the upload's length") from fault
        except Busy as fault:
            raise RequestRefused(423, "another request is writing to it", **{"Retry-After": "1"}) from fault
        except WrongChecksum as fault:
            raise RequestRefused(CHECKSUM_MISMATCH, "the piece is not what its checksum says") from fault
        except WrongContent as fault:
            raise RequestRefused(CHECKSUM_MISMATCH, "the content is not the file") from fault
        except ClientDisconnect as fault:
            raise RequestRefused(400, "cut off") from fault  # nobody hears it; what arrived is kept
        services.metrics.add("file_bytes_received", reached - upload_offset)
        return _answer(204, **{"Upload-Offset": str(reached)}, **_expires(services))

    @routes.delete("/v2/files/{name}", status_code=204, response_class=Response, dependencies=in_tus)
    async def terminate(name: str, speaker: Annotated[Speaker, from_desk]) -> Response:
        key = _key(speaker, name)
        standing = await run_in_threadpool(_standing, services, key)
        if standing.here:
            raise RequestRefused(403, "the file is whole and is kept")
        try:
            gone = await services.uploads.give_up(key)
        except Busy as fault:
            raise RequestRefused(423, "another request is writing to it", **{"Retry-After": "1"}) from fault
        except WrongOffset:
            gone = False
        if not gone:
            raise RequestRefused(404, "the upload was not begun")
        return _answer(204)

    @routes.get("/v2/files/{name}", response_class=Response)
    def content(name: str, speaker: Annotated[Speaker, from_desk]) -> Response:
        key = _key(speaker, name)
        standing = _standing(services, key)
        if not standing.here:
            raise RequestRefused(404, "not here yet")
        headers = {"Content-Length": str(max(standing.sizes)), "Content-Encoding": "identity"}
        return StreamingResponse(services.uploads.read(key), media_type="application/octet-stream", headers=headers)

    return routes


def _key(speaker: Speaker, name: str) -> Key:
    if not is_name(name):
        raise RequestRefused(404, "no entry names such a file")
    return Key(agency_of_desk(speaker.desk), name)


def _standing(services: Services, key: Key) -> Standing:
    standing = services.files.standing(key)
    if standing is None:
        raise RequestRefused(404, "no entry names such a file")
    return standing


def _tus_version(tus_resumable: Annotated[str, Header()] = "") -> None:
    if tus_resumable != TUS:
        raise RequestRefused(412, "another version of tus", **{"Tus-Version": TUS})


def _answer(status: int, **headers: str) -> Response:
    return Response(status_code=status, headers={"Tus-Resumable": TUS, **headers})


def _expires(services: Services) -> dict[str, str]:
    return {"Upload-Expires": format_datetime(services.files.expires().astimezone(UTC), usegmt=True)}


def _checksum(header: str) -> Checksum | None:
    if not header:
        return None
    algorithm, _, digest = header.partition(" ")
    if algorithm not in CHECKSUMS:
        raise RequestRefused(400, "no such checksum algorithm")
    return Checksum(algorithm, _decoded(digest))


def _name_in(metadata: str) -> str:
    """The sha256 in tus metadata (`key base64, key base64`); "" where there is none."""
    for pair in metadata.split(","):
        key, _, value = pair.strip().partition(" ")
        if key == "sha256":
            return _decoded(value).decode("ascii", errors="replace")
    return ""


def _decoded(text: str) -> bytes:
    try:
        return base64.b64decode(text, validate=True)
    except ValueError as fault:
        raise RequestRefused(400, "no base64") from fault

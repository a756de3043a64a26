"""Greeting, sign-in, entries, knowledge, dossiers."""

# annotations are not postponed here: they name dependencies that are local to the function
from http import HTTPStatus
from typing import Annotated, Any

from fastapi import APIRouter, Depends, Header, Query, Request, Response
from fastapi.exceptions import RequestValidationError
from pydantic import ValidationError
from starlette.concurrency import run_in_threadpool

from counter_app.dossier import clock
from counter_app.dossier.acts.act import CannotApply
from counter_app.dossier.plausibility import LARGEST, files_named
from counter_app.province.admission import RequestRefused, refusals, revoked
from counter_app.province.desks import NotLetIn, Revoked
from counter_app.province.digests import OtherHead
from counter_app.province.erasing import erasing
from counter_app.province.registry import Forged, Gap, NoSuchDossier
from counter_app.province.request_limits import refused
from counter_app.province.services import Services
from counter_app.province.tokens import Speaker
from counter_app.sync.wire import (
    EPOCH,
    PRODUCT,
    PROTOCOL,
    Anchored,
    Awaited,
    BringBack,
    Brought,
    DossierState,
    Enrol,
    Enrolled,
    EntryName,
    Held,
    Hello,
    Lacking,
    Pulled,
    Push,
    Pushed,
    SignedIn,
    SignIn,
    Standing,
    StatusRequest,
    agency_of_desk,
    agency_of_dossier,
)

_LARGEST_CURSOR = 2**62
Epoch = Annotated[str, Header(alias=EPOCH, max_length=64)]
REFUSALS = refusals({
    400: "cut off or not understood",
    401: "sign in",
    403: "may not do this",
    413: "too large",
    422: "not as it should be; nothing changed",
    429: "too many requests; Retry-After says when",
})  # fmt: skip


def sync_routes(services: Services) -> APIRouter:
    """The routes over these services."""
    routes = APIRouter(responses=REFUSALS)
    registry, desks, admission = services.registry, services.desks, services.admission
    from_desk, from_official = Depends(admission.desk), Depends(admission.official)
    from_anyone = Depends(admission.anyone)
    stranger = Depends(admission.stranger)

    @routes.get("/hello")
    async def hello() -> Hello:
        return Hello(product=PRODUCT, oldest=PROTOCOL, newest=PROTOCOL, time=clock.now())

    @routes.post("/v2/enrol", dependencies=[stranger])
    def enrol(body: Enrol) -> Enrolled:
        try:
            return Enrolled(credential=desks.enrol(body.desk, body.code))
        except NotLetIn as fault:
            raise RequestRefused(401, "no such desk, or the code is wrong or used up") from fault

    @routes.post("/v2/sign-in", dependencies=[stranger])
    def sign_in(body: SignIn) -> SignedIn:
        try:
            return desks.sign_in(body.desk, body.credential)
        except NotLetIn as fault:
            raise RequestRefused(401, "no such desk, or another credential") from fault
        except Revoked as fault:
            raise revoked() from fault

    @routes.post("/v2/credential")
    def credential(speaker: Annotated[Speaker, from_desk]) -> Enrolled:
        return Enrolled(credential=desks.rotate(speaker.desk))

    @routes.post("/v2/entries", response_model=Pushed, openapi_extra=_body(Push), responses=_also(409))
    async def push(
        request: Request, speaker: Annotated[Speaker, Depends(admission.signed)], epoch: Epoch = ""
    ) -> Response:
        # read here in one go: the framework would parse it twice
        return await run_in_threadpool(_push, services, speaker, epoch, await request.body())

    @routes.get("/v2/entries")
    def pull(
        speaker: Annotated[Speaker, from_desk],
        after: Annotated[int, Query(ge=0, le=_LARGEST_CURSOR)] = 0,
        limit: Annotated[int, Query(ge=1, le=1000)] = 200,
        epoch: Epoch = "",
        proofs: bool = False,
    ) -> Response:
        desks.saw(speaker.desk)
        current = services.history.epoch(speaker.desk, epoch, after)  # first: entries that come later are of it too
        pulled = registry.pull(speaker.desk, after, limit)
        services.metrics.add("entries_served", len(pulled.entries))
        if proofs:
            pulled = pulled.model_copy(update={"proofs": services.brought_back.proofs(pulled.entries)})
        return _json(pulled, {EPOCH: current})

    @routes.get("/v2/standing")
    def standing(
        speaker: Annotated[Speaker, from_desk],
        acknowledged: Annotated[int, Query(ge=0, le=LARGEST)] = 0,
        epoch: Epoch = "",
    ) -> Standing:
        return services.history.standing(speaker.desk, epoch, acknowledged)

    @routes.get("/v2/entries/own")
    def own(
        speaker: Annotated[Speaker, from_desk],
        after: Annotated[int, Query(ge=0, le=LARGEST)] = 0,
        limit: Annotated[int, Query(ge=1, le=1000)] = 200,
    ) -> Response:
        return _json(services.history.own(speaker.desk, after, limit))

    @routes.post("/v2/entries/lacking")
    def lacking(body: Held, speaker: Annotated[Speaker, from_desk]) -> Lacking:
        try:
            return Lacking(sequences=services.brought_back.lacking(speaker.desk, body.journal, body.sequences))
        except NotLetIn as fault:
            raise RequestRefused(403, "a journal of another office") from fault

    @routes.post("/v2/entries/brought")
    def bring_back(body: BringBack, speaker: Annotated[Speaker, from_desk]) -> Brought:
        try:
            taken, unproved = services.brought_back.take(speaker.desk, body.journal, body.entries, body.proofs)
        except NotLetIn as fault:
            raise RequestRefused(403, "a journal of another office") from fault
        agency = agency_of_desk(speaker.desk)
        services.uploads.recognise(agency, (file for entry in taken for file in files_named(entry)))
        for _, payload in erasing(taken):
            services.uploads.delete_unnamed(agency, payload.files)
        return Brought(unproved=unproved)

    @routes.post("/v2/digests", status_code=204, responses=_also(409))
    def anchor(body: Anchored, speaker: Annotated[Speaker, from_desk]) -> None:
        if max((digest.last for digest in body.digests), default=0) > LARGEST:
            raise RequestRefused(422, "out of bounds")
        try:
            services.digests.anchor(speaker.desk, body.digests)
        except OtherHead as fault:
            raise RequestRefused(409, str(fault)) from fault

    @routes.get("/v2/digests")
    def anchored(
        speaker: Annotated[Speaker, from_desk], after: Annotated[int, Query(ge=0, le=LARGEST)] = 0
    ) -> Anchored:
        return Anchored(digests=services.digests.of_desk(speaker.desk, after))

    @routes.get("/v2/files/awaited")
    def awaited(
        speaker: Annotated[Speaker, from_desk],
        after: Annotated[str, Query(pattern=r"^([0-9a-f]{64})?$")] = "",
        limit: Annotated[int | None, Query(ge=1, le=1000)] = None,
    ) -> Awaited:
        return Awaited(files=tuple(registry.awaited(speaker.desk, after, limit)))

    @routes.get("/v2/knowledge", response_class=Response, responses=_also(304, 404))
    def knowledge(request: Request, _: Annotated[Speaker, from_desk]) -> Response:
        if services.knowledge is None:
            raise RequestRefused(404, "this server has no knowledge to give")
        content, tag = services.knowledge.current()
        headers = {"ETag": tag, "Cache-Control": "no-cache", "Content-Encoding": "identity"}
        known = [item.strip().removeprefix("W/") for item in request.headers.get("if-none-match", "").split(",")]
        if tag in known or "*" in known:
            return Response(status_code=304, headers=headers)
        return Response(content, media_type="application/zip", headers=headers)

    @routes.get("/v2/dossiers/{code}", responses=_also(404))
    def dossier(code: str, speaker: Annotated[Speaker | None, from_anyone]) -> DossierState:
        if speaker and agency_of_dossier(code) != agency_of_desk(speaker.desk):
            raise RequestRefused(404, "no such dossier")
        return _state(services, code)

    @routes.post("/v2/dossiers/{code}/status", responses=_also(404, 409))
    def change_status(code: str, body: StatusRequest, official: Annotated[str, from_official]) -> DossierState:
        try:
            registry.change_status(code, body.status, body.reason, official)
        except NoSuchDossier as fault:
            raise RequestRefused(404, "no such dossier") from fault
        except CannotApply as fault:
            raise RequestRefused(409, fault.details) from fault
        return _state(services, code)

    return routes


def _push(services: Services, speaker: Speaker, epoch: str, content: bytes) -> Response:
    try:
        body = Push.from_json(content)
    except ValidationError as fault:
        raise RequestValidationError(fault.errors(include_input=False, include_url=False)) from fault
    if body.desk != speaker.desk:
        raise RequestRefused(403, "another desk's entries")
    try:
        acknowledged = services.registry.accept(body.desk, body.entries, body.waiting, speaker.generation)
    except Gap as gap:
        if body.entries[0].sequence > gap.acknowledged + 1:
            services.history.was_lost(speaker.desk, epoch)  # it sends what follows the last that was acknowledged
        return refused(409, "entries are missing before these", acknowledged=gap.acknowledged)
    except Forged as fault:
        return refused(422, str(fault))
    except NotLetIn as fault:
        raise RequestRefused(401, "sign in") from fault
    except Revoked as fault:
        raise revoked() from fault
    for _, payload in erasing(body.entries):
        services.uploads.delete_unnamed(agency_of_desk(speaker.desk), payload.files)
    services.metrics.add("entries_received", len(body.entries))
    return _json(Pushed(acknowledged=acknowledged, aside=services.registry.aside(body.desk)))


def _state(services: Services, code: str) -> DossierState:
    folded = services.registry.folded(code)
    if folded.dossier is None:
        raise RequestRefused(404, "no such dossier")
    conflicts = tuple(EntryName(desk=entry.desk, sequence=entry.sequence) for entry in folded.conflicts)
    awaited = tuple(services.registry.awaited_of(code))
    return DossierState(dossier=folded.dossier, conflicts=conflicts, awaited=awaited)


def _json(value: Pulled | Pushed, headers: dict[str, str] | None = None) -> Response:
    # without what is as always: a desk refuses fields that it does not know yet
    return Response(value.model_dump_json(exclude_defaults=True), media_type="application/json", headers=headers)


def _body(kind: type[Push]) -> dict[str, Any]:
    schema = {"$ref": f"#/components/schemas/{kind.__name__}"}
    return {"requestBody": {"required": True, "content": {"application/json": {"schema": schema}}}}


def _also(*statuses: int) -> dict[int | str, dict[str, Any]]:
    said = {status: HTTPStatus(status).phrase for status in statuses if status != 304}
    return refusals(said) | ({304: {"description": "not changed"}} if 304 in statuses else {})

"""Newer versions of the program for the desks."""

# annotations are not postponed here: they name dependencies that are local to the function
from typing import Annotated

from fastapi import APIRouter, Depends, Query, Response
from fastapi import Path as InPath

from counter_app.province.admission import RequestRefused, refusals
from counter_app.province.routes_sync import REFUSALS
from counter_app.province.services import Services
from counter_app.province.tokens import Speaker
from counter_app.sync.wire import agency_of_desk
from counter_app.updates.offer import SignedOffer

_MISSING = refusals({404: "nothing is offered to this desk"})


def update_routes(services: Services) -> APIRouter:
    """The routes over these services."""
    routes = APIRouter(responses=REFUSALS)
    from_desk = Depends(services.admission.desk)

    @routes.get("/v2/updates", responses=_MISSING)
    def offer(speaker: Annotated[Speaker, from_desk]) -> SignedOffer:
        offered = services.updates.offer_for(agency_of_desk(speaker.desk)) if services.updates else None
        if offered is None:
            raise RequestRefused(404, "nothing is offered to this desk")
        return offered

    @routes.get("/v2/updates/{sha256}", response_class=Response, responses=_MISSING)
    def piece(
        sha256: Annotated[str, InPath(pattern=r"^[0-9a-f]{64}$")],
        _: Annotated[Speaker, from_desk],
        after: Annotated[int, Query(ge=0, le=2**40)] = 0,
    ) -> Response:
        content = services.updates.piece(sha256, after) if services.updates else None
        if content is None:
            raise RequestRefused(404, "no such package")
        headers = {"Content-Encoding": "identity"}
        return Response(content, media_type="application/octet-stream", headers=headers)

    return routes

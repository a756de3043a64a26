"""Digitised papers of other offices: what may serve, and the content of one."""

# annotations are not postponed here: they name dependencies that are local to the function
from typing import Annotated

from fastapi import APIRouter, Depends, Response
from fastapi.responses import StreamingResponse

from counter_app.province.admission import RequestRefused, refusals
from counter_app.province.lending import NotFound
from counter_app.province.lending_reasons import NoReason
from counter_app.province.routes_sync import REFUSALS
from counter_app.province.services import Services
from counter_app.province.tokens import Speaker
from counter_app.sync.wire import PapersFound, PapersWanted, PaperWanted


def lending_routes(services: Services) -> APIRouter:
    """The routes over these services."""
    routes = APIRouter(responses=REFUSALS | refusals({404: "nothing of that was found"}))
    borrower = Depends(services.admission.borrower)

    @routes.post("/v2/papers/find", response_model_exclude_defaults=True)
    def find(body: PapersWanted, speaker: Annotated[Speaker, borrower], issued: bool = False) -> PapersFound:
        """`issued`: the desk knows of the day on which a paper was issued; an older one would refuse all."""
        try:
            found = services.lending.find(speaker.desk, body)
        except NoReason as fault:
            raise RequestRefused(422, str(fault)) from fault
        if issued:
            return found
        return found.model_copy(
            update={"papers": tuple(paper.model_copy(update={"issued": None}) for paper in found.papers)}
        )

    @routes.post("/v2/papers/fetch", response_class=Response)
    def fetch(body: PaperWanted, speaker: Annotated[Speaker, borrower]) -> Response:
        try:
            key = services.lending.lend(speaker.desk, body)
        except (NotFound, NoReason) as fault:
            raise RequestRefused(404, "no such paper was found") from fault
        standing = services.files.standing(key)
        if standing is None or not standing.here:
            raise RequestRefused(404, "no such paper was found")
        headers = {"Content-Length": str(max(standing.sizes)), "Content-Encoding": "identity"}
        return StreamingResponse(services.uploads.read(key), media_type="application/octet-stream", headers=headers)

    return routes

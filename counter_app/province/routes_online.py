"""Where the national portal, or the adapter that speaks to it, brings what citizens filed online."""

# annotations are not postponed here: they name dependencies that are local to the function
import io
import re
from typing import Annotated

from fastapi import APIRouter, Depends, Request
from pydantic import Field
from starlette.concurrency import run_in_threadpool

from counter_app.dossier.value import FileRef, Value
from counter_app.province.admission import RequestRefused, refusals
from counter_app.province.file_register import OverQuota
from counter_app.province.national.filed import HoSoNop, filed_online
from counter_app.province.online import AlreadyTaken
from counter_app.province.registry import NoSuchDossier
from counter_app.province.services import Services
from counter_app.sync.wire import Said

_REFUSALS = refusals({
    401: "sign in",
    404: "no such office",
    409: "a desk has it already",
    413: "too large",
    422: "not as it should be; nothing changed",
    507: "over the office's quota",
})  # fmt: skip
_OFFICE = re.compile(r"^[0-9GH.]{1,32}$")


class FiledDossier(Said):
    """A dossier in the portal's words, and the files it names, which were brought before."""

    office_name: str = ""
    dossier: HoSoNop
    files: tuple[FileRef, ...] = Field(default=(), max_length=200)


class Taken(Value):
    """The code under which the office's desks have the dossier."""

    code: str


def online_routes(services: Services) -> APIRouter:
    """The routes over these services. Who brings dossiers is an official with a token of their own."""
    routes = APIRouter(responses=_REFUSALS)
    official = Depends(services.admission.official)

    @routes.post("/v2/online/{agency}/files")
    async def take_file(agency: str, request: Request, who: Annotated[str, official]) -> FileRef:
        content = await request.body()
        if not (content.startswith(b"%PDF-") and b"%%EOF" in content[-2048:]):
            raise RequestRefused(422, "no whole PDF")
        await run_in_threadpool(_refuse_unless_seen, services, who, agency)
        return await run_in_threadpool(services.uploads.take, agency, io.BytesIO(content))

    @routes.post("/v2/online/{agency}")
    def take(agency: str, body: FiledDossier, who: Annotated[str, official]) -> Taken:
        _refuse_unless_seen(services, who, agency)
        files = {file.sha256: file for file in body.files}
        if not services.uploads.are_here(agency, body.files):
            raise RequestRefused(422, "a file is named that was not brought")
        try:
            filed = filed_online(body.dossier, agency, body.office_name, files)
            code = services.online.take(agency, filed, who, tuple(files.values()))
        except KeyError as fault:
            raise RequestRefused(422, "a file is named that was not brought") from fault
        except NoSuchDossier as fault:
            raise RequestRefused(404, "no such office") from fault
        except AlreadyTaken as fault:
            raise RequestRefused(409, "a desk has it already") from fault
        except OverQuota as fault:
            raise RequestRefused(507, "over the office's quota") from fault
        services.metrics.add("filed_online", 1)
        return Taken(code=code)

    return routes


def _refuse_unless_seen(services: Services, who: str, agency: str) -> None:
    if not _OFFICE.match(agency) or not services.desks.sees(who, agency):
        raise RequestRefused(404, "no such office")

"""The server as one application. Every request but the greeting and the sign-in needs a token."""

from __future__ import annotations

import errno
import logging
import sqlite3

from fastapi import FastAPI, Request, Response
from fastapi.exceptions import RequestValidationError
from sqlalchemy import text
from sqlalchemy.exc import InterfaceError, OperationalError
from sqlalchemy.exc import TimeoutError as NoConnection
from starlette.exceptions import HTTPException
from starlette.middleware.gzip import GZipMiddleware
from starlette.responses import RedirectResponse
from starlette.types import ASGIApp

from counter_app.durable import NO_ROOM
from counter_app.province.admission import RequestRefused
from counter_app.province.citizens.look_up import LookUp
from counter_app.province.citizens.look_up_page import look_up_page
from counter_app.province.host_names import HostNames
from counter_app.province.metrics import CONTENT_TYPE
from counter_app.province.national_links import link_routes
from counter_app.province.request_limits import PAGES, BodyRefused, RequestLimits, refused
from counter_app.province.routes_files import file_routes
from counter_app.province.routes_lending import lending_routes
from counter_app.province.routes_online import online_routes
from counter_app.province.routes_sync import sync_routes
from counter_app.province.routes_updates import update_routes
from counter_app.province.services import Services
from counter_app.province.web.app import make_web
from counter_app.sync.wire import PROTOCOL, Push, Refusal

_PACKED_FROM = 1000  # bytes; less is not worth packing
DISK_FULL = "the server's disk is full"
_PG_FULL = "53100"  # disk_full: PostgreSQL's manual, appendix A
_SHOWN = 3  # faults of a request that are told
_log = logging.getLogger(__name__)


def make_app(services: Services, names: HostNames) -> ASGIApp:
    """The application over its services, asked by those names."""
    app = FastAPI(title="Counter provincial server", version=str(PROTOCOL), docs_url=None, redoc_url=None)
    app.include_router(sync_routes(services))
    app.include_router(file_routes(services))
    app.include_router(lending_routes(services))
    app.include_router(online_routes(services))
    app.include_router(update_routes(services))
    app.include_router(link_routes(services.links, services.files, services.uploads, services.admission))
    _add_health(app, services)
    app.mount(PAGES, make_web(services))
    app.router.routes.extend(look_up_page(LookUp(services.engine), services.look_up_limits))
    app.add_route("/", lambda _: RedirectResponse(f"{PAGES}/"), include_in_schema=False)
    _add_refusals(app)
    _describe_by_name(app)
    app.add_middleware(GZipMiddleware, minimum_size=_PACKED_FROM, compresslevel=5)
    desks = services.desks
    return RequestLimits(
        app,
        services.metrics,
        names,
        lambda token: desks.speaker(token) is not None,
        lambda token: desks.official(token) is not None,
    )


def _add_health(app: FastAPI, services: Services) -> None:
    @app.get("/health/live", include_in_schema=False)
    async def live() -> dict[str, str]:
        return {"status": "alive"}

    @app.get("/health/ready", include_in_schema=False)
    def ready() -> dict[str, str]:
        with services.engine.connect() as db:  # where the database is away: 503, like every request that needs it
            db.execute(text("SELECT 1"))
        if not services.uploads.has_room():
            raise RequestRefused(507, DISK_FULL)
        return {"status": "ready"}

    @app.get("/metrics", include_in_schema=False)
    async def figures(request: Request) -> Response:
        if not _is_near(request):
            raise RequestRefused(404, "Not Found")
        return Response(services.metrics.text(), media_type=CONTENT_TYPE)


def _is_near(request: Request) -> bool:
    """Whether it comes from this machine and not through a proxy on it."""
    host = request.client.host if request.client else ""
    return host in ("127.0.0.1", "::1") and not {"x-forwarded-for", "forwarded"} & set(request.headers)


def _add_refusals(app: FastAPI) -> None:
    async def request_refused(_: Request, fault: RequestRefused) -> Response:
        return refused(fault.status, fault.reason, fault.headers)

    async def wrong(_: Request, fault: RequestValidationError) -> Response:
        shown = [f"{'.'.join(map(str, error['loc']))}: {error['type']}" for error in fault.errors()[:_SHOWN]]
        return refused(422, "; ".join(shown).encode("ascii", "replace").decode())

    async def plain(_: Request, fault: HTTPException) -> Response:
        return refused(fault.status_code, str(fault.detail), fault.headers)

    async def away(request: Request, fault: Exception) -> Response:
        if _finds_no_room(fault):
            return await disk(request, OSError(errno.ENOSPC, DISK_FULL))
        _log.error("database: %s", type(fault).__name__)
        return refused(503, "the database is away", {"Retry-After": "5"})

    async def disk(_: Request, fault: Exception) -> Response:
        if not isinstance(fault, OSError) or fault.errno not in NO_ROOM:
            raise fault
        _log.error("the disk is full")
        return refused(507, DISK_FULL, {"Retry-After": "60"})

    async def bounded(_: Request, fault: BodyRefused) -> Response:
        return refused(fault.status, fault.reason)

    for kind, answer in (
        (RequestRefused, request_refused),
        (RequestValidationError, wrong),
        (HTTPException, plain),
        (OperationalError, away),
        (InterfaceError, away),
        (NoConnection, away),
        (BodyRefused, bounded),
        (OSError, disk),
    ):
        app.add_exception_handler(kind, answer)  # type: ignore[arg-type]


def _finds_no_room(fault: Exception) -> bool:
    """Whether the database, SQLite or PostgreSQL, says that its disk is full."""
    said = getattr(fault, "orig", None)
    return getattr(said, "sqlite_errorcode", None) == sqlite3.SQLITE_FULL or getattr(said, "sqlstate", "") == _PG_FULL


def _describe_by_name(app: FastAPI) -> None:
    """The description of the body that is read by hand, and of what refusals say."""
    described = app.openapi

    def openapi() -> dict[str, object]:
        document = described()
        parts = document["components"]["schemas"]
        for kind in (Push, Refusal):
            schema = kind.model_json_schema(ref_template="#/components/schemas/{model}")
            parts.update(schema.pop("$defs", {}))
            parts[kind.__name__] = schema
        return document

    app.openapi = openapi  # type: ignore[method-assign]

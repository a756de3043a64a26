"""The desks: how far each is, new codes, revocation."""

from __future__ import annotations

import logging
from datetime import datetime, timedelta

from sqlalchemy import func, select
from starlette.exceptions import HTTPException
from starlette.responses import RedirectResponse, Response
from starlette.routing import Route

from counter_app.dossier import clock
from counter_app.province.database import reading
from counter_app.province.desks import DeskLine, NoSuchDesk
from counter_app.province.request_limits import PAGES
from counter_app.province.services import Services
from counter_app.province.tables import files
from counter_app.province.web.rendering import rendered
from counter_app.province.web.visits import Gate, Visit
from counter_app.sync.wire import agency_of_desk

_SILENT = timedelta(hours=24)  # a desk that was not here for so long stands out
_log = logging.getLogger(__name__)


def desk_pages(gate: Gate, services: Services) -> list[Route]:
    """The routes."""
    desks = services.desks

    def show(visit: Visit) -> Response:
        return _shown(services, visit)

    def register(visit: Visit) -> Response:
        desk = f"{visit.who.agency or visit.text('agency')}:{visit.text('number')}"
        try:
            code = desks.register(desk)
        except NoSuchDesk as fault:
            return _shown(services, visit, fault=fault)
        _note(visit, "desk registered", desk)
        return _shown(services, visit, code=code, named=desk)

    def renew(visit: Visit) -> Response:
        desk = _theirs(services, visit)
        code = desks.register(desk)
        _note(visit, "desk code renewed", desk)
        return _shown(services, visit, code=code, named=desk)

    def revoke(visit: Visit) -> Response:
        desk = _theirs(services, visit)
        desks.revoke(desk)
        _note(visit, "desk revoked", desk)
        return RedirectResponse(f"{PAGES}/desks", 303)

    return [
        Route("/desks", gate.page(show)),
        Route("/desks/new", gate.page(register), methods=["POST"]),
        Route("/desks/{desk}/code", gate.page(renew), methods=["POST"]),
        Route("/desks/{desk}/revoke", gate.page(revoke), methods=["POST"]),
    ]


def _shown(
    services: Services, visit: Visit, *, fault: NoSuchDesk | None = None, code: str = "", named: str = ""
) -> Response:
    """The list; a code is shown on the answer to the request that made it, and never again."""
    awaited = _awaited(services)
    lines = [(line, awaited.get(line.desk, 0), _silent(line)) for line in services.desks.lines(visit.who.agency)]
    return rendered(
        visit,
        "desks.html",
        status=422 if fault else 200,
        fault=fault,
        lines=lines,
        code=code,
        named=named,
        typed=visit.fields,
    )


def _theirs(services: Services, visit: Visit) -> str:
    desk = visit.part("desk")
    known = {line.desk for line in services.desks.lines(agency_of_desk(desk))}
    if desk not in known or not visit.who.sees(agency_of_desk(desk)):
        raise HTTPException(404)
    return desk


def _awaited(services: Services) -> dict[str, int]:
    """How many files of each desk are not here."""
    wanted = select(files.c.desk, func.count(files.c.sha256.distinct()).label("awaited")).where(files.c.here.is_(False))
    with reading(services.engine).begin() as db:
        return {row.desk: row.awaited for row in db.execute(wanted.group_by(files.c.desk))}


def _silent(line: DeskLine, now: datetime | None = None) -> bool:
    if not line.enrolled or line.revoked:
        return False
    return line.last_seen is None or (now or clock.now()) - line.last_seen > _SILENT


def _note(visit: Visit, what: str, desk: str) -> None:
    """Who did it is a name and stays out of the log; what and where do not."""
    _log.info(what, extra={"said": {"desk": desk}})

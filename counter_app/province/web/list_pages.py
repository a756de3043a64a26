"""The lists: dossiers, and contradictions that wait for a clerk."""

from __future__ import annotations

import logging
import time
from threading import Lock
from urllib.parse import urlencode

from starlette.background import BackgroundTask
from starlette.responses import Response
from starlette.routing import Route

from counter_app.dossier.fold import folded_safely
from counter_app.dossier.states import Status
from counter_app.province.overview import Overview, Wanted
from counter_app.province.services import Services
from counter_app.province.web.accounts import Official
from counter_app.province.web.rendering import rendered
from counter_app.province.web.timeline import both_sides
from counter_app.province.web.visits import Gate, Visit

PAGE = 50  # dossiers
_LAST_PAGE = 100_000
_AT_ONCE = 50  # dossiers folded between two looks at the clock
_PATIENCE = 0.3  # seconds a page waits for lines that are behind their entries
_log = logging.getLogger(__name__)


class Lines:
    """Brings the lines of the lists up to date: a little before a page, the rest after it."""

    def __init__(self, overview: Overview) -> None:
        self._overview = overview
        self._busy = Lock()

    def renew(self) -> bool:
        """Whether all are up to date now."""
        until = time.monotonic() + _PATIENCE
        while folded := self._overview.refresh(_AT_ONCE):
            if folded < _AT_ONCE:
                break
            if time.monotonic() > until:
                return False
        return True

    def finish(self) -> None:
        """All that is left, in one thread of this process."""
        if not self._busy.acquire(blocking=False):
            return
        try:
            while self._overview.refresh(_AT_ONCE):
                pass
        except Exception:  # noqa: BLE001 - nobody waits for it; the next page goes on with it
            _log.exception("lines")
        finally:
            self._busy.release()

    def behind(self) -> int:
        """How many are not up to date."""
        return self._overview.behind()

    def shown(self, response: Response, complete: bool) -> Response:
        """The page, after which the rest is brought up to date where it was not complete."""
        if not complete:
            response.background = BackgroundTask(self.finish)
        return response


def list_pages(gate: Gate, services: Services, lines: Lines) -> list[Route]:
    """The routes."""
    overview = Overview(services.engine)

    def dossiers(visit: Visit) -> Response:
        complete = lines.renew()
        offices = offices_of(overview, visit.who)
        wanted = Wanted(
            agency=_office(visit, offices),
            status=_status(visit.text("status")),
            words=visit.text("words"),
        )
        page = page_of(visit)
        found, count = overview.page(wanted, skip=(page - 1) * PAGE, limit=PAGE)
        response = rendered(
            visit,
            "dossiers.html",
            found=found,
            count=count,
            first=(page - 1) * PAGE + 1,
            wanted=wanted,
            offices=offices,
            statuses=list(Status),
            behind=0 if complete else lines.behind(),
            earlier=_address(visit, page - 1) if page > 1 else "",
            later=_address(visit, page + 1) if page * PAGE < count else "",
        )
        return lines.shown(response, complete)

    def conflicts(visit: Visit) -> Response:
        complete = lines.renew()
        page = page_of(visit)
        wanted = Wanted(agency=visit.who.agency, in_conflict=True)
        found, count = overview.page(wanted, skip=(page - 1) * PAGE, limit=PAGE)
        known = services.registry.entries_of([line.code for line in found])
        told = [(line, both_sides(known[line.code], folded_safely(known[line.code]))) for line in found]
        response = rendered(
            visit,
            "conflicts.html",
            told=told,
            count=count,
            earlier=_address(visit, page - 1) if page > 1 else "",
            later=_address(visit, page + 1) if page * PAGE < count else "",
        )
        return lines.shown(response, complete)

    return [Route("/dossiers", gate.page(dossiers)), Route("/conflicts", gate.page(conflicts))]


def offices_of(overview: Overview, official: Official) -> list[str]:
    """The offices that have anything here and are the official's to see."""
    return [agency for agency in overview.offices() if agency and official.sees(agency)]


def _office(visit: Visit, offices: list[str]) -> str | None:
    asked = visit.text("agency")
    return asked if asked in offices else visit.who.agency


def _status(text: str) -> Status | None:
    return Status(int(text)) if text in {str(status.value) for status in Status} else None


def page_of(visit: Visit) -> int:
    """The page that is asked for, from 1."""
    text = visit.text("page")
    return max(1, min(int(text), _LAST_PAGE)) if text.isascii() and text.isdecimal() and len(text) < 10 else 1


def _address(visit: Visit, page: int) -> str:
    kept = {name: visit.text(name) for name in ("agency", "status", "words") if visit.text(name)}
    return f"?{urlencode(kept | {'page': str(page)})}"

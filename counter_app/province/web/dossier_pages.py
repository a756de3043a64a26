"""One dossier: what is known of it, what an official does to it, its files."""

from __future__ import annotations

import logging
from datetime import date
from typing import BinaryIO
from urllib.parse import quote

from pydantic import ValidationError
from starlette.exceptions import HTTPException
from starlette.responses import RedirectResponse, Response, StreamingResponse
from starlette.routing import Route

from counter_app.dossier import acts, clock
from counter_app.dossier.acts import explained, files_in, moves
from counter_app.dossier.acts.act import CannotApply, lacks, refuse_unless_allowed
from counter_app.dossier.codes import CODE
from counter_app.dossier.fold import Folded, folded_safely
from counter_app.dossier.journal import Entry, UnknownPayload
from counter_app.dossier.life import ResultNamed
from counter_app.dossier.model import Dossier
from counter_app.dossier.payloads.business import StatusChanged
from counter_app.dossier.payloads.results import ResultsArrived
from counter_app.dossier.states import Status
from counter_app.dossier.value import FileRef
from counter_app.errors import CounterError
from counter_app.province.file_register import Key, OverQuota
from counter_app.province.registry import Overtaken
from counter_app.province.request_limits import PAGES
from counter_app.province.services import Services
from counter_app.province.uploads import is_name
from counter_app.province.web.rendering import rendered
from counter_app.province.web.timeline import both_sides, line_of, timeline
from counter_app.province.web.visits import Gate, Visit
from counter_app.sync.wire import agency_of_dossier

_BY_RESULT = frozenset({Status.RESULT_RETURNED})  # a desk hands over; the province does not say so in its place
_LONGEST_REASON, _LONGEST_NAME = 2000, 300  # letters
_TAIL = 2048  # bytes in which a whole PDF ends
_log = logging.getLogger(__name__)


class NoReason(CounterError):
    """The status is one that the applicant is told the reason of."""

    what = "This status needs its reason."
    todo = "Write down why; the desk and the applicant read it."


class NoStatus(CounterError):
    """No status was chosen, or one that is none."""

    what = "No status was chosen."
    todo = "Choose the status the dossier goes to."


class NoWholePdf(CounterError):
    """The file is missing, no PDF, or was cut off."""

    what = "The file is no whole PDF."
    todo = "Choose the PDF of the result; if it was scanned, save it again."


class NoRoom(CounterError):
    """The office's quota of files is used up."""

    what = "The office has no room left for files."
    todo = "The technician of the province can give it more."


def dossier_pages(gate: Gate, services: Services) -> list[Route]:
    """The routes."""

    def show(visit: Visit) -> Response:
        return _shown(services, visit, *_found(services, visit))

    def change_status(visit: Visit) -> Response:
        folded, _ = _found(services, visit)
        dossier = _received(folded)
        try:
            payload = _status_in(visit)
            services.registry.write(dossier.code, payload, visit.who.name, seen=_seen(visit))
        except (NoStatus, NoReason, CannotApply, Overtaken) as fault:
            return _refused(services, visit, fault)
        return RedirectResponse(f"{_address(dossier)}?done=status", 303)

    def take_result(visit: Visit) -> Response:
        folded, _ = _found(services, visit)
        dossier = _received(folded)
        try:
            refuse_unless_allowed(acts.TAKE_RESULTS, dossier)
            named = _result_in(visit)
            file = services.uploads.take(agency_of_dossier(dossier.code), _whole_pdf(visit.file))
            payload = ResultsArrived(results=(named.with_file(file),), complete=visit.text("complete") == "yes")
            services.registry.write(dossier.code, payload, visit.who.name, seen=_seen(visit), kept=(file,))
        except OverQuota:
            return _refused(services, visit, NoRoom())
        except (CannotApply, Overtaken, CounterError) as fault:
            return _refused(services, visit, fault)
        services.metrics.add("results_taken", 1)
        return RedirectResponse(f"{_address(dossier)}?done=result", 303)

    def content(visit: Visit) -> Response:
        _, entries = _found(services, visit)
        name, agency = visit.part("sha256"), agency_of_dossier(visit.part("code"))
        file = next((item for _, item in _files(entries) if item.sha256 == name), None)
        if file is None or not is_name(name):
            raise HTTPException(404)
        try:
            pieces = services.uploads.read(Key(agency, name))
        except FileNotFoundError as fault:
            raise HTTPException(404) from fault
        is_pdf = file.media_type == "application/pdf"
        called = f"{visit.part('code')}-{name[:8]}{'.pdf' if is_pdf else ''}"
        headers = {
            "Content-Disposition": f"attachment; filename*=UTF-8''{quote(called)}",
            "Content-Encoding": "identity",
        }
        kind = "application/pdf" if is_pdf else "application/octet-stream"
        return StreamingResponse(pieces, media_type=kind, headers=headers)

    return [
        Route("/dossiers/{code}", gate.page(show)),
        Route("/dossiers/{code}/status", gate.page(change_status), methods=["POST"]),
        Route("/dossiers/{code}/results", gate.page(take_result), methods=["POST"]),
        Route("/dossiers/{code}/files/{sha256}", gate.page(content)),
    ]


def _found(services: Services, visit: Visit) -> tuple[Folded, list[Entry]]:
    """The dossier of the address; 404 where there is none, or none that this official sees."""
    code = visit.part("code")
    if not CODE.fullmatch(code) or not code.isascii() or not visit.who.sees(agency_of_dossier(code)):
        raise HTTPException(404)
    entries = services.registry.entries_of([code])[code]
    if not entries:
        raise HTTPException(404)
    return folded_safely(entries), entries


def _received(folded: Folded) -> Dossier:
    if folded.dossier is None:
        raise HTTPException(404)
    return folded.dossier


def _refused(services: Services, visit: Visit, fault: CounterError) -> Response:
    """The page as the dossier stands now, with what was typed still in the form."""
    return _shown(services, visit, *_found(services, visit), fault=fault)


def _shown(
    services: Services, visit: Visit, folded: Folded, entries: list[Entry], fault: CounterError | None = None
) -> Response:
    dossier = folded.dossier
    awaited = set(services.registry.awaited_of(visit.part("code")))
    return rendered(
        visit,
        "dossier.html",
        status=422 if fault else 200,
        fault=fault,
        code=visit.part("code"),
        dossier=dossier,
        timeline=timeline(entries, folded),
        conflicts=both_sides(entries, folded),
        files=[(what, file, file.sha256 not in awaited) for what, file in _files(entries)],
        moves=sorted(_moves(dossier)) if dossier else [],
        explained=explained(),
        takes_results=dossier is not None and dossier.status in acts.TAKE_RESULTS.allowed,
        typed=visit.fields,
        done=visit.text("done") if visit.request.method == "GET" else "",
    )


def _moves(dossier: Dossier) -> frozenset[Status]:
    """What an official may say of it; what came online a desk accepts."""
    found = moves(dossier.status) - _BY_RESULT
    return found - {Status.ACCEPTED} if dossier.awaits_acceptance else found


def _files(entries: list[Entry]) -> list[tuple[str, FileRef]]:
    """The files that the dossier's entries name, each once, with the sentence of its entry."""
    found: dict[str, tuple[str, FileRef]] = {}
    dossier = folded_safely(entries).dossier
    for entry in entries:
        try:
            payload = entry.read()
        except UnknownPayload:
            continue
        for file in files_in(payload):
            found.setdefault(file.sha256, (line_of(entry, dossier).sentence, file))
    return list(found.values())


def _status_in(visit: Visit) -> StatusChanged:
    text, reason = visit.text("status"), visit.text("reason")[:_LONGEST_REASON]
    if text not in {str(status.value) for status in Status}:
        raise NoStatus
    status = Status(int(text))
    if status in _BY_RESULT:
        raise CannotApply("the province hands nothing over")
    if status in explained() and not reason:
        raise NoReason
    return StatusChanged(status=status, reason=reason)


def _result_in(visit: Visit) -> ResultNamed:
    name, issued = visit.text("name")[:_LONGEST_NAME], visit.text("issued_on")
    if not name:
        raise lacks(acts.TAKE_RESULTS, "results")
    try:
        day = date.fromisoformat(issued) if issued else None
        if day and day > clock.now().date():
            raise lacks(acts.TAKE_RESULTS, "issued_on")
        return ResultNamed(name=name, number=visit.text("number")[:_LONGEST_NAME], issued_on=day)
    except (ValueError, ValidationError) as fault:
        raise lacks(acts.TAKE_RESULTS, "issued_on") from fault


def _whole_pdf(file: BinaryIO | None) -> BinaryIO:
    if file is None:
        raise NoWholePdf
    file.seek(0, 2)
    length = file.tell()
    file.seek(0)
    begins = file.read(5) == b"%PDF-"
    file.seek(max(0, length - _TAIL))
    ends = b"%%EOF" in file.read()
    if not (begins and ends):
        raise NoWholePdf
    file.seek(0)
    return file


def _seen(visit: Visit) -> int:
    text = visit.text("step")
    return int(text) if text.isascii() and text.isdecimal() and len(text) < 12 else 0


def _address(dossier: Dossier) -> str:
    return f"{PAGES}/dossiers/{dossier.code}"

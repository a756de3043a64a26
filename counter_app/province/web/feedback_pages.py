"""Feedback for officials: the list, one of it, an answer; the figures of all offices in a reporting month."""

from __future__ import annotations

import logging
import re
from urllib.parse import urlencode

from starlette.exceptions import HTTPException
from starlette.responses import RedirectResponse, Response
from starlette.routing import Route

from counter_app.dossier import clock
from counter_app.dossier.acts.act import StepIncomplete
from counter_app.dossier.codes import CODE, is_feedback
from counter_app.dossier.feedback import Feedback, FeedbackClosed, LateAnswer
from counter_app.dossier.fold import Folded, in_order
from counter_app.dossier.journal import Entry
from counter_app.dossier.states import FeedbackMatter, FeedbackState, Sorting
from counter_app.errors import CounterError
from counter_app.province.feedback import ProvinceFeedback, total
from counter_app.province.overview import Overview
from counter_app.province.registry import Overtaken
from counter_app.province.request_limits import PAGES
from counter_app.province.services import Services
from counter_app.province.web.list_pages import offices_of, page_of
from counter_app.province.web.rendering import rendered
from counter_app.province.web.timeline import timeline
from counter_app.province.web.visits import Gate, Visit
from counter_app.reports.periods import Cut, Period, containing, month
from counter_app.sync.wire import agency_of_dossier

PAGE = 50
_LONGEST, _LONGEST_NAME = 4000, 300  # letters
_MONTH = re.compile(r"(20\d\d)-(0[1-9]|1[0-2])")
_UPHELD = {"yes": True, "no": False}
_log = logging.getLogger(__name__)


def feedback_pages(gate: Gate, services: Services) -> list[Route]:
    """The routes."""
    heard, overview = ProvinceFeedback(services.engine), Overview(services.engine)

    def listed(visit: Visit) -> Response:
        offices = offices_of(overview, visit.who)
        asked = visit.text("agency")
        agency = asked if asked in offices else visit.who.agency
        only_open, words, page = visit.text("all") != "yes", visit.text("words"), page_of(visit)
        skip = (page - 1) * PAGE
        found, count = heard.page(agency=agency, only_open=only_open, words=words, skip=skip, limit=PAGE)
        return rendered(
            visit,
            "feedback.html",
            found=found,
            count=count,
            first=skip + 1,
            offices=offices,
            agency=agency,
            only_open=only_open,
            words=words,
            now=clock.now(),
            earlier=_address(visit, page - 1) if page > 1 else "",
            later=_address(visit, page + 1) if page * PAGE < count else "",
        )

    def figures(visit: Visit) -> Response:
        period = _period(visit.text("month"))
        found = heard.figures(period, visit.who.agency)
        lines = [*found, *([total(found)] if len(found) > 1 else [])]
        return rendered(visit, "feedback_figures.html", found=lines, period=period, asked=visit.text("month"))

    def show(visit: Visit) -> Response:
        return _shown(heard, visit)

    def sort(visit: Visit) -> Response:
        found, _ = _found(heard, visit)
        try:
            sorting = next((kind for kind in Sorting if kind == visit.text("sorting")), Sorting.OWN)
            to, reason = visit.text("to_agency")[:_LONGEST_NAME], visit.text("reason")[:2000]
            heard.sort(found.code, sorting, to, reason, visit.who.name, _seen(visit))
        except (StepIncomplete, FeedbackClosed, Overtaken) as fault:
            return _shown(heard, visit, fault)
        return RedirectResponse(f"{PAGES}/feedback/{found.code}?done=sorted", 303)

    def answer(visit: Visit) -> Response:
        found, _ = _found(heard, visit)
        try:
            text, late = visit.text("answer")[:_LONGEST], visit.text("late_reason")[:2000]
            heard.answer(found.code, text, late, _UPHELD.get(visit.text("upheld")), visit.who.name, _seen(visit))
        except (StepIncomplete, FeedbackClosed, LateAnswer, Overtaken) as fault:
            return _shown(heard, visit, fault)
        return RedirectResponse(f"{PAGES}/feedback/{found.code}?done=answered", 303)

    return [
        Route("/feedback", gate.page(listed)),
        Route("/feedback-figures", gate.page(figures)),
        Route("/feedback/{code}", gate.page(show)),
        Route("/feedback/{code}/sort", gate.page(sort), methods=["POST"]),
        Route("/feedback/{code}/answer", gate.page(answer), methods=["POST"]),
    ]


def _found(heard: ProvinceFeedback, visit: Visit) -> tuple[Feedback, list[Entry]]:
    """The feedback of the address; 404 where there is none, or none that this official sees."""
    code = visit.part("code")
    if not code.isascii() or not CODE.fullmatch(code) or not is_feedback(code):
        raise HTTPException(404)
    if not visit.who.sees(agency_of_dossier(code)):
        raise HTTPException(404)
    found = heard.one(code)
    if found is None:
        raise HTTPException(404)
    return found


def _shown(heard: ProvinceFeedback, visit: Visit, fault: CounterError | None = None) -> Response:
    found, entries = _found(heard, visit)
    now = clock.now()
    state = found.state
    return rendered(
        visit,
        "feedback_one.html",
        status=422 if fault else 200,
        fault=fault,
        one=found,
        agency=agency_of_dossier(found.code),
        timeline=timeline(in_order(entries), Folded(None)),
        sorts=state in (FeedbackState.TAKEN, FeedbackState.IN_HAND, FeedbackState.NOT_TAKEN),
        answers=state in (FeedbackState.IN_HAND, FeedbackState.PASSED_ON),
        is_late=state is FeedbackState.IN_HAND and now > found.due_at,
        of_staff=found.taken.matter is FeedbackMatter.BEHAVIOUR,
        sortings=list(Sorting),
        typed=visit.fields,
        done=visit.text("done") if visit.request.method == "GET" else "",
    )


def _period(text: str) -> Period:
    """The reporting month asked for; that of today where none is."""
    found = _MONTH.fullmatch(text)
    return month(int(found[1]), int(found[2])) if found else containing(Cut.MONTH, clock.now().date())


def _seen(visit: Visit) -> int:
    text = visit.text("step")
    return int(text) if text.isascii() and text.isdecimal() and len(text) < 12 else 0


def _address(visit: Visit, page: int) -> str:
    kept = {name: visit.text(name) for name in ("agency", "all", "words") if visit.text(name)}
    return f"?{urlencode(kept | {'page': str(page)})}"

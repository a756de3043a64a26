"""Templates, and how values are said on the pages. Everything is escaped unless a template is named otherwise."""

from __future__ import annotations

from datetime import datetime
from functools import cache
from pathlib import Path
from typing import Any

from jinja2 import Environment, FileSystemLoader, StrictUndefined
from starlette.responses import HTMLResponse, Response

from counter_app.dossier import clock
from counter_app.dossier.names import (
    APPLICANT_KIND,
    FEEDBACK_MATTER,
    FEEDBACK_STATE,
    PARTY,
    RELATION,
    SORTING,
    STATUS,
    authority_words,
)
from counter_app.dossier.states import ENDED, PAUSED, FeedbackState, Status
from counter_app.errors import CounterError
from counter_app.language import said, translate
from counter_app.province.request_limits import PAGES
from counter_app.province.web.visits import Visit

FOLDER = Path(__file__).parent


def rendered(
    visit: Visit, template: str, *, status: int = 200, fault: CounterError | None = None, **values: Any
) -> Response:
    """A page for this visit; `fault` is said at its top."""
    page = _environment().get_template(template)
    wrong = fault.sentence() if fault else ""
    text = page.render(official=visit.official, seal=visit.seal, fault=wrong, here=visit.request.url.path, **values)
    return HTMLResponse(text, status_code=status)


def fault_page(sentence: str, status: int) -> Response:
    """A page that only says what went wrong."""
    text = _environment().get_template("fault.html").render(official=None, sentence=sentence, fault="", here="")
    return HTMLResponse(text, status_code=status)


def public_page(template: str, **values: Any) -> str:
    """A page for people who are not signed in."""
    return _environment().get_template(template).render(**values)


def status_name(status: Status | None) -> str:
    """The national status by its official name."""
    return translate("status", STATUS[status]) if status else "Chưa rõ"


def moment(at: datetime | None) -> str:
    """A moment on Vietnam's clock: 26/11/2026 09:00."""
    return clock.moment(at) or "–"


def number(count: int) -> str:
    """A count with Vietnamese thousands: 12.000."""
    return f"{count:,}".replace(",", ".")


def size(count: int) -> str:
    """A file's size."""
    if count < 1_000_000:
        return f"{max(count // 1000, 1)} KB"
    return f"{count / 1_000_000:.1f} MB".replace(".", ",")


def percent(share: float | None) -> str:
    """A share: 87,50 %; a dash where there is nothing to have a share of."""
    return "–" if share is None else f"{share * 100:.2f} %".replace(".", ",")


def points(value: float) -> str:
    """Points: 17,50."""
    return f"{value:.2f}".replace(".", ",")


def heard_tone(state: FeedbackState) -> str:
    """The colour of feedback's state."""
    if state in (FeedbackState.TAKEN, FeedbackState.IN_HAND):
        return "amber"
    return "green" if state is FeedbackState.ANSWERED else ""


def tone(status: Status | None) -> str:
    """The colour of a status, by its name in the style sheet."""
    if status is None or status in PAUSED:
        return "amber"
    if status in (Status.NOT_ACCEPTED, Status.WITHDRAWN, Status.CANCELLED):
        return "red"
    return "green" if status in ENDED else "blue"


@cache
def _environment() -> Environment:
    made = Environment(
        loader=FileSystemLoader(FOLDER / "templates"),
        autoescape=True,
        undefined=StrictUndefined,
        trim_blocks=True,
        lstrip_blocks=True,
    )
    made.filters |= {"status": status_name, "moment": moment, "number": number, "size": size, "tone": tone}
    made.filters |= {
        "party": lambda party: translate("status", PARTY[party]),
        "applicant": lambda kind: translate("status", APPLICANT_KIND[kind]),
        "relation": lambda relation: translate("status", RELATION[relation]),
        "authority": lambda paper: said(authority_words(paper), translate),
    }
    made.filters |= {
        "percent": percent,
        "points": points,
        "heard_tone": heard_tone,
        "heard": lambda state: translate("feedback", FEEDBACK_STATE[state]),
        "matter": lambda matter: translate("feedback", FEEDBACK_MATTER[matter]),
        "sorting": lambda sorting: translate("feedback", SORTING[sorting]),
    }
    made.globals |= {"root": PAGES}
    return made

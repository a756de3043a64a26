"""The pages as one application, which the server mounts under `guard.PAGES`."""

from __future__ import annotations

import hashlib
import logging
from collections.abc import Awaitable, Callable

from sqlalchemy.exc import InterfaceError, OperationalError
from sqlalchemy.exc import TimeoutError as NoConnection
from starlette.applications import Starlette
from starlette.datastructures import MutableHeaders
from starlette.exceptions import HTTPException
from starlette.requests import Request
from starlette.responses import RedirectResponse, Response
from starlette.routing import Route
from starlette.types import ASGIApp, Message, Receive, Scope, Send

from counter_app.errors import CounterError
from counter_app.province.database import token_key
from counter_app.province.overview import Overview
from counter_app.province.request_limits import PAGES, BodyRefused
from counter_app.province.services import Services
from counter_app.province.web.accounts import Accounts
from counter_app.province.web.desk_pages import desk_pages
from counter_app.province.web.dossier_pages import dossier_pages
from counter_app.province.web.feedback_pages import feedback_pages
from counter_app.province.web.figures_pages import figures_pages
from counter_app.province.web.list_pages import Lines, list_pages
from counter_app.province.web.rendering import FOLDER, fault_page
from counter_app.province.web.sign_in_pages import sign_in_pages
from counter_app.province.web.visits import Gate, NotFromHere, PostTooLarge, is_far

_SAID = {
    400: "Yêu cầu không đọc được.",
    404: "Không có trang này, hoặc trang này không thuộc phạm vi của bạn.",
    405: "Trang này không nhận yêu cầu như vậy.",
    411: "Yêu cầu không ghi độ dài.",
}
_HEADERS = {
    "Content-Security-Policy": "default-src 'none'; style-src 'self'; form-action 'self'; base-uri 'none'; "
    "frame-ancestors 'none'",
    "X-Frame-Options": "DENY",
    "X-Content-Type-Options": "nosniff",
    "Referrer-Policy": "same-origin",
    "Cross-Origin-Opener-Policy": "same-origin",
}
_log = logging.getLogger(__name__)


def make_web(services: Services) -> ASGIApp:
    """The pages over the server's services."""
    accounts = Accounts(services.engine)
    gate, lines = Gate(accounts, token_key(services.engine)), Lines(Overview(services.engine))
    routes = [
        Route("/", _home),
        Route("/style.css", _style(), methods=["GET"]),
        *sign_in_pages(gate, accounts),
        *list_pages(gate, services, lines),
        *dossier_pages(gate, services),
        *desk_pages(gate, services),
        *feedback_pages(gate, services),
        *figures_pages(gate, services, lines),
    ]
    handlers: dict[type[Exception], Callable[[Request, Exception], Awaitable[Response]]] = {
        CounterError: _refused,
        HTTPException: _plain,
        BodyRefused: _cut,
        OperationalError: _away,
        InterfaceError: _away,
        NoConnection: _away,
    }
    return _Headers(Starlette(routes=routes, exception_handlers=handlers))


class _Headers:
    """Adds to every answer what keeps browsers careful."""

    def __init__(self, app: ASGIApp) -> None:
        self._app = app

    async def __call__(self, scope: Scope, receive: Receive, send: Send) -> None:
        async def careful(message: Message) -> None:
            if message["type"] == "http.response.start":
                headers = MutableHeaders(scope=message)
                for name, value in _HEADERS.items():
                    headers[name] = value
                headers.setdefault("Cache-Control", "no-store")
                if is_far(Request(scope)):
                    headers["Strict-Transport-Security"] = "max-age=31536000"
            await send(message)

        await self._app(scope, receive, careful)


async def _home(_: Request) -> Response:
    return RedirectResponse(f"{PAGES}/dossiers", 303)


def _style() -> Callable[[Request], Response]:
    content = (FOLDER / "style.css").read_bytes()
    tag = f'"{hashlib.sha256(content).hexdigest()[:16]}"'

    def style(request: Request) -> Response:
        headers = {"ETag": tag, "Cache-Control": "no-cache"}
        if request.headers.get("if-none-match") == tag:
            return Response(status_code=304, headers=headers)
        return Response(content, media_type="text/css", headers=headers)

    return style


async def _refused(_: Request, fault: Exception) -> Response:
    assert isinstance(fault, CounterError)
    status = {NotFromHere: 403, PostTooLarge: 413}.get(type(fault), 422)
    return fault_page(fault.sentence(), status)


async def _plain(_: Request, fault: Exception) -> Response:
    assert isinstance(fault, HTTPException)
    return fault_page(_SAID.get(fault.status_code, "Không thực hiện được yêu cầu này."), fault.status_code)


async def _cut(_: Request, fault: Exception) -> Response:
    assert isinstance(fault, BodyRefused)
    return fault_page(_SAID[400], fault.status)


async def _away(_: Request, fault: Exception) -> Response:
    _log.error("database: %s", type(fault).__name__)
    return fault_page("Cơ sở dữ liệu của máy chủ tạm thời không trả lời. Hãy thử lại sau ít phút.", 503)

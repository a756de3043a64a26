"""The public page: the code of the receipt, by its QR or typed, and the answer. No assets from elsewhere, no scripts.

Whoever counts numbers up is slowed: an address has few questions by number a minute, and all strangers together have
a bound, too. Codes of receipts cannot be counted, and a wrong one costs as much as a number.
"""

from __future__ import annotations

import math
from dataclasses import dataclass

from starlette.concurrency import run_in_threadpool
from starlette.requests import Request
from starlette.responses import HTMLResponse, Response
from starlette.routing import BaseRoute, Route

from counter_app.dossier.codes import CODE, token_in
from counter_app.province.citizens.look_up import LookUp, Standing
from counter_app.province.rates import Rates, neighbourhood
from counter_app.province.web.rendering import public_page

PATH = "/look-up"
_LONGEST = 64  # letters of what is asked
_HEADERS = {
    "Cache-Control": "no-store",
    "Content-Security-Policy": "default-src 'none'; style-src 'self'; form-action 'self'; base-uri 'none'; "
    "frame-ancestors 'none'",
    "Referrer-Policy": "no-referrer",
    "X-Content-Type-Options": "nosniff",
    "X-Robots-Tag": "noindex, nofollow",
}


@dataclass(frozen=True)
class LookUpLimits:
    """How often an address may ask by number or wrongly, and all of them together."""

    per_second: float = 0.2
    burst: int = 20  # an office's visitors may share its address
    all_per_second: float = 200.0
    all_burst: int = 1000


class _TooOften(Exception):
    def __init__(self, wait: float) -> None:
        super().__init__("too often")
        self.wait = wait


def look_up_page(look_up: LookUp, limits: LookUpLimits) -> list[BaseRoute]:
    """The routes."""
    one, everybody = Rates(limits.per_second, limits.burst), Rates(limits.all_per_second, limits.all_burst)

    def charge(request: Request) -> None:
        wait = one.wait(neighbourhood(request.client.host if request.client else ""))
        if wait:
            raise _TooOften(wait)

    async def found(request: Request, asked: str) -> Standing | None:
        if wait := everybody.wait(""):
            raise _TooOften(wait)
        number = asked.upper()
        if CODE.fullmatch(number):
            charge(request)
            return await run_in_threadpool(look_up.by_code, number)
        standing = await run_in_threadpool(look_up.by_token, asked) if len(asked) <= _LONGEST else None
        if standing is None:
            charge(request)
        return standing

    async def show(request: Request) -> Response:
        asked = request.query_params.get("ma", "").strip()
        asked = token_in(asked) or asked  # the whole address of the receipt's QR, as a telephone copies it
        if not asked:
            return _page()
        try:
            standing = await found(request, asked)
        except _TooOften as refusal:
            after = {"Retry-After": str(math.ceil(refusal.wait))}
            return _page(fault="Tra cứu quá nhiều lần. Hãy chờ ít phút rồi thử lại.", status=429, headers=after)
        if standing is None:
            return _page(fault="Không tìm thấy hồ sơ. Hãy xem lại mã trên giấy tiếp nhận.", status=404)
        return _page(standing=standing)

    return [Route(PATH, show)]


def _page(
    standing: Standing | None = None, fault: str = "", status: int = 200, headers: dict[str, str] | None = None
) -> Response:
    text = public_page("look_up.html", standing=standing, fault=fault, here=PATH)
    return HTMLResponse(text, status_code=status, headers=_HEADERS | (headers or {}))

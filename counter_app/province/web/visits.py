"""What stands before every page: who is signed in, forms that came from our own pages, bodies of bounded size."""

from __future__ import annotations

import hashlib
import hmac
import math
import secrets
import unicodedata
from collections.abc import Callable, Mapping
from dataclasses import dataclass, field
from typing import Any, BinaryIO

from starlette.concurrency import run_in_threadpool
from starlette.datastructures import UploadFile
from starlette.exceptions import HTTPException
from starlette.requests import Request
from starlette.responses import RedirectResponse, Response

from counter_app.errors import CounterError
from counter_app.passwords import TooManyTries
from counter_app.province.rates import Rates, neighbourhood
from counter_app.province.request_limits import PAGES
from counter_app.province.web.accounts import Accounts, Official

LARGEST_RESULT = 50_000_000  # bytes of a PDF
_LARGEST_FORM = 100_000  # bytes of a form without a file
_DRAINED = 500_000_000  # bytes read and thrown away, so that a browser gets to see the answer
_DRAINED_OF_STRANGERS = 1_000_000  # who are sent no file by any page of ours
_LONGEST = 4000  # letters of one field
_LOOPBACK = ("127.0.0.1", "localhost", "::1")
_SESSION, _VISIT = "counter_session", "counter_visit"


class NotFromHere(CounterError):
    """A form without the seal of the page it stands on."""

    what = "This form is too old, or it did not come from this page."
    todo = "Open the page again and do it once more."


class PostTooLarge(CounterError):
    """More than a form may have."""

    what = "The file is larger than {megabytes} MB."
    todo = "Scan it again at 200 dpi or less, or split it into several results."


@dataclass(frozen=True)
class Visit:
    """One request: who asks, what their form says, and the seal that forms on the answer carry."""

    request: Request
    official: Official | None
    cookie: str
    seal: Callable[[], str]
    fields: Mapping[str, str] = field(default_factory=dict)
    file: BinaryIO | None = None

    @property
    def who(self) -> Official:
        """The official; only pages that nobody sees without signing in ask for it."""
        assert self.official is not None
        return self.official

    def text(self, name: str) -> str:
        """A field of the form or the address, without white space around it; "" where it is missing."""
        return self.fields.get(name, "")

    def part(self, name: str) -> str:
        """A part of the path; 404 where no page can have it."""
        text = str(self.request.path_params[name])
        if text != _clean(text):
            raise HTTPException(404)
        return text


Page = Callable[[Visit], Response]


class Gate:
    """Lets requests through to the pages."""

    def __init__(self, accounts: Accounts, key: bytes) -> None:
        self._accounts = accounts
        self._key = hmac.new(key, b"forms of the pages", hashlib.sha256).digest()

    def page(self, answer: Page, *, open_to_all: bool = False) -> Callable[[Request], Any]:
        """The page as the application calls it. Forms without a seal raise NotFromHere."""

        async def asked(request: Request) -> Response:
            session = request.cookies.get(cookie_name(request, _SESSION), "")
            official = await run_in_threadpool(self._accounts.official, session) if session else None
            if official is None and not open_to_all:
                return RedirectResponse(f"{PAGES}/sign-in", 303)
            first = request.cookies.get(cookie_name(request, _VISIT), "")
            cookie = session if official else first or secrets.token_urlsafe(32)
            query = {name: _clean(value) for name, value in request.query_params.items()}
            if request.method == "POST":
                response = await self._told(request, official, cookie, answer)
            else:
                visit = Visit(request, official, cookie, lambda: self._seal(cookie), query)
                response = await run_in_threadpool(answer, visit)
            if official is None and not first:
                set_cookie(request, response, _VISIT, cookie)
            return response

        return asked

    async def _told(self, request: Request, official: Official | None, cookie: str, answer: Page) -> Response:
        largest = LARGEST_RESULT + _LARGEST_FORM if official else _LARGEST_FORM
        await _refuse_larger(request, largest, _DRAINED if official else _DRAINED_OF_STRANGERS)
        async with request.form(max_files=1, max_fields=30) as form:
            fields = {name: _clean(value) for name, value in form.items() if isinstance(value, str)}
            files = [item.file for item in form.values() if isinstance(item, UploadFile) and item.size]
            if not self._is_sealed(cookie, fields.pop("seal", "")):
                raise NotFromHere
            file = files[0] if files else None
            visit = Visit(request, official, cookie, lambda: self._seal(cookie), fields, file)
            return await run_in_threadpool(answer, visit)

    def _seal(self, cookie: str) -> str:
        """Another one each time: pages are packed, and what is always the same could be guessed from their size."""
        salt = secrets.token_urlsafe(12)
        return f"{salt}.{self._made(cookie, salt)}"

    def _is_sealed(self, cookie: str, seal: str) -> bool:
        salt, _, made = seal.partition(".")
        return hmac.compare_digest(self._made(cookie, salt).encode(), made.encode())

    def _made(self, cookie: str, salt: str) -> str:
        return hmac.new(self._key, f"{salt} {cookie}".encode(), hashlib.sha256).hexdigest()


class Turnstile:
    """How often an address may try to sign in, and under one name: some at once, then one in a while. Nobody keeps an
    official out by trying their name from elsewhere; what all of them cost together `passwords` bounds."""

    def __init__(self) -> None:
        self._addresses = Rates(0.2, 20)
        self._names = Rates(1 / 30, 10)

    def pass_one(self, visit: Visit, name: str) -> None:
        """Raises TooManyTries."""
        client = visit.request.client
        address = neighbourhood(client.host if client else "")
        wait = max(self._addresses.wait(address), self._names.wait(f"{address} {name.casefold()}"))
        if wait:
            raise TooManyTries(seconds=math.ceil(wait))


def begin_session(visit: Visit, response: Response, cookie: str) -> None:
    """Gives the browser the cookie of a session."""
    set_cookie(visit.request, response, _SESSION, cookie)


def end_session(visit: Visit, response: Response) -> None:
    """Takes it away."""
    name = cookie_name(visit.request, _SESSION)
    response.delete_cookie(name, secure=is_far(visit.request), httponly=True, samesite="strict")


def is_far(request: Request) -> bool:
    """Whether the browser is on another machine: then everything goes by TLS."""
    return request.url.hostname not in _LOOPBACK


def cookie_name(request: Request, name: str) -> str:
    """The cookie's name; with the prefix no other host can set it, and no line without TLS."""
    return f"__Host-{name}" if is_far(request) else name


def set_cookie(request: Request, response: Response, name: str, value: str) -> None:
    """A cookie that no script sees and no other site sends; it ends with the browser, or when the server says so."""
    secure = is_far(request)
    response.set_cookie(cookie_name(request, name), value, httponly=True, samesite="strict", secure=secure)


async def _refuse_larger(request: Request, largest: int, most: int) -> None:
    """Raises PostTooLarge once the browser has sent everything: it shows no answer before that."""
    length = request.headers.get("content-length", "")
    if not length.isdecimal():
        raise HTTPException(411)
    if int(length) > largest:
        drained = 0
        async for piece in request.stream():
            drained += len(piece)
            if drained > most:
                break
        raise PostTooLarge(megabytes=LARGEST_RESULT // 1_000_000)


def _clean(text: str) -> str:
    """Composed letters, no control characters but line ends, no white space around it."""
    kept = (sign for sign in unicodedata.normalize("NFC", text[:_LONGEST]) if sign >= " " or sign in "\n\t")
    return "".join(kept).strip()

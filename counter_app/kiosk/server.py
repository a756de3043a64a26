"""The kiosk's own small HTTP server: on loopback for a second screen, in the office's network for a tablet.

It keeps nothing between two requests but the journal: what was answered so far goes to and fro in the page, and a page
without a slip bears a number that only this program can have given it. Requests are small, short and few at a time.
"""

from __future__ import annotations

import hashlib
import hmac
import logging
import secrets
import sys
import threading
from collections.abc import Callable, Mapping
from dataclasses import dataclass
from http import HTTPStatus
from http.server import BaseHTTPRequestHandler, ThreadingHTTPServer
from urllib.parse import parse_qsl

from counter_app.config import Kiosk
from counter_app.desk import surveys
from counter_app.desk.desk import Desk
from counter_app.desk.surveys import Asked
from counter_app.dossier.agency_names import in_full
from counter_app.errors import CounterError
from counter_app.kiosk import pages
from counter_app.procedures.survey_questions import BEST, asked_on

_log = logging.getLogger(__name__)
_BODY, _TOKEN = 4096, 64  # bytes and letters of a request
_PATIENCE = 5.0  # seconds for a request to come
_AT_ONCE = 16  # requests
_HEADERS = {
    "Content-Security-Policy": "default-src 'none'; style-src 'self'; form-action 'self'; base-uri 'none'; "
    "frame-ancestors 'none'",
    "X-Content-Type-Options": "nosniff",
    "Referrer-Policy": "no-referrer",
    "Cache-Control": "no-store",
}


class KioskNotServed(CounterError):
    """The port is taken, or there is no such address at this computer."""

    what = "The page on which citizens say how they were served cannot be shown at {host}:{port}."
    todo = "Choose another port in the profile’s [kiosk] section, or end the program that uses it."


@dataclass(frozen=True)
class Answered:
    """What a request is answered with. `again`: after so many seconds the desk's screen begins anew (0: never).

    Only that screen does, which many share: a page on somebody's own telephone waits as long as they like (WCAG 2.2.1).
    """

    status: HTTPStatus
    content: str
    kind: str = "text/html; charset=utf-8"
    again: int = 0


class Service:
    """Answers requests, whatever carries them. `desk` gives the desk on a connection of the calling thread."""

    def __init__(self, office: str, desk: Callable[[], Desk], told: Callable[[str], None] = lambda code: None) -> None:
        self._office = in_full(office)
        self._desk = desk
        self._told = told
        self._key = secrets.token_bytes(32)

    def get(self, path: str) -> Answered:
        """The first question: of the slip in the path, of who stands at the screen, or of anybody."""
        if path == "/style.css":
            return Answered(HTTPStatus.OK, pages.STYLE, "text/css; charset=utf-8")
        desk = self._desk()
        try:
            if path in ("", "/"):
                here = surveys.asked_here(desk)
                hidden = {"slip": self._signed(here.mark)} if here else {"page": self._signed(secrets.token_hex(8))}
                asked = here or surveys.asked_at_will(desk, 0)
                return self._ask(asked, hidden, {})
            token = path.removeprefix("/")
            found = surveys.asked_by(desk, token) if len(token) <= _TOKEN else None
            if found is None:
                return self._unknown()
            if surveys.is_answered(desk, found):
                return Answered(HTTPStatus.OK, pages.heard_page(self._office))
            return self._ask(found, {"token": token}, {})
        finally:
            desk.store.close_connection()

    def post(self, form: Mapping[str, str]) -> Answered:
        """One more answer: the next question, or thanks once the last is kept."""
        desk = self._desk()
        try:
            asked, hidden = self._who(desk, form)
            points = _points(asked, form) if asked else None
            if asked is None or points is None or (not points and pages.BACK not in form):
                return self._unknown(again=0 if "token" in form else pages.THANKS)
            if pages.order(asked_on(asked.occasion), points) is not None:
                return self._ask(asked, hidden, points)
            new, at_screen = surveys.answer(desk, asked, points), "token" not in hidden
            if new:
                self._told(asked.code)
            thanks, heard = pages.thanks_page(self._office, at_screen=at_screen), pages.heard_page(self._office)
            return Answered(HTTPStatus.OK, thanks if new else heard, again=pages.THANKS if at_screen else 0)
        finally:
            desk.store.close_connection()

    def _who(self, desk: Desk, form: Mapping[str, str]) -> tuple[Asked | None, dict[str, str]]:
        """Who answers, and by what they are known on the next page."""
        if token := form.get("token", ""):
            return surveys.asked_by(desk, token), {"token": token}
        if page := self._unsigned(form.get("page", "")):
            return surveys.asked_at_will(desk, int(page, 16)), {"page": form["page"]}
        if mark := self._unsigned(form.get("slip", "")):
            return surveys.asked_under(desk, mark), {"slip": form["slip"]}
        return None, {}

    def _ask(self, asked: Asked, hidden: Mapping[str, str], points: Mapping[str, int]) -> Answered:
        questions = asked_on(asked.occasion)
        question = pages.order(questions, points)
        assert question is not None
        number = questions.index(question) + 1
        restarts = bool(points) and "token" not in hidden
        page = pages.question_page(self._office, question, number, len(questions), hidden, points, restarts=restarts)
        return Answered(HTTPStatus.OK, page, again=pages.IDLE if restarts else 0)

    def _unknown(self, again: int = 0) -> Answered:
        return Answered(HTTPStatus.NOT_FOUND, pages.unknown_page(self._office), again=again)

    def _signed(self, text: str) -> str:
        return f"{text}.{self._seal(text)}"

    def _unsigned(self, text: str) -> str:
        said, _, seal = text.rpartition(".")
        return said if said and hmac.compare_digest(seal.encode(), self._seal(said).encode()) else ""

    def _seal(self, text: str) -> str:
        return hmac.new(self._key, text.encode(), hashlib.sha256).hexdigest()[:32]


def _points(asked: Asked, form: Mapping[str, str]) -> dict[str, int] | None:
    """What was answered so far, in the order of the questions; None where something is no answer."""
    points: dict[str, int] = {}
    for question in asked_on(asked.occasion):
        said = form.get(question.key)
        if said is None:
            break
        if said not in {str(value) for value in range(BEST + 1)}:
            return None
        points[question.key] = int(said)
    return points


class _Server(ThreadingHTTPServer):
    daemon_threads = True

    def __init__(self, address: tuple[str, int], service: Service) -> None:
        self.service = service
        self.room = threading.Semaphore(_AT_ONCE)
        super().__init__(address, _Handler)

    def handle_error(self, request: object, client_address: object) -> None:
        """What went wrong is logged by its kind: nothing of the request is."""
        _log.warning("kiosk: %s", type(sys.exception()).__name__)


class _Handler(BaseHTTPRequestHandler):
    server: _Server
    timeout = _PATIENCE
    server_version, sys_version = "counter", ""

    def do_GET(self) -> None:
        self._answer(lambda: self.server.service.get(self.path.partition("?")[0]))

    def do_POST(self) -> None:
        length = self.headers.get("Content-Length", "")
        if not length.isdecimal() or int(length) > _BODY:
            self._send(Answered(HTTPStatus.REQUEST_ENTITY_TOO_LARGE, ""))
            return
        body = self.rfile.read(int(length)).decode("utf-8", "replace")
        self._answer(lambda: self.server.service.post(dict(parse_qsl(body))))

    def _answer(self, make: Callable[[], Answered]) -> None:
        if not self.server.room.acquire(timeout=_PATIENCE):
            self._send(Answered(HTTPStatus.SERVICE_UNAVAILABLE, ""))
            return
        try:
            self._send(make())
        except CounterError as failure:
            _log.warning("kiosk: %s", type(failure).__name__)
            self._send(Answered(HTTPStatus.SERVICE_UNAVAILABLE, ""))
        finally:
            self.server.room.release()

    def _send(self, answered: Answered) -> None:
        content = answered.content.encode()
        self.send_response(answered.status)
        anew = {"Refresh": f"{answered.again};url=/"} if answered.again else {}
        kind = {"Content-Type": answered.kind, "Content-Length": str(len(content))}
        for name, value in {**_HEADERS, **kind, **anew}.items():
            self.send_header(name, value)
        self.end_headers()
        self.wfile.write(content)

    def log_message(self, format: str, *args: object) -> None:
        """No address and no token goes into the log."""


class KioskServer:
    """The server in threads of its own, from `start` to `stop`."""

    def __init__(self, kiosk: Kiosk, service: Service) -> None:
        self._kiosk = kiosk
        self._service = service
        self._server: _Server | None = None

    @property
    def address(self) -> str:
        """Where the page is; "" where it is not served."""
        return f"http://{self._kiosk.host}:{self._server.server_port}/" if self._server else ""

    def start(self) -> None:
        """Serves. Raises KioskNotServed."""
        try:
            self._server = _Server((self._kiosk.host, self._kiosk.port), self._service)
        except OSError as fault:
            raise KioskNotServed(type(fault).__name__, host=self._kiosk.host, port=str(self._kiosk.port)) from fault
        threading.Thread(target=self._server.serve_forever, args=(0.2,), name="kiosk", daemon=True).start()

    def stop(self) -> None:
        """Serves no more."""
        if self._server:
            self._server.shutdown()
            self._server.server_close()
            self._server = None

"""Answers that a desk may get at each step of an exchange, and what each of them is called."""

from __future__ import annotations

import json
from itertools import count

from counter_app.dossier.payloads.papers import ComponentDigitised
from counter_app.store.store import Store
from counter_app.sync.errors import (
    NotTheServer,
    QuotaUsedUp,
    Redirected,
    ServerFault,
    SyncFailure,
    TokenRefused,
    TooLarge,
    TooMany,
)
from tests.dossier.entries import CODE
from tests.sync.conftest import append
from tests.sync.faults.proxy import Answer, Choose, Fault, Request

JSON = "application/json"
STAGES = {
    "greeting": ("GET", "/hello"),
    "enrolment": ("POST", "/v2/enrol"),
    "sign-in": ("POST", "/v2/sign-in"),
    "push": ("POST", "/v2/entries"),
    "pull": ("GET", "/v2/entries"),
    "awaited": ("GET", "/v2/files/awaited"),
    "creation": ("POST", "/v2/files"),
    "piece": ("PATCH", "/v2/files/"),
}
OFFICES = count(10)


def at(stage: str, fault: Fault) -> Choose:
    """That fault for all requests of a stage, none for the others."""
    method, path = STAGES[stage]

    def choose(request: Request) -> Fault | None:
        there = request.path.partition("?")[0]
        meant = there.startswith(path) if path.endswith("/") else there == path
        return fault if request.method == method and meant else None

    return choose


def scanned(store: Store, content: bytes, dossier: str = CODE) -> str:
    document = store.files.put(content, "application/pdf")
    append(store, ComponentDigitised(component="to-khai", document=document, pages=()), dossier)
    return document.sha256


def said(status: int, body: dict[str, object] | bytes = b"", kind: str = "text/html", more: str = "") -> Answer:
    if isinstance(body, dict):
        return Answer(status, json.dumps(body).encode(), JSON, more)
    return Answer(status, body, kind, more)


PAGE = b"<html>Sign in to the Wi-Fi</html>"
NAMED: list[tuple[Answer, type[SyncFailure]]] = [
    (said(200, PAGE), NotTheServer),
    (said(401, {"reason": "sign in"}), TokenRefused),
    (said(413), TooLarge),
    (said(429, {"reason": "too many"}, more="Retry-After: 7\r\n"), TooMany),
    (said(500, b"oops"), ServerFault),
    (said(502, PAGE), ServerFault),
    (said(503, {"reason": "the database is away"}, more="Retry-After: 5\r\n"), ServerFault),
    (said(507, {"reason": "quota"}), QuotaUsedUp),
    (said(302, more="Location: http://portal.example/\r\n"), Redirected),
    (said(307, more="Location: /elsewhere\r\n"), Redirected),
    (said(404, PAGE), NotTheServer),
]
"""What may be said at any step, and what it is called."""

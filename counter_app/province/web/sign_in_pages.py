"""Signing in and out, and another password."""

from __future__ import annotations

from starlette.responses import RedirectResponse, Response
from starlette.routing import Route

from counter_app.errors import CounterError
from counter_app.passwords import SHORTEST, TooManyTries
from counter_app.province.request_limits import PAGES
from counter_app.province.web.accounts import Accounts, WeakPassword, WrongPassword
from counter_app.province.web.rendering import rendered
from counter_app.province.web.visits import Gate, Turnstile, Visit, begin_session, end_session


def sign_in_pages(gate: Gate, accounts: Accounts) -> list[Route]:
    """The routes."""
    turnstile = Turnstile()

    def sign_in(visit: Visit) -> Response:
        name, fault, status = "", None, 200
        if visit.request.method == "POST":
            name = visit.text("name")
            try:
                turnstile.pass_one(visit, name)
                cookie = accounts.sign_in(name, visit.text("password"))
            except WrongPassword as wrong:
                fault, status = wrong, 401
            except TooManyTries as wrong:
                return rendered(visit, "sign_in.html", fault=wrong, status=429, name=name)
            else:
                response = RedirectResponse(f"{PAGES}/dossiers", 303)
                begin_session(visit, response, cookie)
                return response
        elif visit.official:
            return RedirectResponse(f"{PAGES}/dossiers", 303)
        return rendered(visit, "sign_in.html", fault=fault, status=status, name=name)

    def sign_out(visit: Visit) -> Response:
        accounts.sign_out(visit.cookie)
        response = RedirectResponse(f"{PAGES}/sign-in", 303)
        end_session(visit, response)
        return response

    def password(visit: Visit) -> Response:
        fault: CounterError | None = None
        if visit.request.method == "POST":
            try:
                turnstile.pass_one(visit, visit.who.name)
                accounts.change_password(visit.who.name, *(visit.text(name) for name in ("old", "new", "again")))
            except (WrongPassword, WeakPassword, TooManyTries) as wrong:
                fault = wrong
            else:
                response = RedirectResponse(f"{PAGES}/sign-in", 303)
                end_session(visit, response)
                return response
        return rendered(visit, "password.html", fault=fault, status=422 if fault else 200, shortest=SHORTEST)

    return [
        Route("/sign-in", gate.page(sign_in, open_to_all=True), methods=["GET", "POST"]),
        Route("/sign-out", gate.page(sign_out), methods=["POST"]),
        Route("/password", gate.page(password), methods=["GET", "POST"]),
    ]

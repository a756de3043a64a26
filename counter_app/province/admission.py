"""Who is speaking: the dependencies of the routes. What is refused says why and changes nothing."""

from __future__ import annotations

import math
from collections.abc import Callable, Mapping
from dataclasses import dataclass
from typing import Annotated, Any

from fastapi import Header, Request
from starlette.concurrency import run_in_threadpool

from counter_app.province.desks import Desks, NotLetIn, Revoked
from counter_app.province.rates import Rates, neighbourhood
from counter_app.province.tokens import Speaker
from counter_app.sync.wire import Refusal, agency_of_dossier


class RequestRefused(Exception):
    """The request gets no further: a status, a reason, headers."""

    def __init__(self, status: int, reason: str, **headers: str) -> None:
        super().__init__(reason)
        self.status, self.reason, self.headers = status, reason, headers


def refusals(reasons: Mapping[int, str]) -> dict[int | str, dict[str, Any]]:
    """Which statuses a route may refuse with, and why, as its description says it.

    By name: of a model FastAPI makes what checks it, for each status of each route anew, though nobody asks it.
    """
    schema = {"$ref": f"#/components/schemas/{Refusal.__name__}"}
    return {
        status: {"description": reason, "content": {"application/json": {"schema": schema}}}
        for status, reason in reasons.items()
    }


@dataclass(frozen=True)
class Limits:
    """How often a desk may ask, and how often an address that has not signed in."""

    per_second: float = 100.0
    burst: int = 1000
    strangers_per_second: float = 5.0  # an office's desks may share an address, and sign in at the same minute
    strangers_burst: int = 500
    all_strangers_per_second: float = 200.0
    all_strangers_burst: int = 5000
    papers_per_second: float = 0.1  # citizens do not come to one desk more often
    papers_burst: int = 60


class Admission:
    """Lets desks, officials and strangers in at the rate that is theirs."""

    def __init__(self, desks: Desks, limits: Limits) -> None:
        self._desks = desks
        self._rates = Rates(limits.per_second, limits.burst)
        self._papers = Rates(limits.papers_per_second, limits.papers_burst)
        self._strangers = Rates(limits.strangers_per_second, limits.strangers_burst)
        self._all_strangers = Rates(limits.all_strangers_per_second, limits.all_strangers_burst)

    async def signed(self, request: Request, authorization: Annotated[str, Header()] = "") -> Speaker:
        """The desk by its token alone, where the work itself asks whether it may speak.

        Raises RequestRefused (401, 429).
        """
        speaker = self._desks.speaker(_bearer(authorization))
        if speaker is None:
            self.stranger(request)
            raise _unknown()
        request.state.desk = speaker.desk
        _in_time(self._rates.wait(speaker.desk))
        return speaker

    async def desk(self, request: Request, authorization: Annotated[str, Header()] = "") -> Speaker:
        """The desk that speaks. Raises RequestRefused (401, 403, 429)."""
        speaker = await self.signed(request, authorization)
        if not self._desks.is_trusted(speaker):
            await run_in_threadpool(self._checked, self._desks.let_in, speaker)
        return speaker

    async def borrower(self, request: Request, authorization: Annotated[str, Header()] = "") -> Speaker:
        """The desk that asks for papers of other offices. Raises RequestRefused (401, 403, 429)."""
        speaker = await self.desk(request, authorization)
        _in_time(self._papers.wait(speaker.desk))
        return speaker

    async def official(self, request: Request, authorization: Annotated[str, Header()] = "") -> str:
        """The official who speaks, of a dossier they may see. Raises RequestRefused (401, 404, 429)."""
        name = await run_in_threadpool(self._desks.official, _bearer(authorization))
        if name is None:
            self.stranger(request)
            raise _unknown()
        code = request.path_params.get("code")
        if code and not await run_in_threadpool(self._desks.sees, name, agency_of_dossier(code)):
            raise RequestRefused(404, "no such dossier")
        return name

    async def anyone(self, request: Request, authorization: Annotated[str, Header()] = "") -> Speaker | None:
        """The desk that speaks; None where it is an official. Raises RequestRefused."""
        if self._desks.speaker(_bearer(authorization)):
            return await self.desk(request, authorization)
        await self.official(request, authorization)
        return None

    def stranger(self, request: Request) -> None:
        """Somebody who has not signed in. Raises RequestRefused (429)."""
        _in_time(self._strangers.wait(neighbourhood(request.client.host if request.client else "")))
        _in_time(self._all_strangers.wait(""))  # many addresses together

    def _checked(self, step: Callable[[Speaker], None], speaker: Speaker) -> None:
        try:
            step(speaker)
        except NotLetIn as fault:
            raise _unknown() from fault
        except Revoked as fault:
            raise revoked() from fault


def revoked() -> RequestRefused:
    """The answer to a desk that may speak no more."""
    return RequestRefused(403, "this desk was revoked")


def _unknown() -> RequestRefused:
    return RequestRefused(401, "sign in", **{"WWW-Authenticate": "Bearer"})


def _bearer(authorization: str) -> str:
    scheme, _, token = authorization.partition(" ")
    return token if scheme.lower() == "bearer" and token.isascii() else ""


def _in_time(wait: float) -> None:
    if wait:
        raise RequestRefused(429, "too many requests", **{"Retry-After": str(math.ceil(wait))})

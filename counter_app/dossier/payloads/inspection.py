"""Payload of a sample of dossiers that was drawn for an inspection."""

from __future__ import annotations

from datetime import date
from typing import Literal

from pydantic import Field

from counter_app.dossier.payloads.payload import Payload
from counter_app.dossier.value import Value


class DrawnDossier(Value):
    """One that was drawn, and what was a sign of risk in it then, as an inspector reads it."""

    code: str
    signs: str = ""


class SampleDrawn(Payload):
    """A sample was drawn by its seed out of `frame` dossiers that `agency` ("": any) received in these days, by risk or
    by chance alone: the best lot first, more than were asked for. The same question finds this one ever after."""

    kind: Literal["sample_drawn"] = "sample_drawn"
    seed: str = Field(min_length=1)
    by_risk: bool
    first: date
    last: date
    agency: str = ""
    frame: int = Field(ge=0)
    drawn: tuple[DrawnDossier, ...] = ()

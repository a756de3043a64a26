"""Payloads of a case that got guidance instead of a receipt (NĐ 61/2018 art. 17.1)."""

from __future__ import annotations

from typing import Literal

from pydantic import Field

from counter_app.dossier.draft import Draft
from counter_app.dossier.model import Person
from counter_app.dossier.payloads.payload import Payload, Reason
from counter_app.dossier.states import GuidanceKind


class GuidanceGiven(Payload):
    """What the desk answered instead of a receipt (NĐ 61/2018 art. 17.1): Mẫu 02 or Mẫu 03, of a case with no code.

    `intake` is what was typed and ticked, so that nothing is typed again when the citizen comes back. `again` is why
    supplements are asked for more often than the rules allow.
    """

    kind: Literal["guidance_given"] = "guidance_given"
    answer: GuidanceKind
    intake: Draft
    procedure_name: str
    field: str = ""
    agency: str
    owner: Person
    submitter: Person | None = None
    items: tuple[str, ...] = ()
    reason: Reason
    again: Reason = ""


class GuidanceEnded(Payload):
    """The citizen came back, and the case became a dossier."""

    kind: Literal["guidance_ended"] = "guidance_ended"
    dossier: str = Field(min_length=1, max_length=64)

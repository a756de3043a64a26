"""Payload of the monthly evaluation of an office (QĐ 766/QĐ-TTg), as an official signed it off."""

from __future__ import annotations

from datetime import date
from typing import Literal

from pydantic import Field

from counter_app.dossier.payloads.payload import Payload, Reason
from counter_app.dossier.value import Value


class EvaluatedLine(Value):
    """An indicator as measured. `known`: the desk has data on it; `rate` None where there was nothing to rate."""

    key: str
    name: str
    group: str
    good: int = 0
    count: int = 0
    rate: float | None = None
    points: float  # at the most
    earned: float | None = None
    known: bool = True


class EvaluationSigned(Payload):
    """The evaluation of a period was signed off by `signer`. A correction is the next `version`, with its `reason`;
    none is ever changed. The province's is made `of_offices`, by their codes; those `lacking` signed nothing off, those
    `differing` signed other figures. It is `counted` out of their dossiers, or else what they signed was added up."""

    kind: Literal["evaluation_signed"] = "evaluation_signed"
    agency: str
    office: str
    report_to: str = ""
    first: date
    last: date
    name: str
    version: int = Field(ge=1)
    signer: str = Field(min_length=1, max_length=200)
    reason: Reason = ""
    lines: tuple[EvaluatedLine, ...] = Field(min_length=1)
    of_offices: tuple[str, ...] = ()
    lacking: tuple[str, ...] = ()
    differing: tuple[str, ...] = ()
    counted: bool = False

"""Payloads of the steps in which the business of a dossier moves on, or ends."""

from __future__ import annotations

from typing import Literal

from pydantic import AwareDatetime, Field

from counter_app.dossier.life import Decision
from counter_app.dossier.model import Term
from counter_app.dossier.payloads.payload import Payload, Reason
from counter_app.dossier.states import Status


class StatusChanged(Payload):
    """The business of the dossier moved on, as the province says it; a desk says more with the acts below."""

    kind: Literal["status_changed"] = "status_changed"
    status: Status
    reason: Reason = ""


class Refused(Payload):
    """The dossier is not accepted after all (không được tiếp nhận): Phiếu từ chối tiếp nhận giải quyết hồ sơ."""

    kind: Literal["refused"] = "refused"
    reason: Reason


class Extended(Payload):
    """Late: apologised and promised anew, by somebody who may sign it (xin lỗi, gia hạn)."""

    kind: Literal["extended"] = "extended"
    due_at: AwareDatetime
    reason: Reason
    signer: str = Field(min_length=1)


class Stopped(Payload):
    """The agency stopped the work for a time (tạm dừng giải quyết)."""

    kind: Literal["stopped"] = "stopped"
    reason: Reason
    signer: str = ""


class StoppedAtRequest(Payload):
    """The applicant asked to stop while nothing was decided: Thông báo dừng giải quyết hồ sơ. It ends the dossier."""

    kind: Literal["stopped_at_request"] = "stopped_at_request"
    reason: Reason
    asked_by: str
    request: str = ""  # the paper with which it was asked for
    signer: str = ""


class Resumed(Payload):
    """Work on a stopped dossier goes on."""

    kind: Literal["resumed"] = "resumed"
    reason: Reason = ""
    due_at: AwareDatetime | None


class Withdrawn(Payload):
    """The applicant took the dossier back (rút hồ sơ)."""

    kind: Literal["withdrawn"] = "withdrawn"
    reason: Reason


class HandedOver(Payload):
    """The dossier went from one unit to another: a line of the control sheet (phiếu kiểm soát)."""

    kind: Literal["handed_over"] = "handed_over"
    from_unit: str = Field(min_length=1)
    to_unit: str = Field(min_length=1)
    given_by: str
    taken_by: str = ""
    note: str = ""


class StageBegun(Payload):
    """The second stage of a two-stage procedure began (giai đoạn 2), with its own term."""

    kind: Literal["stage_begun"] = "stage_begun"
    stage: int = Field(ge=2)
    term: Term
    due_at: AwareDatetime | None


class ConflictSettled(Payload):
    """A clerk settled a contradiction: `desk` and `sequence` name the entry that did not apply.

    What was settled never applies any more, whatever else arrives. `again` are the sequences of the entries, of this
    desk, by which its act was done again.
    """

    kind: Literal["conflict_settled"] = "conflict_settled"
    desk: str = Field(min_length=1, max_length=64)
    sequence: int = Field(ge=1)
    decision: Decision
    reason: Reason = Field(min_length=1)
    again: tuple[int, ...] = ()

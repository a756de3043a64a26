"""Payloads of what is asked of the applicant, and of its coming: supplements and financial obligations."""

from __future__ import annotations

from typing import Literal

from pydantic import AwareDatetime, Field

from counter_app.dossier.model import Component
from counter_app.dossier.payloads.payload import Payload, Reason
from counter_app.dossier.states import PauseMode


class SupplementRequested(Payload):
    """All that is missing, asked for once and in full: Phiếu yêu cầu bổ sung, hoàn thiện hồ sơ.

    `again`: why it is asked for once more where the law has no further request.
    """

    kind: Literal["supplement_requested"] = "supplement_requested"
    items: tuple[str, ...] = Field(min_length=1)
    reason: Reason
    deadline: AwareDatetime | None = None  # thời hạn bổ sung
    again: Reason = ""


class SupplementReceived(Payload):
    """The applicant brought what was asked for; `components` are the papers that came now."""

    kind: Literal["supplement_received"] = "supplement_received"
    components: tuple[Component, ...] = ()
    mode: PauseMode
    due_at: AwareDatetime | None


class ObligationRequested(Payload):
    """The applicant has to pay elsewhere first, such as land-use tax (nghĩa vụ tài chính)."""

    kind: Literal["obligation_requested"] = "obligation_requested"
    reason: Reason
    amount: int = Field(default=0, ge=0)
    deadline: AwareDatetime | None = None


class ObligationMet(Payload):
    """It was paid; `proof` names the paper that shows it."""

    kind: Literal["obligation_met"] = "obligation_met"
    proof: str = ""
    mode: PauseMode
    due_at: AwareDatetime | None

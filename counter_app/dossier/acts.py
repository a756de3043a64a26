"""What may be done to a dossier: from which status, to which, by whom, what it needs, which paper it prints.

One table, read by the fold (what does not fit is refused), by the desk (who may) and by the window (what is offered).
Sources: docs/domain/statuses.md and docs/domain/forms.md. The papers' names are those of `printing.handout`.
"""

from __future__ import annotations

from collections.abc import Iterable
from dataclasses import dataclass
from enum import StrEnum

from counter_app.dossier.model import Dossier
from counter_app.dossier.states import Payment, Status
from counter_app.errors import CounterError
from counter_app.language import Phrase


class Role(StrEnum):
    """What a clerk's place at the desk allows."""

    RECEPTION = "reception"  # tiếp nhận hồ sơ
    PROCESSING = "processing"  # theo dõi, cập nhật quá trình giải quyết
    CASHIER = "cashier"  # thu phí, lệ phí
    RETURNS = "returns"  # trả kết quả
    ADMINISTRATOR = "administrator"  # quản trị danh mục, lịch, đơn vị


class Act(StrEnum):
    """What can be done to a dossier after it was received."""

    REFUSE = "refuse"
    ASK_SUPPLEMENT = "ask_supplement"
    TAKE_SUPPLEMENT = "take_supplement"
    ASK_OBLIGATION = "ask_obligation"
    CONFIRM_OBLIGATION = "confirm_obligation"
    HAND_OVER = "hand_over"
    EXTEND = "extend"
    STOP = "stop"
    RESUME = "resume"
    WITHDRAW = "withdraw"
    TAKE_RESULTS = "take_results"
    BEGIN_STAGE = "begin_stage"
    RETURN_RESULTS = "return_results"
    TAKE_FEE = "take_fee"
    CANCEL_RECEIPT = "cancel_receipt"
    REFUND = "refund"


ACT = {
    Act.REFUSE: "Refuse the dossier",
    Act.ASK_SUPPLEMENT: "Ask for supplements",
    Act.TAKE_SUPPLEMENT: "Take in supplements",
    Act.ASK_OBLIGATION: "Ask to meet a financial obligation",
    Act.CONFIRM_OBLIGATION: "Financial obligation met",
    Act.HAND_OVER: "Hand over to another unit",
    Act.EXTEND: "Apologise and extend",
    Act.STOP: "Stop work on it",
    Act.RESUME: "Go on with it",
    Act.WITHDRAW: "Withdrawn by the citizen",
    Act.TAKE_RESULTS: "Results arrived",
    Act.BEGIN_STAGE: "Begin the second stage",
    Act.RETURN_RESULTS: "Return the result",
    Act.TAKE_FEE: "Take the fee",
    Act.CANCEL_RECEIPT: "Cancel a fee receipt",
    Act.REFUND: "Give the fee back",
}
"""The acts in English (context "acts" of the translations)."""

STATUS = {
    Status.NEW: "Newly registered",
    Status.ACCEPTED: "Accepted",
    Status.NOT_ACCEPTED: "Not accepted",
    Status.IN_PROCESS: "In process",
    Status.SUPPLEMENT_REQUESTED: "Supplement requested",
    Status.FINANCIAL_OBLIGATION: "Financial obligation requested",
    Status.WITHDRAWN: "Withdrawn by the citizen",
    Status.STOPPED: "Stopped",
    Status.DONE: "Done",
    Status.RESULT_RETURNED: "Result returned",
}
"""The national statuses in English (context "status"); the Vietnamese file has their official names."""


@dataclass(frozen=True)
class Rule:
    """One act: allowed in `allowed`, leading to one of `to` (empty: the status stays), done by one of `roles`.

    `needs` are the fields of its payload that must be filled in; `form` is the paper it prints.
    """

    allowed: frozenset[Status]
    to: frozenset[Status]
    roles: frozenset[Role]
    needs: tuple[str, ...] = ()
    form: str = ""


_WORKED = frozenset({Status.ACCEPTED, Status.IN_PROCESS})
_OPEN = _WORKED | {Status.SUPPLEMENT_REQUESTED, Status.FINANCIAL_OBLIGATION}
_AT_DESK = frozenset({Role.RECEPTION, Role.PROCESSING})


def _rule(allowed: Iterable[Status], to: Iterable[Status], roles: Iterable[Role], *needs: str, form: str = "") -> Rule:
    return Rule(frozenset(allowed), frozenset(to), frozenset(roles), needs, form)


RULES: dict[Act, Rule] = {
    Act.REFUSE: _rule(
        {Status.NEW, Status.ACCEPTED, Status.SUPPLEMENT_REQUESTED},
        {Status.NOT_ACCEPTED},
        _AT_DESK,
        "reason",
        form="refusal",
    ),
    Act.ASK_SUPPLEMENT: _rule(
        _WORKED, {Status.SUPPLEMENT_REQUESTED}, _AT_DESK, "items", "reason", form="supplement_request"
    ),
    Act.TAKE_SUPPLEMENT: _rule(
        {Status.SUPPLEMENT_REQUESTED}, {Status.ACCEPTED, Status.IN_PROCESS}, {Role.RECEPTION}, form="receipt"
    ),
    Act.ASK_OBLIGATION: _rule(_WORKED, {Status.FINANCIAL_OBLIGATION}, _AT_DESK, "reason"),
    Act.CONFIRM_OBLIGATION: _rule({Status.FINANCIAL_OBLIGATION}, {Status.IN_PROCESS}, _AT_DESK | {Role.CASHIER}),
    Act.HAND_OVER: _rule(
        _WORKED, {Status.IN_PROCESS}, _AT_DESK, "from_unit", "to_unit", "given_by", form="control_sheet"
    ),
    Act.EXTEND: _rule(_WORKED, (), {Role.PROCESSING}, "due_at", "reason", "signer", form="apology"),
    Act.STOP: _rule(_OPEN, {Status.STOPPED}, {Role.PROCESSING}, "reason", form="stop_notice"),
    Act.RESUME: _rule({Status.STOPPED}, {Status.IN_PROCESS}, {Role.PROCESSING}),
    Act.WITHDRAW: _rule(_OPEN | {Status.NEW}, {Status.WITHDRAWN}, _AT_DESK, "reason"),
    Act.TAKE_RESULTS: _rule(_WORKED | {Status.DONE}, {Status.DONE}, {Role.PROCESSING, Role.RETURNS}, "results"),
    Act.BEGIN_STAGE: _rule(
        {Status.DONE, Status.RESULT_RETURNED, Status.FINANCIAL_OBLIGATION},
        {Status.IN_PROCESS},
        _AT_DESK,
        form="receipt",
    ),
    Act.RETURN_RESULTS: _rule(
        {Status.DONE}, {Status.RESULT_RETURNED}, {Role.RETURNS}, "results", "recipient", form="return_note"
    ),
    Act.TAKE_FEE: _rule(_OPEN | {Status.DONE}, (), {Role.CASHIER}, "series", "amount", form="fee_receipt"),
    Act.CANCEL_RECEIPT: _rule(set(Status), (), {Role.CASHIER}, "reason"),
    Act.REFUND: _rule(set(Status), (), {Role.CASHIER}),
}

SETTLE = "Settle a contradiction"
"""In English, as the acts are."""
SETTLERS = frozenset({Role.RECEPTION, Role.PROCESSING})
"""Whose task it is to settle a contradiction; one about money, the cashier's too."""

_PROVINCE: dict[Status, frozenset[Status]] = {Status.NEW: frozenset({Status.ACCEPTED})}


def _moves(status: Status) -> frozenset[Status]:
    ways = (rule.to for act, rule in RULES.items() if status in rule.allowed and act is not Act.BEGIN_STAGE)
    return frozenset().union(*ways, _PROVINCE.get(status, ())) - {status}


MOVES: dict[Status, frozenset[Status]] = {status: _moves(status) for status in Status}
"""Where each status may go; what the province says is held against it. A stage begins by an entry of its own only."""


class CannotApply(CounterError):
    """The entry does not fit the dossier's state."""

    what = "This step does not fit the dossier as it stands now."
    todo = "Look at its timeline: another desk or the province may have acted first."


class StepRefused(CannotApply):
    """The act is not allowed in the dossier's status."""

    what = "“{act}” is not possible: the dossier stands at “{status}”."
    todo = "Look at its timeline; only what is offered there can be done now."


class NotYourRole(CounterError):
    """The clerk's role does not include the act."""

    what = "“{act}” is not among the tasks of this desk."
    todo = "Ask a colleague whose desk has the task, or have the administrator add the role to the desk's profile."


class StepIncomplete(CounterError):
    """The act lacks something it needs; `values["field"]` says what."""

    what = "“{act}” is not complete: {field} is missing or wrong."
    todo = "Fill it in and confirm again."


NEEDED = {
    "reason": "the reason",
    "items": "what is to be brought",
    "to_unit": "the unit that takes it",
    "due_at": "a later date",
    "signer": "who signs it",
    "results": "the result",
    "recipient": "who takes it",
    "identity_number": "the number of who takes it",
    "authority": "the paper of authority",
    "post_bill": "the number of the postal bill",
    "deadline": "a deadline in the future",
    "issued_on": "the day of the result",
    "series": "the series of the receipt",
    "number": "the number of the receipt",
    "amount": "the amount",
}
"""What an act can lack, in English (context "needs" of the translations)."""


def given(act: Act, field: str, text: str) -> str:
    """The text without white space around it. Raises StepIncomplete where nothing is left."""
    if not text.strip():
        raise lacks(act, field)
    return text.strip()


def lacks(act: Act, field: str) -> StepIncomplete:
    """The failure that says what the act lacks."""
    return StepIncomplete(f"{act} {field}", act=Phrase("acts", ACT[act]), field=Phrase("needs", NEEDED[field]))


def refuse_unless_allowed(act: Act, dossier: Dossier) -> None:
    """Raises StepRefused where the dossier does not allow the act now."""
    if not _fits(act, dossier):
        raise StepRefused(
            f"{act} at {dossier.status.value}",
            act=Phrase("acts", ACT[act]),
            status=Phrase("status", STATUS[dossier.status]),
        )


def refuse_unless_role(act: Act, roles: Iterable[Role]) -> None:
    """Raises NotYourRole where none of the roles includes the act."""
    if RULES[act].roles.isdisjoint(roles):
        raise NotYourRole(act, act=Phrase("acts", ACT[act]))


def refuse_unless_settler(roles: Iterable[Role], *, about_money: bool = False) -> None:
    """Raises NotYourRole where none of the roles includes settling such a contradiction."""
    if (SETTLERS | ({Role.CASHIER} if about_money else set())).isdisjoint(roles):
        raise NotYourRole("settle", act=Phrase("acts", SETTLE))


def possible(dossier: Dossier, roles: Iterable[Role]) -> list[Act]:
    """The acts the window offers, in the order of a dossier's life."""
    mine = frozenset(roles)
    return [act for act, rule in RULES.items() if rule.roles & mine and _fits(act, dossier)]


def _fits(act: Act, dossier: Dossier) -> bool:
    if dossier.status not in RULES[act].allowed:
        return False
    match act:
        case Act.EXTEND:
            return dossier.due_at is not None
        case Act.BEGIN_STAGE:
            return dossier.next_term is not None
        case Act.RETURN_RESULTS:
            return not dossier.results or any(result.returned is None for result in dossier.results)
        case Act.TAKE_FEE:
            return dossier.payment in (Payment.UNPAID, Payment.PENDING)
        case Act.CANCEL_RECEIPT:
            return any(receipt.holds for receipt in dossier.fee_receipts)
        case Act.REFUND:
            back = dossier.status is not Status.RESULT_RETURNED or dossier.paid > dossier.fees_total
            return dossier.payment is Payment.PAID and dossier.paid > 0 and back
    return True

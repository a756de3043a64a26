"""The acts: everything that can be done to a dossier, one row each.

To add one, write its row in the file of its group and name it in `ACTS`; ARCHITECTURE.md lists what else it touches.
"""

from __future__ import annotations

from collections.abc import Iterable

from counter_app.dossier.acts.accounts import CHANGE_KEY, CHANGE_ROLES, OPEN_ACCOUNT, SET_SECRET
from counter_app.dossier.acts.act import Act, AnyAct, CannotApply, NotYourTask, Written
from counter_app.dossier.acts.after import (
    ADD_PAPERS,
    CANCEL_RECEIVING,
    CORRECT,
    DECLARE_LOST,
    DIGITISE_RESULT,
    TAKE_PAGE_OUT,
    WRITE_NOTE,
)
from counter_app.dossier.acts.business import (
    BEGIN_STAGE,
    EXTEND,
    HAND_OVER,
    REFUSE,
    RESUME,
    STOP,
    STOP_AT_REQUEST,
    WITHDRAW,
)
from counter_app.dossier.acts.erasing import DELETE_FILES, ERASE
from counter_app.dossier.acts.evaluation import SIGN_EVALUATION
from counter_app.dossier.acts.feedback import ANSWER_FEEDBACK, PUBLISH_FEEDBACK, SORT_FEEDBACK, TAKE_FEEDBACK
from counter_app.dossier.acts.guidance import END_GUIDANCE, GUIDE
from counter_app.dossier.acts.inspection import DRAW_SAMPLE
from counter_app.dossier.acts.money import CANCEL_RECEIPT, REFUND, TAKE_FEE
from counter_app.dossier.acts.papers import (
    BORROW,
    DIGITISE,
    FILE_ONLINE,
    GIVE_PAPER,
    LEND,
    NUMBER_PAPER,
    RECEIVE,
    REUSE,
    VERIFY,
)
from counter_app.dossier.acts.results import CHANGE_DELIVERY, RETURN_RESULTS, TAKE_RESULTS
from counter_app.dossier.acts.steps import moved, paused, resumed
from counter_app.dossier.acts.survey import ANSWER_SURVEY
from counter_app.dossier.acts.waiting import ASK_OBLIGATION, ASK_SUPPLEMENT, CONFIRM_OBLIGATION, TAKE_SUPPLEMENT
from counter_app.dossier.description import Description
from counter_app.dossier.life import Decision, Pause, PauseKind
from counter_app.dossier.model import Dossier
from counter_app.dossier.names import status_words
from counter_app.dossier.payloads.business import ConflictSettled, StatusChanged
from counter_app.dossier.payloads.payload import Payload
from counter_app.dossier.roles import AT_DESK, Task
from counter_app.dossier.states import Status
from counter_app.dossier.value import FileRef
from counter_app.language import sentence


def _said_by_the_province(dossier: Dossier, payload: StatusChanged, entry: Written) -> Dossier:
    if payload.status == dossier.status:
        return moved(dossier, payload.status, entry.at, payload.reason)
    if payload.status is Status.ACCEPTED and dossier.awaits_acceptance:
        raise CannotApply("a desk accepts it")
    if dossier.stop_request or payload.status not in moves(dossier.status):
        raise CannotApply(f"{dossier.status.value} to {payload.status.value}")
    after = resumed(moved(dossier, payload.status, entry.at, payload.reason), entry.at)
    kinds = {
        Status.SUPPLEMENT_REQUESTED: PauseKind.SUPPLEMENT,
        Status.FINANCIAL_OBLIGATION: PauseKind.OBLIGATION,
        Status.STOPPED: PauseKind.STOP,
    }
    if kind := kinds.get(payload.status):
        return paused(after, Pause(kind=kind, began_at=entry.at, reason=payload.reason, before=dossier.status))
    return after


def _describe_status(payload: StatusChanged, dossier: Dossier | None) -> Description:
    status = status_words(payload.status)
    return Description(sentence("timeline", "Status: {status}", status=status), payload.reason)


def _describe_settled(payload: ConflictSettled, dossier: Dossier | None) -> Description:
    if payload.decision is Decision.SET_ASIDE:
        return Description(sentence("timeline", "Contradiction settled: the step is set aside"), payload.reason)
    return Description(sentence("timeline", "Contradiction settled: the step was done again"), payload.reason)


CHANGE_STATUS = Act(
    name="change_status",
    payload=StatusChanged,
    apply=_said_by_the_province,
    describe=_describe_status,
    business=True,
    official=lambda payload: status_words(payload.status),
)
SETTLE = Act(
    name="settle",
    title="Settle a contradiction",
    payload=ConflictSettled,
    apply=lambda dossier, payload, entry: dossier,  # `settlements` reads it before the first entry is folded
    describe=_describe_settled,
    tasks=AT_DESK,
)

ACTS: dict[str, AnyAct] = {
    act.kind: act
    for act in (
        GUIDE,
        END_GUIDANCE,
        FILE_ONLINE,
        RECEIVE,
        REFUSE,
        ASK_SUPPLEMENT,
        TAKE_SUPPLEMENT,
        ASK_OBLIGATION,
        CONFIRM_OBLIGATION,
        HAND_OVER,
        EXTEND,
        STOP,
        RESUME,
        STOP_AT_REQUEST,
        WITHDRAW,
        TAKE_RESULTS,
        BEGIN_STAGE,
        RETURN_RESULTS,
        TAKE_FEE,
        CANCEL_RECEIPT,
        REFUND,
        DIGITISE,
        VERIFY,
        REUSE,
        BORROW,
        LEND,
        NUMBER_PAPER,
        GIVE_PAPER,
        CORRECT,
        CANCEL_RECEIVING,
        DECLARE_LOST,
        ADD_PAPERS,
        DIGITISE_RESULT,
        TAKE_PAGE_OUT,
        WRITE_NOTE,
        CHANGE_STATUS,
        CHANGE_DELIVERY,
        SETTLE,
        ERASE,
        DELETE_FILES,
        SIGN_EVALUATION,
        DRAW_SAMPLE,
        OPEN_ACCOUNT,
        CHANGE_ROLES,
        SET_SECRET,
        CHANGE_KEY,
        TAKE_FEEDBACK,
        SORT_FEEDBACK,
        ANSWER_FEEDBACK,
        PUBLISH_FEEDBACK,
        ANSWER_SURVEY,
    )
}
"""Every act by the kind of its entries, in the order of a dossier's life."""

_OWN = (BEGIN_STAGE, CANCEL_RECEIVING)
"""Acts that are done by an entry of their own only: the province does not say in one word that they happened."""
_PROVINCE: dict[Status, frozenset[Status]] = {Status.NEW: frozenset({Status.ACCEPTED})}


def act_of(payload: Payload) -> AnyAct:
    """The act whose entry says this."""
    return ACTS[payload.kind]


def possible(dossier: Dossier, tasks: Iterable[Task]) -> list[AnyAct]:
    """The acts the window offers who has these tasks, in the order of a dossier's life."""
    mine = frozenset(tasks)
    return [act for act in ACTS.values() if act.tasks & mine and act.possible(dossier)]


def refuse_unless_settler(tasks: frozenset[Task], *, about_money: bool = False) -> None:
    """Raises NotYourTask where none of the tasks includes settling; where money is concerned, the cashier's does."""
    if (SETTLE.tasks | ({Task.CASHIER} if about_money else set())).isdisjoint(tasks):
        raise NotYourTask(SETTLE.name, act=SETTLE.words)


def moves(status: Status) -> frozenset[Status]:
    """Where a status may go; what the province says is held against it."""
    ways = (act.to for act in ACTS.values() if status in act.allowed and act not in _OWN)
    return frozenset().union(*ways, _PROVINCE.get(status, ())) - {status}


def explained() -> frozenset[Status]:
    """The statuses that the applicant is told the reason of: those to which an act leads that needs one."""
    return frozenset().union(*(act.to for act in ACTS.values() if "reason" in act.needs))


def kinds_with_files() -> tuple[str, ...]:
    """The kinds of entries that can name files."""
    return tuple(kind for kind, act in ACTS.items() if act.files)


def files_in(payload: Payload | None) -> tuple[FileRef, ...]:
    """The files a payload names and the province wants to have."""
    files = act_of(payload).files if payload else None
    return files(payload) if files and payload else ()


__all__ = [
    "ACTS",
    "ADD_PAPERS",
    "ANSWER_FEEDBACK",
    "ANSWER_SURVEY",
    "ASK_OBLIGATION",
    "ASK_SUPPLEMENT",
    "BEGIN_STAGE",
    "BORROW",
    "CANCEL_RECEIPT",
    "CANCEL_RECEIVING",
    "CHANGE_DELIVERY",
    "CHANGE_KEY",
    "CHANGE_ROLES",
    "CHANGE_STATUS",
    "CONFIRM_OBLIGATION",
    "CORRECT",
    "DECLARE_LOST",
    "DELETE_FILES",
    "DIGITISE",
    "DIGITISE_RESULT",
    "DRAW_SAMPLE",
    "END_GUIDANCE",
    "ERASE",
    "EXTEND",
    "FILE_ONLINE",
    "GIVE_PAPER",
    "GUIDE",
    "HAND_OVER",
    "LEND",
    "NUMBER_PAPER",
    "OPEN_ACCOUNT",
    "PUBLISH_FEEDBACK",
    "RECEIVE",
    "REFUND",
    "REFUSE",
    "RESUME",
    "RETURN_RESULTS",
    "REUSE",
    "SETTLE",
    "SET_SECRET",
    "SIGN_EVALUATION",
    "SORT_FEEDBACK",
    "STOP",
    "STOP_AT_REQUEST",
    "TAKE_FEE",
    "TAKE_FEEDBACK",
    "TAKE_PAGE_OUT",
    "TAKE_RESULTS",
    "TAKE_SUPPLEMENT",
    "VERIFY",
    "WITHDRAW",
    "WRITE_NOTE",
    "act_of",
    "explained",
    "files_in",
    "kinds_with_files",
    "moves",
    "possible",
    "refuse_unless_settler",
]

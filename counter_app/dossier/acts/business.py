"""What happens on the way: refuse, hand over, extend, pause, resume, begin the second stage; and what the applicant
asks for: to take the dossier back, or to stop (which is neither that nor the agency's pause)."""

from __future__ import annotations

from counter_app.dossier.acts.act import Act, Written, refuse_unless_allowed
from counter_app.dossier.acts.steps import acted, paused, promised, resumed, signed_by
from counter_app.dossier.description import Description
from counter_app.dossier.life import DueCause, HandOver, Pause, PauseKind, StopRequest
from counter_app.dossier.model import Dossier
from counter_app.dossier.names import term_words
from counter_app.dossier.payloads.business import (
    Extended,
    HandedOver,
    Refused,
    Resumed,
    StageBegun,
    Stopped,
    StoppedAtRequest,
    Withdrawn,
)
from counter_app.dossier.roles import AT_DESK, Task
from counter_app.dossier.states import OPEN, WORKED, Delivery, PauseMode, Status
from counter_app.language import joined, sentence


def _refused(dossier: Dossier, payload: Refused, entry: Written) -> Dossier:
    refused = acted(REFUSE, dossier, Status.NOT_ACCEPTED, entry.at, payload.reason)
    return refused.changed(refused_by=entry.clerk)


def _withdrawn(dossier: Dossier, payload: Withdrawn, entry: Written) -> Dossier:
    return acted(WITHDRAW, dossier, Status.WITHDRAWN, entry.at, payload.reason)


def _handed_over(dossier: Dossier, payload: HandedOver, entry: Written) -> Dossier:
    line = HandOver(
        from_unit=payload.from_unit,
        to_unit=payload.to_unit,
        given_by=payload.given_by,
        taken_by=payload.taken_by,
        at=entry.at,
        due_at=dossier.due_at,
        note=payload.note,
    )
    after = acted(HAND_OVER, dossier, Status.IN_PROCESS, entry.at)
    return after.changed(hand_overs=(*dossier.hand_overs, line))


def _describe_handed_over(payload: HandedOver, dossier: Dossier | None) -> Description:
    giver, taker = payload.from_unit, payload.to_unit
    handed = sentence("timeline", "Handed over: {giver} → {taker}", giver=giver, taker=taker)
    if not payload.taken_by:
        return Description(handed, payload.note)
    by = sentence("timeline", "taken by {person}", person=payload.taken_by)
    return Description(joined(" ", handed, joined("", "(", by, ")")), payload.note, public=(handed,))


def _extended(dossier: Dossier, payload: Extended, entry: Written) -> Dossier:
    refuse_unless_allowed(EXTEND, dossier)
    return promised(dossier, DueCause.EXTENSION, payload.due_at, entry, payload.reason, payload.signer)


def _stopped(dossier: Dossier, payload: Stopped, entry: Written) -> Dossier:
    after = resumed(acted(STOP, dossier, Status.STOPPED, entry.at, payload.reason), entry.at)
    pause = Pause(
        kind=PauseKind.STOP, began_at=entry.at, reason=payload.reason, before=dossier.status, signer=payload.signer
    )
    return paused(after, pause)


def _stopped_at_request(dossier: Dossier, payload: StoppedAtRequest, entry: Written) -> Dossier:
    after = resumed(acted(STOP_AT_REQUEST, dossier, Status.STOPPED, entry.at, payload.reason), entry.at)
    request = StopRequest(
        at=entry.at,
        reason=payload.reason,
        asked_by=payload.asked_by,
        request=payload.request,
        signer=payload.signer,
    )
    return after.changed(stop_request=request, finished_at=entry.at)


def _describe_stopped_at_request(payload: StoppedAtRequest, dossier: Dossier | None) -> Description:
    stopped = sentence("timeline", "Stopped at the applicant's request")
    who = joined(", ", payload.asked_by, payload.request)
    asked = sentence("timeline", "Asked for by {who}", who=who)
    return Description(stopped, payload.reason, by=signed_by(payload.signer), lines=(asked,), public=(stopped,))


def _resumed(dossier: Dossier, payload: Resumed, entry: Written) -> Dossier:
    after = resumed(acted(RESUME, dossier, Status.IN_PROCESS, entry.at, payload.reason), entry.at)
    return promised(after, DueCause.STOP, payload.due_at, entry, payload.reason)


def _stage_begun(dossier: Dossier, payload: StageBegun, entry: Written) -> Dossier:
    after = resumed(acted(BEGIN_STAGE, dossier, Status.IN_PROCESS, entry.at), entry.at)
    after = promised(after, DueCause.STAGE, payload.due_at, entry)
    return after.changed(stage=payload.stage, next_term=None, term=payload.term, delivery=Delivery.AWAITED)


def _describe_stage_begun(payload: StageBegun, dossier: Dossier | None) -> Description:
    term = term_words(payload.term)
    return Description(sentence("timeline", "Stage {n} began, term: {term}", n=payload.stage, term=term))


def _goes_on(dossier: Dossier) -> bool:
    """Whether it was not stopped for good."""
    return dossier.stop_request is None


REFUSE = Act(
    name="refuse",
    title="Refuse the dossier",
    payload=Refused,
    apply=_refused,
    describe=lambda payload, dossier: Description(sentence("timeline", "Dossier not accepted"), payload.reason),
    tasks=AT_DESK,
    allowed=OPEN | {Status.NEW, Status.STOPPED},
    fits=_goes_on,
    needs=("reason",),
    reasons=(
        "The dossier is not within the competence of this office.",
        "The dossier is incomplete and the applicant does not complete it.",
        "The matter does not meet the conditions of the law.",
    ),
    to=frozenset({Status.NOT_ACCEPTED}),
    form="refusal",
    business=True,
)
HAND_OVER = Act(
    name="hand_over",
    title="Hand over to another unit",
    payload=HandedOver,
    apply=_handed_over,
    describe=_describe_handed_over,
    tasks=AT_DESK,
    allowed=WORKED,
    needs=("from_unit", "to_unit"),
    to=frozenset({Status.IN_PROCESS}),
    form="control_sheet",
    business=True,
)
EXTEND = Act(
    name="extend",
    title="Apologise and extend",
    payload=Extended,
    apply=_extended,
    describe=lambda payload, dossier: Description(
        sentence("timeline", "Apologised and extended"), payload.reason, by=signed_by(payload.signer)
    ),
    tasks=frozenset({Task.PROCESSING}),
    allowed=WORKED,
    fits=lambda dossier: dossier.due_at is not None,
    needs=("due_at", "reason", "signer"),
    reasons=(
        "More time is needed to verify the dossier.",
        "The opinion of a coordinating agency is awaited.",
        "A fault of the electronic system delayed the work.",
    ),
    moves_due=DueCause.EXTENSION,
    form="apology",
    business=True,
)
STOP = Act(
    name="stop",
    title="Pause the work",
    payload=Stopped,
    apply=_stopped,
    describe=lambda payload, dossier: Description(
        sentence("timeline", "Work paused"), payload.reason, by=signed_by(payload.signer)
    ),
    tasks=frozenset({Task.PROCESSING}),
    allowed=OPEN,
    needs=("reason",),
    reasons=(
        "The land or property is in dispute.",
        "A decision of a competent agency requires it.",
    ),
    to=frozenset({Status.STOPPED}),
    form="pause_notice",
    business=True,
)
STOP_AT_REQUEST = Act(
    name="stop_at_request",
    title="Stop at the applicant's request",
    payload=StoppedAtRequest,
    apply=_stopped_at_request,
    describe=_describe_stopped_at_request,
    tasks=AT_DESK,
    allowed=OPEN | {Status.STOPPED},
    fits=lambda dossier: _goes_on(dossier) and not dossier.results,  # nothing decided yet: TT 03/2025/TT-VPCP art. 7
    needs=("reason", "asked_by"),
    reasons=(
        "The applicant asks to stop the work.",
        "The applicant no longer needs the result.",
    ),
    to=frozenset({Status.STOPPED}),
    form="stop_notice",
    business=True,
)
RESUME = Act(
    name="resume",
    title="Go on with it",
    payload=Resumed,
    apply=_resumed,
    describe=lambda payload, dossier: Description(sentence("timeline", "Work goes on"), payload.reason),
    tasks=frozenset({Task.PROCESSING}),
    allowed=frozenset({Status.STOPPED}),
    fits=_goes_on,
    reasons=("The cause of the pause is gone.",),
    to=frozenset({Status.IN_PROCESS}),
    runs_on=lambda dossier: PauseMode.SHIFT,
    moves_due=DueCause.STOP,
    business=True,
)
WITHDRAW = Act(
    name="withdraw",
    title="Withdrawn by the citizen",
    payload=Withdrawn,
    apply=_withdrawn,
    describe=lambda payload, dossier: Description(sentence("timeline", "Withdrawn by the citizen"), payload.reason),
    tasks=AT_DESK,
    allowed=OPEN | {Status.NEW, Status.STOPPED},
    fits=_goes_on,
    needs=("reason",),
    reasons=(
        "The applicant no longer needs it.",
        "The applicant wants to file it again with changes.",
    ),
    to=frozenset({Status.WITHDRAWN}),
    form="withdrawal_note",
    business=True,
)
BEGIN_STAGE = Act(
    name="begin_stage",
    title="Begin the second stage",
    payload=StageBegun,
    apply=_stage_begun,
    describe=_describe_stage_begun,
    tasks=AT_DESK,
    allowed=frozenset({Status.DONE, Status.RESULT_RETURNED, Status.FINANCIAL_OBLIGATION}),
    fits=lambda dossier: dossier.next_term is not None,
    to=frozenset({Status.IN_PROCESS}),
    moves_due=DueCause.STAGE,
    form="receipt",
    business=True,
)

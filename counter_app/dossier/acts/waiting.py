"""What the applicant has to do first: bring supplements, meet a financial obligation. The clock stands still."""

from __future__ import annotations

from counter_app.dossier.acts.act import Act, Written
from counter_app.dossier.acts.steps import acted, paused, promised, resumed, with_papers
from counter_app.dossier.amounts import money
from counter_app.dossier.clock import moment
from counter_app.dossier.description import Description
from counter_app.dossier.life import DueCause, Pause, PauseKind
from counter_app.dossier.model import Dossier
from counter_app.dossier.payloads.waiting import (
    ObligationMet,
    ObligationRequested,
    SupplementReceived,
    SupplementRequested,
)
from counter_app.dossier.roles import AT_DESK, Task
from counter_app.dossier.states import WORKED, PauseMode, Status
from counter_app.language import Words, sentence


def _supplement_asked(dossier: Dossier, payload: SupplementRequested, entry: Written) -> Dossier:
    after = acted(ASK_SUPPLEMENT, dossier, Status.SUPPLEMENT_REQUESTED, entry.at, payload.reason)
    pause = Pause(
        kind=PauseKind.SUPPLEMENT,
        began_at=entry.at,
        reason=payload.reason,
        asked=payload.items,
        deadline=payload.deadline,
        before=dossier.status,
        clerk=entry.clerk,
    )
    return paused(after, pause)


def _describe_supplement_asked(payload: SupplementRequested, dossier: Dossier | None) -> Description:
    items = (f"• {item}" for item in payload.items)
    until: Words = ""
    if payload.deadline:
        until = sentence("timeline", "Deadline: {until}", until=moment(payload.deadline))
    again: Words = sentence("timeline", "Asked for once more: {reason}", reason=payload.again) if payload.again else ""
    return Description(sentence("timeline", "Supplements asked for"), payload.reason, lines=(*items, until, again))


def _supplement_taken(dossier: Dossier, payload: SupplementReceived, entry: Written) -> Dossier:
    pause = dossier.open_pause
    again = payload.mode is PauseMode.RESTART or pause is None
    to = Status.ACCEPTED if again or pause is None else pause.before
    after = resumed(acted(TAKE_SUPPLEMENT, dossier, to, entry.at), entry.at)
    after = promised(after, DueCause.SUPPLEMENT, payload.due_at, entry, pause.reason if pause else "")
    return with_papers(after, payload.components)


def _describe_supplement_taken(payload: SupplementReceived, dossier: Dossier | None) -> Description:
    papers = "; ".join(component.name for component in payload.components)
    return Description(sentence("timeline", "Supplements received"), facts=(papers,))


def _obligation_asked(dossier: Dossier, payload: ObligationRequested, entry: Written) -> Dossier:
    after = acted(ASK_OBLIGATION, dossier, Status.FINANCIAL_OBLIGATION, entry.at, payload.reason)
    pause = Pause(
        kind=PauseKind.OBLIGATION,
        began_at=entry.at,
        reason=payload.reason,
        deadline=payload.deadline,
        before=dossier.status,
    )
    return paused(after, pause)


def _describe_obligation_asked(payload: ObligationRequested, dossier: Dossier | None) -> Description:
    facts: list[Words] = [money(payload.amount) if payload.amount else ""]
    if payload.deadline:
        facts.append(sentence("timeline", "Deadline: {until}", until=moment(payload.deadline)))
    return Description(sentence("timeline", "Financial obligation to be met"), payload.reason, facts=tuple(facts))


def _obligation_met(dossier: Dossier, payload: ObligationMet, entry: Written) -> Dossier:
    after = resumed(acted(CONFIRM_OBLIGATION, dossier, Status.IN_PROCESS, entry.at, payload.proof), entry.at)
    return promised(after, DueCause.OBLIGATION, payload.due_at, entry)


def _describe_obligation_met(payload: ObligationMet, dossier: Dossier | None) -> Description:
    return Description(sentence("timeline", "Financial obligation was met"), facts=(payload.proof,))


ASK_SUPPLEMENT = Act(
    name="ask_supplement",
    title="Ask for supplements",
    payload=SupplementRequested,
    apply=_supplement_asked,
    describe=_describe_supplement_asked,
    tasks=AT_DESK,
    allowed=WORKED | {Status.NEW},  # what came online is sent back before it is accepted
    needs=("items", "reason"),
    reasons=(
        "The dossier lacks papers the procedure asks for.",
        "Papers in the dossier are wrong or do not agree with each other.",
        "Copies in the dossier cannot be read or are not certified.",
    ),
    to=frozenset({Status.SUPPLEMENT_REQUESTED}),
    form="supplement_request",
    business=True,
)
TAKE_SUPPLEMENT = Act(
    name="take_supplement",
    title="Take in supplements",
    payload=SupplementReceived,
    apply=_supplement_taken,
    describe=_describe_supplement_taken,
    tasks=frozenset({Task.RECEPTION}),
    allowed=frozenset({Status.SUPPLEMENT_REQUESTED}),
    fits=lambda dossier: not dossier.awaits_acceptance,  # what was sent back comes back by the portal
    to=WORKED,
    runs_on=lambda dossier: dossier.on_supplement,
    moves_due=DueCause.SUPPLEMENT,
    form="receipt",
    business=True,
)
ASK_OBLIGATION = Act(
    name="ask_obligation",
    title="Ask to meet a financial obligation",
    payload=ObligationRequested,
    apply=_obligation_asked,
    describe=_describe_obligation_asked,
    tasks=AT_DESK,
    allowed=WORKED,
    needs=("reason",),
    reasons=(
        "The applicant has to meet the financial obligation by the tax office's notice.",
        "The applicant has to pay the registration charge.",
    ),
    to=frozenset({Status.FINANCIAL_OBLIGATION}),
    business=True,
)
CONFIRM_OBLIGATION = Act(
    name="confirm_obligation",
    title="Financial obligation met",
    payload=ObligationMet,
    apply=_obligation_met,
    describe=_describe_obligation_met,
    tasks=AT_DESK | {Task.CASHIER},
    allowed=frozenset({Status.FINANCIAL_OBLIGATION}),
    to=frozenset({Status.IN_PROCESS}),
    runs_on=lambda dossier: dossier.on_obligation,
    moves_due=DueCause.OBLIGATION,
    business=True,
)

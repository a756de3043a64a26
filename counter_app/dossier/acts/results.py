"""Results: they reach the desk, and the citizen."""

from __future__ import annotations

from datetime import datetime

from counter_app.dossier.acts.act import Act, CannotApply, Written, refuse_unless_allowed
from counter_app.dossier.acts.steps import moved
from counter_app.dossier.applicants import Relation
from counter_app.dossier.description import Description
from counter_app.dossier.life import Result, Return
from counter_app.dossier.model import Dossier
from counter_app.dossier.names import DELIVERY, DELIVERY_METHOD
from counter_app.dossier.payloads.results import DeliveryChanged, ResultReturned, ResultsArrived
from counter_app.dossier.roles import Task
from counter_app.dossier.states import WORKED, Delivery, Status
from counter_app.language import Phrase, Words, joined, sentence


def _arrived(dossier: Dossier, payload: ResultsArrived, entry: Written) -> Dossier:
    refuse_unless_allowed(TAKE_RESULTS, dossier)
    arrived = tuple(Result(**dict(named), arrived_at=entry.at) for named in payload.results)
    after = dossier.changed(results=(*dossier.results, *arrived))
    if payload.complete or dossier.status is Status.DONE:
        return moved(after.changed(delivery=Delivery.AT_DESK), Status.DONE, entry.at)
    return after


def _describe_arrived(payload: ResultsArrived, dossier: Dossier | None) -> Description:
    names = "; ".join(" ".join(part for part in (result.name, result.number) if part) for result in payload.results)
    if payload.complete:
        return Description(sentence("timeline", "Results at the desk: {results}", results=names))
    return Description(sentence("timeline", "Partly there: {results}", results=names))


def _returned(dossier: Dossier, payload: ResultReturned, entry: Written) -> Dossier:
    refuse_unless_allowed(RETURN_RESULTS, dossier)
    results, handed = list(dossier.results), _return_of(payload, entry.at, entry.clerk)
    for place in payload.results:
        if not 0 <= place < len(results) or results[place].returned:
            raise CannotApply("no such result, or returned before")
        results[place] = results[place].handed_over(handed)
    after = dossier.changed(results=tuple(results))
    every = all(result.returned for result in results)
    return moved(after, Status.RESULT_RETURNED, entry.at) if every else after


def _return_of(payload: ResultReturned, at: datetime, clerk: str) -> Return:
    return Return(
        at=at,
        method=payload.method,
        recipient=payload.recipient,
        identity_number=payload.identity_number,
        phone=payload.phone,
        relation=payload.relation,
        authority=payload.authority,
        post_bill=payload.post_bill,
        clerk=clerk,
    )


def _describe_returned(payload: ResultReturned, dossier: Dossier | None) -> Description:
    results = dossier.results if dossier else ()
    names = "; ".join(results[place].name for place in payload.results if 0 <= place < len(results))
    authority = payload.authority if payload.relation is not Relation.HOLDER else ""
    post: Words = sentence("timeline", "postal bill {number}", number=payload.post_bill) if payload.post_bill else ""
    method = Phrase("status", DELIVERY_METHOD[payload.method])
    who = joined(", ", payload.recipient, payload.identity_number, authority, method, post)
    returned = sentence("timeline", "Returned: {results} – to {who}", results=names, who=who)
    return Description(returned, public=(RETURN_RESULTS.words,))


def _describe_delivery(payload: DeliveryChanged, dossier: Dossier | None) -> Description:
    delivery = Phrase("status", DELIVERY[payload.delivery])
    to: Words = sentence("timeline", "to {recipient}", recipient=payload.recipient) if payload.recipient else ""
    return Description(joined(" ", delivery, to), public=(delivery,))


TAKE_RESULTS = Act(
    name="take_results",
    title="Results arrived",
    payload=ResultsArrived,
    apply=_arrived,
    describe=_describe_arrived,
    tasks=frozenset({Task.PROCESSING, Task.RETURNS}),
    allowed=WORKED | {Status.DONE},
    needs=("results",),
    to=frozenset({Status.DONE}),
    files=lambda payload: tuple(result.file for result in payload.results if result.file),
    business=True,
)
RETURN_RESULTS = Act(
    name="return_results",
    title="Return the result",
    payload=ResultReturned,
    apply=_returned,
    describe=_describe_returned,
    tasks=frozenset({Task.RETURNS}),
    allowed=frozenset({Status.DONE}),
    fits=lambda dossier: not dossier.results or any(result.returned is None for result in dossier.results),
    needs=("results",),  # who takes them hangs on the way: `counter_app.dossier.recipients`
    to=frozenset({Status.RESULT_RETURNED}),
    form="return_note",
    business=True,
)
CHANGE_DELIVERY = Act(
    name="change_delivery",
    payload=DeliveryChanged,
    apply=lambda dossier, payload, entry: dossier.changed(delivery=payload.delivery),
    describe=_describe_delivery,
)

"""Feedback and recommendations at the desk (NĐ 20/2008): taken, sorted, answered, made public.

Complaints and denunciations are refused with where they go. What bears no name is entered in the register and not taken
up, for art. 7 asks for name, address and telephone.
"""

from __future__ import annotations

import secrets
from dataclasses import dataclass

from counter_app.desk.desk import Desk, DossierUnknown
from counter_app.desk.finding import note
from counter_app.desk.reasons import note_reason, on_papers
from counter_app.dossier.acts import ANSWER_FEEDBACK, PUBLISH_FEEDBACK, SORT_FEEDBACK, TAKE_FEEDBACK
from counter_app.dossier.acts.act import AnyAct, given, lacks, refuse_unless_task
from counter_app.dossier.codes import feedback_code
from counter_app.dossier.feedback import Elsewhere, Feedback, answered_with, published_at, sorted_as
from counter_app.dossier.model import Term
from counter_app.dossier.payloads.feedback import FeedbackSorted, FeedbackTaken, Sender
from counter_app.dossier.states import FeedbackMatter, FeedbackWay, Sorting, TermUnit
from counter_app.errors import CounterError
from counter_app.store.accesses import AccessKind
from counter_app.store.streams import FEEDBACK

_UNSIGNED = SORT_FEEDBACK.reasons[1]


NOBODY = Sender()
"""Who says no name."""


class ComplaintElsewhere(CounterError):
    """A complaint has a law of its own."""

    what = "A complaint is not taken as feedback, and was not saved."
    todo = (
        "Tell the citizen: it goes to whoever made the decision or did the act, at the office where citizens are "
        "received, under the Law on Complaints; within 90 days of knowing of it."
    )


class DenunciationElsewhere(CounterError):
    """A denunciation has a law of its own, and who denounces is protected."""

    what = "A denunciation is not taken as feedback, and was not saved."
    todo = (
        "Tell the citizen: it goes to the head of the agency that employs the person denounced, at the office where "
        "citizens are received, under the Law on Denunciations. Ask for no details here."
    )


REFUSALS: dict[Elsewhere, type[CounterError]] = {
    Elsewhere.COMPLAINT: ComplaintElsewhere,
    Elsewhere.DENUNCIATION: DenunciationElsewhere,
}
"""Why each is not taken, and where it goes."""


class FeedbackKnown(CounterError):
    """The same sender said the same before: the button was pressed twice, or it came by two ways."""

    what = "The same feedback of the same sender was taken already: no. {number} of {day}."
    todo = "Open that one; if something is new, write what is new."


@dataclass(frozen=True)
class FeedbackTyped:
    """What the clerk wrote down. `anonymous`: the sender says no name, on purpose."""

    text: str
    sender: Sender = NOBODY
    way: FeedbackWay = FeedbackWay.SPOKEN
    matter: FeedbackMatter | Elsewhere = FeedbackMatter.BEHAVIOUR
    dossier: str = ""
    anonymous: bool = False


def take(desk: Desk, typed: FeedbackTyped) -> Feedback:
    """Enters it in the register. What is anonymous is not taken up, and counts as sorted.

    Raises NotYourTask, ComplaintElsewhere, DenunciationElsewhere, StepIncomplete, DossierUnknown, FeedbackKnown.
    """
    refuse_unless_task(TAKE_FEEDBACK, desk.clerk.tasks)
    if isinstance(typed.matter, Elsewhere):
        raise REFUSALS[typed.matter]()
    text, sender = given(TAKE_FEEDBACK, "content", typed.text), _sender(typed)
    dossier = typed.dossier.strip()
    if dossier and desk.store.dossier(dossier) is None:
        raise DossierUnknown
    agency, profile = desk.profile.office.agency, desk.profile
    with desk.store.transaction():
        if known := desk.store.feedback.same(sender, text):
            raise _known(desk, known)
        at = desk.now()
        rules, year = desk.knowledge.rules.of(at.date()), at.year
        sort_by = desk.due(at, Term(amount=rules.feedback_sort_days, unit=TermUnit.WORKING_DAYS))
        answer_by = desk.due(at, Term(amount=rules.feedback_answer_days, unit=TermUnit.WORKING_DAYS))
        assert sort_by and answer_by  # terms that are counted have an end
        code = feedback_code(agency, at.date(), secrets.randbits(53))
        taken = desk.record_in_feedback(
            code,
            FeedbackTaken(
                agency=agency,
                year=year,
                number=profile.paper_numbers.after(desk.store.feedback.last(agency, year, profile.paper_numbers)),
                way=typed.way,
                matter=typed.matter,
                sender=sender,
                text=text,
                dossier=dossier,
                sort_by=sort_by,
                answer_by=answer_by,
            ),
            at,
        )
        if not sender.name:
            reason = on_papers(_UNSIGNED)
            taken = desk.store.journal.append_to(
                FEEDBACK,
                FeedbackSorted(sorting=Sorting.NOT_OF_KIND, reason=reason),
                code=code,
                clerk=desk.clerk.name,
                at=at,
                salt=desk.token(16),
            )
    return taken


def sort(desk: Desk, code: str, sorting: Sorting, *, to_agency: str = "", reason: str = "") -> Feedback:
    """Says whose it is to settle; what is others' is passed on with it, what is not taken up needs its reason.

    Raises NotYourTask, StepIncomplete, FeedbackClosed.
    """
    with desk.store.transaction():
        payload = sorted_as(_found(desk, code, SORT_FEEDBACK), sorting, to_agency, reason)
        if payload.reason:
            note_reason(desk, SORT_FEEDBACK, payload.reason, desk.now())
        return desk.record_in_feedback(code, payload)


def answer(
    desk: Desk, code: str, text: str, *, signer: str = "", upheld: bool | None = None, late_reason: str = ""
) -> Feedback:
    """Settles it; of somebody's acts it says whether what was said of them was found true.

    Raises NotYourTask, StepIncomplete, FeedbackClosed, LateAnswer where the deadline is over and nobody says why.
    """
    with desk.store.transaction():
        feedback, at = _found(desk, code, ANSWER_FEEDBACK), desk.now()
        payload = answered_with(feedback, at, text, signer=signer, upheld=upheld, late_reason=late_reason)
        return desk.record_in_feedback(code, payload, at)


def publish(desk: Desk, code: str, place: str) -> Feedback:
    """Notes where the result was made public. Raises NotYourTask, StepIncomplete, FeedbackClosed."""
    with desk.store.transaction():
        payload = published_at(_found(desk, code, PUBLISH_FEEDBACK), place)
        note_reason(desk, PUBLISH_FEEDBACK, payload.place, desk.now())
        return desk.record_in_feedback(code, payload)


def opened(desk: Desk, code: str) -> Feedback:
    """What a clerk opens; it is noted that they did. Raises DossierUnknown."""
    found = feedback_of(desk, code)
    note(desk, AccessKind.OPENED, code)
    return found


def feedback_of(desk: Desk, code: str) -> Feedback:
    """The feedback as it stands. Raises DossierUnknown."""
    found = desk.store.journal.feedback(code)
    if found is None:
        raise DossierUnknown
    return found


def _sender(typed: FeedbackTyped) -> Sender:
    """Who it is from, with all that art. 7 asks for; nobody where it is anonymous."""
    if typed.anonymous:
        return Sender()
    told = {name: " ".join(value.split()) for name, value in typed.sender.model_dump().items()}
    if not told["name"]:
        raise lacks(TAKE_FEEDBACK, "name")
    if not told["address"]:
        raise lacks(TAKE_FEEDBACK, "address")
    if not told["phone"] and not told["email"]:
        raise lacks(TAKE_FEEDBACK, "phone")
    return Sender(**told)


def _found(desk: Desk, code: str, act: AnyAct) -> Feedback:
    refuse_unless_task(act, desk.clerk.tasks)
    return feedback_of(desk, code)


def _known(desk: Desk, code: str) -> FeedbackKnown:
    before = feedback_of(desk, code)
    return FeedbackKnown(number=before.number, day=f"{before.taken_at:%d/%m/%Y}")

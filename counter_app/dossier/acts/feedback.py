"""What is done to feedback (phản ánh, kiến nghị): entries of `counter_app.dossier.feedback`, of no dossier."""

from __future__ import annotations

from counter_app.dossier.acts.act import Act, of_no_dossier
from counter_app.dossier.description import Description
from counter_app.dossier.model import Dossier
from counter_app.dossier.names import FEEDBACK_MATTER, SORTING
from counter_app.dossier.payloads.feedback import FeedbackAnswered, FeedbackPublished, FeedbackSorted, FeedbackTaken
from counter_app.dossier.roles import AT_COUNTER, AT_DESK
from counter_app.language import Phrase, Words, joined, sentence


def _describe_taken(payload: FeedbackTaken, dossier: Dossier | None) -> Description:
    matter = Phrase("feedback", FEEDBACK_MATTER[payload.matter])
    number = f"{payload.number}/{payload.year}"
    return Description(sentence("timeline", "Feedback no. {number} taken: {matter}", number=number, matter=matter))


def _describe_sorted(payload: FeedbackSorted, dossier: Dossier | None) -> Description:
    sorting: Words = Phrase("feedback", SORTING[payload.sorting])
    return Description(joined(": ", sorting, payload.to_agency) if payload.to_agency else sorting, payload.reason)


def _describe_answered(payload: FeedbackAnswered, dossier: Dossier | None) -> Description:
    return Description(Phrase("timeline", "Feedback answered"), payload.late_reason, lines=(payload.text,))


def _describe_published(payload: FeedbackPublished, dossier: Dossier | None) -> Description:
    return Description(sentence("timeline", "Result made public: {place}", place=payload.place))


TAKE_FEEDBACK = Act(
    name="take_feedback",
    title="Take feedback",
    payload=FeedbackTaken,
    apply=of_no_dossier,
    describe=_describe_taken,
    tasks=AT_COUNTER,
)
SORT_FEEDBACK = Act(
    name="sort_feedback",
    title="Sort feedback",
    payload=FeedbackSorted,
    apply=of_no_dossier,
    describe=_describe_sorted,
    tasks=AT_DESK,
    reasons=(
        "Outside what feedback on administrative rules is.",
        "Name, address or telephone are missing, so it cannot be answered.",
    ),
)
ANSWER_FEEDBACK = Act(
    name="answer_feedback",
    title="Answer feedback",
    payload=FeedbackAnswered,
    apply=of_no_dossier,
    describe=_describe_answered,
    tasks=AT_DESK,
)
PUBLISH_FEEDBACK = Act(
    name="publish_feedback",
    title="Make the result public",
    payload=FeedbackPublished,
    apply=of_no_dossier,
    describe=_describe_published,
    tasks=AT_DESK,
)

"""Feedback and recommendations (phản ánh, kiến nghị; NĐ 20/2008/NĐ-CP): a case of its own kind, of no dossier.

It has entries of its own in the journal, folded here. Complaints and denunciations (khiếu nại, tố cáo) have laws of
their own and are not taken here: `seems_elsewhere` helps to tell them apart.
"""

from __future__ import annotations

import re
from collections.abc import Iterable
from dataclasses import dataclass, replace
from datetime import datetime
from enum import StrEnum

from counter_app.dossier.acts import ANSWER_FEEDBACK, PUBLISH_FEEDBACK, SORT_FEEDBACK
from counter_app.dossier.acts.act import AnyAct, given
from counter_app.dossier.acts.papers import handed_out, numbered
from counter_app.dossier.clock import moment
from counter_app.dossier.fold import in_order
from counter_app.dossier.guidance import GuidanceCase
from counter_app.dossier.journal import Entry, UnknownPayload
from counter_app.dossier.model import Dossier, PaperHandedOut, PaperNumber
from counter_app.dossier.payloads.feedback import FeedbackAnswered, FeedbackPublished, FeedbackSorted, FeedbackTaken
from counter_app.dossier.payloads.papers import PaperGiven, PaperNumbered
from counter_app.dossier.plain import plain
from counter_app.dossier.states import FeedbackMatter, FeedbackState, Sorting
from counter_app.errors import CounterError


class Elsewhere(StrEnum):
    """What is no feedback, and taken elsewhere."""

    COMPLAINT = "complaint"  # khiếu nại, Luật Khiếu nại 2011
    DENUNCIATION = "denunciation"  # tố cáo, Luật Tố cáo 2018


_WORDS = {Elsewhere.COMPLAINT: re.compile(r"\bkhieu nai\b"), Elsewhere.DENUNCIATION: re.compile(r"\bto cao\b")}


class FeedbackClosed(CounterError):
    """It was answered, or is not at the point where this can be done."""

    what = "“{act}” is not possible for feedback no. {number} as it stands now."
    todo = "Look at what was done with it: a colleague or the province may have acted first."


class LateAnswer(CounterError):
    """The deadline is over, and nobody said why."""

    what = "The answer is late: it was due {due}."
    todo = "Write why it is late; the reason stands in the register and in the letter."


@dataclass(frozen=True)
class Sorted:
    """How it was sorted, and to whom it was passed on if it was."""

    sorting: Sorting
    to_agency: str
    reason: str
    at: datetime
    clerk: str


@dataclass(frozen=True)
class Answered:
    """What was answered; `upheld`: what was said of somebody's acts was found true, None where nobody looked."""

    text: str
    signer: str
    upheld: bool | None
    late_reason: str
    at: datetime
    clerk: str


@dataclass(frozen=True)
class Published:
    """Where the result was made public, and when."""

    place: str
    at: datetime


@dataclass(frozen=True)
class Feedback:
    """Feedback as its entries make it. `number` is that of the year's register."""

    code: str
    taken: FeedbackTaken
    taken_at: datetime
    clerk: str
    sorted: Sorted | None = None
    answered: Answered | None = None
    published: tuple[Published, ...] = ()
    papers: tuple[PaperHandedOut, ...] = ()
    numbers: tuple[PaperNumber, ...] = ()
    step: int = 1

    @property
    def number(self) -> str:
        """As it is written: 12/2026."""
        return f"{self.taken.number}/{self.taken.year}"

    @property
    def is_anonymous(self) -> bool:
        """Whether it cannot be answered, for nobody said whose it is."""
        return not self.taken.sender.name

    @property
    def state(self) -> FeedbackState:
        """How far it is."""
        if self.answered:
            return FeedbackState.ANSWERED
        if self.sorted is None:
            return FeedbackState.TAKEN
        return {
            Sorting.OWN: FeedbackState.IN_HAND,
            Sorting.OTHERS: FeedbackState.PASSED_ON,
            Sorting.NOT_OF_KIND: FeedbackState.NOT_TAKEN,
        }[self.sorted.sorting]

    @property
    def due_at(self) -> datetime:
        """By when this office has to have settled it: answered what is its own, sorted and passed on anything else."""
        own = self.sorted is not None and self.sorted.sorting is Sorting.OWN
        return self.taken.answer_by if own else self.taken.sort_by

    @property
    def settled_at(self) -> datetime | None:
        """When this office had settled it; None while it is open."""
        if self.sorted is None:
            return None
        if self.sorted.sorting is not Sorting.OWN:
            return self.sorted.at
        return self.answered.at if self.answered else None

    @property
    def counts_against_staff(self) -> bool:
        """Whether TT 01/2018 art. 13.7c counts it: of somebody's acts, taken up, and not found untrue."""
        refused = self.sorted is not None and self.sorted.sorting is Sorting.NOT_OF_KIND
        untrue = self.answered is not None and self.answered.upheld is False
        return self.taken.matter is FeedbackMatter.BEHAVIOUR and not refused and not untrue


Papered = Dossier | GuidanceCase | Feedback
"""What has papers: a dossier, who got one instead of a receipt, feedback."""


def fold_feedback(entries: Iterable[Entry]) -> Feedback | None:
    """The feedback that these entries make, given in any order; None where they make none.

    What cannot be read is passed over. Of two answers that two desks gave without knowing of each other, the first
    holds, and so does the sorting an answer was given under.
    """
    found: Feedback | None = None
    for entry in in_order(entries):
        try:
            payload = entry.read()
        except UnknownPayload:
            continue
        match payload:
            case FeedbackTaken() if found is None:
                found = Feedback(entry.dossier, payload, entry.at, entry.clerk)
            case FeedbackSorted() if found and found.answered is None:
                found = replace(found, sorted=_sorted(payload, entry))
            case FeedbackAnswered() if found and found.answered is None:
                found = replace(found, answered=_answered(payload, entry))
            case FeedbackPublished() if found and found.answered:
                found = replace(found, published=(*found.published, Published(payload.place, entry.at)))
            case PaperGiven() if found:
                found = replace(found, papers=(*found.papers, handed_out(payload, entry)))
            case PaperNumbered() if found:
                found = replace(found, numbers=(*found.numbers, numbered(payload, entry)))
        if found:
            found = replace(found, step=max(found.step, entry.step))
    return found


def sorted_as(feedback: Feedback, sorting: Sorting, to_agency: str, reason: str) -> FeedbackSorted:
    """What the entry of a sorting says. Raises StepIncomplete, FeedbackClosed."""
    to = given(SORT_FEEDBACK, "to_agency", to_agency) if sorting is Sorting.OTHERS else ""
    why = given(SORT_FEEDBACK, "reason", reason) if sorting is Sorting.NOT_OF_KIND else reason.strip()
    _refuse_unless(feedback, SORT_FEEDBACK, FeedbackState.TAKEN, FeedbackState.IN_HAND, FeedbackState.NOT_TAKEN)
    return FeedbackSorted(sorting=sorting, to_agency=to, reason=why)


def answered_with(
    feedback: Feedback, at: datetime, text: str, *, signer: str = "", upheld: bool | None = None, late_reason: str = ""
) -> FeedbackAnswered:
    """What the entry of an answer given at that moment says. Raises StepIncomplete, FeedbackClosed, LateAnswer."""
    text = given(ANSWER_FEEDBACK, "answer", text)
    _refuse_unless(feedback, ANSWER_FEEDBACK, FeedbackState.IN_HAND, FeedbackState.PASSED_ON)
    is_late = feedback.state is FeedbackState.IN_HAND and at > feedback.due_at
    if is_late and not late_reason.strip():
        raise LateAnswer(due=moment(feedback.due_at))
    return FeedbackAnswered(
        text=text,
        signer=signer.strip(),
        upheld=upheld if feedback.taken.matter is FeedbackMatter.BEHAVIOUR else None,
        late_reason=late_reason.strip() if is_late else "",
    )


def published_at(feedback: Feedback, place: str) -> FeedbackPublished:
    """What the entry of a publication says. Raises StepIncomplete, FeedbackClosed."""
    place = given(PUBLISH_FEEDBACK, "place", place)
    _refuse_unless(feedback, PUBLISH_FEEDBACK, FeedbackState.ANSWERED)
    return FeedbackPublished(place=place)


def seems_elsewhere(text: str) -> Elsewhere | None:
    """What the text calls itself, where that is a complaint or a denunciation."""
    words = plain(text)
    return next((kind for kind, pattern in _WORDS.items() if pattern.search(words)), None)


def _sorted(payload: FeedbackSorted, entry: Entry) -> Sorted:
    return Sorted(payload.sorting, payload.to_agency, payload.reason, entry.at, entry.clerk)


def _answered(payload: FeedbackAnswered, entry: Entry) -> Answered:
    return Answered(payload.text, payload.signer, payload.upheld, payload.late_reason, entry.at, entry.clerk)


def _refuse_unless(feedback: Feedback, act: AnyAct, *states: FeedbackState) -> None:
    if feedback.state not in states:
        raise FeedbackClosed(act.name, act=act.words, number=feedback.number)

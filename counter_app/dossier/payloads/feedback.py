"""Payloads of feedback and recommendations (phản ánh, kiến nghị; NĐ 20/2008)."""

from __future__ import annotations

from typing import Literal

from pydantic import AwareDatetime, Field

from counter_app.dossier.payloads.payload import Payload, Reason
from counter_app.dossier.states import FeedbackMatter, FeedbackWay, Sorting
from counter_app.dossier.value import Value


class Sender(Value):
    """Who feedback is from (NĐ 20/2008 art. 7: name, address, telephone); without a name it is anonymous."""

    name: str = Field(default="", max_length=300)
    address: str = Field(default="", max_length=500)
    phone: str = Field(default="", max_length=40)
    email: str = Field(default="", max_length=120)


class FeedbackTaken(Payload):
    """Feedback or a recommendation (phản ánh, kiến nghị) was entered in the register (NĐ 20/2008 art. 9.1c).

    `number` is that of the register of the year. `dossier` is the one it is about, "" for none. It is to be sorted, and
    where it is others' passed on, by `sort_by`, and answered by `answer_by`.
    """

    kind: Literal["feedback_taken"] = "feedback_taken"
    agency: str
    year: int
    number: int = Field(ge=1)
    way: FeedbackWay
    matter: FeedbackMatter
    sender: Sender
    text: str = Field(min_length=1, max_length=10_000)
    dossier: str = Field(default="", max_length=64)
    sort_by: AwareDatetime
    answer_by: AwareDatetime


class FeedbackSorted(Payload):
    """It was sorted; what is others' to settle was passed on to `to_agency` with this entry."""

    kind: Literal["feedback_sorted"] = "feedback_sorted"
    sorting: Sorting
    to_agency: str = Field(default="", max_length=300)
    reason: Reason = ""


class FeedbackAnswered(Payload):
    """It was settled, and the sender is answered. `upheld`: what was said of somebody's acts was found true; None where
    nothing was to be found out. `late_reason` is why the answer comes after its deadline."""

    kind: Literal["feedback_answered"] = "feedback_answered"
    text: str = Field(min_length=1, max_length=10_000)
    signer: str = Field(default="", max_length=300)
    upheld: bool | None = None
    late_reason: Reason = ""


class FeedbackPublished(Payload):
    """The result was made public (NĐ 20/2008 art. 19): where."""

    kind: Literal["feedback_published"] = "feedback_published"
    place: str = Field(min_length=1, max_length=500)

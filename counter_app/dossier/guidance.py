"""A guidance case (hướng dẫn trước khi tiếp nhận): somebody who got Mẫu 02 or Mẫu 03 instead of a receipt.

It has entries of its own in the journal, folded here, and uses up no dossier code. When the citizen comes back it is
taken up where it was, and names the dossier it became.
"""

from __future__ import annotations

from collections.abc import Iterable
from dataclasses import dataclass, replace
from datetime import datetime

from counter_app.dossier.acts.papers import handed_out, numbered
from counter_app.dossier.draft import Draft
from counter_app.dossier.fold import in_order
from counter_app.dossier.journal import Entry, UnknownPayload
from counter_app.dossier.model import PaperHandedOut, PaperNumber, Person
from counter_app.dossier.payloads.guidance import GuidanceEnded, GuidanceGiven
from counter_app.dossier.payloads.papers import PaperGiven, PaperNumbered
from counter_app.dossier.states import GuidanceKind


@dataclass(frozen=True)
class Answer:
    """One paper that answered instead of a receipt: what is asked for, or why it was refused.

    `again` is why supplements were asked for more often than the rules allow; "" where they allow it.
    """

    kind: GuidanceKind
    reason: str
    at: datetime
    clerk: str
    items: tuple[str, ...] = ()
    again: str = ""


@dataclass(frozen=True)
class GuidanceCase:
    """A case as its entries make it; `intake` is what was typed at the last answer, `dossier` what it became."""

    code: str
    intake: Draft
    procedure_name: str
    field: str
    agency: str
    owner: Person
    submitter: Person | None
    answers: tuple[Answer, ...]
    papers: tuple[PaperHandedOut, ...] = ()
    numbers: tuple[PaperNumber, ...] = ()
    dossier: str = ""
    step: int = 1

    @property
    def procedure(self) -> str:
        """Mã TTHC."""
        return self.intake.procedure

    @property
    def last(self) -> Answer:
        """What was answered last."""
        return self.answers[-1]

    @property
    def rounds(self) -> int:
        """How often supplements were asked for."""
        return sum(answer.kind is GuidanceKind.SUPPLEMENTS for answer in self.answers)


def fold_case(entries: Iterable[Entry]) -> GuidanceCase | None:
    """The case that these entries make, given in any order; None where they make none.

    What cannot be read is passed over. Of two dossiers that two desks made of it, it names the first.
    """
    case: GuidanceCase | None = None
    for entry in in_order(entries):
        try:
            payload = entry.read()
        except UnknownPayload:
            continue
        match payload:
            case GuidanceGiven():
                case = _answered(case, payload, entry)
            case GuidanceEnded() if case:
                case = replace(case, dossier=case.dossier or payload.dossier)
            case PaperGiven() if case:
                case = replace(case, papers=(*case.papers, handed_out(payload, entry)))
            case PaperNumbered() if case:
                case = replace(case, numbers=(*case.numbers, numbered(payload, entry)))
        if case:
            case = replace(case, step=max(case.step, entry.step))
    return case


def _answered(before: GuidanceCase | None, payload: GuidanceGiven, entry: Entry) -> GuidanceCase:
    answer = Answer(
        kind=payload.answer,
        reason=payload.reason,
        at=entry.at,
        clerk=entry.clerk,
        items=payload.items,
        again=payload.again,
    )
    return GuidanceCase(
        code=entry.dossier,
        intake=payload.intake,
        procedure_name=payload.procedure_name,
        field=payload.field,
        agency=payload.agency,
        owner=payload.owner,
        submitter=payload.submitter,
        answers=(*(before.answers if before else ()), answer),
        papers=before.papers if before else (),
        numbers=before.numbers if before else (),
        dossier=before.dossier if before else "",
    )

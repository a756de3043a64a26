"""The papers that can be printed of a dossier as it stands, and those that were given already."""

from __future__ import annotations

from collections.abc import Iterator, Sequence
from dataclasses import dataclass
from datetime import datetime

from counter_app.desk.desk import Desk
from counter_app.dossier.feedback import Feedback
from counter_app.dossier.guidance import GuidanceCase
from counter_app.dossier.model import Dossier, PaperHandedOut
from counter_app.dossier.money import FeeReceipt
from counter_app.dossier.subjects import ActAt, CorrectedPaper, OneReceipt, Subject, WayThrough

_SUPERSEDED = frozenset({"receipt", "residence_receipt", "slip", "control_sheet"})
"""Papers of which an older one that was never printed says nothing that holds; any other is a paper of its own."""


@dataclass(frozen=True)
class Offer:
    """A paper: the form, what it is about, whose, of when, and the prints that were given out."""

    form: str
    about: Subject
    codes: tuple[str, ...]
    at: datetime
    given: tuple[PaperHandedOut, ...] = ()
    number: int = 0  # of a fee receipt


def offers_of(desk: Desk, code: str) -> list[Offer]:
    """What can be printed of one dossier, or guidance case; the newest act's paper first. Raises DossierUnknown."""
    from printing.form_list import FORMS, subjects_of  # loads what lays papers out: never on the window's thread

    dossier = desk.subject(code)
    if isinstance(dossier, GuidanceCase):
        return _of_case(dossier)
    if isinstance(dossier, Feedback):
        return _of_feedback(dossier)
    offers = [
        _offer(dossier, (code,), name, about)
        for name, form in FORMS.items()
        if not form.of_several
        for about in _worth(name, subjects_of(name, dossier), dossier)
    ]
    offers += [offer for name, form in FORMS.items() if form.of_several for offer in _shared(desk, dossier, name)]
    order = list(FORMS)
    return sorted(offers, key=lambda offer: (offer.at, -order.index(offer.form)), reverse=True)


def _of_case(case: GuidanceCase) -> list[Offer]:
    """The papers that were given instead of a receipt, the newest first."""
    from printing.form_list import FORMS, subjects_of

    offers = []
    for name in FORMS:
        for about in subjects_of(name, case):
            given = tuple(paper for paper in case.papers if (paper.form, paper.about) == (name, about))
            at = next(answer.at for answer in case.answers if ActAt(answer.at) == about)
            offers.append(Offer(name, about, (case.code,), at, given))
    return sorted(offers, key=lambda offer: offer.at, reverse=True)


def _of_feedback(feedback: Feedback) -> list[Offer]:
    """The papers about feedback, the newest first."""
    from printing.form_list import FORMS, subjects_of

    moments = {
        "feedback_transfer": feedback.sorted.at if feedback.sorted else feedback.taken_at,
        "feedback_answer": feedback.settled_at or feedback.taken_at,
    }
    offers = []
    for name in FORMS:
        for about in subjects_of(name, feedback):
            given = tuple(paper for paper in feedback.papers if paper.form == name)
            offers.append(Offer(name, about, (feedback.code,), moments.get(name, feedback.taken_at), given))
    return sorted(offers, key=lambda offer: offer.at, reverse=True)


def offers_of_several(desk: Desk, codes: Sequence[str]) -> list[Offer]:
    """What can be printed about several dossiers together. Raises DossierUnknown."""
    from printing.form_list import FORMS

    dossiers = [desk.dossier(code) for code in codes]
    found = []
    for name, form in FORMS.items():
        subjects = [form.subjects(dossier) for dossier in dossiers] if form.of_several else []
        if subjects and all(subjects):
            found.append(_offer(dossiers[0], tuple(codes), name, subjects[0][-1]))
    return found


def offers_of_batch(desk: Desk, codes: Sequence[str]) -> list[Offer]:
    """The papers about a batch, then the fee receipts of its dossiers. Raises DossierUnknown."""
    receipts = [offer for code in codes for offer in reversed(offers_of(desk, code)) if offer.number]
    return offers_of_several(desk, codes) + receipts


def _worth(form: str, subjects: list[Subject], dossier: Dossier) -> Iterator[Subject]:
    given = {paper.about for paper in dossier.papers if paper.form == form}
    for about in subjects:
        if about in given or about == subjects[-1] or form not in _SUPERSEDED:
            yield about


def _shared(desk: Desk, dossier: Dossier, form: str) -> Iterator[Offer]:
    """Papers about several that were printed here with this dossier among them."""
    given = {paper.about for paper in dossier.papers if paper.form == form}
    seen = set()
    for job in desk.store.print_jobs.recent() if given else ():
        if job.form == form and job.about in given and dossier.code in job.codes and job.paper not in seen:
            seen.add(job.paper)
            yield _offer(dossier, job.codes, form, job.about)


def _offer(dossier: Dossier, codes: tuple[str, ...], form: str, about: Subject) -> Offer:
    given = tuple(paper for paper in dossier.papers if (paper.form, paper.about) == (form, about))
    receipt = _receipt(dossier, about)
    at = receipt.at if receipt else _moment(dossier, form, about)
    return Offer(form, about, codes, at, given, receipt.number if receipt else 0)


def _receipt(dossier: Dossier, about: Subject) -> FeeReceipt | None:
    if not isinstance(about, OneReceipt):
        return None
    return next(filter(about.names, dossier.fee_receipts), None)


def _moment(dossier: Dossier, form: str, about: Subject) -> datetime:
    """When what the paper is about happened; a corrected paper is as new as its correction."""
    match about:
        case CorrectedPaper():
            return dossier.corrections[-1].at
        case ActAt(at=at) | WayThrough(finished_at=datetime() as at):
            return at
    if form == "control_sheet" and dossier.hand_overs:
        return dossier.hand_overs[-1].at
    if form == "refusal" and dossier.finished_at:
        return dossier.finished_at
    return dossier.received_at

"""The papers that can be printed of a dossier as it stands, and those that were given already."""

from __future__ import annotations

from collections.abc import Iterator, Sequence
from dataclasses import dataclass
from datetime import datetime

from counter_app.desk import Desk
from counter_app.dossier.model import Dossier, PaperHandedOut

_SUPERSEDED = frozenset({"receipt", "slip", "control_sheet"})
"""Papers of which an older one that was never printed says nothing that holds; any other is a paper of its own."""


@dataclass(frozen=True)
class Offer:
    """A paper: the form, what it is about, whose, of when, and the prints that were given out."""

    form: str
    about: str
    codes: tuple[str, ...]
    at: datetime
    given: tuple[PaperHandedOut, ...] = ()


def offers_of(desk: Desk, code: str) -> list[Offer]:
    """What can be printed of one dossier, the newest act's paper first. Raises DossierUnknown."""
    from counter_app.handout import FORMS  # loads what lays papers out: never on the window's thread

    dossier = desk.dossier(code)
    offers = [
        _offer(dossier, (code,), name, about)
        for name, form in FORMS.items()
        if not form.of_several
        for about in _worth(name, form.about(dossier), dossier)
    ]
    offers += [offer for name, form in FORMS.items() if form.of_several for offer in _shared(desk, dossier, name)]
    order = list(FORMS)
    return sorted(offers, key=lambda offer: (offer.at, -order.index(offer.form)), reverse=True)


def offers_of_several(desk: Desk, codes: Sequence[str]) -> list[Offer]:
    """What can be printed about several dossiers together. Raises DossierUnknown."""
    from counter_app.handout import FORMS

    dossiers = [desk.dossier(code) for code in codes]
    found = []
    for name, form in FORMS.items():
        abouts = [form.about(dossier) for dossier in dossiers] if form.of_several else []
        if abouts and all(abouts):
            found.append(_offer(dossiers[0], tuple(codes), name, abouts[0][-1]))
    return found


def _worth(form: str, abouts: list[str], dossier: Dossier) -> Iterator[str]:
    given = {paper.about for paper in dossier.papers if paper.form == form}
    for about in abouts:
        if about in given or about == abouts[-1] or form not in _SUPERSEDED:
            yield about


def _shared(desk: Desk, dossier: Dossier, form: str) -> Iterator[Offer]:
    """Papers about several that were printed here with this dossier among them."""
    given = {paper.about for paper in dossier.papers if paper.form == form}
    seen = set()
    for job in desk.store.print_jobs.recent() if given else ():
        if job.form == form and job.about in given and dossier.code in job.codes and job.paper not in seen:
            seen.add(job.paper)
            yield _offer(dossier, job.codes, form, job.about)


def _offer(dossier: Dossier, codes: tuple[str, ...], form: str, about: str) -> Offer:
    given = tuple(paper for paper in dossier.papers if (paper.form, paper.about) == (form, about))
    return Offer(form, about, codes, _moment(dossier, about, given), given)


def _moment(dossier: Dossier, about: str, given: tuple[PaperHandedOut, ...]) -> datetime:
    """When what the paper is about happened."""
    try:
        return datetime.fromisoformat(about)
    except ValueError:
        pass
    for receipt in dossier.fee_receipts:
        if about and about.endswith(str(receipt.number)) and receipt.series in about:
            return receipt.at
    return given[0].at if given else dossier.received_at

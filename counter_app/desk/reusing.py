"""Digitised papers of earlier dossiers serve again (tái sử dụng, TT 01/2023): found by the owner's number."""

from __future__ import annotations

from dataclasses import dataclass
from datetime import date, datetime

from counter_app.desk.desk import Desk
from counter_app.desk.entered_with_receipt import NothingToReuse
from counter_app.dossier.draft import Draft, ReusedPaper
from counter_app.dossier.model import Dossier, Person, Reuse
from counter_app.dossier.reuse import Reusable, documents_of, is_of_same_person, is_same_kind, reused_as
from counter_app.procedures.reuse_rules import reuse_rules

_SEARCHED = 50  # earlier dossiers of a person at the most


@dataclass(frozen=True)
class Offer:
    """A paper that can serve as a component of an intake. `until`: the last day it holds, None where none is known."""

    component: str
    name: str
    paper: Reusable
    until: date | None

    @property
    def ticked(self) -> ReusedPaper:
        """How the intake notes it."""
        return ReusedPaper(source=self.paper.source, key=self.paper.key)


def reuse_document(desk: Desk, code: str, component: str, source: Reuse, source_key: str) -> Dossier:
    """Lets a document of an earlier dossier of the same person serve as `component`. Raises NothingToReuse."""
    dossier, earlier = desk.dossier(code), desk.dossier(source.dossier)
    reused = reused_as(component, earlier, source, source_key)
    if reused is None or not is_of_same_person(dossier.owner, earlier.owner):
        raise NothingToReuse()
    return desk.record(code, reused)


def reusable(desk: Desk, dossier: Dossier) -> list[Reusable]:
    """What earlier dossiers of the same owner hold in documents, results first, the newest first; by number only."""
    found = _earlier(desk, dossier.owner, dossier.received_at)
    return [paper for paper in found if paper.source.dossier != dossier.code]


def offers(desk: Desk, draft: Draft) -> tuple[Offer, ...]:
    """What could serve as those components of the intake that are not here yet: the newest of each kind that holds."""
    procedure, owner = desk.procedure(draft), draft.owner
    if procedure is None or not owner.identity_number:
        return ()
    today, rules = desk.now().date(), reuse_rules()
    here = {tick.key for tick in draft.components if tick.here} | set(desk.store.drafts.components(draft.id))
    papers = _earlier(desk, Person(name="?", identity_number=owner.identity_number), desk.now())
    found: list[Offer] = []
    for rule in procedure.asked_in(draft.case):
        if rule.key in here or rule.shown_only or not rules.may_serve_again(rule.name):
            continue
        for paper in papers:
            until = rules.holds_until(paper.name, paper.received_at.date())
            if is_same_kind(rule.name, paper.name) and (until is None or until >= today):
                found.append(Offer(rule.key, rule.name, paper, until))
                break
    return tuple(found)


def _earlier(desk: Desk, owner: Person, until: datetime) -> list[Reusable]:
    """The documents of the person's dossiers received until then, results first, the newest first."""
    if not owner.identity_number:
        return []
    lines = desk.store.find(owner.identity_number, limit=_SEARCHED)
    dossiers = (desk.dossier(line.code) for line in lines if line.received_at <= until)
    mine = [dossier for dossier in dossiers if is_of_same_person(owner, dossier.owner)]
    found = [paper for dossier in mine for paper in documents_of(dossier)]
    return sorted(found, key=lambda paper: not paper.source.from_result)

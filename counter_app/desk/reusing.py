"""Digitised papers of earlier dossiers serve again (tái sử dụng, TT 01/2023): found by the owner's number.

Those of other offices come from the province (`counter_app.sync.borrowing`); they are offered by the same rules.
"""

from __future__ import annotations

import secrets
from collections.abc import Sequence
from dataclasses import dataclass
from datetime import date, datetime

from counter_app.desk.desk import Desk
from counter_app.desk.entered_with_receipt import NothingToReuse
from counter_app.dossier.acts import act_of
from counter_app.dossier.acts.act import refuse_unless_task
from counter_app.dossier.clock import VIETNAM
from counter_app.dossier.codes import CODE, case_code
from counter_app.dossier.description import component_name
from counter_app.dossier.draft import Draft, LyingThere, ReusedPaper
from counter_app.dossier.journal import Entry
from counter_app.dossier.model import Dossier, Person, Reuse
from counter_app.dossier.payloads.papers import PaperBorrowed
from counter_app.dossier.reuse import Lent, Reusable, documents_of, is_of_same_person, reused_as, used_again

_SEARCHED = 50  # earlier dossiers of a person at the most


@dataclass(frozen=True)
class Offer:
    """A paper that can serve as a component of an intake. `until`: the last day it holds, None where none is known;
    `lent`: it is another office's, and the province gives it."""

    component: str
    name: str
    paper: Reusable
    until: date | None
    lent: bool = False

    def ticked(self, number: str) -> ReusedPaper:
        """How the intake of the person of that number notes it."""
        lent = Lent(identity_number=number, paper=self.paper) if self.lent else None
        return ReusedPaper(source=self.paper.source, key=self.paper.key, lent=lent)


def reuse_document(desk: Desk, code: str, component: str, source: Reuse, source_key: str) -> Dossier:
    """Lets a document of an earlier dossier of the same person serve as `component`. Raises NothingToReuse."""
    dossier, earlier = desk.dossier(code), desk.dossier(source.dossier)
    reused = reused_as(component, earlier, source, source_key)
    if reused is None or not is_of_same_person(dossier.owner, earlier.owner):
        raise NothingToReuse()
    return desk.record(code, reused)


def reuse_lent(desk: Desk, code: str, component: str, lent: Lent) -> Dossier:
    """Lets a document serve that the province gave from another office, and that lies here. Raises NothingToReuse."""
    if desk.dossier(code).owner.identity_number != lent.identity_number:
        raise NothingToReuse()
    return desk.record(code, used_again(component, lent.paper))


def note_borrowing(desk: Desk, paper: Reusable, procedure: str, reason: str, request: int) -> Entry:
    """Writes into this desk's journal that it fetches the paper of another office now: of the open dossier it is for,
    or under a code of its own where it is for an intake, which is no dossier yet. Raises NotYourTask."""
    borrowed = PaperBorrowed(
        paper=paper.name,
        file=paper.document.sha256,
        source=paper.source.dossier,
        procedure=procedure,
        reason=reason,
        request=request,
    )
    if CODE.fullmatch(reason):
        with desk.store.transaction():  # or the last entry were another desk's that came meanwhile
            desk.record(reason, borrowed)
            return desk.store.entries.of_dossier(reason)[-1]
    refuse_unless_task(act_of(borrowed), desk.clerk.tasks)
    code = case_code(desk.profile.office.agency, desk.now().astimezone(VIETNAM).date(), secrets.randbits(59))
    desk.store.journal.append_apart(borrowed, code=code, clerk=desk.clerk.name, at=desk.now(), salt=desk.token(16))
    return desk.store.entries.of_dossier(code)[-1]


def lent_for(desk: Desk, dossier: Dossier, component: str, papers: Sequence[Reusable]) -> list[Reusable]:
    """Those papers of other offices that may serve as the dossier's component today."""
    name, today, rules = component_name(component, dossier), desk.now().date(), desk.knowledge.reuse
    return [paper for paper in papers if rules.may_serve(name, dossier.field, paper, today)]


def reusable(desk: Desk, dossier: Dossier) -> list[Reusable]:
    """What earlier dossiers of the same owner hold in documents that hold today, results first, the newest first; by
    number only. As what one serves, the clerk says."""
    found, today = _earlier(desk, dossier.owner, dossier.received_at), desk.now().date()
    holding = (paper for paper in found if desk.knowledge.reuse.still_holds(paper, today))
    return [paper for paper in holding if paper.source.dossier != dossier.code]


def lying_there(desk: Desk, draft: Draft, elsewhere: tuple[Reusable, ...] = ()) -> tuple[Offer, ...]:
    """What could serve as the components of the intake, handed in or not: the newest of each kind that holds, those of
    this office before those that lie `elsewhere`."""
    procedure, owner = desk.procedure(draft), draft.owner
    if procedure is None or not owner.identity_number:
        return ()
    here = _earlier(desk, Person(name="?", identity_number=owner.identity_number), desk.now())
    asked, papers = procedure.asked_in(draft.case), [*here, *elsewhere]
    found = desk.knowledge.reuse.fitting(asked, procedure.field, papers, desk.now().date())
    return tuple(Offer(rule.key, rule.name, paper, until, paper not in here) for rule, paper, until in found)


def not_here(desk: Desk, draft: Draft, lying: tuple[Offer, ...]) -> tuple[Offer, ...]:
    """Those of them whose component was neither handed in nor scanned yet."""
    here = {tick.key for tick in draft.components if tick.here} | set(desk.store.drafts.components(draft.id))
    return tuple(offer for offer in lying if offer.component not in here)


def is_wanting(desk: Desk, draft: Draft, lying: tuple[Offer, ...]) -> bool:
    """Whether something that may serve again lies nowhere of what was looked through."""
    procedure, found = desk.procedure(draft), {offer.component for offer in lying}
    rules = procedure.asked_in(draft.case) if procedure else ()
    may = (rule for rule in rules if not rule.shown_only and desk.knowledge.reuse.may_serve_again(rule.name))
    return any(rule.key not in found for rule in may)


def noted(draft: Draft, lying: tuple[Offer, ...]) -> LyingThere:
    """What the intake keeps of it: what is asked for again although it lies there is told by it."""
    keys = tuple(offer.component for offer in lying)
    return LyingThere(identity_number=draft.owner.identity_number, components=keys) if keys else LyingThere()


def _earlier(desk: Desk, owner: Person, until: datetime) -> list[Reusable]:
    """The documents of the person's dossiers received until then, results first, the newest first."""
    if not owner.identity_number:
        return []
    lines = desk.store.find(owner.identity_number, limit=_SEARCHED)
    dossiers = (desk.dossier(line.code) for line in lines if line.received_at <= until)
    mine = [dossier for dossier in dossiers if is_of_same_person(owner, dossier.owner)]
    found = [paper for dossier in mine for paper in documents_of(dossier)]
    return sorted(found, key=lambda paper: not paper.source.from_result)

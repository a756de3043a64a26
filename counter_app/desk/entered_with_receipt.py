"""What is entered together with a receipt: what was confirmed of the papers, which of earlier dossiers serve again."""

from __future__ import annotations

from collections.abc import Callable, Iterable, Iterator
from itertools import count

from counter_app.dossier.draft import Draft
from counter_app.dossier.model import Dossier
from counter_app.dossier.pages import SpooledPage
from counter_app.dossier.payloads.papers import ComponentReused, FieldsVerified
from counter_app.dossier.reuse import is_of_same_person, reused_as, used_again
from counter_app.dossier.verified import VerifiedPaper
from counter_app.errors import CounterError


class NothingToReuse(CounterError):
    """The named dossier has no such document, or belongs to somebody else."""

    what = "The earlier dossier has no document of this person that could serve here."
    todo = "Choose another one, or scan the paper."


def verified_papers(draft: Draft, pages: Iterable[SpooledPage], dossier: Dossier) -> Iterator[FieldsVerified]:
    """What was confirmed of papers whose pages are still those of a component of the dossier.

    Each keeps its place among the component's papers, so that it can be gone on with after the receipt.
    """
    here = {(page.component, page.id) for page in pages}
    keys = {component.key for component in dossier.components}
    taken: set[tuple[str, int]] = set()
    for paper in draft.verified:
        if paper.component in keys and paper.fields and all((paper.component, page) in here for page in paper.pages):
            place = next(place for place in count(paper.place) if (paper.component, place) not in taken)
            taken.add((paper.component, place))
            yield entry_of(paper.model_copy(update={"place": place}))


def entry_of(paper: VerifiedPaper) -> FieldsVerified:
    """What the journal is told of a paper that was verified."""
    return FieldsVerified(**{name: getattr(paper, name) for name in FieldsVerified.model_fields if name != "kind"})


def reused_papers(draft: Draft, dossier: Dossier, known: Callable[[str], Dossier]) -> Iterator[ComponentReused]:
    """The papers of earlier dossiers that serve again; `known` gives a dossier of this office by its code.

    Raises NothingToReuse.
    """
    keys = {component.key for component in dossier.components}
    for tick in draft.components:
        if tick.reused is None or tick.key not in keys:
            continue
        lent = tick.reused.lent
        if lent is not None:
            if lent.identity_number != dossier.owner.identity_number:
                raise NothingToReuse()
            yield used_again(tick.key, lent.paper)
            continue
        earlier = known(tick.reused.source.dossier)
        reused = reused_as(tick.key, earlier, tick.reused.source, tick.reused.key)
        if reused is None or not is_of_same_person(dossier.owner, earlier.owner):
            raise NothingToReuse()
        yield reused

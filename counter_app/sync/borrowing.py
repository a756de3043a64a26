"""Digitised papers of other offices, by the province: what could serve a citizen, and its content once it is to."""

from __future__ import annotations

from counter_app.config import Server
from counter_app.dossier import bounds
from counter_app.dossier.codes import CODE
from counter_app.dossier.reuse import PDF, Reusable
from counter_app.store.store import Store
from counter_app.sync.client import ProvincialServer
from counter_app.sync.errors import NotTheServer
from counter_app.sync.wire import PapersFound, PapersWanted, PaperWanted, agency_of_desk, agency_of_dossier

_LARGEST = 200_000_000  # bytes of one paper
NOTHING = PapersFound(request=1)


def papers_elsewhere(store: Store, server: Server, wanted: PapersWanted) -> PapersFound:
    """What could serve; nothing where the province's program knows no such question.

    Raises PapersRefused, what the line brings, and NotTheServer where the answer is none that a province gives.
    """
    with ProvincialServer(server, store) as province:
        found = province.find_papers(wanted) or NOTHING
    own = agency_of_desk(store.desk)
    if not all(_is_plausible(paper, own) for paper in found.papers):
        raise NotTheServer("papers")
    return found


def borrow(store: Store, server: Server, wanted: PaperWanted, paper: Reusable) -> None:
    """Its file lies here from then on. Raises FileMissing where it is not given any more, and what the line brings."""
    with ProvincialServer(server, store) as province:
        content = province.fetch_paper(wanted, paper.document.size)
    if len(content) != paper.document.size or not content.startswith(b"%PDF"):
        raise NotTheServer("no paper")
    store.files.put(content, paper.document.media_type)


def _is_plausible(paper: Reusable, own: str) -> bool:
    """Whether a province can have said that: a paper of another office, in words that can be shown."""
    code = paper.source.dossier
    of_another = CODE.fullmatch(code) is not None and code.isascii() and agency_of_dossier(code) != own
    return (
        of_another
        and (paper.issued is None or paper.issued.year in bounds.YEARS)
        and bool(bounds.seen(paper.name) and bounds.seen(paper.key))
        and not bounds.fault_of(paper.model_dump_json())
        and paper.document.media_type == PDF
        and paper.document.size <= _LARGEST
    )

"""Which component of the procedure a paper is: by what it is, else by the title that is printed on it."""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import dataclass

from counter_app.dossier.pages import PageReading
from scanning.fields.headings import title_on
from scanning.fields.papers import Paper
from scanning.fields.titles import UNKNOWN, names_component, papers_asked_for

LIKELY = 75.0
"""Confidence of a component that is known only by how its name begins."""

Component = tuple[str, str]
"""Its key and its name, as the procedure has them."""


@dataclass(frozen=True)
class ComponentMatch:
    """The component that a paper is taken to be."""

    key: str
    confidence: float
    """0 to 100: of the page's class and of the component's name together."""
    reason: str
    """What tells it: the title or code on the page."""


def component_of(paper: Paper, pages: Sequence[PageReading], components: Sequence[Component]) -> ComponentMatch | None:
    """The component that asks for such a paper; None where none or two ask for it alike: unknown stays unknown."""
    if paper.known_as != UNKNOWN:
        fits = [(papers_asked_for(name).get(paper.known_as.paper, 0.0), key) for key, name in components]
        reason = paper.known_as.reason
    else:
        title = title_on(pages[paper.pages[0]])
        fits = [(LIKELY if title and names_component(title, name) else 0.0, key) for key, name in components]
        reason = title
    best = max((fit for fit, _ in fits), default=0.0)
    keys = [key for fit, key in fits if fit == best]
    if not best or len(keys) > 1:
        return None
    sure = paper.known_as.confidence if paper.known_as != UNKNOWN else 100.0
    return ComponentMatch(keys[0], round(best * sure / 100, 1), reason)

"""Which component of the procedure a paper is: by what it is, else by the title that is printed on it, else by the
number of its form, where the procedure names the form by that alone (Đơn theo Mẫu số 14 ban hành kèm theo …)."""

from __future__ import annotations

from collections.abc import Iterator, Sequence
from dataclasses import dataclass

from counter_app.dossier.misplaced import Misplaced
from counter_app.dossier.pages import PageReading
from counter_app.dossier.read_papers import ReadPaper
from scanning.fields.form_numbers import number_in, own_number
from scanning.fields.headings import title_on
from scanning.fields.papers import Paper
from scanning.fields.titles import BY_NUMBER, UNKNOWN, PageClass, names_component, papers_asked_for, papers_with_titles

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
    first = pages[paper.pages[0]]
    title = title_on(first) if paper.known_as == UNKNOWN else ""
    form = own_number(first.text).key if paper.stretch is None else ""
    return _component_for(paper.known_as, title, components, form)


def misplaced(papers: Sequence[tuple[str, ReadPaper]], components: Sequence[Component]) -> tuple[Misplaced, ...]:
    """Those of the papers, each with the component its pages lie at, that another component asks for more than theirs.

    What no component asks for stays where it is, and so does a sheet with papers of two components.
    """
    return tuple(_misplaced(papers, components))


def _misplaced(papers: Sequence[tuple[str, ReadPaper]], components: Sequence[Component]) -> Iterator[Misplaced]:
    seen: set[int] = set()
    for key, paper in papers:
        sheet = [other for here, other in papers if here == key and set(other.pages) & set(paper.pages)]
        matches = [_match(other, components) for other in sheet]
        match = matches[0]
        together = match is not None and all(other is not None and other.key == match.key for other in matches)
        if match and together and match.key != key and not seen & set(paper.pages):
            titles = " + ".join(dict.fromkeys(other.title for other in sheet))
            yield Misplaced(paper.pages, key, match.key, titles, match.confidence, match.reason)
        seen.update(paper.pages)


def _match(paper: ReadPaper, components: Sequence[Component]) -> ComponentMatch | None:
    known = UNKNOWN if paper.paper == UNKNOWN.paper else PageClass(paper.paper, paper.confidence, paper.reason)
    return _component_for(known, paper.heading, components, paper.form)


def _component_for(known: PageClass, title: str, components: Sequence[Component], form: str) -> ComponentMatch | None:
    """`title`: as it is printed, of a paper that nobody knows; a form drawn at the office is known by its own. `form`:
    its number and act."""
    if known.paper in papers_with_titles():
        fits = [(papers_asked_for(name).get(known.paper, 0.0), key) for key, name in components]
    else:
        title = title or known.reason
        fits = [(LIKELY if title and names_component(title, name) else 0.0, key) for key, name in components]
    best = max((fit for fit, _ in fits), default=0.0)
    keys = [key for fit, key in fits if fit == best]
    if not best:
        numbered = [key for key, name in components if form and number_in(name).key == form]
        return ComponentMatch(numbered[0], BY_NUMBER, f"Mẫu {form}") if len(numbered) == 1 else None
    if len(keys) > 1:
        return None
    sure = known.confidence if known != UNKNOWN else 100.0
    return ComponentMatch(keys[0], round(best * sure / 100, 1), known.reason or title)

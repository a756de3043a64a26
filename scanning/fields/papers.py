"""Pages as papers: a title begins one, what carries it on follows, what does neither stays unknown."""

from __future__ import annotations

import re
from collections.abc import Sequence
from dataclasses import dataclass, replace

from counter_app.dossier.pages import UNKNOWN_DOCUMENT, PageReading
from scanning.fields.cards import card_fields
from scanning.fields.extract import extract, lay
from scanning.fields.field import Field
from scanning.fields.lines import printed
from scanning.fields.templates import Template, templates
from scanning.fields.titles import UNKNOWN, PageClass

LABELS_ENOUGH = 0.6
"""Share of a template's labels by which a form is known whose title cannot be read."""
LABELS_AHEAD = 0.15
"""By so much more than of any other template."""
LEAST_LIKELY = 0.4
"""Share of a template's labels that stand on the page letter by letter, before the rest is looked for."""
CARRIED_ON = 2
"""Labels that a page must add to its paper's template to be its next page."""
BY_LABELS, FOLLOWS = "labels", "follows"
_PAGE_NUMBER = re.compile(r"(?:trang\s*)?(\d{1,2})(?:\s*/\s*\d{1,2})?", re.IGNORECASE)


@dataclass(frozen=True)
class Paper:
    """One paper: its pages by their numbers, from 0, in order."""

    known_as: PageClass
    pages: tuple[int, ...]


def papers_of(pages: Sequence[PageReading]) -> tuple[Paper, ...]:
    """The papers that the pages are; a separator ends one, blank backs lie between its pages and belong to none."""
    found: list[Paper] = []
    open_paper = False
    for number, page in enumerate(pages):
        if page.facts.left_out:
            open_paper = open_paper and page.blank
            continue
        known = _class_of(page)
        before = found[-1] if open_paper else None
        if known == UNKNOWN and before and _carries_on(before, page, pages):
            found[-1] = replace(before, pages=(*before.pages, number))
        else:
            found.append(Paper(known, (number,)))
        open_paper = True
    return tuple(found)


def fields_of(paper: Paper, pages: Sequence[PageReading], *, empty: bool = False) -> tuple[Field, ...]:
    """What stands in the fields of a paper; `Field.page` counts as `pages` does. `empty`: also in those left empty."""
    template = templates().get(paper.known_as.paper)
    if template is None:
        found = (replace(field, page=number) for number in paper.pages for field in card_fields(pages[number]))
        return tuple({field.name: field for field in found}.values())
    read = extract(template, [pages[number] for number in paper.pages], empty=empty)
    return tuple(replace(field, page=paper.pages[field.page]) for field in read)


def _class_of(page: PageReading) -> PageClass:
    """As its title or code says; by its labels where the title was not read."""
    if page.document_type != UNKNOWN_DOCUMENT:
        return PageClass(page.document_type, page.document_confidence, page.document_reason)
    shares = sorted(((lay(template, [page]).share, template.paper) for template in _likely(page)), reverse=True)
    (best, name), (second, _) = (*shares, (0.0, ""), (0.0, ""))[:2]
    if best >= LABELS_ENOUGH and best - second >= LABELS_AHEAD:
        return PageClass(name, round(100 * best, 1), BY_LABELS)
    return UNKNOWN


def _likely(page: PageReading) -> list[Template]:
    """The templates whose labels stand on the page letter by letter more than others': laying all would take long."""
    letters = "".join(word.letters for word in printed([page]))

    def found(template: Template) -> float:
        wordings = [label.wordings for label in template.labels]
        return sum(any(wording in letters for wording in some) for some in wordings) / len(wordings)

    likely = sorted(((found(template), name) for name, template in templates().items()), reverse=True)
    return [templates()[name] for share, name in likely[:2] if share >= LEAST_LIKELY]


def _carries_on(paper: Paper, page: PageReading, pages: Sequence[PageReading]) -> bool:
    """Whether a page without a title goes on with the paper: by its number, or by labels of its form."""
    if _printed_number(page) == len(paper.pages) + 1:
        return True
    template = templates().get(paper.known_as.paper)
    if template is None:
        return False
    before = [pages[number] for number in paper.pages]
    return len(lay(template, [*before, page]).places) >= len(lay(template, before).places) + CARRIED_ON


def _printed_number(page: PageReading) -> int | None:
    """The number that stands alone in the first or last line of a page."""
    lines = [line.strip(" -–.") for line in page.text.splitlines() if line.strip()]
    for line in (*lines[:1], *lines[-1:]):
        if found := _PAGE_NUMBER.fullmatch(line):
            return int(found[1])
    return None

"""The papers among a component's pages, each with all fields its form has: what a clerk is shown to confirm."""

from __future__ import annotations

from collections.abc import Callable, Sequence
from dataclasses import replace

from counter_app.dossier.pages import UNKNOWN_DOCUMENT
from counter_app.dossier.read_papers import ReadField, ReadPaper
from scanning.fields.asked import asking
from scanning.fields.field import Field
from scanning.fields.papers import Paper, fields_of, papers_of
from scanning.fields.templates import Template, templates
from scanning.fields.titles import title_of
from scanning.pages import ReadPage


def proposals(pages: Sequence[ReadPage], numbers: Sequence[int]) -> tuple[ReadPaper, ...]:
    """The papers in which something was read, or is known to stand; `numbers`: of the pages in the spool, in order.

    Of a form whose labels were not found nothing is asked: it may be another one.
    """
    papers = [paper for paper in papers_of(pages) if paper.known_as.paper != UNKNOWN_DOCUMENT]
    read = (_read(place, paper, pages, numbers) for place, paper in enumerate(papers))
    return tuple(paper for paper in read if any(field.value or field.box for field in paper.fields))


def with_spot_checks(papers: Sequence[ReadPaper], chance: Callable[[], float]) -> tuple[ReadPaper, ...]:
    """Of the sure fields a share, as the data say, is chosen to be looked at by itself; `chance` gives 0 to 1."""
    share = asking().spot_checks

    def chosen(field: ReadField) -> ReadField:
        return replace(field, spot_check=chance() < share) if field.sure and not field.twice else field

    return tuple(replace(paper, fields=tuple(map(chosen, paper.fields))) for paper in papers)


def _read(place: int, paper: Paper, pages: Sequence[ReadPage], numbers: Sequence[int]) -> ReadPaper:
    name, found = paper.known_as.paper, {field.name: field for field in fields_of(paper, pages)}
    template, asked = templates().get(name), asking().of(name)
    kinds = _kinds(template) if template else {}
    # what the form has in its order, then what a code or another reader says beside it
    fields = [
        _field(field, kinds.get(field, ""), found.get(field), numbers, expected=field in asked.expected)
        for field in dict.fromkeys((*kinds, *found))
    ]
    mine = tuple(numbers[page] for page in paper.pages)
    return ReadPaper(name, title_of(name), mine, tuple(fields), asked.applicant, place)


def _field(name: str, kind: str, read: Field | None, numbers: Sequence[int], *, expected: bool) -> ReadField:
    twice = asking().is_keyed_twice(name)
    if read is None:
        return ReadField(name, kind, expected=expected, twice=twice)
    return ReadField(
        name=name,
        kind=kind,
        value=read.value,
        normal=read.normal,
        confidence=read.confidence,
        sure=read.sure,
        box=read.box,
        page=numbers[read.page],
        expected=expected,
        twice=twice,
    )


def _kinds(template: Template) -> dict[str, str]:
    """The kind of value of each of its fields, in their order; of a table's parties one after the other."""
    kinds = {
        f"{column}.{part.field}" if column else part.field: part.kind
        for label in template.labels
        for part in label.parts
        for column in (label.columns or ("",))
    }
    parties = [name for name, _ in template.parties]
    in_order = list(kinds)
    in_table = [at for at, name in enumerate(in_order) if name.partition(".")[0] in parties]

    def place(name: str) -> tuple[int, int]:
        role, at = name.partition(".")[0], in_order.index(name)
        return (min(in_table), parties.index(role)) if at in in_table else (at, 0)

    return {name: kinds[name] for name in sorted(kinds, key=place)}

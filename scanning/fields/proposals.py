"""The papers among a component's pages, each with all fields its form has: what a clerk is shown to confirm."""

from __future__ import annotations

from collections.abc import Callable, Sequence
from dataclasses import replace
from pathlib import Path

from counter_app.dossier.pages import UNKNOWN_DOCUMENT
from counter_app.dossier.read_papers import ReadField, ReadPaper
from scanning.fields.asked import Asked, asking
from scanning.fields.field import Field
from scanning.fields.form_numbers import own_number
from scanning.fields.hands import hands
from scanning.fields.headings import title_on
from scanning.fields.names import caption
from scanning.fields.papers import Paper, best_template, fields_of, papers_of
from scanning.fields.templates import Forms, Template, forms_of
from scanning.fields.titles import title_of
from scanning.fields.versions import version_of
from scanning.pages import ReadPage


def proposals(pages: Sequence[ReadPage], numbers: Sequence[int], own: Path | None = None) -> tuple[ReadPaper, ...]:
    """The papers that the pages are, with their fields; `numbers`: of the pages in the spool, in order.

    Of a form whose labels were not found nothing is asked: it may be another one. Papers that nobody knows come last,
    so that another paper's place is not theirs. `own`: the folder of the forms that were drawn at the office.
    """
    forms = forms_of(own)
    papers = sorted(papers_of(pages, forms), key=lambda paper: paper.known_as.paper == UNKNOWN_DOCUMENT)
    return tuple(_read(place, paper, pages, numbers, forms) for place, paper in enumerate(papers))


def with_spot_checks(papers: Sequence[ReadPaper], chance: Callable[[], float]) -> tuple[ReadPaper, ...]:
    """Of the sure fields a share, as the data say, is chosen to be looked at by itself; `chance` gives 0 to 1."""
    share = asking().spot_checks

    def chosen(field: ReadField) -> ReadField:
        return replace(field, spot_check=chance() < share) if field.sure and not field.twice else field

    return tuple(replace(paper, fields=tuple(map(chosen, paper.fields))) for paper in papers)


def _read(place: int, paper: Paper, pages: Sequence[ReadPage], numbers: Sequence[int], forms: Forms) -> ReadPaper:
    known, mine = paper.known_as, tuple(numbers[page] for page in paper.pages)
    its_pages = [pages[page] for page in paper.pages]
    if known.paper == UNKNOWN_DOCUMENT:
        heading = title_on(its_pages[0])
        form = own_number(its_pages[0].text).key
        return ReadPaper(known.paper, heading, mine, (), place=place, heading=heading, form=form)
    name, found = known.paper, {field.name: field for field in fields_of(paper, pages, forms)}
    template, asked = best_template(name, its_pages, forms), asking().of(name)
    kinds = _kinds(template) if template else {}
    # what the form has in its order, then what a code or another reader says beside it
    fields = [
        _field(field, kinds.get(field, ""), found.get(field), numbers, asked)
        for field in dict.fromkeys((*kinds, *found))
    ]
    read = ReadPaper(
        name,
        title_of(name, forms.own_titles),
        mine,
        tuple(fields),
        asked.applicant,
        place,
        known.confidence,
        known.reason,
        other_form=version_of(its_pages[0].text, template).otherwise if paper.stretch is None else "",
        form=own_number(its_pages[0].text).key if paper.stretch is None else "",
        hands=hands(its_pages) if paper.stretch is None else 0,
    )
    return read if read.asks else replace(read, fields=())


def _field(name: str, kind: str, read: Field | None, numbers: Sequence[int], of_paper: Asked) -> ReadField:
    called, whose = _called(name)
    whose = of_paper.called.get(name.partition(".")[0], whose)
    twice, expected = asking().is_keyed_twice(name), name in of_paper.expected
    asked = ReadField(name, kind, expected=expected, twice=twice, called=called, whose=whose)
    if read is None:
        return asked
    return replace(
        asked,
        value=read.value,
        normal=read.normal,
        confidence=read.confidence,
        sure=read.sure,
        box=read.box,
        page=numbers[read.page],
        suggestion=read.suggestion,
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


def _called(field: str) -> tuple[str, str]:
    """What a field is called, and whose it is: of a person's `ngày sinh của người mẹ` both."""
    called, of, whose = caption(field).rpartition(" của ")
    return (called, whose) if of else (whose, "")

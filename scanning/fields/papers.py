"""Pages as papers: a title begins one, what carries it on follows, what does neither stays unknown."""

from __future__ import annotations

import re
from collections.abc import Iterator, Sequence
from dataclasses import dataclass, replace
from itertools import combinations, compress, pairwise

from counter_app.dossier.pages import MACHINE_READABLE, UNKNOWN_DOCUMENT, Box, PageReading
from scanning.fields.cards import card_fields, with_doubts
from scanning.fields.extract import extract, lay
from scanning.fields.field import Field
from scanning.fields.lines import line_texts, printed
from scanning.fields.sides import is_header
from scanning.fields.tables import is_table
from scanning.fields.templates import Forms, Template, forms_of
from scanning.fields.titles import UNKNOWN, PageClass, classify, titles_among

LABELS_ENOUGH = 0.6
"""Share of a template's labels by which a form is known whose title cannot be read."""
LAID = 3
"""Templates of which the labels are looked for to tell so."""
LABELS_AHEAD = 0.15
"""By so much more than of any other template."""
LEAST_LIKELY = 0.4
"""Share of a template's labels that stand on the page letter by letter, before the rest is looked for."""
PART_ENOUGH, LEAST_LABELS_OF_PART, LEAST_LETTERS_OF_PART = 0.8, 4, 60
"""Share of the labels between the first and the last that stand on a following page, how many and of how many letters:
short ones such as Số stand on many a page that is of no form."""
CARRIED_ON = 2
"""Labels that a page must add to its paper's template to be its next page."""
BY_LABELS, FOLLOWS = "labels", "follows"
CARD = "identity_card"
"""The paper whose codes say what is printed on it."""
_PAGE_NUMBER = re.compile(r"(?:trang\s*)?(\d{1,2})(?:\s*/\s*\d{1,2})?", re.IGNORECASE)


@dataclass(frozen=True)
class Paper:
    """One paper: its pages by their numbers, from 0, in order."""

    known_as: PageClass
    pages: tuple[int, ...]
    stretch: tuple[int, int] | None = None
    """Where two forms stand on one sheet: from which to which pixel from the top this one stands. None: all of it."""


def papers_of(pages: Sequence[PageReading], forms: Forms | None = None) -> tuple[Paper, ...]:
    """The papers that the pages are; a separator ends one, blank backs lie between its pages and belong to none.

    `forms`: those of the office beside the program's; None: the program's alone.
    """
    forms = forms or forms_of()
    found: list[Paper] = []
    open_paper = False
    for number, page in enumerate(pages):
        if page.facts.left_out:
            open_paper = open_paper and page.blank
            continue
        known = _class_of(page, forms)
        before = found[-1] if open_paper else None
        if before and _carries_on(before, known, page, pages, forms):
            found[-1] = replace(before, pages=(*before.pages, number))
        else:
            found += _on_one_sheet(number, page, known, forms)
        open_paper = True
    return tuple(found)


def fields_of(
    paper: Paper, pages: Sequence[PageReading], forms: Forms | None = None, *, empty: bool = False
) -> tuple[Field, ...]:
    """What stands in the fields of a paper; `Field.page` counts as `pages` does. `empty`: also in those left empty."""
    own = [_cut(pages[number], paper.stretch) for number in paper.pages]
    template = best_template(paper.known_as.paper, own, forms or forms_of())
    read = extract(template, own, empty=empty) if template else ()
    read = tuple(replace(field, page=paper.pages[field.page]) for field in read)
    if template and paper.known_as.paper != CARD:
        return read
    sheets = zip(paper.pages, own, strict=True)
    coded = (
        replace(field, page=number)
        for number, sheet in sheets
        for field in card_fields(sheet if paper.stretch is None else _with_its_own_code(sheet))
    )
    return with_doubts([*coded, *read])


def _with_its_own_code(card: PageReading) -> PageReading:
    """One of several cards on a sheet, with the code whose number is printed on it: it may begin above the line that
    parts them."""
    digits = "".join(letter for word in card.words for letter in word.text if letter.isdigit())
    singly = [replace(card, codes=(code,)) for code in card.codes]
    numbers = [
        {field.value for field in card_fields(single) if field.name.endswith("identity_number")} for single in singly
    ]
    own = (single for single, number in zip(singly, numbers, strict=True) if any(each in digits for each in number))
    return next(own, replace(card, codes=()))


def best_template(paper: str, pages: Sequence[PageReading], forms: Forms) -> Template | None:
    """The template of a paper whose labels stand on its pages most fully: an office may know several versions."""
    templates = forms.of(paper)
    if len(templates) < 2:
        return templates[0] if templates else None
    return max(templates, key=lambda template: lay(template, pages).share)


def template_of(page: PageReading, forms: Forms) -> Template | None:
    """What a single page's fields are read by; None where it is of no form that is known.

    A following page has no title and few of its form's labels: it is read by those that stand on it one after the
    other. Which paper it carries on is asked of all pages (`papers_of`), not here.
    """
    known = _class_of(page, forms)
    return best_template(known.paper, [page], forms) or (_part_of_a_form(page, forms) if known == UNKNOWN else None)


def _part_of_a_form(page: PageReading, forms: Forms) -> Template | None:
    """That part of a form whose labels stand on the page, letter by letter; None where that may be chance."""
    letters = "".join(word.letters for word in printed([page]))
    parts = [part for template in forms.templates if (part := _longest_part(template, letters))]
    return max(parts, key=lambda part: _letters_more(part, letters), default=None)


def _longest_part(template: Template, letters: str) -> Template | None:
    """The stretch of the form's labels, nearly all of which stand among the letters, that has most of them."""
    lengths = [len(label.wordings[0]) for label in template.labels]
    there = [not label.leads and any(wording in letters for wording in label.wordings) for label in template.labels]
    found = [at for at, held in enumerate(there) if held]
    stretches = [
        (sum(there[first : last + 1]), -first, template.labels[first : last + 1])
        for first, last in combinations(found, 2)
        if sum(compress(lengths[first : last + 1], there[first : last + 1]))
        >= max(LEAST_LETTERS_OF_PART, PART_ENOUGH * sum(lengths[first : last + 1]))
    ]
    held, _, labels = max(stretches, key=lambda stretch: stretch[:2], default=(0, 0, ()))
    return replace(template, labels=labels) if held >= LEAST_LABELS_OF_PART else None


def _letters_more(template: Template, letters: str) -> int:
    """Of labels that stand among the letters, less those of labels that do not."""
    return sum(
        len(label.wordings[0]) * (1 if any(wording in letters for wording in label.wordings) else -1)
        for label in template.labels
    )


def _class_of(page: PageReading, forms: Forms) -> PageClass:
    """As its title or code says; by its labels where the title was not read."""
    if page.document_type != UNKNOWN_DOCUMENT:
        return PageClass(page.document_type, page.document_confidence, page.document_reason)
    if forms.own_titles and (known := classify(page.text, page.codes, forms.own_titles)) != UNKNOWN:
        return known
    shares: dict[str, float] = {}
    for template in _likely(page, forms):
        shares[template.paper] = max(shares.get(template.paper, 0.0), lay(template, [page]).share)
    ranked = sorted(((share, name) for name, share in shares.items()), reverse=True)
    (best, name), (second, _) = (*ranked, (0.0, ""), (0.0, ""))[:2]
    if best >= LABELS_ENOUGH and best - second >= LABELS_AHEAD:
        return PageClass(name, round(100 * best, 1), BY_LABELS)
    return UNKNOWN


def _likely(page: PageReading, forms: Forms) -> list[Template]:
    """The templates whose labels stand on the page letter by letter more than others': laying all would take long. Long
    labels count for more: `Dân tộc` stands on every other form."""
    letters = "".join(word.letters for word in printed([page]))

    def found(template: Template) -> float:
        lengths = [len(label.wordings[0]) for label in template.labels]
        there = [not label.leads and any(wording in letters for wording in label.wordings) for label in template.labels]
        return sum(compress(lengths, there)) / sum(lengths)

    likely = sorted(forms.templates, key=found, reverse=True)[:LAID]
    return [template for template in likely if found(template) >= LEAST_LIKELY]


def _carries_on(paper: Paper, known: PageClass, page: PageReading, pages: Sequence[PageReading], forms: Forms) -> bool:
    """Whether a page goes on with the paper before it: by its number, by more labels of its form, as a table alone, or
    as the back of a card. A page with a title of its own never does."""
    if paper.stretch is not None:
        return False
    before = [pages[number] for number in paper.pages]
    if known.paper == CARD == paper.known_as.paper:
        return len(before) == 1 and _is_back(page, before[0])
    if known != UNKNOWN and (known.reason != BY_LABELS or known.paper != paper.known_as.paper):
        return False
    if _printed_number(page) == len(paper.pages) + 1:
        return True
    if paper.known_as == UNKNOWN:
        return False
    template = best_template(paper.known_as.paper, before, forms)
    if template is None:
        return is_table(page)
    added = len(lay(template, [*before, page]).places) - len(lay(template, before).places)
    return added >= CARRIED_ON or (known == UNKNOWN and is_table(page))


def _is_back(page: PageReading, front: PageReading) -> bool:
    """Whether a card's page is the other side of the card before it: one has the zone, the numbers do not differ."""
    sides = [any(code.format == MACHINE_READABLE for code in side.codes) for side in (front, page)]
    numbers = [{field.value for field in card_fields(side) if field.name.endswith("number")} for side in (front, page)]
    return sides[0] != sides[1] and (not numbers[0] or not numbers[1] or bool(numbers[0] & numbers[1]))


def _on_one_sheet(number: int, page: PageReading, known: PageClass, forms: Forms) -> list[Paper]:
    """The paper that begins on the page, or the two and more that stand on it one under the other."""
    tops = list(_tops_of_others(page, forms))
    if not tops:
        return [Paper(known, (number,))]
    stretches = list(pairwise([0, *tops, page.height]))
    return [Paper(_first_title(_cut(page, stretch), forms) or known, (number,), stretch) for stretch in stretches]


def _tops_of_others(page: PageReading, forms: Forms) -> Iterator[int]:
    """Where further forms begin below the first: a second title counts under the state's header, or over labels of its
    form."""
    if len(list(titles_among(page.text.splitlines(), forms.own_titles))) < 2:
        return  # as almost always; where lines stand takes longer
    lines = line_texts([page])
    for before, title in pairwise(titles_among([line.text for line in lines], forms.own_titles)):
        header = next((line for line in lines[before.end : title.start] if is_header(line.text)), None)
        top = (header or lines[title.start]).top
        if header or _has_labels(title.known_as.paper, _cut(page, (top, page.height)), forms):
            yield top


def _first_title(page: PageReading, forms: Forms) -> PageClass | None:
    lines = [line.text for line in line_texts([page])]
    return next((title.known_as for title in titles_among(lines, forms.own_titles)), None)


def _has_labels(paper: str, page: PageReading, forms: Forms) -> bool:
    template = best_template(paper, [page], forms)
    return template is not None and len(lay(template, [page]).places) > CARRIED_ON


def _cut(page: PageReading, stretch: tuple[int, int] | None) -> PageReading:
    """The page with only what stands in the stretch."""
    if stretch is None:
        return page
    top, bottom = stretch

    def inside(box: Box) -> bool:
        return top <= box[1] + box[3] // 2 < bottom

    return replace(
        page,
        words=tuple(word for word in page.words if inside(word.box)),
        print_words=tuple(word for word in page.print_words if inside(word.box)),
        writing=tuple(item for item in page.writing if inside(item.box)),
    )


def _printed_number(page: PageReading) -> int | None:
    """The number that stands alone in the first or last line of a page."""
    lines = [line.strip(" -–.") for line in page.text.splitlines() if line.strip()]
    for line in (*lines[:1], *lines[-1:]):
        if found := _PAGE_NUMBER.fullmatch(line):
            return int(found[1])
    return None

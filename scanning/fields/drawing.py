"""A form that is drawn: boxes on a page of it, named; the labels before and between them are read off the page.

What comes out has the shape of the program's own templates, so that a form that was drawn once is read as all others.
"""

from __future__ import annotations

import json
import re
from collections import Counter, defaultdict
from collections.abc import Iterator, Sequence
from dataclasses import dataclass, replace
from functools import cache
from itertools import pairwise

from counter_app.dossier.pages import Box, PageReading
from counter_app.dossier.plain import plain
from scanning.fields.headings import is_of_state
from scanning.fields.labels import are_apart
from scanning.fields.lines import Print, TextLine, line_texts
from scanning.fields.names import field_names
from scanning.fields.templates import Area, Template, letters_of, templates
from scanning.fields.titles import in_capitals

OWN = "own_"
"""Before the name of a paper that an office named."""
MILLIMETRES = 25.4
_NUMBERING = re.compile(
    r"^(?:[(\[]?(?:\d{1,2}(?:[.,]\d{1,2})*[.,)\]]+|[a-zđ][.)]|[IVX]{1,4}[.,)]+|[-–—+*•☐□])\s*)+", re.I
)
_TAIL = re.compile(r"(?:\s*[(\[{][^()]*[)\]}])*\s*[:：.…_]*\s*$")
_ABOVE = 2.6
"""A label may stand over its box, by so many heights of a line."""
_LINE_ROOM = 1.5
"""Height of a box that is proposed, in heights of its label."""
_LEAST_WIDTH = 3
"""Width of a box that is proposed, in heights of its label."""
_HEADING_WORDS = 3
_LEAST_BEGINNING = 6
_SAYS_WHOSE = re.compile(r"\b(?:me|cha|vo|chong|con|chu ho|chu dau tu|giam ho|chet|khai thay|dai dien)\b")
FIRST_ROLE = "requester"
"""Whom a form asks for first."""


@dataclass(frozen=True)
class DrawnField:
    """A box on a page, the printed label that asks for what stands in it, and the field it is; "" while it has none."""

    page: int
    """Of the form, from 0."""
    box: Box
    """In pixels of the page as it was read."""
    label: str = ""
    field: str = ""
    kind: str = "text"


@dataclass(frozen=True)
class DrawnForm:
    """A form as it was drawn so far."""

    name: str
    """For the clerk's eyes."""
    title: str
    """As it is printed, by which pages of it are recognised."""
    paper: str
    """The paper's name in titles.toml where it is another version of a known form; else a name of the office's own."""
    fields: tuple[DrawnField, ...] = ()

    @property
    def ordered(self) -> tuple[DrawnField, ...]:
        """The fields as one reads them: page by page, line by line."""
        return tuple(
            sorted(self.fields, key=lambda field: (field.page, field.box[1] + field.box[3] // 2, field.box[0]))
        )


def name_of_paper(name: str) -> str:
    """The name of a paper that an office named: letters of its own name."""
    return OWN + "_".join(re.findall(r"[a-z0-9]+", plain(name)))[:60]


def label_before(page: PageReading, box: Box, others: Sequence[Box] = ()) -> str:
    """The printed label that asks for what stands in the box: on its line at the left, else on the line above.

    `others`: boxes that were drawn before; what stands in them is no label.
    """
    left, top, width, height = box
    lines = line_texts([page])
    middle = top + min(height, _usual_height(lines)) / 2
    for line in lines:
        if _spans(line, middle):
            before = [
                word for word in line.words if word.box[0] + word.box[2] / 2 < left and not _lies_in(word, others)
            ]
            if label := _cleaned(_last_run(before)):
                return label
    above = [line for line in lines if 0 < top - line.top <= _ABOVE * _usual_height(lines)]
    for line in reversed(above):
        over = [word for word in line.words if left - height < word.box[0] + word.box[2] / 2 < left + width]
        if label := _cleaned([word for word in over if not _lies_in(word, others)]):
            return label
    return ""


def proposed(page: PageReading, number: int) -> tuple[DrawnField, ...]:
    """A box behind each label that ends with a colon, with the field it is likely to be."""
    fields: list[DrawnField] = []
    lines = line_texts([page])
    left = min((word.box[0] for line in lines for word in line.words), default=0)
    margin = page.width - left  # as broad at the right as at the left
    for line in lines:
        labels = list(_labels_in(line))
        for (label, last), (_, following) in pairwise([*labels, ("", None)]):
            assert last is not None
            start = last.box[0] + last.box[2] + last.box[3] // 2
            end = _start_of(line, label_after=following, last=last) or margin
            high = round(last.box[3] * _LINE_ROOM)
            if end - start >= _LEAST_WIDTH * last.box[3]:
                box = (start, max(0, last.box[1] - (high - last.box[3]) // 2), end - start, high)
                fields.append(DrawnField(number, box, label))
    return _named(fields)


def reopened(template: Template, pages: Sequence[PageReading]) -> tuple[DrawnField, ...]:
    """The boxes of a form that was drawn before, on pages of it; the labels are read anew."""
    boxes = [
        (label, part, _pixels(label.area, pages[label.page].dpi))
        for label in template.labels
        for part in label.parts
        if label.area and label.page < len(pages)
    ]
    return tuple(
        DrawnField(
            label.page,
            box,
            label_before(pages[label.page], box, [other for _, _, other in boxes if other != box]),
            part.field,
            part.kind,
        )
        for label, part, box in boxes
    )


def form_text(form: DrawnForm, pages: Sequence[PageReading]) -> str:
    """The form as a TOML file of templates."""
    rows = "\n".join(f"    {row}," for row in _rows(form, pages))
    return f"""# Mẫu do cơ quan vẽ trên màn hình “Mẫu đọc”.

[[form]]
paper = {_quoted(form.paper)}
name = {_quoted(form.name)}
titles = [{_quoted(form.title)}]

[[form.block]]
labels = [
{rows}
]
"""


def _rows(form: DrawnForm, pages: Sequence[PageReading]) -> Iterator[str]:
    """The title, the labels of the boxes, and between them every other label of the form, in the order of reading."""
    yield f"{{ label = {_quoted(form.title)} }}"
    rows: list[tuple[int, int, int, str]] = []
    known = {letters_of(field.label) for field in form.fields}
    for number, page in enumerate(pages):
        lines = line_texts([page])
        mine = [field for field in form.fields if field.page == number]
        for field in (field for field in mine if field.label):
            rows.append((number, _line_at(lines, field.box), field.box[0], _row(field, page)))
        for line, left, label in _others(lines, [field.box for field in mine]):
            if letters_of(label) not in known and letters_of(label) not in letters_of(form.title):
                rows.append((number, line, left, f"{{ label = {_quoted(label)} }}"))
    yield from (row for *_, row in sorted(rows))


def _row(field: DrawnField, page: PageReading) -> str:
    area = ", ".join(f"{value:.1f}" for value in _area(field.box, page))
    at = f", page = {field.page}" if field.page else ""
    named = f", fields = {{ {_quoted(field.field)} = {_quoted(field.kind)} }}" if field.field else ""
    return f"{{ label = {_quoted(field.label)}{named}, area = [{area}]{at} }}"


def _others(lines: Sequence[TextLine], taken: Sequence[Box]) -> Iterator[tuple[int, int, str]]:
    """Labels and headings without a box: on which line and where they stand, and what they say."""
    for number, line in enumerate(lines):
        free = replace(line, words=tuple(word for word in line.words if not _lies_in(word, taken)))
        if not free.words:
            continue
        labels = list(_labels_in(free))
        for label, last in labels:
            yield number, last.box[0], label
        heading = _cleaned(free.words)
        if not labels and in_capitals(heading) and len(heading.split()) >= _HEADING_WORDS and not is_of_state(heading):
            yield number, free.words[0].box[0], heading


def _line_at(lines: Sequence[TextLine], box: Box) -> int:
    """The line on which the box begins."""
    middle = box[1] + min(box[3], _usual_height(lines)) / 2
    spanning = (number for number, line in enumerate(lines) if _spans(line, middle))
    return next(spanning, sum(line.top < middle for line in lines))


def _labels_in(line: TextLine) -> Iterator[tuple[str, Print]]:
    """Each label of the line that ends with a colon, and its last word."""
    run: list[Print] = []
    for before, word in pairwise([None, *line.words]):
        assert word is not None
        if before is not None and are_apart(before, word):
            run = []
        run.append(word)
        if word.text.rstrip(".…_").endswith(":"):
            if label := _cleaned(run):
                yield label, word
            run = []


def _start_of(line: TextLine, label_after: Print | None, last: Print) -> int | None:
    """Where the next label of the line begins, a little before it; None where there is none."""
    if label_after is None:
        return None
    words = line.words[line.words.index(last) + 1 : line.words.index(label_after) + 1]
    first = next((word for before, word in pairwise([last, *words]) if are_apart(before, word)), words[0])
    return first.box[0] - first.box[3] // 3


def _last_run(words: Sequence[Print]) -> list[Print]:
    """The words next to each other at the end, without what stands before a colon or a wide gap."""
    run: list[Print] = []
    for word in reversed(words):
        if run and (are_apart(word, run[0]) or word.text.endswith(":")):
            break
        run.insert(0, word)
    return run


def _cleaned(words: Sequence[Print]) -> str:
    """A label as it is kept: without its numbering, the marks of footnotes, remarks in brackets and its colon."""
    text = " ".join(word.text for word in words)
    return _TAIL.sub("", _NUMBERING.sub("", text)).strip(" .,;:")


def _named(fields: Sequence[DrawnField]) -> tuple[DrawnField, ...]:
    """The fields with the names that the program's forms give such labels; none twice, what is not known stays bare.

    A label that does not say whose it is is of the person whom the lines before are about.
    """
    used: set[str] = set()
    role = FIRST_ROLE
    named = []
    for field in fields:
        offers = _offers(letters_of(field.label))
        if offers and _role_of(offers[0][0]) and not _SAYS_WHOSE.search(plain(field.label)):
            (name, kind), *_ = offers
            offers = ((f"{role}.{name.partition('.')[2]}", kind), *offers)
        name, kind = next((offer for offer in offers if offer[0] not in used), ("", field.kind))
        role = _role_of(name) or role
        used.add(name)
        named.append(replace(field, field=name, kind=kind))
    return tuple(named)


def _offers(label: str) -> tuple[tuple[str, str], ...]:
    """Fields that forms have behind such a label, or behind the longest one that it begins with."""
    known = _known_labels()
    if label in known:
        return known[label]
    begun = [wording for wording in known if len(wording) >= _LEAST_BEGINNING and label.startswith(wording)]
    return known[max(begun, key=len)] if begun else ()


def _role_of(field: str) -> str:
    """Whose datum a field is; "" for one that is no person's."""
    role = field.partition(".")[0]
    return role if f"{role}.identity_number" in field_names() and field in field_names() else ""


@cache
def _known_labels() -> dict[str, tuple[tuple[str, str], ...]]:
    """For each wording of the program's forms the fields behind it, those of most forms first."""
    counts: defaultdict[str, Counter[tuple[str, str]]] = defaultdict(Counter)
    for template in templates().values():
        for label in template.labels:
            for part in label.parts[:1]:
                for wording in label.wordings:
                    if not label.columns:
                        counts[wording][part.field, part.kind] += 1
    return {wording: tuple(name for name, _ in found.most_common()) for wording, found in counts.items()}


def _area(box: Box, page: PageReading) -> Area:
    left, top, width, height = (round(value * MILLIMETRES / page.dpi, 1) for value in box)
    return left, top, width, height


def _pixels(area: Area, dpi: int) -> Box:
    left, top, width, height = (round(value * dpi / MILLIMETRES) for value in area)
    return left, top, width, height


def _usual_height(lines: Sequence[TextLine]) -> float:
    heights = sorted(word.box[3] for line in lines for word in line.words)
    return heights[len(heights) // 2] if heights else 1


def _spans(line: TextLine, y: float) -> bool:
    return any(word.box[1] - word.box[3] / 3 <= y <= word.box[1] + word.box[3] * 4 / 3 for word in line.words)


def _lies_in(word: Print, boxes: Sequence[Box]) -> bool:
    x, y = word.box[0] + word.box[2] / 2, word.box[1] + word.box[3] / 2
    return any(left <= x < left + width and top <= y < top + height for left, top, width, height in boxes)


def _quoted(text: str) -> str:
    """A string of TOML."""
    return json.dumps(text, ensure_ascii=False)

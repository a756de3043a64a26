"""The fields of one paper: labels found, what stands behind each read by its kind, with how sure that is."""

from __future__ import annotations

import re
from collections.abc import Iterator, Sequence
from dataclasses import dataclass, replace
from itertools import groupby, pairwise

from rapidfuzz.distance import Levenshtein

from counter_app.dossier.pages import Box, PageReading, SecondReading
from scanning.fields.digits import suggested
from scanning.fields.drawn_spaces import with_drawn
from scanning.fields.field import EMPTY, HANDWRITTEN, PRINTED, Field
from scanning.fields.filled import SHORT, SURELY_BY_PEN, Filled, filled
from scanning.fields.labels import MISREAD, Place, are_apart, find_labels, is_numbered, is_written, line_start
from scanning.fields.lines import Print, around, by_columns, letters_in, printed, shared
from scanning.fields.lost_labels import with_lost
from scanning.fields.nobodys import of_nobody
from scanning.fields.parties import columns_of
from scanning.fields.readings import value_of
from scanning.fields.second_opinion import EVERY_SIGN, Opinion, second_opinion
from scanning.fields.spaces import find_spaces
from scanning.fields.templates import Label, Part, Template
from scanning.fields.values import ONE_LINE, Value

SURE = 80.0
"""Least confidence (of the word read worst) of a value that is called sure; its kind's rule must hold too."""
SURE_OF_TEXT = 92.0
"""Likewise for free text, which no rule but that of syllables holds; in capitals, whose marks are small and high, also
where both readers read it alike: of three seeds' 4,528 sure fields two were such, wrong for both (QUYNH for QUỲNH)."""
SURE_OF_BOTH, SURE_OF_SIGNS = 50.0, 20.0
"""Likewise of a value that the second reader read alike; and of one that it read alike sign by sign."""
IN_SIGNS = EVERY_SIGN | {"identity_number", "issued", "sex"}
LATE = 2.5
"""Heights of a line behind an answer's beginning at which what is written in it surely has begun."""
SPECK = 40.0
"""Confidence below which a last word may be none."""
CORRECTED = 0.5
"""Share of what a pen wrote that lies within a printed value."""
LIKE_ENOUGH = 0.85
"""Least likeness of the label before a sure value."""
LEAST_OF_LABELS = 0.35
"""Share of a template's labels that must be found: else it is another form, and nothing is read by this one."""
FURTHER_DOWN = 2.6
"""A value goes on in the next line within so many heights of a word; what stands further down is another matter."""

_A_NUMBER = re.compile(r"\d{1,2}")
ROOM = 1.3
"""A word would have found room on the line before it, by so many times its width."""


@dataclass(frozen=True)
class Laid:
    """A template laid over a paper's words."""

    template: Template
    words: tuple[Print, ...]
    places: tuple[Place, ...]

    @property
    def share(self) -> float:
        """Of the template's labels, by letters, that were found."""
        there = {place.label for place in self.places}
        labels = enumerate(self.template.labels)
        whole = sum(len(label.wordings[0]) for at, label in labels if at in there or not label.optional)
        found = sum(len(self.template.labels[at].wordings[0]) for at in there)
        return found / whole if whole else 0.0

    def read_again(self, second_reading: Sequence[SecondReading]) -> Laid:
        """The same with what the second reader says to the words of its page."""
        second = {word.box: word.text for word in second_reading}
        return replace(self, words=tuple(replace(word, second=second.get(word.box, "")) for word in self.words))


def lay(template: Template, pages: Sequence[PageReading]) -> Laid:
    """Where the template's labels stand on the pages."""
    words = printed(pages)
    if template.beside:
        begin = [words[place.start] for label in template.labels for place in find_labels([label], words)]
        words = by_columns(words, begin)
    places = tuple(find_labels(template.labels, words))
    if any(page.print_words for page in pages):
        places = with_lost(template.labels, words, places)
    return Laid(template, words, places)


def extract(template: Template, pages: Sequence[PageReading], *, empty: bool = False) -> tuple[Field, ...]:
    """Every field that is filled in; printed values that are unreadable or not of their kind are not there.

    `empty`: also those whose place was found with nothing in it.
    """
    laid = lay(template, pages)
    if laid.share < LEAST_OF_LABELS:
        return ()
    found: dict[str, Field] = {}
    nobodys = of_nobody(template.labels, laid.places)
    for field in (field for place, fields in read_places(laid) if place.label not in nobodys for field in fields):
        found[field.name] = _joined(found[field.name], field) if field.name in found else field
    for field in _in_their_places(laid, pages):
        unread = field.filled == PRINTED and bool(pages[field.page].print_words)
        left_empty = field.filled == EMPTY and empty
        if field.filled == HANDWRITTEN or (field.name not in found and (unread or left_empty)):
            found[field.name] = field
        elif (read := found.get(field.name)) and unread and not read.sure and read.page == field.page:
            found[field.name] = replace(read, box=field.box)  # all of the answer is shown beside what was read of it
    return tuple(_unless_corrected(field, pages[field.page]) for field in found.values())


def _unless_corrected(field: Field, page: PageReading) -> Field:
    """A printed value beside which a pen surely wrote says no more what holds: it may be crossed out, and words of it
    may be the pen's. It is to be typed."""
    over = [
        item
        for item in page.writing
        if not item.boxes and item.likely >= SURELY_BY_PEN and item.box[2] >= SHORT * item.box[3]
        if shared(item.box, field.box) >= CORRECTED
    ]
    if not field.value or field.filled != PRINTED or not over:
        return field
    return replace(
        field,
        value="",
        normal="",
        confidence=0.0,
        sure=False,
        filled=HANDWRITTEN,
        filled_confidence=max(item.likely for item in over),
        crossed_out=any(item.crossed_out for item in over),
    )


def _in_their_places(laid: Laid, pages: Sequence[PageReading]) -> Iterator[Field]:
    """Every field where it belongs, and how it is filled in; without a value."""
    labels = laid.template.labels
    spaces = with_drawn(
        labels,
        tuple(find_spaces(labels, laid.words, laid.places, pages, columns_of(laid.template, laid.words, laid.places))),
    )
    for answer in filled(spaces, laid.words, pages):
        space = answer.space
        for part in labels[space.label].parts:
            guess = suggested(part.kind, answer.writing)
            if guess and len(guess.text) == len("1990") and not _is_seen_from_its_beginning(answer):
                guess = None  # the year of a day that was not seen before it
            yield Field(
                f"{space.party}.{part.field}" if space.party else part.field,
                value="",
                normal="",
                confidence=guess.confidence if guess else 0.0,
                sure=False,
                box=space.box,
                page=space.page,
                filled=answer.how,
                filled_confidence=answer.confidence,
                suggestion=guess.text if guess else "",
                crossed_out=any(writing.crossed_out for writing in answer.writing),
            )


def _is_seen_from_its_beginning(answer: Filled) -> bool:
    """Whether the first writing of an answer stands where it begins."""
    left, _, _, height = answer.space.lines[0]
    return answer.writing[0].box[0] - left <= LATE * height


def lines_of_fields(laid: Laid) -> Iterator[tuple[tuple[Print, ...], Box]]:
    """The words that may be values, those of one line and field together, and where a second reader is to read them:
    from the label on, for the first word may have been overlooked.
    """
    if laid.share < LEAST_OF_LABELS:
        return
    for label, place, words, _ in _asked(laid):
        before = laid.words[place.value - 1]
        for _, line in groupby(_of_value(words), key=lambda word: (word.page, word.line)):
            taken = tuple(line)
            left, top, width, height = around(word.box for word in taken)
            after_label = before.box[0] + before.box[2]
            if before.line == taken[0].line and not label.columns and after_label < left:
                left, width = after_label, left + width - after_label
            yield taken, (left, top, width, height)


def read_places(laid: Laid) -> Iterator[tuple[Place, tuple[Field, ...]]]:
    """Each label that asks for fields (for both columns of a table twice), with what was read behind it."""
    for label, place, words, before in _asked(laid):
        yield place, tuple(_read(label, place, _of_value(words), before))


def _asked(laid: Laid) -> Iterator[tuple[Label, Place, Sequence[Print], str]]:
    """Each label that asks for fields, the words that may stand in them, and what goes before the fields' names."""
    starts = [line_start(laid.words, place.start) for place in laid.places] + [len(laid.words)]
    columns = columns_of(laid.template, laid.words, laid.places)
    margin = max((word.box[0] + word.box[2] for word in laid.words), default=0)
    for number, place in enumerate(laid.places):
        label = laid.template.labels[place.label]
        if not label.parts:
            continue
        words = laid.words[place.value : max(place.value, starts[number + 1])]
        if not label.columns:
            yield label, place, _going_on(words, laid.words[place.end - 1], margin, below=label.below), ""
        elif columns is not None:
            between, names = columns
            row = laid.words[place.start : starts[number + 1]]
            sides = _sides(row, between, _end_of_cell(row, place, label))
            for name, side in zip(names, sides, strict=True):
                yield label, place, side, f"{name}."


def _end_of_cell(row: Sequence[Print], place: Place, label: Label) -> int:
    """Where the label's cell ends: with the label on its line; broken over two, before the first wide gap or the first
    word that is none of the label's."""
    line = _one_line(row)
    length = place.value - place.start
    if length <= len(line):
        last = line[length - 1]
    else:
        last = next(
            (
                item
                for at, (item, other) in enumerate(pairwise(line), 1)
                if are_apart(item, other) or not _begin(label, line[: at + 1])
            ),
            line[-1],
        )
    return last.box[0] + last.box[2]


def _begin(label: Label, words: Sequence[Print]) -> bool:
    """Whether a label begins with the words, a few letters misread."""
    text = "".join(word.letters for word in words)
    return any(Levenshtein.distance(text, wording[: len(text)]) <= MISREAD * len(text) for wording in label.wordings)


def _sides(words: Sequence[Print], between: int, right_of: int) -> tuple[list[Print], list[Print]]:
    """The words of a row in the left and in the right column; what stands under the label belongs to neither."""
    values = [word for word in words if word.box[0] > right_of - word.box[3]]
    left = [word for word in values if word.box[0] + word.box[2] / 2 < between]
    return left, [word for word in values if word.box[0] + word.box[2] / 2 >= between]


def _going_on(words: Sequence[Print], label: Print, margin: int, *, below: bool) -> list[Print]:
    """The words of a value: into the next line only where the first word there had no room on the line before, or where
    values go on `below` all the same.
    """
    taken: list[Print] = []
    before = label
    for word in words:
        left, top, width, height = before.box
        if word.line != before.line:
            room = margin - (left + width) > ROOM * (word.box[2] + height)
            far = word.page == before.page and word.box[1] - top > FURTHER_DOWN * max(word.box[3], height, label.box[3])
            if far or is_numbered(word) or (room and before is not label and not below):
                break
        taken.append(word)
        before = word
    return taken


def _of_value(words: Sequence[Print]) -> Sequence[Print]:
    """Without specks, and without what ends the line for others."""
    words = [word for word in words if letters_in(word.text) or word.text in "-–/&"]
    words = [word for word in words if not is_written(word)]
    again = any(word.second for word in words)
    while words and (not letters_in(words[-1].text) or (again and _is_speck(words[-1]))):
        words = words[:-1]
    return words


def _is_speck(word: Print) -> bool:
    """Whether a last word was read from a speck or the end of its dots: the second reader sees no letters there."""
    return word.confidence < SPECK and not letters_in(word.second)


def _read(label: Label, place: Place, words: Sequence[Print], before: str) -> Iterator[Field]:
    for part in label.parts:
        found, taken = None, words
        for taken in _stretches(part, words, columns=bool(label.columns)):
            if found := value_of(part.kind, taken):
                break
        if found is None and len(taken) > 1 and _A_NUMBER.fullmatch(taken[-1].text):
            found = value_of(part.kind, taken[:-1])  # without the numbering of the next label, its full stop unread
        elif found is None and len(taken) > 1 and taken[-1].confidence < SPECK and part.kind in ONE_LINE:
            found = value_of(part.kind, taken[:-1])  # without what was read from a speck or the end of its dots
        if found:
            value, as_taken = found
            yield _field(part, value, [as_taken[at] for at in value.words], place.likeness, before)


def _stretches(part: Part, words: Sequence[Print], *, columns: bool) -> Iterator[Sequence[Print]]:
    """Which of the words may be the value, what is likelier first: a name may go on in the next line, and what else is
    short does so only where it is none without."""
    if columns or (part.kind not in ONE_LINE and part.kind != "name"):
        yield words
        return
    one = _one_line(words)
    yield from (words, one) if part.kind == "name" else (one, words)


def _one_line(words: Sequence[Print]) -> Sequence[Print]:
    return [word for word in words if word.line == words[0].line]


def _field(part: Part, value: Value, words: Sequence[Print], likeness: float, before: str) -> Field:
    confidence = min(word.confidence for word in words)
    match second_opinion(words, part.kind):
        case Opinion.CONFIRMS:
            capitals = part.kind == "text" and value.text.isupper()
            least = SURE_OF_SIGNS if part.kind in IN_SIGNS else SURE_OF_TEXT if capitals else SURE_OF_BOTH
            sure = (value.valid or value.possible) and confidence >= least
        case Opinion.NONE:
            sure = value.valid and confidence >= (SURE_OF_TEXT if part.kind == "text" else SURE)
        case Opinion.CONTRADICTS:
            sure = False
    sure = sure and likeness >= LIKE_ENOUGH
    page = words[0].page
    box = around(word.box for word in words if word.page == page)
    return Field(f"{before}{part.field}", value.text, value.normal, round(confidence, 1), sure, box, page)


def _joined(first: Field, more: Field) -> Field:
    """One field that the form asks for in several parts: street, commune, province."""
    return Field(
        first.name,
        f"{first.value}, {more.value}",
        f"{first.normal}, {more.normal}" if first.normal and more.normal else "",
        min(first.confidence, more.confidence),
        first.sure and more.sure,
        around((first.box, more.box)) if first.page == more.page else first.box,
        first.page,
    )

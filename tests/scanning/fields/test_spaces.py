"""Where the answers of a form filled in by hand belong: behind what was printed, whatever hides some of it."""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import replace

from counter_app.dossier.pages import Box, PageReading, Word, Writing
from scanning.fields.extract import extract
from scanning.fields.field import EMPTY, HANDWRITTEN, PRINTED, Field
from scanning.fields.label_ends import breadth
from scanning.fields.templates import Label, Part, Template

SIZE = 36.0
"""Of the print: 13 points at 200 dpi."""
LEFT, TOP, STEP, RIGHT = 190, 300, 60, 1490
LABELS = (
    "Họ và tên người yêu cầu:",
    "Nơi cư trú: (2)",
    "Giấy tờ tùy thân:",
    "Mối quan hệ với chủ hộ:",
    "Nội dung đề nghị:",
)
TEMPLATE = Template(
    "form",
    (),
    tuple(
        Label((letters,), (Part(f"own.f{row}", "text"),))
        for row, letters in enumerate(
            ("hovatennguoiyeucau", "noicutru", "giaytotuythan", "moiquanhevoichuho", "noidungdenghi")
        )
    ),
)


def base(row: int) -> int:
    return TOP + STEP * row + 26


def end(row: int) -> int:
    """Where the label's letters end."""
    return LEFT + round(SIZE * breadth(LABELS[row]))


def words_of(row: int) -> list[Word]:
    words, x = [], float(LEFT)
    for text in LABELS[row].split():
        words.append(Word(text, 97.0, (round(x), TOP + STEP * row, round(SIZE * breadth(text)), 26)))
        x += SIZE * breadth(f"{text} ")
    return words


def page(
    lines: Sequence[Sequence[Word]] = (),
    writing: Sequence[Box] = (),
    ruled: Sequence[Box] = (),
    others: Sequence[Word] = (),
) -> PageReading:
    """The form as it was read; `others`: words that were read from handwriting."""
    words = tuple(word for line in lines or [words_of(row) for row in range(len(LABELS))] for word in line)
    reading = PageReading(1654, 2339, 200, 0, 0.0, False, 0, False, (*words, *others), "", 96.0, (), "unknown")
    written = tuple(Writing(box, 99.0) for box in writing)
    return replace(reading, print_words=words, writing=written, ruled=tuple(ruled))


def field(reading: PageReading, row: int) -> Field:
    return {found.name: found for found in extract(TEMPLATE, [reading], empty=True)}[f"own.f{row}"]


def lines(**changed: list[Word]) -> list[list[Word]]:
    return [changed.get(f"row{row}", words_of(row)) for row in range(len(LABELS))]


def test_dots_that_were_read_with_a_label_belong_to_its_answer() -> None:
    *before, last = words_of(0)
    left, top, width, height = last.box
    reading = page(lines(row0=[*before, replace(last, box=(left, top, width + 40, height))]))
    assert abs(field(reading, 0).box[0] - end(0)) < 12


def test_an_answer_begins_with_its_rule_where_the_mark_of_a_footnote_was_not_read() -> None:
    without_mark = words_of(1)[:-1]
    rule = (end(1) + 8, base(1), RIGHT - end(1) - 8, 3)
    written = (end(1) - 40, base(1) - 30, 300, 36)
    assert field(page(lines(row1=without_mark), [written], [rule]), 1).box[0] == rule[0]


def test_dots_that_writing_hides_are_no_gap_before_an_answer() -> None:
    dots = [(end(0) + 250, base(0) - 2, 60, 4), (end(0) + 400, base(0) - 2, 300, 4)]
    found = field(page(writing=[(end(0) + 12, base(0) - 30, 235, 36)], ruled=dots), 0)
    assert abs(found.box[0] - end(0)) < 14
    assert found.filled == HANDWRITTEN


def test_a_label_whose_first_words_a_pen_crosses_is_found_by_its_end() -> None:
    crossed, *rest = words_of(2)
    reading = page(lines(row2=rest), [(crossed.box[0], crossed.box[1] - 8, 80, 44)], others=[crossed])
    found = field(reading, 2)
    assert abs(found.box[0] - end(2)) < 14 and abs(found.box[1] + found.box[3] - base(2)) < 12
    assert field(reading, 1).box[1] + field(reading, 1).box[3] < TOP + STEP * 2, "the line before it is its own"


def test_a_label_with_words_missing_in_its_middle_ends_at_its_colon() -> None:
    first, second, _, _, *rest = words_of(3)
    assert abs(field(page(lines(row3=[first, second, *rest])), 3).box[0] - end(3)) < 14


def test_what_stands_on_a_rule_ends_no_answer_however_surely_it_was_read() -> None:
    rule = (end(0) + 8, base(0), RIGHT - end(0) - 8, 3)
    surely = Word("đường", 97.0, (900, TOP - 4, 110, 30))
    found = field(page([[*words_of(0), surely], *lines()[1:]], [(end(0) + 20, TOP - 6, 200, 36)], [rule]), 0)
    assert abs(found.box[0] + found.box[2] - RIGHT) <= 2


def test_pieces_of_one_row_of_dots_are_one_line_of_an_answer() -> None:
    below = base(1) + STEP - 2
    dots = [(LEFT + 300, below - 1, 900, 4), (LEFT, below, 60, 4), (end(1) + 20, base(1), 700, 4)]
    spread = [words_of(0), words_of(1)]
    further = [
        [replace(word, box=(word.box[0], word.box[1] + STEP, *word.box[2:])) for word in words_of(row)]
        for row in (2, 3, 4)
    ]
    found = field(page([*spread, *further], [(LEFT + 20, below - 30, 250, 36)], dots), 1)
    assert found.box[0] == LEFT and abs(found.box[1] + found.box[3] - below) < 14


def test_a_word_read_doubtfully_from_what_was_written_is_no_print() -> None:
    misread = Word("/MK", 15.0, (end(0) + 20, TOP - 30, 260, 80))
    reading = page([[*words_of(0), misread], *lines()[1:]], [(end(0) + 40, TOP - 8, 120, 36)])
    assert field(reading, 0).filled == HANDWRITTEN


def test_what_was_printed_or_written_and_not_read_has_its_place_to_type_from() -> None:
    unread = Word("Ñ#", 25.0, (end(0) + 40, TOP, 60, 28))
    found = field(page([[*words_of(0), unread], *lines()[1:]], [(LEFT, 1200, 300, 40)]), 0)
    assert found.filled == PRINTED and not found.value and found.box[0] >= end(0)


def test_two_answers_whose_strokes_touch_are_both_written() -> None:
    touching = (end(0) + 30, TOP - 8, 300, STEP + 40)
    reading = page(writing=[touching])
    first, second = field(reading, 0), field(reading, 1)
    assert first.filled == second.filled == HANDWRITTEN
    assert min(first.filled_confidence, second.filled_confidence) <= 50, "what it says of one of them is not known"
    assert field(reading, 2).filled == EMPTY


def test_a_short_answer_is_one_and_what_is_hardly_a_pens_is_none() -> None:
    short = (end(3) + 30, TOP + 3 * STEP, 40, 26)
    written = page(writing=[short, (LEFT, 1200, 300, 40)])
    assert field(written, 3).filled == HANDWRITTEN
    doubtful = replace(written, writing=(replace(written.writing[0], likely=60.0), written.writing[1]))
    assert field(doubtful, 3).filled == EMPTY

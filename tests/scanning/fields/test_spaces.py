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


def test_the_edge_of_a_table_below_a_label_is_no_line_to_write_on() -> None:
    edge = (LEFT, base(4) + 40, RIGHT - LEFT, 3)
    row = (LEFT, base(4) + 100, RIGHT - LEFT, 3)
    upright = (LEFT, base(4) + 60, 3, 400)
    with_table, alone = (page(ruled=rules) for rules in ([edge, row, upright], [edge]))
    assert field(with_table, 4).box[0] > end(4) - 14
    assert field(alone, 4).box[0] == LEFT, "a rule that nothing meets is written on"


def test_a_remark_that_a_pen_crosses_is_passed_over_to_its_colon() -> None:
    remark, x = [], float(end(0)) + SIZE * 0.3
    for text in ("(Chủ", "hộ", "hoặc", "người", "đại"):
        remark.append(Word(text, 97.0, (round(x), TOP, round(SIZE * breadth(text)), 26)))
        x += SIZE * breadth(f"{text} ")
    closing = Word("Siêu:", 43.0, (round(x), TOP, 75, 56))
    crossed = (*remark[3:], closing)
    reading = page(
        [[*words_of(0)[:-1], replace(words_of(0)[-1], text="cầu"), *remark[:3]], *lines()[1:]], others=crossed
    )
    reading = replace(reading, writing=(Writing((remark[3].box[0], TOP - 8, 300, 50), 99.0),))
    assert abs(field(reading, 0).box[0] - (closing.box[0] + closing.box[2])) < 14


def test_the_last_letters_of_a_label_under_a_pen_are_the_labels_and_no_answer() -> None:
    *before, word = words_of(3)
    rest = replace(word, text="hộ:", confidence=65.0)
    crossed = [(rest.box[0], TOP + 3 * STEP - 10, 320, 50)]
    read = page(lines(row3=before), crossed, others=[rest])
    unread = page(lines(row3=before), crossed)
    for reading in (read, unread):
        assert abs(field(reading, 3).box[0] - end(3)) < 14


def test_dots_read_with_the_mark_of_a_footnote_are_no_part_of_it() -> None:
    *before, mark = words_of(1)
    left, top, width, height = mark.box
    with_dot = replace(mark, text="(2).", box=(left, top, width + 16, height))
    assert abs(field(page(lines(row1=[*before, with_dot])), 1).box[0] - end(1)) < 14


def test_dots_under_a_pen_of_which_none_is_short_are_told_from_a_rule_by_their_height() -> None:
    dots = (end(0) + 80, base(0) - 3, 500, 7)
    written = (end(0) - 30, base(0) - 30, 120, 40)
    assert abs(field(page(writing=[written], ruled=[dots]), 0).box[0] - end(0)) < 14


def test_a_written_word_that_was_taken_for_print_hides_the_first_dots_too() -> None:
    dots = [(end(0) + 90, base(0) - 2, 60, 4), (end(0) + 300, base(0) - 2, 500, 4)]
    read = Word(".4gày", 59.0, (end(0) + 12, TOP - 6, 90, 38))
    found = field(page([[*words_of(0), read], *lines()[1:]], [(end(0) + 110, TOP - 6, 300, 40)], dots), 0)
    assert abs(found.box[0] - end(0)) < 14


def test_the_rule_below_one_that_is_full_of_writing_belongs_to_the_answer_too() -> None:
    def lower(row: int) -> list[Word]:
        return [replace(word, box=(word.box[0], word.box[1] + 2 * STEP, *word.box[2:])) for word in words_of(row)]

    spread = [words_of(0), words_of(1), *map(lower, (2, 3, 4))]
    rules = [(end(1) + 10, base(1), RIGHT - end(1) - 10, 3), (LEFT, base(1) + 2 * STEP, RIGHT - LEFT, 3)]
    written = [(end(1) + 20, base(1) - 30, 700, 36), (LEFT + 10, base(1) + STEP - 30, 800, 36)]
    found = field(page(spread, written, rules), 1)
    assert abs(found.box[1] + found.box[3] - base(1) - 2 * STEP) < 14


def test_the_lines_below_a_label_begin_with_the_others_where_its_dash_was_not_read() -> None:
    shifted = [replace(word, box=(word.box[0] + 25, *word.box[1:])) for word in words_of(4)]
    dots = [(LEFT + 60, base(4) + STEP - 2, 900, 4), (end(4) + 40, base(4) - 2, 600, 4)]
    written = [(LEFT + 5, base(4) + STEP - 30, 300, 36)]
    assert field(page(lines(row4=shifted), written, dots), 4).box[0] == LEFT


def test_a_footnotes_mark_of_which_but_its_brackets_were_read_is_as_broad_as_it_is() -> None:
    *before, last = words_of(0)
    left, top, width, height = last.box
    broad = round(width + SIZE * breadth("(2)"))
    for text in ("cầu():", "cầu):"):
        read = replace(last, text=text, box=(left, top, broad, height))
        assert abs(field(page(lines(row0=[*before, read])), 0).box[0] - left - broad) < 16


def test_a_misread_label_ends_where_its_colon_stands() -> None:
    *before, last = words_of(3)
    assert abs(field(page(lines(row3=[*before, replace(last, text="h:", confidence=28.0)])), 3).box[0] - end(3)) < 14


def test_a_written_word_taken_for_print_right_behind_a_label_is_its_answer_and_no_print_that_ends_it() -> None:
    surely = Word("Mạc", 93.0, (end(0) + 14, TOP - 4, 70, 30))
    of_a_day = replace(
        TEMPLATE, labels=(replace(TEMPLATE.labels[0], parts=(Part("born", "date"),)), *TEMPLATE.labels[1:])
    )
    (found,) = extract(of_a_day, [page([[*words_of(0), surely], *lines()[1:]])])
    assert abs(found.box[0] - end(0)) < 14 and found.box[2] > 800 and not found.value
    print_ = Word("bản", 97.0, (end(0) + 300, TOP, 60, 26))
    found = field(page([[*words_of(0), print_], *lines()[1:]], [(end(0) + 20, TOP - 6, 200, 36)]), 0)
    assert found.box[0] + found.box[2] < print_.box[0], "print with room before it does end it"


def test_an_answer_begins_with_its_first_dot_though_that_was_read_as_a_full_stop() -> None:
    dots = [(end(0) + 26, base(0) - 2, 60, 4), (end(0) + 100, base(0) - 2, 700, 4)]
    found = field(page(writing=[(end(0) + 90, base(0) - 30, 235, 36)], ruled=dots), 0)
    assert abs(found.box[0] - end(0)) < 14


def test_the_lower_dot_of_a_colon_begins_no_rule() -> None:
    rule = (end(0) - 8, base(0), RIGHT - end(0) + 8, 3)
    found = field(page(writing=[(end(0) + 60, base(0) - 30, 300, 36)], ruled=[rule]), 0)
    assert 0 <= found.box[0] - end(0) < 14


def test_a_misread_label_has_the_mark_of_its_footnote_behind_it() -> None:
    first, second, third, mark = words_of(1)
    read = [first, second, replace(third, text="ưú:", confidence=82.0), mark]
    assert abs(field(page(lines(row1=read)), 1).box[0] - end(1)) < 14


def test_a_label_ends_where_it_does_though_its_last_word_took_a_part_of_the_one_before() -> None:
    *before, word, last = words_of(2)
    shift = 20
    (left, top, width, height), (x, y, broad, high) = word.box, last.box
    parted = [
        replace(word, box=(left, top, width - shift, height)),
        replace(last, box=(x - shift, y, broad + shift, high)),
    ]
    assert abs(field(page(lines(row2=[*before, *parted])), 2).box[0] - end(2)) < 14


def test_of_an_answer_by_hand_that_was_read_in_part_all_is_shown() -> None:
    part = Word("nấu tìm", 67.0, (end(0) + 50, TOP - 2, 160, 34))
    found = field(page([[*words_of(0), part], *lines()[1:]]), 0)
    assert (found.value, found.sure) == ("nấu tìm", False)
    assert abs(found.box[0] - end(0)) < 14


def test_a_year_with_nothing_seen_before_it_may_be_the_end_of_a_day_and_is_not_suggested() -> None:
    of_a_day = replace(
        TEMPLATE, labels=(replace(TEMPLATE.labels[0], parts=(Part("born", "date"),)), *TEMPLATE.labels[1:])
    )

    def suggested_at(left: int) -> str:
        written = replace(page(), writing=(Writing((left, TOP - 4, 90, 34), 99.0, "1956", (100,) * 4),))
        (born,) = (read for read in extract(of_a_day, [written], empty=True) if read.name == "born")
        return born.suggestion

    assert suggested_at(end(0) + 20) == "1956" and not suggested_at(end(0) + 400)

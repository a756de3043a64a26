"""A pen is looked for only where a form's fields were not surely read as print."""

from __future__ import annotations

from dataclasses import replace

from scanning.fields.extract import lay
from scanning.fields.papers import template_of
from scanning.fields.templates import forms_of
from scanning.fields.unread import Unread, unread
from tests.scanning.fields.written_pages import BIRTH, page


def of(text: str, confidence: float = 96.0) -> Unread:
    reading = page(text, confidence)
    template = template_of(reading, forms_of())
    assert template is not None
    return unread(lay(template, [reading]), reading)


def height_of(found: Unread) -> int:
    return sum(height for *_, height in found.places)


def test_the_less_was_surely_read_the_more_of_a_form_is_looked_at() -> None:
    read, badly_read = of(BIRTH), of(BIRTH, confidence=50.0)
    assert read.places != read.everywhere and badly_read.places == badly_read.everywhere
    assert 0 < height_of(read) < height_of(badly_read)


def test_an_answer_that_is_missing_is_looked_for_from_its_label_to_the_next() -> None:
    answered = "Quan hệ với người được khai sinh: Mẹ"
    top = 100 + 50 * BIRTH.splitlines().index(answered)
    for text, looked_at in ((BIRTH, False), (BIRTH.replace(answered, answered.removesuffix(" Mẹ")), True)):
        assert any(start <= top and top + 30 <= start + height for _, start, _, height in of(text).places) == looked_at


def test_where_hardly_a_label_was_read_all_of_the_page_is_looked_at() -> None:
    reading = page(BIRTH)
    template = template_of(reading, forms_of())
    assert template is not None
    hidden = replace(reading, words=reading.words[:8])
    assert unread(lay(template, [hidden]), hidden).places == ((0, 0, reading.width, reading.height),)


def test_answers_are_tried_from_their_label_to_the_next_one_before_more_is_looked_at() -> None:
    reading = page(BIRTH, confidence=50.0)
    found = of(BIRTH, confidence=50.0)
    behind = [box for box in found.answers if box[0] > 0]
    assert len(behind) >= 10 and all(left + width <= reading.width for left, _, width, _ in behind)
    assert all(height < 100 for *_, height in behind)


def test_a_label_that_only_some_versions_of_a_form_have_is_not_missed() -> None:
    subject = 100 + 50 * BIRTH.splitlines().index("Họ, chữ đệm, tên: LÊ VĂN MẪU")
    for text, misses in ((BIRTH, False), (BIRTH.replace("Quan hệ với người được khai sinh", "xxxx"), True)):
        assert any(top < subject for _, top, _, _ in of(text).without_labels) == misses  # none asks for her birthday

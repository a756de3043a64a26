"""A pen is looked for only where a form's fields were not surely read as print."""

from __future__ import annotations

from dataclasses import replace

from scanning.fields.papers import template_of
from scanning.fields.templates import forms_of
from scanning.fields.unread import Unread, unread
from tests.scanning.fields.written_pages import BIRTH, page


def of(text: str, confidence: float = 96.0) -> Unread:
    reading = page(text, confidence)
    template = template_of(reading, forms_of())
    assert template is not None
    return unread(template, reading)


def height_of(found: Unread) -> int:
    return sum(bottom - top for top, bottom in found.stretches)


def test_the_less_was_surely_read_the_more_of_a_form_is_looked_at() -> None:
    read, badly_read = of(BIRTH), of(BIRTH, confidence=50.0)
    assert read.surely_read and not badly_read.surely_read
    assert 0 < height_of(read) < height_of(badly_read)


def test_an_answer_that_is_missing_is_looked_for_from_its_label_to_the_next() -> None:
    answered = "Quan hệ với người được khai sinh: Mẹ"
    top = 100 + 50 * BIRTH.splitlines().index(answered)
    for text, looked_at in ((BIRTH, False), (BIRTH.replace(answered, answered.removesuffix(" Mẹ")), True)):
        assert any(start <= top and top + 30 <= end for start, end in of(text).stretches) == looked_at


def test_where_hardly_a_label_was_read_all_of_the_page_is_looked_at() -> None:
    reading = page(BIRTH)
    template = template_of(reading, forms_of())
    assert template is not None
    hidden = replace(reading, words=reading.words[:8])
    assert unread(template, hidden).stretches == ((0, reading.height),)

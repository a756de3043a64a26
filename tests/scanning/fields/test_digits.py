"""Digits written by hand become a suggestion where the field's kind bears them out, and nothing where it does not."""

from __future__ import annotations

import pytest

from counter_app.dossier.pages import Writing
from scanning.fields.digits import Suggestion, suggested


def wrote(signs: str, sure: int = 100, **more: int | bool) -> Writing:
    return Writing((0, 0, 400, 30), 99.0, signs, (sure,) * len(signs), **more)  # type: ignore[arg-type]


def text_of(kind: str, *writing: Writing) -> str:
    found = suggested(kind, writing)
    return found.text if found else ""


@pytest.mark.parametrize(
    ("kind", "signs", "text"),
    [
        ("identity_number", "????? ?? 040190001234 ??? ????", "040190001234"),
        ("identity_number", "040 190 001 234", "040190001234"),
        ("identity_number", "04019000123", ""),  # eleven
        ("identity_number", "0401900012345", ""),
        ("identity_number", "0401900?1234", ""),
        ("identity_number", "0?040190001234?2", ""),  # which twelve of them?
        ("identity_number", "0401900012345?", ""),  # twelve of more
        ("identity_number", "?4040190001234", ""),
        ("phone", "09123456789?", ""),
        ("phone", "0912345678 1?", ""),
        ("phone", "? 0912345678 ?", "0912345678"),
        ("date", "15/04/1990", "15/04/1990"),
        ("date", "?15/04/1990", "15/04/1990"),
        ("date", "?5/04/1990", ""),  # the 5th, the 15th or the 25th
        ("date", "2/9/1988", "02/09/1988"),
        ("date", "1510411990", "15/04/1990"),  # both strokes look like ones
        ("date", "???? 15 ????? 4 ??? 1990", "15/04/1990"),
        ("date", "1990", "1990"),
        ("date", "31/02/1990", ""),  # there was no such day
        ("date", "15/04/2090", ""),
        ("issued", "??? 040190001234, ??? ???? 10/05/2021 ???", "10/05/2021"),
        ("phone", "0912345678", "0912345678"),
        ("phone", "0112345678", ""),
        ("name", "12", ""),
        ("text", "1990", ""),
    ],
)
def test_signs_say_what_their_field_may_say(kind: str, signs: str, text: str) -> None:
    assert text_of(kind, wrote(signs.replace(",", " "))) == text


def test_a_number_in_twelve_boxes_and_a_day_in_eight_are_read_box_by_box() -> None:
    assert text_of("identity_number", wrote("040190001234", boxes=12)) == "040190001234"
    assert text_of("date", wrote("15041990", boxes=8)) == "15/04/1990"
    assert text_of("identity_number", wrote("0401900 1234", boxes=12)) == ""


def test_a_number_over_two_writings_is_one() -> None:
    assert text_of("identity_number", wrote("040190"), wrote("001234")) == "040190001234"


def test_a_year_is_no_day_of_which_the_rest_was_not_read() -> None:
    assert text_of("date", wrote("1964")) == "1964"
    assert text_of("date", wrote(""), wrote("1964")) == ""


def test_what_was_crossed_out_says_nothing() -> None:
    assert text_of("identity_number", wrote("040190001234", crossed_out=True)) == ""


def test_two_numbers_are_none() -> None:
    assert text_of("identity_number", wrote("040190001234 ?? 040190005678")) == ""


def test_a_number_of_doubtful_digits_is_not_suggested_and_a_sure_one_says_how_sure() -> None:
    assert suggested("identity_number", [wrote("040190001234", 80)]) is None
    assert suggested("identity_number", [wrote("040190001234", 99)]) is None, "one of twelve is wrong once in nine"
    assert suggested("phone", [wrote("0912345678", 99)]) is None
    assert suggested("date", [wrote("1990", 99)]) == Suggestion("1990", 96.1)

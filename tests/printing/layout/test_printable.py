"""What of a text reaches the paper, whatever was typed, pasted or scanned."""

from __future__ import annotations

import unicodedata

import pytest
from hypothesis import example, given
from hypothesis import strategies as st

from printing.layout.fonts import LETTERS, vietnamese_serif
from printing.layout.printable import printable


@pytest.mark.parametrize(
    ("typed", "printed"),
    [
        ("Đặng Thị Hường", "Đặng Thị Hường"),
        (unicodedata.normalize("NFD", "Nguyễn Thị Hường"), "Nguyễn Thị Hường"),
        ("e\u0323\u0302", "ệ"),  # the marks in the other order
        ("Xóm 3\nxã Nghi Phú\r\n\ttỉnh", "Xóm 3 xã Nghi Phú  \u0020tỉnh"),
        ("Hường 👩‍👧‍👦 vui 🙂🙂", "Hường □ vui □"),
        ("\u202eĐặng\u202c \u200fThị\u200b\ufeff", "Đặng Thị"),
        ("محمد علي", "□ □"),
        ("משה", "□"),  # the font has Hebrew, but would print it from the wrong side
        ("王小明", "□"),
        ("Y Kdăm ê\u0306", "Y Kdăm ê\u0306"),  # a letter of the Highlands that has no composed form
        ("z\u0301\u0301\u0301\u0301", "z\u0301\u0301□"),  # ź with one mark of its own; no place for a pile
        ("\u0301a", "□a"),
        ("a\x00b\x07c", "abc"),
        ("❤\ufe0f", "□"),
        ("\ud800", "□"),
        ("so\u00adft", "soft"),
        ("Ha\u200b\u0323nh", "Hạnh"),  # a zero-width space, pasted, between a letter and its mark
        ("một\u00a0bộ", "một\u00a0bộ"),
        ("", ""),
    ],
)
def test_what_is_typed_and_what_is_printed(typed: str, printed: str) -> None:
    assert printable(typed) == unicodedata.normalize("NFC", printed)


def test_every_letter_the_papers_need_is_printed_as_it_is() -> None:
    assert printable(LETTERS) == LETTERS


@given(st.text())
@example("a\u200b\u0301")
@example("z\u0301\u0301 \ue000\U0001d11e")
def test_the_font_has_every_sign_of_what_is_printed_and_letters_it_has_stay(typed: str) -> None:
    family = vietnamese_serif()
    printed = printable(typed)
    assert set(printed) <= family.letters | family.marks
    shaped = "".join(sign for sign in typed if sign.isspace() or unicodedata.category(sign) not in ("Cc", "Cf"))
    kept = [sign for sign in unicodedata.normalize("NFC", shaped) if sign in family.letters - {"□", " "}]
    assert [sign for sign in printed if sign in family.letters - {"□", " "}] == kept
    assert printable(printed) == printed

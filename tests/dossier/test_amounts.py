"""Amounts in words, as receipts have them."""

from __future__ import annotations

import unicodedata

import pytest
from hypothesis import example, given
from hypothesis import strategies as st

from counter_app.dossier.amounts import in_words

MOST = 10**15
"""So much and more no office takes; it is said all the same."""

BY_HAND = {
    0: "Không",
    1: "Một",
    4: "Bốn",
    5: "Năm",
    10: "Mười",
    11: "Mười một",
    14: "Mười bốn",
    15: "Mười lăm",
    20: "Hai mươi",
    21: "Hai mươi mốt",
    24: "Hai mươi tư",
    25: "Hai mươi lăm",
    31: "Ba mươi mốt",
    44: "Bốn mươi tư",
    55: "Năm mươi lăm",
    91: "Chín mươi mốt",
    100: "Một trăm",
    101: "Một trăm linh một",
    104: "Một trăm linh bốn",
    105: "Một trăm linh năm",
    110: "Một trăm mười",
    111: "Một trăm mười một",
    115: "Một trăm mười lăm",
    121: "Một trăm hai mươi mốt",
    504: "Năm trăm linh bốn",
    1_000: "Một nghìn",
    1_005: "Một nghìn không trăm linh năm",
    1_010: "Một nghìn không trăm mười",
    1_100: "Một nghìn một trăm",
    2_000: "Hai nghìn",
    8_000: "Tám nghìn",
    15_000: "Mười lăm nghìn",
    21_500: "Hai mươi mốt nghìn năm trăm",
    75_000: "Bảy mươi lăm nghìn",
    100_000: "Một trăm nghìn",
    105_024: "Một trăm linh năm nghìn không trăm hai mươi tư",
    1_000_001: "Một triệu không trăm linh một",
    1_001_000: "Một triệu không trăm linh một nghìn",
    1_234_567: "Một triệu hai trăm ba mươi tư nghìn năm trăm sáu mươi bảy",
    10_000_000: "Mười triệu",
    15_050_000: "Mười lăm triệu không trăm năm mươi nghìn",
    1_000_000_000: "Một tỷ",
    1_000_000_005: "Một tỷ không trăm linh năm",
    10_000_000_000: "Mười tỷ",
    21_004_000_000: "Hai mươi mốt tỷ không trăm linh bốn triệu",
    1_500_000_000_000: "Một nghìn năm trăm tỷ",
    MOST: "Một triệu tỷ",
}


@pytest.mark.parametrize(("amount", "words"), BY_HAND.items())
def test_an_amount_reads_as_written_by_hand(amount: int, words: str) -> None:
    assert in_words(amount) == f"{words} đồng"


def test_a_debt_is_no_amount_of_a_receipt() -> None:
    with pytest.raises(ValueError, match="amount"):
        in_words(-1)


def test_an_amount_that_only_another_desk_could_write_stops_no_paper() -> None:
    assert in_words(2**53 + 10**18).startswith("Một tỷ không trăm linh chín triệu không trăm linh bảy nghìn")


DIGIT = {
    "không": 0, "một": 1, "mốt": 1, "hai": 2, "ba": 3, "bốn": 4, "tư": 4,
    "năm": 5, "lăm": 5, "sáu": 6, "bảy": 7, "tám": 8, "chín": 9,
}  # fmt: skip
SCALE = {"nghìn": 10**3, "triệu": 10**6}


def read_back(words: str) -> int:
    """A clerk's ear: digits are multiplied by the words after them; “tỷ” multiplies all heard so far."""
    total = group = digit = 0
    for word in words.lower().removesuffix(" đồng").split():
        if word in DIGIT:
            digit = DIGIT[word]
        elif word == "trăm":
            group, digit = digit * 100, 0
        elif word == "mươi":
            group, digit = group + digit * 10, 0
        elif word == "mười":
            group += 10
        elif word == "tỷ":
            total, group, digit = (total + group + digit) * 10**9, 0, 0
        elif word in SCALE:
            total, group, digit = total + (group + digit) * SCALE[word], 0, 0
        else:
            assert word == "linh"
    return total + group + digit


@given(st.integers(0, MOST) | st.integers(0, 9).flatmap(lambda n: st.integers(0, 15).map(lambda p: n * 10**p % MOST)))
@example(MOST)
@example(1_005_000_000_015)
def test_the_words_read_back_give_the_amount(amount: int) -> None:
    words = in_words(amount)
    assert read_back(words) == amount
    assert words == unicodedata.normalize("NFC", words)
    assert words[0].isupper() and words[1:] == words[1:].lower()

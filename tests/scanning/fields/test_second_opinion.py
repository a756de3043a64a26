"""Two readers: what the second one's reading of the same words means."""

from __future__ import annotations

import pytest

from scanning.fields.lines import Print
from scanning.fields.second_opinion import Opinion, apportioned, second_opinion


def words(first: str, second: str, confidence: float = 95.0) -> list[Print]:
    read = apportioned(first.split(), second)
    return [
        Print(text, text.casefold(), confidence, (0, 0, 10, 10), 0, 0, False, again)
        for text, again in zip(first.split(), read, strict=True)
    ]


@pytest.mark.parametrize(
    ("first", "second", "kind", "opinion"),
    [
        ("LÊ THÚY PHƯỢNG", "LÊ THÚY PHƯỢNG", "name", Opinion.CONFIRMS),
        ("LÊ THÚY PHƯƠNG", "LÊ THÚY PHƯỢNG", "name", Opinion.CONTRADICTS),
        ("xã Minh Hợp, tính Nghệ An", "xã Minh Hợp, tỉnh Nghệ An", "address", Opinion.CONTRADICTS),
        ("tỉnh Lâm Đồng", "tỉnh Lâm Đõng", "address", Opinion.NONE),
        ("Khối 3, phường Vinh Hưng", "Khỗi 3, phương Vinh Hưng", "address", Opinion.CONFIRMS),
        ("mất giấy tờ", "mắt giấy tờ", "text", Opinion.CONFIRMS),  # so the catalogue writes it
        ("Tại bản Đồng", "Tại bản Đống", "text", Opinion.CONTRADICTS),
        ("0361614781", "0361614181", "phone", Opinion.CONTRADICTS),
        ("46,1", "462,1", "number", Opinion.CONTRADICTS),
        ("1.250.000 đồng", "1250.000 đông", "money", Opinion.CONFIRMS),  # dots are overlooked, digits are not
        ("1.250.000 đồng", "1.260.000 đồng", "money", Opinion.CONTRADICTS),
        ("0368 528 277", "0368.528.277", "phone", Opinion.CONFIRMS),
        ("phuc12(@vi.example", "phuc12@vi.example", "email", Opinion.CONFIRMS),
        ("phuc12@vi.example", "phucl2@vi.example", "email", Opinion.CONTRADICTS),
        ("Thổ", "Thỗ", "ethnicity", Opinion.CONFIRMS),
        ("Trần Hữu Hiến", "Trần Hữu Hiễn", "name", Opinion.CONTRADICTS),  # Hiển on paper, and read at 97
        ("Hà Thu Nguyệt", "Hà Thu Nguyêt", "name", Opinion.NONE),  # of what makes no name the surely read one counts
        ("viêm phổi năng", "viêm phối nặng", "text", Opinion.CONTRADICTS),  # marks are overlooked, not invented
        ("Trần Hữu Hiến", "Trần Hữu Hiền", "name", Opinion.CONTRADICTS),
        ("Nam", "am", "sex", Opinion.NONE),  # its first letter lost
        ("HMông", "H'Mông", "ethnicity", Opinion.CONTRADICTS),
        ("Xóm 3, xã Nghi Lộc", "Xóm 3 ,xã Nghi Lộc", "address", Opinion.CONFIRMS),
        ("Moong Văn Nghệ", "", "name", Opinion.NONE),
    ],
)
def test_the_second_reader_confirms_contradicts_or_has_no_say(
    first: str, second: str, kind: str, opinion: Opinion
) -> None:
    assert second_opinion(words(first, second), kind) is opinion


def test_a_name_read_with_doubt_is_not_told_from_its_twins_by_marks_that_make_no_name() -> None:
    assert second_opinion(words("Trần Hữu Hiến", "Trần Hữu Hiễn", confidence=80), "name") is Opinion.CONTRADICTS


def test_a_name_with_twins_that_both_readers_have_alike_is_sure_only_where_it_was_read_surely() -> None:
    """HIỀN on paper, HIÊN for both readers."""
    assert second_opinion(words("HIÊN", "HIÊN", confidence=87), "name") is Opinion.CONTRADICTS
    assert second_opinion(words("HIÊN", "HIÊN", confidence=90), "name") is Opinion.CONFIRMS
    assert second_opinion(words("QUÁCH", "QUÁCH", confidence=87), "name") is Opinion.CONFIRMS, "no twins"


def test_a_place_that_another_one_shares_but_for_its_marks_is_sure_only_where_it_was_read_surely() -> None:
    agency = "Ủy ban nhân dân phường Vĩnh Lộc"
    assert second_opinion(words(agency, agency, 56.0), "agency") is Opinion.CONTRADICTS, "there is a Vinh Lộc, too"
    assert second_opinion(words(agency, agency), "agency") is Opinion.CONFIRMS
    other = "Ủy ban nhân dân xã Nghi Lộc"
    assert second_opinion(words(other, other, 56.0), "agency") is Opinion.CONFIRMS


def test_a_line_read_with_other_gaps_still_falls_to_the_words_it_belongs_to() -> None:
    assert apportioned(["Xóm", "3,", "xã", "Nghi"], "Xóm3,xã Nghi") == ("Xóm", "3,", "xã", "Nghi")
    assert apportioned(["Tách", "hộ"], "Tách") == ("Tách", "")
    assert apportioned(["Nam"], "") == ("",)

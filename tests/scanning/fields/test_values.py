"""What a scanner and Tesseract do to a value is told from what was written; what may lack something never holds."""

from __future__ import annotations

import pytest

from scanning.fields.values import parse


@pytest.mark.parametrize(
    ("kind", "read", "value", "holds"),
    [
        ("text", "Cha_.", "Cha", True),  # specks and dots to write on
        ("address", "“Thôn Tân Hợp, xã Thanh Tiên, tỉnh Nghệ An", "Thôn Tân Hợp, xã Thanh Tiên, tỉnh Nghệ An", True),
        ("text", "ở tại đô thị", "ở tại đô thị", False),  # Đất was not read
        ("text", "TIỆM VÀNG PHUC", "TIỆM VÀNG PHUC", False),  # PHÚC, PHỤC: no syllable ends so without a mark
        ("text", "TIỆM VÀNG PHÚC", "TIỆM VÀNG PHÚC", True),
        ("text", "CÔNG TY TNHH MẪU", "CÔNG TY TNHH MẪU", True),
        ("text", "SỐ điện thoại", "SỐ điện thoại", False),  # an S enlarged by its mark
        ("money", "245 000 000 đồng", "245 000 000 đồng", False),  # one sum, or three numbers: the other reader decides
        ("money", "245. 000. 000 đồng", "245.000.000 đồng", True),
        ("email", "yen1342@example com", "yen1342@example.com", False),
        ("email", "yen1342@example. com", "yen1342@example.com", False),
        ("email", "thai diem2156@example.vn", "thai_diem2156@example.vn", False),  # the line below was taken for a rule
        ("phone", "0916 940 998_", "0916 940 998", True),
        ("nationality", "Viêt Nam", "Việt Nam", False),  # no syllable ends so without a mark
        ("nationality", "Viet Nam", "Viet Nam", False),  # written without marks: as it is
        ("ethnicity", "H' Mông", "H'Mông", True),
    ],
)
def test_a_value_is_as_it_was_written_whatever_the_scanner_put_beside_it(
    kind: str, read: str, value: str, holds: bool
) -> None:
    found = parse(kind, read.split(" "))
    assert found
    assert (found.text, found.valid) == (value, holds)


@pytest.mark.parametrize(
    ("read", "value", "holds"),
    [
        ("Xóm 3, xã Nghi Lộc, tỉnh Nghệ An", "Xóm 3, xã Nghi Lộc, tỉnh Nghệ An", True),
        ("Tổ dân phố46, xã Nghi Lộc, tỉnh Nghệ An", "Tổ dân phố 46, xã Nghi Lộc, tỉnh Nghệ An", False),
        ("Xóm 1,xã Nghi Lộc, tỉnh Nghệ An", "Xóm 1, xã Nghi Lộc, tỉnh Nghệ An", False),
        ("Xóm 3, xã Nghi lộc, tỉnh Nghệ An", "Xóm 3, xã Nghi lộc, tỉnh Nghệ An", False),  # no name begins small
        ("Xóm 3, xã Nghỉ Lộc, tỉnh Nghệ An", "Xóm 3, xã Nghi Lộc, tỉnh Nghệ An", False),  # the one place so called
        ("3, xã Nghi Lộc, tỉnh Nghệ An", "3, xã Nghi Lộc, tỉnh Nghệ An", False),  # Xóm was not read
        ("Xóm 3, xã Nghi Lộc, tỉnh Nghệ", "Xóm 3, xã Nghi Lộc, tỉnh Nghệ", False),  # An stands in the next line
        (
            "Thôn 2, xã la Mơ, tỉnh Gia Lai",
            "Thôn 2, xã Ia Mơ, tỉnh Gia Lai",
            True,
        ),  # a capital i, which looks as an l does
    ],
)
def test_an_address_that_lost_something_is_shown_and_does_not_hold(read: str, value: str, holds: bool) -> None:
    found = parse("address", read.split(" "))
    assert found
    assert (found.text, found.valid) == (value, holds)


def test_a_name_that_begins_with_a_given_name_lost_its_family_name() -> None:
    found = parse("name", ["PHÚC", "LAN"])
    assert found and not found.valid and not found.possible


def test_a_footnotes_mark_that_grew_together_with_the_first_word_is_no_part_of_a_value() -> None:
    value = parse("address", ["(2)Thôn", "4,", "xã", "Nghi", "Lộc,", "tỉnh", "Nghệ", "An"])
    assert value is not None and value.text == "Thôn 4, xã Nghi Lộc, tỉnh Nghệ An"


def test_a_day_of_issue_is_typed_alone_and_read_only_behind_its_words() -> None:
    typed = parse("issued", ["12/06/2021"])
    assert typed is not None and (typed.normal, typed.valid) == ("2021-06-12", True)
    assert parse("issued", ["có", "giá", "trị", "đến", "12/06/2031"]) is None

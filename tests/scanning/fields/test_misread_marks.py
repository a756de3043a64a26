"""What nothing else is like is put right in its marks, and looked at by the clerk."""

from __future__ import annotations

import pytest

from scanning.fields.values import parse


@pytest.mark.parametrize(
    ("kind", "read", "text"),
    [
        ("agency", "Uy ban nhân dân xã Bình Gia", "Ủy ban nhân dân xã Bình Gia"),
        ("agency", "UY BAN NHÂN DÂN XÃ NGHI LỘC", "ỦY BAN NHÂN DÂN XÃ NGHI LỘC"),
        ("address", "Tố dân phố 27, xã Thọ Văn, tỉnh Phú Thọ", "Tổ dân phố 27, xã Thọ Văn, tỉnh Phú Thọ"),
        ("text", "Trạm y tế phường Xuân Trường Đà Lạt", "Trạm y tế phường Xuân Trường - Đà Lạt"),
        ("text", "Nhối máu cơ tim, nhồi máu cơ tim", "Nhồi máu cơ tim, nhồi máu cơ tim"),
    ],
)
def test_a_misread_mark_of_a_set_phrase_is_put_right_and_never_sure(kind: str, read: str, text: str) -> None:
    value = parse(kind, read.split())
    assert value is not None
    assert (value.text, value.valid, value.possible) == (text, False, False)


@pytest.mark.parametrize(
    ("kind", "written"),
    [
        ("agency", "Uỷ ban nhân dân xã Nghi Lộc"),  # the tone at the other letter is another way to write it
        ("text", "Uy ban nhan dan xa Binh Gia"),  # typed without marks
        ("name", "TỐ DÂN PHỐ"),  # a name is nobody's phrase
        ("text", "Trẻ em hỗ trợ"),  # em họ is too short a phrase to be known by its letters
    ],
)
def test_what_is_written_otherwise_on_purpose_stays(kind: str, written: str) -> None:
    value = parse(kind, written.split())
    assert value is None or value.text == written


def test_a_name_in_capitals_is_no_abbreviation_so_a_syllable_without_its_tone_is_no_name() -> None:
    lost, whole = parse("name", ["LỮ", "THANH", "THÁI", "OC"]), parse("name", ["LỮ", "THANH", "THÁI", "ỌC"])
    assert lost is not None and not lost.valid and not lost.possible
    assert whole is not None and whole.possible

"""A value as two readers read it: sure where they agree and it can be; else the likelier one is shown, or none."""

from __future__ import annotations

from dataclasses import replace

import pytest

from counter_app.dossier.pages import PageReading, SecondReading
from scanning.fields.extract import extract
from scanning.fields.lines import Print, letters_in
from scanning.fields.readings import value_of
from scanning.fields.templates import Label, Part, Template, templates
from tests.scanning.fields.written_pages import BIRTH, page


def read_twice(text: str, other: dict[str, str]) -> PageReading:
    """The page as both readers read it: the second one some words otherwise."""
    once = page(text)
    return replace(
        once, second_reading=tuple(SecondReading(other.get(word.text, word.text), word.box) for word in once.words)
    )


def test_what_two_readers_read_otherwise_is_not_sure() -> None:
    read = extract(templates()["birth_registration_declaration"], [read_twice(BIRTH, {"MẪU": "MẬU", "Mẹ": "Me"})])
    sure = {field.name: field.sure for field in read}
    assert not sure["subject.name"] and not sure["requester.relation"]
    assert sure["requester.name"] and sure["subject.born"]


def test_free_text_in_capitals_is_sure_only_where_it_was_read_surely_for_both_readers_lose_its_marks() -> None:
    def is_sure(text: str, confidence: float) -> bool:
        once = page(
            BIRTH.replace("Họ, chữ đệm, tên người mẹ", f"Nơi sinh: {text}\nHọ, chữ đệm, tên người mẹ"), confidence
        )
        both = replace(once, second_reading=tuple(SecondReading(word.text, word.box) for word in once.words))
        read = extract(templates()["birth_registration_declaration"], [both])
        return next(field.sure for field in read if field.name == "subject.birthplace")

    assert is_sure("TRẠM Y TẾ QUỲNH", 96) and not is_sure("TRẠM Y TẾ QUỲNH", 90)
    assert is_sure("Trạm y tế Quỳnh", 90)


def test_a_rare_name_that_two_readers_read_alike_is_sure_and_by_one_alone_is_not() -> None:
    text = BIRTH.replace("LÊ VĂN MẪU", "XỒNG BÁ TỂNH")
    (alone,) = (field for field in extract(templates()["birth_registration_declaration"], [page(text)])
                if field.name == "subject.name")  # fmt: skip
    (by_both,) = (field for field in extract(templates()["birth_registration_declaration"], [read_twice(text, {})])
                  if field.name == "subject.name")  # fmt: skip
    assert (alone.value, alone.sure) == ("XỒNG BÁ TỂNH", False)
    assert (by_both.value, by_both.sure) == ("XỒNG BÁ TỂNH", True)


def test_what_only_the_second_reader_read_by_the_rule_is_shown_and_never_sure() -> None:
    text = BIRTH.replace(
        "Quốc tịch: Việt Nam\nHọ, chữ đệm, tên người mẹ", "Quốc tịch: Vlệt Nam\nHọ, chữ đệm, tên người mẹ"
    )
    read = extract(templates()["birth_registration_declaration"], [read_twice(text, {"Vlệt": "Việt"})])
    (found,) = (field for field in read if field.name == "subject.nationality")
    assert (found.value, found.sure) == ("Việt Nam", False)


@pytest.mark.parametrize(
    ("field", "first", "second", "shown", "sure"),
    [
        ("requester.address", {"Nghi": "Nghỉ"}, {"Nghỉ": "Nghi"}, "Xóm 3, xã Nghi Lộc, tỉnh Nghệ An", True),
        (
            "requester.address",
            {"Lộc,": "Lôc,"},
            {"Lôc,": "Lộc,", "Xóm": "Xỏm"},
            "Xóm 3, xã Nghi Lộc, tỉnh Nghệ An",
            True,
        ),
        ("requester.address", {"Nghi": "Ngbi"}, {"Ngbi": "Nghi"}, "Xóm 3, xã Nghi Lộc, tỉnh Nghệ An", False),
        ("subject.nationality", {"Việt": "Viêt"}, {"Viêt": "Việt"}, "Việt Nam", True),
        ("subject.ethnicity", {"Kinh": "Kính"}, {"Kính": "Kỉnh"}, "Kinh", False),
    ],
)
def test_where_the_readers_differ_in_marks_what_there_is_decides_and_other_letters_are_never_sure(
    field: str, first: dict[str, str], second: dict[str, str], shown: str, sure: bool
) -> None:
    text = BIRTH
    for word, misread in first.items():
        text = text.replace(word, misread)
    read = extract(templates()["birth_registration_declaration"], [read_twice(text, second)])
    (found,) = (found for found in read if found.name == field)
    assert (found.value, found.sure) == (shown, sure)


def of_words(kind: str, first: str, second: str, confidence: float = 95.0) -> tuple[str, bool] | None:
    """The value of that kind of two readings, word by word, and whether it holds."""
    pairs = zip(first.split(), second.split(), strict=True)
    words = [
        Print(text, letters_in(text), confidence, (40 * at, 0, 30, 20), 0, 0, first=False, second=again)
        for at, (text, again) in enumerate(pairs)
    ]
    found = value_of(kind, words)
    return (found[0].text, found[0].valid) if found else None


def test_of_two_readings_the_one_that_can_be_is_shown_and_is_not_sure() -> None:
    assert of_words("number", "5.4 m", "5,4 m") == ("5,4", False), "a comma, for a full stop parts thousands"
    assert of_words("code", "1Z", "17") == ("17", False)
    assert of_words("ethnicity", "HMông", "H'Mông") == ("H'Mông", False)
    assert of_words("text", "Đã ty hôn", "Đã ly hôn") == ("Đã ly hôn", False)
    assert of_words("text", "Thay đối địa chỉ", "Thay đổi địa chỉ") == ("Thay đổi địa chỉ", False)
    assert of_words("name", "HÀ THU NGUYÉT", "HÀ THU NGUYÊT") == ("HÀ THU NGUYỆT", False)
    assert of_words("email", "bach_ que12(example.vn", "bach_ que12@example.vn") == ("bach_que12@example.vn", False)
    assert of_words("date", "1 95 1", "1 95 1") == ("1951", False), "its digits stand far apart"


def test_the_words_of_a_value_are_among_those_given_however_many_gaps_the_second_reader_has() -> None:
    for kind, first, second in (
        ("email", "bach_que12(example.vn", "bach _que12 @ example.vn"),
        ("email", "aĐ|x", "a. b@c .vn d"),
        ("number", "5x8", "1 500 m"),
        ("money", "1.000.000d", "1 000 000 đồng"),
        ("address", "Xom3xãNghiLộc", "Xóm 3, xã Nghi Lộc, tỉnh Nghệ An"),
    ):
        for confidence in (20.0, 70.0, 96.0):
            word = Print(first, letters_in(first), confidence, (0, 0, 300, 20), 0, 0, first=False, second=second)
            found = value_of(kind, [word])
            assert found is None or set(found[0].words) <= {0}, (kind, second)


def test_a_comma_a_code_and_words_that_both_read_alike_stay_as_they_are() -> None:
    assert of_words("number", "5,4 m", "5.4 m") == ("5,4", True)
    assert of_words("code", "17", "1Z") == ("17", True)
    assert of_words("text", "Thay đổi địa chỉ", "Thay đối địa chi") == ("Thay đổi địa chỉ", True)


@pytest.mark.parametrize(
    ("field", "first", "second", "shown"),
    [
        ("requester.identity_number", {"040190001234,": "940190001234,"}, {}, "040190001234"),
        ("subject.name", {"LÊ": "LỀ"}, {"LỀ": "LÊ"}, "LÊ VĂN MẪU"),
        ("requester.address", {"Xóm": "ÿXóm"}, {"ÿXóm": "Xóm"}, "Xóm 3, xã Nghi Lộc, tỉnh Nghệ An"),
        ("addressee", {"Lò": "Lỏ", "phường": "phương"}, {"Lỏ": "Lò"}, "Ủy ban nhân dân phường Cửa Lò"),
        ("requester.address", {"Lộc,": "Lôc,"}, {"Xóm": "Xỏm"}, "Xóm 3, xã Nghi Lộc, tỉnh Nghệ An"),  # one is so called
        ("subject.sex", {"Dân": "xxx", "tộc:": "yyy", "Quốc": "", "tịch:": ""}, {}, "Nam"),
    ],
)
def test_of_a_value_that_does_not_hold_the_likelier_reading_of_each_word_is_shown_and_is_not_sure(
    field: str, first: dict[str, str], second: dict[str, str], shown: str
) -> None:
    text = BIRTH
    for word, misread in first.items():
        text = text.replace(word, misread)
    right = second or {misread: word for word, misread in first.items()}
    read = extract(templates()["birth_registration_declaration"], [read_twice(text, right)])
    (found,) = (found for found in read if found.name == field)
    assert (found.value, found.sure) == (shown, False)


def test_dots_of_a_telephone_that_only_the_second_reader_saw_are_written() -> None:
    text = "TỜ KHAI THAY ĐỔI THÔNG TIN CƯ TRÚ\n5. Số điện thoại liên hệ: 0758 376 344   9 E-mail: a.b@example.vn"
    label = Label(("sodienthoailienhe",), (Part("requester.phone", "phone"),))
    mail = Label(("email",), (Part("requester.email", "email"),))
    once = read_twice(text, {"0758": "0758.", "376": "376.", "9": "9."})
    read = {field.name: field.value for field in extract(Template("form", (), (label, mail)), [once])}
    assert read == {"requester.phone": "0758.376.344", "requester.email": "a.b@example.vn"}


@pytest.mark.parametrize(
    ("kind", "first", "second", "shown"),
    [
        ("text", "vào hô của chồng", "vào hộ của chông", "vào hộ của chồng"),  # a dot below is overlooked, not invented
        ("name", "Hồ Đăng Ty", "Hồ Đăng Tỵ", "Hồ Đăng Tỵ"),
        ("name", "Đỉnh Văn An", "Đinh Văn An", "Đinh Văn An"),  # the dot of an i
        ("text", "đã Ly hôn", "đã ly hôn", "đã ly hôn"),
        ("name", "Tạ Hồng Kỷ", "Tạ Hồng Kỳ", "Tạ Hồng Kỷ"),  # few are called so, and it was read surely
        ("name", "XÔNG Y SUA", "XÔNG Y SUA", "XỒNG Y SUA"),  # the only family with these letters
        ("name", "TẠ NHƯTHUẦN", "TẠ NHƯTHUẤN", "TẠ NHƯ THUẦN"),
        ("text", "Bảnthân", "Bảnthân", "Bản thân"),
        ("text", "Bệnh viện Quân y4", "Bệnh viện Quân y4", "Bệnh viện Quân y4"),
        ("number", "5 m", "57 m", "57"),
        ("number", "07 m²", "87 m²", "87"),
        ("code", "5", "57", "57"),
        ("moment", "18 11 2020", "18. 11. 2020", "18.11.2020"),
        ("email", "tyhan I899(example.org", "tyhan1 899@example.org", "tyhan1899@example.org"),
        ("address", "Số 4, ngô 12, xà Nghi Lộc", "Số 4, ngõ 12, xã Nghi Lộc", "Số 4, ngõ 12, xã Nghi Lộc"),
        (
            "agency",
            "Ủy ban nhân dân phường Liên Chiếu",
            "Ủy ban nhân dân phường Liên Chiếu",
            "Ủy ban nhân dân phường Liên Chiểu",
        ),
        (
            "address",
            "phường Vinh Tân, thành phố Vĩnh, tỉnh Nghệ An",
            "phường Vinh Tân, thành phố Vĩnh, tỉnh Nghệ An",
            "phường Vinh Tân, thành phố Vinh, tỉnh Nghệ An",
        ),
        ("relation", "Cha vơ", "Cha vơ", "Cha vợ"),
        ("relation", "Me,", "Me.,", "Mẹ"),
    ],
)
def test_what_one_reader_or_both_misread_is_put_right_where_there_is_one_way_and_is_not_sure(
    kind: str, first: str, second: str, shown: str
) -> None:
    value = of_words(kind, first, second)
    assert value is not None
    assert value[0] == shown
    assert not value[1] or kind == "moment" or first == shown, "only what was read so may be sure"

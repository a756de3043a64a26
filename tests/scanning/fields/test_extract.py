"""What a declaration says is read by its labels: exactly, into the right person's fields, or not at all."""

from __future__ import annotations

from dataclasses import replace

import pytest

from counter_app.dossier.pages import Word
from scanning.fields.extract import extract
from scanning.fields.templates import templates
from scanning.fields.titles import papers_with_titles
from scanning.fields.values import KINDS
from tests.scanning.fields.written_pages import BIRTH, page


def values(text: str, paper: str = "birth_registration_declaration", confidence: float = 96.0) -> dict[str, str]:
    return {field.name: field.value for field in extract(templates()[paper], [page(text, confidence)])}


def test_requester_child_and_mother_have_the_same_labels_and_are_told_apart() -> None:
    read = values(BIRTH)
    assert read["requester.name"] == read["mother.name"] == "TRẦN THỊ THỬ"
    assert read["subject.name"] == "LÊ VĂN MẪU"
    assert (read["subject.ethnicity"], read["mother.ethnicity"]) == ("Kinh", "Thổ")
    assert read["requester.identity_number"] == "040190001234"
    assert read["requester.identity_issued"] == "10/05/2021"
    assert read["addressee"] == "Ủy ban nhân dân phường Cửa Lò"


def test_a_father_who_is_not_named_stays_blank() -> None:
    assert not [name for name in values(BIRTH) if name.startswith("father.")]


def test_misread_labels_and_labels_over_two_lines_are_found() -> None:
    text = BIRTH.replace("Quan hệ với người được", "Quan hê vói người\nđược").replace("Giới tính", "Giơi tinh")
    read = values(text)
    assert (read["requester.relation"], read["subject.sex"]) == ("Mẹ", "Nam")


def test_a_year_alone_stays_a_year_and_a_day_is_told_beside_what_is_written() -> None:
    fields = {field.name: field for field in extract(templates()["birth_registration_declaration"], [page(BIRTH)])}
    assert (fields["mother.born"].value, fields["mother.born"].normal) == ("1990", "1990")
    assert (fields["subject.born"].value, fields["subject.born"].normal) == ("15/04/2026", "2026-04-15")
    assert fields["subject.born"].sure


@pytest.mark.parametrize(
    ("written", "field"),
    [
        ("31/02/2026", "subject.born"),
        ("15/04/2026 hoặc 16/04/2026", "subject.born"),
        ("khoảng giữa năm", "subject.born"),
    ],
)
def test_a_day_that_is_none_or_two_is_left_blank(written: str, field: str) -> None:
    assert field not in values(BIRTH.replace("15/04/2026", written))


def test_an_empty_line_takes_nothing_from_the_numbered_line_below() -> None:
    text = """ĐƠN ĐỀ NGHỊ CẤP GIẤY PHÉP XÂY DỰNG
Kính gửi:
1. Thông tin về chủ đầu tư:
- Tên chủ đầu tư: Lê Văn Mẫu
- Số tầng:
5. Điều chưa có trong mẫu đọc"""
    template = replace(templates()["building_permit_application"], labels=tuple(
        label for label in templates()["building_permit_application"].labels
        if label.wordings[0] in ("dondenghicapgiayphepxaydung", "kinhgui", "tenchudautu", "sotang")
    ))  # fmt: skip
    assert [field.name for field in extract(template, [page(text)])] == ["owner.name"]


def test_two_numbers_for_one_person_are_left_blank() -> None:
    assert "requester.identity_number" not in values(BIRTH.replace("do Bộ", "và 040190001235 do Bộ"))


def test_what_was_read_with_doubt_is_never_sure() -> None:
    fields = extract(templates()["birth_registration_declaration"], [page(BIRTH, 60.0)])
    assert fields and not any(field.sure for field in fields)


def test_another_form_gives_nothing_by_this_template() -> None:
    assert values("GIẤY MỜI HỌP\nKính gửi: ông Lê Văn Mẫu\nThời gian: 8 giờ\nĐịa điểm: nhà văn hóa") == {}


def test_a_table_gives_each_party_its_own_column() -> None:
    rows = [("Thông tin", "Bên nữ", "Bên nam"), ("Họ, chữ đệm, tên", "Trần Thị Thử", "Lê Văn Mẫu"),
            ("Ngày, tháng, năm sinh", "01/02/1999", "03/04/1998"), ("Dân tộc", "Kinh", "Thái"),
            ("Quốc tịch", "Việt Nam", "Lào")]  # fmt: skip
    words = [
        Word(word, 95.0, (x + 130 * place, 300 + 60 * line, 110, 30))
        for line, row in enumerate(rows)
        for x, cell in zip((100, 800, 1250), row, strict=True)
        for place, word in enumerate(cell.split())
    ]
    title = page("TỜ KHAI ĐĂNG KÝ KẾT HÔN\nKính gửi: Ủy ban nhân dân phường Cửa Lò")
    template = templates()["marriage_registration_declaration"]
    read = {field.name: field.value for field in extract(template, [replace(title, words=title.words + tuple(words))])}
    assert (read["wife.name"], read["husband.name"]) == ("Trần Thị Thử", "Lê Văn Mẫu")
    assert (read["wife.born"], read["husband.nationality"]) == ("01/02/1999", "Lào")


def test_every_template_has_a_title_and_fields_of_known_kinds() -> None:
    kinds = {part.kind for template in templates().values() for label in template.labels for part in label.parts}
    assert kinds <= set(KINDS)
    assert set(templates()) <= papers_with_titles()


def test_a_name_that_sounds_like_a_label_is_no_label() -> None:
    text = BIRTH.replace("người mẹ: TRẦN THỊ THỬ\nNăm sinh: (5) 1990", "người mẹ: CHU VĂN THẮNG\nNăm sinh: 20/01/1997")
    read = values(text)
    assert (read["mother.name"], read["mother.born"]) == ("CHU VĂN THẮNG", "20/01/1997")

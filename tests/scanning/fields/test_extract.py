"""What a declaration says is read by its labels: exactly, into the right person's fields, or not at all."""

from __future__ import annotations

from dataclasses import replace

import pytest

from counter_app.dossier.pages import Word, Writing
from scanning.fields.extract import extract
from scanning.fields.field import HANDWRITTEN
from scanning.fields.labels import find_labels
from scanning.fields.lines import printed
from scanning.fields.parties import headings_of
from scanning.fields.templates import Template, templates
from scanning.fields.titles import papers_with_titles
from scanning.fields.values import KINDS, parse
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


def test_both_people_of_a_recognised_child_are_read_each_into_their_own_fields() -> None:
    person = "Họ, chữ đệm, tên: {}\nNgày, tháng, năm sinh: {}\nGiới tính: Nam Dân tộc: Kinh\nNơi cư trú: {}"
    text = "\n".join((
        "TỜ KHAI ĐĂNG KÝ NHẬN CHA, MẸ, CON",
        "Họ, chữ đệm, tên người yêu cầu: TRẦN THỊ THỬ",
        "Quan hệ với người nhận cha/mẹ/con: Mẹ",
        "Đề nghị cơ quan công nhận người có tên dưới đây:",
        person.format("LÊ VĂN MẪU", "15/04/2026", "Xóm 3, xã Nghi Lộc, tỉnh Nghệ An"),
        "Giấy khai sinh/Giấy tờ tùy thân: Căn cước số 040226001234",
        "Là con của người có tên dưới đây:",
        person.format("LÊ VĂN CHA", "02/01/1988", "Khối 5, phường Cửa Lò, tỉnh Nghệ An"),
        "Giấy tờ tùy thân: (3) CCCD số 040088001234, cấp ngày 10/05/2021",
        "Tôi cam đoan việc nhận con nói trên là đúng sự thật",
    ))  # fmt: skip
    read = values(text, "parentage_declaration")
    assert (read["subject.name"], read["subject.born"], read["subject.identity_number"]) == (
        "LÊ VĂN MẪU", "15/04/2026", "040226001234",
    )  # fmt: skip
    assert (read["relative.name"], read["relative.born"], read["relative.identity_number"]) == (
        "LÊ VĂN CHA", "02/01/1988", "040088001234",
    )  # fmt: skip
    assert read["relative.address"].startswith("Khối 5") and read["subject.address"].startswith("Xóm 3")
    assert (read["requester.relation"], read["subject.relation"]) == ("Mẹ", "con")


@pytest.mark.parametrize(
    ("line", "relation"),
    [
        ("Là: cha đẻ của người có tên dưới đây:", "cha đẻ"),
        ("Lả con của ngươi có tên dưới đày:", "con"),
        ("Là ................... của người có tên dưới đây:", ""),
        ("Là của người có tên dưới đây:", ""),
        ("Là mẹ", ""),  # nothing says whose
        ("Xóm 4, xã Là Ngạn của người có tên dưới đây:", ""),  # it begins no line
    ],
)
def test_how_the_two_people_of_a_parentage_are_related_stands_between_two_labels(line: str, relation: str) -> None:
    text = f"""TỜ KHAI ĐĂNG KÝ NHẬN CHA, MẸ, CON
Họ, chữ đệm, tên người yêu cầu: TRẦN THỊ THỬ
Đề nghị cơ quan công nhận người có tên dưới đây:
Họ, chữ đệm, tên: LÊ VĂN MẪU
Ngày, tháng, năm sinh: 15/04/2026
Nơi cư trú: Xóm 3, xã Nghi Lộc, tỉnh Nghệ An
{line}
Họ, chữ đệm, tên: LÊ VĂN CHA
Ngày, tháng, năm sinh: 02/01/1988"""
    read = values(text, "parentage_declaration")
    assert read.get("subject.relation", "") == relation
    assert read["subject.name"] == "LÊ VĂN MẪU"


def test_a_printed_name_that_a_pen_crossed_out_and_wrote_anew_beside_is_to_be_typed() -> None:
    form = page(BIRTH.replace("LÊ VĂN MẪU", "Lê Văn Mẫu Phan Văn Sửa"))
    fields = {field.name: field for field in extract(templates()["birth_registration_declaration"], [form])}
    assert fields["subject.name"].value
    pens = next(word.box for word in form.words if word.text == "Phan")
    written = Writing((pens[0], pens[1], 260, 34), 99.0, "", (), 0, False)
    fields = {
        field.name: field
        for field in extract(templates()["birth_registration_declaration"], [replace(form, writing=(written,))])
    }
    assert (fields["subject.name"].value, fields["subject.name"].filled) == ("", HANDWRITTEN)
    assert fields["mother.name"].value == "TRẦN THỊ THỬ", "of the others nothing is lost"


def test_the_mark_of_a_footnote_whose_bracket_was_not_read_is_no_part_of_what_follows() -> None:
    assert values(BIRTH.replace("gửi: (1)", "gửi: (1 "))["addressee"] == "Ủy ban nhân dân phường Cửa Lò"


def test_a_correction_gives_what_is_to_be_corrected_why_and_where_it_was_registered() -> None:
    text = """TỜ KHAI ĐĂNG KÝ VIỆC THAY ĐỔI, CẢI CHÍNH,
BỔ SUNG THÔNG TIN HỘ TỊCH, XÁC ĐỊNH LẠI DÂN TỘC
Họ, chữ đệm, tên người yêu cầu: TRẦN THỊ THỬ
Đề nghị cơ quan đăng ký việc (4) cải chính hộ tịch cho người có tên dưới đây:
Họ, chữ đệm, tên: LÊ VĂN MẪU
Ngày, tháng, năm sinh: 15/04/2016
Giới tính: Nam Dân tộc: Kinh Quốc tịch: Việt Nam
Nơi cư trú: Xóm 3, xã Nghi Lộc, tỉnh Nghệ An
Đã đăng ký (5) khai sinh tại Ủy ban nhân dân xã Nghi Lộc ngày 12 tháng 3 năm 2019 số 45 Quyển số 01
Nội dung: (6) Cải chính chữ đệm từ Văn thành Hữu
Lý do: Giấy chứng sinh ghi nhầm
Tôi cam đoan những nội dung khai trên đây là đúng sự thật."""
    read = values(text, "civil_status_correction_declaration")
    assert (read["change"], read["request"]) == ("Cải chính chữ đệm từ Văn thành Hữu", "Giấy chứng sinh ghi nhầm")
    assert read["registered.at"] == "Ủy ban nhân dân xã Nghi Lộc"
    unread = text.replace("Ủy ban nhân dân xã Nghi Lộc ngày", "ngày")
    assert "registered.at" not in values(unread, "civil_status_correction_declaration"), "blank beats a day"
    unread = text.replace("Ủy ban nhân dân xã Nghi Lộc ngày", "")
    assert "registered.at" not in values(unread, "civil_status_correction_declaration"), "nor half of one"


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


def test_a_heading_whose_number_was_misread_is_no_answer_of_an_empty_line_above() -> None:
    form = """XÁC NHẬN TÌNH TRẠNG CHỖ Ở HỢP PHÁP, DIỆN TÍCH NHÀ Ở TỐI THIỂU
ĐỂ ĐĂNG KÝ THƯỜNG TRÚ, ĐĂNG KÝ TẠM TRÚ
Kính gửi(2):
IL. THÔNG TIN NGƯỜI ĐỀ NGHỊ
1. Họ, chữ đệm và tên: LÊ VĂN MẪU
2. Ngày, tháng, năm sinh: 01/02/1990
3. Số định danh cá nhân: 040090001234
4. Nơi cư trú: Xóm 3, xã Nghi Lộc, tỉnh Nghệ An"""
    read = values(form, "lawful_dwelling_declaration")
    assert "addressee" not in read and read["requester.name"] == "LÊ VĂN MẪU"


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


def test_a_heading_of_a_table_that_a_pen_runs_over_is_known_beside_the_other_one() -> None:
    read = [
        printed([page(f"Thông tin   {wife}   {husband}\nHọ, chữ đệm, tên   Trần Thị Thử   Lê Văn Mẫu")])
        for wife, husband in (("Bên nữ", "Bên nm."), ("Bên nư8", "Bên nam"), ("Bên nữ", "Bên"), ("Bên", "Ghi"))
    ]
    parties = (("wife", ("bennu",)), ("husband", ("bennam",)))
    found = [headings_of(Template("form", (), (), parties), words) for words in read]
    assert [sorted(names) for names in found] == [["husband", "wife"]] * 3 + [[]]
    assert all(names["wife"] < names["husband"] for names in found[:3])


def test_a_label_whose_first_word_a_pen_hides_is_not_found_over_the_colon_of_another() -> None:
    labels = templates()["land_use_application"].labels
    form = "ĐƠN XIN CHUYỂN MỤC ĐÍCH SỬ DỤNG ĐẤT\nKính gửi:\nxin chuyển mục đích sử dụng đất: Lê Văn Mẫu"
    assert ("kinhgui",) in [labels[place.label].wordings for place in find_labels(labels, printed([page(form)]))]


def test_every_template_has_a_title_and_fields_of_known_kinds() -> None:
    kinds = {part.kind for template in templates().values() for label in template.labels for part in label.parts}
    assert kinds <= set(KINDS)
    assert set(templates()) <= papers_with_titles()


def test_a_label_ends_at_its_colon_though_the_value_goes_on_like_a_longer_wording() -> None:
    text = "GIẤY CHỨNG NHẬN QUYỀN SỬ DỤNG ĐẤT\nMục đích sử dụng: Đất nuôi trồng thủy sản"
    label = next(label for label in templates()["land_use_certificate"].labels if "mucdichsudung" in label.wordings)
    (place,) = find_labels([label], printed([page(text)]))
    assert printed([page(text)])[place.value].text == "Đất"


def test_a_footnotes_mark_grown_together_with_the_value_is_no_part_of_it() -> None:
    text = BIRTH.replace("gửi: (1) Ủy", "gửi: (1)Ủy").replace("trú: (2) Xóm", "trú:(2)Xóm")
    read = values(text)
    assert read["addressee"] == "Ủy ban nhân dân phường Cửa Lò"
    assert read["requester.address"] == "Xóm 3, xã Nghi Lộc, tỉnh Nghệ An"
    assert values(BIRTH.replace("(1) Ủy", "(Ủy"))["addressee"] == "Ủy ban nhân dân phường Cửa Lò"


def test_a_day_whose_signs_were_lost_is_a_day_and_not_sure() -> None:
    read = extract(templates()["birth_registration_declaration"], [page(BIRTH.replace("15/04/2026", "15 04 2026"))])
    (born,) = (field for field in read if field.name == "subject.born")
    assert (born.normal, born.sure) == ("2026-04-15", False)


def test_a_word_whose_box_is_higher_than_its_line_still_belongs_to_it() -> None:
    once = page(BIRTH)
    words = tuple(
        replace(word, box=(word.box[0], word.box[1] - 20, word.box[2], 50)) if word.text == "tỉnh" else word
        for word in once.words
    )
    read = {field.name: field.value for field in extract(templates()[once.document_type], [replace(once, words=words)])}
    assert read["requester.address"] == "Xóm 3, xã Nghi Lộc, tỉnh Nghệ An"


def test_a_name_like_the_beginning_of_a_longer_label_is_a_name() -> None:
    read = values(BIRTH.replace("người mẹ: TRẦN THỊ THỬ", "người mẹ: Hoàng Trung Lan Thắng"))
    assert read["mother.name"] == "Hoàng Trung Lan Thắng" and read["mother.born"] == "1990"


def test_dots_behind_a_footnotes_mark_are_no_part_of_the_value() -> None:
    assert values(BIRTH.replace("(2) Xóm", "(2).. Xóm"))["requester.address"] == "Xóm 3, xã Nghi Lộc, tỉnh Nghệ An"


def test_a_name_that_sounds_like_a_label_is_no_label() -> None:
    text = BIRTH.replace("người mẹ: TRẦN THỊ THỬ\nNăm sinh: (5) 1990", "người mẹ: CHU VĂN THẮNG\nNăm sinh: 20/01/1997")
    read = values(text)
    assert (read["mother.name"], read["mother.born"]) == ("CHU VĂN THẮNG", "20/01/1997")


@pytest.mark.parametrize(
    ("kind", "written", "normal", "valid"),
    [
        ("number", "12.345", "12345", True),
        ("number", "1.234,5 m2", "1234.5", True),
        ("number", "0.125", "0.125", False),
        ("number", "1234.567", "1234.567", False),
        ("money", "1.500.000 đồng", "1500000", True),
        ("money", "0.500 đồng", "0.500", False),
        ("moment", "25 giờ 10 ngày 01/02/2026", "2026-02-01", False),
    ],
)
def test_a_point_that_may_be_a_comma_makes_no_sure_number(kind: str, written: str, normal: str, valid: bool) -> None:
    value = parse(kind, written.split())
    assert value is not None and (value.normal, value.valid) == (normal, valid)


@pytest.mark.parametrize(
    ("kind", "written"),
    [
        ("money", "1,500,000 đồng"),
        ("number", "1.23.456"),
        ("identity_number", "０４０１９０００１２３４"),
        ("identity_number", "٠٤٠١٩٠٠٠١٢٣٤"),
    ],
)
def test_figures_grouped_or_written_as_nobody_here_does_are_left_blank(kind: str, written: str) -> None:
    assert parse(kind, written.split()) is None


def test_on_an_old_form_with_the_father_before_the_mother_nobody_gets_what_is_the_others() -> None:
    read = values("""TỜ KHAI ĐĂNG KÝ KHAI SINH
Họ, chữ đệm, tên người yêu cầu: TRẦN THỊ THỬ
Quan hệ với người được khai sinh: Mẹ
Đề nghị cơ quan đăng ký khai sinh cho người dưới đây:
Họ, chữ đệm, tên: LÊ VĂN MẪU
Ngày, tháng, năm sinh: 15/04/2010
Dân tộc: Kinh Quốc tịch: Việt Nam
Quê quán: xã Nghi Lộc, tỉnh Nghệ An
Họ và tên cha: LÊ VĂN CHA
Dân tộc: Kinh Quốc tịch: Việt Nam Năm sinh: 1961
Họ và tên mẹ: TRẦN THỊ THỬ
Dân tộc: Thổ Quốc tịch: Lào Năm sinh: 1963
Tôi cam đoan nội dung đề nghị đăng ký khai sinh trên đây là đúng sự thật""")
    assert read["subject.name"] == "LÊ VĂN MẪU" and read["subject.ethnicity"] == "Kinh"
    assert not [name for name in read if name.startswith(("mother.", "father."))]


def test_whose_heading_was_found_keeps_what_stands_under_it_though_the_form_asks_for_no_name_there() -> None:
    text = """TỜ KHAI ĐỀ NGHỊ TRỢ GIÚP XÃ HỘI
THÔNG TIN CỦA ĐỐI TƯỢNG
1. Họ và tên: LANG VĂN THU
Ngày/tháng/năm sinh: 26/02/1942 Giới tính: Nam Dân tộc: Kinh
Giấy CMND hoặc Căn cước công dân số: 077042795142
2. Hộ khẩu thường trú: Xóm 3, xã Nghi Lộc, tỉnh Nghệ An
Tôi xin cam đoan những lời khai trên là đúng
THÔNG TIN NGƯỜI KHAI THAY
Giấy CMND hoặc Căn cước công dân số: 075062589860
Mối quan hệ với đối tượng: Bà nội"""
    read = values(text, "social_support_declaration")
    assert read["declarant.identity_number"] == "075062589860" and read["subject.identity_number"] == "077042795142"

"""A form that a clerk drew once is found and read again, without code."""

from __future__ import annotations

import tomllib
from dataclasses import replace
from pathlib import Path

import pytest

from counter_app.dossier.pages import Box, PageReading
from counter_app.procedures.data_files import DataFault
from scanning.fields.drawing import DrawnField, DrawnForm, label_before, name_of_paper, proposed, reopened
from scanning.fields.drawn_files import FieldTwice, NoFields, NoTitle, drawn_forms, keep_form, remove_form
from scanning.fields.headings import title_on
from scanning.fields.papers import fields_of, papers_of
from scanning.fields.templates import forms_of
from tests.scanning.fields.written_pages import page

BLANK = """CỘNG HÒA XÃ HỘI CHỦ NGHĨA VIỆT NAM
Độc lập - Tự do - Hạnh phúc
ĐƠN XIN XÁC NHẬN
HOÀN CẢNH GIA ĐÌNH
Kính gửi: (1)
1. Họ và tên (chữ in hoa):
2. Ngày sinh:                Giới tính:
3. Nơi cư trú: (2)
THÔNG TIN NGƯỜI CON
Họ và tên:
Lý do xin xác nhận (nếu có):"""
FILLED = """CỘNG HÒA XÃ HỘI CHỦ NGHĨA VIỆT NAM
Độc lập - Tự do - Hạnh phúc
ĐƠN XIN XÁC NHẬN
HOÀN CẢNH GIA ĐÌNH
Kính gửi: (1) Ủy ban nhân dân xã Nghi Lộc
1. Họ và tên (chữ in hoa): TRẦN THỊ THỬ
2. Ngày sinh: 15/04/1990   Giới tính: Nữ
3. Nơi cư trú: (2) Xóm 3, xã Nghi Lộc, tỉnh Nghệ An
THÔNG TIN NGƯỜI CON
Họ và tên: Lê Văn Mẫu
Lý do xin xác nhận (nếu có): Xin miễn giảm học phí"""


def behind(read: PageReading, label: str, broad: int = 900) -> Box:
    """A box as a clerk draws it, behind the word that ends a label."""
    x, y, width, height = next(word.box for word in read.words if word.text == label)
    return x + width + 8, y - 6, broad, height + 14


def drawn(read: PageReading) -> DrawnForm:
    fields = [
        ("requester.name", "name", behind(read, "hoa):")),
        ("requester.born", "date", behind(read, "sinh:", 200)),
        ("requester.sex", "sex", behind(read, "tính:")),
        ("requester.address", "address", behind(read, "trú:")),
        ("subject.name", "name", behind(read, "tên:")),
        ("purpose", "text", behind(read, "có):")),
    ]
    boxes = [box for *_, box in fields]
    return DrawnForm(
        "Xác nhận hoàn cảnh",
        title_on(read),
        name_of_paper("Xác nhận hoàn cảnh"),
        tuple(DrawnField(0, box, label_before(read, box, boxes), name, kind) for name, kind, box in fields),
    )


def test_title_and_labels_are_read_off_the_page() -> None:
    form = drawn(page(BLANK))
    assert form.title == "ĐƠN XIN XÁC NHẬN HOÀN CẢNH GIA ĐÌNH"
    assert [field.label for field in form.fields] == [
        "Họ và tên", "Ngày sinh", "Giới tính", "Nơi cư trú", "Họ và tên", "Lý do xin xác nhận",
    ]  # fmt: skip


@pytest.mark.parametrize("sample", [BLANK, FILLED])
def test_what_was_drawn_once_on_a_blank_or_a_filled_form_is_found_and_read_again(sample: str, tmp_path: Path) -> None:
    pages = [page(sample)]
    keep_form(tmp_path, drawn(pages[0]), pages)
    forms = forms_of(tmp_path)
    others = FILLED.replace("TRẦN THỊ THỬ", "PHAN VĂN KHÁC").replace("Lê Văn Mẫu", "Phan Thị Nghĩa")
    read = [page(others)]
    (paper,) = papers_of(read, forms)
    assert paper.known_as.paper == "own_xac_nhan_hoan_canh"
    assert {field.name: field.value for field in fields_of(paper, read, forms)} == {
        "requester.name": "PHAN VĂN KHÁC",
        "requester.born": "15/04/1990",
        "requester.sex": "Nữ",
        "requester.address": "Xóm 3, xã Nghi Lộc, tỉnh Nghệ An",
        "subject.name": "Phan Thị Nghĩa",
        "purpose": "Xin miễn giảm học phí",
    }
    assert papers_of(read)[0].known_as.paper == "unknown"


def test_the_file_is_of_the_shape_of_those_of_the_program_and_keeps_where_boxes_stand(tmp_path: Path) -> None:
    pages = [page(BLANK)]
    keep_form(tmp_path, drawn(pages[0]), pages)
    (template,) = drawn_forms(tmp_path).templates
    (file,) = tmp_path.iterdir()
    (form,) = tomllib.loads(file.read_text(encoding="utf-8"))["form"]
    assert form["name"] == "Xác nhận hoàn cảnh" and len(form["block"]) == 1
    label = next(label for label in template.labels if label.parts and label.parts[0].field == "requester.name")
    assert label.area is not None and 10 < label.area[0] < 150


def test_boxes_are_proposed_behind_the_labels_with_the_fields_other_forms_have_there() -> None:
    found = {field.field: field for field in proposed(page(BLANK), 0)}
    assert found["addressee"].kind == "agency"
    labels = [(field.label, field.field) for field in proposed(page(BLANK), 0)]
    assert labels == [
        ("Kính gửi", "addressee"),
        ("Họ và tên", "requester.name"),
        ("Ngày sinh", "requester.born"),
        ("Giới tính", "requester.sex"),
        ("Nơi cư trú", "requester.address"),
        ("Họ và tên", "owner.name"),
        ("Lý do xin xác nhận", ""),
    ]


def test_another_version_of_a_known_form_is_read_beside_the_programs(tmp_path: Path) -> None:
    text = """TỜ KHAI THAY ĐỔI THÔNG TIN CƯ TRÚ
Người khai viết tên mình tại đây: Lê Văn Mẫu
Số căn cước hiện hành: 040090001234"""
    read = [page(text)]
    fields = (
        DrawnField(0, behind(read[0], "đây:"), "Người khai viết tên mình tại đây", "requester.name", "name"),
        DrawnField(
            0, behind(read[0], "hành:"), "Số căn cước hiện hành", "requester.identity_number", "identity_number"
        ),
    )
    form = DrawnForm("CT01 của tỉnh", title_on(read[0]), "residence_change_declaration", fields)
    keep_form(tmp_path, form, read)
    forms = forms_of(tmp_path)
    (paper,) = papers_of(read, forms)
    assert {field.name for field in fields_of(paper, read, forms)} == {"requester.name", "requester.identity_number"}
    assert not fields_of(paper, read)


def test_a_drawn_form_may_be_forgotten_and_drawn_anew(tmp_path: Path) -> None:
    pages = [page(BLANK)]
    form = drawn(pages[0])
    keep_form(tmp_path, form, pages)
    keep_form(tmp_path, replace(form, fields=form.fields[:3]), pages)
    (kept,) = drawn_forms(tmp_path).templates
    assert (kept.name, len(kept.fields)) == ("Xác nhận hoàn cảnh", 3)
    remove_form(tmp_path, "Xác nhận hoàn cảnh")
    assert not drawn_forms(tmp_path).templates


def test_what_could_not_be_found_again_is_not_saved(tmp_path: Path) -> None:
    pages = [page(BLANK)]
    form = drawn(pages[0])
    with pytest.raises(NoTitle):
        keep_form(tmp_path, replace(form, title=" "), pages)
    with pytest.raises(NoFields):
        keep_form(tmp_path, replace(form, fields=()), pages)
    with pytest.raises(FieldTwice):
        keep_form(tmp_path, replace(form, fields=(*form.fields, form.fields[0])), pages)
    with pytest.raises(DataFault):
        keep_form(tmp_path, replace(form, fields=(replace(form.fields[0], kind="shoe_size"),)), pages)
    assert not list(tmp_path.iterdir())


def test_a_faulty_file_of_the_office_is_told_with_its_line_and_the_others_are_read(tmp_path: Path) -> None:
    pages = [page(BLANK)]
    keep_form(tmp_path, drawn(pages[0]), pages)
    (tmp_path / "bad.toml").write_text('[[form]]\npaper = "x"\n\n[[form.block]]\nlabel = 3\n', encoding="utf-8")
    forms = drawn_forms(tmp_path)
    assert [template.name for template in forms.templates] == ["Xác nhận hoàn cảnh"]
    assert {(fault.file, fault.line) for fault in forms.faults} <= {
        ("templates/bad.toml", 4),
        ("templates/bad.toml", 5),
    }
    assert forms.faults


def test_a_drawn_forms_boxes_are_there_again_on_another_scan_of_it(tmp_path: Path) -> None:
    pages = [page(BLANK)]
    form = drawn(pages[0])
    keep_form(tmp_path, form, pages)
    (template,) = drawn_forms(tmp_path).templates
    again = reopened(template, [page(BLANK)])
    assert [(field.field, field.kind, field.label) for field in again] == [
        (field.field, field.kind, field.label) for field in form.fields
    ]
    assert all(
        abs(one - other) <= 2
        for first, second in zip(form.fields, again, strict=True)
        for one, other in zip(first.box, second.box, strict=True)
    )


@pytest.mark.parametrize("area", ["[nan, 1.0, 2.0, 3.0]", "[1.0, inf, 2.0, 3.0]", "[1.0, 1.0, 1e300, 3.0]"])
def test_a_box_that_lies_on_no_page_is_told(tmp_path: Path, area: str) -> None:
    block = f'[[form]]\npaper = "x"\n[[form.block]]\nlabels = [{{ label = "Tên", fields = {{}}, area = {area} }}]\n'
    (tmp_path / "mine.toml").write_text(block, encoding="utf-8")
    forms = forms_of(tmp_path)
    assert forms.faults and not [form for form in forms.templates if form.paper == "x"]

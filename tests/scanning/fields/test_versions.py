"""A form of another province or an old version is named as what it says it is."""

from __future__ import annotations

from scanning.fields.templates import templates
from scanning.fields.versions import Version, version_of

LAND = templates()["land_change_application"]


def test_the_form_that_the_template_was_made_for_is_known() -> None:
    text = "Mẫu số 18\n(Ban hành kèm theo Nghị định số 151/2025/NĐ-CP ngày 12/6/2025 của Chính phủ)\nCỘNG HÒA"
    assert version_of(text, LAND) == Version("18", "151/2025/NĐ-CP", "", True)


def test_another_provinces_form_is_named_with_its_province() -> None:
    text = "Mẫu số 24 ban hành kèm theo Quyết định số 47/2026/QĐ-UBND của UBND tỉnh Lào Cai"
    assert version_of(text, LAND) == Version("24", "47/2026/QĐ-UBND", "Lào Cai", False)


def test_an_old_version_is_named() -> None:
    text = "Mẫu số 09/ĐK\n(Ban hành kèm theo Thông tư số 24/2014/TT-BTNMT)"
    assert version_of(text, LAND) == Version("09/ĐK", "24/2014/TT-BTNMT", "", False)


def test_a_form_that_says_nothing_of_itself_is_taken_as_it_is() -> None:
    assert version_of("ĐƠN ĐĂNG KÝ BIẾN ĐỘNG", LAND) == Version()


def test_a_provinces_name_that_ends_its_line_is_not_read_on_into_the_header() -> None:
    text = (
        "Mẫu số 24. Ban hành kèm theo Quyết định số 47/2026/QĐ-UBND của Ủy ban nhân dân tỉnh Hà\nTĩnh\nCỘNG HÒA XÃ HỘI"
    )
    assert version_of(text, LAND).province == "Hà Tĩnh"


def test_a_province_is_named_though_a_mark_of_the_words_before_its_act_was_misread() -> None:
    text = "Mẫu số 35/TTH\n(Kêm theo Quyết định số 104/2026/QĐ-UBND ngày 29/6/2026 của UBND thành phố Huế)"
    assert version_of(text, LAND) == Version("35/TTH", "104/2026/QĐ-UBND", "Huế", False)


def test_a_form_of_2010_is_named_by_its_number_though_it_names_no_act() -> None:
    birth = templates()["birth_registration_declaration"]
    assert version_of("Mẫu TP/HT-2010-KS.1\nCỘNG HÒA", birth) == Version("TP/HT-2010-KS.1", known=False)


def test_a_provinces_form_whose_act_was_misread_is_no_form_that_is_known() -> None:
    text = "Mẫu số 24 ban hành kèm theo Quyết định số 47/2O26/QD UBND của UBND tỉnh Lào Cai"
    assert version_of(text, LAND) == Version("24", "", "Lào Cai", False)

"""A paper goes to the component that asks for it, or to none; every form of the catalogue is known by its title."""

from __future__ import annotations

import re
import tomllib
from dataclasses import replace

import pytest

from counter_app.dossier.read_papers import ReadPaper
from counter_app.knowledge import load_knowledge
from counter_app.resources import resource
from scanning.fields.components import ComponentMatch, component_of, misplaced
from scanning.fields.papers import papers_of
from scanning.fields.proposals import proposals
from scanning.fields.titles import classify, papers_asked_for, title_of
from tests.scanning.fields.written_pages import BIRTH, page

PROCEDURES = [
    procedure
    for file in sorted(resource("procedures").glob("*.toml"))
    for procedure in tomllib.loads(file.read_text(encoding="utf-8"))["procedure"]
]
FORMS = ("Tờ khai", "Đơn ", "Giấy đề nghị", "Thông báo ", "Phiếu ")


def components(code: str) -> list[tuple[str, str]]:
    found = next(procedure for procedure in PROCEDURES if procedure["code"] == code)
    return [(component["key"], component["name"]) for component in found["components"]]


def match(code: str, text: str) -> ComponentMatch | None:
    pages = [page(text)]
    (paper,) = papers_of(pages)
    return component_of(paper, pages, components(code))


def key(code: str, text: str) -> str:
    found = match(code, text)
    return found.key if found else ""


@pytest.mark.parametrize(
    ("code", "text", "wanted"),
    [
        ("1.001193", BIRTH, "to-khai"),
        ("1.001193", "GIẤY CHỨNG SINH", "giay-chung-sinh"),
        ("1.001193", "CĂN CƯỚC CÔNG DÂN", "giay-to-tuy-than"),
        ("1.001193", "GIẤY ỦY QUYỀN", "van-ban-uy-quyen"),
        ("1.004873", "TỜ KHAI CẤP GIẤY XÁC NHẬN TÌNH TRẠNG HÔN NHÂN", "to-khai"),
        ("1.004873", "GIẤY XÁC NHẬN TÌNH TRẠNG HÔN NHÂN", ""),
        ("1.004873", "TRÍCH LỤC KHAI TỬ", "an-ly-hon"),
        ("1.012784", "GIẤY CHỨNG NHẬN\nQUYỀN SỬ DỤNG ĐẤT", "giay-chung-nhan"),
        ("1.012784", "BẢN VẼ TÁCH THỬA ĐẤT, HỢP THỬA ĐẤT", "ban-ve"),
        ("1.013225", "GIẤY CHỨNG NHẬN QUYỀN SỬ DỤNG ĐẤT", "giay-chung-nhan"),
        ("1.013225", "HỘ CHIẾU", ""),
        ("1.001193", "ĐƠN XIN NGHỈ PHÉP", ""),
    ],
)
def test_a_paper_goes_to_the_component_that_asks_for_it_or_to_none(code: str, text: str, wanted: str) -> None:
    assert key(code, f"{text}\nKính gửi: Ủy ban nhân dân phường Cửa Lò") == wanted


def test_a_form_that_nobody_knows_is_matched_by_how_its_components_name_begins_and_less_surely() -> None:
    found = match("1.013225", "BẢN VẼ THIẾT KẾ XÂY DỰNG\nNhà ở riêng lẻ")
    assert found == ComponentMatch("ban-ve", 75.0, "BẢN VẼ THIẾT KẾ XÂY DỰNG")


@pytest.mark.parametrize(
    "name",
    sorted(
        {
            re.sub(r"\s*\(.*?\)", "", component["name"]).strip()
            for procedure in PROCEDURES
            for component in procedure["components"]
            if component["name"].startswith(FORMS)
        }
    ),
)
def test_every_form_that_the_catalogue_asks_for_is_known_by_its_title(name: str) -> None:
    if name in ("Tờ khai điện tử đăng ký khai sinh", "Giấy đề nghị cấp lại"):  # on no paper; of several forms
        return
    title = re.split(", Danh sách|;", name)[0]  # what else must stand in it, or lie with it
    assert classify(title.upper()).paper != "unknown"


KNOWN_FIELDS = ("Hộ tịch", "Đăng ký, quản lý cư trú", "Thành lập và hoạt động của hộ kinh doanh", "Nuôi con nuôi")
NO_PAPER = ("Tờ khai điện tử", "Tờ khai đăng ký đăng ký")  # on none; a slip of the portal's
LETTERS = ("Văn bản đề nghị", "Thông báo")


def test_the_national_catalogue_asks_a_commune_for_no_form_of_people_homes_and_trades_that_is_not_known() -> None:
    unknown = {
        component.name
        for procedure in load_knowledge().catalogue.all
        if procedure.field in KNOWN_FIELDS and "commune" in procedure.levels
        for component in procedure.components
        if component.name.startswith(FORMS) and not component.name.startswith((*NO_PAPER, *LETTERS))
        if not papers_asked_for(component.name)
    }
    assert not unknown


def test_a_component_that_names_its_form_by_a_number_alone_is_found_by_it() -> None:
    asking = [
        ("don", "Đơn theo Mẫu số 14 ban hành kèm theo Quyết định số 104/2026/QĐ-UBND ngày 29/6/2026"),
        ("khac", "Đơn theo Mẫu số 15 ban hành kèm theo Quyết định số 104/2026/QĐ-UBND ngày 29/6/2026"),
    ]
    head = "Mẫu số 14\n(Ban hành kèm theo Quyết định số {}/2026/QĐ-UBND ngày 29/6/2026)\nĐƠN XIN THUÊ ĐẤT CÔNG ÍCH"

    def found(act: str) -> ComponentMatch | None:
        pages = [page(head.format(act))]
        (paper,) = papers_of(pages)
        (read,) = proposals(pages, [7])
        assert [one.there for one in misplaced([("x", read)], asking)] == (["don"] if act == "104" else [])
        return component_of(paper, pages, asking)

    assert found("104") == ComponentMatch("don", 90.0, "Mẫu 14 104/2026/QĐ-UBND")
    assert found("105") is None, "the same number of another act"


def test_two_forms_on_one_sheet_go_together_where_one_component_asks_for_both_and_stay_where_two_do() -> None:
    asking = [("to-khai", "Tờ khai đăng ký khai sinh"), ("gcs", "Giấy chứng sinh"), ("khac", "Giấy tờ khác")]

    def read(paper: str, *pages: int) -> ReadPaper:
        return ReadPaper(paper, title_of(paper), pages, (), confidence=100.0, reason=title_of(paper).upper())

    notice, form = read("birth_notification", 7), read("birth_registration_declaration", 7)
    (both,) = misplaced([("khac", notice), ("khac", replace(notice, place=1))], asking)
    assert (both.pages, both.there, both.title) == ((7,), "gcs", notice.title)
    assert misplaced([("khac", notice), ("khac", form)], asking) == ()
    assert misplaced([("khac", notice), ("khac", read("unknown", 7))], asking) == ()
    apart = misplaced([("khac", notice), ("khac", read("birth_registration_declaration", 8))], asking)
    assert [one.there for one in apart] == ["gcs", "to-khai"]

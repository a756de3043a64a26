"""A paper goes to the component that asks for it, or to none; every form of the catalogue is known by its title."""

from __future__ import annotations

import re
import tomllib
from dataclasses import replace

import pytest

from counter_app.dossier.read_papers import ReadPaper
from counter_app.resources import resource
from scanning.fields.components import ComponentMatch, component_of, misplaced
from scanning.fields.papers import papers_of
from scanning.fields.titles import classify, title_of
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

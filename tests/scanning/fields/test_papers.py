"""Papers stay together, merged files fall apart, and what is not known is said to be unknown."""

from __future__ import annotations

import io
from collections.abc import Iterator
from dataclasses import replace

import numpy as np
import pytest
import zxingcpp
from PIL import Image

from counter_app.bench.drawn_paper import A4, Sheet
from counter_app.bench.form_pages import filled_form
from counter_app.dossier.identity import check_digit
from counter_app.dossier.pages import MACHINE_READABLE, Code, PageReading
from scanning.fields.papers import fields_of, papers_of, template_of
from scanning.fields.templates import forms_of
from scanning.pages import RawPage
from scanning.pipeline.pipeline import Pipeline
from tests.scanning.drawn_pictures import encoded
from tests.scanning.fields.written_pages import BIRTH, page

HEADER = "CỘNG HÒA XÃ HỘI CHỦ NGHĨA VIỆT NAM\nĐộc lập - Tự do - Hạnh phúc\n"
DEATH = """TỜ KHAI ĐĂNG KÝ KHAI TỬ
Kính gửi: Ủy ban nhân dân phường Cửa Lò
Họ, chữ đệm, tên người yêu cầu: PHAN VĂN KHÁC
Nơi cư trú: Khối 5, phường Cửa Lò, tỉnh Nghệ An
Quan hệ với người đã chết: Con
Đề nghị cơ quan đăng ký khai tử cho người có tên dưới đây:
Họ, chữ đệm, tên: PHAN THỊ NGHĨA
Giới tính: Nữ Dân tộc: Kinh Quốc tịch: Việt Nam
Nguyên nhân chết: Bệnh già"""
MEMBERS = """TT  Họ, chữ đệm và tên  Ngày sinh  Giới tính  Quan hệ
1  Lê Văn Mẫu  01/02/1990  Nam  Chủ hộ
2  Trần Thị Thử  03/04/1992  Nữ  Vợ
3  Lê Gia Ví  05/06/2020  Nam  Con"""
CT01 = """TỜ KHAI THAY ĐỔI THÔNG TIN CƯ TRÚ
Kính gửi: Công an phường Cửa Lò
1. Họ, chữ đệm và tên: Lê Văn Mẫu
2. Ngày, tháng, năm sinh: 01/02/1990 3. Giới tính: Nam
4. Số định danh cá nhân/CMND: 040090001234
10. Nội dung đề nghị: Đăng ký thường trú"""


def zone(number: str, born: str, sex: str) -> Code:
    """The zone on the back of a card, with its check digits; `born` as yyMMdd."""
    first = f"IDVNM{number[3:]}{check_digit(number[3:])}{number}<<{check_digit(number)}"
    second = f"{born}{check_digit(born)}{sex}300201{check_digit('300201')}VNM<<<<<<<<<<<"
    whole = check_digit(first[5:30] + second[0:7] + second[8:15] + second[18:29])
    return Code(MACHINE_READABLE, f"{first}\n{second}{whole}\nLE<<VAN<MAU<<<<<<<<<<<<<<<<<<<")


def known(pages: list[PageReading]) -> list[tuple[str, tuple[int, ...]]]:
    return [(paper.known_as.paper, paper.pages) for paper in papers_of(pages)]


def test_a_second_page_carries_its_paper_on_and_a_strange_page_stays_unknown() -> None:
    first, second = BIRTH.split("Họ, chữ đệm, tên người mẹ", 1)
    pages = [page(first), page("Họ, chữ đệm, tên người mẹ" + second), page("Danh sách đội bóng\nLê Văn Mẫu")]
    papers = papers_of(pages)
    assert [(paper.known_as.paper, paper.pages) for paper in papers] == [
        ("birth_registration_declaration", (0, 1)),
        ("unknown", (2,)),
    ]
    mother = next(field for field in fields_of(papers[0], pages) if field.name == "mother.name")
    assert mother.page == 1


def test_a_following_page_is_read_by_the_labels_on_it_and_a_strange_page_by_none() -> None:
    following = template_of(
        page("Họ, chữ đệm, tên người mẹ" + BIRTH.split("Họ, chữ đệm, tên người mẹ", 1)[1]), forms_of()
    )
    assert following is not None and "mother.name" in following.fields
    assert "requester.name" not in following.fields, "nothing of the first page is missed on it"
    for text in (MEMBERS, "Danh sách đội bóng\nLê Văn Mẫu", "Số: 12\nNgày sinh\nGiới tính\nDân tộc\nQuốc tịch"):
        assert template_of(page(text), forms_of()) is None, text


def test_two_papers_in_one_file_fall_apart() -> None:
    pages = [page(BIRTH), replace(page(""), blank=True), page("GIẤY CHỨNG SINH\nHọ tên mẹ: Trần Thị Thử")]
    assert [paper.pages for paper in papers_of(pages)] == [(0,), (2,)]


def test_a_form_without_its_title_is_known_by_its_labels_and_says_so() -> None:
    (paper,) = papers_of([page(BIRTH.partition("\n")[2])])
    assert (paper.known_as.paper, paper.known_as.reason) == ("birth_registration_declaration", "labels")


def test_a_page_with_only_a_table_follows_its_paper() -> None:
    assert known([page(CT01), page(MEMBERS)]) == [("residence_change_declaration", (0, 1))]


def test_a_table_with_a_heading_of_its_own_is_a_paper_of_its_own() -> None:
    assert known([page(CT01), page("DANH SÁCH NGƯỜI HƯỞNG TRỢ CẤP\n" + MEMBERS)])[1] == ("unknown", (1,))


def test_a_table_after_nothing_stays_unknown() -> None:
    assert known([page(MEMBERS)]) == [("unknown", (0,))]


def test_a_merged_file_falls_apart_at_every_title() -> None:
    pages = [page(BIRTH), page("GIẤY CHỨNG SINH\nHọ tên mẹ: Trần Thị Thử"), page(CT01), page(MEMBERS), page(DEATH)]
    assert [paper for paper, _ in known(pages)] == [
        "birth_registration_declaration",
        "birth_notification",
        "residence_change_declaration",
        "death_registration_declaration",
    ]


def test_two_forms_on_one_sheet_are_two_papers_and_neither_takes_the_others_words() -> None:
    pages = [page(f"{HEADER}{BIRTH}\n{HEADER}{DEATH}")]
    birth, death = papers_of(pages)
    assert (birth.known_as.paper, death.known_as.paper) == (
        "birth_registration_declaration",
        "death_registration_declaration",
    )
    of_birth = {field.name: field.value for field in fields_of(birth, pages)}
    of_death = {field.name: field.value for field in fields_of(death, pages)}
    assert of_birth["subject.name"] == "LÊ VĂN MẪU" and "deceased.name" not in of_birth
    assert (of_death["requester.name"], of_death["deceased.name"]) == ("PHAN VĂN KHÁC", "PHAN THỊ NGHĨA")


def test_the_same_form_twice_on_one_sheet_is_two_papers() -> None:
    other = DEATH.replace("PHAN THỊ NGHĨA", "PHAN VĂN TÌNH")
    pages = [page(f"{HEADER}{DEATH}\n{HEADER}{other}")]
    names = [
        field.value for paper in papers_of(pages) for field in fields_of(paper, pages) if field.name == "deceased.name"
    ]
    assert names == ["PHAN THỊ NGHĨA", "PHAN VĂN TÌNH"]


def test_a_title_that_a_form_names_in_its_list_of_papers_begins_nothing() -> None:
    assert len(papers_of([page(f"{HEADER}{BIRTH}\nGiấy tờ kèm theo:\nGIẤY CHỨNG SINH")])) == 1


def test_front_and_back_of_a_card_are_one_paper_and_two_cards_are_two() -> None:
    qr = Code("QRCode", "040090001234||Lê Văn Mẫu|01021990|Nam|Khối 5, Cửa Lò, Nghệ An|10052021")
    other = Code("QRCode", "040190001234||Trần Thị Thử|03041990|Nữ|Khối 5, Cửa Lò, Nghệ An|10052021")
    front, back = page("CĂN CƯỚC CÔNG DÂN", codes=[qr]), page("Nhận dạng", codes=[zone("040090001234", "900201", "M")])
    assert known([front, back]) == [("identity_card", (0, 1))]
    assert known([back, front]) == [("identity_card", (0, 1))]
    assert known([page("CĂN CƯỚC CÔNG DÂN", codes=[other]), back]) == [("identity_card", (0,)), ("identity_card", (1,))]
    (card,) = papers_of([front, back])
    assert {field.name: field.value for field in fields_of(card, [front, back])}["subject.name"] == "Lê Văn Mẫu"


def test_of_two_cards_on_one_sheet_neither_gets_what_the_other_one_s_code_says() -> None:
    """A photocopy with the cards of husband and wife, one under the other."""
    his = Code("QRCode", "040090001234||Lê Văn Mẫu|01021990|Nam|Khối 5, Cửa Lò, Nghệ An|10052021")
    printed = f"{HEADER}\nCĂN CƯỚC CÔNG DÂN\nSố: 040090001234\n{HEADER}\nCĂN CƯỚC CÔNG DÂN\nSố: 040190001234"
    sheet = [page(printed, codes=[his])]
    cards = papers_of(sheet)
    assert [card.known_as.paper for card in cards] == ["identity_card"] * 2
    first, second = ({field.name: field.value for field in fields_of(card, sheet)} for card in cards)
    assert (first["subject.identity_number"], first["subject.name"]) == ("040090001234", "Lê Văn Mẫu")
    assert second.get("subject.identity_number") in (None, "040190001234") and "subject.name" not in second


@pytest.mark.parametrize(
    "text", ["https://example.org/tra-cuu?ma=1", "00020101021138", "040090001234", "WIFI:S:x;;", "1|2|3|4|5|6|7"]
)
def test_a_code_of_something_else_names_no_paper_and_fills_no_field(text: str) -> None:
    pages = [page("Mời quét mã", codes=[Code("QRCode", text)])]
    (paper,) = papers_of(pages)
    assert (paper.known_as.paper, fields_of(paper, pages)) == ("unknown", ())


def test_an_old_version_gives_what_it_has_and_leaves_the_rest_blank() -> None:
    pages = [page(CT01)]
    (paper,) = papers_of(pages)
    fields = {field.name: field.value for field in fields_of(paper, pages)}
    assert fields["requester.name"] == "Lê Văn Mẫu" and fields["requester.identity_number"] == "040090001234"
    assert not {"head.name", "head.identity_number", "requester.phone"} & set(fields)


def test_a_land_form_that_another_province_numbered_is_known_by_its_title() -> None:
    text = """Mẫu số 24. Quyết định 47/2026/QĐ-UBND
ĐƠN ĐĂNG KÝ BIẾN ĐỘNG
ĐẤT ĐAI, TÀI SẢN GẮN LIỀN VỚI ĐẤT
Kính gửi: Chi nhánh Văn phòng đăng ký đất đai
1. Người sử dụng đất, chủ sở hữu tài sản gắn liền với đất:
a) Tên: Lê Văn Mẫu
c) Địa chỉ: Xóm 3, xã Nghi Lộc, tỉnh Nghệ An
2. Nội dung biến động: Nhận tặng cho toàn bộ thửa đất"""
    assert known([page(text)]) == [("land_change_application", (0,))]


@pytest.mark.parametrize(
    "title",
    ["ĐƠN ĐỀ NGHỊ CẤP LẠI GIẤY PHÉP LÁI XE", "TỜ KHAI ĐĂNG KÝ KẾT NGHĨA", "GIẤY ĐỀ NGHỊ ĐĂNG KÝ HỘ NÔNG DÂN",
     "ĐƠN ĐỀ NGHỊ CẤP MỚI GIẤY PHÉP XÂY DỰNG", "TỜ KHAI ĐĂNG KÝ TÀU CÁ"],
)  # fmt: skip
def test_a_form_of_another_field_is_not_called_by_the_nearest_name(title: str) -> None:
    assert known([page(f"{HEADER}{title}\nKính gửi: ông chủ tịch\nHọ và tên: Lê Văn Mẫu")]) == [("unknown", (0,))]


def scanned(*sheets: Sheet, turned: tuple[int, ...] = ()) -> Iterator[PageReading]:
    """The sheets as a scanner sees them, those of the numbers in `turned` upside down, read."""
    with Pipeline(1) as pipeline:
        for number, sheet in enumerate(sheets):
            picture = sheet.image.rotate(180) if number in turned else sheet.image
            raw = RawPage(encoded(picture, "PNG", dpi=(sheet.dpi, sheet.dpi)), "image/png", None, "scan", number)
            yield from pipeline.submit(raw).result()


def drawn(text: str, points: float = 12) -> Sheet:
    sheet = Sheet(200, A4)
    for line, content in enumerate(text.splitlines()):
        sheet.text((24, 20 + 8 * line), content, points, style="Bold" if content.isupper() else "Regular")
    return sheet


@pytest.mark.slow
def test_a_page_upside_down_in_the_middle_stays_in_its_paper_and_is_read() -> None:
    first, rest = BIRTH.split("Giới tính", 1)
    second, third = ("Giới tính" + rest).split("Họ, chữ đệm, tên người cha", 1)
    sheets = [drawn(HEADER + first), drawn(second), drawn("Họ, chữ đệm, tên người cha" + third), drawn(DEATH)]
    pages = list(scanned(*sheets, turned=(1,)))
    assert [read.rotation for read in pages] == [0, 180, 0, 0]
    birth, death = papers_of(pages)
    assert (birth.pages, death.pages) == ((0, 1, 2), (3,))
    mother = next(field for field in fields_of(birth, pages) if field.name == "mother.name")
    assert (mother.value, mother.page) == ("TRẦN THỊ THỬ", 1)
    assert pages[0].second_reading and pages[1].second_reading, "a following page is read twice like the first"


@pytest.mark.slow
def test_drawn_sheets_with_two_forms_or_a_strange_code_are_told_apart() -> None:
    strange = drawn("Mời quét mã để xem thông báo")
    code = zxingcpp.create_barcode("https://example.org/?a=040090001234|x", zxingcpp.BarcodeFormat.QRCode)
    strange.image.paste(Image.fromarray(np.array(code.to_image(scale=6))), (600, 800))
    pages = [*scanned(drawn(f"{HEADER}{BIRTH}\n\n{HEADER}{DEATH}", 10), strange)]
    assert [page.side for page in pages] == [3, 4, 0], "what two components ask for is two pages"
    papers = papers_of(pages)
    assert [paper.known_as.paper for paper in papers] == [
        "birth_registration_declaration",
        "death_registration_declaration",
        "unknown",
    ]
    assert pages[2].codes and not fields_of(papers[2], pages)
    values = {field.name: field.value for field in fields_of(papers[1], pages)}
    assert values["deceased.name"] == "PHAN THỊ NGHĨA"


@pytest.mark.slow
def test_a_photograph_of_a_screen_is_named_or_left_blank_and_nothing_on_it_is_surely_wrong() -> None:
    form = filled_form("marital_status_declaration", np.random.default_rng(16), 200)
    with Image.open(io.BytesIO(form.jpeg)) as image:
        paper = np.asarray(image.convert("RGB"), np.float64)
    rows, columns = (np.arange(size, dtype=np.float64) for size in paper.shape[:2])
    grid = 1 - 0.14 * (1 + np.cos(rows[:, None] * 2.05 + columns * 0.03)) - 0.10 * (1 + np.cos(columns * 2.1))
    screen = np.clip(paper * grid[:, :, None] * (0.86, 0.94, 1.0), 0, 255).astype(np.uint8)
    screen[:90] = (45, 60, 110)  # the bar of the window that it is shown in
    raw = RawPage(encoded(Image.fromarray(screen), "PNG", dpi=(200, 200)), "image/png", None, "photo", 0)
    with Pipeline(1) as pipeline:
        (read,) = pipeline.submit(raw).result()
    (known_paper,) = papers_of([read])
    assert known_paper.known_as.paper in (form.paper, "unknown")
    fields = fields_of(known_paper, [read])
    assert [field for field in fields if field.sure and form.truth.get(field.name) != field.value] == []


def test_a_form_whose_title_a_pen_hides_is_known_by_its_long_labels_among_others_with_the_same_short_ones() -> None:
    hidden = BIRTH.replace("TỜ KHAI ĐĂNG KÝ KHAI SINH", "ú để Ôn KÝ CẢ SINH")
    assert hidden != BIRTH
    (paper,) = papers_of([page(f"{HEADER}{hidden}")])
    assert (paper.known_as.paper, paper.known_as.reason) == ("birth_registration_declaration", "labels")

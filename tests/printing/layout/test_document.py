"""What all papers share: the head with its logo, signatures, recipients."""

from __future__ import annotations

import io
from dataclasses import replace
from datetime import date
from pathlib import Path

import pikepdf
import pypdfium2 as pdfium
import pytest
from PIL import Image
from reportlab.lib.units import mm
from reportlab.platypus import Flowable

from counter_app.config import load_profile, sample_profile, save_profile
from printing.errors import BadLogo, CannotFit
from printing.form_context import letterhead as letterhead_of
from printing.layout.document import document
from printing.layout.heads import Letterhead, head, number_and_date
from printing.layout.sheets import A5_LANDSCAPE
from printing.layout.signing import agency_signature, signatures
from printing.layout.texts import DOTS, balanced, gap, text
from tests.printing.reading import Box, assert_inside_margins, assert_no_overlaps, letters, pages

LONG = "Trung tâm Phục vụ hành chính công phường Thành Vinh và các phường lân cận của tỉnh Nghệ An"


def paper(*flowables: Flowable) -> bytes:
    return document([flowables], title="Giấy", author="")


def picture(columns: int, rows: int, kind: str = "PNG", mode: str = "RGB") -> bytes:
    memory = io.BytesIO()
    Image.new(mode, (columns, rows), "red" if mode.startswith("RGB") else 1).save(memory, kind)
    return memory.getvalue()


def placed_picture(pdf: bytes) -> tuple[float, float, float, float]:
    (found,) = (item for item in pdfium.PdfDocument(pdf)[0].get_objects() if item.type == 3)
    return found.get_bounds()


def test_the_parent_agency_stands_above_the_agency_and_that_above_its_unit(letterhead: Letterhead) -> None:
    (page,) = pages(paper(head(replace(letterhead, parent="UBND tỉnh Nghệ An"))))
    assert page.startswith(
        "ỦY BAN NHÂN DÂN TỈNH NGHỆ AN ỦY BAN NHÂN DÂN PHƯỜNG SAO MAI BỘ PHẬN TIẾP NHẬN VÀ TRẢ KẾT QUẢ"
    )


@pytest.mark.parametrize("logo", [b"", picture(300, 200)])
def test_a_long_agency_does_not_reach_the_motto(letterhead: Letterhead, logo: bytes) -> None:
    office = replace(letterhead, parent=LONG, agency=LONG, unit="KhôngCóDấuCách" * 6, logo=logo)
    pdf = paper(head(office))
    assert LONG.upper() in pages(pdf)[0]
    assert "CỘNG HÒA XÃ HỘI CHỦ NGHĨA VIỆT NAM Độc lập - Tự do - Hạnh phúc" in pages(pdf)[0]
    assert_no_overlaps(pdf)
    found = letters(pdfium.PdfDocument(pdf)[0])
    motto = min(box.left for box in found if box.text == "Đ" and box.left > 90 * mm)
    top = [box for box in found if box.left > motto - 20 * mm]
    assert max(box.right for box in found if box not in top and box.left < 100 * mm) < min(box.left for box in top)
    assert_inside_margins(pdf)


@pytest.mark.parametrize(
    ("file", "proportion"),
    [
        (picture(300, 100), 3),
        (picture(100, 300), 1 / 3),
        (picture(4_000, 3_000, "JPEG"), 4 / 3),
        (picture(64, 64, "PNG", "RGBA"), 1),
        (picture(64, 64, "PNG", "L"), 1),
        (picture(64, 64, "PNG", "1"), 1),
        (picture(200, 100, "GIF", "P"), 2),
    ],
)
def test_a_logo_keeps_its_proportions_and_is_small(letterhead: Letterhead, file: bytes, proportion: float) -> None:
    pdf = paper(head(replace(letterhead, logo=file)))
    left, bottom, right, top = placed_picture(pdf)
    assert (right - left) / (top - bottom) == pytest.approx(proportion, rel=0.01)
    assert right - left <= 15.1 * mm and top - bottom <= 14.1 * mm
    assert len(pdf) < 45_000
    assert min(box.left for box in letters(pdfium.PdfDocument(pdf)[0])) > right


def test_a_logo_of_many_copies_is_in_the_file_once(letterhead: Letterhead) -> None:
    office = replace(letterhead, logo=picture(300, 300, "JPEG"))
    pdf = document([[head(office)], [head(office)]], title="Giấy", author="")
    with pikepdf.open(io.BytesIO(pdf)) as opened:
        assert sum(item.get("/Subtype") == "/Image" for item in opened.objects if isinstance(item, pikepdf.Stream)) == 1


@pytest.mark.parametrize("content", [b"", b"not a picture", picture(300, 300)[:60], b"<svg xmlns='x'/>"])
def test_a_logo_that_is_no_picture_is_named(tmp_path: Path, content: bytes) -> None:
    (tmp_path / "quoc-huy.png").write_bytes(content)
    office = sample_profile().office.model_copy(update={"logo": str(tmp_path / "quoc-huy.png")})
    with pytest.raises(BadLogo) as failure:
        letterhead_of(office)
    assert "quoc-huy.png" in failure.value.sentence() and str(tmp_path) not in failure.value.sentence()


def test_a_logo_that_is_not_there_is_named(tmp_path: Path) -> None:
    office = sample_profile().office.model_copy(update={"logo": str(tmp_path / "logo.jpg")})
    with pytest.raises(BadLogo) as failure:
        letterhead_of(office)
    assert "logo.jpg" in failure.value.sentence()


def test_a_logo_beside_the_profile_is_found_from_anywhere(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    (tmp_path / "logo.png").write_bytes(picture(30, 30))
    file = tmp_path / "profile.toml"
    save_profile(sample_profile(), file)
    file.write_text(file.read_text("utf-8").replace('logo = ""', 'logo = "logo.png"'), "utf-8")
    monkeypatch.chdir("/")
    assert letterhead_of(load_profile(file).office).logo == picture(30, 30)


def test_a_paper_has_its_number_under_the_agency_and_its_date_under_the_motto(letterhead: Letterhead) -> None:
    pdf = paper(head(letterhead), *number_and_date(letterhead, f"{DOTS}/HDHS", date(2026, 3, 9)))
    (page,) = pages(pdf)
    assert f"Số: {DOTS}/HDHS" in page
    assert "Sao Mai, ngày 09 tháng 3 năm 2026" in page
    found = letters(pdfium.PdfDocument(pdf)[0])
    assert middle(found, "HDHS") < 105 * mm < middle(found, "ngày")


def test_who_signs_for_the_agency_stands_on_the_right_and_who_gets_it_on_the_left() -> None:
    to = ["Như trên", "Sở Tư pháp;", "Lưu: VT, BPMC."]
    pdf = paper(agency_signature(("TM. ỦY BAN NHÂN DÂN", "CHỦ TỊCH"), "Nguyễn Văn Mẫu", to))
    (page,) = pages(pdf)
    assert "Nơi nhận: - Như trên; - Sở Tư pháp; - Lưu: VT, BPMC." in page
    assert "TM. ỦY BAN NHÂN DÂN CHỦ TỊCH Nguyễn Văn Mẫu" in page, "how to sign is no part of an issued letter"
    found = letters(pdfium.PdfDocument(pdf)[0])
    assert middle(found, "Mẫu") > 105 * mm > middle(found, "Lưu")


def test_where_nobody_is_known_to_sign_there_are_dots() -> None:
    (page,) = pages(paper(agency_signature(("THỦ TRƯỞNG CƠ QUAN, ĐƠN VỊ",), "", [])))
    assert page == f"THỦ TRƯỞNG CƠ QUAN, ĐƠN VỊ {DOTS}"


def test_names_at_the_head_break_where_their_lines_are_of_a_length() -> None:
    lines = balanced("BỘ PHẬN TIẾP NHẬN VÀ TRẢ KẾT QUẢ", "head_bold", 68 * mm)
    assert [line.getPlainText() for line in lines] == ["BỘ PHẬN TIẾP NHẬN", "VÀ TRẢ KẾT QUẢ"]


def test_a_paper_a_little_too_long_comes_closer_and_one_much_too_long_keeps_its_room() -> None:
    def made(count: int) -> bytes:
        return paper(*(part for place in range(count) for part in (text(f"Dòng {place}"), gap(1))))

    assert [len(pages(made(count))) for count in (35, 40, 45, 60)] == [1, 1, 1, 2]
    assert lowest(made(60)) == lowest(made(70)), "two sheets are filled with the usual room"


def lowest(pdf: bytes) -> float:
    """How far down the first page's text goes, in points from its lower edge."""
    return min(box.bottom for box in letters(pdfium.PdfDocument(pdf)[0]))


def test_long_names_under_signatures_stay_in_their_blocks() -> None:
    name = "Nguyễn Thị " + "Khuếch Trương " * 13
    pdf = paper(signatures([("NGƯỜI NỘP HỒ SƠ", name), ("NGƯỜI TIẾP NHẬN HỒ SƠ", name)]))
    assert_no_overlaps(pdf)
    assert_inside_margins(pdf)


def test_a_sheet_of_one_page_refuses_what_needs_two() -> None:
    short, long = text("Ngắn"), [text("Một đoạn dài. " * 40) for _ in range(8)]
    assert document([[short], [short]], title="Biên lai", author="", sheet=A5_LANDSCAPE, one_page=True)
    with pytest.raises(CannotFit) as failure:
        document([[short], long], title="Biên lai", author="", sheet=A5_LANDSCAPE, one_page=True)
    assert "Biên lai" in failure.value.sentence()


def test_copies_may_share_what_breaks_over_pages() -> None:
    """A second copy of the same paragraphs was once taken for a text too large for its page."""
    shared = [text(f"Đoạn {number}. " + "Nội dung rất dài. " * 60) for number in range(12)]
    found = pages(document([shared, shared, shared], title="Giấy", author=""))
    assert len(found) % 3 == 0 and len(found) >= 6
    assert " ".join(found).count("Đoạn 11.") == 3


def middle(found: list[Box], word: str) -> float:
    """Where the word's first letters stand, points from the left."""
    line = "".join(box.text for box in found)
    return found[line.index(word)].left

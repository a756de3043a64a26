"""`counter digitise` from files to one PDF and what was read."""

from __future__ import annotations

import json
import struct
import sys
from pathlib import Path
from typing import Any

import numpy as np
import pypdfium2
import pytest
from PIL import Image
from reportlab.pdfbase import pdfmetrics
from reportlab.pdfbase.ttfonts import TTFont
from reportlab.pdfgen.canvas import Canvas

from counter_app.bench.drawn_paper import font_file
from counter_app.bench.form_pages import filled_form
from counter_app.commands.components import ProcedureNotInForce, components_of
from counter_app.dossier.plain import plain
from scanning import digitise as digitising
from scanning.digitise import digitise
from scanning.errors import MissingLanguage, OcrMissing, PageFailed
from scanning.pipeline.pipeline import Pipeline
from tests.scanning.drawn_pictures import encoded, next_directory, written_page
from tests.scanning.fields.written_pages import BIRTH

WornPages = dict[str, Any]


def test_good_pages_are_done_although_others_are_bad(worn_pages: WornPages, tmp_path: Path) -> None:
    folder = tmp_path / "giấy tờ"
    folder.mkdir()
    (folder / "1.jpg").write_bytes(worn_pages["upside down"].raw.data)
    (folder / "2.jpg").write_bytes(worn_pages["upright"].raw.data[:200_000])
    (folder / "3.pdf").write_bytes(b"%PDF-1.4 broken")
    (folder / "4.jpg").write_bytes(worn_pages["turned 90"].raw.data)
    steps: list[tuple[int, int | None]] = []
    output = tmp_path / "kết quả" / "hồ sơ.pdf"
    result = digitise([folder], output, jobs=2, progress=lambda done, of: steps.append((done, of)))
    assert [(page["source"], page["rotation"]) for page in result["pages"]] == [("1.jpg", 180), ("4.jpg", 90)]
    assert [page["index"] for page in result["pages"]] == [0, 1]
    assert sorted(error["source"] for error in result["errors"]) == ["2.jpg", "3.pdf"]
    assert all(error["source"] in error["message"] for error in result["errors"])
    assert steps[-1] == (4, 4)
    assert result["pdf"] == str(output)
    document = pypdfium2.PdfDocument(output)
    assert len(document) == 2
    assert "Phan Thị Tuyết Nhung" in document[0].get_textpage().get_text_bounded()
    assert all(page["kept"] > 0.98 and page["shades"] == "parts" for page in result["pages"])
    word = next(word for word in result["pages"][0]["words"] if word["text"] == "Nhung")
    assert set(word) == {"text", "confidence", "box"}
    assert 0 < word["box"][0] < result["pages"][0]["width"]
    assert json.loads(json.dumps(result)) == result
    assert [path.name for path in output.parent.iterdir()] == ["hồ sơ.pdf"], "no half file is left"


def test_nothing_good_leaves_no_pdf_and_an_older_one_as_it_was(tmp_path: Path) -> None:
    (tmp_path / "x.jpg").write_bytes(b"nothing")
    output = tmp_path / "old.pdf"
    output.write_bytes(b"older")
    result = digitise([tmp_path / "x.jpg"], output, jobs=1)
    assert (result["pages"], result["pdf"], len(result["errors"])) == ([], None, 1)
    assert output.read_bytes() == b"older"


@pytest.mark.parametrize("missing", ["lao"])
def test_a_missing_language_is_one_error_a_page(worn_pages: WornPages, tmp_path: Path, missing: str) -> None:
    (tmp_path / "1.jpg").write_bytes(worn_pages["upright"].raw.data)
    result = digitise([tmp_path / "1.jpg"], tmp_path / "o.pdf", jobs=1, language=missing)
    assert result["pages"] == []
    assert "tesseract-ocr-lao" in result["errors"][0]["message"]


@pytest.mark.skipif(sys.platform == "win32", reason="the limit is the system's")
def test_a_page_that_ends_its_worker_costs_only_itself(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr(digitising, "Pipeline", lambda jobs, language: Pipeline(jobs, language, worker_memory=2**30))
    good = encoded(written_page(100), "PNG", dpi=(100, 100))
    for name in ("1.png", "3.png"):
        (tmp_path / name).write_bytes(good)
    monster = Image.new("1", (15_500, 15_500), 1)
    (tmp_path / "2.tif").write_bytes(encoded(monster, "TIFF", compression="group4", dpi=(300, 300)))
    report = digitise([tmp_path], tmp_path / "o.pdf", jobs=1)
    assert [page["source"] for page in report["pages"]] == ["1.png", "3.png"]
    assert [error["source"] for error in report["errors"]] == ["2.tif"]


def test_no_sentence_promises_what_is_not_done(tmp_path: Path) -> None:
    for failure in (PageFailed, OcrMissing, MissingLanguage):
        assert "kept" not in failure.todo, "`counter digitise` keeps no page"


def test_damaged_files_between_good_ones_cost_only_themselves(tmp_path: Path) -> None:
    good = encoded(written_page(100), "PNG", dpi=(100, 100))
    tiff = bytearray(encoded(written_page(100), "TIFF", save_all=True, append_images=[written_page(100)]))
    struct.pack_into("<I", tiff, next_directory(bytes(tiff), 0), len(tiff) + 5000)
    for name, content in (
        ("1 tốt.png", good),
        ("2 hỏng.tif", bytes(tiff)),
        ("3 thường.docx", b"PK\3\4" + bytes(500)),
        ("4 cụt.jpg", encoded(written_page(100), "JPEG")[:9000]),
        ("5 tốt.png", good),
    ):
        (tmp_path / name).write_bytes(content)
    report = digitise([tmp_path], tmp_path / "o.pdf", jobs=1)
    assert [page["source"] for page in report["pages"]] == ["1 tốt.png", "2 hỏng.tif", "5 tốt.png"]
    assert sorted(error["source"] for error in report["errors"]) == ["2 hỏng.tif", "3 thường.docx", "4 cụt.jpg"]


def test_the_fields_of_a_filled_form_are_given_with_where_they_stand(tmp_path: Path) -> None:
    form = filled_form("residence_change_declaration", np.random.default_rng((11, 2)))
    (tmp_path / "ct01.jpg").write_bytes(form.jpeg)
    (page,) = digitise([tmp_path / "ct01.jpg"], tmp_path / "out.pdf", jobs=1)["pages"]
    assert page["document_type"] == form.paper and page["document_confidence"] > 88
    assert plain(page["document_reason"]) == "to khai thay doi thong tin cu tru"
    read = page["fields"]["head.identity_number"]
    assert (read["value"], read["page"]) == (form.truth["head.identity_number"], 0)
    assert any(field["sure"] for field in page["fields"].values())
    left, top, width, height = read["box"]
    inside = [word["text"] for word in page["words"] if left <= word["box"][0] < left + width and word["box"][1] == top]
    assert read["value"] in inside and height > 10
    assert json.dumps(page["fields"])


def typed(path: Path, *pages: str) -> Path:
    """A PDF that a program wrote: its words need no reading."""
    pdfmetrics.registerFont(TTFont("typed", str(font_file("Regular", "Serif"))))
    canvas = Canvas(str(path), pagesize=(595, 842))
    for text in pages:
        canvas.setFont("typed", 12)
        for number, line in enumerate(text.splitlines()):
            canvas.drawString(60, 780 - 22 * number, line)
        canvas.showPage()
    canvas.save()
    return path


def test_papers_and_what_does_not_go_together_between_them_are_told(tmp_path: Path) -> None:
    note = """GIẤY CHỨNG SINH
Họ và tên mẹ: Trần Thị Thư
Năm sinh: 1990
Nơi đăng ký thường trú, tạm trú: Xóm 3, xã Nghi Lộc, tỉnh Nghệ An
Dân tộc: Thổ
Đã sinh con vào lúc: 05 giờ 30 phút, ngày 15 tháng 4 năm 2026
Tại: Trạm y tế xã Nghi Lộc
Giới tính của con: Nữ
Cân nặng: 3200
Dự định đặt tên con là: Lê Văn Mẫu"""
    scan, components = typed(tmp_path / "hồ sơ.pdf", BIRTH, note), components_of("1.001193")
    report = digitise([scan], tmp_path / "out.pdf", jobs=1, components=components)
    assert [paper["component"]["key"] for paper in report["papers"]] == ["to-khai", "giay-chung-sinh"]
    assert [(paper["title"], paper["pages"]) for paper in report["papers"]] == [
        ("Tờ khai đăng ký khai sinh", [0]),
        ("Giấy chứng sinh", [1]),
    ]
    assert report["papers"][1]["fields"]["mother.name"]["value"] == "Trần Thị Thư"
    found = {finding["rule"]: finding for finding in report["findings"]}
    assert set(found) == {"mother_of_birth_note", "sex_of_birth_note"}
    assert found["mother_of_birth_note"]["fields"] == [
        {"paper": 0, "page": 0, "name": "mother.name"},
        {"paper": 1, "page": 1, "name": "mother.name"},
    ]
    assert "TRẦN THỊ THỬ" in found["mother_of_birth_note"]["message"]


def test_a_form_that_an_office_drew_is_read_beside_those_of_the_program(tmp_path: Path) -> None:
    forms = tmp_path / "templates"
    forms.mkdir()
    (forms / "own_meeting.toml").write_text(
        """[[form]]
paper = "own_meeting"
name = "Đơn xin họp xóm"
titles = ["Đơn xin họp xóm"]

[[form.block]]
labels = [
    { label = "Đơn xin họp xóm" },
    { label = "Tôi tên là", fields = { "requester.name" = "name" } },
    { label = "Điện thoại", fields = { "requester.phone" = "phone" } },
]
""",
        encoding="utf-8",
    )
    scan = typed(tmp_path / "don.pdf", "ĐƠN XIN HỌP XÓM\nTôi tên là: Lê Văn Mẫu\nĐiện thoại: 0912 345 678")
    (page,) = digitise([scan], tmp_path / "out.pdf", jobs=1, templates=forms)["pages"]
    assert (page["document_type"], page["fields"]["requester.name"]["value"]) == ("own_meeting", "Lê Văn Mẫu")
    (page,) = digitise([scan], tmp_path / "out2.pdf", jobs=1)["pages"]
    assert (page["document_type"], page["fields"]) == ("unknown", {})


def test_a_procedure_that_the_catalogue_does_not_have_is_told() -> None:
    with pytest.raises(ProcedureNotInForce):
        components_of("9.999999")

"""What a pen wrote is looked for on pages of the program's and the office's forms, where their fields are wanted."""

from __future__ import annotations

from dataclasses import replace
from pathlib import Path

import numpy as np
import pytest

from counter_app.bench.as_scanned import ScannerWear
from counter_app.bench.drawn_paper import A4, Sheet
from counter_app.bench.form_pages import filled_form
from counter_app.bench.hand import BLUE, Hand
from scanning.fields.drawing import DrawnForm, name_of_paper, proposed
from scanning.fields.drawn_files import keep_form
from scanning.fields.field import HANDWRITTEN
from scanning.fields.headings import title_on
from scanning.fields.papers import fields_of, papers_of
from scanning.fields.templates import forms_of
from scanning.page.read_page import read_page
from scanning.pages import RawPage
from scanning.pipeline.pipeline import Pipeline

DPI = 200
HEAD = ("CỘNG HÒA XÃ HỘI CHỦ NGHĨA VIỆT NAM", "Độc lập - Tự do - Hạnh phúc", "ĐƠN XIN XÁC NHẬN HOÀN CẢNH GIA ĐÌNH")
ANSWERS = {
    "Họ và tên:": "Trần Thị Thử",
    "Ngày sinh:": "15/04/1990",
    "Nơi cư trú:": "Xóm 3, xã Nghi Lộc",
    "Số điện thoại:": "0912345678",
    "Lý do xin xác nhận:": "Xin miễn học phí",
}


def own_form(*, filled: bool) -> RawPage:
    """A form that no program knows, as an office prints it."""
    sheet, chance = Sheet(DPI, A4), np.random.default_rng(8)
    hand = Hand(height=2.3, slant=0.2, width=1.0, pen=0.45, ink=BLUE, unsteady=0.05, joined=0.5)
    for row, text in enumerate(HEAD):
        sheet.text((55, 20 + 9 * row), text, 13, style="Bold")
    for row, (label, answer) in enumerate(ANSWERS.items()):
        sheet.text((25, 60 + 12 * row), label, 13)
        sheet.text((75, 60 + 12 * row), "." * 90, 13)
        if filled:
            hand.write(sheet, answer, (78, 64 + 12 * row), chance)
    wear = ScannerWear(0.6, 4, 88, (0.98, 0.98, 0.97), 0.0, 0.0)
    return RawPage(wear.scanned(wear.lit(np.asarray(sheet.image)), DPI, chance), "image/jpeg", DPI, "đơn", 0)


@pytest.fixture
def drawn(tmp_path: Path) -> Path:
    """The folder of the office's forms, with that form drawn in it."""
    blank = read_page(own_form(filled=False))
    names = ("requester.name", "requester.born", "requester.address", "requester.phone", "purpose")
    boxes = [box for box in proposed(blank, 0) if f"{box.label}:" in ANSWERS]
    fields = tuple(replace(box, field=name) for box, name in zip(boxes, names, strict=True))
    name = "Xác nhận hoàn cảnh"
    keep_form(tmp_path, DrawnForm(name, title_on(blank), name_of_paper(name), fields), [blank])
    return tmp_path


def test_pages_of_a_form_that_the_office_drew_itself_are_read_by_the_workers_too(drawn: Path) -> None:
    with Pipeline(1) as pipeline:
        unknown, known = (
            future.result()[0]
            for future in [pipeline.submit(own_form(filled=True)), pipeline.submit(own_form(filled=True), drawn)]
        )
    assert not unknown.writing and len(known.writing) >= len(ANSWERS)
    forms = forms_of(drawn)
    (paper,) = papers_of([known], forms)
    written = [field.name for field in fields_of(paper, [known], forms) if field.filled == HANDWRITTEN]
    assert len(written) >= len(ANSWERS) - 1


def test_a_form_drawn_or_changed_meanwhile_is_known_at_once_and_one_removed_no_more(drawn: Path) -> None:
    (file,) = drawn.glob("*.toml")
    assert len(forms_of(drawn).own_titles) == 1
    file.write_text(file.read_text(encoding="utf-8").replace("GIA ĐÌNH", "KHÓ KHĂN"), encoding="utf-8")
    ((title, _),) = forms_of(drawn).own_titles
    assert title.endswith("KHÓ KHĂN")
    file.unlink()
    assert not forms_of(drawn).own_titles


def test_nothing_is_read_again_where_no_fields_are_wanted_and_no_pen_is_found_on_print() -> None:
    form = filled_form("birth_registration_declaration", np.random.default_rng(12))
    raw = RawPage(form.jpeg, "image/jpeg", form.dpi, form.paper, 0)
    printed, bare = read_page(raw), read_page(replace(raw, with_fields=False))
    assert printed.second_reading and not printed.writing
    assert not bare.second_reading and not bare.writing
    assert bare.words == printed.words

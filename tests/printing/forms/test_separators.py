"""Cover and separator sheets: readable by people, and by the scanning that follows."""

from __future__ import annotations

import numpy as np
import pypdfium2
import pytest

from counter_app.demo.wear import encoded_jpeg, wear
from counter_app.dossier.cover import Cover
from counter_app.dossier.pages import SEPARATOR
from printing.forms.separators import separators
from printing.layout.pictures import rendered_pages
from scanning.page.read_page import read_page
from scanning.pages import RawPage

PAPERS = [("to-khai", "Tờ khai đăng ký khai sinh"), ("giay-chung-sinh", "Giấy chứng sinh")]


def test_each_component_has_its_sheet_and_one_only_separates() -> None:
    document = pypdfium2.PdfDocument(separators("Đăng ký khai sinh", PAPERS))
    texts = [page.get_textpage().get_text_range() for page in document]
    assert len(texts) == 3
    assert "Giấy chứng sinh" in texts[1]
    assert "TỜ NGĂN" in texts[2]


@pytest.mark.parametrize(("turned", "dpi"), [(0, 300), (90, 200), (180, 200), (270, 200)])
def test_worn_and_turned_sheets_are_still_understood(turned: int, dpi: int) -> None:
    pdf = separators("Đăng ký khai sinh", PAPERS[:1], dossier="H41.15-261124-0001")
    cover, patch = (
        read_page(
            RawPage(encoded_jpeg(wear(np.asarray(page), 5, skew=1.5, turned=turned), dpi), "image/jpeg", dpi, "x", 0)
        )
        for page in rendered_pages(pdf, dpi)
    )
    assert cover.document_type == patch.document_type == SEPARATOR
    assert cover.left_out and patch.left_out
    assert [Cover.from_text(code.text) for code in cover.codes] == [Cover("to-khai", "H41.15-261124-0001")]
    assert [code.format for code in patch.codes] == ["PatchT"]


@pytest.mark.parametrize(
    "text", ["", "counter:cover:1::", "counter:cover:2::a", "x counter:cover:1::a", "040190001234|"]
)
def test_other_codes_are_no_covers(text: str) -> None:
    assert Cover.from_text(text) is None

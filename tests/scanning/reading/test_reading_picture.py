"""What Tesseract gets to see has letters of the size that reads best, however many dots stand among them."""

from __future__ import annotations

import numpy as np

from counter_app.bench.drawn_paper import Sheet
from scanning.page.clean import as_grey
from scanning.reading.reading_picture import reading_picture

DPI = 200


def test_a_form_with_more_dots_than_letters_is_read_at_the_size_of_its_letters() -> None:
    sheet = Sheet(DPI, (190, 120))
    for row, text in enumerate(("Họ, chữ đệm, tên người yêu cầu:", "Nơi cư trú:", "Giấy tờ tùy thân:", "Số:")):
        sheet.text((15, 20 + 14 * row), text, 15)
        for half in (0, 7):
            sheet.text((85, 20 + 14 * row + half), "…" * 34, 15, style="Bold")
    picture = reading_picture(as_grey(np.asarray(sheet.image)), DPI)
    assert 0.8 < picture.scale <= 1.0
    assert len(picture.dots) > 500

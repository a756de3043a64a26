"""Which text is a page's own, and which is read from what is seen."""

from __future__ import annotations

import pytest

from tests.scanning.pdf_papers import (
    HEADING,
    SCAN,
    draft,
    drawn,
    grey_sheet,
    jpeg_of,
    line,
    picture_of,
)


def test_invisible_text_is_no_text_of_the_page() -> None:
    made = draft().add_page("BT 3 Tr /F 12 Tf 60 700 Td (rac rac rac rac rac rac rac rac) Tj ET 60 300 400 20 re f")
    assert drawn(made).own is None


def test_text_that_nobody_sees_is_left_out_of_what_is_seen() -> None:
    made = draft().add_page(
        line(HEADING)
        + "1 g " + line("TRANG TREN TRANG", 60, 700)
        + "0 g " + line("DUOI MANH GIAY", 60, 600) + "1 g 50 590 300 30 re f 0 g "
        + line("BI BOI DEN", 60, 500) + "50 490 300 30 re f "
        + line("NGOAI TRANG", 900, 500)
    )  # fmt: skip
    page = drawn(made)
    assert page.own is not None
    assert page.own[1].split("\n") == [HEADING]


@pytest.mark.parametrize("share", [0.15, 0.5, 1.0])
@pytest.mark.parametrize("inline", [False, True])
def test_a_page_with_a_large_picture_is_read_from_what_is_seen(share: float, inline: bool) -> None:
    height = 842 * share
    text = line("BAN SAO Y - NGAY KY: 01/01/2000 - NGUOI KY: MAU THU", y=800)
    if inline:
        data = grey_sheet((62, 88)).convert("L").tobytes().hex()
        content = f"q 595 0 0 {height} 0 0 cm BI /W 62 /H 88 /CS /G /BPC 8 /F /AHx ID {data}> EI Q " + text
        made = draft().add_page(content)
    else:
        made = draft().add_page(f"q 595 0 0 {height} 0 0 cm /Scan Do Q " + text)
        made.put("Scan", picture_of(made.document, jpeg_of(grey_sheet(SCAN)), SCAN))
    assert drawn(made).own is None


def test_a_letter_with_a_logo_keeps_its_text() -> None:
    made = draft().add_page("q 80 0 0 80 60 740 cm /Logo Do Q " + line(HEADING, 160))
    made.put("Logo", picture_of(made.document, jpeg_of(grey_sheet((300, 300))), (300, 300)))
    page = drawn(made)
    assert page.own is not None
    assert page.own[1] == HEADING


def test_text_in_outlines_under_a_typed_line_is_read() -> None:
    letter = "{x} {y} m {x} {top} l {right} {y} l S "
    outlines = "1.5 w " + "".join(
        letter.format(x=60 + 12 * n, y=600 - 20 * row, top=609 - 20 * row, right=68 + 12 * n)
        for n in range(30) for row in range(8)
    )  # fmt: skip
    assert drawn(draft().add_page(line(HEADING) + outlines)).own is None

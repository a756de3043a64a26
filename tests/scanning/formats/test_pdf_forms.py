"""What is filled in is part of the page, in every letter."""

from __future__ import annotations

from typing import Any

import pytest
from pikepdf import Array, Dictionary, Name, String

from scanning.page.decode import decode
from scanning.pages import RawPage
from scanning.sources.opening import pages_in
from tests.scanning.pdf_papers import (
    FILLED,
    HEADING,
    SQUARE,
    draft,
    drawn,
    is_dark,
    line,
    part,
)

NAME = "TRẦN THỊ THỬ NGHIỆM"


@pytest.mark.parametrize("name", [NAME, "Thu Nghiem"])
@pytest.mark.parametrize("facts", [{}, {"NeedAppearances": True}], ids=["silent", "need appearances"])
@pytest.mark.parametrize("field", [{"FT": Name.Tx}, {"FT": Name.Tx, "Ff": 4096}, {"FT": Name.Ch, "Ff": 1 << 17}])
def test_a_filled_in_field_shows_its_letters_and_is_read(
    name: str, facts: dict[str, Any], field: dict[str, Any]
) -> None:
    made = draft().add_page(line(HEADING))
    widget = made.annotate("Widget", (60, 700, 400, 730), T=String("ten"), V=String(name), **field)
    widget.DA = String("/Helv 14 Tf 0 g")
    page = drawn(made.fields(widget, **facts))
    assert page.own is not None
    assert page.own[1].splitlines() == [HEADING, name]


def test_the_appearance_that_a_program_made_is_kept_unless_the_form_says_it_is_old() -> None:
    for renewed in (False, True):
        made = draft().add_page(line(HEADING))
        widget = made.annotate(
            "Widget", (60, 700, 400, 730), line("CU", 5, 5), FT=Name.Tx, T=String("t"), V=String(NAME)
        )
        page = drawn(made.fields(widget, NeedAppearances=renewed))
        assert page.own is not None
        assert page.own[1].splitlines()[1] == (NAME if renewed else "CU")


def test_a_value_that_a_field_inherits_is_shown() -> None:
    made = draft().add_page(line(HEADING))
    widget = made.annotate("Widget", (60, 700, 400, 730))
    field = made.document.make_indirect(
        Dictionary(FT=Name.Tx, T=String("ten"), V=String(NAME), DA=String("/Helv 12 Tf 0 g"), Kids=Array([widget]))
    )
    widget.Parent = field
    page = drawn(made.fields(field))
    assert page.own is not None
    assert NAME in page.own[1]


@pytest.mark.parametrize("on", [True, False])
@pytest.mark.parametrize("radio", [0, 1 << 15])
def test_a_box_is_shown_as_it_is_ticked(on: bool, radio: int) -> None:
    made = draft().add_page(line(HEADING))
    box = made.annotate("Widget", SQUARE, FT=Name.Btn, T=String("o"), Ff=radio)
    box.AP = Dictionary(N=Dictionary(Co=made.form(FILLED, (0, 0, 100, 100)), Off=made.form("0 0 99 99 re S")))
    box.V = box.AS = Name.Co if on else Name.Off
    assert is_dark(part(drawn(made.fields(box)), *SQUARE)) == on


def test_each_page_of_a_form_shows_its_own_fields() -> None:
    made = draft()
    widgets = []
    for number in range(3):
        made.add_page(line(f"{HEADING} TRANG {number}"))
        widget = made.annotate(
            "Widget", (60, 700, 400, 730), FT=Name.Tx, T=String(f"t{number}"), V=String(f"Mẫu thử {number}")
        )
        widgets.append(widget)
    texts = [decode(page).own for page in pages_in(made.fields(*widgets).data(), "x.pdf") if isinstance(page, RawPage)]
    assert [own and own[1].splitlines()[1] for own in texts] == ["Mẫu thử 0", "Mẫu thử 1", "Mẫu thử 2"]


def test_a_widget_of_no_form_is_shown_all_the_same() -> None:
    made = draft().add_page(line(HEADING))
    made.annotate("Widget", SQUARE, FILLED, FT=Name.Sig, T=String("ky"))
    assert is_dark(part(drawn(made), *SQUARE))

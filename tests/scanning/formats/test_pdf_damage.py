"""Damage costs the page it is in and nothing else; what every viewer opens is opened; what lacks pages is refused."""

from __future__ import annotations

import re
from collections import Counter
from collections.abc import Callable
from typing import Any

import numpy as np
import pikepdf
import pytest
from pikepdf import Array, Dictionary, Encryption, Name, String

from counter_app.errors import CounterError
from scanning.errors import (
    BrokenPdf,
    PdfIncomplete,
    PdfNotShown,
    PdfPageBroken,
    PdfPageNotDrawn,
    PdfPortfolio,
)
from scanning.formats.pdf_opening import is_whole_pdf
from scanning.page.decode import decode
from scanning.pages import RawPage
from scanning.sources.opening import pages_in
from tests.scanning.damage import outcomes
from tests.scanning.pdf_papers import Draft, draft, grey_sheet, jpeg_of, line, picture_of

SLIP = (200, 280)
SIZE = (400, 560)


def pages(count: int = 3, **how: Any) -> bytes:
    made = draft(SLIP)
    for number in range(count):
        made.add_page(line(f"TRANG {number} CUA TO KHAI MAU THU", 10, 200, 8) * 4)
    return made.data(**how)


def taken(data: bytes) -> list[str]:
    """What became of each page: "drawn", or its error."""
    return [_outcome(page) for page in pages_in(data, "giấy.pdf")]


def _outcome(page: RawPage | CounterError) -> str:
    if isinstance(page, CounterError):
        return type(page).__name__
    try:
        assert decode(page).picture.size > 0
    except CounterError as error:
        return type(error).__name__
    return "drawn"


# What every viewer opens


@pytest.mark.parametrize(
    "how", [{}, {"object_stream_mode": 2}, {"linearize": True}], ids=["plain", "packed", "for web"]
)
@pytest.mark.parametrize(
    "around",
    [
        lambda data: data + b"\0" * 4096,
        lambda data: data + b"\r\n<!-- served -->\n" + b"<div>x</div>\n" * 400,
        lambda data: b"HTTP/1.1 200 OK\r\n" + b"X-Header: y\r\n" * 200 + b"\r\n" + data,
        lambda data: b"\xef\xbb\xbf\n" + data,
        lambda data: b"\0" * 30_000 + data + b"\n" * 9000,
        lambda data: data.rstrip() + b"\x1a",
        lambda data: data[: data.rfind(b"%%EOF")],
        lambda data: re.sub(rb"startxref\s+\d+", b"startxref\n7", data),
        lambda data: data.replace(b"\n", b"\n\n", 3),
    ],
    ids=["zeros after", "html after", "http before", "mark before", "zeros around", "ctrl z", "no end mark",
         "wrong xref", "shifted"],
)  # fmt: skip
def test_files_with_something_around_them_are_opened(how: dict[str, Any], around: Callable[[bytes], bytes]) -> None:
    assert taken(around(pages(**how))) == ["drawn"] * 3


@pytest.mark.parametrize("strength", [2, 3, 4, 6])
def test_a_pdf_that_opens_without_asking_is_read(strength: int) -> None:
    locked = Encryption(owner="chu", user="", R=strength, aes=strength > 3, metadata=strength > 3)
    assert taken(pages(encryption=locked)) == ["drawn"] * 3


def test_a_pdf_that_asks_for_a_password_is_said_to() -> None:
    locked = pages(encryption=Encryption(owner="chu", user="bi mat"))
    assert taken(locked) == ["EncryptedPdf"]
    assert is_whole_pdf(locked)


# What breaks off


@pytest.mark.parametrize(
    "how", [{}, {"object_stream_mode": 2}, {"linearize": True}], ids=["plain", "packed", "for web"]
)
@pytest.mark.parametrize("share", [0.05, 0.2, 0.4, 0.6, 0.7])
def test_a_pdf_that_breaks_off_is_refused_rather_than_taken_with_less(how: dict[str, Any], share: float) -> None:
    whole = pages(8, compress_streams=False, **how)
    results = list(pages_in(whole[: int(share * len(whole))], "giấy.pdf"))
    assert len(results) == 1
    assert isinstance(results[0], PdfIncomplete | BrokenPdf)


def test_a_second_saving_that_breaks_off_is_refused() -> None:
    first = pages(2)
    assert taken(first + b"\n9 0 obj\n<< /Length 500 >>\nstream\nBT (them") == ["PdfIncomplete"]


# One page of several


def three(spoil: Callable[[Draft], None]) -> bytes:
    """Three pages with a JPEG and a line each, the middle one spoilt."""
    made = draft(SLIP)
    for number in range(3):
        made.add_page(f"q 150 0 0 200 10 10 cm /Scan Do Q {line(f'TRANG {number}', 10, 240, 8)}")
        made.put("Scan", picture_of(made.document, jpeg_of(grey_sheet(SIZE)), SIZE))
        if number == 1:
            spoil(made)
    return made.data()


def _set(name: str, value: Any) -> Callable[[Draft], None]:
    def change(made: Draft) -> None:
        made.page.obj[name] = value

    return change


def _picture(**facts: Any) -> Callable[[Draft], None]:
    def change(made: Draft) -> None:
        data = facts.pop("data", jpeg_of(grey_sheet(SIZE)))
        made.put("Scan", picture_of(made.document, data, SIZE, **facts))

    return change


def _loop(made: Draft) -> None:
    form = made.form("/Again Do 0 0 9 9 re f")
    form.Resources.XObject = Dictionary(Again=form)
    made.put("Scan", form)


@pytest.mark.parametrize(
    "spoil",
    [
        _picture(Width=None),
        _picture(Height=0),
        _picture(Width=-5),
        _picture(data=b"no jpeg at all" * 50),
        _picture(data=jpeg_of(grey_sheet(SIZE))[:3000]),
        _picture(data=b"no deflate" * 50, Filter=Name.FlateDecode),
        _picture(data=b"", Filter=None),
        _picture(data=b"\0" * 5000, Filter=None),
        _picture(data=b"junk" * 99, Filter=Name.JBIG2Decode, BitsPerComponent=1),
        _picture(ColorSpace=Array([Name.ICCBased, 7])),
        _set("/Contents", 7),
        _set("/Contents", Array([Name.X])),
        _set("/Contents", Dictionary()),
        _set("/Resources", Dictionary(XObject=Dictionary(Scan=5))),
    ],
)
def test_a_picture_or_content_that_is_gone_costs_its_page_only(spoil: Callable[[Draft], None]) -> None:
    first, middle, last = taken(three(spoil))
    assert (first, last) == ("drawn", "drawn")
    assert middle in (PdfPageBroken.__name__, PdfPageNotDrawn.__name__)


@pytest.mark.parametrize(
    "spoil",
    [
        _set("/Rotate", 45),
        _set("/Rotate", Name.Up),
        _set("/MediaBox", Array([])),
        _set("/CropBox", Array([0, 0, 0, 0])),
        _set("/CropBox", Array([9000, 9000, 9900, 9900])),
        _set("/UserUnit", 10**6),
        _set("/UserUnit", Name.X),
        _set("/Annots", Array([1, Name.X, Dictionary(), Array([])])),
        _set("/Annots", Dictionary()),
        _set("/Group", 5),
        _set("/Resources", Name.X),
        _loop,
    ],
)
def test_odd_values_cost_nothing_that_a_viewer_shows(spoil: Callable[[Draft], None]) -> None:
    assert taken(three(spoil)) == ["drawn"] * 3


@pytest.mark.parametrize(
    "content",
    ["Tr", "1 Tr Tr (x) Tj", "cm cm", "/Nothing Do", "q q q q q Q Q Q Q Q Q Q Q", "(unfinished", "BT", "Do", "/X gs",
     "1e99 0 0 -1e99 nan inf cm", "<< /A", "BI /W 9999999 /H 9999999 ID x EI", "99999999999 99999999999 99 9 re W f"],
)  # fmt: skip
def test_odd_operators_cost_nothing(content: str) -> None:
    made = draft(SLIP).add_page(line("TRANG 0", 10, 200)).add_page(content).add_page(line("TRANG 2", 10, 200))
    assert taken(made.data()) == ["drawn"] * 3


def test_content_that_the_file_names_and_does_not_have_is_no_blank_page() -> None:
    data = pages(object_stream_mode=0)
    places = list(re.finditer(rb"/Contents (\d+ 0 R)", data))
    start, end = places[1].span(1)
    assert taken(data[:start] + b"99 0 R"[: end - start].ljust(end - start) + data[end:]) == [
        "drawn",
        "PdfPageBroken",
        "drawn",
    ]


def test_a_blank_page_is_no_damage() -> None:
    made = draft(SLIP)
    made.document.add_blank_page(page_size=SLIP)
    assert taken(made.add_page(line("HAI", 10, 200)).data()) == ["drawn", "drawn"]


# Page trees


def _kids(change: Callable[[pikepdf.Pdf, Any], None]) -> bytes:
    made = draft(SLIP)
    for number in range(3):
        made.add_page(line(f"TRANG {number}", 10, 200))
    change(made.document, made.document.Root.Pages)
    return made.data()


def test_a_tree_that_holds_itself_gives_its_pages_once() -> None:
    def change(document: pikepdf.Pdf, tree: Any) -> None:
        tree.Kids.append(tree)

    assert taken(_kids(change)) == ["drawn"] * 3 + ["PdfPageBroken"]


@pytest.mark.parametrize("wrong", [5, Name.X, String("x"), Array([])])
def test_a_page_that_is_none_is_named_by_its_number(wrong: Any) -> None:
    def change(document: pikepdf.Pdf, tree: Any) -> None:
        tree.Kids[1] = wrong

    results = list(pages_in(_kids(change), "giấy.pdf"))
    assert [type(result) for result in results] == [RawPage, PdfPageBroken, RawPage]
    assert isinstance(results[1], PdfPageBroken)
    assert "Page 2" in results[1].sentence("en")


def test_branches_within_branches_keep_the_order() -> None:
    def change(document: pikepdf.Pdf, tree: Any) -> None:
        first, second, third = list(tree.Kids)
        branch = document.make_indirect(Dictionary(Type=Name.Pages, Kids=Array([second, third]), Count=2, Rotate=90))
        tree.Kids = Array([first, branch])

    sizes = [decode(page).picture.shape[:2] for page in pages_in(_kids(change), "x.pdf") if isinstance(page, RawPage)]
    assert [rows > columns for rows, columns in sizes] == [True, False, False]


# Files that show something else than they hold


@pytest.mark.parametrize("facts", [{}, {"NeedsRendering": True}])
def test_a_form_that_only_acrobat_shows_is_no_page(facts: dict[str, Any]) -> None:
    made = draft().add_page(line("Please wait... ") + line("If this message is not eventually replaced", 60, 700))
    made.fields(XFA=made.document.make_stream(b"<xdp/>"))
    for name, value in facts.items():
        made.document.Root[f"/{name}"] = value
    (result,) = pages_in(made.data(), "biểu mẫu.pdf")
    assert isinstance(result, PdfNotShown)
    assert "biểu mẫu.pdf" in result.sentence()


def test_a_form_with_xfa_beside_its_pages_is_read() -> None:
    made = draft(SLIP).add_page(line("TO KHAI MAU THU SO 1", 10, 200))
    widget = made.annotate("Widget", (10, 10, 90, 40), FT=Name.Tx, T=String("t"), V=String("x"))
    made.fields(widget, XFA=made.document.make_stream(b"<xdp/>"))
    assert taken(made.data()) == ["drawn"]


def test_a_portfolio_gives_its_cover_and_says_that_there_is_more() -> None:
    made = draft(SLIP).add_page(line("BIA", 10, 200))
    for name in ("a.txt", "b.txt"):
        made.document.attachments[name] = name.encode()
    made.document.Root.Collection = Dictionary(View=Name.D)
    first, second = pages_in(made.data(), "gói.pdf")
    assert isinstance(first, PdfPortfolio)
    assert "2" in first.sentence("en")
    assert isinstance(second, RawPage)


@pytest.mark.parametrize("data", [b"%PDF-1.7\n" + bytes(range(256)) * 20, b"%PDF-1.4 nothing", b"%PDF-"])
def test_what_only_begins_like_a_pdf_is_a_broken_one(data: bytes) -> None:
    assert taken(data) == ["BrokenPdf"]


# Thousands


def test_no_damage_ends_in_anything_but_a_page_or_an_error() -> None:
    found = Counter(outcomes(200, int(np.random.default_rng().integers(10**6))))
    assert found["drawn"] > 100

"""Sheets across: two pages side by side, and single pages whose middle is empty from top to bottom."""

from __future__ import annotations

from counter_app.bench.layouts.pen import A4_ACROSS, A5_ACROSS, ENGLISH, Pen
from counter_app.bench.layouts.tables import columns

A3_ACROSS = (420.0, 297.0)


def _book_page(pen: Pen, left: float, width: float, number: int) -> None:
    """Justified enough: a page of a book with its number."""
    y = pen.paragraph(left + 16, 22, width - 34, pen.words(pen.number(130, 190)), 10.5)
    pen.text(left + width / 2, max(y + 9, pen.height - 12), str(number), 10, at="m")


def book(pen: Pen) -> None:
    """Two numbered pages of a small book, no spine to be seen."""
    number = pen.number(2, 90) * 2
    for which in (0, 1):
        _book_page(pen, which * 148.5, 148.5, number + which)


def book_with_spine(pen: Pen) -> None:
    """The same copied, with the dark line of its spine."""
    book(pen)
    pen.rule(148.5, -1, 148.5 + pen.size(-0.6, 0.6), 211, pen.size(3, 14), ink=60)


def chapter_ends(pen: Pen) -> None:
    """A page half full beside a full one."""
    pen.paragraph(16, 22, 114, pen.words(pen.number(60, 90)), 10.5)
    pen.text(74, 198, str(40), 10, at="m")
    _book_page(pen, 148.5, 148.5, 41)


def folded_form(pen: Pen) -> None:
    """A form of four sides laid flat: two pages of A4."""
    for left in (0.0, 210.0):
        pen.text(left + 105, 25, "TỜ KHAI", 14, "Bold", "m")
        pen.paragraph(left + 25, 40, 160, pen.words(pen.number(150, 260)), 12)


def folded_letter(pen: Pen) -> None:
    """Two pages of one letter, its second without a heading."""
    pen.text(105, 25, "CỘNG HÒA XÃ HỘI CHỦ NGHĨA VIỆT NAM", 13, "Bold", "m")
    pen.text(105, 31, "Độc lập - Tự do - Hạnh phúc", 13, "Bold", "m")
    pen.paragraph(30, 45, 155, pen.words(pen.number(230, 300)), 13)
    pen.paragraph(240, 25, 155, pen.words(pen.number(120, 300)), 13)


def folded_spine(pen: Pen) -> None:
    """The pages of a register, with the fold as a line; lists on both."""
    for left in (0.0, 210.0):
        for row in range(pen.number(20, 35)):
            pen.text(left + 20, 30 + row * 7, str(row + 1), 11)
            pen.text(left + 35, 30 + row * 7, pen.name(), 11)
            pen.text(left + 120, 30 + row * 7, pen.date(), 11)
    pen.rule(210, -1, 210, 298, 1.5, ink=70)


SPREADS = {
    "book": (A4_ACROSS, book),
    "book with spine": (A4_ACROSS, book_with_spine),
    "chapter ends": (A4_ACROSS, chapter_ends),
    "folded form": (A3_ACROSS, folded_form),
    "folded letter": (A3_ACROSS, folded_letter),
    "folded register": (A3_ACROSS, folded_spine),
}


def _rows(pen: Pen) -> int:
    return pen.number(12, 28)


def headed_list(pen: Pen) -> None:
    """Names … amounts, a heading over each column."""
    pen.text(25, 20, "Họ và tên", 11, "Bold")
    pen.text(272, 20, "Số tiền", 11, "Bold", at="r")
    columns(pen, "na", _rows(pen), 11, 6, top=30)


def five_columns(pen: Pen) -> None:
    """Number, name, date, gap, amount, amount."""
    for row in range(_rows(pen)):
        y = 25 + row * 6
        pen.text(18, y, str(row + 1), 10)
        pen.text(30, y, pen.name(), 10)
        pen.text(95, y, pen.date(), 10)
        pen.text(200, y, pen.amount(), 10, at="r")
        pen.text(275, y, pen.amount(), 10, at="r")


def addresses(pen: Pen) -> None:
    """Names with long addresses on the left, long remarks on the right."""
    for row in range(_rows(pen)):
        y = 25 + row * 6.5
        pen.text(18, y, f"{row + 1}. {pen.name()}, xã {pen.place()}, tỉnh Nghệ An", 10)
        pen.text(160, y, pen.sentence(pen.number(5, 11)), 10)


def two_text_columns(pen: Pen) -> None:
    """One text in two columns, no heading."""
    for x in (20.0, 154.0):
        pen.paragraph(x, 25, 123, pen.words(pen.number(160, 240)), 10)


def text_under_heading(pen: Pen) -> None:
    """One text in two columns under one heading."""
    pen.text(148.5, 20, pen.sentence(9).upper(), 15, "Bold", "m")
    for x in (20.0, 156.0):
        pen.paragraph(x, 35, 120, pen.words(pen.number(150, 220)), 10)


def two_languages(pen: Pen) -> None:
    """The same on the left in one, on the right in another language."""
    pen.paragraph(20, 30, 115, pen.words(pen.number(80, 140)), 11)
    pen.paragraph(162, 30, 115, ENGLISH.split() * 2, 11)


def invitation(pen: Pen) -> None:
    """Two families beside each other, a few lines."""
    for x in (55.0, 155.0):
        for n, line in enumerate(("NHÀ TRAI", "Ông " + pen.name(), "Bà " + pen.name(), "Xã " + pen.place(), "Nghệ An")):
            pen.text(x, 30 + n * 12, line, pen.size(12, 16), "Italic", "m")


def leaflet(pen: Pen) -> None:
    """Two panels with a heading each."""
    for x in (74.0, 222.0):
        pen.text(x, 25, pen.sentence(3).upper(), 14, "Bold", "m")
        pen.paragraph(x - 56, 40, 112, pen.words(pen.number(90, 170)), 10.5)


def cards_beside(pen: Pen) -> None:
    """Front and back of a card."""
    for x in (35.0, 175.0):
        pen.box(x, 70, 86, 54, 1)
        pen.lines(x + 30, 80, [pen.name().upper(), f"Sinh: {pen.date()}", f"Số: {pen.digits(12)}"], 8, 6)
        pen.lines(x + 4, 105, [pen.sentence(9), pen.sentence(8), pen.digits(20)], 7, 6)


def signatures(pen: Pen) -> None:
    """A short text over two places to sign."""
    pen.paragraph(25, 30, 245, pen.words(60), 12)
    for x in (70.0, 225.0):
        pen.text(x, 120, "ĐẠI DIỆN BÊN " + ("A" if x < 100 else "B"), 12, "Bold", "m")
        pen.text(x, 128, "(Ký và ghi rõ họ tên)", 11, "Italic", "m")
        pen.scribble(x - 25, 145, 50, 14)
        pen.text(x, 165, pen.name(), 12, at="m")


def two_forms(pen: Pen) -> None:
    """Labels with dots in two columns."""
    for x in (18.0, 160.0):
        for n in range(pen.number(10, 16)):
            label = pen.sentence(2) + ": "
            pen.text(x, 30 + n * 10, label, 11)
            end = pen.length(label, 11)
            pen.dots(x + end, 30 + n * 10, 115 - end)


def wide_ledger(pen: Pen) -> None:
    """An A3 ledger: number, name, date, address … amounts."""
    for row in range(pen.number(20, 36)):
        y = 25 + row * 7
        pen.text(20, y, str(row + 1), 11)
        pen.text(34, y, pen.name(), 11)
        pen.text(90, y, pen.date(), 11)
        pen.text(130, y, "Xã " + pen.place() + ", Nghệ An", 11)
        pen.text(290, y, pen.amount(), 11, at="r")
        pen.text(400, y, pen.amount(), 11, at="r")


def wide_amounts(pen: Pen) -> None:
    """A3: names at the left edge, amounts at the right."""
    columns(pen, "na", pen.number(15, 35), 13, 7)


ONE_SHEET = {
    "headed list": (A4_ACROSS, headed_list),
    "names far from amounts": (A4_ACROSS, lambda pen: columns(pen, "na", _rows(pen), 11, 6)),
    "four columns": (A4_ACROSS, lambda pen: columns(pen, "#nda", _rows(pen), 11, 6)),
    "names and numbers": (A4_ACROSS, lambda pen: columns(pen, "ni", _rows(pen), 12, 6.5)),
    "two lists": (A4_ACROSS, lambda pen: columns(pen, "nn", _rows(pen), 11, 6)),
    "five columns": (A4_ACROSS, five_columns),
    "addresses": (A4_ACROSS, addresses),
    "text columns": (A4_ACROSS, two_text_columns),
    "text under heading": (A4_ACROSS, text_under_heading),
    "two languages": (A4_ACROSS, two_languages),
    "invitation": (A5_ACROSS, invitation),
    "leaflet": (A4_ACROSS, leaflet),
    "cards": (A4_ACROSS, cards_beside),
    "signatures": (A4_ACROSS, signatures),
    "two forms": (A4_ACROSS, two_forms),
    "wide ledger": (A3_ACROSS, wide_ledger),
    "wide amounts": (A3_ACROSS, wide_amounts),
    "small list": (A5_ACROSS, lambda pen: columns(pen, "na", 14, 10, 6)),
}

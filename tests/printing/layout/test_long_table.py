"""Tables over many pages, read back letter by letter by another library than the one that wrote them."""

from __future__ import annotations

import random
import unicodedata
from collections.abc import Iterator, Sequence
from dataclasses import dataclass
from itertools import accumulate, pairwise

import pypdfium2 as pdfium
import pytest
from hypothesis import HealthCheck, given, settings
from hypothesis import strategies as st
from reportlab.platypus import Flowable, KeepTogether, Spacer

from printing.layout.document import document
from printing.layout.fonts import LETTERS
from printing.layout.lettering import Measure
from printing.layout.long_table import Cell, Cells, Padding, long_table
from printing.layout.printable import printable
from printing.layout.sheets import BOTTOM, LEFT, TOP, WIDTH, printable_size
from printing.layout.texts import style, text

PLAIN, CENTRED, RIGHT = style("small"), style("small_centred"), style("small_right")
WIDTHS = [30.0, 80.0, 60.0, WIDTH - 170]
STYLES = [CENTRED, PLAIN, RIGHT, PLAIN]
HEADS: list[Cells] = [
    [Cell("TT", levels=2), Cell("Hồ sơ", columns=2), Cell("Địa chỉ", levels=2)],
    ["Chủ hồ sơ", "Phí, lệ phí"],
]
HEAD_LETTERS = ["TT", "Hồsơ", "Địachỉ", "Chủhồsơ", "Phí,lệphí"]
NEAR = 0.6
"""How far a letter may lean out of its room, in points: italics and f do."""


@dataclass(frozen=True)
class Letter:
    """A letter as it stands on a page."""

    text: str
    left: float
    bottom: float
    right: float
    top: float

    @property
    def column(self) -> int:
        """The column of WIDTHS in which its middle is."""
        edges = accumulate(WIDTHS, initial=LEFT)
        return sum((self.left + self.right) / 2 > edge for edge in edges) - 1


def letters(pdf: bytes) -> list[list[Letter]]:
    """All letters of each page in the order in which they are written, without the page's number."""
    return [list(_letters(page)) for page in pdfium.PdfDocument(pdf)]


def _letters(page: pdfium.PdfPage) -> Iterator[Letter]:
    drawn = page.get_textpage()
    above = page.get_height() - TOP + 3
    for index in range(drawn.count_chars()):
        one = drawn.get_text_range(index, 1)
        if not one.isspace() and (box := drawn.get_charbox(index))[1] < above:
            yield Letter(one, *box)


def together(found: Sequence[Letter]) -> str:
    return unicodedata.normalize("NFC", "".join(letter.text for letter in found))


def squeezed(content: str) -> str:
    return "".join(printable(content).split())


def paper(*story: Flowable) -> bytes:
    return document([story], title="Bảng", author="UBND phường Sao Mai")


def ledger(count: int) -> list[list[str]]:
    dice = random.Random(count)
    words = ("Đặng", "Thị", "Hường", "Nguyễn", "Quỳnh", "(Nghệ)", "An,", "khối", "Ưng\\Ẩn", "<b>", "&")
    return [
        [
            str(number),
            " ".join(dice.choices(words, k=dice.randint(1, 9))),
            f"{number * 1_000}",
            " ".join(dice.choices(words, k=dice.randint(0, 40))),
        ]
        for number in range(1, count + 1)
    ]


def test_every_cell_of_a_long_list_is_there_once_in_order_under_heads_on_each_page() -> None:
    rows = ledger(400)
    pages = letters(paper(long_table(WIDTHS, STYLES, rows, HEADS, style("small_head"))))
    heads = "".join(HEAD_LETTERS)
    assert len(pages) > 10
    assert all(together(page).startswith(heads) for page in pages)
    found = "".join(together(page).removeprefix(heads) for page in pages)
    assert found == squeezed("".join(cell for row in rows for cell in row))


def test_each_letter_stands_in_its_column_and_its_line_over_the_next() -> None:
    rows = ledger(120)
    pages = letters(paper(long_table(WIDTHS, STYLES, rows, HEADS, style("small_head"), Padding(side=2))))
    edges = list(accumulate(WIDTHS, initial=LEFT))
    coming = iter(rows)
    for page in pages:
        body = page[len("".join(HEAD_LETTERS)) :]
        below = min(letter.bottom for letter in page[: -len(body)])
        while body:
            row = next(coming)
            high: list[Letter] = []
            for column, cell in enumerate(row):
                count = len(squeezed(cell))
                mine, body = body[:count], body[count:]
                assert together(mine) == squeezed(cell)
                for letter in mine:
                    assert edges[column] + 2 - NEAR < letter.left < letter.right < edges[column + 1] - 2 + NEAR
                high += mine
            assert max(letter.top for letter in high) < below
            below = min(letter.bottom for letter in high)
        assert below > BOTTOM
    assert next(coming, None) is None


def test_text_stands_on_the_side_its_style_says_and_heads_in_the_middle() -> None:
    (page,) = letters(paper(long_table(WIDTHS, STYLES, [["m", "m", "m", "m"]], HEADS, style("small_head"))))
    edges = list(accumulate(WIDTHS, initial=LEFT))
    centred, left, right, _ = page[-4:]
    assert (centred.left + centred.right) / 2 == pytest.approx((edges[0] + edges[1]) / 2, abs=NEAR)
    assert left.left == pytest.approx(edges[1] + 6, abs=NEAR)
    assert right.right == pytest.approx(edges[3] - 6, abs=NEAR)
    place = 0
    middles = []
    for head in HEAD_LETTERS:
        box = page[place : place + len(head)]
        middles.append(((box[0].left + box[-1].right) / 2, (max(x.top for x in box) + min(x.bottom for x in box)) / 2))
        place += len(head)
    number, both, address, name, _ = middles
    assert both[0] == pytest.approx((edges[1] + edges[3]) / 2, abs=NEAR)
    assert both[1] > number[1] > name[1]
    assert number[1] == pytest.approx(address[1], abs=2)


def test_cells_stand_at_the_top_or_in_the_middle() -> None:
    row = ["x", "dài " * 60, "x", "x"]
    tops = []
    for middle in (False, True):
        (page,) = letters(paper(long_table(WIDTHS, STYLES, [row], middle=middle)))
        high = [letter for letter in page if letter.text in "dài"]
        short = next(letter for letter in page if letter.text == "x")
        tops.append((max(letter.top for letter in high), short.top, min(letter.bottom for letter in high)))
    assert tops[0][1] > tops[0][0] - 3
    assert tops[1][1] == pytest.approx((tops[1][0] + tops[1][2]) / 2, abs=3)


def test_a_row_higher_than_a_page_goes_on_over_pages_and_loses_nothing() -> None:
    long = [" ".join(f"{word}{number}" for number in range(2_500)) for word in ("Đơn", "Giấy")]
    rows = [["1", "trước", "1", "trước"], ["2", long[0], "2", long[1]], ["3", "sau", "3", "sau"]]
    pages = letters(paper(long_table(WIDTHS, STYLES, rows, HEADS, style("small_head"))))
    assert len(pages) > 3
    body = [letter for page in pages for letter in page[len("".join(HEAD_LETTERS)) :]]
    for column in range(4):
        found = together([letter for letter in body if letter.column == column])
        assert found == squeezed("".join(row[column] for row in rows))
    assert all(letter.bottom > BOTTOM for page in pages for letter in page)
    assert "".join(together(page) for page in pages).count("Chủhồsơ") == len(pages)


def test_a_high_row_that_fits_a_page_is_not_broken() -> None:
    high = ["1", "Hường " * 120, "1", "cao"]
    short, full = letters(paper(Spacer(1, 200), long_table(WIDTHS, STYLES, [["0", "0", "0", "0"], high], HEADS)))
    assert together(short).endswith("0000")
    assert together(full).count("Hường") == 120


@pytest.mark.parametrize("table_begins", [True, False], ids=["after the heads", "on the next page"])
def test_heads_never_stand_alone_at_the_foot_of_a_page(table_begins: bool) -> None:
    heads = long_table(WIDTHS, STYLES, [], HEADS, style("small_head")).wrap(WIDTH, 1_000)[1]
    line = style("small").leading + Padding().height
    free = heads + (line + 1 if table_begins else line - 1)
    rows = [["1", "a", "1", "a"]] * 3
    first, second = letters(
        paper(
            text("Bảng kê"),
            Spacer(1, printable_size()[1] - style("text").leading - free - style("text").spaceAfter),
            long_table(WIDTHS, STYLES, rows, HEADS, style("small_head")),
        )
    )
    assert together(first) == "Bảngkê" + ("".join(HEAD_LETTERS) + "1a1a" if table_begins else "")
    assert together(second) == "".join(HEAD_LETTERS) + "1a1a" * (2 if table_begins else 3)


def test_a_word_longer_than_its_column_is_broken_and_stays_in_it() -> None:
    word = "NgườiKhôngCóDấuCách" * 11
    (page,) = letters(paper(long_table(WIDTHS, STYLES, [["1", word, word, word]], padding=Padding(side=2))))
    assert together(page) == "1" + word * 3
    for column in (1, 2, 3):
        assert together([letter for letter in page if letter.column == column]) == word


def test_a_mark_stays_with_its_letter_where_a_long_word_is_broken() -> None:
    word = "x\u0302" * 40  # no composed letter exists
    lines = [line for _, line in Measure(PLAIN, 0, 21).set(word).lines]
    assert len(lines) > 5
    assert all(line.startswith("x") for line in lines)
    assert "".join(lines) == printable(word)


def test_spaces_stand_between_words_and_letters_are_composed() -> None:
    content = "Đặng  Thị\nHường\t(chủ hộ)\u00a0\\ <b>&amp;</b>"
    row = ["1", "", "", unicodedata.normalize("NFD", content)]
    pdf = paper(long_table(WIDTHS, STYLES, [row]))
    assert "Đặng Thị Hường (chủ hộ) \\ <b>&amp;</b>" in pdfium.PdfDocument(pdf)[0].get_textpage().get_text_range()


def test_words_kept_together_go_to_the_next_line_together() -> None:
    (_, first), (_, second) = Measure(PLAIN, 0, 50).set("nộp đủ 100.000\u00a0đồng").lines
    assert (first, second) == ("nộp đủ", "100.000\u00a0đồng")


def test_more_letters_than_one_subset_holds_are_all_there() -> None:
    rare = "".join(chr(code) for code in (*range(0x100, 0x180), *range(0x391, 0x3A2), *range(0x410, 0x450)))
    rows = [["1", LETTERS, "(1)", rare], ["2", rare[::-1], "2", LETTERS[::-1]]]
    (page,) = letters(paper(long_table(WIDTHS, STYLES, rows)))
    assert together(page) == squeezed("".join(cell for row in rows for cell in row))


def test_a_total_over_several_columns_is_bold() -> None:
    bold = style("small_bold")
    total = [Cell("Tổng cộng", bold, columns=3), Cell("7", bold)]
    (page,) = pdfium.PdfDocument(paper(long_table(WIDTHS, STYLES, [["1", "a", "1", "b"], total])))
    fonts = {
        get_object.get_font().get_base_name(): get_object
        for get_object in page.get_objects()
        if isinstance(get_object, pdfium.PdfTextObj)
    }
    assert {name for name in fonts if "Bold" in name}
    found = list(_letters(page))
    assert together(found) == "1a1bTổngcộng7"
    assert found[4].left == pytest.approx(LEFT + 6, abs=NEAR)


def test_a_line_with_too_few_cells_is_refused() -> None:
    with pytest.raises(ValueError, match="a line of 3 cells in a table of 4 columns"):
        paper(long_table(WIDTHS, STYLES, [["1", "2", "3"]]))


def test_a_table_without_lines_has_its_heads() -> None:
    (page,) = letters(paper(long_table(WIDTHS, STYLES, [], HEADS)))
    assert together(page) == "".join(HEAD_LETTERS)


def test_rows_are_set_when_their_page_comes() -> None:
    asked = 0

    def rows() -> Iterator[Cells]:
        nonlocal asked
        for number in range(5_000):
            asked += 1
            yield [str(number), "a", "b", "c"]

    table = long_table(WIDTHS, STYLES, rows())
    page, _rest = table.split(WIDTH, 300)
    assert page.wrap(WIDTH, 300)[1] <= 300
    assert asked < 100


def test_copies_of_a_paper_share_a_table() -> None:
    rows = ledger(60)
    table = long_table(WIDTHS, STYLES, rows, HEADS, style("small_head"))
    pages = letters(document([[text("Liên 1"), table], [text("Liên 2"), table]], title="Bảng", author="UBND"))
    assert len(pages) % 2 == 0
    half = len(pages) // 2
    for first, second in zip(pages[:half], pages[half:], strict=True):
        assert together(first).replace("Liên1", "") == together(second).replace("Liên2", "")


def test_a_table_is_kept_with_what_belongs_to_it() -> None:
    kept = KeepTogether([long_table(WIDTHS, STYLES, ledger(5)), text("Người lập")])
    first, second = letters(paper(text("Trước"), Spacer(1, printable_size()[1] - 60), kept))
    assert together(first) == "Trước"
    assert together(second) == squeezed("".join(cell for row in ledger(5) for cell in row)) + "Ngườilập"


def test_a_line_people_sign_in_is_high_enough() -> None:
    rows = [["1", "", "", ""]] * 2
    low = long_table(WIDTHS, STYLES, rows).wrap(WIDTH, 1_000)[1]
    high = long_table(WIDTHS, STYLES, rows, padding=Padding(least=34)).wrap(WIDTH, 1_000)[1]
    assert high == 68 and low < 40


def test_a_table_comes_closer_and_goes_back_to_its_usual_room() -> None:
    table = long_table(WIDTHS, STYLES, ledger(5), HEADS, style("small_head"))
    usual = table.wrap(WIDTH, 1_000)[1]
    table.come_closer(2)
    assert table.wrap(WIDTH, 1_000)[1] < usual
    table.come_closer(0)
    assert table.wrap(WIDTH, 1_000)[1] == usual


TEXTS = st.text(st.sampled_from(f"{LETTERS}     \n\t()\\<>&\u0301\u0323".replace("-", "")), max_size=60) | st.text(
    st.sampled_from("aWđỡ.ẶỢ"), min_size=100, max_size=200
)


@settings(max_examples=60, deadline=None, suppress_health_check=[HealthCheck.too_slow])
@given(
    rows=st.lists(st.tuples(TEXTS, TEXTS, TEXTS), max_size=40),
    widths=st.tuples(st.floats(20, 60), st.floats(20, 200), st.floats(20, 190)),
    sides=st.tuples(*[st.sampled_from([PLAIN, CENTRED, RIGHT])] * 3),
    above=st.floats(0, 700),
    middle=st.booleans(),
)
def test_whatever_is_written_stands_in_its_column_once(
    rows: list[tuple[str, str, str]],
    widths: tuple[float, float, float],
    sides: tuple[object, object, object],
    above: float,
    middle: bool,
) -> None:
    table = long_table(widths, sides, rows, [["1", "2", "3"]], padding=Padding(side=2), middle=middle)  # type: ignore[arg-type]
    pages = letters(paper(Spacer(1, above), table))
    pages = pages if pages[0] else pages[1:]  # the table did not fit under what is above
    edges = list(accumulate(widths, initial=LEFT + (WIDTH - sum(widths)) / 2))
    columns: list[list[Letter]] = [[], [], []]
    for page in pages:
        assert together(page).startswith("123")
        for letter in page[3:]:
            assert letter.bottom > BOTTOM - 1
            column = next(number for number, edge in enumerate(edges[1:]) if letter.left < edge - 2 + NEAR)
            columns[column].append(letter)
    for number, ((left, right), found) in enumerate(zip(pairwise(edges), columns, strict=True)):
        assert together(found) == "".join(squeezed(row[number]) for row in rows)
        for letter in found:
            if not unicodedata.combining(letter.text):
                assert left < letter.left < letter.right < right

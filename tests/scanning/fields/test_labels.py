"""Labels that a pen crosses, and remarks behind them of which the end is hidden."""

from __future__ import annotations

from dataclasses import replace

from counter_app.dossier.pages import PageReading, Word, Writing
from scanning.fields.labels import find_labels, line_start
from scanning.fields.lines import printed
from scanning.fields.templates import Label, Part
from tests.scanning.fields.written_pages import page

PHONE = Label(("dienthoai",), (Part("owner.phone", "phone"),))
MAIL = Label(("thudientu",), (Part("owner.email", "email"),))


def found(reading: PageReading) -> dict[int, tuple[str, str]]:
    """Of each label what stands between its end and its value, and the value's first word."""
    words = printed([reading])
    return {
        place.label: (
            " ".join(word.text for word in words[place.end : place.value]),
            words[place.value].text if place.value < len(words) else "",
        )
        for place in find_labels([PHONE, MAIL], words)
    }


def crossed(reading: PageReading, word: Word, confidence: float) -> PageReading:
    """The page with one of its words read through a pen's strokes, and not known for print."""
    through = replace(word, confidence=confidence)
    words = tuple(through if other == word else other for other in reading.words)
    others = tuple(other for other in words if other != through)
    return replace(reading, words=words, print_words=others, writing=(Writing(word.box, 99.0),))


def test_a_remark_whose_closing_bracket_is_hidden_ends_before_the_next_label() -> None:
    read = found(page("Điện thoại (nếu có          Thư điện tử (nếu có): a.b@example.vn"))
    assert read == {0: ("(nếu có", "Thư"), 1: ("(nếu có):", "a.b@example.vn")}


def test_a_remark_with_both_brackets_is_passed_over() -> None:
    read = found(page("Điện thoại (nếu có): 0912345678          Thư điện tử (nếu có): a.b@example.vn"))
    assert read == {0: ("(nếu có):", "0912345678"), 1: ("(nếu có):", "a.b@example.vn")}


def test_a_word_before_a_colon_is_print_though_a_pen_runs_through_it() -> None:
    once = page("Điện thoại: 0912345678")
    word = next(word for word in once.words if word.text == "thoại:")
    assert 0 in found(crossed(once, word, 92.0))
    assert 0 not in found(crossed(once, word, 60.0))


def test_a_number_without_its_full_stops_before_a_label_is_the_labels_where_the_line_is_numbered_so() -> None:
    def begins(line: str) -> int:
        words = printed([page(line)])
        return line_start(words, next(at for at, word in enumerate(words) if word.text == "Tờ"))

    assert begins("2.1. Thửa đất số:                    22 Tờ bản đồ số:") == 4
    assert begins("2.1. Thửa đất số:                    2 2. Tờ bản đồ số:") == 4
    assert begins("2.1. Thửa đất số: 22                 Tờ bản đồ số:") == 5, "the parcel"
    assert begins("a) Thửa đất số:                      22 Tờ bản đồ số:") == 5, "lines here have letters"


def test_a_number_whose_full_stop_was_misread_is_the_labels_where_it_counts_on() -> None:
    read = found(page("5. Điện thoại: 0325 340 782 6 Thư điện tử: a.b@example.vn"))
    assert read == {0: ("", "0325"), 1: ("", "a.b@example.vn")}
    words = printed([page("2. Ngày sinh: ngày 15 tháng 08 năm 1986 3, Giới tính: Nữ")])
    assert words[line_start(words, next(at for at, word in enumerate(words) if word.text == "Giới"))].text == "3,"
    words = printed([page("2. Ngày sinh: ngày 15 tháng 08 năm 1986 7, Giới tính: Nữ")])
    assert words[line_start(words, next(at for at, word in enumerate(words) if word.text == "Giới"))].text == "Giới"


def test_a_short_label_is_closed_by_its_footnotes_mark_though_a_pen_hides_the_number_and_the_colon() -> None:
    reading = page("Tên (1): Hà Sỹ Trung")
    label = Label(("ten",), (Part("owner.name", "name"),))
    for read in ("():", "();", "(1);"):
        mark = next(word for word in reading.words if word.text == "(1):")
        words = printed([crossed(reading, mark, 40.0)])
        hidden = [replace(word, text=read, letters="") if word.text == "(1):" else word for word in words]
        (place,) = find_labels([label], hidden)
        assert hidden[place.value].text == "Hà"

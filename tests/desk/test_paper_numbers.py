"""Numbers of outgoing papers and of the register, as desks draw them that do not see each other."""

from __future__ import annotations

from collections.abc import Callable, Iterator
from dataclasses import replace
from datetime import datetime, timedelta
from pathlib import Path

import pytest

from counter_app.config import NumberSeries, Profile, sample_profile
from counter_app.desk import guidance, receiving
from counter_app.desk.casework import ask_for_supplements, hand_over, refuse
from counter_app.desk.desk import Desk, open_desk
from counter_app.dossier.clock import VIETNAM
from counter_app.reports.paper_numbers import number_register
from counter_app.reports.periods import Period
from counter_app.reports.scope import Scope
from counter_app.tables import Table
from printing.handout import ask_for, issue, paper
from tests.conftest import CLERK, MORNING, filled
from tests.printing.reading import pages

Opened = Callable[..., Desk]


@pytest.fixture
def opened(tmp_path: Path) -> Iterator[Opened]:
    """Desks of one office: `opened(2)` is the second."""
    desks: list[Desk] = []

    def desk(number: int, at: datetime = MORNING, profile: Profile | None = None) -> Desk:
        usual = profile or sample_profile()
        own = usual.model_copy(update={"desk": usual.desk.model_copy(update={"number": number})})
        minutes = iter(range(10_000))
        made = open_desk(tmp_path / f"{number}-{len(desks)}", own, CLERK)
        desks.append(replace(made, now=lambda: at + timedelta(minutes=next(minutes))))
        return desks[-1]

    yield desk
    for item in desks:
        item.store.close()


def received(desk: Desk, procedure: str = "1.001193") -> str:
    draft = filled(desk.new_draft(), procedure)
    desk.keep_draft(draft)
    return receiving.receive(desk, draft.id).code


def asked(desk: Desk) -> str:
    """A dossier of which supplements were asked for."""
    code = received(desk)
    ask_for_supplements(desk, code, ["Giấy chứng sinh"], "Hồ sơ còn thiếu giấy tờ.")
    return code


def of_year(desk: Desk, year: int = 2026) -> Table:
    first = datetime(year, 1, 1).date()
    return number_register(desk.store, Scope(Period(first, first.replace(month=12, day=31)), desk.now()))


def test_a_request_has_the_next_number_of_its_kind_and_year_and_its_reprint_has_the_same(opened: Opened) -> None:
    """“Số ……/HDHS” was left to be written by hand, and nobody could say which number went out to whom."""
    desk = opened(1)
    first, second = asked(desk), asked(desk)
    for code, number in ((first, "01"), (second, "02"), (first, "01")):
        (page,) = pages(desk.store.files.get(ask_for(desk, [code], "supplement_request").file.sha256))
        assert f"Số: {number}/PBS-BPTNTKQ" in page
    assert [item.text for item in desk.dossier(first).numbers] == ["01/PBS-BPTNTKQ"]


def test_who_got_a_request_instead_of_a_receipt_has_its_number_in_the_same_run(opened: Opened) -> None:
    desk = opened(1)
    draft = filled(desk.new_draft())
    desk.keep_draft(draft)
    case = guidance.ask_for_supplements(desk, draft.id, ["Giấy chứng sinh"], "Thiếu giấy tờ.").code
    assert "Số: 01/PBS-BPTNTKQ" in pages(issue(desk, [case], "supplement_request"))[0]
    issue(desk, [asked(desk)], "supplement_request")
    rows = list(of_year(desk).rows)
    assert [(row[1], row[4] is None, row[6]) for row in rows] == [
        ("01/PBS-BPTNTKQ", True, "Đặng Thị Hường"),
        ("02/PBS-BPTNTKQ", False, "Đặng Thị Hường"),
    ]
    assert desk.store.journal.differing_projections() == []


def test_each_kind_of_paper_has_its_own_run(opened: Opened) -> None:
    desk = opened(1)
    code, refused = asked(desk), received(desk)
    refuse(desk, refused, "Không thuộc thẩm quyền.")
    assert "Số: 01/PBS-BPTNTKQ" in pages(issue(desk, [code], "supplement_request"))[0]
    assert "Số: 01/PTC-BPTNTKQ" in pages(issue(desk, [refused], "refusal"))[0]


def test_looking_at_a_paper_draws_no_number(opened: Opened) -> None:
    desk = opened(1)
    code = asked(desk)
    assert "Số: ……/PBS-BPTNTKQ" in pages(paper(desk, [code], "supplement_request"))[0]
    assert desk.dossier(code).numbers == ()
    issue(desk, [code], "supplement_request")
    assert "Số: 01/PBS-BPTNTKQ" in pages(paper(desk, [code], "supplement_request"))[0]


def test_desks_that_do_not_see_each_other_draw_no_number_twice(opened: Opened) -> None:
    one, other = opened(1), opened(2)
    numbers = []
    for desk in (one, other, one, other):
        code = asked(desk)
        issue(desk, [code], "supplement_request")
        numbers.append(desk.dossier(code).numbers[0].number)
    assert numbers == [1, 10_001, 2, 10_002]


def test_numbers_begin_anew_with_the_year(opened: Opened) -> None:
    desk = opened(1, MORNING.replace(month=12, day=31))
    code = asked(desk)
    issue(desk, [code], "supplement_request")
    later = replace(desk, now=lambda: datetime(2027, 1, 4, 9, 0, tzinfo=VIETNAM))
    other = asked(later)
    assert "Số: 01/PBS-BPTNTKQ" in pages(issue(later, [other], "supplement_request"))[0]


def test_in_its_first_year_the_program_goes_on_where_the_paper_book_ended(opened: Opened) -> None:
    series = NumberSeries(forms=("supplement_request",), year=2026, after=145)
    desk = opened(1, profile=sample_profile().model_copy(update={"numbers": (series,)}))
    assert "Số: 146/PBS-BPTNTKQ" in pages(issue(desk, [asked(desk)], "supplement_request"))[0]


def test_an_office_without_a_series_has_dots_and_no_invented_number(opened: Opened) -> None:
    desk = opened(1, profile=sample_profile().model_copy(update={"numbers": ()}))
    code = asked(desk)
    assert "Số: ……/PBS-BPTNTKQ" in pages(issue(desk, [code], "supplement_request"))[0]
    assert desk.dossier(code).numbers == () and not len(of_year(desk).rows)


def test_a_list_of_several_dossiers_has_one_number(opened: Opened) -> None:
    desk = opened(1)
    at = desk.now()
    together = replace(desk, now=lambda: at)
    codes = [received(desk), received(desk)]
    for code in codes:
        hand_over(together, code, "Phòng Kinh tế, Hạ tầng và Đô thị")
    for page in pages(issue(desk, codes, "hand_over_list")):
        assert "Số: 01/BPTNTKQ" in page
    assert "Số: 02/BPTNTKQ" in pages(issue(desk, codes[:1], "hand_over_list"))[0], "another list is another paper"
    (first, alone) = desk.dossier(codes[0]).numbers
    assert first.others == (codes[1],) and alone.others == ()


def test_the_register_of_numbers_says_which_paper_got_which(opened: Opened) -> None:
    desk = opened(1)
    code = asked(desk)
    issue(desk, [code], "supplement_request")
    ((place, text, _, form, dossier, count, owner, clerk),) = of_year(desk).rows
    assert (place, text, form) == (1, "01/PBS-BPTNTKQ", "Phiếu yêu cầu bổ sung, hoàn thiện hồ sơ")
    assert (dossier, count, owner, clerk) == (code, 1, "Đặng Thị Hường", "Trần Thị Mẫu")
    assert of_year(desk).faults == () and not len(of_year(desk, 2025).rows)


def test_a_number_given_twice_is_a_fault_on_the_register(opened: Opened) -> None:
    """Two desks whose profiles do not agree on the ranges of the office."""
    usual = sample_profile()
    short = usual.model_copy(update={"office": usual.office.model_copy(update={"year_range": 10})})
    series = NumberSeries(forms=("supplement_request",), year=2026, after=10)
    one, other = opened(1, profile=usual.model_copy(update={"numbers": (series,)})), opened(2, profile=short)
    for desk in (one, other):
        issue(desk, [asked(desk)], "supplement_request")
    one.store.journal.accept(other.store.entries.own_after(0, -1))
    assert of_year(one).faults == ("Số 11/PBS-BPTNTKQ năm 2026 đã cấp 2 lần.",)


def test_what_is_projected_is_what_the_journal_says(opened: Opened) -> None:
    desk = opened(1)
    issue(desk, [asked(desk)], "supplement_request")
    before = list(desk.store.paper_numbers.between(0, 2**40))
    assert desk.store.journal.differing_projections() == []
    desk.store.journal.rebuild_all()
    assert list(desk.store.paper_numbers.between(0, 2**40)) == before


def test_a_long_list_of_numbers_is_read_a_page_at_a_time(opened: Opened) -> None:
    desk = opened(1)
    for _ in range(3):
        issue(desk, [asked(desk)], "supplement_request")
    first = desk.now().date().replace(month=1, day=1)
    scope = Scope(Period(first, first.replace(month=12, day=31)), desk.now())
    whole, page = number_register(desk.store, scope), number_register(desk.store, scope, offset=1, limit=1)
    assert [row[0] for row in whole.rows] == [1, 2, 3] and whole.count == page.count == 3
    assert page.rows == whole.rows[1:2] and page.rows[0][6]
    elsewhere = number_register(desk.store, replace(scope, agency="H41.98"))
    assert (elsewhere.rows, elsewhere.count) == ((), 0)


def test_the_register_goes_on_through_the_year_by_field_and_desk(opened: Opened) -> None:
    """Số thứ tự began anew with each period, and the receipt had none at all."""
    desk = opened(1)
    first, second = (desk.dossier(received(desk)) for _ in range(2))
    elsewhere = desk.dossier(received(desk, "1.001612"))
    assert [(item.book, item.book_number) for item in (first, second, elsewhere)] == [(1, 1), (1, 2), (1, 1)]
    later = replace(desk, now=lambda: MORNING + timedelta(days=20))
    assert later.dossier(received(later)).book_number == 3
    other = opened(2)
    assert [(item.book, item.book_number) for item in [other.dossier(received(other))]] == [(2, 1)]
    assert "Quyển số: 01; Số thứ tự: 02" in pages(paper(desk, [second.code], "receipt"))[0]
    new_year = replace(desk, now=lambda: datetime(2027, 1, 4, 9, 0, tzinfo=VIETNAM))
    assert new_year.dossier(received(new_year)).book_number == 1


def test_a_year_begun_without_numbers_goes_on_after_its_dossiers(opened: Opened) -> None:
    desk = opened(1)
    for _ in range(2):
        draft = filled(desk.new_draft())
        desk.keep_draft(draft)
        procedure, at = desk.procedure(draft), desk.now()
        assert procedure
        before = receiving.first_entry(desk, draft, procedure, at).model_copy(update={"book": 0, "book_number": 0})
        desk.record(receiving.next_code(desk, at), before, at)
    assert desk.dossier(received(desk)).book_number == 3

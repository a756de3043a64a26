"""A whole public day of an office with two desks: who came, what they left with, and what everybody knows at night.

The day is lived once, through the use cases and, where a card comes in the middle of another's intake, the real window;
each test looks at it from one side. `COUNTER_PAPERS=folder` leaves a picture of every paper there.
"""

from __future__ import annotations

import hashlib
import io
from collections.abc import Iterator
from dataclasses import fields
from datetime import datetime

import pikepdf
import pytest
from PySide6.QtWidgets import QApplication

from counter_app.dossier.clock import VIETNAM
from counter_app.dossier.fold import fold
from counter_app.dossier.states import GuidanceKind, Status
from counter_app.province.serve import RunningServer, running_server
from counter_app.reports import periods
from counter_app.reports.guidance import guidance_by_procedure
from counter_app.reports.money import cash_report
from counter_app.reports.offered import offered
from counter_app.reports.settlement import Settlement, settlements
from counter_app.store.entries import files_of
from counter_app.sync.waiting import waits
from tests.printing.reading import assert_fonts_embedded, assert_no_overlaps, codes, flat, pages
from tests.system.public_day.afternoon import afternoon
from tests.system.public_day.at_the_window import half_an_hour
from tests.system.public_day.days_before import days_before
from tests.system.public_day.diary import TODAY
from tests.system.public_day.evening import MONTH, evening, exchanged, question
from tests.system.public_day.morning import morning
from tests.system.public_day.office import DayClock, hang_up_to_dry, opened
from tests.system.public_day.portal import filed_at_night
from tests.system.public_day.story import CIVIL, Day
from ui.shell.application import speak


@pytest.fixture(scope="module")
def province(tmp_path_factory: pytest.TempPathFactory) -> Iterator[RunningServer]:
    with running_server(tmp_path_factory.mktemp("province")) as running:
        yield running


@pytest.fixture(scope="module")
def day(province: RunningServer, qapp: QApplication, tmp_path_factory: pytest.TempPathFactory) -> Iterator[Day]:
    """The day, lived to its end."""
    speak(qapp, "vi")
    folder, clock = tmp_path_factory.mktemp("office"), DayClock(datetime(2026, 11, 2, 7, 30, tzinfo=VIETNAM))
    one, two = (
        opened(folder, number, clock, province.services.desks.register(f"H41.99:{number}")) for number in (1, 2)
    )
    lived = Day(one, two, clock, province)
    days_before(lived)
    filed_at_night(province)
    clock.set(20, 7, 35)
    exchanged(lived)
    half_an_hour(lived)
    morning(lived)
    exchanged(lived)  # at noon
    afternoon(lived)
    evening(lived)
    hang_up_to_dry(lived.papers)
    yield lived
    for at in (one, two):
        at.desk.store.close()


def test_more_than_25_people_came_and_everybody_left_with_an_answer(day: Day) -> None:
    answers = day.diary.answers
    assert len(day.diary.visits) + answers.total() >= 25
    assert answers == {GuidanceKind.SUPPLEMENTS: 2, GuidanceKind.REFUSAL: 1}
    ended = {code for code, visit in day.diary.visits.items() if visit.ended}
    for code, visit in day.diary.visits.items():
        dossier = day.one.desk.dossier(code)
        assert dossier.owner.name and dossier.code == code
        assert (dossier.status is not Status.CANCELLED) == visit.counted, visit.who
        assert (dossier.finished_at is not None) == (code in ended or not visit.counted), visit.who
        assert dossier.due_at and dossier.due_at.astimezone(VIETNAM).date() == visit.due, visit.who


def test_both_desks_and_the_province_agree_on_every_dossier(day: Day) -> None:
    registry = day.province.services.registry
    known = day.one.desk.store.entries.codes()
    assert known == day.two.desk.store.entries.codes() and set(day.diary.visits) < set(known)
    for at in (day.one, day.two):
        store = at.desk.store
        assert (waits(store).entries, waits(store).files) == (0, 0)
        assert store.entries.check_own() == store.entries.last_sequence()
        assert store.journal.differing_projections() == []
        assert (store.quarantine.count(), store.in_conflict()) == (0, 0)
        for code in known:
            entries = registry.entries_of([code])[code]
            here = store.entries.of_dossier(code)
            assert sorted(entries, key=lambda entry: entry.key) == sorted(here, key=lambda item: item.key)
            assert fold(here).dossier == registry.folded(code).dossier
            assert registry.awaited_of(code) == []


def test_every_file_of_the_day_is_whole_at_its_desk(day: Day) -> None:
    for at in (day.one, day.two):
        assert at.desk.missing_files() == []
        for entry in at.desk.store.entries.own_after(0, -1):
            for file in files_of(entry):
                assert hashlib.sha256(at.desk.store.files.get(file.sha256)).hexdigest() == file.sha256


@pytest.mark.parametrize("number", [1, 2])
def test_bieu_06a_says_at_either_desk_what_an_onlooker_counted(day: Day, number: int) -> None:
    at = day.one if number == 1 else day.two
    counted = day.diary.settlement(MONTH.first, MONTH.last)
    reported = settlements(at.desk.store.db, question(at).scope)
    figures = [field.name for field in fields(Settlement) if field.name != "field"]
    assert {item.field: {name: getattr(item, name) for name in figures} for item in reported} == {
        name: {figure: line[figure] for figure in figures} for name, line in counted.items()
    }


def test_the_answers_instead_of_receipts_are_counted_too(day: Day) -> None:
    total = guidance_by_procedure(day.one.desk.store.db, question(day.one).scope).total
    assert total is not None
    people, supplements, again, refusals, received = total[4:]
    assert (people, supplements, again, refusals, received) == (3, 2, 0, 1, 1)


def test_each_drawer_holds_what_came_in_less_what_went_out(day: Day) -> None:
    scope = question(day.one, periods.Period(TODAY, TODAY)).scope
    for at in (day.one, day.two):
        table = cash_report(at.desk.store, scope)
        assert table.faults == (), "no number of a receipt is missing"
        heads = [column.head for column in table.columns]
        left = {row[1]: 0 for row in table.rows}
        for row in table.rows:
            cash = row[heads.index("Tiền mặt còn lại")]
            assert isinstance(cash, int)
            left[row[1]] += cash
        assert left[at.clerk] == day.diary.drawers[at.clerk]
    assert any("thiếu 10.000 đồng: Thối nhầm 10.000 đồng" in note for note in _notes_of(day))


def _notes_of(day: Day) -> tuple[str, ...]:
    scope = question(day.two, periods.Period(TODAY, TODAY)).scope
    return cash_report(day.two.desk.store, scope).notes


def test_every_paper_is_whole_and_legible(day: Day) -> None:
    assert len({paper.form for paper in day.papers}) >= 18
    for paper in day.papers:
        assert_no_overlaps(paper.pdf)
        assert_fonts_embedded(paper.pdf)
        with pikepdf.open(io.BytesIO(paper.pdf)) as document:
            assert len(document.pages) <= 4, paper.form
        text = flat(" ".join(pages(paper.pdf)))
        for token in ("None", "{", "}", "  ", "[K", "Value("):
            assert token not in text, (paper.form, token)
        for code in paper.codes:
            if code in day.diary.visits and paper.form != "fee_receipt":
                assert code in text or paper.form == "batch_receipt", (paper.form, code)


def _text_of(day: Day, form: str, who: str) -> str:
    """What the last paper of the form says that somebody took away."""
    found = [paper for paper in day.papers if paper.form == form and day.codes[who] in paper.codes]
    return flat(" ".join(pages(found[-1].pdf)))


@pytest.mark.parametrize(
    ("form", "who", "sentence"),
    [
        ("receipt", "hường", "Tiếp nhận hồ sơ của Bà: Nguyễn Thị Hường"),
        ("receipt", "hường", "Trước 17 giờ 00 phút, ngày 20/11/2026"),
        ("receipt", "hường", "Giờ làm việc: Thứ Hai đến thứ Sáu: 07:30–12:00, 13:30–17:00."),
        ("receipt", "khoẻ", "Trước 17 giờ 00 phút, ngày 23/11/2026"),
        ("receipt", "sao mẫu", "Tiếp nhận hồ sơ của doanh nghiệp: Công ty TNHH Xây dựng và Thương mại Sao Mẫu"),
        ("receipt", "sao mẫu", "Phí, lệ phí (nếu có): Chưa có dữ liệu"),
        ("pause_notice", "sao mẫu", "ngày hẹn trả kết quả mới được thông báo đến Quý tổ chức."),
        ("pause_notice", "sao mẫu", "Số: 10001/TB-UBND"),
        ("receipt", "cưới", "Tiếp nhận hồ sơ của Ông/Bà: Trần Văn Mẫu (bên nam), Hoàng Thị Ánh (bên nữ)"),
        ("return_note", "cưới", "Chủ hồ sơ: Ông Trần Văn Mẫu, Bà Hoàng Thị Ánh"),
        ("receipt", "tâm", "giấy tờ ủy quyền: Văn bản ủy quyền số 12, ngày 18/11/2026, Ủy ban nhân dân phường Sao Mai"),
        ("receipt", "tâm", "Chi nhánh Văn phòng đăng ký đất đai khu vực Sao Mai (ví dụ)"),
        ("residence_receipt", "bảo", "Người nộp hồ sơ: Bà Nguyễn Thị Thuỷ (mẹ)"),
        ("certification_receipt", "kim", "Số định danh cá nhân/tổ chức: M12345678 (hộ chiếu)"),
        ("receipt", "bông", "Số định danh cá nhân/tổ chức: không có"),
        ("receipt", "minh", "(Bản sửa đổi lần 1, ngày 20/11/2026, thay cho bản đã cấp trước đó)"),
        ("receipt", "minh", "nhận kết quả tại: Bộ phận Tiếp nhận và Trả kết quả Ủy ban nhân dân xã Nghi Lộc"),
        ("receipt", "đạt và thuỷ", "05 ngày làm việc (giai đoạn 2)"),
        ("receipt", "lợi", "Thay cho ngày hẹn trả: 09 giờ 20 phút, ngày 26/11/2026."),
        ("supplement_request", "lợi", "Yêu cầu Ông/Bà hoàn thiện hồ sơ gồm những nội dung sau:"),
        (
            "apology",
            "lựu",
            "Ủy ban nhân dân phường Sao Mai xin lỗi Bà và sẽ trả kết quả giải quyết hồ sơ cho Bà vào 16",
        ),
        ("stop_notice", "cậy", "Bà Đậu Thị Cậy (Đơn ngày 20/11/2026) đề nghị dừng giải quyết hồ sơ nêu trên."),
        ("return_note", "phúc", "đã trình báo mất"),
        ("control_sheet", "lam", "Kèm theo hồ sơ của: Nguyễn Thị Lam"),
        ("result_hand_over", "lam", "Bên giao: Phòng Văn hóa – Xã hội"),
    ],
)
def test_a_paper_says_it_as_it_is_said_of_such_an_applicant(day: Day, form: str, who: str, sentence: str) -> None:
    assert sentence in _text_of(day, form, who)


def test_the_books_of_both_desks_run_from_one_without_a_gap(day: Day) -> None:
    books: dict[tuple[str, int], list[int]] = {}
    for code in day.diary.visits:
        dossier = day.two.desk.dossier(code)
        books.setdefault((dossier.field, dossier.book), []).append(dossier.book_number)
    for numbers in books.values():
        assert sorted(numbers) == list(range(1, len(numbers) + 1))


def test_the_register_has_whoever_got_a_receipt_and_nobody_else(day: Day) -> None:
    question_of = question(day.one, field=CIVIL)
    table = offered("so-theo-doi").table(day.one.desk.store, day.one.desk.knowledge, question_of)
    listed = [str(row[1]) for row in table.rows]
    came = {code for code, visit in day.diary.visits.items() if visit.field == CIVIL and visit.came >= MONTH.first}
    assert len(listed) == len(came) and set(listed) == came


def test_the_code_on_the_receipt_leads_a_telephone_to_the_dossier_by_an_opaque_token(day: Day) -> None:
    (paper,) = (item for item in day.papers if item.form == "receipt" and item.codes == (day.codes["sao mẫu"],))
    (address,) = codes(paper.pdf)[0]
    token = day.two.desk.dossier(day.codes["sao mẫu"]).look_up_token
    assert address == f"https://tra-cuu.example.vn/look-up?ma={token}"
    assert day.one.desk.store.code_of_token(token) == day.codes["sao mẫu"], "and the other desk to it, too"

"""The lists a desk begins its day with, its cash at the end of it, the book of dossiers."""

from __future__ import annotations

from collections.abc import Callable
from datetime import datetime

import pytest

from counter_app.desk import casework, receiving, till
from counter_app.desk.desk import Desk
from counter_app.dossier.applicants import Relation
from counter_app.dossier.clock import VIETNAM
from counter_app.dossier.life import DueCause, DueChange, HandOver, Pause, PauseKind, Result, Return
from counter_app.dossier.model import Component, Dossier
from counter_app.dossier.money import FeeReceipt
from counter_app.dossier.states import DeliveryMethod, PayMethod, Status
from counter_app.knowledge import Knowledge
from counter_app.procedures.rules import RulesMissing
from counter_app.reports import money, periods, volumes
from counter_app.reports.due import Waiting, WaitingScope, due_by_field, due_list, horizon
from counter_app.reports.register import BookColumns, books, register
from counter_app.reports.scope import Scope
from counter_app.tables import Kind, Table, shown
from tests.conftest import MORNING, filled
from tests.reports.busy_office import PDF
from tests.reports.conftest import Office, dossier

Make = Callable[..., Office]
FRIDAY = datetime(2026, 11, 20, 9, 0, tzinfo=VIETNAM)  # Tuesday, 24 November, is a holiday


def at(day: int, hour: int = 9, minute: int = 0) -> datetime:
    return datetime(2026, 11, day, hour, minute, tzinfo=VIETNAM)


def codes(table: Table) -> list[object]:
    return [row[1] for row in table.rows]


@pytest.mark.parametrize(
    ("now", "days", "hours", "until"),
    [
        (FRIDAY, 1, 0, at(23)),
        (FRIDAY, 3, 0, at(26)),
        (FRIDAY, 0, 4, at(20, 14, 30)),  # twelve to half past one is lunch
        (at(21, 12), 1, 0, at(25, 7, 30)),  # Saturday counts from Monday's opening
        (at(20, 16, 30), 0, 1, at(23, 8)),
    ],
)
def test_due_soon_is_counted_in_working_days_and_office_hours(
    knowledge: Knowledge, now: datetime, days: int, hours: int, until: datetime
) -> None:
    assert horizon(now, knowledge.calendar, knowledge.hours, days=days, office_hours=hours) == until


def open_ones() -> list[Dossier]:
    pause = Pause(kind=PauseKind.OBLIGATION, began_at=at(10), before=Status.ACCEPTED)
    return [
        dossier("H41.99-261101-0001", due_at=at(20, 9), status=Status.IN_PROCESS),
        dossier("H41.99-261101-0002", due_at=at(20, 8, 59), field="Đất đai"),
        dossier("H41.99-261101-0003", due_at=at(16, 17)),
        dossier("H41.99-261101-0004", due_at=at(23, 9)),
        dossier("H41.99-261101-0005", due_at=at(23, 9, 1)),
        dossier("H41.99-261101-0006", due_at=None),
        dossier("H41.99-261101-0007", due_at=at(16), status=Status.FINANCIAL_OBLIGATION, pauses=(pause,)),
        dossier("H41.99-261101-0008", due_at=at(16), status=Status.DONE, finished_at=at(18)),
        dossier("H41.99-261101-0009", due_at=at(16), status=Status.NEW),
    ]


def test_what_is_due_soon_overdue_and_paused_stands_on_one_list_each(office: Make) -> None:
    store = office(*open_ones()).store
    soon = due_list(store, WaitingScope(Waiting.SOON, FRIDAY, at(23, 9)))
    assert codes(soon) == ["H41.99-261101-0001", "H41.99-261101-0004"]
    assert [row[-1] for row in soon.rows] == ["Còn 0 giờ 00 phút", "Còn 3 ngày"]
    assert soon.subtitles == (
        f"Tính đến {FRIDAY:%H} giờ {FRIDAY:%M} phút, ngày {FRIDAY:%d/%m/%Y}; "
        "hạn trả đến 09 giờ 00 phút, ngày 23/11/2026",
    )
    overdue = due_list(store, WaitingScope(Waiting.OVERDUE, FRIDAY))
    assert codes(overdue) == ["H41.99-261101-0003", "H41.99-261101-0002"]  # the latest first
    assert [row[-1] for row in overdue.rows] == ["Quá hạn 4 ngày", "Quá hạn 0 giờ 01 phút"]
    paused = due_list(store, WaitingScope(Waiting.PAUSED, FRIDAY))
    assert codes(paused) == ["H41.99-261101-0007"]
    assert next(iter(paused.rows))[-1] == "Chờ thực hiện nghĩa vụ tài chính từ 10/11/2026"


def test_lists_go_by_field_and_by_page(office: Make) -> None:
    store = office(*open_ones()).store
    land = due_list(store, WaitingScope(Waiting.OVERDUE, FRIDAY, field="Đất đai"))
    assert codes(land) == ["H41.99-261101-0002"]
    assert "Lĩnh vực: Đất đai" in land.subtitles
    second = due_list(store, WaitingScope(Waiting.OVERDUE, FRIDAY), offset=1, limit=1)
    assert [(row[0], row[1]) for row in second.rows] == [(2, "H41.99-261101-0002")]
    assert second.count == 2
    bars = due_by_field(store, WaitingScope(Waiting.OVERDUE, FRIDAY)).bars
    assert [(bar.label, bar.value) for bar in bars] == [("Đất đai", 1), ("Hộ tịch", 1)], "Đ stands before H"
    assert codes(due_list(store, WaitingScope(Waiting.OVERDUE, FRIDAY, agency="H41.98"))) == []


def receipt(number: int, amount: int = 100_000, **facts: object) -> FeeReceipt:
    usual: dict[str, object] = {
        "series": "01BLP2-002 MA-26T",
        "number": number,
        "kind": "le_phi",
        "amount": amount,
        "method": PayMethod.CASH,
        "payer": "Đặng Thị Hường",
        "at": at(20),
        "clerk": "Trần Thị Mẫu",
    }
    return FeeReceipt(**usual | facts)


def paid(*receipts: FeeReceipt) -> list[Dossier]:
    return [dossier(f"H41.99-261120-{number:04d}", fee_receipts=(item,)) for number, item in enumerate(receipts, 1)]


def cash(office: Office, day: int = 20) -> Table:
    return money.cash_report(office.store, Scope(periods.day(at(day).date()), office.now))


def test_the_day_ends_with_cash_by_clerk_series_and_method(office: Make) -> None:
    made = office(
        *paid(
            receipt(7, at=at(19)),
            receipt(8),
            receipt(9, cancelled="Ghi sai tên"),
            receipt(10, 20_000, method=PayMethod.TRANSFER),
            receipt(11, 30_000, clerk="Lê Văn Thử"),
            receipt(1, 5_000, series="01BLP2-001 MA-26T", kind="phi"),
            receipt(12, at=at(21)),
        )
    )
    table = cash(made)
    assert list(table.rows) == [
        (1, "Lê Văn Thử", "Lệ phí", "01BLP2-002 MA-26T", 11, 11, 1, 0, "", 30_000, 0, 0, 30_000, 0, 30_000),
        (2, "Trần Thị Mẫu", "Lệ phí", "01BLP2-002 MA-26T", 8, 10, 3, 1, "9", 100_000, 20_000, 0, 120_000, 0, 100_000),
        (3, "Trần Thị Mẫu", "Phí", "01BLP2-001 MA-26T", 1, 1, 1, 0, "", 5_000, 0, 0, 5_000, 0, 5_000),
    ]
    assert table.total == (
        None,
        "Tổng cộng",
        None,
        None,
        None,
        None,
        5,
        1,
        None,
        135_000,
        20_000,
        0,
        155_000,
        0,
        135_000,
    )
    assert table.faults == ()


def test_money_given_back_leaves_the_drawer_of_who_gave_it_on_that_day(office: Make) -> None:
    back = {"refunded_at": at(20, 16), "refund_method": PayMethod.CASH, "refunded_by": "Lê Văn Thử"}
    by_bank = {"refunded_at": at(20, 16), "refund_method": PayMethod.TRANSFER, "refunded_by": "Trần Thị Mẫu"}
    made = office(
        *paid(receipt(7, 50_000, at=at(19), **back), receipt(8), receipt(9, 20_000, **by_bank)),
    )
    series = "01BLP2-002 MA-26T"
    assert list(cash(made).rows) == [
        (1, "Lê Văn Thử", "Lệ phí", series, None, None, 0, 0, "", 0, 0, 0, 0, 50_000, -50_000),
        (2, "Trần Thị Mẫu", "Lệ phí", series, 8, 9, 2, 0, "", 120_000, 0, 0, 120_000, 20_000, 120_000),
    ]
    (day_before,) = cash(made, 19).rows
    assert day_before[-2:] == (0, 50_000)  # what was in the drawer then


def test_a_gap_in_the_series_is_a_fault_on_the_paper(office: Make) -> None:
    made = office(*paid(receipt(3, at=at(19)), receipt(5), receipt(6), receipt(9)))
    assert cash(made).faults == ("01BLP2-002 MA-26T: thiếu số biên lai: 4, 7–8.",)
    assert cash(made, 19).faults == ()  # what came before is not looked at again


def test_a_number_taken_on_another_day_is_no_gap(office: Make) -> None:
    made = office(*paid(receipt(3), receipt(4, at=at(21)), receipt(5)))
    assert cash(made).faults == ()


def test_a_number_that_stands_twice_is_a_fault_on_the_paper(office: Make) -> None:
    made = office(*paid(receipt(3), receipt(3)))
    assert cash(made).faults == ("01BLP2-002 MA-26T: số biên lai dùng hai lần: 3.",)


def received(desk: Desk) -> Dossier:
    draft = filled(desk.new_draft(), "1.001612", "giay-de-nghi")
    desk.keep_draft(draft)
    return receiving.receive(desk, draft.id)


def test_the_till_of_a_real_day_balances(desk: Desk) -> None:
    first, second = received(desk), received(desk)
    till.take_all_fees(desk, first.code, PayMethod.CASH)
    taken = till.take_all_fees(desk, second.code, PayMethod.TRANSFER)
    wrong = taken.fee_receipts[-1]
    till.cancel_receipt(desk, second.code, wrong.series, wrong.number, "Ghi sai tên")
    scope = Scope(periods.day(MORNING.date()), MORNING)
    table = money.cash_report(desk.store, scope)
    (row,) = table.rows
    assert row[4:] == (1, 2, 2, 1, "2", 100_000, 0, 0, 100_000, 0, 100_000)
    assert table.faults == ()
    by_field = money.fees_by_field(desk.store, scope)
    assert by_field.total
    assert by_field.total[10] == 100_000


def returned_dossier() -> Dossier:
    handed = Return(
        at=at(12, 15),
        method=DeliveryMethod.POST,
        recipient="Lê Văn Ủy",
        relation=Relation.AUTHORISED,
        clerk="Lê Văn Thử",
    )
    return dossier(
        sets=2,
        received_at=at(3),
        promised_at=at(10),
        due_at=at(13),
        due_changes=(DueChange(cause=DueCause.EXTENSION, before=at(10), after=at(13), at=at(9), clerk="Mẫu"),),
        hand_overs=(HandOver(from_unit="A", to_unit="B", given_by="C", taken_by="D", at=at(4), due_at=None),),
        results=(Result(name="Kết quả", arrived_at=at(11), returned=handed),),
        status=Status.RESULT_RETURNED,
        finished_at=at(11),
        returned_at=at(12, 15),
        note="Khách hẹn gọi trước",
    )


def line_of(office: Office, knowledge: Knowledge, columns: BookColumns) -> dict[str, str]:
    table = register(
        office.store, Scope(periods.calendar_month(2026, 11), office.now), "Hộ tịch", knowledge.rules, columns=columns
    )
    (row,) = table.rows
    return {
        " / ".join((*column.groups, column.head)): shown(cell, column.kind)
        for column, cell in zip(table.columns, row, strict=True)
    }


def test_the_book_of_2025_has_the_columns_of_its_form_and_room_to_sign(office: Make, knowledge: Knowledge) -> None:
    """Who took the result stood typed where they were to sign, in a line too low for a pen."""
    made = office(returned_dossier())
    assert line_of(made, knowledge, BookColumns.CIRCULAR) == {
        "STT": "1",
        "Mã hồ sơ": "H41.99-261001-0001",
        "Tên TTHC": "Đăng ký khai sinh",
        "Tên tổ chức, cá nhân": "Đặng Thị Hường",
        "Địa chỉ/SĐT": "Xóm 3, phường Sao Mai, tỉnh Nghệ An; 0912000123",
        "Cơ quan chủ trì giải quyết": "Ủy ban nhân dân phường Sao Mai",
        "Nhận và trả kết quả / Nhận hồ sơ": "09:00 03/11/2026",
        "Nhận và trả kết quả / Hẹn trả kết quả": "09:00 10/11/2026",
        "Nhận và trả kết quả / Trả kết quả": "15:00 12/11/2026",
        "Nhận và trả kết quả / Phương thức nhận kết quả": "Bưu chính công ích",
        "Nhận và trả kết quả / Ký nhận": "",
    }
    table = register(made.store, Scope(periods.calendar_month(2026, 11), made.now), "Hộ tịch", knowledge.rules)
    assert [column.head for column in table.columns if column.to_sign] == ["Ký nhận"]
    assert table.symbol == "STD" and "theo từng lĩnh vực" in table.notes[0]


def test_the_book_of_2018_keeps_its_columns(office: Make, knowledge: Knowledge) -> None:
    made = office(returned_dossier())
    table = register(made.store, Scope(periods.calendar_month(2025, 6), made.now), "Hộ tịch", knowledge.rules)
    heads = [column.head for column in table.columns]
    assert {"Số lượng hồ sơ (bộ)", "Chuyển hồ sơ đến cơ quan giải quyết", "Ghi chú"} <= set(heads)


def test_the_lines_of_a_book_go_on_through_the_year_whatever_the_period(office: Make, knowledge: Knowledge) -> None:
    """TT began with 1 again in each period."""
    days = [at(3), at(9), at(20)]
    made = office(
        *(dossier(f"H41.99-261001-000{place}", received_at=day) for place, day in enumerate(days, start=1)),
        dossier("H41.99-261001-0004", received_at=at(21), book=1, book_number=4),
        dossier("H41.99-261001-1001", received_at=at(22), book=2, book_number=1),
    )
    later = periods.Period(at(9).date(), at(22).date())
    table = register(made.store, Scope(later, made.now), "Hộ tịch", knowledge.rules)
    assert [row[0] for row in table.rows] == [2, 3, 4, "2/1"]
    page = register(made.store, Scope(later, made.now), "Hộ tịch", knowledge.rules, offset=1, limit=2)
    assert [row[0] for row in page.rows] == [3, 4]


def test_the_book_as_provinces_print_it_says_who_received(office: Make, knowledge: Knowledge) -> None:
    line = line_of(office(returned_dossier()), knowledge, BookColumns.PRODUCTION)
    assert line["STT"] == "1"
    assert line["Trả kết quả / Bên giao (Ký tên)"] == line["Trả kết quả / Bên nhận (Ký tên)"] == ""
    assert line["Người nhận hồ sơ"] == "Trần Thị Mẫu"
    assert line["Địa bàn phát sinh"] == "phường Sao Mai"
    assert line["Ghi chú"] == "Hẹn lại 13/11/2026; Khách hẹn gọi trước"


def test_the_book_keeps_what_was_refused_and_what_was_withdrawn(office: Make, knowledge: Knowledge) -> None:
    facts = {"received_at": at(3), "status_reason": "Không thuộc thẩm quyền"}
    for status, remark in ((Status.NOT_ACCEPTED, "Từ chối tiếp nhận"), (Status.WITHDRAWN, "Rút hồ sơ")):
        made = office(dossier(status=status, finished_at=at(4), **facts))
        assert line_of(made, knowledge, BookColumns.PRODUCTION)["Ghi chú"] == f"{remark}: Không thuộc thẩm quyền"


@pytest.mark.parametrize(
    ("period", "form"),
    [
        (periods.calendar_month(2025, 6), "Mẫu số 06 – Thông tư số 01/2018/TT-VPCP"),
        (periods.calendar_month(2025, 8), "Mẫu số 06 – Thông tư số 01/2018/TT-VPCP"),
        (periods.calendar_month(2025, 9), "Mẫu số 07 – Thông tư số 03/2025/TT-VPCP"),
    ],
)
def test_the_book_has_the_number_of_the_form_in_force(
    office: Make, knowledge: Knowledge, period: periods.Period, form: str
) -> None:
    made = office(dossier())
    assert register(made.store, Scope(period, made.now), "Hộ tịch", knowledge.rules).form == form
    with pytest.raises(RulesMissing):
        register(made.store, Scope(periods.calendar_month(2017, 1), made.now), "Hộ tịch", knowledge.rules)


def test_the_book_of_a_real_day_is_read_from_the_journal(desk: Desk, knowledge: Knowledge) -> None:
    first, second = received(desk), received(desk)
    casework.hand_over(desk, first.code, "Phòng Kinh tế")
    scope = Scope(periods.day(MORNING.date()), MORNING)
    assert books(desk.store, scope) == [(first.field, 2)]
    table = register(desk.store, scope, first.field, knowledge.rules)
    assert codes(table) == [first.code, second.code]
    assert [row[0] for row in table.rows] == [first.book_number, second.book_number] == [1, 2]


def test_digitisation_is_counted_in_dossiers_and_in_papers(office: Make) -> None:
    scanned = Component(key="a", name="Tờ khai", document=PDF)
    bare = Component(key="b", name="Giấy chứng sinh", originals=1)
    made = office(
        dossier("H41.99-261001-0001", components=(scanned, bare)),
        dossier("H41.99-261001-0002", components=(bare,)),
        dossier("H41.99-261001-0003", components=(scanned,), status=Status.NOT_ACCEPTED),
    )
    scope = Scope(periods.calendar_month(2026, 10), made.now)
    (row,) = volumes.digitisation_by_field(made.store.db, scope).rows
    assert row == (1, "Hộ tịch", 2, 1, 0.5, 3, 1, pytest.approx(1 / 3), 0, 0.0, 0)
    (row,) = volumes.digitisation_by_procedure(made.store.db, scope).rows
    assert row[:5] == (1, "Hộ tịch", "1.001193", "Đăng ký khai sinh", 2)
    chart = volumes.digitisation_rates(made.store.db, scope)
    assert (chart.kind, chart.bars[0].value) == (Kind.PERCENT, 0.5)
    days = volumes.by_day(made.store.db, scope).bars
    assert [(bar.label, bar.value) for bar in days][:2] == [("01/10", 2), ("02/10", 0)]
    assert len(days) == 31

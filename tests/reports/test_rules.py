"""Each rule of II.06a and QĐ 766 by a dossier of its own (docs/domain/quality-index.md, reports.md)."""

from __future__ import annotations

from collections.abc import Callable
from dataclasses import replace
from datetime import datetime
from pathlib import Path

import pytest

from counter_app.desk import after_receipt, casework, receiving
from counter_app.desk.desk import Desk
from counter_app.dossier.clock import VIETNAM
from counter_app.dossier.life import Pause, PauseKind, Result, ResultNamed
from counter_app.dossier.model import Component, Dossier, Reuse
from counter_app.dossier.states import Channel, Status
from counter_app.procedures.data_files import DataFault
from counter_app.reports import periods
from counter_app.reports.due import Waiting, WaitingScope, due_list
from counter_app.reports.indicators import load_indicators
from counter_app.reports.periods import Period
from counter_app.reports.quality import Measured, lost_dossiers, measure, quality_table
from counter_app.reports.register import books, register
from counter_app.reports.scope import Scope
from counter_app.reports.settlement import ReportUnsound, settlement_table, settlements, total
from counter_app.reports.volumes import volumes_by_procedure
from counter_app.resources import resource
from counter_app.store.sync_points import ACKNOWLEDGED
from tests.conftest import filled
from tests.reports.busy_office import PDF
from tests.reports.conftest import Office, dossier

OCTOBER = periods.calendar_month(2026, 10)
SEPTEMBER = periods.calendar_month(2026, 9)
NOVEMBER = periods.calendar_month(2026, 11)
Make = Callable[..., Office]


def at(day: int, hour: int = 9, minute: int = 0, month: int = 10) -> datetime:
    return datetime(2026, month, day, hour, minute, tzinfo=VIETNAM)


def asked(began: datetime, ended: datetime | None = None, kind: PauseKind = PauseKind.SUPPLEMENT) -> Pause:
    return Pause(kind=kind, began_at=began, ended_at=ended, before=Status.ACCEPTED)


def done(end: datetime, **facts: object) -> dict[str, object]:
    return {"status": Status.DONE, "finished_at": end} | facts


def counted(office: Office, period: Period = OCTOBER) -> dict[str, int]:
    """The figures of 06a that are not zero."""
    figures = vars(total(settlements(office.store.db, Scope(period, office.now))))
    return {name: count for name, count in figures.items() if count and name != "field"}


def indicators(office: Office, period: Period = OCTOBER) -> dict[str, Measured]:
    found = measure(office.store, Scope(period, office.now), load_indicators(resource("indicators")))
    return {item.indicator.key: item for item in found}


def on_time(office: Office, period: Period = OCTOBER) -> tuple[int, int]:
    found = indicators(office, period)["2.1"]
    return found.good, found.count


@pytest.mark.parametrize(
    ("facts", "figures"),
    [
        pytest.param(done(at(4, 23, 59)), {"direct", "settled", "early"}, id="ready the day before it is due: early"),
        pytest.param(done(at(5, 0, 0)), {"direct", "settled", "on_time"}, id="ready early on the due day: on time"),
        pytest.param(done(at(5, 23, 59)), {"direct", "settled", "on_time"}, id="ready at night on it: on time"),
        pytest.param(done(at(6, 0, 0)), {"direct", "settled", "late"}, id="ready the day after: late"),
        pytest.param(done(at(30), due_at=None), {"direct", "settled", "on_time"}, id="no due date: on time"),
        pytest.param(
            done(at(4), status=Status.RESULT_RETURNED, returned_at=at(20)),
            {"direct", "settled", "early"},
            id="fetched late by the citizen: early all the same",
        ),
        pytest.param(
            {"status": Status.WITHDRAWN, "finished_at": at(4)}, {"direct", "settled", "early"}, id="withdrawn: settled"
        ),
        pytest.param({"status": Status.NOT_ACCEPTED, "finished_at": at(2)}, set(), id="refused: not counted"),
        pytest.param({"status": Status.NEW}, set(), id="newly registered: not counted"),
        pytest.param({"channel": Channel.ONLINE}, {"online", "open", "open_late"}, id="online and overdue"),
        pytest.param({"channel": Channel.POST, "due_at": None}, {"direct", "open", "open_in_time"}, id="by post"),
        pytest.param(done(at(3, month=11)), {"direct", "open", "open_late"}, id="finished after the end: open at it"),
        pytest.param({"received_at": at(1, 0, 0, month=11)}, set(), id="received after the end: not counted"),
        pytest.param({"received_at": at(30, month=9)}, {"carried", "open", "open_late"}, id="carried over"),
        pytest.param(
            done(at(2), received_at=at(30, month=9)), {"carried", "settled", "early"}, id="carried over and settled"
        ),
        pytest.param(
            done(at(30, 23, 59, month=9), received_at=at(29, month=9)), set(), id="finished before the period: not its"
        ),
        pytest.param(
            {"status": Status.STOPPED, "pauses": (asked(at(5, 18), kind=PauseKind.STOP),)},
            {"direct", "open", "open_in_time"},
            id="stopped on its due day: open, in time",
        ),
        pytest.param(
            {"status": Status.SUPPLEMENT_REQUESTED, "pauses": (asked(at(2)),)},
            {"direct", "open", "open_in_time"},
            id="waiting for the applicant: in time however long",
        ),
        pytest.param(
            {"status": Status.FINANCIAL_OBLIGATION, "pauses": (asked(at(6), kind=PauseKind.OBLIGATION),)},
            {"direct", "open", "open_late"},
            id="stopped the clock only when it was late",
        ),
        pytest.param(
            {"status": Status.SUPPLEMENT_REQUESTED, "pauses": (asked(at(2, month=11)),)},
            {"direct", "open", "open_late"},
            id="asked for supplements after the period: late at its end",
        ),
        pytest.param({"due_at": at(31, 9)}, {"direct", "open", "open_late"}, id="due on the period's last day"),
        pytest.param({"due_at": at(1, 0, 0, month=11)}, {"direct", "open", "open_in_time"}, id="due the day after it"),
    ],
)
def test_06a(office: Make, facts: dict[str, object], figures: set[str]) -> None:
    assert counted(office(dossier(**facts))) == dict.fromkeys(figures, 1)


def test_a_day_that_is_not_over_makes_nobody_late(office: Make) -> None:
    due_at_nine = dossier(due_at=at(5, 9))
    assert counted(office(due_at_nine, now=at(5, 17)))["open_in_time"] == 1
    assert counted(office(due_at_nine, now=at(6, 7)))["open_late"] == 1


def test_a_dossier_is_open_until_the_period_in_which_it_is_settled(office: Make) -> None:
    made = office(dossier(received_at=at(20, month=9), due_at=at(2), **done(at(3, month=11))))
    assert counted(made, SEPTEMBER) == {"direct": 1, "open": 1, "open_in_time": 1}
    assert counted(made, OCTOBER) == {"carried": 1, "open": 1, "open_late": 1}
    assert counted(made, NOVEMBER) == {"carried": 1, "settled": 1, "late": 1}


def test_dates_that_contradict_each_other_stop_the_report_and_are_named(office: Make) -> None:
    wrong = dossier("H41.99-261001-0009", **done(at(20, month=9)))
    made = office(dossier(), wrong)
    with pytest.raises(ReportUnsound) as failure:
        settlement_table(made.store.db, Scope(OCTOBER, made.now))
    assert "Hộ tịch" in failure.value.sentence()
    assert "H41.99-261001-0009" in failure.value.sentence()
    with pytest.raises(ReportUnsound):  # and the month in which it is said to have ended
        settlements(made.store.db, Scope(SEPTEMBER, made.now))


def test_the_form_has_its_title_its_numbers_and_its_total(office: Make) -> None:
    made = office(dossier(), dossier("H41.99-261001-0002", field="Đất đai", channel=Channel.ONLINE, **done(at(2))))
    table = settlement_table(made.store.db, Scope(periods.month(2026, 10), made.now, office="UBND phường Sao Mai"))
    assert table.title == "TÌNH HÌNH, KẾT QUẢ GIẢI QUYẾT THỦ TỤC HÀNH CHÍNH TẠI ỦY BAN NHÂN DÂN PHƯỜNG SAO MAI"
    assert table.subtitles[0] == "Kỳ báo cáo: Tháng 10 năm 2026 (từ ngày 15/09/2026 đến ngày 14/10/2026)"
    assert [column.number.split("=")[0] for column in table.columns] == [f"({number})" for number in range(1, 14)]
    assert list(table.rows) == [
        (1, "Đất đai", 1, 1, 0, 0, 1, 1, 0, 0, 0, 0, 0),
        (2, "Hộ tịch", 1, 0, 1, 0, 0, 0, 0, 0, 1, 0, 1),
    ], "Đ stands after D, not behind all other letters"
    assert table.total == (None, "Tổng cộng", 2, 1, 1, 0, 1, 1, 0, 0, 1, 0, 1)


def test_the_form_says_who_reports_to_whom(office: Make) -> None:
    made = office(dossier())
    period = periods.month(2026, 10)
    known = settlement_table(made.store.db, Scope(period, made.now, "", "UBND PHƯỜNG SAO MAI", "UBND tỉnh Nghệ An"))
    assert known.parties == (
        ("Đơn vị báo cáo", "Ủy ban nhân dân phường Sao Mai"),
        ("Đơn vị nhận báo cáo", "Ủy ban nhân dân tỉnh Nghệ An"),
    )
    assert settlement_table(made.store.db, Scope(period, made.now)).parties[1] == ("Đơn vị nhận báo cáo", "")


def test_an_empty_period_gives_an_empty_form(office: Make) -> None:
    made = office(dossier())
    table = settlement_table(made.store.db, Scope(periods.month(2024, 1), made.now))
    assert len(table.rows) == 0
    assert table.total == (None, "Tổng cộng", *[0] * 11)


@pytest.mark.parametrize(
    ("facts", "good"),
    [
        pytest.param(done(at(5, 17)), 1, id="ended to the second at its due time"),
        pytest.param(done(at(5, 17, 1)), 0, id="ended a minute late"),
        pytest.param(done(at(30), due_at=None), 1, id="no due date"),
        pytest.param(
            done(at(12), pauses=(asked(at(2), at(11)),)), 1, id="one supplement: the wait is taken off the end"
        ),
        pytest.param(done(at(16), pauses=(asked(at(2), at(11)),)), 0, id="one supplement, and late without the wait"),
        pytest.param(
            done(at(6), pauses=(asked(at(2), at(4), PauseKind.OBLIGATION),)),
            0,
            id="only the wait for papers is taken off",
        ),
        pytest.param(done(at(4), pauses=(asked(at(2), at(3)), asked(at(3), at(3, 12)))), 0, id="two supplements: late"),
        pytest.param(
            {"status": Status.SUPPLEMENT_REQUESTED, "pauses": (asked(at(2)),)}, 1, id="waiting for its one supplement"
        ),
        pytest.param(
            {"status": Status.SUPPLEMENT_REQUESTED, "pauses": (asked(at(6)),)}, 0, id="asked for it when it was late"
        ),
        pytest.param({}, 0, id="open and past its due time at the period's end"),
        pytest.param({"due_at": at(1, month=11)}, 1, id="open and not yet due at the period's end"),
        pytest.param({"status": Status.NOT_ACCEPTED, "finished_at": at(2)}, 1, id="refused in time counts"),
        pytest.param(
            {"status": Status.STOPPED, "pauses": (asked(at(2), kind=PauseKind.STOP),)}, 1, id="stopped in time"
        ),
        pytest.param(
            {"status": Status.STOPPED, "pauses": (asked(at(7), kind=PauseKind.STOP),)}, 0, id="stopped too late"
        ),
        pytest.param({"status": Status.WITHDRAWN, "finished_at": at(4)}, 1, id="withdrawn in time"),
    ],
)
def test_766_on_time(office: Make, facts: dict[str, object], good: int) -> None:
    assert on_time(office(dossier(**facts))) == (good, 1)


def test_what_was_stopped_before_the_period_is_not_of_it(office: Make) -> None:
    stopped = {"status": Status.STOPPED, "pauses": (asked(at(2), kind=PauseKind.STOP),)}
    assert on_time(office(dossier(**stopped)), NOVEMBER) == (0, 0)


def test_paper_is_never_online(office: Make) -> None:
    result = Result(name="Giấy khai sinh", code="KQ.G15.000031", file=PDF, arrived_at=at(4))
    for channel, good in ((Channel.COUNTER, 0), (Channel.POST, 0), (Channel.ONLINE, 1)):
        made = office(*(dossier(f"H41.99-261001-000{n}", channel=channel, results=(result,)) for n in (1, 2)))
        assert indicators(made)["3.3"].good == good * 2
        assert indicators(made)["3.3"].rate == good * 0.5  # one of the two was not sent yet


def test_digitised_means_components_and_result(office: Make) -> None:
    scanned = Component(key="to-khai", name="Tờ khai", originals=1, document=PDF)
    bare = Result(name="Kết quả", arrived_at=at(4))
    full = Result(name="Kết quả", arrived_at=at(4), file=PDF, code="KQ.G15.000031")
    made = office(
        dossier("H41.99-261001-0001", **done(at(4), results=(full,), components=(scanned,))),
        dossier("H41.99-261001-0002", **done(at(4), results=(full,))),
        dossier("H41.99-261001-0003", **done(at(4), results=(bare,), components=(scanned,))),
        dossier("H41.99-261001-0004", **done(at(4), results=(full.model_copy(update={"code": ""}),))),
        dossier("H41.99-261001-0005"),  # not settled: no result is missing
    )
    found = indicators(made)
    assert (found["4.1"].good, found["4.1"].count) == (2, 4)
    assert (found["4.2"].good, found["4.2"].count) == (1, 4)
    lost = lost_dossiers(made.store, Scope(OCTOBER, made.now), found["4.2"].indicator)
    assert [(row[1], row[-1]) for row in lost.rows] == [
        ("H41.99-261001-0002", "Chưa số hóa thành phần hồ sơ"),
        ("H41.99-261001-0003", "Chưa có tệp kết quả điện tử"),
        ("H41.99-261001-0004", "Chưa số hóa thành phần hồ sơ"),
    ]


def test_reuse_counts_dossiers_with_a_reused_paper(office: Make) -> None:
    reused = Component(key="a", name="Căn cước", document=PDF, reused=Reuse(dossier="H41.99-250101-0001"))
    found = indicators(office(dossier(components=(reused, reused)), dossier("H41.99-261001-0002")))["4.3"]
    assert (found.good, found.count, found.rate) == (1, 2, 0.5)
    assert found.points == pytest.approx(found.indicator.points * 0.5 / 0.8)  # below the full mark: in proportion
    assert found.lost == pytest.approx(found.indicator.points * 0.3 / 0.8)


def test_full_marks_begin_at_the_threshold_and_nothing_to_rate_loses_nothing(office: Make) -> None:
    (reuse,) = (
        load_indicator for load_indicator in load_indicators(resource("indicators")) if load_indicator.key == "4.3"
    )
    assert reuse.earned(0.8) == reuse.earned(0.95) == reuse.points
    assert reuse.earned(0.4) == reuse.points / 2
    found = indicators(office(), OCTOBER)
    assert found and all(item.rate is None and item.lost == 0 for item in found.values())


def test_what_the_desk_cannot_know_is_said_and_costs_nothing(office: Make) -> None:
    made = office(dossier())
    table = quality_table(made.store, Scope(OCTOBER, made.now), load_indicators(resource("indicators")))
    lines = {row[0]: row for row in table.rows}
    assert lines["4.4"][2:5] == (None, None, None)
    assert lines["4.5"][-1] == "Không có dữ liệu tại quầy"


def test_a_desks_own_day_reaches_the_reports(desk: Desk) -> None:
    """Received, supplements asked and brought, result taken: through the journal and its fold, not made up."""

    def receive() -> Dossier:
        draft = filled(desk.new_draft(), "1.001612", "giay-de-nghi")
        desk.keep_draft(draft)
        return receiving.receive(desk, draft.id)

    waits, finished, stopped = receive(), receive(), receive()
    casework.ask_for_supplements(desk, waits.code, ["Căn cước"], "Thiếu căn cước")
    casework.stop(desk, stopped.code, "Người nộp đề nghị")
    casework.take_results(desk, finished.code, [ResultNamed(name="Giấy chứng nhận", code="KQ.G05.1", file=PDF)])
    later = replace(desk, now=lambda: at(20, month=12))
    scope = Scope(periods.year(2026), later.now())
    (line,) = settlements(desk.store.db, scope)
    assert (line.direct, line.settled, line.early, line.open, line.open_in_time) == (3, 1, 1, 2, 2)
    found = {item.indicator.key: item for item in measure(desk.store, scope, load_indicators(resource("indicators")))}
    assert (found["1.4"].good, found["1.4"].count) == (0, 3)
    desk.store.sync_points.put(ACKNOWLEDGED, 3)  # the province has the three receipts, not what came after
    found = {item.indicator.key: item for item in measure(desk.store, scope, load_indicators(resource("indicators")))}
    assert found["1.4"].good == 0
    assert (found["2.1"].good, found["4.1"].good) == (3, 1)


def written(folder: Path, *tables: str) -> Path:
    (folder / "qd-766.toml").write_text("\n".join(tables), encoding="utf-8")
    return folder


TABLE = '[[indicator]]\nkey = "2.1"\nname = "Đúng hạn"\ngroup = "Tiến độ"\npoints = 20\nvalid_from = 2022-06-23\n'


@pytest.mark.parametrize(
    ("tables", "fault"),
    [
        ([TABLE.replace("20", "-1", 1)], "qd-766.toml:5: points"),
        ([TABLE + "full_from = 80\n"], "qd-766.toml:7: full_from"),
        ([TABLE.replace('key = "2.1"\n', "")], "qd-766.toml:1: key"),
        ([TABLE, TABLE], "qd-766.toml:13: valid_from"),
        ([TABLE + "valid_until = 2021-01-01\n"], "qd-766.toml:7: valid_until"),
        (["[[indicator"], "qd-766.toml:1"),
        ([""], "at least one [[indicator]]"),
    ],
)
def test_a_fault_in_the_indicators_is_named_with_its_line(tmp_path: Path, tables: list[str], fault: str) -> None:
    with pytest.raises(DataFault) as failure:
        load_indicators(written(tmp_path, *tables))
    assert fault in failure.value.details


def test_an_indicator_that_changed_is_measured_by_the_periods_end(tmp_path: Path, office: Make) -> None:
    old = TABLE + "valid_until = 2026-10-15\n"
    new = TABLE.replace("points = 20", "points = 30").replace("2022-06-23", "2026-10-16")
    known = load_indicators(written(tmp_path, old, new))
    made = office(dossier(due_at=None))
    for period, points in ((SEPTEMBER, 20), (OCTOBER, 30)):
        (found,) = measure(made.store, Scope(period, made.now), known)
        assert found.indicator.points == points


def test_what_was_received_by_mistake_stands_in_the_book_as_cancelled_and_is_counted_nowhere(desk: Desk) -> None:
    codes = []
    for _ in range(2):
        draft = filled(desk.new_draft(), "1.001612", "giay-de-nghi")
        desk.keep_draft(draft)
        codes.append(receiving.receive(desk, draft.id).code)
    after_receipt.cancel_receiving(desk, codes[1], "Tiếp nhận trùng", "Lê Văn Mẫu")
    scope = Scope(NOVEMBER, desk.now())
    assert [settlement.total for settlement in settlements(desk.store.db, scope)] == [1]
    assert volumes_by_procedure(desk.store.db, scope).total[4] == 1  # type: ignore[index]
    found = measure(desk.store, scope, load_indicators(resource("indicators")))
    assert {item.count for item in found if item.available} <= {0, 1}
    ((field, count),) = books(desk.store, scope)
    assert count == 2, "its number is kept"
    page = register(desk.store, scope, field, desk.knowledge.rules)
    assert [row[1] for row in page.rows] == codes
    assert "Hủy tiếp nhận do nhầm lẫn: Tiếp nhận trùng" in list(page.rows)[1]


def test_a_stop_the_applicant_asked_for_is_settled_on_its_day_and_waits_in_no_list(desk: Desk) -> None:
    draft = filled(desk.new_draft(), "1.001612", "giay-de-nghi")
    desk.keep_draft(draft)
    code = receiving.receive(desk, draft.id).code
    casework.stop_at_request(desk, code, "Không còn nhu cầu", "Đặng Thị Hường")
    scope = Scope(NOVEMBER, desk.now())
    assert [
        (settlement.settled, settlement.early, settlement.open) for settlement in settlements(desk.store.db, scope)
    ] == [(1, 1, 0)]
    assert not due_list(desk.store, WaitingScope(Waiting.PAUSED, desk.now())).rows

"""The last hour: lists, sheets, the drawers, the exchange with the province, the books."""

from __future__ import annotations

import pytest

from counter_app.desk import casework
from counter_app.desk.cash_count import DifferenceUnexplained, count_cash
from counter_app.dossier.cash import in_notes
from counter_app.dossier.life import ResultNamed
from counter_app.reports import periods
from counter_app.reports.offered import Question, offered
from counter_app.reports.scope import Scope
from printing.form_context import letterhead
from printing.forms.report import report
from printing.forms.separators import separators
from tests.system.public_day.diary import TODAY
from tests.system.public_day.office import CounterDesk
from tests.system.public_day.story import Day

MONTH = periods.month(2026, 12)
UNIT = "Phòng Văn hóa – Xã hội"
BOOKS = ("so-theo-doi", "bieu-06a", "quy-cuoi-ngay")


def evening(day: Day) -> None:
    """From four o'clock until everybody is gone."""
    _handed_over(day)
    _results_come_back(day)
    _drawers_are_counted(day)
    exchanged(day)
    _books_are_printed(day)


def _handed_over(day: Day) -> None:
    """What came before three goes to its unit today; the rest tomorrow morning."""
    day.clock.set(20, 16, 0)
    one = day.one
    codes = [code for who, code in day.codes.items() if who in ("minh", "tâm")]
    for code in codes:
        casework.hand_over(one.desk, code, UNIT, "Cao Thị Nhận")
    day.keep(one.print("hand_over_list", *codes), one.print("control_sheet", codes[0]))
    day.keep(one.print("control_sheet", day.codes["lựu"]))


def _results_come_back(day: Day) -> None:
    day.clock.set(20, 16, 20)
    two, code = day.two, day.codes["lam"]
    casework.hand_over(two.desk, code, UNIT, "Cao Thị Nhận")
    day.clock.set(20, 16, 40)
    casework.take_results(two.desk, code, [ResultNamed(name="Giấy khai sinh", number="46/2026", issued_on=TODAY)])
    day.diary.over(code)
    day.keep(two.print("result_hand_over", code), two.print("control_sheet", code))


def _drawers_are_counted(day: Day) -> None:
    """Desk 1's drawer is right; at desk 2 ten thousand are missing, and the note that is too little is explained."""
    day.clock.set(20, 17, 5)
    right = count_cash(day.one.desk, in_notes(day.diary.drawers[day.one.clerk]))
    assert right.difference == 0
    notes = in_notes(day.diary.drawers[day.two.clerk] - 10_000)
    with pytest.raises(DifferenceUnexplained):
        count_cash(day.two.desk, notes)
    assert count_cash(day.two.desk, notes, "Thối nhầm 10.000 đồng").difference == -10_000


def exchanged(day: Day) -> None:
    """Everybody has what the others wrote: the first desk asks again, for what the second had to tell."""
    for at in (day.one, day.two, day.one):
        at.sync(day.province.url)


def question(at: CounterDesk, period: periods.Period = MONTH, field: str | None = None) -> Question:
    """What a report is asked at closing time."""
    office = at.desk.profile.office
    return Question(Scope(period, at.desk.now(), office.agency, office.name, office.report_to), field)


def _books_are_printed(day: Day) -> None:
    desk = day.one.desk
    head = letterhead(desk.profile.office)
    for key in BOOKS:
        period = periods.Period(TODAY, TODAY) if key == "quy-cuoi-ngay" else MONTH
        table = offered(key).table(desk.store, desk.knowledge, question(day.one, period, field="Hộ tịch"))
        day.keep(day.one.print_document(key, report(table, head, TODAY)))
    covers = separators("Đăng ký khai sinh", [("to-khai", "Tờ khai đăng ký khai sinh")], day.codes["hường"])
    day.keep(day.one.print_document("cover", covers))

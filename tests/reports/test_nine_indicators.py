"""The nine indicators of TT 01/2018: of staff counted by hand; no rating where what is missing could change it."""

from __future__ import annotations

from collections.abc import Callable
from datetime import date

import pytest

from counter_app.dossier.life import PauseKind
from counter_app.dossier.states import Status
from counter_app.knowledge import Knowledge
from counter_app.reports import periods
from counter_app.reports.nine_indicators import AGENCY, STAFF, nine_of_agency, nine_of_staff, rated
from counter_app.reports.scope import Scope
from tests.reports import busy_office
from tests.reports.conftest import NOW, Office

QUARTER = Scope(periods.quarter(2026, 3), NOW, agency="H41.99", office="UBND phường Sao Mai")


def test_each_clerks_points_are_the_means_over_the_dossiers_that_ended(
    office: Callable[..., Office], knowledge: Knowledge
) -> None:
    year = list(busy_office.dossiers(600, knowledge.calendar, knowledge.hours))
    table = nine_of_staff(office(*year).store, QUARTER)
    expected = {}
    for clerk in sorted({one.clerk for one in year}):
        time, contacts = [], []
        for one in year:
            if one.clerk != clerk or one.status in (Status.NEW, Status.NOT_ACCEPTED, Status.CANCELLED):
                continue
            if one.finished_at and date(2026, 6, 15) <= one.finished_at.date() <= date(2026, 9, 14):
                done, due = one.finished_at.date(), one.due_at.date() if one.due_at else None
                time.append(1 if due is None or done == due else 2 if done < due else 0)
                asked = sum(pause.kind is PauseKind.SUPPLEMENT for pause in one.pauses)
                contacts.append(max(2 - asked, 0))
        if time:
            expected[clerk] = (len(time), round(sum(time) / len(time), 1), round(sum(contacts) / len(contacts), 1))
    assert {row[1]: (row[2], row[3], row[5]) for row in table.rows} == expected
    assert len(expected) > 1 and not table.faults


def test_the_agencys_points_of_time_and_contacts_are_the_means_over_the_dossiers_that_ended(
    office: Callable[..., Office], knowledge: Knowledge
) -> None:
    year = list(busy_office.dossiers(600, knowledge.calendar, knowledge.hours))
    ended = [
        one for one in year if one.finished_at and date(2026, 6, 15) <= one.finished_at.date() <= date(2026, 9, 14)
    ]
    ended = [one for one in ended if one.status not in (Status.NEW, Status.NOT_ACCEPTED, Status.CANCELLED)]
    time, contacts = 0, 0
    for one in ended:
        assert one.finished_at
        early = (one.due_at.date() - one.finished_at.date()).days if one.due_at else 0
        time += 1 if early == 0 else 2 if early > 0 else 0
        contacts += max(2 - sum(pause.kind is PauseKind.SUPPLEMENT for pause in one.pauses), 0)
    rows = {row[0]: row for row in nine_of_agency(office(*year).store, QUARTER).rows}
    assert len(ended) > 50 and [rows[number][2] for number in (1, 3)] == [len(ended)] * 2
    assert rows[1][4] == round(time / len(ended), 1) and rows[3][4] == round(contacts / len(ended), 1)
    assert rows[1][5] == rows[3][5] == "Hồ sơ đã giải quyết"


def test_an_agency_of_which_too_little_is_known_is_not_rated(office: Callable[..., Office]) -> None:
    table = nine_of_agency(office().store, QUARTER)
    points = {row[0]: row[4] for row in table.rows}
    assert points == dict.fromkeys(range(1, 10)) | {8: 2.0}, "no feedback gives two points; nothing else is known"
    assert table.total is not None and str(table.total[5]).startswith("Chưa xếp loại được (thiếu 8 chỉ số)")


@pytest.mark.parametrize(
    ("known", "missing", "ratings", "rating"),
    [
        (15.0, 0, AGENCY, "Xuất sắc"),
        (14.9, 0, AGENCY, "Tốt"),
        (5.9, 0, AGENCY, "Yếu"),
        (15.0, 1, AGENCY, "Xuất sắc"),
        (5.0, 2, STAFF, "Hoàn thành 100 %"),
        (3.4, 0, STAFF, "Hoàn thành dưới 70 %"),
    ],
)
def test_a_rating_stands_where_nothing_missing_can_change_it(
    known: float, missing: int, ratings: tuple[tuple[float, str], ...], rating: str
) -> None:
    assert rated(known, missing, ratings) == rating

"""The control sheet: who held the dossier when, and whether in time."""

from __future__ import annotations

from datetime import date, datetime, time

import pytest

from counter_app.dossier.clock import VIETNAM
from counter_app.dossier.life import HandOver, Pause, PauseKind
from counter_app.dossier.model import Agencies, Dossier, Person, Term
from counter_app.dossier.states import Status
from counter_app.procedures.catalogue import ComponentRule, Procedure, ProcessStep
from counter_app.procedures.control_sheet import Outcome, control_lines
from counter_app.procedures.working_time import OfficeHours, Season, WorkCalendar

HOURS = OfficeHours((Season(((time(7), time(11, 30)), (time(13, 30), time(17)))),))
CALENDAR = WorkCalendar([2026], [date(2026, 11, 24)], [])
DESK, LEGAL, HEAD = "Bộ phận Một cửa", "Công chức tư pháp", "Lãnh đạo"
PROCEDURE = Procedure(
    code="1.001193",
    name="Đăng ký khai sinh",
    field="Hộ tịch",
    version="1",
    components=(ComponentRule(key="to-khai", name="Tờ khai"),),
    term=Term(amount=3, unit="working_days"),
    steps=(ProcessStep(unit=LEGAL, name="Thẩm định", hours=4),),
    valid_from=date(2026, 1, 1),
)


def at(day: int, hour: int, minute: int = 0) -> datetime:
    return datetime(2026, 11, day, hour, minute, tzinfo=VIETNAM)


def handed(from_unit: str, to_unit: str, when: datetime, due: datetime | None) -> HandOver:
    return HandOver(from_unit=from_unit, to_unit=to_unit, given_by="Mẫu", taken_by="", at=when, due_at=due)


def dossier(*lines: HandOver, finished: datetime | None = None, pauses: tuple[Pause, ...] = ()) -> Dossier:
    return Dossier(
        code="H41.99-261120-0001",
        procedure=PROCEDURE.code,
        procedure_name=PROCEDURE.name,
        procedure_version="1",
        agencies=Agencies(receiving="H41.99", competent="H41.99"),
        owner=Person(name="Đặng Thị Hường"),
        components=(),
        term=PROCEDURE.term,
        received_at=at(20, 9),
        due_at=at(26, 9),
        hand_overs=lines,
        finished_at=finished,
        pauses=pauses,
        look_up_token="t",
        step=1,
    )


def outcomes(made: Dossier, now: datetime) -> list[Outcome]:
    return [line.outcome for line in control_lines(made, PROCEDURE, CALENDAR, HOURS, now)]


def test_before_the_first_hand_over_there_is_no_sheet() -> None:
    assert outcomes(dossier(), at(20, 10)) == []


@pytest.mark.parametrize(
    ("passed_on", "outcome"),
    [
        (at(20, 11, 30), Outcome.EARLY),
        (at(20, 15, 30), Outcome.ON_TIME),  # 9:30–11:30 and 13:30–15:30
        (at(20, 15, 31), Outcome.LATE),
        (at(23, 7, 0), Outcome.LATE),
    ],
)
def test_a_unit_with_hours_of_its_own_is_measured_by_them(passed_on: datetime, outcome: Outcome) -> None:
    made = dossier(handed(DESK, LEGAL, at(20, 9, 30), at(26, 9)), handed(LEGAL, HEAD, passed_on, at(26, 9)))
    assert outcomes(made, at(23, 8))[1] is outcome


def test_the_time_in_which_the_clock_stood_still_is_not_the_units() -> None:
    pause = Pause(kind=PauseKind.SUPPLEMENT, began_at=at(20, 10), ended_at=at(23, 10), before=Status.IN_PROCESS)
    lines = (handed(DESK, LEGAL, at(20, 9, 30), at(26, 9)), handed(LEGAL, HEAD, at(23, 11), at(26, 9)))
    assert outcomes(dossier(*lines, pauses=(pause,)), at(23, 12))[1] is Outcome.EARLY


@pytest.mark.parametrize(
    ("finished", "now", "outcome"),
    [
        (at(25, 16), at(27, 8), Outcome.EARLY),
        (at(26, 9), at(27, 8), Outcome.ON_TIME),
        (at(26, 9, 1), at(27, 8), Outcome.LATE),
        (None, at(26, 8), Outcome.HELD),
        (None, at(26, 10), Outcome.LATE),
    ],
)
def test_a_unit_without_hours_is_measured_by_the_due_date(
    finished: datetime | None, now: datetime, outcome: Outcome
) -> None:
    made = dossier(handed(DESK, HEAD, at(20, 10), at(26, 9)), finished=finished)
    lines = control_lines(made, PROCEDURE, CALENDAR, HOURS, now)
    assert [line.unit for line in lines] == [DESK, HEAD]
    assert lines[0].received_at == made.received_at and lines[0].given_at == lines[1].received_at
    assert lines[1].outcome is outcome


def test_a_unit_that_the_process_comes_back_to_has_the_hours_of_each_stay() -> None:
    """The head of the office looks at it first and signs last: both were measured by the hours of the signing."""
    steps = (
        ProcessStep(unit=HEAD, name="Phân công", hours=1),
        ProcessStep(unit=LEGAL, name="Thẩm định", hours=3),
        ProcessStep(unit=LEGAL, name="Dự thảo", hours=1),
        ProcessStep(unit=HEAD, name="Ký", hours=8),
    )
    made = dossier(
        handed(DESK, HEAD, at(20, 9), None),
        handed(HEAD, LEGAL, at(20, 11), None),
        handed(LEGAL, HEAD, at(20, 16), None),
        finished=at(23, 9),
    )
    lines = control_lines(made, PROCEDURE.model_copy(update={"steps": steps}), CALENDAR, HOURS, at(23, 9))
    assert [(line.hours, line.outcome) for line in lines[1:]] == [
        (1, Outcome.LATE),
        (4, Outcome.EARLY),
        (8, Outcome.EARLY),
    ]

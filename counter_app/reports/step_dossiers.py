"""The dossiers behind a step's times: each run of a unit that ended in the period, and those that took longer than the
process allows, the longest first."""

from __future__ import annotations

from typing import Any

from counter_app.knowledge import Knowledge
from counter_app.procedures.open_seconds import open_seconds
from counter_app.reports.scope import NO_FIELD, Scope, moment, number_in
from counter_app.reports.step_times import HOUR, StepTime, step_lines
from counter_app.store.store import Store
from counter_app.tables import Column, Kind, Row, Table

RUNS, OVER = 4, 7
"""The places of both counts in a row of `step_times_table`."""
_Run = tuple[float, int, int, int, int]
"""Its hours, the dossier and which of its holdings, since and until when."""
_RUNS = (
    "SELECT dossier, nth, since, until FROM holdings INDEXED BY holdings_timed WHERE timed AND unit = :unit"
    " AND stay = :stay AND until >= :start AND until < :end"
    " AND kind IN (SELECT id FROM kinds WHERE procedure = :procedure)"
)
_DOSSIER = (
    "SELECT code, owner, field, person, due_at FROM holdings JOIN dossiers ON dossiers.id = holdings.dossier"
    " JOIN kinds ON kinds.id = dossiers.kind WHERE holdings.dossier = ? AND holdings.nth = ?"
)


def step_dossiers(
    store: Store,
    knowledge: Knowledge,
    scope: Scope,
    row: Row,
    column: int,
    *,
    offset: int = 0,
    limit: int = -1,
) -> Table | None:
    """A page of them; None where the cell counts none."""
    if column not in (RUNS, OVER) or not row[column]:
        return None
    step = _step(store, knowledge, scope, row)
    if step is None:
        return None
    found = _runs(store, knowledge, scope, step)
    if column == OVER:
        found = [run for run in found if run[0] > step.allowed]
    page = found[offset : None if limit < 0 else offset + limit]
    over = " VƯỢT THỜI GIAN QUY ĐỊNH" if column == OVER else ""
    return Table(
        title=f"HỒ SƠ CỦA BƯỚC QUY TRÌNH{over}",
        subtitles=(f"{step.name}; {row[2]}", f"Kỳ báo cáo: {scope.period.title}"),
        columns=_COLUMNS,
        rows=tuple(_row(store, step, number, run) for number, run in enumerate(page, start=offset + 1)),
        count=len(found),
    )


def most_over(table: Table) -> tuple[int, int] | None:
    """The cell (row, column) of the step that most often took too long; None where none did."""
    most, place = max(((number_in(row, OVER), place) for place, row in enumerate(table.rows)), default=(0, 0))
    return (place, OVER) if most else None


def _step(store: Store, knowledge: Knowledge, scope: Scope, row: Row) -> StepTime | None:
    """The step of that row, as the rows are now: it is found by its number, and is what it was called."""
    lines = step_lines(store, knowledge, scope)
    place = number_in(row, 0) - 1
    step, said = lines[place] if 0 <= place < len(lines) else (None, ())
    return step if said[:2] == row[1:3] else None


def _runs(store: Store, knowledge: Knowledge, scope: Scope, step: StepTime) -> list[_Run]:
    """The longest first."""
    asked = {"procedure": step.procedure, "unit": step.unit, "stay": step.stay}
    wanted = f"{_RUNS} AND {scope.mine} ORDER BY until, dossier"
    lines = store.db.execute(wanted, scope.values | asked).fetchall()
    times = open_seconds(knowledge.calendar, knowledge.hours)
    begun, ended = [line[2] for line in lines], [line[3] for line in lines]
    known = [line for line, is_known in zip(lines, times.are_known(begun, ended), strict=True) if is_known]
    hours = (times.between(begun, ended) / HOUR).tolist()
    return sorted(((spent, *line) for spent, line in zip(hours, known, strict=True)), key=lambda run: -run[0])


def _row(store: Store, step: StepTime, number: int, run: _Run) -> Row:
    hours, dossier, nth, since, until = run
    found: Any = next(iter(store.db.query(_DOSSIER, [dossier, nth])))
    return (
        number,
        found["code"],
        found["owner"],
        found["field"] or NO_FIELD,
        found["person"],
        moment(since),
        moment(until),
        hours,
        step.allowed or None,
        moment(found["due_at"]),
    )


_COLUMNS = (
    Column("TT", Kind.ORDINAL, 5),
    Column("Mã hồ sơ", width=21),
    Column("Chủ hồ sơ", width=20),
    Column("Lĩnh vực", width=16),
    Column("Người giữ", width=18),
    Column("Từ lúc", Kind.MOMENT, 12),
    Column("Đến lúc", Kind.MOMENT, 12),
    Column("Số giờ", Kind.POINTS, 8),
    Column("Quy định (giờ)", Kind.POINTS, 8),
    Column("Hẹn trả", Kind.MOMENT, 12),
)

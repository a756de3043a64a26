"""The internal process as it runs: how long units really kept dossiers beside the hours the process gives them, and
which steps could be shortened, looked into or left out, and how much of the whole process's time that would be.

Counted are the times that ended in the period, in office hours. Dossiers whose clock stood still at any time are left
out: what a unit waited for others says nothing of its work. The criteria are data (`procedures.review`).
"""

from __future__ import annotations

from bisect import bisect_right
from collections import defaultdict
from collections.abc import Iterator, Mapping, Sequence
from dataclasses import dataclass
from itertools import groupby
from math import ceil

from counter_app.dossier.collation import collated
from counter_app.knowledge import Knowledge
from counter_app.procedures.catalogue import Procedure
from counter_app.procedures.control_sheet import allowed_in, hours_of_stays
from counter_app.procedures.open_seconds import open_seconds
from counter_app.procedures.review import Criteria
from counter_app.reports.scope import Scope, percent
from counter_app.store.store import Store
from counter_app.tables import Column, Kind, Row, Table

HOUR = 3600.0
_Stay = tuple[str, int]
"""A unit, and which of its stays with the dossier, counted from 0."""
_TIMES = (
    "SELECT kind, unit, stay, group_concat(since) AS since, group_concat(until) AS until"
    " FROM holdings INDEXED BY holdings_timed WHERE timed AND until >= :start AND until < :end"
)
"""One scan of an index in its own order: the times come as text, for as values of their own they cost ten times as
much."""


@dataclass(frozen=True)
class StepTime:
    """How long a unit kept the dossiers of a procedure in one of its stays (counted from 0), in office hours, shortest
    first; `allowed` is what the process gives it, 0 where it gives none."""

    procedure: str
    name: str
    unit: str
    stay: int
    allowed: float
    hours: tuple[float, ...]

    @property
    def median(self) -> float:
        return self._within(0.5)

    @property
    def p90(self) -> float:
        """What nine of ten took at most."""
        return self._within(0.9)

    @property
    def over(self) -> int:
        """How many took longer than allowed."""
        return len(self.hours) - bisect_right(self.hours, self.allowed) if self.allowed else 0

    def proposal(self, criteria: Criteria) -> str:
        """What the times speak for; "" where nothing."""
        if not self.hours:
            return "Không dùng đến trong kỳ: đề xuất bỏ hoặc gộp bước"
        if not self.allowed or len(self.hours) < criteria.at_least:
            return ""
        if self.over > criteria.long_share * len(self.hours):
            return f"Quá {percent(criteria.long_share)} số lượt vượt thời gian quy định: xem lại"
        wanted = self.wanted(criteria)
        return f"Đề xuất rút còn {wanted:g} giờ" if wanted < self.allowed else ""

    def wanted(self, criteria: Criteria) -> float:
        """The hours that the times speak for: none for a step that is never used; what it has where they speak for
        nothing else."""
        if not self.hours:
            return 0.0
        if len(self.hours) < criteria.at_least or self.p90 > criteria.short_share * self.allowed:
            return self.allowed
        return min(max(ceil(self.p90 / criteria.rounds_to) * criteria.rounds_to, criteria.rounds_to), self.allowed)

    def _within(self, share: float) -> float:
        return self.hours[ceil(share * len(self.hours)) - 1] if self.hours else 0.0


def step_times(store: Store, knowledge: Knowledge, scope: Scope) -> list[StepTime]:
    """The times of each procedure's units, in the order of the process; without those of years of no calendar."""
    import numpy as np  # as in `open_seconds`

    between = open_seconds(knowledge.calendar, knowledge.hours).between
    kinds = {row["id"]: row for row in store.db.query("SELECT id, procedure, procedure_name FROM kinds")}
    names: dict[str, str] = {}
    taken: dict[str, dict[_Stay, list[float]]] = defaultdict(lambda: defaultdict(list))
    wanted = f"{_TIMES} AND {scope.mine} GROUP BY kind, unit, stay"
    for kind, unit, stay, since, until in store.db.execute(wanted, scope.values):
        code = kinds[kind]["procedure"]
        names[code] = kinds[kind]["procedure_name"]
        begun, ended = (np.fromstring(text, dtype=np.int64, sep=",") for text in (since, until))
        hours = (np.sort(between(begun, ended)) / HOUR).tolist()
        if hours:  # else it was used, nobody knows how long
            taken[code][unit, stay] += hours
    return [
        step
        for code in sorted(names, key=lambda code: collated(names[code]))
        for step in _of(code, names[code], knowledge.catalogue.get(code, scope.period.last), taken[code])
    ]


def step_times_table(store: Store, knowledge: Knowledge, scope: Scope) -> Table:
    """The times with what they speak for."""
    asked = knowledge.review.of(scope.period.last)
    return Table(
        title="THỜI GIAN THỰC HIỆN TỪNG BƯỚC CỦA QUY TRÌNH NỘI BỘ",
        parties=scope.parties,
        subtitles=(f"Kỳ báo cáo: {scope.period.title}",),
        columns=_COLUMNS,
        rows=tuple((number, *row) for number, (_, row) in enumerate(step_lines(store, knowledge, scope), start=1)),
        notes=(
            "Tính bằng giờ làm việc, các lượt kết thúc trong kỳ; không tính hồ sơ có lúc tạm dừng thời hạn, năm chưa có"
            " lịch làm việc.",
            f"Đề xuất rút ngắn khi có từ {asked.at_least} lượt và 90 % số lượt xong trong"
            f" {percent(asked.short_share)} thời gian quy định; đề xuất bỏ, gộp khi không có lượt nào.",
            *([f"Mục tiêu giảm ít nhất {percent(asked.cut)} thời gian: {asked.plan}."] if asked.cut else []),
        ),
    )


def step_lines(store: Store, knowledge: Knowledge, scope: Scope) -> list[tuple[StepTime | None, Row]]:
    """The rows of the table but for their numbers, each with its step; None where it is of a whole process."""
    found, asked = step_times(store, knowledge, scope), knowledge.review.of(scope.period.last)
    return [line for _, steps in groupby(found, key=lambda step: step.procedure) for line in _lines(list(steps), asked)]


def _lines(steps: Sequence[StepTime], asked: Criteria) -> Iterator[tuple[StepTime | None, Row]]:
    """Of a procedure: its steps, and the whole process where enough came and speaks for another time than it gives."""
    for step in steps:
        yield step, _row(step, step.proposal(asked))
    allowed, wanted = sum(step.allowed for step in steps), sum(step.wanted(asked) for step in steps)
    if wanted < allowed and max(len(step.hours) for step in steps) >= asked.at_least:
        cut = 1 - wanted / allowed
        aim = f"; {'đạt' if cut >= asked.cut else 'chưa đạt'} mục tiêu {percent(asked.cut)}" if asked.cut else ""
        proposal = f"Các đề xuất cộng lại: còn {wanted:g} giờ, giảm {percent(cut)}{aim}"
        yield None, (steps[0].name, "Cả quy trình", allowed, None, None, None, None, proposal)


def _of(
    code: str, name: str, procedure: Procedure | None, taken: Mapping[_Stay, Sequence[float]]
) -> Iterator[StepTime]:
    """The units of the process first, those it never went through too; then those it does not know."""
    allowed = hours_of_stays(procedure)
    wanted = [(unit, stay) for unit, hours in allowed.items() for stay in range(len(hours))]
    others = sorted(taken, key=lambda key: (collated(key[0]), key[1]))
    for unit, stay in dict.fromkeys((*wanted, *others)):
        hours = tuple(sorted(taken.get((unit, stay), ())))
        yield StepTime(code, name, unit, stay, allowed_in(allowed, unit, stay), hours)


def _row(step: StepTime, proposal: str) -> Row:
    known = bool(step.hours)
    return (
        step.name,
        f"{step.unit} (lần {step.stay + 1})" if step.stay else step.unit,
        step.allowed or None,
        len(step.hours),
        step.median if known else None,
        step.p90 if known else None,
        step.over if step.allowed else None,
        proposal,
    )


_COLUMNS = (
    Column("TT", Kind.ORDINAL, 5),
    Column("Thủ tục", width=30),
    Column("Đơn vị", width=24),
    Column("Quy định (giờ)", Kind.POINTS, 10),
    Column("Số lượt", Kind.NUMBER, 8),
    Column("Một nửa xong trong (giờ)", Kind.POINTS, 11),
    Column("90 % xong trong (giờ)", Kind.POINTS, 11),
    Column("Số lượt vượt", Kind.NUMBER, 9),
    Column("Đề xuất", width=30),
)

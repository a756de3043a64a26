"""Biểu II.06a/VPCP/KSTT: what became of the dossiers of a period, by field (docs/domain/reports.md).

How dossiers are counted:
- Not counted are those newly registered, not accepted (statuses 1 and 3) or received by mistake (11), whenever that
  became so.
- Received in the period or carried over: received before it and not finished when it began.
- Settled in the period: done, returned, withdrawn or stopped at the applicant's request, at the moment the business
  ended (NgayKetThucXuLy); a citizen who fetches a result late makes nobody late. What was finished after the period
  ended was open at its end.
- Early, on time, late by the calendar day: before the due day, on it, after it. Without a due date: on time.
- Open and late: the due day passed before the end, or before the day on which a clock that stands still was stopped
  (supplements, financial obligation, stop).
"""

from __future__ import annotations

from collections.abc import Iterable
from dataclasses import astuple, dataclass, fields

from sqlite_utils import Database

from counter_app.dossier.agency_names import in_capitals
from counter_app.errors import CounterError
from counter_app.reports.scope import COUNTED, DAY, NO_FIELD, ZONE, Scope, counts, summed
from counter_app.tables import Column, Kind, Table


class ReportUnsound(CounterError):
    """The figures of a field contradict each other, because dates of a dossier do."""

    what = "The report cannot be made: in the field “{field}” received and settled dossiers do not add up."
    todo = "Look at the dates of dossier {code}: it was finished before it was received; the technician can help."


@dataclass(frozen=True)
class Settlement:
    """The figures of one field; the numbers are those of the form's columns."""

    field: str
    online: int = 0  # (4)
    direct: int = 0  # (5) at the counter or by post
    carried: int = 0  # (6)
    settled: int = 0  # (7)
    early: int = 0  # (8)
    on_time: int = 0  # (9)
    late: int = 0  # (10)
    open: int = 0  # (11)
    open_in_time: int = 0  # (12)
    open_late: int = 0  # (13)

    @property
    def total(self) -> int:
        """(3) = (4) + (5) + (6)."""
        return self.online + self.direct + self.carried

    @property
    def is_sound(self) -> bool:
        """(3) = (7) + (11), (7) = (8) + (9) + (10), (11) = (12) + (13)."""
        settled = self.early + self.on_time + self.late
        still_open = self.open_in_time + self.open_late
        return self.total == self.settled + self.open and self.settled == settled and self.open == still_open


_LINES = f"""
    SELECT {{key}}, channel, due_at,
        received_at >= :start AND received_at < :end AS received,
        received_at < :start AND (finished_at IS NULL OR finished_at >= :start) AS carried,
        finished_at IS NOT NULL AND finished_at >= :start AND finished_at < :end AS settled,
        received_at < :end AND (finished_at IS NULL OR finished_at >= :end) AS open,
        (finished_at + {ZONE}) / {DAY} AS finished_day,
        (due_at + {ZONE}) / {DAY} AS due_day,
        CASE WHEN paused_at < :cut THEN paused_at - (paused_at + {ZONE}) % {DAY} ELSE :cut END AS judged_at
    FROM {{table}}
    WHERE {COUNTED} AND {{mine}} AND (
        received_at < :end AND (finished_at IS NULL OR finished_at >= :start)
        OR received_at >= :start AND received_at < :end
        OR finished_at >= :start AND finished_at < :end
    )
"""
FIGURES = {
    "online": "received AND channel = 2",
    "direct": "received AND channel != 2",
    "carried": "carried",
    "settled": "settled",
    "early": "settled AND due_at IS NOT NULL AND finished_day < due_day",
    "on_time": "settled AND (due_at IS NULL OR finished_day = due_day)",
    "late": "settled AND due_at IS NOT NULL AND finished_day > due_day",
    "open": "open",
    "open_in_time": "open AND (due_at IS NULL OR due_at >= judged_at)",
    "open_late": "open AND due_at IS NOT NULL AND due_at < judged_at",
}
"""The conditions on `lines` by which each figure is counted."""


def lines(mine: str, *, key: str = "id, kind", table: str = "dossiers") -> str:
    """SQL: a line for each dossier that a report of the period counts, with its `key`; out of any table that has the
    numbers of the ledger. Written so that the desk's database and the province's both understand it."""
    return _LINES.format(mine=mine, key=key, table=table)


def settlements(db: Database, scope: Scope) -> list[Settlement]:
    """The figures of all fields with dossiers in the period. Raises ReportUnsound."""
    rows = summed(db, scope, lines(scope.mine), counts(FIGURES), "field")
    found = [Settlement(**row) for row in rows if any(row[name] for name in FIGURES)]
    for item in found:
        if not item.is_sound:
            raise ReportUnsound(item.field, field=item.field or NO_FIELD, code=_contradicting(db, scope, item.field))
    return found


def total(counted: Iterable[Settlement]) -> Settlement:
    """The sum over all fields."""
    sums = [sum(figures) for figures in zip(*(astuple(line)[1:] for line in counted), strict=True)]
    return Settlement("Tổng cộng", *(sums or [0] * (len(fields(Settlement)) - 1)))


def settlement_table(db: Database, scope: Scope) -> Table:
    """The form II.06a. Raises ReportUnsound."""
    found = settlements(db, scope)
    return Table(
        title=f"TÌNH HÌNH, KẾT QUẢ GIẢI QUYẾT THỦ TỤC HÀNH CHÍNH TẠI {in_capitals(scope.office)}".strip(),
        subtitles=(f"Kỳ báo cáo: {scope.period.title}", "Đơn vị tính: Số hồ sơ thủ tục hành chính"),
        columns=COLUMNS,
        rows=tuple((number, *cells(line)) for number, line in enumerate(found, start=1)),
        total=(None, *cells(total(found))),
        form="Biểu số II.06a/VPCP/KSTT",
        parties=scope.parties,
        notes=(
            "Trước hạn, đúng hạn, quá hạn xét theo ngày; hồ sơ không quy định thời hạn tính là đúng hạn. Thời gian chờ "
            "bổ sung, thực hiện nghĩa vụ tài chính, dừng giải quyết không tính vào thời hạn. Không tính hồ sơ không "
            "được tiếp nhận, hồ sơ hủy tiếp nhận do nhầm lẫn.",
        ),
    )


def cells(line: Settlement) -> tuple[str | int, ...]:
    """What stands in the row of the form, from its second column on."""
    name, online, direct, carried, *rest = astuple(line)
    return (name or NO_FIELD, line.total, online, direct, carried, *rest)


def _contradicting(db: Database, scope: Scope, field: str) -> str:
    wanted = (
        f"SELECT code FROM ({lines(scope.mine)}) lines JOIN dossiers ON dossiers.id = lines.id "
        "WHERE lines.kind IN (SELECT id FROM kinds WHERE field = :field) "
        "AND received + carried != settled + open LIMIT 1"
    )
    return next((str(row["code"]) for row in db.query(wanted, scope.values | {"field": field})), "?")


_RECEIVED = ("Số lượng hồ sơ tiếp nhận",)
_IN_PERIOD = (*_RECEIVED, "Trong kỳ")
_SETTLED = ("Số lượng hồ sơ đã giải quyết",)
_OPEN = ("Số lượng hồ sơ đang giải quyết",)
COLUMNS = (
    Column("TT", Kind.ORDINAL, 5, number="(1)"),
    Column("Lĩnh vực, công việc giải quyết", width=34, number="(2)"),
    Column("Tổng số", Kind.NUMBER, 15, _RECEIVED, "(3)=(4)+(5)+(6)"),
    Column("Trực tuyến", Kind.NUMBER, 10, _IN_PERIOD, "(4)"),
    Column("Trực tiếp, dịch vụ bưu chính", Kind.NUMBER, 13, _IN_PERIOD, "(5)"),
    Column("Từ kỳ trước", Kind.NUMBER, 10, _RECEIVED, "(6)"),
    Column("Tổng số", Kind.NUMBER, 17, _SETTLED, "(7)=(8)+(9)+(10)"),
    Column("Trước hạn", Kind.NUMBER, 10, _SETTLED, "(8)"),
    Column("Đúng hạn", Kind.NUMBER, 10, _SETTLED, "(9)"),
    Column("Quá hạn", Kind.NUMBER, 10, _SETTLED, "(10)"),
    Column("Tổng số", Kind.NUMBER, 15, _OPEN, "(11)=(12)+(13)"),
    Column("Trong hạn", Kind.NUMBER, 10, _OPEN, "(12)"),
    Column("Quá hạn", Kind.NUMBER, 10, _OPEN, "(13)"),
)

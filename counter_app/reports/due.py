"""What is due soon, what is overdue, and what waits for somebody else: the lists a desk begins its day with."""

from __future__ import annotations

from dataclasses import dataclass
from datetime import datetime, timedelta
from enum import StrEnum
from typing import Any

from counter_app.dossier.clock import VIETNAM
from counter_app.dossier.collation import collated
from counter_app.procedures.working_time import OfficeHours, WorkCalendar, next_open, open_time_after
from counter_app.reports.scope import NO_FIELD, dossier_cells, moment
from counter_app.store.store import Store
from counter_app.tables import Bar, Bars, Column, Kind, Row, Table


class Waiting(StrEnum):
    """Why a dossier is on a list."""

    SOON = "soon"
    OVERDUE = "overdue"
    PAUSED = "paused"


_CONDITIONS = {
    Waiting.SOON: "status IN (2, 4) AND due_at >= :now AND due_at <= :until",
    Waiting.OVERDUE: "status IN (2, 4) AND due_at < :now",
    Waiting.PAUSED: "status IN (5, 6, 8)",
}
_ORDER = {Waiting.SOON: "due_at", Waiting.OVERDUE: "due_at", Waiting.PAUSED: "paused_at"}
_TITLES = {
    Waiting.SOON: "HỒ SƠ SẮP ĐẾN HẠN TRẢ KẾT QUẢ",
    Waiting.OVERDUE: "HỒ SƠ QUÁ HẠN GIẢI QUYẾT",
    Waiting.PAUSED: "HỒ SƠ ĐANG TẠM DỪNG THỜI HẠN",
}
_PAUSES = {5: "Chờ bổ sung hồ sơ", 6: "Chờ thực hiện nghĩa vụ tài chính", 8: "Dừng giải quyết"}


def horizon(
    now: datetime, calendar: WorkCalendar, hours: OfficeHours, *, days: int = 0, office_hours: int = 0
) -> datetime:
    """The moment so many working days and office hours from now. Raises CalendarMissing."""
    start = next_open(now, calendar, hours)
    if days:
        start = next_open(
            datetime.combine(calendar.after(start.date(), days), start.time(), start.tzinfo), calendar, hours
        )
    return open_time_after(start, timedelta(hours=office_hours), calendar, hours)


@dataclass(frozen=True)
class WaitingScope:
    """Which dossiers a list is about: why they wait, as of when, due up to when, of which field and agency if any."""

    waiting: Waiting
    now: datetime
    until: datetime | None = None
    field: str | None = None
    agency: str = ""

    @property
    def where(self) -> str:
        """The SQL condition; its values are `values`."""
        conditions = ["finished_at IS NULL", _CONDITIONS[self.waiting]]
        conditions += ["field = :field"] if self.field is not None else []
        conditions += ["agency = :agency"] if self.agency else []
        return " AND ".join(conditions)

    @property
    def values(self) -> dict[str, Any]:
        """The values of `where`."""
        return {
            "now": int(self.now.timestamp()),
            "until": int((self.until or self.now).timestamp()),
            "field": self.field,
            "agency": self.agency,
        }


def due_list(store: Store, scope: WaitingScope, *, offset: int = 0, limit: int = 200) -> Table:
    """Dossiers that are due soon, overdue, or paused, the most urgent first.

    What waits for the applicant or was stopped is on the list of paused ones only.
    """
    wanted = (
        "SELECT code, owner, procedure_name, field, received_at, due_at, paused_at, status, clerk "
        f"FROM dossiers JOIN kinds ON kinds.id = dossiers.kind WHERE {scope.where} "
        f"ORDER BY {_ORDER[scope.waiting]}, dossiers.id LIMIT :limit OFFSET :offset"
    )
    found = store.db.query(wanted, scope.values | {"limit": limit, "offset": offset})
    return Table(
        title=_TITLES[scope.waiting],
        subtitles=(_until(scope), *((f"Lĩnh vực: {scope.field or NO_FIELD}",) if scope.field is not None else ())),
        columns=_COLUMNS[:-1] + ((_STATE,) if scope.waiting is Waiting.PAUSED else (_COLUMNS[-1],)),
        rows=tuple(_row(scope, offset + number, row) for number, row in enumerate(found, start=1)),
        count=sum(int(bar.value) for bar in due_by_field(store, scope).bars),
    )


def due_by_field(store: Store, scope: WaitingScope) -> Bars:
    """How many dossiers each field has on the list."""
    wanted = (
        "SELECT field, count(*) AS count FROM dossiers JOIN kinds ON kinds.id = dossiers.kind "
        f"WHERE {scope.where} GROUP BY field"
    )
    rows = store.db.query(wanted, scope.values)
    found = sorted(rows, key=lambda row: (-row["count"], collated(row["field"])))
    return Bars(
        _TITLES[scope.waiting], Kind.NUMBER, tuple(Bar(row["field"] or NO_FIELD, row["count"]) for row in found)
    )


def _row(scope: WaitingScope, number: int, row: dict[str, Any]) -> Row:
    paused = scope.waiting is Waiting.PAUSED
    state = _PAUSES.get(row["status"], "") if paused else _distance(moment(row["due_at"]), scope.now)
    since = moment(row["paused_at"])
    if paused and since:
        state = f"{state} từ {since:%d/%m/%Y}"
    return (*dossier_cells(number, row), row["clerk"], state)


def _distance(due: datetime | None, now: datetime) -> str:
    """How far a due date is, in calendar days, on its day in hours and minutes."""
    if due is None:
        return ""
    here = now.astimezone(VIETNAM)
    days = (due.date() - here.date()).days
    if days:
        return f"Còn {days} ngày" if days > 0 else f"Quá hạn {-days} ngày"
    minutes = abs(int((due - here).total_seconds())) // 60
    return f"{'Còn' if due >= here else 'Quá hạn'} {minutes // 60} giờ {minutes % 60:02d} phút"


def _until(scope: WaitingScope) -> str:
    seen = f"Tính đến {_said(scope.now)}"
    if scope.waiting is Waiting.SOON and scope.until:
        return f"{seen}; hạn trả đến {_said(scope.until)}"
    return seen


def _said(moment: datetime) -> str:
    """The moment in words. They stand outside the format codes: Windows has no strftime for Vietnamese letters."""
    here = moment.astimezone(VIETNAM)
    return f"{here:%H} giờ {here:%M} phút, ngày {here:%d/%m/%Y}"


_STATE = Column("Tình trạng", width=24)
_COLUMNS = (
    Column("TT", Kind.ORDINAL, 5),
    Column("Mã hồ sơ", width=21),
    Column("Lĩnh vực", width=18),
    Column("Thủ tục", width=26),
    Column("Chủ hồ sơ", width=20),
    Column("Ngày nhận", Kind.MOMENT, 12),
    Column("Hẹn trả", Kind.MOMENT, 12),
    Column("Người tiếp nhận", width=16),
    Column("Thời hạn", width=16),
)

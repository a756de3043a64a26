"""What is due soon, what is overdue, and what waits for somebody else: the lists a desk begins its day with."""

from __future__ import annotations

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


def due_list(
    store: Store,
    waiting: Waiting,
    now: datetime,
    until: datetime | None = None,
    *,
    field: str | None = None,
    agency: str = "",
    offset: int = 0,
    limit: int = 200,
) -> Table:
    """Dossiers that are due up to `until`, overdue, or paused at `now`, the most urgent first; all fields where None.

    What waits for the applicant or was stopped is on the list of paused ones only.
    """
    values = _values(now, until, field, agency) | {"limit": limit, "offset": offset}
    where = _where(waiting, field, agency)
    wanted = (
        "SELECT code, owner, procedure_name, field, received_at, due_at, paused_at, status, clerk "
        f"FROM dossiers JOIN kinds ON kinds.id = dossiers.kind WHERE {where} "
        f"ORDER BY {_ORDER[waiting]}, dossiers.id LIMIT :limit OFFSET :offset"
    )
    rows = tuple(
        _row(waiting, offset + number, row, now) for number, row in enumerate(store.db.query(wanted, values), start=1)
    )
    return Table(
        title=_TITLES[waiting],
        subtitles=(_until(waiting, now, until), *((f"Lĩnh vực: {field or NO_FIELD}",) if field is not None else ())),
        columns=_COLUMNS[:-1] + ((_STATE,) if waiting is Waiting.PAUSED else (_COLUMNS[-1],)),
        rows=rows,
        count=sum(int(bar.value) for bar in due_by_field(store, waiting, now, until, field=field, agency=agency).bars),
    )


def due_by_field(
    store: Store,
    waiting: Waiting,
    now: datetime,
    until: datetime | None = None,
    *,
    field: str | None = None,
    agency: str = "",
) -> Bars:
    """How many dossiers each field has on the list."""
    where = _where(waiting, field, agency)
    wanted = (
        "SELECT field, count(*) AS count FROM dossiers JOIN kinds ON kinds.id = dossiers.kind "
        f"WHERE {where} GROUP BY field"
    )
    rows = store.db.query(wanted, _values(now, until, field, agency))
    found = sorted(rows, key=lambda row: (-row["count"], collated(row["field"])))
    return Bars(_TITLES[waiting], Kind.NUMBER, tuple(Bar(row["field"] or NO_FIELD, row["count"]) for row in found))


def _where(waiting: Waiting, field: str | None, agency: str) -> str:
    conditions = ["finished_at IS NULL", _CONDITIONS[waiting]]
    conditions += ["field = :field"] if field is not None else []
    conditions += ["agency = :agency"] if agency else []
    return " AND ".join(conditions)


def _values(now: datetime, until: datetime | None, field: str | None, agency: str) -> dict[str, Any]:
    return {
        "now": int(now.timestamp()),
        "until": int((until or now).timestamp()),
        "field": field,
        "agency": agency,
    }


def _row(waiting: Waiting, number: int, row: dict[str, Any], now: datetime) -> Row:
    state = _PAUSES.get(row["status"], "") if waiting is Waiting.PAUSED else _distance(moment(row["due_at"]), now)
    since = moment(row["paused_at"])
    if waiting is Waiting.PAUSED and since:
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


def _until(waiting: Waiting, now: datetime, until: datetime | None) -> str:
    seen = f"Tính đến {_said(now)}"
    if waiting is Waiting.SOON and until:
        return f"{seen}; hạn trả đến {_said(until)}"
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

"""The access log as a table (nhật ký truy cập): who looked at whom, for inspections and those who ask."""

from __future__ import annotations

from counter_app.reports.scope import Scope
from counter_app.store.accesses import AccessKind
from counter_app.store.store import Store
from counter_app.tables import Column, Kind, Row, Table


def access_log(store: Store, scope: Scope, *, offset: int = 0, limit: int | None = None) -> Table:
    """The looks of the period in the order in which they were; a page of them, or all."""
    start, end = scope.period.start, scope.period.end
    rows: list[Row] = [
        (number, item.at, item.clerk, _DONE[item.kind], item.subject)
        for number, item in enumerate(store.accesses.between(start, end, offset, limit), offset + 1)
    ]
    return Table(
        title="NHẬT KÝ TRUY CẬP DỮ LIỆU CÁ NHÂN",
        subtitles=(scope.period.title, scope.office),
        columns=_COLUMNS,
        rows=tuple(rows),
        count=store.accesses.count(start, end),
    )


_DONE = {
    AccessKind.OPENED: "Mở hồ sơ",
    AccessKind.READ: "Mở xem giấy tờ",
    AccessKind.SEARCHED: "Tìm kiếm",
    AccessKind.EXPORTED: "Xuất sổ, báo cáo",
    AccessKind.IMPORTED: "Nhập hồ sơ cũ",
}
_COLUMNS = (
    Column("TT", Kind.ORDINAL, 5),
    Column("Thời điểm", Kind.MOMENT, 18),
    Column("Cán bộ", width=26),
    Column("Việc", width=18),
    Column("Hồ sơ, từ khóa, báo cáo", width=44),
)

"""The dossiers behind a figure of II.06a, so that nobody has to believe a number."""

from __future__ import annotations

from typing import Any

from counter_app.reports.scope import NO_FIELD, Scope, dossier_cells, moment
from counter_app.reports.settlement import FIGURES, lines
from counter_app.store.store import Store
from counter_app.tables import Column, Kind, Row, Table

_FIGURES = {
    "(3)": ("Tổng số hồ sơ tiếp nhận", "(received OR carried)"),
    "(4)": ("Tiếp nhận trong kỳ, trực tuyến", FIGURES["online"]),
    "(5)": ("Tiếp nhận trong kỳ, trực tiếp hoặc bưu chính", FIGURES["direct"]),
    "(6)": ("Từ kỳ trước", FIGURES["carried"]),
    "(7)": ("Đã giải quyết", FIGURES["settled"]),
    "(8)": ("Đã giải quyết trước hạn", FIGURES["early"]),
    "(9)": ("Đã giải quyết đúng hạn", FIGURES["on_time"]),
    "(10)": ("Đã giải quyết quá hạn", FIGURES["late"]),
    "(11)": ("Đang giải quyết", FIGURES["open"]),
    "(12)": ("Đang giải quyết, trong hạn", FIGURES["open_in_time"]),
    "(13)": ("Đang giải quyết, quá hạn", FIGURES["open_late"]),
}
"""By the number that stands under the form's head: what is counted, and the condition on its lines."""


def figure_of(column: Column) -> str:
    """The number of a column of the form, such as "(8)"; "" where it counts no dossiers."""
    number = column.number.partition("=")[0]
    return number if number in _FIGURES else ""


def settlement_dossiers(
    store: Store, scope: Scope, field: str | None, figure: str, *, offset: int = 0, limit: int = 200
) -> Table:
    """The dossiers that make up a figure of one field, or of all fields where None; oldest first.

    `figure` is one that `figure_of` gave.
    """
    name, condition = _FIGURES[figure]
    counted_lines = lines(scope.mine)
    where = condition
    if field is not None:
        where += " AND kind IN (SELECT id FROM kinds WHERE field = :field)"
    values: dict[str, Any] = scope.values | {"field": field, "limit": limit, "offset": offset}
    wanted = (
        "SELECT code, field, procedure_name, owner, received_at, due_at, finished_at "
        f"FROM dossiers JOIN kinds ON kinds.id = dossiers.kind WHERE dossiers.id IN (SELECT id FROM ({counted_lines}) "
        f"WHERE {where}) ORDER BY received_at, code LIMIT :limit OFFSET :offset"
    )
    counted = f"SELECT count(*) AS count FROM ({counted_lines}) WHERE {where}"
    return Table(
        title=f"HỒ SƠ CỦA CỘT {figure} BIỂU II.06A",
        subtitles=(
            name if field is None else f"{name}; lĩnh vực: {field or NO_FIELD}",
            f"Kỳ báo cáo: {scope.period.title}",
        ),
        columns=_COLUMNS,
        rows=tuple(_row(number, row) for number, row in enumerate(store.db.query(wanted, values), start=offset + 1)),
        count=int(next(iter(store.db.query(counted, values)))["count"]),
    )


def _row(number: int, row: dict[str, Any]) -> Row:
    return (*dossier_cells(number, row), moment(row["finished_at"]))


_COLUMNS = (
    Column("TT", Kind.ORDINAL, 6),
    Column("Mã hồ sơ", width=24),
    Column("Lĩnh vực", width=20),
    Column("Thủ tục", width=32),
    Column("Chủ hồ sơ", width=22),
    Column("Ngày nhận", Kind.MOMENT, 17),
    Column("Hẹn trả", Kind.MOMENT, 17),
    Column("Kết thúc xử lý", Kind.MOMENT, 17),
)

"""The dossiers behind a figure of II.06a, so that nobody has to believe a number."""

from __future__ import annotations

from typing import Any

from counter_app.reports.scope import NO_FIELD, Scope, moment
from counter_app.reports.settlement import LINES
from counter_app.store.store import Store
from counter_app.tables import Column, Kind, Row, Table

_FIGURES = {
    "(3)": ("Tổng số hồ sơ tiếp nhận", "(received OR carried)"),
    "(4)": ("Tiếp nhận trong kỳ, trực tuyến", "received AND channel = 2"),
    "(5)": ("Tiếp nhận trong kỳ, trực tiếp hoặc bưu chính", "received AND channel != 2"),
    "(6)": ("Từ kỳ trước", "carried"),
    "(7)": ("Đã giải quyết", "settled"),
    "(8)": ("Đã giải quyết trước hạn", "settled AND due_at IS NOT NULL AND finished_day < due_day"),
    "(9)": ("Đã giải quyết đúng hạn", "settled AND (due_at IS NULL OR finished_day = due_day)"),
    "(10)": ("Đã giải quyết quá hạn", "settled AND due_at IS NOT NULL AND finished_day > due_day"),
    "(11)": ("Đang giải quyết", "open"),
    "(12)": ("Đang giải quyết, trong hạn", "open AND (due_at IS NULL OR due_at >= judged_at)"),
    "(13)": ("Đang giải quyết, quá hạn", "open AND due_at IS NOT NULL AND due_at < judged_at"),
}
"""By the number that stands under the form's head: what is counted, and the condition on its lines."""


def figure_of(column: Column) -> str:
    """The number of a column of the form, such as "(8)"; "" where it counts no dossiers."""
    number = column.number.partition("=")[0]
    return number if number in _FIGURES else ""


def settlement_dossiers(
    store: Store, scope: Scope, field: str | None, figure: str, *, offset: int = 0, limit: int | None = 200
) -> Table:
    """The dossiers that make up a figure of one field, or of all fields where None; oldest first.

    `figure` is one that `figure_of` gave.
    """
    name, condition = _FIGURES[figure]
    lines = LINES.format(of_agency=scope.of_agency)
    where = f"{condition} AND field = :field" if field is not None else condition
    values: dict[str, Any] = scope.values | {"field": field, "limit": -1 if limit is None else limit, "offset": offset}
    wanted = (
        "SELECT l.code, l.field, d.procedure, d.owner, l.received_at, l.due_at, l.finished_at FROM "
        f"(SELECT code FROM ({lines}) WHERE {where} ORDER BY received_at, code LIMIT :limit OFFSET :offset) one "
        "JOIN ledger l ON l.code = one.code JOIN dossiers d ON d.code = one.code ORDER BY l.received_at, l.code"
    )
    counted = f"SELECT count(*) AS count FROM ({lines}) WHERE {where}"
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
    return (
        number,
        row["code"],
        row["field"] or NO_FIELD,
        row["procedure"],
        row["owner"],
        moment(row["received_at"]),
        moment(row["due_at"]),
        moment(row["finished_at"]),
    )


_COLUMNS = (
    Column("TT", Kind.PLACE, 6),
    Column("Mã hồ sơ", width=24),
    Column("Lĩnh vực", width=20),
    Column("Thủ tục", width=32),
    Column("Chủ hồ sơ", width=22),
    Column("Ngày nhận", Kind.MOMENT, 17),
    Column("Hẹn trả", Kind.MOMENT, 17),
    Column("Kết thúc xử lý", Kind.MOMENT, 17),
)

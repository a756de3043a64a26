"""How often digitised papers serve again (tái sử dụng), and what was asked for again although it lay there.

- Used again: components of dossiers received in the period that a digitised paper of before serves as.
- Asked again: components that a citizen brought although a digitised paper of theirs, of this office or of another one
  of the province, could have served when the dossier was received (`Component.asked_again`).
- The rate is of the papers that could have served: used again / (used again + asked again). What no desk could know of,
  for it had no line or the number was typed after the receipt, is in neither.
"""

from __future__ import annotations

from collections.abc import Sequence
from typing import Any

from sqlite_utils import Database

from counter_app.reports.scope import COUNTED, NO_FIELD, Scope, counts, moment, number_in, share, summed
from counter_app.tables import Cell, Column, Kind, Row, Table

_RECEIVED = f"SELECT kind, reused FROM dossiers WHERE {COUNTED} AND received_at >= :start AND received_at < :end"
_FIGURES = {"count": "count(*)", **counts({"with_reused": "reused > 0"}), "reused": "sum(reused)"}
_ASKED = (
    "FROM asked_again WHERE received_at >= :start AND received_at < :end AND (:agency = '' OR agency = :agency)"
    " AND (:of = '' OR agency = :of) AND (:procedure = '' OR procedure = :procedure)"
    " AND (:paper = '' OR paper = :paper)"
)
AGENCY, PROCEDURE = 1, 3
"""The places of office and procedure in a row of `reuse_by_procedure`; of the office in `reuse_by_office`, too."""
ASKED = -2
"""The place of what was asked again in a row of both, from its end."""
PAPER = 1
"""The place of the paper's name in a row of `papers_asked_again`."""


def reuse_by_procedure(db: Database, scope: Scope) -> Table:
    """The rate of each procedure at each office that received it here."""
    names = {row["procedure"]: row["procedure_name"] for row in db.query("SELECT * FROM kinds ORDER BY id")}
    rows = _rows(db, scope, "agency, field, procedure")
    heads = [(row["agency"], row["field"] or NO_FIELD, row["procedure"], names[row["procedure"]]) for row in rows]
    more = (Column("Lĩnh vực", width=18), Column("Mã thủ tục", width=10), Column("Tên thủ tục", width=34))
    return _table(scope, rows, heads, more)


def reuse_by_office(db: Database, scope: Scope) -> Table:
    """The rate of each office that received dossiers here."""
    rows = _rows(db, scope, "agency")
    return _table(scope, rows, [(row["agency"],) for row in rows], ())


def most_asked_again(table: Table) -> tuple[int, int] | None:
    """Where most was asked again."""
    asked = [(number_in(row, ASKED), place) for place, row in enumerate(table.rows)]
    most, place = max(asked, default=(0, 0))
    return (place, len(table.columns) + ASKED) if most else None


def papers_asked_again(db: Database, scope: Scope) -> Table:
    """What was asked for again although it lay there, by paper, the most frequent first."""
    wanted = (
        f"SELECT paper, count(DISTINCT procedure) AS procedures, count(DISTINCT dossier) AS dossiers, count(*) AS count"
        f" {_ASKED} GROUP BY paper ORDER BY count DESC, paper"
    )
    found = list(db.query(wanted, _values(scope)))
    rows: list[Row] = [
        (number, row["paper"], row["procedures"], row["dossiers"], row["count"])
        for number, row in enumerate(found, start=1)
    ]
    return Table(
        title="GIẤY TỜ YÊU CẦU LẠI DÙ ĐÃ CÓ BẢN SỐ HÓA",
        parties=scope.parties,
        subtitles=(f"Hồ sơ tiếp nhận: {scope.period.title}",),
        columns=_PAPERS,
        rows=tuple(rows),
        total=(None, "Tổng cộng", None, None, sum(row["count"] for row in found)),
        notes=_NOTES,
    )


def asked_again_dossiers(
    db: Database,
    scope: Scope,
    *,
    agency: str = "",
    procedure: str = "",
    paper: str = "",
    offset: int = 0,
    limit: int = -1,
) -> Table:
    """The papers one by one with their dossiers, oldest first: of an office, a procedure, a paper, or all."""
    values = _values(scope, agency, procedure, paper) | {"offset": offset, "limit": limit}
    count = int(next(iter(db.query(f"SELECT count(*) AS count {_ASKED}", values)))["count"])
    wanted = (
        "SELECT dossiers.code, page.paper, page.received_at, kinds.procedure_name, kinds.clerk FROM"
        f" (SELECT dossier, nth, paper, received_at {_ASKED} ORDER BY received_at, dossier, nth"
        " LIMIT :limit OFFSET :offset) page"
        " JOIN dossiers ON dossiers.id = page.dossier JOIN kinds ON kinds.id = dossiers.kind"
        " ORDER BY page.received_at, page.dossier, page.nth"
    )
    rows: list[Row] = [
        (
            *(number, row["code"], row["paper"]),
            *(moment(row["received_at"]), row["procedure_name"], row["clerk"]),
        )
        for number, row in enumerate(db.query(wanted, values), start=offset + 1)
    ]
    return Table(
        title="HỒ SƠ CÓ GIẤY TỜ YÊU CẦU LẠI DÙ ĐÃ CÓ BẢN SỐ HÓA",
        subtitles=(f"Hồ sơ tiếp nhận: {scope.period.title}",),
        columns=_DOSSIERS,
        rows=tuple(rows),
        count=count,
    )


def _rows(db: Database, scope: Scope, by: str) -> list[dict[str, Any]]:
    names = by.split(", ")
    asked = {
        tuple(row[name] for name in names): row["count"]
        for row in db.query(f"SELECT {by}, count(*) AS count {_ASKED} GROUP BY {by}", _values(scope))
    }
    rows = summed(db, scope, f"{_RECEIVED} AND {scope.mine}", _FIGURES, by)
    return [row | {"asked": asked.get(tuple(row[name] for name in names), 0)} for row in rows]


def _values(scope: Scope, agency: str = "", procedure: str = "", paper: str = "") -> dict[str, Any]:
    return scope.values | {"of": agency, "procedure": procedure, "paper": paper}


def _table(
    scope: Scope, rows: list[dict[str, Any]], heads: Sequence[tuple[str, ...]], more: tuple[Column, ...]
) -> Table:
    sums = {key: sum(row[key] for row in rows) for key in (*_FIGURES, "asked")}
    lines = zip(heads, rows, strict=True)
    return Table(
        title="TỶ LỆ TÁI SỬ DỤNG GIẤY TỜ ĐÃ SỐ HÓA",
        parties=scope.parties,
        subtitles=(f"Hồ sơ tiếp nhận: {scope.period.title}",),
        columns=(Column("TT", Kind.ORDINAL, 5), Column("Nơi tiếp nhận", width=12), *more, *_RATES),
        rows=tuple((number, *head, *_cells(row)) for number, (head, row) in enumerate(lines, start=1)),
        total=(None, "Tổng cộng", *(None for _ in more), *_cells(sums)),
        notes=_NOTES,
    )


def _cells(row: dict[str, Any]) -> tuple[Cell, ...]:
    return (
        *(row["count"], row["with_reused"], share(row["with_reused"], row["count"])),
        *(row["reused"], row["asked"], share(row["reused"], row["reused"] + row["asked"])),
    )


_NOTES = (
    "Yêu cầu lại dù đã có: khi tiếp nhận, quầy đã tìm thấy bản số hóa còn giá trị (tại đơn vị hoặc đơn vị khác"
    " trong tỉnh) nhưng giấy tờ vẫn được nộp hoặc quét lại.",
    "Tỷ lệ tái sử dụng = giấy tờ tái sử dụng / (giấy tờ tái sử dụng + giấy tờ yêu cầu lại dù đã có).",
)
_OF_DOSSIERS, _OF_PAPERS = ("Hồ sơ",), ("Giấy tờ đã có bản số hóa",)
_RATES = (
    Column("Tiếp nhận", Kind.NUMBER, 10, _OF_DOSSIERS),
    Column("Có tái sử dụng", Kind.NUMBER, 10, _OF_DOSSIERS),
    Column("Tỷ lệ", Kind.PERCENT, 9, _OF_DOSSIERS),
    Column("Tái sử dụng", Kind.NUMBER, 10, _OF_PAPERS),
    Column("Yêu cầu lại", Kind.NUMBER, 10, _OF_PAPERS),
    Column("Tỷ lệ tái sử dụng", Kind.PERCENT, 10, _OF_PAPERS),
)
_PAPERS = (
    Column("TT", Kind.ORDINAL, 5),
    Column("Giấy tờ", width=60),
    Column("Số thủ tục", Kind.NUMBER, 10),
    Column("Số hồ sơ", Kind.NUMBER, 10),
    Column("Số lần yêu cầu lại", Kind.NUMBER, 12),
)
_DOSSIERS = (
    Column("TT", Kind.ORDINAL, 6),
    Column("Mã hồ sơ", width=21),
    Column("Giấy tờ", width=40),
    Column("Ngày nhận", Kind.MOMENT, 17),
    Column("Thủ tục", width=34),
    Column("Người tiếp nhận", width=20),
)

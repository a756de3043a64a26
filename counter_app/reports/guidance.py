"""What was answered instead of a receipt: supplements asked for on Mẫu 02, once or more often, refusals on Mẫu 03.

These count in no book and no official report: there was no dossier (DOMAIN: NĐ 61/2018 art. 17.1; TrangThaiHoSo 1 and
3 are not counted). What the office watches is how often people come twice, and how often more than the law lets ask.
"""

from __future__ import annotations

from typing import Any

from sqlite_utils import Database

from counter_app.dossier.states import GuidanceKind
from counter_app.reports.scope import NO_FIELD, Scope, moment
from counter_app.tables import Column, Kind, Row, Table

_IN_PERIOD = "answers.at >= :start AND answers.at < :end AND (:agency = '' OR cases.agency = :agency)"
_ANSWERS = f"FROM guidance_answers answers JOIN guidance_cases cases ON cases.id = answers.guidance WHERE {_IN_PERIOD}"
_FIGURES = {
    "people": "count(DISTINCT cases.id)",
    "supplements": "sum(answers.kind = 'supplements')",
    "again": "sum(answers.again <> '')",
    "refusals": "sum(answers.kind = 'refusal')",
    "received": "count(DISTINCT CASE WHEN cases.dossier <> '' THEN cases.id END)",
}
_SAID = {GuidanceKind.SUPPLEMENTS: "Yêu cầu bổ sung (Mẫu 02)", GuidanceKind.REFUSAL: "Từ chối (Mẫu 03)"}


def guidance_by_procedure(db: Database, scope: Scope) -> Table:
    """How many were answered so in the period, by procedure."""
    figures = ", ".join(f"{expression} AS {name}" for name, expression in _FIGURES.items())
    by = "cases.field, cases.procedure"
    wanted = f"SELECT {by}, max(cases.procedure_name) AS name, {figures} {_ANSWERS} GROUP BY {by} ORDER BY {by}"
    found = list(db.query(wanted, scope.values))
    rows: list[Row] = [
        (number, row["field"] or NO_FIELD, row["procedure"], row["name"], *(row[figure] for figure in _FIGURES))
        for number, row in enumerate(found, start=1)
    ]
    sums = (sum(row[figure] for row in found) for figure in _FIGURES)
    return Table(
        title="HƯỚNG DẪN, TỪ CHỐI TRƯỚC KHI TIẾP NHẬN HỒ SƠ",
        parties=scope.parties,
        subtitles=(scope.period.title,),
        columns=_COLUMNS,
        rows=tuple(rows),
        total=(None, "Tổng cộng", None, None, *sums),
        notes=(
            "Chưa tiếp nhận nên không dùng mã hồ sơ và không tính vào Sổ theo dõi hồ sơ, Biểu II.06a, Bộ chỉ số 766.",
            "“Quá số lần”: yêu cầu bổ sung nhiều hơn số lần quy định cho phép; lý do có trong danh sách chi tiết.",
        ),
    )


def guidance_answers(db: Database, scope: Scope, procedure: str = "", *, offset: int = 0, limit: int = -1) -> Table:
    """The answers of the period one by one, oldest first, of one procedure or of all."""
    of = f"{_ANSWERS} AND (:procedure = '' OR cases.procedure = :procedure)"
    values: dict[str, Any] = scope.values | {"procedure": procedure, "offset": offset, "limit": limit}
    count = int(next(iter(db.query(f"SELECT count(*) AS count {of}", values)))["count"])
    wanted = (
        "SELECT answers.at, answers.kind, answers.reason, answers.again, cases.owner, cases.procedure_name,"
        f" cases.dossier {of} ORDER BY answers.at, cases.id, answers.nth LIMIT :limit OFFSET :offset"
    )
    rows: list[Row] = [
        (
            number,
            moment(row["at"]),
            row["owner"],
            row["procedure_name"],
            _SAID[GuidanceKind(row["kind"])],
            row["reason"],
            row["again"],
            row["dossier"],
        )
        for number, row in enumerate(db.query(wanted, values), start=offset + 1)
    ]
    return Table(
        title="DANH SÁCH HƯỚNG DẪN, TỪ CHỐI TRƯỚC KHI TIẾP NHẬN",
        subtitles=(scope.period.title,),
        columns=_ANSWER_COLUMNS,
        rows=tuple(rows),
        count=count,
    )


_COLUMNS = (
    Column("TT", Kind.ORDINAL, 5),
    Column("Lĩnh vực", width=22),
    Column("Mã thủ tục", width=14),
    Column("Thủ tục", width=40),
    Column("Số trường hợp", Kind.NUMBER, 12),
    Column("Tổng số", Kind.NUMBER, 10, ("Yêu cầu bổ sung (Mẫu 02)",)),
    Column("Quá số lần", Kind.NUMBER, 10, ("Yêu cầu bổ sung (Mẫu 02)",)),
    Column("Từ chối (Mẫu 03)", Kind.NUMBER, 12),
    Column("Đã thành hồ sơ", Kind.NUMBER, 12),
)
_ANSWER_COLUMNS = (
    Column("TT", Kind.ORDINAL, 5),
    Column("Thời điểm", Kind.MOMENT, 16),
    Column("Chủ hồ sơ", width=22),
    Column("Thủ tục", width=30),
    Column("Trả lời", width=22),
    Column("Lý do", width=34),
    Column("Lý do yêu cầu thêm", width=24),
    Column("Mã hồ sơ", width=20),
)
PROCEDURE = 2
"""The place of the procedure in a row of `guidance_by_procedure`."""

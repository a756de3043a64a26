"""How right the reading of papers is: what clerks corrected, by paper and field; for those who set its thresholds.

A sure field that was taken together with others may hide a mistake. So the share of errors of sure fields is told by
the spot checks alone: fields that were chosen at random and looked at one by one.
"""

from __future__ import annotations

from dataclasses import dataclass

from sqlite_utils import Database

from counter_app.dossier.payloads.papers import FieldsVerified
from counter_app.reports.scope import Scope, share
from counter_app.tables import Column, Kind, Row, Table

_WRONG = "outcome = 'corrected' OR (outcome = 'blank' AND read <> '')"
_COUNTS = {
    "all_of": "count(*)",
    "right": "sum(outcome IN ('seen', 'accepted'))",
    "wrong": f"sum({_WRONG})",
    "typed": "sum(outcome = 'typed')",
    "sure_wrong": f"sum(sure AND ({_WRONG}))",
    "checked": "sum(spot_check)",
    "checked_wrong": f"sum(spot_check AND ({_WRONG}))",
}
_OF_A_FIELD = ("name", "called", "outcome", "read", "sure", "spot_check")
_FIELDS = (
    "SELECT payload ->> '$.paper' AS paper, payload ->> '$.title' AS title, "
    + ", ".join(f"field.value ->> '$.{name}' AS {name}" for name in _OF_A_FIELD)
    + " FROM entries, json_each(entries.payload, '$.fields') field"
    f" WHERE kind = '{FieldsVerified.model_fields['kind'].default}' AND entries.payload IS NOT NULL"
    " AND unixepoch(at) >= :start AND unixepoch(at) < :end AND (:agency = '' OR dossier LIKE :agency || '-%')"
)


def reading_by_field(db: Database, scope: Scope) -> Table:
    """What became of the fields that were read, in the period."""
    counts = ", ".join(f"{expression} AS {name}" for name, expression in _COUNTS.items())
    wanted = (
        f"SELECT paper, max(title) AS title, name, max(called) AS called, {counts} FROM ({_FIELDS})"
        " GROUP BY paper, name"
        " ORDER BY title, wrong * 1.0 / all_of DESC, name"
    )
    found = list(db.query(wanted, scope.values))
    rows: list[Row] = [
        (
            number,
            row["title"] or row["paper"],
            row["called"] or row["name"],
            *(row[name] for name in _COUNTS),
            share(row["checked_wrong"], row["checked"]),
        )
        for number, row in enumerate(found, start=1)
    ]
    sums = {name: sum(row[name] for row in found) for name in _COUNTS}
    return Table(
        title="KẾT QUẢ ĐỌC GIẤY TỜ THEO MẪU VÀ Ô",
        subtitles=(scope.period.title,),
        columns=_COLUMNS,
        rows=tuple(rows),
        total=(None, "Tổng cộng", None, *sums.values(), share(sums["checked_wrong"], sums["checked"])),
        notes=(
            "“Sai”: cán bộ đã sửa, hoặc trên giấy để trống mà máy đọc ra chữ. “Gõ tay”: máy không đọc được.",
            "“Kiểm tra ngẫu nhiên”: ô chắc chắn được chọn ngẫu nhiên để xem riêng; tỷ lệ sai tính theo đó.",
        ),
    )


@dataclass(frozen=True)
class CheckedPaper:
    """How right the sure fields of one paper were, by those that were chosen at random and looked at one by one."""

    paper: str
    title: str
    confirmed: int = 0
    checked: int = 0
    wrong: int = 0

    @property
    def share(self) -> float | None:
        """Of those that were checked, which share was wrong; None where none was."""
        return share(self.wrong, self.checked)


def checked_by_paper(db: Database, scope: Scope) -> list[CheckedPaper]:
    """The papers that were held against what was read of them in the period, by their titles."""
    counts = ", ".join(f"{_COUNTS[name]} AS {name}" for name in ("all_of", "checked", "checked_wrong"))
    wanted = f"SELECT paper, max(title) AS title, {counts} FROM ({_FIELDS}) GROUP BY paper ORDER BY title, paper"
    return [
        CheckedPaper(row["paper"], row["title"] or row["paper"], row["all_of"], row["checked"], row["checked_wrong"])
        for row in db.query(wanted, scope.values)
    ]


_SURE = ("Ô máy báo chắc chắn",)
_COLUMNS = (
    Column("TT", Kind.ORDINAL, 6),
    Column("Giấy tờ", width=30),
    Column("Ô", width=28),
    Column("Đã đối chiếu", Kind.NUMBER, 10),
    Column("Đúng", Kind.NUMBER, 8),
    Column("Sai", Kind.NUMBER, 8),
    Column("Gõ tay", Kind.NUMBER, 8),
    Column("Sai", Kind.NUMBER, 8, _SURE),
    Column("Kiểm tra ngẫu nhiên", Kind.NUMBER, 10, _SURE),
    Column("Sai trong mẫu", Kind.NUMBER, 10, _SURE),
    Column("Tỷ lệ sai", Kind.PERCENT, 10, _SURE),
)

"""What citizens said of how they were served: how many were asked, how many answered, and what.

All figures are of those asked in the period (`counter_app.store.survey_slips`), whenever they answered. Who answered
without a slip counts in what was said, not in the share that answered. QĐ 766: the share that is satisfied. TT 01/2018
art. 13 and 15: the mean of the points, with one decimal.
"""

from __future__ import annotations

from dataclasses import dataclass
from typing import Any

from counter_app.dossier.collation import collated
from counter_app.dossier.names import OCCASION
from counter_app.dossier.states import Occasion
from counter_app.language import translate
from counter_app.procedures.survey_questions import SATISFACTION
from counter_app.reports.scope import NO_FIELD, Scope, number_in, share
from counter_app.store.store import Store
from counter_app.tables import Column, Kind, Row, Table

SAID = (6, 7, 8)
"""The places of very content, content and not content in a row of `satisfaction_by_occasion`."""
ANSWERS = (
    "FROM survey_answers WHERE question = :question AND asked_on >= :start AND asked_on < :end"
    " AND (:agency = '' OR agency = :agency)"
)
"""What was answered to one `:question` by those asked in the period."""
_SAID = {
    "answered": "count(*)",
    "by_slip": "sum(slip)",
    "very": "sum(points = 2)",
    "content": "sum(points = 1)",
    "not_content": "sum(points = 0)",
}


@dataclass(frozen=True)
class Satisfied:
    """How many said how content they are, and how many of them are."""

    good: int
    answered: int

    @property
    def rate(self) -> float | None:
        """The share that is satisfied; None where nobody answered."""
        return share(self.good, self.answered)


def satisfied_in(store: Store, scope: Scope) -> Satisfied:
    """QĐ 766: satisfied of those who answered in the period."""
    wanted = f"SELECT coalesce(sum(points > 0), 0) AS good, count(*) AS answered {ANSWERS}"
    row = next(iter(store.db.query(wanted, scope.values | {"question": SATISFACTION})))
    return Satisfied(row["good"], row["answered"])


def satisfaction_by_occasion(store: Store, scope: Scope) -> Table:
    """Asked, answered, satisfied: on each occasion."""
    rows = _rows(store, scope, "occasion")
    lines: list[Row] = [
        _line(number, translate("feedback", OCCASION[occasion]), rows.get(occasion.value, {}))
        for number, occasion in enumerate(Occasion, start=1)
    ]
    return _table(lines, scope, "Thời điểm đánh giá")


def satisfaction_by_field(store: Store, scope: Scope) -> Table:
    """The same by field; who answered without a slip is of none."""
    rows = _rows(store, scope, "field")
    fields = sorted(rows, key=collated)
    lines: list[Row] = [_line(number, name or NO_FIELD, rows[name]) for number, name in enumerate(fields, start=1)]
    return _table(lines, scope, "Lĩnh vực")


def _rows(store: Store, scope: Scope, by: str) -> dict[str, dict[str, int]]:
    figures = ", ".join(f"{expression} AS {name}" for name, expression in _SAID.items())
    said = f'SELECT {by} AS "by", {figures} {ANSWERS} GROUP BY {by}'
    rows: dict[str, dict[str, int]] = {}
    for name, occasions in store.survey_slips.asked(scope.period.start, scope.period.end, scope.agency).items():
        for occasion, number in occasions.items():
            asked = rows.setdefault(name if by == "field" else occasion.value, {"asked": 0})
            asked["asked"] += number
    for row in store.db.query(said, scope.values | {"question": SATISFACTION}):
        rows.setdefault(row["by"], {}).update({name: row[name] for name in _SAID})
    return rows


def _line(number: int | None, name: str, row: dict[str, Any]) -> Row:
    asked, by_slip, answered = (int(row.get(key, 0)) for key in ("asked", "by_slip", "answered"))
    very, content, not_content = (int(row.get(key, 0)) for key in ("very", "content", "not_content"))
    return (
        *(number, name, asked, by_slip, share(by_slip, asked), answered - by_slip),
        *(very, content, not_content, share(very + content, answered)),
    )


def _table(lines: list[Row], scope: Scope, by: str) -> Table:
    def summed(place: int) -> int:
        return sum(number_in(line, place) for line in lines)

    keys = {"asked": summed(2), "by_slip": summed(3), "answered": summed(3) + summed(5)}
    total = _line(None, "Tổng cộng", keys | {"very": summed(6), "content": summed(7), "not_content": summed(8)})
    return Table(
        title="MỨC ĐỘ HÀI LÒNG CỦA NGƯỜI DÂN, DOANH NGHIỆP",
        parties=scope.parties,
        subtitles=("(Điều 12 Thông tư số 01/2018/TT-VPCP)", f"Kỳ báo cáo: {scope.period.title}"),
        columns=(_COLUMNS[0], Column(by, width=30), *_COLUMNS[1:]),
        rows=tuple(lines),
        total=total,
        notes=(
            "Phiếu phát: giấy tiếp nhận, Mẫu 02, Mẫu 03, biên nhận trả kết quả có mời đánh giá, đã in ra trong kỳ.",
            "Mỗi phiếu tính một lần. Không phiếu: đánh giá tại màn hình của quầy, không tính vào tỷ lệ trả lời.",
            "Không lưu ai đánh giá.",
        ),
    )


_COLUMNS = (
    Column("TT", Kind.ORDINAL, 5),
    Column("Phiếu phát", Kind.NUMBER, 9),
    Column("Có trả lời", Kind.NUMBER, 9),
    Column("Tỷ lệ trả lời", Kind.PERCENT, 10),
    Column("Không phiếu", Kind.NUMBER, 9),
    Column("Rất hài lòng", Kind.NUMBER, 9, ("Ý kiến",)),
    Column("Hài lòng", Kind.NUMBER, 9, ("Ý kiến",)),
    Column("Chưa hài lòng", Kind.NUMBER, 9, ("Ý kiến",)),
    Column("Tỷ lệ hài lòng", Kind.PERCENT, 10),
)

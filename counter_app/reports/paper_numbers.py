"""Sổ cấp số: the outgoing papers of a period with the numbers they got; a number that stands twice is a fault."""

from __future__ import annotations

from counter_app.dossier.codes import is_dossier
from counter_app.dossier.names import FORM
from counter_app.language import translate
from counter_app.reports.scope import Scope, moment
from counter_app.store.paper_numbers import NumberLine
from counter_app.store.store import Store
from counter_app.tables import Column, Kind, Row, Table


def number_register(store: Store, scope: Scope, *, offset: int = 0, limit: int | None = None) -> Table:
    """Every paper that got a number in the period; a page of them, or all."""
    asked = (scope.period.start, scope.period.end, scope.agency)
    lines = store.paper_numbers.between(*asked, offset, limit)
    return Table(
        title="SỔ CẤP SỐ VĂN BẢN, PHIẾU CỦA BỘ PHẬN MỘT CỬA",
        subtitles=(scope.period.title,),
        columns=_COLUMNS,
        rows=tuple(_row(place, line, owner) for place, (line, owner) in enumerate(lines, offset + 1)),
        count=store.paper_numbers.count(*asked),
        faults=tuple(
            f"Số {text} năm {year} đã cấp {times} lần." for text, year, times in store.paper_numbers.twice(*asked)
        ),
        notes=("Số cấp theo năm, theo loại; mỗi quầy có dãy số riêng. In lại giữ nguyên số đã cấp.",),
    )


def _row(place: int, line: NumberLine, owner: str) -> Row:
    return (
        place,
        line.text,
        moment(line.at),
        translate("forms", FORM.get(line.form, line.form)),
        line.dossier if is_dossier(line.dossier) else None,
        line.dossiers,
        owner if owner and line.dossiers == 1 else None,
        line.clerk,
    )


_COLUMNS = (
    Column("TT", Kind.ORDINAL, 6),
    Column("Số, ký hiệu", width=20),
    Column("Ngày cấp số", Kind.MOMENT, 17),
    Column("Tên loại", width=30),
    Column("Mã hồ sơ", width=24),
    Column("Số hồ sơ", Kind.NUMBER, 9),
    Column("Người nhận", width=24),
    Column("Người cấp số", width=20),
)

"""Sổ cấp số: the outgoing papers of a period with the numbers they got; a number that stands twice is a fault."""

from __future__ import annotations

from collections import Counter
from collections.abc import Iterator, Sequence

from counter_app.dossier.codes import is_case
from counter_app.dossier.names import FORM
from counter_app.language import translate
from counter_app.reports.scope import Scope, moment
from counter_app.store.paper_numbers import NumberLine
from counter_app.store.store import Store
from counter_app.tables import Column, Kind, Row, Table

_OWNER = (
    "SELECT owner FROM dossiers WHERE id = (SELECT min(id) FROM entries WHERE dossier = :code)"
    " UNION ALL SELECT owner FROM guidance_cases WHERE code = :code"
)


def number_register(store: Store, scope: Scope) -> Table:
    """Every paper that got a number in the period."""
    numbered = store.paper_numbers.between(scope.period.start, scope.period.end)
    lines = [line for line in numbered if scope.agency in ("", line.agency)]
    return Table(
        title="SỔ CẤP SỐ VĂN BẢN, PHIẾU CỦA BỘ PHẬN MỘT CỬA",
        subtitles=(scope.period.title,),
        columns=_COLUMNS,
        rows=tuple(_row(store, place, line) for place, line in enumerate(lines, start=1)),
        faults=tuple(_twice(lines)),
        notes=("Số cấp theo năm, theo loại; mỗi quầy có dãy số riêng. In lại giữ nguyên số đã cấp.",),
    )


def _row(store: Store, place: int, line: NumberLine) -> Row:
    owner = store.db.execute(_OWNER, {"code": line.dossier}).fetchone()
    return (
        place,
        line.text,
        moment(line.at),
        translate("forms", FORM.get(line.form, line.form)),
        None if is_case(line.dossier) else line.dossier,
        line.dossiers,
        owner[0] if owner and line.dossiers == 1 else None,
        line.clerk,
    )


def _twice(lines: Sequence[NumberLine]) -> Iterator[str]:
    """The numbers two papers bear: two desks whose profiles say the same number of the desk."""
    for (series, year, number), times in Counter((line.series, line.year, line.number) for line in lines).items():
        if times > 1:
            text = next(line.text for line in lines if (line.series, line.year, line.number) == (series, year, number))
            yield f"Số {text} năm {year} đã cấp {times} lần."


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

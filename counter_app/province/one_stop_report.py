"""Which procedures the province settles, which of them were received at its one-stop desks, and for which it has an
internal process: the columns of II.07b, as far as a source tells them (docs/domain/reports.md).

A line is a field: which department answers for a procedure no data of ours says, and the table says so.
"""

from __future__ import annotations

from collections import defaultdict
from collections.abc import Collection
from datetime import date

from sqlalchemy import Connection, Engine, select

from counter_app.dossier.agency_names import in_capitals
from counter_app.dossier.collation import collated
from counter_app.procedures.catalogue import Catalogue, Listed
from counter_app.province.database import reading
from counter_app.province.overview import Overview
from counter_app.province.tables import ledger
from counter_app.reports.periods import Period
from counter_app.tables import Cell, Column, Kind, Row, Table

_LEVELS = ("province", None, "commune")  # the district ended on 01/07/2025
_HEADS = ("Tổng số", "Cấp tỉnh", "Cấp huyện", "Cấp xã")
_GROUPS = ("TTHC thuộc thẩm quyền giải quyết", "TTHC thực hiện cơ chế một cửa", "TTHC có quy trình nội bộ")
_OTHERS = "H"  # what the code of a province begins with, where a ministry's begins with G


def received_until(db: Connection, period: Period) -> set[str]:
    """The codes of the procedures of which any office received a dossier before the period's end."""
    wanted = select(ledger.c.procedure).where(ledger.c.received_at < period.end).distinct()
    return set(db.execute(wanted).scalars())


def one_stop_of_province(
    catalogue: Catalogue, received: Collection[str], period: Period, *, agency: str, province: str = ""
) -> Table:
    """By field, as of the last day of the period; `agency` is the code of the province, `received` what its desks had a
    dossier of."""
    fields: dict[str, list[list[int]]] = defaultdict(lambda: [[0] * len(_HEADS) for _ in _GROUPS])
    unsaid = 0
    for line in catalogue.listed(period.last):
        if line.publisher.startswith(_OTHERS) and line.publisher != agency:
            continue  # another province's own
        unsaid += not line.levels
        if not _is_settled_here(line):
            continue
        groups = (True, line.code in received, _has_process(catalogue, line, period.last))
        for group, counts in zip(groups, fields[line.field], strict=True):
            for place, level in enumerate((line.levels[0], *_LEVELS)):
                counts[place] += group and level in line.levels
    rows = [_row(name, fields[name]) for name in sorted(fields, key=collated)]
    sums = [[sum(fields[name][group][place] for name in fields) for place in range(4)] for group in range(3)]
    return Table(
        title=f"TỔNG HỢP THỦ TỤC HÀNH CHÍNH, CƠ CHẾ MỘT CỬA, QUY TRÌNH NỘI BỘ{_of(province)}",
        subtitles=(f"Tính đến hết ngày {period.last:%d/%m/%Y}", "Đơn vị tính: Số thủ tục hành chính"),
        columns=(
            Column("TT", Kind.ORDINAL, 5),
            Column("Đơn vị, lĩnh vực", width=34),
            *(Column(head, Kind.NUMBER, 9, (group,)) for group in _GROUPS for head in _HEADS),
        ),
        rows=tuple((number, *row) for number, row in enumerate(rows, start=1)),
        total=(None, *_row("Tổng cộng", sums)),
        parties=(("Đơn vị báo cáo", province), ("Đơn vị nhận báo cáo", "Văn phòng Chính phủ")),
        notes=(
            "Cột theo Biểu số II.07b; dòng theo lĩnh vực vì danh mục không nói sở, ngành nào phụ trách thủ tục nào, cơ"
            " quan đối chiếu với mẫu đang dùng trước khi gửi. Thủ tục của hai cấp tính ở cả hai, Tổng số tính một lần.",
            "Thực hiện cơ chế một cửa: đã có hồ sơ tiếp nhận tại các quầy của tỉnh. Quy trình nội bộ: có trong danh mục"
            " của tỉnh. Cấp huyện không còn từ ngày 01/07/2025.",
            *((f"{unsaid} thủ tục mà danh mục không nói cấp thực hiện thì không tính.",) if unsaid else ()),
        ),
    )


def one_stop_now(engine: Engine, catalogue: Catalogue, period: Period, province: str = "") -> Table:
    """The same of the province whose offices are here, with what they received; `province` is its name in the title."""
    with reading(engine).begin() as db:
        received = received_until(db, period)
    agency = next((code.partition(".")[0] for code in Overview(engine).offices() if code), "")
    return one_stop_of_province(catalogue, received, period, agency=agency, province=province)


def _is_settled_here(line: Listed) -> bool:
    return any(level in line.levels for level in _LEVELS)


def _has_process(catalogue: Catalogue, line: Listed, on: date) -> bool:
    found = catalogue.get(line.code, on)
    return found is not None and bool(found.steps)


def _row(name: str, groups: list[list[int]]) -> Row:
    cells: list[Cell] = [name]
    for total, of_province, _, of_commune in groups:
        cells += [total, of_province, None, of_commune]
    return tuple(cells)


def _of(province: str) -> str:
    return f" CỦA {in_capitals(province)}" if province else ""

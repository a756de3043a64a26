"""What became of the dossiers of all offices in a period, for the reports that add offices up (II.06b–d).

The columns are those of II.06a: for the forms that add up no source of ours has others (docs/domain/reports.md), and
the table says so.
"""

from __future__ import annotations

from collections.abc import Mapping
from dataclasses import replace
from datetime import datetime
from enum import StrEnum

from sqlalchemy import Connection

from counter_app.dossier.agency_names import in_capitals
from counter_app.province.ledger import settlements
from counter_app.reports.periods import Period
from counter_app.reports.settlement import COLUMNS, cells, total
from counter_app.tables import Table


class Each(StrEnum):
    """What a line of the report is."""

    OFFICE = "agency"
    FIELD = "field"


_HEADS = {Each.OFFICE: "Đơn vị", Each.FIELD: "Lĩnh vực, công việc giải quyết"}


def settlement_of_province(
    db: Connection,
    period: Period,
    now: datetime,
    each: Each,
    *,
    province: str = "",
    agency: str = "",
    names: Mapping[str, str] | None = None,
) -> Table:
    """By office, or by field of all offices; of one `agency` alone where it is named. Offices bear their code where
    `names` has none of them."""
    lines = settlements(db, period, now, each, agency)
    if each is Each.OFFICE:
        lines = [replace(line, field=named(line.field, names or {})) for line in lines]
    head, of_it = COLUMNS[1], f" CỦA {in_capitals(province)}" if province else ""
    return Table(
        title=f"TỔNG HỢP TÌNH HÌNH, KẾT QUẢ GIẢI QUYẾT THỦ TỤC HÀNH CHÍNH{of_it}",
        subtitles=(f"Kỳ báo cáo: {period.title}", "Đơn vị tính: Số hồ sơ thủ tục hành chính"),
        columns=(COLUMNS[0], replace(head, head=_HEADS[each]), *COLUMNS[2:]),
        rows=tuple((number, *cells(line)) for number, line in enumerate(lines, start=1)),
        total=(None, *cells(total(lines))),
        parties=(("Đơn vị báo cáo", province), ("Đơn vị nhận báo cáo", "Văn phòng Chính phủ")),
        notes=(
            "Tỉnh tự đếm từ nhật ký hồ sơ các đơn vị đã gửi về máy chủ; hồ sơ tính cho đơn vị tiếp nhận.",
            "Cột và cách đếm theo Biểu số II.06a/VPCP/KSTT; chương trình chưa có mẫu II.06b–d, cơ quan đối chiếu với "
            "mẫu đang dùng trước khi gửi.",
        ),
    )


def named(agency: str, names: Mapping[str, str]) -> str:
    """An office as a report names it."""
    name = names.get(agency, "")
    return f"{name} ({agency})" if name else agency

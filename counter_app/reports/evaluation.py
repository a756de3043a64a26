"""The monthly evaluation of an office by QĐ 766/QĐ-TTg, to be published: its figures, as JSON and as a page for all.

Each of the six groups stands in it with its greatest points; what a desk has no data on says so and earns nothing.
"""

from __future__ import annotations

import json
from collections.abc import Iterable
from html import escape

from counter_app.dossier.agency_names import in_capitals
from counter_app.dossier.clock import VIETNAM
from counter_app.dossier.journal import Entry
from counter_app.dossier.payloads.evaluation import EvaluatedLine, EvaluationSigned
from counter_app.reports.indicators import Indicator
from counter_app.reports.periods import Period
from counter_app.reports.quality import measure
from counter_app.reports.scope import Scope
from counter_app.store.store import Store
from counter_app.tables import Cell, Column, Kind, Row, Table, shown

GROUPS = {
    "Công khai, minh bạch": 18,
    "Tiến độ, kết quả giải quyết": 20,
    "Cung cấp dịch vụ trực tuyến": 12,
    "Thanh toán trực tuyến": 10,
    "Số hóa hồ sơ": 22,
    "Mức độ hài lòng": 18,
}
"""The groups of QĐ 766 with their greatest points (docs/domain/quality-index.md)."""
_NO_DATA = "Không có dữ liệu tại quầy; lấy từ dữ liệu của tỉnh, Cổng Dịch vụ công quốc gia"


def evaluated(store: Store, scope: Scope, indicators: Iterable[Indicator]) -> tuple[EvaluatedLine, ...]:
    """The indicators in force with their figures, and a line for each group of which nothing is measured here."""
    lines = [
        EvaluatedLine(
            key=item.indicator.key,
            name=item.indicator.name,
            group=item.indicator.group,
            good=item.good,
            count=item.count,
            rate=item.rate,
            points=item.indicator.points,
            earned=round(item.points, 2) if item.rate is not None else None,
            known=item.available,
        )
        for item in measure(store, scope, indicators)
    ]
    order = list(GROUPS)
    for group, points in GROUPS.items():
        rest = points - sum(line.points for line in lines if line.group == group)
        if rest > 0:
            name = "Các chỉ số khác của nhóm" if rest < points else group
            lines.append(EvaluatedLine(key="–", name=name, group=group, points=rest, known=False))
    return tuple(sorted(lines, key=lambda line: order.index(line.group) if line.group in order else len(order)))


def evaluation_table(signed: EvaluationSigned, entry: Entry) -> Table:
    """The evaluation as it was signed off."""
    known = [line for line in signed.lines if line.known and line.earned is not None]
    possible, earned = sum(line.points for line in known), sum(line.earned or 0.0 for line in known)
    period = Period(signed.first, signed.last, signed.name)
    corrected = (f"Bản đính chính lần {signed.version - 1}. Lý do: {signed.reason}",) if signed.version > 1 else ()
    return Table(
        title=f"ĐÁNH GIÁ CHẤT LƯỢNG PHỤC VỤ NGƯỜI DÂN, DOANH NGHIỆP TẠI {in_capitals(signed.office)}",
        subtitles=(
            "(Theo Quyết định số 766/QĐ-TTg ngày 23/6/2022)",
            f"Kỳ đánh giá: {period.title}",
            f"Bản số {signed.version}",
            *corrected,
        ),
        columns=_COLUMNS,
        rows=tuple(_row(line) for line in signed.lines),
        total=(None, None, "Cộng các chỉ số có dữ liệu", None, None, None, possible, round(earned, 2), None),
        parties=(("Đơn vị báo cáo", signed.office), ("Đơn vị nhận báo cáo", signed.report_to)),
        notes=(
            f"Người phê duyệt: {signed.signer}, ngày {entry.at.astimezone(VIETNAM):%d/%m/%Y}. Mã bản ghi:"
            f" {entry.hash[:16]}.",
            "Bản đã phê duyệt không sửa; có sai sót thì lập bản số tiếp theo, nêu lý do.",
        ),
    )


def as_json(signed: EvaluationSigned, entry: Entry) -> str:
    """For the portal's programs: what was signed, when, and the hash of the entry that holds it."""
    whole = signed.model_dump(mode="json", exclude={"kind"})
    return json.dumps(whole | {"signed_at": entry.at.isoformat(), "hash": entry.hash}, ensure_ascii=False, indent=1)


def as_page(table: Table) -> str:
    """A page that stands alone, without script, which screen readers can read aloud as a table."""
    heads = "".join(f'<th scope="col">{escape(column.head)}</th>' for column in table.columns)
    lines = "\n".join(_line(row, table.columns) for row in table.rows)
    total = _line(table.total, table.columns) if table.total else ""
    above = "".join(f"<p>{escape(line)}</p>" for line in table.subtitles)
    above += "".join(f"<p>{escape(label)}: {escape(name)}</p>" for label, name in table.parties if name)
    notes = "".join(f"<p>{escape(note)}</p>" for note in table.notes)
    return (
        f'<!doctype html>\n<html lang="vi">\n<head>\n<meta charset="utf-8">\n<title>{escape(table.title)}</title>\n'
        f'<meta name="viewport" content="width=device-width, initial-scale=1">\n<style>{_STYLE}</style>\n</head>\n'
        f"<body>\n<main>\n<h1>{escape(table.title)}</h1>\n{above}\n"
        f'<div class="table" role="region" aria-label="Bảng điểm" tabindex="0">\n<table>\n'
        f"<caption>Điểm từng chỉ số</caption>\n<thead><tr>{heads}</tr></thead>\n<tbody>\n{lines}\n</tbody>\n"
        f"<tfoot>{total}</tfoot>\n</table>\n</div>\n{notes}\n</main>\n</body>\n</html>\n"
    )


def _row(line: EvaluatedLine) -> Row:
    figures: tuple[Cell, ...] = (line.good, line.count, line.rate) if line.known else (None, None, None)
    note = "" if line.known and line.rate is not None else "Không phát sinh" if line.known else _NO_DATA
    return (line.group, line.key, line.name, *figures, line.points, line.earned, note)


def _line(row: Row, columns: tuple[Column, ...]) -> str:
    cells = []
    for place, (cell, column) in enumerate(zip(row, columns, strict=True)):
        said = escape(shown(cell, column.kind))
        named = place == _NAME
        cells.append(f'<th scope="row">{said}</th>' if named else f"<td>{said}</td>")
    return f"<tr>{''.join(cells)}</tr>"


_STYLE = (
    "body{font:1rem/1.5 system-ui,sans-serif;color:#1b1b1b;background:#fff;margin:1rem}h1{font-size:1.25rem}"
    ".table{overflow-x:auto}table{border-collapse:collapse}caption{text-align:left;font-weight:bold;padding:.5rem 0}"
    "th,td{border:1px solid #6b6b6b;padding:.35rem .5rem;text-align:left;vertical-align:top}"
    "thead th{background:#eef1f5}"
)
_NAME = 2  # column of the indicator's name
_COLUMNS = (
    Column("Nhóm", width=22),
    Column("Chỉ số", width=7),
    Column("Nội dung", width=36),
    Column("Số đạt", Kind.NUMBER, 9),
    Column("Tổng số", Kind.NUMBER, 9),
    Column("Tỷ lệ", Kind.PERCENT, 10),
    Column("Điểm tối đa", Kind.POINTS, 9),
    Column("Điểm đạt", Kind.POINTS, 9),
    Column("Ghi chú", width=30),
)

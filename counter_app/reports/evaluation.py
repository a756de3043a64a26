"""The monthly evaluation of an office by QĐ 766/QĐ-TTg, to be published: its figures, as JSON and as a page for all.

Each of the six groups stands in it with its greatest points; what a desk has no data on says so and earns nothing.
"""

from __future__ import annotations

import json
from collections.abc import Iterable
from datetime import datetime
from html import escape

from counter_app.dossier.agency_names import in_capitals
from counter_app.dossier.clock import VIETNAM
from counter_app.dossier.journal import Entry
from counter_app.dossier.payloads.evaluation import EvaluatedLine, EvaluationSigned
from counter_app.errors import CounterError
from counter_app.reports.indicators import Indicator
from counter_app.reports.periods import Period
from counter_app.reports.quality import MULTIPLIED, ONLINE, Measured, measure
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
_NOT_AT_PROVINCE = "Không có trong dữ liệu của tỉnh; lấy từ Cổng Dịch vụ công quốc gia"


class PeriodNotOver(CounterError):
    """A period is evaluated when it is over."""

    what = "The period {period} is not over, so its evaluation cannot be signed off."
    todo = "Sign it off from the day after its last."


class CorrectionWithoutReason(CounterError):
    """The period was signed off before."""

    what = "The evaluation of {period} was signed off already, and it stays as it is."
    todo = "Say the reason of the correction; it becomes version {version}."


def refuse_unless_over(period: Period, now: datetime) -> None:
    """Raises PeriodNotOver."""
    if now.astimezone(VIETNAM).date() <= period.last:
        raise PeriodNotOver(period=period.title)


def refuse_without_reason(signed: EvaluationSigned) -> None:
    """Raises CorrectionWithoutReason where it would be a correction."""
    if signed.version > 1 and not signed.reason:
        period = Period(signed.first, signed.last, signed.name)
        raise CorrectionWithoutReason(period=period.title, version=str(signed.version))


def evaluated(store: Store, scope: Scope, indicators: Iterable[Indicator]) -> tuple[EvaluatedLine, ...]:
    """The lines of an office's evaluation."""
    return lines_of(measure(store, scope, indicators))


def lines_of(measured: Iterable[Measured]) -> tuple[EvaluatedLine, ...]:
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
        for item in measured
    ]
    order = list(GROUPS)
    for group, points in GROUPS.items():
        rest = points - sum(line.points for line in lines if line.group == group)
        if rest > 0:
            name = "Các chỉ số khác của nhóm" if rest < points else group
            lines.append(EvaluatedLine(key="–", name=name, group=group, points=rest, known=False))
    return tuple(sorted(lines, key=lambda line: order.index(line.group) if line.group in order else len(order)))


def evaluation_table(signed: EvaluationSigned, entry: Entry | None = None) -> Table:
    """The evaluation as it was signed off; without its entry, as it would be."""
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
        rows=tuple(_row(line, _NOT_AT_PROVINCE if signed.of_offices else _NO_DATA) for line in signed.lines),
        total=(None, None, "Cộng các chỉ số có dữ liệu", None, None, None, possible, round(earned, 2), None),
        parties=(("Đơn vị báo cáo", signed.office), ("Đơn vị nhận báo cáo", signed.report_to)),
        notes=(
            _approval(signed, entry) if entry else "Chưa phê duyệt.",
            *_offices(signed),
            *([MULTIPLIED] if any(line.key == ONLINE and line.known for line in signed.lines) else []),
            "Bản đã phê duyệt không sửa; có sai sót thì lập bản số tiếp theo, nêu lý do.",
        ),
    )


def as_json(signed: EvaluationSigned, entry: Entry, mark: str) -> str:
    """For the portal's programs: what was signed, when, and the hash of the entry that holds it; first the mark of what
    is worth nothing."""
    whole = ({"mark": mark} if mark else {}) | signed.model_dump(mode="json", exclude={"kind"})
    return json.dumps(whole | {"signed_at": entry.at.isoformat(), "hash": entry.hash}, ensure_ascii=False, indent=1)


def as_page(table: Table) -> str:
    """A page that stands alone, without script, which screen readers can read aloud as a table."""
    heads = "".join(f'<th scope="col">{escape(column.head)}</th>' for column in table.columns)
    lines = "\n".join(_line(row, table.columns) for row in table.rows)
    total = _line(table.total, table.columns) if table.total else ""
    above = "".join(f"<p>{escape(line)}</p>" for line in table.subtitles)
    above += "".join(f"<p>{escape(label)}: {escape(name)}</p>" for label, name in table.parties if name)
    notes = "".join(f"<p>{escape(note)}</p>" for note in table.notes)
    mark = f'<p class="mark">{escape(table.mark)}</p>\n' if table.mark else ""
    return (
        f'<!doctype html>\n<html lang="vi">\n<head>\n<meta charset="utf-8">\n<title>{escape(table.title)}</title>\n'
        f'<meta name="viewport" content="width=device-width, initial-scale=1">\n<style>{_STYLE}</style>\n</head>\n'
        f"<body>\n<main>\n{mark}<h1>{escape(table.title)}</h1>\n{above}\n"
        f'<div class="table" role="region" aria-label="Bảng điểm" tabindex="0">\n<table>\n'
        f"<caption>Điểm từng chỉ số</caption>\n<thead><tr>{heads}</tr></thead>\n<tbody>\n{lines}\n</tbody>\n"
        f"<tfoot>{total}</tfoot>\n</table>\n</div>\n{notes}\n</main>\n</body>\n</html>\n"
    )


def _offices(signed: EvaluationSigned) -> tuple[str, ...]:
    """Of which offices the province's evaluation is, and of which it is not."""
    if not signed.of_offices:
        return ()
    number = len(signed.of_offices)
    told = [f"Tổng hợp từ bản đánh giá đã phê duyệt của {number} đơn vị."]
    if signed.counted:
        told = [f"Tỉnh tự đếm từ hồ sơ, phản ánh, phiếu đánh giá của {number} đơn vị đã gửi về máy chủ."]
    if signed.lacking:
        told.append(f"Chưa có bản đánh giá của: {', '.join(signed.lacking)}.")
    if signed.differing:
        told.append(f"Số liệu đơn vị đã phê duyệt khác số tỉnh đếm: {', '.join(signed.differing)}.")
    return tuple(told)


def _approval(signed: EvaluationSigned, entry: Entry) -> str:
    day = entry.at.astimezone(VIETNAM)
    return f"Người phê duyệt: {signed.signer}, ngày {day:%d/%m/%Y}. Mã bản ghi: {entry.hash[:16]}."


def _row(line: EvaluatedLine, unknown: str) -> Row:
    figures: tuple[Cell, ...] = (line.good, line.count, line.rate) if line.known else (None, None, None)
    note = "" if line.known and line.rate is not None else "Không phát sinh" if line.known else unknown
    return (line.group, line.key, line.name, *figures, line.points, line.earned, note)


def _line(row: Row, columns: tuple[Column, ...]) -> str:
    cells = []
    for place, (cell, column) in enumerate(zip(row, columns, strict=True)):
        said = escape(shown(cell, column.kind))
        named = place == _NAME
        cell_begins = '<td class="number">' if column.kind.is_number else "<td>"
        cells.append(f'<th scope="row">{said}</th>' if named else f"{cell_begins}{said}</td>")
    return f"<tr>{''.join(cells)}</tr>"


_STYLE = (
    "body{font:1rem/1.5 system-ui,sans-serif;color:#1b1b1b;background:#fff;margin:1rem}h1{font-size:1.25rem}"
    ".table{overflow-x:auto}table{border-collapse:collapse}caption{text-align:left;font-weight:bold;padding:.5rem 0}"
    "th,td{border:1px solid #6b6b6b;padding:.35rem .5rem;text-align:left;vertical-align:top}"
    ".number{text-align:right;white-space:nowrap}"
    "thead th{background:#eef1f5}.mark{color:#b00020;font:bold 1.5rem/1.5 system-ui,sans-serif}"
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

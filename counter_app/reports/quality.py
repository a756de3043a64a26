"""The indicators of QĐ 766/QĐ-TTg a desk can influence, and the dossiers behind each lost point.

The rules: docs/domain/quality-index.md.

- 1.4: received in the period and sent to the province. Nothing newly registered or refused is counted.
- 2.1: received or handled in the period, refused and stopped ones included, and not late. Judged to the second, as the
  portal does: what ended, by its end (done before returned) less the wait for the one supplement; what waits for
  its first supplement, by the moment it was asked for; what is open, by the end of the period. More than one request
  for supplements is late. Without a due date: in time.
- 3.3: received online and answered with a file and a code, times the share that was sent (1.4). Paper never counts.
- 4.1: settled (done, returned) in the period with the file and the code of a result. 4.2: with a digitised component
  and the file of a result.
- 4.3: received in the period with a component used again.
- 5.1: satisfied of those who answered (`counter_app.reports.satisfaction`). 5.2: feedback settled in time of what was
  due (`counter_app.reports.feedback`).
- 4.4, 4.5: the desk has no data on them; they earn nothing here and are not counted as lost by the desk.
"""

from __future__ import annotations

from collections.abc import Iterable, Mapping
from dataclasses import dataclass
from datetime import date
from typing import Any

from counter_app.dossier.agency_names import in_capitals
from counter_app.reports.feedback import late_feedback, settled_in
from counter_app.reports.indicators import Indicator
from counter_app.reports.satisfaction import satisfied_in
from counter_app.reports.scope import COUNTED, NO_FIELD, Scope, counts, moment, share, summed
from counter_app.store.store import Store
from counter_app.store.sync_points import ACKNOWLEDGED
from counter_app.tables import Column, Kind, Row, Table

SYNCED, ON_TIME, ONLINE, SATISFIED, HEARD = "1.4", "2.1", "3.3", "5.1", "5.2"
MULTIPLIED = "Chỉ số 3.3 đã nhân với tỷ lệ đồng bộ. Hồ sơ nộp bằng giấy không bao giờ được tính là trực tuyến."
"""Why the rate of 3.3 is not what its two numbers make."""
RATE, LOST = 4, 8
"""The places of the rate and of the lost points in a row of the table."""


@dataclass(frozen=True)
class Measured:
    """An indicator with its figures; `available` is false where the desk has no data on it."""

    indicator: Indicator
    good: int
    count: int
    rate: float | None
    available: bool = True

    @property
    def points(self) -> float:
        """The points earned."""
        return self.indicator.earned(self.rate)

    @property
    def lost(self) -> float:
        """The points not earned; none where there was nothing to rate."""
        return 0.0 if self.rate is None else self.indicator.points - self.points


@dataclass(frozen=True)
class Measure:
    """SQL over `lines`: which dossiers count, which of them are good, why one is not."""

    of: str
    good: str
    reason: str


_LINES = f"""
    SELECT {{key}}, received_at, due_at, ended_at, channel, supplements, digitised, reused, result_files, result_codes,
        {{synced}} AS synced,
        {COUNTED} AND received_at >= :start AND received_at < :end AS received,
        status IN (9, 10) AND finished_at >= :start AND finished_at < :end AS settled,
        status NOT IN (1, 11) AND received_at < :end AND (ended_at IS NULL OR ended_at >= :start) AS handled,
        CASE
            WHEN ended_at < :end THEN ended_at - CASE WHEN supplements = 1 THEN waited ELSE 0 END
            WHEN status = 5 AND paused_at < :end THEN paused_at
            ELSE :seen
        END AS judged_at
    FROM (
        SELECT {{key}}, received_at, finished_at, due_at, paused_at, status, channel, supplements, waited, digitised,
            reused, result_files, result_codes,
            CASE WHEN status = 8 THEN coalesce(paused_at, finished_at) ELSE finished_at END AS ended_at
        FROM {{table}}
        WHERE received_at < :end AND (finished_at IS NULL OR finished_at >= :start OR received_at >= :start)
            AND {{mine}}
    ) ended
"""
_NO_FILE = "WHEN result_files = 0 THEN 'Chưa có tệp kết quả điện tử'"
MEASURES = {
    SYNCED: Measure("received", "synced", "'Chưa đồng bộ'"),
    ON_TIME: Measure(
        "handled",
        "supplements <= 1 AND (due_at IS NULL OR judged_at <= due_at)",
        "CASE WHEN supplements > 1 THEN 'Yêu cầu bổ sung hơn 01 lần' "
        "WHEN ended_at < :end THEN 'Kết thúc xử lý sau ngày hẹn trả' ELSE 'Đang xử lý quá ngày hẹn trả' END",
    ),
    ONLINE: Measure(
        "received",
        "channel = 2 AND result_files > 0 AND result_codes > 0",
        f"CASE channel WHEN 1 THEN 'Nộp trực tiếp' WHEN 3 THEN 'Nộp qua bưu chính' ELSE CASE {_NO_FILE} "
        "ELSE 'Kết quả chưa có mã' END END",
    ),
    "4.1": Measure(
        "settled", "result_files > 0 AND result_codes > 0", f"CASE {_NO_FILE} ELSE 'Kết quả chưa có mã' END"
    ),
    "4.2": Measure(
        "settled", "digitised > 0 AND result_files > 0", f"CASE {_NO_FILE} ELSE 'Chưa số hóa thành phần hồ sơ' END"
    ),
    "4.3": Measure("received", "reused > 0", "'Không có thành phần hồ sơ được tái sử dụng'"),
}
"""The indicators that are counted out of dossiers."""


def lines(mine: str, *, key: str, table: str = "dossiers", synced: str) -> str:
    """SQL: a line for each dossier that the indicators of a period may count, out of any table that has the numbers of
    the ledger. Written so that the desk's database and the province's both understand it."""
    return _LINES.format(mine=mine, key=key, table=table, synced=synced)


def measure(store: Store, scope: Scope, indicators: Iterable[Indicator]) -> list[Measured]:
    """The indicators in force at the period's end, each with its figures."""
    satisfied, settled = satisfied_in(store, scope), settled_in(store, scope)
    figures = _figures(store, scope) | {
        SATISFIED: (satisfied.good, satisfied.answered),
        HEARD: (settled.in_time, settled.due),
    }
    return rated(figures, indicators, scope.period.last)


def rated(figures: Mapping[str, tuple[int, int]], indicators: Iterable[Indicator], last: date) -> list[Measured]:
    """The indicators in force on that day, by the good and the counted of each."""
    synced = share(*figures.get(SYNCED, (0, 0)))
    found = []
    for indicator in indicators:
        if not indicator.in_force(last):
            continue
        if indicator.key not in figures:
            found.append(Measured(indicator, 0, 0, None, available=False))
            continue
        if indicator.key == ONLINE and SYNCED not in figures:  # what it is multiplied by is not known
            found.append(Measured(indicator, *figures[ONLINE], None, available=False))
            continue
        good, count = figures[indicator.key]
        rate = share(good, count)
        if indicator.key == ONLINE and rate is not None:
            rate *= synced or 0.0
        found.append(Measured(indicator, good, count, rate))
    return found


def _figures(store: Store, scope: Scope) -> dict[str, tuple[int, int]]:
    """Good and counted dossiers by indicator, in one scan."""
    sums: dict[str, str] = {}
    for place, item in enumerate(MEASURES.values()):
        sums |= {f"good{place}": f"{item.of} AND {item.good}", f"count{place}": item.of}
    rows = summed(store.db, scope, _lines(scope), counts(sums), "agency", **_sent(store))
    return {
        key: (sum(row[f"good{place}"] for row in rows), sum(row[f"count{place}"] for row in rows))
        for place, key in enumerate(MEASURES)
    }


def quality_table(store: Store, scope: Scope, indicators: Iterable[Indicator]) -> Table:
    """The indicators with count, rate and points."""
    found = measure(store, scope, indicators)
    rows: list[Row] = [
        (
            item.indicator.key,
            item.indicator.name,
            item.good if item.available else None,
            item.count if item.available else None,
            item.rate,
            item.indicator.full_from,
            item.indicator.points,
            item.points if item.rate is not None else None,
            item.lost if item.rate is not None else None,
            "" if item.available else "Không có dữ liệu tại quầy",
        )
        for item in found
    ]
    earned = ((item.indicator.points, item.points, item.lost) for item in found if item.rate is not None)
    sums = [sum(points) for points in zip(*earned, strict=True)] or [None] * 3
    return Table(
        title=f"CHỈ SỐ PHỤC VỤ NGƯỜI DÂN, DOANH NGHIỆP TẠI {in_capitals(scope.office)}".strip(),
        parties=scope.parties,
        subtitles=("(Theo Quyết định số 766/QĐ-TTg ngày 23/6/2022)", f"Kỳ báo cáo: {scope.period.title}"),
        columns=_COLUMNS,
        rows=tuple(rows),
        total=(None, "Cộng các chỉ số có dữ liệu", None, None, None, None, *sums, None),
        notes=(
            MULTIPLIED,
            "Điểm tối đa và ngưỡng lấy từ dữ liệu của chương trình; cơ quan đối chiếu với phụ lục của Quyết định.",
        ),
    )


def lost_dossiers(store: Store, scope: Scope, indicator: Indicator, *, offset: int = 0, limit: int = 200) -> Table:
    """The dossiers that keep an indicator below its rate, oldest first, each with the reason; of 5.2 the
    feedback."""
    if indicator.key == HEARD:
        return late_feedback(store, scope, offset=offset, limit=limit)
    one = MEASURES.get(indicator.key)
    rows: list[Row] = []
    count = 0
    if one:
        bad = f"FROM ({_lines(scope)}) WHERE {one.of} AND NOT ({one.good})"
        values = scope.values | _sent(store) | {"limit": limit, "offset": offset}
        count = int(next(iter(store.db.query(f"SELECT count(*) AS count {bad}", values)))["count"])
        wanted = (
            "SELECT code, field, procedure_name, page.received_at, page.due_at, reason "
            f"FROM (SELECT id, received_at, due_at, {one.reason} AS reason {bad} "
            "ORDER BY received_at, id LIMIT :limit OFFSET :offset) page "
            "JOIN dossiers ON dossiers.id = page.id JOIN kinds ON kinds.id = dossiers.kind "
            "ORDER BY page.received_at, page.id"
        )
        rows = [
            (
                number,
                row["code"],
                row["field"] or NO_FIELD,
                row["procedure_name"],
                moment(row["received_at"]),
                moment(row["due_at"]),
                row["reason"],
            )
            for number, row in enumerate(store.db.query(wanted, values), start=offset + 1)
        ]
    return Table(
        title=f"HỒ SƠ LÀM GIẢM ĐIỂM CHỈ SỐ {indicator.key}",
        subtitles=(indicator.name, f"Kỳ báo cáo: {scope.period.title}"),
        columns=_LOST_COLUMNS,
        rows=tuple(rows),
        count=count,
    )


def _lines(scope: Scope) -> str:
    return lines(scope.mine, key="id, kind, own_sequence", synced="own_sequence <= :acknowledged")


def _sent(store: Store) -> dict[str, Any]:
    return {"acknowledged": store.sync_points.get(ACKNOWLEDGED)}


_COLUMNS = (
    Column("Chỉ số", width=7),
    Column("Nội dung", width=42),
    Column("Số hồ sơ, phiếu đạt", Kind.NUMBER, 11),
    Column("Tổng số", Kind.NUMBER, 11),
    Column("Tỷ lệ", Kind.PERCENT, 10),
    Column("Ngưỡng điểm tối đa", Kind.PERCENT, 10),
    Column("Tối đa", Kind.POINTS, 8, ("Điểm",)),
    Column("Đạt", Kind.POINTS, 8, ("Điểm",)),
    Column("Mất", Kind.POINTS, 8, ("Điểm",)),
    Column("Ghi chú", width=18),
)
_LOST_COLUMNS = (
    Column("TT", Kind.ORDINAL, 6),
    Column("Mã hồ sơ", width=21),
    Column("Lĩnh vực", width=22),
    Column("Thủ tục", width=30),
    Column("Ngày nhận", Kind.MOMENT, 17),
    Column("Hẹn trả", Kind.MOMENT, 17),
    Column("Lý do", width=36),
)

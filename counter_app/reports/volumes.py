"""How much came in, by what way, of which kind, how much of it was digitised or used again (số hóa, tái sử dụng)."""

from __future__ import annotations

from datetime import date, timedelta
from typing import Any

from sqlite_utils import Database

from counter_app.dossier.ledger import CHANNEL
from counter_app.dossier.states import Channel
from counter_app.reports.scope import COUNTED, DAY, NO_FIELD, ZONE, Scope, counts, number_in, share, summed
from counter_app.tables import Bar, Bars, Cell, Column, Kind, Table

_RECEIVED = f"{COUNTED} AND received_at >= :start AND received_at < :end"
_COUNT = 4
"""The place of how many there are in a row of `volumes_by_procedure`; those of each channel follow."""
_CHANNELS = {
    Channel.COUNTER: "Trực tiếp",
    Channel.ONLINE: "Trực tuyến",
    Channel.POST: "Bưu chính công ích",
}
_WAYS = {"count": "count(*)", **counts({"counter": "channel = 1", "online": "channel = 2", "post": "channel = 3"})}
_PAPERS = {
    "count": "count(*)",
    **counts({"digitised": "digitised > 0", "reused": "reused > 0"}),
    "components": "sum(components)",
    "documents": "sum(digitised)",
    "reused_components": "sum(reused)",
}


def digitisation_by_field(db: Database, scope: Scope) -> Table:
    """Digitised and reused components of the dossiers received in the period, by field (TT 01/2023/TT-VPCP)."""
    rows = _grouped(db, scope, "field", _PAPERS)
    return _digitisation(scope, rows, [(row["field"] or NO_FIELD,) for row in rows], (Column("Lĩnh vực", width=34),))


def digitisation_by_procedure(db: Database, scope: Scope) -> Table:
    """The same by procedure (mã thủ tục)."""
    rows = _grouped(db, scope, "field, procedure", _PAPERS)
    return _digitisation(scope, rows, _named(db, rows), (Column("Lĩnh vực", width=18), *_PROCEDURE))


def volumes_by_procedure(db: Database, scope: Scope) -> Table:
    """How many dossiers came in of each procedure, and by what way."""
    rows = _grouped(db, scope, "field, procedure", _WAYS)
    names = _named(db, rows)
    figures = [(row["count"], row["counter"], row["online"], row["post"]) for row in rows]
    return Table(
        title="SỐ HỒ SƠ TIẾP NHẬN THEO THỦ TỤC",
        parties=scope.parties,
        subtitles=(scope.period.title,),
        columns=(
            Column("TT", Kind.ORDINAL, 5),
            Column("Lĩnh vực", width=22),
            *_PROCEDURE,
            Column("Tổng số", Kind.NUMBER, 12),
            *(Column(_CHANNELS[channel], Kind.NUMBER, 12, ("Hình thức nộp",)) for channel in CHANNEL),
        ),
        rows=tuple(
            (number, *name, *line) for number, (name, line) in enumerate(zip(names, figures, strict=True), start=1)
        ),
        total=(None, "Tổng cộng", None, None, *(sum(line[place] for line in figures) for place in range(4))),
    )


def busiest_procedures(table: Table, most: int = 15) -> Bars:
    """The procedures with most dossiers received, out of the table of all."""
    rows = sorted(table.rows, key=lambda row: (-number_in(row, _COUNT), str(row[2])))[:most]
    return Bars(
        "Thủ tục nhiều hồ sơ nhất", Kind.NUMBER, tuple(Bar(str(row[3]), number_in(row, _COUNT)) for row in rows)
    )


def by_channel(table: Table) -> Bars:
    """How the dossiers came in, out of the table of all."""
    sums = [sum(number_in(row, _COUNT + 1 + place) for row in table.rows) for place in range(len(CHANNEL))]
    bars = tuple(Bar(_CHANNELS[channel], count) for channel, count in zip(CHANNEL, sums, strict=True))
    return Bars("Hình thức nộp hồ sơ", Kind.NUMBER, bars)


def by_day(db: Database, scope: Scope) -> Bars:
    """How many dossiers came in on each day of the period, days without any included."""
    wanted = (
        f"SELECT (received_at + {ZONE}) / {DAY} AS day, count(*) AS count FROM dossiers "
        f"WHERE {_RECEIVED} AND {scope.mine} GROUP BY 1"
    )
    found = {row["day"]: row["count"] for row in db.query(wanted, scope.values)}
    epoch, period = date(1970, 1, 1), scope.period
    days = (period.first + timedelta(days=number) for number in range((period.last - period.first).days + 1))
    bars = tuple(Bar(f"{day:%d/%m}", found.get((day - epoch).days, 0)) for day in days)
    return Bars("Hồ sơ tiếp nhận theo ngày", Kind.NUMBER, bars)


def digitisation_rates(db: Database, scope: Scope) -> Bars:
    """The share of dossiers with a digitised component, by field."""
    rows = _grouped(db, scope, "field", _PAPERS)
    bars = tuple(Bar(row["field"] or NO_FIELD, share(row["digitised"], row["count"]) or 0.0) for row in rows)
    return Bars("Tỷ lệ hồ sơ được số hóa", Kind.PERCENT, bars)


def _grouped(db: Database, scope: Scope, by: str, figures: dict[str, str]) -> list[dict[str, Any]]:
    lines = f"SELECT kind, channel, components, digitised, reused FROM dossiers WHERE {_RECEIVED} AND {scope.mine}"
    return summed(db, scope, lines, figures, by)


def _named(db: Database, rows: list[dict[str, Any]]) -> list[tuple[str, ...]]:
    """Field, code and name of the procedures; the name is the one of the last version met."""
    names = {row["procedure"]: row["procedure_name"] for row in db.query("SELECT * FROM kinds ORDER BY id")}
    return [(row["field"] or NO_FIELD, row["procedure"], names[row["procedure"]]) for row in rows]


def _digitisation(
    scope: Scope, rows: list[dict[str, Any]], names: list[tuple[str, ...]], heads: tuple[Column, ...]
) -> Table:
    keys = ("count", "digitised", "components", "documents", "reused", "reused_components")
    sums = {key: sum(row[key] for row in rows) for key in keys}
    blank = (None,) * (len(heads) - 1)
    lines = zip(names, rows, strict=True)
    return Table(
        title="TÌNH HÌNH SỐ HÓA VÀ TÁI SỬ DỤNG GIẤY TỜ",
        parties=scope.parties,
        subtitles=(f"Hồ sơ tiếp nhận: {scope.period.title}",),
        columns=(Column("TT", Kind.ORDINAL, 5), *heads, *_DIGITISED),
        rows=tuple((number, *name, *_rates(row)) for number, (name, row) in enumerate(lines, start=1)),
        total=(None, "Tổng cộng", *blank, *_rates(sums)),
    )


def _rates(row: dict[str, Any]) -> tuple[Cell, ...]:
    return (
        row["count"],
        row["digitised"],
        share(row["digitised"], row["count"]),
        row["components"],
        row["documents"],
        share(row["documents"], row["components"]),
        row["reused"],
        share(row["reused"], row["count"]),
        row["reused_components"],
    )


_PROCEDURE = (Column("Mã thủ tục", width=10), Column("Tên thủ tục", width=34))
_OF_DOSSIERS, _OF_COMPONENTS, _REUSE = ("Hồ sơ được số hóa",), ("Thành phần hồ sơ",), ("Tái sử dụng",)
_DIGITISED = (
    Column("Số hồ sơ", Kind.NUMBER, 9),
    Column("Số hồ sơ", Kind.NUMBER, 9, _OF_DOSSIERS),
    Column("Tỷ lệ", Kind.PERCENT, 10, _OF_DOSSIERS),
    Column("Tổng số", Kind.NUMBER, 10, _OF_COMPONENTS),
    Column("Đã số hóa", Kind.NUMBER, 10, _OF_COMPONENTS),
    Column("Tỷ lệ", Kind.PERCENT, 10, _OF_COMPONENTS),
    Column("Số hồ sơ", Kind.NUMBER, 9, _REUSE),
    Column("Tỷ lệ", Kind.PERCENT, 10, _REUSE),
    Column("Số giấy tờ", Kind.NUMBER, 10, _REUSE),
)

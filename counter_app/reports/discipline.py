"""How the office keeps its discipline: who holds dossiers now, what is late, refused, asked for again, promised anew or
left lying; the figures by clerk, by unit and by field, and the dossiers behind each of them.

Who is named is who holds the dossier now, or did what is listed, never who received it only. All of it is drawn from
the journal's projection (`counter_app.store.conduct`). Lists of what is so now look at no period; the others are of
what was done in it. What is late: the business ended in the period after the date that held, or runs on after it; it
stands by the unit that held it when that date passed.
"""

from __future__ import annotations

import json
from collections.abc import Iterator, Sequence
from dataclasses import dataclass
from datetime import datetime
from enum import StrEnum
from typing import Any

from counter_app.dossier.clock import VIETNAM, midnight
from counter_app.dossier.collation import collated
from counter_app.dossier.plain import plain
from counter_app.knowledge import Knowledge
from counter_app.procedures.catalogue import Catalogue
from counter_app.reports.scope import DAY, NO_FIELD, Scope, moment, number_in
from counter_app.store.store import Store
from counter_app.tables import Column, Kind, Row, Table

LYING = 5
"""Working days without any act on it after which a dossier counts as put aside."""
NOBODY = "Chưa ghi tên người nhận"


class By(StrEnum):
    """What the figures are told by."""

    CLERK = "clerk"
    UNIT = "unit"
    FIELD = "field"


@dataclass(frozen=True)
class Lines:
    """Lines of one scan, as SQL. Each has: dossier, clerk, unit, at, times, before, after, reason, of_kind (its row in
    `kinds`), and what conditions on it ask for.

    `counted` has only what sums need, which indexes tell without a look at any row.
    """

    listed: str
    counted: str


@dataclass(frozen=True)
class Watched:
    """One list: its head in the table, what it is in words, and its lines, `only` those that hold; `now`: it is of no
    period. Lists of the same lines are counted in one scan.
    """

    head: str
    title: str
    lines: Lines
    only: str = "1"
    now: bool = False


def _done(condition: str) -> Lines:
    return Lines(
        f"SELECT dossier, clerk, unit, at, times, before, after, reason, of_kind FROM conduct WHERE {condition}",
        f"SELECT clerk, unit, times, of_kind FROM conduct WHERE {condition}",
    )


def _together(*several: Lines) -> Lines:
    return Lines(
        " UNION ALL ".join(lines.listed for lines in several), " UNION ALL ".join(lines.counted for lines in several)
    )


_IN_PERIOD = "at >= :start AND at < :end"
_RUNS = "finished_at IS NULL AND status IN (2, 4)"
_HELD_LISTED = (
    "SELECT held.dossier, held.person AS clerk, held.unit, held.since AS at, held.nth AS times, NULL AS before,"
    " dossiers.due_at AS after, '' AS reason, dossiers.kind AS of_kind, held.touched_at,"
    f" {_RUNS} AS runs"
    " FROM holdings held INDEXED BY holdings_now CROSS JOIN dossiers ON dossiers.id = held.dossier"
    " WHERE held.until IS NULL"
)
_HELD = Lines(_HELD_LISTED, _HELD_LISTED)
_RUNS_LATE = (
    "dossiers.kind AS of_kind FROM dossiers INDEXED BY dossiers_running"
    " CROSS JOIN holdings held ON held.dossier = dossiers.id"
    f" WHERE {_RUNS} AND dossiers.due_at < :seen AND held.since <= dossiers.due_at"
    " AND (held.until IS NULL OR held.until > dossiers.due_at)"
)
_LATE = _together(
    _done("kind = 'late' AND at < :seen AND after >= :start"),
    Lines(
        "SELECT dossiers.id AS dossier, held.person AS clerk, held.unit, dossiers.due_at AS at,"
        f" dossiers.extensions AS times, dossiers.due_at AS before, NULL AS after, '' AS reason, {_RUNS_LATE}",
        f"SELECT held.person AS clerk, held.unit, dossiers.extensions AS times, {_RUNS_LATE}",
    ),
)
_ASKED = (
    "FROM conduct INDEXED BY conduct_asked JOIN kinds ON kinds.id = conduct.of_kind"
    f" WHERE conduct.kind = 'asked' AND {_IN_PERIOD}"
)
_BEYOND = f"{_ASKED} AND (kinds.procedure, conduct.reason) IN (SELECT value ->> 0, value ->> 1 FROM json_each(:extra))"
WATCHED = (
    Watched("Đang giữ", "Hồ sơ đang giữ giải quyết", _HELD, now=True),
    Watched(
        "Hạn trong hôm nay",
        "Hồ sơ đến hạn trong hôm nay",
        _HELD,
        f"lines.runs AND lines.after >= :today AND lines.after < :today + {DAY}",
        now=True,
    ),
    Watched(
        "Hạn ngày làm việc tới",
        "Hồ sơ đến hạn từ ngày mai đến hết ngày làm việc tới",
        _HELD,
        f"lines.runs AND lines.after >= :today + {DAY} AND lines.after < :next_day + {DAY}",
        now=True,
    ),
    Watched(
        "Để lâu không xử lý",
        f"Hồ sơ đã mở, quá {LYING} ngày làm việc không có thao tác giải quyết",
        _HELD,
        "lines.runs AND lines.touched_at < :lying",
        now=True,
    ),
    Watched("Quá hạn", "Hồ sơ quá hạn", _LATE),
    Watched(
        "Chưa xin lỗi",
        "Hồ sơ quá hạn mà không có văn bản xin lỗi, hẹn lại",
        _LATE,
        "lines.times = 0",
    ),
    Watched(
        "Xin lỗi muộn",
        "Xin lỗi, hẹn lại khi còn chưa đến 01 ngày trước hạn hoặc đã quá hạn",
        _done(f"kind = 'apology_late' AND {_IN_PERIOD}"),
    ),
    Watched("Dời hẹn", "Hồ sơ bị dời ngày hẹn trả", _done(f"kind = 'moved' AND {_IN_PERIOD}")),
    Watched("Từ chối", "Hồ sơ bị từ chối sau khi tiếp nhận", _done(f"kind = 'refused' AND {_IN_PERIOD}")),
    Watched(
        "Bổ sung nhiều lần",
        "Hồ sơ bị yêu cầu bổ sung từ lần thứ hai",
        _done(f"kind = 'supplement' AND times > 1 AND {_IN_PERIOD}"),
    ),
    Watched(
        "Đòi ngoài danh mục",
        "Giấy tờ, nội dung yêu cầu ngoài thành phần hồ sơ của danh mục thủ tục",
        Lines(
            "SELECT conduct.dossier, conduct.clerk, conduct.unit, at, times, before, after, reason, of_kind " + _BEYOND,
            "SELECT conduct.clerk, conduct.unit, of_kind " + _BEYOND,
        ),
    ),
)
_BY = {By.CLERK: "lines.clerk", By.UNIT: "lines.unit", By.FIELD: "kinds.field"}
_OF_OFFICE = " JOIN kinds ON kinds.id = lines.of_kind WHERE (:agency = '' OR kinds.agency = :agency)"
_UNKNOWN = {By.CLERK: NOBODY, By.UNIT: "Chưa ghi đơn vị", By.FIELD: NO_FIELD}
_HEADS = {By.CLERK: "Cán bộ, công chức", By.UNIT: "Đơn vị", By.FIELD: "Lĩnh vực"}
_FIRST = 2  # column of the first figure


def discipline_table(store: Store, knowledge: Knowledge, scope: Scope, by: By) -> Table:
    """The figures of all lists, by clerk, unit or field."""
    values = _values(store, knowledge, scope)
    found: dict[str, list[int]] = {}
    joined = by is By.FIELD or bool(scope.agency)
    for lines in dict.fromkeys(watched.lines for watched in WATCHED):
        places = [place for place, watched in enumerate(WATCHED) if watched.lines == lines]
        sums_of = ", ".join(f"sum({WATCHED[place].only}) AS c{place}" for place in places)
        which = f"FROM ({lines.counted}) lines{_OF_OFFICE if joined else ''}"
        for row in store.db.query(f'SELECT {_BY[by]} AS "by", {sums_of} {which} GROUP BY 1', values):
            for place in places:
                if row[f"c{place}"]:
                    found.setdefault(row["by"], [0] * len(WATCHED))[place] = row[f"c{place}"]
    names = sorted(found, key=lambda name: (not name, collated(name)))
    rows: list[Row] = [(number, name or _UNKNOWN[by], *found[name]) for number, name in enumerate(names, start=1)]
    sums = [sum(found[name][place] for name in names) for place in range(len(WATCHED))]
    return Table(
        title=f"KỶ LUẬT, KỶ CƯƠNG GIẢI QUYẾT THỦ TỤC HÀNH CHÍNH THEO {_HEADS[by].upper()}",
        parties=scope.parties,
        subtitles=(f"Kỳ báo cáo: {scope.period.title}", f"Số đang giữ, đến hạn, để lâu: {_said(scope.now)}"),
        columns=(Column("TT", Kind.ORDINAL, 5), Column(_HEADS[by], width=26), *_COLUMNS),
        rows=tuple(rows),
        total=(None, "Tổng cộng", *sums),
        notes=(
            "Tính theo người, đơn vị đang giữ hoặc đã làm, không theo người tiếp nhận. Quá hạn: tính cho đơn vị đang"
            " giữ hồ sơ lúc hết hạn.",
            "Xin lỗi, hẹn lại chậm nhất 01 ngày trước khi hết hạn, không quá một lần (khoản 9 Điều 19 Nghị định số"
            " 61/2018/NĐ-CP).",
            f"Để lâu: quá {LYING} ngày làm việc không có bước giải quyết; việc in, quét tại quầy không tính.",
            "Đòi ngoài danh mục: tính cả yêu cầu sửa nội dung tự gõ; thủ tục không có trong danh mục thì không tính"
            " được.",
            "Việc không ghi vào nhật ký (hướng dẫn miệng, hồ sơ đang mở chưa tiếp nhận) không biết được, không tính."
            " Từ chối, yêu cầu bổ sung trước khi tiếp nhận: xem báo cáo riêng.",
        ),
    )


def discipline_behind(
    store: Store,
    knowledge: Knowledge,
    scope: Scope,
    by: By,
    row: Row,
    column: int,
    *,
    offset: int = 0,
    limit: int = -1,
) -> Table | None:
    """The dossiers behind a figure; None where the cell is none."""
    if column < _FIRST or not row[column]:
        return None
    watched = WATCHED[column - _FIRST]
    name = None if row[0] is None else "" if row[1] == _UNKNOWN[by] else str(row[1])
    which = f"{_from(watched.lines, scope)} AND {watched.only}" + ("" if name is None else f" AND {_BY[by]} = :name")
    values = _values(store, knowledge, scope) | {"name": name, "offset": offset, "limit": limit}
    wanted = (
        "SELECT code, owner, procedure_name, field, lines.unit, lines.clerk, lines.at, lines.times, lines.before,"
        f" lines.after, lines.reason, kinds.clerk AS received_by, dossiers.due_at {which}"
        " ORDER BY lines.at, lines.dossier LIMIT :limit OFFSET :offset"
    )
    lines = enumerate(store.db.query(wanted, values), start=offset + 1)
    head = "" if name is None else f"; {_HEADS[by].lower()}: {row[1]}"
    return Table(
        title=watched.title.upper(),
        subtitles=(f"Tính đến {_said(scope.now)}{head}" if watched.now else f"{scope.period.title}{head}",),
        columns=_LIST,
        rows=tuple(_line(number, line) for number, line in lines),
        count=int(next(iter(store.db.query(f"SELECT count(*) AS count {which}", values)))["count"]),
    )


def most_late(table: Table) -> tuple[int, int] | None:
    """The cell (row, column) of who has most that is late; None where nothing is."""
    column = next(place for place, one in enumerate(table.columns) if one.head == "Quá hạn")
    most, place = max(((number_in(row, column), place) for place, row in enumerate(table.rows)), default=(0, 0))
    return (place, column) if most else None


def _from(lines: Lines, scope: Scope) -> str:
    mine = "kinds.agency = :agency" if scope.agency else "1"
    return (
        f"FROM ({lines.listed}) lines JOIN dossiers ON dossiers.id = lines.dossier"
        f" JOIN kinds ON kinds.id = dossiers.kind WHERE {mine}"
    )


def _values(store: Store, knowledge: Knowledge, scope: Scope) -> dict[str, Any]:
    today = scope.now.astimezone(VIETNAM).date()
    before = [day for day in knowledge.calendar.worked_days() if day < today][-LYING:]
    return scope.values | {
        "today": midnight(today),
        "next_day": midnight(knowledge.calendar.after(today, 1)),
        "lying": midnight(before[0] if before else today),
        "extra": json.dumps(list(_extra(store, knowledge.catalogue, scope)), ensure_ascii=False),
    }


def _extra(store: Store, catalogue: Catalogue, scope: Scope) -> Iterator[tuple[str, str]]:
    """Each procedure with what was asked for in the period that is no paper of its catalogue, then or now."""
    wanted = f"SELECT DISTINCT kinds.procedure, conduct.reason {_ASKED}"
    known: dict[str, list[str]] = {}
    for row in store.db.query(wanted, scope.values):
        code = row["procedure"]
        if code not in known:
            known[code] = [plain(rule.name) for each in catalogue.versions(code) for rule in each.components]
        if known[code] and not _is_one_of(plain(row["reason"]), known[code]):
            yield code, row["reason"]


def _is_one_of(asked: str, papers: Sequence[str]) -> bool:
    return any(paper in asked or asked in paper for paper in papers)


def _line(number: int, row: dict[str, Any]) -> Row:
    return (
        number,
        row["code"],
        row["owner"],
        row["field"] or NO_FIELD,
        row["procedure_name"],
        row["unit"],
        row["clerk"] or NOBODY,
        moment(row["at"]),
        row["times"],
        moment(row["before"] or row["due_at"]),
        moment(row["after"]),
        row["reason"],
        row["received_by"],
    )


def _said(now: datetime) -> str:
    here = now.astimezone(VIETNAM)
    return f"{here:%H} giờ {here:%M} phút, ngày {here:%d/%m/%Y}"


_GROUPS = {True: ("Hiện nay",), False: ("Trong kỳ báo cáo",)}
_COLUMNS = tuple(Column(watched.head, Kind.NUMBER, 9, _GROUPS[watched.now]) for watched in WATCHED)
_LIST = (
    Column("TT", Kind.ORDINAL, 5),
    Column("Mã hồ sơ", width=21),
    Column("Chủ hồ sơ", width=18),
    Column("Lĩnh vực", width=14),
    Column("Thủ tục", width=24),
    Column("Đơn vị", width=18),
    Column("Người giữ, người làm", width=16),
    Column("Từ lúc, vào lúc", Kind.MOMENT, 12),
    Column("Bước, lần", Kind.ORDINAL, 6),
    Column("Hẹn trả", Kind.MOMENT, 12),
    Column("Hẹn lại, kết thúc", Kind.MOMENT, 12),
    Column("Lý do, nội dung", width=24),
    Column("Người tiếp nhận", width=14),
)

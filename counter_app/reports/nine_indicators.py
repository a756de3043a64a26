"""The nine indicators of TT 01/2018/TT-VPCP art. 13–15, of the agency and of its staff, with the rating.

Nothing counts that nobody noted. Of the agency: what citizens said (1, 3, 4, 7), where nobody said anything the
journal where it knows (1, 3), and how feedback was settled (8). 2, 5, 6 and 9 stand in no journal of a desk: the terms
of each agency, what is received elsewhere, what is published, what the portal offers.

Of staff: 1, 3 and 7 of each dossier whose business ended in the period, by who received it: 1 and 7 give 2 points
where it ended before the day it was promised for, 1 on that day, 0 after it; 7 gives 0 where feedback about behaviour
was found true (art. 13.7); 3 gives 2 points where no supplements were asked for, 1 where once, else 0. What citizens
answer is kept without a name, so that 4 is known of nobody.

What is missing can still be anything: the rating is told only where it is the same whatever the missing ones are.
"""

from __future__ import annotations

from collections.abc import Sequence
from typing import Any

from counter_app.dossier.agency_names import in_capitals
from counter_app.dossier.collation import collated
from counter_app.procedures.survey_questions import BEST, questions
from counter_app.reports.feedback import settled_in
from counter_app.reports.satisfaction import ANSWERS
from counter_app.reports.scope import COUNTED, DAY, ZONE, Scope
from counter_app.store.store import Store
from counter_app.tables import Column, Kind, Row, Table

_NAMES = {
    1: "Thời gian thực hiện thủ tục hành chính so với quy định",
    2: "Thời gian thực hiện của từng cơ quan, đơn vị tham gia",
    3: "Số lần phải liên hệ để hoàn thiện hồ sơ",
    4: "Số cơ quan, đơn vị phải liên hệ để hoàn thiện hồ sơ",
    5: "Thực hiện tiếp nhận, trả kết quả tại Bộ phận Một cửa",
    6: "Công khai thủ tục hành chính",
    7: "Thái độ của cán bộ, công chức, viên chức",
    8: "Tiếp thu, giải trình phản ánh, kiến nghị",
    9: "Tiếp nhận, giải quyết trực tuyến",
}
_UNKNOWN = {
    2: "Không biết: nhật ký không có thời hạn của từng đơn vị",
    4: "Không biết: chưa có phiếu trả lời",
    5: "Không biết: quầy không biết việc tiếp nhận ngoài Bộ phận Một cửa",
    6: "Không biết: việc công khai không ghi tại quầy",
    7: "Không biết: chưa có phiếu trả lời",
    9: "Không biết: mức độ dịch vụ do Cổng dịch vụ công quản lý",
}
AGENCY = ((15.0, "Xuất sắc"), (12.0, "Tốt"), (9.0, "Khá"), (6.0, "Trung bình"), (0.0, "Yếu"))
STAFF = ((5.0, "Hoàn thành 100 %"), (3.5, "Hoàn thành từ 70 % đến dưới 100 %"), (0.0, "Hoàn thành dưới 70 %"))
"""TT 01/2018 art. 15: from which sum on which rating."""
_OF_STAFF = 5  # indicators 1, 2, 3, 4, 7

_PUNCTUAL = (
    f"CASE WHEN due_at IS NULL OR (finished_at + {ZONE}) / {DAY} = (due_at + {ZONE}) / {DAY} THEN 1"
    f" WHEN (finished_at + {ZONE}) / {DAY} < (due_at + {ZONE}) / {DAY} THEN 2 ELSE 0 END"
)
_ENDED = f"""
    SELECT kind, {_PUNCTUAL} AS punctual, CASE supplements WHEN 0 THEN 2 WHEN 1 THEN 1 ELSE 0 END AS contacts
    FROM dossiers WHERE {COUNTED} AND finished_at >= :start AND finished_at < :end AND {{mine}}
"""
_BLAMED = f"""
    SELECT kind, {_PUNCTUAL} AS punctual FROM dossiers WHERE {COUNTED} AND finished_at >= :start AND finished_at < :end
        AND {{mine}} AND id IN (
            SELECT (SELECT min(id) FROM entries WHERE entries.dossier = feedback.dossier)
            FROM feedback WHERE against_staff AND dossier <> ''
        )
"""


def nine_of_agency(store: Store, scope: Scope) -> Table:
    """The agency's indicators, their sum and its rating."""
    found = _said(store, scope) | _of_journal(store, scope)
    rows: list[Row] = []
    for number, name in _NAMES.items():
        count, points, source = found.get(number, (None, None, _UNKNOWN.get(number, "")))
        rows.append((number, name, count, BEST, points, source))
    known = [row[4] for row in rows if isinstance(row[4], float)]
    lowest, missing = round(sum(known), 1), len(_NAMES) - len(known)
    return Table(
        title=f"CHỈ SỐ ĐÁNH GIÁ VIỆC GIẢI QUYẾT THỦ TỤC HÀNH CHÍNH TẠI {in_capitals(scope.office)}".strip(),
        parties=scope.parties,
        subtitles=_subtitles(scope),
        columns=_AGENCY_COLUMNS,
        rows=tuple(rows),
        total=(None, "Cộng các chỉ số biết được", None, BEST * len(known), lowest, rated(lowest, missing, AGENCY)),
        notes=(
            "Chỉ số 1, 3, 4, 7: điểm trung bình các phiếu trả lời (Điều 14, 15); chưa có phiếu thì chỉ số 1, 3 tính"
            " từ hồ sơ đã giải quyết trong kỳ. Chỉ số 8: 2 điểm khi 100 % phản ánh, kiến nghị xử lý đúng hạn, 1 điểm"
            " khi từ 90 %, không có vụ kéo dài.",
            "Xếp loại (Điều 15): từ 15 điểm xuất sắc, từ 12 tốt, từ 9 khá, từ 6 trung bình, dưới 6 yếu. Chỉ số không"
            " biết không tính là 0: chỉ xếp loại khi kết quả không thay đổi theo chỉ số còn thiếu.",
        ),
        faults=_wrong_period(scope),
    )


def nine_of_staff(store: Store, scope: Scope) -> Table:
    """Each clerk's indicators of the dossiers they received whose business ended, their sum and the rating."""
    sums = "count(*) AS count, sum(punctual) AS punctual, sum(contacts) AS contacts"
    blamed = {row["clerk"]: row["punctual"] for row in _by_clerk(store, scope, _BLAMED, "sum(punctual) AS punctual")}
    found = sorted(_by_clerk(store, scope, _ENDED, sums), key=lambda row: collated(row["clerk"]))
    return Table(
        title="CHỈ SỐ ĐÁNH GIÁ CÁN BỘ, CÔNG CHỨC, VIÊN CHỨC",
        parties=scope.parties,
        subtitles=_subtitles(scope),
        columns=_STAFF_COLUMNS,
        rows=tuple(_clerk(number, row, blamed.get(row["clerk"], 0)) for number, row in enumerate(found, start=1)),
        notes=(
            "Tính các hồ sơ giải quyết xong trong kỳ, theo người tiếp nhận. Chỉ số 1: trước hạn 2, đúng hạn 1, quá"
            " hạn 0. Chỉ số 3: không phải bổ sung 2, một lần 1, nhiều hơn 0. Chỉ số 7: như chỉ số 1; có phản ánh đúng"
            " về thái độ, hành vi: 0.",
            "Chỉ số 2 (thời gian của từng đơn vị) và 4 (số cơ quan phải liên hệ) không có trong nhật ký theo từng"
            " người; phiếu của người dân không ghi tên ai.",
            "Xếp loại theo tổng 5 chỉ số (Điều 15): từ 5 điểm 100 %, từ 3,5 điểm 70 % đến dưới 100 %, dưới 3,5 điểm"
            " dưới 70 %.",
        ),
        faults=_wrong_period(scope),
    )


def rated(known: float, missing: int, ratings: Sequence[tuple[float, str]]) -> str:
    """The rating of a sum; where the indicators that are missing could change it, that it cannot be told."""
    worst, best = (_rating(points, ratings) for points in (known, known + BEST * missing))
    if worst == best:
        return worst
    return f"Chưa xếp loại được (thiếu {missing} chỉ số): từ “{worst}” đến “{best}”"


def _rating(points: float, ratings: Sequence[tuple[float, str]]) -> str:
    return next(name for least, name in ratings if round(points, 1) >= least)


def _said(store: Store, scope: Scope) -> dict[int, tuple[int, float, str]]:
    """What citizens' answers give, by indicator: how many, the mean of the points, where it is from."""
    wanted = f"SELECT count(*) AS count, sum(points) AS points {ANSWERS}"
    found: dict[int, tuple[int, float, str]] = {}
    for question in questions():
        row = next(iter(store.db.query(wanted, scope.values | {"question": question.key})))
        if question.indicator and row["count"]:
            found[question.indicator] = (row["count"], round(row["points"] / row["count"], 1), "Phiếu đánh giá")
    return found


def _of_journal(store: Store, scope: Scope) -> dict[int, tuple[int, float, str]]:
    """What needs no citizen's answer: 8; and 1 and 3 where nobody answered."""
    settled = settled_in(store, scope)
    found = {8: (settled.due, float(settled.points), "Sổ phản ánh, kiến nghị")}
    said = _said(store, scope)
    sums = "count(*) AS count, sum(punctual) AS punctual, sum(contacts) AS contacts"
    ended = next(iter(store.db.query(f"SELECT {sums} FROM ({_ENDED.format(mine=scope.mine)})", scope.values)))
    for number, name in ((1, "punctual"), (3, "contacts")):
        if ended["count"] and number not in said:
            found[number] = (ended["count"], round(ended[name] / ended["count"], 1), "Hồ sơ đã giải quyết")
    return found


def _by_clerk(store: Store, scope: Scope, lines: str, sums: str) -> list[dict[str, Any]]:
    wanted = (
        f"SELECT kinds.clerk, {sums} FROM ({lines.format(mine=scope.mine)}) lines JOIN kinds ON kinds.id = lines.kind"
        " WHERE kinds.clerk <> '' GROUP BY kinds.clerk"
    )
    return list(store.db.query(wanted, scope.values))


def _clerk(number: int, row: dict[str, Any], blamed: int) -> Row:
    count = row["count"]
    sums = (row["punctual"], row["contacts"], row["punctual"] - blamed)
    time, contacts, attitude = (round(points / count, 1) for points in sums)
    known = round(time + contacts + attitude, 1)
    rating = rated(known, _OF_STAFF - 3, STAFF)
    return (number, row["clerk"], count, time, None, contacts, None, attitude, known, rating)


def _subtitles(scope: Scope) -> tuple[str, ...]:
    return ("(Điều 13, 14, 15 Thông tư số 01/2018/TT-VPCP)", f"Kỳ báo cáo: {scope.period.title}")


def _wrong_period(scope: Scope) -> tuple[str, ...]:
    if scope.period.name.startswith(("Quý", "Năm")):
        return ()
    return ("Việc đánh giá theo quý và theo năm: kỳ này chỉ để theo dõi.",)


_AGENCY_COLUMNS = (
    Column("Chỉ số", Kind.ORDINAL, 7),
    Column("Nội dung", width=44),
    Column("Số phiếu, vụ việc, hồ sơ", Kind.NUMBER, 11),
    Column("Điểm tối đa", Kind.NUMBER, 8),
    Column("Điểm", Kind.POINTS, 8),
    Column("Nguồn, xếp loại", width=34),
)
_STAFF_COLUMNS = (
    Column("TT", Kind.ORDINAL, 5),
    Column("Cán bộ, công chức, viên chức", width=24),
    Column("Số hồ sơ", Kind.NUMBER, 9),
    Column("1. Thời gian", Kind.POINTS, 9, ("Chỉ số",)),
    Column("2. Từng đơn vị", Kind.POINTS, 9, ("Chỉ số",)),
    Column("3. Số lần liên hệ", Kind.POINTS, 9, ("Chỉ số",)),
    Column("4. Số cơ quan", Kind.POINTS, 9, ("Chỉ số",)),
    Column("7. Thái độ", Kind.POINTS, 9, ("Chỉ số",)),
    Column("Cộng", Kind.POINTS, 8),
    Column("Xếp loại", width=30),
)

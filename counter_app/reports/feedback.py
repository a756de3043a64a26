"""Feedback and recommendations (NĐ 20/2008): the register, what became of those of a period, and each of them.

What was open when the period began or came in it is in it, as in Biểu II.06a: all are settled in time or late, or open
in time or late. This office has settled what is its own when it answered, anything else when it sorted and passed it
on. Indicator 8 of TT 01/2018 art. 13 and the share in QĐ 766 count the same.
"""

from __future__ import annotations

from collections.abc import Iterator
from dataclasses import dataclass
from typing import Any

from counter_app.dossier.feedback import Feedback
from counter_app.dossier.names import FEEDBACK_MATTER, FEEDBACK_STATE, FEEDBACK_WAY, SORTING
from counter_app.dossier.states import FeedbackMatter, FeedbackState, Sorting
from counter_app.language import translate
from counter_app.reports.scope import Scope, moment, number_in, share
from counter_app.store.store import Store
from counter_app.tables import Column, Kind, Row, Rows, Table

_MINE = "(:agency = '' OR agency = :agency)"
_IN_PERIOD = f"taken_at < :end AND (settled_at IS NULL OR settled_at >= :start) AND {_MINE}"
_SETTLED = "settled_at < :end"  # NULL is not
_FIGURES = {
    "before": "taken_at < :start",
    "came": "taken_at >= :start",
    "own": "sorting = 'own'",
    "others": "sorting = 'others'",
    "refused": "sorting = 'not_of_kind'",
    "in_time": f"coalesce({_SETTLED}, 0) AND settled_at <= due_at",
    "late": f"coalesce({_SETTLED}, 0) AND settled_at > due_at",
    "open": f"NOT coalesce({_SETTLED}, 0) AND due_at >= :seen",
    "overdue": f"NOT coalesce({_SETTLED}, 0) AND due_at < :seen",
    "published": f"coalesce({_SETTLED}, 0) AND published > 0",
}
_FULL, _HALF = 1.0, 0.9
"""TT 01/2018 art. 13.8: the share settled in time from which indicator 8 has two points, and one."""


@dataclass(frozen=True)
class Settled:
    """How much of a period's feedback was settled in time; what is not due yet is counted in neither.

    `overdue` is open and late at the period's end (kéo dài).
    """

    in_time: int
    late: int
    overdue: int

    @property
    def due(self) -> int:
        """How many had to be settled."""
        return self.in_time + self.late + self.overdue

    @property
    def rate(self) -> float | None:
        """The share in time; None where nothing had to be settled."""
        return share(self.in_time, self.due)

    @property
    def points(self) -> int:
        """Indicator 8 of TT 01/2018 art. 13: without any feedback two."""
        rate = _FULL if self.rate is None else self.rate
        if self.overdue or rate < _HALF:
            return 0
        return 2 if rate >= _FULL else 1


def settled_in(store: Store, scope: Scope) -> Settled:
    """How the feedback of the period was settled."""
    row = _sums(store, scope, "''")[0]
    return Settled(row["in_time"], row["late"], row["overdue"])


def feedback_figures(store: Store, scope: Scope) -> Table:
    """What came, how it was sorted, what was settled in time, by what it is about."""
    found = {row["by"]: row for row in _sums(store, scope, "matter")}
    rows: list[Row] = []
    for number, matter in enumerate(FeedbackMatter, start=1):
        row = found.get(matter.value, dict.fromkeys(_FIGURES, 0))
        rows.append((number, translate("feedback", FEEDBACK_MATTER[matter]), *_figures(row)))
    sums = [sum(number_in(row, place) for row in rows) for place in range(_FIRST, len(_COLUMNS))]
    settled = settled_in(store, scope)
    rate = "chưa có phản ánh, kiến nghị đến hạn" if settled.rate is None else f"{settled.rate:.2%}".replace(".", ",")
    return Table(
        title="TÌNH HÌNH TIẾP NHẬN, XỬ LÝ PHẢN ÁNH, KIẾN NGHỊ",
        parties=scope.parties,
        subtitles=("(Nghị định số 20/2008/NĐ-CP)", f"Kỳ báo cáo: {scope.period.title}"),
        columns=_COLUMNS,
        rows=tuple(rows),
        total=(None, "Tổng cộng", *sums),
        notes=(
            f"Tỷ lệ xử lý đúng hạn: {rate}; chỉ số 8 Thông tư 01/2018/TT-VPCP: {settled.points} điểm.",
            "Thuộc thẩm quyền: xử lý xong khi trả lời. Không thuộc thẩm quyền, không tiếp nhận: khi chuyển, thông báo.",
            "Khiếu nại, tố cáo không tiếp nhận theo Nghị định này và không có trong số liệu.",
        ),
    )


def feedback_behind(
    store: Store, scope: Scope, row: Row, column: int, *, offset: int = 0, limit: int = -1
) -> Table | None:
    """The feedback behind a figure."""
    if column < _FIRST or not row[column]:
        return None
    matter = list(FeedbackMatter)[number_in(row, 0) - 1].value if row[0] else ""
    figure = (*_SHOWN[:2], "", *_SHOWN[2:])[column - _FIRST]
    condition = f"({_FIGURES[figure]})" if figure else "1"
    where = f"{_IN_PERIOD} AND {condition} AND (:matter = '' OR matter = :matter)"
    return _list(store, scope, where, {"matter": matter}, offset, limit)


def late_feedback(store: Store, scope: Scope, *, offset: int = 0, limit: int = -1) -> Table:
    """What was settled late, or is open and late."""
    return _list(store, scope, f"{_IN_PERIOD} AND (({_FIGURES['late']}) OR ({_FIGURES['overdue']}))", {}, offset, limit)


def feedback_register(store: Store, scope: Scope, *, offset: int = 0, limit: int | None = None) -> Table:
    """Sổ tiếp nhận phản ánh, kiến nghị: what came in the period, a page of it or all."""
    where = f"taken_at >= :start AND taken_at < :end AND {_MINE}"
    count = _count(store, scope, where, {})
    here = max(count - offset, 0) if limit is None else min(max(count - offset, 0), limit)
    whole: Rows = _RegisterRows(store, scope, where, offset, here)
    return Table(
        title="SỔ TIẾP NHẬN PHẢN ÁNH, KIẾN NGHỊ",
        subtitles=("(Điểm c khoản 1 Điều 9 Nghị định số 20/2008/NĐ-CP)", scope.period.title),
        columns=_REGISTER,
        rows=whole if limit is None else tuple(whole),
        count=count,
        notes=("Số thứ tự cấp theo năm; mỗi quầy có dãy số riêng. Người không nêu tên: ghi nội dung, không trả lời.",),
    )


@dataclass(frozen=True)
class _RegisterRows:
    """Lines of the register, read as they are wanted."""

    store: Store
    scope: Scope
    where: str
    offset: int
    count: int

    def __len__(self) -> int:
        return self.count

    def __iter__(self) -> Iterator[Row]:
        wanted = f"SELECT code FROM feedback WHERE {self.where} ORDER BY taken_at, id LIMIT :limit OFFSET :offset"
        page = self.scope.values | {"limit": self.count, "offset": self.offset}
        for number, row in enumerate(list(self.store.db.query(wanted, page)), start=self.offset + 1):
            if feedback := self.store.journal.feedback(row["code"]):
                yield _register_row(number, feedback)


def _register_row(number: int, feedback: Feedback) -> Row:
    taken, sender, put, answered = feedback.taken, feedback.taken.sender, feedback.sorted, feedback.answered
    contact = "; ".join(part for part in (sender.address, sender.phone, sender.email) if part)
    sorting = translate("feedback", SORTING[put.sorting]) if put else None
    passed = put.to_agency if put and put.sorting is Sorting.OTHERS else ""
    published = "; ".join(f"{item.place} ({item.at:%d/%m/%Y})" for item in feedback.published)
    late = f" (chậm: {answered.late_reason})" if answered and answered.late_reason else ""
    outcome = answered.text + late if answered else put.reason if put else ""
    return (
        number,
        feedback.number,
        feedback.taken_at,
        sender.name or "(không nêu tên)",
        contact,
        translate("feedback", FEEDBACK_WAY[taken.way]),
        taken.text,
        taken.dossier,
        feedback.clerk,
        ": ".join(part for part in (sorting, passed) if part),
        put.at if put else None,
        feedback.due_at,
        outcome,
        answered.at if answered else None,
        published,
    )


def _sums(store: Store, scope: Scope, by: str) -> list[dict[str, Any]]:
    figures = ", ".join(f"coalesce(sum({expression}), 0) AS {name}" for name, expression in _FIGURES.items())
    grouped = f" GROUP BY {by}" if by != "''" else ""
    wanted = f'SELECT {by} AS "by", {figures} FROM feedback WHERE {_IN_PERIOD}{grouped}'
    return list(store.db.query(wanted, scope.values))


def _figures(row: dict[str, Any]) -> tuple[int, ...]:
    """In the order of the columns: the total stands after what it is made of."""
    first, second, *others = (int(row[name]) for name in _SHOWN)
    return first, second, first + second, *others


def _count(store: Store, scope: Scope, where: str, more: dict[str, Any]) -> int:
    return int(
        next(iter(store.db.query(f"SELECT count(*) AS n FROM feedback WHERE {where}", scope.values | more)))["n"]
    )


def _list(store: Store, scope: Scope, where: str, more: dict[str, Any], offset: int, limit: int) -> Table:
    wanted = (
        "SELECT year, number, taken_at, name, matter, text, state, to_agency, due_at, settled_at FROM feedback"
        f" WHERE {where} ORDER BY taken_at, id LIMIT :limit OFFSET :offset"
    )
    values = scope.values | more | {"limit": limit, "offset": offset}
    rows: list[Row] = [
        (
            number,
            f"{row['number']}/{row['year']}",
            moment(row["taken_at"]),
            row["name"] or "(không nêu tên)",
            translate("feedback", FEEDBACK_MATTER[FeedbackMatter(row["matter"])]),
            row["text"],
            translate("feedback", FEEDBACK_STATE[FeedbackState(row["state"])]),
            row["to_agency"],
            moment(row["due_at"]),
            moment(row["settled_at"]),
        )
        for number, row in enumerate(store.db.query(wanted, values), start=offset + 1)
    ]
    return Table(
        title="DANH SÁCH PHẢN ÁNH, KIẾN NGHỊ",
        subtitles=(scope.period.title,),
        columns=_LIST,
        rows=tuple(rows),
        count=_count(store, scope, where, more),
    )


_SHOWN = tuple(_FIGURES)
_FIRST = 2  # column of the first figure
_COLUMNS = (
    Column("TT", Kind.ORDINAL, 5),
    Column("Nội dung phản ánh, kiến nghị", width=34),
    Column("Từ kỳ trước", Kind.NUMBER, 8, ("Tiếp nhận",)),
    Column("Trong kỳ", Kind.NUMBER, 8, ("Tiếp nhận",)),
    Column("Tổng số", Kind.NUMBER, 8, ("Tiếp nhận",)),
    Column("Thuộc thẩm quyền", Kind.NUMBER, 9, ("Phân loại",)),
    Column("Chuyển cơ quan khác", Kind.NUMBER, 9, ("Phân loại",)),
    Column("Không tiếp nhận", Kind.NUMBER, 9, ("Phân loại",)),
    Column("Đúng hạn", Kind.NUMBER, 8, ("Đã xử lý",)),
    Column("Quá hạn", Kind.NUMBER, 8, ("Đã xử lý",)),
    Column("Trong hạn", Kind.NUMBER, 8, ("Đang xử lý",)),
    Column("Quá hạn", Kind.NUMBER, 8, ("Đang xử lý",)),
    Column("Đã công khai", Kind.NUMBER, 8),
)
_LIST = (
    Column("TT", Kind.ORDINAL, 5),
    Column("Số", width=9),
    Column("Ngày tiếp nhận", Kind.MOMENT, 13),
    Column("Người phản ánh", width=18),
    Column("Loại", width=20),
    Column("Nội dung", width=40),
    Column("Tình trạng", width=14),
    Column("Cơ quan được chuyển", width=18),
    Column("Hạn", Kind.MOMENT, 13),
    Column("Xử lý xong", Kind.MOMENT, 13),
)
_REGISTER = (
    Column("TT", Kind.ORDINAL, 5),
    Column("Số", width=9),
    Column("Ngày tiếp nhận", Kind.MOMENT, 12),
    Column("Tên cá nhân, tổ chức", width=16),
    Column("Địa chỉ, điện thoại", width=18),
    Column("Hình thức", width=11),
    Column("Nội dung", width=32),
    Column("Mã hồ sơ liên quan", width=14),
    Column("Người tiếp nhận", width=13),
    Column("Phân loại, nơi chuyển", width=17, groups=("Xử lý",)),
    Column("Ngày", Kind.MOMENT, 12, ("Xử lý",)),
    Column("Hạn", Kind.MOMENT, 12, ("Xử lý",)),
    Column("Kết quả", width=26, groups=("Xử lý",)),
    Column("Ngày trả lời", Kind.MOMENT, 12, ("Xử lý",)),
    Column("Công khai", width=15),
)

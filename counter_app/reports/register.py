"""Sổ theo dõi hồ sơ: the register of dossiers, a book for each field (Mẫu số 06 TT 01/2018, Mẫu số 07 TT 03/2025).

Two sets of columns are in use (docs/domain/forms.md): the circular's, and the one provinces' systems print. The book's
form is that in force when its period ends. A line's number is the one its dossier was entered under (Quyển số, Số thứ
tự), which runs on through the year; of dossiers without one, their place among the year's.
"""

from __future__ import annotations

from collections.abc import Callable, Iterator
from dataclasses import dataclass
from enum import StrEnum

from counter_app.dossier.addresses import addresses
from counter_app.dossier.agency_names import in_full
from counter_app.dossier.clock import midnight
from counter_app.dossier.life import Return
from counter_app.dossier.model import Dossier
from counter_app.dossier.states import DeliveryMethod, Status
from counter_app.procedures.rules import Rules
from counter_app.reports.scope import NO_FIELD, ZONE, Scope, summed
from counter_app.store.dossiers import RECEIVED
from counter_app.store.store import Store
from counter_app.tables import Cell, Column, Kind, Row, Rows, Table


class BookColumns(StrEnum):
    """Which columns the book has."""

    CIRCULAR = "circular"  # TT 01/2018/TT-VPCP or TT 03/2025/TT-VPCP, whichever holds
    PRODUCTION = "production"  # as provinces' systems print it


@dataclass(frozen=True)
class _BookColumn:
    """A column of the book and what it says of a dossier."""

    column: Column
    cell: Callable[[Dossier], Cell]


@dataclass(frozen=True)
class BookRows:
    """The lines of a book from `offset` on, `limit` at most, read from the store as they are wanted."""

    store: Store
    scope: Scope
    field: str
    columns: tuple[_BookColumn, ...]
    offset: int
    count: int

    def __len__(self) -> int:
        return self.count

    def __iter__(self) -> Iterator[Row]:
        wanted = (
            f"SELECT code, place FROM (SELECT id, received_at, place FROM ({_YEARS.format(mine=self.scope.mine)})"
            " WHERE received_at >= :start ORDER BY received_at, id LIMIT :limit OFFSET :offset) page"
            " JOIN dossiers ON dossiers.id = page.id ORDER BY page.received_at, page.id"
        )
        began = midnight(self.scope.period.first.replace(month=1, day=1))
        page = {"began": began, "limit": self.count, "offset": self.offset}
        for row in list(self.store.db.query(wanted, _values(self.scope, self.field) | page)):
            if dossier := self.store.dossier(row["code"]):
                yield (_numbered(dossier, row["place"]), *(column.cell(dossier) for column in self.columns))


def _numbered(dossier: Dossier, place: int) -> Cell:
    """Số thứ tự; of another book than the first with its Quyển số before it: 2/15."""
    if dossier.book > 1:
        return f"{dossier.book}/{dossier.book_number}"
    return dossier.book_number or place


def books(store: Store, scope: Scope) -> list[tuple[str, int]]:
    """The fields that have a book in the period, with the number of its lines."""
    lines = f"SELECT kind FROM dossiers WHERE {_IN_PERIOD} AND {scope.mine}"
    return [(row["field"], row["count"]) for row in summed(store.db, scope, lines, {"count": "count(*)"}, "field")]


def register(
    store: Store,
    scope: Scope,
    field: str,
    rules: Rules,
    *,
    columns: BookColumns = BookColumns.CIRCULAR,
    offset: int = 0,
    limit: int | None = None,
) -> Table:
    """A page of the book of a field, or all of it; `count` says how many lines it has.

    Raises RulesMissing where the law of the period's last day is not known.
    """
    wanted = f"SELECT count(*) AS count FROM dossiers WHERE {_in_book(scope)}"
    count = int(next(iter(store.db.query(wanted, _values(scope, field))))["count"])
    here = max(count - offset, 0) if limit is None else min(max(count - offset, 0), limit)
    forms = rules.of(scope.period.last).forms
    is_new = not forms.startswith("01/2018")
    chosen = (_CIRCULAR_2025 if is_new else _CIRCULAR_2018) if columns is BookColumns.CIRCULAR else _PRODUCTION
    whole: Rows = BookRows(store, scope, field, chosen, offset, here)
    return Table(
        title="SỔ THEO DÕI HỒ SƠ",
        subtitles=(f"Lĩnh vực: {field or NO_FIELD}", scope.period.title),
        columns=(Column("STT", Kind.ORDINAL, 6), *(item.column for item in chosen)),
        rows=whole if limit is None else tuple(whole),
        count=count,
        form=f"Mẫu số {'07' if is_new else '06'} – Thông tư số {forms}",
        symbol="STD" if is_new else "",
        notes=(*(_NOTES_2025 if is_new else ()), _NUMBERING),
    )


_NOTES_2025 = (
    "Sổ theo dõi hồ sơ được lập theo từng lĩnh vực hoặc nhóm lĩnh vực tại Bộ phận Một cửa.",
    "Trường hợp áp dụng Sổ theo dõi hồ sơ điện tử thì theo dõi trực tiếp trên Hệ thống thông tin giải quyết thủ tục "
    "hành chính, không cần thực hiện in sổ giấy nhưng phải đảm bảo đầy đủ thông tin theo quy định.",
)
_NUMBERING = "Số thứ tự chạy liên tục cả năm trong mỗi quyển; của quyển khác quyển 01 ghi kèm số quyển, ví dụ 2/15."
_YEARS = (
    f"SELECT id, received_at, row_number() OVER (PARTITION BY strftime('%Y', received_at + {ZONE}, 'unixepoch')"
    " ORDER BY received_at, id) AS place FROM dossiers WHERE kind IN (SELECT id FROM kinds WHERE field = :field)"
    f" AND received_at >= :began AND received_at < :end AND {RECEIVED} AND {{mine}}"
)
"""The dossiers of a field with their places in their years, from the beginning of the period's first year on."""
_IN_PERIOD = f"received_at >= :start AND received_at < :end AND {RECEIVED}"


def _in_book(scope: Scope) -> str:
    return f"kind IN (SELECT id FROM kinds WHERE field = :field) AND {_IN_PERIOD} AND {scope.mine}"


def _values(scope: Scope, field: str) -> dict[str, object]:
    return scope.values | {"field": field}


def _handed_over(dossier: Dossier) -> Cell:
    return dossier.hand_overs[0].at if dossier.hand_overs else None


def _result_arrived(dossier: Dossier) -> Cell:
    return dossier.results[-1].arrived_at if dossier.results else None


_METHODS = {
    DeliveryMethod.COUNTER: "Trực tiếp",
    DeliveryMethod.POST: "Bưu chính công ích",
    DeliveryMethod.ELECTRONIC: "Trực tuyến",
}


def _way_or_end(dossier: Dossier) -> str:
    """How the result is had; in a book without a column for remarks also why there is none."""
    return _end(dossier) or _method(dossier)


def _method(dossier: Dossier) -> str:
    returned = _returned(dossier)
    return _METHODS[returned.method if returned else dossier.delivery_method]


def _returned(dossier: Dossier) -> Return | None:
    return next((result.returned for result in reversed(dossier.results) if result.returned), None)


def _contact(dossier: Dossier) -> str:
    return "; ".join(part for part in (addresses(dossier.owners), dossier.owner.phone) if part)


def _competent(dossier: Dossier) -> str:
    """Who decides; where the result is taken elsewhere, that too."""
    agencies = dossier.agencies
    deciding = in_full(agencies.competent_name or agencies.competent)
    return f"{deciding}; trả kết quả tại {in_full(agencies.returning_name)}" if agencies.returning_name else deciding


def _owners(dossier: Dossier) -> str:
    """All whose dossier it is; an organisation with who acts for it."""
    acting = dossier.owner.representative
    names = ", ".join(owner.name for owner in dossier.owners)
    return f"{names} (đại diện: {acting.name})" if acting else names


def _to_sign(head: str, width: float, groups: tuple[str, ...]) -> _BookColumn:
    """A column people sign in: nothing is printed there."""
    return _BookColumn(Column(head, width=width, groups=groups, to_sign=True), lambda dossier: None)


def _area(dossier: Dossier) -> str:
    """Địa bàn phát sinh: the commune, which stands before the province in an address."""
    address = dossier.owner.commune_name or dossier.owner.address
    parts = [part.strip() for part in address.split(",") if part.strip()]
    return parts[-2] if len(parts) > 1 else ""


_ENDS = {
    Status.NOT_ACCEPTED: "Từ chối tiếp nhận",
    Status.WITHDRAWN: "Rút hồ sơ",
    Status.CANCELLED: "Hủy tiếp nhận do nhầm lẫn",
    Status.STOPPED: "Dừng giải quyết",
    Status.SUPPLEMENT_REQUESTED: "Chờ bổ sung",
    Status.FINANCIAL_OBLIGATION: "Chờ thực hiện nghĩa vụ tài chính",
}


def _end(dossier: Dossier) -> str:
    """How it ended, or why it waits, where that is not with its result; and the reason."""
    said = (_ENDS[dossier.status], dossier.status_reason) if dossier.status in _ENDS else ()
    return ": ".join(part for part in said if part)


def _remark(dossier: Dossier) -> str:
    """What the other columns do not say: how it ended otherwise, a new appointment, a correction, the note."""
    parts = [end] if (end := _end(dossier)) else []
    if dossier.due_changes and dossier.due_at:
        parts.append(f"Hẹn lại {dossier.due_at:%d/%m/%Y}")
    if dossier.corrections:
        parts.append(f"Đính chính {dossier.corrections[-1].at:%d/%m/%Y}")
    return "; ".join([*parts, *([dossier.note] if dossier.note else [])])


def _promised(dossier: Dossier) -> Cell:
    return dossier.promised_at or (None if dossier.due_changes else dossier.due_at)


_DATES = ("Ngày, tháng, năm",)
_RETURN = ("Trả kết quả",)
_CODE = _BookColumn(Column("Mã hồ sơ", width=23), lambda dossier: dossier.code)
_SETS_COUNT = _BookColumn(Column("Số lượng hồ sơ (bộ)", Kind.NUMBER, 8), lambda dossier: dossier.sets)
_RECEIVED = _BookColumn(Column("Nhận hồ sơ", Kind.MOMENT, 13, _DATES), lambda dossier: dossier.received_at)
_DUE = _BookColumn(Column("Hẹn trả kết quả", Kind.MOMENT, 13, _DATES), _promised)
_NOTE = _BookColumn(Column("Ghi chú", width=14), _remark)
_CIRCULAR_2018 = (
    _CODE,
    _BookColumn(Column("Tên thủ tục hành chính", width=22), lambda dossier: dossier.request),
    _SETS_COUNT,
    _BookColumn(Column("Tên cá nhân, tổ chức", width=17), _owners),
    _BookColumn(Column("Địa chỉ, số điện thoại", width=22), _contact),
    _BookColumn(Column("Cơ quan chủ trì giải quyết", width=14), _competent),
    _RECEIVED,
    _DUE,
    _BookColumn(Column("Chuyển hồ sơ đến cơ quan giải quyết", Kind.MOMENT, 13, _DATES), _handed_over),
    _BookColumn(Column("Nhận kết quả từ cơ quan giải quyết", Kind.MOMENT, 13, _DATES), _result_arrived),
    _BookColumn(Column("Ngày, tháng, năm", Kind.MOMENT, 13, _RETURN), lambda dossier: dossier.returned_at),
    _BookColumn(Column("Phương thức nhận kết quả", width=11, groups=_RETURN), _method),
    _to_sign("Ký nhận", 14, _RETURN),
    _NOTE,
)
_IN_AND_OUT = ("Nhận và trả kết quả",)
_CIRCULAR_2025 = (
    _CODE,
    _BookColumn(Column("Tên TTHC", width=22), lambda dossier: dossier.request),
    _BookColumn(Column("Tên tổ chức, cá nhân", width=17), _owners),
    _BookColumn(Column("Địa chỉ/SĐT", width=22), _contact),
    _BookColumn(Column("Cơ quan chủ trì giải quyết", width=16), _competent),
    _BookColumn(Column("Nhận hồ sơ", Kind.MOMENT, 11, _IN_AND_OUT), lambda dossier: dossier.received_at),
    _BookColumn(Column("Hẹn trả kết quả", Kind.MOMENT, 11, _IN_AND_OUT), _promised),
    _BookColumn(Column("Trả kết quả", Kind.MOMENT, 11, _IN_AND_OUT), lambda dossier: dossier.returned_at),
    _BookColumn(Column("Phương thức nhận kết quả", width=13, groups=_IN_AND_OUT), _way_or_end),
    _to_sign("Ký nhận", 13, _IN_AND_OUT),
)
_PRODUCTION = (
    _CODE,
    _BookColumn(Column("Nội dung hồ sơ", width=22), lambda dossier: dossier.request),
    _BookColumn(Column("Số lượng (bộ)", Kind.NUMBER, 8), lambda dossier: dossier.sets),
    _BookColumn(Column("Họ tên chủ hồ sơ", width=17), _owners),
    _BookColumn(Column("Địa chỉ chủ hồ sơ", width=22), lambda dossier: addresses(dossier.owners)),
    _BookColumn(Column("Số điện thoại", width=13), lambda dossier: dossier.owner.phone),
    _RECEIVED,
    _DUE,
    _BookColumn(Column("Ngày nhận kết quả", Kind.MOMENT, 13, _RETURN), lambda dossier: dossier.returned_at),
    _to_sign("Bên giao (Ký tên)", 14, _RETURN),
    _to_sign("Bên nhận (Ký tên)", 14, _RETURN),
    _BookColumn(Column("Người nhận hồ sơ", width=14), lambda dossier: dossier.clerk),
    _BookColumn(Column("Địa bàn phát sinh", width=12), _area),
    _NOTE,
)

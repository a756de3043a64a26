"""Sổ theo dõi hồ sơ: the register of dossiers, a book for each field (Mẫu số 06 TT 01/2018, Mẫu số 07 TT 03/2025).

Two sets of columns are in use (docs/domain/forms.md): the circular's, and the one provinces' systems print. The book's
number is that of the forms in force when its period ends.
"""

from __future__ import annotations

from collections.abc import Callable, Iterator
from dataclasses import dataclass
from enum import StrEnum

from counter_app.dossier.life import Return
from counter_app.dossier.model import Dossier
from counter_app.dossier.states import DeliveryMethod, Status
from counter_app.procedures.rules import Rules
from counter_app.reports.scope import NO_FIELD, Scope, summed
from counter_app.store.store import Store
from counter_app.tables import Cell, Column, Kind, Row, Rows, Table


class BookColumns(StrEnum):
    """Which columns the book has."""

    CIRCULAR = "circular"  # TT 01/2018/TT-VPCP
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
    columns: BookColumns
    offset: int
    count: int

    def __len__(self) -> int:
        return self.count

    def __iter__(self) -> Iterator[Row]:
        cells = [column.cell for column in _SETS[self.columns]]
        wanted = (
            f"SELECT code FROM (SELECT id, received_at FROM dossiers WHERE {_in_book(self.scope)} "
            "ORDER BY received_at, id LIMIT :limit OFFSET :offset) page JOIN dossiers ON dossiers.id = page.id "
            "ORDER BY page.received_at, page.id"
        )
        values = _values(self.scope, self.field) | {"limit": self.count, "offset": self.offset}
        codes = [row["code"] for row in self.store.db.query(wanted, values)]
        for number, code in enumerate(codes, start=self.offset + 1):
            if dossier := self.store.dossier(code):
                yield (number, *(cell(dossier) for cell in cells))


def books(store: Store, scope: Scope) -> list[tuple[str, int]]:
    """The fields that have a book in the period, with the number of its lines."""
    lines = f"SELECT kind FROM dossiers WHERE {_IN_PERIOD} AND {scope.mine}"
    return [(row["field"], row["count"]) for row in summed(store.db, scope, lines, {"count": "1"}, "field")]


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
    whole: Rows = BookRows(store, scope, field, columns, offset, here)
    return Table(
        title="SỔ THEO DÕI HỒ SƠ",
        subtitles=(f"Lĩnh vực: {field or NO_FIELD}", scope.period.title),
        columns=(Column("TT" if columns is BookColumns.CIRCULAR else "STT", Kind.ORDINAL, 6), *_columns(columns)),
        rows=whole if limit is None else tuple(whole),
        count=count,
        form=form_number(rules, scope),
    )


def form_number(rules: Rules, scope: Scope) -> str:
    """The number of the form by the circular in force at the period's end. Raises RulesMissing."""
    forms = rules.of(scope.period.last).forms
    return f"Mẫu số {'06' if forms.startswith('01/2018') else '07'} – Thông tư số {forms}"


_IN_PERIOD = "received_at >= :start AND received_at < :end AND status != 1"


def _in_book(scope: Scope) -> str:
    return f"kind IN (SELECT id FROM kinds WHERE field = :field) AND {_IN_PERIOD} AND {scope.mine}"


def _columns(columns: BookColumns) -> Iterator[Column]:
    return (column.column for column in _SETS[columns])


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


def _method(dossier: Dossier) -> str:
    returned = _returned(dossier)
    return _METHODS[returned.method if returned else dossier.delivery_method]


def _returned(dossier: Dossier) -> Return | None:
    return next((result.returned for result in reversed(dossier.results) if result.returned), None)


def _recipient(dossier: Dossier) -> str:
    returned = _returned(dossier)
    return returned.recipient if returned else ""


def _giver(dossier: Dossier) -> str:
    returned = _returned(dossier)
    return returned.clerk if returned else ""


def _contact(dossier: Dossier) -> str:
    return "; ".join(part for part in (dossier.owner.address, dossier.owner.phone) if part)


def _competent(dossier: Dossier) -> str:
    return dossier.agencies.competent_name or dossier.agencies.competent


def _area(dossier: Dossier) -> str:
    """Địa bàn phát sinh: the commune, which stands before the province in an address."""
    parts = [part.strip() for part in dossier.owner.address.split(",") if part.strip()]
    return parts[-2] if len(parts) > 1 else ""


_ENDS = {
    Status.NOT_ACCEPTED: "Từ chối tiếp nhận",
    Status.WITHDRAWN: "Rút hồ sơ",
    Status.CANCELLED: "Hủy tiếp nhận do nhầm lẫn",
    Status.STOPPED: "Dừng giải quyết",
    Status.SUPPLEMENT_REQUESTED: "Chờ bổ sung",
    Status.FINANCIAL_OBLIGATION: "Chờ thực hiện nghĩa vụ tài chính",
}


def _remark(dossier: Dossier) -> str:
    """What the other columns do not say: how it ended otherwise, a new appointment, a correction, the note."""
    parts = []
    if dossier.status in _ENDS:
        parts.append(": ".join(part for part in (_ENDS[dossier.status], dossier.status_reason) if part))
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
_SETS = {
    BookColumns.CIRCULAR: (
        _CODE,
        _BookColumn(Column("Tên thủ tục hành chính", width=22), lambda dossier: dossier.procedure_name),
        _SETS_COUNT,
        _BookColumn(Column("Tên cá nhân, tổ chức", width=17), lambda dossier: dossier.owner.name),
        _BookColumn(Column("Địa chỉ, số điện thoại", width=22), _contact),
        _BookColumn(Column("Cơ quan chủ trì giải quyết", width=14), _competent),
        _RECEIVED,
        _DUE,
        _BookColumn(Column("Chuyển hồ sơ đến cơ quan giải quyết", Kind.MOMENT, 13, _DATES), _handed_over),
        _BookColumn(Column("Nhận kết quả từ cơ quan giải quyết", Kind.MOMENT, 13, _DATES), _result_arrived),
        _BookColumn(Column("Ngày, tháng, năm", Kind.MOMENT, 13, _RETURN), lambda dossier: dossier.returned_at),
        _BookColumn(Column("Phương thức nhận kết quả", width=11, groups=_RETURN), _method),
        _BookColumn(Column("Ký nhận", width=14, groups=_RETURN), _recipient),
        _NOTE,
    ),
    BookColumns.PRODUCTION: (
        _CODE,
        _BookColumn(Column("Nội dung hồ sơ", width=22), lambda dossier: dossier.procedure_name),
        _BookColumn(Column("Số lượng (bộ)", Kind.NUMBER, 8), lambda dossier: dossier.sets),
        _BookColumn(Column("Họ tên chủ hồ sơ", width=17), lambda dossier: dossier.owner.name),
        _BookColumn(Column("Địa chỉ chủ hồ sơ", width=22), lambda dossier: dossier.owner.address),
        _BookColumn(Column("Số điện thoại", width=13), lambda dossier: dossier.owner.phone),
        _RECEIVED,
        _DUE,
        _BookColumn(Column("Ngày nhận kết quả", Kind.MOMENT, 13, _RETURN), lambda dossier: dossier.returned_at),
        _BookColumn(Column("Bên giao (Ký tên)", width=14, groups=_RETURN), _giver),
        _BookColumn(Column("Bên nhận (Ký tên)", width=14, groups=_RETURN), _recipient),
        _BookColumn(Column("Người nhận hồ sơ", width=14), lambda dossier: dossier.clerk),
        _BookColumn(Column("Địa bàn phát sinh", width=12), _area),
        _NOTE,
    ),
}

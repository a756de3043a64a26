"""Phí and lệ phí, kept apart: what was taken in a period, what was let off, and the cash at the end of a day.

A gap in a series of receipts, or a number that stands twice, is a fault line on the paper: who signs it must see it.
"""

from __future__ import annotations

from collections import Counter
from collections.abc import Iterable, Sequence
from dataclasses import dataclass
from itertools import groupby, pairwise

from counter_app.dossier.agency_names import in_capitals
from counter_app.dossier.cash import CashCount
from counter_app.dossier.collation import collated
from counter_app.dossier.money import FeeKind
from counter_app.dossier.states import PayMethod
from counter_app.reports.scope import COUNTED, NO_FIELD, Scope, counts, summed
from counter_app.store.fee_receipts import ReceiptLine
from counter_app.store.store import Store
from counter_app.tables import Bar, Bars, Column, Kind, Row, Table

KINDS: dict[str, str] = {FeeKind.FEE: "Phí", FeeKind.CHARGE: "Lệ phí"}
METHODS = {"tien-mat": "Tiền mặt", "chuyen-khoan": "Chuyển khoản", "truc-tuyen": "Trực tuyến"}
_TAKEN = """
    SELECT field, money, method, sum(amount) AS amount FROM (
        SELECT of_kind AS kind, kind AS money, method, sum(amount) AS amount
        FROM fee_receipts INDEXED BY fee_receipts_taken
        WHERE at >= :start AND at < :end AND cancelled = ''
        GROUP BY of_kind, 2, 3
    ) taken JOIN kinds ON kinds.id = taken.kind WHERE {mine} GROUP BY 1, 2, 3
"""
_MOST_NUMBERS = 20
"""How many single numbers a fault line names."""


def fees_by_field(store: Store, scope: Scope) -> Table:
    """What was taken in the period on receipts not cancelled, by field, kind and method; and what was let off."""
    taken: dict[str, dict[tuple[str, str], int]] = {}
    for row in store.db.query(_TAKEN.format(mine=scope.mine), scope.values):
        taken.setdefault(row["field"], {})[row["money"], row["method"]] = row["amount"]
    let_off = _let_off(store, scope)
    rows: list[Row] = []
    for number, field in enumerate(sorted({*taken, *let_off}, key=collated), start=1):
        rows.append((number, field or NO_FIELD, *_amounts(taken.get(field, {})), *let_off.get(field, (0, 0))))
    sums = [sum(row[place] for row in rows) for place in range(2, len(_COLUMNS))]  # type: ignore[misc]
    return Table(
        title=f"TÌNH HÌNH THU PHÍ, LỆ PHÍ TẠI {in_capitals(scope.office)}".strip(),
        parties=scope.parties,
        subtitles=(scope.period.title, "Đơn vị tính: đồng"),
        columns=_COLUMNS,
        rows=tuple(rows),
        total=(None, "Tổng cộng", *sums),
        notes=(
            "Số thu theo ngày lập biên lai, không tính biên lai đã hủy, không trừ số hoàn trả; số miễn, giảm theo ngày "
            "tiếp nhận hồ sơ.",
        ),
    )


def fees_taken(table: Table) -> Bars:
    """What was taken in the period, by kind: the sums of `fees_by_field`."""
    sums = zip(table.columns, table.total or (), strict=False)
    taken = {column.groups: amount for column, amount in sums if column.head == "Cộng"}
    bars = tuple(Bar(name, float(taken.get((name,)) or 0)) for name in KINDS.values())  # type: ignore[arg-type]
    return Bars("Phí, lệ phí đã thu", Kind.MONEY, bars)


def cash_report(store: Store, scope: Scope) -> Table:
    """The money of a day (or of any days) by clerk, series and method, with the numbers used; faults name each gap.

    What was given back in that time, whenever it was taken, is a line of the clerk who gave it back; so is a receipt of
    an earlier day of the clerk who cancelled it.
    """
    start, end = scope.period.start, scope.period.end
    receipts = store.fee_receipts.between(start, end)
    given_back = store.fee_receipts.refunded_between(start, end)
    undone, undone_after = store.fee_receipts.undone_between(start, end), store.fee_receipts.undone_after(start, end)
    rows: list[Row] = []
    drawers = {_drawer(receipt) for receipt in [*receipts, *undone]} | {_refunding(refund) for refund in given_back}
    for drawer in sorted(drawers):
        clerk, kind, series = drawer
        taken = [receipt for receipt in receipts if _drawer(receipt) == drawer]
        back = [refund for refund in given_back if _refunding(refund) == drawer]
        given_up, left = _kept(taken, back)
        left += _cash_of(drawer, undone_after) - _cash_of(drawer, undone)
        rows.append((len(rows) + 1, clerk, KINDS[kind], series, *_numbers(taken), given_up, left))
    sums = [sum(row[place] for row in rows) for place in (6, 7, *range(9, len(_CASH_COLUMNS)))]
    return Table(
        title="BẢNG KÊ THU PHÍ, LỆ PHÍ CUỐI NGÀY",
        subtitles=(scope.period.title, "Đơn vị tính: đồng"),
        columns=_CASH_COLUMNS,
        rows=tuple(rows),
        total=(None, "Tổng cộng", None, None, None, None, *sums[:2], None, *sums[2:]),
        faults=tuple(_faults(store, scope, receipts)),
        notes=(
            "Số hoàn trả tính theo ngày và người hoàn trả. Tiền mặt còn lại = thu tiền mặt - hoàn trả tiền mặt; "
            "biên lai tiền mặt hủy sau ngày lập trừ vào ngày hủy, theo người hủy.",
            *map(_counted, store.cash_counts.between(scope.period.first, scope.period.last)),
        ),
    )


def _counted(count: CashCount) -> str:
    """What a clerk counted at the end of a day, by notes, and why it is more or less than it should be."""
    notes = ", ".join(f"{note.count} × {_dong(note.note)}" for note in count.notes) or "không có tiền mặt"
    said = f"{count.clerk} kiểm quỹ {count.at:%H:%M} ngày {count.at:%d/%m/%Y}: {_dong(count.counted)} đồng ({notes})"
    if not count.difference:
        return f"{said}; đúng với biên lai."
    more_or_less = "thừa" if count.difference > 0 else "thiếu"
    return f"{said}; {more_or_less} {_dong(abs(count.difference))} đồng: {count.explanation}"


def _dong(amount: int) -> str:
    return f"{amount:,}".replace(",", ".")


@dataclass(frozen=True)
class Run:
    """Receipt numbers in a row."""

    first: int
    last: int

    def __str__(self) -> str:
        return str(self.first) if self.first == self.last else f"{self.first}–{self.last}"


def runs(numbers: Iterable[int]) -> list[Run]:
    """The numbers as runs, in order."""
    found: list[Run] = []
    for number in sorted(set(numbers)):
        if found and found[-1].last == number - 1:
            found[-1] = Run(found[-1].first, number)
        else:
            found.append(Run(number, number))
    return found


def gaps(numbers: Sequence[int], after: int | None) -> list[Run]:
    """The numbers missing among `numbers`, and between `after` (the last one used before) and them."""
    have = runs([*numbers, *([after] if after is not None else [])])
    return [Run(item.last + 1, two.first - 1) for item, two in pairwise(have)]


def _faults(store: Store, scope: Scope, receipts: Sequence[ReceiptLine]) -> Iterable[str]:
    for series, group in groupby(sorted(receipts, key=_series), key=_series):
        numbers = [receipt.number for receipt in group]
        twice = [number for number, times in Counter(numbers).items() if times > 1]
        if twice:
            yield f"{series}: số biên lai dùng hai lần: {_listed(runs(twice))}."
        missing = [
            run
            for run in gaps(numbers, _last_before(store, scope, series, min(numbers)))
            if any(not store.fee_receipts.used(series, number) for number in _some(run))
        ]
        if missing:
            yield f"{series}: thiếu số biên lai: {_listed(missing)}."


def _last_before(store: Store, scope: Scope, series: str, first: int) -> int | None:
    wanted = "SELECT max(number) AS last FROM fee_receipts WHERE series = ? AND number < ? AND at < ?"
    return next(iter(store.db.query(wanted, [series, first, scope.period.start])))["last"]  # type: ignore[no-any-return]


def _drawer(receipt: ReceiptLine) -> tuple[str, str, str]:
    return receipt.clerk, receipt.kind, receipt.series


def _refunding(receipt: ReceiptLine) -> tuple[str, str, str]:
    return receipt.refunded_by, receipt.kind, receipt.series


def _series(receipt: ReceiptLine) -> str:
    return receipt.series


def _some(run: Run) -> range:
    return range(run.first, min(run.last, run.first + 1_000) + 1)


def _listed(found: Sequence[Run]) -> str:
    named = ", ".join(str(run) for run in found[:_MOST_NUMBERS])
    return f"{named} …" if len(found) > _MOST_NUMBERS else named


def _numbers(receipts: Sequence[ReceiptLine]) -> Row:
    """First and last number, how many, cancelled ones with their numbers, the money by method, all of it."""
    numbers = [receipt.number for receipt in receipts]
    cancelled = [receipt.number for receipt in receipts if receipt.cancelled]
    by_method = [
        sum(receipt.amount for receipt in receipts if receipt.method == method and not receipt.cancelled)
        for method in METHODS
    ]
    listed = ", ".join(str(run) for run in runs(cancelled))
    first, last = (min(numbers), max(numbers)) if numbers else (None, None)
    return (first, last, len(numbers), len(cancelled), listed, *by_method, sum(by_method))


def _kept(taken: Sequence[ReceiptLine], given_back: Sequence[ReceiptLine]) -> tuple[int, int]:
    """What was given back, and what cash is left in the drawer (less than nothing where more went out than came)."""
    cash = sum(receipt.amount for receipt in taken if receipt.method == PayMethod.CASH and not receipt.cancelled)
    back = sum(refund.amount for refund in given_back if refund.refund_method == PayMethod.CASH)
    return sum(refund.amount for refund in given_back), cash - back


def _cash_of(drawer: tuple[str, str, str], receipts: Iterable[ReceiptLine]) -> int:
    return sum(one.amount for one in receipts if _drawer(one) == drawer and one.method == PayMethod.CASH)


def _let_off(store: Store, scope: Scope) -> dict[str, tuple[int, int]]:
    lines = (
        f"SELECT kind, exempted FROM dossiers WHERE {COUNTED} "
        f"AND received_at >= :start AND received_at < :end AND {scope.mine}"
    )
    rows = summed(store.db, scope, lines, counts({"dossiers": "exempted > 0"}) | {"amount": "sum(exempted)"}, "field")
    return {row["field"]: (row["dossiers"], row["amount"]) for row in rows if row["amount"]}


def _amounts(taken: dict[tuple[str, str], int]) -> tuple[int, ...]:
    by_method = [[taken.get((kind, method), 0) for method in METHODS] for kind in KINDS]
    everything = sum(taken.values())
    return (*(amount for amounts in by_method for amount in (*amounts, sum(amounts))), everything)


_COLUMNS = (
    Column("TT", Kind.ORDINAL, 5),
    Column("Lĩnh vực", width=28),
    *(Column(name, Kind.MONEY, 13, (kind,)) for kind in KINDS.values() for name in (*METHODS.values(), "Cộng")),
    Column("Tổng thu", Kind.MONEY, 14),
    Column("Số hồ sơ", Kind.NUMBER, 8, ("Miễn, giảm",)),
    Column("Số tiền", Kind.MONEY, 13, ("Miễn, giảm",)),
)
_USED = ("Số biên lai",)
_CASH_COLUMNS = (
    Column("TT", Kind.ORDINAL, 5),
    Column("Người thu", width=20),
    Column("Loại", width=8),
    Column("Mẫu số, ký hiệu", width=22),
    Column("Từ số", Kind.ORDINAL, 9, _USED),
    Column("Đến số", Kind.ORDINAL, 9, _USED),
    Column("Đã dùng", Kind.NUMBER, 9, _USED),
    Column("Hủy", Kind.NUMBER, 7, _USED),
    Column("Các số hủy", width=16, groups=_USED),
    *(Column(name, Kind.MONEY, 13, ("Số tiền",)) for name in (*METHODS.values(), "Cộng")),
    Column("Đã hoàn trả", Kind.MONEY, 12),
    Column("Tiền mặt còn lại", Kind.MONEY, 13),
)

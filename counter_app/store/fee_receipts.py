"""The receipts for money of all dossiers, in one table drawn from the folded dossiers."""

from __future__ import annotations

from dataclasses import dataclass, fields
from typing import Any

from sqlite_utils import Database

from counter_app.dossier.ledger import seconds
from counter_app.dossier.model import Dossier
from counter_app.store.lost_numbers import LostNumbers


@dataclass(frozen=True)
class ReceiptLine:
    """A receipt as reports list it; `at` in seconds since 1970 (UTC), `amount` in đồng; `cancelled` is the reason.

    Money that was given back has `refunded_at`, in seconds too, and how and by whom.
    """

    series: str
    number: int
    dossier: str
    kind: str
    amount: int
    method: str
    payer: str
    at: int
    clerk: str
    cancelled: str
    refunded_at: int | None
    refund_method: str
    refunded_by: str


_UNDONE = """
    SELECT r.series, r.number, r.dossier, r.kind, r.amount, r.method, r.payer, r.at, {clerk} AS clerk, r.cancelled,
        r.refunded_at, r.refund_method, r.refunded_by
    FROM (
        SELECT dossier, clerk, json_extract(payload, '$.series') AS series, json_extract(payload, '$.number') AS number,
            CAST(strftime('%s', at) AS INTEGER) AS undone_at
        FROM entries WHERE kind = 'fee_receipt_cancelled'
    ) e JOIN fee_receipts r ON r.dossier = e.dossier AND r.series = e.series AND r.number = e.number
    WHERE r.cancelled <> '' AND {when} ORDER BY r.series, r.number
"""


_COLUMNS = ", ".join(field.name for field in fields(ReceiptLine))
_WRITE = (
    f"INSERT INTO fee_receipts ({_COLUMNS}, of_kind)"
    f" VALUES ({', '.join('?' * len(fields(ReceiptLine)))}, (SELECT kind FROM dossiers WHERE id = ?))"
)


class FeeReceipts:
    """Reads the table; the journal writes it with the dossier."""

    def __init__(self, db: Database, lost: LostNumbers) -> None:
        self._db = db
        self._lost = lost

    def last_number(self, series: str) -> int:
        """The highest number of the series that was used, cancelled and lost ones included; 0 if none."""
        rows = list(self._db.query("SELECT max(number) AS last FROM fee_receipts WHERE series = ?", [series]))
        return max(int(rows[0]["last"] or 0), self._lost.receipt(series))

    def used(self, series: str, number: int) -> bool:
        """Whether the number was used, by any dossier."""
        wanted = "SELECT 1 FROM fee_receipts WHERE series = ? AND number = ?"
        return bool(list(self._db.query(wanted, [series, number])))

    def between(self, start: int, end: int) -> list[ReceiptLine]:
        """Receipts given from `start` up to, not including, `end`, by series and number."""
        wanted = f"SELECT {_COLUMNS} FROM fee_receipts WHERE at >= ? AND at < ? ORDER BY series, number"
        return [_line(row) for row in self._db.query(wanted, [start, end])]

    def refunded_between(self, start: int, end: int) -> list[ReceiptLine]:
        """Receipts whose money was given back in that time."""
        wanted = (
            f"SELECT {_COLUMNS} FROM fee_receipts WHERE refunded_at >= ? AND refunded_at < ? ORDER BY series, number"
        )
        return [_line(row) for row in self._db.query(wanted, [start, end])]

    def undone_between(self, start: int, end: int) -> list[ReceiptLine]:
        """Receipts given before `start` and cancelled in that time, as lines of who cancelled them: their money left
        that clerk's drawer then."""
        when = "r.at < :start AND e.undone_at >= :start AND e.undone_at < :end"
        return self._undone(when, "e.clerk", start, end)

    def undone_after(self, start: int, end: int) -> list[ReceiptLine]:
        """Receipts given in that time that were cancelled only after it: their money was in the drawer at its end."""
        return self._undone("r.at >= :start AND r.at < :end AND e.undone_at >= :end", "r.clerk", start, end)

    def _undone(self, when: str, clerk: str, start: int, end: int) -> list[ReceiptLine]:
        rows = self._db.query(_UNDONE.format(when=when, clerk=clerk), {"start": start, "end": end})
        return [_line(row) for row in rows]


def project(db: Database, number: int, dossier: Dossier) -> None:
    """Writes the dossier's receipts, once its own row is written; inside the journal's transaction.

    `number` is that of its first entry: each line says of what kind its dossier is, so that sums look at no dossier.
    """
    db.execute("DELETE FROM fee_receipts WHERE dossier = ?", [dossier.code])
    for line in lines_of(dossier):
        db.execute(_WRITE, (*vars(line).values(), number))


def of_dossier(db: Database, code: str) -> list[ReceiptLine]:
    """What is projected of the dossier's receipts."""
    wanted = f"SELECT {_COLUMNS} FROM fee_receipts WHERE dossier = ? ORDER BY series, number, rowid"
    return [_line(row) for row in db.query(wanted, [code])]


def lines_of(dossier: Dossier) -> list[ReceiptLine]:
    """The dossier's receipts, by series and number."""
    lines = (
        ReceiptLine(
            fee_receipt.series,
            fee_receipt.number,
            dossier.code,
            fee_receipt.kind,
            fee_receipt.amount,
            str(fee_receipt.method),
            fee_receipt.payer,
            int(fee_receipt.at.timestamp()),
            fee_receipt.clerk,
            fee_receipt.cancelled,
            seconds(fee_receipt.refunded_at),
            fee_receipt.refund_method,
            fee_receipt.refunded_by,
        )
        for fee_receipt in dossier.fee_receipts
    )
    return sorted(lines, key=lambda line: (line.series, line.number))


def _line(row: dict[str, Any]) -> ReceiptLine:
    return ReceiptLine(**row)

"""A sample of dossiers for an inspection plan: by chance alone, or by what is a risk in each.

The draw follows from its seed: each dossier's lot is a hash of the seed and its code, so the same seed draws the same
dossiers of the same period at any desk, whatever else is kept there. By risk a dossier's chance grows with its signs
(weighted sampling without replacement, Efraimidis and Spirakis 2006); one without any is not drawn.
"""

from __future__ import annotations

import hashlib
import heapq
from dataclasses import dataclass
from typing import Any

from counter_app.reports.scope import Scope, dossier_cells
from counter_app.store.store import Store
from counter_app.tables import Column, Kind, Row, Table

USUAL = 20
"""Dossiers drawn where nobody says how many."""
MOST = 1000
_SIGNS = (
    ("late", 3, "Quá hạn", "coalesce(finished_at, :seen) > due_at AND status NOT IN (5, 6, 7, 8, 11)"),
    ("refused", 3, "Từ chối", "status = 3"),
    ("asked_again", 3, "Yêu cầu bổ sung hơn 01 lần", "supplements > 1"),
    ("given_back", 3, "Hủy biên lai, hoàn phí", "code IN (SELECT dossier FROM money_back)"),
    ("cancelled", 3, "Hủy tiếp nhận", "status = 11"),
    ("unpaid", 2, "Chưa thu đủ phí", "paid_phi + paid_le_phi < fees_due AND finished_at IS NOT NULL AND exempted = 0"),
    ("exempted", 1, "Miễn, giảm phí", "exempted > 0"),
    ("extended", 1, "Dời hạn trả", "extensions > 0"),
    ("stopped", 1, "Dừng, rút hồ sơ", "status IN (7, 8)"),
)
"""What is a risk: its name, how much it weighs, what is said of it, the condition on a dossier's row."""


@dataclass(frozen=True)
class Draw:
    """How a sample is drawn; without a seed it is that of the day."""

    size: int = USUAL
    seed: str = ""


AS_USUAL = Draw()


def sample(store: Store, scope: Scope, draw: Draw, *, by_risk: bool) -> Table:
    """The dossiers drawn among those received in the period, oldest first, with the seed that draws them again."""
    seed = " ".join(draw.seed.split()) or f"{scope.now:%Y%m%d}"
    size = min(max(draw.size, 1), MOST)
    drawn, of = _drawn(store, scope, seed, size, by_risk=by_risk)
    return Table(
        title="MẪU HỒ SƠ KIỂM TRA THEO RỦI RO" if by_risk else "MẪU HỒ SƠ KIỂM TRA NGẪU NHIÊN",
        subtitles=(
            f"Kỳ tiếp nhận: {scope.period.title}",
            f"Mã bốc mẫu: {seed}; bốc {len(drawn)} trong {of} hồ sơ" + (" có dấu hiệu" if by_risk else ""),
        ),
        columns=_COLUMNS,
        rows=tuple(_rows(store, scope, drawn)),
        count=len(drawn),
    )


def _drawn(store: Store, scope: Scope, seed: str, size: int, *, by_risk: bool) -> tuple[list[int], int]:
    """The numbers of the dossiers with the best lots, and how many there were to draw from."""
    weight = " + ".join(f"{points} * coalesce({condition}, 0)" for _, points, _, condition in _SIGNS)
    wanted = f"{_MONEY_BACK} SELECT id, code, {weight if by_risk else 1} FROM dossiers WHERE {_FRAME}".format(
        mine=scope.mine
    )
    frame = [row for row in store.db.execute(wanted, scope.values).fetchall() if row[2] > 0]
    key = hashlib.sha256(seed.encode()).digest()
    lots = (
        (_lot(key, code) if points == 1 else _lot(key, code) ** (1 / points), code, number)
        for number, code, points in frame
    )
    best = heapq.nlargest(size, lots)
    return [number for _, _, number in best], len(frame)


def _lot(key: bytes, code: str) -> float:
    """A number in (0, 1), by the seed's key and the code alone."""
    drawn = int.from_bytes(hashlib.blake2b(code.encode(), digest_size=7, key=key).digest(), "big")
    return (drawn + 1) / (2**56 + 2)


def _rows(store: Store, scope: Scope, drawn: list[int]) -> list[Row]:
    signs = ", ".join(f"coalesce({condition}, 0) AS {name}" for name, _, _, condition in _SIGNS)
    named = ", ".join(map(str, drawn)) or "NULL"
    wanted = (
        f"{_MONEY_BACK} SELECT code, owner, procedure_name, field, received_at, due_at, clerk, {signs} FROM dossiers"
        f" JOIN kinds ON kinds.id = dossiers.kind WHERE dossiers.id IN ({named}) ORDER BY received_at, code"
    )
    found = store.db.query(wanted, scope.values)
    return [(*dossier_cells(number, row), row["clerk"], _said(row)) for number, row in enumerate(found, 1)]


def _said(row: dict[str, Any]) -> str:
    return "; ".join(said for name, _, said, _ in _SIGNS if row[name])


_MONEY_BACK = "WITH money_back AS (SELECT dossier FROM fee_receipts WHERE cancelled <> '' OR refunded_at IS NOT NULL)"
_FRAME = "received_at >= :start AND received_at < :end AND status <> 1 AND {mine}"
_COLUMNS = (
    Column("TT", Kind.ORDINAL, 5),
    Column("Mã hồ sơ", width=21),
    Column("Lĩnh vực", width=16),
    Column("Thủ tục", width=24),
    Column("Chủ hồ sơ", width=20),
    Column("Ngày nhận", Kind.MOMENT, 12),
    Column("Hẹn trả", Kind.MOMENT, 12),
    Column("Người tiếp nhận", width=16),
    Column("Dấu hiệu", width=24),
)

"""A sample of dossiers for an inspection plan: by chance alone, or by what is a risk in each.

The draw follows from its seed: each dossier's lot is a hash of the seed and its code, so the same seed draws the same
dossiers of the same period at any desk, whatever else is kept there; and what was drawn once is an entry of the journal
(`counter_app.desk.sampling`), for what is a sign of risk today may be none tomorrow. By risk a dossier's chance grows
with its signs (weighted sampling without replacement, Efraimidis and Spirakis 2006); one without any is not drawn.
"""

from __future__ import annotations

import hashlib
import heapq
from collections.abc import Callable, Iterable, Iterator, Sequence
from dataclasses import dataclass
from datetime import datetime
from typing import Any

from counter_app.dossier.bounds import seen
from counter_app.dossier.clock import VIETNAM
from counter_app.dossier.codes import code_of_question
from counter_app.dossier.journal import Entry
from counter_app.dossier.payloads.inspection import DrawnDossier, SampleDrawn
from counter_app.reports.scope import Scope, dossier_cells
from counter_app.store.store import Store
from counter_app.tables import Column, Kind, Row, Table

USUAL = 20
"""Dossiers drawn where nobody says how many."""
MOST = 1000
_LONGEST_SEED = 200
_LOT = 7  # bytes
_SIGNS = (
    ("late", 3, "Quá hạn", "coalesce(finished_at, :seen) > due_at AND status NOT IN (5, 6, 7, 8, 11)"),
    ("refused", 3, "Từ chối", "status = 3"),
    ("asked_again", 3, "Yêu cầu bổ sung hơn 01 lần", "supplements > 1"),
    ("given_back", 3, "Hủy biên lai, hoàn phí", "id IN (SELECT id FROM money_back)"),
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
    """The dossiers drawn among those received in the period, oldest first, with the seed that draws them again: as the
    journal has them since they were drawn first, else as they would be drawn now."""
    kept = drawn_before(store, scope, draw, by_risk=by_risk)
    made, drawn_at = kept or (draw_now(store, scope, draw, by_risk=by_risk), scope.now)
    drawn = made.drawn[: min(max(draw.size, 1), MOST)]
    drawn_at = drawn_at.astimezone(VIETNAM)
    return Table(
        title="MẪU HỒ SƠ KIỂM TRA THEO RỦI RO" if by_risk else "MẪU HỒ SƠ KIỂM TRA NGẪU NHIÊN",
        subtitles=(
            f"Kỳ tiếp nhận: {scope.period.title}",
            f"Mã bốc mẫu: {made.seed}; bốc {len(drawn)} trong {made.frame} hồ sơ" + (" có dấu hiệu" if by_risk else ""),
        ),
        columns=_COLUMNS,
        rows=tuple(_rows(store, drawn)),
        count=len(drawn),
        notes=(
            f"Bốc lúc {drawn_at:%H:%M} ngày {drawn_at:%d/%m/%Y}. Mẫu và dấu hiệu giữ nguyên như lúc bốc: bốc"
            " lại bằng mã này ra đúng mẫu này, dù hồ sơ đã thay đổi; muốn bốc mẫu mới thì dùng mã khác.",
        ),
    )


def code_of(store: Store, scope: Scope, draw: Draw, *, by_risk: bool) -> str:
    """The code of the sample's entry: the same question has the same one at every desk of the office."""
    first, last = scope.period.first, scope.period.last
    question = (_seed(scope, draw), by_risk, first.isoformat(), last.isoformat(), scope.agency)
    return code_of_question(store.desk.rpartition(":")[0], first, "sample", *question)


def drawn_before(store: Store, scope: Scope, draw: Draw, *, by_risk: bool) -> tuple[SampleDrawn, datetime] | None:
    """The sample as it was drawn first, here or at another desk of the office, and when; None where none was."""
    code = code_of(store, scope, draw, by_risk=by_risk)
    found = [(entry.at, entry.desk, said) for entry in store.entries.of_dossier(code) if (said := _said_by(entry))]
    if not found:
        return None
    at, _, made = min(found, key=lambda one: one[:2])
    return made, at


def draw_now(store: Store, scope: Scope, draw: Draw, *, by_risk: bool) -> SampleDrawn:
    """The sample of this moment, as it is written down."""
    seed = _seed(scope, draw)
    found, frame = _drawn(store, scope, seed, by_risk=by_risk)
    return SampleDrawn(
        seed=seed,
        by_risk=by_risk,
        first=scope.period.first,
        last=scope.period.last,
        agency=scope.agency,
        frame=frame,
        drawn=tuple(_signed(store, scope, found)),
    )


def _seed(scope: Scope, draw: Draw) -> str:
    return " ".join(seen(draw.seed).split())[:_LONGEST_SEED] or f"{scope.now:%Y%m%d}"


def _said_by(entry: Entry) -> SampleDrawn | None:
    said = entry.read()
    return said if isinstance(said, SampleDrawn) else None


def _drawn(store: Store, scope: Scope, seed: str, *, by_risk: bool) -> tuple[list[int], int]:
    """The numbers of the dossiers with the best lots, the best first, and how many there were to draw from."""
    points, signed = "NULL", ""
    if by_risk:
        points = " + ".join(f"{points} * coalesce({condition}, 0)" for _, points, _, condition in _SIGNS)
        # asked for first: of those without a sign, which are most, nothing is added up
        signed = f" AND ({' OR '.join(condition for *_, condition in _SIGNS)})"
    # as texts: a million rows of their own take ten times as long
    wanted = f"{_MONEY_BACK} SELECT group_concat(id), group_concat(code), group_concat({points}) FROM dossiers WHERE"
    found = store.db.execute(f"{wanted} {_FRAME}{signed}".format(mine=scope.mine), scope.values).fetchone()
    numbers, codes, weights = ((text or "").split(",") for text in found)
    if not numbers[0]:
        return [], 0
    lots: Iterable[Any] = map(_lots(seed), codes)
    if by_risk:
        lots = map(_weighted, lots, map(int, weights))
    best = heapq.nlargest(MOST, zip(lots, codes, numbers, strict=True))
    return [int(number) for _, _, number in best], len(codes)


def _lots(seed: str) -> Callable[[str], bytes]:
    """A lot for each code, by the seed and the code alone; the greatest is the best."""
    begun = hashlib.blake2b(digest_size=_LOT, key=hashlib.sha256(seed.encode()).digest())

    def lot(code: str) -> bytes:
        drawn = begun.copy()
        drawn.update(code.encode())
        return drawn.digest()

    return lot


def _weighted(lot: bytes, points: int) -> float:
    """The lot as a number in (0, 1), the greater the more points there are."""
    share = (int.from_bytes(lot, "big") + 1) / ((1 << 8 * _LOT) + 2)
    return float(share ** (1 / points))


def _signed(store: Store, scope: Scope, drawn: Sequence[int]) -> Iterator[DrawnDossier]:
    """Each with its signs as they are now."""
    signs = ", ".join(f"coalesce({condition}, 0) AS {name}" for name, _, _, condition in _SIGNS)
    named = ", ".join(map(str, drawn)) or "NULL"
    wanted = f"{_MONEY_BACK} SELECT id, code, {signs} FROM dossiers WHERE id IN ({named})"
    found = {row["id"]: row for row in store.db.query(wanted, scope.values)}
    for number in drawn:
        yield DrawnDossier(code=found[number]["code"], signs=_said(found[number]))


def _rows(store: Store, drawn: Sequence[DrawnDossier]) -> list[Row]:
    """Each as it is now, with its signs as they were; of one that is here no more its code alone."""
    wanted = (
        "SELECT dossiers.id, code, owner, procedure_name, field, received_at, due_at, clerk FROM dossiers"
        " JOIN kinds ON kinds.id = dossiers.kind WHERE dossiers.id IN (SELECT min(id) FROM entries"
        f" WHERE dossier IN ({', '.join('?' * len(drawn))}) GROUP BY dossier)"
    )
    found = {row["code"]: row for row in store.db.query(wanted, [one.code for one in drawn])}
    signs = {one.code: one.signs for one in drawn}
    here = sorted((code for code in signs if code in found), key=lambda code: (found[code]["received_at"], code))
    rows: list[Row] = []
    for number, code in enumerate(here, 1):
        rows.append((*dossier_cells(number, found[code]), found[code]["clerk"], signs[code]))
    for number, code in enumerate((code for code in signs if code not in found), len(here) + 1):
        rows.append((number, code, *[None] * 6, signs[code]))
    return rows


def _said(row: dict[str, Any]) -> str:
    return "; ".join(said for name, _, said, _ in _SIGNS if row[name])


_MONEY_BACK = (  # a dossier's number is that of the first of its entries; codes cost more to compare
    "WITH money_back AS (SELECT min(id) AS id FROM entries WHERE dossier IN (SELECT dossier FROM fee_receipts"
    " WHERE cancelled <> '' OR refunded_at IS NOT NULL) GROUP BY dossier)"
)
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

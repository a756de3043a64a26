"""A dossier as registers and reports count it: a line of numbers, drawn from the folded dossier alone.

Instants are whole seconds since 1970 (UTC), so that the database compares and groups them without parsing anything.
"""

from __future__ import annotations

from dataclasses import dataclass
from datetime import datetime

from counter_app.dossier.life import DueCause, PauseKind
from counter_app.dossier.model import Dossier
from counter_app.dossier.money import FeeKind
from counter_app.dossier.states import ENDED, Channel, Status

CHANNEL = {Channel.COUNTER: 1, Channel.ONLINE: 2, Channel.POST: 3}
"""The national `KenhThucHien`."""


@dataclass(frozen=True, slots=True)
class LedgerLine:
    """What reports need to know of one dossier. Amounts in đồng, `waited` in seconds; None where it did not happen."""

    code: str
    agency: str  # nơi tiếp nhận
    procedure: str
    field: str
    channel: int
    status: int
    received_at: int
    due_at: int | None
    finished_at: int | None  # NgayKetThucXuLy
    returned_at: int | None
    supplements: int  # how often supplements were asked for
    supplement_at: int | None  # when first
    paused_at: int | None  # since when the clock stands still, while it does
    waited: int  # how long the clock stood still, ended pauses only
    extensions: int
    components: int  # those to be digitised: without what was only shown
    digitised: int  # components with a document, reused ones included
    reused: int
    results: int
    result_files: int
    result_codes: int
    fees_due: int
    paid_phi: int
    paid_le_phi: int
    exempted: int
    clerk: str


def line_of(dossier: Dossier) -> LedgerLine:
    """The dossier's line."""
    asked = [pause for pause in dossier.pauses if pause.kind is PauseKind.SUPPLEMENT]
    good = [receipt for receipt in dossier.fee_receipts if receipt.holds]
    return LedgerLine(
        code=dossier.code,
        agency=dossier.agencies.receiving,
        procedure=dossier.procedure,
        field=dossier.field,
        channel=CHANNEL[dossier.channel],
        status=int(counted_status(dossier)),
        received_at=int(dossier.received_at.timestamp()),
        due_at=seconds(dossier.due_at),
        finished_at=seconds(dossier.finished_at),
        returned_at=seconds(dossier.returned_at),
        supplements=len(asked),
        supplement_at=seconds(asked[0].began_at) if asked else None,
        paused_at=seconds(dossier.open_pause.began_at) if dossier.open_pause else None,
        waited=waited(dossier),
        extensions=sum(change.cause is DueCause.EXTENSION for change in dossier.due_changes),
        components=sum(component.document is not None or not component.shown for component in dossier.components),
        digitised=sum(component.document is not None for component in dossier.components),
        reused=sum(component.reused is not None for component in dossier.components),
        results=len(dossier.results),
        result_files=sum(result.file is not None for result in dossier.results),
        result_codes=sum(bool(result.code) for result in dossier.results),
        fees_due=dossier.fees_total,
        paid_phi=sum(receipt.amount for receipt in good if receipt.kind is FeeKind.FEE),
        paid_le_phi=sum(receipt.amount for receipt in good if receipt.kind is FeeKind.CHARGE),
        exempted=sum(max(fee.full - fee.amount, 0) for fee in dossier.fees),
        clerk=dossier.clerk,
    )


def counted_status(dossier: Dossier) -> Status:
    """The status for counting: what came online and nobody received is new, or was never received, whatever was asked
    or said of it meanwhile; reports count neither."""
    if not dossier.awaits_acceptance:
        return dossier.status
    return Status.NOT_ACCEPTED if dossier.status in ENDED else Status.NEW


def waited(dossier: Dossier) -> int:
    """How many seconds the clock stood still, in pauses that ended."""
    return sum(int((pause.ended_at - pause.began_at).total_seconds()) for pause in dossier.pauses if pause.ended_at)


def seconds(at: datetime | None) -> int | None:
    """An instant as the ledger keeps it."""
    return int(at.timestamp()) if at else None

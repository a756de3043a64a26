"""Payloads of charges: receipts, and money without one."""

from __future__ import annotations

from typing import Literal

from pydantic import Field

from counter_app.dossier.money import FeeKind
from counter_app.dossier.payloads.payload import Payload, Reason
from counter_app.dossier.states import Payment, PayMethod


class FeeReceiptIssued(Payload):
    """Money was taken and a receipt given; series and number are used once for ever."""

    kind: Literal["fee_receipt_issued"] = "fee_receipt_issued"
    series: str = Field(min_length=1)
    number: int = Field(ge=1)
    fee_kind: FeeKind
    amount: int = Field(ge=0)
    method: PayMethod
    payer: str
    given: int = Field(default=0, ge=0)


class FeeReceiptCancelled(Payload):
    """A receipt was cancelled; its number stays used and the reason is kept."""

    kind: Literal["fee_receipt_cancelled"] = "fee_receipt_cancelled"
    series: str
    number: int = Field(ge=1)
    reason: Reason = Field(min_length=1)
    seconded_by: str = ""  # who confirmed it, where the rules ask for a second person


class PaymentRecorded(Payload):
    """Where the money stands without a receipt of this desk: paid online, pending, given back; `amount` in đồng.

    Where one receipt's money was given back and no other's, `series` and `number` name it.
    """

    kind: Literal["payment_recorded"] = "payment_recorded"
    payment: Payment
    method: str = ""  # tien-mat, chuyen-khoan, truc-tuyen
    amount: int = Field(default=0, ge=0)
    series: str = ""
    number: int = Field(default=0, ge=0)
    seconded_by: str = ""  # who confirmed it, where the rules ask for a second person

"""Money of a dossier, in đồng: what is due, what was certified, what was taken and on which receipt (biên lai)."""

from __future__ import annotations

import re
from enum import StrEnum
from typing import TypedDict, Unpack

from pydantic import AwareDatetime, Field

from counter_app.dossier.states import PayMethod
from counter_app.dossier.value import Value


class FeeKind(StrEnum):
    """What is paid: two laws, two accounts, a receipt each (Luật Phí và lệ phí)."""

    FEE = "phi"  # phí
    CHARGE = "le_phi"  # lệ phí


class FeeDue(Value):
    """A fee or charge of the dossier: `amount` is to be paid; `full` is the rate before the exemption that is named."""

    name: str
    kind: FeeKind
    amount: int = Field(ge=0)
    full: int = Field(default=0, ge=0)
    exemption: str = ""


class CertifiedDocument(Value):
    """A document of which copies are certified (chứng thực): its pages, the copies wanted, and what they cost."""

    name: str = Field(min_length=1)
    pages: int = Field(ge=1)
    copies: int = Field(ge=1)
    fee: int = Field(default=0, ge=0)


class FeeReceiptChanges(TypedDict, total=False):
    """What can become of a receipt."""

    cancelled: str
    refunded_at: AwareDatetime | None
    refund_method: str
    refunded_by: str


class FeeReceipt(Value):
    """A receipt given for money (biên lai thu phí, lệ phí). A cancelled one stays, with the reason; so does one whose
    money was given back (hoàn phí), with when, how and by whom."""

    series: str  # ký hiệu, with the form number: "01BLP2-001 NA-26T"
    number: int = Field(ge=1)
    kind: FeeKind
    amount: int = Field(ge=0)
    method: PayMethod
    payer: str
    given: int = Field(default=0, ge=0)  # the cash handed over; 0 where nobody entered it
    at: AwareDatetime
    clerk: str
    cancelled: str = ""
    refunded_at: AwareDatetime | None = None
    refund_method: str = ""
    refunded_by: str = ""

    @property
    def change(self) -> int:
        """What the payer got back of the cash handed over."""
        return max(self.given - self.amount, 0)

    @property
    def holds(self) -> bool:
        """Whether its money is with the office."""
        return not self.cancelled and self.refunded_at is None

    def changed(self, **changes: Unpack[FeeReceiptChanges]) -> FeeReceipt:
        """The receipt with what became of it."""
        return self.model_copy(update={**changes})


_COPIES = re.compile(r"BLP(\d)")


def copies_of(form: str) -> int:
    """How many copies (liên) a receipt of that form (mẫu số) has: 01BLP2-001 has two, the fewest there may be."""
    told = _COPIES.search(form)
    return max(int(told[1]), 2) if told else 2


def receipt_number(number: int) -> str:
    """The number of a fee receipt as printed, seven digits: 0000012."""
    return f"{number:07d}"

"""The state of a dossier (hồ sơ) and the values it is made of.

Everything here is frozen: a dossier changes only by folding another journal entry into it (`counter_app.dossier.fold`).
Instants are aware datetimes; dates and amounts say their unit in their name or type.
"""

from __future__ import annotations

from datetime import date
from enum import IntEnum, StrEnum
from typing import Annotated

from pydantic import AwareDatetime, BaseModel, ConfigDict, Field

Sha256 = Annotated[str, Field(pattern=r"^[0-9a-f]{64}$")]


class Value(BaseModel):
    """A frozen, strictly validated value; unknown fields are refused."""

    model_config = ConfigDict(frozen=True, extra="forbid")


class Status(IntEnum):
    """The national `TrangThaiHoSo`, 1–10: where the business of the dossier stands, and nothing else."""

    NEW = 1  # Mới đăng ký
    ACCEPTED = 2  # Được tiếp nhận
    NOT_ACCEPTED = 3  # Không được tiếp nhận
    IN_PROCESS = 4  # Đang xử lý
    SUPPLEMENT_REQUESTED = 5  # Yêu cầu bổ sung giấy tờ
    FINANCIAL_OBLIGATION = 6  # Yêu cầu thực hiện nghĩa vụ tài chính
    WITHDRAWN = 7  # Công dân yêu cầu rút hồ sơ
    STOPPED = 8  # Dừng xử lý
    DONE = 9  # Đã xử lý xong
    RESULT_RETURNED = 10  # Đã trả kết quả


class Payment(StrEnum):
    """Where the money stands, apart from the business (phí, lệ phí)."""

    NOTHING_DUE = "nothing_due"  # Không thu
    UNPAID = "unpaid"  # Chưa thanh toán
    PENDING = "pending"  # Chờ thanh toán
    PAID = "paid"  # Đã thanh toán
    REFUNDED = "refunded"  # Đã hoàn phí
    CANCELLED = "cancelled"  # Hủy


class Delivery(StrEnum):
    """Where the result stands on its way to the citizen."""

    AWAITED = "awaited"  # Chờ kết quả
    AT_DESK = "at_desk"  # Có kết quả tại bộ phận trả kết quả
    HANDED_OVER = "handed_over"  # Đã trả kết quả


class DeliveryMethod(StrEnum):
    """How the applicant wants the result (Đăng ký nhận kết quả)."""

    COUNTER = "counter"  # Tại Bộ phận Một cửa
    POST = "post"  # Qua dịch vụ bưu chính công ích
    ELECTRONIC = "electronic"  # Bản điện tử


class IdentityKind(StrEnum):
    """What paper the number of a person stands on."""

    CITIZEN = "citizen"  # Căn cước / số định danh cá nhân, 12 digits
    OLD_CARD = "old_card"  # Chứng minh nhân dân, 9 digits
    PASSPORT = "passport"  # Hộ chiếu
    NONE = "none"


class Person(Value):
    """A citizen as written on the dossier. `born` may be a partial date: "1990", "04/1990" or "15/04/1990"."""

    name: str = Field(min_length=1, max_length=200)
    identity_kind: IdentityKind = IdentityKind.NONE
    identity_number: str = ""
    born: str = ""
    sex: str = ""
    address: str = ""
    phone: str = ""
    email: str = ""


class Agencies(Value):
    """The three agencies a dossier has since NĐ 118/2025 (không phụ thuộc địa giới), each by its code."""

    supporting: str = ""  # nơi hỗ trợ nộp
    receiving: str  # nơi tiếp nhận
    competent: str  # cơ quan có thẩm quyền giải quyết
    receiving_name: str = ""
    competent_name: str = ""


class FileRef(Value):
    """A file in the files store, named by the SHA-256 of its content; `size` in bytes."""

    sha256: Sha256
    size: int = Field(gt=0)
    media_type: str


class DigitisedPage(Value):
    """One page as it was read: the original picture (its hash) and what OCR made of it (0–100 mean confidence)."""

    original: Sha256
    text: str = ""
    mean_confidence: float = Field(default=0.0, ge=0, le=100)
    blank: bool = False


class Component(Value):
    """One line of the list of papers (thành phần hồ sơ): what was handed in, and its scan once there is one."""

    key: str
    name: str
    originals: int = Field(default=0, ge=0)  # Bản chính
    certified_copies: int = Field(default=0, ge=0)  # Bản chứng thực
    copies: int = Field(default=0, ge=0)  # Bản photo
    document: FileRef | None = None
    pages: tuple[DigitisedPage, ...] = ()


class FeeDue(Value):
    """A fee (phí) or charge (lệ phí) of the dossier, in đồng."""

    name: str
    kind: str = Field(pattern="^(phi|le_phi)$")
    amount: int = Field(ge=0)


class Term(Value):
    """The time rule under which the dossier was received, as printed on its receipt.

    `unit` is one of "hours", "working_days", "calendar_days", "same_day", "none".
    """

    amount: int = Field(default=0, ge=0)
    unit: str = Field(pattern="^(hours|working_days|calendar_days|same_day|none)$")


class PaperHandedOut(Value):
    """A paper given to the citizen; `print_number` is 1 for the first print and counts the reprints."""

    form: str
    file: FileRef
    at: AwareDatetime
    print_number: int = Field(ge=1)


class Dossier(Value):
    """A dossier as it stands after its journal entries: a projection, never edited by hand."""

    code: str
    procedure: str  # Mã TTHC
    procedure_name: str
    procedure_version: str  # the catalogue version under which it was received; it keeps it
    agencies: Agencies
    owner: Person  # chủ hồ sơ
    submitter: Person | None = None  # người nộp, where another person files it with authority
    components: tuple[Component, ...]
    sets: int = Field(default=1, ge=1)  # số bộ hồ sơ
    fees: tuple[FeeDue, ...] = ()
    term: Term
    received_at: AwareDatetime
    due_at: AwareDatetime | None  # hẹn trả; none where the law sets no term
    delivery_method: DeliveryMethod = DeliveryMethod.COUNTER
    look_up_token: str  # opaque, on the receipt's QR
    note: str = ""
    clerk: str = ""  # người tiếp nhận
    status: Status = Status.ACCEPTED
    status_reason: str = ""
    payment: Payment = Payment.NOTHING_DUE
    delivery: Delivery = Delivery.AWAITED
    papers: tuple[PaperHandedOut, ...] = ()
    step: int = Field(ge=1)  # how many entries of this dossier lie on the longest chain up to here

    @property
    def received_on(self) -> date:
        """The calendar day of receipt in the office's own time zone."""
        return self.received_at.date()

"""The states a dossier is in, by the national codes: business, money and delivery apart (docs/domain/statuses.md)."""

from __future__ import annotations

from enum import IntEnum, StrEnum


class Status(IntEnum):
    """The national `TrangThaiHoSo`, 1–10: where the business of the dossier stands, and nothing else.

    11 is our own: a receipt made by mistake. The portal has no such status and is told 3 (`national`).
    """

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
    CANCELLED = 11  # Hủy tiếp nhận do nhầm lẫn

    @property
    def national(self) -> Status:
        """The status as the portal knows it."""
        return Status.NOT_ACCEPTED if self is Status.CANCELLED else self


WORKED = frozenset({Status.ACCEPTED, Status.IN_PROCESS})
"""Statuses in which the office works on the dossier."""

OPEN = WORKED | {Status.SUPPLEMENT_REQUESTED, Status.FINANCIAL_OBLIGATION}
"""Statuses of a dossier that was accepted and goes on: the office works on it, or the applicant has something to do."""

NOT_COUNTED = frozenset({Status.NEW, Status.NOT_ACCEPTED, Status.CANCELLED})
"""Statuses of what reports do not count as received."""

ENDED = frozenset({Status.NOT_ACCEPTED, Status.WITHDRAWN, Status.DONE, Status.RESULT_RETURNED, Status.CANCELLED})
"""Statuses in which no due date runs any more."""

PAUSED = frozenset({Status.SUPPLEMENT_REQUESTED, Status.FINANCIAL_OBLIGATION, Status.STOPPED})
"""Statuses in which the clock stands still while the applicant has something to do."""


class Payment(StrEnum):
    """Where the money stands, apart from the business (phí, lệ phí)."""

    NOTHING_DUE = "nothing_due"  # Không thu
    UNPAID = "unpaid"  # Chưa thanh toán
    PENDING = "pending"  # Chờ thanh toán
    PAID = "paid"  # Đã thanh toán
    REFUNDED = "refunded"  # Đã hoàn phí
    CANCELLED = "cancelled"  # Hủy


class PayMethod(StrEnum):
    """How money was taken."""

    CASH = "tien-mat"
    TRANSFER = "chuyen-khoan"
    ONLINE = "truc-tuyen"


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


class Channel(StrEnum):
    """How the dossier came (KenhThucHien). What was handed in on paper is never ONLINE (QĐ 766)."""

    COUNTER = "counter"  # 1, trực tiếp
    ONLINE = "online"  # 2, trực tuyến
    POST = "post"  # 3, bưu chính công ích


class PauseMode(StrEnum):
    """What becomes of the due date after the clock stood still (docs/domain/clocks.md)."""

    RESTART = "restart"  # the term is counted again from the start
    SHIFT = "shift"  # the due date moves by the time the clock stood still


class TermUnit(StrEnum):
    """By what a time limit is counted (thời hạn giải quyết)."""

    HOURS = "hours"  # working hours
    WORKING_DAYS = "working_days"
    CALENDAR_DAYS = "calendar_days"
    SAME_DAY = "same_day"
    NONE = "none"  # the law sets no term
    UNKNOWN = "unknown"  # the catalogue has no data; the clerk who received the dossier set the date


COUNTED = frozenset({TermUnit.HOURS, TermUnit.WORKING_DAYS, TermUnit.CALENDAR_DAYS})
"""The units of which a term has a number."""


class GuidanceKind(StrEnum):
    """What a desk answers instead of a receipt."""

    SUPPLEMENTS = "supplements"  # Mẫu 02: Phiếu yêu cầu bổ sung, hoàn thiện hồ sơ
    REFUSAL = "refusal"  # Mẫu 03: Phiếu từ chối tiếp nhận giải quyết hồ sơ


class FeedbackWay(StrEnum):
    """How feedback reached the desk (NĐ 20/2008 art. 6)."""

    SPOKEN = "spoken"  # said at the desk; the clerk writes it down truthfully
    WRITTEN = "written"  # văn bản
    PHONE = "phone"
    POST = "post"
    SLIP = "slip"  # phiếu lấy ý kiến


class FeedbackMatter(StrEnum):
    """What feedback is about (NĐ 20/2008 art. 5)."""

    BEHAVIOUR = "behaviour"  # khoản 1: chậm trễ, gây phiền hà, không thực hiện đúng của cơ quan, cán bộ
    RULE = "rule"  # khoản 2 to 6: the rule itself
    PROPOSAL = "proposal"  # khoản 7, 8: kiến nghị, with a way to settle it or a new rule


class Sorting(StrEnum):
    """Whose feedback is to settle (NĐ 20/2008 art. 9.1d)."""

    OWN = "own"  # thuộc thẩm quyền
    OTHERS = "others"  # thuộc thẩm quyền của cơ quan khác: passed on
    NOT_OF_KIND = "not_of_kind"  # không tiếp nhận: not what the decree means, or without what art. 7 asks for


class FeedbackState(StrEnum):
    """How far feedback is."""

    TAKEN = "taken"  # in the register, not sorted
    IN_HAND = "in_hand"  # the office settles it
    PASSED_ON = "passed_on"
    NOT_TAKEN = "not_taken"
    ANSWERED = "answered"


class Occasion(StrEnum):
    """With what a citizen was asked how they were served (TT 01/2018 art. 12.2)."""

    RECEIPT = "receipt"
    SUPPLEMENT = "supplement"  # Mẫu 02
    REFUSAL = "refusal"  # Mẫu 03
    RESULT = "result"
    AT_WILL = "at_will"  # at the screen of the desk, without a slip


class IdentityKind(StrEnum):
    """What paper the number of a person, or of an organisation, stands on."""

    CITIZEN = "citizen"  # Căn cước / số định danh cá nhân, 12 digits
    OLD_CARD = "old_card"  # Chứng minh nhân dân, 9 digits
    PASSPORT = "passport"  # Hộ chiếu
    RESIDENCE_CARD = "residence_card"  # Thẻ thường trú, thẻ tạm trú of a foreigner
    TAX_CODE = "tax_code"  # Mã số thuế, mã số doanh nghiệp
    OTHER = "other"  # another paper with a number
    NONE = "none"  # not said
    WITHOUT = "without"  # the clerk asked: there is no number, as of a child or a stateless person

"""A dossier with a whole life behind it, for the papers of each step; everybody in it is invented."""

from __future__ import annotations

from datetime import date, datetime, timedelta

from counter_app.dossier.life import (
    DueCause,
    DueChange,
    HandOver,
    LostReceipt,
    Pause,
    PauseKind,
    Relation,
    Result,
    Return,
    StopRequest,
)
from counter_app.dossier.model import Dossier
from counter_app.dossier.money import FeeDue, FeeReceipt
from counter_app.dossier.states import DeliveryMethod, PayMethod, Status
from counter_app.procedures.control_sheet import ControlLine, Outcome
from tests.printing.conftest import AT

DESK, HALL, HEAD = "Bộ phận Tiếp nhận và Trả kết quả", "Phòng Kinh tế, Hạ tầng và Đô thị", "Lãnh đạo UBND phường"
SERIES = "01BLP2-001 NA-26T"
ASKED, PAUSED, STOPPED, LOST, RETURNED = (AT + timedelta(hours=hours) for hours in (1, 2, 3, 4, 100))
BEFORE_IT_IS_LATE, WHEN_IT_IS_LATE = AT.replace(day=9), AT.replace(day=21)
PROMISED = (AT.replace(day=10), AT.replace(day=20, hour=16, minute=0), AT.replace(day=27, hour=11, minute=30))
REASON = "Bản sao Căn cước bị mờ,\nkhông đọc được số."


def lived(dossier: Dossier) -> Dossier:
    """The dossier after everything that can happen to one."""
    taken = Return(
        at=RETURNED,
        method=DeliveryMethod.COUNTER,
        recipient="Lê Văn Ủy",
        identity_number="040085000321",
        phone="0912000999",
        relation=Relation.AUTHORISED,
        authority="Văn bản ủy quyền số 12 ngày 08/02/2026",
        clerk="Trần Thị Mẫu",
    )
    return dossier.model_copy(
        update={
            "status": Status.NOT_ACCEPTED,
            "status_reason": "Nơi đăng ký không thuộc địa bàn.\nĐề nghị nộp tại UBND phường Trường Vinh.",
            "finished_at": AT.replace(day=6),
            "pauses": (
                Pause(
                    kind=PauseKind.SUPPLEMENT,
                    began_at=ASKED,
                    reason=REASON,
                    asked=("Bản sao Căn cước rõ nét", "Văn bản ủy quyền có chữ ký của các thành viên hộ gia đình"),
                    deadline=AT.replace(day=15),
                    before=Status.ACCEPTED,
                ),
                Pause(kind=PauseKind.STOP, began_at=PAUSED, reason="Đất đang tranh chấp.", before=Status.IN_PROCESS),
            ),
            "stop_request": StopRequest(
                at=STOPPED,
                reason="Không còn nhu cầu.",
                asked_by="Đặng Thị Hường",
                request="Đơn ngày 05/02/2026",
            ),
            "lost_receipts": (
                LostReceipt(
                    at=LOST,
                    declared_by="Đặng Thị Hường",
                    identity_number="040190001234",
                    phone="0912000123",
                    checked="Căn cước bản chính; đối chiếu ảnh, chữ ký.",
                    clerk="Trần Thị Mẫu",
                ),
            ),
            "due_changes": (
                _extended(PROMISED[0], PROMISED[1], BEFORE_IT_IS_LATE, "Phải lấy ý kiến của cơ quan thuế."),
                _extended(PROMISED[1], PROMISED[2], WHEN_IT_IS_LATE, "Cơ quan phối hợp chưa trả lời."),
            ),
            "hand_overs": (
                _step(DESK, HALL, ("Trần Thị Mẫu", "Lê Văn Nhận"), AT.replace(hour=14)),
                _step(HALL, HEAD, ("Lê Văn Nhận", "Phạm Thị Ký"), AT.replace(day=7), "Đã thẩm định"),
            ),
            "results": (
                Result(
                    name="Giấy chứng nhận đăng ký hộ kinh doanh",
                    code="KQ.G02.000012",
                    number="27A8000123",
                    issued_on=date(2026, 2, 9),
                    arrived_at=AT.replace(day=9),
                    returned=taken,
                ),
                Result(name="Thông báo mã số thuế", arrived_at=AT.replace(day=9), returned=taken),
                Result(name="Giấy phép con", arrived_at=AT.replace(day=10)),
            ),
            "fees": (
                FeeDue(name="Lệ phí đăng ký hộ kinh doanh", kind="le_phi", amount=121_500),
                FeeDue(name="Phí cung cấp thông tin", kind="phi", amount=20_000),
            ),
            "fee_receipts": (
                _receipt(12, "le_phi", 121_500, PayMethod.CASH),
                _receipt(123, "phi", 20_000, PayMethod.TRANSFER),
            ),
        }
    )


def control() -> tuple[ControlLine, ...]:
    """What the control sheet of that dossier says while the head of the agency has it."""
    first, second = AT.replace(hour=14), AT.replace(day=7)
    return (
        ControlLine(DESK, AT, first, "", "Trần Thị Mẫu", 4, Outcome.EARLY, ""),
        ControlLine(HALL, first, second, "Trần Thị Mẫu", "Lê Văn Nhận", 8, Outcome.LATE, ""),
        ControlLine(HEAD, second, None, "Lê Văn Nhận", "Phạm Thị Ký", 0, Outcome.HELD, "Đã thẩm định"),
    )


def _extended(before: datetime, after: datetime, at: datetime, reason: str) -> DueChange:
    return DueChange(
        cause=DueCause.EXTENSION,
        before=before,
        after=after,
        at=at,
        reason=reason,
        signer="Nguyễn Văn Mẫu",
        clerk="Trần Thị Mẫu",
    )


def _step(giver: str, taker: str, people: tuple[str, str], at: datetime, note: str = "") -> HandOver:
    given_by, taken_by = people
    return HandOver(from_unit=giver, to_unit=taker, given_by=given_by, taken_by=taken_by, at=at, due_at=None, note=note)


def _receipt(number: int, kind: str, amount: int, method: PayMethod) -> FeeReceipt:
    return FeeReceipt(
        series=SERIES,
        number=number,
        kind=kind,
        amount=amount,
        method=method,
        payer="Đặng Thị Hường",
        at=AT,
        clerk="Trần Thị Mẫu",
    )

"""What a dossier lives through between receipt and return: pauses, changed promises, hand-overs, results, returns."""

from __future__ import annotations

from datetime import date, datetime
from enum import StrEnum

from pydantic import AwareDatetime, Field

from counter_app.dossier.applicants import Relation
from counter_app.dossier.states import DeliveryMethod, Status
from counter_app.dossier.value import FileRef, Value


class PauseKind(StrEnum):
    """Why the clock stands still."""

    SUPPLEMENT = "supplement"  # Yêu cầu bổ sung, hoàn thiện hồ sơ
    OBLIGATION = "obligation"  # Yêu cầu thực hiện nghĩa vụ tài chính
    STOP = "stop"  # Dừng xử lý


class Pause(Value):
    """A time in which the clock stood still; `before` is the status it began in.

    `asked` is what the applicant has to bring, `deadline` until when (thời hạn bổ sung).
    """

    kind: PauseKind
    began_at: AwareDatetime
    ended_at: AwareDatetime | None = None
    reason: str = ""
    asked: tuple[str, ...] = ()
    deadline: AwareDatetime | None = None
    before: Status
    signer: str = ""  # of a stop
    clerk: str = ""  # who asked for it

    def ended(self, at: datetime) -> Pause:
        """The pause once the clock goes on."""
        return Pause(**dict(self) | {"ended_at": at})


class DueCause(StrEnum):
    """What moved a promised date."""

    SUPPLEMENT = "supplement"
    OBLIGATION = "obligation"
    STOP = "stop"
    EXTENSION = "extension"  # Xin lỗi và hẹn lại / gia hạn
    STAGE = "stage"  # the second stage's own term
    CORRECTION = "correction"  # another procedure was meant at the receipt


class DueChange(Value):
    """A promise on paper is never changed silently: what it was, what it is, why, who signed, who noted it."""

    cause: DueCause
    before: AwareDatetime | None
    after: AwareDatetime | None
    at: AwareDatetime
    reason: str = ""
    signer: str = ""
    clerk: str


class Correction(Value):
    """A mistake of the receipt was put right: when, why, who answers for it, who noted it."""

    at: AwareDatetime
    reason: str
    signer: str
    clerk: str


class StopRequest(Value):
    """The applicant asked to stop while nothing was decided: the end of the dossier (TT 03/2025/TT-VPCP art. 7).

    `request` names the paper with which it was asked for.
    """

    at: AwareDatetime
    reason: str
    asked_by: str
    request: str = ""
    signer: str = ""


class Note(Value):
    """What a clerk wrote down about the dossier (ghi chú)."""

    at: AwareDatetime
    clerk: str
    text: str


class Decision(StrEnum):
    """What a clerk decided about a step that did not fit what another desk or the province had done."""

    SET_ASIDE = "set_aside"  # it does not count
    DONE_AGAIN = "done_again"  # it was done again, as the dossier stands now


class HandOver(Value):
    """A line of the control sheet (phiếu kiểm soát): the dossier went from one unit to another."""

    from_unit: str
    to_unit: str
    given_by: str
    taken_by: str
    at: AwareDatetime
    due_at: AwareDatetime | None
    note: str = ""


class LostReceipt(Value):
    """Somebody declared that the receipt is lost: who, as what, and what was looked at to know them by."""

    at: AwareDatetime
    declared_by: str
    identity_number: str = ""
    phone: str = ""
    relation: Relation = Relation.HOLDER
    authority: str = ""
    checked: str
    clerk: str


class Return(Value):
    """A result reached the citizen: who took it on what authority, or how it was sent."""

    at: AwareDatetime
    method: DeliveryMethod
    recipient: str
    identity_number: str = ""
    phone: str = ""
    relation: Relation = Relation.HOLDER
    authority: str = ""  # the paper of authority (văn bản ủy quyền)
    post_bill: str = ""  # số vận đơn bưu chính
    clerk: str


class ResultNamed(Value):
    """A result as the competent agency made it (kết quả giải quyết). `code` is the national mã kết quả."""

    name: str = Field(min_length=1)
    code: str = ""
    number: str = ""  # số, ký hiệu
    issued_on: date | None = None
    file: FileRef | None = None

    def with_file(self, file: FileRef) -> ResultNamed:
        """The result with its electronic copy."""
        return ResultNamed(**dict(self) | {"file": file})


class Result(ResultNamed):
    """A result at the desk, and what became of it."""

    arrived_at: AwareDatetime
    returned: Return | None = None

    def handed_over(self, how: Return) -> Result:
        """The result once it reached the citizen."""
        return Result(**dict(self) | {"returned": how})

    def scanned(self, file: FileRef | None) -> Result:
        """The result with its electronic copy, scanned at the desk; None: it has none any more."""
        return Result(**dict(self) | {"file": file})

"""What happened to a dossier, as officials read it."""

from __future__ import annotations

from datetime import timedelta

from counter_app.dossier.acts import ACTS
from counter_app.dossier.correctable import correctable
from counter_app.dossier.fold import fold
from counter_app.dossier.life import Decision, ResultNamed
from counter_app.dossier.model import Agencies, Component, FileRef, Filing, Person, Reuse, Term
from counter_app.dossier.payloads.accounts import AccountOpened, AccountRoles, AccountSecret, StoreKeyChanged
from counter_app.dossier.payloads.after import (
    Corrected,
    NoteWritten,
    PageName,
    PageTakenOut,
    PapersAdded,
    ReceiptLost,
    ReceivingCancelled,
    ResultDigitised,
)
from counter_app.dossier.payloads.business import (
    ConflictSettled,
    Extended,
    HandedOver,
    Refused,
    Resumed,
    StageBegun,
    StatusChanged,
    Stopped,
    StoppedAtRequest,
    Withdrawn,
)
from counter_app.dossier.payloads.erasing import DataErased, FilesDeleted
from counter_app.dossier.payloads.evaluation import EvaluationSigned
from counter_app.dossier.payloads.feedback import FeedbackAnswered, FeedbackPublished, FeedbackSorted, FeedbackTaken
from counter_app.dossier.payloads.guidance import GuidanceEnded, GuidanceGiven
from counter_app.dossier.payloads.inspection import SampleDrawn
from counter_app.dossier.payloads.money import FeeReceiptCancelled, FeeReceiptIssued, PaymentRecorded
from counter_app.dossier.payloads.papers import (
    ComponentDigitised,
    ComponentReused,
    FieldsVerified,
    FiledOnline,
    PaperBorrowed,
    PaperGiven,
    PaperLent,
    PaperNumbered,
)
from counter_app.dossier.payloads.payload import Payload
from counter_app.dossier.payloads.results import DeliveryChanged, ResultReturned, ResultsArrived
from counter_app.dossier.payloads.survey import SurveyAnswered
from counter_app.dossier.payloads.waiting import (
    ObligationMet,
    ObligationRequested,
    SupplementReceived,
    SupplementRequested,
)
from counter_app.dossier.states import Delivery, DeliveryMethod, PauseMode, Payment, PayMethod, Status
from counter_app.dossier.verified import Outcome, VerifiedField
from tests.dossier.entries import AT, journal_of, received
from tests.province.conftest import DESK, OTHER, Caller, Journal
from tests.province.web.conftest import DOSSIER, ELSEWHERE, Official


def every_kind() -> list[Payload]:
    file, later = FileRef(sha256="b" * 64, size=5, media_type="application/pdf"), AT + timedelta(days=3)
    paper = Component(key="cccd", name="Bản sao căn cước", copies=1)
    as_received = fold(journal_of(DESK, (1, received(8000)))).dossier
    assert as_received is not None
    right = as_received.changed(owner=as_received.owner.model_copy(update={"phone": "0912000777"}))
    return [
        received(8000),
        ComponentDigitised(component="to-khai", document=file, pages=()),
        ComponentReused(component="to-khai", document=file, source=Reuse(dossier=ELSEWHERE)),
        PaperGiven(form="receipt", file=file, print_number=1),
        PaperBorrowed(
            paper="Tờ khai",
            file="ab" * 32,
            source="H41.98-261124-0001",
            procedure="1.001193",
            reason="draft-of-a-test-000000",
            request=1,
        ),
        PaperLent(
            paper="Tờ khai",
            file="ab" * 32,
            desk="H41.98:1",
            clerk="Mẫu",
            procedure="1.001193",
            reason="H41.98-261124-0001",
        ),
        PaperNumbered(form="receipt", agency="H41.99", series="phieu", year=2026, number=1, text="01/2026/……-BPTNTKQ"),
        FeeReceiptIssued(series="BL/26", number=1, fee_kind="le_phi", amount=8000, method=PayMethod.CASH, payer="Mẫu"),
        FeeReceiptCancelled(series="BL/26", number=1, reason="Sai số"),
        PaymentRecorded(payment=Payment.PENDING),
        HandedOver(from_unit="Quầy", to_unit="Tư pháp", given_by="Mẫu"),
        SupplementRequested(items=("Căn cước",), reason="Thiếu"),
        SupplementReceived(components=(paper,), mode=PauseMode.SHIFT, due_at=later),
        ObligationRequested(reason="Thuế"),
        ObligationMet(proof="Giấy nộp tiền", mode=PauseMode.SHIFT, due_at=later),
        Extended(due_at=later + timedelta(days=1), reason="Quá tải", signer="Mẫu"),
        Stopped(reason="Chờ"),
        Resumed(due_at=later),
        StatusChanged(status=Status.IN_PROCESS),
        ResultsArrived(results=(ResultNamed(name="Giấy khai sinh"),)),
        DeliveryChanged(delivery=Delivery.AT_DESK),
        ResultReturned(results=(0,), method=DeliveryMethod.COUNTER, recipient="Hương"),
        StageBegun(stage=2, term=Term(unit="same_day"), due_at=later),
        Corrected(before=correctable(as_received), after=correctable(right), reason="Gõ sai", signer="Nguyễn Văn Ký"),
        ReceivingCancelled(reason="Nhận trùng", signer="Nguyễn Văn Ký"),
        ReceiptLost(declared_by="Hương", checked="Căn cước"),
        PapersAdded(components=(paper,)),
        ResultDigitised(result=0, file=file),
        FieldsVerified(
            component="to-khai",
            paper="birth_registration_declaration",
            fields=(VerifiedField(name="owner.name", value="Nguyễn Thị Mai", outcome=Outcome.SEEN, sure=True),),
        ),
        PageTakenOut(paper="ket-qua:0", pages=(PageName(original="ab" * 32),), number=2, reason="Quét nhầm hồ sơ"),
        NoteWritten(text="Gọi lại số 0912000999"),
        StoppedAtRequest(reason="Không cần nữa", asked_by="Hương"),
        Withdrawn(reason="Rút"),
        Refused(reason="Không thuộc thẩm quyền"),
        FiledOnline(
            procedure="1.001193",
            procedure_name="Đăng ký khai sinh",
            agencies=Agencies(receiving="H41.99", competent="H41.99"),
            owner=Person(name="Mẫu"),
            components=(),
            filed=Filing(filed_at=AT),
        ),
        ConflictSettled(desk=OTHER, sequence=1, decision=Decision.SET_ASIDE, reason="Đã thống nhất"),
    ]


def test_every_kind_of_entry_is_described_in_vietnamese(caller: Caller, signed_in: Official) -> None:
    kinds = every_kind()
    of_none = {GuidanceGiven, GuidanceEnded, FilesDeleted, EvaluationSigned}  # of no dossier
    of_none |= {AccountOpened, AccountRoles, AccountSecret, StoreKeyChanged, SampleDrawn}
    of_none |= {FeedbackTaken, FeedbackSorted, FeedbackAnswered, FeedbackPublished, SurveyAnswered}
    erased = {DataErased}  # after it the others say nothing any more
    assert {type(payload) for payload in kinds} == {act.payload for act in ACTS.values()} - of_none - erased
    mine, written = Journal(), [payload for payload in kinds if not isinstance(payload, FiledOnline)]
    pushed = caller.push([mine.write(payload, step=place) for place, payload in enumerate(written, start=1)])
    assert pushed.json() == {"acknowledged": len(written)}, "filed online is the province's word, the rest a desk's"
    text = signed_in().get(DOSSIER).text
    timeline = text[text.index("Diễn biến") :]
    assert timeline.count("<li") == len(written)
    for english in ("Status", "received", "Returned", "Fee", "the second stage", "Work", "Supplement"):
        assert english not in timeline
    assert "Hẹn trả thay đổi: 23/11/2026 17:00 → 26/11/2026 09:00" in timeline
    assert "Đính chính: Chủ hồ sơ, số điện thoại" in timeline
    assert "0912000777" not in timeline and "0912000999" not in timeline, "that, not what, stands in the timeline"

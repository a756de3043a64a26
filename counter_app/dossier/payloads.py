"""What journal entries say, one type an act (`counter_app.dossier.acts`). They are read for as long as dossiers are
kept: fields are added with a default, never renamed or taken away. What an entry holds beside them, or of another type,
is refused when it is read (`counter_app.dossier.journal`)."""

from __future__ import annotations

from enum import StrEnum
from typing import Annotated, Literal

from pydantic import AwareDatetime, Field

from counter_app.dossier.applicants import Authority, Relation
from counter_app.dossier.correctable import Correctable
from counter_app.dossier.draft import Draft
from counter_app.dossier.life import Decision, ResultNamed
from counter_app.dossier.model import RECEIPT, Agencies, Component, DigitisedPage, Filing, Person, Reuse, Term
from counter_app.dossier.money import CertifiedDocument, FeeDue, FeeKind
from counter_app.dossier.roles import Role
from counter_app.dossier.signed import DigitalSignature
from counter_app.dossier.states import (
    Channel,
    Delivery,
    DeliveryMethod,
    FeedbackMatter,
    FeedbackWay,
    GuidanceKind,
    Occasion,
    PauseMode,
    Payment,
    PayMethod,
    Sorting,
    Status,
)
from counter_app.dossier.subjects import WHOLE, StoredSubject
from counter_app.dossier.value import FileRef, Sha256, Value
from counter_app.dossier.verified import VerifiedField

Reason = Annotated[str, Field(max_length=2000)]


class Payload(Value):
    """What one entry says; `kind` is the name by which the journal knows its type."""

    kind: str


class Incomplete(Value):
    """What a dossier lacked when it was received all the same, a line each, and why the clerk received it."""

    lacking: tuple[str, ...] = Field(min_length=1)
    reason: Reason = Field(min_length=1)


class Guided(Value):
    """The guidance case that a dossier was before, and what was answered last then, and when."""

    case: str
    answer: GuidanceKind
    at: AwareDatetime


class Received(Payload):
    """The dossier was accepted at the desk (tiếp nhận hồ sơ)."""

    kind: Literal["received"] = "received"
    procedure: str
    procedure_name: str
    procedure_version: str
    field: str = ""
    agencies: Agencies
    channel: Channel = Channel.COUNTER
    owner: Person
    co_owners: tuple[Person, ...] = ()
    submitter: Person | None = None
    relation: Relation = Relation.AUTHORISED
    authority: Authority | None = None
    receipt_form: str = RECEIPT
    batch: str = ""
    components: tuple[Component, ...]
    sets: int = Field(default=1, ge=1)
    certified: tuple[CertifiedDocument, ...] = ()
    fees: tuple[FeeDue, ...] = ()
    fees_unknown: bool = False
    term: Term
    case: str = ""  # the case (trường hợp) it is, where the procedure has several
    next_term: Term | None = None
    on_supplement: PauseMode = PauseMode.RESTART
    on_obligation: PauseMode = PauseMode.SHIFT
    due_at: AwareDatetime | None
    delivery_method: DeliveryMethod = DeliveryMethod.COUNTER
    look_up_token: str
    note: str = ""
    book: int = Field(default=0, ge=0)  # quyển số of the register of the field and year; 0: entered in none
    book_number: int = Field(default=0, ge=0)  # số thứ tự in it
    incomplete: Incomplete | None = None
    guided: Guided | None = None


class GuidanceGiven(Payload):
    """What the desk answered instead of a receipt (NĐ 61/2018 art. 17.1): Mẫu 02 or Mẫu 03, of a case with no code.

    `intake` is what was typed and ticked, so that nothing is typed again when the citizen comes back. `again` is why
    supplements are asked for more often than the rules allow.
    """

    kind: Literal["guidance_given"] = "guidance_given"
    answer: GuidanceKind
    intake: Draft
    procedure_name: str
    field: str = ""
    agency: str
    owner: Person
    submitter: Person | None = None
    items: tuple[str, ...] = ()
    reason: Reason
    again: Reason = ""


class GuidanceEnded(Payload):
    """The citizen came back, and the case became a dossier."""

    kind: Literal["guidance_ended"] = "guidance_ended"
    dossier: str = Field(min_length=1, max_length=64)


class Sender(Value):
    """Who feedback is from (NĐ 20/2008 art. 7: name, address, telephone); without a name it is anonymous."""

    name: str = Field(default="", max_length=300)
    address: str = Field(default="", max_length=500)
    phone: str = Field(default="", max_length=40)
    email: str = Field(default="", max_length=120)


class FeedbackTaken(Payload):
    """Feedback or a recommendation (phản ánh, kiến nghị) was entered in the register (NĐ 20/2008 art. 9.1c).

    `number` is that of the register of the year. `dossier` is the one it is about, "" for none. It is to be sorted, and
    where it is others' passed on, by `sort_by`, and answered by `answer_by`.
    """

    kind: Literal["feedback_taken"] = "feedback_taken"
    agency: str
    year: int
    number: int = Field(ge=1)
    way: FeedbackWay
    matter: FeedbackMatter
    sender: Sender
    text: str = Field(min_length=1, max_length=10_000)
    dossier: str = Field(default="", max_length=64)
    sort_by: AwareDatetime
    answer_by: AwareDatetime


class FeedbackSorted(Payload):
    """It was sorted; what is others' to settle was passed on to `to_agency` with this entry."""

    kind: Literal["feedback_sorted"] = "feedback_sorted"
    sorting: Sorting
    to_agency: str = Field(default="", max_length=300)
    reason: Reason = ""


class FeedbackAnswered(Payload):
    """It was settled, and the sender is answered. `upheld`: what was said of somebody's acts was found true; None where
    nothing was to be found out. `late_reason` is why the answer comes after its deadline."""

    kind: Literal["feedback_answered"] = "feedback_answered"
    text: str = Field(min_length=1, max_length=10_000)
    signer: str = Field(default="", max_length=300)
    upheld: bool | None = None
    late_reason: Reason = ""


class FeedbackPublished(Payload):
    """The result was made public (NĐ 20/2008 art. 19): where."""

    kind: Literal["feedback_published"] = "feedback_published"
    place: str = Field(min_length=1, max_length=500)


class SurveyAnswer(Value):
    """What a citizen said to one question: its points by TT 01/2018 art. 13."""

    question: str = Field(min_length=1, max_length=40)
    points: int = Field(ge=0, le=2)


class SurveyAnswered(Payload):
    """A citizen said how they were served; of whom and of which dossier is not in it. `slip`: a slip asked them."""

    kind: Literal["survey_answered"] = "survey_answered"
    occasion: Occasion
    field: str = ""
    procedure: str = ""
    slip: bool = False
    answers: tuple[SurveyAnswer, ...] = Field(min_length=1, max_length=10)


class FiledOnline(Payload):
    """It was filed at the national portal and came through the province; the desk has yet to accept it (mới đăng ký).

    Filed again, it is what the applicant completed after the desk had sent it back.
    """

    kind: Literal["filed_online"] = "filed_online"
    procedure: str
    procedure_name: str
    field: str = ""
    agencies: Agencies
    owner: Person
    co_owners: tuple[Person, ...] = ()
    submitter: Person | None = None
    relation: Relation = Relation.AUTHORISED
    authority: Authority | None = None
    components: tuple[Component, ...]
    delivery_method: DeliveryMethod = DeliveryMethod.ELECTRONIC
    note: str = ""
    filed: Filing


class ComponentDigitised(Payload):
    """The pages of a component became one searchable document (số hóa thành phần hồ sơ).

    `left_out`: how many pages were scanned for it and are not in the document, separators included. `shown`: the paper
    was only shown, and was scanned because the clerk wanted it so. `signed`: the digital signatures of the files that
    its pages came in, not checked.
    """

    kind: Literal["component_digitised"] = "component_digitised"
    component: str
    document: FileRef
    pages: tuple[DigitisedPage, ...]
    left_out: int = Field(default=0, ge=0)
    shown: bool = False
    signed: tuple[DigitalSignature, ...] = ()


class FieldsVerified(Payload):
    """A clerk held what was read of a paper against the paper (đối chiếu): its fields as they stand there.

    `paper` and `title`: which paper it is, as the program knows it and as it is called; `place`: which of the
    component's papers, from 0.
    """

    kind: Literal["fields_verified"] = "fields_verified"
    component: str
    paper: str
    title: str = ""
    place: int = Field(default=0, ge=0)
    fields: tuple[VerifiedField, ...] = Field(min_length=1)


class ComponentReused(Payload):
    """A document of an earlier dossier of the same person serves again (tái sử dụng)."""

    kind: Literal["component_reused"] = "component_reused"
    component: str
    document: FileRef
    pages: tuple[DigitisedPage, ...] = ()
    source: Reuse
    signed: tuple[DigitalSignature, ...] = ()


class PaperGiven(Payload):
    """A paper was printed for the citizen; a `print_number` above 1 is a reprint. `about`: see `PaperHandedOut`.

    `slip` marks that it asks how they were served (`counter_app.dossier.survey`), "" where it does not.
    """

    kind: Literal["paper_given"] = "paper_given"
    form: str
    about: StoredSubject = WHOLE
    file: FileRef
    print_number: int = Field(ge=1)
    slip: str = Field(default="", pattern=r"^([0-9a-f]{32})?$")


class PaperNumbered(Payload):
    """An outgoing paper got its number: see `PaperNumber`."""

    kind: Literal["paper_numbered"] = "paper_numbered"
    form: str
    about: StoredSubject = WHOLE
    agency: str
    series: str
    year: int
    number: int = Field(ge=1)
    text: str
    others: tuple[str, ...] = ()


class Corrected(Payload):
    """A mistake of the receipt was put right (đính chính): what stood there, what should have, why, who answers for it.

    Only what differs between the two is corrected.
    """

    kind: Literal["corrected"] = "corrected"
    before: Correctable
    after: Correctable
    reason: Reason
    signer: str
    seconded_by: str = ""  # who confirmed it, where the rules ask for a second person


class ReceivingCancelled(Payload):
    """The dossier was received by mistake (hủy tiếp nhận); its code stays used."""

    kind: Literal["receiving_cancelled"] = "receiving_cancelled"
    reason: Reason
    signer: str
    seconded_by: str = ""  # who confirmed it, where the rules ask for a second person


class ReceiptLost(Payload):
    """Somebody declared that the receipt is lost (báo mất); `checked`: what was looked at to know them by."""

    kind: Literal["receipt_lost"] = "receipt_lost"
    declared_by: str
    identity_number: str = ""
    phone: str = ""
    relation: Relation = Relation.HOLDER
    authority: str = ""
    checked: Reason


class PapersAdded(Payload):
    """Papers that nobody asked for came after the receipt (giấy tờ nộp sau)."""

    kind: Literal["papers_added"] = "papers_added"
    components: tuple[Component, ...] = ()
    note: Reason = ""


class ResultDigitised(Payload):
    """The pages of a result were scanned at the desk and are its electronic copy; `result`: its place, from 0."""

    kind: Literal["result_digitised"] = "result_digitised"
    result: int = Field(ge=0)
    file: FileRef
    pages: tuple[DigitisedPage, ...] = ()


class PageName(Value):
    """Which picture a page is: the original's hash, and which page of it where it was kept whole, else 0."""

    original: Sha256
    page_of_original: int = Field(default=0, ge=0)


class PageTakenOut(Payload):
    """A page scanned by mistake was taken out of a document (rút trang quét nhầm), with what shows it once more with a
    note; what is left is digitised anew by an entry of its own.

    `paper`: the component's key, or that of a result; `number`: which page of the document it was, from 1.
    """

    kind: Literal["page_taken_out"] = "page_taken_out"
    paper: str
    pages: tuple[PageName, ...]
    number: int = Field(default=0, ge=0)
    reason: Reason


class NoteWritten(Payload):
    """A clerk wrote something down about the dossier (ghi chú)."""

    kind: Literal["note_written"] = "note_written"
    text: Reason


class StatusChanged(Payload):
    """The business of the dossier moved on, as the province says it; a desk says more with the acts below."""

    kind: Literal["status_changed"] = "status_changed"
    status: Status
    reason: Reason = ""


class Refused(Payload):
    """The dossier is not accepted after all (không được tiếp nhận): Phiếu từ chối tiếp nhận giải quyết hồ sơ."""

    kind: Literal["refused"] = "refused"
    reason: Reason


class SupplementRequested(Payload):
    """All that is missing, asked for once and in full: Phiếu yêu cầu bổ sung, hoàn thiện hồ sơ.

    `again`: why it is asked for once more where the law has no further request.
    """

    kind: Literal["supplement_requested"] = "supplement_requested"
    items: tuple[str, ...] = Field(min_length=1)
    reason: Reason
    deadline: AwareDatetime | None = None  # thời hạn bổ sung
    again: Reason = ""


class SupplementReceived(Payload):
    """The applicant brought what was asked for; `components` are the papers that came now."""

    kind: Literal["supplement_received"] = "supplement_received"
    components: tuple[Component, ...] = ()
    mode: PauseMode
    due_at: AwareDatetime | None


class ObligationRequested(Payload):
    """The applicant has to pay elsewhere first, such as land-use tax (nghĩa vụ tài chính)."""

    kind: Literal["obligation_requested"] = "obligation_requested"
    reason: Reason
    amount: int = Field(default=0, ge=0)
    deadline: AwareDatetime | None = None


class ObligationMet(Payload):
    """It was paid; `proof` names the paper that shows it."""

    kind: Literal["obligation_met"] = "obligation_met"
    proof: str = ""
    mode: PauseMode
    due_at: AwareDatetime | None


class Extended(Payload):
    """Late: apologised and promised anew, by somebody who may sign it (xin lỗi, gia hạn)."""

    kind: Literal["extended"] = "extended"
    due_at: AwareDatetime
    reason: Reason
    signer: str = Field(min_length=1)


class Stopped(Payload):
    """The agency stopped the work for a time (tạm dừng giải quyết)."""

    kind: Literal["stopped"] = "stopped"
    reason: Reason
    signer: str = ""


class StoppedAtRequest(Payload):
    """The applicant asked to stop while nothing was decided: Thông báo dừng giải quyết hồ sơ. It ends the dossier."""

    kind: Literal["stopped_at_request"] = "stopped_at_request"
    reason: Reason
    asked_by: str
    request: str = ""  # the paper with which it was asked for
    signer: str = ""


class Resumed(Payload):
    """Work on a stopped dossier goes on."""

    kind: Literal["resumed"] = "resumed"
    reason: Reason = ""
    due_at: AwareDatetime | None


class Withdrawn(Payload):
    """The applicant took the dossier back (rút hồ sơ)."""

    kind: Literal["withdrawn"] = "withdrawn"
    reason: Reason


class HandedOver(Payload):
    """The dossier went from one unit to another: a line of the control sheet (phiếu kiểm soát)."""

    kind: Literal["handed_over"] = "handed_over"
    from_unit: str = Field(min_length=1)
    to_unit: str = Field(min_length=1)
    given_by: str
    taken_by: str = ""
    note: str = ""


class ResultsArrived(Payload):
    """Results reached the desk; `complete` says that no more are awaited."""

    kind: Literal["results_arrived"] = "results_arrived"
    results: tuple[ResultNamed, ...] = Field(min_length=1)
    complete: bool = True


class ResultReturned(Payload):
    """Results were handed over or sent; `results` are their places in the dossier's list, from 0."""

    kind: Literal["result_returned"] = "result_returned"
    results: tuple[int, ...] = Field(min_length=1)
    method: DeliveryMethod
    recipient: str
    identity_number: str = ""
    phone: str = ""
    relation: Relation = Relation.HOLDER
    authority: str = ""
    post_bill: str = ""

    def of_results(self, places: tuple[int, ...]) -> ResultReturned:
        """The same for these results."""
        return ResultReturned(**dict(self) | {"results": places})


class StageBegun(Payload):
    """The second stage of a two-stage procedure began (giai đoạn 2), with its own term."""

    kind: Literal["stage_begun"] = "stage_begun"
    stage: int = Field(ge=2)
    term: Term
    due_at: AwareDatetime | None


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


class DeliveryChanged(Payload):
    """The result reached the desk or was handed over, as the province says it."""

    kind: Literal["delivery_changed"] = "delivery_changed"
    delivery: Delivery
    recipient: str = ""


class ErasedEntry(Value):
    """An entry whose content is gone; `remains` is the payload (JSON) without people and what they said."""

    desk: str = Field(min_length=1, max_length=64)
    sequence: int = Field(ge=1)
    remains: str = ""


class DataErased(Payload):
    """What a dossier, or a guidance case, said about people was erased (Luật 91/2025/QH15): by whose decision and why.

    The erased entries keep their hashes, so that the chain holds; the dossier goes on as their remains make it. `files`
    are deleted wherever they lie.
    """

    kind: Literal["data_erased"] = "data_erased"
    reason: Reason = Field(min_length=1)
    signer: str = ""
    erased: tuple[ErasedEntry, ...]
    files: tuple[Sha256, ...] = ()


class FilesDeleted(Payload):
    """Scans that belong to no dossier were deleted, because the rules keep them no longer."""

    kind: Literal["files_deleted"] = "files_deleted"
    rule: str = Field(min_length=1)
    days: int = Field(ge=0)
    files: tuple[Sha256, ...] = Field(min_length=1)


class ConflictSettled(Payload):
    """A clerk settled a contradiction: `desk` and `sequence` name the entry that did not apply.

    What was settled never applies any more, whatever else arrives. `again` are the sequences of the entries, of this
    desk, by which its act was done again.
    """

    kind: Literal["conflict_settled"] = "conflict_settled"
    desk: str = Field(min_length=1, max_length=64)
    sequence: int = Field(ge=1)
    decision: Decision
    reason: Reason = Field(min_length=1)
    again: tuple[int, ...] = ()


class SecretKind(StrEnum):
    """By what somebody shows at sign-in who they are."""

    PASSWORD = "password"
    CARD = "card"


class AccountOpened(Payload):
    """Somebody was given an account (`counter_app.dossier.accounts`). Entries and papers bear the name."""

    kind: Literal["account_opened"] = "account_opened"
    name: str = Field(min_length=1, max_length=120)
    roles: tuple[Role, ...] = Field(min_length=1)


class AccountRoles(Payload):
    """An account has these roles from now on; without any it is closed."""

    kind: Literal["account_roles"] = "account_roles"
    roles: tuple[Role, ...]
    reason: Reason = ""


class AccountSecret(Payload):
    """A password or card was set; `kept` is what is kept of it (`counter_app.passwords`), "" takes a card away.

    `given_out`: by somebody else, so that whoever signs in with it has to choose another. `opens`: the public half of
    the key pair that the password gives, in hexadecimal behind its salt: each desk wraps the key of its store for it.
    """

    kind: Literal["account_secret"] = "account_secret"
    secret: SecretKind
    kept: str = Field(max_length=400)
    given_out: bool = False
    opens: str = Field(default="", pattern=r"^([0-9a-f]{32}\$[0-9a-f]{64})?$")


class KeyChange(StrEnum):
    """What became of the key of a desk's data."""

    WRAPPED = "wrapped"
    PLAIN = "plain"
    RENEWED = "renewed"


class StoreKeyChanged(Payload):
    """What an administrator did with the key of the data of the desk that wrote it; an entry of their account."""

    kind: Literal["store_key_changed"] = "store_key_changed"
    change: KeyChange

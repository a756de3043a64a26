"""The state of a dossier (hồ sơ) and the values it is made of.

Everything here is frozen: a dossier changes only by folding another journal entry into it (`counter_app.dossier.fold`).
Instants are aware datetimes; dates and amounts say their unit in their name or type.
"""

from __future__ import annotations

from collections.abc import Sequence
from datetime import date, datetime
from typing import TypedDict, Unpack

from pydantic import AwareDatetime, Field

from counter_app.dossier.applicants import ApplicantKind, Authority, Party, Relation, Representative
from counter_app.dossier.life import (
    Correction,
    DueCause,
    DueChange,
    HandOver,
    LostReceipt,
    Note,
    Pause,
    Result,
    StopRequest,
)
from counter_app.dossier.money import CertifiedDocument, FeeDue, FeeKind, FeeReceipt
from counter_app.dossier.plain import plain
from counter_app.dossier.signed import DigitalSignature
from counter_app.dossier.states import (
    Channel,
    Delivery,
    DeliveryMethod,
    IdentityKind,
    PauseMode,
    Payment,
    Status,
    TermUnit,
)
from counter_app.dossier.subjects import WHOLE, StoredSubject
from counter_app.dossier.value import FileRef, Sha256, Value
from counter_app.dossier.verified import IDENTITY_PAPERS, VerifiedPaper, concerned

RECEIPT = "receipt"
"""Giấy tiếp nhận hồ sơ và hẹn trả kết quả (Mẫu số 01), the form of whatever has no receipt of its own."""


class Person(Value):
    """A citizen, another person or an organisation as written on the dossier.

    `born` may be a partial date: "1990", "04/1990" or "15/04/1990". `commune` is the code of the commune that the
    address meant on the day of the receipt and `commune_name` what it was called then ("phường Cửa Lò, tỉnh Nghệ An"),
    "" where it is not sure. An organisation's number is its tax code, and `representative` who acts for it.
    """

    name: str = Field(min_length=1, max_length=200)
    identity_kind: IdentityKind = IdentityKind.NONE
    identity_number: str = ""
    born: str = ""
    sex: str = ""
    address: str = ""
    commune: str = ""
    commune_name: str = ""
    phone: str = ""
    email: str = ""
    kind: ApplicantKind = ApplicantKind.CITIZEN
    nationality: str = ""  # of who is no citizen
    representative: Representative | None = None
    party: Party = Party.NONE

    @property
    def full_address(self) -> str:
        """The address as written, and the commune of today beside it where the words do not say it already."""
        if not self.commune_name or _bare(self.commune_name) in _bare(self.address):
            return self.address
        return f"{self.address} (nay là {self.commune_name})"


def _bare(address: str) -> str:
    """The address without marks and without the word of the province's level, which many leave out."""
    parts = [part.strip() for part in plain(address).split(",")]
    return ", ".join(part.removeprefix("tinh ").removeprefix("thanh pho ") for part in parts)


class Agencies(Value):
    """The agencies a dossier has since NĐ 118/2025 (không phụ thuộc địa giới), each by its code.

    A code is "" where the agency is known by its name alone. Without `returning` the result is handed over where the
    dossier was received.
    """

    supporting: str = ""  # nơi hỗ trợ nộp
    receiving: str  # nơi tiếp nhận
    competent: str  # cơ quan có thẩm quyền giải quyết
    returning: str = ""  # nơi trả kết quả
    receiving_name: str = ""
    competent_name: str = ""
    returning_name: str = ""

    @property
    def decided_elsewhere(self) -> bool:
        """Whether another than who received it decides."""
        return bool(self.competent_name) and self.competent != self.receiving

    @property
    def returned_at(self) -> str:
        """The name of who hands the result over."""
        return self.returning_name or self.receiving_name


class DigitisedPage(Value):
    """One page as it was read: the original picture (its hash) and what OCR made of it (0–100 mean confidence).

    `page_of_original`: which page of a file kept whole it is, from 1; 0 where the original is this page alone.
    """

    original: Sha256
    page_of_original: int = Field(default=0, ge=0)
    text: str = ""
    mean_confidence: float = Field(default=0.0, ge=0, le=100)
    blank: bool = False
    with_note: bool = False  # the page before it once more, with the note attached to it (TT 01/2023 art. 8.2)


def left_out_of(pages: Sequence[DigitisedPage]) -> int:
    """How many of the pages their document leaves out: the blank ones, unless there is nothing else."""
    blank = sum(page.blank for page in pages)
    return blank if blank < len(pages) else 0


class Reuse(Value):
    """Where a document came from that the citizen did not have to hand in again (tái sử dụng, TT 01/2023)."""

    dossier: str
    from_result: bool = False  # from the result of that dossier, not from its components


class ComponentChanges(TypedDict, total=False):
    """What can change of a component: how many came, its document, and what was mistaken at the receipt."""

    name: str
    shown: bool
    originals: int
    certified_copies: int
    copies: int
    document: FileRef | None
    pages: tuple[DigitisedPage, ...]
    left_out: int
    reused: Reuse | None
    signed: tuple[DigitalSignature, ...]
    verified: tuple[VerifiedPaper, ...]


class Component(Value):
    """One line of the list of papers (thành phần hồ sơ): what was handed in, and its scan once there is one.

    `shown`: it was only shown and taken home again (xuất trình), so that none is counted and it need not be scanned.
    `left_out` counts what was scanned for it and is no page of the document: blank pages, separators.
    `lay_there`: a digitised one of the owner could have served when it was received, here or from another office.
    `signed`: the digital signatures of the files it was brought as, not checked. `verified`: what a clerk confirmed of
    the papers that it is.
    """

    key: str
    name: str
    originals: int = Field(default=0, ge=0)  # Bản chính
    certified_copies: int = Field(default=0, ge=0)  # Bản chứng thực
    copies: int = Field(default=0, ge=0)  # Bản photo
    electronic: int = Field(default=0, ge=0)  # Bản điện tử, filed online
    shown: bool = False  # Xuất trình
    document: FileRef | None = None
    pages: tuple[DigitisedPage, ...] = ()
    left_out: int = Field(default=0, ge=0)
    reused: Reuse | None = None
    lay_there: bool = False
    signed: tuple[DigitalSignature, ...] = ()
    verified: tuple[VerifiedPaper, ...] = ()

    def changed(self, **changes: Unpack[ComponentChanges]) -> Component:
        """The component as it is then."""
        return self.model_copy(update={**changes})

    @property
    def here(self) -> bool:
        """Whether it was handed in or shown."""
        return self.shown or self.originals + self.certified_copies + self.copies + self.electronic > 0

    @property
    def awaits_scan(self) -> bool:
        """Whether it is to be digitised and is not yet: TT 03/2025 art. 5.2 takes out what was only shown, and what
        was filed electronically."""
        return self.document is None and not self.shown and not self.electronic

    @property
    def asked_again(self) -> bool:
        """Whether the citizen had to bring it although a digitised one of theirs could have served."""
        return self.lay_there and self.reused is None

    @property
    def images(self) -> int:
        """The pages of its document."""
        return len(self.pages) - left_out_of(self.pages)


_RESULT = "ket-qua:"


def result_key(place: int) -> str:
    """As what the pages of a result are spooled: a key that no paper handed in has. `place`: in its list, from 0."""
    return f"{_RESULT}{place}"


def result_place(key: str) -> int | None:
    """The place of the result that is spooled under the key; None for the key of a paper handed in."""
    return int(key.removeprefix(_RESULT)) if key.startswith(_RESULT) else None


class Term(Value):
    """The time rule under which the dossier was received, as printed on its receipt."""

    amount: int = Field(default=0, ge=0, le=10_000)
    unit: TermUnit


class PaperHandedOut(Value):
    """A paper given to the citizen; `print_number` is 1 for the first print and counts the reprints.

    `about` tells papers of one form apart. `slip`: the mark of what asks how they were served, "" where nothing does.
    """

    form: str
    about: StoredSubject = WHOLE
    file: FileRef
    at: AwareDatetime
    print_number: int = Field(ge=1)
    slip: str = ""


class Filing(Value):
    """How a dossier came by the national portal (nộp trực tuyến): under which code there, when, and what is to pay."""

    code: str = ""  # mã hồ sơ at the portal
    filed_at: AwareDatetime
    account_verified: bool | None = None  # by VNeID; None where it was not said
    paid_online: int = Field(default=0, ge=0)  # đồng, paid at the portal


class PaperNumber(Value):
    """The number (số, ký hiệu) that an outgoing paper bears, drawn once for it and kept by every print.

    `series` is the run it was drawn from, of the issuing `agency` and the `year`; `text` is the number as printed.
    `others` are the codes of other dossiers that stand on the same paper.
    """

    form: str
    about: StoredSubject = WHOLE
    agency: str
    series: str
    year: int
    number: int
    text: str
    others: tuple[str, ...] = ()
    at: AwareDatetime
    clerk: str


class DossierChanges(TypedDict, total=False):
    """What an act can change of a dossier, and of which type; the rest stays as it was received.

    The types are those of `Dossier`, whose values come from checked payloads and are not checked again in the fold.
    """

    procedure: str
    procedure_name: str
    procedure_version: str
    field: str
    agencies: Agencies
    owner: Person
    co_owners: tuple[Person, ...]
    submitter: Person | None
    relation: Relation
    authority: Authority | None
    receipt_form: str
    sets: int
    fees: tuple[FeeDue, ...]
    fees_unknown: bool
    case: str
    on_supplement: PauseMode
    on_obligation: PauseMode
    delivery_method: DeliveryMethod
    components: tuple[Component, ...]
    term: Term
    next_term: Term | None
    stage: int
    due_at: AwareDatetime | None
    due_changes: tuple[DueChange, ...]
    pauses: tuple[Pause, ...]
    hand_overs: tuple[HandOver, ...]
    results: tuple[Result, ...]
    finished_at: AwareDatetime | None
    returned_at: AwareDatetime | None
    status: Status
    status_reason: str
    refused_by: str
    payment: Payment
    fee_receipts: tuple[FeeReceipt, ...]
    delivery: Delivery
    papers: tuple[PaperHandedOut, ...]
    numbers: tuple[PaperNumber, ...]
    corrections: tuple[Correction, ...]
    lost_receipts: tuple[LostReceipt, ...]
    stop_request: StopRequest | None
    notes: tuple[Note, ...]
    step: int


class Dossier(Value):
    """A dossier as it stands after its journal entries: a projection, never edited by hand.

    `promised_at` is what the receipt says; `due_at` is what holds now, and `due_changes` tell every step between them.
    """

    code: str
    procedure: str  # Mã TTHC
    procedure_name: str
    procedure_version: str  # the catalogue version under which it was received; it keeps it
    field: str = ""  # lĩnh vực
    agencies: Agencies
    channel: Channel = Channel.COUNTER
    owner: Person  # chủ hồ sơ
    co_owners: tuple[Person, ...] = ()  # đồng chủ hồ sơ, or the other party (bên nam, bên nữ)
    submitter: Person | None = None  # người nộp, where another person files it with authority
    relation: Relation = Relation.AUTHORISED  # as what the submitter files it
    authority: Authority | None = None  # the paper that shows it
    receipt_form: str = RECEIPT  # the paper given for it: Mẫu 01, or one of its field's own such as CT04
    filed: Filing | None = None  # of one that came by the national portal
    batch: str = ""  # the dossiers of one submitter that were received together
    components: tuple[Component, ...]
    sets: int = Field(default=1, ge=1)  # số bộ hồ sơ
    certified: tuple[CertifiedDocument, ...] = ()
    fees: tuple[FeeDue, ...] = ()
    fees_unknown: bool = False  # the catalogue had no data of them: none here does not mean that it is free
    term: Term
    case: str = ""  # the case (trường hợp) it is, where its term or its papers depend on that
    next_term: Term | None = None  # of a second stage that has not begun (giai đoạn 2)
    stage: int = Field(default=1, ge=1)
    on_supplement: PauseMode = PauseMode.RESTART
    on_obligation: PauseMode = PauseMode.SHIFT
    received_at: AwareDatetime
    due_at: AwareDatetime | None  # hẹn trả; none where the law sets no term
    promised_at: AwareDatetime | None = None
    due_changes: tuple[DueChange, ...] = ()
    pauses: tuple[Pause, ...] = ()
    hand_overs: tuple[HandOver, ...] = ()
    results: tuple[Result, ...] = ()
    finished_at: AwareDatetime | None = None  # NgayKetThucXuLy
    returned_at: AwareDatetime | None = None  # NgayTra
    delivery_method: DeliveryMethod = DeliveryMethod.COUNTER
    look_up_token: str  # opaque, on the receipt's QR
    notices: bool = False  # the applicant wants to be told by telephone or e-mail (nhắn tin)
    note: str = ""
    book: int = 0  # quyển số in the register of its field and year; 0: in none
    book_number: int = 0  # số thứ tự
    clerk: str = ""  # người tiếp nhận
    status: Status = Status.ACCEPTED
    status_reason: str = ""
    refused_by: str = ""  # who noted that it is not accepted
    payment: Payment = Payment.NOTHING_DUE
    fee_receipts: tuple[FeeReceipt, ...] = ()
    delivery: Delivery = Delivery.AWAITED
    papers: tuple[PaperHandedOut, ...] = ()
    numbers: tuple[PaperNumber, ...] = ()
    corrections: tuple[Correction, ...] = ()
    lost_receipts: tuple[LostReceipt, ...] = ()
    stop_request: StopRequest | None = None  # the applicant's, which ended the dossier
    notes: tuple[Note, ...] = ()
    step: int = Field(ge=1)  # how many entries of this dossier lie on the longest chain up to here

    def changed(self, **changes: Unpack[DossierChanges]) -> Dossier:
        """The dossier as it is after these changes."""
        return self.model_copy(update={**changes})

    @property
    def owners(self) -> tuple[Person, ...]:
        """Whose dossier it is: the owner and the others it belongs to."""
        return (self.owner, *self.co_owners)

    @property
    def people(self) -> tuple[Person, ...]:
        """Everybody who has to do with it: the owners, and who filed it for them."""
        return (*self.owners, *([self.submitter] if self.submitter else []))

    @property
    def verified(self) -> tuple[VerifiedPaper, ...]:
        """What clerks confirmed of its papers."""
        return tuple(paper for component in self.components for paper in component.verified)

    @property
    def declared(self) -> tuple[VerifiedPaper, ...]:
        """Those of them that say more than who somebody is."""
        return tuple(paper for paper in self.verified if paper.paper not in IDENTITY_PAPERS)

    @property
    def concerned(self) -> tuple[str, ...]:
        """Whom or what its declarations are about, each once: the child, the deceased, the business."""
        return tuple(dict.fromkeys(name for paper in self.declared for name in concerned(paper.fields)))

    @property
    def request(self) -> str:
        """What is asked for: the procedure, and for whom where a declaration says it."""
        return f"{self.procedure_name}: {', '.join(self.concerned)}" if self.concerned else self.procedure_name

    def paper(self, form: str) -> str:
        """The paper given out where an act prints that form: some fields have a receipt of their own."""
        return self.receipt_form if form == RECEIPT else form

    @property
    def awaits_acceptance(self) -> bool:
        """Whether it was filed online and nobody received it."""
        return self.filed is not None and not self.procedure_version

    @property
    def portal_code(self) -> str:
        """Its code at the national portal, which gave one of its own to what was filed there."""
        return (self.filed.code if self.filed else "") or self.code

    @property
    def paid_online(self) -> int:
        """What was paid at the national portal when it was filed, in đồng."""
        return self.filed.paid_online if self.filed else 0

    @property
    def received_on(self) -> date:
        """The calendar day of receipt in the office's own time zone."""
        return self.received_at.date()

    @property
    def fees_total(self) -> int:
        """All that is to be paid, in đồng."""
        return sum(fee.amount for fee in self.fees)

    @property
    def paid(self) -> int:
        """What was taken on receipts and neither cancelled nor given back, in đồng."""
        return sum(receipt.amount for receipt in self.fee_receipts if receipt.holds)

    def outstanding(self, kind: FeeKind) -> int:
        """What is still to be paid of that kind, in đồng; less than 0 where too much was."""
        due = sum(fee.amount for fee in self.fees if fee.kind == kind)
        return due - sum(receipt.amount for receipt in self.fee_receipts if receipt.kind == kind and receipt.holds)

    @property
    def untouched(self) -> bool:
        """Whether no act of the business followed the receipt: only then its procedure is corrected, or it is
        cancelled."""
        moved = any(change.cause is not DueCause.CORRECTION for change in self.due_changes)
        return self.status is Status.ACCEPTED and not (moved or self.pauses or self.hand_overs or self.results)

    @property
    def extensions(self) -> tuple[DueChange, ...]:
        """The extensions of the term that runs now: those of the first stage end with it."""
        kept: list[DueChange] = []
        for change in self.due_changes:
            if change.cause is DueCause.STAGE:
                kept.clear()
            elif change.cause is DueCause.EXTENSION:
                kept.append(change)
        return tuple(kept)

    @property
    def open_pause(self) -> Pause | None:
        """The pause that has not ended."""
        return next((pause for pause in reversed(self.pauses) if pause.ended_at is None), None)

    @property
    def stood_still_since(self) -> datetime | None:
        """When the clock stopped, if it stands: a stop that follows a pause at once goes on where that began."""
        since = None
        for pause in reversed(self.pauses):
            if pause.ended_at != since:
                break
            since = pause.began_at
        return since

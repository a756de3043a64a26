"""Payloads of what was received or filed, and of the papers that are scanned, reused and given."""

from __future__ import annotations

from typing import Literal

from pydantic import AwareDatetime, Field

from counter_app.dossier.applicants import Authority, Relation
from counter_app.dossier.model import RECEIPT, Agencies, Component, DigitisedPage, Filing, Person, Reuse, Term
from counter_app.dossier.money import CertifiedDocument, FeeDue
from counter_app.dossier.payloads.payload import Payload, Reason
from counter_app.dossier.signed import DigitalSignature
from counter_app.dossier.states import Channel, DeliveryMethod, GuidanceKind, PauseMode
from counter_app.dossier.subjects import WHOLE, StoredSubject
from counter_app.dossier.value import FileRef, Sha256, Value
from counter_app.dossier.verified import VerifiedField


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
    notices: bool = False  # the applicant wants to be told by telephone or e-mail
    note: str = ""
    book: int = Field(default=0, ge=0)  # quyển số of the register of the field and year; 0: entered in none
    book_number: int = Field(default=0, ge=0)  # số thứ tự in it
    incomplete: Incomplete | None = None
    guided: Guided | None = None


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


class PaperLent(Payload):
    """The province let a digitised paper of the dossier serve at another office (khai thác, tái sử dụng).

    `paper` and `file`: what it is called here, and its content. `desk`, `clerk`, `procedure`: who asked, for what;
    `reason`: the open dossier there, or the intake that becomes one.
    """

    kind: Literal["paper_lent"] = "paper_lent"
    paper: str
    file: Sha256
    desk: str
    clerk: str
    procedure: str
    reason: str


class PaperBorrowed(Payload):
    """The desk fetches a digitised paper of another office from the province: written before it is asked for, so that
    the borrower's journal says it, too, whatever becomes of the intake.

    `paper`, `file`, `source`: what it is called there, its content, its dossier. `procedure`, `reason`: what it is for,
    the open dossier or the intake; `request`: what the province noted the question as.
    """

    kind: Literal["paper_borrowed"] = "paper_borrowed"
    paper: str
    file: Sha256
    source: str
    procedure: str
    reason: str
    request: int = Field(ge=1)


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

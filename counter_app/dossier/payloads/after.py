"""Payloads of what is put right or added after the receipt."""

from __future__ import annotations

from typing import Literal

from pydantic import Field

from counter_app.dossier.applicants import Relation
from counter_app.dossier.correctable import Correctable
from counter_app.dossier.model import Component, DigitisedPage
from counter_app.dossier.payloads.payload import Payload, Reason
from counter_app.dossier.value import FileRef, Sha256, Value


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

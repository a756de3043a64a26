"""Certification counters (chứng thực): documents with their pages and copies, of which the fee is counted."""

from __future__ import annotations

from counter_app.dossier.draft import DocumentTyped, Missing
from counter_app.dossier.money import CertifiedDocument
from counter_app.procedures.catalogue import Procedure
from counter_app.procedures.fees import certification_fee


def counts_pages(procedure: Procedure) -> bool:
    """Whether its fee is for each page of the documents that are certified."""
    return any(fee.per == "page" for fee in procedure.fees)


def document_faults(documents: tuple[DocumentTyped, ...]) -> list[Missing]:
    """What is missing or wrong; the fields are named `certified.{row from 0}.{field}`."""
    if not documents:
        return [Missing("certified", "List the documents to be certified, with their pages and copies.")]
    faults = []
    for row, document in enumerate(documents):
        if not document.name.strip():
            faults.append(Missing(f"certified.{row}.name", "Name the document that is to be certified."))
        if document.pages < 1:
            faults.append(Missing(f"certified.{row}.pages", "Say how many pages the document has."))
        if document.copies < 1:
            faults.append(Missing(f"certified.{row}.copies", "Say how many copies are to be certified."))
    return faults


def certified_documents(procedure: Procedure, typed: tuple[DocumentTyped, ...]) -> tuple[CertifiedDocument, ...]:
    """The documents with what each costs; none where the procedure counts no pages. What has none yet is left out."""
    if not counts_pages(procedure):
        return ()
    return tuple(
        CertifiedDocument(
            name=" ".join(item.name.split()) or "?",
            pages=item.pages,
            copies=item.copies,
            fee=certification_fee(procedure, item.pages, item.copies),
        )
        for item in typed
        if item.pages > 0 and item.copies > 0
    )

"""What the agency's letters to an applicant share: Mẫu số 04 and 05 of TT 03/2025/TT-VPCP.

The head of the agency signs and seals them, not the desk; their number is written by hand.
"""

from __future__ import annotations

from dataclasses import replace
from datetime import date

from reportlab.lib.units import mm
from reportlab.platypus import Flowable, KeepTogether, Spacer

from counter_app.procedures.wordings import Wording
from printing.forms.context import FormContext
from printing.forms.title import titled
from printing.layout.document import DOTS, day_in_words, numbered_document_head, seal_signature, text
from printing.layout.paragraphs import sentences


def letter(context: FormContext, say: Wording, on: date, body: list[Flowable], signer: str) -> list[Flowable]:
    """Head, title, addressee, the sentence on what was received; the body; the end, kept whole with its signature."""
    dossier, office = context.dossier, context.office
    issuer = replace(office, parent="", agency=office.parent, unit=office.agency)
    received = say(
        "received",
        day=day_in_words(dossier.received_on).capitalize(),
        agency=office.agency,
        procedure=dossier.procedure_name,
        owner=dossier.owner.name,
        code=dossier.code,
    )
    end = [
        sentences(say("end", agency=office.agency)),
        Spacer(1, 5 * mm),
        seal_signature(say("signer"), signer, [say("to"), say("kept")]),
        Spacer(1, 2 * mm),
        text(say("form_number"), "small"),
    ]
    return [
        *numbered_document_head(issuer, say("number", number=DOTS), on),
        Spacer(1, 5 * mm),
        *titled(context, say),
        Spacer(1, 4 * mm),
        text(f"Kính gửi: {dossier.owner.name}", "centred"),
        Spacer(1, 4 * mm),
        sentences(received),
        *body,
        KeepTogether(end),
    ]

"""What the agency's letters to an applicant share: Mẫu số 04 and 05 of TT 03/2025/TT-VPCP.

The head of the agency signs and seals them, not the desk; who that is and what stands above the name is the office's.
"""

from __future__ import annotations

from collections.abc import Sequence
from datetime import date

from reportlab.platypus import Flowable

from counter_app.dossier.agency_names import in_full
from counter_app.procedures.wordings import Wording
from printing.forms.applicant import named_all, spoken_to
from printing.forms.context import FormContext
from printing.forms.of_whom import numbers
from printing.forms.title import titled
from printing.layout.document import document
from printing.layout.heads import Letterhead, agency_head, day_in_words, number_and_date
from printing.layout.paragraphs import sentences
from printing.layout.sheets import PORTRAIT, sheet_of
from printing.layout.signing import agency_signature, kept_with_last
from printing.layout.texts import DOTS, gap, text


def letter(context: FormContext, say: Wording, on: date, body: Sequence[Flowable], signer: str) -> bytes:
    """Head, title, addressee, the sentence on what was received; the body; the end with its signature, as PDF."""
    dossier, office = context.dossier, context.office
    agency, whom = in_full(office.agency), spoken_to(dossier.owners, on)
    received = say(
        "received",
        day=day_in_words(dossier.received_on).capitalize(),
        agency=agency,
        procedure=dossier.procedure_name,
        owner=named_all(dossier.owners, on),
        number=numbers(dossier) or DOTS,
        code=dossier.code,
    )
    signed = agency_signature(_role(office, signer, say), signer, [say("to"), say("kept")])
    story: list[Flowable] = [
        agency_head(office),
        *number_and_date(office, context.numbered(say), on),
        gap(5, 2),
        *titled(context, say),
        gap(4, 1.5),
        text(f"Kính gửi: {named_all(dossier.owners, on)}", "centred"),
        gap(4, 1.5),
        sentences(received),
        *kept_with_last(
            [*body, sentences(say("end", agency=agency, whom=whom))],
            [gap(5, 2), signed, gap(2), text(say("form_number"), "small")],
        ),
    ]
    title = f"{say('title').capitalize()} {dossier.code}"
    sheet = sheet_of(context.base) if say("form_number") else PORTRAIT
    return document([story], title=title, author=office.agency, sheet=sheet)


def _role(office: Letterhead, signer: str, say: Wording) -> tuple[str, ...]:
    """What stands above the signer's name: as the office has it, or as the form where it does not know them."""
    known = (signatory.role for signatory in office.signatories if signatory.name.casefold() == signer.casefold())
    return next(known, (say("signer"),))

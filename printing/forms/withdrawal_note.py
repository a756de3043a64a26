"""Giấy biên nhận trả lại hồ sơ: the papers an applicant takes back who withdraws. No circular has a form of it."""

from __future__ import annotations

from reportlab.lib.units import mm
from reportlab.platypus import Flowable

from counter_app.dossier.addresses import addresses
from counter_app.dossier.model import Dossier
from printing.forms.applicant import named_all, spoken_to
from printing.forms.context import FormContext
from printing.forms.of_whom import hand_of
from printing.forms.title import titled
from printing.layout.document import document
from printing.layout.grids import grid
from printing.layout.heads import head, number_and_date
from printing.layout.paragraphs import paragraphs, sentences
from printing.layout.sheets import WIDTH
from printing.layout.signing import kept_with_last, signatures
from printing.layout.texts import gap, line, text


def withdrawal_note(context: FormContext) -> bytes:
    """The note of a dossier that was withdrawn, as PDF."""
    dossier, office = context.dossier, context.office
    say = context.wordings.of("withdrawal_note", context.base)
    on, giver = (dossier.finished_at or context.at).date(), dossier.submitter or dossier.owner
    signed = signatures([(say("sign_taker"), hand_of(giver)), (say("sign_clerk"), context.clerk)])
    story: list[Flowable] = [
        head(office),
        *number_and_date(office, "", on),
        gap(5, 2),
        *titled(context, say),
        gap(4, 1.5),
        line("Mã hồ sơ", dossier.code),
        line(say("owner"), named_all(dossier.owners, on)),
        line(say("address"), addresses(dossier.owners)),
        line(say("procedure"), dossier.procedure_name),
        sentences(say("asked", whom=spoken_to(dossier.owners, on))),
        *paragraphs("Lý do", dossier.status_reason),
        text(say("papers")),
        gap(1),
        _papers(dossier),
        gap(2),
        *kept_with_last([sentences(say("received"))], [gap(3, 1), signed]),
    ]
    return document([story], title=f"Giấy biên nhận trả lại hồ sơ {dossier.code}", author=office.agency)


def _papers(dossier: Dossier) -> Flowable:
    handed_in = [
        component
        for component in dossier.components
        if component.originals + component.certified_copies + component.copies
    ]
    rows = [
        [str(number), item.name, *(str(count or "") for count in (item.originals, item.certified_copies, item.copies))]
        for number, item in enumerate(handed_in, start=1)
    ]
    widths = [10 * mm, WIDTH - 76 * mm, 20 * mm, 26 * mm, 20 * mm]
    heads = ["TT", "Tên giấy tờ", "Bản chính", "Bản chứng thực", "Bản photo"]
    return grid(heads, rows, widths, centred=(0, 2, 3, 4))

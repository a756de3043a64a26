"""Giấy biên nhận trả lại hồ sơ: the papers an applicant takes back who withdraws. No circular has a form of it."""

from __future__ import annotations

from reportlab.lib.units import mm
from reportlab.platypus import Flowable, KeepTogether, Spacer

from counter_app.dossier.model import Dossier
from printing.forms.context import FormContext
from printing.forms.title import titled
from printing.layout.document import WIDTH, columns, document, grid, head, line, place_and_day, signatures, text
from printing.layout.paragraphs import paragraphs, sentences


def withdrawal_note(context: FormContext) -> bytes:
    """The note of a dossier that was withdrawn, as PDF."""
    dossier, office = context.dossier, context.office
    say = context.wordings.of("withdrawal_note", context.base)
    on, giver = (dossier.finished_at or context.at).date(), dossier.submitter or dossier.owner
    story: list[Flowable] = [
        head(office),
        Spacer(1, 2 * mm),
        columns(
            [[text(f"Mã hồ sơ: {dossier.code}", "centred")], [text(place_and_day(office, on), "date")]],
            [WIDTH * 0.47, WIDTH * 0.53],
        ),
        Spacer(1, 5 * mm),
        *titled(context, say),
        Spacer(1, 4 * mm),
        line(say("owner"), dossier.owner.name),
        line(say("address"), dossier.owner.address),
        line(say("procedure"), dossier.procedure_name),
        sentences(say("asked")),
        *paragraphs("Lý do", dossier.status_reason),
        text(say("papers")),
        Spacer(1, 1 * mm),
        _papers(dossier),
        Spacer(1, 2 * mm),
        KeepTogether(
            [
                sentences(say("received")),
                Spacer(1, 3 * mm),
                signatures([(say("sign_taker"), giver.name), (say("sign_clerk"), context.clerk)]),
            ]
        ),
    ]
    return document([story], title=f"Giấy biên nhận trả lại hồ sơ {dossier.code}", author=office.agency)


def _papers(dossier: Dossier) -> Flowable:
    handed_in = [one for one in dossier.components if one.originals + one.certified_copies + one.copies]
    rows = [
        [str(number), one.name, *(str(count or "") for count in (one.originals, one.certified_copies, one.copies))]
        for number, one in enumerate(handed_in, start=1)
    ]
    widths = [10 * mm, WIDTH - 76 * mm, 20 * mm, 26 * mm, 20 * mm]
    heads = [["TT", "Tên giấy tờ", "Bản chính", "Bản chứng thực", "Bản photo"]]
    return grid(heads, rows, widths, [], centred=(0, 2, 3, 4))

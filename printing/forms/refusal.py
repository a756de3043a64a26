"""Mẫu số 03: Phiếu từ chối tiếp nhận giải quyết hồ sơ (TT 01/2018/TT-VPCP, TT 03/2025/TT-VPCP).

The reason is what the clerk wrote, whole and in the clerk's own lines.
"""

from __future__ import annotations

from reportlab.lib.units import mm
from reportlab.platypus import Flowable, KeepTogether, Spacer

from counter_app.dossier.model import Dossier
from printing.forms.context import FormContext
from printing.forms.title import titled
from printing.layout.document import WIDTH, columns, document, head, line, place_and_day, signatures, text
from printing.layout.paragraphs import lines, sentences


def refusal(context: FormContext) -> bytes:
    """The refusal of a dossier as PDF."""
    dossier, office = context.dossier, context.office
    say = context.wordings.of("refusal", context.base)
    giver = dossier.submitter or dossier.owner
    on = (dossier.finished_at or context.at).date()
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
        *_dossier(dossier),
        sentences(say("refused", agency=office.agency)),
        *map(sentences, lines(dossier.status_reason)),
        sentences(say("end")),
        Spacer(1, 4 * mm),
        KeepTogether(
            [
                signatures([("NGƯỜI NỘP HỒ SƠ", giver.name), ("NGƯỜI TIẾP NHẬN HỒ SƠ", context.clerk)]),
                Spacer(1, 2 * mm),
                text(say("form_number"), "small"),
            ]
        ),
    ]
    return document([story], title=f"Phiếu từ chối tiếp nhận giải quyết hồ sơ {dossier.code}", author=office.agency)


def _dossier(dossier: Dossier) -> list[Flowable]:
    giver = dossier.submitter or dossier.owner
    return [
        line("Tiếp nhận hồ sơ của", dossier.owner.name),
        line("Địa chỉ", giver.address or dossier.owner.address),
        columns([[line("Số điện thoại", giver.phone)], [line("Email", giver.email)]], [WIDTH * 0.5, WIDTH * 0.5]),
        line("Nội dung yêu cầu giải quyết", dossier.procedure_name),
    ]

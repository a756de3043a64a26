"""Mẫu số 03: Phiếu từ chối tiếp nhận giải quyết hồ sơ (TT 01/2018/TT-VPCP, TT 03/2025/TT-VPCP).

The reason is what the clerk wrote, whole and in the clerk's own lines.
"""

from __future__ import annotations

from reportlab.platypus import Flowable

from counter_app.dossier.agency_names import in_full
from counter_app.dossier.model import Dossier
from printing.forms.applicant import addressed, reached
from printing.forms.context import FormContext
from printing.layout.document import document
from printing.layout.heads import Letterhead, head, number_and_date
from printing.layout.paragraphs import lines, sentences
from printing.layout.sheets import sheet_of
from printing.layout.signing import kept_with_last, signatures
from printing.layout.texts import gap, line, text


def refusal(context: FormContext) -> bytes:
    """The refusal of a dossier as PDF."""
    dossier, office = context.dossier, context.office
    say = context.wordings.of("refusal", context.base)
    giver = dossier.submitter or dossier.owner
    on = (dossier.finished_at or context.at).date()
    body: list[Flowable] = [
        sentences(say("refused", unit=in_full(office.unit), agency=in_full(office.agency))),
        *map(sentences, lines(dossier.status_reason)),
        sentences(say("end", whom=addressed(dossier.owner))),
    ]
    signed = signatures([("NGƯỜI NỘP HỒ SƠ", giver.name), ("NGƯỜI TIẾP NHẬN HỒ SƠ", context.clerk)])
    story: list[Flowable] = [
        head(office),
        *number_and_date(office, context.numbered(say), on),
        gap(5, 2),
        text(say("title"), "title"),
        gap(4, 1.5),
        *_dossier(dossier, office),
        *kept_with_last(body, [gap(4, 2), signed, gap(2), text(say("form_number"), "small")]),
    ]
    title = f"Phiếu từ chối tiếp nhận giải quyết hồ sơ {dossier.code}"
    return document([story], title=title, author=office.agency, sheet=sheet_of(context.base))


def _dossier(dossier: Dossier, office: Letterhead) -> list[Flowable]:
    giver = dossier.submitter or dossier.owner
    return [
        line(in_full(office.unit), in_full(office.agency)),
        line("Tiếp nhận hồ sơ của", dossier.owner.name),
        line("Số định danh cá nhân/tổ chức", dossier.owner.identity_number),
        line("Địa chỉ", dossier.owner.address or giver.address),
        reached(dossier.owner if dossier.owner.phone else giver),
        line("Mã hồ sơ", dossier.code),
        line("Nội dung yêu cầu giải quyết", dossier.procedure_name),
    ]

"""Mẫu số 02: Phiếu yêu cầu bổ sung, hoàn thiện hồ sơ (TT 01/2018/TT-VPCP, TT 03/2025/TT-VPCP).

All that is missing is asked for at once, a numbered line each.
"""

from __future__ import annotations

from reportlab.platypus import Flowable

from counter_app.dossier.life import Pause
from counter_app.dossier.model import Dossier
from counter_app.dossier.subjects import ActAt
from printing.forms.applicant import addressed, reached
from printing.forms.context import FormContext
from printing.layout.document import document
from printing.layout.heads import head, moment, number_and_date
from printing.layout.paragraphs import paragraphs, sentences
from printing.layout.sheets import sheet_of
from printing.layout.signing import kept_with_last, one_signature
from printing.layout.texts import DOTS, gap, line, text


def supplement_request(context: FormContext) -> bytes:
    """The request that was made at the moment `context.about`, as PDF."""
    dossier, office = context.dossier, context.office
    say = context.wordings.of("supplement_request", context.base)
    request = next(pause for pause in dossier.pauses if ActAt(pause.began_at) == context.about)
    whom = addressed(dossier.owner)
    body: list[Flowable] = [
        sentences(say("asked", whom=whom)),
        *(sentences(f"{number}. {one}") for number, one in enumerate(request.asked, start=1)),
        *paragraphs("Lý do", request.reason),
        *_deadline(request),
        sentences(say("help", whom=whom, clerk=context.clerk, phone=office.phone or DOTS)),
    ]
    story: list[Flowable] = [
        head(office),
        *number_and_date(office, context.numbered(say), request.began_at.date()),
        gap(5, 2),
        text(say("title"), "title"),
        gap(4, 1.5),
        *_dossier(dossier),
        *kept_with_last(
            body,
            [gap(4, 2), one_signature("NGƯỜI HƯỚNG DẪN", context.clerk), gap(2), text(say("form_number"), "small")],
        ),
    ]
    title = f"Phiếu yêu cầu bổ sung, hoàn thiện hồ sơ {dossier.code}"
    return document([story], title=title, author=office.agency, sheet=sheet_of(context.base))


def _dossier(dossier: Dossier) -> list[Flowable]:
    giver = dossier.submitter or dossier.owner
    return [
        line("Hồ sơ của", dossier.owner.name),
        line("Mã hồ sơ", dossier.code),
        line("Nội dung yêu cầu giải quyết", dossier.procedure_name),
        line("Địa chỉ", dossier.owner.address or giver.address),
        reached(dossier.owner if dossier.owner.phone else giver),
    ]


def _deadline(request: Pause) -> list[Flowable]:
    if request.deadline is None:
        return []
    return [sentences(f"Thời hạn bổ sung, hoàn thiện hồ sơ: trước {moment(request.deadline)}.")]

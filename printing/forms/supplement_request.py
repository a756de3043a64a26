"""Mẫu số 02: Phiếu yêu cầu bổ sung, hoàn thiện hồ sơ (TT 01/2018/TT-VPCP, TT 03/2025/TT-VPCP).

All that is missing is asked for at once, a numbered line each.
"""

from __future__ import annotations

from reportlab.platypus import Flowable

from printing.forms.answered import Answered, supplements_of
from printing.forms.applicant import named_all, reached, spoken_to
from printing.forms.context import FormContext
from printing.forms.survey import survey_foot
from printing.forms.title import titled
from printing.layout.document import document
from printing.layout.heads import head, moment, number_and_date
from printing.layout.paragraphs import paragraphs, sentences
from printing.layout.sheets import sheet_of
from printing.layout.signing import kept_with_last, one_signature
from printing.layout.texts import DOTS, gap, line, text


def supplement_request(context: FormContext) -> bytes:
    """The request that was made at the moment `context.about`, of a dossier or before there is one, as PDF."""
    request, office = supplements_of(context), context.office
    say = context.wordings.of("supplement_request", context.base)
    whom = spoken_to(request.owners, request.at.date())
    body: list[Flowable] = [
        sentences(say("asked", whom=whom)),
        *(sentences(f"{number}. {item}") for number, item in enumerate(request.items, start=1)),
        *paragraphs("Lý do", request.reason),
        *_deadline(request),
        sentences(say("help", whom=whom, clerk=context.clerk, phone=office.phone or DOTS)),
    ]
    sheet = sheet_of(context.base)
    story: list[Flowable] = [
        *survey_foot(context, sheet),
        head(office),
        *number_and_date(office, context.numbered(say), request.at.date()),
        gap(5, 2),
        *titled(context, say),
        gap(4, 1.5),
        *_request(request),
        *kept_with_last(
            body,
            [gap(4, 2), one_signature("NGƯỜI HƯỚNG DẪN", context.clerk), gap(2), text(say("form_number"), "small")],
        ),
    ]
    title = f"Phiếu yêu cầu bổ sung, hoàn thiện hồ sơ {request.code}".strip()
    return document([story], title=title, author=office.agency, sheet=sheet)


def _request(request: Answered) -> list[Flowable]:
    return [
        line("Hồ sơ của", named_all(request.owners, request.at.date())),
        *([line("Mã hồ sơ", request.code)] if request.code else []),
        line("Nội dung yêu cầu giải quyết", request.procedure_name),
        line("Địa chỉ", request.address),
        reached(request.owner if request.owner.phone else request.giver),
    ]


def _deadline(request: Answered) -> list[Flowable]:
    if request.deadline is None:
        return []
    return [sentences(f"Thời hạn bổ sung, hoàn thiện hồ sơ: trước {moment(request.deadline)}.")]

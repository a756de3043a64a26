"""Mẫu số 02: Phiếu yêu cầu bổ sung, hoàn thiện hồ sơ (TT 01/2018/TT-VPCP, TT 03/2025/TT-VPCP).

All that is missing is asked for at once, a numbered line each.
"""

from __future__ import annotations

from reportlab.lib.units import mm
from reportlab.platypus import Flowable, KeepTogether, Spacer

from printing.forms.answered import Answered, supplements_of
from printing.forms.context import FormContext
from printing.forms.title import titled
from printing.layout.document import (
    DOTS,
    SIGNED,
    WIDTH,
    columns,
    document,
    line,
    moment,
    numbered_document_head,
    seal_signature,
    text,
)
from printing.layout.paragraphs import paragraphs, sentences


def supplement_request(context: FormContext) -> bytes:
    """The request that was made at the moment `context.about`, of a dossier or before there is one, as PDF."""
    request, office = supplements_of(context), context.office
    say = context.wordings.of("supplement_request", context.base)
    story: list[Flowable] = [
        *numbered_document_head(office, say("number", number=DOTS), request.at.date()),
        Spacer(1, 5 * mm),
        *titled(context, say),
        Spacer(1, 4 * mm),
        *_request(request),
        sentences(say("asked")),
        *(sentences(f"{number}. {one}") for number, one in enumerate(request.items, start=1)),
        *paragraphs("Lý do", request.reason),
        *_deadline(request),
        KeepTogether(
            [
                sentences(say("help", clerk=context.clerk, phone=office.phone or DOTS)),
                Spacer(1, 4 * mm),
                seal_signature("NGƯỜI HƯỚNG DẪN", context.clerk, how=SIGNED),
                Spacer(1, 2 * mm),
                text(say("form_number"), "small"),
            ]
        ),
    ]
    return document(
        [story], title=f"Phiếu yêu cầu bổ sung, hoàn thiện hồ sơ {request.code}".strip(), author=office.agency
    )


def _request(request: Answered) -> list[Flowable]:
    giver = request.giver
    return [
        line("Hồ sơ của", request.owner.name),
        *([line("Mã hồ sơ", request.code)] if request.code else []),
        line("Nội dung yêu cầu giải quyết", request.procedure_name),
        line("Địa chỉ", giver.address or request.owner.address),
        columns([[line("Số điện thoại", giver.phone)], [line("Email", giver.email)]], [WIDTH * 0.5, WIDTH * 0.5]),
    ]


def _deadline(request: Answered) -> list[Flowable]:
    if request.deadline is None:
        return []
    return [sentences(f"Thời hạn bổ sung, hoàn thiện hồ sơ: trước {moment(request.deadline)}.")]

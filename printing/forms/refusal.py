"""Mẫu số 03: Phiếu từ chối tiếp nhận giải quyết hồ sơ (TT 01/2018/TT-VPCP, TT 03/2025/TT-VPCP).

The reason is what the clerk wrote, whole and in the clerk's own lines.
"""

from __future__ import annotations

from reportlab.lib.units import mm
from reportlab.platypus import Flowable, KeepTogether, Spacer

from printing.forms.answered import Answered, refusal_of
from printing.forms.context import FormContext
from printing.forms.title import titled
from printing.layout.document import WIDTH, columns, document, head, line, place_and_day, signatures, text
from printing.layout.paragraphs import lines, sentences


def refusal(context: FormContext) -> bytes:
    """The refusal of a dossier, or of what did not become one, as PDF."""
    request, office = refusal_of(context), context.office
    say = context.wordings.of("refusal", context.base)
    coded = [text(f"Mã hồ sơ: {request.code}", "centred")] if request.code else []
    story: list[Flowable] = [
        head(office),
        Spacer(1, 2 * mm),
        columns(
            [coded, [text(place_and_day(office, request.at.date()), "date")]],
            [WIDTH * 0.47, WIDTH * 0.53],
        ),
        Spacer(1, 5 * mm),
        *titled(context, say),
        Spacer(1, 4 * mm),
        *_request(request),
        sentences(say("refused", agency=office.agency)),
        *map(sentences, lines(request.reason)),
        sentences(say("end")),
        Spacer(1, 4 * mm),
        KeepTogether(
            [
                signatures([("NGƯỜI NỘP HỒ SƠ", request.giver.name), ("NGƯỜI TIẾP NHẬN HỒ SƠ", context.clerk)]),
                Spacer(1, 2 * mm),
                text(say("form_number"), "small"),
            ]
        ),
    ]
    return document(
        [story], title=f"Phiếu từ chối tiếp nhận giải quyết hồ sơ {request.code}".strip(), author=office.agency
    )


def _request(request: Answered) -> list[Flowable]:
    giver = request.giver
    return [
        line("Tiếp nhận hồ sơ của", request.owner.name),
        line("Địa chỉ", giver.address or request.owner.address),
        columns([[line("Số điện thoại", giver.phone)], [line("Email", giver.email)]], [WIDTH * 0.5, WIDTH * 0.5]),
        line("Nội dung yêu cầu giải quyết", request.procedure_name),
    ]

"""Mẫu số 03: Phiếu từ chối tiếp nhận giải quyết hồ sơ (TT 01/2018/TT-VPCP, TT 03/2025/TT-VPCP).

The reason is what the clerk wrote, whole and in the clerk's own lines.
"""

from __future__ import annotations

from reportlab.platypus import Flowable

from counter_app.dossier.agency_names import in_full
from printing.forms.answered import Answered, refusal_of
from printing.forms.applicant import named_all, reached, spoken_to
from printing.forms.context import FormContext
from printing.forms.of_whom import hand_of, number_of
from printing.forms.survey import survey_foot
from printing.forms.title import titled
from printing.layout.document import document
from printing.layout.heads import Letterhead, head, number_and_date
from printing.layout.paragraphs import lines, sentences
from printing.layout.sheets import sheet_of
from printing.layout.signing import kept_with_last, signatures
from printing.layout.texts import gap, line, text


def refusal(context: FormContext) -> bytes:
    """The refusal of a dossier, or of what did not become one, as PDF."""
    request, office = refusal_of(context), context.office
    say = context.wordings.of("refusal", context.base)
    body: list[Flowable] = [
        sentences(say("refused", unit=in_full(office.unit), agency=in_full(office.agency))),
        *map(sentences, lines(request.reason)),
        sentences(say("end", whom=spoken_to(request.owners, request.at.date()))),
    ]
    signed = signatures([("NGƯỜI NỘP HỒ SƠ", hand_of(request.giver)), ("NGƯỜI TIẾP NHẬN HỒ SƠ", context.clerk)])
    sheet = sheet_of(context.base)
    story: list[Flowable] = [
        *survey_foot(context, sheet),
        head(office),
        *number_and_date(office, context.numbered(say), request.at.date()),
        gap(5, 2),
        *titled(context, say),
        gap(4, 1.5),
        *_request(request, office),
        *kept_with_last(body, [gap(4, 2), signed, gap(2), text(say("form_number"), "small")]),
    ]
    title = f"Phiếu từ chối tiếp nhận giải quyết hồ sơ {request.code}".strip()
    return document([story], title=title, author=office.agency, sheet=sheet)


def _request(request: Answered, office: Letterhead) -> list[Flowable]:
    return [
        line(in_full(office.unit), in_full(office.agency)),
        line("Tiếp nhận hồ sơ của", named_all(request.owners, request.at.date())),
        line("Số định danh cá nhân/tổ chức", number_of(request.owner)),
        line("Địa chỉ", request.address),
        reached(request.owner if request.owner.phone else request.giver),
        line("Mã hồ sơ" if request.code else "Mã hồ sơ (nếu có)", request.code),
        line("Nội dung yêu cầu giải quyết", request.procedure_name),
    ]

"""Mẫu số 05 of TT 03/2025/TT-VPCP: Thông báo dừng giải quyết hồ sơ, the answer to an applicant who asks to stop while
nothing is decided (art. 7). Dossiers of before: without a form number."""

from __future__ import annotations

from reportlab.platypus import Flowable

from counter_app.dossier.agency_names import in_full
from printing.forms.applicant import named_among
from printing.forms.context import FormContext
from printing.forms.letter import letter
from printing.layout.heads import moment
from printing.layout.paragraphs import paragraphs, sentences


def stop_notice(context: FormContext) -> bytes:
    """The notice that the dossier was stopped because the applicant asked for it, as PDF."""
    dossier = context.dossier
    say = context.wordings.of("stop_notice", context.base)
    asked = dossier.stop_request
    assert asked is not None  # there is no such paper before
    who = named_among([dossier.owner, dossier.submitter], asked.asked_by, asked.at.date())
    by = say("by_paper", person=who, paper=asked.request) if asked.request else who
    body: list[Flowable] = [
        sentences(say("asked", person=by)),
        *paragraphs("Lý do", asked.reason),
        sentences(say("undecided")),
        sentences(say("stopped", agency=in_full(context.office.agency), moment=moment(asked.at))),
    ]
    return letter(context, say, asked.at.date(), body, asked.signer)

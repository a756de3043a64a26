"""Mẫu số 05 of TT 03/2025/TT-VPCP: Thông báo dừng giải quyết hồ sơ, the answer to an applicant who asks to stop while
nothing is decided (art. 7). Dossiers of before: without a form number."""

from __future__ import annotations

from reportlab.platypus import Flowable

from printing.forms.context import FormContext
from printing.forms.letter import letter
from printing.layout.document import document, moment
from printing.layout.paragraphs import paragraphs, sentences


def stop_notice(context: FormContext) -> bytes:
    """The notice that the dossier was stopped because the applicant asked for it, as PDF."""
    dossier, office = context.dossier, context.office
    say = context.wordings.of("stop_notice", context.base)
    asked = dossier.stop_request
    assert asked is not None  # there is no such paper before
    by = say("by_paper", person=asked.asked_by, paper=asked.request) if asked.request else asked.asked_by
    body: list[Flowable] = [
        sentences(say("asked", person=by)),
        *paragraphs("Lý do", asked.reason),
        sentences(say("undecided")),
        sentences(say("stopped", agency=office.agency, moment=moment(asked.at))),
    ]
    story = letter(context, say, asked.at.date(), body, asked.signer)
    return document([story], title=f"Thông báo dừng giải quyết hồ sơ {dossier.code}", author=office.agency)

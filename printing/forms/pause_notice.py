"""Thông báo tạm dừng giải quyết hồ sơ: the agency pauses the work, which goes on later. No circular has a form."""

from __future__ import annotations

from reportlab.platypus import Flowable

from counter_app.dossier.agency_names import in_full
from counter_app.dossier.subjects import ActAt
from printing.forms.applicant import spoken_to
from printing.forms.context import FormContext
from printing.forms.letter import letter
from printing.layout.heads import moment
from printing.layout.paragraphs import paragraphs, sentences


def pause_notice(context: FormContext) -> bytes:
    """The notice that the work was paused at the moment `context.about`, as PDF."""
    dossier = context.dossier
    say = context.wordings.of("pause_notice", context.base)
    pause = next(pause for pause in dossier.pauses if ActAt(pause.began_at) == context.about)
    body: list[Flowable] = [
        *([sentences(say("promised", due=moment(dossier.due_at)))] if dossier.due_at else []),
        sentences(say("paused", agency=in_full(context.office.agency), moment=moment(pause.began_at))),
        *paragraphs("Lý do", pause.reason),
        sentences(say("goes_on", whom=spoken_to(dossier.owners, pause.began_at.date()))),
    ]
    return letter(context, say, pause.began_at.date(), body, pause.signer)

"""Thông báo tạm dừng giải quyết hồ sơ: the agency pauses the work, which goes on later. No circular has a form."""

from __future__ import annotations

from reportlab.platypus import Flowable

from counter_app.dossier.subjects import ActAt
from printing.forms.context import FormContext
from printing.forms.letter import letter
from printing.layout.document import document, moment
from printing.layout.paragraphs import paragraphs, sentences


def pause_notice(context: FormContext) -> bytes:
    """The notice that the work was paused at the moment `context.about`, as PDF."""
    dossier, office = context.dossier, context.office
    say = context.wordings.of("pause_notice", context.base)
    pause = next(pause for pause in dossier.pauses if ActAt(pause.began_at) == context.about)
    body: list[Flowable] = [
        *([sentences(say("promised", due=moment(dossier.due_at)))] if dossier.due_at else []),
        sentences(say("paused", agency=office.agency, moment=moment(pause.began_at))),
        *paragraphs("Lý do", pause.reason),
        sentences(say("goes_on")),
    ]
    story = letter(context, say, pause.began_at.date(), body, pause.signer)
    return document([story], title=f"Thông báo tạm dừng giải quyết hồ sơ {dossier.code}", author=office.agency)

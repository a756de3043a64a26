"""Mẫu số 05 of TT 03/2025/TT-VPCP: Thông báo dừng giải quyết hồ sơ. Dossiers of before: without a form number."""

from __future__ import annotations

from reportlab.platypus import Flowable

from counter_app.dossier.agency_names import in_full
from counter_app.dossier.subjects import ActAt
from printing.forms.context import FormContext
from printing.forms.letter import letter
from printing.layout.heads import moment
from printing.layout.paragraphs import paragraphs, sentences


def stop_notice(context: FormContext) -> bytes:
    """The notice that work stopped at the moment `context.about`, as PDF."""
    dossier = context.dossier
    say = context.wordings.of("stop_notice", context.base)
    stop = next(pause for pause in dossier.pauses if ActAt(pause.began_at) == context.about)
    undecided = all(result.arrived_at > stop.began_at for result in dossier.results)
    body: list[Flowable] = [
        *([sentences(say("promised", due=moment(dossier.due_at)))] if dossier.due_at else []),
        *([sentences(say("undecided"))] if undecided else []),
        sentences(say("stopped", agency=in_full(context.office.agency), moment=moment(stop.began_at))),
        *paragraphs("Lý do", stop.reason),
    ]
    return letter(context, say, stop.began_at.date(), body, stop.signer)

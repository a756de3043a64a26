"""Mẫu số 05 of TT 03/2025/TT-VPCP: Thông báo dừng giải quyết hồ sơ. Dossiers of before have it without a form number.

The head of the agency signs and seals it; its number is written by hand.
"""

from __future__ import annotations

from dataclasses import replace

from reportlab.lib.units import mm
from reportlab.platypus import Flowable, KeepTogether, Spacer

from counter_app.dossier.subjects import ActAt
from printing.forms.context import FormContext
from printing.layout.document import (
    DOTS,
    day_in_words,
    document,
    moment,
    numbered_document_head,
    seal_signature,
    text,
)
from printing.layout.paragraphs import paragraphs, sentences


def stop_notice(context: FormContext) -> bytes:
    """The notice that work stopped at the moment `context.about`, as PDF."""
    dossier, office = context.dossier, context.office
    say = context.wordings.of("stop_notice", context.base)
    stop = next(pause for pause in dossier.pauses if ActAt(pause.began_at) == context.about)
    issuer = replace(office, parent="", agency=office.parent, unit=office.agency)  # its head signs, not the desk
    undecided = all(result.arrived_at > stop.began_at for result in dossier.results)
    story: list[Flowable] = [
        *numbered_document_head(issuer, say("number", number=DOTS), stop.began_at.date()),
        Spacer(1, 5 * mm),
        text(say("title"), "title"),
        Spacer(1, 4 * mm),
        text(f"Kính gửi: {dossier.owner.name}", "centred"),
        Spacer(1, 4 * mm),
        sentences(
            say(
                "received",
                day=day_in_words(dossier.received_on).capitalize(),
                agency=office.agency,
                procedure=dossier.procedure_name,
                owner=dossier.owner.name,
                code=dossier.code,
            )
        ),
        *([sentences(say("promised", due=moment(dossier.due_at)))] if dossier.due_at else []),
        *([sentences(say("undecided"))] if undecided else []),
        sentences(say("stopped", agency=office.agency, moment=moment(stop.began_at))),
        *paragraphs("Lý do", stop.reason),
        KeepTogether(
            [
                sentences(say("end", agency=office.agency)),
                Spacer(1, 5 * mm),
                seal_signature(say("signer"), stop.signer, [say("to"), say("kept")]),
                Spacer(1, 2 * mm),
                text(say("form_number"), "small"),
            ]
        ),
    ]
    return document([story], title=f"Thông báo dừng giải quyết hồ sơ {dossier.code}", author=office.agency)

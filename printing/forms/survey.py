"""The slip that asks how a citizen was served: below the receipt, Mẫu 02, Mẫu 03 (TT 01/2018 art. 12.2) and the note of
returned results."""

from __future__ import annotations

from reportlab.lib.units import mm
from reportlab.platypus import Flowable

from printing.forms.context import FormContext
from printing.layout.foot import Foot
from printing.layout.qr import Qr
from printing.layout.sheets import Sheet
from printing.layout.texts import gap, text

_ON_SLIP = 20 * mm


def survey_foot(context: FormContext, sheet: Sheet) -> list[Flowable]:
    """Below a form: a line and a QR in the margin; nothing where the office asks nobody."""
    sentence = _sentence(context)
    if not context.survey or not sentence:
        return []
    return [Foot(sentence, context.survey.address, sheet)]


def survey_lines(context: FormContext) -> list[Flowable]:
    """At the end of a slip on a roll or a small sheet, which no circular has a form for."""
    sentence = _sentence(context)
    if not context.survey or not sentence:
        return []
    code = Qr(context.survey.address, _ON_SLIP) if context.survey.address else None
    if code:
        code.hAlign = "CENTER"
    return [gap(1.5), text(sentence, "medium_centred"), *([gap(1), code] if code else [])]


def _sentence(context: FormContext) -> str:
    say = context.wordings.of("survey", "")
    return say("invite" if context.survey and context.survey.address else "invite_here")

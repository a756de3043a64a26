"""The appointment slip: what a citizen needs to remember, and nothing personal but the name.

On a roll of 80 or 58 mm it is as long as it needs; on A5 and A6 it is a sheet with margins.
"""

from __future__ import annotations

import io
from collections.abc import Sequence
from dataclasses import dataclass, replace

from reportlab.lib.units import mm
from reportlab.pdfgen.canvas import Canvas
from reportlab.platypus import Flowable, Frame

from counter_app.dossier.agency_names import in_capitals
from counter_app.procedures.wordings import Wording
from printing.errors import CannotFit
from printing.forms.context import FormContext
from printing.forms.promise import Promise, promise_about
from printing.forms.receipt import due, said
from printing.forms.survey import survey_lines
from printing.forms.title import titled
from printing.layout.document import document
from printing.layout.fitting import height_of
from printing.layout.heads import contact, moment
from printing.layout.printable import printable
from printing.layout.qr import Qr
from printing.layout.sheets import A5_PORTRAIT, A6_PORTRAIT, Sheet
from printing.layout.texts import Rule, balanced, columns, gap, line, text


@dataclass(frozen=True)
class Roll:
    """A roll of thermal paper: how wide it is, and how wide its printers print (points); by what letters are drawn."""

    width: float
    printable: float
    scale: float


_WIDER = Roll(80 * mm, 72 * mm, 0.92)
ROLLS = {"": _WIDER, "80mm": _WIDER, "58mm": Roll(58 * mm, 48 * mm, 0.85)}
SHEETS = {"A5": A5_PORTRAIT, "A6": A6_PORTRAIT}
_SCALES = [scale / 100 for scale in range(170, 75, -5)]
"""How large a slip may be drawn on a sheet, so that it fills it."""
SIZES = ("80mm", "58mm", "A6", "A5")

_LONGEST = 14_400.0  # points; no PDF page is longer
_ABOVE, _BELOW = 3 * mm, 4 * mm


def slip(context: FormContext) -> bytes:
    """The slip as a PDF of one page, of the size of the occasion. Raises CannotFit, OfficeIncomplete."""
    dossier, office = context.dossier, context.office
    say = context.wordings.of("slip", context.base)
    promise = promise_about(dossier, context.about)
    named = f"{say('title')} {dossier.code}"
    if context.size in SHEETS:
        sheet = SHEETS[context.size]
        return _on_sheet(_story(context, promise, say, sheet.printable_size[0]), sheet, named, office.agency)
    roll = ROLLS[context.size]
    return _on_roll(_story(context, promise, say, roll.printable / roll.scale), roll, named, office.agency)


def _on_sheet(story: list[Flowable], sheet: Sheet, title: str, author: str) -> bytes:
    return document([story], title=title, author=author, sheet=_filled(story, sheet), one_page=True)


def _filled(story: Sequence[Flowable], sheet: Sheet) -> Sheet:
    """The sheet with the largest letters that it has room for."""
    scaled = [replace(sheet, scale=scale) for scale in _SCALES]
    return next(
        (item for item in scaled if height_of(story, *item.printable_size) <= item.printable_size[1]), scaled[-1]
    )


def _on_roll(story: list[Flowable], roll: Roll, title: str, author: str) -> bytes:
    width = roll.printable / roll.scale
    boxed = columns([story], [width])
    boxed.setStyle([("ALIGN", (0, 0), (-1, -1), "CENTER")])
    needed = boxed.wrap(width, _LONGEST)[1] + 1
    height = _ABOVE + needed * roll.scale + _BELOW
    if height > _LONGEST:
        raise CannotFit(form=title)
    memory = io.BytesIO()
    canvas = Canvas(memory, pagesize=(roll.width, height))
    canvas.setTitle(printable(title))
    canvas.setAuthor(printable(author))
    canvas.translate((roll.width - roll.printable) / 2, _BELOW)
    canvas.scale(roll.scale, roll.scale)
    Frame(0, 0, width, needed, 0, 0, 0, 0).addFromList([boxed], canvas)
    canvas.save()
    return memory.getvalue()


def _story(context: FormContext, promise: Promise, say: Wording, width: float) -> list[Flowable]:
    dossier, office = context.dossier, context.office
    code = Qr(office.look_up_address(dossier.look_up_token), 26 * mm)
    code.hAlign = "CENTER"
    replaces = say("replaces", moment=moment(promise.replaced)) if promise.replaced else ""
    asked = " – ".join(part for part in (office.phone, office.opening_hours) if part.strip())
    contact(office)  # raises where nobody could find the office
    return [
        *balanced(in_capitals(office.agency), "head_bold", width),
        *balanced(in_capitals(office.unit), "medium_centred", width),
        Rule(),
        *titled(context, say),
        gap(1.5),
        line(say("code"), dossier.code),
        line(say("name"), (dossier.submitter or dossier.owner).name),
        line(say("procedure"), dossier.procedure_name),
        line(say("received"), moment(dossier.received_at)),
        *said(say("due")),
        text(due(promise.newest, say, dossier.term.unit), "large"),
        *said(replaces, "medium_centred"),
        gap(2),
        code,
        gap(2),
        *said(say("bring"), "note"),
        Rule(),
        text(office.address, "medium_centred"),
        *said(asked, "medium_centred"),
        *survey_lines(context),
    ]

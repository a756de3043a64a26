"""The appointment slip: what a citizen needs to remember, and nothing personal but the name.

On a roll of 80 or 58 mm it is as long as it needs; on A5 and A6 it is a sheet with margins.
"""

from __future__ import annotations

import io
from dataclasses import dataclass

from reportlab.lib.units import mm
from reportlab.pdfgen.canvas import Canvas
from reportlab.platypus import Flowable, Frame, Spacer

from counter_app.procedures.wordings import Wording
from printing.errors import CannotFit
from printing.forms.context import FormContext
from printing.forms.promise import Promise, promise_about
from printing.forms.receipt import said
from printing.forms.title import titled
from printing.layout.document import (
    A5_PORTRAIT,
    A6_PORTRAIT,
    Paper,
    Rule,
    columns,
    contact,
    document,
    line,
    moment,
    text,
)
from printing.layout.printable import printable
from printing.layout.qr import Qr


@dataclass(frozen=True)
class Roll:
    """A roll of thermal paper: how wide it is, and how wide its printers print; points."""

    width: float
    printable: float


ROLLS = {"": Roll(80 * mm, 72 * mm), "80mm": Roll(80 * mm, 72 * mm), "58mm": Roll(58 * mm, 48 * mm)}
SHEETS = {"A5": A5_PORTRAIT, "A6": A6_PORTRAIT}
SIZES = ("80mm", "58mm", "A6", "A5")

_LONGEST = 14_400.0  # points; no PDF page is longer
_ABOVE, _BELOW = 3 * mm, 4 * mm


def slip(context: FormContext) -> bytes:
    """The slip as a PDF of one page, of the size of the occasion. Raises CannotFit, OfficeIncomplete."""
    dossier, office = context.dossier, context.office
    say = context.wordings.of("slip", context.base)
    promise = promise_about(dossier, context.about)
    story, named = _story(context, promise, say), f"{say('title')} {dossier.code}"
    if context.size in SHEETS:
        return _on_sheet(story, SHEETS[context.size], named, office.agency)
    return _on_roll(story, ROLLS[context.size], named, office.agency)


def _on_sheet(story: list[Flowable], sheet: Paper, title: str, author: str) -> bytes:
    return document([story], title=title, author=author, paper=sheet, one_page=True)


def _on_roll(story: list[Flowable], roll: Roll, title: str, author: str) -> bytes:
    boxed = columns([story], [roll.printable])
    boxed.setStyle([("ALIGN", (0, 0), (-1, -1), "CENTER")])
    needed = boxed.wrap(roll.printable, _LONGEST)[1] + 1
    height = _ABOVE + needed + _BELOW
    if height > _LONGEST:
        raise CannotFit(form=title)
    memory = io.BytesIO()
    canvas = Canvas(memory, pagesize=(roll.width, height))
    canvas.setTitle(printable(title))
    canvas.setAuthor(printable(author))
    Frame((roll.width - roll.printable) / 2, _BELOW, roll.printable, needed, 0, 0, 0, 0).addFromList([boxed], canvas)
    canvas.save()
    return memory.getvalue()


def _story(context: FormContext, promise: Promise, say: Wording) -> list[Flowable]:
    dossier, office = context.dossier, context.office
    code = Qr(dossier.look_up_token, 26 * mm)
    code.hAlign = "CENTER"
    replaces = say("replaces", moment=moment(promise.replaced)) if promise.replaced else ""
    asked = " – ".join(part for part in (office.phone, office.opening_hours) if part.strip())
    contact(office)  # raises where nobody could find the office
    return [
        text(office.agency.upper(), "head_bold"),
        text(office.unit.upper(), "small_centred"),
        Rule(),
        *titled(context, say),
        Spacer(1, 1.5 * mm),
        line(say("code"), dossier.code),
        line(say("name"), (dossier.submitter or dossier.owner).name),
        line(say("procedure"), dossier.procedure_name),
        line(say("received"), moment(dossier.received_at)),
        *said(say("due")),
        text(moment(promise.newest) if promise.newest else say("due_none"), "large"),
        *said(replaces, "small_centred"),
        Spacer(1, 2 * mm),
        code,
        Spacer(1, 2 * mm),
        *said(say("bring"), "note"),
        Rule(),
        text(office.address, "small_centred"),
        *said(asked, "small_centred"),
    ]

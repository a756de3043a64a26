"""One receipt for all dossiers of one submitter that were received together: landscape, a line for each.

The QR opens the first of them, from which the desk finds the others. Wording shared with the receipt stands in
receipt.toml, what is its own in batch_receipt.toml.
"""

from __future__ import annotations

from datetime import datetime

from reportlab.lib.units import mm
from reportlab.platypus import Flowable, Spacer

from counter_app.dossier.model import Dossier, Person
from counter_app.dossier.subjects import WHOLE
from counter_app.procedures.wordings import Wording
from printing.forms.context import FormContext
from printing.forms.promise import promise_about
from printing.forms.receipt import copy_name, dong, kept_with_last, notes, said, term
from printing.layout.document import (
    WIDE,
    Letterhead,
    columns,
    document,
    grid,
    halves,
    head,
    line,
    place_and_day,
    signatures,
    text,
)
from printing.layout.qr import Qr

_WIDTHS = [13 * mm, 41 * mm, 55 * mm, 36 * mm, 23 * mm, 23 * mm, 22 * mm, 15 * mm, WIDE - 228 * mm]
_COLUMNS = ("number", "code", "request", "unit", "received", "due", "term", "sets", "owner")


def batch_receipt(context: FormContext) -> bytes:
    """The receipt as PDF, both copies (liên); `context.dossiers` in the order in which they are listed."""
    first, office = context.dossier, context.office
    say, own = (context.wordings.of(form, context.base) for form in ("receipt", "batch_receipt"))
    giver = first.submitter or first.owner
    above = [head(office, WIDE), Spacer(1, 1 * mm), _code_and_date(first, office, own), text(own("title"), "title")]
    below = [
        Spacer(1, 1 * mm),
        *_submitter(giver, office, say),
        *said(own("listed", count=f"{len(context.dossiers):02d}")),
        Spacer(1, 1 * mm),
        _lines(context, say, own),
        Spacer(1, 1 * mm),
        line(own("fees"), own("fees_total", amount=dong(sum(dossier.fees_total for dossier in context.dossiers)))),
        *kept_with_last(
            notes(office, say),
            [
                Spacer(1, 1 * mm),
                signatures([(say("sign_submitter"), giver.name), (say("sign_clerk"), first.clerk)], WIDE),
                text(say("form_number"), "small"),
            ],
        ),
    ]
    liens = [[*above, copy_name(say, key), *below] for key in ("copy_keep", "copy_give")]
    return document(liens, title=f"{own('title')} {first.code}", author=office.agency, wide=True)


def _code_and_date(first: Dossier, office: Letterhead, own: Wording) -> Flowable:
    left, right = halves(WIDE)
    coded = columns(
        [[Qr(first.look_up_token, 14 * mm)], [line(own("first_code"), first.code)]], [17 * mm, left - 17 * mm]
    )
    return columns([[coded], [text(place_and_day(office, first.received_on), "date")]], [left, right])


def _submitter(giver: Person, office: Letterhead, say: Wording) -> list[Flowable]:
    pairs = [
        (line(say("desk"), office.agency), line(say("submitter"), giver.name)),
        (line(say("identity"), giver.identity_number), line(say("phone"), giver.phone)),
        (line(say("address"), giver.address), line(say("email"), giver.email)),
    ]
    return [columns([[left], [right]], [WIDE / 2, WIDE / 2]) for left, right in pairs]


def _lines(context: FormContext, say: Wording, own: Wording) -> Flowable:
    rows = [
        [
            str(number),
            one.code,
            one.procedure_name,
            one.agencies.competent_name or one.agencies.receiving_name or context.office.agency,
            _short(one.received_at),
            _short(promise_about(one, WHOLE).due_at) or own("due_none"),
            term(one.term, own),
            f"{one.sets:02d}",
            one.owner.name,
        ]
        for number, one in enumerate(context.dossiers, start=1)
    ]
    heads = [[own(f"column_{key}") for key in _COLUMNS]]
    return grid(heads, rows, _WIDTHS, [], centred=(0, 1, 4, 5, 6, 7))


def _short(at: datetime | None) -> str:
    return f"{at:%H:%M} {at:%d/%m/%Y}" if at else ""

"""One receipt for all dossiers of one submitter that were received together: landscape, a line for each.

The QR opens the first of them, from which the desk finds the others. Wording shared with the receipt stands in
receipt.toml, what is its own in batch_receipt.toml.
"""

from __future__ import annotations

from datetime import date, datetime

from reportlab.lib.units import mm
from reportlab.platypus import Flowable

from counter_app.dossier.agency_names import in_full
from counter_app.dossier.model import Dossier, Person
from counter_app.dossier.subjects import WHOLE
from counter_app.procedures.wordings import Wording
from printing.forms.applicant import named
from printing.forms.context import FormContext
from printing.forms.of_whom import hand_of, number_of, owners
from printing.forms.promise import promise_about
from printing.forms.receipt import copy_name, dong, notes, said, term
from printing.layout.document import document
from printing.layout.grids import grid
from printing.layout.heads import Letterhead, head, number_and_date
from printing.layout.qr import Qr
from printing.layout.sheets import LANDSCAPE, WIDE
from printing.layout.signing import kept_with_last, signatures
from printing.layout.texts import columns, gap, line, text

_WIDTHS = [12 * mm, 37 * mm, 73 * mm, 37 * mm, 21 * mm, 21 * mm, 20 * mm, 14 * mm, WIDE - 235 * mm]
_QR = 15 * mm
_COLUMNS = ("number", "code", "request", "unit", "received", "due", "term", "sets", "owner")


def batch_receipt(context: FormContext) -> bytes:
    """The receipt as PDF, both copies (liên); `context.dossiers` in the order in which they are listed."""
    first, office = context.dossier, context.office
    say, own = (context.wordings.of(form, context.base) for form in ("receipt", "batch_receipt"))
    giver = first.submitter or first.owner
    above = [head(office, WIDE), *number_and_date(office, "", first.received_on, WIDE), gap(1)]
    signed = signatures([(say("sign_submitter"), hand_of(giver)), (say("sign_clerk"), first.clerk)], WIDE * 0.6)
    told = [*notes(office, say), text(say("form_number"), "small")]
    fees = own("fees_total", amount=dong(sum(dossier.fees_total for dossier in context.dossiers)))
    below = [
        gap(1),
        *_submitter(giver, first.received_on, office, say, own),
        *said(own("listed", count=f"{len(context.dossiers):02d}")),
        gap(1),
        _lines(context, say, own),
        gap(1),
        *kept_with_last([line(own("fees"), fees)], [gap(1), columns([told, [signed]], [WIDE * 0.4, WIDE * 0.6])]),
    ]
    liens = [[*above, _titled(first, office, say, own, key), *below] for key in ("copy_keep", "copy_give")]
    return document(liens, title=f"{own('title')} {first.code}", author=office.agency, sheet=LANDSCAPE)


def _titled(first: Dossier, office: Letterhead, say: Wording, own: Wording, copy: str) -> Flowable:
    """The title with the name of the copy beside the QR."""
    code = Qr(office.look_up_address(first.look_up_token), _QR)
    title = [text(own("title"), "title"), copy_name(say, copy)]
    side = _QR + 3 * mm
    return columns([[code], title, []], [side, WIDE - 2 * side, side])


def _submitter(giver: Person, on: date, office: Letterhead, say: Wording, own: Wording) -> list[Flowable]:
    pairs = [
        (line(in_full(office.unit), in_full(office.agency)), line(own("submitter"), named(giver, on))),
        (line(say("identity"), number_of(giver)), line(say("phone"), giver.phone)),
        (line(say("address"), giver.address), line(say("email"), giver.email)),
    ]
    return [columns([[left], [right]], [WIDE * 0.6, WIDE * 0.4]) for left, right in pairs]


def _lines(context: FormContext, say: Wording, own: Wording) -> Flowable:
    rows = [
        [
            str(number),
            dossier.code,
            dossier.procedure_name,
            in_full(dossier.agencies.competent_name or dossier.agencies.receiving_name or context.office.agency),
            _short(dossier.received_at),
            _short(promise_about(dossier, WHOLE).due_at) or own("due_none"),
            term(dossier.term, own),
            f"{dossier.sets:02d}",
            owners(dossier),
        ]
        for number, dossier in enumerate(context.dossiers, start=1)
    ]
    heads = [own(f"column_{key}") for key in _COLUMNS]
    return grid(heads, rows, _WIDTHS, centred=(0, 1, 4, 5, 6, 7), kind="medium")


def _short(at: datetime | None) -> str:
    return f"{at:%H:%M} {at:%d/%m/%Y}" if at else ""

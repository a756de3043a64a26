"""Mẫu số 01: Giấy tiếp nhận hồ sơ và hẹn trả kết quả.

TT 03/2025/TT-VPCP Phụ lục I (before: TT 01/2018/TT-VPCP); order and wording as in the templates provinces use. Two
copies: one stays with the dossier, one goes to whoever handed it in. The QR is an opaque look-up token and never a
number of a person. A promise that moved has a receipt of its own, which says which date it replaces.
"""

from __future__ import annotations

from collections.abc import Iterator, Sequence
from datetime import datetime
from itertools import count

from reportlab.lib.units import mm
from reportlab.platypus import Flowable, KeepTogether, Spacer

from counter_app.dossier.model import Dossier, Term
from counter_app.procedures.wordings import Wording
from printing.forms.context import FormContext
from printing.forms.promise import Promise, promise_about
from printing.forms.title import titled
from printing.layout.document import (
    DOTS,
    WIDTH,
    Letterhead,
    columns,
    contact,
    document,
    grid,
    halves,
    head,
    line,
    moment,
    place_and_day,
    signatures,
    text,
)
from printing.layout.qr import Qr

_WHOLE_DAYS = ("same_day", "calendar_days")


def receipt(context: FormContext) -> bytes:
    """The receipt of a dossier as PDF, all copies (liên) one after the other; they differ only in their name."""
    say = context.wordings.of("receipt", context.base)
    return receipt_of(context, say, [text(f"1. {say('components')}"), Spacer(1, 1 * mm), _components(context, say)])


def receipt_of(context: FormContext, say: Wording, handed_in: Sequence[Flowable]) -> bytes:
    """A receipt whose first item is `handed_in`, everything else as it is for every dossier."""
    dossier, office = context.dossier, context.office
    promise = promise_about(dossier, context.about)
    above = [
        head(office),
        Spacer(1, 2 * mm),
        _code_and_date(dossier, office, promise, say),
        Spacer(1, 1 * mm),
        *titled(context, say),
    ]
    below = [
        Spacer(1, 2 * mm),
        *people(dossier, office, say),
        *handed_in,
        Spacer(1, 2 * mm),
        *_times(dossier, promise, say),
        *said(say("book", dots=DOTS)),
        Spacer(1, 1 * mm),
        *kept_with_last(notes(office, say, dossier.note), [Spacer(1, 2 * mm), *signed(dossier, say)]),
    ]
    liens = [[*above, copy_name(say, key), *below] for key in ("copy_keep", "copy_give")]
    return document(liens, title=f"{say('title')} {dossier.code}", author=office.agency)


def copy_name(say: Wording, key: str) -> Flowable:
    """`(Liên: …)` under the title."""
    return text(say("copy", copy=say(key)), "subtitle")


def said(sentence: str, kind: str = "text") -> list[Flowable]:
    """A sentence the office may have emptied: then it takes no line."""
    return [text(sentence, kind)] if sentence else []


def kept_with_last(lines: list[Flowable], end: Sequence[Flowable]) -> list[Flowable]:
    """`lines`, the last of them on one page with `end`: signatures never stand alone on a page."""
    return [*lines[:-1], KeepTogether([*lines[-1:], *end])]


def _code_and_date(dossier: Dossier, office: Letterhead, promise: Promise, say: Wording) -> Flowable:
    left, right = halves(WIDTH)
    book = [*said(say("volume", dots=DOTS)), *said(say("number", dots=DOTS))]
    coded = columns(
        [[Qr(dossier.look_up_token, 18 * mm)], [line(say("code"), dossier.code), *book]], [20.5 * mm, left - 20.5 * mm]
    )
    return columns([[coded], [text(place_and_day(office, promise.made_at.date()), "date")]], [left, right])


def people(dossier: Dossier, office: Letterhead, say: Wording) -> list[Flowable]:
    """Who received the dossier, whose it is, who handed it in, and what is asked for."""
    owner, submitter = dossier.owner, dossier.submitter or dossier.owner
    agencies, competent = dossier.agencies, []
    if agencies.competent != agencies.receiving and agencies.competent_name and say("competent"):
        competent = [line(say("competent"), agencies.competent_name)]
    return [
        line(say("desk"), office.agency),
        line(say("owner"), owner.name),
        line(say("submitter"), say("authorised", name=submitter.name) if dossier.submitter else submitter.name),
        line(say("address"), submitter.address or owner.address),
        columns([[line(say("phone"), submitter.phone)], [line(say("email"), submitter.email)]], [WIDTH / 2, WIDTH / 2]),
        line(say("identity"), submitter.identity_number),
        line(say("request"), say("request_named", procedure=dossier.procedure_name, code=dossier.procedure)),
        *competent,
    ]


def _components(context: FormContext, say: Wording) -> Flowable:
    heads = [
        [say("column_number"), say("column_component"), say("column_counts"), "", ""],
        ["", "", say("column_originals"), say("column_certified"), say("column_copies")],
    ]
    rows = [
        [
            str(number),
            one.name,
            *(str(count) if count else "" for count in (one.originals, one.certified_copies, one.copies)),
        ]
        for number, one in enumerate(context.dossier.components, start=1)
    ]
    widths = [10 * mm, WIDTH - 76 * mm, 20 * mm, 26 * mm, 20 * mm]
    spans = [("SPAN", (0, 0), (0, 1)), ("SPAN", (1, 0), (1, 1)), ("SPAN", (2, 0), (4, 0))]
    return grid(heads, rows, widths, spans, centred=(0, 2, 3, 4))


def _times(dossier: Dossier, promise: Promise, say: Wording) -> list[Flowable]:
    """The numbered items from 2 on; a procedure of two stages has two more, and the numbers after them shift."""
    has_stages = bool(dossier.next_term or dossier.stage > 1 or promise.stage_began_at)
    running = dossier.term.unit  # of the second stage, once that has begun
    items: list[tuple[str, str]] = [
        ("term", _terms(dossier, say)),
        ("received", moment(dossier.received_at)),
        ("due", due(promise.due_at, say, "" if promise.stage_began_at else running)),
    ]
    if has_stages:
        began = promise.stage_began_at
        items.append(("received_second_stage", moment(began) if began else ""))
        items.append(("due_second_stage", due(promise.stage_due_at, say, running) if began else ""))
    items += [("delivery", say(f"delivery_{dossier.delivery_method}")), ("fees", fees(dossier, say))]
    numbers = count(2)
    flowed: list[Flowable] = [text(f"{next(numbers)}. {say('sets', sets=f'{dossier.sets:02d}')}")]
    replacing = "due_second_stage" if promise.stage_began_at else "due"
    for key, content in items:
        flowed.append(line(f"{next(numbers)}. {say(key)}", content))
        if key == replacing and promise.replaced:
            flowed += said(say("replaces", moment=moment(promise.replaced)), "note")
    return flowed


def _terms(dossier: Dossier, say: Wording) -> str:
    """The term, with its case where there are several; both of two stages, or the second's alone once it has begun."""
    if dossier.case:
        return say("term_case", term=term(dossier.term, say), case=dossier.case)
    if dossier.next_term:
        return say("term_two_stages", first=term(dossier.term, say), second=term(dossier.next_term, say))
    return say("term_second_stage", second=term(dossier.term, say)) if dossier.stage > 1 else term(dossier.term, say)


def term(one: Term, say: Wording) -> str:
    """`03 ngày làm việc`."""
    return say(f"term_{one.unit}", amount=f"{one.amount:02d}")


def due(at: datetime | None, say: Wording, unit: str) -> str:
    """When the result is promised, or that the law sets no date; a term of whole days ends as the office closes, so it
    is there before that hour, not after it."""
    if at is None:
        return say("due_none")
    return say("due_before" if unit in _WHOLE_DAYS else "due_at", moment=moment(at))


def fees(dossier: Dossier, say: Wording) -> str:
    """Every fee and charge with its amount, and why one is less; that there is none, or that nobody knows."""
    return "; ".join(_fees(dossier, say)) or say("fees_unknown" if dossier.fees_unknown else "fees_none")


def _fees(dossier: Dossier, say: Wording) -> Iterator[str]:
    for fee in dossier.fees:
        amount = dong(fee.amount)
        if fee.exemption:
            yield say("fee_exempt", name=fee.name, amount=amount, exemption=fee.exemption)
        else:
            yield say("fee", name=fee.name, amount=amount)


def dong(amount: int) -> str:
    """`1.234.567`."""
    return f"{amount:,}".replace(",", ".")


def notes(office: Letterhead, say: Wording, note: str = "") -> list[Flowable]:
    """What to know when coming back, where to ask, the office's lines, a note. Raises OfficeIncomplete."""
    hours = say("opening_hours", hours=office.opening_hours) if office.opening_hours.strip() else ""
    lines = [say("early"), say("bring"), say("contact", contact=contact(office)), hours, *office.notes]
    lines += [say("note", note=note)] if note.strip() else []
    return [flowable for note in lines for flowable in said(note, "note")]


def signed(dossier: Dossier, say: Wording) -> list[Flowable]:
    """Who handed in and who received; the number of the form under them."""
    giver = dossier.submitter or dossier.owner
    return [
        signatures([(say("sign_submitter"), giver.name), (say("sign_clerk"), dossier.clerk)]),
        Spacer(1, 1 * mm),
        text(say("form_number"), "small"),
    ]

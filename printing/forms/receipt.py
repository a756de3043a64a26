"""Mẫu số 01: Giấy tiếp nhận hồ sơ và hẹn trả kết quả.

Order and wording of TT 03/2025/TT-VPCP Phụ lục I, which TT 01/2018/TT-VPCP shares but for the numbers of persons and
organisations. Two copies: one stays with the dossier, one goes to whoever handed it in. The QR leads to the dossier by
an opaque token, never by a number of a person. A promise that moved has a receipt of its own, which says which date it
replaces.
"""

from __future__ import annotations

from collections.abc import Iterator, Sequence
from datetime import datetime

from reportlab.lib.units import mm
from reportlab.platypus import Flowable

from counter_app.dossier.addresses import addresses
from counter_app.dossier.agency_names import in_full
from counter_app.dossier.applicants import Relation
from counter_app.dossier.model import Component, Dossier, Person, Term
from counter_app.dossier.states import DeliveryMethod
from counter_app.procedures.catalogue import is_national
from counter_app.procedures.wordings import Wording
from printing.forms.applicant import kind_words, named, reached
from printing.forms.context import FormContext
from printing.forms.of_whom import authority, hand_of, number_of, numbers, owners, relation, represented
from printing.forms.promise import Promise, promise_about
from printing.forms.survey import survey_foot
from printing.forms.title import titled
from printing.layout.document import document
from printing.layout.heads import Letterhead, contact, head, moment, number_and_date
from printing.layout.qr import Qr
from printing.layout.sheets import WIDTH, sheet_of
from printing.layout.signing import kept_with_last, signatures
from printing.layout.texts import DOTS, columns, gap, line, run, text

_WHOLE_DAYS = ("same_day", "calendar_days")
_QR = 17 * mm


def receipt(context: FormContext) -> bytes:
    """The receipt of a dossier as PDF, all copies (liên) one after the other; they differ only in their name."""
    say = context.wordings.of("receipt", context.base)
    return receipt_of(context, say, components(context, say))


def components(context: FormContext, say: Wording) -> list[Flowable]:
    """What was handed in, and how many of each."""
    return [text(say("components")), *_components(context.dossier.components, say)]


def receipt_of(context: FormContext, say: Wording, handed_in: Sequence[Flowable]) -> bytes:
    """A receipt that lists `handed_in`, everything else as it is for every dossier."""
    dossier, office = context.dossier, context.office
    promise = promise_about(dossier, context.about)
    above = [head(office), *number_and_date(office, context.numbered(say), promise.made_at.date()), gap(2, 1)]
    below = [
        gap(2, 0.5),
        *people(dossier, office, say),
        *handed_in,
        *_times(dossier, promise, say),
        *said(_in_book(dossier, say)),
        gap(1),
        *kept_with_last(notes(office, say, dossier.note), [gap(2, 1), *signed(dossier, say)]),
    ]
    sheet = sheet_of(context.base)
    asked = {"copy_keep": [], "copy_give": survey_foot(context, sheet)}
    liens = [[*foot, *above, _titled(context, say, key), *below] for key, foot in asked.items()]
    return document(liens, title=f"{say('title')} {dossier.code}", author=office.agency, sheet=sheet)


def _titled(context: FormContext, say: Wording, copy: str) -> Flowable:
    """The title with the name of the copy, beside the QR."""
    dossier, office = context.dossier, context.office
    code = Qr(office.look_up_address(dossier.look_up_token), _QR)
    title = [*titled(context, say), copy_name(say, copy), _coded(dossier, say)]
    side = _QR + 3 * mm
    return columns([[code], title, []], [side, WIDTH - 1.3 * side, 0.3 * side])


def _coded(dossier: Dossier, say: Wording) -> Flowable:
    return line(say("code"), dossier.code, "centred")


def copy_name(say: Wording, key: str) -> Flowable:
    """`(Liên: …)` under the title."""
    return text(say("copy", copy=say(key)), "subtitle")


def said(sentence: str, kind: str = "text") -> list[Flowable]:
    """A sentence the office may have emptied: then it takes no line."""
    return [text(sentence, kind)] if sentence else []


def people(dossier: Dossier, office: Letterhead, say: Wording) -> list[Flowable]:
    """Who received the dossier, whose it is, who handed it in, and what is asked for."""
    owner = dossier.owner
    acting = represented(owner)
    return [
        line(in_full(office.unit), in_full(office.agency)),
        line(say("owner", whom=kind_words(dossier.owners, dossier.received_on)).strip(), owners(dossier)),
        line(say("identity"), numbers(dossier)),
        *([line(say("represented"), acting)] if acting else []),
        line(say("address"), addresses(dossier.owners)),
        reached(owner, say("phone"), say("email")),
        *([_filed_by(dossier, dossier.submitter, say)] if dossier.submitter else []),
        line(say("request"), _request(dossier, say)),
        *_decided(dossier, say),
    ]


def _filed_by(dossier: Dossier, submitter: Person, say: Wording) -> Flowable:
    """All that the form wants to know of who files it for the owner, running on as the form has it."""
    authorised, name = dossier.relation is Relation.AUTHORISED, named(submitter, dossier.received_on)
    who = name if authorised else say("filed_as", name=name, relation=relation(dossier))
    facts = [("identity", number_of(submitter)), ("address", submitter.full_address), ("phone", submitter.phone)]
    facts += [("email", submitter.email), ("authority" if authorised else "kinship", authority(dossier))]
    label = say("submitter" if authorised else "submitter_related")
    return run([(label, who), *((say(f"submitter_{key}"), fact) for key, fact in facts)])


def _decided(dossier: Dossier, say: Wording) -> Iterator[Flowable]:
    """Who decides, where that is not who received it."""
    if dossier.agencies.decided_elsewhere and say("competent"):
        yield line(say("competent"), in_full(dossier.agencies.competent_name))


def _delivered(dossier: Dossier, say: Wording) -> str:
    """How the result is handed over; at a desk, at whose, where it is not the one that received."""
    way, elsewhere = say(f"delivery_{dossier.delivery_method}"), dossier.agencies.returning_name
    return f"{way} {in_full(elsewhere)}" if elsewhere and dossier.delivery_method is DeliveryMethod.COUNTER else way


def _request(dossier: Dossier, say: Wording) -> str:
    """The procedure with its national code, and for whom where the declaration says it; a code that is this program's
    own is no citizen's business."""
    named = (
        say("request_named", procedure=dossier.procedure_name, code=dossier.procedure)
        if is_national(dossier.procedure)
        else dossier.procedure_name
    )
    return f"{named}: {', '.join(dossier.concerned)}" if dossier.concerned else named


def _components(components: Sequence[Component], say: Wording) -> Iterator[Flowable]:
    for number, component in enumerate(components, start=1):
        counts = (
            ("originals", component.originals),
            ("certified", component.certified_copies),
            ("copies", component.copies),
        )
        handed = ", ".join(say(f"count_{kind}", count=f"{count:02d}") for kind, count in counts if count)
        name = say("electronic", name=component.name) if component.electronic else component.name
        yield text(f"{number}. {say('component', name=name, counts=handed) if handed else name}", "indented")


def _times(dossier: Dossier, promise: Promise, say: Wording) -> list[Flowable]:
    """Sets, term, receipt and promise; a procedure of two stages has two lines more."""
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
    items += [("delivery", _delivered(dossier, say)), ("fees", fees(dossier, say))]
    flowed: list[Flowable] = [text(say("sets", sets=f"{dossier.sets:02d}"))]
    replacing = "due_second_stage" if promise.stage_began_at else "due"
    for key, content in items:
        flowed.append(line(say(key), content))
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


def _in_book(dossier: Dossier, say: Wording) -> str:
    """Where the register has the dossier; dots where it was received before the program kept the register."""
    book, number = (f"{item:02d}" if item else DOTS for item in (dossier.book, dossier.book_number))
    return say("book", book=book, number=number)


def notes(office: Letterhead, say: Wording, note: str = "") -> list[Flowable]:
    """What to know when coming back, where to ask, the office's lines, a note. Raises OfficeIncomplete."""
    asked = [say("contact", contact=contact(office))]
    asked += [say("opening_hours", hours=office.opening_hours)] if office.opening_hours.strip() else []
    lines = [say("early"), say("bring"), " ".join(filter(None, asked)), *office.notes]
    lines += [say("note", note=note)] if note.strip() else []
    return [flowable for note in lines for flowable in said(note, "note")]


def signed(dossier: Dossier, say: Wording) -> list[Flowable]:
    """Who handed in and who received; the number of the form under them."""
    giver = dossier.submitter or dossier.owner
    return [
        signatures([(say("sign_submitter"), hand_of(giver)), (say("sign_clerk"), dossier.clerk)]),
        gap(1),
        text(say("form_number"), "small"),
    ]

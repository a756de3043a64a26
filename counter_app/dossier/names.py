"""What statuses, money, results, papers, terms and ways in are called, in English as the acts are (see `acts`).

The translation file has their Vietnamese: papers under the context "forms", terms under "words",
the others under "status".
"""

from __future__ import annotations

from counter_app.dossier.life import DueCause
from counter_app.dossier.model import Term
from counter_app.dossier.money import FeeKind
from counter_app.dossier.states import (
    Channel,
    Delivery,
    DeliveryMethod,
    GuidanceKind,
    Payment,
    PayMethod,
    Status,
    TermUnit,
)
from counter_app.language import Phrase, Sentence, Words, sentence

STATUS = {
    Status.NEW: "Newly registered",
    Status.ACCEPTED: "Accepted",
    Status.NOT_ACCEPTED: "Not accepted",
    Status.IN_PROCESS: "In process",
    Status.SUPPLEMENT_REQUESTED: "Supplement requested",
    Status.FINANCIAL_OBLIGATION: "Financial obligation requested",
    Status.WITHDRAWN: "Withdrawn by the citizen",
    Status.STOPPED: "Stopped",
    Status.DONE: "Done",
    Status.RESULT_RETURNED: "Result returned",
    Status.CANCELLED: "Receipt cancelled",
}
"""The national statuses; the Vietnamese file has their official names."""

PAYMENT = {
    Payment.NOTHING_DUE: "Nothing to pay",
    Payment.UNPAID: "Not paid",
    Payment.PENDING: "Payment pending",
    Payment.PAID: "Paid",
    Payment.REFUNDED: "Refunded",
    Payment.CANCELLED: "Payment cancelled",
}

PAYMENT_METHOD = {
    PayMethod.CASH: "Cash",
    PayMethod.TRANSFER: "Bank transfer",
    PayMethod.ONLINE: "Online",
}

FEE_KIND = {
    FeeKind.FEE: "Fee",
    FeeKind.CHARGE: "Charge",
}

DELIVERY = {
    Delivery.AWAITED: "Result awaited",
    Delivery.AT_DESK: "Result at the desk",
    Delivery.HANDED_OVER: "Result handed over",
}

DELIVERY_METHOD = {
    DeliveryMethod.COUNTER: "At the counter",
    DeliveryMethod.POST: "By public post",
    DeliveryMethod.ELECTRONIC: "Electronically",
}

DUE_CAUSE = {
    DueCause.SUPPLEMENT: "after supplements",
    DueCause.OBLIGATION: "after the financial obligation",
    DueCause.STOP: "after a stop",
    DueCause.EXTENSION: "extended with an apology",
    DueCause.STAGE: "second stage",
    DueCause.CORRECTION: "corrected",
}

GUIDANCE = {
    GuidanceKind.SUPPLEMENTS: "Supplements asked for before a receipt",
    GuidanceKind.REFUSAL: "Refused before a receipt",
}

TERM = {
    TermUnit.HOURS: "{amount} working hours",
    TermUnit.WORKING_DAYS: "{amount} working days",
    TermUnit.CALENDAR_DAYS: "{amount} days",
    TermUnit.SAME_DAY: "within the day",
    TermUnit.NONE: "no term",
    TermUnit.UNKNOWN: "no data of the term",
}

FORM = {
    "receipt": "Receipt and appointment",
    "slip": "Appointment slip",
    "batch_receipt": "Receipt of several dossiers",
    "certification_receipt": "Certification receipt",
    "refusal": "Refusal to accept the dossier",
    "supplement_request": "Request for supplements",
    "apology": "Apology and request for extension",
    "stop_notice": "Notice that work is stopped",
    "pause_notice": "Notice that work is paused",
    "loss_declaration": "Declaration of a lost receipt",
    "withdrawal_note": "Note of papers given back",
    "control_sheet": "Control sheet",
    "return_note": "Note of returned results",
    "fee_receipt": "Fee receipt",
    "hand_over_list": "Hand-over list of dossiers",
    "result_hand_over": "Hand-over list of results",
}

CHANNEL = {
    Channel.COUNTER: "In person",
    Channel.ONLINE: "Filed online",
    Channel.POST: "Sent by public post",
}


def status_words(status: Status) -> Phrase:
    """The status."""
    return Phrase("status", STATUS[status])


def form_words(form: str) -> Words:
    """The paper's name; one this version does not know is shown by its key."""
    return Phrase("forms", FORM[form]) if form in FORM else form


def method_words(method: str) -> Words:
    """How money was taken; a method this version does not know is shown as written."""
    known = next((way for way in PayMethod if way == method), None)
    return Phrase("status", PAYMENT_METHOD[known]) if known else method


def term_words(term: Term) -> Sentence:
    """The time rule: “3 working days”."""
    return sentence("words", TERM[term.unit], amount=term.amount)

"""What statuses, money, results, papers, terms and ways in are called, in English as the acts are (see `acts`).

The translation file has their Vietnamese: papers under the context "forms", terms under "words",
what concerns feedback and surveys under "feedback", the others under "status".
"""

from __future__ import annotations

from counter_app.dossier.applicants import ApplicantKind, Authority, AuthorityKind, Party, Relation
from counter_app.dossier.life import DueCause
from counter_app.dossier.model import Term
from counter_app.dossier.money import FeeKind
from counter_app.dossier.states import (
    Channel,
    Delivery,
    DeliveryMethod,
    FeedbackMatter,
    FeedbackState,
    FeedbackWay,
    GuidanceKind,
    Occasion,
    Payment,
    PayMethod,
    Sorting,
    Status,
    TermUnit,
)
from counter_app.language import Phrase, Sentence, Words, joined, sentence

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

FEEDBACK_WAY = {
    FeedbackWay.SPOKEN: "Said at the desk",
    FeedbackWay.WRITTEN: "Handed in in writing",
    FeedbackWay.PHONE: "By telephone",
    FeedbackWay.POST: "By post or e-mail",
    FeedbackWay.SLIP: "Opinion slip",
}

FEEDBACK_MATTER = {
    FeedbackMatter.BEHAVIOUR: "Delay, trouble, wrong acts of staff",
    FeedbackMatter.RULE: "An administrative rule",
    FeedbackMatter.PROPOSAL: "A recommendation",
}

SORTING = {
    Sorting.OWN: "For this office to settle",
    Sorting.OTHERS: "Passed on to who settles it",
    Sorting.NOT_OF_KIND: "Not taken up",
}

FEEDBACK_STATE = {
    FeedbackState.TAKEN: "To be sorted",
    FeedbackState.IN_HAND: "To be answered",
    FeedbackState.PASSED_ON: "Passed on",
    FeedbackState.NOT_TAKEN: "Not taken up",
    FeedbackState.ANSWERED: "Answered",
}

OCCASION = {
    Occasion.RECEIPT: "When a dossier was received",
    Occasion.SUPPLEMENT: "When supplements were asked for",
    Occasion.REFUSAL: "When a dossier was refused",
    Occasion.RESULT: "When a result was returned",
    Occasion.AT_WILL: "At the screen of the desk",
}

TERM = {
    TermUnit.HOURS: "{amount} working hours",
    TermUnit.WORKING_DAYS: "{amount} working days",
    TermUnit.CALENDAR_DAYS: "{amount} days",
    TermUnit.SAME_DAY: "within the day",
    TermUnit.NONE: "no term",
    TermUnit.UNKNOWN: "no data of the term",
}

APPLICANT_KIND = {
    ApplicantKind.CITIZEN: "Vietnamese citizen",
    ApplicantKind.FOREIGNER: "Foreigner",
    ApplicantKind.OVERSEAS: "Vietnamese living abroad",
    ApplicantKind.HOUSEHOLD: "Household",
    ApplicantKind.BUSINESS_HOUSEHOLD: "Business household",
    ApplicantKind.ENTERPRISE: "Enterprise",
    ApplicantKind.COOPERATIVE: "Cooperative",
    ApplicantKind.STATE_BODY: "State body",
    ApplicantKind.ORGANISATION: "Other organisation",
    ApplicantKind.COMMUNITY: "Residential community",
}

PARTY = {
    Party.NONE: "Co-owner",
    Party.MALE: "The man's side",
    Party.FEMALE: "The woman's side",
}

RELATION = {
    Relation.HOLDER: "owner or submitter",
    Relation.AUTHORISED: "authorised person",
    Relation.REPRESENTATIVE: "legal representative",
    Relation.MOTHER: "mother",
    Relation.FATHER: "father",
    Relation.SPOUSE: "spouse",
    Relation.CHILD: "child",
    Relation.SIBLING: "brother or sister",
    Relation.GRANDPARENT: "grandparent",
    Relation.HEIR: "heir",
    Relation.GUARDIAN: "guardian",
    Relation.RELATIVE: "other relative",
}

AUTHORITY = {
    AuthorityKind.POWER_OF_ATTORNEY: "Power of attorney",
    AuthorityKind.INTRODUCTION: "Letter of introduction",
    AuthorityKind.BIRTH_CERTIFICATE: "Birth certificate",
    AuthorityKind.MARRIAGE_CERTIFICATE: "Marriage certificate",
    AuthorityKind.HEIRSHIP: "Paper of inheritance",
    AuthorityKind.GUARDIANSHIP: "Paper of guardianship",
    AuthorityKind.APPOINTMENT: "Decision of appointment or business registration",
    AuthorityKind.RESIDENCE: "Confirmation of residence",
    AuthorityKind.OTHER: "Another paper",
}

FORM = {
    "receipt": "Receipt and appointment",
    "residence_receipt": "Receipt of a residence dossier (CT04)",
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
    "feedback_receipt": "Receipt of feedback",
    "feedback_transfer": "Letter passing feedback on",
    "feedback_answer": "Answer to feedback",
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


def authority_words(authority: Authority) -> Words:
    """The paper of authority: “Power of attorney no. 15/UQ, of 20/11/2026, UBND xã Mẫu”."""
    on, kind = authority.issued_on, Phrase("status", AUTHORITY[authority.kind])
    number = sentence("words", "no. {number}", number=authority.number) if authority.number else ""
    day = sentence("words", "of {day}", day=f"{on:%d/%m/%Y}") if on else ""
    return joined(", ", joined(" ", kind, number), day, authority.issuer)

"""How values of the dossier are said to the clerk: states, money, days and hours; some the core says for all.

The tables hold the English; the translation file has the Vietnamese under the contexts named where they are read.
"""

from __future__ import annotations

import re
from collections.abc import Sequence
from datetime import date

from PySide6.QtCore import QCoreApplication

from counter_app.dossier.acts.act import AnyAct
from counter_app.dossier.amounts import money as money
from counter_app.dossier.applicants import ApplicantKind, Authority, AuthorityKind, Party, Relation
from counter_app.dossier.clock import moment as moment
from counter_app.dossier.description import signatures
from counter_app.dossier.life import DueCause, PauseKind
from counter_app.dossier.model import Term
from counter_app.dossier.money import FeeKind
from counter_app.dossier.money import receipt_number as receipt_number
from counter_app.dossier.names import (
    APPLICANT_KIND,
    AUTHORITY,
    CHANNEL,
    DELIVERY,
    DELIVERY_METHOD,
    DUE_CAUSE,
    FEE_KIND,
    PARTY,
    PAYMENT,
    RELATION,
    STATUS,
    authority_words,
    form_words,
    method_words,
    term_words,
)
from counter_app.dossier.reuse import Reusable
from counter_app.dossier.roles import ROLE_NAMES, Role
from counter_app.dossier.signed import DigitalSignature
from counter_app.dossier.states import Channel, Delivery, DeliveryMethod, Payment, Status
from counter_app.language import said
from counter_app.procedures.control_sheet import Outcome
from counter_app.store.print_jobs import JobState

DOCUMENT = {
    "document": "Document",
}

JOB = {
    JobState.WAITING: "Waiting to be printed",
    JobState.SENDING: "Being sent to the printer",
    JobState.SENT: "Being printed",
    JobState.PRINTED: "Printed",
    JobState.UNSURE: "Did it come out?",
    JobState.CANCELLED: "Cancelled",
}
JOB_STANDS = "Waiting for the printer"

PAUSE = {
    PauseKind.SUPPLEMENT: "awaiting supplements",
    PauseKind.OBLIGATION: "awaiting the financial obligation",
    PauseKind.STOP: "stopped",
}

OUTCOME = {
    Outcome.EARLY: "Before time",
    Outcome.ON_TIME: "In time",
    Outcome.LATE: "Late",
    Outcome.HELD: "Being worked on",
}


_NUMBER = re.compile(r"[\w.]*\d[\w.]*(?:[/-][\w.]+)+")
_JOINER = "\u2060"


def unbroken(text: str) -> str:
    """The text as a label or list shows it: no line breaks inside 45/UBND-XNTTHN, H41.99-261125-0001 or a day."""
    return _NUMBER.sub(lambda found: re.sub("([/-])", rf"{_JOINER}\1{_JOINER}", found.group()), text)


def status_name(status: Status) -> str:
    """The status as the clerk calls it."""
    return say("status", STATUS[status])


def payment_name(payment: Payment) -> str:
    """Where the money stands."""
    return say("status", PAYMENT[payment])


def payment_method_name(method: str) -> str:
    """How money was taken; a method this version does not know is shown as written."""
    return said(method_words(method), say)


def delivery_name(delivery: Delivery) -> str:
    """Where the result stands on its way to the citizen."""
    return say("status", DELIVERY[delivery])


def delivery_method_name(method: DeliveryMethod) -> str:
    """How the applicant wants the result."""
    return say("status", DELIVERY_METHOD[method])


def act_name(act: AnyAct) -> str:
    """What can be done to a dossier."""
    return said(act.words, say)


def role_name(role: Role) -> str:
    """What an account is for."""
    return say("roles", ROLE_NAMES[role])


def fee_kind_name(kind: FeeKind) -> str:
    """Phí or lệ phí."""
    return say("status", FEE_KIND[kind])


def channel_name(channel: Channel) -> str:
    """How the dossier came."""
    return say("status", CHANNEL[channel])


def pause_name(kind: PauseKind) -> str:
    """Why the clock stands still."""
    return say("status", PAUSE[kind])


def cause_name(cause: DueCause) -> str:
    """What moved the due date."""
    return say("status", DUE_CAUSE[cause])


def relation_name(relation: Relation) -> str:
    """As what somebody files a dossier or takes a result."""
    return say("status", RELATION[relation])


def applicant_kind_name(kind: ApplicantKind) -> str:
    """What an owner is."""
    return say("status", APPLICANT_KIND[kind])


def party_name(party: Party) -> str:
    """Which side of two somebody is; beside an owner, that they own it too."""
    return say("status", PARTY[party])


def authority_kind_name(kind: AuthorityKind) -> str:
    """A kind of paper of authority."""
    return say("status", AUTHORITY[kind])


def authority_name(authority: Authority) -> str:
    """A paper of authority with its number, day and issuer."""
    return said(authority_words(authority), say)


def outcome_name(outcome: Outcome) -> str:
    """How a unit did with its time."""
    return say("status", OUTCOME[outcome])


def form_name(form: str) -> str:
    """The paper's name; one this version does not know is shown by its key."""
    return said(form_words(form), say)


def job_name(form: str, title: str) -> str:
    """What a print job prints: its form, or the title it was given where it is no form."""
    return form_name(form) if form else say("forms", DOCUMENT.get(title, title))


def job_state(state: JobState, *, stands: bool = False) -> str:
    """How far a print job is; `stands` where its printer does not go on."""
    if stands and state is not JobState.UNSURE:
        return say("print", JOB_STANDS)
    return say("print", JOB[state])


def term_text(term: Term) -> str:
    """The time rule: “3 working days”."""
    return said(term_words(term), say)


def digitally_signed(signed: Sequence[DigitalSignature]) -> str:
    """Who signed a file digitally, and that nobody checked it; "" where nobody did."""
    return said(signatures(signed), say)


def validity(paper: Reusable, until: date | None) -> str:
    """Until when a digitised paper holds, and from which day that was counted; "" where no end is known."""
    if until is None:
        return ""
    if paper.issued is None:
        said = say("reuse", "holds until {day} counted from its receipt, see the day of issue on the paper")
        return said.format(day=day(until))
    said = say("reuse", "issued on {issued}, holds until {day}")
    return said.format(issued=day(paper.issued), day=day(until))


def day(on: date) -> str:
    """A day: 26/11/2026."""
    return f"{on:%d/%m/%Y}"


def weekday(on: date) -> str:
    """The day of the week."""
    names = (
        "Monday",
        "Tuesday",
        "Wednesday",
        "Thursday",
        "Friday",
        "Saturday",
        "Sunday",
    )
    return say("words", names[on.weekday()])


def say(context: str, source: str) -> str:
    """A sentence of the core, or of the tables above, in the window's language."""
    return QCoreApplication.translate(context, source)

"""Who may take a result: owner or submitter, by number where it is known, or somebody with a paper of authority."""

from __future__ import annotations

from counter_app.dossier import bounds
from counter_app.dossier.applicants import Relation, Representative
from counter_app.dossier.model import Dossier, Person
from counter_app.dossier.payloads.results import ResultReturned
from counter_app.dossier.plain import plain
from counter_app.dossier.states import DeliveryMethod
from counter_app.errors import CounterError


class WrongRecipient(CounterError):
    """Somebody else would take the result."""

    what = "The result is not handed to this person: neither owner nor submitter of the dossier."
    todo = "Check the name and number on the card. With a paper of authority choose “authorised person” and enter it."


def lacking(returned: ResultReturned) -> str:
    """The field a return still lacks; "" where it is complete. Only an electronic return needs no name."""
    if returned.method is DeliveryMethod.ELECTRONIC:
        return ""
    if not bounds.seen(returned.recipient):
        return "recipient"
    if returned.method is DeliveryMethod.POST:
        return "" if bounds.seen(returned.post_bill) else "post_bill"
    if returned.relation is not Relation.HOLDER:
        if not bounds.seen(returned.authority):
            return "authority"
        return "" if bounds.seen(returned.identity_number) else "identity_number"
    return ""


def check_recipient(dossier: Dossier, returned: ResultReturned) -> None:
    """Raises WrongRecipient for one who takes it over the counter as the holder and is not."""
    if returned.method is DeliveryMethod.COUNTER and returned.relation is Relation.HOLDER:
        refuse_unless_holder(dossier, returned.recipient, returned.identity_number)


def refuse_unless_holder(dossier: Dossier, name: str, number: str) -> None:
    """Raises WrongRecipient for one who is neither owner nor submitter."""
    if not any(_is(person, name, number) for person in dossier.people):
        raise WrongRecipient("not a holder")


def _is(person: Person | Representative, name: str, number: str) -> bool:
    """By number where both are known (names repeat), otherwise by name, marks aside; an organisation is there by who
    represents it."""
    if isinstance(person, Person) and person.representative and _is(person.representative, name, number):
        return True
    if person.identity_number and number.strip():
        return person.identity_number == number.strip()
    return plain(person.name) == plain(name)

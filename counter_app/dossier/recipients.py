"""Who may take a result: owner or submitter, by number where it is known, or somebody with a paper of authority."""

from __future__ import annotations

from counter_app.dossier.life import Relation
from counter_app.dossier.model import Dossier, Person
from counter_app.dossier.payloads import ResultReturned
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
    if not returned.recipient.strip():
        return "recipient"
    if returned.method is DeliveryMethod.POST:
        return "" if returned.post_bill.strip() else "post_bill"
    if returned.relation is Relation.AUTHORISED:
        if not returned.authority.strip():
            return "authority"
        return "" if returned.identity_number.strip() else "identity_number"
    return ""


def check_recipient(dossier: Dossier, returned: ResultReturned) -> None:
    """Raises WrongRecipient for one who takes it over the counter as the holder and is not."""
    if returned.method is DeliveryMethod.COUNTER and returned.relation is Relation.HOLDER:
        refuse_unless_holder(dossier, returned.recipient, returned.identity_number)


def refuse_unless_holder(dossier: Dossier, name: str, number: str) -> None:
    """Raises WrongRecipient for one who is neither owner nor submitter."""
    holders = [dossier.owner, *([dossier.submitter] if dossier.submitter else [])]
    if not any(_is(person, name, number) for person in holders):
        raise WrongRecipient("not a holder")


def _is(person: Person, name: str, number: str) -> bool:
    """By number where both are known (names repeat), otherwise by name, marks aside."""
    if person.identity_number and number.strip():
        return person.identity_number == number.strip()
    return plain(person.name) == plain(name)

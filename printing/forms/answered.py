"""What Mẫu 02 and Mẫu 03 say: the same before a receipt, of a guidance case, and after it, of a dossier."""

from __future__ import annotations

from dataclasses import dataclass
from datetime import datetime

from counter_app.dossier.addresses import addresses
from counter_app.dossier.guidance import GuidanceCase
from counter_app.dossier.model import Person
from counter_app.dossier.subjects import ActAt
from printing.forms.context import FormContext


@dataclass(frozen=True)
class Answered:
    """Whose request was answered, with what and when; `code` is "" where it has none yet."""

    owners: tuple[Person, ...]
    submitter: Person | None
    procedure_name: str
    code: str
    at: datetime
    reason: str
    items: tuple[str, ...] = ()
    deadline: datetime | None = None

    @property
    def owner(self) -> Person:
        """Whose it is first."""
        return self.owners[0]

    @property
    def address(self) -> str:
        """Where the owners are reached, or who brought it."""
        return addresses(self.owners) or self.giver.full_address

    @property
    def giver(self) -> Person:
        """Who brought it."""
        return self.submitter or self.owner


def supplements_of(context: FormContext) -> Answered:
    """The request for supplements that `context.about` names."""
    if context.case:
        return _of_case(context.case, context)
    dossier = context.dossier
    request = next(pause for pause in dossier.pauses if ActAt(pause.began_at) == context.about)
    return Answered(
        dossier.owners,
        dossier.submitter,
        dossier.procedure_name,
        dossier.code,
        request.began_at,
        request.reason,
        request.asked,
        request.deadline,
    )


def refusal_of(context: FormContext) -> Answered:
    """The refusal that `context.about` names; a dossier has one."""
    if context.case:
        return _of_case(context.case, context)
    dossier = context.dossier
    at = dossier.finished_at or context.at
    return Answered(dossier.owners, dossier.submitter, dossier.procedure_name, dossier.code, at, dossier.status_reason)


def _of_case(case: GuidanceCase, context: FormContext) -> Answered:
    answer = next(answer for answer in case.answers if ActAt(answer.at) == context.about)
    return Answered((case.owner,), case.submitter, case.procedure_name, "", answer.at, answer.reason, answer.items)

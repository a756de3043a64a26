"""What an act is: one row says what may be done to a dossier, by whom, what it does, and how it is described.

The fold (what does not fit is refused), the desk (who may), the window (what is offered), the pages of the province
and the national portal read these rows and nothing else. Sources: docs/domain/statuses.md and docs/domain/forms.md.
"""

from __future__ import annotations

from collections.abc import Callable
from dataclasses import dataclass
from datetime import datetime
from functools import cached_property
from typing import Any, Generic, Protocol, TypeVar

from counter_app.dossier import bounds
from counter_app.dossier.description import Description
from counter_app.dossier.life import DueCause
from counter_app.dossier.model import Dossier
from counter_app.dossier.names import status_words
from counter_app.dossier.payloads.payload import Payload
from counter_app.dossier.roles import Task
from counter_app.dossier.states import PauseMode, Status
from counter_app.dossier.value import FileRef
from counter_app.errors import CounterError
from counter_app.language import Phrase

P = TypeVar("P", bound=Payload)


class Written(Protocol):
    """What an act knows of its entry: whose dossier it is about, who wrote it, when, and as which of its steps."""

    @property
    def dossier(self) -> str: ...
    @property
    def clerk(self) -> str: ...
    @property
    def at(self) -> datetime: ...
    @property
    def step(self) -> int: ...


@dataclass(frozen=True, eq=False)
class Act(Generic[P]):
    """One act. `tasks` are those of which one is needed to do it at a desk; without any it is the province's word.

    Without `allowed` statuses it is done by no act of its own: it is scanned or printed.

    `name` is for logs and code, `title` the English the clerk reads (context "acts"). `apply` is its step of the fold
    and raises CannotApply; `describe` its sentences, for a dossier as all entries left it (None where there is none).
    """

    name: str
    payload: type[P]
    apply: Callable[[Dossier, P, Written], Dossier]
    describe: Callable[[P, Dossier | None], Description]
    title: str = ""

    # who may do it when
    tasks: frozenset[Task] = frozenset()
    allowed: frozenset[Status] = frozenset()
    fits: Callable[[Dossier], bool] = lambda dossier: True  # what it asks of the dossier beside its status
    needs: tuple[str, ...] = ()  # fields of the payload that must be filled in
    reasons: tuple[str, ...] = ()  # the reasons most often given, in English (context "reasons")

    # what follows from it
    to: frozenset[Status] = frozenset()  # empty: the status stays
    runs_on: Callable[[Dossier], PauseMode] | None = None  # how a clock that stood still goes on
    moves_due: DueCause | None = None  # as what it may move the due date
    form: str = ""  # the paper it prints, by its name in `printing.handout`

    # what else reads it
    money: bool = False  # money left the drawer or went into it: no desk does it again, the cashier settles it, too
    despite: Callable[[Dossier, P, Written], Dossier] | None = None  # what it does even where it does not fit
    files: Callable[[P], tuple[FileRef, ...]] | None = None  # what it names and the province wants to have
    business: bool = False  # a step of the dossier's business: the national portal is told of it
    official: Callable[[P], Phrase] | None = None  # what it is called there, if not by its title

    @cached_property
    def kind(self) -> str:
        """By which the journal knows its entries."""
        return str(self.payload.model_fields["kind"].default)

    @property
    def words(self) -> Phrase:
        """What the clerk calls it."""
        return Phrase("acts", self.title)

    @property
    def can_be_done_again(self) -> bool:
        """Whether a desk can do it once more. Money and papers are not done again: they are there."""
        return bool(self.tasks and self.allowed) and not self.money

    def possible(self, dossier: Dossier) -> bool:
        """Whether the dossier allows it now."""
        return dossier.status in self.allowed and self.fits(dossier)

    def __str__(self) -> str:
        return self.name


AnyAct = Act[Any]
"""An act, whatever its payload."""


class CannotApply(CounterError):
    """The entry does not fit the dossier's state."""

    what = "This step does not fit the dossier as it stands now."
    todo = "Look at its timeline: another desk or the province may have acted first."


def of_no_dossier(dossier: Dossier, payload: Payload, entry: Written) -> Dossier:
    """The `apply` of entries that are of an account, of feedback, a case or a survey, or of the office."""
    raise CannotApply("of no dossier")


class StepRefused(CannotApply):
    """The act is not allowed in the dossier's status."""

    what = "“{act}” is not possible: the dossier stands at “{status}”."
    todo = "Look at its timeline; only what is offered there can be done now."


class NotYourTask(CounterError):
    """None of the clerk's roles includes the act."""

    what = "“{act}” is not among your tasks."
    todo = "Ask a colleague whose task it is, or have the administrator give your account the role."


class SecondNeeded(CounterError):
    """The act is done with a second person only, who may confirm it."""

    what = "“{act}” needs a second person."
    todo = "A supervisor confirms it here, with their password or card."


class StepIncomplete(CounterError):
    """The act lacks something it needs; `values["field"]` says what."""

    what = "“{act}” is not complete: {field} is missing or wrong."
    todo = "Fill it in and confirm again."


NEEDED = {
    "reason": "the reason",
    "items": "what is to be brought",
    "to_unit": "the unit that takes it",
    "due_at": "a later date",
    "signer": "who signs it",
    "results": "the result",
    "recipient": "who takes it",
    "identity_number": "the number of who takes it",
    "authority": "the paper of authority",
    "post_bill": "the number of the postal bill",
    "deadline": "a deadline in the future",
    "issued_on": "the day of the result",
    "series": "the series of the receipt",
    "number": "the number of the receipt",
    "amount": "the amount",
    "asked_by": "who asks for it",
    "declared_by": "who declares it",
    "checked": "what was looked at to know the person",
    "components": "the papers that came",
    "text": "the note",
    "name": "the full name",
    "roles": "what the account is for",
    "again": "why supplements are asked for once more",
    "content": "what is said",
    "address": "the address",
    "phone": "a telephone or e-mail",
    "to_agency": "whom it is passed on to",
    "answer": "the answer",
    "late_reason": "why the answer is late",
    "place": "where it was made public",
}
"""What an act can lack, in English (context "needs" of the translations)."""


def given(act: AnyAct, field: str, text: str) -> str:
    """What one sees of the text. Raises StepIncomplete where that is nothing."""
    if not (shown := bounds.seen(text)):
        raise lacks(act, field)
    return shown


def lacks(act: AnyAct, field: str) -> StepIncomplete:
    """The failure that says what the act lacks."""
    return StepIncomplete(f"{act} {field}", act=act.words, field=Phrase("needs", NEEDED.get(field, field)))


def lacking_field(failure: CounterError) -> str:
    """The field of what an act lacks, as `lacks` was told it; "" for any other failure."""
    said = failure.values.get("field") if isinstance(failure, StepIncomplete) else None
    if not isinstance(said, Phrase):
        return ""
    return next((key for key, sentence in NEEDED.items() if sentence == said.source), "")


def refuse_unless_complete(act: Act[P], payload: P) -> None:
    """Raises StepIncomplete where a field the act needs is empty."""
    for field in act.needs:
        value = getattr(payload, field)
        if not (bounds.seen(value) if isinstance(value, str) else value):
            raise lacks(act, field)


def refuse_unless_allowed(act: AnyAct, dossier: Dossier) -> None:
    """Raises StepRefused where the dossier does not allow the act now."""
    if not act.possible(dossier):
        status = status_words(dossier.status)
        raise StepRefused(f"{act} at {dossier.status.value}", act=act.words, status=status)


def refuse_unless_task(act: AnyAct, tasks: frozenset[Task]) -> None:
    """Raises NotYourTask where the act asks for none of the tasks."""
    if act.tasks.isdisjoint(tasks):
        raise NotYourTask(act.name, act=act.words)

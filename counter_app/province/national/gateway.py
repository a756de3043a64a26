"""What is handed over to the national portal, when it is tried again, and when a person must look at it.

The outbox says which dossiers changed since the portal got them; a service hands one over and notes every piece the
portal acknowledged, so that nothing acknowledged is sent again. Where a reply was lost, the service asks the portal
what it has before it sends again.
"""

from __future__ import annotations

import logging
import random
from collections.abc import Callable, Sequence
from datetime import datetime, timedelta
from functools import partial
from typing import NamedTuple, Protocol

from pydantic import Field, ValidationError

from counter_app.dossier import clock
from counter_app.dossier.states import Status
from counter_app.dossier.value import Value
from counter_app.errors import CounterError
from counter_app.province.national.answers import Verdict
from counter_app.province.national.case import Case, Step
from counter_app.province.national.centralised import Uploaded
from counter_app.province.national.errors import (
    DossierUnsayable,
    LineFault,
    NationalCertificateWrong,
    NationalLoginRefused,
)

_log = logging.getLogger(__name__)
_CHUNK = 10  # steps a call
_FIRST = timedelta(seconds=30)  # until a dossier is tried again after its first failure
_LONGEST = timedelta(hours=1)
_REFUSALS = 5  # so often a service may refuse a dossier before a person must look at it
_IN_A_ROW = 3  # failures of the line after which a round ends
_BATCH = 50  # dossiers a round
_FATAL = (NationalLoginRefused, NationalCertificateWrong)  # asking again at once would only lock the account


class Handed(Value):
    """What the portal acknowledged of a dossier so far. `code` is its number there, where it is not the dossier's own.

    `steps` are the names of the steps it has, `files` those it has by their SHA-256.
    """

    exists: bool = False
    code: str = ""
    portal_id: str = ""  # IdHoSo
    steps: frozenset[str] = frozenset()
    files: dict[str, Uploaded] = Field(default_factory=dict)


class Waiting(Value):
    """A dossier that changed since the portal got it.

    `revision` tells its state when it was asked for. `attempts` failed since then, of which the service refused
    `refusals`.
    """

    code: str
    revision: int
    attempts: int = 0
    refusals: int = 0
    handed: Handed = Handed()


class Outbox(Protocol):
    """What is to be handed over, and what came of it. Each call is durable when it returns."""

    def due(self, at: datetime, limit: int) -> Sequence[Waiting]:
        """What may be tried at that moment, the longest due first; dead letters are not."""

    def read(self, code: str) -> Case | None:
        """The dossier as it stands now; None where it was erased."""

    def note(self, code: str, handed: Handed) -> None:
        """The portal acknowledged a piece."""

    def sent(self, waiting: Waiting, at: datetime) -> None:
        """The portal has it as it was at `waiting.revision`; what changed since goes on waiting, its counts at 0."""

    def later(self, waiting: Waiting, failure: CounterError, again_at: datetime) -> None:
        """It failed; `waiting` has the new counts. It is shown with its failure, and due again then."""

    def dead(self, waiting: Waiting, failure: CounterError, at: datetime) -> None:
        """A dead letter: shown with its failure; not due again until the dossier changes or a person sends it again."""


Note = Callable[[Handed], None]


class NationalService(Protocol):
    """One of the two services, signed in when it is first needed and again when its session ran out."""

    def hand_over(self, case: Case, handed: Handed, note: Note) -> None:
        """Brings the portal to the state of the case; `note` is told of each piece it acknowledged.

        Raises the errors of `counter_app.province.national.errors`; what was acknowledged before stays so.
        """

    def close(self) -> None:
        """Ends the connection."""


def hand_over_steps(case: Case, handed: Handed, note: Note, send: Callable[[Sequence[Step]], Verdict]) -> Handed:
    """Sends the steps the portal has not acknowledged, ten a call. Where it knows one of the ten already (its reply was
    lost), they go one by one, and what it knows is as good as sent."""
    waiting = [step for step in case.steps if step.name not in handed.steps]
    chunks = [waiting[start : start + _CHUNK] for start in range(0, len(waiting), _CHUNK)]
    for chunk in chunks:
        if send(chunk) is Verdict.EXISTS and len(chunk) > 1:
            for step in chunk:
                send([step])
        handed = handed.model_copy(update={"steps": handed.steps | {step.name for step in chunk}})
        note(handed)
    return handed


class Round(NamedTuple):
    """What one round did; `failure` is the last of the line or the service, if there was one."""

    sent: int = 0
    failed: int = 0
    dead: int = 0
    failure: CounterError | None = None


def send_due(
    outbox: Outbox,
    service: NationalService,
    *,
    now: Callable[[], datetime] = clock.now,
    jitter: Callable[[], float] = random.random,
    stopped: Callable[[], bool] = lambda: False,
) -> Round:
    """Tries once each dossier that is due. A dossier that fails does not hold up the others; a line that is down ends
    the round. `jitter` gives numbers from 0 to 1."""
    done = Round()
    in_a_row = 0
    for waiting in outbox.due(now(), _BATCH):
        if stopped() or in_a_row == _IN_A_ROW or isinstance(done.failure, _FATAL):
            break
        try:
            _hand_over(outbox, service, waiting)
        except LineFault as failure:
            in_a_row += 1
            tried = waiting.model_copy(update={"attempts": waiting.attempts + 1})
            outbox.later(tried, failure, now() + rest(tried.attempts, jitter()))
            done = done._replace(failed=done.failed + 1, failure=failure)
        except CounterError as failure:
            in_a_row = 0
            done = _refused(outbox, waiting, failure, done, now, jitter)
        else:
            in_a_row = 0
            outbox.sent(waiting, now())
            done = done._replace(sent=done.sent + 1)
    if done.failure:
        _log.warning("national portal: %s", done.failure)
    return done


def rest(attempts: int, jitter: float) -> timedelta:
    """How long a dossier rests after so many failures: longer each time, never the same for two of them."""
    longest: timedelta = min(_LONGEST, _FIRST * 2 ** min(attempts - 1, 20))
    return longest * (0.5 + jitter / 2)


def _hand_over(outbox: Outbox, service: NationalService, waiting: Waiting) -> None:
    case = outbox.read(waiting.code)
    if case is None or case.dossier.status is Status.NEW:
        return  # erased by law, or as the portal itself gave it: there is nothing to tell
    try:
        service.hand_over(case, waiting.handed, partial(outbox.note, waiting.code))
    except ValidationError as fault:
        place = fault.errors(include_input=False, include_url=False)[0]["loc"]
        raise DossierUnsayable(".".join(str(part) for part in place)) from fault


def _refused(
    outbox: Outbox,
    waiting: Waiting,
    failure: CounterError,
    done: Round,
    now: Callable[[], datetime],
    jitter: Callable[[], float],
) -> Round:
    _log.warning("national portal: %s", failure)
    counts = {"attempts": waiting.attempts + 1, "refusals": waiting.refusals + 1}
    tried = waiting.model_copy(update=counts)
    if tried.refusals >= _REFUSALS:
        outbox.dead(tried, failure, now())
        return done._replace(dead=done.dead + 1)
    outbox.later(tried, failure, now() + rest(tried.attempts, jitter()))
    return done._replace(failed=done.failed + 1)

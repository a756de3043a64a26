"""How a dossier was treated: in whose hands it lay, and what the office's discipline is watched by. Drawn from the
folded dossier alone, for lists that name who holds it now, not who received it.

The receiving desk holds it from the receipt, each unit it was handed to from then on, until its business ends.
"""

from __future__ import annotations

from collections.abc import Iterator
from dataclasses import dataclass
from datetime import datetime, timedelta
from enum import StrEnum

from counter_app.dossier.ledger import counted_status, seconds, waited
from counter_app.dossier.life import DueCause, PauseKind
from counter_app.dossier.model import Dossier
from counter_app.dossier.states import ENDED, NOT_COUNTED, Status

APOLOGY_AHEAD = timedelta(days=1)
"""How long before the term ends an apology is due at the latest (NĐ 61/2018 art. 19.9)."""
_MOVED = {DueCause.EXTENSION: "Xin lỗi, hẹn lại", DueCause.CORRECTION: "Sửa nhầm lẫn khi tiếp nhận"}
"""What moves a promise by the office's own act; a wait for the applicant is none of it."""


class ConductKind(StrEnum):
    """What was done, or left undone."""

    SUPPLEMENT = "supplement"  # supplements were asked for
    ASKED = "asked"  # one of the papers asked for so
    REFUSED = "refused"
    MOVED = "moved"  # a promised date was moved
    APOLOGY_LATE = "apology_late"  # an apology that came later than the law lets it
    LATE = "late"  # the business ended after the date that held


@dataclass(frozen=True, slots=True)
class Holding:
    """A time in which a unit held the dossier, in seconds since 1970; `until` None: it holds it now.

    `person` is who took it, "" where that was not noted; `touched_at` is when something was last done while it lay
    there. `stay`: which of the unit's times with the dossier, from 0. `timed`: it is over, of a dossier that counts and
    whose clock never stood still, so that it says how long the unit takes.
    """

    unit: str
    person: str
    since: int
    until: int | None
    touched_at: int
    stay: int = 0
    timed: int = 0


@dataclass(frozen=True, slots=True)
class Conduct:
    """One thing that was done: when, by whom, in the hands of which unit. `times`: the how manieth of its kind; of a
    late end how often an apology came before.

    `before` and `after` are the dates that it is about: the promise before and after, or the promise and the end.
    """

    kind: ConductKind
    at: int
    clerk: str
    unit: str
    times: int = 1
    before: int | None = None
    after: int | None = None
    reason: str = ""


def holdings_of(dossier: Dossier) -> tuple[Holding, ...]:
    """In whose hands it lay, oldest first; none of what nobody accepted, or of what ended in the hands that
    received it."""
    if _is_nobodys(dossier) or (_ended(dossier) and not dossier.hand_overs):
        return ()
    first = dossier.hand_overs[0].from_unit if dossier.hand_overs else _receiving(dossier)
    begun = [(first, dossier.clerk, dossier.received_at)]
    begun += [(line.to_unit, line.taken_by, line.at) for line in dossier.hand_overs]
    ends = [*(at for _, _, at in begun[1:]), _end(dossier) if _ended(dossier) else None]
    touched = sorted(_moments(dossier))
    units = [unit for unit, _, _ in begun]
    never_waited = not dossier.open_pause and not waited(dossier) and counted_status(dossier) not in NOT_COUNTED
    return tuple(
        Holding(
            unit,
            person,
            int(since.timestamp()),
            seconds(until),
            int(max((at for at in touched if until is None or at <= until), default=since).timestamp()),
            stay=units[:place].count(unit),
            timed=int(never_waited and until is not None),
        )
        for place, ((unit, person, since), until) in enumerate(zip(begun, ends, strict=True))
    )


def conduct_of(dossier: Dossier) -> tuple[Conduct, ...]:
    """All of it, kind by kind."""
    if _is_nobodys(dossier) or dossier.status is Status.CANCELLED:
        return ()
    return (*_supplements(dossier), *_moves(dossier), *_refusal(dossier), *_lateness(dossier))


def _supplements(dossier: Dossier) -> Iterator[Conduct]:
    asked = [pause for pause in dossier.pauses if pause.kind is PauseKind.SUPPLEMENT]
    for times, pause in enumerate(asked, start=1):
        at, clerk = int(pause.began_at.timestamp()), pause.clerk or dossier.clerk
        unit = _unit_at(dossier, pause.began_at)
        yield Conduct(ConductKind.SUPPLEMENT, at, clerk, unit, times, reason=pause.reason)
        for item in pause.asked:
            yield Conduct(ConductKind.ASKED, at, clerk, unit, times, reason=item)


def _moves(dossier: Dossier) -> Iterator[Conduct]:
    moves = [change for change in dossier.due_changes if change.cause in _MOVED]
    for times, change in enumerate(moves, start=1):
        at, unit = int(change.at.timestamp()), _unit_at(dossier, change.at)
        before, after = seconds(change.before), seconds(change.after)
        reason = "; ".join(filter(None, (_MOVED[change.cause], change.reason, change.signer)))
        yield Conduct(ConductKind.MOVED, at, change.clerk, unit, times, before, after, reason)
        if change.cause is DueCause.EXTENSION and change.before and change.at > change.before - APOLOGY_AHEAD:
            yield Conduct(ConductKind.APOLOGY_LATE, at, change.clerk, unit, times, before, after, change.reason)


def _refusal(dossier: Dossier) -> Iterator[Conduct]:
    if dossier.status is Status.NOT_ACCEPTED and dossier.finished_at:
        at, unit = int(dossier.finished_at.timestamp()), _unit_at(dossier, dossier.finished_at)
        yield Conduct(ConductKind.REFUSED, at, dossier.refused_by or dossier.clerk, unit, reason=dossier.status_reason)


def _lateness(dossier: Dossier) -> Iterator[Conduct]:
    end, due = dossier.finished_at, dossier.due_at
    if end and due and end > due and dossier.status is not Status.NOT_ACCEPTED:
        unit, person = _hands_at(dossier, due)
        at, ended = int(due.timestamp()), int(end.timestamp())
        extensions = sum(change.cause is DueCause.EXTENSION for change in dossier.due_changes)
        yield Conduct(ConductKind.LATE, at, person, unit, extensions, at, ended)


def _unit_at(dossier: Dossier, moment: datetime) -> str:
    return _hands_at(dossier, moment)[0]


def _hands_at(dossier: Dossier, moment: datetime) -> tuple[str, str]:
    """The unit and person that held it then."""
    handed = [line for line in dossier.hand_overs if line.at < moment]
    if handed:
        return handed[-1].to_unit, handed[-1].taken_by
    first = dossier.hand_overs[0].from_unit if dossier.hand_overs else _receiving(dossier)
    return first, dossier.clerk


def _receiving(dossier: Dossier) -> str:
    return dossier.agencies.receiving_name or dossier.agencies.receiving


def _is_nobodys(dossier: Dossier) -> bool:
    """Whether nobody accepted it (yet)."""
    return dossier.awaits_acceptance or dossier.status is Status.NEW


def _ended(dossier: Dossier) -> bool:
    return dossier.status in ENDED or dossier.stop_request is not None


def _end(dossier: Dossier) -> datetime:
    return dossier.finished_at or dossier.received_at


def _moments(dossier: Dossier) -> Iterator[datetime]:
    """When something was done to it; a print or a scan at the desk is no work on the matter."""
    yield dossier.received_at
    for pause in dossier.pauses:
        yield pause.began_at
        if pause.ended_at:
            yield pause.ended_at
    yield from (line.at for line in dossier.hand_overs)
    yield from (change.at for change in dossier.due_changes)
    yield from (note.at for note in dossier.notes)
    yield from (result.arrived_at for result in dossier.results)

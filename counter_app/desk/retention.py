"""What the rules keep for a time only (`untouched_days`, `given_up_days` in resources/rules) is deleted, by entry."""

from __future__ import annotations

import secrets
from collections.abc import Iterable
from dataclasses import dataclass
from datetime import date, timedelta

from counter_app.desk.desk import Desk
from counter_app.desk.personal_data import erase_content
from counter_app.dossier.clock import VIETNAM
from counter_app.dossier.codes import case_code, is_case
from counter_app.dossier.payloads.erasing import FilesDeleted
from counter_app.store.store import Store
from counter_app.store.sync_points import CLOCK_AHEAD

PROGRAM = "Chương trình"
"""Who deletes by the rules, whoever is signed in."""
_LOOKED = "retention"  # noted: the day of the last look, and from which day on the clock is believed
_LEAP, _DOUBT, _SELDOM = timedelta(days=14), timedelta(days=14), timedelta(days=45)
"""Without a look, after which the clock may have leapt; for how long it is doubted then; and, while it is, the longest
that a desk which is opened seldom may take to the next look."""
_ASTRAY = timedelta(days=1).total_seconds()  # between this desk's clock and the province's


@dataclass(frozen=True)
class Deleted:
    """What was deleted because the rules keep it no longer: scans, intakes, and guidance cases emptied."""

    scans: int = 0
    intakes: int = 0
    cases: int = 0


def apply_retention(desk: Desk) -> Deleted:
    """Deletes what the rules of today keep no longer; each deletion is an entry of the journal. Nothing while the clock
    is not believed."""
    store, at = desk.store, desk.now()
    if not _is_believed(store, at.astimezone(VIETNAM).date()):
        return Deleted()
    rules = desk.knowledge.rules.of(at.date())
    intakes = cases = 0
    if rules.untouched_days:
        for draft in store.drafts.untouched(at - timedelta(days=rules.untouched_days)):
            store.drafts.drop(draft.id)
            intakes += 1
            if draft.guidance and _is_open(store, draft.guidance):
                erase_content(desk, draft.guidance, f"untouched_days = {rules.untouched_days}", rules.name, PROGRAM)
                cases += 1
    if not rules.given_up_days:
        return Deleted(0, intakes, cases)
    due = store.drafts.given_up(at - timedelta(days=rules.given_up_days))
    gone = _delete_given_up(desk, due, rules.given_up_days)
    return Deleted(gone, intakes, cases)


def _is_believed(store: Store, today: date) -> bool:
    """Whether one day came after the other since the last look, and the province's clock does not say otherwise. A
    clock that leapt (a battery, a wrong year) deletes nothing for a fortnight, in which somebody sees it, nor while the
    province tells another day: what is deleted does not come back."""
    looked, _, since = store.recognition.note(_LOOKED).partition(" ")
    newest = store.entries.last()
    seen = date.fromisoformat(looked) if looked else newest.at.astimezone(VIETNAM).date() if newest else today
    since_day = date.fromisoformat(since) if since else seen
    if not timedelta(0) <= today - seen <= (_SELDOM if since_day > seen else _LEAP):
        since_day = today + _DOUBT
    if looked != str(today):
        store.recognition.keep_note(_LOOKED, f"{today} {since_day}")
    return since_day <= today and abs(store.sync_points.get(CLOCK_AHEAD)) < _ASTRAY


def _delete_given_up(desk: Desk, due: list[str], days: int) -> int:
    """By entry first: what was deleted and is not said to be would be missing."""
    store = desk.store
    if not due:
        return 0
    needed = store.entries.names_files(due)
    names = [name for name in due if name not in needed]
    with store.transaction():
        store.drafts.forget_given_up(due)
        for lot in _lots(names):
            store.journal.append_apart(
                FilesDeleted(rule="given_up_days", days=days, files=lot),
                code=case_code(desk.profile.office.agency, desk.now().date(), secrets.randbits(60)),
                clerk=PROGRAM,
                at=desk.now(),
                salt=desk.token(16),
            )
    for name in names:
        store.files.delete(name)
    return len(names)


def _lots(names: list[str], many: int = 1000) -> Iterable[tuple[str, ...]]:
    return (tuple(names[start : start + many]) for start in range(0, len(names), many))


def _is_open(store: Store, case: str) -> bool:
    found = store.journal.case(case) if is_case(case) else None
    return found is not None and not found.dossier

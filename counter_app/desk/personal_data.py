"""What the personal-data law asks of a desk: everything about one person exported, erased, or kept no longer.

Luật Bảo vệ dữ liệu cá nhân 91/2025/QH15, NĐ 356/2025 (docs/domain/law.md). A dossier that runs is not erased: the
agency handles it by law. What was erased stays in backups until their tier ends.
"""

from __future__ import annotations

import json
import secrets
import zipfile
from collections.abc import Iterable
from dataclasses import dataclass
from datetime import date, timedelta
from pathlib import Path

from counter_app.desk.desk import Desk
from counter_app.desk.finding import note
from counter_app.dossier import bounds
from counter_app.dossier.acts import ERASE
from counter_app.dossier.acts.act import refuse_unless_task
from counter_app.dossier.clock import VIETNAM
from counter_app.dossier.codes import case_code, is_case
from counter_app.dossier.draft import PersonTyped
from counter_app.dossier.erasing import erased, texts_in
from counter_app.dossier.model import Dossier
from counter_app.dossier.payloads.erasing import FilesDeleted
from counter_app.dossier.roles import Task
from counter_app.dossier.states import ENDED
from counter_app.durable import written_aside
from counter_app.errors import CounterError
from counter_app.language import Phrase
from counter_app.store.accesses import AccessKind
from counter_app.store.files import FileDamaged, FileMissing
from counter_app.store.forgetting import delete_unneeded
from counter_app.store.journal import files_of, hashes_in
from counter_app.store.store import Store
from counter_app.store.sync_points import CLOCK_AHEAD

PROGRAM = "Chương trình"
"""Who deletes by the rules, whoever is signed in."""
_MANY = 10_000  # dossiers of one person
_LOOKED = "retention"  # noted: the day of the last look, and from which day on the clock is believed
_LEAP, _DOUBT, _SELDOM = timedelta(days=14), timedelta(days=14), timedelta(days=45)
"""Without a look, after which the clock may have leapt; for how long it is doubted then; and, while it is, the longest
that a desk which is opened seldom may take to the next look."""
_ASTRAY = timedelta(days=1).total_seconds()  # between this desk's clock and the province's


class DossierRuns(CounterError):
    """What the agency still works on is not erased."""

    what = "Dossier {code} has not ended, so its data is still needed and cannot be erased."
    todo = "Wait until it has ended, or have the applicant withdraw it first."


class NoReason(CounterError):
    """Nobody answers for it."""

    what = "Data is erased only with a reason and the name of who decided it."
    todo = "Enter both."


class NobodyFound(CounterError):
    """No dossier names that person."""

    what = "No dossier or guidance case of this desk names that person."
    todo = "Check the number; the dossiers of other offices are not here."


@dataclass(frozen=True)
class Kept:
    """What was deleted because the rules keep it no longer: scans, intakes, and guidance cases emptied."""

    scans: int = 0
    intakes: int = 0
    cases: int = 0


def of_person(desk: Desk, number: str) -> list[str]:
    """The codes of all dossiers and cases in which the person's number stands, whoever they are in them."""
    if not number.strip():
        return []  # nobody's: people without a number are not one
    found = [line.code for line in desk.store.find(number, limit=_MANY)]
    named = [code for code in found if number in _numbers(desk.store.dossier(code))]
    return named + desk.store.guidance.of_person(PersonTyped(identity_number=number))


def export_person(desk: Desk, number: str, target: Path) -> int:
    """Writes all that this desk keeps of a person's dossiers and cases to a zip, entries and files; how many dossiers.

    Raises NotYourTask, NobodyFound, OSError (a full disk); then no file is there.
    """
    desk.refuse_unless(Task.INSPECTION, Phrase("acts", "Export personal data"))
    codes, past = of_person(desk, number), desk.store.past.of_number(number) if number.strip() else []
    if not codes and not past:
        raise NobodyFound
    note(desk, AccessKind.EXPORTED, number)
    with written_aside(target) as aside, zipfile.ZipFile(aside, "w", zipfile.ZIP_DEFLATED) as archive:
        if past:
            lines_of_past = [dossier.model_dump(mode="json") for dossier in past]
            archive.writestr("past.json", json.dumps(lines_of_past, ensure_ascii=False, indent=1))
        for code in codes:
            entries = desk.store.journal.of_dossier(code)
            lines = [
                item.model_dump(mode="json", exclude={"payload"}) | {"payload": json.loads(item.payload or "null")}
                for item in entries
            ]
            archive.writestr(f"{code}/entries.json", json.dumps(lines, ensure_ascii=False, indent=1))
            for file in dict.fromkeys(file for entry in entries for file in files_of(entry)):
                try:
                    content = desk.store.files.get(file.sha256)
                except (FileMissing, FileDamaged):
                    continue
                ending = file.media_type.rpartition("/")[2]
                archive.writestr(f"{code}/{file.sha256[:16]}.{ending}", content)
    return len(codes) + len(past)


def erase(desk: Desk, code: str, reason: str, signer: str) -> int:
    """Erases what a dossier or case says about people; how many files went with it. The province and the other desks do
    the same once they have the entry.

    Raises NotYourTask, NoReason, DossierUnknown, DossierRuns.
    """
    refuse_unless_task(ERASE, desk.clerk.tasks)
    if not bounds.seen(reason) or not bounds.seen(signer):
        raise NoReason
    if _erase_past(desk, code):
        return 0
    subject = desk.subject(code)
    if isinstance(subject, Dossier) and subject.status not in ENDED:
        raise DossierRuns(code=code)
    return _erase(desk, code, reason.strip(), signer.strip(), desk.clerk.name)


def _erase_past(desk: Desk, code: str) -> bool:
    """An imported dossier of the past has no entries: it is simply gone. Whether it was one."""
    with desk.store.transaction():
        return desk.store.past.erase(code)


def _erase(desk: Desk, code: str, reason: str, signer: str, clerk: str) -> int:
    store = desk.store
    entries = store.journal.of_dossier(code)
    pages = [name for page in store.drafts.pages(code) for name in (page.original, page.picture, page.document) if name]
    named = hashes_in(entries)
    files = list(dict.fromkeys([*named, *pages]))
    with store.transaction():
        store.journal.erase(
            erased(entries, reason, signer, named),
            dossier=code,
            clerk=clerk,
            at=desk.now(),
            salt=desk.token(16),
        )
        store.drafts.take_pages_out(code)
        store.phrases.forget(texts_in(entries))
    return len(delete_unneeded(store, files))


def apply_retention(desk: Desk) -> Kept:
    """Deletes what the rules of today keep no longer; each deletion is an entry of the journal. Nothing while the clock
    is not believed."""
    store, at = desk.store, desk.now()
    if not _is_believed(store, at.astimezone(VIETNAM).date()):
        return Kept()
    rules = desk.knowledge.rules.of(at.date())
    intakes = cases = 0
    if rules.untouched_days:
        for draft in store.drafts.untouched(at - timedelta(days=rules.untouched_days)):
            store.drafts.drop(draft.id)
            intakes += 1
            if draft.guidance and _is_open(store, draft.guidance):
                _erase(desk, draft.guidance, f"untouched_days = {rules.untouched_days}", rules.name, PROGRAM)
                cases += 1
    if not rules.given_up_days:
        return Kept(0, intakes, cases)
    due = store.drafts.given_up(at - timedelta(days=rules.given_up_days))
    gone = _delete_given_up(desk, due, rules.given_up_days)
    return Kept(gone, intakes, cases)


def _is_believed(store: Store, today: date) -> bool:
    """Whether one day came after the other since the last look, and the province's clock does not say otherwise. A
    clock that leapt (a battery, a wrong year) deletes nothing for a fortnight, in which somebody sees it, nor while the
    province tells another day: what is deleted does not come back."""
    looked, _, since = store.recognition.note(_LOOKED).partition(" ")
    newest = store.journal.last()
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
    needed = store.journal.names_files(due)
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


def _numbers(dossier: Dossier | None) -> set[str]:
    if dossier is None:
        return set()
    acting = {person.representative.identity_number for person in dossier.people if person.representative}
    return acting | {person.identity_number for person in dossier.people}

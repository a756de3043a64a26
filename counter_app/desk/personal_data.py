"""What the personal-data law asks of a desk: everything about one person exported, erased, or kept no longer.

Luật Bảo vệ dữ liệu cá nhân 91/2025/QH15, NĐ 356/2025 (docs/domain/law.md). A dossier that runs is not erased: the
agency handles it by law. What was erased stays in backups until their tier ends.
"""

from __future__ import annotations

import json
import zipfile
from pathlib import Path

from counter_app.desk.desk import Desk
from counter_app.desk.finding import note
from counter_app.dossier import bounds
from counter_app.dossier.acts import ERASE
from counter_app.dossier.acts.act import refuse_unless_task
from counter_app.dossier.draft import PersonTyped
from counter_app.dossier.erasing import erased, texts_in
from counter_app.dossier.model import Dossier
from counter_app.dossier.roles import Task
from counter_app.dossier.states import ENDED
from counter_app.durable import written_aside
from counter_app.errors import CounterError
from counter_app.language import Phrase
from counter_app.store.accesses import AccessKind
from counter_app.store.entries import files_of, hashes_in
from counter_app.store.files import FileDamaged, FileMissing
from counter_app.store.forgetting import delete_unneeded

_MANY = 10_000  # dossiers of one person


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
        if desk.profile.mark:
            archive.writestr("DOC-TRUOC.txt", f"{desk.profile.mark}\n")
        if past:
            lines_of_past = [dossier.model_dump(mode="json") for dossier in past]
            archive.writestr("past.json", json.dumps(lines_of_past, ensure_ascii=False, indent=1))
        for code in codes:
            entries = desk.store.entries.of_dossier(code)
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
    return erase_content(desk, code, reason.strip(), signer.strip(), desk.clerk.name)


def _erase_past(desk: Desk, code: str) -> bool:
    """An imported dossier of the past has no entries: it is simply gone. Whether it was one."""
    with desk.store.transaction():
        return desk.store.past.erase(code)


def erase_content(desk: Desk, code: str, reason: str, signer: str, clerk: str) -> int:
    """Writes the erasing entry and deletes the files nothing needs any more; how many. Whoever calls it has looked
    whether it may be."""
    store = desk.store
    entries = store.entries.of_dossier(code)
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


def _numbers(dossier: Dossier | None) -> set[str]:
    if dossier is None:
        return set()
    acting = {person.representative.identity_number for person in dossier.people if person.representative}
    return acting | {person.identity_number for person in dossier.people}

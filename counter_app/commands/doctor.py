"""`counter doctor`: is this desk sound? Each check says what it found, and what to do where something is missing.

What a desk can work without for now (no scanner plugged in, no line) is a warning; the exit status is 1 only where it
cannot work.
"""

from __future__ import annotations

import json
import os
import shutil
import sys
from collections.abc import Callable, Iterator, Sequence
from dataclasses import asdict, dataclass
from datetime import timedelta
from enum import StrEnum
from pathlib import Path

from counter_app.commands.data_place import warnings
from counter_app.config import NoProfile, Profile, load_profile
from counter_app.desk.desk import Desk, open_desk
from counter_app.desk.store_key import is_plain_by_default
from counter_app.errors import CounterError, ExitStatus
from counter_app.language import DEFAULT_LANGUAGE, translate
from counter_app.store.faults import opening
from counter_app.store.key_file import names
from counter_app.store.key_place import Choice, choice
from counter_app.store.keys import KeyPlace, KeyWrapped, StoreKey
from counter_app.store.store import DATABASE, StoreLocked
from counter_app.store.witness import desk_known
from counter_app.store.wrapping import KeyKind
from printing.printers.order import Printer

_CLOCK_OFF = 300  # seconds
_FULL = 50  # megabytes: an intake with its scans
_NARROW = 2_000  # megabytes: a few days of them, or an update of the program
_OLD_BACKUP = timedelta(days=3)


class Verdict(StrEnum):
    """What a check came to."""

    SOUND = "ok"
    WARNING = "warning"
    BROKEN = "broken"


@dataclass(frozen=True)
class Finding:
    """One line of the doctor's report."""

    check: str
    verdict: Verdict
    message: str


def print_findings(findings: Sequence[Finding], *, as_json: bool) -> None:
    """Prints what was found: a line each, or JSON."""
    if as_json:
        print(json.dumps([asdict(finding) for finding in findings], ensure_ascii=False, indent=1))
    else:
        marks = {Verdict.SOUND: "✓", Verdict.WARNING: "!", Verdict.BROKEN: "✗"}
        for finding in findings:
            print(f"{marks[finding.verdict]} {finding.check:<14} {finding.message}")


def exit_status(findings: Sequence[Finding]) -> ExitStatus:
    """Done unless something is broken."""
    broken = any(finding.verdict is Verdict.BROKEN for finding in findings)
    return ExitStatus.NOT_DONE if broken else ExitStatus.DONE


def examine(data: Path, profile_file: Path, key: StoreKey | None = None) -> Iterator[Finding]:
    """All findings about this machine and the desk whose data lies in `data`; `key` opens it where it is wrapped."""
    yield _checked("tesseract", _tesseract)
    yield _checked("fonts", _fonts)
    yield _checked("scanners", _scanners, otherwise=Verdict.WARNING)
    yield from _printers()
    if sys.platform == "win32":
        yield from (Finding("folder", Verdict.WARNING, said) for said in warnings(data.resolve(), os.environ))
    try:
        profile = load_profile(profile_file)
    except NoProfile as failure:
        yield Finding("profile", Verdict.WARNING, failure.sentence())
        return
    except CounterError as failure:
        yield Finding("profile", Verdict.BROKEN, failure.sentence())
        return
    yield Finding("profile", Verdict.SOUND, f"{profile.office.name} – {profile.desk_id}")
    yield from _own_printers(profile)
    yield from _store(data, profile, key)


def scan_test(file: Path) -> list[Finding]:
    """What the scanned test page says of printer and scanner. Raises NoTestPage, and what a file raises that cannot be
    read."""
    from scanning.page.test_scan import measure
    from scanning.page.test_scan_words import sentences
    from scanning.sources.files import pages_of

    page = next(iter(pages_of([file])))
    if isinstance(page, CounterError):
        raise page
    verdicts = {True: Verdict.SOUND, False: Verdict.BROKEN}
    return [
        Finding("scan test", verdicts[line.sound], line.text) for line in sentences(measure(page), DEFAULT_LANGUAGE)
    ]


def _checked(name: str, check: Callable[[], tuple[Verdict, str]], *, otherwise: Verdict = Verdict.BROKEN) -> Finding:
    try:
        verdict, message = check()
    except CounterError as failure:
        return Finding(name, otherwise, failure.sentence())
    return Finding(name, verdict, message)


def _tesseract() -> tuple[Verdict, str]:
    from scanning.reading.ocr import check_language

    return Verdict.SOUND, check_language("vie")


def _fonts() -> tuple[Verdict, str]:
    from printing.layout.fonts import vietnamese_serif

    return Verdict.SOUND, vietnamese_serif().face


def _scanners() -> tuple[Verdict, str]:
    from scanning.sources.finding import find_scanners

    names = ", ".join(device.label for device in find_scanners())
    return (Verdict.SOUND, names) if names else (Verdict.WARNING, _say("No scanner was found; plug it in, turn it on."))


def _printers() -> Iterator[Finding]:
    from printing.printers.finding import printers

    found = printers({})
    if not found:
        yield Finding("printers", Verdict.WARNING, _say("The system has no printer set up."))
    yield from map(_ready, found)


def _own_printers(profile: Profile) -> Iterator[Finding]:
    from printing.printers.finding import printer_at

    for printer in profile.printers:
        yield _ready(printer_at(printer.name, printer.address))


def _ready(printer: Printer) -> Finding:
    try:
        printer.check()
    except CounterError as failure:
        return Finding("printers", Verdict.WARNING, failure.sentence())
    return Finding("printers", Verdict.SOUND, _say("{printer} is ready.").format(printer=printer.name))


def _store(data: Path, profile: Profile, key: StoreKey | None) -> Iterator[Finding]:
    if not (data / DATABASE).exists() and not desk_known(data):
        yield Finding("store", Verdict.WARNING, _say("Nothing has been kept on this desk yet."))
        yield _checked("server", lambda: _greeting(profile), otherwise=Verdict.WARNING)
        return
    yield _checked("disk", lambda: _disk(data))
    try:
        desk = open_desk(data, profile, key=key)
    except StoreLocked:
        yield Finding("store", Verdict.WARNING, _say("The Counter is running; close it to have its data checked."))
        yield _checked("server", lambda: _greeting(profile), otherwise=Verdict.WARNING)
        return
    except KeyWrapped as failure:
        yield Finding("store", Verdict.WARNING, failure.sentence())
        yield _checked("server", lambda: _greeting(profile), otherwise=Verdict.WARNING)
        return
    except CounterError as failure:
        yield Finding("store", Verdict.BROKEN, failure.sentence())
        return
    try:
        yield _key(desk)
        yield _knowledge(desk)
        yield _checked("journal", lambda: _journal(desk))
        yield _checked("digests", lambda: _digests(desk))
        yield _checked("damage", lambda: _damage(desk))
        yield _files(desk)  # what is left of them once those that somebody has were put back
        yield _checked("backup", lambda: _backup(desk), otherwise=Verdict.WARNING)
        yield _print_jobs(desk)
        yield _checked("server", lambda: _server(desk), otherwise=Verdict.WARNING)
    finally:
        desk.store.close()


def _disk(data: Path) -> tuple[Verdict, str]:
    with opening(data):
        free = shutil.disk_usage(data).free // 1_000_000
    if free < _FULL:
        return Verdict.BROKEN, _say("The disk of this desk's data is full, {free} MB are free: make room.").format(
            free=free
        )
    if free < _NARROW:
        little = _say("Little room is left on the disk of this desk's data, {free} MB: make some before it is full.")
        return Verdict.WARNING, little.format(free=free)
    return Verdict.SOUND, _say("{free} MB are free on the disk of this desk's data.").format(free=free)


def _key(desk: Desk) -> Finding:
    match desk.store.key_place:
        case KeyPlace.KEYRING:
            return Finding("key", Verdict.SOUND, _say("The key lies in the system's keyring."))
        case KeyPlace.WRAPPED if not desk.store.backup_keys.all():
            risky = _say("The key opens with passwords alone: without a recovery key forgotten ones are the end of it.")
            return Finding("key", Verdict.WARNING, risky)
        case KeyPlace.WRAPPED:
            who = ", ".join(names(desk.store.folder)) or "–"
            opens = _say("The key is locked with the passwords of: {who}; and with the keys of the backups.")
            return Finding("key", Verdict.SOUND, opens.format(who=who))
    if is_plain_by_default(desk):
        plain = _say(
            "The key lies plain beside the data: lock it under Accounts, or with ‘counter key wrap --clerk NAME’."
        )
        return Finding("key", Verdict.WARNING, plain)
    if choice(desk.store) is Choice.PLAIN:
        chosen = _say("The key lies plain beside the data, as was chosen here: whoever has the disk reads it.")
        return Finding("key", Verdict.WARNING, chosen)
    return Finding("key", Verdict.WARNING, _say("The key is locked as soon as somebody here has a password."))


def _knowledge(desk: Desk) -> Finding:
    if faults := desk.knowledge.faults:
        message = _say(
            "{count} faults in the office's data files, so the last good state is in force. The first: {first}"
        )
        first = f"{faults[0].where}: {faults[0].said()}"
        return Finding("knowledge", Verdict.WARNING, message.format(count=len(faults), first=first))
    count = len(desk.knowledge.catalogue.listed(desk.now().date()))
    return Finding("knowledge", Verdict.SOUND, _say("{count} procedures are in force.").format(count=count))


def _journal(desk: Desk) -> tuple[Verdict, str]:
    entries = desk.store.entries.check_own()
    if differing := desk.store.journal.differing_projections():
        message = _say("{count} dossiers are not what their journal says; call the technician.")
        return Verdict.BROKEN, message.format(count=len(differing))
    return Verdict.SOUND, _say("{count} entries, the chain is whole.").format(count=entries)


def _digests(desk: Desk) -> tuple[Verdict, str]:
    """Whether the entries are those that were signed day by day, here and at the province."""
    from counter_app.sync.client import ProvincialServer
    from counter_app.sync.errors import JournalForked, SyncFailure
    from counter_app.sync.rounds.digests import check_anchors
    from counter_app.sync.rounds.history import agree_on_history

    desk.store.digests.close_days(desk.now())
    desk.store.digests.check(-1)
    days = len(desk.store.digests.all())
    if not desk.profile.server.url:
        alone = _say("{count} days are signed; no province has them, so keep an export (‘counter digests’) elsewhere.")
        return Verdict.WARNING, alone.format(count=days)
    try:
        with ProvincialServer(desk.profile.server, desk.store) as province:
            agree_on_history(desk.store, province)
            anchored = check_anchors(desk.store, province)
    except JournalForked:
        raise
    except SyncFailure as failure:
        return Verdict.WARNING, failure.sentence()
    same = _say("{count} days are signed; the entries are those of the {anchored} that lie at the province.")
    return Verdict.SOUND, same.format(count=days, anchored=anchored)


def _files(desk: Desk) -> Finding:
    missing = desk.missing_files()
    if missing:
        message = _say("{count} scanned files are missing on this desk; call the technician.")
        return Finding("files", Verdict.BROKEN, message.format(count=len(missing)))
    return Finding("files", Verdict.SOUND, _say("Every file this desk wrote is there."))


def _damage(desk: Desk) -> tuple[Verdict, str]:
    """Every file and every page is read: on a large desk this takes minutes."""
    from counter_app.sync.heal import sweep_and_heal

    found = sweep_and_heal(desk.store, desk.profile, desk.now())
    if found.bad_pages:
        message = _say("{count} pages of the database are damaged: restore the last backup, then rebuild.")
        return Verdict.BROKEN, message.format(count=found.bad_pages)
    if found.damaged:
        message = _say("{count} scanned files are damaged and neither backup nor province has them.")
        return Verdict.BROKEN, message.format(count=len(found.damaged))
    whole = _say("{count} scanned files and the database are as they were written; {healed} were put back.")
    return Verdict.SOUND, whole.format(count=found.files, healed=found.healed)


def _backup(desk: Desk) -> tuple[Verdict, str]:
    from counter_app.store.backup_folder import BackupFolderGone, backup_folder
    from counter_app.sync.heal import last_sweep

    if not desk.profile.backup.folder:
        return Verdict.WARNING, _say("No backups are made: enter a folder on a second disk under [backup].")
    made = backup_folder(desk.profile, desk.store.desk)
    if not made.folder.is_dir():
        raise BackupFolderGone(folder=made.folder.name)
    if not desk.store.backup_keys.has(KeyKind.RECOVERY):
        return Verdict.WARNING, _say("No recovery key was printed for the backups: do so with ‘counter recovery-key’.")
    if made.shares_a_disk_with(desk.store):
        return Verdict.WARNING, _say("The backups lie on the same disk as the data: both would be lost with it.")
    swept = last_sweep(desk.store)  # of the check for damage
    if swept is not None and swept.bad_backups:
        bad = _say("{count} backups or files of theirs are damaged where they lie: use another disk.")
        return Verdict.WARNING, bad.format(count=swept.bad_backups)
    newest = made.newest(desk.now())
    if newest is None or desk.now() - newest.at > _OLD_BACKUP:
        return Verdict.WARNING, _say("There is no backup of the last three days.")
    return Verdict.SOUND, _say("The last backup was made {when}.").format(when=f"{newest.at:%d/%m/%Y %H:%M}")


def _print_jobs(desk: Desk) -> Finding:
    import printing.errors  # noqa: F401 - so that their codes are known

    jobs = desk.store.print_jobs.open()
    if not jobs:
        return Finding("print jobs", Verdict.SOUND, _say("No paper waits for a printer."))
    message = _say("{count} papers wait for a printer: {jobs}.")
    named = ", ".join(f"{job.title} {job.id} → {job.printer or '?'}" for job in jobs)
    reasons = dict.fromkeys(job.failure.error().happened() for job in jobs if job.failure)
    return Finding("print jobs", Verdict.WARNING, " ".join([message.format(count=len(jobs), jobs=named), *reasons]))


def _server(desk: Desk) -> tuple[Verdict, str]:
    """Whether the server lets this desk in, how far the clocks differ, what waits."""
    from counter_app.sync.client import ProvincialServer
    from counter_app.sync.waiting import waits

    server = desk.profile.server
    if not server.url:
        return Verdict.WARNING, _no_server()
    with ProvincialServer(server, desk.store) as province:
        province.hello()
        ahead = abs(province.clock_ahead.total_seconds()) if province.clock_ahead else 0
    found = waits(desk.store)
    message = _say("{address} lets this desk in; {entries} entries and {files} files wait.")
    said = message.format(address=server.url, entries=found.entries, files=found.files)
    if ahead > _CLOCK_OFF:
        clocks = _say("This computer's clock and the server's differ by {minutes} minutes: set it right.")
        return Verdict.WARNING, f"{said} {clocks.format(minutes=round(ahead / 60))}"
    return Verdict.SOUND, said


def _greeting(profile: Profile) -> tuple[Verdict, str]:
    """Whether it is the server that answers, without showing it who asks."""
    from counter_app.sync.client import greeting
    from counter_app.sync.line import open_line

    if not profile.server.url:
        return Verdict.WARNING, _no_server()
    with open_line(profile.server) as line:
        greeting(line)
    return Verdict.SOUND, profile.server.url


def _no_server() -> str:
    return _say("No provincial server is set; everything stays on this desk.")


def _say(sentence: str) -> str:
    return translate("doctor", sentence)

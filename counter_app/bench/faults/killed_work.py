"""What a desk's programs do when they are killed, and what must be there afterwards: one row a work."""

from __future__ import annotations

import contextlib
import io
import json
import os
import random
import shutil
from collections import Counter
from pathlib import Path
from typing import Any

from counter_app.bench.desk import draft
from counter_app.bench.faults.killed_desk import NOTES, WORDS, Work, again, entries_lost
from counter_app.bench.faults.killed_key import KEY_WORKS
from counter_app.bench.faults.killed_sync import SYNC
from counter_app.commands.import_procedures import import_procedures
from counter_app.desk import receiving
from counter_app.dossier.clock import now
from counter_app.durable import write_durably
from counter_app.errors import CounterError
from counter_app.knowledge import load_knowledge
from counter_app.store.backup import BackupInTheWay, back_up
from counter_app.store.backup_folder import BackupFolder
from counter_app.store.database import connect
from counter_app.store.keys import keep_key
from counter_app.store.migrations import migrations
from counter_app.store.print_jobs import JobState
from counter_app.store.restore import restore
from counter_app.store.store import DATABASE
from counter_app.store.witness import forget_desk
from printing.handout import ask_for
from printing.print_queue import PrintQueue
from printing.printers.order import Order, Progress

_OLD_TABLES = "paper_numbers"  # the migration before which the store of the migrations stands
_NEW_PROCEDURES = 40


def _receive(folder: Path, seed: int) -> None:
    """Receives, keeps scans and backs up."""
    chance = random.Random(seed)
    desk = again(folder)
    if not desk.store.backup_keys.all():
        desk.store.backup_keys.set_passphrase(WORDS)
    disk = folder / "disk"
    disk.mkdir(exist_ok=True)
    with (folder / NOTES).open("a") as said:
        for number in range(10_000):
            said.write(f"{receiving.receive(desk, draft(desk, number).id).code}\n")
            said.flush()
            if number % 5 == 0:
                desk.store.files.put(chance.randbytes(20_000), "image/png")
            if number % 20 == 10:
                with contextlib.suppress(BackupInTheWay):  # two in one second
                    BackupFolder(disk, desk.store.desk).back_up(desk.store, now())


class _Tray:
    """A printer whose tray is a folder: a sheet a job, fsynced before the printer says that it has it."""

    name = "Máy in"

    def __init__(self, folder: Path) -> None:
        self._folder = folder

    def send(self, order: Order) -> str:
        handle = os.open(self._folder / "tray", os.O_WRONLY | os.O_CREAT | os.O_APPEND)
        os.write(handle, f"{order.title.split()[-1]}\n".encode())
        os.fsync(handle)
        os.close(handle)
        return ""

    def progress(self, job: str) -> Progress:
        return Progress.DONE

    def cancel(self, job: str) -> None:
        return None

    def trays(self) -> list[str]:
        return []

    def check(self) -> None:
        return None


def _sheets(folder: Path) -> Counter[int]:
    tray = folder / "tray"
    return Counter(map(int, tray.read_text().split())) if tray.exists() else Counter()


def _print(folder: Path, _: int) -> None:
    """Asks for papers and prints them; what is unsure is settled by a look into the tray."""
    desk = again(folder)
    queue = PrintQueue(desk, lambda name: _Tray(folder))
    with (folder / NOTES).open("a") as said:
        for number in range(10_000):
            for job in desk.store.print_jobs.open():
                if job.state is JobState.UNSURE:
                    queue.settle(job.id, printed=_sheets(folder)[job.id] > 0)
            code = receiving.receive(desk, draft(desk, number).id).code
            said.write(f"{code}\n")
            said.flush()
            ask_for(desk, [code], "receipt", printer="Máy in")
            queue.run_once()


def _sheets_lost(folder: Path) -> int:
    """Sheets that came out twice, jobs called printed with no sheet, and papers the journal knows otherwise."""
    lost, sheets = entries_lost(folder), _sheets(folder)
    desk = again(folder)
    try:
        rows = desk.store.db.execute("SELECT id FROM print_jobs WHERE state = ?", [JobState.PRINTED.value]).fetchall()
        printed = {row[0] for row in rows}
        given = sum(entry.kind == "paper_given" for entry in desk.store.entries.own_after(0, -1))
        twice = sum(many - 1 for many in sheets.values())
        return lost + twice + len(printed - sheets.keys()) + abs(given - len(printed))
    finally:
        desk.store.close()


def _make_backup(folder: Path, _: str) -> None:
    desk = again(folder)
    desk.store.backup_keys.set_passphrase(WORDS)
    for number in range(20):
        receiving.receive(desk, draft(desk, number).id)
        desk.store.files.put(bytes([number]) * 200_000, "image/png")
    back_up(desk.store, folder / "desk.counter")
    desk.store.close()


def _restore(folder: Path, _: int) -> None:
    while True:
        _clear(folder / "new")
        restore(folder / "desk.counter", folder / "new", WORDS)


def _restore_lost(folder: Path) -> int:
    """A restore that was killed is done again over what it left, or was whole."""
    new = folder / "new"
    if not (new / DATABASE).exists():
        restore(folder / "desk.counter", new, WORDS)
    whole = folder / "whole"
    _clear(whole / "desk")
    whole.mkdir(exist_ok=True)
    new.rename(whole / "desk")
    desk = again(whole)
    try:
        return int(desk.store.entries.check_own() != 20) + 20 - len(desk.store.files.names())
    finally:
        desk.store.close()
        _clear(whole / "desk")


def _first_start(folder: Path, seed: int) -> None:
    """One new desk after the other."""
    number = seed
    while True:
        number += 1
        place = folder / str(number)
        place.mkdir()
        (folder / "newest").write_text(str(number))
        desk = again(place)
        with (place / NOTES).open("a") as said:
            said.write(f"{receiving.receive(desk, draft(desk, 0).id).code}\n")
        desk.store.close()


def _first_start_lost(folder: Path) -> int:
    newest = folder / "newest"
    text = newest.read_text() if newest.exists() else ""
    lost = entries_lost(folder / text) if text else 0
    for place in folder.glob("[0-9]*"):
        shutil.rmtree(place)
    newest.unlink(missing_ok=True)
    return lost


def _make_records(folder: Path, _: str) -> None:
    records = [_record(f"1.9{number:05d}") for number in range(_NEW_PROCEDURES)]
    write_durably(folder / "records.json", json.dumps(records, ensure_ascii=False).encode())


def _import(folder: Path, _: int) -> None:
    with contextlib.redirect_stdout(io.StringIO()):
        while True:
            shutil.rmtree(folder / "own", ignore_errors=True)
            import_procedures([folder / "records.json"], folder / "own", None, now().date())


def _import_lost(folder: Path) -> int:
    """The catalogue is the one before or the one after, whole either way; nothing else lies there."""
    (folder / "own").mkdir(exist_ok=True)
    known = load_knowledge(folder / "own")
    today = now().date()
    here = sum(known.catalogue.get(f"1.9{number:05d}", today) is not None for number in range(_NEW_PROCEDURES))
    return len(known.faults) + int(here not in (0, _NEW_PROCEDURES))


def _make_old_store(folder: Path, _: str) -> None:
    """A store as a program of before left it, with dossiers in it."""
    desk = again(folder)
    for number in range(30):
        receiving.receive(desk, draft(desk, number).id)
    entries = [tuple(row) for row in desk.store.db.execute("SELECT * FROM entries")]
    desk.store.close()
    old = folder / "old"
    old.mkdir()
    key = keep_key(old)
    db = connect(old / DATABASE, key.derived("database"))
    migrations.apply(db, stop_before=_OLD_TABLES)
    db.conn.executemany(f"INSERT INTO entries VALUES ({','.join('?' * 12)})", entries)
    db.close()


def _migrate(folder: Path, _: int) -> None:
    while True:
        _clear(folder / "desk")
        shutil.rmtree(folder / "copy", ignore_errors=True)
        shutil.copytree(folder / "old", folder / "copy")
        (folder / "copy").rename(folder / "desk")  # half a copy is no desk that a kill left
        again(folder).store.close()


def _migration_lost(folder: Path) -> int:
    if not (folder / "desk" / DATABASE).exists() or not any((folder / "desk").glob("store.*")):
        return 0  # killed while the old store was copied for it
    try:
        desk = again(folder)
    except CounterError:
        return 1
    try:
        return int(desk.store.entries.check_own() != 30) + len(desk.store.journal.differing_projections())
    finally:
        desk.store.close()


def _clear(folder: Path) -> None:
    """The database goes first: what a kill leaves of a folder half cleared is no desk without its key."""
    forget_desk(folder)
    (folder / DATABASE).unlink(missing_ok=True)
    shutil.rmtree(folder, ignore_errors=True)


def _record(code: str) -> dict[str, Any]:
    paper = {"profileComponents": [{"name": "Tờ khai", "code": "KQ.G15.003208", "original": 1}]}
    detail = {
        "code": code,
        "name": f"Thủ tục mẫu {code}",
        "isWard": True,
        "categoriesDetails": [{"name": "Hộ tịch", "code": "G15-TP07"}],
        "unitGroupsExecuting": [{"name": "Ủy ban nhân dân cấp xã"}],
        "executionMethods": [
            {"submissionMethod": "DIRECT", "processingTime": 3, "processingTimeUnit": "WORKING_DAY", "fees": []}
        ],
        "executionCases": [{"name": "", **paper}],
        "procedureProposal": {"proposalNumber": "163/QĐ-BTP", "decisionDate": 1768496400000},
        "departmentPromulgateCode": "G15",
        "updatedAt": 1776242191512,
    }
    return {"id": code, "code": code, "detail": detail}


WORKS = (
    Work("receiving and backups", 300, 0.25, _receive, entries_lost),
    Work("printing", 150, 0.8, _print, _sheets_lost),
    SYNC,
    Work("restore", 100, 0.4, _restore, _restore_lost, _make_backup),
    Work("first start", 150, 0.4, _first_start, _first_start_lost),
    Work("import", 100, 0.3, _import, _import_lost, _make_records),
    Work("migration", 100, 0.4, _migrate, _migration_lost, _make_old_store),
    *KEY_WORKS,
)
"""More than a thousand kills at full scale."""

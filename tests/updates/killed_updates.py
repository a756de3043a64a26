"""Updates that are killed: a program that makes a desk, updates it, and kills the update at one of its steps.

`python -m tests.updates.killed_updates FOLDER KILLS` prints a line of JSON for each kill. Where an update is killed is
a count of steps, not of time: before a file is opened to write, renamed or deleted, half-way through a file, before it
is synced, before each statement of the database and within long ones. The version 0.2.0 changes the tables.
"""

from __future__ import annotations

import json
import os
import shutil
import signal
import sys
import zipfile
from collections.abc import Callable
from datetime import date, timedelta
from functools import partial
from hashlib import sha256
from pathlib import Path
from typing import Any

import keyring
from keyring.backends import fail
from sqlite_utils import Database

from counter_app.bench.desk import CLERK, draft, opened_desk
from counter_app.config import sample_profile
from counter_app.desk import receiving
from counter_app.desk.desk import Desk
from counter_app.dossier.draft import PersonTyped
from counter_app.durable import make_folder, opened_privately
from counter_app.store import database
from counter_app.store.migrations import StoreNewer, migrations
from counter_app.store.store import go_back_to_copy
from counter_app.updates.versions import Versions, offer_of
from tests.updates.packages import LIBRARIES, package

DAY = date(2026, 11, 28)
PROFILE = sample_profile()
WAITS = "Hồ Thị Đợi"  # whose intake is not finished
SAID = "said"  # the codes of the dossiers that were said to be received, a line each
_CHANGES = {"open", "os.rename", "os.remove", "os.rmdir", "os.mkdir"}
_WRITES = os.O_WRONLY | os.O_RDWR | os.O_CREAT


class Steps:
    """Counts what an update does; at the step of that number the process ends as by a power cut of its own."""

    def __init__(self, last: int) -> None:
        self.count, self._last = 0, last

    def __call__(self, *_: object) -> int:
        self.count += 1
        if self.count == self._last:
            os.kill(os.getpid(), signal.SIGKILL)
        return 0

    def watch(self) -> None:
        """From now on every change of a file and every statement of a database is a step."""
        sys.addaudithook(self._audit)
        os.fsync = self  # type: ignore[assignment] - no power cut: nothing has to wait for the disk
        connect = database.sqlcipher.connect
        database.sqlcipher.connect = partial(self._connected, connect)
        Path.write_bytes = self._in_halves()  # type: ignore[method-assign]

    def _audit(self, event: str, told: tuple[Any, ...]) -> None:
        if event in _CHANGES and (event != "open" or (isinstance(told[2], int) and told[2] & _WRITES)):
            self()

    def _connected(self, connect: Callable[..., Any], *given: Any, **named: Any) -> Any:
        connection = connect(*given, **named)
        connection.set_trace_callback(self)
        connection.set_progress_handler(self, 2000)
        return connection

    def _in_halves(self) -> Callable[[Path, bytes], int]:
        def write_bytes(file: Path, content: bytes) -> int:
            with file.open("wb", buffering=0) as out:
                out.write(content[: len(content) // 2])
                self()
                return out.write(content[len(content) // 2 :])

        return write_bytes


def of_tomorrow(db: Database) -> None:
    """What 0.2.0 does to the tables: a column more, one renamed, and a table more that takes its time."""
    db.execute("ALTER TABLE drafts ADD COLUMN colour TEXT NOT NULL DEFAULT 'blue'")
    db.execute("ALTER TABLE phrases RENAME COLUMN text TO words")
    db.execute(
        "CREATE TABLE of_tomorrow AS WITH RECURSIVE counted(number) AS"
        " (SELECT 1 UNION ALL SELECT number + 1 FROM counted WHERE number < 2000)"
        " SELECT number, hex(randomblob(100)) AS word FROM counted"
    )


def versions_at(place: Path) -> Versions:
    return Versions(place / "desk", "0.1.0", sha256(LIBRARIES).hexdigest())


def started(place: Path, day: date) -> tuple[str, Desk]:
    """The desk as the version that is started now opens it, as `ui/shell/application.py` does; and which that is."""
    versions = versions_at(place)
    folder = versions.begin(day)
    running = folder.name[1:] if folder else versions.installed
    if running == "0.2.0":
        migrations(name="of_tomorrow")(of_tomorrow)
    try:
        return running, opened_desk(place / "desk", PROFILE, CLERK)
    except StoreNewer:
        if not versions.state.went_back:
            raise
        go_back_to_copy(place / "desk")
        return running, opened_desk(place / "desk", PROFILE, CLERK)


def closed(desk: Desk) -> None:
    """The window is closed, and its version's tables are known no more."""
    desk.store.close()
    if migrations._migrations[-1].name == "of_tomorrow":
        migrations._migrations.pop()


def receive(place: Path, desk: Desk, number: int) -> None:
    code = receiving.receive(desk, draft(desk, number).id).code
    with (place / SAID).open("a", encoding="utf-8") as said:
        said.write(f"{code}\n")


def update(place: Path, file: Path, *, shows: bool) -> None:
    """A day's end and the next morning: the package comes, is taken in, and comes into force; the new version changes
    the tables. One that `shows` no window is started again and again, until the one before is back."""
    versions, offer = versions_at(place), offer_of(file)
    content, part = file.read_bytes(), versions.part(offer)
    make_folder(part.parent)
    with open(part, "ab", opener=opened_privately) as out:
        while (there := out.tell()) < offer.size:
            out.write(content[there : there + 60_000])
            out.flush()
    versions.take_in(offer, DAY)
    versions.install_at_close(day_is_over=True)
    for number in range(1 if shows else 4):
        _, desk = started(place, DAY)
        if shows:
            versions.started("0.2.0")
        receive(place, desk, 100 + number)
        closed(desk)


def made(place: Path) -> None:
    """A desk that has worked with 0.1.0."""
    desk = opened_desk(place / "desk", PROFILE, CLERK)
    for number in range(3):
        receive(place, desk, number)
    waits = desk.new_draft()
    desk.keep_draft(waits.model_copy(update={"owner": PersonTyped(name=WAITS)}))
    closed(desk)


def look(place: Path, whole: dict[str, int], *, shows: bool) -> dict[str, object]:
    """What a clerk finds the next time: which version runs, and what of the data is not as it was said to be."""
    running, desk = started(place, DAY)
    if shows:
        versions_at(place).started(running)
    folder, store = versions_at(place).current(), desk.store
    said = (place / SAID).read_text(encoding="utf-8").split()
    here = [entry.dossier for entry in store.entries.own_after(0, -1) if entry.kind == "received"]
    store.entries.check_own()
    found = {
        "program is whole": folder is None or _files(folder) == whole,
        "lost": len(set(said) - set(here)),
        "twice": len(here) - len(set(here)),
        "otherwise": len(store.journal.differing_projections()),
        "drafts": len([draft for draft in store.drafts.all() if draft.owner.name == WAITS]),
        "sound": store.db.execute("PRAGMA integrity_check").fetchone()[0],
    }
    receive(place, desk, 1000)
    closed(desk)
    return {"runs": running, **found}


def again(place: Path, file: Path) -> str:
    """The version that runs the next morning, once the update was offered again, if the desk wanted it."""
    versions = versions_at(place)
    if versions.wants(offer_of(file)):
        update(place, file, shows=True)
    running, desk = started(place, DAY + timedelta(days=1))
    closed(desk)
    return running


def _files(folder: Path) -> dict[str, int]:
    return {path.relative_to(folder).as_posix(): path.stat().st_size for path in folder.rglob("*") if path.is_file()}


def _apart(work: Callable[[], object]) -> int:
    """Does it in a process of its own, and says how that ended: 0, or the signal."""
    sys.stdout.flush()
    child = os.fork()
    if child == 0:
        status = 1
        try:
            work()
            sys.stdout.flush()
            status = 0
        finally:
            os._exit(status)
    return os.waitstatus_to_exitcode(os.waitpid(child, 0)[1])


def main(folder: Path, kills: int) -> int:
    """Kills so many updates, every second of one that is given up."""
    keyring.set_keyring(fail.Keyring())
    database._SYNCHRONOUS = "OFF"
    file = package(folder, "0.2.0", size=12)
    with zipfile.ZipFile(file) as archive:
        whole = {item.filename: item.file_size for item in archive.infolist()}
    made(folder / "before")
    steps = {shows: _counted(folder, file, shows=shows) for shows in (True, False)}
    for number in range(kills):
        shows, place = number % 2 == 0, folder / f"killed-{number}"
        shutil.copytree(folder / "before", place)
        last = round(steps[shows] * (number + 1) / (kills + 1))
        ended = _apart(partial(_killed, place, file, last, shows=shows))
        if _apart(partial(_tell, place, file, whole, {"shows": shows, "killed": ended == -signal.SIGKILL})):
            return 1
        shutil.rmtree(place)
    return 0


def _tell(place: Path, file: Path, whole: dict[str, int], how: dict[str, object]) -> None:
    print(json.dumps(how | look(place, whole, shows=bool(how["shows"])) | {"afterwards": again(place, file)}))


def _counted(folder: Path, file: Path, *, shows: bool) -> int:
    """How many steps an update has that nobody kills."""
    place = folder / f"whole-{shows}"
    shutil.copytree(folder / "before", place)

    def count() -> None:
        steps = Steps(0)
        steps.watch()
        update(place, file, shows=shows)
        (folder / "steps").write_text(str(steps.count))

    if _apart(count):
        raise ChildProcessError
    return int((folder / "steps").read_text())


def _killed(place: Path, file: Path, last: int, *, shows: bool) -> None:
    Steps(last).watch()
    update(place, file, shows=shows)


if __name__ == "__main__":
    sys.exit(main(Path(sys.argv[1]), int(sys.argv[2])))

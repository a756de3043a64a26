"""`counter bench startup`: from nothing to the first field (a password's), and on to the window, with few dossiers and
with 1,000,000; signing in; what the checks at a start cost, and the counts that the day begins with.

`COUNTER_BENCH_DOSSIERS` names another number. The dossiers are rows without people, put in by the database itself: what
a start asks of them is how many they are. The last 1,000 entries are real ones, written since the start before.
"""

from __future__ import annotations

import os
import subprocess
import sys
import time
from collections.abc import Callable, Iterator
from pathlib import Path

from counter_app.bench.desk import desk_with, draft
from counter_app.bench.figures import Figure, medians, percentile
from counter_app.bench.law import DOSSIERS
from counter_app.desk import accounts, receiving
from counter_app.desk.desk import Desk
from counter_app.desk.today import counts
from counter_app.dossier.journal import Tip
from counter_app.dossier.roles import Role
from counter_app.store.chain import AT_START
from counter_app.store.keys import StoreKey
from counter_app.store.store import Store, open_store

_CHECKS, _SIGN_IN, _COUNTS, _LARGE = 0.2, 0.5, 0.05, 1.0  # seconds allowed
_RUNS = 9
_START = """
import os, sys
from PySide6.QtCore import QTimer
from PySide6.QtWidgets import QApplication
from counter_app.cli import main
app = QApplication([])
asked = []
def look():
    for shown in app.topLevelWidgets():
        if shown.isVisible() and type(shown).__name__ in ("UnlockDialog", "SignInDialog") and not asked:
            if not sys.argv[2]:
                os._exit(0)
            asked.append(shown.panel.signed.emit(sys.argv[3], sys.argv[2]))
        elif shown.isVisible() and type(shown).__name__ == "MainWindow":
            QTimer.singleShot(0, lambda: os._exit(0))
timer = QTimer(interval=0)
timer.timeout.connect(look)
timer.start()
sys.exit(main(["run", "--data", sys.argv[1]]))
"""
_BARE = "from PySide6.QtWidgets import *; app = QApplication([]); w = QLabel(); w.show(); app.processEvents()"
_HEAD, _CLERKS, _PASSWORD = "Trần Thị Mẫu", 30, "đo tốc độ"
_ENTRIES = """
WITH RECURSIVE numbers (n) AS (SELECT :first UNION ALL SELECT n + 1 FROM numbers WHERE n < :last)
INSERT INTO entries (desk, sequence, dossier, step, kind, payload, payload_hash, clerk, at, previous, hash)
SELECT :desk, n, printf('H41.99-%02d%02d%02d-%04d', 20 + n / 330000, 1 + n / 27500 % 12, 1 + n / 1000 % 27, n % 1000),
    1, 'received', NULL, printf('%064x', n), :clerk, printf('20%02d-%02d-%02dT09:00:00+07:00', 20 + n / 330000,
    1 + n / 27500 % 12, 1 + n / 1000 % 27), printf('%064x', n - 1), printf('%064x', n) FROM numbers
"""


def start_figures() -> Iterator[Figure]:
    """All figures of a start."""
    yield from _window()
    number = int(os.environ.get(DOSSIERS, "1000000"))
    with desk_with(0) as desk:
        head = desk.of(accounts.make_administrator(desk, _HEAD, _PASSWORD, _PASSWORD))
        for nth in range(_CLERKS):
            accounts.open_account(head, f"Cán Bộ {nth}", [Role.CLERK], _PASSWORD, _PASSWORD)
        card = accounts.give_card(head, accounts.accounts(head)[0].code)
        _fill(desk.store, number)
        _write_new(desk)
        yield from _sign_in(head, card)
        times = [_seconds(lambda: counts(head)) for _ in range(_RUNS)]
        yield Figure(
            f"counts of the day, {number:,} dossiers, p95", percentile(95, times), _COUNTS, "the 0.05 s allowed"
        )
        desk.store.close()
        field, _ = _starts(desk.store.folder, "")
        yield Figure(f"start to the first field, {number:,} dossiers", field, _LARGE, "the 1 s allowed")
        ours, _ = _starts(desk.store.folder, _PASSWORD)
        yield Figure(f"start to window, {number:,} dossiers", ours, _LARGE, "the 1 s allowed")
        yield from _checks(desk.store.folder, desk.store.desk, desk.store.key, number)


def _window() -> Iterator[Figure]:
    """A desk of a few days, beside a bare Qt window in the same Python."""
    with desk_with(100) as desk:
        accounts.make_administrator(desk, _HEAD, _PASSWORD, _PASSWORD)
        desk.store.close()
        yield Figure("start to the first field", *_starts(desk.store.folder, ""), "a bare Qt window")
        yield Figure("start to window", *_starts(desk.store.folder, _PASSWORD), "a bare Qt window")


def _starts(folder: Path, password: str) -> tuple[float, float]:
    """From nothing to the field of the password, or, where one is given, over opening the data and signing in with it
    to the window's first paint; and a bare Qt window. Medians in seconds. How long a program takes to end, and what it
    still does meanwhile, is no part of its start.

    As on every start but the first: Python has compiled the modules before, whatever this shell says of keeping them.
    """
    environment = {name: value for name, value in os.environ.items() if name != "PYTHONDONTWRITEBYTECODE"}
    environment |= {"QT_QPA_PLATFORM": "offscreen", "PYTHONPYCACHEPREFIX": str(folder / "compiled")}

    def start(*arguments: str) -> None:
        subprocess.run([sys.executable, "-c", *arguments], env=environment, check=True)

    start(_START, str(folder), password, _HEAD)
    start(_BARE)
    ours, theirs = medians(5, lambda: start(_START, str(folder), password, _HEAD), lambda: start(_BARE))
    return ours, theirs


def _fill(store: Store, number: int) -> None:
    """So many dossiers: an entry and a row each. The digests of their days are signed, and the chain counts as
    verified."""
    first = store.entries.last_sequence() + 1
    last = first + number - 1
    with store.transaction():
        store.db.execute(_ENTRIES, {"first": first, "last": last, "desk": store.desk, "clerk": _HEAD})
        columns = [row[1] for row in store.db.execute("PRAGMA table_info(dossiers)") if row[3] and row[4] is None]
        given = {"id": "id", "code": "dossier", "owner": "'…'"}
        chosen = ", ".join(given.get(column, "0") for column in columns)
        rows = f"SELECT {chosen} FROM entries WHERE desk = ? AND sequence BETWEEN ? AND ?"
        store.db.execute(f"INSERT INTO dossiers ({', '.join(columns)}) {rows}", [store.desk, first, last])
    store.recognition.keep_note("verified", f"{last} {store.entries.seal(last)}")
    store.witness.settle(store.recognition.drawn(store.witness.last))


def _write_new(desk: Desk) -> None:
    """As many entries as a start verifies at most."""
    with desk.store.transaction():
        for number in range(AT_START):
            receiving.receive(desk, draft(desk, number).id)
    desk.store.digests.close_days(desk.now())


def _sign_in(desk: Desk, card: str) -> Iterator[Figure]:
    """By password, by a card, and with a wrong password, which is told as late as a right one."""
    kinds: dict[str, Callable[[], object]] = {
        "password": lambda: accounts.sign_in(desk, _HEAD, _PASSWORD),
        "card": lambda: accounts.sign_in_by_card(desk, card),
    }
    for kind, sign_in in kinds.items():
        times = [_seconds(sign_in) for _ in range(_RUNS)]
        yield Figure(f"sign in by {kind}, p95", percentile(95, times), _SIGN_IN, "the 0.5 s allowed")


def _checks(folder: Path, desk: str, key: StoreKey, number: int) -> Iterator[Figure]:
    """Opening the store with all that is checked then, beside what is allowed: nothing new, and 1,000 new entries."""
    store = open_store(folder, desk, key=key)
    note = store.recognition.note("verified")
    before = Tip(store.entries.last_sequence() - AT_START, "")
    old = f"{before.sequence} {store.entries.seal(before.sequence)}"
    store.close()
    for new, mark in ((0, note), (AT_START, old)):
        times = []
        for _ in range(_RUNS):
            store = open_store(folder, desk, key=key)
            store.recognition.keep_note("verified", mark)
            store.close()
            times.append(_seconds(lambda: open_store(folder, desk, key=key).close()))
        name = f"checks at start, {number:,} dossiers, {new:,} new"
        yield Figure(name, percentile(50, times), _CHECKS, "the 0.2 s allowed")


def _seconds(work: Callable[[], object]) -> float:
    begun = time.perf_counter()
    work()
    return time.perf_counter() - begun

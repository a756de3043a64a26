"""`counter bench law`: a desk of 1,000,000 dossiers: finding one, receiving one, due dates, reports.

`COUNTER_BENCH_DOSSIERS` names another number. Look-ups and reports stand beside what is allowed and beside a scan.
"""

from __future__ import annotations

import os
import random
import time
from collections.abc import Callable, Iterator
from datetime import datetime, timedelta
from functools import partial

from counter_app.commands.bench_desk import desk_with, receiving
from counter_app.commands.figures import Figure, percentile
from counter_app.commands.law_dossiers import Made, fill
from counter_app.desk import Desk
from counter_app.dossier.clock import VIETNAM
from counter_app.dossier.model import Term
from counter_app.dossier.plain import plain
from counter_app.dossier.states import Status
from counter_app.procedures.working_time import due_at
from counter_app.store.store import Store

DOSSIERS = "COUNTER_BENCH_DOSSIERS"
_ASKED = 200  # questions of each kind
_SHOWN = 500  # lines, as many as the window asks for
_LOOK_UP = 0.030  # seconds allowed
_REPORT = 2.0
_DUE = 100_000  # due dates allowed a second


def law_figures() -> Iterator[Figure]:
    """All figures of the step."""
    number = int(os.environ.get(DOSSIERS, "1000000"))
    with desk_with(0) as desk:
        some = fill(desk.store, number, desk.now())
        yield from _look_ups(desk.store, some)
        yield from _reports(desk.store, desk.now())
        yield receiving(desk)
        yield _due_dates(desk)


def _look_ups(store: Store, some: list[Made]) -> Iterator[Figure]:
    """Finding dossiers as clerks ask for them; the dossiers asked for are drawn from all years."""
    scan = "SELECT count(*) FROM dossiers WHERE owner LIKE ?"
    floor = percentile(50, [_seconds(lambda: store.db.execute(scan, ["%Đặng%Khuê%"]).fetchall()) for _ in range(3)])
    chance, find = random.Random(2), partial(store.find, limit=_SHOWN)
    kinds: dict[str, Callable[[Made], str]] = {
        "code": lambda one: one.code,
        "code without agency": lambda one: one.code.partition("-")[2],
        "full name without marks": lambda one: plain(one.name),
        "beginnings of a name": lambda one: " ".join(word[: chance.randint(1, 3)] for word in plain(one.name).split()),
        "the commonest name": lambda _: "nguyen thi huong",
        "surname": lambda one: plain(one.name).split()[0],
        "two letters": lambda one: plain(one.name)[:2],
        "one letter": lambda one: plain(one.name)[0],
        "citizen number": lambda one: one.number,
        "beginning of a number": lambda one: one.number[: chance.randint(4, 9)],
        "telephone": lambda one: one.phone,
        "name and procedure": lambda one: f"{plain(one.name)} {plain(one.procedure)}",
        "what is not there": lambda one: f"{plain(one.name)} zzz",
        "nothing: the newest": lambda _: "",
    }
    for kind, words in kinds.items():
        asked = [words(one) for one in chance.choices(some, k=_ASKED)]
        yield from _times(kind, [_seconds(partial(find, text)) for text in asked], floor)
    for kind, text in (("a status", ""), ("surname and status", "nguyen")):
        times = [_seconds(partial(find, text, status=status)) for status in list(Status) * 10]
        yield from _times(kind, times, floor)


def _times(kind: str, seconds: list[float], floor: float) -> Iterator[Figure]:
    yield Figure(f"find by {kind}, p50", percentile(50, seconds), floor, "a scan of all rows")
    yield Figure(f"find by {kind}, p95", percentile(95, seconds), _LOOK_UP, "the 30 ms allowed")


def _reports(store: Store, now: datetime) -> Iterator[Figure]:
    """What registers and reports ask of the ledger, of all years and of one."""
    counts = (
        "count(*), sum(received_at < :start AND (finished_at IS NULL OR finished_at >= :start)),"
        " sum(received_at >= :start), sum(received_at >= :start AND channel = 2),"
        " sum(finished_at >= :start AND finished_at <= due_at), sum(finished_at >= :start AND finished_at > due_at),"
        " sum(finished_at IS NULL AND due_at >= :end), sum(finished_at IS NULL AND due_at < :end),"
        " sum(supplements > 0), sum(digitised), sum(paid_phi), sum(paid_le_phi)"
    )
    reports = {
        "by field, all years": f"SELECT field, {counts} FROM ledger GROUP BY field",
        "by field, a year": f"SELECT field, {counts} FROM ledger WHERE received_at >= :start GROUP BY field",
        "by clerk and procedure": "SELECT clerk, procedure, count(*), sum(finished_at <= due_at) FROM ledger"
        " GROUP BY clerk, procedure",
        "overdue": "SELECT * FROM ledger WHERE status IN (2, 4, 5, 6, 8) AND due_at < :end ORDER BY due_at",
        "register of a month": "SELECT * FROM ledger WHERE received_at BETWEEN :end - 30 * 86400 AND :end",
    }
    year = {"start": int((now - timedelta(days=365)).timestamp()), "end": int(now.timestamp())}
    for name, sql in reports.items():
        times = [_seconds(partial(_rows, store, sql, year)) for _ in range(3)]
        yield Figure(f"report {name}", percentile(50, times), _REPORT, "the 2 s allowed")


def _rows(store: Store, sql: str, values: dict[str, int]) -> list[object]:
    return store.db.execute(sql, values).fetchall()


def _due_dates(desk: Desk) -> Figure:
    """As many due dates as are allowed a second, of all kinds of terms over a year."""
    chance = random.Random(3)
    kinds = [(5, "working_days"), (20, "working_days"), (3, "calendar_days"), (8, "hours"), (0, "same_day")]
    terms = [Term(amount=amount, unit=unit) for amount, unit in kinds]
    start = datetime(2026, 1, 1, tzinfo=VIETNAM)
    asked = [(start + timedelta(minutes=chance.randrange(300 * 24 * 60)), chance.choice(terms)) for _ in range(_DUE)]
    calendar, hours = desk.knowledge.calendar, desk.knowledge.hours

    def all_of_them() -> None:
        for received_at, term in asked:
            due_at(received_at, term, calendar, hours)

    return Figure(f"{_DUE:,} due dates", _seconds(all_of_them), 1.0, "the second allowed")


def _seconds(work: Callable[[], object]) -> float:
    start = time.perf_counter()
    work()
    return time.perf_counter() - start

"""`counter bench law`: a desk of 1,000,000 dossiers: finding one, receiving one, due dates, reports.

`COUNTER_BENCH_DOSSIERS` names another number. Look-ups and reports stand beside what is allowed and beside a scan.
"""

from __future__ import annotations

import os
import random
import tempfile
import time
from collections.abc import Callable, Iterator
from dataclasses import replace
from datetime import date, datetime, timedelta
from functools import partial
from pathlib import Path

from counter_app.bench.desk import desk_with, receiving_one
from counter_app.bench.figures import Figure, bench_scale, medians, percentile
from counter_app.bench.law_dossiers import Made, fill
from counter_app.desk.desk import Desk
from counter_app.desk.procedure_search import find_procedures, quick_procedures
from counter_app.dossier.clock import VIETNAM
from counter_app.dossier.model import Term
from counter_app.dossier.plain import plain
from counter_app.dossier.states import Status, TermUnit
from counter_app.knowledge import load_knowledge
from counter_app.procedures.catalogue import Catalogue
from counter_app.procedures.catalogue_files import load_catalogue
from counter_app.procedures.catalogue_index import CatalogueIndex, index_file, write_index
from counter_app.procedures.working_time import due_at
from counter_app.reports.offered import REPORTS, Asks, Fields, Offered, Question
from counter_app.reports.periods import Cut, containing, day, span
from counter_app.reports.scope import Scope
from counter_app.resources import resource
from counter_app.store.store import Store

DOSSIERS = "COUNTER_BENCH_DOSSIERS"
_ASKED = 200  # questions of each kind
_SHOWN = 500  # lines, as many as the window asks for
_LOOK_UP = 0.030  # seconds allowed
_REPORT = 2.0
_BOOK = "Hộ tịch"  # the field in which `receiving_one` receives
_PAGE = 100  # rows of a long report on the screen
_DUE = 100_000  # due dates allowed a second
_PROCEDURES = 6_000  # as many as the national portal has
_KEY, _KEY_NAME = 0.010, "the 10 ms allowed"


def law_figures() -> Iterator[Figure]:
    """All figures of the step."""
    number = int(os.environ.get(DOSSIERS, "1000000"))
    with desk_with(0) as desk:
        some = fill(desk.store, number, desk.now())
        yield from _look_ups(desk.store, some)
        yield from _procedures(desk)
        yield receiving_one(desk)
        yield from _reports(desk)
        yield _due_dates(desk)


def _part_of(number: int) -> int:
    return max(round(number * bench_scale()), 5)


def _look_ups(store: Store, some: list[Made]) -> Iterator[Figure]:
    """Finding dossiers as clerks ask for them; the dossiers asked for are drawn from all years."""
    scan = "SELECT count(*) FROM dossiers WHERE owner LIKE ?"
    floor = percentile(50, [_seconds(lambda: store.db.execute(scan, ["%Đặng%Khuê%"]).fetchall()) for _ in range(3)])
    chance, find = random.Random(2), partial(store.find, limit=_SHOWN)
    kinds: dict[str, Callable[[Made], str]] = {
        "code": lambda dossier: dossier.code,
        "code without agency": lambda dossier: dossier.code.partition("-")[2],
        "full name without marks": lambda dossier: plain(dossier.name),
        "beginnings of a name": lambda dossier: " ".join(
            word[: chance.randint(1, 3)] for word in plain(dossier.name).split()
        ),
        "the commonest name": lambda _: "nguyen thi huong",
        "surname": lambda dossier: plain(dossier.name).split()[0],
        "two letters": lambda dossier: plain(dossier.name)[:2],
        "one letter": lambda dossier: plain(dossier.name)[0],
        "citizen number": lambda dossier: dossier.number,
        "beginning of a number": lambda dossier: dossier.number[: chance.randint(4, 9)],
        "telephone": lambda dossier: dossier.phone,
        "name and procedure": lambda dossier: f"{plain(dossier.name)} {plain(dossier.procedure)}",
        "what is not there": lambda dossier: f"{plain(dossier.name)} zzz",
        "nothing: the newest": lambda _: "",
    }
    for kind, words in kinds.items():
        asked = [words(choice) for choice in chance.choices(some, k=_part_of(_ASKED))]
        yield from _times(kind, [_seconds(partial(find, text)) for text in asked], floor)
    for kind, text in (("a status", ""), ("surname and status", "nguyen")):
        times = [_seconds(partial(find, text, status=status)) for status in list(Status) * 10]
        yield from _times(kind, times, floor)


def _procedures(desk: Desk) -> Iterator[Figure]:
    """Typing procedures' names, key by key, into a catalogue as large as the national portal's; opening it anew."""
    by_hand, number, today = resource("procedures"), _part_of(_PROCEDURES), desk.now().date()
    shipped = load_knowledge().catalogue
    found = (shipped.get(line.code, today) for line in shipped.listed(today)[:number])
    whole = [item for item in found if item is not None]
    copies = (item.model_copy(update={"code": f"8.{nth:06}"}) for nth, item in enumerate(whole))
    several = [*whole, *copies][:number]
    with tempfile.TemporaryDirectory() as folder:
        write_index(several, Path(folder))
        file = index_file(Path(folder))
        assert file is not None

        def opened() -> Catalogue:
            return load_catalogue(by_hand, indexes=[CatalogueIndex(file)])

        bare, large = medians(9, lambda: load_catalogue(by_hand), opened)
        yield Figure(f"opening {number:,} procedures", large, bare, "the files alone that are written by hand")
        desk = replace(desk, knowledge=replace(desk.knowledge, catalogue=opened()))
        first = partial(find_procedures, desk, "d")
        yield Figure("procedure search, first key, no list read", _seconds(first), _KEY, _KEY_NAME)
        desk = replace(desk, knowledge=replace(desk.knowledge, catalogue=opened()))
        quick_procedures(desk, 9)  # what the window does beside itself as soon as an intake begins
        first = partial(find_procedures, desk, "d")
        yield Figure("procedure search, first key in the window", _seconds(first), _KEY, _KEY_NAME)
        names = [plain(choice.name)[:12] for choice in random.Random(4).choices(several, k=_part_of(_ASKED // 4))]
        keys = [name[:length] for name in names for length in range(1, len(name) + 1)]
        times = [_seconds(partial(find_procedures, desk, key)) for key in ["", *keys]]
        yield Figure("procedure search, a key, p50", percentile(50, times), _KEY, _KEY_NAME)
        yield Figure("procedure search, a key, p95", percentile(95, times), _KEY, _KEY_NAME)


def _times(kind: str, seconds: list[float], floor: float) -> Iterator[Figure]:
    yield Figure(f"find by {kind}, p50", percentile(50, seconds), floor, "a scan of all rows")
    yield Figure(f"find by {kind}, p95", percentile(95, seconds), _LOOK_UP, "the 30 ms allowed")


def _reports(desk: Desk) -> Iterator[Figure]:
    """Every report the desk offers, with its charts: of the year and of all years; long ones a page, as on the screen.

    The register shows its newest page: dossiers that were received with their whole journal.
    """
    now = desk.now()
    spans = {
        "a day": day(now.date()),
        "a year": containing(Cut.YEAR, now.date()),
        "all years": span(date(now.year - 6, 1, 1), now.date()),
    }
    asked = {Asks.PERIOD: ("a year", "all years"), Asks.DAY: ("a day", "a year")}
    for item in REPORTS:
        for name in asked.get(item.asks, ("all years",)):
            period = spans[name]
            question = Question(Scope(period, now), limit=_PAGE)
            if item.fields is Fields.ONE:
                lines = dict(item.lines_of(desk.store, desk.knowledge, question))[_BOOK]
                question = replace(question, field=_BOOK, offset=max(lines - _PAGE, 0))
            times = [_seconds(partial(_shown, item, desk, question)) for _ in range(3)]
            yield Figure(f"{item.key}, {name}", percentile(50, times), _REPORT, "the 2 s allowed")


def _shown(one: Offered, desk: Desk, question: Question) -> None:
    table = one.table(desk.store, desk.knowledge, question)
    assert len(list(table.rows)) > 0 or one.asks is not Asks.PERIOD or one.task is not None
    one.charts(desk.store, desk.knowledge, question, table)


def _due_dates(desk: Desk) -> Figure:
    """As many due dates as are allowed a second, of all kinds of terms over a year."""
    chance = random.Random(3)
    kinds = [
        (5, TermUnit.WORKING_DAYS),
        (20, TermUnit.WORKING_DAYS),
        (3, TermUnit.CALENDAR_DAYS),
        (8, TermUnit.HOURS),
        (0, TermUnit.SAME_DAY),
    ]
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

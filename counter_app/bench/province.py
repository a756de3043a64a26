"""`counter bench province`: what the province counts of 130 offices with 1,000,000 dossiers of five years.

The rows are those that folding writes; folding itself stands beside taking the same entries over. COUNTER_BENCH_SCALE
makes it smaller.
"""

from __future__ import annotations

import tempfile
import time
from collections.abc import Callable, Iterator
from datetime import datetime
from functools import partial
from pathlib import Path

from sqlalchemy import Engine, text

from counter_app.bench.figures import Figure, bench_scale
from counter_app.bench.law_dossiers import invented
from counter_app.bench.sync_desks import code_of, received
from counter_app.bench.sync_servers import database, postgres
from counter_app.dossier import clock
from counter_app.dossier.journal import Entry, write
from counter_app.province.database import reading
from counter_app.province.evaluation import count_offices, sign_off
from counter_app.province.ledger import keep_numbers, ledger_row
from counter_app.province.overview import Overview
from counter_app.province.services import Services, open_services
from counter_app.province.settlement_report import Each, settlement_of_province
from counter_app.reports.periods import Cut, Period, before, containing, year

_OFFICES, _DOSSIERS, _PATTERNS = 130, 1_000_000, 10_000
_FOLDED = 2_000
_LOT = 5_000
_EVALUATION, _REPORT = 10.0, 2.0  # seconds allowed
_OFFICIAL = "Hồ Văn Giả"
_HEARD = (  # everybody was asked, each third answered
    "INSERT INTO survey_slips SELECT dossier, agency, 'receipt', received_at FROM ledger",
    "INSERT INTO survey_answers (survey, question, points, agency, occasion, slip, asked_on) "
    "SELECT dossier, 'satisfaction', 2, agency, 'receipt', 1, received_at FROM ledger WHERE received_at % 3 = 0",
)


def province_figures() -> Iterator[Figure]:
    """On PostgreSQL where it is installed."""
    number = max(int(_DOSSIERS * bench_scale()), 10_000)
    with tempfile.TemporaryDirectory(ignore_cleanup_errors=True) as place, postgres() as address:
        folder, on = Path(place), "PostgreSQL" if address else "SQLite"
        with database(address, "province", folder) as db:
            services = open_services(db, folder / "files")
            services.desks.add_official(_OFFICIAL)
            now = clock.now()
            _fill(services.engine, number, now)
            last = before(Cut.MONTH, containing(Cut.MONTH, now.date()))
            of = f"{_OFFICES} offices, {number:,} dossiers on {on}"
            for name, period in (("a month", last), ("a year", year(last.last.year))):
                for each in Each:
                    seconds = _seconds(partial(_settled, services.engine, period, now, each))
                    yield Figure(f"II.06 by {each}, {name}, {of}", seconds, _REPORT, "the 2 s allowed")
            seconds = _seconds(lambda: count_offices(services.engine, last, now))
            yield Figure(f"evaluation of a month counted, {of}", seconds, _EVALUATION, "the 10 s allowed")
            seconds = _seconds(lambda: sign_off(services.engine, last, "TỈNH MẪU", _OFFICIAL, "Đo lại", now))
            yield Figure(f"evaluation of a month signed off, {of}", seconds, _EVALUATION, "the 10 s allowed")
            yield _folding(services, on)
            services.engine.dispose()


def _fill(engine: Engine, number: int, now: datetime) -> None:
    """Every office has its share of the years."""
    patterns = [ledger_row("", dossier) for dossier in invented(min(_PATTERNS, number), now)]
    rows = [patterns[place % len(patterns)] for place in range(number)]
    with engine.begin() as db:
        for start in range(0, number, _LOT):
            lot = [
                row
                | {
                    "agency": f"H41.{start_of % _OFFICES + 1}",
                    "dossier": f"H41.{start_of % _OFFICES + 1}-{start_of:09d}",
                }
                for start_of, row in enumerate(rows[start : start + _LOT], start)
            ]
            keep_numbers(db, lot)
        for statement in _HEARD:
            db.execute(text(statement))
        if db.dialect.name == "postgresql":
            db.execute(text("ANALYZE"))


def _settled(engine: Engine, period: Period, now: datetime, each: Each) -> None:
    with reading(engine).begin() as db:
        assert settlement_of_province(db, period, now, each).rows


def _folding(services: Services, on: str) -> Figure:
    """The lines and numbers of dossiers that came, beside taking their entries over."""
    desk, at = "H41.01:1", clock.now()
    services.desks.register(desk)
    entries: list[Entry] = []
    for number in range(max(int(_FOLDED * bench_scale()), 100)):
        payload, code = received("H41.01", number), code_of("H41.01", number)
        after = entries[-1] if entries else None
        entries.append(
            write(payload, dossier=code, step=1, desk=desk, clerk="Mẫu", at=at, after=after, salt=f"{number}")
        )
    taken = _seconds(lambda: services.registry.accept(desk, entries))
    folded = _seconds(Overview(services.engine).refresh_all)
    return Figure(f"folding {len(entries):,} dossiers on {on}", folded, taken, "taking their entries over")


def _seconds(work: Callable[[], object]) -> float:
    start = time.perf_counter()
    work()
    return time.perf_counter() - start

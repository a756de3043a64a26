"""After a rebuild no number is drawn that was drawn before, or may have been: the last part of what was drawn may be in
nobody's memory any more.

Every number that the program draws leaves a margin then: dossier codes, running numbers of outgoing papers and of the
registers' books, fee receipts. Receipts are numbered without gaps (NĐ 123/2020 art. 32) and often pre-printed: their
margin is a guard, and what the clerk reads from the stubs goes before it. What was left out is a gap with a cause,
which the rebuild's report gives; one number on two papers could not be put right. Prints are marks on a paper, no
numbers of a run: they have what is known and no margin.
"""

from __future__ import annotations

from collections.abc import Iterable
from datetime import datetime

from counter_app.config import Profile
from counter_app.dossier.clock import VIETNAM
from counter_app.dossier.codes import day_prefix
from counter_app.store.lost_numbers import any_book_name, book_name, paper_name
from counter_app.store.store import Store
from counter_app.store.witness import Drawn


def keep_numbers(
    store: Store, profile: Profile, last: Drawn, lines: Iterable[Drawn], unknown: int, now: datetime
) -> None:
    """What the witness told (`last`, and each of its `lines`) stays drawn; of the numbers of today and of this year as
    many more as are `unknown`."""
    told = tuple(lines)
    running: dict[str, int] = {}
    for line in told:
        for name, number in line.running.items():
            running[name] = max(number, running.get(name, 0))
    store.lost_numbers.keep(
        codes=last.codes,
        receipts=last.receipts,
        running=running,
        prints=[line.printed for line in told if line.printed],
    )
    if unknown:
        _leave_margin(store, profile, unknown, now.astimezone(VIETNAM))


def _leave_margin(store: Store, profile: Profile, many: int, now: datetime) -> None:
    agency, book = profile.office.agency, profile.desk.number
    last_code = store.last_number(agency, now, profile.codes)
    receipts = {item.name: store.fee_receipts.last_number(item.name) + many for item in profile.receipts}
    running = {
        paper_name(agency, series.name, now.year): profile.paper_numbers.further(
            max(
                store.paper_numbers.last(agency, series.name, now.year, profile.paper_numbers),
                series.taken_over(now.year),
            ),
            many,
        )
        for series in profile.numbers
    }
    books = store.paper_numbers.books(agency, now.year, book)
    running |= {
        book_name(agency, field, now.year, book): (store.paper_numbers.last_in_book(agency, field, now.year, book) or 0)
        + many
        for field in books
    }
    running[any_book_name(agency, now.year, book)] = many
    store.lost_numbers.keep(
        codes={day_prefix(agency, now.date()): profile.codes.further(last_code, many)},
        receipts=receipts,
        running=running,
    )

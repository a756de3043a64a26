"""Finding the procedure at the intake: what this office offers, what was used last and its favourites first."""

from __future__ import annotations

from datetime import date
from functools import lru_cache
from itertools import islice

from counter_app.desk.desk import Desk
from counter_app.procedures.catalogue import Catalogue, Listed, Procedure
from counter_app.procedures.offered import Offer, province_of

_LATEST = 4


def find_procedures(desk: Desk, typed: str, limit: int = 20) -> list[Procedure]:
    """Procedures that fit what was typed, best first; a whole code finds what the office does not offer too.

    Of equal matches those received last come first, then the office's favourites, then what it receives most often.
    """
    first = first_codes(desk)
    today, province = desk.now().date(), province_of(desk.profile.office.agency)
    lines = _offered(desk.knowledge.catalogue, desk.knowledge.offer, province, today)
    return desk.knowledge.catalogue.find(typed, today, limit, first=first, among=lines)


def first_codes(desk: Desk) -> tuple[str, ...]:
    """The codes of what was received last, of the favourites, and of what is received most often, in this order."""
    latest, often = desk.store.used_procedures()
    return tuple(dict.fromkeys((*latest[:_LATEST], *desk.knowledge.offer.favourites, *often)))


def quick_procedures(desk: Desk, limit: int) -> list[Procedure]:
    """What a clerk most likely wants next, as far as anything was received or favoured; and reads the list of what is
    offered today, so that the first key of a search need not wait for it."""
    find_procedures(desk, "")
    today, catalogue = desk.now().date(), desk.knowledge.catalogue
    without = desk.knowledge.offer.without
    found = (catalogue.get(code, today) for code in first_codes(desk) if code not in without)
    return list(islice((item for item in found if item is not None), limit))


def is_offered(desk: Desk, line: Listed) -> bool:
    """Whether the office receives the procedure."""
    return desk.knowledge.offer.offers(line, province_of(desk.profile.office.agency))


@lru_cache(maxsize=2)
def _offered(catalogue: Catalogue, offer: Offer, province: str, on: date) -> tuple[Listed, ...]:
    return tuple(line for line in catalogue.listed(on) if offer.offers(line, province))

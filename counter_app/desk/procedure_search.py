"""Finding the procedure at the intake: what this office offers, what was used last and its favourites first."""

from __future__ import annotations

from datetime import date
from functools import lru_cache

from counter_app.desk.desk import Desk
from counter_app.procedures.catalogue import Catalogue, Listed, Procedure
from counter_app.procedures.offered import Offer, province_of

_LATEST = 4


def find_procedures(desk: Desk, typed: str, limit: int = 20) -> list[Procedure]:
    """Procedures that fit what was typed, best first; a whole code finds what the office does not offer too.

    Of equal matches those received last come first, then the office's favourites, then what it receives most often.
    """
    latest, often = desk.store.used_procedures()
    first = tuple(dict.fromkeys((*latest[:_LATEST], *desk.knowledge.offer.favourites, *often)))
    today, province = desk.now().date(), province_of(desk.profile.office.agency)
    lines = _offered(desk.knowledge.catalogue, desk.knowledge.offer, province, today)
    return desk.knowledge.catalogue.find(typed, today, limit, first=first, among=lines)


def list_procedures(desk: Desk) -> None:
    """Reads the list of what is offered today, so that the first key need not wait for it."""
    find_procedures(desk, "")


@lru_cache(maxsize=2)
def _offered(catalogue: Catalogue, offer: Offer, province: str, on: date) -> tuple[Listed, ...]:
    return tuple(line for line in catalogue.listed(on) if offer.offers(line, province))

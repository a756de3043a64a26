"""Fetches a newer version of the program that the province offers, from the byte it had got to, in its hours."""

from __future__ import annotations

from collections.abc import Callable
from datetime import datetime

from counter_app.config import Server
from counter_app.dossier.clock import VIETNAM
from counter_app.durable import make_folder, opened_privately
from counter_app.store.files import FileMissing
from counter_app.sync.client import ProvincialServer
from counter_app.sync.pace import Pace, closed_until
from counter_app.updates.errors import UpdateForged
from counter_app.updates.offer import Offer
from counter_app.updates.versions import Versions


def fetch_update(
    province: ProvincialServer, server: Server, versions: Versions, now: Callable[[], datetime], pace: Pace
) -> bool:
    """Whether a newer version is ready for the next close. Raises BrokenOff, UpdateForged, UpdateDamaged,
    UpdateNeedsInstaller, OSError (a full disk), and what the line brings."""
    signed = province.update_offer() if server.update_key else None
    if signed is None:
        return False
    offer = signed.read(server.update_key)
    if not versions.wants(offer) or closed_until(offer.hours, now().astimezone(VIETNAM)):
        return False
    try:
        _fetch(province, offer, versions, pace)
    except FileMissing:
        return False  # another is offered by now
    versions.take_in(offer)
    return True


def _fetch(province: ProvincialServer, offer: Offer, versions: Versions, pace: Pace) -> None:
    part = versions.part(offer)
    make_folder(part.parent)
    for old in part.parent.glob(".*.part"):
        if old != part:
            old.unlink()
    with open(part, "ab", opener=opened_privately) as out:
        while (there := out.tell()) < offer.size:
            piece = province.update_piece(offer.sha256, there)
            if not piece or there + len(piece) > offer.size:
                part.unlink()
                raise UpdateForged("another size")
            pace(len(piece))
            out.write(piece)
            out.flush()

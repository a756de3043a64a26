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
from counter_app.sync.wire import agency_of_desk
from counter_app.updates.errors import UpdateForged
from counter_app.updates.offer import Offer
from counter_app.updates.versions import Versions


def fetch_update(
    province: ProvincialServer, server: Server, versions: Versions, now: Callable[[], datetime], pace: Pace
) -> bool:
    """Whether a newer version that is for this desk's office is ready for the end of the day. Raises BrokenOff,
    UpdateForged, UpdateDamaged, UpdateNeedsInstaller, OSError (a full disk), and what the line brings."""
    signed = province.update_offer() if server.update_key else None
    if signed is None:
        return False
    offer = signed.read(server.update_key)
    if not offer.is_for(agency_of_desk(province.desk)) or not versions.wants(offer):
        return False
    moment = now().astimezone(VIETNAM)
    if closed_until(offer.hours, moment):
        return False
    try:
        _fetch(province, offer, versions, pace)
    except FileMissing:
        return False  # another is offered by now
    versions.take_in(offer, moment.date())
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
                break
            pace(len(piece))
            out.write(piece)
            out.flush()
    if there != offer.size:  # closed by now: Windows deletes no file that is open
        part.unlink()
        raise UpdateForged("another size")

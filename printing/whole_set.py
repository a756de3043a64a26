"""The whole set of a dossier's papers, asked for at once: what belongs to every dossier, and what its case asks for."""

from __future__ import annotations

from collections.abc import Iterator
from datetime import datetime

from counter_app.desk.desk import Desk
from counter_app.dossier.states import Status
from counter_app.store.print_jobs import PrintJob
from printing.offers import Offer, offers_of

_RECEIPTS = ("certification_receipt", "residence_receipt", "receipt")
"""Of these a dossier is given the first it has; the others say the same."""
_WHILE = {"supplement_request": Status.SUPPLEMENT_REQUESTED, "pause_notice": Status.STOPPED}
"""Papers that say nothing any more once the dossier goes on."""
_ORDER = (*_RECEIPTS, "slip", "control_sheet")
"""What comes out first; the papers of what was done follow as they came about."""


def whole_set(desk: Desk, code: str) -> list[Offer]:
    """The papers of the set, in the order in which they come out. Raises DossierUnknown."""
    dossier, offers = desk.dossier(code), [offer for offer in offers_of(desk, code) if offer.codes == (code,)]
    newest = {offer.form: offer for offer in reversed(offers)}
    receipt = next((form for form in _RECEIPTS if form in newest), "")
    wanted = [
        offer
        for form, offer in newest.items()
        if _WHILE.get(form, dossier.status) is dossier.status and (form not in _RECEIPTS or form == receipt)
    ]
    wanted += [offer for offer in reversed(offers) if _is_another_receipt(offer, newest)]
    return sorted(wanted, key=_place)


def ask_for_set(desk: Desk, code: str) -> Iterator[PrintJob]:
    """Asks one by one for those papers of the set that were not given out and do not wait to be printed already: none
    twice, however often it is asked for. Raises DossierUnknown, NotYourTask, DiskFull, and what the forms raise."""
    from printing.handout import ask_for

    for offer in whole_set(desk, code):
        waiting = {job.paper for job in desk.store.print_jobs.open_of(code)}
        if not offer.given and (offer.form, offer.about, offer.codes) not in waiting:
            yield ask_for(desk, offer.codes, offer.form, offer.about)


def _place(offer: Offer) -> tuple[int, datetime]:
    return _ORDER.index(offer.form) if offer.form in _ORDER else len(_ORDER), offer.at


def _is_another_receipt(offer: Offer, newest: dict[str, Offer]) -> bool:
    """Whether it is a receipt for money beside the newest: fees and charges have one each."""
    return offer.form == "fee_receipt" and offer != newest["fee_receipt"]

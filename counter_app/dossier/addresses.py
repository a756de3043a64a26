"""Where the owners of a dossier live: one address, or each with whose it is where they live apart."""

from __future__ import annotations

from collections.abc import Sequence

from counter_app.dossier.model import Person
from counter_app.dossier.names import PARTY
from counter_app.language import translate


def addresses(owners: Sequence[Person]) -> str:
    """`Xóm 3, xã Nghi Lộc (bên nam); Khối 5, phường Sao Mai (bên nữ)`; an address they share, or that one of them
    alone has said, stands by itself."""
    said = {owner.full_address: None for owner in owners if owner.full_address}
    if len(said) < 2:
        return "".join(said)
    return "; ".join(f"{owner.full_address} ({_whose(owner)})" for owner in owners if owner.full_address)


def _whose(owner: Person) -> str:
    if not owner.party:
        return owner.name
    side = translate("status", PARTY[owner.party])
    return f"{side[:1].lower()}{side[1:]}"

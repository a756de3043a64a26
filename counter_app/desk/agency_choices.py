"""The agencies a clerk may choose for a dossier that is decided, or whose result is taken, elsewhere."""

from __future__ import annotations

from counter_app.desk.desk import Desk
from counter_app.dossier.draft import Chosen
from counter_app.dossier.plain import plain
from counter_app.procedures.agencies import Level

_OF_COMMUNES = "UBND"


def agencies_to_choose(desk: Desk) -> list[Chosen]:
    """Those of the directory that work today, then the communes of the province whose code nobody published."""
    today, knowledge = desk.now().date(), desk.knowledge
    known = [item for item in knowledge.agencies.in_force(today) if item.level is not Level.MINISTRY]
    chosen = [Chosen(code=item.code, name=item.name) for item in known if item.code != desk.profile.office.agency]
    taken = {plain(item.name) for item in known}
    province = knowledge.places.province_of(desk.profile.office.agency)
    communes = [
        f"{_OF_COMMUNES} {commune.name[:1].lower()}{commune.name[1:]}"
        for commune in knowledge.places.communes
        if commune.province == province and commune.since <= today <= commune.until
    ]
    return chosen + [Chosen(name=name) for name in sorted(communes) if plain(name) not in taken]

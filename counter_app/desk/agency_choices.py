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
    known = [one for one in knowledge.agencies.in_force(today) if one.level is not Level.MINISTRY]
    chosen = [Chosen(code=one.code, name=one.name) for one in known if one.code != desk.profile.office.agency]
    taken = {plain(one.name) for one in known}
    province = knowledge.places.province_of(desk.profile.office.agency)
    communes = [
        f"{_OF_COMMUNES} {one.name[:1].lower()}{one.name[1:]}"
        for one in knowledge.places.communes
        if one.province == province and one.since <= today <= one.until
    ]
    return chosen + [Chosen(name=name) for name in sorted(communes) if plain(name) not in taken]

"""A desk erased what a dossier says about people: the province forgets it, too."""

from __future__ import annotations

from collections.abc import Iterable

from sqlalchemy import Connection, delete, update

from counter_app.dossier.acts import ERASE
from counter_app.dossier.journal import Entry, UnknownPayload
from counter_app.dossier.payloads.erasing import DataErased
from counter_app.province.file_register import unname
from counter_app.province.tables import dossiers, entries, look_ups, owners


def erasing(pushed: Iterable[Entry]) -> Iterable[tuple[Entry, DataErased]]:
    """Those of the entries that erase, with what they say."""
    for entry in pushed:
        try:
            payload = entry.read() if entry.kind == ERASE.kind else None
        except UnknownPayload:
            continue
        if isinstance(payload, DataErased):
            yield entry, payload


def erase_named(db: Connection, agency: str, came: Iterable[Entry]) -> None:
    """The entries that those name lose their content; the rows lists are made of are made anew."""
    for entry, payload in erasing(came):
        for item in payload.erased:
            named = (entries.c.desk == item.desk, entries.c.sequence == item.sequence)
            of_it = (entries.c.agency == agency, entries.c.dossier == entry.dossier)
            db.execute(update(entries).where(*named, *of_it).values(payload=None))
        if payload.files:
            unname(db, agency, entry.dossier, payload.files)
        db.execute(update(dossiers).where(dossiers.c.dossier == entry.dossier).values(owner=None, words=None, folded=0))
        for table in (look_ups, owners):
            db.execute(delete(table).where(table.c.dossier == entry.dossier))

"""What the province lost comes back from its desks: entries of other desks, and of the province itself.

A desk hands over its own entries as always (`counter_app.province.registry`). Of others it has only what the province
once served it, and the province served a proof with each: a keyed hash (HMAC-SHA256) of the entry's hash, under a key
that lies in its database and so in every backup of it. An entry is taken where its proof is right, or where one that is
here follows it by its hash. What cannot be proved so is left with the desk that has it: whoever wrote it brings it.
"""

from __future__ import annotations

import hashlib
import hmac
from collections.abc import Iterable, Sequence
from typing import NamedTuple

from sqlalchemy import Connection, Engine, select

from counter_app.dossier.acts import ERASE
from counter_app.dossier.erasing import erasures
from counter_app.dossier.journal import PROVINCE, Entry, UnknownPayload, is_sealed
from counter_app.dossier.payloads.papers import FiledOnline
from counter_app.dossier.plausibility import impossible
from counter_app.province.database import reading, token_key
from counter_app.province.desks import NotLetIn
from counter_app.province.entries_aside import taken_up
from counter_app.province.erasing import erase_named
from counter_app.province.registry import TIP, insert_entries, move_tip, of_dossiers
from counter_app.province.statements import insert_missing
from counter_app.province.tables import entries, online_dossiers
from counter_app.sync.wire import agency_of_desk, agency_of_dossier

_PURPOSE = b"an entry that was served 1"
_DIGITS = 32  # hexadecimal, of 64: a guess is right once in 2^128


class Taken(NamedTuple):
    """The entries that were taken over, and the sequences of those that nothing proves."""

    entries: tuple[Entry, ...]
    unproved: tuple[int, ...]


class BroughtBack:
    """Gives proofs and takes entries for them. Each call is one transaction."""

    def __init__(self, engine: Engine) -> None:
        self._engine = engine
        self._reader = reading(engine)
        self._key = hmac.digest(token_key(engine), _PURPOSE, hashlib.sha256)

    def proofs(self, served: Iterable[Entry]) -> tuple[str, ...]:
        """One for each entry, in their order."""
        return tuple(self._proof(entry) for entry in served)

    def lacking(self, desk: str, journal: str, sequences: Sequence[int]) -> tuple[int, ...]:
        """Those of a journal's entries that are not here. Raises NotLetIn for a journal of another office."""
        _refuse_unless_near(desk, journal)
        here = select(entries.c.sequence).where(entries.c.desk == journal, entries.c.sequence.in_(sequences))
        with self._reader.begin() as db:
            known = {row.sequence for row in db.execute(here)}
        return tuple(sequence for sequence in sequences if sequence not in known)

    def take(self, desk: str, journal: str, brought: Sequence[Entry], proofs: Sequence[str]) -> Taken:
        """Takes over those entries of a journal that are proved.

        Raises NotLetIn for a journal of another office.
        """
        _refuse_unless_near(desk, journal)
        agency = agency_of_desk(desk)
        with self._engine.begin() as db:
            tip = db.execute(TIP.with_for_update(), {"name": journal}).first()
            here = _hashes(db, journal, [entry.sequence for entry in brought])
            proved = [item for item in self._proved(db, agency, journal, brought, proofs) if item.sequence not in here]
            fit = _whole(db, proved)
            known = {entry.key for entry in fit} | {entry.key for entry in brought if _is_here(entry, here)}
            if fit:
                insert_entries(db, agency, [*fit, *taken_up(db, agency, fit)])
                erase_named(db, agency, _erasing(db, fit))
                _remember_online(db, agency, fit)
                if tip is not None:
                    _go_on(db, journal, tip.last_sequence, tip.last_hash)
        return Taken(tuple(fit), tuple(entry.sequence for entry in brought if entry.key not in known))

    def _proved(
        self, db: Connection, agency: str, journal: str, brought: Sequence[Entry], proofs: Sequence[str]
    ) -> list[Entry]:
        """Those that the province had, the oldest first: by their own proof, or as what a proved one follows."""
        shown = dict(zip((entry.key for entry in brought), proofs, strict=False))
        followed = _followed(db, journal, [entry.sequence for entry in brought])
        proved: list[Entry] = []
        for entry in sorted(brought, key=lambda item: item.sequence, reverse=True):
            if not self._is_ours(entry, agency, journal):
                continue
            known = followed.get(entry.sequence) == entry.hash
            if known or hmac.compare_digest(shown.get(entry.key, "").encode(), self._proof(entry).encode()):
                proved.append(entry)
                followed[entry.sequence - 1] = entry.previous
        return proved[::-1]

    @staticmethod
    def _is_ours(entry: Entry, agency: str, journal: str) -> bool:
        here = entry.desk == journal and agency_of_dossier(entry.dossier) == agency
        return here and is_sealed(entry) and not impossible(entry)

    def _proof(self, entry: Entry) -> str:
        return hmac.digest(self._key, entry.hash.encode(), hashlib.sha256).hex()[:_DIGITS]


def _refuse_unless_near(desk: str, journal: str) -> None:
    """A desk brings what is of its own office: of its other desks, and the province's entries about its dossiers."""
    if journal == desk or (journal != PROVINCE and agency_of_desk(journal) != agency_of_desk(desk)):
        raise NotLetIn


def _is_here(entry: Entry, here: dict[int, str]) -> bool:
    return here.get(entry.sequence) == entry.hash


def _hashes(db: Connection, journal: str, sequences: Sequence[int]) -> dict[int, str]:
    wanted = select(entries.c.sequence, entries.c.hash)
    found = db.execute(wanted.where(entries.c.desk == journal, entries.c.sequence.in_(sequences)))
    return {row.sequence: row.hash for row in found}


def _followed(db: Connection, journal: str, sequences: Sequence[int]) -> dict[int, str]:
    """By what hash the entries that are here follow the ones of these sequences."""
    after = [sequence + 1 for sequence in sequences]
    wanted = select(entries.c.sequence, entries.c.previous)
    found = db.execute(wanted.where(entries.c.desk == journal, entries.c.sequence.in_(after)))
    return {row.sequence - 1: row.previous for row in found}


def _whole(db: Connection, proved: Sequence[Entry]) -> list[Entry]:
    """Those with their content, or whose content was erased by an entry: its hash alone does not ask for it."""
    if all(entry.payload is not None for entry in proved):
        return list(proved)
    gone = erasures([*of_dossiers(db, {item.dossier for item in proved}), *proved])
    return [entry for entry in proved if entry.payload is not None or entry.key in gone]


def _erasing(db: Connection, came: Sequence[Entry]) -> list[Entry]:
    """The entries that erase something in the dossiers of those that came, whichever of them came first."""
    return [entry for entry in of_dossiers(db, {item.dossier for item in came}) if entry.kind == ERASE.kind]


def _remember_online(db: Connection, agency: str, came: Sequence[Entry]) -> None:
    """Which dossiers of the national portal those are: told again by the portal, they get no second code."""
    rows = []
    for entry in came:
        try:
            payload = entry.read()
        except UnknownPayload:
            continue
        if isinstance(payload, FiledOnline):
            rows.append({"agency": agency, "portal_code": payload.filed.code, "dossier": entry.dossier})
    insert_missing(db, online_dossiers, rows)


def _go_on(db: Connection, journal: str, sequence: int, last_hash: str) -> None:
    """The journal's tip moves over what follows it now. The province's numbers leap: its tip is its newest entry."""
    wanted = select(*[entries.c[name] for name in Entry.model_fields]).where(entries.c.desk == journal)
    last: Entry | None = None
    for row in db.execute(wanted.where(entries.c.sequence > sequence).order_by(entries.c.sequence)).mappings():
        following = row["sequence"] == sequence + 1 and row["previous"] == last_hash
        if not following and journal != PROVINCE:
            break
        sequence, last_hash = row["sequence"], row["hash"]
        last = Entry.model_validate(dict(row), strict=False)
    if last is not None:
        move_tip(db, journal, last)

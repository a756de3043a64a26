"""For what a desk may ask for a citizen's papers, as far as the province can know it.

A dossier lies here: it is the office's, open, and the citizen's. An intake is the desk's alone until it is received.
Known of it is what the desk asked before: it is one desk's, of a few people at most, of a few weeks, and over once a
dossier of it came. What is fetched for it stands in the desk's own journal, in an entry that the desk shows; it cannot
be taken back without the province finding its journal cut. Questions that no dossier ever followed are told
(`unfollowed`).
"""

from __future__ import annotations

from collections import defaultdict
from collections.abc import Callable, Iterable
from dataclasses import dataclass
from datetime import datetime, timedelta
from typing import Any

from sqlalchemy import Connection, func, select

from counter_app.dossier.codes import CODE, is_case
from counter_app.dossier.fold import folded_safely
from counter_app.dossier.journal import Entry, UnknownPayload
from counter_app.dossier.payloads.papers import PaperBorrowed
from counter_app.dossier.states import Status
from counter_app.province.checks import Forged, check
from counter_app.province.registry import of_dossiers
from counter_app.province.tables import desks, dossiers, entries, owners, paper_requests
from counter_app.sync.wire import PapersWanted, agency_of_desk, agency_of_dossier

_PEOPLE = 4  # of one intake: the owner, one typed wrongly, who is there for both sides of a marriage
_INTAKE = timedelta(days=60)  # from the first question for an intake on: those sent home for a paper come back
_FOLLOWS = timedelta(days=1)  # after a question, for the receipt to have reached the province


class NoReason(Exception):
    """The desk may not ask: it names no procedure, or nothing that is open at it for the citizen."""


@dataclass(frozen=True)
class Unfollowed:
    """A question for an intake after which the office sent no dossier of that person: who asked, for what, when."""

    desk: str
    clerk: str
    procedure: str
    reason: str
    at: str


def refuse_without_reason(db: Connection, desk: str, wanted: PapersWanted, subject: str, now: datetime) -> None:
    """Raises NoReason. `subject` is the keyed hash of the citizen's number."""
    if CODE.fullmatch(wanted.reason):
        _refuse_unless_open(db, desk, wanted)
    else:
        _refuse_unless_intake(db, desk, wanted, subject, now)


def refuse_unless_written(db: Connection, desk: str, asked: Any, entry: Entry, sha256: str) -> None:
    """Raises NoReason unless the entry is one of the desk's journal that says what is being fetched, for what; `asked`
    is the row of the question."""
    try:
        check(desk, [entry])
        said = entry.read()
    except (Forged, UnknownPayload) as fault:
        raise NoReason("no entry of this desk") from fault
    question = (sha256, asked.procedure, asked.reason, asked.id)
    if not isinstance(said, PaperBorrowed) or (said.file, said.procedure, said.reason, said.request) != question:
        raise NoReason("an entry of something else")
    of_its_own = is_case(entry.dossier) and agency_of_dossier(entry.dossier) == agency_of_desk(desk)
    if entry.dossier != asked.reason and not (of_its_own and not CODE.fullmatch(asked.reason)):
        raise NoReason("an entry of another dossier")
    tip = db.execute(select(desks.c.last_sequence).where(desks.c.desk == desk)).scalar_one()
    if entry.sequence <= tip and not _is_stored(db, entry):
        raise NoReason("an entry that is not in the desk's journal")


def unfollowed(db: Connection, subject_of: Callable[[str], str], now: datetime) -> list[Unfollowed]:
    """Questions for intakes, a day old and more, after which the office received nothing of that person; the newest
    first. `subject_of` gives the keyed hash of a number."""
    row = paper_requests.c
    old = db.execute(select(paper_requests).where(row.at < (now - _FOLLOWS).isoformat()).order_by(row.id.desc())).all()
    questions = [item for item in old if not CODE.fullmatch(item.reason)]
    since: dict[str, str] = {}
    for item in questions:
        agency = agency_of_desk(item.desk)
        since[agency] = min(since.get(agency, item.at), item.at)
    came = {agency: _received_since(db, agency, at, subject_of) for agency, at in since.items()}
    return [
        Unfollowed(item.desk, item.clerk, item.procedure, item.reason, item.at)
        for item in questions
        if not any(at >= _day_before(item.at) for at in came[agency_of_desk(item.desk)].get(item.subject, ()))
    ]


def _received_since(
    db: Connection, agency: str, since: str, subject_of: Callable[[str], str]
) -> dict[str, list[datetime]]:
    """When the office received something of whom."""
    line = dossiers.c
    wanted = select(owners.c.number, line.received_at).join(dossiers, line.dossier == owners.c.dossier)
    wanted = wanted.where(line.agency == agency, line.received_at >= _day_before(since).isoformat())
    found: dict[str, list[datetime]] = defaultdict(list)
    for number, at in db.execute(wanted):
        found[subject_of(number)].append(datetime.fromisoformat(at))
    return found


def _day_before(at: str) -> datetime:
    """An intake is received after the question; a desk's clock may be slow."""
    return datetime.fromisoformat(at) - timedelta(days=1)


def _refuse_unless_open(db: Connection, desk: str, wanted: PapersWanted) -> None:
    dossier = folded_safely(of_dossiers(db, [wanted.reason])).dossier
    if dossier is None or agency_of_dossier(wanted.reason) != agency_of_desk(desk):
        raise NoReason("no such dossier of this office")
    if dossier.owner.identity_number != wanted.number or dossier.finished_at:
        raise NoReason("no open dossier of this person")


def _refuse_unless_intake(db: Connection, desk: str, wanted: PapersWanted, subject: str, now: datetime) -> None:
    row = paper_requests.c
    office = row.desk.like(f"{agency_of_desk(desk)}:%")
    before = select(row.desk, row.subject, func.min(row.at).label("at")).where(row.reason == wanted.reason, office)
    known = db.execute(before.group_by(row.desk, row.subject)).all()
    if any(item.desk != desk for item in known):
        raise NoReason("an intake of another desk")
    if len({item.subject for item in known} | {subject}) > _PEOPLE:
        raise NoReason("an intake of too many people")
    first = min((datetime.fromisoformat(item.at) for item in known), default=now)
    if first < now - _INTAKE:
        raise NoReason("an intake of long ago")
    asked = [datetime.fromisoformat(item.at) for item in known if item.subject == subject]
    if asked and _has_become_a_dossier(db, desk, wanted, min(asked)):
        raise NoReason("an intake that was received")


def _has_become_a_dossier(db: Connection, desk: str, wanted: PapersWanted, since: datetime) -> bool:
    codes = db.execute(select(owners.c.dossier).where(owners.c.number == wanted.number)).scalars()
    own = [code for code in codes if agency_of_dossier(code) == agency_of_desk(desk)]
    of_own: dict[str, list[Entry]] = defaultdict(list)
    for entry in of_dossiers(db, own) if own else ():
        of_own[entry.dossier].append(entry)
    return any(_is_of_it(journal, desk, wanted.procedure, since) for journal in of_own.values())


def _is_of_it(journal: Iterable[Entry], desk: str, procedure: str, since: datetime) -> bool:
    received = [entry for entry in journal if entry.kind == "received" and entry.desk == desk and entry.at > since]
    dossier = folded_safely(list(journal)).dossier if received else None
    if dossier is None or dossier.status is Status.CANCELLED:
        return False
    return dossier.procedure == procedure


def _is_stored(db: Connection, entry: Entry) -> bool:
    wanted = select(entries.c.hash).where(entries.c.desk == entry.desk, entries.c.sequence == entry.sequence)
    return bool(db.execute(wanted).scalar() == entry.hash)

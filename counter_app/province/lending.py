"""Digitised papers of one office serve at another (khai thác, tái sử dụng; TT 01/2023/TT-VPCP).

A desk that has a citizen before it asks by their number, for a procedure, and says for which open dossier or intake.
It is told only of papers that the procedure asks for, that hold, and whose purpose it is (`resources/reuse`); each
question is noted with who asked, and each paper that is fetched is an entry in the journal of the dossier it is of.
"""

from __future__ import annotations

import hmac
import logging
from collections import defaultdict
from collections.abc import Callable, Iterator
from datetime import datetime, timedelta

from sqlalchemy import Connection, Engine, insert, select

from counter_app.dossier import clock
from counter_app.dossier.fold import folded_safely
from counter_app.dossier.journal import Entry
from counter_app.dossier.model import Dossier
from counter_app.dossier.payloads.papers import PaperLent
from counter_app.dossier.reuse import PDF, Reusable, documents_of
from counter_app.log import Mark, note
from counter_app.procedures.catalogue import Catalogue
from counter_app.procedures.reuse_rules import ReuseRules
from counter_app.province.database import reading, token_key
from counter_app.province.file_register import Key
from counter_app.province.lending_reasons import (
    NoReason,
    Unfollowed,
    refuse_unless_written,
    refuse_without_reason,
    unfollowed,
)
from counter_app.province.registry import Registry, of_dossiers
from counter_app.province.statements import insert_missing
from counter_app.province.tables import files, owners, paper_requests, papers_lent
from counter_app.sync.wire import PapersFound, PapersWanted, PaperWanted, agency_of_desk, agency_of_dossier

_PURPOSE = b"whose papers were asked for"  # the secret signs other things too
_SEARCHED = 50  # dossiers of a person at the most, the newest
_TIME = timedelta(hours=12)  # for which what was found may be fetched: the longest intake of a day
_log = logging.getLogger(__name__)


class NotFound(Exception):
    """Nothing of that kind was found for this desk, or it holds no more."""


class Lending:
    """Answers desks; `catalogue` and `reuse` are what the province's desks are to know."""

    def __init__(
        self,
        engine: Engine,
        registry: Registry,
        catalogue: Callable[[], Catalogue],
        reuse: Callable[[], ReuseRules],
        now: Callable[[], datetime] = clock.now,
    ) -> None:
        self._engine = engine
        self._reader = reading(engine)
        self._registry = registry
        self._catalogue, self._reuse = catalogue, reuse
        self._now = now
        self._key = hmac.digest(token_key(engine), _PURPOSE, "sha256")

    def find(self, desk: str, wanted: PapersWanted) -> PapersFound:
        """What may serve, and as what the question was noted. Raises NoReason."""
        with self._reader.begin() as db:
            refuse_without_reason(db, desk, wanted, self._subject(wanted.number), self._now())
            papers = self._fitting(db, desk, wanted.procedure, wanted.number)
        row = {name: getattr(wanted, name).replace("\0", "") for name in ("clerk", "procedure", "reason")}
        row |= {"desk": desk, "subject": self._subject(wanted.number), "at": self._now().isoformat()}
        with self._engine.begin() as db:
            added = db.execute(insert(paper_requests).values(**row, found=len(papers))).inserted_primary_key
        note(_log, "papers", desk=Mark(desk), found=len(papers))
        return PapersFound(request=added[0] if added else 0, papers=tuple(map(_without_words, papers)))

    def lend(self, desk: str, wanted: PaperWanted) -> Key:
        """Where the file of a paper lies that was found; the first time, the province writes an entry for the dossier
        it is of. Raises NotFound, NoReason."""
        question = select(paper_requests).where(paper_requests.c.id == wanted.request, paper_requests.c.desk == desk)
        lent = select(papers_lent.c.at).where(
            papers_lent.c.request == wanted.request, papers_lent.c.sha256 == wanted.sha256
        )
        with self._reader.begin() as db:
            asked = db.execute(question).first()
            if asked is None or not hmac.compare_digest(asked.subject, self._subject(wanted.number)):
                raise NotFound
            if datetime.fromisoformat(asked.at) < self._now() - _TIME:
                raise NotFound
            refuse_unless_written(db, desk, asked, wanted.entry, wanted.sha256)
            papers = self._fitting(db, desk, asked.procedure, wanted.number)
            known = db.execute(lent).first() is not None
        paper = next((paper for paper in papers if paper.document.sha256 == wanted.sha256), None)
        if paper is None:
            raise NotFound
        code = paper.source.dossier
        if not known:  # the entry first: nothing is given of which the journal says nothing
            said = {"clerk": asked.clerk, "procedure": asked.procedure, "reason": asked.reason}
            self._registry.write(code, PaperLent(paper=paper.name, file=wanted.sha256, desk=desk, **said), desk)
            row = {"request": wanted.request, "sha256": wanted.sha256, "dossier": code, "at": self._now().isoformat()}
            row |= {"entry_hash": wanted.entry.hash, "entry_sequence": wanted.entry.sequence}
            with self._engine.begin() as db:
                insert_missing(db, papers_lent, [row])
        return Key(agency_of_dossier(code), wanted.sha256)

    def unfollowed(self) -> list[Unfollowed]:
        """Questions for intakes that no dossier followed."""
        with self._reader.begin() as db:
            return unfollowed(db, self._subject, self._now())

    def _fitting(self, db: Connection, desk: str, procedure: str, number: str) -> list[Reusable]:
        """What of other offices' dossiers may serve in the procedure today, and lies here. Raises NoReason where
        nobody knows the procedure."""
        today = self._now().astimezone(clock.VIETNAM).date()
        known = self._catalogue().get(procedure, today)
        if known is None:
            raise NoReason("no such procedure")
        papers = list(_papers(db, agency_of_desk(desk), number))
        papers.sort(key=lambda paper: not paper.source.from_result)
        found = self._reuse().fitting(known.components, known.field, papers, today)
        return list(dict.fromkeys(paper for _, paper, _ in found))

    def _subject(self, number: str) -> str:
        return hmac.digest(self._key, number.encode(), "sha256").hex()


def _papers(db: Connection, own: str, number: str) -> Iterator[Reusable]:
    """Those that lie here of the person's dossiers at other offices, the newest dossier first."""
    codes = db.execute(select(owners.c.dossier).where(owners.c.number == number)).scalars()
    others = sorted((code for code in codes if agency_of_dossier(code) != own), key=_day, reverse=True)[:_SEARCHED]
    whole = select(files.c.dossier, files.c.sha256).where(files.c.dossier.in_(others), files.c.here.is_(True))
    here = {(row.dossier, row.sha256) for row in db.execute(whole)}
    entries: dict[str, list[Entry]] = defaultdict(list)
    for entry in of_dossiers(db, sorted({code for code, _ in here})):
        entries[entry.dossier].append(entry)
    for code in others:
        dossier = folded_safely(entries[code]).dossier if code in entries else None
        if dossier is not None and _is_of(dossier, number):
            for paper in documents_of(dossier):
                if paper.document.media_type == PDF and (code, paper.document.sha256) in here:
                    yield paper


def _is_of(dossier: Dossier, number: str) -> bool:
    """Whether the number is the owner's now, and not that of somebody it was received for by mistake."""
    return dossier.owner.identity_number == number


def _day(code: str) -> tuple[str, str]:
    return code.rsplit("-", 2)[1], code


def _without_words(paper: Reusable) -> Reusable:
    """Nobody reads a paper before it is fetched."""
    return paper.model_copy(update={"pages": tuple(page.model_copy(update={"text": ""}) for page in paper.pages)})

"""Who may speak: desks with a credential of their own, and officials of the province."""

from __future__ import annotations

import time
from collections.abc import Callable
from dataclasses import dataclass
from datetime import datetime, timedelta

from sqlalchemy import Connection, Engine, Row, select, update

from counter_app.dossier import clock
from counter_app.dossier.codes import AGENCY
from counter_app.dossier.journal import PROVINCE
from counter_app.errors import CounterError
from counter_app.province.database import reading, token_key
from counter_app.province.statements import insert_missing
from counter_app.province.tables import desks, offices, officials
from counter_app.province.tokens import (
    TOKEN_SECONDS,
    Speaker,
    Tokens,
    hashed,
    matches,
    new_code,
    new_credential,
)
from counter_app.sync.wire import SignedIn, agency_of_desk

QUOTA = 1_000_000_000_000  # bytes of files an office may keep here unless it is told otherwise
_CODE_DAYS = 14
_CREDENTIAL_DAYS = 90
_TRUSTED = 2.0  # seconds for which a desk that was let in is let in unasked: a revocation holds after that
_SEEN = 30.0  # seconds between notes of when a desk was here


class NoSuchDesk(CounterError):
    """The name is not one a desk of an office can have, or no such desk was registered."""

    what = "There is no desk {desk}."
    todo = (
        "A desk is named by its office's code and its number, such as H41.15:1; ‘counter server desks list’ shows them."
    )


class NotLetIn(Exception):
    """Unknown, or another secret: which of the two is not told."""


class Revoked(Exception):
    """The province took this desk's right to speak away."""


@dataclass(frozen=True)
class DeskLine:
    """A desk as the province sees it. `behind` counts the office's entries it has not asked for yet."""

    desk: str
    agency: str
    enrolled: bool
    revoked: bool
    last_seen: datetime | None
    last_sequence: int
    waiting: int
    behind: int


class Desks:
    """The register of desks and officials. Each call is one transaction."""

    def __init__(self, engine: Engine, now: Callable[[], datetime] = clock.now) -> None:
        self._engine = engine
        self._reader = reading(engine)
        self._now = now
        self._tokens = Tokens(token_key(engine), lambda: now().timestamp())
        self._trusted: dict[Speaker, float] = {}
        self._seen: dict[str, float] = {}

    def register(self, desk: str) -> str:
        """A one-time code for a new desk, or for one that lost its credential: told once. Raises NoSuchDesk.

        What a revoked desk had before, in whosever hands it is, stays good for nothing.
        """
        agency, _, number = desk.rpartition(":")
        if not AGENCY.match(agency) or not (number.isascii() and number.isdecimal()) or not 1 <= int(number) <= 999:
            raise NoSuchDesk(desk=desk)
        code = new_code()
        until = (self._now() + timedelta(days=_CODE_DAYS)).isoformat()
        with self._engine.begin() as db:
            insert_missing(db, offices, [{"agency": agency, "cursor": 0, "quota": QUOTA, "used": 0}])
            fresh = {"desk": desk, "agency": agency, "last_sequence": 0, "last_hash": ""}
            insert_missing(db, desks, [fresh | {"generation": 0, "pulled": 0, "waiting": 0}])
            issued = {"code_hash": hashed(code), "code_until": until, "revoked_at": None}
            before = _row(db, desk)
            if before is not None and before.revoked_at:
                issued |= {"credential_hash": None, "next_hash": None, "generation": before.generation + 1}
            db.execute(update(desks).where(desks.c.desk == desk).values(issued))
        return code

    def enrol(self, desk: str, code: str) -> str:
        """The desk's credential, for the code. Until it is first used the code stays good: an answer may be lost.

        Raises NotLetIn.
        """
        with self._engine.begin() as db:
            row = _row(db, desk)
            good = matches(code, row.code_hash if row else None)
            if row is None or not good or row.revoked_at or self._now() > datetime.fromisoformat(row.code_until):
                raise NotLetIn
            credential = new_credential()
            changes = {"credential_hash": hashed(credential), "credential_at": self._now().isoformat()}
            anew = {"next_hash": None, "generation": row.generation + 1, "pulled": 0}
            db.execute(update(desks).where(desks.c.desk == desk).values(**changes, **anew))
        return credential

    def sign_in(self, desk: str, credential: str) -> SignedIn:
        """A token for the requests that follow. Raises NotLetIn, Revoked."""
        with self._engine.begin() as db:
            row = _row(db, desk)
            current = matches(credential, row.credential_hash if row else None)
            coming = matches(credential, row.next_hash if row else None)
            if row is None or not (current or coming):
                raise NotLetIn
            if row.revoked_at:
                raise Revoked
            now = self._now()
            changes = {"last_seen": now.isoformat(), "code_hash": None}
            if coming:
                changes |= {"credential_hash": row.next_hash, "next_hash": None, "credential_at": now.isoformat()}
            db.execute(update(desks).where(desks.c.desk == desk).values(changes))
            old = not coming and now - datetime.fromisoformat(row.credential_at) > timedelta(days=_CREDENTIAL_DAYS)
        token = self._tokens.sign(Speaker(desk, row.generation))
        return SignedIn(token=token, valid_seconds=TOKEN_SECONDS, rotate=old)

    def rotate(self, desk: str) -> str:
        """The desk's next credential; the present one holds until this one is used."""
        credential = new_credential()
        with self._engine.begin() as db:
            db.execute(update(desks).where(desks.c.desk == desk).values(next_hash=hashed(credential)))
        return credential

    def revoke(self, desk: str) -> None:
        """Lets the desk in no more; what it sent stays. Raises NoSuchDesk."""
        changes = {"revoked_at": self._now().isoformat(), "code_hash": None}
        with self._engine.begin() as db:
            if not db.execute(update(desks).where(desks.c.desk == desk, desks.c.agency != "").values(changes)).rowcount:
                raise NoSuchDesk(desk=desk)
        self._trusted.clear()

    def speaker(self, token: str) -> Speaker | None:
        """Who speaks, by the token alone; None where it is no good."""
        return self._tokens.read(token)

    def is_trusted(self, speaker: Speaker) -> bool:
        """Whether the desk was let in a moment ago, so that the database need not be asked."""
        return self._trusted.get(speaker, 0.0) > time.monotonic()

    def let_in(self, speaker: Speaker) -> None:
        """Raises NotLetIn where the desk was enrolled anew since, Revoked where it may not speak."""
        with self._reader.begin() as db:
            row = _row(db, speaker.desk, lock=False)
        if row is None or row.generation != speaker.generation:
            raise NotLetIn
        if row.revoked_at:
            raise Revoked
        self._trusted[speaker] = time.monotonic() + _TRUSTED

    def saw(self, desk: str) -> None:
        """Notes now and then that a desk was here that had nothing to send."""
        if self._seen.get(desk, 0.0) < time.monotonic():
            self._seen[desk] = time.monotonic() + _SEEN
            with self._engine.begin() as db:
                db.execute(update(desks).where(desks.c.desk == desk).values(last_seen=self._now().isoformat()))

    def lines(self, agency: str | None = None) -> list[DeskLine]:
        """All desks, or an office's, with how far they are."""
        wanted = select(desks, offices.c.cursor).join(offices, offices.c.agency == desks.c.agency)
        wanted = wanted.where(desks.c.desk != PROVINCE).order_by(desks.c.agency, desks.c.desk)
        if agency is not None:
            wanted = wanted.where(desks.c.agency == agency)
        with self._reader.begin() as db:
            return [_line(row) for row in db.execute(wanted)]

    def add_official(self, name: str) -> str:
        """A token for an official of the province, or another in place of a lost one: told once."""
        token = new_credential()
        with self._engine.begin() as db:
            insert_missing(db, officials, [{"name": name, "token_hash": hashed(token)}])
            changes = {"token_hash": hashed(token), "revoked_at": None}
            db.execute(update(officials).where(officials.c.name == name).values(changes))
        return token

    def official(self, token: str) -> str | None:
        """The official's name; None where the token is no good."""
        known = (officials.c.token_hash == hashed(token), officials.c.revoked_at.is_(None))
        with self._reader.begin() as db:
            return db.execute(select(officials.c.name).where(*known)).scalar()

    def sees(self, name: str, agency: str) -> bool:
        """Whether the office is the official's to see."""
        with self._reader.begin() as db:
            only = db.execute(select(officials.c.agency).where(officials.c.name == name)).scalar()
        return only in (None, agency)

    def revoke_official(self, name: str) -> None:
        """The official's token is no good any more."""
        with self._engine.begin() as db:
            gone = update(officials).where(officials.c.name == name)
            db.execute(gone.values(revoked_at=self._now().isoformat()))

    def set_quota(self, agency: str, quota: int) -> None:
        """How many bytes of files the office may keep here."""
        with self._engine.begin() as db:
            db.execute(update(offices).where(offices.c.agency == agency).values(quota=quota))


def _row(db: Connection, desk: str, *, lock: bool = True) -> Row | None:  # type: ignore[type-arg]
    wanted = select(desks).where(desks.c.desk == desk, desks.c.agency == agency_of_desk(desk))
    return db.execute(wanted.with_for_update() if lock else wanted).first()


def _line(row: Row) -> DeskLine:  # type: ignore[type-arg]
    return DeskLine(
        desk=row.desk,
        agency=row.agency,
        enrolled=row.credential_hash is not None,
        revoked=row.revoked_at is not None,
        last_seen=datetime.fromisoformat(row.last_seen) if row.last_seen else None,
        last_sequence=row.last_sequence,
        waiting=row.waiting,
        behind=row.cursor - row.pulled,
    )

"""Officials who use the pages: passwords, the offices they see, and who is signed in."""

from __future__ import annotations

import unicodedata
from collections.abc import Callable
from dataclasses import dataclass
from datetime import datetime, timedelta

from sqlalchemy import Engine, delete, insert, select, update

from counter_app.dossier import clock
from counter_app.dossier.codes import AGENCY
from counter_app.errors import CounterError
from counter_app.passwords import LONGEST, SHORTEST, is_password, kept_of
from counter_app.province.database import reading
from counter_app.province.tables import officials, sessions
from counter_app.province.tokens import hashed, new_code, new_credential

_DAY = timedelta(hours=10)  # after which an official signs in again
_IDLE = timedelta(hours=1)
_SEEN = timedelta(minutes=1)  # between notes of when somebody was here


class WrongPassword(CounterError):
    """Unknown, revoked, without a password, or another one: which of them is not told."""

    what = "The name or the password is wrong."
    todo = "Check both; the technician of the province can give out a new password."


class WeakPassword(CounterError):
    """Too short, too long, or not typed alike twice."""

    what = "The new password cannot be used."
    todo = "It needs at least {letters} letters, typed alike both times."


class NoSuchOffice(CounterError):
    """What an official is to see is no office's code."""

    what = "{agency} is not the code of an office."
    todo = "An office's code looks like H41.15; leave it out for somebody who sees all offices."


class NoSuchOfficial(CounterError):
    """Nobody of that name was added."""

    what = "There is no official of that name."
    todo = "‘counter server officials list’ shows them."


@dataclass(frozen=True)
class Official:
    """Who is signed in; `agency` is the only office they see, None: all."""

    name: str
    agency: str | None

    def sees(self, agency: str) -> bool:
        """Whether the office is theirs to see."""
        return self.agency is None or self.agency == agency


@dataclass(frozen=True)
class OfficialLine:
    """One official in a list."""

    name: str
    agency: str | None
    has_password: bool
    revoked: bool


def check_office(agency: str) -> None:
    """Raises NoSuchOffice."""
    if not AGENCY.match(agency):
        raise NoSuchOffice(agency=agency)


class Accounts:
    """Each call is one transaction."""

    def __init__(self, engine: Engine, now: Callable[[], datetime] = clock.now) -> None:
        self._engine = engine
        self._reader = reading(engine)
        self._now = now

    def give_password(self, name: str, agency: str | None) -> str:
        """A first password for an official, or another for a lost one: told once. It ends their sessions.

        Raises NoSuchOffice, NoSuchOfficial.
        """
        if agency is not None:
            check_office(agency)
        password = new_code()
        changes = {"password_hash": kept_of(password), "agency": agency}
        with self._engine.begin() as db:
            if not db.execute(update(officials).where(officials.c.name == name).values(changes)).rowcount:
                raise NoSuchOfficial
            db.execute(delete(sessions).where(sessions.c.official == name))
        return password

    def change_password(self, name: str, old: str, new: str, again: str) -> None:
        """The official chooses another; all their sessions end. Raises WrongPassword, WeakPassword,
        TooManyTries."""
        if not is_password(old, self._kept(name)):
            raise WrongPassword
        if not SHORTEST <= len(new) <= LONGEST or new != again:
            raise WeakPassword(letters=SHORTEST)
        kept = kept_of(new)
        with self._engine.begin() as db:
            db.execute(update(officials).where(officials.c.name == name).values(password_hash=kept))
            db.execute(delete(sessions).where(sessions.c.official == name))

    def sign_in(self, name: str, password: str) -> str:
        """The cookie of a new session. Raises WrongPassword, TooManyTries."""
        name = unicodedata.normalize("NFC", name)
        if not is_password(password[:LONGEST], self._kept(name)):
            raise WrongPassword
        cookie, now = new_credential(), self._now()
        with self._engine.begin() as db:
            # moments of one clock in one zone, so that they stand in order as text
            db.execute(delete(sessions).where(sessions.c.began_at < (now - _DAY).isoformat()))
            begun = {"cookie_hash": hashed(cookie), "official": name, "began_at": now.isoformat()}
            db.execute(insert(sessions), begun | {"seen_at": now.isoformat()})
        return cookie

    def official(self, cookie: str) -> Official | None:
        """Whose session it is; None where it is over, or the official may not come any more."""
        wanted = select(officials.c.name, officials.c.agency, sessions.c.began_at, sessions.c.seen_at)
        wanted = wanted.join(sessions, sessions.c.official == officials.c.name)
        this = sessions.c.cookie_hash == hashed(cookie)
        with self._reader.begin() as db:
            row = db.execute(wanted.where(this, officials.c.revoked_at.is_(None))).first()
        now = self._now()
        if row is None or now - datetime.fromisoformat(row.began_at) > _DAY:
            return None
        idle = now - datetime.fromisoformat(row.seen_at)
        if idle > _IDLE:
            return None
        if idle > _SEEN:
            with self._engine.begin() as db:
                db.execute(update(sessions).where(this).values(seen_at=now.isoformat()))
        return Official(row.name, row.agency)

    def sign_out(self, cookie: str) -> None:
        """Ends the session."""
        with self._engine.begin() as db:
            db.execute(delete(sessions).where(sessions.c.cookie_hash == hashed(cookie)))

    def lines(self) -> list[OfficialLine]:
        """All officials."""
        with self._reader.begin() as db:
            return [
                OfficialLine(row.name, row.agency, row.password_hash is not None, row.revoked_at is not None)
                for row in db.execute(select(officials).order_by(officials.c.name))
            ]

    def _kept(self, name: str) -> str | None:
        known = (officials.c.name == name, officials.c.revoked_at.is_(None))
        with self._reader.begin() as db:
            return db.execute(select(officials.c.password_hash).where(*known)).scalar()

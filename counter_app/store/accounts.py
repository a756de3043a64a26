"""Which accounts there are, and how often in a row signing in failed: what sign-in asks before anybody is signed in.

The accounts themselves are folded from their entries (`counter_app.store.journal`).
"""

from __future__ import annotations

from datetime import datetime
from typing import NamedTuple

from sqlite_utils import Database

from counter_app.dossier.accounts import Account
from counter_app.dossier.clock import VIETNAM


class Failures(NamedTuple):
    """How often signing in failed since it last succeeded, and when it last did."""

    times: int
    last: datetime


class SignInFailures:
    """Kept for each account and each desk by itself: what happens at one desk keeps nobody out at another."""

    def __init__(self, db: Database) -> None:
        self._db = db

    def of(self, account: str) -> Failures | None:
        """Those in a row; None where it succeeded last."""
        row = self._db.execute("SELECT count, at FROM sign_in_failures WHERE account = ?", [account]).fetchone()
        return Failures(row[0], datetime.fromtimestamp(row[1], VIETNAM)) if row else None

    def add(self, account: str, at: datetime) -> None:
        """It failed once more."""
        self._db.execute(
            "INSERT INTO sign_in_failures (account, count, at) VALUES (?, 1, ?)"
            " ON CONFLICT (account) DO UPDATE SET count = count + 1, at = excluded.at",
            [account, at.timestamp()],
        )

    def forget(self, account: str) -> None:
        """It succeeded."""
        self._db.execute("DELETE FROM sign_in_failures WHERE account = ?", [account])


def codes(db: Database) -> list[str]:
    """The codes of all accounts, the oldest first."""
    return [row[0] for row in db.execute("SELECT code FROM accounts ORDER BY code")]


def project(db: Database, number: int, account: Account, *, own_sequence: int) -> None:
    """Notes that there is an account; inside the journal's transaction."""
    db.execute("INSERT OR IGNORE INTO accounts (code) VALUES (?)", [account.code])


def is_projected(db: Database, number: int, account: Account | None, *, own_sequence: int) -> bool:
    """Whether it is noted, where there is one."""
    if account is None:
        return True
    return db.execute("SELECT 1 FROM accounts WHERE code = ?", [account.code]).fetchone() is not None


def forget(db: Database, number: int) -> None:
    """Nothing: an account stays noted, for `codes` passes over those that are none."""


def forget_all(db: Database) -> None:
    """Takes the notes away."""
    db.execute("DELETE FROM accounts")

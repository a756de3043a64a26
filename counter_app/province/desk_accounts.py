"""Accounts that the province gives to those who work at an office's desks: entries of its own, which the desks receive.

Once the province opened an account, or set its roles, it alone changes them (`counter_app.dossier.accounts`).
"""

from __future__ import annotations

import secrets
from collections.abc import Callable, Iterable
from datetime import datetime

from sqlalchemy import Connection, Engine, select

from counter_app.dossier import clock
from counter_app.dossier.accounts import (
    Account,
    fold_account,
    full_name,
    refuse_if_last_administrator,
    refuse_if_taken,
    roles_wanted,
)
from counter_app.dossier.acts.accounts import OPEN_ACCOUNT
from counter_app.dossier.codes import account_code
from counter_app.dossier.journal import Entry
from counter_app.dossier.payloads.accounts import AccountOpened, AccountRoles, AccountSecret, SecretKind
from counter_app.dossier.payloads.payload import Payload
from counter_app.dossier.plain import plain
from counter_app.dossier.roles import Role
from counter_app.errors import CounterError
from counter_app.passwords import kept_of
from counter_app.province.database import reading
from counter_app.province.registry import keep_entry, of_dossiers, of_province, province_tip
from counter_app.province.tables import entries, offices, officials
from counter_app.province.tokens import new_code


class OfficialMayNot(CounterError):
    """Unknown, revoked, or of another office."""

    what = "{official} is no official who may keep the accounts of office {agency}."
    todo = "‘counter server officials list’ shows who is an official, and of which office."


class OfficeWithoutDesk(CounterError):
    """No desk of the office was ever registered here: nobody would receive its accounts."""

    what = "Office {agency} has no desk at this server."
    todo = "Register one first: ‘counter server desks add {agency}:1’."


class NoSuchAccount(CounterError):
    """Nobody of that name, or of that code, works at the office's desks; or two of that name do."""

    what = "“{name}” names none of the accounts of office {agency}, or more than one."
    todo = "‘counter server accounts list {agency}’ shows them; an account can be named by its code, too."


class DeskAccounts:
    """What officials do to the accounts of offices that are theirs to see. Each call is one transaction."""

    def __init__(self, engine: Engine, now: Callable[[], datetime] = clock.now) -> None:
        self._engine = engine
        self._reader = reading(engine)
        self._now = now

    def of_office(self, agency: str) -> list[Account]:
        """All accounts of an office, closed ones too, by name."""
        with self._reader.begin() as db:
            return sorted(_accounts(db, agency), key=lambda account: plain(account.name))

    def open(self, agency: str, name: str, roles: Iterable[Role], official: str) -> tuple[Account, str]:
        """The new account, and its first password: told once, and changed by whoever signs in with it.

        Raises OfficialMayNot, OfficeWithoutDesk, StepIncomplete, NameTaken, TooManyTries.
        """
        name, wanted = full_name(name), roles_wanted(roles, OPEN_ACCOUNT)
        password = new_code()
        kept = kept_of(password)
        with self._engine.begin() as db:
            self._refuse_unless_theirs(db, official, agency)
            refuse_if_taken(_accounts(db, agency), name)
            code = account_code(agency, self._now().astimezone(clock.VIETNAM).date(), secrets.randbits(66))
            self._write(db, agency, code, AccountOpened(name=name, roles=wanted), official)
            return self._write(db, agency, code, _given_out(kept), official), password

    def change_roles(self, agency: str, name: str, roles: Iterable[Role], official: str, reason: str = "") -> Account:
        """Gives the account other roles; without any it is closed.

        Raises OfficialMayNot, OfficeWithoutDesk, NoSuchAccount, LastAdministrator.
        """
        wanted = tuple(sorted(set(roles)))
        with self._engine.begin() as db:
            self._refuse_unless_theirs(db, official, agency)
            known = _accounts(db, agency)
            account = _named(known, agency, name)
            refuse_if_last_administrator(known, account, wanted)
            payload = AccountRoles(roles=wanted, reason=reason.strip())
            return self._write(db, agency, account.code, payload, official)

    def give_password(self, agency: str, name: str, official: str) -> str:
        """Another password for somebody who lost theirs: told once, and changed by whoever signs in with it.

        Raises OfficialMayNot, OfficeWithoutDesk, NoSuchAccount, TooManyTries.
        """
        password = new_code()
        kept = kept_of(password)
        with self._engine.begin() as db:
            self._refuse_unless_theirs(db, official, agency)
            account = _named(_accounts(db, agency), agency, name)
            self._write(db, agency, account.code, _given_out(kept), official)
        return password

    def _refuse_unless_theirs(self, db: Connection, official: str, agency: str) -> None:
        known = select(officials.c.agency).where(officials.c.name == official, officials.c.revoked_at.is_(None))
        row = db.execute(known).first()
        if row is None or row.agency not in (None, agency):
            raise OfficialMayNot(official=official, agency=agency)
        if db.execute(select(offices.c.agency).where(offices.c.agency == agency)).first() is None:
            raise OfficeWithoutDesk(agency=agency)

    def _write(self, db: Connection, agency: str, code: str, payload: Payload, official: str) -> Account:
        """The account with one more entry of the province's journal, whose tip is locked."""
        tip, known = province_tip(db), of_dossiers(db, [code])
        step = max((item.step for item in known), default=0) + 1
        entry = of_province(tip, payload, code, step, official, self._now())
        keep_entry(db, agency, entry)
        account = fold_account([*known, entry])
        assert account is not None, "its first entry opens it"
        return account


def _given_out(kept: str) -> AccountSecret:
    return AccountSecret(secret=SecretKind.PASSWORD, kept=kept, given_out=True)


def _accounts(db: Connection, agency: str) -> list[Account]:
    opened = select(entries.c.dossier).where(entries.c.agency == agency, entries.c.kind == OPEN_ACCOUNT.kind)
    by_code: dict[str, list[Entry]] = {}
    for entry in of_dossiers(db, {row.dossier for row in db.execute(opened)}):
        by_code.setdefault(entry.dossier, []).append(entry)
    folded = map(fold_account, by_code.values())
    return [account for account in folded if account is not None]


def _named(known: Iterable[Account], agency: str, name: str) -> Account:
    """The one of this code, or of this name."""
    wanted = full_name(name).casefold()
    found = [account for account in known if wanted in (account.code.casefold(), account.name.casefold())]
    if len(found) != 1:
        raise NoSuchAccount(agency=agency, name=name)
    return found[0]

"""Who may work at the desk: accounts are opened, given roles, passwords and cards, and signed in with.

Each change is an entry of the account (`counter_app.dossier.accounts`), which goes to the other desks of the office.
"""

from __future__ import annotations

import secrets
from collections.abc import Iterable
from datetime import timedelta
from math import ceil

from counter_app.desk.desk import Desk, logged
from counter_app.desk.unlocking import CARD_PREFIX, is_card
from counter_app.dossier.accounts import (
    Account,
    full_name,
    refuse_if_last_administrator,
    refuse_if_taken,
    roles_wanted,
)
from counter_app.dossier.acts import CHANGE_ROLES, OPEN_ACCOUNT, SET_SECRET, act_of
from counter_app.dossier.acts.act import NotYourTask, refuse_unless_task
from counter_app.dossier.codes import account_code
from counter_app.dossier.payloads.accounts import AccountOpened, AccountRoles, AccountSecret, SecretKind
from counter_app.dossier.payloads.payload import Payload
from counter_app.dossier.plain import plain
from counter_app.dossier.roles import Clerk, Role, Task
from counter_app.errors import CounterError
from counter_app.passwords import LONGEST, is_password, kept_of, kept_of_card
from counter_app.store.backup_keys import unwrapped
from counter_app.store.database import once_committed
from counter_app.store.key_place import let_in, let_in_soon, settle
from counter_app.store.streams import ACCOUNTS
from counter_app.store.wrapping import KeyKind, SealingKey

SHORTEST = 8  # letters (NIST SP 800-63B); what is tried is slowed down, and each trial costs a fifth of a second
FIRST_ROLES = (Role.ADMINISTRATOR, Role.SUPERVISOR, Role.CLERK)
"""Of who sets a desk up: in a small office the only one for a while."""
_FREE = 3  # wrong passwords in a row before one has to wait
_LONGEST_WAIT = timedelta(seconds=60)


class WrongSignIn(CounterError):
    """Unknown, closed, or another password: which of them is not told."""

    what = "The name or the password is wrong."
    todo = "Try again; the administrator can give out a new password."


class CardNotKnown(CounterError):
    """The card belongs to no open account of the office."""

    what = "This card belongs to nobody who works here."
    todo = "Sign in with the password; the administrator can give out another card."


class WaitToSignIn(CounterError):
    """Too many wrong passwords in a row for this name at this desk."""

    what = "Too many wrong passwords for this name at this desk."
    todo = "Wait {seconds} seconds, or use the card. Other desks and other names are not held up."


class PasswordTooWeak(CounterError):
    """Too short or long, the name itself, or not typed alike twice."""

    what = "This password cannot be used."
    todo = "It needs at least {letters} letters, not the name and not one letter only, typed alike both times."


class AdministratorThere(CounterError):
    """The desk has its administrator, who opens all other accounts."""

    what = "This desk has an administrator already."
    todo = "Have them open an account."


class AccountOfProvince(CounterError):
    """The province opened the account or set its roles, and keeps them."""

    what = "The roles of this account are kept by the province."
    todo = "Ask the province to change them."


class AccountUnknown(CounterError):
    """No such account at this desk."""

    what = "No such account is known at this desk."
    todo = "Choose one of the list; one of another desk arrives when the line is back."


def accounts(desk: Desk) -> list[Account]:
    """All accounts, closed ones too, by name."""
    return sorted(desk.store.journal.accounts(), key=lambda account: plain(account.name))


def names(desk: Desk) -> list[str]:
    """Whom one can sign in as, each name once."""
    return list(dict.fromkeys(account.name for account in accounts(desk) if account.is_open))


def has_administrator(desk: Desk) -> bool:
    """Whether there is somebody who can open accounts: here, or at the province once it keeps some of the office's.

    A new desk, and one made before there were any, has nobody. A desk whose last administrator the province closed
    makes itself no other.
    """
    return any(account.of_province or Task.ACCOUNTS in account.tasks for account in desk.store.journal.accounts())


def make_administrator(desk: Desk, name: str, password: str, again: str) -> Clerk:
    """The first account of a desk. Raises AdministratorThere, StepIncomplete, PasswordTooWeak."""
    with desk.store.transaction():
        if has_administrator(desk):
            raise AdministratorThere()
        name = full_name(name)
        desk = desk.of(Clerk(name, frozenset({Task.ACCOUNTS})))
        return _opened(desk, name, FIRST_ROLES, _new(name, password, again)).clerk


def open_account(desk: Desk, name: str, roles: Iterable[Role], password: str, again: str) -> Account:
    """Opens an account; whoever signs in with the password chooses another.

    Raises NotYourTask, StepIncomplete, NameTaken, PasswordTooWeak.
    """
    refuse_unless_task(OPEN_ACCOUNT, desk.clerk.tasks)
    name, wanted = full_name(name), roles_wanted(roles, OPEN_ACCOUNT)
    secret = _new(name, password, again, given_out=True)
    with desk.store.transaction():
        refuse_if_taken(desk.store.journal.accounts(), name)
        return _opened(desk, name, wanted, secret)


def change_roles(desk: Desk, code: str, roles: Iterable[Role], reason: str = "") -> Account:
    """Gives an account other roles; without any it is closed.

    Raises NotYourTask, AccountUnknown, AccountOfProvince, LastAdministrator.
    """
    refuse_unless_task(CHANGE_ROLES, desk.clerk.tasks)
    wanted = tuple(sorted(set(roles)))
    with desk.store.transaction():
        account = _account(desk, code)
        if account.of_province:
            raise AccountOfProvince()
        refuse_if_last_administrator(desk.store.journal.accounts(), account, wanted)
        return _write(desk, code, AccountRoles(roles=wanted, reason=reason.strip()))


def give_password(desk: Desk, code: str, password: str, again: str) -> Account:
    """A new password for somebody who lost theirs; they choose another when they sign in.

    Raises NotYourTask, AccountUnknown, PasswordTooWeak.
    """
    refuse_unless_task(SET_SECRET, desk.clerk.tasks)
    account = _account(desk, code)
    return _set_password(desk, account, _new(account.name, password, again, given_out=True))


def change_password(desk: Desk, old: str, new: str, again: str) -> Account:
    """The clerk chooses another password of their own. Raises WrongSignIn, WaitToSignIn, PasswordTooWeak."""
    account = _account(desk, desk.clerk.account)
    _try(desk, account.name, [account], old)
    return _set_password(desk, account, _new(account.name, new, again))


def recover(desk: Desk, name: str, words: str, new: str, again: str) -> Account:
    """Another password for an administrator who forgot theirs, of that name if one has it: whoever has the recovery key
    from the safe, or the passphrase of the backups, reads everything anyhow.

    Raises NotTheKey, AccountUnknown, PasswordTooWeak.
    """
    unwrapped(desk.store.backup_keys.all(), words)
    account = recoverable(desk, name)
    if account is None:
        raise AccountUnknown()
    return _set_password(desk.of(account.clerk), account, _new(account.name, new, again))


def recoverable(desk: Desk, name: str) -> Account | None:
    """The administrator whose password `recover` sets: of that name, or the first there is."""
    heads = [account for account in accounts(desk) if Task.ACCOUNTS in account.tasks]
    return next((account for account in heads if account.name == name), next(iter(heads), None))


def give_card(desk: Desk, code: str) -> str:
    """The code of a new card, to be printed and forgotten; a card given out before is worth nothing any more.

    Raises NotYourTask, AccountUnknown.
    """
    refuse_unless_task(SET_SECRET, desk.clerk.tasks)
    _account(desk, code)
    card = CARD_PREFIX + secrets.token_hex(16).upper()  # what every reader types, whatever its layout
    kept = kept_of_card(card, desk.profile.office.agency)
    _write(desk, code, AccountSecret(secret=SecretKind.CARD, kept=kept))
    return card


def take_card_away(desk: Desk, code: str) -> Account:
    """The card was lost. Raises NotYourTask, AccountUnknown."""
    refuse_unless_task(SET_SECRET, desk.clerk.tasks)
    _account(desk, code)
    return _write(desk, code, AccountSecret(secret=SecretKind.CARD, kept=""))


def seconds(desk: Desk) -> tuple[str, ...]:
    """Who may confirm what the clerk does."""
    found = (
        account.name for account in accounts(desk) if Task.APPROVAL in account.tasks and account.name != desk.clerk.name
    )
    return tuple(dict.fromkeys(found))


def confirmed_by(desk: Desk, name: str, secret: str) -> Desk:
    """The desk while who has this password or card confirms what its clerk does.

    Raises NoSecond, and what `identified` raises.
    """
    return desk.seconded(identified(desk, name, secret).clerk)


def identified(desk: Desk, name: str, secret: str) -> Account:
    """Whose password it is, under that name, or whose card. Raises WrongSignIn, WaitToSignIn, CardNotKnown."""
    return sign_in_by_card(desk, secret) if is_card(secret) else sign_in(desk, name, secret)


def sign_in(desk: Desk, name: str, password: str) -> Account:
    """Whose name and password these are. Raises WrongSignIn, WaitToSignIn."""
    wanted = plain(" ".join(name.split()))
    found = [account for account in desk.store.journal.accounts() if account.is_open and plain(account.name) == wanted]
    return _try(desk, wanted, found, password)


def as_now(desk: Desk) -> Clerk:
    """Who is signed in, with the tasks that their account has now: none where it was closed meanwhile, here or by the
    province."""
    clerk = desk.clerk
    account = desk.store.journal.account(clerk.account) if clerk.account else None
    return account.clerk if account else clerk


def sign_in_by_card(desk: Desk, card: str) -> Account:
    """Whose card it is. Raises CardNotKnown."""
    kept = kept_of_card(card.strip().upper(), desk.profile.office.agency)
    for account in desk.store.journal.accounts():
        if account.is_open and secrets.compare_digest(account.card, kept):
            return account
    raise CardNotKnown()


def _try(desk: Desk, name: str, found: list[Account], password: str) -> Account:
    """The one of these accounts whose password it is; wrong ones in a row are slowed down, never shut out."""
    failures = desk.store.sign_in_failures
    _refuse_too_soon(desk, name)
    hits = [item for item in found if is_password(password[:LONGEST], item.password)]
    if not hits:
        if not found:
            is_password(password[:LONGEST], None)  # an unknown name is told as late as a wrong password
        with desk.store.transaction():
            failures.add(name, desk.now())
        with logged("sign_in"):
            raise WrongSignIn()
    with desk.store.transaction():
        failures.forget(name)
    let_in(desk.store, hits[0], password)
    return hits[0]


def _refuse_too_soon(desk: Desk, name: str) -> None:
    failures = desk.store.sign_in_failures.of(name)
    if failures is None or failures.times < _FREE:
        return
    wait = min(timedelta(seconds=2.0 ** (failures.times - _FREE + 1)), _LONGEST_WAIT)
    left = failures.last + wait - desk.now()
    if timedelta(0) < left <= wait:  # a clock that was set back keeps nobody out
        raise WaitToSignIn(seconds=str(ceil(left.total_seconds())))


def _opened(desk: Desk, name: str, roles: tuple[Role, ...], password: AccountSecret) -> Account:
    code = account_code(desk.profile.office.agency, desk.now().date(), secrets.randbits(66))
    _write(desk, code, AccountOpened(name=name, roles=roles))
    return _write(desk, code, password)


def _set_password(desk: Desk, account: Account, password: AccountSecret) -> Account:
    """Both passwords open the desk's data until the new one is in force."""
    let_in_soon(desk.store, account, password.kept, password.opens)
    return _write(desk, account.code, password)


def _write(desk: Desk, code: str, payload: Payload) -> Account:
    """One journal entry of the account, by who is signed in; afterwards who may opens the desk's data."""
    with desk.store.transaction(), logged(payload.kind):
        once_committed(desk.store.db, lambda: settle(desk.store))
        own = code == desk.clerk.account and isinstance(payload, AccountSecret)
        if not own and Task.ACCOUNTS not in desk.clerk.tasks:
            raise NotYourTask(payload.kind, act=act_of(payload).words)
        return desk.store.journal.append_to(
            ACCOUNTS, payload, code=code, clerk=desk.clerk.name, at=desk.now(), salt=desk.token(16)
        )


def _account(desk: Desk, code: str) -> Account:
    account = desk.store.journal.account(code) if code else None
    if account is None:
        raise AccountUnknown()
    return account


def _new(name: str, password: str, again: str, *, given_out: bool = False) -> AccountSecret:
    """What is kept of a new password. Raises PasswordTooWeak."""
    fits = SHORTEST <= len(password) <= LONGEST and len(set(password)) > 1 and plain(password) != plain(name)
    if not fits or password != again:
        raise PasswordTooWeak(letters=str(SHORTEST))
    opens = SealingKey.of(KeyKind.PASSWORD, password).written()
    return AccountSecret(secret=SecretKind.PASSWORD, kept=kept_of(password), given_out=given_out, opens=opens)

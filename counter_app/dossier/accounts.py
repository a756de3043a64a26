"""An account: somebody who works at the desks of an office, with their roles, password and card.

It has entries of its own in the journal, folded here, so that who was given which role by whom stays known, and what
is set at one desk of the office holds at the others once it has come there.
"""

from __future__ import annotations

from collections.abc import Iterable
from dataclasses import dataclass, replace

from counter_app.dossier import bounds
from counter_app.dossier.acts.accounts import OPEN_ACCOUNT
from counter_app.dossier.acts.act import AnyAct, lacks
from counter_app.dossier.fold import in_order
from counter_app.dossier.journal import PROVINCE, Entry, UnknownPayload
from counter_app.dossier.payloads.accounts import AccountOpened, AccountRoles, AccountSecret, SecretKind
from counter_app.dossier.roles import Clerk, Role, Task, tasks_of
from counter_app.errors import CounterError


class NameTaken(CounterError):
    """Entries name who wrote them: two people of one name could not be told apart."""

    what = "Somebody with the name “{name}” has an account already."
    todo = "Add what tells the two apart, such as the year of birth."


class LastAdministrator(CounterError):
    """Nobody could open accounts any more."""

    what = "This is the last account of an administrator."
    todo = "Give somebody else the role first."


@dataclass(frozen=True)
class Account:
    """An account as its entries make it. `password` and `card` are what is kept of them, "" for none.

    Without roles it is closed. `opens` is what the password opens a desk's data by, "" where it was set before that.
    `changes_password`: the password was given out by somebody else. `of_province`: the province opened it or set its
    roles, and it alone changes them since; `overruled` are the roles that a desk wanted all the same, for it had not
    heard of that.
    """

    code: str
    name: str
    roles: tuple[Role, ...]
    password: str = ""
    opens: str = ""
    card: str = ""
    changes_password: bool = False
    of_province: bool = False
    overruled: tuple[Role, ...] | None = None
    step: int = 1

    @property
    def is_open(self) -> bool:
        """Whether anybody may sign in with it."""
        return bool(self.roles)

    @property
    def tasks(self) -> frozenset[Task]:
        """All it may do."""
        return tasks_of(self.roles)

    @property
    def clerk(self) -> Clerk:
        """Who it is of, as they are at the desk once signed in."""
        return Clerk(self.name, self.tasks, self.code)


def fold_account(entries: Iterable[Entry]) -> Account | None:
    """The account that these entries make, given in any order; None where they make none.

    What cannot be read is passed over. What a desk says of the roles of an account of the province has no effect, in
    whatever order the two were written: no desk is asked to settle what the province decides.
    """
    account: Account | None = None
    for entry in in_order(entries):
        try:
            payload = entry.read()
        except UnknownPayload:
            continue
        of_province = entry.desk == PROVINCE
        match payload:
            case AccountOpened() if account is None:
                account = Account(entry.dossier, payload.name, payload.roles, of_province=of_province)
            case AccountRoles() if account and of_province:
                account = replace(account, roles=payload.roles, of_province=True, overruled=None)
            case AccountRoles() if account and account.of_province:
                account = replace(account, overruled=payload.roles)
            case AccountRoles() if account:
                account = replace(account, roles=payload.roles)
            case AccountSecret(secret=SecretKind.CARD) if account:
                account = replace(account, card=payload.kept)
            case AccountSecret() if account:
                account = replace(
                    account, password=payload.kept, opens=payload.opens, changes_password=payload.given_out
                )
        if account:
            account = replace(account, step=max(account.step, entry.step))
    return account


def full_name(name: str) -> str:
    """The name as entries and papers bear it. Raises StepIncomplete."""
    name = " ".join(str(bounds.cleaned(name)).split())
    if not name:
        raise lacks(OPEN_ACCOUNT, "name")
    return name


def roles_wanted(roles: Iterable[Role], act: AnyAct) -> tuple[Role, ...]:
    """The roles, each once. Raises StepIncomplete where there is none."""
    wanted = tuple(sorted(set(roles)))
    if not wanted:
        raise lacks(act, "roles")
    return wanted


def refuse_if_taken(known: Iterable[Account], name: str) -> None:
    """Raises NameTaken."""
    if any(account.name.casefold() == name.casefold() for account in known):
        raise NameTaken(name=name)


def refuse_if_last_administrator(known: Iterable[Account], account: Account, roles: Iterable[Role]) -> None:
    """Raises LastAdministrator where nobody could keep the office's accounts once this one has these roles."""
    if Task.ACCOUNTS not in account.tasks or Task.ACCOUNTS in tasks_of(roles):
        return
    if not any(Task.ACCOUNTS in other.tasks for other in known if other.code != account.code):
        raise LastAdministrator()

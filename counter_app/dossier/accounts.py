"""An account: somebody who works at the desks of an office, with their roles, password and card.

It has entries of its own in the journal, folded here, so that who was given which role by whom stays known, and what
is set at one desk of the office holds at the others once it has come there.
"""

from __future__ import annotations

from collections.abc import Iterable
from dataclasses import dataclass, replace

from counter_app.dossier.fold import in_order
from counter_app.dossier.journal import PROVINCE, Entry, UnknownPayload
from counter_app.dossier.payloads import AccountOpened, AccountRoles, AccountSecret, SecretKind
from counter_app.dossier.roles import Clerk, Role, Task, tasks_of


@dataclass(frozen=True)
class Account:
    """An account as its entries make it. `password` and `card` are what is kept of them, "" for none.

    Without roles it is closed. `opens` is what the password opens a desk's data by, "" where it was set before that.
    `changes_password`: the password was given out by somebody else. `of_province`: the province opened it, and it alone
    changes its roles.
    """

    code: str
    name: str
    roles: tuple[Role, ...]
    password: str = ""
    opens: str = ""
    card: str = ""
    changes_password: bool = False
    of_province: bool = False
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

    What cannot be read is passed over. What a desk says of the roles of an account of the province has no effect.
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
            case AccountRoles() if account and (of_province or not account.of_province):
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

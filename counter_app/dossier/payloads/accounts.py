"""Payloads of accounts, what opens them, and the key of a desk's data."""

from __future__ import annotations

from enum import StrEnum
from typing import Literal

from pydantic import Field

from counter_app.dossier.payloads.payload import Payload, Reason
from counter_app.dossier.roles import Role


class SecretKind(StrEnum):
    """By what somebody shows at sign-in who they are."""

    PASSWORD = "password"
    CARD = "card"


class AccountOpened(Payload):
    """Somebody was given an account (`counter_app.dossier.accounts`). Entries and papers bear the name."""

    kind: Literal["account_opened"] = "account_opened"
    name: str = Field(min_length=1, max_length=120)
    roles: tuple[Role, ...] = Field(min_length=1)


class AccountRoles(Payload):
    """An account has these roles from now on; without any it is closed."""

    kind: Literal["account_roles"] = "account_roles"
    roles: tuple[Role, ...]
    reason: Reason = ""


class AccountSecret(Payload):
    """A password or card was set; `kept` is what is kept of it (`counter_app.passwords`), "" takes a card away.

    `given_out`: by somebody else, so that whoever signs in with it has to choose another. `opens`: the public half of
    the key pair that the password gives, in hexadecimal behind its salt: each desk wraps the key of its store for it.
    """

    kind: Literal["account_secret"] = "account_secret"
    secret: SecretKind
    kept: str = Field(max_length=400)
    given_out: bool = False
    opens: str = Field(default="", pattern=r"^([0-9a-f]{32}\$[0-9a-f]{64})?$")


class KeyChange(StrEnum):
    """What became of the key of a desk's data."""

    WRAPPED = "wrapped"
    PLAIN = "plain"
    RENEWED = "renewed"


class StoreKeyChanged(Payload):
    """What an administrator did with the key of the data of the desk that wrote it; an entry of their account."""

    kind: Literal["store_key_changed"] = "store_key_changed"
    change: KeyChange

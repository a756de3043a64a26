"""What is done to an account of the desk: entries of the account (`counter_app.dossier.accounts`), of no dossier."""

from __future__ import annotations

from counter_app.dossier.acts.act import Act, of_no_dossier
from counter_app.dossier.description import Description
from counter_app.dossier.model import Dossier
from counter_app.dossier.payloads.accounts import (
    AccountOpened,
    AccountRoles,
    AccountSecret,
    KeyChange,
    SecretKind,
    StoreKeyChanged,
)
from counter_app.dossier.roles import ROLE_NAMES, Role, Task
from counter_app.language import Phrase, Words, joined, sentence


def role_words(roles: tuple[Role, ...]) -> Words:
    """The roles one after the other, as clerks call them."""
    return joined(", ", *(Phrase("roles", ROLE_NAMES[role]) for role in roles))


def _describe_opened(payload: AccountOpened, dossier: Dossier | None) -> Description:
    words = sentence(
        "timeline", "Account opened for {name}: {roles}", name=payload.name, roles=role_words(payload.roles)
    )
    return Description(words)


def _describe_roles(payload: AccountRoles, dossier: Dossier | None) -> Description:
    if not payload.roles:
        return Description(Phrase("timeline", "Account closed"), payload.reason)
    return Description(sentence("timeline", "Roles: {roles}", roles=role_words(payload.roles)), payload.reason)


def _describe_secret(payload: AccountSecret, dossier: Dossier | None) -> Description:
    card = payload.secret is SecretKind.CARD
    if not payload.kept:
        return Description(Phrase("timeline", "Card taken away"))
    return Description(Phrase("timeline", "Card given out" if card else "Password set"))


_KEY_CHANGES = {
    KeyChange.WRAPPED: Phrase("timeline", "The key of the desk's data locked with passwords"),
    KeyChange.PLAIN: Phrase("timeline", "The key of the desk's data lies plain beside it from here on"),
    KeyChange.RENEWED: Phrase("timeline", "The key of the desk's data changed"),
}


def _describe_key(payload: StoreKeyChanged, dossier: Dossier | None) -> Description:
    return Description(_KEY_CHANGES[payload.change])


OPEN_ACCOUNT = Act(
    name="open_account",
    title="Open an account",
    payload=AccountOpened,
    apply=of_no_dossier,
    describe=_describe_opened,
    tasks=frozenset({Task.ACCOUNTS}),
    needs=("name", "roles"),
)
CHANGE_ROLES = Act(
    name="change_roles",
    title="Change the roles of an account",
    payload=AccountRoles,
    apply=of_no_dossier,
    describe=_describe_roles,
    tasks=frozenset({Task.ACCOUNTS}),
)
SET_SECRET = Act(
    name="set_secret",
    title="Give out a password or card",
    payload=AccountSecret,
    apply=of_no_dossier,
    describe=_describe_secret,
    tasks=frozenset({Task.ACCOUNTS}),  # their own password everybody changes
)
CHANGE_KEY = Act(
    name="change_key",
    title="Change the key of the desk's data",
    payload=StoreKeyChanged,
    apply=of_no_dossier,
    describe=_describe_key,
    tasks=frozenset({Task.ACCOUNTS}),
)

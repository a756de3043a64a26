"""What an administrator does with the key of the desk's data: locked with passwords, plain, changed. Each is an entry.

Where the system has a keyring the key lies there, and only changing it has a meaning.
"""

from __future__ import annotations

from counter_app.desk.accounts import sign_in
from counter_app.desk.desk import Desk
from counter_app.dossier.acts import CHANGE_KEY
from counter_app.dossier.acts.act import refuse_unless_task
from counter_app.dossier.payloads.accounts import KeyChange, StoreKeyChanged
from counter_app.errors import CounterError
from counter_app.store import renewal
from counter_app.store.key_place import Choice, choice, choose, known_holders, let_in, settle
from counter_app.store.keys import KeyPlace, StoreKey
from counter_app.store.streams import ACCOUNTS


class KeyInKeyring(CounterError):
    """There is nothing to choose: the system's keyring opens with the sign-in to the computer."""

    what = "The key of this desk's data lies in the keyring of this computer already."
    todo = "Nothing has to be done; ‘counter key renew’ changes the key itself."


def is_plain_by_default(desk: Desk) -> bool:
    """Whether the key lies plain beside the data although nobody chose that: a desk of before."""
    return desk.store.key_place is KeyPlace.PLAIN and choice(desk.store) is Choice.NONE


def opens_the_data(desk: Desk, account: str) -> bool:
    """Whether the account's password opens the data in the morning; it always does where nothing is locked."""
    found = known_holders(desk.store.folder)
    return desk.store.key_place is not KeyPlace.WRAPPED or any(holder.account == account for holder in found)


def lock_key(desk: Desk, password: str) -> None:
    """From now on the data opens with the password of somebody who works here, first of all of who is signed in.

    Raises NotYourTask, KeyInKeyring, WrongSignIn, WaitToSignIn.
    """
    _refuse(desk)
    account = sign_in(desk, desk.clerk.name, password)
    with desk.store.transaction():
        choose(desk.store, Choice.WRAPPED)
        _write(desk, KeyChange.WRAPPED)
    let_in(desk.store, account, password)


def keep_key_plain(desk: Desk) -> None:
    """From now on the data opens without a password, for programs that run while nobody is here.

    Raises NotYourTask, KeyInKeyring.
    """
    _refuse(desk)
    with desk.store.transaction():
        choose(desk.store, Choice.PLAIN)
        _write(desk, KeyChange.PLAIN)
    settle(desk.store)


def renew_key(desk: Desk) -> StoreKey:
    """Encrypts the database with another key and closes the desk; what it is opened by again. `renewal.finish` then
    encrypts the files. Raises NotYourTask, BackupKeyOld, NoRoomToRenew, StoreHeld.
    """
    refuse_unless_task(CHANGE_KEY, desk.clerk.tasks)
    return renewal.begin(desk.store, desk.clerk, desk.now())


def _refuse(desk: Desk) -> None:
    refuse_unless_task(CHANGE_KEY, desk.clerk.tasks)
    if desk.store.key_place is KeyPlace.KEYRING:
        raise KeyInKeyring


def _write(desk: Desk, change: KeyChange) -> None:
    payload = StoreKeyChanged(change=change)
    code, clerk = desk.clerk.account, desk.clerk.name
    desk.store.journal.append_to(ACCOUNTS, payload, code=code, clerk=clerk, at=desk.now(), salt=desk.token(16))

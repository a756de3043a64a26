"""`counter key`: where the key of a desk's data lies, locking it with passwords, leaving it plain, changing it; and how
every command opens data whose key is locked."""

from __future__ import annotations

import getpass
import os
import sys
from collections.abc import Callable
from pathlib import Path

from counter_app.desk.desk import Desk, open_desk
from counter_app.desk.store_key import keep_key_plain, lock_key, renew_key
from counter_app.desk.unlocking import unlock
from counter_app.errors import ExitStatus
from counter_app.language import translate
from counter_app.store import renewal
from counter_app.store.backup_keys import NotTheKey
from counter_app.store.key_file import holders, names, unlocked_by_words
from counter_app.store.keys import KeyPlace, StoreKey, place_of

CHANGES = ("wrap", "plain", "renew")
PASSPHRASE, PASSWORD, PASSWORD_FD = "COUNTER_BACKUP_PASSPHRASE", "COUNTER_PASSWORD", "COUNTER_PASSWORD_FD"


def password_of(name: str) -> str:
    """From the environment, or a file descriptor it names, for programs; otherwise typed without being shown."""
    if given := os.environ.get(PASSWORD):
        return given
    if number := os.environ.pop(PASSWORD_FD, ""):  # read once
        with os.fdopen(int(number), encoding="utf-8") as handed:
            return handed.readline().rstrip("\n")
    return getpass.getpass(f"Mật khẩu của {name}: ")


def unlocked_key(folder: Path, clerk: str, password: Callable[[], str]) -> StoreKey | None:
    """The key of the data in `folder`, where it is locked: by the clerk's password, or by a key of the backups. None
    where it is not locked, or nobody says how to open it. Raises CannotOpen, NotTheKey."""
    if place_of(folder) is not KeyPlace.WRAPPED:
        return None
    if clerk:
        return unlock(folder, clerk, password())
    if words := os.environ.get(PASSPHRASE):
        try:
            return unlocked_by_words(folder, words)
        except NotTheKey:  # one that is to be set
            return None
    if not sys.stdin.isatty():
        return None
    if name := input("Dữ liệu của quầy đang khóa. Họ tên (để trống: dùng khóa khôi phục): ").strip():
        return unlock(folder, name, password_of(name))
    words = getpass.getpass("Mật khẩu hoặc khóa khôi phục của bản sao lưu: ")
    return unlocked_by_words(folder, words) if words else None


def say_where(folder: Path) -> int:
    """Tells where the key lies and who opens it; the data is not opened."""
    match place_of(folder):
        case KeyPlace.KEYRING:
            print(_say("The key lies in the system's keyring."))
        case KeyPlace.PLAIN:
            print(_say("The key lies plain beside the data: whoever has the disk reads it."))
        case KeyPlace.WRAPPED:
            opens = _say("The key is locked with the passwords of: {who}.")
            print(opens.format(who=", ".join(names(folder)) or "–"))
            by_backup = any(not holder.account for holder in holders(folder))
            print(
                _say("The recovery key or passphrase of the backups opens it, too.")
                if by_backup
                else _say("No recovery key opens it: have one printed (‘counter recovery-key’).")
            )
    return ExitStatus.DONE


def change_key(desk: Desk, change: str, password: str) -> int:
    """Does to the key what is asked for, and closes the desk.

    Raises NotYourTask, KeyInKeyring, BackupKeyOld, NoRoomToRenew.
    """
    folder = desk.store.folder
    try:
        if change == "wrap":
            lock_key(desk, password)
        elif change == "plain":
            keep_key_plain(desk)
        else:
            desk = open_desk(folder, desk.profile, key=renew_key(desk))
            renewal.finish(desk.store)
            print(_say("The key was changed. Backups made before still open with the one before."))
    finally:
        desk.store.close()
    return say_where(folder)


def _say(sentence: str) -> str:
    return translate("key", sentence)

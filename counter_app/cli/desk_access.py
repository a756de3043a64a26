"""The desk a command works at, and the passwords that open it: never on a command line."""

from __future__ import annotations

import argparse
import getpass
import os
from pathlib import Path
from typing import TYPE_CHECKING

from counter_app.errors import CounterError

if TYPE_CHECKING:
    from counter_app.desk.desk import Desk
    from counter_app.store.keys import StoreKey

PASSPHRASE = "COUNTER_BACKUP_PASSPHRASE"


def opened_desk(options: argparse.Namespace) -> Desk:
    from counter_app.config import PROFILE, load_profile, usual_data_folder
    from counter_app.desk.desk import open_desk

    data = options.data or usual_data_folder()
    profile = load_profile(options.profile or data / PROFILE)
    return open_desk(data, profile, key=unlocked(options, data))


def unlocked(options: argparse.Namespace, data: Path) -> StoreKey | None:
    """What opens the data, where its key is locked. Raises CannotOpen, NotTheKey."""
    from counter_app.commands.store_key import unlocked_key

    return unlocked_key(data, options.clerk, lambda: password(options))


def password(options: argparse.Namespace) -> str:
    """Of who is named; asked for once."""
    from counter_app.commands.store_key import password_of

    if not hasattr(options, "password"):
        options.password = password_of(options.clerk)
    return str(options.password)


def clerks_desk(options: argparse.Namespace) -> Desk:
    """The desk as who was named works at it. Raises NotSignedIn, WrongSignIn, WaitToSignIn."""
    from counter_app.desk.accounts import sign_in
    from counter_app.desk.desk import NotSignedIn

    if not options.clerk:
        raise NotSignedIn()
    desk = opened_desk(options)
    try:
        return desk.of(sign_in(desk, options.clerk, password(options)).clerk)
    except BaseException:
        desk.store.close()
        raise


class PassphraseMissing(CounterError):
    """No passphrase was typed, or not the same one twice."""

    what = "The passphrase is empty or was not typed the same way twice."
    todo = "Start again and choose a passphrase of several words."


def passphrase(*, twice: bool) -> str:
    """From the environment for scripts, otherwise typed without being shown."""
    if given := os.environ.get(PASSPHRASE):
        return given
    typed = getpass.getpass("Mật khẩu của bản sao lưu: ")
    if not typed or (twice and getpass.getpass("Nhập lại: ") != typed):
        raise PassphraseMissing()
    return typed

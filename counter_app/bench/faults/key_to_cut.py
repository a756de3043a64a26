"""A desk whose passwords and key change, run by itself so that what it writes can be recorded: `python -m … FOLDER
NOTES`. The passphrase of its backups opens it throughout."""

from __future__ import annotations

import sys
from pathlib import Path
from typing import TextIO

import keyring
from keyring.backends import fail

from counter_app.bench.desk import CLERK, draft
from counter_app.bench.faults.killed_desk import PROFILE, WORDS
from counter_app.desk import receiving
from counter_app.desk.accounts import change_password, make_administrator
from counter_app.desk.desk import Desk, open_desk
from counter_app.desk.store_key import keep_key_plain, lock_key, renew_key
from counter_app.store import renewal

_HEAD, _FIRST, _SECOND = "Trần Thị Mẫu", "mật khẩu thứ nhất", "mật khẩu thứ hai"


def main(folder: Path, notes: Path) -> None:
    """The first password, another one, the key plain and locked again, and another key."""
    keyring.set_keyring(fail.Keyring())  # type: ignore[no-untyped-call]  # a keyring lies elsewhere
    with notes.open("a") as said:
        desk = open_desk(folder / "desk", PROFILE, CLERK)
        desk.store.backup_keys.set_passphrase(WORDS)
        head = make_administrator(desk, _HEAD, _FIRST, _FIRST)
        _work(desk, 1, said)
        change_password(desk.of(head), _FIRST, _SECOND, _SECOND)
        keep_key_plain(desk.of(head))
        lock_key(desk.of(head), _SECOND)
        _work(desk, 2, said)
        desk = open_desk(folder / "desk", PROFILE, CLERK, renew_key(desk.of(head)))
        renewal.finish(desk.store)
        _work(desk, 3, said)
        desk.store.close()


def _work(desk: Desk, number: int, said: TextIO) -> None:
    file = desk.store.files.put(f"scan {number}".encode() * 700, "image/png")
    said.write(f"file {file.sha256}\n")
    said.flush()
    said.write(f"dossier {receiving.receive(desk, draft(desk, number).id).code}\n")
    said.flush()


if __name__ == "__main__":
    main(Path(sys.argv[1]), Path(sys.argv[2]))

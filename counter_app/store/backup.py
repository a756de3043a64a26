"""A whole desk in one file, under a passphrase: for another machine, or for the day the disk dies.

The database and the files go in as they lie, encrypted; the store's secret goes in wrapped by a key drawn from the
passphrase (scrypt, RFC 7914).
"""

from __future__ import annotations

import json
import os
import secrets
import shutil
import zipfile
from pathlib import Path

from cryptography.exceptions import InvalidTag
from cryptography.hazmat.primitives.ciphers.aead import AESGCM
from cryptography.hazmat.primitives.kdf.scrypt import Scrypt

from counter_app.durable import sync_folder
from counter_app.errors import CounterError
from counter_app.store.database import connect
from counter_app.store.keys import StoreKey, keep_key
from counter_app.store.print_jobs import PrintJobs
from counter_app.store.store import DATABASE, FILES, Store

_HEAD = "counter-backup.json"
_COST = 2**16


class NoBackup(CounterError):
    """The file is no backup, is damaged, or the passphrase is wrong."""

    what = "This backup cannot be opened."
    todo = "Check the passphrase and that the file was copied completely."


class StoreInTheWay(CounterError):
    """There already is a store where the backup should go."""

    what = "This desk already holds data; a backup is never written over it."
    todo = "Restore into an empty folder with --data, or move the old data away first."


def back_up(store: Store, target: Path, passphrase: str) -> None:
    """Writes the store to `target`, complete or not at all. The database is copied in one consistent state."""
    salt, nonce = secrets.token_bytes(16), secrets.token_bytes(12)
    wrapped = AESGCM(_passphrase_key(passphrase, salt)).encrypt(nonce, store.key.secret, None)
    head = {"version": 1, "salt": salt.hex(), "nonce": nonce.hex(), "secret": wrapped.hex(), "desk": store.desk}
    copy = store.folder / f"backup-{secrets.token_hex(4)}.db"
    aside = target.with_name(target.name + ".part")
    try:
        store.db.execute("VACUUM INTO ?", [str(copy)])
        _leave_in_doubt(copy, store.key)
        with zipfile.ZipFile(aside, "w", zipfile.ZIP_STORED) as archive:
            archive.writestr(_HEAD, json.dumps(head))
            archive.write(copy, DATABASE)
            for path in sorted((store.folder / FILES).glob("??/*")):
                if path.suffix != ".part":
                    archive.write(path, f"{FILES}/{path.parent.name}/{path.name}")
        aside.replace(target)
        sync_folder(target.parent)
    finally:
        copy.unlink(missing_ok=True)
        aside.unlink(missing_ok=True)


def _leave_in_doubt(copy: Path, key: StoreKey) -> None:
    """Papers that wait for a printer now may long lie in its tray when the backup is restored."""
    db = connect(copy, key.derived("database"))
    try:
        PrintJobs(db).leave_in_doubt()
    finally:
        db.close()  # Windows deletes no open file


def restore(source: Path, folder: Path, passphrase: str) -> None:
    """Makes the store in `folder` from a backup. Raises NoBackup, StoreInTheWay."""
    if (folder / DATABASE).exists():
        raise StoreInTheWay()
    try:
        with zipfile.ZipFile(source) as archive:
            if damaged := archive.testzip():
                raise NoBackup(damaged[:16])
            head = json.loads(archive.read(_HEAD))
            key = _passphrase_key(passphrase, bytes.fromhex(head["salt"]))
            secret = AESGCM(key).decrypt(bytes.fromhex(head["nonce"]), bytes.fromhex(head["secret"]), None)
            folder.mkdir(parents=True, exist_ok=True, mode=0o700)
            archive.extractall(folder, [name for name in archive.namelist() if name.startswith(f"{FILES}/")])
            keep_key(folder, secret)
            with archive.open(DATABASE) as kept, (folder / f"{DATABASE}.part").open("wb") as out:
                shutil.copyfileobj(kept, out)
                os.fsync(out.fileno())
    except (OSError, zipfile.BadZipFile, KeyError, ValueError, InvalidTag) as fault:
        raise NoBackup(type(fault).__name__) from fault
    (folder / f"{DATABASE}.part").replace(folder / DATABASE)  # last: what was cut off before can be restored again
    sync_folder(folder)


def _passphrase_key(passphrase: str, salt: bytes) -> bytes:
    return Scrypt(salt=salt, length=32, n=_COST, r=8, p=1).derive(passphrase.encode())

"""A whole desk in one file: for another machine, or for the day the disk dies.

The database and the files go in as they lie, encrypted; profile, knowledge and what lies beside them go in sealed under
a key of the store. A sealed list names every part with its hash, and the whole is read back by it before the file gets
its name: what is called a backup was one at that moment. The files may lie beside it instead, in the pool of a backup
folder (`counter_app.store.backup_folder`), where each is kept once for all backups.
"""

from __future__ import annotations

import hashlib
import io
import json
import secrets
import zipfile
from collections.abc import Iterator
from datetime import datetime
from pathlib import Path

from cryptography.exceptions import InvalidTag
from cryptography.hazmat.primitives.ciphers.aead import AESGCM
from pydantic import AwareDatetime, Field

from counter_app.config import PROFILE
from counter_app.dossier.clock import now
from counter_app.dossier.value import Sha256, Value
from counter_app.durable import make_folder, written_aside
from counter_app.errors import CounterError, ExitStatus
from counter_app.knowledge import FOLDER, PROVINCE_FOLDER
from counter_app.store import renewal
from counter_app.store.backup_keys import NoBackupKey
from counter_app.store.database import connect
from counter_app.store.files import FileDamaged, FileMissing
from counter_app.store.keys import StoreKey
from counter_app.store.print_jobs import PrintJobs
from counter_app.store.store import DATABASE, FILES, Store

HEAD, LIST, BESIDE = "counter-backup.json", "list.sealed", "beside.sealed"
_PIECE = 1 << 20  # bytes read at a time
_NONCE = 12
_BESIDE = (PROFILE, "window.ini", FOLDER, PROVINCE_FOLDER)
_OF_PROFILE = (".png", ".jpg", ".jpeg", ".svg", ".pem", ".crt")  # the logo and certificate the profile names


class NoBackup(CounterError):
    """The file is no backup, or is damaged."""

    what = "This backup cannot be opened."
    todo = "Check that the file was copied completely, or take the backup before it."


class BackupInTheWay(CounterError):
    """A file of that name is there."""

    what = "There already is a file {file}; a backup is never written over another one."
    todo = "Choose another name."


class NotWritten(CounterError):
    """The disk did not take the backup."""

    what = "The backup could not be written ({reason})."
    todo = "Check that the disk or share is there and has room; the backups made before are untouched."
    exit_status = ExitStatus.DISK


class BackupFaulty(CounterError):
    """What was written could not be read back as it was."""

    what = "The backup could not be read back as it was written: the disk it lies on may be failing."
    todo = "Use another disk for the backups; the backups made before are untouched."
    exit_status = ExitStatus.DISK


class Contents(Value):
    """The list of a backup: what belongs to it, by hash. `files` are names of scans and papers; `damaged` those that
    were already damaged or missing when it was made; `pool` tells their folder in the pool from the one of an earlier
    key."""

    desk: str
    made_at: AwareDatetime
    sequence: int  # of the desk's last entry in it
    parts: dict[str, Sha256] = Field(default_factory=dict)
    files: tuple[Sha256, ...] = ()
    damaged: tuple[Sha256, ...] = ()
    pool: str = ""


def back_up(store: Store, target: Path, *, with_files: bool = True, at: datetime | None = None) -> Contents:
    """Writes the store to `target`, complete and read back, or not at all. The database is in one consistent state.

    Raises NoBackupKey, BackupInTheWay, NotWritten, BackupFaulty.
    """
    wrappings = store.backup_keys.all()
    if not wrappings:
        raise NoBackupKey
    if target.exists():
        raise BackupInTheWay(file=target.name)
    copy = target.with_name(f".{secrets.token_hex(4)}.db.part")
    try:
        make_folder(target.parent)
        renewal.finish(store)
        store.db.execute("VACUUM INTO ?", [str(copy)])
        sequence = _leave_in_doubt(copy, store)
        head = {"version": 2, "desk": store.desk, "keys": [wrapping.model_dump(mode="json") for wrapping in wrappings]}
        pool = store.recognition.note(renewal.POOL)
        contents = Contents(desk=store.desk, made_at=at or now(), sequence=sequence, pool=pool)
        with written_aside(target) as aside:
            with zipfile.ZipFile(aside, "w", zipfile.ZIP_STORED) as archive:
                archive.writestr(HEAD, json.dumps(head))
                contents = _written(store, archive, copy, contents, with_files=with_files)
                archive.writestr(LIST, sealed(store.key, LIST, contents.model_dump_json().encode()))
            verify(aside, store.key)
    except OSError as fault:
        raise NotWritten(type(fault).__name__, reason=fault.strerror or type(fault).__name__) from fault
    except NoBackup as fault:
        raise BackupFaulty(fault.details) from fault
    finally:
        copy.unlink(missing_ok=True)
    return contents


def read_contents(archive: zipfile.ZipFile, key: StoreKey) -> Contents | None:
    """The list in a backup; None in one that was made before there were any. Raises ValueError, InvalidTag."""
    if LIST not in archive.namelist():
        return None
    return Contents.from_json(unsealed(key, LIST, archive.read(LIST)))


def verify(file: Path, key: StoreKey) -> Contents:
    """Reads a backup through and compares each part with its list. Raises NoBackup."""
    try:
        with zipfile.ZipFile(file) as archive:
            contents = read_contents(archive, key)
            if contents is None:
                raise NoBackup("list")
            for name, seal in contents.parts.items():
                if _hash_in(archive, name) != seal:
                    raise NoBackup(name[:16])
    except (OSError, zipfile.BadZipFile, KeyError, ValueError, InvalidTag) as fault:
        raise NoBackup(type(fault).__name__) from fault
    return contents


def sealed(key: StoreKey, name: str, content: bytes) -> bytes:
    """The content as it stands in a backup, encrypted and authenticated with its name."""
    nonce = secrets.token_bytes(_NONCE)
    return nonce + AESGCM(key.derived("backup")).encrypt(nonce, content, name.encode())


def unsealed(key: StoreKey, name: str, content: bytes) -> bytes:
    """What `sealed` sealed. Raises InvalidTag."""
    return AESGCM(key.derived("backup")).decrypt(content[:_NONCE], content[_NONCE:], name.encode())


def _written(store: Store, archive: zipfile.ZipFile, copy: Path, contents: Contents, *, with_files: bool) -> Contents:
    """Writes the parts; the list with their hashes."""
    archive.write(copy, DATABASE)
    beside = sealed(store.key, BESIDE, _packed(store.folder))
    archive.writestr(BESIDE, beside)
    parts = {DATABASE: _hash_of(copy), BESIDE: hashlib.sha256(beside).hexdigest()}
    files, damaged = [], []
    for name in store.files.names():
        if not with_files:  # each was read when it was pooled
            files.append(name)
            continue
        try:
            store.files.get(name)
        except (FileDamaged, FileMissing):  # told by the sweep; everything else is backed up all the same
            damaged.append(name)
            continue
        files.append(name)
        inside = f"{FILES}/{name[:2]}/{name}"
        archive.write(store.files.path(name), inside)
        parts[inside] = _hash_of(store.files.path(name))
    return contents.model_copy(update={"parts": parts, "files": tuple(files), "damaged": tuple(damaged)})


def _packed(folder: Path) -> bytes:
    """Profile, knowledge and what lies beside them, as a zip."""
    packed = io.BytesIO()
    with zipfile.ZipFile(packed, "w", zipfile.ZIP_DEFLATED) as archive:
        for path in _beside(folder):
            archive.write(path, path.relative_to(folder).as_posix())
    return packed.getvalue()


def _beside(folder: Path) -> Iterator[Path]:
    for name in _BESIDE:
        whole = folder / name
        yield from sorted(item for item in whole.rglob("*") if item.is_file()) if whole.is_dir() else ()
        if whole.is_file():
            yield whole
    yield from sorted(item for item in folder.iterdir() if item.suffix.lower() in _OF_PROFILE and item.is_file())


def _leave_in_doubt(copy: Path, store: Store) -> int:
    """Papers that wait for a printer now may long lie in its tray when the backup is restored. The last sequence."""
    db = connect(copy, store.key.derived("database"))
    try:
        PrintJobs(db).leave_in_doubt()
        last = db.execute("SELECT max(sequence) FROM entries WHERE desk = ?", [store.desk]).fetchone()[0]
        db.execute("PRAGMA journal_mode = DELETE")  # one file, whole by itself
        return int(last or 0)
    finally:
        db.close()  # Windows deletes no open file


def _hash_of(path: Path) -> str:
    with path.open("rb") as file:
        return hashlib.file_digest(file, "sha256").hexdigest()


def _hash_in(archive: zipfile.ZipFile, name: str) -> str:
    found = hashlib.sha256()
    with archive.open(name) as part:
        while piece := part.read(_PIECE):
            found.update(piece)
    return found.hexdigest()

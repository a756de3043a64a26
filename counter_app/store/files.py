"""Scans and papers as encrypted files, each named by the SHA-256 of its content.

A file is on disk, encrypted (AES-256-GCM, the name authenticated with it) and fsynced, before `put` returns; the same
content is kept once. Nothing is ever changed in place.
"""

from __future__ import annotations

import hashlib
import os
import re
import secrets
from collections.abc import Iterator
from contextlib import contextmanager
from pathlib import Path
from typing import BinaryIO

from cryptography.exceptions import InvalidTag
from cryptography.hazmat.primitives.ciphers import Cipher, modes
from cryptography.hazmat.primitives.ciphers.aead import AESGCM
from cryptography.hazmat.primitives.ciphers.algorithms import AES

from counter_app.dossier.value import FileRef
from counter_app.durable import NO_ROOM, clear_leftovers, sync_folder, write_durably
from counter_app.errors import CounterError, ExitStatus

_MAGIC = b"CTR1"
_NONCE = 12
_TAG = 16
_BLOCK = 16  # bytes of AES
_NAME = re.compile(r"^[0-9a-f]{64}$")
_FIRST_COUNTER = 2  # of GCM's content; 1 seals it


class FileMissing(CounterError):
    """A file the dossier points at is not on this desk."""

    what = "This paper's file is not on this desk."
    todo = "It may lie at the desk that scanned it or at the province; look again when the line is back."
    exit_status = ExitStatus.STORE


class FileDamaged(CounterError):
    """A file does not decrypt to the content its name promises."""

    what = "A scanned paper's file on this desk is damaged."
    todo = "Scan the paper again if it is still here, and call the technician: the disk may be failing."
    exit_status = ExitStatus.STORE


class DiskFails(CounterError):
    """The system could not read or write the file, though there is room."""

    what = "This computer's disk could not read or write a file."
    todo = "Try again; if it happens again, call the technician: the disk may be failing."
    exit_status = ExitStatus.DISK


class DiskFull(CounterError):
    """There is no room for the file."""

    what = "This computer's disk is full: the file could not be kept."
    todo = "Free some disk space or call the technician; what was already saved is safe."
    exit_status = ExitStatus.DISK


class Files:
    """The folder of encrypted files."""

    def __init__(self, folder: Path, key: bytes, former: bytes | None = None) -> None:
        """`former` is the key that files of before still have, while the key is renewed."""
        self._folder = folder
        self._keys = [key, former] if former else [key]
        self._cipher = AESGCM(key)

    def put(self, content: bytes, media_type: str) -> FileRef:
        """Keeps the content durably and names it. Raises DiskFull."""
        name = hashlib.sha256(content).hexdigest()
        if not self.path(name).exists():
            self._write(name, content)
        return FileRef(sha256=name, size=len(content), media_type=media_type)

    def get(self, name: str) -> bytes:
        """The content named `name`. Raises FileMissing, FileDamaged."""
        try:
            sealed = self.path(name).read_bytes()
        except FileNotFoundError as fault:
            raise FileMissing(name[:8]) from fault
        except OSError as fault:
            raise DiskFails(type(fault).__name__) from fault
        _, content = self._opened(name, sealed)
        if hashlib.sha256(content).hexdigest() != name:  # damaged in memory before it was sealed
            raise FileDamaged(name[:8])
        return content

    @contextmanager
    def reading(self, name: str) -> Iterator[FileReader]:
        """The file piece by piece, for whoever checks the whole of it by its name. Raises FileMissing, FileDamaged."""
        try:
            file = self.path(name).open("rb")
        except FileNotFoundError as fault:
            raise FileMissing(name[:8]) from fault
        with file:
            key = self._keys[0] if len(self._keys) == 1 else self._opened(name, self.path(name).read_bytes())[0]
            yield FileReader(name, file, key)

    def has(self, name: str) -> bool:
        """Whether the file is on this desk."""
        return self.path(name).exists()

    def names(self) -> list[str]:
        """All files on this desk, in order."""
        return sorted(path.name for path in self._folder.glob("??/*") if _NAME.match(path.name))

    def clear_leftovers(self, age: float) -> None:
        """Takes away what writers that were killed left, where it is older than so many seconds."""
        clear_leftovers(self._folder, age, "??/.*.part")

    def path(self, name: str) -> Path:
        """Where the file lies, encrypted."""
        return self._folder / name[:2] / name

    def delete(self, name: str) -> None:
        """Takes a file away for good; whoever calls knows that nothing names it any more."""
        path = self.path(name)
        if path.exists():
            path.unlink()
            sync_folder(path.parent)

    def heal(self, content: bytes) -> str:
        """Puts a file that is damaged or missing here back; its name. The damaged one is gone then. Raises DiskFull."""
        name = hashlib.sha256(content).hexdigest()
        self._write(name, content)
        return name

    def seal_anew(self, name: str) -> None:
        """Encrypts the file anew where it has the key of before. One that is damaged stays so. Raises DiskFull."""
        try:
            key, content = self._opened(name, self.path(name).read_bytes())
        except (FileNotFoundError, FileDamaged):
            return
        if key != self._keys[0]:
            self._write(name, content)

    def _opened(self, name: str, sealed: bytes) -> tuple[bytes, bytes]:
        """The key of the file, and its content. Raises FileDamaged."""
        nonce, body = sealed[len(_MAGIC) : len(_MAGIC) + _NONCE], sealed[len(_MAGIC) + _NONCE :]
        for key in self._keys:
            try:
                return key, AESGCM(key).decrypt(nonce, body, name.encode())
            except (InvalidTag, ValueError):
                continue
        raise FileDamaged(name[:8])

    def _write(self, name: str, content: bytes) -> None:
        nonce = secrets.token_bytes(_NONCE)
        sealed = _MAGIC + nonce + self._cipher.encrypt(nonce, content, name.encode())
        try:
            write_durably(self.path(name), sealed)
        except OSError as fault:
            raise (DiskFull if fault.errno in NO_ROOM else DiskFails)(type(fault).__name__) from fault


class FileReader:
    """An open file of the store. Any piece of it is decrypted by itself, so that an upload goes on in the middle.

    Pieces are not authenticated: what is put together from them must be compared with the file's name.
    """

    def __init__(self, name: str, file: BinaryIO, key: bytes) -> None:
        head = file.read(len(_MAGIC) + _NONCE)
        self.name = name
        self.size = os.fstat(file.fileno()).st_size - len(head) - _TAG
        if len(head) < len(_MAGIC) + _NONCE or self.size < 0:
            raise FileDamaged(name[:8])
        self._file, self._key, self._nonce = file, key, head[len(_MAGIC) :]

    def read(self, offset: int, size: int) -> bytes:
        """So many bytes from `offset`, fewer at the end. Raises FileDamaged where the disk has no more."""
        size = max(min(size, self.size - offset), 0)
        block, skipped = divmod(offset, _BLOCK)
        counter = self._nonce + (_FIRST_COUNTER + block).to_bytes(4, "big")  # GCM encrypts by counting blocks
        self._file.seek(len(_MAGIC) + _NONCE + block * _BLOCK)
        sealed = self._file.read(skipped + size)
        if len(sealed) < skipped + size:
            raise FileDamaged(self.name[:8])
        content = Cipher(AES(self._key), modes.CTR(counter)).decryptor().update(sealed)
        return content[skipped:] if skipped else content

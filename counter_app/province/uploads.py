"""Files on their way, by tus 1.0.0: parts in a folder that all processes share, checked whole before they count."""

from __future__ import annotations

import asyncio
import hashlib
import hmac
import os
import re
import secrets
import shutil
import sys
import time
from collections import OrderedDict
from collections.abc import AsyncIterator, Iterable, Iterator, Sequence
from contextlib import contextmanager, suppress
from pathlib import Path
from typing import Any, BinaryIO, NamedTuple

from counter_app.dossier.codes import AGENCY
from counter_app.dossier.value import FileRef
from counter_app.province.file_register import FileRegister, Key, OverQuota
from counter_app.province.file_storage import FileStorage

if sys.platform == "win32":
    from counter_app.windows_system import lock_file

CHECKSUMS = ("sha1", "sha256")
_NAME = re.compile(r"[0-9a-f]{64}")
_PIECE = 1 << 20  # bytes hashed at once
_AHEAD = 1 << 23  # bytes that arrive while a piece is hashed, at most
_PATIENCE = 3.0  # seconds a request waits for another that writes to the same file
_SPARE = 256 << 20  # bytes that stay free, or the server says that it is full
_REMEMBERED = 64  # uploads whose hash so far is remembered


class WrongOffset(Exception):
    """The upload stands at another byte than the client thinks."""


class WrongChecksum(Exception):
    """The piece is not what its checksum says; it was thrown away."""


class WrongContent(Exception):
    """The whole content does not hash to its name; it was thrown away."""


class TooLong(Exception):
    """More bytes than the upload was said to have; the piece was thrown away."""


class Busy(Exception):
    """Another request is writing to this file."""


class Checksum(NamedTuple):
    """What a piece must hash to."""

    algorithm: str  # one of CHECKSUMS
    digest: bytes


def is_name(sha256: str) -> bool:
    """Whether it can name a file. Nothing else ever becomes a path."""
    return _NAME.fullmatch(sha256) is not None


class Uploads:
    """Parts in `folder`, whole files in `storage`; the register knows of both."""

    def __init__(self, register: FileRegister, folder: Path, storage: FileStorage) -> None:
        self._register = register
        self._folder = folder
        self._storage = storage
        self._hashes: OrderedDict[Key, tuple[int, Any]] = OrderedDict()  # of parts this process saw from the start

    def recognise(self, agency: str, named: Iterable[FileRef]) -> None:
        """Files that came here before the entries which name them: whole ones are known as that again."""
        for file in named:
            key = Key(agency, file.sha256)
            standing = self._register.standing(key)
            if standing and not standing.here and is_name(key.sha256) and self._storage.has(key):
                with suppress(OverQuota):
                    self._register.came_whole(key, file.size)

    def delete_unnamed(self, agency: str, names: Sequence[str]) -> None:
        """Files of which an entry said that they are erased, unless another dossier of the office names them."""
        for key in self._register.unnamed(agency, names):
            if is_name(key.sha256):
                self._storage.delete(key)

    def begin(self, key: Key, size: int) -> None:
        """Begins an upload; beginning it again changes nothing. Raises OverQuota."""
        self._register.begin(key, size)
        part = self._part(key)
        part.parent.mkdir(parents=True, exist_ok=True, mode=0o700)
        part.touch(mode=0o600)

    def offset(self, key: Key) -> int | None:
        """How many bytes of an upload are here; None where none was begun. A whole one stands at its end.

        One whose bytes are all here, but whose check a crash prevented, is checked now. Raises Busy.
        """
        standing = self._register.standing(key)
        if standing is None or (standing.begun is None and not standing.here):
            return None
        if standing.here:
            return max(standing.sizes)
        part = self._part(key)
        if part.exists():
            reached = part.stat().st_size
            return reached if reached != standing.begun else self._checked(key, reached)
        if self._storage.has(key):  # a crash between the move and the note
            self._register.arrived(key)
            return standing.begun
        self._register.gone(key)
        return None

    async def append(
        self, key: Key, offset: int, size: int, content: AsyncIterator[bytes], checksum: Checksum | None = None
    ) -> int:
        """Adds a piece at `offset`; the new offset. What arrived before a cut line is kept.

        Raises Busy, WrongOffset, TooLong, WrongChecksum; WrongContent once all `size` bytes are here and are not the
        file.
        """
        with await self._locked(key) as part:
            if offset != os.fstat(part.fileno()).st_size:
                raise WrongOffset
            await asyncio.to_thread(self._register.touch, key)
            whole = self._hash_so_far(key, offset)
            piece_hash = hashlib.new(checksum.algorithm) if checksum else None
            if checksum and checksum.algorithm == "sha256" and offset == 0:
                piece_hash = whole  # from the first byte both are the same
            part.seek(offset)
            try:
                reached = await _written(
                    part, offset, size, content, list({id(h): h for h in (whole, piece_hash) if h}.values())
                )
            except TooLong:
                part.truncate(offset)
                raise
            finally:
                await asyncio.to_thread(_flush, part)
            if checksum and piece_hash and not hmac.compare_digest(piece_hash.digest(), checksum.digest):
                part.truncate(offset)
                raise WrongChecksum
            if reached == size:
                await asyncio.to_thread(self._finish, key, part, whole.hexdigest() if whole else None)
            elif whole:
                self._remember(key, reached, whole)
            return reached

    async def give_up(self, key: Key) -> bool:
        """Throws an upload away; False where there is none. Raises Busy."""
        if not self._part(key).exists():
            return False
        with await self._locked(key) as part:
            part.close()  # Windows deletes no open file
            await asyncio.to_thread(self._discard, key)
        return True

    def has_room(self) -> bool:
        """Whether the disk of the parts can take another file."""
        self._folder.mkdir(parents=True, exist_ok=True, mode=0o700)
        return shutil.disk_usage(self._folder).free > _SPARE

    def sweep(self) -> int:
        """Throws away what nobody goes on with; how many."""
        forgotten = self._register.forgotten()
        for key in forgotten:
            self._discard(key)
        return len(forgotten)

    def take(self, agency: str, content: BinaryIO) -> FileRef:
        """Keeps a PDF that came in one piece. It counts once an entry names it (`Registry.write`)."""
        part = self._part(Key(agency, "0" * 64)).with_name(secrets.token_hex(16))
        part.parent.mkdir(parents=True, exist_ok=True, mode=0o700)
        try:
            with part.open("xb") as file:
                shutil.copyfileobj(content, file, _PIECE)
                _flush(file)
                size = file.tell()
            with part.open("rb") as file:
                key = Key(agency, hashlib.file_digest(file, "sha256").hexdigest())
            if not self._storage.has(key):
                self._storage.put(key, part)
        finally:
            part.unlink(missing_ok=True)
        return FileRef(sha256=key.sha256, size=size, media_type="application/pdf")

    def are_here(self, agency: str, named: Iterable[FileRef]) -> bool:
        """Whether all of them lie here, whole."""
        return all(self._storage.has(Key(agency, file.sha256)) for file in named)

    def read(self, key: Key) -> Iterator[bytes]:
        """The whole file, piece by piece. Raises FileNotFoundError."""
        return self._storage.read(key)

    def _finish(self, key: Key, part: Any, digest: str | None) -> None:
        """Gives the part, which is whole, to the storage. It is closed first: Windows moves and deletes no open file.

        From then on it is not locked. Nobody can add to a part that has all its bytes; another request may finish it
        or throw it away (WrongOffset).
        """
        if digest is None:
            part.seek(0)
            digest = hashlib.file_digest(part, "sha256").hexdigest()
        part.close()
        if digest != key.sha256:
            self._discard(key)
            raise WrongContent
        try:
            self._storage.put(key, self._part(key))
        except FileNotFoundError as fault:
            if not self._storage.has(key):
                raise WrongOffset from fault
        self._register.arrived(key)

    def _checked(self, key: Key, size: int) -> int | None:
        """The end of a part that has all its bytes, once it is known to be the file; None if it is thrown away."""
        until = time.monotonic() + _PATIENCE
        while time.monotonic() < until:
            try:
                part = self._part(key).open("r+b")
            except FileNotFoundError:
                return self.offset(key)  # whoever wrote the last piece has finished
            with part:
                if _lock(part) and _is_still(part, self._part(key)):
                    try:
                        self._finish(key, part, None)
                    except (WrongContent, WrongOffset):
                        return None
                    return size
            time.sleep(0.05)
        raise Busy

    def _discard(self, key: Key) -> None:
        self._part(key).unlink(missing_ok=True)
        self._register.gone(key)

    def _hash_so_far(self, key: Key, offset: int) -> Any:
        """The hash of what is here, to go on with; None where this process did not see all of it."""
        known, hash_so_far = self._hashes.pop(key, (0, None))
        if offset == 0:
            return hashlib.sha256()
        return hash_so_far if known == offset else None

    def _remember(self, key: Key, offset: int, whole: Any) -> None:
        self._hashes[key] = offset, whole
        if len(self._hashes) > _REMEMBERED:
            self._hashes.popitem(last=False)

    async def _locked(self, key: Key) -> Any:
        """The part, open and written by nobody else, in this process or another."""
        for _ in range(int(_PATIENCE / 0.05)):
            try:
                part = self._part(key).open("r+b")
            except FileNotFoundError as fault:
                raise WrongOffset from fault  # finished or thrown away meanwhile
            if _lock(part) and _is_still(part, self._part(key)):
                return _closing(part)
            part.close()
            await asyncio.sleep(0.05)
        raise Busy

    def _part(self, key: Key) -> Path:
        if not is_name(key.sha256) or not AGENCY.match(key.agency):
            raise ValueError("no file's name")
        return self._folder / key.agency / key.sha256


async def _written(part: Any, offset: int, size: int, content: AsyncIterator[bytes], hashes: list[Any]) -> int:
    """Writes what arrives, bit by bit, and hashes it in larger pieces beside that; where it ended."""
    waiting: list[bytes] = []
    hashing: asyncio.Future[None] | None = None
    pending = 0

    def add(pieces: list[bytes]) -> None:
        for item in hashes:
            item.update(b"".join(pieces))

    try:
        async for arrived in content:
            offset += len(arrived)
            if offset > size:
                raise TooLong
            part.write(arrived)  # a tenth of a millisecond: less than to hand it to another thread
            waiting.append(arrived)
            pending += len(arrived)
            if pending >= _PIECE and (hashing is None or hashing.done() or pending >= _AHEAD):
                if hashing:
                    await hashing
                hashing, waiting, pending = asyncio.ensure_future(asyncio.to_thread(add, waiting)), [], 0
    finally:
        if hashing:
            await hashing
        add(waiting)
    return offset


def _flush(part: Any) -> None:
    part.flush()
    os.fsync(part.fileno())


@contextmanager
def _closing(part: Any) -> Iterator[Any]:
    with part:
        yield part


def _is_still(part: Any, path: Path) -> bool:
    """Whether the open file is the one at the path, and was not moved away before it was locked."""
    try:
        return os.path.samestat(os.fstat(part.fileno()), path.stat())
    except FileNotFoundError:
        return False


def _lock(part: Any) -> bool:
    """Whether nobody else writes to the open file; the lock ends when it is closed."""
    if sys.platform == "win32":
        return lock_file(part.fileno())
    import fcntl

    try:
        fcntl.flock(part, fcntl.LOCK_EX | fcntl.LOCK_NB)
    except OSError:
        return False
    return True

"""Files by tus 1.0.0 (core and creation), each under the SHA-256 of its content, checked before it counts."""

from __future__ import annotations

import asyncio
import hashlib
import os
import re
from collections import defaultdict
from collections.abc import AsyncIterator
from pathlib import Path

from counter_app.durable import sync_folder

_NAME = re.compile(r"^[0-9a-f]{64}$")


class WrongOffset(Exception):
    """The upload stands at another byte than the client thinks."""


class WrongContent(Exception):
    """The whole content does not hash to its name; it was thrown away."""


class Uploads:
    """A folder of whole files and of parts. Names are hashes and nothing else ever becomes a path."""

    def __init__(self, folder: Path) -> None:
        self._folder = folder
        self._folder.mkdir(parents=True, exist_ok=True, mode=0o700)
        self._busy: dict[str, asyncio.Lock] = defaultdict(asyncio.Lock)

    @staticmethod
    def is_name(sha256: str) -> bool:
        """Whether it is a name this folder can hold."""
        return _NAME.match(sha256) is not None

    def create(self, sha256: str) -> None:
        """Begins an upload; beginning it again changes nothing."""
        if not self.is_here(sha256):
            self._part(sha256).parent.mkdir(exist_ok=True)
            self._part(sha256).touch()

    def is_here(self, sha256: str) -> bool:
        """Whether the whole file is here."""
        return self._whole(sha256).exists()

    def offset(self, sha256: str) -> int | None:
        """How many bytes are here; None for an upload that was not begun."""
        for path in (self._whole(sha256), self._part(sha256)):
            if path.exists():
                return path.stat().st_size
        return None

    async def append(self, sha256: str, offset: int, size: int, content: AsyncIterator[bytes]) -> int:
        """Adds bytes at `offset`; the new offset. What arrived before a cut line is kept.

        Raises WrongOffset; WrongContent once all `size` bytes are here and are not the file.
        """
        async with self._busy[sha256]:
            if offset != self.offset(sha256) or self.is_here(sha256):
                raise WrongOffset
            part = self._part(sha256)
            with part.open("ab") as out:
                try:
                    async for piece in content:
                        if out.tell() + len(piece) > size:
                            raise WrongOffset
                        out.write(piece)
                finally:
                    out.flush()
                    os.fsync(out.fileno())
            reached = part.stat().st_size
            if reached == size:
                await asyncio.to_thread(self._finish, sha256)
        return reached

    def read(self, sha256: str) -> bytes:
        """The whole file."""
        return self._whole(sha256).read_bytes()

    def _finish(self, sha256: str) -> None:
        part, whole = self._part(sha256), self._whole(sha256)
        with part.open("rb") as file:
            digest = hashlib.file_digest(file, "sha256").hexdigest()
        if digest != sha256:
            part.unlink()
            raise WrongContent
        part.replace(whole)
        sync_folder(whole.parent)

    def _whole(self, sha256: str) -> Path:
        if not self.is_name(sha256):
            raise ValueError("no hash")
        return self._folder / sha256[:2] / sha256

    def _part(self, sha256: str) -> Path:
        return self._whole(sha256).with_suffix(".part")

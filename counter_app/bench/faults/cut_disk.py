"""A disk whose power went: of what was written and not made safe, some is there, some not, some torn in the middle.

Two file systems. `strict` keeps only what the standard promises: content that fsync of the file, names that fsync of
their folder made safe; of everything else any part. One like `ext4` (data=ordered) keeps changes of names in their
order, and fsync of any file makes all of them before it safe.
"""

from __future__ import annotations

import random
from collections.abc import Iterable
from dataclasses import dataclass, field
from pathlib import Path, PurePosixPath

from counter_app.bench.faults.recorded_disk import Call

_SECTOR = 512  # bytes that a disk writes whole


@dataclass
class _File:
    """The content that is safe, and what was written since."""

    safe: bytearray = field(default_factory=bytearray)
    since: list[Call] = field(default_factory=list)

    def make_safe(self) -> None:
        for call in self.since:
            _apply(self.safe, call, len(call.data))
        self.since.clear()


@dataclass(frozen=True)
class _Naming:
    """A change of names: `file` gets the name `path`, or loses it where it is None (a folder is -1)."""

    path: str
    file: int | None
    old: str = ""  # of a rename


class CutDisk:
    """The disk as the calls leave it, one after the other; `cut` says what a power cut leaves of it now."""

    def __init__(self, *, strict: bool) -> None:
        self._strict = strict
        self._files: dict[int, _File] = {}
        self._now: dict[str, int] = {}  # names as the program sees them
        self._safe: dict[str, int] = {}
        self._since: list[_Naming] = []

    def take(self, call: Call) -> None:
        """The program makes this call."""
        match call.kind:
            case "create":
                if call.path not in self._now:
                    self._files[len(self._files)] = _File()
                    self._name(_Naming(call.path, len(self._files) - 1))
            case "mkdir":
                self._name(_Naming(call.path, -1))
            case "unlink":
                self._name(_Naming(call.path, None))
            case "rename":
                self._name(_Naming(call.to, self._now[call.path], call.path))
            case "write" | "cut":
                self._files[self._now[call.path]].since.append(call)
            case "sync":
                self._sync(call.path)
            case _:
                pass

    def cut(self, chance: random.Random, folder: Path) -> None:
        """Writes to `folder` what one power cut leaves."""
        names = dict(self._safe)
        for naming in self._kept(chance):
            _rename(names, naming)
        folder.mkdir(parents=True, exist_ok=True)
        for path in sorted(path for path, file in names.items() if file == -1):
            if (folder / path).parent.is_dir():  # one in a folder that is gone is gone
                (folder / path).mkdir(exist_ok=True)
        for path, file in names.items():
            if file != -1 and (folder / path).parent.is_dir():
                (folder / path).write_bytes(self._content(self._files[file], chance))

    def _name(self, naming: _Naming) -> None:
        _rename(self._now, naming)
        self._since.append(naming)

    def _sync(self, path: str) -> None:
        file = self._now.get(path, -1) if path else -1
        if file != -1:
            self._files[file].make_safe()
        if not self._strict:
            self._make_safe(self._since)
        elif file == -1:
            here = path or "."
            self._make_safe([item for item in self._since if str(PurePosixPath(item.path).parent) == here])

    def _make_safe(self, namings: Iterable[_Naming]) -> None:
        for naming in list(namings):
            _rename(self._safe, naming)
            self._since.remove(naming)

    def _kept(self, chance: random.Random) -> list[_Naming]:
        if not self._strict:
            return self._since[: chance.randint(0, len(self._since))]
        part = chance.random()
        return [item for item in self._since if chance.random() < part]

    def _content(self, file: _File, chance: random.Random) -> bytes:
        content, part = bytearray(file.safe), chance.random()
        for call in file.since:
            if chance.random() < part:
                torn = chance.random() < 0.2 and len(call.data) > _SECTOR
                _apply(content, call, chance.randrange(0, len(call.data), _SECTOR) if torn else len(call.data))
        return bytes(content)


def _apply(content: bytearray, call: Call, length: int) -> None:
    if call.kind == "cut":
        del content[call.at :]
        content.extend(bytes(call.at - len(content)))
        return
    content.extend(bytes(max(call.at + length - len(content), 0)))
    content[call.at : call.at + length] = call.data[:length]


def _rename(names: dict[str, int], naming: _Naming) -> None:
    if naming.old:
        names.pop(naming.old, None)
    if naming.file is None:
        names.pop(naming.path, None)
    else:
        names[naming.path] = naming.file
